"""The leader in the window: a card of figures in I dag, and a colleague's case behind a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.store import access, people
from tests.ui.caseload_parts import _form
from tests.ui.stage import CTRL, Key, Stage, nameless, staged
from ui.theme import Theme


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    yield from staged(qtbot, tmp_path / "vault", Settings(), ("today", "caseload"))


def _lead(stage: Stage) -> None:
    def job(vault: Any) -> None:
        with vault.begin() as tx:
            people.introduce(tx, name="Karen Leder", role="leader")

    stage.ask(job)


def test_only_the_leader_has_the_card(stage: Stage) -> None:
    stage.candidate("Amira Holm", phase="job_search")
    page = stage.go("today")
    stage.settle()
    assert not page._team.isVisibleTo(page)
    _lead(stage)
    page.reload()
    stage.settle()
    assert page._team.isVisibleTo(page)
    assert not nameless(page)


def test_a_colleagues_case_stays_closed_until_a_reason_is_written(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search", consultant="mlu", wish_area="Bageri")
    _lead(stage)
    page = stage.go("caseload", amira)
    stage.settle()
    _form(stage)
    assert page.candidate.name.whole_text() == ""
    stage.press(Key.Key_Return, CTRL)
    stage.settle()
    assert page.candidate.name.whole_text() == ""
    stage.type("Klage over sagsgang")
    stage.press(Key.Key_Return, CTRL)
    stage.settle()
    assert page.candidate.name.whole_text() == "Amira Holm"

    def logged(vault: Any) -> set[str | None]:
        with vault.read() as tx:
            return {
                one.reason for one in access.of_participant(tx, amira) if one.action is access.Action.VIEW
            }

    assert stage.ask(logged) == {"Klage over sagsgang"}
