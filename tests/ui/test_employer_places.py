"""An employer's people, and two entries made one, from the employer's page."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton

from app.services import duplicates, employers, workplaces
from tests.ui.stage import CTRL, Key, Stage, clipped, nameless, stage
from tests.vault_parts import NOW
from ui.employers.places import PlacesDialog
from ui.employers.stale import StaleForm
from ui.employers.twins import TwinsForm
from ui.widgets.form import Form

__all__ = ["stage"]


def _dialog(stage: Stage) -> PlacesDialog:
    assert stage.window.commands.run("employers.places")
    dialog = stage.window.findChild(PlacesDialog)
    assert dialog is not None
    stage.settle()
    return dialog


def _ask(stage: Stage, dialog: PlacesDialog, words: str) -> Form:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == words).click()
    form = dialog.findChild(Form)
    assert form is not None
    stage.qtbot.waitUntil(form.isActiveWindow)
    return form


def test_a_person_is_added_and_two_entries_become_one(stage: Stage) -> None:
    juhl, twice = stage.employer("Bageri Juhl"), stage.employer("Bager Juul")
    stage.go("employers", juhl)
    stage.settle()
    dialog = _dialog(stage)
    assert not nameless(dialog)
    assert not clipped(dialog)
    form = _ask(stage, dialog, "Ny person")
    stage.type("Hanne Juhl")
    stage.qtbot.keyClick(form, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "Gemt her" in stage.toast(), timeout=10_000)
    stage.settle()
    form = _ask(stage, dialog, "Slå en anden linje sammen med denne")
    stage.type("bager juul")
    stage.press(Key.Key_Return)
    stage.qtbot.keyClick(form, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "er én nu" in stage.toast(), timeout=10_000)
    found = stage.ask(partial(workplaces.of_employer, id=juhl))
    assert [one.name for one in found.people] == ["Hanne Juhl"]
    assert [one.id for one in found.merged] == [twice]
    assert [row.employer.id for row in stage.ask(employers.register)] == [juhl]
    dialog.reject()


def test_a_person_nobody_has_needed_for_two_years_is_kept_or_forgotten(stage: Stage) -> None:
    """Data about people is not kept longer than it is needed (GDPR art. 5)."""
    juhl = stage.employer("Bageri Juhl")
    long_ago = NOW.date() - timedelta(days=800)
    for name in ("Hanne Juhl", "Lars Okholm"):
        told: dict[str, Any] = {"name": name, "phone": "+45 00 00 00 00", "seen_on": long_ago}
        stage._saved(partial(workplaces.add_person, employer=juhl, fields=told, now=NOW))
    stage.go("employers", juhl)
    assert stage.window.commands.run("employers.stale")
    stage.settle()
    shown = stage.window.findChild(StaleForm)
    assert shown is not None
    assert not nameless(shown)
    assert not clipped(shown)
    stage.press(Key.Key_Space)
    stage.settle()
    (left,) = stage.ask(lambda vault: workplaces.stale_people(vault, now=NOW))
    stage.press(Key.Key_Delete)
    stage.settle()
    assert stage.ask(lambda vault: workplaces.stale_people(vault, now=NOW)) == ()
    names = {one.name for one in stage.ask(partial(workplaces.of_employer, id=juhl)).people}
    assert names - {""} == {"Hanne Juhl", "Lars Okholm"} - {left.person.name}
    shown.reject()


def test_possible_duplicates_are_gone_through_by_keyboard(stage: Stage) -> None:
    for name in ("Bageri Juhl", "Bageri Juul", "Hotel Fjord", "Hotel Fjord ApS"):
        stage.employer(name)
    stage.go("employers")
    assert stage.window.commands.run("employers.twins")
    stage.settle()
    shown = stage.window.findChild(TwinsForm)
    assert shown is not None
    assert not nameless(shown)
    assert not clipped(shown)
    stage.press(Key.Key_Space)  # one
    stage.settle()
    assert "er én nu" in stage.toast()
    stage.press(Key.Key_Delete)  # two
    stage.settle()
    assert stage.ask(duplicates.found) == ()
    names = [row.employer.name for row in stage.ask(employers.register)]
    assert names == ["Bageri Juhl", "Hotel Fjord", "Hotel Fjord ApS"]
    shown.reject()
