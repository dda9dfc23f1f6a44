"""The one way to write a record of a participant's case, or of the jobcenter: guarded, checked, logged, one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain.changes import Changes, Topic
from app.domain.records import RecordType, Value
from app.services.door import Held, Invalid, Saved, Typed, blank, typed
from app.store import access, caseload, people, records

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.CASELOAD, Topic.OUTBOX})
WORK: Final = CHANGES | {Topic.WORK, Topic.JOURNAL}


def put(
    vault: Vault,
    kind: RecordType,
    fields: Mapping[str, Typed],
    *,
    participant: UUID | None = None,
    now: datetime,
    id: UUID | None = None,
    kept: frozenset[str] = frozenset(),
    musts: tuple[str, ...] = (),
    changes: Changes = CHANGES,
) -> Saved | Held | Invalid:
    """A new record, or new values for `id`. Without a participant it is the jobcenter's. Whose it is never changes.

    `musts`: fields it cannot be without; of a record that is there already, only those that are given are asked for.
    """
    asked = musts if id is None else tuple(name for name in musts if name in fields)
    values = prepared(kind, fields, kept=kept, musts=asked)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if id is None:
            if participant is not None and caseload.get(tx, participant) is None:
                return Invalid("participant", "unknown")
            return Saved(insert(vault, tx, kind, values, participant=participant, now=now), changes)
        if records.current(tx, kind, id) is None:
            return Invalid("id", "unknown")
        changed = update(vault, tx, kind, id, values, now=now)
    return Saved(id, changes if changed else frozenset())


def prepared(
    kind: RecordType,
    fields: Mapping[str, Typed],
    *,
    kept: frozenset[str] = frozenset(),
    musts: tuple[str, ...] = (),
) -> dict[str, Value] | Held | Invalid:
    """The values as the store takes them, or what is in the way."""
    missing = next((name for name in musts if blank(fields.get(name))), None)
    return Invalid(missing, "missing") if missing else typed(kind, fields, kept=kept)


def insert(
    vault: Vault,
    tx: Tx,
    kind: RecordType,
    values: Mapping[str, Value],
    *,
    participant: UUID | None,
    now: datetime,
) -> UUID:
    """A new record inside a transaction that may do more, by whoever is here, with values the guard has cleared."""
    id = records.new_id()
    whole: dict[str, Value] = {**values, "participant": participant, "author": people.me(tx).person}
    row = {name: value for name, value in whole.items() if name in kind.fields}
    records.write(tx, kind, id, row, case=records.Case(cand=participant), now=now, sign=vault.sign)
    if participant is not None:
        access.log(tx, participant, access.Action.WRITE, now=now)
    return id


def update(
    vault: Vault, tx: Tx, kind: RecordType, id: UUID, values: Mapping[str, Value], *, now: datetime
) -> bool:
    """New values for a record that is there; says whether they were news."""
    whose = owner(tx, kind, id)
    changed = records.change(tx, kind, id, values, case=records.Case(cand=whose), now=now, sign=vault.sign)
    if changed and whose is not None:
        access.log(tx, whose, access.Action.EDIT, now=now)
    return changed


def owner(tx: Tx, kind: RecordType, id: UUID) -> UUID | None:
    """Whose case the record is in; None for the jobcenter's, and for one that is not here."""
    row = records.current(tx, kind, id)
    whose = row.get("participant") if row else None
    return UUID(whose) if whose else None
