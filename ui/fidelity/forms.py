"""The forms of a review: begin one, and write a remark and a recommendation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.review import ItemScore, ReviewKind
from app.reports import scale
from ui.fidelity.view import review_kind
from ui.text.numbers import said
from ui.widgets.form import Form

translate = QCoreApplication.translate
MONTHS = (3, 6, 12)


class BeginForm(Form):
    """`people`: person id → name, of those who can review besides who begins. `used`: the scale's id that is offered."""

    def __init__(self, people: Mapping[str, str], used: str, parent: QWidget) -> None:
        super().__init__(
            translate("Fidelity", "Ny gennemgang"), translate("Fidelity", "Begynd gennemgangen"), parent
        )
        self.kind = self.choice(
            "kind", self.tr("Slags"), [(kind.value, review_kind(kind)) for kind in ReviewKind]
        )
        self.months = self.choice(
            "months",
            self.tr("Periode"),
            [(str(n), self.tr("De seneste %1 måneder").replace("%1", str(n))) for n in MONTHS],
            "6",
        )
        scales = [(one.id, said(one.name)) for one in scale.shelf()]
        self.scale = self.choice("scale", self.tr("Skala"), scales, used)
        self.first = self.choice(
            "first", self.tr("Den, der vurderer"), [("", self.tr("Mig")), *people.items()]
        )
        self.second = self.choice("second", self.tr("Den anden, der vurderer"), [("", "–"), *people.items()])
        self.finish()


class TaskForm(Form):
    """`people`: person id → name of the others; nobody chosen is who is logged in."""

    def __init__(self, people: Mapping[str, str], due: date, parent: QWidget) -> None:
        super().__init__(
            translate("Fidelity", "Anbefalingen som opgave"), translate("Fidelity", "Lav opgaven"), parent
        )
        self.owner = self.choice("owner", self.tr("Hvem gør det"), [("", self.tr("Mig")), *people.items()])
        self.due = self.day("due_on", self.tr("Senest"), due)
        self.finish()


class RemarkForm(Form):
    def __init__(self, stands: ItemScore | None, parent: QWidget) -> None:
        super().__init__(
            translate("Fidelity", "Bemærkning og anbefaling"), translate("Fidelity", "Gem"), parent
        )
        self.comment = self.long_text("comment", self.tr("Bemærkning"), stands.comment if stands else "")
        self.advice = self.long_text(
            "recommendation", self.tr("Anbefaling"), stands.recommendation if stands else ""
        )
        self.finish()
