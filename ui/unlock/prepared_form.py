"""The first run on a computer that IT has made ready: it enrols by itself, and says when it could not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.errors import FeltjournalError
from ui.text import explain
from ui.unlock.busy import BusyButton
from ui.widgets import announce
from ui.widgets.boxes import column
from ui.widgets.labels import label


class PreparedForm(QWidget):
    """`begin()` emits `asked`; then `failed(error)`, or the form is gone. `later`: into the journal without."""

    asked = Signal()
    later = Signal()

    def __init__(self, jobcenter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = self.tr("Din it-afdeling har gjort computeren klar til %1.").replace("%1", jobcenter)
        self.busy = BusyButton(self.tr("Prøv igen"), self.tr("Tilmelder computeren …"))
        self.busy.pressed.connect(self.begin)
        self.later_button = QPushButton(self.tr("Gå til journalen"))
        self.later_button.setProperty("kind", "quiet")
        self.later_button.clicked.connect(self.later)
        self._why = label("", "warn", wrap=True)
        self._then = label(
            self.tr("Du kan godt begynde. Computeren prøver igen, hver gang du låser op på kommunens net."),
            "muted",
            wrap=True,
        )
        column(self, label(said, wrap=True), self._why, self._then, self.busy, self.later_button, gap=3)
        for part in (self._why, self._then, self.later_button):
            part.setVisible(False)
        self.setFocusProxy(self.busy.button)

    def begin(self) -> None:
        self.busy.start()
        self.asked.emit()

    def failed(self, error: FeltjournalError) -> None:
        self.busy.stop()
        self._why.setText(explain(error))
        for part in (self._why, self._then, self.later_button):
            part.setVisible(True)
        announce.say(self, self._why.text())
        self.later_button.setFocus()
