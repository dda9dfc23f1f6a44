"""What SQLite's error codes mean to a person: full, read-only, damaged, in use."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path

from sqlcipher3 import dbapi2

from app.errors import (
    DiskFailing,
    DiskFull,
    FileHeld,
    NotEnoughMemory,
    ReadOnly,
    VaultDamaged,
    VaultError,
    VaultGone,
    VaultMissing,
)
from app.vault.place import is_held

_ROOM = 256 << 10  # less than this left, and an I/O error of SQLite means a full disk
_SIMPLE: dict[int, type[VaultError]] = {
    dbapi2.SQLITE_FULL: DiskFull,
    dbapi2.SQLITE_READONLY: ReadOnly,
    dbapi2.SQLITE_CORRUPT: VaultDamaged,
    dbapi2.SQLITE_NOTADB: VaultDamaged,
    # No other Feltjournal: that one has been kept out by the lock of the folder.
    dbapi2.SQLITE_BUSY: FileHeld,
    dbapi2.SQLITE_LOCKED: FileHeld,
    dbapi2.SQLITE_NOMEM: NotEnoughMemory,
}


def fault(error: BaseException, journal: Path) -> VaultError | None:
    """The error of the tree, or None for what is a bug."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN):
        return _disk_fault(journal)
    simple = _SIMPLE.get(code)
    return None if simple is None else simple()


def identity(journal: Path) -> tuple[int, int]:
    """Which file it is, whatever it is called. Raises VaultGone where there is none any more."""
    try:
        found = journal.stat()
    except FileNotFoundError:
        raise VaultGone from None
    except OSError as error:
        raise DiskFailing from error
    return found.st_dev, found.st_ino


def is_there(journal: Path) -> bool:
    try:
        return journal.exists()
    except OSError:
        return False


def is_damage(error: BaseException) -> bool:
    return _SIMPLE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF) is VaultDamaged


def _disk_fault(journal: Path) -> VaultError:
    """SQLite says no more than `I/O error` or `unable to open`; look for the reason."""
    try:
        journal.stat()
        if sys.platform == "win32":  # nowhere else: closing a file would let go of SQLite's own locks on it
            journal.open("r+b").close()
    except FileNotFoundError:
        return VaultMissing()
    except OSError as error:
        if is_held(error):
            return FileHeld()
        if not isinstance(error, PermissionError):
            return DiskFailing()
    if not os.access(journal, os.W_OK) or not os.access(journal.parent, os.W_OK):
        return ReadOnly()
    with contextlib.suppress(OSError):
        if shutil.disk_usage(journal.parent).free < _ROOM:
            return DiskFull()
    return DiskFailing()
