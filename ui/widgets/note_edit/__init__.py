"""The field notes are written in: plain text, read by the guard while it is written."""

from ui.widgets.note_edit.edit import NoteEdit
from ui.widgets.note_edit.marks import Mark
from ui.widgets.note_edit.reading import Spot

__all__ = ["Mark", "NoteEdit", "Spot"]
