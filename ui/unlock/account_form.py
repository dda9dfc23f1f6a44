"""Before the journal is shown: what a person must have read first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.boxes import column
from ui.widgets.labels import label


class AccountForm(QWidget):
    """`read`: the person goes on to the journal. The text can be marked and copied for IT.

    `go_on`: the button's words; to the journal, if not given. `mend()`: there is damage that can be mended first.
    """

    read = Signal()
    mend = Signal()

    def __init__(
        self,
        sentences: Sequence[str],
        *,
        go_on: str = "",
        can_mend: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        box = column(self, gap=3)
        for sentence in sentences:
            line = label(sentence, wrap=True)
            line.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            line.setAccessibleName(sentence)
            box.addWidget(line)
        self.go_on = QPushButton(go_on or self.tr("Gå til journalen"))
        self.go_on.setAutoDefault(True)
        self.go_on.clicked.connect(self.read)
        mending = QPushButton(self.tr("Red det, der kan læses …"))
        mending.setAutoDefault(True)
        mending.clicked.connect(self.mend)
        first, second = (mending, self.go_on) if can_mend else (self.go_on, mending)
        first.setProperty("kind", "primary")
        box.addWidget(first)
        box.addWidget(second)
        mending.setVisible(can_mend)
        self.setFocusProxy(first)
