"""Write a record of a participant's case, or of the jobcenter: guarded, checked, logged, in one transaction."""

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

CHANGES: Final = frozenset({Topic.CASELOAD, Topic.OUTBOX})


def put(
    vault: Vault,
    kind: RecordType,
    fields: Mapping[str, Typed],
    *,
    participant: UUID | None,
    now: datetime,
    id: UUID | None = None,
    kept: frozenset[str] = frozenset(),
    changes: Changes = CHANGES,
) -> Saved | Held | Invalid:
    """A new record, or new values for `id`. Without a participant it is the jobcenter's."""
    values = typed(kind, fields, kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if problem := _unknown(tx, kind, participant, id):
            return problem
        made, changed = store(vault, tx, kind, values, participant=participant, now=now, id=id)
    return Saved(made, changes if changed else frozenset())


def store(
    vault: Vault,
    tx: Tx,
    kind: RecordType,
    values: Mapping[str, Value],
    *,
    participant: UUID | None,
    now: datetime,
    id: UUID | None = None,
) -> tuple[UUID, bool]:
    """The same inside a transaction that does more, with values the guard has cleared. Says whether it was news."""
    case = records.Case(cand=participant)
    if id is not None:
        changed = records.change(tx, kind, id, values, case=case, now=now, sign=vault.sign)
    else:
        id, changed = records.new_id(), True
        whole: dict[str, Value] = dict(values)
        if "participant" in kind.fields:
            whole["participant"] = participant
        if "author" in kind.fields:
            whole["author"] = people.me(tx).person
        records.write(tx, kind, id, whole, case=case, now=now, sign=vault.sign)
    if changed and participant is not None:
        access.log(tx, participant, access.Action.EDIT, now=now)
    return id, changed


def _unknown(tx: Tx, kind: RecordType, participant: UUID | None, id: UUID | None) -> Invalid | None:
    if participant is not None and caseload.get(tx, participant) is None:
        return Invalid("participant", "unknown")
    if id is not None and records.current(tx, kind, id) is None:
        return Invalid("id", "unknown")
    return None
