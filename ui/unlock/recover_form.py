"""The way back in: a request to hand over, the municipality's answer, and a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QScrollArea, QWidget

from app.errors import FeltjournalError, PassphraseTooWeak
from ui.text import explain
from ui.theme import theme
from ui.unlock.busy import BusyButton
from ui.unlock.passphrase_field import PassphraseField
from ui.unlock.presenter import acceptable, strength_words
from ui.widgets import announce
from ui.widgets.boxes import column
from ui.widgets.field_group import FieldGroup
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.qr_code import QrCode

if TYPE_CHECKING:
    from app.services.unlock import Asked


class RecoverForm(QWidget):
    """`answered(answer, passphrase)`; then `failed(error)`, or the form is gone. `back`: leave everything as it is.

    The other half of the request is in this window's memory alone: another window asks anew.
    """

    answered = Signal(str, str)
    back = Signal()

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        what = self.tr(
            "Send anmodningen til kommunens genskabelsesansvarlige, for eksempel i en mail, eller lad dem læse QR-koden fra "
            "skærmen. Læs journalens nummer op for dem i telefonen. To af dem svarer sammen. Luk ikke vinduet, før svaret "
            "er her."
        )
        self.request = _field(asked.text, rows=3)
        self.request.setReadOnly(True)
        copy = QPushButton(self.tr("Kopiér anmodningen"))
        copy.clicked.connect(self._copy)
        self._show = QPushButton(self.tr("Vis som QR-kode"))
        self._show.clicked.connect(self._turn)
        self.code: QrCode | None = None
        self._code = column(gap=0)
        self.answer = _field("", rows=3)
        self._answer = FieldGroup(
            self.tr("Svaret fra kommunen"), self.answer, self.tr("Det begynder med fja1.")
        )
        self.first = PassphraseField(self.tr("Vælg en ny adgangskode"), strength_words(""))
        self.again = PassphraseField(self.tr("Skriv den igen"))
        self.first.line.textChanged.connect(self._judge)
        self.again.line.textEdited.connect(lambda: self.again.show_error(""))
        self.busy = BusyButton(self.tr("Luk mig ind"), self.tr("Giver journalen nye nøgler …"))
        self.busy.pressed.connect(self._send)
        back = QPushButton(self.tr("Tilbage"))
        back.setProperty("kind", "quiet")
        back.clicked.connect(self.back)
        column(
            self, label(what, "muted", wrap=True), label(self.tr("Journalens nummer"), "small"),
            label(_grouped(asked.vault), wrap=True), FieldGroup(self.tr("Anmodning"), self.request),
            Flow(copy, self._show), self._code, self._answer, self.first, self.again, self.busy, back, gap=3,
        )  # fmt: skip
        for field in (self.first, self.again):
            field.submitted.connect(self._send)
        self.setFocusProxy(copy)

    def failed(self, error: FeltjournalError) -> None:
        self.busy.stop()
        if isinstance(error, PassphraseTooWeak):
            self.first.fail(strength_words(self.first.line.text()))
        else:
            self._answer.show_error(explain(error))
            self.answer.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(
            self._asked.text
        )  # nothing secret: only two keys together read it
        announce.say(self, self.tr("Anmodningen er kopieret."))

    def _turn(self) -> None:
        """Show or hide the code; what it says stands in the field above it."""
        if self.code is None:
            self.code = QrCode(
                self._asked.text,
                self.tr("Anmodningen som QR-kode. Den samme tekst står i feltet Anmodning og kan kopieres."),
            )
            self._code.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
            self.code.hide()
        shown = self.code.isHidden()
        self.code.setVisible(shown)
        self._show.setText(self.tr("Skjul QR-koden") if shown else self.tr("Vis som QR-kode"))
        announce.say(self, self.code.accessibleName() if shown else self.tr("QR-koden er skjult."))
        QTimer.singleShot(0, self, self._bring_into_view)  # when there is room for it

    def _bring_into_view(self, again: int = 2) -> None:
        """`again`: the page may not have found its height the first time it is asked."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self.code is not None and self.code.isVisible():
            QCoreApplication.sendPostedEvents(
                None, QEvent.Type.LayoutRequest.value
            )  # it has its place only now
            area.ensureWidgetVisible(self.code, 0, 0)
            if again:
                QTimer.singleShot(0, self, lambda: self._bring_into_view(again - 1))

    def _judge(self, passphrase: str) -> None:
        self.first.show_error("")
        self.first.say(strength_words(passphrase))

    def _send(self) -> None:
        first, answer = self.first.line.text(), self.answer.toPlainText().strip()
        self._answer.show_error("")
        if not answer:
            self._answer.show_error(self.tr("Sæt svaret fra kommunen ind."))
        elif not acceptable(first, first):
            self.first.fail(strength_words(first))
        elif first != self.again.line.text():
            self.again.fail(self.tr("De to er ikke ens. Skriv den samme adgangskode igen."))
        elif self.busy.button.isEnabled():
            self.busy.start()
            self.answered.emit(answer, first)


def _field(text: str, *, rows: int) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setProperty("kind", "field")
    made.setFixedHeight(theme().size("control") * rows)
    made.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
    return made


def _grouped(number: str) -> str:
    """To be read out: four signs at a time."""
    return " ".join(number[n : n + 4] for n in range(0, len(number), 4))
