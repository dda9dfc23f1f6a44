"""onnxruntime through its C interface: word pieces in, two tables of probabilities out.

Its Python package would bring numpy along and holds the whole runtime a second time, sixty megabytes of the installed
program that nothing else needs. The interface is a table of functions: a function keeps its place in it for good, and new
ones come behind (the makers check that when they build it). Its first version has all that is asked for here.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from ctypes import POINTER, byref, c_char_p, c_int, c_int64, c_size_t, c_uint32, c_void_p
from functools import cache
from pathlib import Path
from typing import Any, Final

Table = list[list[float]]
Functions = dict[str, Callable[..., Any]]

_QUIET: Final = "ORT_DISABLE_TELEMETRY"
_FOLDER: Final = "onnxruntime/capi"
_NAMES: Final = ("libonnxruntime.so*", "onnxruntime.dll", "libonnxruntime*.dylib")
_INTERFACE: Final = 1
_FATAL: Final = 4
_DEVICE_ALLOCATOR, _DEFAULT_MEMORY, _INT64 = 0, 0, 7
_OUT: Final = POINTER(c_void_p)
# Place in the table and arguments; each gives back a status, which is nothing when all went well.
_ASKED: Final[dict[str, tuple[int, tuple[Any, ...]]]] = {
    "CreateEnv": (3, (c_int, c_char_p, _OUT)),
    "DisableTelemetryEvents": (6, (c_void_p,)),
    "CreateSession": (7, (c_void_p, c_char_p, c_void_p, _OUT)),
    "CreateSessionFromArray": (8, (c_void_p, c_char_p, c_size_t, c_void_p, _OUT)),
    "Run": (9, (c_void_p, c_void_p, POINTER(c_char_p), _OUT, c_size_t, POINTER(c_char_p), c_size_t, _OUT)),
    "CreateSessionOptions": (10, (_OUT,)),
    "DisableMemPattern": (17, (c_void_p,)),
    "DisableCpuMemArena": (19, (c_void_p,)),
    "SetSessionLogSeverityLevel": (22, (c_void_p, c_int)),
    "SetIntraOpNumThreads": (24, (c_void_p, c_int)),
    "SetInterOpNumThreads": (25, (c_void_p, c_int)),
    "CreateTensorWithDataAsOrtValue": (
        49, (c_void_p, c_void_p, c_size_t, POINTER(c_int64), c_size_t, c_int, _OUT)
    ),
    "GetTensorMutableData": (51, (c_void_p, _OUT)),
    "GetTensorShapeElementCount": (64, (c_void_p, POINTER(c_size_t))),
    "GetTensorTypeAndShape": (65, (c_void_p, _OUT)),
    "CreateCpuMemoryInfo": (69, (c_int, c_int, _OUT)),
}  # fmt: skip
_LET_GO: Final = {
    "Status": 93, "MemoryInfo": 94, "Session": 95, "Value": 96, "TensorTypeAndShapeInfo": 99, "SessionOptions": 100
}  # fmt: skip


class Session:
    """A model that has been read. Many threads may ask it at once, one thread does the work: a note is short, and the
    rest of the computer is somebody else's. What a run needed is given back after it; otherwise each thread that has
    ever asked keeps the largest it needed.

    `graph`: in parts, which are read once. Raises OSError when the library cannot be loaded, RuntimeError when it refuses.
    """

    def __init__(self, graph: Iterable[bytes]) -> None:
        ask, env = _loaded()
        with _made(ask, "CreateSessionOptions", "SessionOptions") as options:
            ask["DisableMemPattern"](options)
            ask["DisableCpuMemArena"](options)
            ask["SetSessionLogSeverityLevel"](options, _FATAL)
            ask["SetIntraOpNumThreads"](options, 1)
            ask["SetInterOpNumThreads"](options, 1)
            session, memory = c_void_p(), c_void_p()
            with _place(graph) as place:
                if place is not None:
                    ask["CreateSession"](env, place, options, byref(session))
                else:
                    whole = b"".join(graph)
                    ask["CreateSessionFromArray"](env, whole, len(whole), options, byref(session))
                    del whole
        ask["CreateCpuMemoryInfo"](_DEVICE_ALLOCATOR, _DEFAULT_MEMORY, byref(memory))
        self._ask, self._session, self._memory = ask, session, memory
        # Not when the program ends: its threads may still be asking.
        weakref.finalize(self, _let_go, ask, session, memory).atexit = False

    def run(self, numbers: Sequence[int]) -> tuple[Table, list[float]]:
        """`tokens`, a row for each number, and `text`, one row for all of them."""
        ask, count = self._ask, len(numbers)
        ids, shape = (c_int64 * count)(*numbers), (c_int64 * 1)(count)
        told, said = (c_char_p * 1)(b"ids"), (c_char_p * 2)(b"tokens", b"text")
        answers = (c_void_p * 2)()
        with ExitStack() as after:
            given = after.enter_context(
                _made(ask, "CreateTensorWithDataAsOrtValue", "Value",
                      self._memory, ids, ctypes.sizeof(ids), shape, 1, _INT64)
            )  # fmt: skip
            after.callback(lambda: [ask["ReleaseValue"](one) for one in answers if one])
            ask["Run"](self._session, None, told, (c_void_p * 1)(given.value), 1, said, 2, answers)
            by_number, whole = (_numbers(ask, c_void_p(one)) for one in answers)
        wide = len(by_number) // count
        return [by_number[at : at + wide] for at in range(0, len(by_number), wide)], whole


@contextmanager
def _place(parts: Iterable[bytes]) -> Iterator[bytes | None]:
    """A path where the parts can be read once, one after the other: a pipe's. The runtime reads a file bit by bit, and an
    array only when all of it is there beside what it makes of it. None where pipes have no path.
    """
    if sys.platform == "win32" or not os.path.exists("/dev/fd"):
        yield None
        return
    reading, writing = os.pipe()

    def write() -> None:
        # When the runtime has seen enough, or has refused, nobody reads any more.
        with suppress(BrokenPipeError), open(writing, "wb") as out:
            out.writelines(parts)

    with ThreadPoolExecutor(1) as beside:
        written = beside.submit(write)
        try:
            yield f"/dev/fd/{reading}".encode()
        finally:
            os.close(reading)
        written.result()


def _numbers(ask: Functions, tensor: c_void_p) -> list[float]:
    size, data = c_size_t(), c_void_p()
    with _made(ask, "GetTensorTypeAndShape", "TensorTypeAndShapeInfo", tensor) as about:
        ask["GetTensorShapeElementCount"](about, byref(size))
    ask["GetTensorMutableData"](tensor, byref(data))
    return array("f", ctypes.string_at(data, 4 * size.value)).tolist()


@contextmanager
def _made(ask: Functions, function: str, kind: str, *arguments: object) -> Iterator[c_void_p]:
    """What `function` makes, let go of afterwards."""
    out = c_void_p()
    ask[function](*arguments, byref(out))
    try:
        yield out
    finally:
        ask[f"Release{kind}"](out)


def _let_go(ask: Functions, session: c_void_p, memory: c_void_p) -> None:
    ask["ReleaseSession"](session)
    ask["ReleaseMemoryInfo"](memory)


@cache
def _loaded() -> tuple[Functions, c_void_p]:
    """Its functions by name, and its environment, of which a process has one.

    The library tells its maker of each session over the network, and keeps a number of this computer, unless it is told
    not to before it is loaded.
    """
    os.environ[_QUIET] = "1"
    base = ctypes.CDLL(str(library())).OrtGetApiBase
    base.restype = POINTER(c_void_p)
    table = ctypes.CFUNCTYPE(POINTER(c_void_p), c_uint32)(base()[0])(_INTERFACE)
    if not table:
        raise RuntimeError("onnxruntime does not know its first interface any more")
    ask = _functions(table)
    env = c_void_p()
    ask["CreateEnv"](_FATAL, b"", byref(env))
    ask["DisableTelemetryEvents"](env)
    return ask, env


def _functions(table: Any) -> Functions:
    let_go: Functions = {
        f"Release{kind}": ctypes.CFUNCTYPE(None, c_void_p)(table[place]) for kind, place in _LET_GO.items()
    }

    def checked(name: str, function: Callable[..., int | None]) -> Callable[..., None]:
        def call(*arguments: object) -> None:
            if status := function(*arguments):
                let_go["ReleaseStatus"](status)
                raise RuntimeError(f"onnxruntime: {name}")

        return call

    return let_go | {
        name: checked(name, ctypes.CFUNCTYPE(c_void_p, *arguments)(table[place]))
        for name, (place, arguments) in _ASKED.items()
    }


def library() -> Path:
    """The library inside the distribution, which is not imported, or in the frozen program's folder."""
    if frozen := getattr(sys, "_MEIPASS", None):
        tops = [str(frozen)]
    else:
        found = importlib.util.find_spec("onnxruntime")
        tops = [str(Path(one).parent) for one in (found and found.submodule_search_locations) or ()]
    for top in tops:
        for name in _NAMES:
            for path in sorted(Path(top, _FOLDER).glob(name)):
                return path
    raise OSError("onnxruntime is not there")
