"""The form of the yearly implementation survey."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.reports.survey import QUESTIONS
from app.services.survey import MOST
from ui.text.numbers import said
from ui.widgets.form import Form

translate = QCoreApplication.translate


class SurveyForm(Form):
    """What is not counted by the program, for one year. It goes with every export of the team's figures."""

    def __init__(self, year: int, parent: QWidget) -> None:
        title = translate("Figures", "Landsundersøgelsen %1").replace("%1", str(year))
        super().__init__(title, translate("Figures", "Gem svarene"), parent)
        self.thanks = self.tr("Svarene er gemt og kommer med i tallene.")
        self.lines: dict[str, QLineEdit] = {}
        self.boxes: dict[str, QComboBox] = {}
        for one in QUESTIONS:
            if one.choices:
                options = [("", "–"), *((code, said(words)) for code, words in one.choices.items())]
                self.boxes[one.code] = self.choice(one.code, said(one.text), options)
                continue
            field = self.text(one.code, said(one.text))
            if one.number:
                field.setValidator(QIntValidator(0, MOST, field))
            self.lines[one.code] = field
        self.finish()

    def show_answers(self, given: Mapping[str, int | str]) -> None:
        for code, box in self.boxes.items():
            if not box.currentData():
                box.setCurrentIndex(max(0, box.findData(given.get(code, ""))))
        for code, field in self.lines.items():
            if not field.isModified():
                field.setText(str(given.get(code, "")))

    def answers(self) -> dict[str, int | str]:
        """What stands in the form; an empty field is no answer."""
        texts = {code: field.text().strip() for code, field in self.lines.items()}
        texts |= {code: str(box.currentData() or "") for code, box in self.boxes.items()}
        numbers = {one.code for one in QUESTIONS if one.number}
        return {code: int(text) if code in numbers else text for code, text in texts.items() if text}
