"""The journal can be written to and not read: a note for later, and the way to the server that opens it again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from app.errors import FeltjournalError
from app.services.lease import Standing
from ui.text import explain
from ui.theme import theme
from ui.unlock import lease_words
from ui.unlock.busy import BusyButton
from ui.widgets import announce
from ui.widgets.boxes import column
from ui.widgets.field_group import FieldGroup
from ui.widgets.labels import label

_PAUSE_MS = 1000


class LeaseForm(QWidget):
    """`met`: meet the server, then `failed` or `still`, or the form is gone. `wrote(id, text)`: keep it, then `kept`."""

    met = Signal()
    wrote = Signal(object, str)

    def __init__(self, standing: Standing, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id, self._dirty = uuid4(), False
        box = column(self, gap=3)
        for sentence in lease_words.sentences(standing, now):
            box.addWidget(label(sentence, wrap=True))
        self.busy = BusyButton(self.tr("Mød serveren"), self.tr("Spørger serveren …"))
        self.busy.pressed.connect(self._meet)
        self._answer = label("", "warn", wrap=True)
        self._answer.hide()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setProperty("kind", "field")
        self.text.setMinimumHeight(theme().size("control") * 3)
        self.text.textChanged.connect(self._touched)
        self.note = FieldGroup(
            self.tr("Skriv et notat til senere"),
            self.text,
            self.tr("Skriv, hvem det handler om, så du kan lægge det på plads. Det gemmes, mens du skriver."),
        )
        self._done = QPushButton(self.tr("Nyt notat"))
        self._done.setProperty("kind", "quiet")
        self._done.clicked.connect(self._begin_next)
        for part in (self.busy, self._answer, self.note, self._done):
            box.addWidget(part)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.hand_in)
        self.setFocusProxy(self.busy.button)

    def failed(self, error: FeltjournalError) -> None:
        self._say(explain(error))

    def still(self, standing: Standing, now: datetime) -> None:
        self._say(lease_words.still(standing, now))

    def kept(self, id: UUID, *, cut: bool) -> None:
        if id == self._id and not self._dirty:
            self.note.show_hint(lease_words.kept(cut=cut))

    def not_kept(self, error: FeltjournalError) -> None:
        self._dirty = True
        self.note.show_error(explain(error))

    def hand_in(self) -> None:
        """What is not kept yet."""
        self._pause.stop()
        if self._dirty:
            self._dirty = False
            self.wrote.emit(self._id, self.text.toPlainText())

    def _touched(self) -> None:
        self._dirty = True
        self._pause.start()

    def _begin_next(self) -> None:
        self.hand_in()
        if self.text.toPlainText():
            self._id = uuid4()
            self.text.blockSignals(True)
            self.text.clear()
            self.text.blockSignals(False)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _meet(self) -> None:
        self._answer.hide()
        self.busy.start()
        self.met.emit()

    def _say(self, sentence: str) -> None:
        self.busy.stop()
        self._answer.setText(sentence)
        self._answer.show()
        announce.say(self._answer, sentence)
