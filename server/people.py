"""Whom a sign-in is: the provider's subject is tied to one person of the jobcenter at the first time, for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from server import db
from server.problems import Refused

DENMARK: Final = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True, slots=True)
class Person:
    feed: str
    id: str
    name: str
    role: str


def signed_in(
    tx: sa.Connection, claims: Mapping[str, Any], *, feed: str, claim: str, now: datetime
) -> Person:
    """Raises Refused `not-enrollable` for somebody the jobcenter does not know, or known under another subject."""
    issuer, subject = str(claims["iss"]), str(claims["sub"])
    login = db.login.c
    known = tx.execute(
        sa.select(login.person).where(login.issuer == issuer, login.subject == subject, login.feed == feed)
    ).scalar_one_or_none()
    if known is not None:
        return of(tx, feed, known)
    person = of(tx, feed, str(claims.get(claim) or ""))
    taken = tx.execute(sa.select(login.subject).where(login.feed == feed, login.person == person.id)).first()
    if taken is not None:
        raise Refused("not-enrollable")
    tx.execute(
        sa.insert(db.login).values(issuer=issuer, subject=subject, feed=feed, person=person.id, made_at=now)
    )
    return person


def synced(tx: sa.Connection, feed: str) -> dict[str, date]:
    """Person → the Danish day everything that waited on a computer of theirs was last here; of those who have a computer
    that has come so far."""
    device = db.device.c
    left = sa.func.coalesce(device.waiting, 0) - (device.seq - sa.func.coalesce(device.waiting_seq, 0))
    query = (
        sa.select(device.person, sa.func.max(device.seen_at).label("at"))
        .where(device.feed == feed, device.seen_at.is_not(None), left <= 0)
        .group_by(device.person)
    )
    return {row.person: row.at.astimezone(DENMARK).date() for row in tx.execute(query)}


def of(tx: sa.Connection, feed: str, id: str) -> Person:
    """Ids are compared without regard to case, as providers do with names."""
    row = None if "\x00" in id else find(tx, feed, id)
    if row is None:
        raise Refused("not-enrollable")
    return row


def find(tx: sa.Connection, feed: str, id: str) -> Person | None:
    """As `of`. The letters of an id are folded by a list of ours: what PostgreSQL takes for small letters, and whether Æ is
    among them, is how somebody once made its cluster."""
    person = db.person.c
    folded = sa.func.translate(person.id, _LARGE, _SMALL)
    here = sa.select(db.person).where(person.feed == feed, folded == id.translate(_FOLD))
    row = tx.execute(here.order_by((person.id == id).desc()).limit(1)).one_or_none()
    return None if row is None else Person(row.feed, row.id, row.name, row.role)


_LARGE, _SMALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ", "abcdefghijklmnopqrstuvwxyzæøå"
_FOLD = str.maketrans(_LARGE, _SMALL)
