"""Notes, which never change once written, and the drafts that become notes.

One without a title was written in the wrong case: it has gone from there, and its place is all that is left.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.domain import records
from app.domain.journal import BODY, Draft, Note, NoteKind, Place, SourceOf, to_body
from app.guard import ClearedText
from app.protocol import operation
from app.store import outbox, search
from app.store.tables import RECORDS, draft, note

_INSERT = sa.insert(note)
Texts = Mapping[str, ClearedText]


def write(tx: sa.Connection, new: Note, *, texts: Texts, sign: outbox.Sign) -> None:
    """Store the consultant's own note and queue the operation that carries it; both have the note's id."""
    insert(tx, new, texts=texts)
    kept = {k for text in texts.values() for k in text.kept}
    outbox.add(tx, as_operation(new, kept=tuple(sorted(kept))), sign=sign)
    if new.corrects is not None:
        outbox.settle_note(tx, new.corrects, now=new.written_at)


def as_operation(new: Note, *, kept: tuple[str, ...]) -> operation.Draft:
    """What the outbox says of a note. `kept`: guard categories the consultant chose to keep."""
    return operation.Draft(
        id=new.id, kind=operation.Kind.CORRECT if new.corrects else operation.Kind.APPEND,
        cand=new.participant, own=False, at=new.written_at, occurred=new.happened_at, kept=kept, body=to_body(new),
    )  # fmt: skip


def is_corrected(tx: sa.Connection, id: UUID) -> bool:
    return tx.execute(sa.select(note.c.id).where(note.c.corrects == id).limit(1)).one_or_none() is not None


def untransferred(tx: sa.Connection, participants: Iterable[UUID], *, limit: int) -> tuple[Note, ...]:
    """Notes of these participants without a mark that they stand in the case system, the newest first."""
    later, mark = note.alias(), RECORDS["note_transfer"]
    query = (
        _notes()
        .where(
            note.c.participant.in_(list(participants)),
            note.c.title != "",
            ~sa.exists().where(later.c.corrects == note.c.id),
            ~sa.exists().where(mark.c.note == note.c.id),
        )
        .order_by(note.c.happened_at.desc(), note.c.id.desc())
        .limit(limit)
    )
    return tuple(_note(row) for row in tx.execute(query))


def insert(tx: sa.Connection, new: Note, *, texts: Texts) -> None:
    """Store and index one's own note. Raises TypeError for a text the guard has not cleared."""
    insert_all(tx, [new], [texts])


def insert_all(tx: sa.Connection, new: Sequence[Note], texts: Iterable[Texts]) -> None:
    """Store and index notes, each with its texts. Raises TypeError for a text the guard has not cleared."""
    for note_, cleared in zip(new, texts, strict=True):
        for name in records.NOTE_TEXTS:
            _demand_cleared(cleared, name, getattr(note_, name))
    if new:
        columns = (*BODY, "received_at", "rev")
        tx.execute(_INSERT, [{name: getattr(one, name) for name in columns} for one in new])
        search.index_notes(tx, new)


def take_in(tx: sa.Connection, came: Sequence[Note], texts: Iterable[Texts], here: Container[str]) -> None:
    """Notes as the server has them; those that are `here` are acknowledged, whatever else is said of them."""
    pairs: dict[UUID, tuple[Note, Texts]] = {}
    for note_, cleared in zip(came, texts, strict=True):
        pairs.setdefault(note_.id, (note_, cleared))
    new = [pair for id, pair in pairs.items() if str(id) not in here]
    insert_all(tx, [one for one, _ in new], [cleared for _, cleared in new])
    acknowledge_all(
        tx,
        [
            (one.id, one.rev, one.received_at)
            for one in came
            if one.rev is not None and one.received_at is not None and str(one.id) in here
        ],
    )


_ACKNOWLEDGE = (
    sa.update(note)
    .where(note.c.id == sa.bindparam("of"))
    .values(rev=sa.bindparam("rev"), received_at=sa.bindparam("received_at"))
)


def acknowledge(tx: sa.Connection, id: UUID, *, rev: int, received_at: datetime) -> None:
    """The server has the note."""
    acknowledge_all(tx, [(id, rev, received_at)])


def acknowledge_all(tx: sa.Connection, there: Iterable[tuple[UUID, int, datetime]]) -> None:
    """The server has these notes at these revisions, since these moments."""
    rows = [{"of": id, "rev": rev, "received_at": received_at} for id, rev, received_at in there]
    if rows:
        tx.execute(_ACKNOWLEDGE, rows)


def get(tx: sa.Connection, id: UUID) -> Note | None:
    row = tx.execute(_notes().where(note.c.id == id)).one_or_none()
    return None if row is None else _note(row)


def of_participant(tx: sa.Connection, participant: UUID) -> tuple[Note, ...]:
    """Every version of every note, newest first."""
    rows = tx.execute(
        _notes()
        .where(note.c.participant == participant)
        .order_by(note.c.happened_at.desc(), note.c.written_at.desc())
    )
    return tuple(_note(row) for row in rows)


def written_between(
    tx: sa.Connection, start: datetime, end: datetime, *, authors: frozenset[str]
) -> tuple[Note, ...]:
    """What happened in [start, end) by `authors`' notes, each in its newest version, newest first."""
    later = note.alias()
    rows = tx.execute(
        _notes()
        .where(
            note.c.happened_at >= start,
            note.c.happened_at < end,
            note.c.author.in_(authors),
            note.c.title != "",
            ~sa.exists().where(later.c.corrects == note.c.id),
        )
        .order_by(note.c.happened_at.desc())
    )
    return tuple(_note(row) for row in rows)


def get_many(tx: sa.Connection, ids: Iterable[UUID]) -> dict[UUID, Note]:
    return {row.id: _note(row) for row in tx.execute(_notes().where(note.c.id.in_(list(ids))))}


def save_draft(tx: sa.Connection, saved: Draft, *, texts: Texts) -> None:
    """Keep an unfinished note. Raises TypeError for a text the guard has not cleared."""
    for name in records.NOTE_TEXTS:
        _demand_cleared(texts, name, getattr(saved, name))
    values = {field.name: getattr(saved, field.name) for field in fields(Draft)}
    changed = tx.execute(sa.update(draft).where(draft.c.id == saved.id).values(**values))
    if changed.rowcount == 0:
        tx.execute(sa.insert(draft).values(**values))


def drafts(tx: sa.Connection) -> tuple[Draft, ...]:
    """The latest touched first."""
    return tuple(_draft(row) for row in tx.execute(sa.select(draft).order_by(draft.c.updated_at.desc())))


def late_drafts(tx: sa.Connection, before: datetime) -> tuple[int, datetime | None]:
    """How many were last touched before then, and when the oldest was."""
    asked = sa.select(sa.func.count(), sa.func.min(draft.c.updated_at, type_=draft.c.updated_at.type))
    row = tx.execute(asked.where(draft.c.updated_at < before)).one()
    return row[0], row[1]


def get_draft(tx: sa.Connection, id: UUID) -> Draft | None:
    row = tx.execute(sa.select(draft).where(draft.c.id == id)).one_or_none()
    return None if row is None else _draft(row)


def discard_draft(tx: sa.Connection, id: UUID) -> bool:
    return tx.execute(sa.delete(draft).where(draft.c.id == id)).rowcount > 0


def _demand_cleared(texts: Texts, name: str, value: str) -> None:
    cleared = texts.get(name)
    if not isinstance(cleared, ClearedText) or cleared.text != value:
        raise TypeError(f"note.{name} takes ClearedText")


def _notes() -> sa.Select[Any]:
    later = note.alias()
    newest = (
        sa.select(later.c.id)
        .where(later.c.corrects == note.c.id)
        .order_by(later.c.written_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    return sa.select(note, newest.label("corrected_by"))


def _note(row: sa.Row[Any]) -> Note:
    values = dict(row._mapping)
    place = values.pop("place")
    return Note(
        kind=NoteKind(values.pop("kind")),
        source=SourceOf(values.pop("source")),
        place=Place(place) if place else None,
        **values,
    )


def _draft(row: sa.Row[Any]) -> Draft:
    values = dict(row._mapping)
    place = values.pop("place")
    return Draft(
        kind=NoteKind(values.pop("kind")),
        source=SourceOf(values.pop("source")),
        place=Place(place) if place else None,
        **values,
    )
