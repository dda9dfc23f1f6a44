"""What a passphrase must be: long, and not one that everybody thinks of first.

A policy can ask for more characters than 15; five words are then no longer enough by themselves.
No rule about capitals or digits: they make passphrases hard to remember and no harder to guess.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache

import resources
from app.errors import PassphraseTooWeak
from app.policy import standing

SHORTEST = 15
FEWEST_WORDS = 5
_LEFT_OVER = 6  # letters that must remain when everything common is taken away
_DISTINCT = 5
_WORD = re.compile(r"[^\W\d_]{2,}")


class Strength(Enum):
    """Shown as a word, not as a bar: a bar invites one more exclamation mark."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


def check(passphrase: str) -> None:
    """Raises PassphraseTooWeak with the reason `short`, `repeated` or `common`."""
    reason = weakness(passphrase)
    if reason is not None:
        raise PassphraseTooWeak(reason)


def weakness(passphrase: str) -> str | None:
    plain = unicodedata.normalize("NFKC", passphrase).casefold()
    words = _WORD.findall(plain)
    distinct = len(set(words))
    enough = len(words) >= FEWEST_WORDS
    least = standing.passphrase_length()
    if len(plain) < least and not (enough and least <= SHORTEST):
        return "short"
    if len(set(plain)) < _DISTINCT or (enough and distinct < FEWEST_WORDS and len(plain) < 2 * SHORTEST):
        return "repeated"
    if _repeats(plain):
        return "repeated"
    if distinct < FEWEST_WORDS and _without_common(plain) < _LEFT_OVER:
        return "common"
    return None


def strength(passphrase: str) -> Strength:
    if weakness(passphrase) is not None:
        return Strength.WEAK
    plain = unicodedata.normalize("NFKC", passphrase)
    words = len(set(_WORD.findall(plain.casefold())))
    if words > FEWEST_WORDS or len(plain) >= 28:
        return Strength.STRONG
    return Strength.GOOD if words == FEWEST_WORDS or len(plain) >= 20 else Strength.FAIR


def _repeats(plain: str) -> bool:
    """A short piece typed over and over."""
    dense = "".join(plain.split())
    return re.fullmatch(r"(.{1,7}?)\1{2,}.?", dense) is not None


def _without_common(plain: str) -> int:
    """How many letters are left when common words, digits and keyboard runs are taken away."""
    left = plain
    for word in _common():
        left = left.replace(word, " ")
    return sum(character.isalpha() for character in left)


@cache
def _common() -> tuple[str, ...]:
    lines = resources.path("vault/common_passphrases.txt").read_text("utf-8").split()
    return tuple(sorted((word.casefold() for word in lines), key=len, reverse=True))
