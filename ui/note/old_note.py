"""The note as it stands, above the one that is to take its place: to be read, not to be changed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.domain.journal import BODY_TEXTS, Note
from ui.note import words
from ui.text import dates
from ui.theme import theme
from ui.widgets.boxes import column
from ui.widgets.labels import label


class OldNote(QFrame):
    def __init__(self, note: Note, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        written = dates.moment_within(note.written_at, now)
        title = label(self.tr("Sådan står notatet nu"), "strong")
        about = label(f"{note.title} · {self.tr('skrevet {when}').format(when=written)}", "muted", wrap=True)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("kind", "field")
        self.text.setAccessibleName(self.tr("Sådan står notatet nu"))
        self.text.setPlainText(_whole(note))
        self.text.setMaximumHeight(4 * self.text.fontMetrics().lineSpacing() + theme().gap(4))
        column(self, title, about, self.text, margins=(5, 3, 3.5, 3), gap=1)

    def forget(self) -> None:
        self.text.clear()


def _whole(note: Note) -> str:
    """Every part under its own name, so that fact and judgement are not mixed here either."""
    named = words.fields()
    parts = [(named[name], getattr(note, name)) for name in BODY_TEXTS if getattr(note, name)]
    if len(parts) == 1:
        return str(parts[0][1])
    return "\n\n".join(f"{name}\n{text}" for name, text in parts)
