"""Nothing to show, said in a sentence that names the next step.

EmptyState("notebook-pen", self.tr("Ingen notater endnu."), self.tr("Ctrl+N skriver det første."), button)
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.boxes import column
from ui.widgets.glyph import Glyph
from ui.widgets.labels import label

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    def __init__(
        self,
        icon: str,
        sentence: str,
        step: str = "",
        button: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._glyph = Glyph(icon, "faint", "logo")
        self._sentence, self._step = label(sentence, "medium", wrap=True), label(step, "muted", wrap=True)
        box = column(self, margins=(6, 6, 6, 6), gap=2)
        box.addStretch(1)
        box.addWidget(self._glyph, 0, _MIDDLE)
        for part in (self._sentence, self._step):
            part.setAlignment(_MIDDLE)
            box.addWidget(part)
        self._step.setVisible(bool(step))
        if button is not None:
            box.addWidget(button, 0, _MIDDLE)
        box.addStretch(1)
        self.setAccessibleName(sentence)

    def show_words(self, icon: str, sentence: str, step: str = "") -> None:
        self._glyph.show_icon(icon, "faint")
        self._sentence.setText(sentence)
        self._step.setText(step)
        self._step.setVisible(bool(step))
        self.setAccessibleName(sentence)
