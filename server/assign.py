"""Whose participant somebody is: moved to another consultant, or shared with a deputy for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from server import book, db, enrol, people
from server.problems import Refused
from server.system import Saying

Sign = Callable[[bytes], bytes]


def move(tx: sa.Connection, *, feed: str, cand: UUID, to: str, sign: Sign, now: datetime) -> None:
    """From now on the participant is `to`'s; those who had them deliver what they wrote, and their computers purge."""
    person = _holder(tx, feed, to)
    saying = Saying.open(tx, feed=feed, sign=sign, now=now)
    head = _head(tx, feed)
    vals, rev = _participant(tx, feed, cand)
    if vals.get("consultant") != person.id:
        saying.patch("participant", cand, {"consultant": person.id}, (vals, rev), cand=cand)
        saying.push(tx)
    member = db.membership.c
    others = sa.and_(
        member.feed == feed, member.cand == cand, member.role == "consultant", member.upto_rev.is_(None),
        member.person != person.id,
    )  # fmt: skip
    tx.execute(sa.update(db.membership).where(others).values(upto_rev=head, ended_at=now))
    if _role(tx, feed, cand, person.id) != "consultant":
        book.join(tx, feed=feed, cand=cand, person=person.id, since=head)


def deputise(tx: sa.Connection, *, feed: str, cand: UUID, whom: str, until: datetime, now: datetime) -> None:
    """Until then the deputy has the participant beside the consultant."""
    expire(tx, feed=feed, now=now)
    person = _holder(tx, feed, whom)
    _participant(tx, feed, cand)
    if until <= now or _role(tx, feed, cand, person.id) is not None:
        raise Refused("bad-request")
    book.join(tx, feed=feed, cand=cand, person=person.id, since=_head(tx, feed), role="deputy")
    mine = _membership(feed, cand, person.id)
    tx.execute(sa.update(db.membership).where(mine).values(until=until))


def end_deputy(tx: sa.Connection, *, feed: str, cand: UUID, whom: str, now: datetime) -> None:
    if _role(tx, feed, cand, whom) != "deputy":
        raise Refused("not-found")
    mine = _membership(feed, cand, whom)
    tx.execute(sa.update(db.membership).where(mine).values(upto_rev=_head(tx, feed), ended_at=now))


def expire(tx: sa.Connection, *, feed: str, now: datetime) -> None:
    """Deputies whose time is over hold nothing any more."""
    member = db.membership.c
    over = sa.and_(member.feed == feed, member.until <= now, member.upto_rev.is_(None))
    if tx.execute(sa.select(member.cand).where(over).limit(1)).first() is not None:
        ended = {"upto_rev": _head(tx, feed), "ended_at": member.until}
        tx.execute(sa.update(db.membership).where(over).values(**ended))


def _holder(tx: sa.Connection, feed: str, id: str) -> people.Person:
    """Refused `bad-request` for somebody in a role without content: the case would be nobody's to see."""
    person = people.of(tx, feed, id)
    if person.role in enrol.WITHOUT_CONTENT:
        raise Refused("bad-request")
    return person


def _membership(feed: str, cand: UUID, person: str) -> sa.ColumnElement[bool]:
    member = db.membership.c
    return sa.and_(member.feed == feed, member.cand == cand, member.person == person)


def _role(tx: sa.Connection, feed: str, cand: UUID, person: str) -> str | None:
    """In which role a person holds the participant now; None when not."""
    here = sa.and_(_membership(feed, cand, person), db.membership.c.upto_rev.is_(None))
    return tx.execute(sa.select(db.membership.c.role).where(here)).scalar_one_or_none()


def _head(tx: sa.Connection, feed: str) -> int:
    """Locks the feed, as every writer does."""
    return int(
        tx.execute(sa.select(db.feed.c.head).where(db.feed.c.id == feed).with_for_update()).scalar_one()
    )


def _participant(tx: sa.Connection, feed: str, cand: UUID) -> tuple[dict[str, object], int]:
    rec = db.rec.c
    here = sa.and_(rec.feed == feed, rec.type == "participant", rec.id == cand)
    row = tx.execute(sa.select(rec.vals, rec.rev).where(here)).one_or_none()
    if row is None:
        raise Refused("not-found")
    return dict(row.vals), int(row.rev)
