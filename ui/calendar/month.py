"""A month as a table: week numbers down the side, Monday first, how many appointments each day holds."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.services.agenda import Day
from ui.text import dates
from ui.theme import theme

_DAY = Qt.ItemDataRole.UserRole


class Month(QTableWidget):
    """`chosen(date)`: Enter or a press on a day."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 7, parent)
        self.setAccessibleName(self.tr("Måned"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        names = (
            self.tr("man"),
            self.tr("tir"),
            self.tr("ons"),
            self.tr("tor"),
            self.tr("fre"),
            self.tr("lør"),
            self.tr("søn"),
        )
        self.setHorizontalHeaderLabels(list(names))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(theme().size("target") * 2)
        self.cellActivated.connect(self._tell)

    def show_days(self, days: tuple[Day, ...], on: date, now: datetime) -> None:
        self.setRowCount(len(days) // 7)
        self.setVerticalHeaderLabels([str(day.on.isocalendar().week) for day in days[::7]])
        for place, day in enumerate(days):
            item = QTableWidgetItem(self._words(day, on))
            item.setData(_DAY, day.on)
            item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            said = [dates.long_day(day.on), day.holiday, *(row.appointment.title for row in day.rows)]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(part for part in said if part))
            if day.on.month != on.month:
                item.setForeground(theme().colour("faint"))
            self.setItem(place // 7, place % 7, item)
            if day.on == dates.local(now, now).date():
                item.setBackground(theme().colour("accentSoft"))
            if day.on == on:
                self.setCurrentCell(place // 7, place % 7)

    def _words(self, day: Day, on: date) -> str:
        del on
        lines = [str(day.on.day), day.holiday]
        if day.rows:
            lines.append(self.tr("%n aftale(r)", "", len(day.rows)))
        return "\n".join(line for line in lines if line)

    def _tell(self, row: int, column: int) -> None:
        item = self.item(row, column)
        if item is not None:
            self.chosen.emit(item.data(_DAY))
