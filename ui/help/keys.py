"""Every act of the program with its key."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.commands import Commands, menu_titles, native
from ui.theme import theme


class KeysTable(QTableWidget):
    """One row a command, by menu."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setAccessibleName(self.tr("Genveje"))
        self.setHorizontalHeaderLabels([self.tr("Handling"), self.tr("Taster"), self.tr("Menu")])
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme().size("target"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._fill(commands)
        self.setCurrentCell(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Large text in a narrow window takes more lines; nothing is cut."""
        super().resizeEvent(event)
        wide, flags = self.columnWidth(0) - theme().gap(4), Qt.TextFlag.TextWordWrap
        for row in range(self.rowCount()):
            if (item := self.item(row, 0)) is not None:
                box = self.fontMetrics().boundingRect(QRect(0, 0, wide, 1 << 16), flags, item.text())
                self.setRowHeight(row, max(theme().size("target"), box.height() + theme().gap(1)))

    def _fill(self, commands: Commands) -> None:
        titles = {id: title.replace("&", "") for id, title in menu_titles().items()}
        for menu, title in titles.items():
            for command in commands:
                if command.menu == menu:
                    keys = " · ".join(native(key) for key in command.keys) or "–"
                    self._add(command.plain, keys, title)
        self.resizeColumnsToContents()

    def _add(self, *cells: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for number, text in enumerate(cells):
            self.setItem(row, number, QTableWidgetItem(text))
