"""The sections of a candidate's page, by keyboard: an act of the course, a plan, a consent, a team, a note handed over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.participant import Phase
from app.services import alerts, authority, career, caseload, consents, course, journal, markers
from app.services.door import Typed
from app.services.journal import NoteFields
from app.settings import Settings
from tests.ui.caseload_parts import _back_in_front, _form, _menu
from tests.ui.stage import ALT, CTRL, SHIFT, SLIP, Key, Stage, clipped, focus, nameless, staged
from tests.vault_parts import NOW
from ui.caseload.markers import MarkersForm
from ui.caseload.page import CaseloadPage
from ui.caseload.untransferred import UntransferredForm, rows
from ui.note.window import NoteWindow
from ui.theme import Theme

pytestmark = pytest.mark.screen


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    yield from staged(qtbot, tmp_path / "vault", Settings(), ("today", "caseload"))


def _open(stage: Stage, id: UUID) -> CaseloadPage:
    page: CaseloadPage = stage.go("caseload", id)
    stage.settle()
    return page


def _into(stage: Stage, page: CaseloadPage, key: Qt.Key, section: str) -> None:
    """The section's own key, and Tab to the first thing that can be done there."""
    stage.press(key, ALT)
    stage.settle()
    assert page.candidate.tabs.current() == section
    page.candidate.sections[section].take_focus()


def _act(stage: Stage, card: QWidget, text: str) -> None:
    next(button for button in card.findChildren(QPushButton) if button.text() == text).setFocus()
    stage.press(Key.Key_Space)


def _enter(stage: Stage) -> None:
    stage.press(Key.Key_Return, CTRL)
    stage.settle()


def test_a_job_begins_in_four_commands_and_the_page_says_so(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search", ips_start=NOW.date() - timedelta(days=40))
    page = _open(stage, amira)
    stage.commands = 0
    _into(stage, page, Key.Key_2, "course")
    assert getattr(focus(), "text", str)() == "Begyndt i job"
    stage.press(Key.Key_Space)
    _form(stage)
    _enter(stage)
    assert stage.commands <= 4
    found = stage.ask(lambda v: caseload.open_participant(v, amira, now=NOW))
    assert found is not None
    assert (found.participant.phase, found.participant.job_start) == (Phase.EMPLOYED, NOW.date())
    assert page.candidate._chip.text().startswith("Job")
    assert not nameless(page)
    assert not clipped(page)


def test_a_plan_the_guard_holds_is_not_stored_and_the_better_one_is(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    page = _open(stage, amira)
    _into(stage, page, Key.Key_3, "career")
    stage.press(Key.Key_Space)
    form = _form(stage)
    goal = form.groups["goal"].field
    assert isinstance(goal, QPlainTextEdit)
    stage.type(SLIP)
    _enter(stage)
    assert stage.ask(lambda v: career.open_career(v, amira)).plan is None
    goal.setPlainText("Job i et bageri, 12 timer om ugen.")
    _enter(stage)
    plan = stage.ask(lambda v: career.open_career(v, amira)).plan
    assert plan is not None
    assert (plan.goal, plan.number) == ("Job i et bageri, 12 timer om ugen.", 1)


def test_a_step_of_the_plan_and_a_job_from_before_are_written_and_done_by_keyboard(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    stage.ask(lambda v: career.save_plan(v, amira, fields={"goal": "Job i et bageri"}, now=NOW))
    page = _open(stage, amira)
    _into(stage, page, Key.Key_3, "career")
    parts = page.candidate.sections["career"].parts
    _act(stage, parts.card("plan"), "Tilføj handling")
    _form(stage)
    stage.type("Ringe til to bagerier")
    _enter(stage)
    (button,) = parts.card("plan").rows._rows
    assert "Ringe til to bagerier" in button.row.sentence()
    assert "Sammen" in button.row.sentence()
    button.setFocus()
    stage.press(Key.Key_Return)
    stage.settle()
    (step,) = stage.ask(lambda v: career.open_career(v, amira)).steps
    assert step.done_at is not None
    _act(stage, parts.card("past"), "Tilføj tidligere job")
    form = _form(stage)
    assert not nameless(form)
    stage.type("Bager")
    _enter(stage)
    assert [one.title for one in stage.ask(lambda v: career.open_career(v, amira)).past] == ["Bager"]
    assert not nameless(page)
    assert not clipped(page)


def test_a_consent_is_given_and_withdrawn_by_keyboard(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    page = _open(stage, amira)
    _into(stage, page, Key.Key_4, "consents")
    stage.press(Key.Key_Space)
    form = _form(stage)
    scope = form.groups["scope"].field
    assert isinstance(scope, QLineEdit)
    scope.setText("Mødetider og planen for job")
    _enter(stage)
    rows = page.candidate.sections["consents"].parts.card("holds").rows
    rows.setFocus()
    stage.press(Key.Key_Return)
    _form(stage)
    stage.type("Sagt ved samtalen")
    _enter(stage)
    found = stage.ask(lambda v: consents.open_consents(v, amira, now=NOW))
    assert [row.state for row in found.rows] == ["withdrawn"]


def test_the_first_team_is_made_where_somebody_is_to_be_attached(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    page = _open(stage, amira)
    _into(stage, page, Key.Key_5, "clinic")
    stage.press(Key.Key_Space)
    _form(stage)
    stage.type("Team Vest")
    _enter(stage)
    page.candidate.sections["clinic"].take_focus()
    stage.press(Key.Key_Space)
    _form(stage)
    _enter(stage)
    found = stage.ask(lambda v: course.open_course(v, amira, now=NOW))
    assert found is not None
    assert found.team is not None
    assert found.team.name == "Team Vest"


def test_a_note_is_copied_and_marked_in_one_act(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search", case_no="JC-2026-0418")
    told = NoteFields(
        participant=amira, title="Samtale på biblioteket", happened_at=NOW, facts="Talte om bageriet."
    )
    stage.ask(lambda v: journal.write_note(v, note=told, now=NOW))
    page = _open(stage, amira)
    page.candidate.timeline.setFocus()
    stage.commands = 0
    stage.press(Key.Key_K, CTRL | SHIFT)
    stage.settle()
    _form(stage)
    copied = QGuiApplication.clipboard().text()
    assert "Titel: Samtale på biblioteket" in copied
    assert "Sagsnr.: JC-2026-0418" in copied
    assert "KLE: 15 Beskæftigelse" in copied
    assert "Talte om bageriet." in copied
    stage.type("2026-17")
    _enter(stage)
    assert stage.commands == 2
    assert [m.number for m in stage.ask(lambda v: authority.moved(v, amira)).values()] == ["2026-17"]
    QGuiApplication.clipboard().clear()


def test_the_notes_that_are_not_in_the_case_system_are_gone_through_one_by_one(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    for n, title in enumerate(("Første samtale", "Anden samtale")):
        told = NoteFields(
            participant=amira, title=title, happened_at=NOW - timedelta(days=9 - n), facts="Talte."
        )
        stage.ask(partial(journal.write_note, note=told, now=NOW))
    stage.go("caseload")
    assert stage.window.commands.run("caseload.untransferred")
    stage.settle()
    shown = stage.window.findChild(UntransferredForm)
    assert shown is not None
    assert [row.title for row in rows(stage.ask(lambda v: authority.untransferred(v, now=NOW)), NOW)] == [
        "Anden samtale", "Første samtale",
    ]  # fmt: skip
    stage.press(Key.Key_Return)
    stage.settle()
    stage.type("2026-18")
    _enter(stage)
    assert "Titel: Anden samtale" in QGuiApplication.clipboard().text()
    left = stage.ask(lambda v: authority.untransferred(v, now=NOW))
    assert [one.title for one in left] == ["Første samtale"]
    assert not nameless(shown)
    assert not clipped(shown)
    shown.reject()
    QGuiApplication.clipboard().clear()


def test_what_was_learned_later_is_a_note_of_its_own_that_says_what_it_belongs_to(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    told = NoteFields(
        participant=amira, title="Første samtale", happened_at=NOW - timedelta(days=9), facts="Talte om bageriet."
    )  # fmt: skip
    stage.ask(partial(journal.write_note, note=told, now=NOW))
    page = _open(stage, amira)
    page.candidate.timeline.setFocus()
    stage.settle()
    assert stage.window.commands.run("caseload.addition")
    stage.qtbot.waitUntil(lambda: bool(_notes_open()), timeout=10_000)
    (made,) = _notes_open()
    stage.settle()
    assert made.head.title.text() == "Tilføjelse: Første samtale"
    assert made.sheet.edits["facts"].text().startswith("Tilføjelse til »Første samtale« af ")
    assert made.head.filled().participant == amira
    made.close()


def _notes_open() -> list[NoteWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, NoteWindow) and one.isVisible()]


def test_stars_markers_are_gone_through_beside_the_case_system(stage: Stage) -> None:
    begun = NOW.date() - timedelta(days=40)
    amira = stage.candidate("Amira Holm", phase="job_search", ips_start=begun)
    stage.candidate("Jonas Bak", phase="employed", ips_start=begun)
    told: dict[str, Typed] = {"kind": "IPS_STAR", "from_day": begun}
    stage._saved(partial(course.set_marker, participant=amira, fields=told, now=NOW))
    stage.go("caseload")
    assert stage.window.commands.run("caseload.markers")
    stage.settle()
    shown = stage.window.findChild(MarkersForm)
    assert shown is not None
    assert not nameless(shown)
    assert not clipped(shown)
    assert "2 markører passer ikke" in shown.said.text()
    assert shown.rows.geometry().bottom() <= shown._scroll.viewport().height()  # grown to what came later
    stage.press(Key.Key_Space)  # Amira's: it stands like this
    stage.settle()
    (left,) = (one for one in stage.ask(partial(markers.to_reconcile, now=NOW)) if one.warnings)
    assert left.name == "Jonas Bak"
    stage.press(Key.Key_Return)  # his is not written down yet: the form opens
    stage.settle()
    _enter(stage)
    assert not [one for one in stage.ask(partial(markers.to_reconcile, now=NOW)) if one.warnings]
    shown.reject()


def test_a_reminder_is_put_off_and_answered_by_keyboard(stage: Stage) -> None:
    stage.candidate("Amira Holm", phase="job_search")
    page = stage.go("today")
    stage.settle()
    page._reminders.rows.setFocus()
    stage.press(Key.Key_Delete)
    menu: QMenu = _menu(stage)
    stage.qtbot.keyClick(menu, Key.Key_Return)
    stage.settle()
    _back_in_front(stage)
    assert stage.ask(lambda v: alerts.open_alerts(v, now=NOW)) == ()
    assert len(stage.ask(lambda v: alerts.open_alerts(v, now=NOW + timedelta(days=1)))) == 1


def test_enter_on_a_reminder_goes_to_where_it_is_dealt_with(stage: Stage) -> None:
    stage.candidate("Amira Holm", phase="job_search")
    page = stage.go("today")
    stage.settle()
    page._reminders.rows.setFocus()
    stage.press(Key.Key_Return)
    stage.settle()
    assert stage.page("caseload").candidate.tabs.current() == "course"
