"""Kandidater by keyboard on a real vault: look, write, tick, put off, appoint, correct; and leave no name behind."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

import pytest
from shiboken6 import isValid

from app.services import calendar
from app.store.access import Action
from tests.ui.caseload_parts import (
    _back_in_front,
    _form,
    _meeting,
    _menu,
    _notes,
    _page,
    _seen,
    _swept,
    _task,
    _two,
    _words_on_screen,
    _write,
    stage,
)
from tests.ui.stage import CTRL, MILD, SHIFT, SLIP, Key, Stage, clipped, focus, nameless
from tests.vault_parts import NOW
from ui.widgets.form import Form

pytestmark = pytest.mark.screen

__all__ = ["stage"]


def test_the_list_has_the_focus_and_the_first_is_shown(stage: Stage) -> None:
    amira, _ = _two(stage)
    page = _page(stage)
    assert page.roster.cards.hasFocus()
    assert page.candidate.name.whole_text() == "Amira Holm"
    assert _seen(stage, amira)[:2] == [Action.TIMELINE, Action.VIEW]


def test_the_arrow_shows_the_next_and_the_access_log_tells_of_both(stage: Stage) -> None:
    _, bo = _two(stage)
    page = _page(stage)
    stage.press(Key.Key_Down)
    stage.settle()
    assert page.candidate.name.whole_text() == "Bo Åberg"
    assert _seen(stage, bo)[:2] == [Action.TIMELINE, Action.VIEW]


def test_nobody_is_read_before_the_page_is_looked_at(stage: Stage) -> None:
    amira, _ = _two(stage)
    stage.settle()
    assert Action.VIEW not in _seen(stage, amira)


def test_a_page_nobody_looks_at_is_read_again_only_when_somebody_does(stage: Stage) -> None:
    amira, _ = _two(stage)
    page = _page(stage, amira)
    stage.go("today")
    before = _seen(stage, amira).count(Action.VIEW)
    _write(stage, amira)
    stage.settle()
    assert _seen(stage, amira).count(Action.VIEW) == before
    _page(stage)
    assert _seen(stage, amira).count(Action.VIEW) == before + 1
    assert page.candidate.timeline.rows.rowCount() == 2


def test_an_answer_that_comes_too_late_is_not_shown(stage: Stage) -> None:
    for number in range(8):
        stage.candidate(f"Kandidat {number}", case_no=str(number))
    page = _page(stage)
    for _ in range(7):
        stage.press(Key.Key_Down)
    stage.settle()
    assert page.candidate.name.whole_text() == "Kandidat 7"


def test_what_is_typed_narrows_the_list_with_danish_letters_or_without(stage: Stage) -> None:
    _two(stage)
    page = _page(stage)
    stage.press(Key.Key_F, CTRL)
    stage.type("aaberg")
    stage.press(Key.Key_Down)
    assert page.roster.cards.hasFocus()
    assert page.roster.cards.rows.rowCount() == 1
    stage.settle()
    assert page.candidate.name.whole_text() == "Bo Åberg"
    stage.press(Key.Key_F, CTRL)
    stage.press(Key.Key_Escape)
    assert page.roster.cards.rows.rowCount() == 2


def test_a_reload_keeps_the_filter_the_row_and_the_focus(stage: Stage) -> None:
    amira, bo = _two(stage)
    page = _page(stage, bo)
    page.roster.filters._buttons["job"].click()
    page.roster.cards.setFocus()
    _task(stage, amira)
    stage.settle()
    assert page.roster.filters.current() == "job"
    assert page.roster.cards.current_id() == bo
    assert page.roster.cards.hasFocus()


def test_who_is_asked_for_from_elsewhere_comes_out_from_behind_filter_and_search(stage: Stage) -> None:
    amira, bo = _two(stage)
    page = _page(stage, bo)
    page.roster.filters._buttons["job"].click()
    page.roster.search.setText("bo")
    assert page.roster.cards.rows.rowCount() == 1
    stage.go("caseload", amira)
    assert page.roster.cards.current_id() == amira
    assert (page.roster.filters.current(), page.roster.search.text()) == ("all", "")


def test_ctrl_n_writes_about_the_candidate_on_the_screen(stage: Stage) -> None:
    _, bo = _two(stage)
    _page(stage, bo)
    stage.press(Key.Key_N, CTRL)
    (window,) = _notes()
    stage.settle()
    assert window.head.picker.chosen() == bo


def test_enter_goes_into_the_course_and_enter_on_a_note_opens_it_for_correction(stage: Stage) -> None:
    amira, _ = _two(stage)
    note = _write(stage, amira)
    page = _page(stage, amira)
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(page.candidate.timeline.hasFocus)
    assert page.candidate.timeline.current_id() is not None
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: bool(_notes()), timeout=10_000)
    assert _notes()[0]._corrects == note.id
    assert Action.NOTE in _seen(stage, amira)


def test_a_corrected_note_shows_what_stood_before_when_it_is_unfolded(stage: Stage) -> None:
    amira, _ = _two(stage)
    note = _write(stage, amira, facts="Vi talte om to formiddage.")
    _write(stage, amira, facts="Vi talte om tre formiddage.", corrects=note.id)
    page = _page(stage, amira)
    timeline = page.candidate.timeline
    timeline.setFocus()
    folded = timeline.sizeHintForIndex(timeline.currentIndex()).height()
    assert "Rettet i dag" in str(timeline.currentIndex().data())
    stage.press(Key.Key_Space)
    assert timeline.sizeHintForIndex(timeline.currentIndex()).height() > folded


def test_a_note_that_was_found_is_the_current_one(stage: Stage) -> None:
    amira, _ = _two(stage)
    first = _write(stage, amira, facts="Den første.")
    _write(stage, amira, facts="Den anden.")
    page = _page(stage, ("note", amira, first.id))
    stage.qtbot.waitUntil(page.candidate.timeline.hasFocus)
    assert "Den første" in str(page.candidate.timeline.currentIndex().data())


def test_space_does_a_step_and_ctrl_z_takes_it_back(stage: Stage) -> None:
    amira, _ = _two(stage)
    id = _task(stage, amira)
    page = _page(stage, amira)
    page.candidate.side.steps.setFocus()
    stage.press(Key.Key_Space)
    stage.qtbot.waitUntil(lambda: stage.toast() == "Gjort: Print CV", timeout=10_000)
    stage.settle()
    assert _is_done(stage, id)
    assert page.candidate.side.steps.isAncestorOf(focus())
    stage.press(Key.Key_Z, CTRL)
    stage.settle()
    assert not _is_done(stage, id)


def _is_done(stage: Stage, id: UUID) -> bool:
    return id in {row.task.id for row in stage.ask(partial(calendar.tasks, now=NOW, done=True))}


def test_delete_puts_a_step_off_and_ctrl_z_takes_it_back(stage: Stage) -> None:
    amira, _ = _two(stage)
    _task(stage, amira)
    page = _page(stage, amira)
    page.candidate.side.steps.setFocus()
    stage.press(Key.Key_Delete)
    menu = _menu(stage)
    assert [one.text() for one in menu.actions()][:2] == [
        "I &morgen · tirs. 24. nov.",
        "&Næste uge · man. 30. nov.",
    ]
    stage.qtbot.keyClick(menu, Key.Key_N)
    stage.qtbot.waitUntil(lambda: stage.toast() == "Flyttet til man. 30. nov.", timeout=10_000)
    assert _due(stage) == "2026-11-30"
    _back_in_front(stage)
    stage.press(Key.Key_Z, CTRL)
    stage.settle()
    assert _due(stage) == "2026-11-23"


def _due(stage: Stage) -> str:
    (row,) = stage.ask(partial(calendar.tasks, now=NOW))
    return str(row.task.due_on)


def test_an_appointment_keeps_its_time_when_it_is_put_off_and_can_be_called_off(stage: Stage) -> None:
    amira, _ = _two(stage)
    id = _meeting(stage, amira)
    page = _page(stage, amira)
    page.candidate.side.steps.setFocus()
    stage.press(Key.Key_Delete)
    stage.qtbot.keyClick(_menu(stage), Key.Key_Return)
    stage.qtbot.waitUntil(lambda: stage.toast() == "Flyttet til i morgen", timeout=10_000)
    stage.settle()
    assert _appointment(stage, id).starts_at == NOW.replace(day=24, hour=12)
    _back_in_front(stage)
    stage.press(Key.Key_Delete)
    stage.qtbot.keyClick(_menu(stage), Key.Key_A)
    stage.qtbot.waitUntil(lambda: stage.toast() == "Aflyst: Ring til Bageri Juhl", timeout=10_000)
    assert _appointment(stage, id).cancelled_at is not None


def _appointment(stage: Stage, id: UUID) -> Any:
    return stage.ask(partial(calendar.open_appointment, id=id))


def test_a_new_appointment_is_made_by_keys_alone(stage: Stage) -> None:
    amira, _ = _two(stage)
    page = _page(stage, amira)
    stage.press(Key.Key_A, CTRL | SHIFT)
    form = _form(stage)
    assert not nameless(form)
    assert not clipped(form)
    stage.type("Besøg hos Bageri Juhl")
    stage.press(Key.Key_Return, CTRL)
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=10_000)
    stage.settle()
    rows = page.candidate.side.steps._rows
    assert [one.row.title for one in rows] == ["Besøg hos Bageri Juhl"]
    assert rows[0].row.note.startswith("I morgen")


def test_what_the_guard_stops_is_not_stored_and_the_field_says_why(stage: Stage) -> None:
    amira, _ = _two(stage)
    page = _page(stage, amira)
    stage.press(Key.Key_A, CTRL | SHIFT)
    form = _form(stage)
    stage.type(SLIP)
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: "Stop: Medicin" in _below(form), timeout=20_000)
    assert form.groups["title"].field.hasFocus()
    assert not form._keep.isVisible()
    assert not page.candidate.side.steps._rows
    stage.press(Key.Key_Escape)
    _swept(stage)
    assert not isValid(form)


def test_what_the_guard_asks_about_is_kept_with_one_press(stage: Stage) -> None:
    amira, _ = _two(stage)
    page = _page(stage, amira)
    stage.press(Key.Key_A, CTRL | SHIFT)
    form = _form(stage)
    stage.type(MILD)
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: "Overvej" in _below(form), timeout=20_000)
    stage.press(Key.Key_Tab)
    assert focus() is form._keep
    stage.press(Key.Key_Space)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=20_000)
    stage.settle()
    assert [one.row.title for one in page.candidate.side.steps._rows] == [MILD]


def _below(form: Form) -> str:
    return form.groups["title"]._below.text()


def test_an_empty_form_says_what_is_missing(stage: Stage) -> None:
    amira, _ = _two(stage)
    _page(stage, amira)
    stage.press(Key.Key_N, CTRL | SHIFT)
    form = _form(stage)
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: _below(form) == "Skal udfyldes.", timeout=10_000)
    stage.type("Print CV")
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: stage.toast() == "Næste skridt er gemt.", timeout=10_000)


def test_f2_corrects_what_is_known_of_the_candidate(stage: Stage) -> None:
    amira, _ = _two(stage)
    page = _page(stage, amira)
    stage.press(Key.Key_F2)
    form = _form(stage)
    assert not nameless(form)
    stage.type("Amira Holm Sørensen")
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: page.candidate.name.whole_text() == "Amira Holm Sørensen", timeout=10_000)
    assert Action.EDIT in _seen(stage, amira)


def test_a_new_candidate_is_shown_at_once(stage: Stage) -> None:
    page = _page(stage)
    stage.window.commands.run("caseload.new")
    form = _form(stage)
    stage.type("Yasmin Demir")
    stage.press(Key.Key_Tab)
    stage.type("710384-000")
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(
        lambda: bool(form.groups["cpr"]._below.text().startswith("Kan ikke")), timeout=10_000
    )
    stage.type("0")
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: page.candidate.name.whole_text() == "Yasmin Demir", timeout=10_000)


def test_the_cpr_number_is_shown_when_asked_for_written_down_and_hidden_when_the_page_is_left(
    stage: Stage,
) -> None:
    amira = stage.candidate("Amira Holm", cpr="710384-0000")
    page = _page(stage, amira)
    assert "0000" not in _words_on_screen()
    stage.window.commands.run("caseload.cpr")
    cpr = page.candidate.side.cpr
    stage.qtbot.waitUntil(lambda: cpr.text() == "710384-0000", timeout=10_000)
    assert _seen(stage, amira)[0] is Action.CPR
    assert page.candidate.side._time_is_up.interval() == 20_000
    stage.go("today")
    assert cpr.text() == "Vis CPR"
    assert "0000" not in _words_on_screen()


def test_the_cpr_number_goes_by_itself(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", cpr="710384-0000")
    page = _page(stage, amira)
    page.candidate.side._time_is_up.setInterval(1)
    page.candidate.side.cpr.click()
    stage.qtbot.waitUntil(lambda: Action.CPR in _seen(stage, amira), timeout=10_000)
    stage.qtbot.waitUntil(lambda: page.candidate.side.cpr.text() == "Vis CPR", timeout=10_000)
