"""A list to be gone through in a window of its own: a line on what the keys do, the rows, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.form import Form
from ui.widgets.labels import label
from ui.widgets.row_list import Row, RowList


class ListForm(Form):
    """As high as its rows, which come after it is shown, and never higher than what it stands over. `act`: what the
    button does with all of them; without it the button closes."""

    def __init__(self, title: str, name: str, parent: QWidget, act: str = "") -> None:
        super().__init__(title, act or self.tr("Luk"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._most = theme().size("cardWide")
        self.said = label("", "muted", wrap=True)
        self.rows = RowList(name)
        self.below(self.said, self.rows)
        self.fit(self._most, self._most)
        self.finish()
        if not act:
            self.only_closes()
            self.asked.connect(self.accept)

    def show_list(self, words: str, rows: tuple[Row, ...]) -> None:
        """The first row has the focus."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.rows.show_rows(rows)
        if rows:
            self.rows.setFocus()
        QTimer.singleShot(0, self, self._grow)  # the rows know their height only once they are shown

    def _grow(self) -> None:
        """Never smaller while somebody is at it: a row that goes leaves the button where it was."""
        wide, around = self._scroll.viewport().width(), self.height() - self._scroll.viewport().height()
        wanted = (
            self._body.heightForWidth(wide)
            if self._body.hasHeightForWidth()
            else self._body.sizeHint().height()
        )
        parent = self.parentWidget()
        most = min(self._most, parent.window().height()) if parent is not None else self._most
        if (height := min(around + wanted, most)) > self.height():
            self.resize(self.width(), height)
