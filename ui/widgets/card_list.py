"""A list of people or places: three lines a row and more where the words need them, a pill, and a word about time in colour and icon.

cards = CardList(self.tr("Kandidater"))
cards.show_rows((CardRow(id, "Amira Holm", chip="Jobsøgning", second="Ring til Bageri Juhl",
                         left="I dag kl. 13.00", left_strong=True,
                         right="14 dage siden sidst", right_tone="stop"),))
cards.chosen.connect(self._show)       # id: another row became current (arrows, click)
cards.opened.connect(self._go_into)    # id: Enter or double click
cards.choose(id)                        # from the program; tells nobody
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import theme
from ui.widgets import painting
from ui.widgets.rows_model import VALUE, Index, Value
from ui.widgets.rows_view import RowsView

_MOST_LINES = 3  # of a title, and of what is below it
_MOST_MEASURED = 200  # rows
_SIDE = 5.5  # gaps
_TONES = {"": "muted", "ok": "muted", "text": "text", "warn": "warnText", "stop": "stopText"}


@dataclass(frozen=True, slots=True)
class CardRow:
    """`chip_tone`: of `Chip`. Tones of `second` and `right`: "", "text", "warn", "stop"; warn and stop bring a clock."""

    id: object
    title: str
    chip: str = ""
    chip_tone: str = "plain"
    second: str = ""
    second_tone: str = "text"
    left: str = ""
    left_strong: bool = False
    right: str = ""
    right_tone: str = ""
    spoken: str = ""

    def sentence(self) -> str:
        parts = (self.title, self.chip, self.second, self.left, self.right)
        return self.spoken or ". ".join(part for part in parts if part)

    def heading(self) -> bool:
        return False


class CardList(RowsView):
    """A row is as high as its words need. While every row needs three lines, Qt is told so and asks for one only; so it
    is in a list of hundreds, whose rows are put into words only when they come into sight: there a title is shortened.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Delegate(self))

    def show_rows(self, rows: Sequence[Value]) -> None:
        self.setUniformItemSizes(
            len(rows) > _MOST_MEASURED or not any(_overflows(row, self.room()) for row in rows)
        )
        super().show_rows(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        count = self.rows.rowCount()
        if count <= _MOST_MEASURED:
            rows = (self.rows.index(row).data(VALUE) for row in range(count))
            self.setUniformItemSizes(not any(_overflows(row, self.room()) for row in rows))
        super().resizeEvent(event)

    def room(self) -> float:
        return self.viewport().width() - 2 * theme().gap(_SIDE)


def _overflows(row: Value, room: float) -> bool:
    return isinstance(row, CardRow) and any(len(lines) > 1 for lines in _lines(row, room))


def _lines(row: CardRow, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The title beside its pill, and what is below it."""
    taken = painting.chip_width(row.chip) + theme().gap(2) if row.chip else 0.0
    title = painting.folded(row.title, "name", room - taken, _MOST_LINES)
    return title, painting.folded(row.second, "body", room, _MOST_LINES)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: CardList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        del option
        row = index.data(VALUE)
        # With uniform rows the first one speaks for all, and each has one line of either.
        folded = isinstance(row, CardRow) and not self._view.uniformItemSizes()
        title, second = _lines(row, self._view.room()) if folded else ((), ())
        lines = (
            painting.line_height("name") * max(1, len(title))
            + painting.line_height("body") * max(1, len(second))
            + painting.line_height("secondary")
        )
        return QSize(theme().size("list") // 2, round(lines + theme().gap(4)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CardRow = index.data(VALUE)
        look = theme()
        box = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = box.adjusted(look.gap(_SIDE), look.gap(2), -look.gap(_SIDE), -look.gap(2))
        if selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            ground = box.adjusted(look.gap(2), look.line("hair"), -look.gap(2), -look.line("hair"))
            painting.chosen_row(painter, ground, focused=focused)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.colour("hover"))
        else:
            painter.setPen(look.colour("border"))
            painter.drawLine(QLineF(inner.left(), box.bottom(), inner.right(), box.bottom()))
        title, second = _lines(row, inner.width())
        if row.chip:
            self._pill(painter, inner, row, selected=selected)
        for line in title:
            inner.setTop(_line(painter, inner, line, "name", "text", row.chip))
        for line in second or ("",):
            inner.setTop(_line(painter, inner, line, "body", _TONES[row.second_tone]))
        self._last(painter, inner, row)
        painter.restore()

    def _pill(self, painter: QPainter, inner: QRectF, row: CardRow, *, selected: bool) -> None:
        tone = "raised" if selected and row.chip_tone == "plain" else row.chip_tone
        top = inner.top() + (painting.line_height("name") - painting.chip_height()) / 2
        painting.chip(painter, inner.right() - painting.chip_width(row.chip), top, row.chip, tone)

    def _last(self, painter: QPainter, inner: QRectF, row: CardRow) -> None:
        top, height = inner.top(), painting.line_height("secondary")
        loud = row.right_tone in ("warn", "stop")
        style, role = "secondaryMedium" if loud else "secondary", _TONES[row.right_tone]
        icon = theme().size("iconTiny") + theme().gap(1) if loud else 0
        right = min(painting.text_width(row.right, style), inner.width() * 0.6)
        box = QRectF(inner.right() - right - 1, top, right + 1, height)
        painting.words(painter, box, row.right, style, role, right=True)
        if loud:
            theme().draw_icon(
                painter, "clock", role, QRectF(box.left() - icon, top, theme().size("iconTiny"), height)
            )
        room = inner.width() - right - icon - theme().gap(2)
        strong = "secondaryStrong" if row.left_strong else "secondary"
        ink = "text" if row.left_strong else "muted"
        painting.words(painter, QRectF(inner.left(), top, room, height), row.left, strong, ink)


def _line(painter: QPainter, inner: QRectF, text: str, style: str, role: str, chip: str = "") -> float:
    """One line at the top of `inner`, beside `chip`; where the next one begins."""
    height = painting.line_height(style)
    taken = painting.chip_width(chip) + theme().gap(2) if chip else 0.0
    painting.words(
        painter, QRectF(inner.left(), inner.top(), inner.width() - taken, height), text, style, role
    )
    return inner.top() + height
