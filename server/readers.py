"""Who reads for the door: this process, or one beside it, so that a worker that reads little never holds the guard.

The guard is two hundred megabytes and half a second for four kilobytes. Where the municipality believes computers
(`believe_guard`), the worker only takes in; samples and what leaders release are read beside it, one batch at a time.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, Protocol

from app import guard
from app.guard.release import Release
from server import door
from server.problems import Refused

_IDLE = 120.0  # seconds without a text, and its memory is given back
_CALM = 5  # of lower rank than whoever takes in
_Answers = list[tuple[str, ...]]


class Reader(Protocol):
    """`version`: of the guard that reads. `held_each`: as `server.door.held_each`. `sampling`: whether a sample can be read
    now without waiting for another one."""

    def version(self) -> str: ...
    def held_each(
        self, many: Sequence[Mapping[str, Any]], *, people: frozenset[str], released: tuple[Release, ...]
    ) -> _Answers: ...
    def sampling(self) -> AbstractContextManager[bool]: ...


class Here:
    """In this process."""

    def version(self) -> str:
        return guard.version()

    def held_each(
        self, many: Sequence[Mapping[str, Any]], *, people: frozenset[str], released: tuple[Release, ...]
    ) -> _Answers:
        return door.held_each(many, people=people, released=released)

    def sampling(self) -> AbstractContextManager[bool]:
        return contextlib.nullcontext(True)


HERE = Here()


@dataclass(slots=True)
class Beside:
    """In a process of its own, begun by the first text and gone after the last."""

    _asking: threading.Lock = field(default_factory=threading.Lock)
    _samples: threading.Lock = field(default_factory=threading.Lock)
    _line: Connection | None = None
    _ready: bool = False
    _told: str | None = None

    def version(self) -> str:
        """Of the files until one has been read; then of the guard that read it: one that lacks a model has none."""
        return guard.files_version() if self._told is None else self._told

    def held_each(
        self, many: Sequence[Mapping[str, Any]], *, people: frozenset[str], released: tuple[Release, ...]
    ) -> _Answers:
        if not many:
            return []
        with self._asking:
            for _ in range(2):  # one that has left, or died, is replaced once
                try:
                    line = self._line or self._begin()
                    self._wait(line)
                    line.send((list(many), people, released))
                    answers: _Answers = line.recv()
                except (EOFError, OSError):
                    self._end()
                else:
                    return answers
        raise Refused("busy")

    @contextlib.contextmanager
    def sampling(self) -> Iterator[bool]:
        free = self._samples.acquire(blocking=False)
        try:
            yield free and self._is_up()
        finally:
            if free:
                self._samples.release()

    def _begin(self) -> Connection:
        # Not forked: a worker is full of threads. The far end closes with this process, however it ends.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        context.Process(target=_read, args=(theirs,), name="guard", daemon=True).start()
        theirs.close()
        self._line = ours
        return ours

    def _is_up(self) -> bool:
        """Begins one where there is none; loading the guard takes seconds, in which no push is kept waiting for a sample."""
        if not self._asking.acquire(blocking=False):
            return False
        try:
            line = self._line or self._begin()
            if not self._ready and line.poll():
                self._wait(line)
        except (EOFError, OSError):
            self._end()
        finally:
            self._asking.release()
        return self._ready

    def _wait(self, line: Connection) -> None:
        if not self._ready:
            self._told = line.recv()
            self._ready = True

    def _end(self) -> None:
        """The reader reads its last text and goes."""
        if self._line is not None:
            self._line.close()
        self._line, self._ready = None, False


def _read(line: Connection) -> None:
    with contextlib.suppress(OSError, AttributeError):
        os.nice(_CALM)
    line.send(guard.version())
    while True:
        try:
            if not line.poll(_IDLE):
                return
            many, people, released = line.recv()
        except (EOFError, OSError):
            return
        line.send(door.held_each(many, people=people, released=released))
