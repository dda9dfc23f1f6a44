"""Rows out of a copy of the journal, put back where they are missing; what is here is never touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.store import journal, outbox, search
from app.store.tables import RECORDS, metadata, note, participant, scope

MERGED = ("note", "draft", *RECORDS)
_AT_ONCE = 500  # notes in memory


def put_all(tx: sa.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Rows as they lay in another file of this schema or an older one; one with the same key is replaced."""
    here = _columns(tx, table)
    kept = [name for name in columns if name in here]
    names, marks = ", ".join(f'"{name}"' for name in kept), ", ".join("?" for _ in kept)
    places = [columns.index(name) for name in kept]
    statement = f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names out of the schema
    values = [tuple(row[place] for place in places) for row in rows]
    if values and kept:
        tx.exec_driver_sql(statement, values)
    return len(values)


def put_missing(
    tx: sa.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> list[UUID]:
    """Those of the rows whose id is not here, and that concern a case this computer still has."""
    have = set(tx.exec_driver_sql(f'SELECT id FROM "{table}"').scalars().all())  # noqa: S608 - a fixed name
    cases = _cases(tx)
    whose = columns.index("participant") if "participant" in columns else None
    key = columns.index("id")
    new = [
        row
        for row in rows
        if row[key] not in have
        and (whose is None or row[whose] is None or cases is None or row[whose] in cases)
        and (table != "participant" or cases is None or row[key] in cases)
    ]
    put_all(tx, table, columns, new)
    return [UUID(row[key]) for row in new]


def is_here(tx: sa.Connection, table: str, number: int, id: str | None) -> bool:
    """Whether a row of a damaged file is in this one, by its id or, where it has none, its number."""
    column, value = ("rowid", number) if id is None else ("id", id)
    sql = f'SELECT 1 FROM "{table}" WHERE "{column}" = ?'  # noqa: S608 - a name of the schema
    return tx.exec_driver_sql(sql, (value,)).first() is not None


def index_notes(tx: sa.Connection, ids: Sequence[UUID]) -> None:
    """In their order, so that a note comes before what corrects it."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        found = journal.get_many(tx, some)
        search.index_notes(tx, [found[id] for id in some if id in found])


def index_records(tx: sa.Connection, type: str, ids: Iterable[UUID]) -> None:
    table = RECORDS[type]
    for id in ids:
        row = tx.execute(sa.select(table).where(table.c.id == id)).one()
        search.index_record(tx, type, id, dict(row._mapping))


def index_all(tx: sa.Connection) -> None:
    """Make the index anew from the tables."""
    tx.exec_driver_sql("DELETE FROM search_doc")
    tx.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
    index_notes(tx, tx.execute(sa.select(note.c.id).order_by(note.c.written_at)).scalars().all())
    for type, table in RECORDS.items():
        index_records(tx, type, tx.execute(sa.select(table.c.id)).scalars().all())


def unsent_notes(tx: sa.Connection, ids: Iterable[UUID]) -> list[UUID]:
    """Those the jobcenter has not acknowledged and that are not on their way."""
    waiting = set(outbox.waiting_records(tx))
    missing = sa.select(note.c.id).where(note.c.id.in_(list(ids)), note.c.rev.is_(None))
    return [id for id in tx.execute(missing.order_by(note.c.written_at)).scalars().all() if id not in waiting]


def _cases(tx: sa.Connection) -> set[str] | None:
    """The cases of this computer as they lie in the file; None where no server has said which."""
    given = tx.execute(sa.select(scope.c.cand)).scalars().all()
    if not given:
        return None
    return {id.hex for id in (*given, *tx.execute(sa.select(participant.c.id)).scalars().all())}


def _columns(tx: sa.Connection, table: str) -> set[str]:
    if table not in metadata.tables:
        return set(tx.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (table,)).scalars().all())
    return set(metadata.tables[table].c.keys())
