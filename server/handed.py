"""Which figures have been handed out, so that no later file says otherwise beside them.

Two files that rest on different rows tell by their difference what each hides: a quarter's and, after late rows, its year's.
What the leader's program has exported counts as well; it is written down in the log of exports, which is synchronised.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from app.domain.log_rows import Logs, Period
from app.reports import leaving
from server import db

_FIGURES: Final = "figures"


def told_otherwise(tx: sa.Connection, feed: str, logs: Logs, period: Period) -> Period | None:
    """The period, part of this one or around it, whose figures have left and would be others today."""
    for left, digest in _left(tx, feed):
        if leaving.hang_together(left, period) and leaving.digest(logs, left) != digest:
            return left
    return None


def write_down(tx: sa.Connection, feed: str, logs: Logs, period: Period, now: datetime) -> None:
    """Before the file is seen by anybody."""
    values = {
        "feed": feed, "first_day": period.first, "last_day": period.last,
        "digest": leaving.digest(logs, period), "at": now,
    }  # fmt: skip
    tx.execute(postgresql.insert(db.figures_left).values(**values).on_conflict_do_nothing())


def taken_back(tx: sa.Connection, feed: str, period: Period) -> bool:
    """Whoever had the period's file has it no longer, says the jobcenter; False if none is known."""
    left = db.figures_left.c
    gone = tx.execute(
        sa.delete(db.figures_left).where(
            left.feed == feed, left.first_day == period.first, left.last_day == period.last
        )
    )
    return gone.rowcount > 0


def _left(tx: sa.Connection, feed: str) -> Iterator[tuple[Period, str]]:
    left = db.figures_left.c
    here = sa.select(left.first_day, left.last_day, left.digest).where(left.feed == feed)
    for first, last, digest in tx.execute(here):
        yield Period(first, last), digest
    vals = db.rec.c.vals
    names = ("first_day", "last_day", "digest")
    exported = sa.select(*(vals[name].astext for name in names)).where(
        db.rec.c.feed == feed, db.rec.c.type == "export", vals["what"].astext == _FIGURES
    )
    for first, last, digest in tx.execute(exported):
        if first and last and digest:
            yield Period(date.fromisoformat(first), date.fromisoformat(last)), digest
