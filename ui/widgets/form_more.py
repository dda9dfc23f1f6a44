"""Fields a form needs now and then: a number, a day that may be open, several of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from ui.widgets.flow import Flow
from ui.widgets.form import Form

translate = QCoreApplication.translate
_YEARS = range(1900, 2200)
_DAY = re.compile(r"\s*(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})\s*")


def number(form: Form, id: str, name: str, value: int, *, most: int, suffix: str = "") -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, most)
    made.setValue(value)
    made.setSuffix(suffix)
    made.setGroupSeparatorShown(True)
    form.field(id, name, made)
    return made


def open_day(form: Form, id: str, name: str, value: date | None, hint: str = "") -> QLineEdit:
    """A day written as 23.11.2026; empty when it is not known or has no end."""
    made = QLineEdit(f"{value:%d.%m.%Y}" if value else "")
    made.setPlaceholderText(translate("FormMore", "dd.mm.åååå"))
    form.field(id, name, made, hint)
    return made


def read_day(field: QLineEdit) -> date | str | None:
    """The day, None for an empty field, and the words themselves where they name no day: a use case refuses those."""
    words = field.text().strip()
    if not words:
        return None
    match = _DAY.fullmatch(words)
    try:
        found = date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return words
    return found if found is not None and found.year in _YEARS else words


class Checks(QWidget):
    """Several of a list, each with a box of its own."""

    def __init__(self, options: Sequence[tuple[str, str]], chosen: str) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        line = Flow(gap=4, between=1.5, parent=self)
        for code, words in options:
            box = QCheckBox(words)
            self._boxes[code] = box
            line.addWidget(box)
        self.choose(chosen)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def choose(self, chosen: str) -> None:
        """These, and no others."""
        held = set(chosen.split())
        for code, box in self._boxes.items():
            box.setChecked(code in held)

    def codes(self) -> str:
        """The codes that are checked, with spaces, in the order of the list."""
        return " ".join(code for code, box in self._boxes.items() if box.isChecked())


def checks(form: Form, id: str, name: str, options: Sequence[tuple[str, str]], chosen: str = "") -> Checks:
    made = Checks(options, chosen)
    form.field(id, name, made)
    return made
