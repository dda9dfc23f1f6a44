"""Before the journal is shown: what was missing from it, what is back, and what to do about the rest."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.services.integrity import Account
from ui.unlock.account_words import sentences
from ui.widgets.boxes import column
from ui.widgets.labels import label


class AccountForm(QWidget):
    """`read`: the person goes on to the journal. The text can be marked and copied for IT."""

    read = Signal()

    def __init__(self, account: Account, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, gap=3)
        for sentence in sentences(account, now):
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
