"""Who reads for the door: this process, or one beside it, so that a worker that reads little never holds the guard.

The guard is two hundred megabytes and half a second for four kilobytes. Where the municipality believes computers
(`believe_guard`), the worker only takes in; samples and what leaders release are read beside it, one batch at a time.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
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


@dataclass(frozen=True, slots=True)
class Known:
    """What the door must know of a jobcenter: person ids, which are no text; phrases its leaders have released; whether
    a leader is pushing."""

    people: frozenset[str] = frozenset()
    released: tuple[Release, ...] = ()
    leads: bool = False


class Reader(Protocol):
    """`version`: of the guard that reads. `held_each`: as `server.door.held_each`. `try_out`: as `server.door.tried`, some
    time from now; None where it could not begin at once."""

    def version(self) -> str: ...
    def held_each(
        self, many: Sequence[Mapping[str, Any]], *, people: frozenset[str], released: tuple[Release, ...]
    ) -> _Answers: ...
    def try_out(
        self, fields: Mapping[str, Any], some: door.Stretch, known: Known
    ) -> Future[tuple[str, ...]] | None: ...


class Here:
    """In this process."""

    def version(self) -> str:
        return guard.version()

    def held_each(
        self, many: Sequence[Mapping[str, Any]], *, people: frozenset[str], released: tuple[Release, ...]
    ) -> _Answers:
        return door.held_each(many, people=people, released=released)

    def try_out(
        self, fields: Mapping[str, Any], some: door.Stretch, known: Known
    ) -> Future[tuple[str, ...]] | None:
        answer: Future[tuple[str, ...]] = Future()
        answer.set_result(door.tried(fields, some, people=known.people, released=known.released))
        return answer


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
        return self._answered(list(many), None, people, released) if many else []

    def try_out(
        self, fields: Mapping[str, Any], some: door.Stretch, known: Known
    ) -> Future[tuple[str, ...]] | None:
        """Nobody waits for somebody else's sample, nor for a reader to begin."""
        if not self._samples.acquire(blocking=False):
            return None
        if not self._is_up():
            self._samples.release()
            return None
        answer: Future[tuple[str, ...]] = Future()

        def read() -> None:
            try:
                (held,) = self._answered([fields], some, known.people, known.released)
            except Refused as error:
                answer.set_exception(error)
            else:
                answer.set_result(held)
            finally:
                self._samples.release()

        threading.Thread(target=read, name="sample", daemon=True).start()
        return answer

    def _answered(
        self,
        many: list[Mapping[str, Any]],
        some: door.Stretch | None,
        people: frozenset[str],
        released: tuple[Release, ...],
    ) -> _Answers:
        with self._asking:
            for _ in range(2):  # one that has left, or died, is replaced once
                try:
                    line = self._line or self._begin()
                    self._wait(line)
                    line.send((many, some, people, released))
                    answers: _Answers = line.recv()
                except (EOFError, OSError):
                    self._end()
                else:
                    return answers
        raise Refused("busy")

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
            many, some, people, released = line.recv()
        except (EOFError, OSError):
            return
        if some is None:
            line.send(door.held_each(many, people=people, released=released))
        else:
            line.send([door.tried(one, some, people=people, released=released) for one in many])
