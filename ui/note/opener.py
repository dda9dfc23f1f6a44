"""How other pages open the note window: `desk.open("note", target)`."""

from __future__ import annotations

from uuid import UUID

from app.domain.journal import Draft, Note
from app.domain.participant import Participant
from ui.desk import Desk
from ui.note.window import NoteWindow


def open_note(desk: Desk, target: object) -> NoteWindow:
    """`target`: whom it is about (a participant or its id), a draft to go on with, a note to correct, ("addition", note) to
    add to one, or nothing."""
    match target:
        case Participant() | UUID():
            return NoteWindow(desk, participant=target)
        case Draft():
            return NoteWindow(desk, draft=target)
        case Note():
            return NoteWindow(desk, corrects=target)
        case ("addition", Note() as note):
            made = NoteWindow(desk, participant=note.participant)
            made.add_to(note)
            return made
        case _:
            return NoteWindow(desk)
