"""A computer that was put back to an older copy of itself takes up its chain where the server has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.protocol import operation
from app.store import outbox, records
from app.store.tables import outbox as table
from app.store.tables_sync import pulse, rejoined

_SETTLED = ("acked", "held", "parked")


@dataclass(frozen=True, slots=True)
class Told:
    """An operation of this device as the server has it. `state`: `acked`, `held` or `parked`. `p`, `s`: empty where the
    server has, or shows, no text of it."""

    q: int
    id: UUID | None
    kind: str
    cand: UUID | None
    hash: str
    p: str
    s: str
    state: str
    rev: int | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Rejoined:
    """`back`: operations this copy did not know and has again. `again`: those of the copy the server did not know, signed
    anew. `gone`: what the server's guard had refused, and of which the copy has no text. `notes`: which of `again`
    are notes."""

    at: datetime
    back: int
    again: int
    gone: int
    notes: tuple[UUID, ...] = ()


def receipted(tx: sa.Connection) -> int:
    """The newest operation that has a receipt: up to there the copy and the server went the same way."""
    newest = sa.select(sa.func.max(table.c.q)).where(table.c.state.in_(_SETTLED))
    return int(tx.execute(newest).scalar_one() or 0)


def newest(tx: sa.Connection) -> Rejoined | None:
    """The last time it happened; None where it never did."""
    row = tx.execute(sa.select(rejoined).order_by(rejoined.c.after_q.desc()).limit(1)).one_or_none()
    return None if row is None else Rejoined(row.at, row.back, row.again, row.gone)


def rejoin(
    tx: sa.Connection, told: Sequence[Told], end: tuple[int, str], *, sign: outbox.Sign, now: datetime
) -> Rejoined | None:
    """Take over what the server has, and say after `end` (sequence, hash) again what it has not. None where the chain
    fits the server's after all. `told`: every operation from the first that may differ, up to `end`."""
    first = told[0].q if told else 0
    here = {row.q: row for row in tx.execute(sa.select(table).where(table.c.q >= first).order_by(table.c.q))}
    upto, last = end
    fits = upto == 0 or (upto in here and here[upto].hash == last)
    if fits and outbox.can_resend(tx, upto):
        return None
    theirs = {one.id for one in told if one.id is not None}
    astray = [row for q, row in here.items() if q > upto or not _same(row, told, first)]
    again = [row for row in astray if row.id not in theirs and row.p and row.settled_at is None]
    texts = {row.id: row for row in astray if row.id in theirs}
    outbox.off_wire(tx)
    tx.execute(sa.delete(table).where(table.c.q.in_([row.q for row in astray])))
    known = set(here) - {row.q for row in astray}
    back, gone = _take_over(tx, [one for one in told if one.q not in known], texts, now)
    _settle(tx, [one for one in told if one.q in known])
    tx.execute(sa.delete(rejoined).where(rejoined.c.after_q >= upto))
    # From here on the device counts as another to the merge.
    tx.execute(sa.insert(rejoined).values(after_q=upto, at=now, back=back, again=len(again), gone=gone))
    for row in again:
        outbox.add(tx, _draft(row), sign=sign)
    notes = tuple(row.id for row in again if row.kind != operation.Kind.PATCH.value)
    return Rejoined(now, back, len(again), gone, notes)


def _same(row: sa.Row[Any], told: Sequence[Told], first: int) -> bool:
    """`told` has no gap, so that an operation's place in it is known."""
    place = row.q - first
    return 0 <= place < len(told) and bool(told[place].hash == row.hash)


def _take_over(
    tx: sa.Connection, told: Sequence[Told], texts: Mapping[UUID, sa.Row[Any]], now: datetime
) -> tuple[int, int]:
    taken = set(tx.execute(sa.select(table.c.id)).scalars())
    back = gone = 0
    for given in told:
        own = texts.get(given.id) if given.id is not None else None
        if own is None and given.state == "held":
            gone += 1
        elif own is None:
            back += 1
        # Said twice, or unreadable: it keeps its place and nothing else.
        placeless = given.id is None or given.id in taken
        one = replace(given, id=records.new_id(), p="", s="") if placeless else given
        taken.add(one.id)
        tx.execute(sa.insert(table).values(**_row(one, own, now)))
    return back, gone


def _row(one: Told, own: sa.Row[Any] | None, now: datetime) -> dict[str, Any]:
    """What the guard refused has its text here alone, under whichever place it was written."""
    kept = (own.p, own.s) if own is not None and one.state == "held" else (one.p, one.s)
    made = datetime.fromisoformat(operation.read(kept[0])["at"]) if kept[0] else now
    lost = one.state == "held" and not kept[0]
    return {
        "q": one.q, "id": one.id, "kind": one.kind or operation.Kind.APPEND.value, "cand": one.cand, "p": kept[0],
        "s": kept[1], "hash": one.hash, "state": one.state, "attempts": 1, "problem": one.problem, "rev": one.rev,
        "made_at": made, "settled_at": now if lost else None,
    }  # fmt: skip


def _settle(tx: sa.Connection, told: Sequence[Told]) -> None:
    """The copy's own operations that the server turned out to have."""
    waiting = set(tx.execute(sa.select(table.c.q).where(table.c.state.in_(outbox.WAITING))).scalars())
    for one in told:
        if one.q in waiting:
            values = {"state": one.state, "rev": one.rev, "problem": one.problem}
            tx.execute(sa.update(table).where(table.c.q == one.q).values(**values))


def _draft(row: sa.Row[Any]) -> operation.Draft:
    """The same words under the same id, to be signed at another place."""
    fields = operation.read(row.p)
    occurred = fields.get("occ")
    return operation.Draft(
        id=UUID(fields["id"]), kind=operation.Kind(fields["k"]), cand=UUID(fields["cand"]) if fields["cand"] else None,
        own=fields["own"] is True, at=datetime.fromisoformat(fields["at"]),
        occurred=datetime.fromisoformat(occurred) if occurred else None, kept=tuple(fields["kept"]), body=fields["body"],
    )  # fmt: skip


def pulse_told(tx: sa.Connection) -> str:
    """The word of the last greeting that was answered; "" before the first."""
    return str(tx.execute(sa.select(pulse.c.told)).scalar_one_or_none() or "")


def answered(tx: sa.Connection, word: str, *, two_copies: bool, now: datetime) -> None:
    """The greeting with this word was answered. `two_copies`: the server has seen two copies of this computer."""
    values = {"told": word, "two_at": now if two_copies else None}
    if tx.execute(sa.update(pulse).values(**values)).rowcount == 0:
        tx.execute(sa.insert(pulse).values(one=1, **values))


def two_copies_at(tx: sa.Connection) -> datetime | None:
    """When the server last said that two copies of this computer are in use; None where it no longer says so."""
    found: datetime | None = tx.execute(sa.select(pulse.c.two_at)).scalar_one_or_none()
    return found
