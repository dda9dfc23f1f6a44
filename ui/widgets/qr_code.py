"""A text as a QR code, dark on light whatever the theme: that is what readers read.

The same text must stand beside it, to be copied or read aloud: nobody is left to the picture alone.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.picture import Picture

_QUIET = 4  # light modules around it, without which no reader finds it (ISO/IEC 18004, 6.3.8)
_MODULE = 4  # pixels at most: read from a screen by a telephone, and the whole code on a small one
_BORDER = 2  # of the card, both sides


class QrCode(Picture):
    """As wide as the card's text allows; `name`: what it is, to a screen reader."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _modules(text)
        self._across = len(self._rows) + 2 * _QUIET
        self.setAccessibleName(name)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        room = theme().size("card") - 2 * theme().gap(8) - _BORDER
        side = min(room, _MODULE * self._across)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter, module = QPainter(self), self.width() / self._across
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for y, line in enumerate(self._rows, start=_QUIET):
            for x, dark in enumerate(line, start=_QUIET):
                if dark:
                    left, top = round(x * module), round(y * module)
                    right, bottom = round((x + 1) * module), round((y + 1) * module)
                    painter.fillRect(left, top, right - left, bottom - top, Qt.GlobalColor.black)
        painter.end()


def _modules(text: str) -> tuple[bytes, ...]:
    import segno  # once in the life of most journals

    return tuple(bytes(line) for line in segno.make_qr(text, error="l").matrix)
