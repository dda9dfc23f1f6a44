"""A dialog with how a figure was found, and the rows behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from app.domain.employment_form import EmploymentForm
from app.services.fidelity import Row
from ui.text import numbers, work_codes
from ui.theme import theme
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.figure_table import FigureTable
from ui.widgets.labels import label

translate = QCoreApplication.translate
# Of which list the code is that a row of a kind says.
_LISTS: Final = {
    "support": "support_contact.purpose", "meeting": "meeting.kind", "training": "ips_training.status",
    "time": "time_entry.place", "note": "time_entry.place",
}  # fmt: skip


class FoundDialog(QDialog):
    """`parts`: (name, text) of the definition. The rows come when the vault has answered. `wanted(participant id)`: Enter
    or a double click on a row about somebody."""

    wanted = Signal(object)

    def __init__(self, title: str, parts: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Feltjournal")
        self.setAccessibleName(title)
        self.setModal(True)
        self.table = FigureTable(self.tr("Rækkerne bag tallet"))
        self.table.setMinimumHeight(theme().size("barRow") * 4)
        self._rows: Sequence[Row] = ()
        self.table.activated.connect(lambda at: self._open(at.row()))
        self._count = label("", "muted", wrap=True)
        body = QWidget()
        texts = column(body, gap=2)
        for name, text in parts:
            texts.addLayout(column(None, label(name, "small"), label(text, wrap=True), gap=0))
        texts.addWidget(self._count)
        texts.addWidget(self.table, 1)
        close = QPushButton(self.tr("Luk"))
        close.clicked.connect(self.accept)
        whole = column(self, margins=(6, 5, 6, 5), gap=4)
        whole.addWidget(label(title, "title", wrap=True))
        whole.addWidget(scrolled(body), 1)
        whole.addLayout(row(None, close))
        self.resize(theme().size("cardWide"), theme().size("cardWide"))
        self.resize(self.size().boundedTo(parent.window().size()))
        self.finished.connect(parent.window().activateWindow)
        close.setFocus()

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        heads = (self.tr("Hvad"), self.tr("Dag"), self.tr("Antal"))
        self.table.show_rows(heads, [_cells(one) for one in rows])
        self.table.setVisible(bool(rows))
        shown = self.tr("%n række(r), nyeste først. Højst 200 vises.", "", len(rows))
        if any(one.participant for one in rows):
            shown += " " + self.tr("Enter åbner kandidatens kort.")
        self._count.setText(shown if rows else self.tr("Der er ingen enkelte rækker bag tallet."))

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._rows) and (whose := self._rows[at].participant) is not None:
            self.accept()
            self.wanted.emit(whose)


def _cells(one: Row) -> tuple[str, str, str]:
    what = " · ".join(part for part in (kind(one.kind), one.who, one.where, _says(one)) if part)
    return what, "" if one.on is None else numbers.full_day(one.on), numbers.number(one.amount)


def _says(one: Row) -> str:
    if isinstance(one.says, EmploymentForm):
        return work_codes.form(one.says)
    return work_codes.word(_LISTS.get(one.kind, ""), one.says) if one.says else ""


def kind(code: str) -> str:
    names = {
        "course": translate("Found", "Forløb"),
        "visit": translate("Found", "Arbejdsgiverkontakt"),
        "job": translate("Found", "Job"),
        "support": translate("Found", "Opfølgning"),
        "study": translate("Found", "Uddannelse"),
        "time": translate("Found", "Tid"),
        "note": translate("Found", "Notat"),
        "meeting": translate("Found", "Møde"),
        "training": translate("Found", "IPS-uddannelse"),
    }
    return names.get(code, "")
