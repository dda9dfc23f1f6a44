"""Figures against a goal, as bars with the numbers beside them in words.

bars = Bars(self.tr("Ugen i tal"))
bars.show_bars((Bar(self.tr("Samtaler"), 11, 14, self.tr("11 af 14")),))
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.boxes import clear, column, row
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Bar:
    title: str
    value: float
    goal: float
    words: str


class Bars(QWidget):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._box = column(self, gap=4)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        clear(self._box)
        for bar in bars:
            part = column(gap=1)
            part.addLayout(row(label(bar.title), None, label(bar.words, "muted")))
            part.addWidget(_Track(bar.value / bar.goal if bar.goal else 0.0))
            self._box.addLayout(part)


class _Track(QWidget):
    """Decoration: the words above it say the same."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = min(max(share, 0.0), 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme().size("list") // 2, theme().size("bar"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        round_end = box.height() / 2
        painter.setBrush(theme().colour("hover"))
        painter.drawRoundedRect(box, round_end, round_end)
        if self._share:
            box.setWidth(max(box.width() * self._share, box.height()))
            painter.setBrush(theme().colour("accent"))
            painter.drawRoundedRect(box, round_end, round_end)
        painter.end()
