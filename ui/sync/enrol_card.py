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
    """`asked(code)` or `sign_in()`, then `failed(error)` or `finished()`; `given_up()` while the browser is out."""

    asked = Signal(str)
    sign_in = Signal()
    given_up = Signal()

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
        self.browser = QPushButton(self.tr("Log ind i browseren"))
        self.browser.setAccessibleName(self.tr("Log ind i browseren"))
        self.stop = QPushButton(self.tr("Fortryd"))
        self.stop.setAccessibleName(self.tr("Fortryd login i browseren"))
        self.out = label(
            self.tr("Log ind i browseren, og vend tilbage hertil. Vi venter i to minutter."),
            "muted",
            wrap=True,
        )
        self.body.addLayout(row(self.button, self.browser, self.stop, None, gap=2))
        self.body.addWidget(self.out)
        self.stop.setVisible(False)
        self.out.setVisible(False)
        self.browser.clicked.connect(self._sign_in)
        self.stop.clicked.connect(self.given_up)
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

    def offer_sign_in(self, *, known: bool) -> None:
        """Where the policy names the server, one may sign in instead of typing a code."""
        self.browser.setVisible(known)

    def _sign_in(self) -> None:
        self.group.show_error("")
        for part in (self.button, self.browser):
            part.setEnabled(False)
        self.stop.setVisible(True)
        self.out.setVisible(True)
        self.stop.setFocus()
        self.sign_in.emit()

    def _rest(self) -> None:
        self.browser.setEnabled(True)
        self.stop.setVisible(False)
        self.out.setVisible(False)
        self.button.setText(self.tr("Tilmeld computeren"))
        self.button.setEnabled(True)
