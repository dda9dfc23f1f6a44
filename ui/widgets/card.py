"""A white card with a heading, a quiet note beside it, and room for content.

card = Card(self.tr("Aftaler i dag"), note="3")
card.body.addWidget(rows)                                 # `card.body` is a column
card.head.addWidget(link)                                 # to the right of the heading
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.boxes import column, row
from ui.widgets.labels import label


class Card(QFrame):
    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setAccessibleName(title)
        self._title, self._note = label(title, "title"), label(note, "muted")
        self.head = row(self._title, self._note, None, gap=2.5)
        self.body = column(gap=2)
        whole = column(self, margins=(5, 4, 5, 4), gap=2)
        whole.addLayout(self.head)
        whole.addLayout(self.body)

    def show_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def show_note(self, note: str) -> None:
        self._note.setText(note)
