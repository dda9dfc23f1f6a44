"""Line icons tinted in the colour of a role when they are painted, so a change of theme needs no second pass."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_DISABLED = "faint"


@cache
def _source(name: str) -> str:
    return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def draw(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Paint one icon inside `box`, kept square and in its middle."""
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour.name()).render(painter, square)
    painter.restore()


def pixmap(name: str, colour: QColor, side: int, ratio: float) -> QPixmap:
    made = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw(painter, name, colour, QRectF(0, 0, side, side))
    painter.end()
    return made


class _Engine(QIconEngine):
    """Asks for its colour each time it paints."""

    def __init__(self, name: str, role: str, colour: Callable[[str], QColor]) -> None:
        super().__init__()
        self._name, self._role, self._colour = name, role, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        role = _DISABLED if mode == QIcon.Mode.Disabled else self._role
        draw(painter, self._name, self._colour(role), QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._colour)


def tinted(name: str, role: str, colour: Callable[[str], QColor]) -> QIcon:
    _source(name)  # a name that does not exist shall fail here, not while painting
    return QIcon(_Engine(name, role, colour))
