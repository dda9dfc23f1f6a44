"""Whole copies of the journal beside it, under the same key: three daily, and two from before a change of its schema.

They stand against damage and against mistakes of a new version, not against a lost disk; against that stands the
jobcenter's server. A copy counts only when it has been read through. Names tell when, which schema, which keys.
"""

from __future__ import annotations

import contextlib
import logging
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from app.errors import BackupUnsound, DiskFull
from app.vault.place import BACKUP, JOURNAL, PAGE, disk_fault, move, sync_file, sync_folder

if TYPE_CHECKING:
    from app.vault.vault import Vault

log = logging.getLogger(__name__)

DAILY, BEFORE = "daily", "before"
KEPT = {DAILY: 3, BEFORE: 2}
_ROOM = 1.2  # times the file's size must be free
_NAME = re.compile(r"(\d{8}T\d{6})-s(\d+)-g(\d+)-(daily|before)\.fjdb")
_STAMP = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Copy:
    """`gen`: the generation of keys it is under. `kind`: `daily` or `before`."""

    path: Path
    at: datetime
    schema: int
    gen: int
    kind: str
    size: int


def copies(place: Path) -> tuple[Copy, ...]:
    """The newest first."""
    folder = place / BACKUP
    found = [_copy(path) for path in folder.iterdir()] if folder.is_dir() else []
    return tuple(sorted((one for one in found if one), key=lambda one: one.at, reverse=True))


def make(vault: Vault, kind: str, *, now: datetime) -> Copy:
    """A new copy, read through before it counts; the oldest of its kind beyond the number go."""
    folder = vault.place / BACKUP
    unfinished = folder / "unfinished.tmp"
    try:
        needed = (vault.place / JOURNAL).stat().st_size * _ROOM
        if shutil.disk_usage(vault.place).free < needed:
            raise DiskFull
        folder.mkdir(mode=0o700, exist_ok=True)
        _fill(vault, unfinished)
        schema = check(vault, unfinished)
        stamp = now.astimezone(UTC).strftime(_STAMP)
        path = folder / f"{stamp}-s{schema}-g{vault.gen}-{kind}.fjdb"
        sync_file(unfinished)
        move(unfinished, path)
        sync_folder(folder)
    except OSError as error:
        raise disk_fault(error) from error
    finally:
        _clear(unfinished)
    _prune(vault, kind)
    made = _copy(path)
    if made is None:
        raise BackupUnsound
    return made


def check(vault: Vault, path: Path) -> int:
    """Every page of a copy read and its chain followed; its schema. Raises BackupUnsound."""
    with opened(vault, path) as raw:
        pages = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        structure = raw.execute("PRAGMA integrity_check").fetchone()
        if pages or structure != ("ok",) or not vault.chain_holds(raw):
            raise BackupUnsound
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def opened(vault: Vault, path: Path) -> Iterator[dbapi2.Connection]:
    """A copy, to be read only."""
    if path.stat().st_size < PAGE:
        raise BackupUnsound
    raw = vault.connect(path, "ro")
    try:
        yield raw
    except dbapi2.DatabaseError as error:
        raise BackupUnsound from error
    finally:
        raw.close()


def _fill(vault: Vault, path: Path) -> None:
    _clear(path)
    source = vault.connect(vault.place / JOURNAL, "rw")
    try:
        target = vault.connect(path, "rwc")
        try:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE").fetchall()
        finally:
            target.close()
    except dbapi2.Error as error:
        raise vault.fault(error) or error from error
    finally:
        source.close()


def _prune(vault: Vault, kind: str) -> None:
    """Also what is under keys that are no longer in use: nobody can open it, and nobody should."""
    found = copies(vault.place)
    foreign = [one for one in found if one.gen != vault.gen]
    for old in [*foreign, *[one for one in found if one.kind == kind and one not in foreign][KEPT[kind] :]]:
        with contextlib.suppress(OSError):
            old.path.unlink()


def _copy(path: Path) -> Copy | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    return Copy(path, at, int(match[2]), int(match[3]), match[4], path.stat().st_size)


def _clear(path: Path) -> None:
    for name in (path.name, path.name + "-wal", path.name + "-shm", path.name + "-journal"):
        path.with_name(name).unlink(missing_ok=True)
