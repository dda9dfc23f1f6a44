"""The first run, second step: the code that ties this computer to the jobcenter; or later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.errors import FeltjournalError
from ui.text import explain
from ui.unlock.busy import BusyButton
from ui.widgets.boxes import column
from ui.widgets.field_group import FieldGroup
from ui.widgets.labels import label


class EnrolForm(QWidget):
    """`asked(code)` then `failed(error)`; `later()`."""

    asked = Signal(str)
    later = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.code = FieldGroup(
            self.tr("Kode fra jobcentret"), self.line, self.tr("Koden virker kun én gang.")
        )
        self.busy = BusyButton(self.tr("Tilmeld computeren"), self.tr("Tilmelder …"))
        self.busy.pressed.connect(self._ask)
        self.line.returnPressed.connect(self._ask)
        self._later = QPushButton(self.tr("Senere"))
        self._later.setProperty("kind", "quiet")
        self._later.clicked.connect(self.later)
        why = self.tr(
            "Med koden henter computeren dine kandidater og kan sende notater, når du er på kommunens net."
        )
        column(self, label(why, "muted", wrap=True), self.code, self.busy, self._later, gap=3)
        self.setFocusProxy(self.code.field)

    def failed(self, error: FeltjournalError) -> None:
        self.busy.stop()
        self.code.show_error(explain(error))
        self.line.setFocus()
        self.line.selectAll()

    def _ask(self) -> None:
        code = self.line.text().strip()
        if not code:
            self.code.show_error(self.tr("Skriv koden, eller vælg Senere."))
        elif self.busy.button.isEnabled():
            self.code.show_error("")
            self.busy.start()
            self.asked.emit(code)
