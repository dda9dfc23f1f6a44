"""Numbers in rows and columns, read only, as a screen reader walks them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.theme import theme


class FigureTable(QTableWidget):
    """The first column is words, the others are numbers and stand to the right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.setShowGrid(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setWordWrap(False)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(rows))
        for x, words in enumerate(heads):
            head = QTableWidgetItem(words)
            side = Qt.AlignmentFlag.AlignRight if x else Qt.AlignmentFlag.AlignLeft
            head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(x, head)
        for y, cells in enumerate(rows):
            for x, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if x:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(y, x, item)
        header = self.horizontalHeader()
        for x in range(1, len(heads)):
            header.setSectionResizeMode(x, QHeaderView.ResizeMode.ResizeToContents)
        self._share()
        self.verticalHeader().setDefaultSectionSize(theme().size("controlSmall"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The words take the room the numbers leave; where that is too little, the table scrolls sideways instead."""
        if not self.columnCount():
            return
        header, whole = self.horizontalHeader(), self.viewport().width()
        words = min(self.sizeHintForColumn(0) + theme().gap(2), whole // 2)
        numbers = sum(
            max(self.sizeHintForColumn(x), header.sectionSizeHint(x)) for x in range(1, self.columnCount())
        )
        if whole - numbers < words:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(0, words)
        else:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_all(self) -> None:
        """As high as its rows, so that the page scrolls and the table does not."""
        head = self.horizontalHeader().sizeHint().height()
        rows = sum(self.rowHeight(y) for y in range(self.rowCount()))
        self.setFixedHeight(head + rows + 2 * self.frameWidth() + 2 * theme().line("ring"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
