"""A row that goes on below when there is no more room, for buttons and fields that must never be cut.

box.addLayout(Flow(*buttons, gap=2, between=2))           # each item as wide as it wants
box.addLayout(Flow(*facts, gap=3, between=3, even=True))  # items of a row share its width, as fact cards do, evenly if they can
box.addLayout(Flow(again, done, far=done))                # from `far` on they stand at the row's right end
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import theme


class Flow(QLayout):
    """`gap`, `between`: steps of the grid between neighbours and between rows. Items with a stretch are not known."""

    def __init__(
        self,
        *widgets: QWidget,
        gap: float = 2,
        between: float = 2,
        even: bool = False,
        far: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._far = far
        self._gap, self._between, self._even = theme().gap(gap), theme().gap(between), even
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def scale(self, by: float) -> None:
        """Another text size: more or less air."""
        self._gap, self._between = round(self._gap * by), round(self._between * by)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        rows = self._rows(width)
        return sum(_height(row) for row in rows) + self._between * max(len(rows) - 1, 0)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        top = rect.top()
        for row in self._rows(rect.width()):
            self._place(row, QPoint(rect.left(), top), rect.width())
            top += _height(row) + self._between

    def sizeHint(self) -> QSize:  # noqa: N802
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _place(self, row: list[QLayoutItem], corner: QPoint, width: int) -> None:
        left, height = corner.x(), _height(row)
        spare = max(0, width - sum(i.sizeHint().width() for i in row) - self._gap * (len(row) - 1))
        for item, wide in zip(row, self._widths(row, width), strict=True):
            size = item.sizeHint()
            if spare and self._is_far(item):
                left, spare = left + spare, 0
            tall = height if self._even else size.height()
            item.setGeometry(QRect(left, corner.y() + (height - tall) // 2, wide, tall))
            left += wide + self._gap

    def _widths(self, row: list[QLayoutItem], width: int) -> list[int]:
        """A share too small for one of them would cut it: then each has what it wants, and they share what is left."""
        wanted, room = [item.sizeHint().width() for item in row], width - self._gap * (len(row) - 1)
        if not self._even:
            return [min(wide, width) for wide in wanted]
        if max(wanted) <= (share := room // len(row)):
            return [share] * len(row)
        return [wide + (room - sum(wanted)) // len(row) for wide in wanted]

    def _is_far(self, item: QLayoutItem) -> bool:
        """At or after the first that stands far, which may be hidden itself."""
        widgets = [one.widget() for one in self._items]
        return self._far in widgets and widgets.index(item.widget()) >= widgets.index(self._far)

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if rows[-1] and used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append(item)
            used += wide + self._gap
        return [row for row in rows if row]

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


def _height(row: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in row)
