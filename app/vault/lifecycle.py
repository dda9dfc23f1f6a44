"""Make a vault, open it, change its passphrase: the order of steps that no crash can turn into a loss."""

from __future__ import annotations

import contextlib
import logging
import re
import secrets
import shutil
from datetime import datetime
from pathlib import Path

from app import paths
from app.errors import (
    BadLocation,
    KeychainAbsent,
    KeychainDenied,
    KeychainLocked,
    VaultAway,
    VaultEmpty,
    VaultError,
    VaultExists,
    VaultMissing,
)
from app.vault import keyfile, keys, passphrase, rotation, swap, whereabouts
from app.vault.entry import Entry, counted, enter, require_here, secret_of
from app.vault.keychain import Keychain
from app.vault.keyfile import KeyFile
from app.vault.keys import Cost, RecoveryKey
from app.vault.place import (
    JOURNAL,
    KEY_COPY,
    KEY_FILE,
    LOCK,
    PAGE,
    STATE,
    WORKSHOP,
    PlaceLock,
    disk_fault,
    holds_key,
    holds_vault,
    sync_folder,
)
from app.vault.vault import Vault

log = logging.getLogger(__name__)

_MAKING = ".making-"
_ID = re.compile(r"[0-9a-f]{32}")


def create(
    place: Path,
    words: str,
    keychain: Keychain,
    *,
    recovery: RecoveryKey | None = None,
    cost: Cost | None = None,
) -> Vault:
    """A new vault at `place`, built beside it and moved there whole.

    A crash on the way leaves nothing at `place`, so that trying again always works. `cost` is for
    tests; the program calibrates.
    """
    _require_location(place)
    passphrase.check(words)
    _require_free(place)
    if whereabouts.was_here(place) or whereabouts.is_away(keychain, place.parent):
        raise VaultAway
    vault, secret = _new_id(place, keychain), keys.new_secret()
    workshop = _workshop(place)
    try:
        keychain.put(vault, secret)
        if keychain.get(vault) != secret:
            raise KeychainDenied
        _build(workshop, vault, words, secret, keychain.name, recovery, cost or keys.calibrate())
        _move(workshop, place)
    except BaseException as error:
        shutil.rmtree(workshop, ignore_errors=True)
        if not isinstance(error, KeychainLocked | KeychainAbsent):  # do not ask a closed door twice
            with contextlib.suppress(VaultError):
                keychain.remove(vault)
        if isinstance(error, OSError):
            raise disk_fault(error) from error
        raise
    opened = _open(place, words, keychain)
    with contextlib.suppress(VaultError):  # it is made; the next lock remembers it, too
        opened.remember_place()
    return opened


def unlock(place: Path, words: str, keychain: Keychain, *, now: datetime) -> Vault:
    """The vault at `place`. Wrong passphrases are counted before they are tried."""
    _require_location(place)
    return _open(place, words, keychain, now=now)


def unlock_frozen(place: Path, words: str, keychain: Keychain, *, now: datetime) -> Vault:
    """The vault at `place` as it lies there, on a medium that cannot be written to: no lock, no log, no change."""
    _require_journal(place)
    entry = enter(place, words, keychain, now=now, frozen=True)
    vault = Vault(place, entry.file, entry.key, entry.lock, frozen=True)
    try:
        vault.wake()
    except BaseException:
        vault.abandon()
        raise
    return vault


def change_passphrase(
    vault: Vault, old: str, new: str, keychain: Keychain, *, now: datetime, cost: Cost | None = None
) -> None:
    """One of the two opens the vault afterwards, never both and never neither, whatever happens."""
    passphrase.check(new)
    file, _ = keyfile.read(vault.place)
    secret = secret_of(file, keychain)
    key = counted(vault.place, file, old, secret, now)
    kept = tuple(slot for slot in file.slots if slot.get("type") != keys.PASSPHRASE)
    slot = keys.passphrase_slot(
        file.vault, file.gen, key, new, secret, cost=cost or keys.calibrate(), keychain=keychain.name,
        renew=vault.must_renew,
    )  # fmt: skip
    try:
        keyfile.write(vault.place, keys.sealed(file.next((slot, *kept)), key))
    except OSError as error:
        raise disk_fault(error) from error


def rotate(place: Path, words: str, keychain: Keychain, *, now: datetime) -> int:
    """New keys for a vault that nobody has open; the generation it has now. See `app.vault.rotation`."""
    entry = enter(place, words, keychain, now=now)
    try:
        secret = secret_of(entry.file, keychain)
        return rotation.run(place, entry.file, entry.key, words, secret, keychain.name).gen
    finally:
        entry.lock.release()


def beside(entry: Entry, place: Path) -> Vault:
    """An empty journal under the same keys in a folder of its own, to be filled and put in the old one's place."""
    workshop = place / WORKSHOP
    shutil.rmtree(workshop, ignore_errors=True)
    try:
        workshop.mkdir(mode=0o700)
    except OSError as error:
        raise disk_fault(error) from error
    lock = PlaceLock(workshop)
    lock.acquire()
    return Vault(workshop, entry.file, entry.key, lock, new=True)


def clear_beside(place: Path) -> None:
    shutil.rmtree(place / WORKSHOP, ignore_errors=True)


def new_seed() -> bytes:
    """For a computer whose own signing key could not be read: to the jobcenter it is a new one."""
    return keys.new_secret()


def _open(place: Path, words: str, keychain: Keychain, *, now: datetime | None = None) -> Vault:
    require_here(place)
    if holds_key(place):
        _require_journal(place)
    entry = enter(place, words, keychain, now=now)
    try:
        vault = Vault(place, entry.file, entry.key, entry.lock, keychain=keychain)
    except BaseException:
        entry.lock.release()
        raise
    try:
        vault.wake()
        vault.judge(now=now)
        _tidy(place)
        vault.repaired = entry.lagging and _repair(place, entry.file)
        whereabouts.saw(place)
    except BaseException:
        vault.abandon()
        raise
    return vault


def _repair(place: Path, file: KeyFile) -> bool:
    try:
        keyfile.repair(place, file)
    except OSError as error:
        log.warning("key file copy not repaired: errno %s", error.errno)
        return False
    return True


def _tidy(place: Path) -> None:
    """A write that was killed before its rename; we hold the lock, so nobody is at it."""
    for name in (KEY_FILE, KEY_COPY, STATE):
        with contextlib.suppress(OSError):
            (place / (name + ".tmp")).unlink(missing_ok=True)
    swap.sweep(place)


def _require_location(place: Path) -> None:
    if paths.unsuitable(place) is not None:
        raise BadLocation


def _require_free(place: Path) -> None:
    """Anything but what a vault leaves before it exists is somebody's, and stays untouched."""
    if holds_vault(place):
        raise VaultExists
    if place.exists() and (not place.is_dir() or {path.name for path in place.iterdir()} - {STATE, LOCK}):
        raise VaultExists


def _require_journal(place: Path) -> None:
    try:
        if (place / JOURNAL).stat().st_size < PAGE:
            raise VaultEmpty
    except FileNotFoundError:
        raise VaultMissing from None


def _new_id(place: Path, keychain: Keychain) -> str:
    """The folder's name, unless a keychain entry of that name still belongs to an older vault."""
    named = _ID.fullmatch(place.name) is not None
    return place.name if named and keychain.get(place.name) is None else secrets.token_hex(16)


def _workshop(place: Path) -> Path:
    """A folder beside the place, in which the vault is built."""
    workshop = place.with_name(_MAKING + secrets.token_hex(8))
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(place.parent)
        workshop.mkdir(mode=0o700)
    except OSError as error:
        raise disk_fault(error) from error
    return workshop


def _build(
    workshop: Path,
    vault: str,
    words: str,
    secret: bytes,
    keychain: str,
    recovery: RecoveryKey | None,
    cost: Cost,
) -> None:
    key = keys.new_secret()
    slots = [keys.passphrase_slot(vault, 1, key, words, secret, cost=cost, keychain=keychain)]
    if recovery is not None:
        slots.append(keys.recovery_slot(vault, 1, key, recovery))
    file = KeyFile(vault, epoch=1, gen=1, salt_db=secrets.token_bytes(16), slots=tuple(slots))
    file = keys.sealed(file, key)
    keyfile.write(workshop, file)
    _build_journal(workshop, file, key)


def _build_journal(workshop: Path, file: KeyFile, key: bytes) -> None:
    lock = PlaceLock(workshop)
    lock.acquire()
    made = Vault(workshop, file, key, lock, new=True)
    try:
        made.lay(keys.new_secret())
        made.wake()
        made.checkpoint()
    finally:
        made.abandon()
    sync_folder(workshop)


def _move(workshop: Path, place: Path) -> None:
    """One rename: `place` holds a whole vault or none."""
    (workshop / LOCK).unlink()
    if place.exists():
        if (place / STATE).exists():
            shutil.copyfile(place / STATE, workshop / STATE)
        for name in (STATE, LOCK):
            (place / name).unlink(missing_ok=True)
        place.rmdir()
    try:
        workshop.rename(place)
    except OSError as error:
        raise (VaultExists() if holds_vault(place) else disk_fault(error)) from error
    sync_folder(place.parent)


def _sweep(parent: Path) -> None:
    """Workshops of a create that was killed: no vault was ever handed out from them."""
    for workshop in parent.glob(_MAKING + "*"):
        lock = PlaceLock(workshop)
        with contextlib.suppress(VaultError):
            lock.acquire()
            lock.release()
            shutil.rmtree(workshop, ignore_errors=True)
