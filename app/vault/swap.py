"""Put a finished journal in the old one's place, as one step that no crash can halve.

A journal and its write-ahead log are two files, and a new journal beside an old log would be a damaged one. So the
intent is written down first; whoever enters next finishes what a crash has left.
"""

from __future__ import annotations

import contextlib
import os
import shutil
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
    for side in ("", "-wal"):
        if (place / (JOURNAL + side)).exists():
            _link(place / (JOURNAL + side), place / (name + side))
    sync_folder(place)
    return place / name


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
