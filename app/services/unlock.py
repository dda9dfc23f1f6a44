"""Use case: is there a vault, make it, open it, change its passphrase.

Nothing heavy is imported until a passphrase has been typed: `status` is asked before the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KeyFileMissing, RecoveryMissing, VaultAway, VaultEmpty, VaultError, VaultMissing
from app.vault import attempts, whereabouts
from app.vault.place import JOURNAL, KEY_COPY, KEY_FILE, PAGE, holds_vault

if TYPE_CHECKING:
    from app.settings import Settings
    from app.vault.keychain import FolderKeychain, Keychain, SystemKeychain
    from app.vault.keys import Cost, RecoveryKey
    from app.vault.passphrase import Strength
    from app.vault.recover import Asked as Asked
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class NoVault:
    """Nothing here yet: offer to make one. `erased`: the one that was here has just been destroyed on order."""

    erased: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """A vault to unlock. `attempts`: wrong ones so far; `wait`: seconds until the next is read.

    `unfinished`: new keys, or a file that was to take the journal's place, were cut off half-way.
    """

    attempts: int
    wait: float
    language: str | None
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """Parts of a vault are here, others are not. Never offer to make a new one."""

    error: VaultError


Status = NoVault | Ready | Broken
FINISHES, UPDATES, FINISHES_UPDATE, RENEWS = "finishes", "updates", "finishes-update", "renews"
STEPS = (FINISHES, UPDATES, FINISHES_UPDATE, RENEWS)
Told = Callable[[str], object]


def _nobody(step: str) -> None:
    del step


def status(place: Path, *, now: datetime) -> Status:
    """What stands at `place`, by file names and sizes alone."""
    try:
        return _standing(place, now)
    except OSError:  # a network folder or a drive that does not answer any more
        return Broken(VaultAway())


def is_away(folder: Path, keychain: Keychain) -> bool:
    """Whether the keychain remembers a journal in `folder` that is not there. It may take as long as a prompt does."""
    return whereabouts.is_away(keychain, folder)


def forget(folder: Path, keychain: Keychain) -> bool:
    """The journal remembered in `folder` is lost for good; False when there is none, or when it is there."""
    return whereabouts.is_away(keychain, folder) and whereabouts.forget(keychain, folder)


def _standing(place: Path, now: datetime) -> Status:
    if not holds_vault(place):
        away = whereabouts.was_here(place)
        return Broken(VaultAway()) if away else NoVault(whereabouts.was_erased(place))
    whereabouts.saw(place)
    if not any((place / name).exists() for name in (KEY_FILE, KEY_COPY)):
        return Broken(KeyFileMissing())
    journal = place / JOURNAL
    if not journal.exists():
        return Broken(VaultMissing())
    if journal.stat().st_size < PAGE:
        return Broken(VaultEmpty())
    state = attempts.read(place)
    return Ready(state.failures, state.wait(now), state.language, _is_unfinished(place))


def _is_unfinished(place: Path) -> bool:
    """From the two small files in which it is written down; whether a migration was, only the journal itself knows."""
    from app.vault import keyfile, swap

    try:
        return swap.is_begun(place) or keyfile.is_pending(place)
    except OSError:
        return False


def create(
    place: Path,
    passphrase: str,
    keychain: Keychain,
    *,
    recovery: RecoveryKey | None = None,
    cost: Cost | None = None,
) -> Vault:
    from app.vault import lifecycle

    return _brought_up(lifecycle.create(place, passphrase, keychain, recovery=recovery, cost=cost))


def open(
    place: Path,
    passphrase: str,
    keychain: Keychain,
    *,
    now: datetime,
    key_days: int | None = None,
    told: Told = _nobody,
) -> Vault:
    """`key_days`: after so many days the journal gets new keys on the way; None: only after a recovery.

    `told(step)`, one of `STEPS`: what it is at, when that takes longer than an unlock.
    """
    from app.services import renewing

    vault = _opened(place, passphrase, keychain, now, told)
    if renewing.due(vault, days=key_days, now=now):
        told(RENEWS)
        finished = vault.finished
        renewing.renewed(vault, passphrase, keychain, now=now)
        vault = _opened(place, passphrase, keychain, now, told)
        vault.finished = finished or vault.finished
    return vault


def _opened(place: Path, passphrase: str, keychain: Keychain, now: datetime, told: Told) -> Vault:
    from app.services import upkeep
    from app.vault import lifecycle

    cut_off = _is_unfinished(place)
    if cut_off:
        told(FINISHES)
    vault = lifecycle.unlock(place, passphrase, keychain, now=now)
    with _or_closed(vault):
        vault.finished = cut_off and not _is_unfinished(place)
        if upkeep.is_older(vault):
            cut_off = upkeep.was_begun(vault)
            told(FINISHES_UPDATE if cut_off else UPDATES)
            upkeep.before_migration(vault, now=now)
            vault.finished = vault.finished or cut_off
        _brought_up(vault, now)
        if vault.loss is not None or vault.repaired:
            _put_right(vault)
    return vault


def _put_right(vault: Vault) -> None:
    from app.services import integrity  # not where nothing is amiss: unlocking has to be quick

    if vault.loss is not None and vault.loss.unsent:
        integrity.rescue(vault)
    if vault.repaired:
        integrity.note_repair(vault)


def change_passphrase(
    vault: Vault, *, old: str, new: str, keychain: Keychain, now: datetime, cost: Cost | None = None
) -> None:
    from app.vault import lifecycle

    lifecycle.change_passphrase(vault, old, new, keychain, now=now, cost=cost)


def ask_for_recovery(place: Path) -> Asked:
    """A request for the municipality, of which this process keeps the private half. Raises NoWayBack."""
    from app.vault import recover

    return recover.ask(place)


def recover(
    place: Path, asked: Asked, answer: str, passphrase: str, keychain: Keychain, *, cost: Cost | None = None
) -> None:
    """With the municipality's answer a new passphrase opens the vault; the old one and the old secret do not."""
    from app.vault import recover as exchange

    exchange.take(place, asked, answer, passphrase, keychain, cost=cost)


def strength(passphrase: str) -> Strength:
    """One word for the window, while it is being typed."""
    from app.vault import passphrase as rules

    return rules.strength(passphrase)


def weakness(passphrase: str) -> str | None:
    """`short`, `repeated`, `common`, or None when it will do."""
    from app.vault import passphrase as rules

    return rules.weakness(passphrase)


def system_keychain() -> SystemKeychain:
    from app.vault.keychain import SystemKeychain

    return SystemKeychain()


def recovery_key(settings: Settings) -> RecoveryKey | None:
    """The municipality's key, when its policy names one. Raises RecoveryMissing when it must and does not."""
    if settings.recovery is None:
        if settings.recovery_required:
            raise RecoveryMissing
        return None
    from app.vault.keys import RecoveryKey

    return RecoveryKey(settings.recovery.kid, settings.recovery.key)


def folder_keychain(folder: Path) -> FolderKeychain:
    """For `--demo` where no Secret Service runs. The program itself never chooses it."""
    from app.vault.keychain import FolderKeychain

    return FolderKeychain(folder)


def place_in(folder: Path) -> Path:
    """The vault's folder, given either it or the profile around it."""
    from app import paths

    return folder if holds_vault(folder) else next(iter(paths.vault_places(folder)), folder)


def remember_language(place: Path, language: str) -> None:
    """Kept outside the vault, for the unlock window is shown before it is open."""
    from dataclasses import replace

    attempts.write(place, replace(attempts.read(place), language=language))


@contextmanager
def _or_closed(vault: Vault) -> Iterator[None]:
    """A vault that cannot be made ready stays open for nobody."""
    try:
        yield
    except BaseException:
        vault.close()
        raise


def _brought_up(vault: Vault, now: datetime | None = None) -> Vault:
    from app.services import renewing
    from app.store import schema

    with _or_closed(vault):
        with vault.read() as tx:
            current = schema.is_current(tx)
        if not current:
            with vault.begin() as tx:
                schema.bring_up(tx)
        if now is not None:
            renewing.remember(vault, now=now)
    return vault
