"""The queue itself: filled from the feed by revision, so that no entry is missed or queued twice."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from app.protocol.operation import Kind
from server import db
from server.outbound import entry
from server.outbound.adapters import Adapter, NotTaken
from server.system import Saying

Sign = Callable[[bytes], bytes]
_FIRST, _LONGEST, _MOST = timedelta(seconds=30), timedelta(hours=6), 20
UNREADABLE = "unreadable"  # erased since, or written by a program newer than this server
NOTES = (Kind.APPEND.value, Kind.CORRECT.value)


def turn(engine: sa.Engine, adapter: Adapter, *, sign: Sign, now: datetime) -> int:
    """Queue what is new, hand over what is due, note what was confirmed. Returns how many were handed over.

    A confirmed entry is marked in the feed by the server's own operation, which `sign` signs: every computer that holds
    the participant then shows that the entry stands in the case system.
    """
    with engine.begin() as tx:
        feeds = list(tx.execute(sa.select(db.feed.c.id)).scalars())
        for feed in feeds:
            fill(tx, adapter.name, feed, now=now)
    sent = 0
    while (found := _next(engine, now=now, adapter=adapter.name)) is not None:
        sent += _hand_over(engine, adapter, *found, sign=sign, now=now)
    _note_confirmed(engine, adapter, sign=sign, now=now)
    return sent


def fill(tx: sa.Connection, adapter: str, feed: str, *, now: datetime) -> None:
    """The feed has no gap and is in the order of commits: what lies behind the cursor is all there will ever be."""
    cursor, op = db.outbound_cursor.c, db.op.c
    mine = sa.and_(cursor.adapter == adapter, cursor.feed == feed)
    start = postgresql.insert(db.outbound_cursor).values(adapter=adapter, feed=feed, rev=0)
    tx.execute(start.on_conflict_do_nothing())
    after = tx.execute(sa.select(cursor.rev).where(mine).with_for_update()).scalar_one()
    head = tx.execute(sa.select(db.feed.c.head).where(db.feed.c.id == feed)).scalar_one()
    new = sa.select(
        sa.literal(adapter), op.feed, op.rev, sa.literal("waiting"), sa.literal(0), sa.literal(now)
    ).where(op.feed == feed, op.rev > after, op.rev <= head, op.kind.in_(NOTES))
    columns = ["adapter", "feed", "rev", "state", "attempts", "next_at"]
    tx.execute(sa.insert(db.outbound).from_select(columns, new))
    tx.execute(sa.update(db.outbound_cursor).where(mine).values(rev=head))


def _next(engine: sa.Engine, *, adapter: str, now: datetime) -> tuple[str, int, int] | None:
    """Take the oldest that is due; another worker passes it over until its next time has come."""
    out = db.outbound.c
    due = (
        sa.select(out.feed, out.rev, out.attempts)
        .where(out.adapter == adapter, out.state == "waiting", out.next_at <= now)
        .order_by(out.feed, out.rev)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    with engine.begin() as tx:
        row = tx.execute(due).one_or_none()
        if row is None:
            return None
        later = now + min(_FIRST * 2**row.attempts, _LONGEST)
        _put(tx, adapter, row.feed, row.rev, attempts=row.attempts + 1, next_at=later)
        return row.feed, row.rev, row.attempts + 1


def _hand_over(
    engine: sa.Engine, adapter: Adapter, feed: str, rev: int, attempts: int, *, sign: Sign, now: datetime
) -> bool:
    with engine.begin() as tx:
        told = entry.read(tx, feed, rev)
    if told is None:
        with engine.begin() as tx:
            _put(tx, adapter.name, feed, rev, problem=UNREADABLE, state="dead")
        return False
    try:
        confirmed = adapter.send(told)
    except NotTaken as refusal:
        dead = refusal.final or attempts >= _MOST
        with engine.begin() as tx:
            _put(tx, adapter.name, feed, rev, problem=refusal.code, state="dead" if dead else "waiting")
        return False
    with engine.begin() as tx:
        _put(tx, adapter.name, feed, rev, state="sent", problem=None, sent_at=now)
        if confirmed:
            _confirm(tx, adapter.name, feed, rev, sign=sign, now=now)
    return True


def _note_confirmed(engine: sa.Engine, adapter: Adapter, *, sign: Sign, now: datetime) -> None:
    out, op = db.outbound.c, db.op.c
    for note in adapter.confirmed():
        joined = sa.and_(op.feed == out.feed, op.rev == out.rev)
        mine = sa.and_(out.adapter == adapter.name, out.state == "sent", op.id == _id(note))
        with engine.begin() as tx:
            for row in tx.execute(sa.select(out.feed, out.rev).join(db.op, joined).where(mine)).all():
                _confirm(tx, adapter.name, row.feed, row.rev, sign=sign, now=now)
        adapter.seen(note)


def _id(said: str) -> uuid.UUID | None:
    """Whose receipt it is; None, which is nobody's, for another name."""
    try:
        return uuid.UUID(said)
    except ValueError:
        return None


def _confirm(tx: sa.Connection, adapter: str, feed: str, rev: int, *, sign: Sign, now: datetime) -> None:
    told = entry.read(tx, feed, rev)
    if told is not None:
        saying = Saying.open(tx, feed=feed, sign=sign, now=now)
        values = {
            "participant": str(told.cand), "note": str(told.note), "number": "", "moved_on": now.date().isoformat(),
            "author": "",
        }  # fmt: skip
        mark = uuid.uuid5(told.note, "note_transfer")  # the same however many adapters confirm it
        saying.patch("note_transfer", mark, values, ({}, 0), cand=told.cand)
        saying.push(tx)
    _put(tx, adapter, feed, rev, state="confirmed", confirmed_at=now)


def _put(tx: sa.Connection, adapter: str, feed: str, rev: int, **values: object) -> None:
    out = db.outbound.c
    mine = sa.and_(out.adapter == adapter, out.feed == feed, out.rev == rev)
    tx.execute(sa.update(db.outbound).where(mine).values(**values))


def again(tx: sa.Connection, adapter: str, *, now: datetime) -> int:
    """What was given up waits once more, as after the receiver has been mended."""
    out = db.outbound.c
    dead = sa.and_(out.adapter == adapter, out.state == "dead")
    return tx.execute(
        sa.update(db.outbound).where(dead).values(state="waiting", attempts=0, next_at=now)
    ).rowcount


def problems(tx: sa.Connection, adapter: str) -> dict[str, int]:
    """Why entries are not handed over yet, as codes, and how many for each."""
    out = db.outbound.c
    mine = sa.and_(out.adapter == adapter, out.state.in_(("waiting", "dead")), out.problem.is_not(None))
    rows = tx.execute(sa.select(out.problem, sa.func.count()).where(mine).group_by(out.problem)).all()
    return {row[0]: row[1] for row in rows}
