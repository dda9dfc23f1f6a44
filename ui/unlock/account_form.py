"""Before the journal is shown: what a person must have read first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.boxes import column
from ui.widgets.labels import label


class AccountForm(QWidget):
    """`read`: the person goes on to the journal. The text can be marked and copied for IT."""

    read = Signal()

    def __init__(self, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, gap=3)
        for sentence in sentences:
            line = label(sentence, wrap=True)
            line.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            line.setAccessibleName(sentence)
            box.addWidget(line)
        self.go_on = QPushButton(self.tr("Gå til journalen"))
        self.go_on.setProperty("kind", "primary")
        self.go_on.setAutoDefault(True)
        self.go_on.clicked.connect(self.read)
        box.addWidget(self.go_on)
        self.setFocusProxy(self.go_on)
