"""The journal for the authority: what of it stands in the case system too, and what is still to be carried over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain.changes import Topic
from app.domain.journal import Note
from app.domain.records import NOTE_TRANSFER
from app.domain.transfer import NoteTransfer
from app.services import case
from app.services.door import Held, Invalid, Saved, Typed
from app.store import access, caseload, journal, people, person

if TYPE_CHECKING:
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.JOURNAL, Topic.OUTBOX})


@dataclass(frozen=True, slots=True)
class NoteForAuthority:
    """A note as it goes to the case system. `moved`: where and when it was marked as carried over, if it was."""

    note: Note
    case_no: str
    author: str
    moved: NoteTransfer | None


def for_authority(vault: Vault, id: UUID, *, now: datetime) -> NoteForAuthority | None:
    """One note to be copied into the case system; that it was taken out is written down."""
    with vault.begin() as tx:
        note = journal.get(tx, id)
        if note is None:
            return None
        access.log(tx, note.participant, access.Action.EXPORT, now=now)
        found = caseload.get(tx, note.participant)
        return NoteForAuthority(
            note=note,
            case_no=found.case_no if found else "",
            author=people.names(tx).get(note.author, ""),
            moved=person.newest(tx, NoteTransfer, "note", [id]).get(id),
        )


def mark_moved(
    vault: Vault,
    note: UUID,
    *,
    number: str,
    moved_on: date,
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """The note stands in the case system, under this number, since this day. Marked again, the newest mark holds."""
    if moved_on > now.date():
        return Invalid("moved_on", "future")
    with vault.read() as tx:
        found = journal.get(tx, note)
    if found is None:
        return Invalid("note", "unknown")
    fields: dict[str, Typed] = {"note": note, "number": number, "moved_on": moved_on}
    return case.put(
        vault, NOTE_TRANSFER, fields, participant=found.participant, now=now, kept=kept, changes=CHANGES
    )


def moved(vault: Vault, participant: UUID) -> dict[UUID, NoteTransfer]:
    """The notes of one participant that stand in the case system too."""
    with vault.read() as tx:
        marks = person.of_participant(tx, NoteTransfer, participant)
    return {mark.note: mark for mark in marks if mark.note is not None}
