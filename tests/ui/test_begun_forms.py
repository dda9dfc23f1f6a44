"""What was typed of a new candidate or employer is there again after a lock; a CPR number never is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services import form_drafts
from app.settings import Settings
from tests.ui.stage import Stage, staged
from tests.vault_parts import NOW
from ui.agenda.form_keeper import FormKeeper
from ui.theme import Theme
from ui.widgets.form import Form


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    del look
    yield from staged(qtbot, tmp_path / "vault", Settings(), ("caseload", "employers"))


def _opened(stage: Stage, command: str) -> Form:
    stage.window.commands.run(command)
    stage.settle()
    (form,) = (one for one in stage.window.findChildren(Form) if one.isVisible())
    return form


def _lock(stage: Stage, form: Form) -> None:
    for keeper in stage.window.findChildren(FormKeeper):
        keeper.flush()
    form.deleteLater()
    stage.settle()


def _fill(form: Form, **words: str) -> None:
    form.restore(words, {})


def test_a_new_candidate_that_was_begun_comes_back_without_the_cpr_number(stage: Stage) -> None:
    stage.go("caseload")
    form = _opened(stage, "caseload.new")
    _fill(form, name="Kim Prøve", cpr="710384-0000", phone="12 34 56 78")
    _lock(stage, form)
    kept = stage.ask(partial(form_drafts.open_draft, kind="candidate", now=NOW))
    assert kept is not None
    assert "710384" not in "".join(kept.texts.values())
    again = _opened(stage, "caseload.new").words()
    assert (again["name"], again["phone"], again["cpr"]) == ("Kim Prøve", "12 34 56 78", "")


def test_a_new_employer_that_was_begun_comes_back_until_it_is_stored(stage: Stage) -> None:
    stage.go("employers")
    form = _opened(stage, "employers.new")
    _fill(form, name="Bageri Juhl", city="Odense")
    _lock(stage, form)
    again = _opened(stage, "employers.new")
    assert (again.words()["name"], again.words()["city"]) == ("Bageri Juhl", "Odense")
    again.asked.emit()
    stage.settle()
    assert stage.ask(partial(form_drafts.open_draft, kind="employer", now=NOW)) is None


def test_the_employer_that_was_here_already_leaves_no_draft(stage: Stage) -> None:
    stage.employer("Bageri Juhl")
    stage.go("employers")
    form = _opened(stage, "employers.new")
    _fill(form, name="Bageri Juhl")
    form.asked.emit()
    stage.settle()
    form.alike.use.emit(stage.employer("Café Kornblomst"))  # type: ignore[attr-defined]
    stage.settle()
    assert stage.ask(partial(form_drafts.open_draft, kind="employer", now=NOW)) is None
