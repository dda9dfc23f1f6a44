"""How the encoder reads letters: one spelling of each word, cut into the pieces of its vocabulary."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_DANISH = frozenset("æøå")
_HIDDEN = frozenset({"Cf", "Mn", "Me"})
_SPACES = frozenset({"Zs", "Zl", "Zp", "Cc"})
_LOOKALIKE = str.maketrans("ıаеорсухкмнтвіјѕԁαεοριυκντ‐‑‒–—―−", "iaeopcyxkmhtbijsdaeopiukvt-------")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_RING = "\u030a"
_PAIRS = {"ae": "æ", "oe": "ø", "aa": "å"}
OPENING = "▁"
_UNKNOWN_COSTS = 10.0

Char = tuple[str, int, int]
"""A letter of the one spelling, and where it begins and ends in the source."""


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    if char == "\n" or char in _DANISH:
        return char
    category = unicodedata.category(char)
    if category in _HIDDEN:
        return ""
    if category in _SPACES:
        return " "
    low = char.casefold()
    if low in _DANISH:
        return low
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if unicodedata.category(c) not in _HIDDEN)
    return plain.casefold().translate(_LOOKALIKE)


def spelled(text: str) -> list[Char]:
    """Lower case; hidden characters gone; ae, oe, aa and entities as the letters they stand for; one space for many."""
    out: list[Char] = []
    for seen, start, end in _characters(text):
        if seen == _RING and out and out[-1][0] == "a":
            out[-1] = ("å", out[-1][1], end)
            continue
        for letter in _fold(seen):
            _add(out, letter, start, end)
    return out


def _characters(text: str) -> Iterator[Char]:
    entities = {m.start(): m for m in _ENTITY.finditer(text)} if "&" in text else {}
    i = 0
    while i < len(text):
        entity = entities.get(i)
        end = entity.end() if entity else i + 1
        for char in html.unescape(entity.group()) if entity else text[i]:
            yield char, i, end
        i = end


def _add(out: list[Char], letter: str, start: int, end: int) -> None:
    last, first, after = out[-1] if out else ("\n", 0, 0)
    if letter == " " and last in " \n":
        return
    if letter == "\n" and last == " ":
        out.pop()
    elif last + letter in _PAIRS and start >= after:
        out[-1] = (_PAIRS[last + letter], first, end)
        return
    out.append((letter, start, end))


Piece = tuple[int, int, int]
"""The number of a piece, and where it begins and ends."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Pieces of words with their log-probabilities; the likeliest cutting of a word is the one taken (unigram)."""

    numbers: Mapping[str, int]
    scores: tuple[float, ...]
    begin: int
    end: int
    unknown: int
    line: int
    longest: int
    costly: float
    _cut: dict[str, tuple[Piece, ...]] = field(default_factory=dict, repr=False)

    def cut(self, spelling: list[Char]) -> list[Piece]:
        """The pieces, with places in the source; a line break is a piece of its own."""
        text = "".join(letter for letter, _, _ in spelling)
        out: list[Piece] = []
        for m in re.finditer(r"[^ \n]+|\n+", text):
            if m.group()[0] == "\n":
                found: tuple[Piece, ...] = ((self.line, 0, len(m.group())),)
            else:
                found = self._word(m.group())
            out += [
                (piece, spelling[m.start() + a][1], spelling[m.start() + b - 1][2]) for piece, a, b in found
            ]
        return out

    def _word(self, word: str) -> tuple[Piece, ...]:
        """Only words are remembered here, never texts."""
        known = self._cut.get(word)
        if known is None:
            if len(self._cut) >= 20_000:
                self._cut.clear()
            known = self._cut[word] = self._best(word)
        return known

    def _best(self, word: str) -> tuple[Piece, ...]:
        marked = OPENING + word
        size = len(marked)
        best = [0.0] + [float("-inf")] * size
        back = [(0, self.unknown)] * (size + 1)
        for i in range(size):
            for j in range(i + 1, min(size, i + self.longest) + 1):
                piece = self.numbers.get(marked[i:j])
                if piece is not None and best[i] + self.scores[piece] > best[j]:
                    best[j], back[j] = best[i] + self.scores[piece], (i, piece)
            if best[i] + self.costly > best[i + 1]:
                best[i + 1], back[i + 1] = best[i] + self.costly, (i, self.unknown)
        out: list[Piece] = []
        j = size
        while j:
            i, piece = back[j]
            out.append((piece, max(0, i - 1), max(1, j - 1)))
            j = i
        return tuple(reversed(out))


def vocabulary(pieces: list[str], scores: list[float], special: Mapping[str, int]) -> Vocabulary:
    """`special`: the numbers of the pieces that stand for no letters (begin, end, unknown, pad)."""
    taken = set(special.values())
    numbers = {piece: n for n, piece in enumerate(pieces) if n not in taken}
    return Vocabulary(
        numbers,
        tuple(scores),
        special["begin"],
        special["end"],
        special["unknown"],
        numbers.get(OPENING + "|", numbers.get("|", special["unknown"])),
        max(map(len, numbers)),
        min(scores) - _UNKNOWN_COSTS,
    )
