"""The form of the yearly implementation survey."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from app.reports.survey import CELLS, QUESTIONS, TABLES, Question, Table
from app.services.survey import MOST, Staff
from ui.text.numbers import said
from ui.theme import theme
from ui.widgets.boxes import row
from ui.widgets.form import Form
from ui.widgets.labels import label

translate = QCoreApplication.translate
_LAST_OF_STAFF = "consultants_untrained"


class SurveyForm(Form):
    """What is not counted by the program, for one year. It goes with every export of the team's figures. Of a table as many
    rows stand there as are filled, and the button brings the next."""

    def __init__(self, year: int, parent: QWidget) -> None:
        title = translate("Figures", "Landsundersøgelsen %1").replace("%1", str(year))
        super().__init__(title, translate("Figures", "Gem svarene"), parent)
        self.thanks = self.tr("Svarene er gemt og kommer med i tallene.")
        self.lines: dict[str, QLineEdit] = {}
        self.boxes: dict[str, QComboBox] = {}
        self.more: dict[str, QPushButton] = {}
        self.staff = label("", "muted", wrap=True)
        for one in QUESTIONS:
            self._ask_one(one)
            if one.code == _LAST_OF_STAFF:
                self.show_widget(self.staff)
        for table in TABLES:
            self._ask_table(table)
        self.fit(theme().size("cardWide"), theme().size("cardWide"))
        self.finish()

    def _ask_one(self, one: Question, name: str = "") -> None:
        name = name or said(one.text)
        if one.choices:
            options = [("", "–"), *((code, said(words)) for code, words in one.choices.items())]
            self.boxes[one.code] = self.choice(one.code, name, options)
            return
        field = self.text(one.code, name)
        if one.number:
            field.setValidator(QIntValidator(0, MOST, field))
        self.lines[one.code] = field

    def _ask_table(self, table: Table) -> None:
        self.show_widget(label(said(table.text), "medium"))
        cells = {one.code: one for one in table.cells()}
        for n in range(table.rows):
            ids = [table.cell(n, column.code) for column in table.columns]
            for id in ids:
                number = f"{n + 1}. " if id == ids[0] else ""
                self._ask_one(cells[id], number + said(cells[id].text))
                self.groups[id].field.setAccessibleName(f"{said(table.text)} {n + 1}: {said(cells[id].text)}")
            for first in range(0, len(ids), 2):
                self.beside(*ids[first : first + 2])
        text = translate("Figures", "Tilføj %1").replace("%1", said(table.one))
        button = self.more[table.code] = QPushButton(text)
        button.setProperty("kind", "small")
        button.clicked.connect(partial(self._one_more, table))
        holder = QWidget()
        row_ = row(button, None)
        row_.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row_)
        self.show_widget(holder)
        self._show_rows(table, 1)

    def _filled(self, table: Table) -> int:
        """How many rows there are up to the last that is not empty."""
        given = self.answers()
        return max((n + 1 for n in range(table.rows) if table.row(given, n)), default=0)

    def _show_rows(self, table: Table, rows: int) -> None:
        for n in range(table.rows):
            for column in table.columns:
                self.groups[table.cell(n, column.code)].setVisible(n < rows)
        self.more[table.code].setVisible(rows < table.rows)

    def _one_more(self, table: Table) -> None:
        first = table.columns[0].code
        here = [n for n in range(table.rows) if not self.groups[table.cell(n, first)].isHidden()]
        self._show_rows(table, len(here) + 1)
        self.groups[table.cell(len(here), first)].setFocus()

    def _tell_of(self, staff: Staff) -> None:
        """Where the numbers about training come from, and who is wanting in them."""
        told = [self.tr("Talt: %1.").replace("%1", self._counts(staff))] if staff.counted else []
        if staff.unsaid:
            told.append(
                self.tr("Har ikke skrevet deres IPS-uddannelse (Kalender > Tid): %1.").replace(
                    "%1", ", ".join(staff.unsaid)
                )
            )
        self.staff.setText(" ".join(told))
        self.staff.setVisible(bool(told))

    def _counts(self, staff: Staff) -> str:
        names = {one.code: said(one.text) for one in QUESTIONS}
        return ", ".join(f"{names[code]} {many}" for code, many in staff.counted.items())

    def show_answers(self, given: Mapping[str, int | str], staff: Staff) -> None:
        self._tell_of(staff)
        for code, box in self.boxes.items():
            if not box.currentData():
                box.setCurrentIndex(max(0, box.findData(given.get(code, ""))))
        for code, field in self.lines.items():
            if not field.isModified():
                field.setText(str(given.get(code, "")))
                field.setCursorPosition(0)  # a name is known by how it begins
        for table in TABLES:
            self._show_rows(table, max(1, self._filled(table)))

    def answers(self) -> dict[str, int | str]:
        """What stands in the form; an empty field is no answer."""
        texts = {code: field.text().strip() for code, field in self.lines.items()}
        texts |= {code: str(box.currentData() or "") for code, box in self.boxes.items()}
        numbers = {one.code for one in CELLS if one.number}
        return {code: int(text) if code in numbers else text for code, text in texts.items() if text}
