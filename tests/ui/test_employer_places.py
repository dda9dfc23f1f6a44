"""An employer's people, and two entries made one, from the employer's page."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton

from app.services import employers, workplaces
from tests.ui.stage import CTRL, Key, Stage, clipped, nameless, stage
from ui.employers.places import PlacesDialog
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
