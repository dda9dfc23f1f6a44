"""The journal for the authority: what of it stands in the case system too, and what is still to be carried over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import kle
from app.domain.changes import Topic
from app.domain.code_list import CodeLists
from app.domain.journal import Note
from app.domain.kle import KleState
from app.domain.records import NOTE_TRANSFER
from app.domain.transfer import NoteTransfer
from app.services import case, code_lists
from app.services import journal as journal_use
from app.services.door import Held, Invalid, Saved, Typed
from app.store import access, caseload, journal, people, person

if TYPE_CHECKING:
    from app.vault.vault import Vault

_DEFAULTS: Final = "kle_defaults"
_FAVOURITES: Final = "kle_favourites"
CHANGES: Final = frozenset({Topic.JOURNAL, Topic.OUTBOX})


@dataclass(frozen=True, slots=True)
class NoteForAuthority:
    """A note as it goes to the case system. `moved`: where and when it was marked as carried over, if it was.

    `kle`: what the municipality calls this kind of note, "" where it does not say. `kle_state`: whether that number
    was in use on the day of the note. `favourites`: numbers the municipality often uses, of those in use that day.
    `late`: how many days after the event it was written, where that was late.
    """

    note: Note
    case_no: str
    author: str
    moved: NoteTransfer | None
    kle: str
    kle_state: KleState
    favourites: tuple[str, ...] = ()
    late: int = 0


@dataclass(frozen=True, slots=True)
class Untransferred:
    """A note that does not stand in the case system yet."""

    note: UUID
    participant: str
    title: str
    happened_at: datetime

    def __repr__(self) -> str:
        return f"Untransferred({self.note})"


def untransferred(vault: Vault, *, now: datetime, limit: int = 200) -> tuple[Untransferred, ...]:
    """The user's own candidates' notes that nobody has marked as carried over, the newest first.

    Of a note that was corrected only the newest version counts, and it is to be carried over itself.
    """
    with vault.read() as tx:
        me = people.me(tx)
        names = {one.id: one.name for one in caseload.followed(tx, me.person, me.signs, now.date())}
        found = journal.untransferred(tx, names, limit=limit)
    return tuple(Untransferred(n.id, names[n.participant], n.title, n.happened_at) for n in found)


def for_authority(vault: Vault, id: UUID, *, now: datetime) -> NoteForAuthority | None:
    """One note to be copied into the case system; that it was taken out is written down."""
    with vault.begin() as tx:
        note = journal.get(tx, id)
        if note is None:
            return None
        access.log(tx, note.participant, access.Action.EXPORT, now=now)
        found, lists = caseload.get(tx, note.participant), code_lists.read(tx)
        day = note.happened_at.date()
        words = lists.word(_DEFAULTS, note.kind.value, day)
        kle_words = "" if words == note.kind.value else words
        return NoteForAuthority(
            kle=kle_words,
            kle_state=kle.state(lists, kle_words, day),
            favourites=_favourites(lists, day),
            note=note,
            case_no=found.case_no if found else "",
            author=people.names(tx).get(note.author, ""),
            moved=person.newest(tx, NoteTransfer, "note", [id]).get(id),
            late=journal_use.late_by(note.happened_at, note.written_at, now),
        )


def _favourites(lists: CodeLists, day: date) -> tuple[str, ...]:
    words = (code.words["da"] for code in lists.choices(_FAVOURITES, day))
    return tuple(one for one in words if kle.state(lists, one, day) is not KleState.EXPIRED)


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
