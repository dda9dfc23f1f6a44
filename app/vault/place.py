"""The vault's folder: names of its files, writing that survives a crash, the lock between processes."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeVar

from app.errors import DiskFailing, DiskFull, FileHeld, ReadOnly, VaultError, VaultInUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

T = TypeVar("T")

KEY_FILE = "vault.fjk"
KEY_COPY = "vault.fjk.bak"
JOURNAL = "journal.fjdb"
STATE = "state.json"
RESCUE = "rescue"
BACKUP = "backup"
ROTATION = "rotation"
WORKSHOP = "salvage"
DAMAGE = "damage.json"
LOCK = "vault.lock"

PAGE = 4096
_LOCKED_BYTE = 1 << 30  # far behind the pid, so that another process can still read it on Windows
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)  # by another process, as each system says it
_HELD_BY_ANOTHER = (32, 33)  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_AV_PAUSES = (0.05, 0.1, 0.2, 0.4)


def disk_fault(error: OSError) -> VaultError:
    """The error of the tree that says what the disk refused."""
    if is_held(error):
        return FileHeld()
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull()
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return ReadOnly()
    return DiskFailing()


def is_held(error: OSError) -> bool:
    """Windows: another program has the file open and shares it with nobody, or has locked a part of it."""
    return getattr(error, "winerror", None) in _HELD_BY_ANOTHER


def holds_vault(place: Path) -> bool:
    """Whether any part of a vault is here, whole or not."""
    return any((place / name).exists() for name in (KEY_FILE, KEY_COPY, JOURNAL))


def holds_key(place: Path) -> bool:
    return any((place / name).exists() for name in (KEY_FILE, KEY_COPY))


def write_atomic(path: Path, data: bytes) -> None:
    """At every instant `path` is the whole old or the whole new file, also after a power cut."""
    temporary = path.with_name(path.name + ".tmp")
    try:
        with open(temporary, "wb", opener=private) as file:
            file.write(data)
            file.flush()
            _sync(file.fileno())
        move(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """A rename is durable only when its folder is; Windows offers no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Everything written to it is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def private(path: str, flags: int) -> int:
    """For `open(…, opener=private)`: nobody but the owner may read the file."""
    return os.open(path, flags, 0o600)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def move(source: Path, target: Path) -> None:
    """`target` becomes `source`. A virus scanner may hold a fresh file for a moment: it is waited for."""
    patiently(lambda: os.replace(source, target))


def patiently(act: Callable[[], T]) -> T:
    """What `act` gives; on Windows tried five times, for a virus scanner lets go of a file after a moment."""
    for pause in _AV_PAUSES:
        try:
            return act()
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(pause)
    return act()


class PlaceLock:
    """One process at a time. The system lets go the moment the holder dies, so nothing can be stale."""

    def __init__(self, place: Path) -> None:
        self._path = place / LOCK
        self._file: IO[bytes] | None = None

    def acquire(self) -> None:
        try:
            file = patiently(lambda: open(self._path, "a+b", opener=private))  # noqa: SIM115 - held until release
        except OSError as error:
            raise disk_fault(error) from error
        try:
            _lock(file.fileno())
        except OSError as error:
            file.close()
            if error.errno in _HELD:
                raise VaultInUse from error
            raise disk_fault(error) from error
        with contextlib.suppress(OSError):  # the pid is only a hint for a person
            file.truncate(0)
            file.write(str(os.getpid()).encode())
            file.flush()
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
