"""The store read again with newer rules: piece by piece, what was found, and words taken out at rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

import sqlalchemy as sa

from app import guard
from app.domain.records import NOTE_TEXTS, TYPES, FieldType
from app.store import search
from app.store.tables import RECORDS, note, outbox, rec
from app.store.tables_guard import guard_found, guard_reading

if TYPE_CHECKING:
    from app.guard import ClearedText

NOTE: Final = "note"
_TEXTS: Final = {
    NOTE: NOTE_TEXTS,
    **{
        name: tuple(field for field, of in kind.fields.items() if of is FieldType.TEXT)
        for name, kind in sorted(TYPES.items())
    },
}
KINDS: Final = tuple(kind for kind, fields in _TEXTS.items() if fields)


@dataclass(frozen=True, slots=True)
class Entry:
    """`texts`: its fields that a person typed. `source`: of a note, whose words they are."""

    kind: str
    id: UUID
    participant: UUID | None
    texts: Mapping[str, str]
    source: str = ""

    def __repr__(self) -> str:
        return f"Entry({self.kind}, {self.id})"


@dataclass(frozen=True, slots=True)
class Found:
    """A field that would be stopped now. `categories`: of what is in it; never the words."""

    kind: str
    id: UUID
    field: str
    participant: UUID | None
    categories: tuple[str, ...]
    found_at: datetime


def place(tx: sa.Connection, version: str) -> str | None:
    """How far the store has been read with these rules; None when it has been read whole."""
    row = tx.execute(sa.select(guard_reading)).one_or_none()
    if row is None or row.version != version:
        return ""
    return None if row.done_at is not None else str(row.place)


def come_to(tx: sa.Connection, version: str, place: str, *, done_at: datetime | None) -> None:
    tx.execute(sa.delete(guard_reading))
    tx.execute(sa.insert(guard_reading).values(one=1, version=version, place=place, done_at=done_at))


def after(tx: sa.Connection, place: str, *, most: int) -> tuple[Entry, ...]:
    """The next entries, kind by kind and by id; none at the end."""
    kind, _, last = place.partition(":")
    start = KINDS.index(kind) if kind in KINDS else 0
    for number, one in enumerate(KINDS[start:]):
        found = _slice(tx, one, UUID(last) if last and number == 0 else None, most)
        if found:
            return found
    return ()


def place_of(entry: Entry) -> str:
    return f"{entry.kind}:{entry.id}"


def record(tx: sa.Connection, entry: Entry, stopped: Mapping[str, Iterable[str]], *, now: datetime) -> None:
    """What holds of an entry now; fields that are found no more are forgotten."""
    here = sa.and_(guard_found.c.kind == entry.kind, guard_found.c.id == entry.id)
    tx.execute(sa.delete(guard_found).where(here))
    for field, categories in stopped.items():
        tx.execute(
            sa.insert(guard_found).values(
                kind=entry.kind, id=entry.id, field=field, participant=entry.participant,
                categories=",".join(sorted(set(categories))), found_at=now,
            )
        )  # fmt: skip


def found(tx: sa.Connection) -> tuple[Found, ...]:
    rows = tx.execute(
        sa.select(guard_found).order_by(guard_found.c.kind, guard_found.c.id, guard_found.c.field)
    )
    return tuple(
        Found(r.kind, r.id, r.field, r.participant, tuple(r.categories.split(",")), r.found_at) for r in rows
    )


def settle(tx: sa.Connection, kind: str, id: UUID) -> bool:
    """It has been seen to; says whether it was among what was found."""
    here = sa.and_(guard_found.c.kind == kind, guard_found.c.id == id)
    return tx.execute(sa.delete(guard_found).where(here)).rowcount > 0


def get(tx: sa.Connection, kind: str, id: UUID) -> Entry | None:
    table = note if kind == NOTE else RECORDS[kind]
    row = tx.execute(sa.select(table).where(table.c.id == id)).one_or_none()
    return None if row is None else _entry(kind, row)


def blank_note(tx: sa.Connection, id: UUID, texts: Mapping[str, ClearedText]) -> None:
    """Put these in place of a note's words, in its row and in the index; nothing of them is left on a page."""
    tx.execute(sa.update(note).where(note.c.id == id).values({name: one.text for name, one in texts.items()}))
    search.remove(tx, search.NOTE, id)
    row = tx.execute(sa.select(note).where(note.c.id == id)).one_or_none()
    later = sa.select(note.c.id).where(note.c.corrects == id).limit(1)
    if row is not None and tx.execute(later).one_or_none() is None:
        search.index_words(
            tx, id, row.participant, row.happened_at, head=texts["title"].text, body=_body(texts)
        )
    search.merge(tx)
    done = sa.and_(outbox.c.id == id, outbox.c.state == "parked")
    tx.execute(sa.update(outbox).where(done).values(p="", s=""))


def empty_note(tx: sa.Connection, id: UUID) -> None:
    """Nothing of a note's words is left, its title neither: what is left is where it stood, and when it happened."""
    nothing = guard.redact("")
    blank_note(tx, id, dict.fromkeys(NOTE_TEXTS, nothing))
    search.remove(tx, search.NOTE, id)


def blank_server_copy(tx: sa.Connection, kind: str, id: UUID, texts: Mapping[str, ClearedText]) -> None:
    """The server's last word on a record is kept beside it; there the words go too."""
    here = sa.and_(rec.c.type == kind, rec.c.id == id)
    vals = tx.execute(sa.select(rec.c.vals).where(here)).scalar_one_or_none()
    if vals is not None:
        fresh = {name: texts[name].text if name in texts else value for name, value in vals.items()}
        tx.execute(sa.update(rec).where(here).values(vals=fresh))
    search.merge(tx)


def _body(texts: Mapping[str, ClearedText]) -> str:
    return "\n".join(texts[name].text for name in NOTE_TEXTS[1:] if texts[name].text)


def _slice(tx: sa.Connection, kind: str, last: UUID | None, most: int) -> tuple[Entry, ...]:
    table = note if kind == NOTE else RECORDS[kind]
    query = sa.select(table).order_by(table.c.id).limit(most)
    rows = tx.execute(query if last is None else query.where(table.c.id > last))
    return tuple(_entry(kind, row) for row in rows)


def _entry(kind: str, row: sa.Row[tuple[object, ...]]) -> Entry:
    told = row._mapping
    whose = row.id if kind == "participant" else told.get("participant")
    texts = {name: str(told[name]) for name in _TEXTS[kind] if told[name]}
    return Entry(kind, row.id, whose, texts, str(told["source"]) if kind == NOTE else "")
