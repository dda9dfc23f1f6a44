"""Whose participants are whose: the whole set a person may hold now, compared by one tag."""

from __future__ import annotations

import hashlib
from datetime import date
from uuid import UUID

import msgspec
import sqlalchemy as sa

from app.protocol import canonical
from app.protocol.messages import Person, Scope, ScopeEntry
from server import book, db, team
from server import people as colleagues
from server.auth import Caller


def read(tx: sa.Connection, caller: Caller) -> Scope:
    entries = [ScopeEntry(str(r.cand), r.role, r.since_rev) for r in tx.execute(_ACTIVE, _of(caller))]
    people = [Person(r.id, r.name, r.role) for r in tx.execute(_EVERYONE, {"feed": caller.feed})]
    others, late, left = [], [], []
    if any(one.id == caller.person and one.role == book.LEADER for one in people):
        mine = frozenset(UUID(one.cand) for one in entries)
        others = team.cases(tx, caller.feed, apart_from=mine)
        late = team.late_drafts(tx, caller.feed, apart_from=caller.person)
        left = team.figures_left(tx, caller.feed)
        days = colleagues.synced(tx, caller.feed)
        people = [Person(p.id, p.name, p.role, _told(days.get(p.id))) for p in people]
    more = [others, late, left]
    # The tag of somebody who is told nothing besides is what it was before there was more to tell.
    while more and not more[-1]:
        more.pop()
    said = canonical.dumps(msgspec.to_builtins([entries, people, *more]))
    tag = hashlib.sha256(said.encode()).hexdigest()[:32]
    return Scope(tag=tag, entries=entries, people=people, team=others, drafts=late, figures=left)


def _told(day: date | None) -> str:
    return day.isoformat() if day else ""


def holds(tx: sa.Connection, caller: Caller, cand: object) -> bool:
    """Whether the participant is in the person's scope now."""
    return tx.execute(_ACTIVE.where(db.membership.c.cand == cand), _of(caller)).first() is not None


def cases(tx: sa.Connection, caller: Caller) -> frozenset[UUID]:
    """Every participant in the person's scope now."""
    return frozenset(row.cand for row in tx.execute(_ACTIVE, _of(caller)))


def current() -> sa.ColumnElement[bool]:
    """Memberships that hold now; a deputy's ends by itself."""
    member = db.membership.c
    return sa.and_(member.upto_rev.is_(None), sa.or_(member.until.is_(None), member.until > sa.func.now()))


def _of(caller: Caller) -> dict[str, str]:
    return {"feed": caller.feed, "person": caller.person}


_MINE = (
    db.membership.c.feed == sa.bindparam("feed"),
    db.membership.c.person == sa.bindparam("person"),
    current(),
)
_ACTIVE = sa.select(db.membership).where(*_MINE).order_by(db.membership.c.cand)
_EVERYONE = sa.select(db.person).where(db.person.c.feed == sa.bindparam("feed")).order_by(db.person.c.id)
