"""A list of people or places: three lines a row, a pill, and a word about time in colour and icon.

cards = CardList(self.tr("Kandidater"))
cards.show_rows((CardRow(id, "Amira Holm", chip="Jobsøgning", second="Ring til Bageri Juhl",
                         left="I dag kl. 13.00", left_strong=True,
                         right="14 dage siden sidst", right_tone="stop"),))
cards.chosen.connect(self._show)       # id: another row became current (arrows, click)
cards.opened.connect(self._go_into)    # id: Enter or double click
cards.choose(id)                        # from the program; tells nobody
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import theme
from ui.widgets import painting
from ui.widgets.rows_model import VALUE, Index
from ui.widgets.rows_view import RowsView

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
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Delegate(self))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        del option, index
        lines = (
            painting.line_height("name") + painting.line_height("body") + painting.line_height("secondary")
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
        inner = box.adjusted(look.gap(5.5), look.gap(2), -look.gap(5.5), -look.gap(2))
        if selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            ground = box.adjusted(look.gap(2), look.line("hair"), -look.gap(2), -look.line("hair"))
            painting.chosen_row(painter, ground, focused=focused)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.colour("hover"))
        else:
            painter.setPen(look.colour("border"))
            painter.drawLine(QLineF(inner.left(), box.bottom(), inner.right(), box.bottom()))
        self._first(painter, inner, row, selected=selected)
        self._rest(painter, inner, row)
        painter.restore()

    def _first(self, painter: QPainter, inner: QRectF, row: CardRow, *, selected: bool) -> None:
        height = painting.line_height("name")
        taken = painting.chip_width(row.chip) + theme().gap(2) if row.chip else 0.0
        painting.words(
            painter,
            QRectF(inner.left(), inner.top(), inner.width() - taken, height),
            row.title,
            "name",
            "text",
        )
        if row.chip:
            tone = "raised" if selected and row.chip_tone == "plain" else row.chip_tone
            top = inner.top() + (height - painting.chip_height()) / 2
            painting.chip(painter, inner.right() - painting.chip_width(row.chip), top, row.chip, tone)

    def _rest(self, painter: QPainter, inner: QRectF, row: CardRow) -> None:
        top = inner.top() + painting.line_height("name")
        height = painting.line_height("body")
        box = QRectF(inner.left(), top, inner.width(), height)
        painting.words(painter, box, row.second, "body", _TONES[row.second_tone])
        top, height = top + height, painting.line_height("secondary")
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
