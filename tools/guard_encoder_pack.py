"""Write and rewrite resources/guard/encoder.bin: vocabulary, graph, and how its answers are weighed."""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.guard.encoder import MAGIC
from app.guard.finding import REFUSED
from tools.guard_encoder_texts import CATEGORIES
from tools.guard_encoder_weights import Trimmed

VERSION = "2026.11.9"
# Until guard_encoder_weigh.py has set it: both models by halves.
UNWEIGHED: dict[str, dict[str, float]] = {
    "layout": {"refused": len(REFUSED)},
    "refuse": {"bias": 0.0, "grams": 0.5, "text": 0.25, "pieces": 0.25},
    "flag": {"bias": 0.0, "grams": 0.5, "text": 0.25, "pieces": 0.25},
    "mild": {"bias": 0.0, "grams": -1.0, "grams_flag": 1.0},
    "limits": {
        "bare": 0.4,
        "mild": 3.0,
        "unnamed": 3.0,
        "refuse": 0.0,
        "firm": 0.0,
        "flag": 0.5,
        "level": -0.5,
        "everyday": 1.0,
        "everyday_flag": -1.0,
        "exact": -1.0,
    },
}


def pack(kept: Trimmed, graph: bytes, out: Path) -> None:
    """Compressed: of a weight's eight bits six say something, and a fourth of the installed file is saved."""
    words = zlib.compress(kept.as_json(), 9)
    _write({"words": len(words), "weighing": UNWEIGHED}, words + compressed(graph), out)


def compressed(graph: bytes) -> bytes:
    """Weights repeat each other by chance alone. What looks for repetitions finds short ones that cost more than their
    letters, so only longer ones count, and the code is made for larger pieces: 2 in 100 less than the usual way."""
    by = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9, zlib.Z_FILTERED)
    return by.compress(graph) + by.flush()


def weigh(path: Path, weighing: dict[str, dict[str, float]]) -> None:
    """The same words and graph, weighed anew."""
    data = path.read_bytes()
    length = int.from_bytes(data[8:12], "big")
    words = int(json.loads(data[12 : 12 + length])["words"])
    rest = data[12 + length : 12 + length + words] + compressed(unpacked(path))
    _write({"words": words, "weighing": weighing}, rest, path)


def unpacked(path: Path) -> bytes:
    """The graph as it was packed."""
    data = path.read_bytes()
    length = int.from_bytes(data[8:12], "big")
    return zlib.decompress(data[12 + length + json.loads(data[12 : 12 + length])["words"] :])


def _write(header: dict[str, Any], rest: bytes, out: Path) -> None:
    header |= {"version": VERSION, "categories": CATEGORIES, "sha256": hashlib.sha256(rest).hexdigest()}
    head = json.dumps(header, sort_keys=True).encode()
    out.write_bytes(MAGIC + len(head).to_bytes(4, "big") + head + rest)
