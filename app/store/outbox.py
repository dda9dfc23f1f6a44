"""What the jobcenter has not yet confirmed: signed operations in one chain per device."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app import __version__, guard
from app.protocol import canonical, operation
from app.store.tables import contact_for, enrolment, outbox, sync_state
from app.store.tables_sync import on_wire, rejoined

Sign = Callable[[bytes], bytes]
WAITING = ("pending", "sent")
_HALVED = 6  # times at most

# Built once: saving must not spend its time on putting SQL together.
_LAST = sa.select(outbox.c.q, outbox.c.hash).order_by(outbox.c.q.desc()).limit(1)
_NEWEST = _LAST.subquery()
_NEXT = sa.select(
    enrolment.c.device,
    enrolment.c.feed,
    sa.func.coalesce(sa.select(sync_state.c.clock_offset_ms).scalar_subquery(), 0).label("off"),
    sa.func.coalesce(_NEWEST.c.q, 0).label("last"),
    sa.func.coalesce(_NEWEST.c.hash, canonical.START).label("prev"),
    sa.func.coalesce(sa.select(sa.func.max(rejoined.c.after_q)).scalar_subquery(), 0).label("gen"),
).select_from(enrolment.outerjoin(_NEWEST, sa.true()))
_ADD = sa.insert(outbox)
_UNSETTLED = sa.or_(outbox.c.state != "held", outbox.c.settled_at.is_(None))
_ALL = sa.select(sa.func.count()).select_from(outbox)
_WAITING = _ALL.where(outbox.c.state.in_(WAITING))
_COUNT = _ALL.where(outbox.c.state == sa.bindparam("state"), _UNSETTLED)
_OUTCOME = (
    sa.update(outbox)
    .where(outbox.c.id == sa.bindparam("of"))
    .values({name: sa.bindparam(name) for name in ("state", "rev", "problem")})
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An operation on its way. `state`: `pending`, `sent` (answer unknown), `acked`, `held` or `parked`.

    `problem`: the categories the server's guard found, the reason it is parked, or why it was not received.
    """

    q: int
    id: UUID
    kind: str
    cand: UUID | None
    p: str
    s: str
    state: str
    problem: str | None
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """`state`: `acked` (then at `rev`), `held` or `parked`."""

    id: UUID
    state: str
    rev: int | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Thing:
    """`type`: `note` or a record's type."""

    id: UUID
    type: str


@dataclass(frozen=True, slots=True)
class _Changed:
    id: UUID
    type: str
    contact: UUID | None


def add(tx: sa.Connection, draft: operation.Draft, *, sign: Sign) -> int:
    """Append to this device's chain, signed. Returns its sequence number."""
    here = tx.execute(_NEXT).one()
    q = int(here.last) + 1
    p = operation.compose(
        draft, dev=here.device, q=q, prev=here.prev, feed=here.feed, off=here.off, app=__version__,
        guard=guard.version(), gen=int(here.gen),
    )  # fmt: skip
    tx.execute(
        _ADD,
        {
            "q": q, "id": draft.id, "kind": draft.kind.value, "cand": draft.cand, "p": p,
            "s": base64.b64encode(sign(p.encode())).decode(), "hash": canonical.digest(p), "state": "pending",
            "attempts": 0, "made_at": draft.at,
        },
    )  # fmt: skip
    return q


def put_back(tx: sa.Connection, row: Mapping[str, Any]) -> bool:
    """An operation as it once stood here, waiting again; False when its place or its id is taken."""
    values = {
        "q": int(row["q"]), "id": UUID(row["id"]), "kind": str(row["kind"]),
        "cand": UUID(row["cand"]) if row["cand"] else None, "p": str(row["p"]), "s": str(row["s"]),
        "hash": str(row["hash"]), "state": "pending", "attempts": 0,
        "made_at": datetime.fromisoformat(row["made_at"]),
    }  # fmt: skip
    taken = sa.select(outbox.c.q).where(sa.or_(outbox.c.q == values["q"], outbox.c.id == values["id"]))
    if tx.execute(taken).first() is not None:
        return False
    tx.execute(_ADD, values)
    return True


def only_here(tx: sa.Connection) -> list[dict[str, Any]]:
    """The operations the jobcenter does not have, as `put_back` takes them."""
    columns = "q, id, kind, cand, p, s, hash, made_at"
    sql = f"SELECT {columns} FROM outbox WHERE state IN ('pending', 'sent', 'held') AND p <> '' ORDER BY q"  # noqa: S608 - fixed
    return [dict(row._mapping) for row in tx.exec_driver_sql(sql)]


def last(tx: sa.Connection) -> tuple[int, str]:
    """The newest operation's sequence number and hash: where the device's chain goes on."""
    row = tx.execute(_LAST).one_or_none()
    return (0, canonical.START) if row is None else (row.q, row.hash)


def hash_of(tx: sa.Connection, q: int) -> str | None:
    """The hash of one operation of this device; None for one it does not know (any more)."""
    if q == 0:
        return canonical.START
    return tx.execute(sa.select(outbox.c.hash).where(outbox.c.q == q)).scalar_one_or_none()


def waiting_count(tx: sa.Connection) -> int:
    """How many operations the server has not acknowledged."""
    return int(tx.execute(_WAITING).scalar_one())


def waiting(tx: sa.Connection, *, limit: int | None = None) -> tuple[Waiting, ...]:
    """The unacknowledged operations in the device's order."""
    rows = tx.execute(_FIRST, {"behind": 0, "most": _ALL_OF_THEM if limit is None else limit})
    return tuple(_waiting(row) for row in rows)


def waiting_records(tx: sa.Connection) -> dict[UUID, str]:
    """The records and notes with a change the server has not acknowledged, and the type of each."""
    return {one.id: one.type for one in _changed(tx).values()}


def waiting_in_case(tx: sa.Connection, cand: UUID) -> frozenset[UUID]:
    """Those of one case, and those of nobody's."""
    here = sa.or_(outbox.c.cand == cand, outbox.c.cand.is_(None))
    return frozenset(one.id for one in _changed(tx, here).values())


def waiting_counts(tx: sa.Connection) -> dict[str, int]:
    """How many things wait, by type, as `waiting_things` has them: counted where they lie, after each note that is saved."""
    return {row.type: row.many for row in tx.execute(_THINGS)}


def waiting_things(tx: sa.Connection) -> dict[UUID, Thing]:
    """What waits as a person counts it, by operation: a record changed twice is one, and so is a contact with whom it
    was for."""
    return {
        op: Thing(one.contact, "employer_contact") if one.contact else Thing(one.id, one.type)
        for op, one in _changed(tx).items()
    }


def count(tx: sa.Connection, state: str) -> int:
    """How many operations are in a state; what was held and has been written anew no longer counts."""
    return int(tx.execute(_COUNT, {"state": state}).scalar_one())


def of_record(tx: sa.Connection, cand: UUID | None, id: UUID, *, beyond: int) -> tuple[Waiting, ...]:
    """One case's (or nobody's) operations that name a record and that the records do not yet hold: those waiting, and
    those the server has taken at a revision after `beyond`, which are still to be pulled."""
    # One whose text is gone is in the feed for good, and comes from there when the feed is read anew.
    to_come = sa.and_(outbox.c.state == "acked", outbox.c.rev > beyond, outbox.c.p != "")
    rows = tx.execute(
        _rows().where(
            sa.or_(outbox.c.state.in_(WAITING), to_come),
            outbox.c.cand.is_(cand) if cand is None else outbox.c.cand == cand,
            sa.func.instr(outbox.c.p, str(id)) > 0,
        )
    )
    return tuple(_waiting(row) for row in rows)


def batch(tx: sa.Connection, *, most: int, most_bytes: int, after: int = 0) -> tuple[Waiting, ...]:
    """The next operations to send behind `after`, at least one, noted as sent: from now on the answer may have been lost.

    Each time the first of them went without an answer halves the batch: a line that keeps breaking carries less at a time.
    """
    first = tx.execute(_FIRST_NUMBERS, {"behind": after, "most": 1}).scalar()
    if first is None:
        return ()
    before = tx.execute(_ON_WIRE).one_or_none()
    vain, reach = (0, 0) if before is None else _in_vain(first, before)
    halved = min(vain, _HALVED)
    chosen: list[Waiting] = []
    size = 0
    for row in tx.execute(_FIRST, {"behind": after, "most": max(most >> halved, 1)}):
        op = _waiting(row)
        size += len(op.p.encode()) + len(op.s)
        if chosen and size > most_bytes >> halved:
            break
        chosen.append(op)
    _put_on_wire(tx, first, max(reach, chosen[-1].q), vain + 1)
    return tuple(replace(op, state="sent") for op in chosen)


def _in_vain(first: int, before: sa.Row[Any]) -> tuple[int, int]:
    """How often these have been sent without an answer, and as far as what shared it reaches."""
    if not before.first_q <= first <= before.last_q:
        return 0, 0
    return (before.tries if first == before.first_q else max(before.tries - 1, 0)), before.last_q


def _put_on_wire(tx: sa.Connection, first: int, last: int, tries: int) -> None:
    values = {"first_q": first, "last_q": last, "tries": tries}
    if tx.execute(sa.update(on_wire).values(**values)).rowcount == 0:
        tx.execute(sa.insert(on_wire).values(one=1, **values))


def off_wire(tx: sa.Connection) -> None:
    """Nothing is on the wire any more: the queue has become another."""
    tx.execute(sa.delete(on_wire))


def not_taken(tx: sa.Connection) -> None:
    """What was sent last arrived and was not looked at; the try does not count."""
    tx.execute(sa.update(on_wire).values(tries=on_wire.c.tries - 1))


def outcomes(tx: sa.Connection, told: Iterable[Outcome]) -> None:
    """What the server's receipt says of each operation."""
    rows = [{"of": one.id, "state": one.state, "rev": one.rev, "problem": one.problem} for one in told]
    if rows:
        tx.execute(_OUTCOME, rows)


def outcome(tx: sa.Connection, id: UUID, state: str, *, rev: int | None, problem: str | None) -> None:
    outcomes(tx, [Outcome(id, state, rev, problem)])


def complain(tx: sa.Connection, id: UUID, problem: str) -> None:
    """The server would not even receive it; it goes on waiting, and says why."""
    tx.execute(sa.update(outbox).where(outbox.c.id == id).values(problem=problem))


def reopen(tx: sa.Connection, after: int) -> tuple[Waiting, ...]:
    """The server's last operation of this device is `after`: what it has forgotten waits again. Returns that."""
    lost = sa.and_(outbox.c.q > after, outbox.c.state.in_(("acked", "held", "parked")))
    forgotten = tuple(_waiting(row) for row in tx.execute(_rows().where(lost)))
    if forgotten:
        off_wire(tx)
        tx.execute(sa.update(outbox).where(lost).values(state="pending", rev=None, problem=None))
    return forgotten


def can_resend(tx: sa.Connection, after: int) -> bool:
    """Whether every operation behind `after` is still here, text and all."""
    whole = sa.select(sa.func.count()).where(outbox.c.q > after, outbox.c.p != "")
    return int(tx.execute(whole).scalar_one()) == last(tx)[0] - after


def covered(tx: sa.Connection, backup_rev: int) -> int:
    """The newest operation of this device that the server's backup holds, and with it all before."""
    safe = sa.select(sa.func.max(outbox.c.q)).where(outbox.c.state == "acked", outbox.c.rev <= backup_rev)
    return int(tx.execute(safe).scalar_one() or 0)


def empty(tx: sa.Connection, state: str, *, upto: int, cand: UUID | None = None) -> None:
    """Drop the texts of operations the server holds for good, up to a sequence number (of one case, or of all)."""
    gone = sa.and_(outbox.c.state == state, outbox.c.q <= upto, outbox.c.p != "")
    where = gone if cand is None else sa.and_(gone, outbox.c.cand == cand)
    tx.execute(sa.update(outbox).where(where).values(p="", s=""))


def delivered(tx: sa.Connection, *, limit: int) -> tuple[Waiting, ...]:
    """The operations the server has, newest first."""
    rows = tx.execute(
        sa.select(outbox).where(outbox.c.state == "acked").order_by(outbox.c.q.desc()).limit(limit)
    )
    return tuple(_waiting(row) for row in rows)


def in_state(tx: sa.Connection, *states: str, cand: UUID | None = None) -> tuple[Waiting, ...]:
    """What was held and has been written anew is left out: nobody needs to see to it."""
    query = _rows().where(outbox.c.state.in_(states), _UNSETTLED)
    return tuple(
        _waiting(row) for row in tx.execute(query if cand is None else query.where(outbox.c.cand == cand))
    )


_HELD = sa.text(
    "SELECT q, p FROM outbox WHERE state = 'held' AND settled_at IS NULL AND kind = 'case.patch' ORDER BY q"
)


def held_fields(tx: sa.Connection, type: str, id: UUID) -> dict[int, frozenset[str]]:
    """The held changes of one record that nobody has written anew: sequence number → the fields they set."""
    bodies = {row.q: operation.read(row.p)["body"] for row in tx.execute(_HELD)}
    return {
        q: frozenset(body["set"])
        for q, body in bodies.items()
        if body["type"] == type and body["rec"] == str(id)
    }


def settle(tx: sa.Connection, numbers: Iterable[int], *, now: datetime) -> None:
    """What the server's guard refused has been written anew."""
    if found := list(numbers):
        tx.execute(sa.update(outbox).where(outbox.c.q.in_(found)).values(settled_at=now))


def settle_note(tx: sa.Connection, id: UUID, *, now: datetime) -> None:
    """As `settle`, of a note that has been corrected; nothing where the note was not held."""
    held = sa.and_(outbox.c.id == id, outbox.c.state == "held")
    tx.execute(sa.update(outbox).where(held).values(settled_at=now))


def drop_settled(tx: sa.Connection, *, upto: int) -> None:
    """The refused texts themselves go once the server's backup covers their place in the chain."""
    gone = sa.and_(outbox.c.state == "held", outbox.c.settled_at.is_not(None), outbox.c.q <= upto)
    tx.execute(sa.update(outbox).where(gone, outbox.c.p != "").values(p="", s=""))


_ON_WIRE = sa.select(on_wire)
_SENT = sa.exists().where(outbox.c.q.between(on_wire.c.first_q, on_wire.c.last_q))
_STATE = sa.case((sa.and_(outbox.c.state == "pending", _SENT), "sent"), else_=outbox.c.state).label("state")
_ROWS = sa.select(*(one for one in outbox.c if one.name != "state"), _STATE).order_by(outbox.c.q)


# Their numbers come from the index alone: the texts of a long queue take long to read.
_FIRST_NUMBERS = (
    sa.select(outbox.c.q)
    .where(outbox.c.state.in_(WAITING), outbox.c.q > sa.bindparam("behind"))
    .order_by(outbox.c.q)
    .limit(sa.bindparam("most"))
)
_FIRST: sa.Select[Any] = _ROWS.where(outbox.c.q.in_(_FIRST_NUMBERS))
_ALL_OF_THEM = -1  # as SQLite counts


def _rows() -> sa.Select[Any]:
    """With what is on the wire called so."""
    return _ROWS


def _waiting(row: sa.Row[Any]) -> Waiting:
    return Waiting(
        q=row.q, id=row.id, kind=row.kind, cand=row.cand, p=row.p, s=row.s, state=row.state, problem=row.problem,
        made_at=row.made_at,
    )  # fmt: skip


def _changed(tx: sa.Connection, *only: sa.ColumnElement[bool]) -> dict[UUID, _Changed]:
    """What each waiting operation is about, in the device's order; `contact`: of a link between a contact and a case."""
    rows = tx.execute(_CHANGED.where(*only).order_by(outbox.c.q))
    return {row.id: _Changed(row.rec, row.type, row.contact) for row in rows}


_IN_BODY = sa.func.replace(sa.func.json_extract(outbox.c.p, "$.body.rec"), "-", "")
_REC = sa.func.coalesce(sa.type_coerce(_IN_BODY, sa.Uuid), outbox.c.id)
_TYPE = sa.func.coalesce(sa.func.json_extract(outbox.c.p, "$.body.type"), "note")
_CHANGED = (
    sa.select(outbox.c.id, _REC.label("rec"), _TYPE.label("type"), contact_for.c.contact)
    .select_from(outbox.outerjoin(contact_for, contact_for.c.id == _REC))
    .where(outbox.c.state.in_(WAITING))
)
_EACH = _CHANGED.subquery()
_DISTINCT = (
    sa.select(
        sa.func.coalesce(_EACH.c.contact, _EACH.c.rec).label("thing"),
        sa.case((_EACH.c.contact.is_(None), _EACH.c.type), else_="employer_contact").label("type"),
    )
    .distinct()
    .subquery()
)
_THINGS = sa.select(_DISTINCT.c.type, sa.func.count().label("many")).group_by(_DISTINCT.c.type)
