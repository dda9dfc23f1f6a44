"""When the disk will not take the text: a sealed copy of it in another folder, and what is said of that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import FeltjournalError
from app.services import rescue_copy
from app.services.journal import NoteFields
from ui.desk import Desk
from ui.text import dates, explain

_FORM = QFileDialog.Option.ShowDirsOnly | QFileDialog.Option.DontUseNativeDialog


class Rescuing(QObject):
    """`copied`: the hour at which a copy of the text as it stands was made; "" when it was changed since."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        collect: Callable[[], NoteFields | None],
        draft: UUID,
        corrects: UUID | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._collect, self._window = desk, collect, parent
        self._draft, self._corrects = draft, corrects
        self._edits = 0
        self.copied = ""

    def touch(self) -> None:
        """The text is another one now."""
        self._edits += 1
        self.copied = ""

    def ask(self) -> None:
        """Which folder? One of Qt's own dialogs: the system's cannot be used by a program nobody may look into."""
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Gem redningskopi i en anden mappe"), str(Path.home()), _FORM
        )
        if folder:
            self.copy_to(Path(folder))

    def copy_to(self, folder: Path) -> None:
        note = self._collect()
        if note is None:
            return
        make = partial(
            rescue_copy.make, note=note, id=self._draft, corrects=self._corrects, folder=folder, now=self._desk.now()
        )  # fmt: skip
        edits = self._edits
        self._desk.work.run(self, make, lambda made: self._made(made, edits), self._failed)

    def _made(self, made: rescue_copy.Made, edits: int) -> None:
        if edits == self._edits:
            self.copied = dates.clock(self._desk.now(), self._desk.now())
        said = self.tr(
            "En krypteret redningskopi er gemt. Når der er plads igen, gemmes teksten af sig selv. Lukker du "
            "Feltjournal før det, så hent kopien under Journal, Hent redningskopi."
        )
        cut = self.tr("Det, vagten stopper, er ikke med.") if made.cut else ""
        self._desk.tell(f"{said} {cut}".strip(), urgent=True)
        self.changed.emit()

    def _failed(self, error: FeltjournalError) -> None:
        self._desk.tell(explain(error), urgent=True)
