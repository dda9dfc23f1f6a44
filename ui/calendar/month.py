"""A month as a table: week numbers down the side, Monday first, what each day holds."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.services.agenda import Day
from ui.calendar.month_delegate import CELL, Cell, MonthDelegate
from ui.text import dates
from ui.theme import theme

_DAY = Qt.ItemDataRole.UserRole
_SATURDAY = 5


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
        self.setProperty("kind", "month")
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(MonthDelegate(self))
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
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(theme().size("target") * 2)
        self.cellActivated.connect(self._tell)

    def show_days(self, days: tuple[Day, ...], on: date, now: datetime) -> None:
        self.setRowCount(len(days) // 7)
        today = dates.local(now, now).date()
        self.setVerticalHeaderLabels([str(day.on.isocalendar().week) for day in days[::7]])
        for place, day in enumerate(days):
            item = QTableWidgetItem(self._words(day))
            item.setData(_DAY, day.on)
            item.setData(CELL, self._cell(day, on, today, now))
            said = [dates.long_day(day.on), day.holiday, *(row.appointment.title for row in day.rows)]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(part for part in said if part))
            self.setItem(place // 7, place % 7, item)
            if day.on == on:
                self.setCurrentCell(place // 7, place % 7)

    def _cell(self, day: Day, on: date, today: date, now: datetime) -> Cell:
        lines = tuple(
            (dates.clock(row.appointment.starts_at, now), row.appointment.title) for row in day.rows
        )
        more = tuple(self.tr("%n til", "", len(lines) - shown) for shown in range(len(lines)))
        return Cell(
            str(day.on.day), day.holiday, lines, more,
            today=day.on == today, outside=day.on.month != on.month, weekend=day.on.weekday() >= _SATURDAY,
        )  # fmt: skip

    def _words(self, day: Day) -> str:
        lines = [str(day.on.day), day.holiday]
        if day.rows:
            lines.append(self.tr("%n aftale(r)", "", len(day.rows)))
        return "\n".join(line for line in lines if line)

    def _tell(self, row: int, column: int) -> None:
        item = self.item(row, column)
        if item is not None:
            self.chosen.emit(item.data(_DAY))
