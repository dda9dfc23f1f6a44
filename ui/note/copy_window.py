"""A rescue copy comes home: which file, and the note goes on where it was left."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from app.errors import FeltjournalError
from app.services import rescue_copy
from ui.desk import Desk
from ui.text import explain
from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import column, row
from ui.widgets.labels import label


class CopyWindow(QDialog):
    """Esc closes and changes nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWindowTitle("Feltjournal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        about = self.tr(
            "En redningskopi er et notat, som disken ikke ville tage, gemt krypteret i en mappe, du valgte. Kun denne "
            "journal og kommunens genskabelsesnøgle kan læse den. Notatet bliver en kladde igen; er kladden her nyere, "
            "bliver den, som den er."
        )
        self.choose = QPushButton(self.tr("Vælg filen …"))
        self.choose.setProperty("kind", "primary")
        self.choose.setDefault(True)
        self.choose.clicked.connect(self._ask)
        self.problem = label("", "stop", wrap=True)
        self.problem.hide()
        cancel = QPushButton(self.tr("Annuller"))
        cancel.setProperty("kind", "quiet")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        column(
            self, label(self.tr("Hent redningskopi"), "h1"), label(about, "muted", wrap=True), self.problem, self.choose,
            row(None, cancel, None), margins=(6, 5, 6, 5), gap=3,
        )  # fmt: skip
        self.setFixedWidth(theme().size("card"))
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, path: Path) -> None:
        job = partial(rescue_copy.take, path=path, now=self._desk.now())
        self._desk.work.run(self, job, self._taken, self._failed)

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Hent redningskopi"), str(Path.home()), f"*{rescue_copy.SUFFIX}",
            options=QFileDialog.Option.DontUseNativeDialog,
        )  # fmt: skip
        if name:
            self.take(Path(name))

    def _taken(self, taken: rescue_copy.Taken) -> None:
        if taken.newer:
            self._desk.tell(self.tr("Kladden her er nyere end kopien og er, som den var."))
        else:
            self._desk.tell(self.tr("Redningskopien er en kladde igen. Du kan slette filen."))
        self._desk.open("note", taken.draft)
        self.close()

    def _failed(self, error: FeltjournalError) -> None:
        self.problem.setText(explain(error))
        self.problem.show()
        announce.say(self.problem, self.problem.text(), urgent=True)


def open_copy(desk: Desk, target: object) -> CopyWindow:
    del target
    return CopyWindow(desk)
