"""Records that are merged field by field: one row as seen, one as the server last said it, one operation a change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import uuid6

from app.domain.records import TYPES, FieldType, RecordType, Value, Wire, from_wire, to_wire
from app.guard import ClearedText
from app.protocol import operation
from app.store import outbox, search
from app.store.tables import RECORDS, rec, scope, sync_state

# Built once: saving must not spend its time on putting SQL together.
_ONE = {name: sa.select(table).where(table.c.id == sa.bindparam("id")) for name, table in RECORDS.items()}
_INSERT = {name: sa.insert(table) for name, table in RECORDS.items()}
_UPDATE = {
    name: sa.update(table)
    .where(table.c.id == sa.bindparam("the_id"))
    .values({column: sa.bindparam(column) for column in TYPES[name].fields})
    for name, table in RECORDS.items()
}


@dataclass(frozen=True, slots=True)
class Case:
    """Whom a record belongs to: a participant's case, the writer alone (`own`), or the whole jobcenter."""

    cand: UUID | None = None
    own: bool = False


def write(
    tx: sa.Connection,
    kind: RecordType,
    id: UUID,
    values: Mapping[str, Value],
    *,
    case: Case,
    now: datetime,
    sign: outbox.Sign,
    unsaid: bool = False,
) -> int:
    """Change the row and queue the operation that says so; a new id makes a new row. Returns the operation's q.

    `unsaid`: the words that are replaced must not go along.

    Raises TypeError when a field typed by a person is not ClearedText: what the guard has not read cannot enter.
    """
    for name, value in values.items():
        if kind.fields[name] is FieldType.TEXT and not isinstance(value, ClearedText):
            raise TypeError(f"{kind.name}.{name} takes ClearedText")
    new = {name: to_wire(value) for name, value in values.items()}
    now_shown = current(tx, kind, id)
    old = now_shown or {}
    base = old
    held = outbox.held_fields(tx, kind.name, id)
    if held and not _is_on_server(tx, kind, id):
        # What was right has not arrived either; and the refused words must not go along as what they replace.
        new, base = {name: old[name] for names in held.values() for name in sorted(names)} | new, {}
    _show(tx, kind, id, old | new, is_new=now_shown is None)
    kept = {k for v in values.values() if isinstance(v, ClearedText) for k in v.kept}
    draft = operation.Draft(
        id=uuid6.uuid7(), kind=operation.Kind.PATCH, cand=case.cand, own=case.own, at=now, occurred=None,
        kept=tuple(sorted(kept)),
        body={
            "type": kind.name, "rec": str(id), "set": new, "base": {} if unsaid else {n: base.get(n) for n in new},
            "base_rev": 0 if now_shown is None else _seen(tx, kind, id, case.cand, new),
        },
    )  # fmt: skip
    q = outbox.add(tx, draft, sign=sign)
    outbox.settle(tx, [n for n, names in held.items() if names & new.keys()], now=now)
    return q


def change(
    tx: sa.Connection,
    kind: RecordType,
    id: UUID,
    values: Mapping[str, Value],
    *,
    case: Case,
    now: datetime,
    sign: outbox.Sign,
) -> bool:
    """Write the fields that differ from what is seen; an operation that says nothing new is never queued."""
    new = differing(tx, kind, id, values)
    if new:
        write(tx, kind, id, new, case=case, now=now, sign=sign)
    return bool(new)


def differing(tx: sa.Connection, kind: RecordType, id: UUID, values: Mapping[str, Value]) -> dict[str, Value]:
    """Those of the values that are not seen already; nothing and the empty text are the same, 0 is an answer."""
    old = current(tx, kind, id) or {}
    return {name: value for name, value in values.items() if _said(old.get(name)) != _said(to_wire(value))}


def _said(wire: Wire) -> Wire:
    return "" if wire is None else wire


def _is_on_server(tx: sa.Connection, kind: RecordType, id: UUID) -> bool:
    here = sa.select(rec.c.rev).where(rec.c.type == kind.name, rec.c.id == id)
    return tx.execute(here).one_or_none() is not None


def _seen(tx: sa.Connection, kind: RecordType, id: UUID, cand: UUID | None, names: Iterable[str]) -> int:
    """The revision up to which the writer knows these fields; too little is a question too many, never a loss.

    A case that is still being filled in is known only that far, whatever newer has come already. Where an own change
    lies on top, the writer saw that instead of what the server says, hence knows no more than when writing it.
    """
    rev = tx.execute(sa.select(rec.c.rev).where(rec.c.type == kind.name, rec.c.id == id)).scalar_one_or_none()
    filled = tx.execute(sa.select(scope.c.upto_rev).where(scope.c.cand == cand)).scalar_one_or_none()
    covering = [
        body for body in _own_bodies(tx, kind, id, cand, 0) if not body["set"].keys().isdisjoint(names)
    ]
    known = [rev or 0, *(body["base_rev"] for body in covering)]
    return int(min(known if filled is None else [*known, filled]))


def lay(tx: sa.Connection, kind: RecordType, id: UUID, fields: Mapping[str, Any]) -> None:
    """Show an own change again whose operation is back in the outbox. `fields`: wire values the guard has read."""
    before = current(tx, kind, id)
    _show(tx, kind, id, (before or {}) | dict(fields), is_new=before is None)


def current(tx: sa.Connection, kind: RecordType, id: UUID) -> dict[str, Any] | None:
    """The row as it is seen now, as wire values; None when there is none."""
    row = tx.execute(_ONE[kind.name], {"id": id}).one_or_none()
    if row is None:
        return None
    return {name: to_wire(getattr(row, name)) for name in kind.fields}


def settle(
    tx: sa.Connection, kind: RecordType, id: UUID, *, cand: UUID | None, fields: Mapping[str, Any], rev: int
) -> None:
    """Take in what the server decided for some fields, then lay this device's waiting changes on top again.

    Revisions may come out of order (a case that is filled in later): an older one never covers a newer.
    """
    row = tx.execute(
        sa.select(rec.c.vals, rec.c.frev, rec.c.rev).where(rec.c.type == kind.name, rec.c.id == id)
    ).one_or_none()
    vals, frev, seen = (dict(row.vals), dict(row.frev), int(row.rev)) if row else ({}, {}, 0)
    newer = {name: value for name, value in fields.items() if frev.get(name, 0) <= rev}
    vals |= newer
    frev |= dict.fromkeys(newer, rev)
    whole = {"cand": cand, "vals": vals, "frev": frev, "rev": max(seen, rev)}
    if row is None:
        tx.execute(sa.insert(rec).values(type=kind.name, id=id, **whole))
    else:
        tx.execute(sa.update(rec).where(rec.c.type == kind.name, rec.c.id == id).values(**whole))
    _show(tx, kind, id, vals | _to_come(tx, kind, id, cand, rev))


def _to_come(tx: sa.Connection, kind: RecordType, id: UUID, cand: UUID | None, rev: int) -> dict[str, Any]:
    mine: dict[str, Any] = {}
    for body in _own_bodies(tx, kind, id, cand, rev):
        mine |= body["set"]
    return mine


def _own_bodies(
    tx: sa.Connection, kind: RecordType, id: UUID, cand: UUID | None, rev: int
) -> list[dict[str, Any]]:
    """This device's changes of one record that the server's state does not hold yet, in their order."""
    pulled = tx.execute(sa.select(sync_state.c.rev)).scalar_one_or_none() or 0
    ops = outbox.of_record(tx, cand, id, beyond=max(rev, pulled))
    bodies = [operation.read(op.p)["body"] for op in ops if op.kind == operation.Kind.PATCH.value]
    return [body for body in bodies if body["type"] == kind.name and body["rec"] == str(id)]


def _show(
    tx: sa.Connection, kind: RecordType, id: UUID, wire: Mapping[str, Any], *, is_new: bool | None = None
) -> None:
    table = RECORDS[kind.name]
    row: dict[str, Any] = {}
    for name, type_ in kind.fields.items():
        value = from_wire(type_, wire.get(name))
        row[name] = "" if value is None and not table.c[name].nullable else value
    if is_new or tx.execute(_UPDATE[kind.name], row | {"the_id": id}).rowcount == 0:
        tx.execute(_INSERT[kind.name], row | {"id": id})
    search.index_record(tx, kind.name, id, row)


def new_id() -> UUID:
    """An id for a new record: time-ordered, so that the file stays compact; never used for order."""
    return UUID(int=uuid6.uuid7().int)
