"""The note window."""

from ui.note.opener import open_note
from ui.note.window import NoteWindow

__all__ = ["NoteWindow", "open_note"]
