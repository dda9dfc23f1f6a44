"""The list under the field: rows whose hits are set in bold and underlined, so that no colour is needed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.palette.view import Hit, Parts
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.rows_model import VALUE, Index
from ui.widgets.rows_view import RowsView


class HitList(RowsView):
    """The focus stays in the field; `step` moves the current row past the headings, round and round."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_Delegate(self))

    def start(self) -> None:
        """Make the first hit current."""
        first = self.rows.first()
        if first >= 0:
            self.setCurrentIndex(self.rows.index(first))
        self.scrollToTop()

    def step(self, by: int) -> None:
        count = self.rows.rowCount()
        row = self.currentIndex().row()
        for _ in range(count):
            row = (row + by) % count
            if self.rows.index(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(self.rows.index(row))
                self.scrollTo(self.rows.index(max(row - 1, 0)))
                self.scrollTo(self.currentIndex())
                return

    def current(self) -> Hit | None:
        value = self.currentIndex().data(VALUE)
        return value if isinstance(value, Hit) else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        del option
        row, look = index.data(VALUE), theme()
        if not isinstance(row, Hit):
            return QSize(look.size("list") // 2, round(painting.line_height("smallStrong") + look.gap(3)))
        lines = painting.line_height("strong") + (painting.line_height("secondary") if row.note else 0)
        return QSize(look.size("list") // 2, max(round(lines + look.gap(3)), look.size("target")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, look = index.data(VALUE), theme()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not isinstance(row, Hit):
            inner = box.adjusted(look.gap(4), look.gap(1.5), -look.gap(4), 0)
            painting.words(painter, inner, row.text, "smallStrong", "faint")
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painting.chosen_row(painter, box.adjusted(look.gap(1.5), 1, -look.gap(1.5), -1), focused=True)
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(box, look.colour("hover"))
            self._row(painter, box.adjusted(look.gap(4), look.gap(1), -look.gap(4), -look.gap(1)), row)
        painter.restore()

    def _row(self, painter: QPainter, box: QRectF, row: Hit) -> None:
        look = theme()
        side = look.size("icon")
        top = box.top() + (box.height() - side) / 2
        look.draw_icon(painter, row.icon, "accentText", QRectF(box.left(), top, side, side))
        left = box.left() + side + look.gap(3)
        right = self._right(painter, box, row)
        width = right - left - look.gap(3)
        first, second = painting.line_height("strong"), painting.line_height("secondary")
        whole = first + (second if row.note else 0)
        top = box.top() + (box.height() - whole) / 2
        _parts(painter, QRectF(left, top, width, first), row.title, "medium", "text")
        if row.note:
            _parts(painter, QRectF(left, top + first, width, second), row.note, "secondary", "muted")

    def _right(self, painter: QPainter, box: QRectF, row: Hit) -> float:
        """The word or the key at the end; where it begins."""
        look = theme()
        if not row.right:
            return box.right()
        style = "key" if row.keys else "secondary"
        width = min(painting.text_width(row.right, style) + 2, box.width() / 2)
        if not row.keys:
            where = QRectF(box.right() - width, box.top(), width, box.height())
            painting.words(painter, where, row.right, style, "muted", right=True)
            return where.left()
        tall = painting.line_height(style) + look.gap(1)
        frame = QRectF(0, 0, width + look.gap(2), tall)
        frame.moveCenter(box.center())
        frame.moveRight(box.right())
        painter.setPen(look.colour("border"))
        painter.setBrush(look.colour("hover"))
        painter.drawRoundedRect(frame, look.radius("small"), look.radius("small"))
        painting.words(painter, frame.adjusted(look.gap(1), 0, 0, 0), row.right, style, "muted")
        return frame.left()


def _parts(painter: QPainter, box: QRectF, parts: Parts, style: str, role: str) -> None:
    """A line in pieces; hits are bold and underlined. What there is no room for ends in …"""
    painter.setPen(theme().colour(role))
    left = box.left()
    for part in parts:
        font = theme().font(style)
        if part.hit:
            font.setWeight(QFont.Weight.Bold)
            font.setUnderline(True)
        metrics = QFontMetricsF(font)
        room = box.right() - left
        shown = metrics.elidedText(part.text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.drawText(QRectF(left, box.top(), room, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        left += metrics.horizontalAdvance(part.text)
        if shown != part.text or left >= box.right():
            return
