"""The statistical part: hashed features times small whole weights. Absent or damaged, the rules go on alone."""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.guard import features
from app.guard.features import Feature, Seen
from app.guard.lexicon import folder

MAGIC = b"FJGUARD1"
FILE = "model.bin"
LIMITS = ("refuse", "flag", "sure", "firm", "level", "everyday")
HEADS = ("sentence_refuse", "sentence_flag", "window_refuse", "window_flag")


@dataclass(frozen=True, slots=True)
class Head:
    weights: array[int]
    scale: float
    bias: float


@dataclass(frozen=True, slots=True)
class Model:
    version: str
    heads: dict[str, Head]
    kinds: dict[str, Head]
    thresholds: dict[str, float]

    def score(self, head: str, found: dict[str, list[Feature]]) -> float:
        """Log-odds of a stretch of text."""
        chosen = self.heads[head]
        return chosen.bias + sum(_group_score(chosen, [name for name, _, _ in of]) for of in found.values())

    def by_token(self, head: str, found: dict[str, list[Feature]], first: int, after: int) -> list[float]:
        """How much each word adds to the score of its stretch."""
        chosen = self.heads[head]
        shares = [0.0] * (after - first)
        for of in found.values():
            norm = _norm(Counter(name for name, _, _ in of)) or 1.0
            for name, a, b in of:
                weight = chosen.weights[slot(name, len(chosen.weights))]
                if weight and b - a < 4:
                    for i in range(a, b + 1):
                        shares[i - first] += weight * chosen.scale / norm / (b - a + 1)
        return shares

    def kind(self, names: list[str], possible: Iterable[str]) -> str:
        """The likeliest of the possible categories of a span."""
        known = [c for c in possible if c in self.kinds]
        return max(known, key=lambda c: self.kinds[c].bias + _group_score(self.kinds[c], names))


def slot(name: str, size: int) -> int:
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) & (size - 1)


def _norm(counts: Counter[str]) -> float:
    return math.sqrt(counts.total())


def _group_score(head: Head, names: Iterable[str]) -> float:
    """Square roots of counts, brought to length one, times the weights."""
    counts = Counter(names)
    if not counts:
        return 0.0
    weights, size = head.weights, len(head.weights)
    total = sum(weights[slot(name, size)] * math.sqrt(n) for name, n in counts.items())
    return total * head.scale / _norm(counts)


def span_names(seen: Seen, first: int, after: int) -> list[str]:
    """The features by which the category of a span is told."""
    found = features.of(seen, first, after)
    names = [name for group in ("words", "letters", "fields") for name, _, _ in found[group]]
    return names + [f"h:cat {c}" for a, _, c, _, _ in seen.hits if first <= a < after]


@lru_cache(maxsize=1)
def load() -> Model | None:
    return read(folder() / FILE)


def read(path: Path) -> Model | None:
    """None when the file is missing, cut short, changed or of another make."""
    try:
        data = path.read_bytes()
        if data[:8] != MAGIC:
            return None
        length = int.from_bytes(data[8:12], "big")
        header, packed = json.loads(data[12 : 12 + length]), data[12 + length :]
        if hashlib.sha256(packed).hexdigest() != header["sha256"]:
            return None
        return _unpack(header, array("b", zlib.decompress(packed)))
    except (OSError, ValueError, KeyError, TypeError, zlib.error):
        return None


def _unpack(header: dict[str, object], weights: array[int]) -> Model:
    place = 0
    parts: dict[str, dict[str, Head]] = {"heads": {}, "kinds": {}}
    layout = header["layout"]
    if not isinstance(layout, list):
        raise TypeError
    for part, name, size, scale, bias in layout:
        if place + size > len(weights):
            raise ValueError
        parts[part][name] = Head(weights[place : place + size], scale, bias)
        place += size
    thresholds = header["thresholds"]
    if not isinstance(thresholds, dict) or set(HEADS) - set(parts["heads"]) or set(LIMITS) - set(thresholds):
        raise TypeError
    return Model(str(header["version"]), parts["heads"], parts["kinds"], thresholds)
