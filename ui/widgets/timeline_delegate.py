"""How a timeline is painted and measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import theme
from ui.widgets import painting
from ui.widgets.rows_model import VALUE, Index

if TYPE_CHECKING:
    from ui.widgets.timeline import Entry

FOLDED_LINES = 4
_SPACING = 1.25
_EMPTY_LINES = re.compile(r"\n\s*\n")


class TimelineDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._open: set[object] = set()
        self._heights: dict[tuple[object, ...], int] = {}

    def turn(self, id: object) -> bool:
        """Unfold, or fold again; whether it is unfolded now."""
        self._open ^= {id}
        return id in self._open

    def width_changed(self) -> None:
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        del option
        value: Any = index.data(VALUE)
        width = self._view.viewport().width()
        if value.heading():
            return QSize(width // 2, round(painting.line_height("smallStrong") + theme().gap(3)))
        key = (value, value.id in self._open, theme().factor)
        if key not in self._heights:
            self._heights[key] = self._height(value, width)
        return QSize(width // 2, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value: Any = index.data(VALUE)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if value.heading():
            line = box.adjusted(theme().gap(1), theme().gap(0.5), 0, 0)
            painting.words(painter, line, value.text, "smallStrong", "faint")
        else:
            state = option.state
            if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
                painting.chosen_row(
                    painter, box.adjusted(0, 0, -theme().gap(1), -theme().gap(2)), focused=True
                )
            self._dot(painter, box, value.icon, last=self._is_last(index))
            self._entry(painter, box, value)
        painter.restore()

    def _is_last(self, index: Index) -> bool:
        return index.row() == index.model().rowCount() - 1

    def _text_left(self) -> float:
        return theme().gap(2) + theme().size("timelineDot") + theme().gap(3.5)

    def _text_width(self, width: float) -> float:
        return max(width - self._text_left() - theme().gap(3), 1.0)

    def _height(self, entry: Entry, width: int) -> int:
        height = theme().gap(2) + painting.line_height("strong")
        if entry.text:
            height += theme().gap(0.75) + sum(self._lines(entry, width)[1])
        if entry.chips:
            height += (
                theme().gap(2) + self._chips(entry, self._text_width(width))[-1][1] + painting.chip_height()
            )
        return round(max(height, theme().size("timelineDot")) + theme().gap(4.5))

    def _chips(self, entry: Entry, width: float) -> list[tuple[float, float]]:
        """Where each pill goes, counted from the first; those without room go on below."""
        places: list[tuple[float, float]] = []
        right = below = 0.0
        for word, _ in entry.chips:
            wide = painting.chip_width(word)
            if right and right + wide > width:
                right, below = 0.0, below + painting.chip_height() + theme().gap(1)
            places.append((right, below))
            right += wide + theme().gap(1.5)
        return places

    def _lines(self, entry: Entry, width: float) -> tuple[QTextLayout, list[float]]:
        """The text laid out, and the height of each line that is shown."""
        font = theme().font("body")
        layout = QTextLayout(self._shown_text(entry).replace("\n", "\N{LINE SEPARATOR}"), font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(wrap)
        most = None if entry.id in self._open else FOLDED_LINES
        heights: list[float] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            if most is not None and len(heights) == most:
                break
            line.setLineWidth(self._text_width(width))
            heights.append(line.height() * _SPACING)
        layout.endLayout()
        return layout, heights

    def _shown_text(self, entry: Entry) -> str:
        """Folded, the first lines count; unfolded, the text is as it was written."""
        if entry.id not in self._open:
            return _EMPTY_LINES.sub("\n", entry.text)
        return f"{entry.text}\n\n{entry.more}" if entry.more else entry.text

    def _dot(self, painter: QPainter, box: QRectF, icon: str, *, last: bool) -> None:
        look = theme()
        side = look.size("timelineDot")
        circle = QRectF(box.left() + look.gap(2), box.top() + look.gap(1), side, side)
        painter.setPen(QPen(look.colour("border"), look.line("ring")))
        if not last:
            middle = circle.center().x()
            painter.drawLine(QLineF(middle, circle.bottom(), middle, box.bottom() + 1))
        painter.setPen(QPen(look.colour("border"), look.line("hair")))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        inset = side / 4
        look.draw_icon(painter, icon, "accentText", circle.adjusted(inset, inset, -inset, -inset))

    def _entry(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        left, width = box.left() + self._text_left(), self._text_width(box.width())
        top, height = box.top() + theme().gap(2), painting.line_height("strong")
        when = min(painting.text_width(entry.when, "secondary") + 1, width / 2)
        painting.words(
            painter,
            QRectF(left + width - when, top, when, height),
            entry.when,
            "secondary",
            "muted",
            right=True,
        )
        room = width - when - theme().gap(3)
        painting.words(painter, QRectF(left, top, room, height), entry.title, "strong", "text")
        top += height
        if entry.text:
            top += theme().gap(0.75) + self._body(
                painter, QPointF(left, top + theme().gap(0.75)), entry, box.width()
            )
        top += theme().gap(2)
        for (word, tone), (right, below) in zip(entry.chips, self._chips(entry, width), strict=True):
            painting.chip(painter, left + right, top + below, word, "raised" if tone == "plain" else tone)

    def _body(self, painter: QPainter, where: QPointF, entry: Entry, width: float) -> float:
        layout, heights = self._lines(entry, width)
        painter.setPen(theme().colour("text"))
        top = where.y()
        for number, height in enumerate(heights):
            line = layout.lineAt(number)
            end = line.textStart() + line.textLength()
            if number == len(heights) - 1 and end < len(layout.text()):
                rest = layout.text()[line.textStart() :].replace("\N{LINE SEPARATOR}", " ")
                room = QRectF(where.x(), top, self._text_width(width), line.height())
                painting.words(painter, room, rest, "body", "text")
            else:
                line.draw(painter, QPointF(where.x(), top))
            top += height
        return sum(heights)
