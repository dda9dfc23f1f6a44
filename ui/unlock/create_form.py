"""The first run: who you are, and a passphrase, twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.errors import FeltjournalError
from ui.text import explain
from ui.unlock.busy import BusyButton
from ui.unlock.passphrase_field import PassphraseField
from ui.unlock.presenter import acceptable, strength_words
from ui.widgets.boxes import column, row
from ui.widgets.field_group import FieldGroup
from ui.widgets.labels import label


class CreateForm(QWidget):
    """`asked(name, passphrase)`; then `failed(error)`, or the form is gone. `tried()`: with invented data instead."""

    asked = Signal(str, str)
    tried = Signal()

    def __init__(self, *, with_name: bool, can_try: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit()
        self.name = FieldGroup(
            self.tr("Dit navn"), self._line, self.tr("Vises kun for dig og dine kolleger.")
        )
        self.name.setVisible(with_name)
        self.first = PassphraseField(self.tr("Vælg en adgangskode"), strength_words(""))
        self.again = PassphraseField(self.tr("Skriv den igen"))
        self.busy = BusyButton(self.tr("Opret journalen"), self.tr("Opretter journalen …"))
        self.first.line.textChanged.connect(self._judge)
        self.again.line.textEdited.connect(lambda: self.again.show_error(""))
        for field in (self.first, self.again):
            field.submitted.connect(self._ask)
        self.busy.pressed.connect(self._ask)
        advice = self.tr(
            "Skriv den ned, og læg den et sikkert sted. Uden den kan kun kommunen lukke dig ind igen."
        )
        self.tries = QPushButton(self.tr("Prøv med opdigtede data"))
        self.tries.setProperty("kind", "link")
        self.tries.setVisible(can_try)
        self.tries.clicked.connect(self.tried)
        column(
            self, self.name, self.first, self.again, label(advice, "muted", wrap=True), self.busy,
            row(None, self.tries, None), gap=3,
        )  # fmt: skip
        self._with_name = with_name
        self.setFocusProxy((self.name if with_name else self.first).field)

    def failed(self, error: FeltjournalError) -> None:
        self.busy.stop()
        self.first.fail(explain(error))

    def _judge(self, passphrase: str) -> None:
        self.first.show_error("")
        self.first.say(strength_words(passphrase))

    def _ask(self) -> None:
        name = self._line.text().strip()
        first, again = self.first.line.text(), self.again.line.text()
        if self._with_name and not name:
            self.name.show_error(self.tr("Skriv dit navn."))
            self._line.setFocus()
        elif not acceptable(first, first):
            self.first.fail(strength_words(first))
        elif first != again:
            self.again.fail(self.tr("De to er ikke ens. Skriv den samme adgangskode igen."))
        elif self.busy.button.isEnabled():
            self.name.show_error("")
            self.busy.start()
            self.asked.emit(name, first)
