"""What the painted lists share: a current row before the focus comes, ids instead of indexes, one Tab stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.widgets.rows_model import VALUE, RowsModel, Value


class RowsView(QListView):
    """`chosen(id)`: another row became current by the user. `opened(id)`: Enter, or a double click."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self._telling = True
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[Value]) -> None:
        """Show `rows` instead; the current row stays current by its id."""
        current = self.current_id()
        self._telling = False
        self.rows.show(rows)
        row = self.rows.row_of(current)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row))
        elif self.hasFocus():
            self._take_first()
        self._telling = True

    def current_id(self) -> object:
        value = self.currentIndex().data(VALUE)
        return None if value is None else value.id

    def choose(self, id: object) -> bool:
        """Make a row current without telling; False if it is not there."""
        row = self.rows.row_of(id)
        if row < 0:
            return False
        self._telling = False
        self.setCurrentIndex(self.rows.index(row))
        self.scrollTo(self.rows.index(row))
        self._telling = True
        return True

    def step(self, by: int) -> None:
        """Make the next (+1) or the former (-1) row current, and tell; headings are passed over."""
        row = self.currentIndex().row() + by
        while 0 <= row < self.rows.rowCount():
            if self.rows.flags(self.rows.index(row)):
                self.setCurrentIndex(self.rows.index(row))
                return
            row += by

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._take_first()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters do not act alone."""

    def _take_first(self) -> None:
        """A list without a current row is silent to a screen reader."""
        first = self.rows.first()
        if not self.currentIndex().isValid() and first >= 0:
            self.setCurrentIndex(self.rows.index(first))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(VALUE).id)

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        del before
        if self._telling and current.isValid():
            self.chosen.emit(current.data(VALUE).id)
