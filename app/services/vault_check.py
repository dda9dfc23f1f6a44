"""Use case: is this vault whole? For IT, on a console."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import VaultDamaged, VaultEmpty, VaultMissing
from app.vault.place import holds_vault

if TYPE_CHECKING:
    from app.vault.check import Structure
    from app.vault.keychain import Keychain


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

    if not holds_vault(place):
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
            problems, schema = check.contents(vault), check.schema_version(vault)
        finally:
            vault.close()
    except (VaultDamaged, VaultMissing, VaultEmpty):
        return Report(before.structure, opened=False, schema=None, problems=("journal_damaged",), notices=())
    return Report(
        before.structure, opened=True, schema=schema, problems=problems, notices=before.structure.notices
    )
