"""Making a jobcenter: tables, feed, keys; and finding it again."""

from __future__ import annotations

import uuid
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from app.protocol import canonical
from server import db
from server.book import SYSTEM
from server.identity import Identity


class NotThisServer(Exception):
    """The reason in one sentence."""


def migrate(engine: sa.Engine) -> None:
    from server import migrations

    migrations.upgrade(engine)


def found(tx: sa.Connection, identity: Identity, *, feed_name: str, now: datetime) -> str:
    """Write down who this server is and open the jobcenter's feed, once. Returns the server's id."""
    there = tx.execute(sa.select(db.server)).one_or_none()
    if there is not None:
        return recognise(tx, identity)
    id, feed = str(uuid.uuid4()), str(uuid.uuid4())
    tx.execute(sa.insert(db.server).values(id=id, key=identity.public, made_at=now))
    tx.execute(
        sa.insert(db.feed).values(
            id=feed, name=feed_name, epoch=str(uuid.uuid4()), head=0, chain=canonical.START, backup_rev=0
        )
    )
    tx.execute(
        sa.insert(db.device).values(
            id=uuid.UUID(id), feed=feed, person=SYSTEM, alg="Ed25519", key=identity.public, machine="", app="", seq=0,
            last_hash=canonical.START, enrolled_at=now,
        )
    )  # fmt: skip
    return id


def recognise(tx: sa.Connection, identity: Identity) -> str:
    """The server's id. Raises NotThisServer when the database belongs to other keys, or to nobody yet."""
    try:
        there = tx.execute(sa.select(db.server)).one_or_none()
    except sa.exc.ProgrammingError:
        there = None
    if there is None:
        raise NotThisServer("the database holds no jobcenter yet; run init first")
    if there.key != identity.public:
        raise NotThisServer("the signing key in the state folder is not the one this database knows")
    return str(there.id)


def fits(tx: sa.Connection) -> None:
    """Raises NotThisServer when the tables are of another version than this program: each request would find that out."""
    there = tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    if there != db.VERSION:
        raise NotThisServer(
            f"the tables are of version {there} and the program of {db.VERSION}; run init and grant"
        )


def the_feed(tx: sa.Connection) -> tuple[str, str]:
    """The jobcenter's feed: id and name."""
    row = tx.execute(sa.select(db.feed.c.id, db.feed.c.name)).one()
    return row.id, row.name


def state_folder(state: str, embedded: Path | None) -> Path:
    if state:
        return Path(state)
    return embedded if embedded is not None else Path("/var/lib/feltjournal-server")
