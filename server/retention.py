"""Erasing what the municipality may no longer keep: a closed case, so many years after its last word.

The years come from the case's deletion code in KLE, the municipalities' common plan of subjects (KL Emnesystematik):
`K` and a number of years after which it is destroyed, or `B`: preserved, and then nothing is erased here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from app.domain.participant import ENDED
from server import db, files

_CODE = re.compile(r"K([1-9]\d?)")
KEEP = "B"


@dataclass(frozen=True, slots=True)
class Past:
    """A case whose time is over. `last_at`: its last operation."""

    cand: UUID
    last_at: datetime


def years(code: str) -> int | None:
    """Years of a deletion code; None where nothing is erased. Raises ValueError."""
    if code in ("", KEEP):
        return None
    found = _CODE.fullmatch(code)
    if found is None:
        raise ValueError(code)
    return int(found[1])


def past(tx: sa.Connection, feed: str, *, code: str, now: datetime) -> tuple[Past, ...]:
    """The closed cases in which nothing was written for so long, the oldest first."""
    kept = years(code)
    if kept is None:
        return ()
    rec, op = db.rec.c, db.op.c
    closed = sa.select(rec.id).where(
        rec.feed == feed,
        rec.type == "participant",
        rec.vals["phase"].astext.in_([phase.value for phase in ENDED]),
    )
    last = sa.func.max(op.received_at)
    rows = tx.execute(
        sa.select(op.cand, last.label("last_at"))
        .where(op.feed == feed, op.cand.in_(closed))
        .group_by(op.cand)
        .having(last < _before(now, kept))
        .order_by(last)
    )
    return tuple(Past(row.cand, row.last_at) for row in rows)


def erase(tx: sa.Connection, feed: str, cand: UUID, *, now: datetime) -> int:
    """Returns how many operations lost their text; place, hash and chain stay, so that every history still fits.

    Computers that still hold the case let go of it at their next round. Needs the tables' owner.
    """
    op, rec, member = db.op.c, db.rec.c, db.membership.c
    # What is just being taken in is waited for, and comes under the erasing; nothing is taken in meanwhile.
    tx.execute(sa.select(db.feed.c.id).where(db.feed.c.id == feed).with_for_update())
    tx.execute(sa.text("SET LOCAL feltjournal.erasing = 'on'"))
    erased = tx.execute(
        sa.update(db.op)
        .where(op.feed == feed, op.cand == cand, op.erased_at.is_(None))
        .values(p=None, s=None, eff=None, erased_at=now)
    ).rowcount
    tx.execute(sa.text("SET LOCAL feltjournal.erasing = 'off'"))
    theirs = sa.select(rec.id).where(rec.feed == feed, rec.cand == cand)
    tx.execute(sa.delete(db.conflict).where(db.conflict.c.feed == feed, db.conflict.c.rec.in_(theirs)))
    tx.execute(sa.delete(db.rec).where(rec.feed == feed, rec.cand == cand))
    head = sa.select(db.feed.c.head).where(db.feed.c.id == feed).scalar_subquery()
    tx.execute(
        sa.update(db.membership)
        .where(member.feed == feed, member.cand == cand, member.upto_rev.is_(None))
        .values(upto_rev=head, ended_at=now)
    )
    files.drop(tx, feed, cand)
    tx.execute(sa.insert(db.act).values(feed=feed, at=now, person="system", what="erase", cand=cand))
    return int(erased)


def _before(now: datetime, years: int) -> datetime:
    try:
        return now.replace(year=now.year - years)
    except ValueError:  # 29 February
        return now.replace(year=now.year - years, day=28)
