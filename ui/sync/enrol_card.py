"""Until this computer is one of the jobcenter's: the field for the code."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.errors import FeltjournalError
from ui.text import explain
from ui.theme import theme
from ui.widgets.boxes import row
from ui.widgets.card import Card
from ui.widgets.field_group import FieldGroup
from ui.widgets.labels import label


class EnrolCard(Card):
    """`asked(code)`, then `failed(error)` or `finished()`."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tilmeld computeren"), parent=parent)
        why = self.tr(
            "Skriv koden fra jobcentret, mens du er på kommunens net. Så henter computeren dine kandidater og kan sende."
        )
        self.body.addWidget(label(why, "muted", wrap=True))
        self.line = QLineEdit()
        self.group = FieldGroup(
            self.tr("Kode fra jobcentret"), self.line, self.tr("Koden virker kun én gang.")
        )
        self.group.setMaximumWidth(theme().size("card"))
        self.body.addWidget(self.group)
        self.button = QPushButton(self.tr("Tilmeld computeren"))
        self.button.setProperty("kind", "primary")
        self.button.setAccessibleName(self.tr("Tilmeld computeren"))
        self.body.addLayout(row(self.button, None))
        self.button.clicked.connect(self._ask)
        self.line.returnPressed.connect(self._ask)
        self.setFocusProxy(self.line)

    def failed(self, error: FeltjournalError) -> None:
        """What to do about it, under the field; the code stays, marked, to be corrected."""
        self._rest()
        self.group.show_error(explain(error))
        self.line.setFocus()
        self.line.selectAll()

    def finished(self) -> None:
        self._rest()
        self.line.clear()

    def _ask(self) -> None:
        code = self.line.text().strip()
        if not code:
            self.group.show_error(self.tr("Skriv koden først."))
        elif self.button.isEnabled():
            self.group.show_error("")
            self.button.setText(self.tr("Tilmelder …"))
            self.button.setEnabled(False)
            self.asked.emit(code)

    def _rest(self) -> None:
        self.button.setText(self.tr("Tilmeld computeren"))
        self.button.setEnabled(True)
