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
    """`asked(code)` or `sign_in()`, then `failed(error)`; `later()`; `given_up()` while the browser is out.

    `server_known`: the policy names the server, so that a short code is enough. `browser`: one may sign in.
    """

    asked = Signal(str)
    sign_in = Signal()
    given_up = Signal()
    later = Signal()

    def __init__(
        self, *, server_known: bool = True, browser: bool = False, parent: QWidget | None = None
    ) -> None:
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
        self._browser = QPushButton(self.tr("Log ind i browseren"))
        self._browser.setVisible(browser)
        self._browser.clicked.connect(self._sign_in)
        self._stop = QPushButton(self.tr("Fortryd login i browseren"))
        self._stop.setVisible(False)
        self._stop.clicked.connect(self.given_up)
        column(
            self, label(self._why(server_known=server_known, browser=browser), "muted", wrap=True), self._browser, self._stop,
            self.code, self.busy, self._later, gap=3,
        )  # fmt: skip
        self.setFocusProxy(self._browser if browser else self.code.field)

    def _why(self, *, server_known: bool, browser: bool) -> str:
        if browser:
            return self.tr(
                "Log ind med din arbejdskonto, eller skriv koden fra jobcentret, mens du er på kommunens net. "
                "Så henter computeren dine kandidater og kan sende notater."
            )
        if server_known:
            return self.tr(
                "Med koden henter computeren dine kandidater og kan sende notater, når du er på kommunens net."
            )
        return self.tr(
            "Kommunen har ikke sat en server op på denne computer. Har du fået en invitation fra jobcentret, så sæt hele "
            "teksten ind her. Ellers vælg Senere: alt bliver på denne computer, til den er tilmeldt."
        )

    def _sign_in(self) -> None:
        self.code.show_error("")
        self._browser.setVisible(False)
        self._stop.setVisible(True)
        self._stop.setFocus()
        self.busy.hold(True)
        self.sign_in.emit()

    def failed(self, error: FeltjournalError) -> None:
        if self._stop.isVisibleTo(self):
            self._stop.setVisible(False)
            self._browser.setVisible(True)
            self.busy.hold(False)
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
