"""Text on the screen by role; always plain text, whatever a note contains.

    label("Kandidater", "h1")            label(sentence, "muted", wrap=True)

Roles: h1, visitTitle, visitTime, visitMuted, title, accent, strong, medium, num, reading, muted, small, over, stop,
warn, ok, mutedStop, mutedWarn,
done, suggestion, badgeStop, badgeWarn and, on the dark rail, brand, brandText, railTitle, railStrong, railText, railSmall, railCount.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.boxes import restyle


def label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def set_role(target: QLabel, role: str) -> None:
    """Change the role of a label that is already on the screen."""
    restyle(target, "role", role)


class ElidedLabel(QLabel):
    """One line that ends in … when there is no room; the whole text is its tooltip and its name."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # A name in Arabic or Hebrew keeps its place in the row.
        self.setAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )
        self._whole = ""
        if role:
            self.setProperty("role", role)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def whole_text(self) -> str:
        return self._whole

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(
            QFontMetrics(self.font()).horizontalAdvance(self._whole) + 2, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._fit()
        super().paintEvent(event)

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(self._whole if shown != self._whole else "")


class WrappedLabel(QLabel):
    """As many lines as the words need, four at most; a word too long for a line is broken, so nothing asks for more width
    than there is. What does not fit ends in … and is in the tooltip."""

    MOST = 4

    def __init__(self, text: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        if role:
            self.setProperty("role", role)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(
            QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2, self.heightForWidth(1 << 20)
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.heightForWidth(1 << 20))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return ceil(QFontMetricsF(self.font()).height() * len(self._lines(width)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = QFontMetricsF(self.font())
        lines = self._lines(self.width())
        for number, words in enumerate(lines):
            painter.drawText(QPointF(0, number * metrics.height() + metrics.ascent()), words)
        self.setToolTip(self.text() if lines and lines[-1].endswith("…") else "")

    def _lines(self, width: int) -> list[str]:
        text, metrics = self.text(), QFontMetrics(self.font())
        layout = QTextLayout(text, self.font())
        layout.setTextOption(_WRAPPED)
        layout.beginLayout()
        starts: list[int] = []
        while (line := layout.createLine()).isValid() and len(starts) <= self.MOST:
            line.setLineWidth(max(width, 1))
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1 : self.MOST], len(text)]
        lines = [text[start:end].rstrip() for start, end in zip(starts[: self.MOST], ends, strict=True)]
        if lines:
            lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, max(width, 1))
        return lines or [""]


_WRAPPED = QTextOption(Qt.AlignmentFlag.AlignLeft)
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
