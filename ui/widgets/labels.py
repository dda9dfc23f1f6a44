"""Text on the screen by role; always plain text, whatever a note contains.

    label("Kandidater", "h1")            label(sentence, "muted", wrap=True)

Roles: h1, visitTitle, visitTime, visitMuted, title, accent, strong, medium, num, reading, muted, small, over, stop,
warn, ok, mutedStop, mutedWarn,
done, suggestion, badgeStop, badgeWarn and, on the dark rail, brand, brandText, railTitle, railStrong, railText, railSmall, railCount.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
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
