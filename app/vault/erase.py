"""Destroying a vault on the jobcenter's order: the key first, so that what a disk may keep can never be read."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.errors import VaultError
from app.vault import whereabouts
from app.vault.place import (
    BACKUP,
    DAMAGE,
    JOURNAL,
    KEY_COPY,
    KEY_FILE,
    RESCUE,
    ROTATION,
    STATE,
    WORKSHOP,
    disk_fault,
)  # fmt: skip
from app.vault.vault import Vault


def erase(vault: Vault) -> None:
    """Close the vault; then keychain secret, key files, journal and every copy of it beside it are gone.

    Harmless twice, and after a fall in the middle: without the secret in the keychain no key file opens anything.
    Raises VaultError where the keychain or the disk does not let go of something; the rest is destroyed all the same.
    """
    keychain, place = vault.keychain, vault.place
    vault.close()
    refusal: VaultError | None = None
    if keychain is not None:
        try:
            keychain.remove(vault.id)
        except VaultError as error:
            refusal = error
    whereabouts.unsee(place)
    for name in (KEY_FILE, KEY_COPY):
        refusal = _done(partial(_overwrite, place / name)) or refusal
    for part in (*place.glob(JOURNAL + "*"), place / STATE, place / DAMAGE):
        refusal = _done(partial(part.unlink, missing_ok=True)) or refusal
    for name in (BACKUP, RESCUE, ROTATION, WORKSHOP):
        shutil.rmtree(place / name, ignore_errors=True)
    if refusal is not None:
        raise refusal


def _done(step: Callable[[], None]) -> VaultError | None:
    """What the disk said instead."""
    try:
        step()
    except OSError as error:
        return disk_fault(error)
    return None


def _overwrite(path: Path) -> None:
    """The old bytes may live on in a solid disk's cells; the keychain's part of the key is what counts."""
    with contextlib.suppress(FileNotFoundError):
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
