"""Use case: new keys for the journal, when they are old, after a recovery, or when somebody may know them."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import DiskFailing, DiskFull, VaultDamaged, VaultError
from app.store import keeping
from app.store.keeping import Keeping

if TYPE_CHECKING:
    from app.vault.keychain import Keychain
    from app.vault.vault import Vault

log = logging.getLogger(__name__)

_NOTICED = timedelta(minutes=10)  # a floor that rises less is not worth a write


def remember(vault: Vault, *, now: datetime) -> None:
    """Since when these keys are in use, that it has been as late as this, and whether the clock says otherwise now. The
    floor never falls here.

    A full disk keeps nobody out: then it is noted down another time.
    """
    with vault.read() as tx:
        kept = keeping.get(tx)
    behind = kept is not None and now < kept.floor - keeping.SLACK
    known = kept is not None and kept.gen == vault.gen and now <= kept.floor + _NOTICED
    if kept is not None and known and behind == kept.behind:
        return
    floor = now if kept is None else max(kept.floor, now)
    since = kept.gen_since if kept is not None and kept.gen == vault.gen else now
    try:
        with vault.begin() as tx:
            keeping.put(tx, Keeping(vault.gen, since, floor, behind))
    except (DiskFull, DiskFailing) as error:
        log.warning("not noted down at unlock: %s", type(error).__name__)


def due(vault: Vault, *, days: int | None, now: datetime) -> bool:
    """Whether the next keys are wanted; never while something is amiss, for they would make it look right."""
    if vault.loss is not None:
        return False
    if vault.must_renew:
        return True
    with vault.read() as tx:
        kept = keeping.get(tx)
    return kept is not None and days is not None and now >= kept.gen_since + timedelta(days=days)


def renewed(vault: Vault, passphrase: str, keychain: Keychain, *, now: datetime) -> None:
    """Close `vault` and give it new keys, unless that fails: then the old ones open it as before."""
    place, verdict = vault.place, vault.verify_chain()
    vault.close()
    if verdict is not None and not verdict.sound:
        log.warning("no new keys: the chain does not hold")
        return
    try:
        rotate(place, passphrase, keychain, now=now)
    except VaultError as error:
        log.warning("no new keys: %s", type(error).__name__)


def rotate(place: Path, passphrase: str, keychain: Keychain, *, now: datetime) -> int:
    """New keys for a journal that nobody has open; their generation. Raises VaultError with all as it was."""
    from app.vault import lifecycle

    return lifecycle.rotate(place, passphrase, keychain, now=now)


def rotate_sound(place: Path, passphrase: str, keychain: Keychain, *, now: datetime) -> int:
    """The same, on demand: only a journal that is as it was left. Raises VaultDamaged for any other."""
    from app.services import unlock

    vault = unlock.open(place, passphrase, keychain, now=now)
    verdict, amiss = vault.verify_chain(), vault.loss is not None
    vault.close()
    if amiss or (verdict is not None and not verdict.sound):
        raise VaultDamaged
    return rotate(place, passphrase, keychain, now=now)
