"""Use case: read a journal on a medium that cannot be written to: names, and what was noted about each.

Nothing can be written there, so neither can the log of who opened which case; the program's own log says that it was
done, and about how many.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.journal import Note
from app.errors import ReadOnly
from app.store import caseload, journal, people, schema
from app.vault.place import JOURNAL

if TYPE_CHECKING:
    from app.vault.keychain import Keychain
    from app.vault.vault import Vault

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Case:
    """One participant's notes, the newest first, and who wrote each."""

    name: str
    notes: tuple[Note, ...]
    authors: dict[str, str]


def open(place: Path, passphrase: str, keychain: Keychain, *, now: datetime) -> Vault:
    """Raises ReadOnly for a journal of another version: it would have to be changed to be read."""
    from app.vault import lifecycle

    vault = lifecycle.unlock_frozen(place, passphrase, keychain, now=now)
    with vault.read() as tx:
        have = schema.version(tx)
    if have != schema.VERSION:
        vault.close()
        raise ReadOnly
    log.info("opened to be read only")
    return vault


def is_incomplete(vault: Vault) -> bool:
    """Whether the newest changes lie in a log that only a medium that can be written to could fold in."""
    wal = vault.place / (JOURNAL + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def names(vault: Vault) -> tuple[tuple[UUID, str], ...]:
    with vault.read() as tx:
        found = caseload.names(tx)
    return tuple(sorted(found.items(), key=lambda one: one[1].casefold()))


def case(vault: Vault, id: UUID) -> Case | None:
    with vault.read() as tx:
        who = caseload.get(tx, id)
        if who is None:
            return None
        notes = journal.of_participant(tx, id)
        authors = people.names(tx)
    log.info("read a case without a log of its own: %d note(s)", len(notes))
    return Case(who.name, tuple(sorted(notes, key=lambda note: note.happened_at, reverse=True)), authors)
