"""A card with a list that says what is in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.sync import view
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.row_list import Row, RowList


class ListCard(Card):
    """Rows with a sentence about them; the first fifty, and how many there are besides."""

    def __init__(self, title: str, about: str = "", empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._empty = empty
        self._about = label(about, "muted", wrap=True)
        self.rows = RowList(title)
        self._more = label("", "muted")
        for part in (self._about, self.rows, self._more):
            self.body.addWidget(part)
        self._said = bool(about)

    def show_list(self, rows: tuple[Row, ...], count: int | None = None, *, whole: int | None = None) -> None:
        """`count`: of what the rows stand for, where one may stand for several. `whole`: how many rows there are, where not
        all were made."""
        number = len(rows) if whole is None else whole
        self.rows.show_rows(rows[: view.SHOWN])
        self.rows.setVisible(bool(rows))
        self._about.setVisible(bool(rows) and self._said)
        self.show_note(str(count or number) if rows else "")
        self._more.setText(view.more(number) if rows else self._empty)
        self._more.setVisible(bool(self._more.text()))
        self.setVisible(bool(rows) or bool(self._empty))
