"""Fidelitet and Tal in their states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.review import ReviewKind
from app.services import reviewing
from app.store import people
from app.vault.vault import Vault
from tools.scenes import Scene
from tools.scenes.workplace import NAME, Stage, page
from ui.fidelity.charts import ChartsDialog
from ui.fidelity.page import FidelityView
from ui.figures.page import FiguresView
from ui.figures.survey import SurveyForm
from ui.found.dialog import FoundDialog
from ui.found.export import ExportDialog
from ui.widgets.form import Form


def _item(code: str) -> Callable[[Stage], None]:
    def act(stage: Stage) -> None:
        stage.window.go("fidelity", code)
        stage.settle()
        found = stage.window.findChild(FidelityView)
        if found is not None:
            found.cards.choose(code)
            found.cards.chosen.emit(code)

    return act


def _review(stage: Stage) -> None:
    stage.ask(_as_leader)
    stage.ask(lambda vault: reviewing.begin(vault, kind=ReviewKind.SELF, now=stage.now))
    stage.settle()
    found = stage.window.findChild(FidelityView)
    if found is not None:
        found._reload()
    stage.settle()
    if (
        found is not None and found._page is not None
    ):  # the first counts the leader's own caseload, who has none
        found.arrive(found._page.items[3].item.code)
    stage.settle()


def _as_leader(vault: Vault) -> None:
    """In a jobcenter it is the leader who begins a review."""
    with vault.begin() as tx:
        people.introduce(tx, name=NAME, role="leader")


def _inside(stage: Stage) -> None:
    stage.window.setMinimumSize(640, 480)
    found = stage.window.findChild(FidelityView)
    stage.settle()
    if found is not None:
        found.cards.opened.emit("employer_frequency")


def _tables(stage: Stage) -> None:
    stage.window.commands.run("figures.table")


def _found(stage: Stage) -> QWidget | None:
    shown = stage.window.findChild(FiguresView)
    if shown is not None:
        shown.lists["employers"].opened.emit("contacts_week")
    stage.settle()
    dialog = stage.window.findChild(FoundDialog)
    if dialog is not None:
        dialog.setFixedSize(dialog.size())
    return dialog


def _export(stage: Stage) -> QWidget | None:
    stage.window.commands.run("figures.export")
    stage.settle()
    dialog = stage.window.findChild(ExportDialog)
    if dialog is not None:
        dialog.setFixedSize(dialog.size())
    return dialog


def _begin(stage: Stage) -> QWidget | None:
    stage.window.commands.run("fidelity.begin")
    form = stage.window.findChild(Form)
    if form is not None:
        form.setFixedSize(form.size())
    return form


def _charts(stage: Stage) -> QWidget | None:
    _review(stage)
    stage.window.commands.run("fidelity.charts")
    stage.settle()
    dialog = stage.window.findChild(ChartsDialog)
    if dialog is not None:
        dialog.setFixedSize(dialog.size())
    return dialog


def _survey(stage: Stage) -> QWidget | None:
    stage.window.commands.run("figures.survey")
    stage.settle()
    form = stage.window.findChild(Form)
    if form is not None:
        form.setFixedSize(form.size())
    return form


def _survey_tables(stage: Stage) -> QWidget | None:
    """The rows at its end, two partners among them."""
    form = _survey(stage)
    if isinstance(form, SurveyForm):
        for n, (name, role) in enumerate((("Socialstyrelsen", "implementation"), ("VIA", "teaching"))):
            form.lines[f"partners.{n}.name"].setText(name)
            form.boxes[f"partners.{n}.role"].setCurrentIndex(form.boxes[f"partners.{n}.role"].findData(role))
            form.more["partners"].click()
        stage.settle()
        form.ensurePolished()
        form.findChildren(QScrollArea)[0].verticalScrollBar().setValue(10_000)
        stage.settle()
    return form


def _wanting(stage: Stage) -> None:
    """This computer has not synchronised for twelve days."""

    def job(vault: Vault) -> None:
        with vault.begin() as tx:
            me = people.me(tx)
            since = stage.now.date() - timedelta(days=12)
            people.know(tx, [people.Colleague(me.person, me.name, me.role, since)])

    stage.ask(job)
    shown = stage.window.findChild(FiguresView)
    if shown is not None:
        shown._reload()
    stage.settle()


def _lower(stage: Stage) -> None:
    """The tables at the end of the page."""
    shown = stage.window.findChild(FiguresView)
    stage.settle()
    for area in shown.findChildren(QScrollArea) if shown is not None else []:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


SCENES: dict[str, Callable[[datetime], Scene]] = {
    "fidelity": page("fidelity", _item("employer_frequency")),
    "fidelity-review": page("fidelity", _review),
    "fidelity-inside": page("fidelity", _inside),
    "fidelity-empty": page("fidelity", of="empty"),
    "fidelity-begin": page("fidelity", _begin),
    "figures": page("figures"),
    "figures-tables": page("figures", _tables),
    "figures-empty": page("figures", of="empty"),
    "figures-found": page("figures", _found),
    "fidelity-charts": page("fidelity", _charts),
    "figures-wanting": page("figures", _wanting),
    "figures-lower": page("figures", _lower),
    "figures-survey": page("figures", _survey),
    "figures-survey-tables": page("figures", _survey_tables),
    "export": page("figures", _export),
}
