"""The list on F1: every act of the program with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableWidget, QTableWidgetItem

from ui.commands import Commands, menu_titles, native
from ui.desk import Desk
from ui.theme import theme
from ui.widgets.boxes import column
from ui.widgets.labels import label


class KeysDialog(QDialog):
    """One row a command, by menu; Esc closes."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setWindowTitle("Feltjournal")
        self.setModal(False)
        self.resize(theme().size("palette"), theme().size("windowMinHeight"))
        self._table = QTableWidget(0, 3)
        self._table.setAccessibleName(self.tr("Genveje"))
        self._table.setHorizontalHeaderLabels([self.tr("Handling"), self.tr("Taster"), self.tr("Menu")])
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setHighlightSections(False)
        self._table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        column(self, label(self.tr("Genveje"), "h1"), self._table, margins=(6, 5, 6, 5), gap=3)
        self._fill(commands)
        self._table.setCurrentCell(0, 0)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, commands: Commands) -> None:
        titles = {id: title.replace("&", "") for id, title in menu_titles().items()}
        for menu, title in titles.items():
            for command in commands:
                if command.menu == menu:
                    keys = " · ".join(native(key) for key in command.keys)
                    self._add(command.plain, keys, title)
        self._table.resizeColumnsToContents()

    def _add(self, *cells: str) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        self._table.setRowHeight(row, theme().size("target"))
        for number, text in enumerate(cells):
            self._table.setItem(row, number, QTableWidgetItem(text))


def open_keys(desk: Desk, target: object) -> KeysDialog:
    del target
    return KeysDialog(desk.commands)
