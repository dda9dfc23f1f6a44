"""What people in charge may do on the page; each is one transaction and one line in the log of acts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from server import assign, db, decide
from server.people import Person
from server.problems import Refused

log = logging.getLogger("feltjournal.server")
Sign = Callable[[bytes], bytes]
# They stand in the system's log too, for the day an older copy of the tables is put back.
_KEPT_BESIDE = ("revoke", "wipe")


def note(
    tx: sa.Connection, who: Person, what: str, *, now: datetime, device: UUID | None = None, cand: UUID | None = None,
    whom: str | None = None, reason: str | None = None,
) -> None:  # fmt: skip
    if what in _KEPT_BESIDE:
        log.info("security: %s of computer %s", what, device)
    tx.execute(
        sa.insert(db.act).values(
            feed=who.feed,
            at=now,
            person=who.id,
            what=what,
            device=device,
            cand=cand,
            whom=whom,
            reason=reason,
        )
    )


def approve(tx: sa.Connection, who: Person, device: UUID, *, now: datetime) -> None:
    _device(tx, who, device, waiting_since=None)
    note(tx, who, "approve", device=device, now=now)


def revoke(tx: sa.Connection, who: Person, device: UUID, *, reason: str, now: datetime) -> None:
    """From now on the computer is refused; what lies on it stays there."""
    _device(tx, who, device, revoked_at=now)
    note(tx, who, "revoke", device=device, reason=_reason(reason), now=now)


def wipe(tx: sa.Connection, who: Person, device: UUID, *, reason: str, now: datetime) -> None:
    """The computer gets a signed order to destroy its journal when it next calls; until then no lease."""
    _device(tx, who, device, wipe_requested_at=now, revoked_at=None)
    note(tx, who, "wipe", device=device, reason=_reason(reason), now=now)


def _device(tx: sa.Connection, who: Person, device: UUID, **values: Any) -> None:
    mine = sa.and_(db.device.c.id == device, db.device.c.feed == who.feed, db.device.c.machine != "")
    if tx.execute(sa.update(db.device).where(mine).values(**values)).rowcount != 1:
        raise Refused("not-found")


def move(tx: sa.Connection, who: Person, cand: UUID, *, to: str, sign: Sign, now: datetime) -> None:
    assign.move(tx, feed=who.feed, cand=cand, to=to, sign=sign, now=now)
    note(tx, who, "move", cand=cand, whom=to, now=now)


def deputise(
    tx: sa.Connection, who: Person, cand: UUID, *, whom: str, until: datetime, reason: str, now: datetime
) -> None:
    assign.deputise(tx, feed=who.feed, cand=cand, whom=whom, until=until, now=now)
    note(tx, who, "deputise", cand=cand, whom=whom, reason=_reason(reason), now=now)


def end_deputy(tx: sa.Connection, who: Person, cand: UUID, *, whom: str, now: datetime) -> None:
    assign.end_deputy(tx, feed=who.feed, cand=cand, whom=whom, now=now)
    note(tx, who, "end_deputy", cand=cand, whom=whom, now=now)


def settle(
    tx: sa.Connection, who: Person, rev: int, field: str, *, take: str, seen: int, sign: Sign, now: datetime
) -> None:
    """Decide a conflict: `mine` takes what the writer wanted, `stands` keeps what the record says."""
    cand = decide.decide(tx, feed=who.feed, rev=rev, field=field, take=take, seen=seen, sign=sign, now=now)
    note(tx, who, "decide", cand=cand, reason=f"{take} {field}", now=now)


def see_parked(tx: sa.Connection, who: Person, device: UUID, dseq: int, *, now: datetime) -> None:
    op = db.op.c
    there = sa.select(op.dseq).where(
        op.feed == who.feed, op.device == device, op.dseq == dseq, op.outcome == "parked"
    )
    if tx.execute(there).one_or_none() is None:
        raise Refused("not-found")
    tx.execute(sa.insert(db.parked_seen).values(device=device, dseq=dseq, at=now, person=who.id))
    note(tx, who, "parked_seen", device=device, now=now)


def _reason(text: str) -> str:
    """Why, in a few words: asked for wherever somebody's access changes."""
    said = " ".join(text.split())
    if not 3 <= len(said) <= 200:
        raise Refused("bad-request")
    return said
