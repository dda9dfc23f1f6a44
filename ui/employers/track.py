"""The three visits of IPS on one line: which have been, which is next. Words say it, the line repeats it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.employers.view import Step
from ui.theme import theme
from ui.widgets.boxes import clear, column, row, row_in
from ui.widgets.labels import ElidedLabel


class Track(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._box = row_in(self, margins=(4, 3, 4, 3), gap=4)

    def show_steps(self, steps: Sequence[Step], sentence: str) -> None:
        clear(self._box)
        self.setAccessibleName(sentence)
        for step in steps:
            self._box.addLayout(self._part(step), 1)

    def _part(self, step: Step) -> QHBoxLayout:
        part = row(gap=2.5)
        part.addWidget(_Dot(step), 0, Qt.AlignmentFlag.AlignTop)
        role = "strong" if step.done or step.next else "muted"
        words = column(None, ElidedLabel(step.title, role), ElidedLabel(step.note, "muted"), gap=0)
        part.addLayout(words, 1)
        return part


class _Dot(QWidget):
    """A tick when it has been, else its number. Decoration: the words beside it say the same."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        side = theme().size("controlSmall")
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        look, step = theme(), self._step
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.line("ring")
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setBrush(look.colour("accentSoft" if step.done else "surface"))
        painter.setPen(look.colour("accent" if step.done or step.next else "borderStrong"))
        painter.drawEllipse(box)
        if step.done:
            inset = box.width() / 4
            look.draw_icon(painter, "check", "accentText", box.adjusted(inset, inset, -inset, -inset))
        else:
            painter.setFont(look.font("smallStrong"))
            painter.setPen(look.colour("accentText" if step.next else "muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step.number))
        painter.end()
