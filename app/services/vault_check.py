"""Use case: is this vault whole? For IT, on a console."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import VaultDamaged, VaultEmpty, VaultMissing
from app.vault.place import RESCUE, holds_vault

if TYPE_CHECKING:
    from app.vault.check import Structure
    from app.vault.keychain import Keychain
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Report:
    """`schema` and whole `pages` are known only when a passphrase was given."""

    structure: Structure
    opened: bool
    schema: int | None
    problems: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.problems


def verify(place: Path) -> Report | None:
    """What can be told without a passphrase; None when nothing of a vault is here."""
    from app.vault import check

    try:
        if not holds_vault(place):
            return None
    except OSError:  # a drive or a network folder that does not answer
        return None
    found = check.structure(place)
    return Report(found, opened=False, schema=None, problems=found.problems, notices=found.notices)


def verify_inside(place: Path, passphrase: str, keychain: Keychain, *, now: datetime) -> Report | None:
    """The same, and every page read. The file is opened as it is: nothing is migrated."""
    from app.vault import check, lifecycle

    before = verify(place)
    if before is None or not before.sound:
        return before
    try:
        vault = lifecycle.unlock(place, passphrase, keychain, now=now)
        try:
            problems, schema = (*check.contents(vault), *_history(vault)), check.schema_version(vault)
        finally:
            vault.close()
    except (VaultDamaged, VaultMissing, VaultEmpty):
        return Report(before.structure, opened=False, schema=None, problems=("journal_damaged",), notices=())
    return Report(
        before.structure, opened=True, schema=schema, problems=problems, notices=before.structure.notices
    )


def rescue_records(place: Path) -> int:
    return len(list((place / RESCUE).glob("*.fjo")))


def _history(vault: Vault) -> tuple[str, ...]:
    """What the chain and the anchor say that no page could."""
    found = [f"behind the anchor by {vault.loss.behind}"] if vault.loss and vault.loss.behind else []
    found += ["another file than the anchor's"] if vault.loss and vault.loss.other else []
    found += [f"only in the rescue journal: {vault.loss.unsent}"] if vault.loss and vault.loss.unsent else []
    try:
        verdict = vault.verify_chain()
    except VaultDamaged:
        return (*found, "chain: met a page it cannot read")
    if verdict is None:
        return tuple(found)
    found += [f"chain broken at {verdict.broken}"] if verdict.broken is not None else []
    return (*found, *(f"row {one.how}: {one.table} {one.key}" for one in verdict.suspects))
