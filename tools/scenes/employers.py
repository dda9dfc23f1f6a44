"""Arbejdsgivere in its states: the register, one employer, the forms, nothing yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.services import employers
from tools.scenes import Scene
from tools.scenes.workplace import Stage, page
from ui.employers.employer_form import EmployerForm
from ui.employers.page import EmployersPage
from ui.employers.twins import TwinsForm

SLIP = "Hun er begyndt på Sertralin 50 mg, så hun møder først kl. 10."


def _most_written(stage: Stage) -> None:
    """The employer with most to tell."""
    rows = stage.ask(employers.register)
    stage.window.go("employers", max(rows, key=lambda row: row.visits).employer.id)


def _contact(stage: Stage) -> QWidget | None:
    _most_written(stage)
    stage.settle()
    found = stage.window.findChild(EmployersPage)
    if found is None:
        return None
    stage.window.commands.run("employers.contact")
    form = found.contact.form
    if form is not None:
        form.about.setPlainText(SLIP)
        form.fits.setCurrentIndex(form.fits.findData("partly"))
        form.matched.choose("hours distance")
        form.asked.emit()
        stage.settle()
        form.setFixedSize(form.size())
    return form


def _alike(stage: Stage) -> QWidget | None:
    stage.window.commands.run("employers.new")
    form = stage.window.findChild(EmployerForm)
    if form is not None:
        form.lines["name"].setText(f"{stage.ask(employers.register)[0].employer.name} ApS")
        form.asked.emit()
        stage.settle()
        form.setFixedSize(form.size())
    return form


def _twins(stage: Stage) -> QWidget | None:
    stage.window.commands.run("employers.twins")
    stage.settle()
    form = stage.window.findChild(TwinsForm)
    if form is not None:
        form.setFixedSize(form.size())
    return form


def _inside(stage: Stage) -> None:
    """As where list and page take turns, and the page has its turn."""
    stage.window.setMinimumSize(640, 480)
    _most_written(stage)


SCENES: dict[str, Callable[[datetime], Scene]] = {
    "employers": page("employers", _most_written),
    "employers-inside": page("employers", _inside),
    "employers-empty": page("employers", of="empty"),
    "contact-form": page("employers", _contact),
    "employer-alike": page("employers", _alike),
    "employer-twins": page("employers", _twins),
}
