"""Benefit and wage together at each number of hours: two steps in one colour each, named where they end."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.domain.benefits import Step
from ui.theme import theme
from ui.widgets.picture import Picture

_LEFT, _BELOW, _ABOVE, _RIGHT = 4.0, 2.2, 1.5, 4.0
_LINES = 4
_ROUND = (1, 2, 2.5, 5, 10)


class Plot(Picture):
    """The table beside it says the same; a screen reader gets it in one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setMinimumHeight(theme().size("fact") + theme().size("barRow"))
        self.setAccessibleName(self.tr("Kurve: løn og ydelse i alt efter timer om ugen"))

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        if steps:
            words = self.tr("Fra %1 kr. uden timer til %2 kr. ved %3 timer om ugen.")
            first, last = steps[0], steps[-1]
            said = words.replace("%1", str(first.together)).replace("%2", str(last.together))
            self.setAccessibleDescription(said.replace("%3", f"{last.hours:g}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        if len(self._steps) < 2:
            return
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("small"))
        unit = painter.fontMetrics().height()
        box = QRectF(self.rect()).adjusted(_LEFT * unit, _ABOVE * unit, -_RIGHT * unit, -_BELOW * unit)
        most = _round_top(max(step.together for step in self._steps))
        self._frame(painter, box, most, unit)
        whole, part = [step.together for step in self._steps], [step.benefit for step in self._steps]
        for name, role, values in ((self.tr("i alt"), "accent", whole), (self.tr("ydelse"), "muted", part)):
            points = [
                self._point(box, step, value, most) for step, value in zip(self._steps, values, strict=True)
            ]
            painter.setPen(QPen(look.colour(role), look.line("ring")))
            painter.drawPolyline(QPolygonF(points))
            painter.setPen(look.colour("text"))
            painter.drawText(points[-1] + QPointF(unit / 2, unit / 3), name)
        painter.end()

    def _frame(self, painter: QPainter, box: QRectF, most: float, unit: int) -> None:
        look = theme()
        for n in range(_LINES + 1):
            y = box.bottom() - box.height() * n / _LINES
            painter.setPen(look.colour("border"))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(look.colour("muted"))
            where = QRectF(0, y - unit, box.left() - unit / 2, 2 * unit)
            painter.drawText(
                where,
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                QLocale().toString(round(most * n / _LINES)),
            )
        for step in self._steps:
            x = self._point(box, step, 0, most).x()
            where = QRectF(x - 2 * unit, box.bottom() + unit / 3, 4 * unit, unit)
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter, f"{step.hours:g}")

    def _point(self, box: QRectF, step: Step, value: float, most: float) -> QPointF:
        widest = self._steps[-1].hours or 1
        return QPointF(
            box.left() + box.width() * step.hours / widest, box.bottom() - box.height() * value / most
        )


def _round_top(most: float) -> float:
    """The next height whose quarters are numbers a person would choose."""
    step = max(most, 1) / _LINES
    ten = 10.0 ** math.floor(math.log10(step))
    return _LINES * ten * next(round for round in _ROUND if round * ten >= step)
