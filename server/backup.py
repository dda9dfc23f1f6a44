"""A copy of the database, checked before the computers are told that they may let go of what it holds."""

from __future__ import annotations

import os
import shutil
import subprocess
import uuid
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from server import db, embedded

_SECONDS = 3600


class BackupFailed(Exception):
    """The reason in one sentence."""


def take(engine: sa.Engine, folder: Path, *, now: datetime) -> Path:
    """Dump the database to a new file in `folder`, read its table of contents back, then note what it covers.

    What was written while the dump ran is not counted as covered: the heads are read before it begins.
    """
    with engine.begin() as tx:
        heads = {row.id: row.head for row in tx.execute(sa.select(db.feed.c.id, db.feed.c.head))}
    done = folder / f"feltjournal-{now:%Y%m%dT%H%M%SZ}.dump"
    part = done.with_suffix(".part")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.touch(
            mode=0o600
        )  # it holds every entry, and pg_dump would make it as whoever runs it makes files
    except OSError as error:
        raise BackupFailed(f"cannot write in {folder}: {type(error).__name__}") from None
    password = engine.url.password or ""
    _run("pg_dump", "--format=custom", f"--file={part}", f"--dbname={_address(engine)}", password=password)
    if "TABLE DATA public op " not in _run("pg_restore", "--list", str(part)):
        raise BackupFailed("the copy holds no operations table")
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(done)
    with engine.begin() as tx:
        for feed, head in heads.items():
            confirm(tx, feed=feed, rev=head)
    return done


def confirm(tx: sa.Connection, *, feed: str, rev: int) -> None:
    """A backup that was read back covers the feed up to `rev`; never more than there is, never less than before."""
    column = db.feed.c
    covered = sa.func.greatest(column.backup_rev, sa.func.least(column.head, rev))
    tx.execute(sa.update(db.feed).where(column.id == feed).values(backup_rev=covered))


def restored(tx: sa.Connection, *, now: datetime) -> datetime | None:
    """After a copy was put back: a new epoch, by which every computer finds out, and hands in what the copy lacks.

    A code the copy takes for unused may have been used since, and a session ended: neither holds any longer. Returns when
    the copy last heard of anything; what people in charge did after that, nobody hands in."""
    for row in tx.execute(sa.select(db.feed.c.id)).all():
        tx.execute(sa.update(db.feed).where(db.feed.c.id == row.id).values(epoch=str(uuid.uuid4())))
    code = db.enrolment_code.c
    open_ = sa.and_(code.used_at.is_(None), code.expires_at > now)
    tx.execute(sa.update(db.enrolment_code).where(open_).values(expires_at=now))
    for table in (db.web_session, db.web_signin):
        tx.execute(sa.delete(table))
    last = (db.device.c.seen_at, db.op.c.received_at, db.act.c.at)
    return max(
        (at for one in last if (at := tx.execute(sa.select(sa.func.max(one))).scalar_one())), default=None
    )


def _address(engine: sa.Engine) -> str:
    """As libpq reads it. The password goes by the environment, which other users of the machine cannot list."""
    plain = engine.url._replace(
        drivername="postgresql", password=None
    )  # `set` lets a password be when it is given None
    return plain.render_as_string(hide_password=False)


def _run(program: str, *arguments: str, password: str = "") -> str:
    found = embedded.program(program) or shutil.which(program)
    if found is None:
        raise BackupFailed(f"{program} is not on this machine")
    done = subprocess.run(  # noqa: S603
        [found, *arguments],
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
        env={**os.environ, **({"PGPASSWORD": password} if password else {})},
    )
    if done.returncode != 0:
        reason = done.stderr.strip().splitlines() or ["no reason given"]
        raise BackupFailed(f"{program}: {reason[-1]}")
    return done.stdout
