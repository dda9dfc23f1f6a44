"""The statistical part: hashed features times small whole weights. Absent or damaged, the rules go on alone."""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.guard.features import Feature, Row
from app.guard.lexicon import folder

_WIDEST = 4
MAGIC = b"FJGUARD1"
FILE = "model.bin"
# Below these the statistics are sure enough of innocence that the encoder is not asked.
CALM = {"calm": -3.0, "calm_flag": -2.5}
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

    def score(self, head: str, row: Row) -> float:
        """Log-odds of a stretch of text."""
        return _score(self.heads[head], row)

    def by_token(self, head: str, found: dict[str, list[Feature]], first: int, after: int) -> list[float]:
        """How much each word adds to the score of its stretch."""
        chosen = self.heads[head]
        mask = len(chosen.weights) - 1
        shares = [0.0] * (after - first)
        for of in found.values():
            norm = math.sqrt(len(of)) or 1.0
            for number, a, b in of:
                weight = chosen.weights[number & mask]
                if weight and b - a < _WIDEST:
                    for i in range(a, b + 1):
                        shares[i - first] += weight * chosen.scale / norm / (b - a + 1)
        return shares

    def kind(self, row: Row, possible: Iterable[str]) -> str:
        """The likeliest of the possible categories of a span."""
        known = [c for c in possible if c in self.kinds]
        return max(known, key=lambda c: _score(self.kinds[c], row))


def _score(head: Head, row: Row) -> float:
    weights, mask = head.weights, len(head.weights) - 1
    return head.bias + head.scale * sum([weights[number & mask] * share for number, share in row])


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
    return Model(str(header["version"]), parts["heads"], parts["kinds"], {**CALM, **thresholds})
