"""When the journal's file is damaged: save what can be read, or lay a copy in its place. The original is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.errors import FeltjournalError
from ui.unlock.busy import BusyButton
from ui.unlock.passphrase_field import PassphraseField
from ui.unlock.salvage_words import refusal
from ui.widgets.boxes import column
from ui.widgets.labels import label


class SalvageForm(QWidget):
    """`salvage(passphrase)` or `restore(passphrase)`; then `failed(error)`, or the form is gone. `back`: leave all as it is.

    `copy`: when the newest copy was made, in words; "" where there is none. `readable`: whether there is a file at all.
    """

    salvage = Signal(str)
    restore = Signal(str)
    back = Signal()

    def __init__(
        self, passphrase: str, *, copy: str, readable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = PassphraseField(self.tr("Adgangskode"))
        self.field.line.setText(passphrase)
        self.save = BusyButton(self.tr("Red det, der kan læses"), self.tr("Læser den beskadigede fil …"))
        self.save.pressed.connect(self._save)
        self.put_back = BusyButton(
            self.tr("Læg kopien fra %1 tilbage").replace("%1", copy), self.tr("Lægger kopien tilbage …")
        )
        self.put_back.pressed.connect(self._put_back)
        if readable:
            self.put_back.button.setProperty("kind", "")
            self.put_back.button.setDefault(False)
        back = QPushButton(self.tr("Tilbage"))
        back.setProperty("kind", "quiet")
        back.clicked.connect(self.back)
        self.field.submitted.connect(self._save if readable else self._put_back)
        column(self, *self._words(copy, readable=readable), self.field, self.save, self.put_back, back, gap=3)
        self.save.setVisible(readable)  # not before they stand in here: each would be a window of its own
        self.put_back.setVisible(bool(copy))
        self._copy = bool(copy)
        chosen = self.save if readable else self.put_back
        self.setFocusProxy(chosen.button if passphrase else self.field.field)

    def failed(self, error: FeltjournalError) -> None:
        for busy in (self.save, self.put_back):
            busy.stop()
        self.field.line.setReadOnly(False)
        self.field.fail(refusal(error, copy=self._copy))

    def _words(self, copy: str, *, readable: bool) -> list[QWidget]:
        said = []
        if readable:
            said.append(
                self.tr(
                    "Alt, der kan læses i den beskadigede fil, kommer over i en ny og hel fil. Ændringer, jobcentret ikke "
                    "har fået endnu, hentes fra redningskopien. Det kan tage nogle minutter."
                )
            )
        if copy:
            said.append(
                self.tr(
                    "Kopien er fra %1. Lægges den tilbage, hentes det, der er skrevet siden, fra redningskopien og fra "
                    "jobcentret. Kladder fra tiden siden kan mangle."
                ).replace("%1", copy)
            )
        said.append(self.tr("Den beskadigede fil slettes ikke; den bliver liggende ved siden af."))
        return [label(sentence, "muted", wrap=True) for sentence in said]

    def _save(self) -> None:
        if self._may():
            self.save.start()
            self.put_back.button.setEnabled(False)
            self.salvage.emit(self.field.line.text())

    def _put_back(self) -> None:
        if self._may():
            self.put_back.start()
            self.save.button.setEnabled(False)
            self.restore.emit(self.field.line.text())

    def _may(self) -> bool:
        if self.field.line.isReadOnly():
            return False  # it is under way
        if not self.field.line.text():
            self.field.fail(self.tr("Skriv din adgangskode."))
            return False
        self.field.show_error("")
        self.field.line.setReadOnly(True)
        return True
