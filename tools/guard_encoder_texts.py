"""The corpus as the encoder learns it: stretches cut into pieces, each with its category; some told in another way."""

from __future__ import annotations

import hashlib
import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.guard.finding import REFUSED
from app.guard.pieces import Vocabulary, spelled
from tools import guard_texts

CATEGORIES = ("", *REFUSED, "LAY_HEALTH", "MED_UNNAMED", "SOMATIC", "CLIN_VAGUE", "CPR")
LONGEST, STEP = 126, 90
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_SMALL = frozenset(
    [
        "er",
        "har",
        "den",
        "det",
        "en",
        "et",
        "at",
        "og",
        "i",
        "på",
        "til",
        "jeg",
        "han",
        "hun",
        "vi",
        "de",
        "der",
        "som",
        "for",
        "med",
        "så",
    ]
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def kept_apart(group: str) -> bool:
    """The validation part: one group in ten, within the fifth that the word statistics keep apart."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % 10 == 0


@dataclass(frozen=True, slots=True)
class Told:
    """Letters of the one spelling with the category of each."""

    letters: str
    marks: tuple[int, ...]
    group: str
    label: str
    hard: bool


@dataclass(slots=True)
class Stretch:
    """What the encoder learns in one go. `level`: 0 allow, 1 warn, 2 refuse. `features`: what the frozen layers make.
    `kin`: the same number for texts that are told almost alike and may differ in level."""

    pieces: list[int]
    marks: list[int]
    level: int
    features: Any = None
    kin: int = 0


def read_corpus(*paths: Path) -> list[Told]:
    return [_told(item) for item in guard_texts.read(*paths)]


def _told(item: dict[str, Any]) -> Told:
    letters = spelled(item["text"])
    marks = [0] * len(letters)
    for span in item["spans"]:
        for i, (letter, start, end) in enumerate(letters):
            if start < span["end"] and end > span["start"] and not letter.isspace():
                marks[i] = CATEGORIES.index(span["category"])
    text = "".join(letter for letter, _, _ in letters)
    return Told(text, tuple(marks), item["group"], item["label"], bool(item.get("hard")))


def stretches(letters: str, marks: tuple[int, ...], words: Vocabulary) -> list[Stretch]:
    pieces = words.cut([(letter, i, i + 1) for i, letter in enumerate(letters)])
    of = [max(marks[a:b], default=0) for _, a, b in pieces]
    out = []
    for first in range(0, max(1, len(pieces) - (LONGEST - STEP)), STEP):
        inside = of[first : first + LONGEST]
        level = 2 if any(1 <= m <= len(REFUSED) for m in inside) else int(any(inside))
        numbers = [number for number, _, _ in pieces[first : first + LONGEST]]
        out.append(Stretch([words.begin, *numbers, words.end], [0, *inside, 0], level))
    return out


class Retold:
    """Other ways to tell a text: with slips of the hand, without small words or marks, among innocent words."""

    def __init__(self, seed: int, texts: list[Told]) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self.calm = [t for t in texts if t.label == "allow" and len(t.letters.split()) <= 45]

    def __call__(self, told: Told) -> tuple[str, tuple[int, ...]]:
        letters, marks = told.letters, told.marks
        if self.chance.random() < 0.3:
            letters, marks = self._part(letters, marks)
        if self.chance.random() < 0.35 and len(letters.split()) <= 35:
            letters, marks = self._among(letters, marks)
        ways: tuple[Callable[[str, tuple[int, ...]], tuple[str, tuple[int, ...]]], ...] = (
            self._slips,
            self._short,
            self._bare,
            self._flat,
            lambda text, of: (text, of),
        )
        return self.chance.choice(ways)(letters, marks)

    def _part(self, letters: str, marks: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
        edges = [0, *(m.end() for m in _SENTENCE.finditer(letters)), len(letters)]
        first = self.chance.randrange(len(edges) - 1)
        after = self.chance.randrange(first + 1, len(edges))
        return letters[edges[first] : edges[after]], marks[edges[first] : edges[after]]

    def _among(self, letters: str, marks: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
        other = self.chance.choice(self.calm)
        pair = [(letters, marks), (other.letters, other.marks)]
        if self.chance.random() < 0.5:
            pair.reverse()
        joint = self.chance.choice((" ", ". ", "\n"))
        return pair[0][0] + joint + pair[1][0], (*pair[0][1], *[0] * len(joint), *pair[1][1])

    def _slips(self, letters: str, marks: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
        out: list[tuple[str, int]] = []
        for m in re.finditer(r"\S+|\s+", letters):
            word = list(zip(m.group(), marks[m.start() : m.end()], strict=True))
            if len(word) > 3 and word[0][0].isalpha() and self.chance.random() < 0.12:
                self._slip(word)
            out += word
        return "".join(c for c, _ in out), tuple(mark for _, mark in out)

    def _slip(self, word: list[tuple[str, int]]) -> None:
        at = self.chance.randrange(1, len(word))
        kind = self.chance.randrange(4)
        if kind == 0:
            del word[at]
        elif kind == 1 and at < len(word) - 1:
            word[at], word[at + 1] = word[at + 1], word[at]
        elif kind == 2:
            word.insert(at, word[at])
        else:
            word[at] = (self.chance.choice(_LETTERS), word[at][1])

    def _short(self, letters: str, marks: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
        kept = [m for m in re.finditer(r"\S+\s*", letters) if m.group().strip() not in _SMALL]
        text = "".join(m.group() for m in kept)
        return text, tuple(mark for m in kept for mark in marks[m.start() : m.end()])

    def _bare(self, letters: str, marks: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
        kept = [i for i, c in enumerate(letters) if c not in '.,;:!?"()']
        return "".join(letters[i] for i in kept), tuple(marks[i] for i in kept)

    def _flat(self, letters: str, marks: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
        return letters.replace("\n", " "), marks
