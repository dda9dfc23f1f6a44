"""The small language model: which words of a stretch of text, and the stretch as a whole, tell of somebody's health.

One file holds its vocabulary, its weights and how its answers are weighed. It runs through onnxruntime, which is
loaded when the first text is read. Absent, damaged or without onnxruntime, the other parts go on and `health` says so.
"""

from __future__ import annotations

import hashlib
import json
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final

from app.guard.lexicon import folder
from app.guard.pieces import Vocabulary, spelled, vocabulary
from app.guard.runtime import Session

MAGIC: Final = b"FJENCOD3"
FILE: Final = "encoder.bin"
_LONGEST: Final = 126
_STEP: Final = 90
_KEPT: Final = 4096
_PART: Final = 1 << 16
_WEIGHED: Final = ("layout", "refuse", "flag", "mild", "limits")


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a word: its place in the text, how likely it is part of what is refused or warned about, and as what."""

    start: int
    end: int
    refuse: float
    flag: float
    category: str


@dataclass(frozen=True, slots=True)
class Judged:
    """Probabilities: that the text holds something to refuse; that it holds anything at all."""

    refuse: float
    flag: float
    pieces: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Encoder:
    """Reads stretches of text one by one, so that the answer never depends on what was read beside it."""

    version: str
    words: Vocabulary
    session: Session
    categories: tuple[str, ...]
    weighing: dict[str, dict[str, float]]
    known: dict[bytes, Judged] = field(default_factory=dict, repr=False)

    def read(self, text: str) -> Judged:
        """The last answers are remembered under the text's digest, never the text."""
        key = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if (judged := self.known.get(key)) is None:
            if len(self.known) >= _KEPT:
                self.known.clear()
            judged = self.known[key] = self._read(text)
        return judged

    def _read(self, text: str) -> Judged:
        pieces = self.words.cut(spelled(text))
        refuse = flag = 0.0
        marked: dict[tuple[int, int], Marked] = {}
        for first in range(0, max(1, len(pieces) - (_LONGEST - _STEP)), _STEP):
            run = pieces[first : first + _LONGEST]
            numbers = [self.words.begin, *(number for number, _, _ in run), self.words.end]
            by_piece, whole = self.session.run(numbers)
            refuse, flag = max(refuse, whole[2]), max(flag, whole[1] + whole[2])
            for (_, start, end), shares in zip(run, by_piece[1:-1], strict=True):
                found = self._marked(start, end, shares)
                old = marked.get((start, end))
                if old is None or found.flag > old.flag:
                    marked[start, end] = found
        return Judged(refuse, flag, tuple(marked[place] for place in sorted(marked)))

    def _marked(self, start: int, end: int, shares: list[float]) -> Marked:
        """Category 0 is "nothing"; the refused ones stand before those warned about."""
        stern = int(self.weighing["layout"]["refused"])
        refuse = sum(shares[1 : stern + 1])
        best = max(range(1, len(shares)), key=shares.__getitem__)
        return Marked(start, end, refuse, 1.0 - shares[0], self.categories[best])


_LOADING = threading.Lock()


def load() -> Encoder | None:
    """Read once, also when many threads ask at the same moment: each reading takes eighty megabytes."""
    with _LOADING:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> Encoder | None:
    return read(folder() / FILE)


def read(path: Path) -> Encoder | None:
    """None when the file is missing, cut short, changed or of another make, or onnxruntime cannot be had or cannot work
    on this computer."""
    try:
        with path.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                return None
            header = json.loads(file.read(int.from_bytes(file.read(4), "big")))
            begin = file.tell()
            if hashlib.file_digest(file, "sha256").hexdigest() != header["sha256"]:
                return None
            file.seek(begin)
            words = json.loads(zlib.decompress(file.read(header["words"])))
            known = vocabulary(words["pieces"], words["scores"], words["special"])
            del words
            session = Session(_unpacked(file))
        session.run(
            [known.begin, known.end]
        )  # some virtual machines promise their guest more than it may use
        weighing = {name: header["weighing"][name] for name in _WEIGHED}
        return Encoder(str(header["version"]), known, session, tuple(header["categories"]), weighing)
    except (OSError, ValueError, KeyError, TypeError, ImportError, RuntimeError, zlib.error):
        return None


def _unpacked(file: BinaryIO) -> Iterator[bytes]:
    """The rest of it in small parts: the runtime makes a copy of its own, and a second one is forty megabytes."""
    stream = zlib.decompressobj()
    while part := file.read(_PART):
        yield stream.decompress(part)
    if not stream.eof:
        raise zlib.error


def forget() -> None:
    """Let go of the remembered answers."""
    if _loaded.cache_info().currsize and (loaded := load()) is not None:
        loaded.known.clear()
