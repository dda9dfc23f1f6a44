"""Give an open window the measures of another text size, where making it anew would cost the writer undo and caret.

refit(window, before=1.0, now=theme().factor)      # after the theme has changed its style sheet
"""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import (
    QAbstractButton,
    QDateEdit,
    QLayout,
    QLineEdit,
    QProgressBar,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from ui.theme import air
from ui.widgets.flow import Flow

_NO_LIMIT = 16_777_215
_LINE = 4  # a rule is as thin in every text size
# `max-height` in the style sheet: it has grown already.
_STYLED = QProgressBar | QSpinBox | QDateEdit | QTimeEdit


def refit(root: QWidget, *, before: float, now: float) -> None:
    """`before`, `now`: `Theme.factor`. What a widget takes from the style sheet follows by itself; this is the rest."""
    grown, aired = now / before, air(now) / air(before)
    for layout in root.findChildren(QLayout):
        layout.setContentsMargins(_margins(layout.contentsMargins(), aired))
        if isinstance(layout, Flow):
            layout.scale(aired)
        elif layout.spacing() > 0:
            layout.setSpacing(round(layout.spacing() * aired))
    for widget in root.findChildren(QWidget):
        _resize(widget, grown)
    root.updateGeometry()


def _resize(widget: QWidget, grown: float) -> None:
    if isinstance(widget, QAbstractButton):
        widget.setIconSize(widget.iconSize() * grown)
    if isinstance(widget, QLineEdit):
        widget.setTextMargins(_margins(widget.textMargins(), grown))
    least, most = widget.minimumSize(), widget.maximumSize()
    if most.width() < _NO_LIMIT and least.width() == most.width():
        widget.setFixedWidth(round(most.width() * grown))
    if isinstance(widget, _STYLED):
        return
    if _LINE < most.height() < _NO_LIMIT:  # the style sheet may have raised the least height already
        widget.setMaximumHeight(round(most.height() * grown))
        if least.height() == most.height():
            widget.setMinimumHeight(widget.maximumHeight())


def _margins(of: QMargins, by: float) -> QMargins:
    return QMargins(*(round(side * by) for side in (of.left(), of.top(), of.right(), of.bottom())))
