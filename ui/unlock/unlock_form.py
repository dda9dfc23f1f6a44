"""Type the passphrase, get in."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.errors import (
    DeviceSecretForeign,
    DeviceSecretMissing,
    DiskFailing,
    DiskFull,
    FeltjournalError,
    PassphraseOff,
    ReadOnly,
    TooManyAttempts,
    VaultDamaged,
    WrongPassphrase,
)
from ui.text import explain
from ui.unlock.busy import BusyButton
from ui.unlock.passphrase_field import PassphraseField
from ui.unlock.presenter import at_work, refusal, wait_sentence
from ui.widgets import announce
from ui.widgets.boxes import column
from ui.widgets.labels import label


class UnlockForm(QWidget):
    """`asked(passphrase)`; then `failed(error)`, or the form is gone. `wait`: seconds before the first attempt.

    `mend(passphrase)`: the file is damaged; `can_mend`: whether anything can be done about it from here.
    `asked_to_read(passphrase)`: where nothing can be written, to open it as it lies there. `way_back()`: through the
    municipality; `can_recover`: whether there is one from here. `unfinished`: something was cut off the last time, and
    will be finished now. `told(step)` may be emitted on any worker while it opens.
    """

    asked = Signal(str)
    asked_to_read = Signal(str)
    mend = Signal(str)
    way_back = Signal()
    told = Signal(str)

    def __init__(
        self,
        wait: float = 0.0,
        *,
        can_recover: bool = False,
        can_mend: bool = False,
        unfinished: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = PassphraseField(self.tr("Adgangskode"))
        self.field.submitted.connect(self._ask)
        self.busy = BusyButton(self.tr("Lås op"), self.tr("Låser op …"))
        self.busy.pressed.connect(self._ask)
        self._forgot = QPushButton(self.tr("Jeg har glemt adgangskoden"))
        self._forgot.setProperty("kind", "link")
        self._forgot.clicked.connect(self._show_way_back)
        self._way_back = label(
            self.tr(
                "Adgangskoden kan ikke slås op, heller ikke af os. Ring til it-support: sammen med kommunens "
                "genskabelsesnøgle kan de lukke dig ind igen. Opret ikke en ny journal."
            ),
            "muted",
            wrap=True,
        )
        self._way_back.hide()
        self._read = QPushButton(self.tr("Åbn kun til læsning"))
        self._read.clicked.connect(self._ask_to_read)
        self._read.hide()
        self._mend = QPushButton(self.tr("Red det, der kan læses …"))
        self._mend.clicked.connect(lambda: self.mend.emit(self.field.line.text()))
        self._mend.hide()
        self._can_mend = can_mend
        self._recover = QPushButton(self.tr("Bed kommunen om at lukke mig ind"))
        self._recover.clicked.connect(self.way_back)
        self._recover.hide()
        self._can_recover = can_recover
        self.told.connect(lambda step: self.busy.say(at_work(step)))
        half = label(
            self.tr(
                "Noget blev afbrudt, sidst journalen var i brug. Det gøres færdigt, når du låser op. Intet er tabt."
            ),
            "muted",
            wrap=True,
        )
        column(
            self,
            half,
            self.field,
            self.busy,
            self._mend,
            self._read,
            self._forgot,
            self._way_back,
            self._recover,
            gap=3,
        )
        half.setVisible(unfinished)
        self.setFocusProxy(self.field.field)
        self._left = 0.0
        self._error: WrongPassphrase | TooManyAttempts | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        self._must_wait(wait)

    def failed(self, error: FeltjournalError) -> None:
        self.busy.stop()
        self.field.line.setReadOnly(False)
        self.field.fail(refusal(error))
        if isinstance(error, WrongPassphrase | TooManyAttempts):
            self._must_wait(error.wait, error)
        self._read.setVisible(isinstance(error, ReadOnly | DiskFull | DiskFailing))
        self._mend.setVisible(self._can_mend and isinstance(error, VaultDamaged))
        if isinstance(error, DeviceSecretMissing | DeviceSecretForeign | PassphraseOff):
            self._recover.setVisible(self._can_recover)

    def _ask_to_read(self) -> None:
        self.busy.start()
        self.asked_to_read.emit(self.field.line.text())

    def _ask(self) -> None:
        passphrase = self.field.line.text()
        if not passphrase:
            self.field.fail(self.tr("Skriv din adgangskode."))
        elif not self.busy.button.isEnabled():
            announce.say(self, wait_sentence(self._left))
        else:
            self.field.show_error("")
            self.field.line.setReadOnly(True)
            self.busy.start()
            self.asked.emit(passphrase)

    def _must_wait(self, seconds: float, error: WrongPassphrase | TooManyAttempts | None = None) -> None:
        self._left, self._error = seconds, error
        self.busy.hold(seconds > 0)
        if seconds > 0:
            self._second.start()
            self._say_how_long()

    def _say_how_long(self) -> None:
        if self._error is None or self._left <= 0:
            self.field.say(wait_sentence(self._left))
        else:
            self.field.show_error(explain(type(self._error)(self._left)), quiet=True)

    def _count_down(self) -> None:
        self._left -= 1
        self._say_how_long()
        if self._left <= 0:
            self._second.stop()
            self.busy.hold(False)

    def _show_way_back(self) -> None:
        self._way_back.show()
        self._recover.setVisible(self._can_recover)
        announce.say(self._way_back, self._way_back.text())
