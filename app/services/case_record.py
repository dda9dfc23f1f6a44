"""Writing one record of a participant's case: the door, the row with its operation, and the access log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain.changes import Changes, Topic
from app.domain.records import RecordType, Value
from app.services.door import Held, Invalid, Saved, Typed, typed
from app.store import access, caseload, people, records

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.WORK, Topic.CASELOAD, Topic.JOURNAL, Topic.OUTBOX})


def add(
    vault: Vault,
    kind: RecordType,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
    musts: tuple[str, ...] = (),
    changes: Changes = CHANGES,
) -> Saved | Held | Invalid:
    """A new record of the case, by whoever is here. `musts`: fields it cannot be without."""
    values = prepared(kind, fields, kept=kept, musts=musts)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if caseload.get(tx, participant) is None:
            return Invalid("participant", "unknown")
        id = insert(tx, vault, kind, participant, values, now=now)
    return Saved(id, changes)


def change(
    vault: Vault,
    kind: RecordType,
    id: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
    musts: tuple[str, ...] = (),
    changes: Changes = CHANGES,
) -> Saved | Held | Invalid:
    """Other values for some fields. Whose record it is never changes."""
    given = tuple(name for name in musts if name in fields)
    values = prepared(kind, fields, kept=kept, musts=given)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        whose = owner(tx, kind, id)
        if whose is None:
            return Invalid("id", "unknown")
        changed = update(tx, vault, kind, id, whose, values, now=now)
    return Saved(id, changes if changed else frozenset())


def prepared(
    kind: RecordType, fields: Mapping[str, Typed], *, kept: frozenset[str], musts: tuple[str, ...]
) -> dict[str, Value] | Held | Invalid:
    missing = next((name for name in musts if not str(fields.get(name) or "").strip()), None)
    return Invalid(missing, "missing") if missing else typed(kind, fields, kept=kept)


def insert(
    tx: Tx, vault: Vault, kind: RecordType, participant: UUID, values: Mapping[str, Value], *, now: datetime
) -> UUID:
    id = records.new_id()
    whole = {**values, "participant": participant, "author": people.me(tx).person}
    row = {name: value for name, value in whole.items() if name in kind.fields}
    records.write(tx, kind, id, row, case=records.Case(cand=participant), now=now, sign=vault.sign)
    access.log(tx, participant, access.Action.WRITE, now=now)
    return id


def update(
    tx: Tx,
    vault: Vault,
    kind: RecordType,
    id: UUID,
    participant: UUID,
    values: Mapping[str, Value],
    *,
    now: datetime,
) -> bool:
    case = records.Case(cand=participant)
    changed = records.change(tx, kind, id, values, case=case, now=now, sign=vault.sign)
    if changed:
        access.log(tx, participant, access.Action.WRITE, now=now)
    return changed


def owner(tx: Tx, kind: RecordType, id: UUID) -> UUID | None:
    """Whose case the record is in; None when it is not here."""
    row = records.current(tx, kind, id)
    return UUID(row["participant"]) if row and row["participant"] else None
