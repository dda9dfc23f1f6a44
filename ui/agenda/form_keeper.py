"""Keeps a form that was begun: within a second of a change, at the lock, and until it is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QSpinBox, QTimeEdit, QWidget

from app.errors import FeltjournalError
from app.services import form_drafts
from ui.desk import Desk

PAUSE_MS = 700  # what is left of a second is for the guard and the disk


@dataclass(frozen=True, slots=True)
class Begun:
    """What a form holds: words, which the guard reads before they are kept, and everything else as text."""

    texts: Mapping[str, str]
    choices: Mapping[str, str] = field(default_factory=dict)
    participant: UUID | None = None

    def __repr__(self) -> str:
        return "Begun()"


class FormKeeper(QObject):
    """`kind`: one draft of each. `collect`: what the form holds now, or None when nothing in it is worth keeping."""

    def __init__(
        self, desk: Desk, form: QWidget, kind: str, collect: Callable[[], Begun | None], owner: QObject
    ) -> None:
        super().__init__(form)
        self._desk, self._kind, self._collect, self._owner = desk, kind, collect, owner
        self._dirty = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    def watch(self, root: QWidget) -> None:
        """Every field below `root`; once they are all there."""
        for line in root.findChildren(QLineEdit):
            line.textChanged.connect(self.touch)
        for text in root.findChildren(QPlainTextEdit):
            text.textChanged.connect(self.touch)
        for choice in root.findChildren(QComboBox):
            choice.currentIndexChanged.connect(self.touch)
        for day in (*root.findChildren(QDateEdit), *root.findChildren(QTimeEdit)):
            day.dateTimeChanged.connect(self.touch)
        for number in root.findChildren(QSpinBox):
            number.valueChanged.connect(self.touch)

    def touch(self) -> None:
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep it now, as at the lock: what is asked for before the vault closes is done before it closes."""
        self._timer.stop()
        if not self._dirty:
            return
        self._dirty = False
        begun, kind, now = self._collect() or Begun({}), self._kind, self._desk.now()
        self._desk.work.run(
            self._owner,
            lambda vault: form_drafts.save(
                vault, kind, texts=begun.texts, choices=begun.choices, participant=begun.participant, now=now
            ),
            lambda _: None,
            self._failed,
        )

    def stored(self) -> None:
        """The record is there; the draft goes."""
        self._timer.stop()
        self._dirty, kind = False, self._kind
        self._desk.work.run(self._owner, lambda vault: form_drafts.discard(vault, kind), lambda _: None)

    def _failed(self, _error: FeltjournalError) -> None:
        """The words stand on the screen; the next change tries again."""
        self._dirty = True
