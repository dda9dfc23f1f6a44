"""A conflict decided by somebody in charge, while the consultants are away: an operation of the server's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from server import book, db
from server.problems import Refused
from server.system import Saying

Sign = Callable[[bytes], bytes]
TAKES = ("mine", "stands")


def decide(
    tx: sa.Connection, *, feed: str, rev: int, field: str, take: str, seen: int, sign: Sign, now: datetime
) -> UUID | None:
    """Returns the participant concerned. `seen`: the revision of the value that stood there when it was shown.

    Refused `not-found` for a conflict that is not open (any more), `history-diverged` where another value stands now."""
    saying = Saying.open(tx, feed=feed, sign=sign, now=now)
    conflict, rec = db.conflict.c, db.rec.c
    open_ = sa.and_(
        conflict.feed == feed, conflict.rev == rev, conflict.field == field, conflict.resolved_rev.is_(None)
    )
    asked = tx.execute(sa.select(db.conflict).where(open_)).one_or_none()
    if asked is None or take not in TAKES:
        raise Refused("not-found")
    record = tx.execute(
        sa.select(db.rec).where(rec.feed == feed, rec.type == asked.type, rec.id == asked.rec)
    ).one()
    if record.owner is not None and record.owner != book.SYSTEM:
        raise Refused("not-found")  # a private record is its owner's to decide
    if int(record.frev.get(field, 0)) != seen:
        raise Refused("history-diverged")  # nobody's word is overwritten by somebody who has not read it
    value = asked.mine if take == "mine" else record.vals.get(field)
    known = max(int(record.rev), rev)
    saying.patch(asked.type, asked.rec, {field: value}, (record.vals, known), cand=record.cand)
    saying.push(tx)
    return UUID(str(record.cand)) if record.cand else None
