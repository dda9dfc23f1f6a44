"""New keys for everything: the journal is copied under a new vault key, read through, and only then renamed.

Meanwhile the key file holds both generations, so that a crash at any step leaves a journal that one of them opens; the
next unlock finds out which, and finishes or gives up. An old key file no longer opens anything afterwards, whatever
passphrase is known for it. Ways in of a kind this program does not know wrap the old key and go.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from app.errors import DiskFull, VaultDamaged, VaultError
from app.vault import audit, cipher, faults, keyfile, keys, rescue, swap
from app.vault.keyfile import KeyFile, Slot
from app.vault.place import JOURNAL, ROTATION, PlaceLock, disk_fault, sync_folder

if TYPE_CHECKING:
    from app.vault.vault import Vault

_ROOM = 1.2  # times the journal's size must be free


def run(place: Path, file: KeyFile, key: bytes, words: str, secret: bytes, keychain: str) -> KeyFile:
    """The key file afterwards. Whoever calls holds the lock, and nobody has the journal open.

    Raises DiskFull or VaultDamaged with everything as it was.
    """
    size = (place / JOURNAL).stat().st_size
    if shutil.disk_usage(place).free < size * _ROOM:
        raise DiskFull
    fresh = keys.new_secret()
    both = _with_both(file, key, fresh, words, secret, keychain)
    try:
        keyfile.write(place, both)
        _copied(place, both, key, fresh)
        swap.swap(place, place / ROTATION / JOURNAL)
        return _finished(place, both, key, fresh)
    except BaseException as error:
        with contextlib.suppress(OSError, VaultError):
            kept, _ = settle(place, both, key, fresh)
            if kept.gen == both.pending:
                return kept
        if isinstance(error, OSError):
            raise disk_fault(error) from error
        raise


def settle(place: Path, file: KeyFile, key: bytes, fresh: bytes | None) -> tuple[KeyFile, bytes]:
    """After a crash in the middle: whichever of the two keys opens the journal is the one that stays.

    `fresh`: None when the passphrase is not the one that the rotation was begun with.
    """
    try:
        if fresh is not None and _opens(place, coming(file), fresh):
            return _finished(place, file, key, fresh), fresh
        if _opens(place, file, key):
            return _given_up(place, file, key), key
    except OSError as error:
        raise disk_fault(error) from error
    return file, key  # a journal that neither opens is somebody else's errand; both keys stay


def coming(file: KeyFile) -> KeyFile:
    """The key file as it will be when the pending generation has come into use; its MAC is still to be made."""
    gen = file.gen if file.pending is None else file.pending
    slots = tuple(slot for slot in file.slots if slot.get("gen") == gen)
    return replace(file.next(slots), gen=gen, pending=None)


def _with_both(file: KeyFile, key: bytes, fresh: bytes, words: str, secret: bytes, keychain: str) -> KeyFile:
    gen = file.gen + 1
    now_used = next(slot for slot in file.slots_of(keys.PASSPHRASE) if slot.get("gen") == file.gen)
    slot = keys.passphrase_slot(
        file.vault, gen, fresh, words, secret, cost=keys.cost_of(now_used), keychain=keychain
    )
    recovery = keys.recovery_of(file)
    ways: list[Slot] = [
        slot,
        *([] if recovery is None else [keys.recovery_slot(file.vault, gen, fresh, recovery)]),
    ]
    kept = tuple(slot for slot in file.slots if slot.get("gen") == file.gen)
    return keys.sealed(replace(file.next((*kept, *ways)), pending=gen), key)


def _copied(place: Path, file: KeyFile, key: bytes, fresh: bytes) -> None:
    """A journal under the new keys in a folder of its own: every page read, every row counted, a chain of its own."""
    workshop = place / ROTATION
    shutil.rmtree(workshop, ignore_errors=True)
    workshop.mkdir(mode=0o700)
    old_key, new_key = keys.database_key(file, key), keys.database_key(coming(file), fresh)
    try:
        with closing(cipher.dial(place / JOURNAL, "rw", old_key, file.salt_db)) as source:
            source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            with closing(cipher.dial(workshop / JOURNAL, "rwc", new_key, file.salt_db)) as target:
                source.backup(target)
            counts = _counts(source)
        with _made(workshop, file, fresh) as made:
            made.begin_chain_anew("keys")
            _check(made, counts)
            made.checkpoint()
    except dbapi2.Error as error:
        raise faults.fault(error, place / JOURNAL) or VaultDamaged() from error
    sync_folder(workshop)


@contextmanager
def _made(workshop: Path, file: KeyFile, fresh: bytes) -> Iterator[Vault]:
    from app.vault.vault import Vault

    lock = PlaceLock(workshop)
    lock.acquire()
    made = Vault(workshop, coming(file), fresh, lock)
    try:
        made.wake()
        yield made
    finally:
        made.abandon()


def _check(made: Vault, counts: dict[str, int]) -> None:
    made.checkpoint()
    verdict = made.verify_chain()
    pages, structure = made.pragma("cipher_integrity_check"), made.pragma("integrity_check")
    with closing(made.connect(made.place / JOURNAL, "rw")) as raw:
        found = _counts(raw)
    if pages or structure != [("ok",)] or found != counts or (verdict is not None and not verdict.sound):
        raise VaultDamaged


def _counts(raw: dbapi2.Connection) -> dict[str, int]:
    names = [name for name in audit.tables(raw) if name != audit.TABLE]  # the chain begins anew
    return {name: int(raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}  # noqa: S608


def _finished(place: Path, file: KeyFile, key: bytes, fresh: bytes) -> KeyFile:
    """The rescue journal first: while the key file has both generations, either of them can still be read."""
    done = keys.sealed(coming(file), fresh)
    rescue.seal_anew(
        place, file.vault, keys.rescue_key(file, key), keys.rescue_key(done, fresh), keys.recovery_of(file)
    )
    keyfile.write(place, done)
    shutil.rmtree(place / ROTATION, ignore_errors=True)
    return done


def _given_up(place: Path, file: KeyFile, key: bytes) -> KeyFile:
    kept = tuple(slot for slot in file.slots if slot.get("gen") == file.gen)
    done = keys.sealed(replace(file.next(kept), pending=None), key)
    with contextlib.suppress(OSError):  # a full disk: the next unlock gives up again
        keyfile.write(place, done)
    shutil.rmtree(place / ROTATION, ignore_errors=True)
    return done


def _opens(place: Path, file: KeyFile, key: bytes) -> bool:
    try:
        with closing(cipher.dial(place / JOURNAL, "rw", keys.database_key(file, key), file.salt_db)) as raw:
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.Error:
        return False
    return True
