"""Words that only look clinical: which rules know such words, and which phrases a team leader has released.

A phrase is kept as a digest under a key of its own: whoever reads the list can test a guess, but not read a word.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import resources
from app.guard.finding import Finding
from app.guard.lexicon import by_beginning, cues

REASONS: Final = ("name", "product", "place")
_CANNOT: Final = frozenset({"RISK_COERCION", "RECORD_DOC", "CLINICIAN_ATTR", "THIRD_PARTY"})


@dataclass(frozen=True, slots=True)
class Release:
    """`salt` and `digest` in hex. It holds for one category, and only for what a marked rule finds."""

    category: str
    salt: str
    digest: str

    @classmethod
    def of(cls, category: str, words: str) -> Release:
        salt = secrets.token_bytes(16)
        return cls(category, salt.hex(), _digest(salt, category, words))

    def meets(self, category: str, words: str) -> bool:
        if category != self.category:
            return False
        try:
            salt = bytes.fromhex(self.salt)
        except ValueError:
            return False
        return hmac.compare_digest(_digest(salt, category, words), self.digest)


def is_marked(finding: Finding) -> bool:
    """Whether the words that this rule finds may be a name, a product or a place."""
    if finding.category in _CANNOT:
        return False
    return finding.rule in _rules() or finding.rule.rpartition("word:")[2] in _words()


def lifted(text: str, findings: Iterable[Finding], released: Iterable[Release]) -> tuple[Finding, ...]:
    """The findings that still stand."""
    known = tuple(released)
    return tuple(f for f in findings if not (known and _meets(text, f, known)))


def phrase(words: str) -> str:
    """One spelling of a phrase: case, accents' composition and spaces do not count."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


_held: tuple[Release, ...] = ()


def hold(released: Iterable[Release]) -> None:
    """What the jobcenter's leaders have released, for this process, from now on."""
    global _held  # noqa: PLW0603 - one journal a process
    _held = tuple(released)


def in_force() -> tuple[Release, ...]:
    return _held


def _meets(text: str, finding: Finding, known: tuple[Release, ...]) -> bool:
    words = text[finding.start : finding.end]
    return is_marked(finding) and any(one.meets(finding.category, words) for one in known)


def _digest(salt: bytes, category: str, words: str) -> str:
    return hmac.new(
        salt, f"{category}\n{phrase(words)}".encode("utf-8", "replace"), hashlib.sha256
    ).hexdigest()


@lru_cache(maxsize=1)
def _marked() -> dict[str, list[str]]:
    told: dict[str, list[str]] = json.loads(resources.path("release/marked.json").read_text(encoding="utf-8"))
    return told


@lru_cache(maxsize=1)
def _rules() -> frozenset[str]:
    return frozenset(_marked()["rules"])


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    listed = {word for name in _marked()["lists"] for word in cues().get(name, ())}
    kinds = _marked()["kinds"]
    return frozenset(listed | {t.key for terms in by_beginning().values() for t in terms if t.kind in kinds})
