"""Layouts whose air comes from the 4-pixel grid instead of numbers in the page.

box = column(self, margins=(6, 4, 6, 4), gap=3)
box.addLayout(row(title, None, button, gap=2))      # None is the stretch
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import theme

Margins = tuple[float, float, float, float]
Item = QWidget | QLayout | None
_NONE: Margins = (0, 0, 0, 0)


def column(
    parent: QWidget | None = None, *items: Item, margins: Margins = _NONE, gap: float = 2
) -> QVBoxLayout:
    box = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    _air(box, margins, gap)
    _fill(box, items)
    return box


def row(*items: Item, margins: Margins = _NONE, gap: float = 2) -> QHBoxLayout:
    box = QHBoxLayout()
    _air(box, margins, gap)
    _fill(box, items)
    return box


def row_in(parent: QWidget, *items: Item, margins: Margins = _NONE, gap: float = 2) -> QHBoxLayout:
    """A row that is the layout of `parent`."""
    box = QHBoxLayout(parent)
    _air(box, margins, gap)
    _fill(box, items)
    return box


def space(box: QBoxLayout, steps: float) -> None:
    box.addSpacing(theme().gap(steps))


def surface(kind: str, parent: QWidget | None = None) -> QFrame:
    """A frame in one of the grounds of the style sheet: `card`, `head`, `foot`, `sunken`, `accent` …"""
    made = QFrame(parent)
    made.setProperty("surface", kind)
    return made


def line() -> QFrame:
    made = QFrame()
    made.setProperty("rule", "line")
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """`content` in a vertical scroll area that is no stop for Tab."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    return area


def clear(box: QLayout) -> None:
    """Take everything out of a layout and let it go at once, so that nothing personal stays behind."""
    while item := box.takeAt(0):
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and have it looked at again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _air(box: QBoxLayout, margins: Margins, gap: float) -> None:
    left, top, right, bottom = (theme().gap(steps) for steps in margins)
    box.setContentsMargins(left, top, right, bottom)
    box.setSpacing(theme().gap(gap))


def _fill(box: QBoxLayout, items: tuple[Item, ...]) -> None:
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)
