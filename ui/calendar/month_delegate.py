"""How a day of the month is painted: its number, today's in a disc, and its first appointments."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget

from ui.theme import theme
from ui.widgets import painting

CELL = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Cell:
    """`lines`: the clock and the words of each appointment. `more`: said when there is no room for all of them."""

    number: str
    holiday: str
    lines: tuple[tuple[str, str], ...]
    more: tuple[str, ...]
    today: bool
    outside: bool
    weekend: bool


class MonthDelegate(QStyledItemDelegate):
    def __init__(self, view: QTableWidget) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        look = theme()
        box = QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "selected" if current else "sunken" if cell.outside or cell.weekend else "surface"
        painter.fillRect(box, look.colour(ground))
        inside = box.adjusted(look.gap(2), look.gap(1), -look.gap(1.5), -look.gap(1))
        top = inside.top() + self._number(painter, inside, cell)
        self._appointments(painter, inside, cell, top)
        if current and self._view.hasFocus():
            ring = look.line("ring")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), ring))
            painter.drawRect(box.adjusted(ring / 2, ring / 2, -ring, -ring))
        painter.restore()

    def _number(self, painter: QPainter, box: QRectF, cell: Cell) -> float:
        """The height of the line with the number and the holiday."""
        tall = painting.line_height("strong") + theme().gap(1)
        disc = QRectF(box.left() - theme().gap(1), box.top(), tall, tall)
        if cell.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent"))
            painter.drawEllipse(disc)
        painter.setFont(theme().font("strong" if cell.today or not cell.outside else "body"))
        painter.setPen(theme().colour("onAccent" if cell.today else "faint" if cell.outside else "text"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, cell.number)
        rest = QRectF(
            disc.right() + theme().gap(1), box.top(), box.right() - disc.right() - theme().gap(1), tall
        )
        if cell.holiday:
            painting.words(painter, rest, cell.holiday, "small", "accentText")
        return tall

    def _appointments(self, painter: QPainter, box: QRectF, cell: Cell, top: float) -> None:
        tall = painting.line_height("small") + theme().gap(0.25)
        room = max(int((box.bottom() - top) // tall), 1)
        shown = len(cell.lines) if len(cell.lines) <= room else room - 1
        for n, (clock, words) in enumerate(cell.lines[:shown]):
            line = QRectF(box.left(), top + n * tall, box.width(), tall)
            wide = painting.words(
                painter, line, clock, "smallStrong", "faint" if cell.outside else "accentText"
            )
            rest = line.adjusted(wide + theme().gap(1), 0, 0, 0)
            painting.words(painter, rest, words, "small", "faint" if cell.outside else "text")
        if shown < len(cell.lines):
            line = QRectF(box.left(), top + shown * tall, box.width(), tall)
            painting.words(painter, line, cell.more[shown], "small", "muted")
