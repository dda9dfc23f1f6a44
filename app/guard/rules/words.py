"""Words of the lexicons, however they are spaced, inflected or compounded."""

from __future__ import annotations

from collections.abc import Iterator

from app.guard.lexicon import SUFFIXES, Term, by_beginning
from app.guard.normalise import Reading
from app.guard.rules.hit import Hit

_LONG = 6
_SQUEEZABLE = 7
_WIDEST_GAP = 3
_STERN = ("warn", "refuse")


def hits(reading: Reading) -> list[Hit]:
    found: list[Hit] = []
    for index in range(len(reading.tokens)):
        best = max(_from_token(reading, index), key=_weight, default=None)
        if best is not None:
            found.append(best)
    return found


def _weight(hit: Hit) -> tuple[int, int, int]:
    """The longest; of two as long the sterner, as a word may be a heading here and a treatment there."""
    return hit.end, _STERN.index(hit.level) if hit.level in _STERN else -1, len(hit.rule)


def _from_token(reading: Reading, index: int) -> Iterator[Hit]:
    token = reading.tokens[index]
    starts = [token.first]
    if len(token.text) >= _LONG + 3:
        starts += range(token.first + 3, token.first + len(token.text) - _LONG + 1)
    for first in starts:
        for end, term in _spelled(reading, first):
            if first > token.first and (len(term.key) < _LONG or term.shouted or term.kind == "brand"):
                continue
            hit = _accept(reading, token.first, first, end, term)
            if hit:
                yield hit


def _spelled(reading: Reading, first: int) -> Iterator[tuple[int, Term]]:
    """Every term spelled by the stream from `first`, with the place after its last letter."""
    table = by_beginning()
    for length in (2, 3):
        for term in table.get(reading.stream[first : first + length], ()):
            end = first + len(term.key)
            if reading.stream.startswith(term.key, first) and _unbroken(reading, first, end):
                yield end, term


def _unbroken(reading: Reading, first: int, end: int) -> bool:
    """No wide gap between the words it runs over."""
    words = range(reading.owner[first] + 1, reading.owner[end - 1] + 1)
    return all(len(reading.gap(word)) <= _WIDEST_GAP for word in words)


def _accept(reading: Reading, word_first: int, first: int, end: int, term: Term) -> Hit | None:
    if not _same_words(reading, first, end, term):
        return None
    last = reading.tokens[reading.owner[end - 1]]
    rest = reading.stream[end : last.first + len(last.text)]
    if rest and rest not in SUFFIXES and not _compounds(reading, first, end, term):
        return None
    start, stop = reading.place[word_first], last.end
    if term.shouted and not _capitals(reading, reading.place[first], reading.place[end - 1] + 1):
        return None
    strength = "word" if term.level in ("refuse", "warn") else "cue"
    said = "letters" if _in_letters(reading, first, end) else "word"
    return Hit(start, stop, term.category, term.level, f"{said}:{term.key}", strength)


def _in_letters(reading: Reading, first: int, end: int) -> bool:
    """Pulled apart letter by letter, as nobody writes by accident and no model can read."""
    words = reading.tokens[reading.owner[first] : reading.owner[end - 1] + 1]
    return len(words) > 1 and all(len(word.text) == 1 for word in words)


def _compounds(reading: Reading, first: int, end: int, term: Term) -> bool:
    """A long clinical word written whole may be the first part of a longer one."""
    whole = reading.owner[end - 1] - reading.owner[first] == len(term.breaks)
    return whole and len(term.key) >= _LONG and not term.shouted and term.level != "warn"


def _capitals(reading: Reading, start: int, end: int) -> bool:
    a, b = reading.span(start, end)
    letters = [c for c in reading.source[a:b] if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)


def _same_words(reading: Reading, first: int, end: int, term: Term) -> bool:
    """The words break where the term's do, or are broken in a way nobody writes by accident."""
    breaks = {i - first for i in range(first + 1, end) if reading.owner[i] != reading.owner[i - 1]}
    odd = breaks - term.breaks
    if not odd:
        return True
    if all("-" in reading.gap(reading.owner[first + b]) for b in odd):
        return len(term.key) >= 4
    return len(term.key) >= _SQUEEZABLE or len(breaks) == end - first - 1 >= 2
