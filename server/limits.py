"""How often somebody may fail, counted in the database so that all workers count together."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from server import db
from server.problems import Refused

PER = timedelta(minutes=10)


def check(tx: sa.Connection, what: str, who: str, *, most: int, now: datetime) -> None:
    """Raises Refused `too-many` for whoever has failed `most` times within ten minutes."""
    attempt = db.attempt.c
    failed = sa.select(attempt.n).where(
        attempt.what == what, attempt.who == who[:128], attempt.since > now - PER
    )
    if (tx.execute(failed).scalar_one_or_none() or 0) >= most:
        raise Refused("too-many")


def failed(tx: sa.Connection, what: str, who: str, *, now: datetime) -> None:
    """One more failure; to be committed whatever is answered."""
    attempt = db.attempt.c
    stale = attempt.since <= now - PER
    insert = postgresql.insert(db.attempt).values(what=what, who=who[:128], since=now, n=1)
    tx.execute(
        insert.on_conflict_do_update(
            index_elements=["what", "who"],
            set_={
                "n": sa.case((stale, 1), else_=attempt.n + 1),
                "since": sa.case((stale, now), else_=attempt.since),
            },
        )
    )


def forget(tx: sa.Connection, *, now: datetime) -> None:
    """Counts that can no longer matter."""
    tx.execute(sa.delete(db.attempt).where(db.attempt.c.since < now - timedelta(days=1)))
