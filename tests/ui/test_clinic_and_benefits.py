"""The clinic meeting and the reckoner of hours and benefits, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from app.services import clinic, course, form_drafts, today
from app.services.door import Saved
from app.settings import Settings
from tests.ui.stage import CTRL, SLIP, Key, Stage, clipped, nameless, staged
from tests.vault_parts import NOW
from ui.benefits.window import BenefitsWindow
from ui.clinic.window import ClinicWindow
from ui.theme import Theme


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    del look
    for made in staged(qtbot, tmp_path / "vault", Settings(), ("today",)):
        yield made
        made.window._windows.destroy()


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text() if item is not None else ""


def _words(root: QWidget) -> str:
    return "\n".join(one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root))


def _team(stage: Stage, name: str, *members: UUID) -> UUID:
    def make(vault: Any) -> Any:
        made = course.put_team(vault, fields={"name": name, "kind": "hospital_psychiatry"}, now=NOW)
        assert isinstance(made, Saved)
        for one in members:
            course.attach(
                vault, one, team=made.id, person_id=None, from_day=NOW.date() - timedelta(days=9), now=NOW
            )
        return made

    return stage._saved(make)


def _meeting(stage: Stage) -> ClinicWindow:
    window = stage.window.open("clinic")
    assert isinstance(window, ClinicWindow)
    stage.settle()
    stage.qtbot.waitUntil(window.isActiveWindow)
    return window


def test_only_the_teams_own_candidates_can_be_entered(stage: Stage) -> None:
    amira, bo = (
        stage.candidate("Amira Holm", phase="job_search"),
        stage.candidate("Bo Åberg", phase="job_search"),
    )
    _team(stage, "Team Nord", amira)
    _team(stage, "Team Syd", bo)
    window = _meeting(stage)
    assert set(window.members) == {amira}
    assert "Bo Åberg" not in _words(window)
    window.team.setCurrentIndex(1)
    assert set(window.members) == {bo}


def test_the_meeting_is_stored_with_its_time_and_a_task(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    _team(stage, "Team Nord", amira)
    window = _meeting(stage)
    member = window.members[amira]
    member.fields["about_job"].setPlainText("Teamet støtter planen om 10 timer.")
    member.fields["who_does"].setPlainText("Konsulenten ringer til bageriet.")
    assert member.task.isChecked()  # what was agreed is to be done
    stage.qtbot.keyClick(window, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "Mødet er gemt" in stage.toast(), timeout=20_000)
    (one,) = stage.ask(lambda vault: clinic.agreements(vault, amira))
    assert one.about_job == "Teamet støtter planen om 10 timer."
    later = NOW + timedelta(days=7)  # before the team meets again it stands on the day's list
    (task,) = stage.ask(lambda vault: today.today(vault, now=later)).tasks
    assert task.task.title == "Konsulenten ringer til bageriet."


def test_another_candidates_name_is_said_at_the_field_that_has_it(stage: Stage) -> None:
    amira, bo = (stage.candidate(name, phase="job_search") for name in ("Amira Holm", "Bo Åberg"))
    _team(stage, "Team Nord", amira)
    del bo
    window = _meeting(stage)
    member = window.members[amira]
    member.fields["considerations"].setPlainText("Bo Åberg holder pause i uge 50.")
    stage.qtbot.keyClick(window, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(
        lambda: "anden kandidat" in member.groups["considerations"]._below.text(), timeout=20_000
    )
    assert stage.ask(lambda vault: clinic.agreements(vault, amira)) == ()


def test_what_the_clinic_says_of_treatment_is_stopped_and_kept_nowhere(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    _team(stage, "Team Nord", amira)
    window = _meeting(stage)
    member = window.members[amira]
    member.fields["about_job"].setPlainText(SLIP)
    window.park()
    stage.qtbot.keyClick(window, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "Stop" in member.groups["about_job"]._below.text(), timeout=20_000)
    assert stage.ask(lambda vault: clinic.agreements(vault, amira)) == ()
    draft = stage.ask(partial(form_drafts.open_draft, kind="clinic", now=NOW))
    assert "Sertralin" not in str(draft.texts if draft else "")


def test_a_meeting_that_was_begun_is_there_after_the_lock(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    _team(stage, "Team Nord", amira)
    window = _meeting(stage)
    window.members[amira].fields["about_job"].setPlainText("Støtter ti timer.")
    window.park()
    window.close()
    again = _meeting(stage)
    assert again.members[amira].fields["about_job"].toPlainText() == "Støtter ti timer."


def _reckoner(stage: Stage) -> BenefitsWindow:
    window = stage.window.open("benefits")
    assert isinstance(window, BenefitsWindow)
    stage.settle()
    return window


def test_hours_and_pay_become_a_table_that_says_how_sure_it_is(stage: Stage) -> None:
    window = _reckoner(stage)
    said = _words(window)
    assert "Satser for 2026" in said
    assert "skøn" in said
    assert "Ikke regnet med: skat" in said
    assert "Spørg ydelseskontoret" in said
    twenty = [_cell(window.table, 4, place) for place in range(4)]
    assert twenty == ["20 timer", "13.000", "6.236", "19.236"]


def test_an_estimate_is_refused_on_paper(stage: Stage, tmp_path: Path) -> None:
    window = _reckoner(stage)
    assert not window.save_pdf(tmp_path / "svar.pdf")
    assert not (tmp_path / "svar.pdf").exists()
    assert "ikke bekræftet" in stage.toast()


def test_verified_rates_may_stand_on_paper(stage: Stage, tmp_path: Path) -> None:
    from app.domain.benefits import Benefit
    from app.services.benefits import shipped

    window = _reckoner(stage)
    window._rates = shipped()[0]
    window.benefit.setCurrentIndex(window.benefit.findData(Benefit.FLEX_SUBSIDY.value))
    window._reckon()
    assert window.save_pdf(tmp_path / "svar.pdf")
    assert (tmp_path / "svar.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("name", ["clinic", "benefits"])
def test_everything_has_a_name_and_no_word_is_cut(stage: Stage, look: Theme, name: str, size: int) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    _team(stage, "Team Nord", amira)
    look.set_text_size(size)
    stage.settle()
    window = _meeting(stage) if name == "clinic" else _reckoner(stage)
    assert not nameless(window)
    assert not clipped(window)
