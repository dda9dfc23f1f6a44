"""Files of a case: parts come in any order and as often as they like; the whole is read by the guard before anybody has it."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from app.domain.case_file import LARGEST, MOST_OF_A_CASE, length, parts
from app.guard import documents
from app.protocol.messages import FilePart, FileState
from server import db, door, feed, scope
from server.auth import Caller
from server.problems import Refused
from server.safe import Safe, Unsealable

log = logging.getLogger("feltjournal.server")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_READS_FOR: Final = timedelta(minutes=10)  # a worker that has not come back by then is taken for dead
LET_LIE: Final = timedelta(days=30)  # parts of a file that no case stands for


@dataclass(frozen=True, slots=True)
class Place:
    """A file of a case of this jobcenter."""

    feed: str
    cand: UUID
    digest: str

    @classmethod
    def of(cls, caller: Caller, cand: UUID, digest: str) -> Place:
        if not _DIGEST.fullmatch(digest):
            raise Refused("not-found")
        return cls(caller.feed, cand, digest)

    def part(self, n: int) -> str:
        return f"{self.feed}/{self.cand}/{self.digest}/{n}"

    def row(self, table: sa.Table) -> sa.ColumnElement[bool]:
        return sa.and_(table.c.feed == self.feed, table.c.cand == self.cand, table.c.digest == self.digest)


def state(tx: sa.Connection, caller: Caller, place: Place) -> FileState:
    """What has arrived. Not yours and not there look the same."""
    _may_bring(tx, caller, place.cand)
    return _state(tx, place)


def take(
    engine: sa.Engine, safe: Safe, caller: Caller, place: Place, part: FilePart, *, now: datetime
) -> FileState:
    """Store a part. With the last one the whole is read: it is there then, held back, or was not what it said it was."""
    if not 0 < part.size <= LARGEST:
        raise Refused("batch-too-large")
    if not 0 <= part.n < parts(part.size) or len(part.data) != length(part.size, part.n):
        raise Refused("bad-request")
    sealed = safe.seal(part.data, place.part(part.n))
    with engine.begin() as tx:
        _may_bring(tx, caller, place.cand)
        row = _room(tx, caller, place, part.size, now=now)
        if row.whole or row.held:
            return _state(tx, place)
        _put(tx, place, part.n, sealed)
        told = _state(tx, place)
        if len(told.have) < parts(part.size) or _is_read(row, now):
            return told
        _set(tx, place, reading_since=now)
        released = feed.known(tx, caller.feed, caller.person).released
    return _judge(engine, safe, place, released, now=now)


def part(tx: sa.Connection, safe: Safe, caller: Caller, place: Place, n: int, *, now: datetime) -> FilePart:
    """A part of a file that is there whole. The first one is written down as a look at the case."""
    if not 0 <= n < parts(LARGEST) or not scope.holds(tx, caller, place.cand):
        raise Refused("not-found")
    content, piece = db.file_content, db.file_part
    row = tx.execute(
        sa.select(content.c.size, piece.c.data)
        .join(piece, sa.and_(piece.c.feed == content.c.feed, piece.c.cand == content.c.cand, piece.c.digest == content.c.digest))
        .where(place.row(content), content.c.whole, piece.c.n == n)
    ).one_or_none()  # fmt: skip
    if row is None:
        raise Refused("not-found")
    if n == 0:
        tx.execute(
            sa.insert(db.access_log).values(
                feed=caller.feed, at=now, person=caller.person, device=caller.device, cand=place.cand, action="file",
                from_rev=0, to_rev=0,
            )
        )  # fmt: skip
    try:
        return FilePart(row.size, n, safe.open(bytes(row.data), place.part(n)))
    except Unsealable:
        log.error("a part of a file does not open")
        raise Refused("not-found") from None


def drop(tx: sa.Connection, feed: str, cand: UUID) -> None:
    """All files of a case that is erased."""
    table = db.file_content
    tx.execute(sa.delete(table).where(table.c.feed == feed, table.c.cand == cand))


def sweep(tx: sa.Connection, feed: str, *, now: datetime) -> int:
    """Let go of what no case stands for: taken out again, or never told of. Returns how many files."""
    table, rec = db.file_content, db.rec.c
    stands = sa.exists().where(
        rec.feed == table.c.feed, rec.cand == table.c.cand, rec.type == "case_file",
        rec.vals["digest"].astext == table.c.digest, rec.vals["removed_at"].astext.is_(None),
    )  # fmt: skip
    return int(
        tx.execute(
            sa.delete(table).where(table.c.feed == feed, table.c.touched_at < now - LET_LIE, ~stands)
        ).rowcount
    )


# --- one file -------------------------------------------------------------------------------------------------------


def _may_bring(tx: sa.Connection, caller: Caller, cand: UUID) -> None:
    """Whoever has, or had, the participant: what was put to a case before it went to a colleague arrives all the same."""
    member = db.membership.c
    mine = sa.and_(member.feed == caller.feed, member.person == caller.person, member.cand == cand)
    if tx.execute(sa.select(member.cand).where(mine)).first() is None:
        raise Refused("not-found")


def _room(tx: sa.Connection, caller: Caller, place: Place, size: int, *, now: datetime) -> sa.Row[Any]:
    """The file's row, locked. One digest has one size, but until the whole has been read that is a claim: whoever says
    another begins anew, so that a wrong one keeps nobody's file out."""
    table = db.file_content
    row = tx.execute(sa.select(table).where(place.row(table)).with_for_update()).one_or_none()
    if row is not None and row.size != size and not (row.whole or row.held or _is_read(row, now)):
        tx.execute(sa.delete(table).where(place.row(table)))  # with its parts
        row = None
    if row is None:
        there = sa.select(sa.func.coalesce(sa.func.sum(table.c.size), 0))
        if (
            tx.execute(there.where(table.c.feed == place.feed, table.c.cand == place.cand)).scalar_one()
            + size
            > MOST_OF_A_CASE
        ):
            raise Refused("quota")
        new = {
            "feed": place.feed, "cand": place.cand, "digest": place.digest, "size": size, "whole": False, "held": False,
            "person": caller.person, "touched_at": now,
        }  # fmt: skip
        tx.execute(postgresql.insert(table).values(**new).on_conflict_do_nothing())
        row = tx.execute(sa.select(table).where(place.row(table)).with_for_update()).one()
    if row.size != size:
        raise Refused("hash-mismatch")
    return row


def _is_read(row: sa.Row[Any], now: datetime) -> bool:
    return row.reading_since is not None and now - row.reading_since < _READS_FOR


def _put(tx: sa.Connection, place: Place, n: int, sealed: bytes) -> None:
    insert = postgresql.insert(db.file_part).values(
        feed=place.feed, cand=place.cand, digest=place.digest, n=n, data=sealed
    )
    tx.execute(
        insert.on_conflict_do_update(index_elements=["feed", "cand", "digest", "n"], set_={"data": sealed})
    )


def _state(tx: sa.Connection, place: Place) -> FileState:
    row = tx.execute(sa.select(db.file_content).where(place.row(db.file_content))).one_or_none()
    if row is None:
        return FileState([], whole=False)
    have = tx.execute(sa.select(db.file_part.c.n).where(place.row(db.file_part)).order_by(db.file_part.c.n))
    return FileState(list(have.scalars()), whole=row.whole, held=row.held)


def _set(tx: sa.Connection, place: Place, **values: Any) -> None:
    tx.execute(sa.update(db.file_content).where(place.row(db.file_content)).values(**values))


def _judge(engine: sa.Engine, safe: Safe, place: Place, released: Any, *, now: datetime) -> FileState:
    """Read without a lock; nobody is given a part of it meanwhile."""
    try:
        whole = b"".join(_pieces(engine, safe, place))
    except Unsealable:
        whole = b""
    right = hashlib.sha256(whole).hexdigest() == place.digest
    held = right and _is_held(whole, released)
    with engine.begin() as tx:
        table = db.file_content
        since = sa.select(table.c.reading_since).where(place.row(table)).with_for_update()
        if tx.execute(since).scalar_one_or_none() != now:
            return _state(tx, place)  # taken for dead, and what was read is no longer what lies there
        if held or not right:
            tx.execute(sa.delete(db.file_part).where(place.row(db.file_part)))
        _set(tx, place, whole=right and not held, held=held, reading_since=None, touched_at=now)
        told = _state(tx, place)
    if not right:
        raise Refused("hash-mismatch")
    return told


def _pieces(engine: sa.Engine, safe: Safe, place: Place) -> Iterator[bytes]:
    table = db.file_part
    with engine.begin() as tx:
        rows = tx.execute(
            sa.select(table.c.n, table.c.data).where(place.row(table)).order_by(table.c.n)
        ).all()
    for row in rows:
        yield safe.open(bytes(row.data), place.part(row.n))


def _is_held(whole: bytes, released: Any) -> bool:
    found = documents.of(whole, "")
    return isinstance(found, documents.Unreadable) or bool(door.of_document(found.text, released))
