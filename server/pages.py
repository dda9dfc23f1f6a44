"""Reading the feed: what a person may see, in order, and never a revision outside their scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSON

from app.protocol import canonical
from app.protocol.messages import PAGE_ROWS, Change, DeviceKey, Page
from app.protocol.operation import moment
from server import book, db, entitled, scope
from server.auth import Caller
from server.problems import Refused

_PAGE_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a device has read."""

    epoch: str
    rev: int
    chain: str


def same_history(tx: sa.Connection, feed: sa.Row[Any], cursor: Cursor) -> None:
    """Refuses a cursor that this feed never stood at: the server, or the device, went back to a backup."""
    if cursor.rev == 0 and cursor.chain in ("", canonical.START):
        return  # whoever has read nothing fits any history
    if cursor.epoch != feed.epoch or not 0 <= cursor.rev <= feed.head:
        raise Refused("history-diverged")
    there = feed.chain if cursor.rev == feed.head else chain_at(tx, feed.id, cursor.rev)
    if there != cursor.chain:
        raise Refused("history-diverged")


def chain_at(tx: sa.Connection, feed: str, rev: int) -> str:
    if rev == 0:
        return canonical.START
    return str(tx.execute(_CHAIN_AT, {"feed": feed, "rev": rev}).scalar_one())


_CHAIN_AT = sa.select(db.op.c.chain).where(
    db.op.c.feed == sa.bindparam("feed"), db.op.c.rev == sa.bindparam("rev")
)


def changes(tx: sa.Connection, caller: Caller, cursor: Cursor, *, limit: int, now: datetime) -> Page:
    """The next operations of the feed that the caller may see. The cursor passes the others in silence."""
    feed = tx.execute(sa.select(db.feed).where(db.feed.c.id == caller.feed)).one()
    same_history(tx, feed, cursor)
    return following(tx, caller, feed, cursor.rev, limit=limit, now=now)


def following(
    tx: sa.Connection, caller: Caller, feed: sa.Row[Any], after: int, *, limit: int, now: datetime
) -> Page:
    """As `changes`, where the cursor is known to stand in this history."""
    op, member = db.op.c, db.membership.c
    mine = sa.exists().where(
        member.feed == caller.feed, member.person == caller.person, member.cand == op.cand,
        scope.current(), member.since_rev < op.rev,
    )  # fmt: skip
    everybodys = sa.and_(op.cand.is_(None), _of_colleagues(tx, caller))
    visible = sa.and_(sa.or_(~op.own, op.by == caller.person), sa.or_(op.own, everybodys, mine))
    return _page(tx, caller, feed, visible, after=after, upto=feed.head, limit=limit, now=now)


def _of_colleagues(tx: sa.Connection, caller: Caller) -> sa.ColumnElement[bool]:
    """Hours, absence and positions of others are for who leads; a consultant gets their own."""
    if book.leads(tx, caller.feed, caller.person):
        return sa.true()
    kind = sa.cast(db.op.c.p, JSON)["body"]["type"].astext
    return sa.or_(db.op.c.by == caller.person, kind.is_(None), kind.not_in(entitled.OF_STAFF))


def of_candidate(
    tx: sa.Connection, caller: Caller, cand: UUID, *, after: int, upto: int | None, limit: int, now: datetime
) -> Page:
    """One participant's history, for somebody who has just got them. Not yours and not there look the same."""
    if not scope.holds(tx, caller, cand):
        raise Refused("not-found")
    feed = tx.execute(sa.select(db.feed).where(db.feed.c.id == caller.feed)).one()
    op = db.op.c
    visible = sa.and_(op.cand == cand, sa.or_(~op.own, op.by == caller.person))
    end = feed.head if upto is None else min(upto, feed.head)
    return _page(tx, caller, feed, visible, after=min(after, end), upto=end, limit=limit, now=now)


def _page(
    tx: sa.Connection, caller: Caller, feed: sa.Row[Any], visible: sa.ColumnElement[bool], *, after: int, upto: int,
    limit: int, now: datetime,
) -> Page:  # fmt: skip
    op = db.op.c
    limit = max(1, min(limit, PAGE_ROWS))
    rows = tx.execute(
        sa.select(db.op).where(op.feed == feed.id, op.rev > after, op.rev <= upto, op.erased_at.is_(None), visible).order_by(op.rev).limit(limit + 1)
    ).all()  # fmt: skip
    taken = fitting(rows, limit)
    if len(taken) < len(rows):
        rev, chain = taken[-1].rev, taken[-1].chain
    else:
        rev, chain = upto, feed.chain if upto == feed.head else chain_at(tx, feed.id, upto)
    log_access(tx, caller, taken, after=after, upto=rev, now=now)
    return Page(
        changes=[_change(row) for row in taken], devices=_devices(tx, taken), rev=rev, chain=chain, epoch=feed.epoch,
        head=upto, more=rev < upto,
    )  # fmt: skip


def fitting(rows: Sequence[sa.Row[Any]], limit: int) -> list[sa.Row[Any]]:
    """As many as a page holds, and one at least, so that the cursor always moves."""
    taken: list[sa.Row[Any]] = []
    size = 0
    for row in rows[:limit]:
        size += len(row.p or "")
        if taken and size > _PAGE_BYTES:
            break
        taken.append(row)
    return taken


def _change(row: sa.Row[Any]) -> Change:
    return Change(row.rev, row.chain, row.by, row.p, row.s, moment(row.received_at), row.eff, row.guard or "")


def _devices(tx: sa.Connection, rows: Sequence[sa.Row[Any]]) -> list[DeviceKey]:
    ids = sorted({row.device for row in rows})
    if not ids:
        return []
    device = db.device.c
    keys = (
        sa.select(device.id, device.alg, device.key, device.person)
        .where(device.id.in_(ids))
        .order_by(device.id)
    )
    return [DeviceKey(str(r.id), r.alg, r.key, r.person) for r in tx.execute(keys)]


def log_access(
    tx: sa.Connection, caller: Caller, rows: Sequence[sa.Row[Any]], *, after: int, upto: int, now: datetime
) -> None:
    """Whose data went to whom: one line for each participant on the page."""
    seen = [
        {
            "feed": caller.feed, "at": now, "person": caller.person, "device": caller.device, "cand": cand,
            "action": "pull", "from_rev": after, "to_rev": upto,
        }
        for cand in sorted({row.cand for row in rows if row.cand})
    ]  # fmt: skip
    if seen:
        tx.execute(sa.insert(db.access_log), seen)
