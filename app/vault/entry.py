"""From a typed passphrase to the keys of a vault, under its lock; wrong ones are counted before they are tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import (
    DeviceSecretForeign,
    DeviceSecretMissing,
    KeyFileDamaged,
    KeyFileTooNew,
    PassphraseOff,
    TooManyAttempts,
    VaultAway,
    WrongPassphrase,
)
from app.vault import attempts, keyfile, keys, rotation, swap
from app.vault.keychain import Keychain
from app.vault.keyfile import KeyFile
from app.vault.place import PlaceLock, disk_fault, holds_vault


@dataclass(frozen=True, slots=True)
class Entry:
    """Whoever has it knows the passphrase and holds the lock: `release` it, or give it to a Vault."""

    file: KeyFile
    key: bytes
    lock: PlaceLock
    lagging: bool


def enter(
    place: Path, words: str, keychain: Keychain, *, now: datetime | None, frozen: bool = False
) -> Entry:
    """The keys of a vault whose journal may be damaged or gone; a rotation that was cut short is finished first.

    Without `now`, wrong passphrases are not counted. `frozen`: on a medium that cannot be written to there is no lock.
    """
    require_here(place)
    lock = PlaceLock(place)
    if not frozen:
        lock.acquire()
    try:
        if not frozen:
            _finish(place)
        file, lagging = keyfile.read(place)
        secret = secret_of(file, keychain)
        key = key_of(file, words, secret) if now is None else counted(place, file, words, secret, now)
        if file.pending is not None and not frozen:
            file, key = rotation.settle(place, file, key, _coming(file, words, secret))
    except BaseException:
        lock.release()
        raise
    return Entry(file, key, lock, lagging)


def require_here(place: Path) -> None:
    """Not even a lock is left in a folder that holds nothing of a vault: a drive may be mounted there in a moment."""
    try:
        here = holds_vault(place)
    except OSError as error:
        raise VaultAway from error
    if not here:
        raise VaultAway


def _finish(place: Path) -> None:
    try:
        swap.finish(place)
    except OSError as error:
        raise disk_fault(error) from error


def counted(place: Path, file: KeyFile, words: str, secret: bytes, now: datetime) -> bytes:
    """The counter goes up first, so that pulling the plug in mid-guess wins nothing.

    Raises PassphraseOff after a hundred wrong ones in a row, where there is another way in: nothing is erased for it.
    """
    before = attempts.read(place)
    if before.failures >= attempts.MOST and keys.recovery_of(file) is not None:
        raise PassphraseOff
    wait = before.wait(now)
    if wait > 0:
        raise TooManyAttempts(wait)
    tried = before.tried(now)
    attempts.write(place, tried)
    try:
        key = key_of(file, words, secret)
    except WrongPassphrase:
        raise WrongPassphrase(tried.wait(now)) from None
    except BaseException:
        attempts.write(place, before)  # no memory, a forged file: not the typist's mistake
        raise
    attempts.write(place, tried.opened(now))
    return key


def key_of(file: KeyFile, words: str, secret: bytes, *, gen: int | None = None) -> bytes:
    """The vault key out of the slot of the generation in use, or of the one that a rotation is about to bring."""
    wanted = file.gen if gen is None else gen
    for slot in file.slots_of(keys.PASSPHRASE):
        if slot.get("gen") != wanted or slot.get("ds_id") != keys.secret_id(secret):
            continue
        key = keys.open_passphrase_slot(file.vault, slot, words, secret)
        if key is not None:
            if gen is None and not keys.is_genuine(file, key):
                raise KeyFileDamaged
            return key
    raise WrongPassphrase


def _coming(file: KeyFile, words: str, secret: bytes) -> bytes | None:
    """The key that a rotation was about to bring; None when it was begun with another passphrase."""
    try:
        return key_of(file, words, secret, gen=file.pending)
    except WrongPassphrase:
        return None


def secret_of(file: KeyFile, keychain: Keychain) -> bytes:
    """Never makes a new one: beside an existing vault that would be a key to nothing."""
    slots = file.slots_of(keys.PASSPHRASE)
    if not slots:
        raise KeyFileTooNew  # only ways in that a later program knows
    secret = keychain.get(file.vault)
    if secret is None:
        raise DeviceSecretMissing(str(slots[0].get("keyring", "")))
    if all(slot.get("ds_id") != keys.secret_id(secret) for slot in slots):
        raise DeviceSecretForeign
    return secret
