"""What the model sees of a stretch of text: words, pairs, letters, kinds of words, and what stands about a hit."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.guard.fields import fields
from app.guard.normalise import Reading
from app.guard.rules.context import names
from app.guard.rules.hit import Hit

PEOPLE = frozenset({"HE", "HIM", "HIS", "SIN", "ME", "THEY", "YOU", "FAM", "OTHER", "GEN", "CLIN"})
_ABOUT = frozenset(
    {"TOPIC", "BOOK", "NAMED", "LAW", "JOBWORD", "TECH", "ANIMAL", "HYPO", "BOUND", "MONEY", "WEATHER"}
)
_SMALL_WORDS = (
    "og i at er en det den til med for af som der om har fra ved kan vil skal men sa nar da eller ud op ned ind over"
    " under efter uden pa et var blev bliver have mere end nu igen selv"
)
SMALL = frozenset(_SMALL_WORDS.split())
# Feature groups; each is brought to length one by itself.
GROUPS = ("words", "letters", "kinds", "fields", "about")

Named = tuple[str, int, int]
Feature = tuple[int, int, int]
"""The number of a name and the tokens [first, last] it covers."""
Row = list[tuple[int, float]]
"""Numbers of names with their shares."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Words of a text with the kind of each, ready for any stretch of it."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    fields: tuple[tuple[str, ...], ...]
    hits: tuple[tuple[int, int, str, str, str], ...]


def see(reading: Reading, hits: Iterable[Hit], parts: Iterable[tuple[int, int]]) -> Seen:
    """`parts`: the sentences, since a capital says nothing where one begins."""
    openings = {first for first, _ in parts}
    words = tuple(token.text for token in reading.tokens)
    owner: dict[int, str] = {}
    placed: list[tuple[int, int, str, str, str]] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        covered = reading.covered(hit.start, hit.end)
        if not covered or covered[0] in owner:
            continue
        owner.update(dict.fromkeys(covered, hit.category))
        rule = f"{hit.strength} {hit.category}"
        placed.append((covered[0], covered[-1], hit.category, rule, _edges(reading, covered[0], covered[-1])))
    kinds = tuple(f"<{owner[i]}>" if i in owner else _kind(reading, i, openings) for i in range(len(words)))
    return Seen(words, kinds, tuple(fields(word) for word in words), tuple(placed))


def _kind(reading: Reading, index: int, openings: set[int]) -> str:
    token = reading.tokens[index]
    if token.text.isdigit():
        return f"<{min(len(token.text), 5)}>"
    of = fields(token.text)
    if of and of[0] in PEOPLE:
        return f"<{of[0]}>"
    return "<Name>" if _is_name(reading, index, openings) else token.text


def _is_name(reading: Reading, index: int, openings: set[int]) -> bool:
    token = reading.tokens[index]
    if len(token.text) == 1 or not reading.source[reading.at[token.start]].isupper():
        return False
    known = token.text in names() or (token.text.endswith("s") and token.text[:-1] in names())
    return known or (index not in openings and not reading.shouting)


def _edges(reading: Reading, first: int, last: int) -> str:
    """The marks before and after, and whether it is written with a capital."""
    before = reading.gap(first).strip()[-2:] if first else "^"
    after = reading.gap(last + 1).strip()[:2] if last + 1 < len(reading.tokens) else "$"
    start = reading.at[reading.tokens[first].start]
    return f"{before}_{after}_{'U' if reading.source[start].isupper() else 'l'}"


def of(seen: Seen, first: int, after: int) -> dict[str, list[Feature]]:
    """The features of the tokens [first, after), by group."""
    return {
        "words": _numbered(_words(seen, first, after)),
        "letters": [(number, i, i) for i in range(first, after) for number in _letters(seen.words[i])],
        "kinds": _numbered(_kinds(seen, first, after)),
        "fields": _numbered(_fields(seen, first, after)),
        "about": _numbered(_about(seen, first, after)),
    }


def row(groups: Iterable[list[Feature]]) -> Row:
    """Square roots of counts, each group brought to length one."""
    out: Row = []
    for found in groups:
        if found:
            counts = Counter([number for number, _, _ in found])
            norm = math.sqrt(len(found))
            out += [(number, math.sqrt(n) / norm) for number, n in counts.items()]
    return out


def of_span(seen: Seen, first: int, after: int) -> Row:
    """By these the category of a span is told."""
    found = of(seen, first, after)
    hits = [(number(f"h:cat {c}"), a, b) for a, b, c, _, _ in seen.hits if first <= a < after]
    return row([found["words"] + found["letters"] + found["fields"] + hits])


def number(name: str) -> int:
    return zlib.crc32(name.encode())


def _numbered(named: Iterable[Named]) -> list[Feature]:
    return [(zlib.crc32(name.encode()), a, b) for name, a, b in named]


def _words(seen: Seen, first: int, after: int) -> Iterator[Named]:
    last = "^"
    for i in range(first, after):
        word = seen.words[i]
        yield f"w:{word}", i, i
        yield f"b:{last} {word}", max(first, i - 1), i
        last = word
    yield f"b:{last} $", after - 1, after - 1


@lru_cache(maxsize=20_000)
def _letters(word: str) -> tuple[int, ...]:
    """Runs of three to five letters, the edges of the word marked. The cache holds words, never texts."""
    marked = f"<{word}>"
    return tuple(number(f"c:{marked[k : k + n]}") for n in (3, 4, 5) for k in range(len(marked) - n + 1))


def _kinds(seen: Seen, first: int, after: int) -> Iterator[Named]:
    kinds = ["^", *seen.kinds[first:after], "$"]
    for i in range(len(kinds) - 1):
        yield f"d:{kinds[i]} {kinds[i + 1]}", *_places(first, after, i, 2)
        if i + 2 < len(kinds):
            yield f"t:{kinds[i]} {kinds[i + 1]} {kinds[i + 2]}", *_places(first, after, i, 3)


def _places(first: int, after: int, i: int, length: int) -> tuple[int, int]:
    """Tokens covered by `length` kinds from place `i` of a row that begins with the edge mark."""
    a = max(first, first + i - 1)
    return min(a, after - 1), min(after - 1, max(a, first + i + length - 2))


def _fields(seen: Seen, first: int, after: int) -> Iterator[Named]:
    present = {f"H{category}" for a, _, category, _, _ in seen.hits if first <= a < after}
    for i in range(first, after):
        for field in seen.fields[i]:
            present.add(field)
            yield f"k:{field}", i, i
    ordered = sorted(present)
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            yield f"kk:{one} {other}", first, after - 1
    coarse = ["^", *(_coarse(seen, i) for i in range(first, after)), "$"]
    for length in (2, 3, 4):
        for i in range(len(coarse) - length + 1):
            yield f"e:{' '.join(coarse[i : i + length])}", *_places(first, after, i, length)


def _coarse(seen: Seen, i: int) -> str:
    if seen.kinds[i].startswith("<"):
        return seen.kinds[i]
    if seen.fields[i]:
        return f"[{seen.fields[i][0]}]"
    return seen.words[i] if seen.words[i] in SMALL else "*"


def _about(seen: Seen, first: int, after: int) -> Iterator[Named]:
    """What stands left and right of each hit, and what the whole stretch is about."""
    about = {
        field for i in range(first, after) for field in seen.fields[i] if field in _ABOUT or field in PEOPLE
    }
    for a, b, category, rule, edges in seen.hits:
        if not first <= a < after:
            continue
        yield f"h:rule {rule}", a, b
        yield f"h:cat {category}", a, b
        yield f"h:says {' '.join(seen.words[a : b + 1])}", a, b
        for name in _beside(seen, first, after, a, b, edges):
            yield f"h:{name}", a, b
            yield f"h:{category}:{name}", a, b
        for field in sorted(about):
            yield f"h:in {field}", a, b
            yield f"h:{category}:in {field}", a, b


def _beside(seen: Seen, first: int, after: int, a: int, b: int, edges: str) -> Iterator[str]:
    def kind(i: int) -> str:
        return seen.kinds[i] if first <= i < after else "^"

    yield f"L1 {kind(a - 1)}"
    yield f"L2 {kind(a - 2)}"
    yield f"L21 {kind(a - 2)} {kind(a - 1)}"
    yield f"R1 {kind(b + 1)}"
    yield f"R2 {kind(b + 2)}"
    yield f"LR {kind(a - 1)} {kind(b + 1)}"
    yield f"edges {edges}"
    yield from (f"edge {n} {part}" for n, part in enumerate(edges.split("_")))
    for i in range(max(first, a - 8), a):
        yield f"l {seen.kinds[i]}"
    for i in range(b + 1, min(after, b + 7)):
        yield f"r {seen.kinds[i]}"
