"""Who is on the page: a random cookie whose hash is in the database, so that any worker knows it and none keeps it."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from server import db, people
from server.people import Person
from server.problems import Refused

IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=10)
_SIGNIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Session:
    """`csrf`: what every form must send along."""

    person: Person
    csrf: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A sign-in that has left for the provider."""

    nonce: str
    verifier: str


def begin(tx: sa.Connection, *, now: datetime) -> tuple[str, Pending]:
    """The state to send along, and what to ask with."""
    tx.execute(sa.delete(db.web_signin).where(db.web_signin.c.made_at < now - _SIGNIN))
    state, pending = secrets.token_urlsafe(32), Pending(secrets.token_urlsafe(32), secrets.token_urlsafe(48))
    tx.execute(
        sa.insert(db.web_signin).values(
            state=_hash(state), nonce=pending.nonce, verifier=pending.verifier, made_at=now
        )
    )
    return state, pending


def come_back(tx: sa.Connection, state: str, *, now: datetime) -> Pending:
    """What was asked with this state; good once."""
    signin = db.web_signin.c
    spent = sa.delete(db.web_signin).where(signin.state == _hash(state), signin.made_at >= now - _SIGNIN)
    row = tx.execute(spent.returning(signin.nonce, signin.verifier)).one_or_none()
    if row is None:
        raise Refused("bad-request")
    return Pending(row.nonce, row.verifier)


def open_for(tx: sa.Connection, person: Person, *, now: datetime) -> str:
    """A new session's cookie. A new one at every sign-in, so that none can be planted before."""
    cookie = secrets.token_urlsafe(32)
    tx.execute(sa.delete(db.web_session).where(db.web_session.c.made_at < now - LONGEST))
    tx.execute(
        sa.insert(db.web_session).values(
            hash=_hash(cookie), feed=person.feed, person=person.id, csrf=secrets.token_urlsafe(32), made_at=now, seen_at=now
        )
    )  # fmt: skip
    return cookie


def find(tx: sa.Connection, cookie: str, *, now: datetime) -> Session | None:
    """The session of a cookie; a role that has been taken away is gone at the next request."""
    session = db.web_session.c
    alive = sa.and_(
        session.hash == _hash(cookie), session.seen_at > now - IDLE, session.made_at > now - LONGEST
    )
    row = tx.execute(sa.update(db.web_session).where(alive).values(seen_at=now).returning(db.web_session)).one_or_none()  # fmt: skip
    if row is None:
        return None
    try:
        return Session(people.of(tx, row.feed, row.person), row.csrf)
    except Refused:
        return None


def close(tx: sa.Connection, cookie: str) -> None:
    tx.execute(sa.delete(db.web_session).where(db.web_session.c.hash == _hash(cookie)))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
