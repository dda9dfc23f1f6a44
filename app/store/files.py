"""SQL of a case's files: which there are, whose bytes are here, and whose have yet to travel."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from app.domain.case_file import PART, CaseFile, parts
from app.store import Tx, person
from app.store.tables import RECORDS
from app.store.tables_files import file_content, file_part


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file as this computer has them, see `app.store.tables_files`."""

    participant: UUID
    digest: str
    size: int
    here: bool = False
    there: bool = False
    held: bool = False


def of_participant(tx: Tx, participant: UUID) -> tuple[CaseFile, ...]:
    """The files that stand in a case, in the order in which they were put there."""
    return tuple(f for f in person.of_participant(tx, CaseFile, participant) if f.removed_at is None)


def get(tx: Tx, id: UUID) -> CaseFile | None:
    return person.get(tx, CaseFile, id)


def contents(tx: Tx, participant: UUID) -> dict[str, Content]:
    """By digest."""
    rows = tx.execute(sa.select(file_content).where(file_content.c.participant == participant))
    return {row.digest: _content(row) for row in rows}


def content(tx: Tx, participant: UUID, digest: str) -> Content | None:
    row = tx.execute(sa.select(file_content).where(_is(file_content, participant, digest))).one_or_none()
    return None if row is None else _content(row)


def begin(tx: Tx, participant: UUID, digest: str, size: int) -> None:
    """Make room for the bytes of a file, once."""
    if content(tx, participant, digest) is None:
        new = {"participant": participant, "digest": digest, "size": size, "here": 0, "there": 0, "held": 0}
        tx.execute(sa.insert(file_content).values(**new))


def put_part(tx: Tx, participant: UUID, digest: str, n: int, data: bytes) -> None:
    tx.execute(sa.delete(file_part).where(_is(file_part, participant, digest), file_part.c.n == n))
    tx.execute(sa.insert(file_part).values(participant=participant, digest=digest, n=n, data=data))


def put_whole(tx: Tx, participant: UUID, digest: str, data: bytes) -> None:
    """All parts of a file that was brought here."""
    begin(tx, participant, digest, len(data))
    for n in range(parts(len(data))):
        put_part(tx, participant, digest, n, data[n * PART : (n + 1) * PART])
    mark(tx, participant, digest, here=True)


def mark(tx: Tx, participant: UUID, digest: str, **now: bool) -> None:
    values = {name: int(value) for name, value in now.items()}
    tx.execute(sa.update(file_content).where(_is(file_content, participant, digest)).values(**values))


def part(tx: Tx, participant: UUID, digest: str, n: int) -> bytes:
    query = sa.select(file_part.c.data).where(_is(file_part, participant, digest), file_part.c.n == n)
    return bytes(tx.execute(query).scalar_one())


def whole(tx: Tx, participant: UUID, digest: str) -> bytes:
    """All parts that are here, in their order."""
    query = sa.select(file_part.c.data).where(_is(file_part, participant, digest)).order_by(file_part.c.n)
    return b"".join(tx.execute(query).scalars())


def missing(tx: Tx, participant: UUID, digest: str, size: int) -> tuple[int, ...]:
    """Numbers of the parts that are not here yet."""
    here = set(tx.execute(sa.select(file_part.c.n).where(_is(file_part, participant, digest))).scalars())
    return tuple(n for n in range(parts(size)) if n not in here)


def drop_parts(tx: Tx, participant: UUID, digest: str) -> None:
    tx.execute(sa.delete(file_part).where(_is(file_part, participant, digest)))


def drop_content(tx: Tx, participant: UUID, digest: str) -> None:
    drop_parts(tx, participant, digest)
    tx.execute(sa.delete(file_content).where(_is(file_content, participant, digest)))


def to_send(tx: Tx) -> tuple[Content, ...]:
    """What stands in a case and is on this computer alone, as far as it knows; the smallest first."""
    return tuple(_content(row) for row in tx.execute(_TO_SEND))


def to_fetch(tx: Tx) -> tuple[Content, ...]:
    """What stands in a case and has not come whole, the smallest first."""
    return tuple(Content(row.participant, row.digest, row.size) for row in tx.execute(_TO_FETCH))


def unsent(tx: Tx, participant: UUID | None = None) -> int:
    """How many files have no receipt; also those the server's guard turned away and nobody has taken out."""
    c = file_content.c
    only_here = sa.and_(c.here == 1, c.there == 0, _stands(c.participant, c.digest))
    if participant is not None:
        only_here = sa.and_(only_here, c.participant == participant)
    return int(tx.execute(sa.select(sa.func.count()).select_from(file_content).where(only_here)).scalar_one())


def drop_removed(tx: Tx) -> None:
    """Let go of the bytes that no file of a case stands for any more."""
    for row in tx.execute(_REMOVED).all():
        drop_content(tx, row.participant, row.digest)


def ask_again(tx: Tx) -> None:
    """The server may have lost some: each is offered anew."""
    tx.execute(sa.update(file_content).values(there=0))


def _stands(participant: sa.ColumnElement[UUID], digest: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    record = RECORDS["case_file"].c
    return sa.exists().where(
        record.participant == participant, record.digest == digest, record.removed_at.is_(None)
    )


def _is(table: sa.Table, participant: UUID, digest: str) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.participant == participant, table.c.digest == digest)


def _content(row: sa.Row[tuple[object, ...]]) -> Content:
    told = row._mapping
    return Content(
        told["participant"],
        told["digest"],
        told["size"],
        bool(told["here"]),
        bool(told["there"]),
        bool(told["held"]),
    )


# Built once: every round asks, and most have nothing to do.
_C, _RECORD = file_content.c, RECORDS["case_file"].c
_REMOVED = sa.select(_C.participant, _C.digest).where(~_stands(_C.participant, _C.digest))
_TO_SEND = (
    sa.select(file_content)
    .where(_C.here == 1, _C.there == 0, _C.held == 0, _stands(_C.participant, _C.digest))
    .order_by(_C.size, _C.digest)
)
_TO_FETCH = (
    sa.select(_RECORD.participant, _RECORD.digest, _RECORD.size)
    .outerjoin(file_content, sa.and_(_C.participant == _RECORD.participant, _C.digest == _RECORD.digest))
    .where(
        _RECORD.removed_at.is_(None), _RECORD.participant.is_not(None), _RECORD.digest != "", _RECORD.size > 0
    )
    .where(sa.func.coalesce(_C.here, 0) == 0, sa.func.coalesce(_C.held, 0) == 0)
    .distinct()
    .order_by(_RECORD.size, _RECORD.digest)
)
