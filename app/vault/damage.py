"""Which pages of a journal cannot be read, and a mark beside it until it is sound again, for the next unlock to look."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from app.vault.place import DAMAGE, PAGE, write_atomic

Connect = Callable[[], dbapi2.Connection]

_CHUNK = 1 << 20
_PAGE_SAID = re.compile(r"page (\d+)")


def pages(connect: Connect, journal: Path) -> tuple[int, ...]:
    """Numbers of the pages whose checksum does not fit, counted from one as SQLite does; () where that cannot be told.

    Reads the whole file: 2 s for 445 MB. All of them is no damage but another vault's file, and names none.
    """
    try:
        raw = connect()
        try:
            said = [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check")]
        finally:
            raw.close()
        whole = journal.stat().st_size // PAGE
    except (dbapi2.Error, OSError):
        return ()
    found = tuple(sorted({int(match[1]) for line in said if (match := _PAGE_SAID.search(line))}))
    return () if len(found) >= max(whole, 2) else found


def disk_reads(journal: Path) -> bool:
    """Whether the system can read the file to its end; SQLite calls some errors of a disk damage."""
    try:
        with journal.open("rb", buffering=0) as file:
            while file.read(_CHUNK):
                pass
    except OSError:
        return False
    return True


def mark(place: Path, found: tuple[int, ...]) -> None:
    """The damaged page may lie where no unlock reads; without the mark nobody would be told a second time."""
    with contextlib.suppress(OSError):
        write_atomic(place / DAMAGE, json.dumps({"pages": list(found)}).encode())


def is_marked(place: Path) -> bool:
    return (place / DAMAGE).exists()


def clear(place: Path) -> None:
    with contextlib.suppress(OSError):
        (place / DAMAGE).unlink(missing_ok=True)
