"""Put a finished journal in the old one's place, as one step that no crash can halve.

A journal and its write-ahead log are two files, and a new journal beside an old log would be a damaged one. So the
intent is written down first; whoever enters next finishes what a crash has left.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from app.vault.place import JOURNAL, ROTATION, WORKSHOP, move, sync_file, sync_folder, write_atomic

_INTENT = "replace.todo"
RESTORED = "restored.tmp"
_MADE = frozenset({RESTORED, f"{WORKSHOP}/{JOURNAL}", f"{ROTATION}/{JOURNAL}"})
_SIDES = ("-wal", "-shm")


def swap(place: Path, new: Path) -> None:
    """`new`: a journal that is whole, with no log of its own, in one of the places this room makes journals in."""
    sync_file(new)
    write_atomic(place / _INTENT, new.relative_to(place).as_posix().encode())
    finish(place)


def is_begun(place: Path) -> bool:
    return (place / _INTENT).exists()


def finish(place: Path) -> None:
    """What an intent that is still there asks for. Whoever calls holds the vault's lock."""
    try:
        name = (place / _INTENT).read_text("ascii", "replace")
    except FileNotFoundError:
        return
    if name in _MADE and (place / name).exists():
        for side in _SIDES:
            (place / (JOURNAL + side)).unlink(missing_ok=True)
        sync_folder(place)
        move(place / name, place / JOURNAL)
        sync_folder(place)
    (place / _INTENT).unlink()


def keep(place: Path, name: str) -> Path:
    """The journal and its log stay beside it under another name, too; both names are the same bytes."""
    name = next(free for free in _numbered(name) if _is_free(place, free))
    for side in ("", "-wal"):
        if (place / (JOURNAL + side)).exists():
            _link(place / (JOURNAL + side), place / (name + side))
    sync_folder(place)
    return place / name


def _numbered(name: str) -> Iterator[str]:
    yield name
    for number in itertools.count(2):
        yield f"{name}-{number}"


def _is_free(place: Path, name: str) -> bool:
    """Nobody's, or this very file already, where a crash came between keeping and swapping."""
    there, journal = place / name, place / JOURNAL
    return not there.exists() or (journal.exists() and there.samefile(journal))


def sweep(place: Path) -> None:
    """What was being made when the program was killed, and nobody was promised."""
    for folder in (WORKSHOP, ROTATION):
        shutil.rmtree(place / folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        (place / RESTORED).unlink(missing_ok=True)


def _link(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copyfile(source, target)
        target.chmod(0o600)
        sync_file(target)
