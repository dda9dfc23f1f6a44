"""An icon beside a text: decoration, so without a name and without focus.

Glyph("clock", "stopText")           Glyph("lock", "railText", size="iconSmall")
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme


class Glyph(QWidget):
    def __init__(
        self, icon: str, role: str = "muted", size: str = "icon", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size = icon, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, role: str) -> None:
        self._icon, self._role = icon, role
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return theme().icon_size(self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        theme().draw_icon(painter, self._icon, self._role, QRectF(self.rect()))
        painter.end()


class Logo(QWidget):
    """The mark of the program: a notebook on a rounded square."""

    def __init__(self, size: str = "logo", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return theme().icon_size(self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(theme().colour("railAccent"))
        painter.setBrush(theme().colour("railAccent"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme().radius("row"), theme().radius("row"))
        inset = box.width() / 5
        theme().draw_icon(painter, "notebook-pen", "rail", box.adjusted(inset, inset, -inset, -inset))
        painter.end()
