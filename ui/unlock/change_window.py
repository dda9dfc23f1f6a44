"""Another passphrase: the old one, and the new one twice. It holds from now on, in every copy of the key file."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from app.errors import FeltjournalError, KeychainAbsent, PassphraseTooWeak
from app.services import unlock
from ui.desk import Desk
from ui.text import explain
from ui.theme import theme
from ui.unlock.busy import BusyButton
from ui.unlock.passphrase_field import PassphraseField
from ui.unlock.presenter import acceptable, strength_words
from ui.widgets.boxes import column, row
from ui.widgets.labels import label


class ChangeWindow(QDialog):
    """Esc closes and changes nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWindowTitle("Feltjournal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.old = PassphraseField(self.tr("Den adgangskode, du har nu"))
        self.first = PassphraseField(self.tr("Vælg en ny adgangskode"), strength_words(""))
        self.again = PassphraseField(self.tr("Skriv den igen"))
        self.busy = BusyButton(self.tr("Skift adgangskode"), self.tr("Skifter adgangskode …"))
        self.first.line.textChanged.connect(self._judge)
        self.again.line.textEdited.connect(lambda: self.again.show_error(""))
        self.old.line.textEdited.connect(lambda: self.old.show_error(""))
        for field in (self.old, self.first, self.again):
            field.submitted.connect(self._ask)
        self.busy.pressed.connect(self._ask)
        cancel = QPushButton(self.tr("Annuller"))
        cancel.setProperty("kind", "quiet")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        advice = self.tr(
            "Kender nogen den gamle adgangskode, så sig det også til it-support: de kan give journalen nye nøgler."
        )
        column(
            self, label(self.tr("Skift adgangskode"), "h1"), self.old, self.first, self.again,
            label(advice, "muted", wrap=True), self.busy, row(None, cancel, None), margins=(6, 5, 6, 5), gap=3,
        )  # fmt: skip
        self.setFixedWidth(theme().size("card"))
        self.old.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self, passphrase: str) -> None:
        self.first.show_error("")
        self.first.say(strength_words(passphrase))

    def _ask(self) -> None:
        old, first = self.old.line.text(), self.first.line.text()
        if not old:
            self.old.fail(self.tr("Skriv den adgangskode, du har nu."))
        elif not acceptable(first, first):
            self.first.fail(strength_words(first))
        elif first != self.again.line.text():
            self.again.fail(self.tr("De to er ikke ens. Skriv den samme adgangskode igen."))
        elif self.busy.button.isEnabled():
            self.busy.start()
            job = partial(_change, old=old, new=first, desk=self._desk)
            self._desk.work.run(self, job, self._changed, self._failed)

    def _changed(self, _: None) -> None:
        self._desk.tell(self.tr("Adgangskoden er skiftet. Brug den nye, næste gang du låser op."))
        self.close()

    def _failed(self, error: FeltjournalError) -> None:
        self.busy.stop()
        field = self.first if isinstance(error, PassphraseTooWeak) else self.old
        field.fail(explain(error))


def open_change(desk: Desk, target: object) -> ChangeWindow:
    del target
    return ChangeWindow(desk)


def _change(vault: Any, *, old: str, new: str, desk: Desk) -> None:
    if vault.keychain is None:
        raise KeychainAbsent
    unlock.change_passphrase(vault, old=old, new=new, keychain=vault.keychain, now=desk.now())
