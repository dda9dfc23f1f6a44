"""Compound files (MS-CFB), in which Outlook keeps a message: their streams by path. Bounded whatever the file says."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD, _ENTRY, _MINI = 512, 128, 64
_FREE = 0xFFFFFFFA  # this and above are no sectors
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_NONE = 0xFFFFFFFF


class Broken(ValueError):
    """Not a compound file, or one that contradicts itself."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


def streams(data: bytes) -> dict[str, bytes]:
    """Every stream under its path, storages parted by "/". Raises Broken."""
    try:
        return dict(_File(data).streams())
    except (struct.error, IndexError, UnicodeDecodeError):
        raise Broken from None


class _File:
    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise Broken
        self._data = data
        self._sector = 1 << struct.unpack_from("<H", data, 30)[0]
        if self._sector not in (512, 4096):
            raise Broken
        directory, _, self._cutoff, minifat = struct.unpack_from("<4I", data, 48)
        self._most = len(data) // self._sector + 1
        self._fat = self._table(b"".join(map(self._at, self._fat_sectors())))
        self._minifat = self._table(self._chain(minifat))
        self._entries = [_entry(raw) for raw in _split(self._chain(directory), _ENTRY)]
        root = self._entries[0]
        if root.kind != _ROOT:
            raise Broken
        self._mini = self._chain(root.start)

    def streams(self) -> Iterator[tuple[str, bytes]]:
        """From the root down; an entry that is met twice would be a loop."""
        waiting, met = [("", self._entries[0].child)], set[int]()
        while waiting:
            path, number = waiting.pop()
            if number == _NONE:
                continue
            if number in met:
                raise Broken
            met.add(number)
            entry = self._entries[number]
            waiting += [(path, entry.left), (path, entry.right)]
            if entry.kind == _STORAGE:
                waiting.append((f"{path}{entry.name}/", entry.child))
            elif entry.kind == _STREAM:
                yield path + entry.name, self._content(entry)

    def _content(self, entry: _Entry) -> bytes:
        if entry.size > len(self._data):
            raise Broken
        if entry.size >= self._cutoff:
            return self._chain(entry.start)[: entry.size]
        place = entry.start
        pieces: list[bytes] = []
        for _ in range(entry.size // _MINI + 1):
            if place >= _FREE:
                break
            pieces.append(self._mini[place * _MINI : (place + 1) * _MINI])
            place = self._minifat[place]
        return b"".join(pieces)[: entry.size]

    def _chain(self, first: int) -> bytes:
        place = first
        pieces: list[bytes] = []
        for _ in range(self._most):
            if place >= _FREE:
                return b"".join(pieces)
            pieces.append(self._at(place))
            place = self._fat[place]
        raise Broken

    def _fat_sectors(self) -> Iterator[int]:
        """Where the table of sectors lies: 109 places in the head, the rest in sectors that lead on."""
        yield from (n for n in struct.unpack_from("<109I", self._data, 76) if n < _FREE)
        further = struct.unpack_from("<I", self._data, 68)[0]
        for _ in range(self._most):
            if further >= _FREE:
                return
            *numbers, further = self._table(self._at(further))
            yield from (n for n in numbers if n < _FREE)
        raise Broken

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        if start >= len(self._data):
            raise Broken
        return self._data[start : start + self._sector].ljust(self._sector, b"\0")

    def _table(self, raw: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(raw) // 4}I", raw)


def _entry(raw: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", raw, 64)
    left, right, child = struct.unpack_from("<3I", raw, 68)
    start, size = struct.unpack_from("<IQ", raw, 116)
    name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le")
    return _Entry(name, kind, left, right, child, start, size & 0xFFFFFFFF)


def _split(raw: bytes, length: int) -> Iterator[bytes]:
    return (raw[i : i + length] for i in range(0, len(raw) - length + 1, length))
