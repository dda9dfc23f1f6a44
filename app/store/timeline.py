"""A participant's course as one line: notes, employer contacts, appointments held and tasks done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from app.domain.calendar import Appointment, Task
from app.domain.employer import ContactMode, EmployerContact
from app.domain.journal import EntryKind, Note, Place, TimelineEntry
from app.domain.transfer import NoteMoved, NoteTransfer, Way
from app.store import calendar, employers, journal, keeping, outbox, people, person


@dataclass(frozen=True, slots=True)
class _Lookup:
    waiting: frozenset[UUID]
    people: dict[str, str]
    employers: dict[UUID, str]
    moved: dict[UUID | None, date | None]
    misfiled: dict[UUID | None, NoteMoved]
    doubted: frozenset[UUID]


def of_participant(tx: sa.Connection, participant: UUID) -> tuple[TimelineEntry, ...]:
    """Newest first; of a note that was corrected only the newest version, with the earlier ones inside."""
    contacts = employers.contacts_for(tx, participant)
    appointments = calendar.held_with(tx, participant)
    wanted = {c.employer for c in contacts} | {a.employer for a in appointments if a.employer}
    lookup = _Lookup(
        outbox.waiting_in_case(tx, participant),
        people.names(tx),
        employers.names(tx, wanted) if wanted else {},
        {mark.note: mark.moved_on for mark in person.of_participant(tx, NoteTransfer, participant)},
        {mark.note: mark for mark in person.of_participant(tx, NoteMoved, participant)},
        keeping.doubted(tx, participant),
    )
    entries = [
        *_notes(journal.of_participant(tx, participant), lookup),
        *(_contact(contact, lookup) for contact in contacts),
        *(_appointment(appointment, lookup) for appointment in appointments),
        *(_task(task, lookup) for task in calendar.done_with(tx, participant)),
    ]
    return tuple(sorted(entries, key=lambda entry: entry.at, reverse=True))


def _notes(notes: tuple[Note, ...], lookup: _Lookup) -> Iterator[TimelineEntry]:
    by_id = {note.id: note for note in notes}
    for note in notes:
        if note.corrected_by in by_id:
            continue
        gone = lookup.misfiled.get(note.id)
        earlier = tuple(_earlier(note, by_id)) if note.title else ()
        yield TimelineEntry(
            kind=EntryKind.NOTE,
            id=note.id,
            at=note.happened_at,
            title=note.title,
            text=note.text,
            detail=note.kind.value,
            minutes=note.minutes,
            place=note.place,
            employer="",
            author=lookup.people.get(note.author, ""),
            local_only=note.rev is None,
            earlier=earlier,
            corrected_at=note.written_at if earlier else None,
            moved_on=lookup.moved.get(note.id),
            misfiled_at=gone.moved_at if gone and gone.way is Way.OUT else None,
            came_at=gone.moved_at if gone and gone.way is Way.IN else None,
            clock_doubt=note.id in lookup.doubted,
            written_at=earlier[-1].written_at if earlier else note.written_at,
        )


def _earlier(note: Note, by_id: dict[UUID, Note]) -> Iterator[Note]:
    seen = {note.id}
    while note.corrects in by_id and note.corrects not in seen:
        note = by_id[note.corrects]
        seen.add(note.id)
        yield note


def _contact(contact: EmployerContact, lookup: _Lookup) -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.EMPLOYER_CONTACT,
        id=contact.id,
        at=contact.at,
        title=contact.spoke_with,
        text="\n".join(part for part in (contact.about, contact.next_step) if part),
        detail=contact.mode.value,
        minutes=contact.minutes,
        place=Place.EMPLOYER if contact.mode is ContactMode.IN_PERSON else Place.PHONE_ONLINE,
        employer=lookup.employers.get(contact.employer, ""),
        author=lookup.people.get(contact.author, ""),
        local_only=contact.id in lookup.waiting,
    )


def _appointment(appointment: Appointment, lookup: _Lookup) -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.APPOINTMENT,
        id=appointment.id,
        at=appointment.starts_at,
        title=appointment.title,
        text=appointment.place,
        detail=appointment.kind.value,
        minutes=appointment.minutes,
        place=None,
        employer=lookup.employers.get(appointment.employer, "") if appointment.employer else "",
        author=lookup.people.get(appointment.owner, ""),
        local_only=appointment.id in lookup.waiting,
    )


def _task(task: Task, lookup: _Lookup) -> TimelineEntry:
    if task.done_at is None:
        raise ValueError("an open task has no place in what has happened")
    return TimelineEntry(
        kind=EntryKind.TASK,
        id=task.id,
        at=task.done_at,
        title=task.title,
        text="",
        detail="",
        minutes=None,
        place=None,
        employer="",
        author=lookup.people.get(task.owner, ""),
        local_only=task.id in lookup.waiting,
    )
