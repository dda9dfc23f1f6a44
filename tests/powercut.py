"""A power cut, simulated: kill -9 does not test fsync, for what was written survives it in the system's memory.

A writer runs under strace, which records every write, truncation and fsync on the journal's files and every
acknowledgement. A crash state is then: everything before a file's last fsync, and of what came after it any part, in
any order, some of it torn at 512 bytes. Every acknowledged row must be in each such state.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from app.vault.place import JOURNAL
from tests.vault_children import body
from tests.vault_parts import open_vault

ROOT = Path(__file__).parents[1]
_CALLS = "trace=openat,close,pwrite64,write,ftruncate,fsync,fdatasync"
_LINE = re.compile(r"\d+\s+(\w+)\((.*)\)\s+=\s+(-?\d+)")
_TEXT = re.compile(r'"([^"]*)"')
_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Event:
    """`what`: write, cut, sync or ack. `at`: an offset, a size, or the number acknowledged."""

    what: str
    file: str = ""
    at: int = 0
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Recording:
    key: str
    base: dict[str, bytes]
    events: tuple[Event, ...]


def record(place: Path, aside: Path, *, rows: int, autocheckpoint: int, synchronous: str) -> Recording:
    """Have a vault that holds the table `written` written to, and remember how."""
    vault = open_vault(place)
    assert vault._key is not None
    key = vault._key.hex() + vault._salt.hex()
    vault.close()
    base = {path.name: path.read_bytes() for path in place.iterdir() if path.name.startswith(JOURNAL)}
    trace = aside / "trace"
    command = [
        *("strace", "-f", "--seccomp-bpf", "-xx", "-s", "70000", "-e", _CALLS, "-o", str(trace)),
        *(sys.executable, "-m", "tests.powercut", str(place), str(rows), str(autocheckpoint), synchronous),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    return Recording(key, base, tuple(_events(trace, place)))


def crash(recording: Recording, rng: random.Random) -> tuple[dict[str, bytearray], int]:
    """What a disk may hold after a cut at some moment, and the last number acknowledged before it."""
    files = {name: bytearray(data) for name, data in recording.base.items()}
    waiting: dict[str, list[Event]] = defaultdict(list)
    acknowledged = 0
    for event in recording.events[: rng.randrange(1, len(recording.events) + 1)]:
        if event.what == "ack":
            acknowledged = event.at
        elif event.what == "sync":
            for done in waiting.pop(event.file, []):
                _apply(files.setdefault(event.file, bytearray()), done)
        else:
            waiting[event.file].append(event)
    manner = rng.choice(("none", "all", "some", "torn"))
    for name, events in waiting.items():
        _survive(files.setdefault(name, bytearray()), events, manner, rng)
    return files, acknowledged


def rows_of(files: dict[str, bytearray], key: str, folder: Path) -> dict[int, str] | None:
    """What the next start would read; None when it could not be opened."""
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    connection = dbapi2.connect(str(folder / JOURNAL), isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log = off").fetchall()
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        found = dict(connection.execute("SELECT id, body FROM written").fetchall())
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.execute(
            "PRAGMA wal_checkpoint(TRUNCATE)"
        ).fetchall()  # only then the cipher sees every page
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    except dbapi2.DatabaseError:
        return None
    finally:
        connection.close()
    return found


def _events(trace: Path, place: Path) -> Iterator[Event]:
    files: dict[int, str] = {}
    for line in trace.read_text("ascii", errors="replace").splitlines():
        match = _LINE.match(line)
        if match is None or int(match[3]) < 0:
            continue
        call, given, answer = match[1], match[2], int(match[3])
        if call == "openat":
            name = Path(_bytes(given).decode())
            files.pop(answer, None)
            if name.parent == place and name.name.startswith(JOURNAL) and not name.name.endswith("-shm"):
                files[answer] = name.name
            continue
        descriptor = int(given.split(",")[0])
        if call == "close":
            files.pop(descriptor, None)
        elif call == "write" and descriptor == 1 and _bytes(given).startswith(b"ACK "):
            yield Event("ack", at=int(_bytes(given).split()[1]))
        elif descriptor in files:
            yield from _event(call, files[descriptor], given)


def _event(call: str, name: str, given: str) -> Iterator[Event]:
    if call == "pwrite64":
        assert '"...' not in given, "a write was cut short in the trace"
        yield Event("write", name, int(given.rsplit(", ", 1)[1]), _bytes(given))
    elif call == "ftruncate":
        yield Event("cut", name, int(given.split(",")[1], 0))
    elif call in ("fsync", "fdatasync"):
        yield Event("sync", name)


def _bytes(given: str) -> bytes:
    found = _TEXT.search(given)
    return bytes.fromhex(found[1].replace("\\x", "")) if found else b""


def _survive(data: bytearray, events: list[Event], manner: str, rng: random.Random) -> None:
    left = list(events)
    if manner in ("some", "torn"):
        rng.shuffle(left)
    for event in left:
        if manner == "none" or (manner in ("some", "torn") and rng.random() < 0.5):
            continue
        if manner == "torn" and event.what == "write":
            for start in range(0, len(event.data), _SECTOR):
                if rng.random() < 0.6:
                    piece = event.data[start : start + _SECTOR]
                    _apply(data, Event("write", event.file, event.at + start, piece))
        else:
            _apply(data, event)


def _apply(data: bytearray, event: Event) -> None:
    if event.what == "cut":
        del data[event.at :]
        return
    if len(data) < event.at:
        data.extend(bytes(event.at - len(data)))
    data[event.at : event.at + len(event.data)] = event.data


def _write(place: Path, rows: int, autocheckpoint: int, synchronous: str) -> None:
    vault = open_vault(place)
    vault.pragma(f"wal_autocheckpoint = {autocheckpoint}")
    vault.pragma(f"synchronous = {synchronous}")
    for number in range(1, rows + 1):
        with vault.begin() as tx:
            tx.exec_driver_sql("INSERT INTO written (id, body) VALUES (?, ?)", (number, body(number)))
        os.write(1, b"ACK %d\n" % number)
    os._exit(0)  # no tidy close: the cut comes while the program runs


if __name__ == "__main__":
    _write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
