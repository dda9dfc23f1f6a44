"""Deciding between two versions on the sync page: three ways, one way back, and the losing version kept."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from app.services import caseload
from app.store import sync_state
from app.store.sync_state import Conflict
from tests.ui.stage import Stage, nameless
from tests.ui.test_sync_page import _in, _tell, _words, stage
from tests.vault_parts import NOW
from ui.sync.choices import Pair

__all__ = ["stage"]


@pytest.fixture
def page(stage: Stage) -> Any:
    who = stage.candidate("Amira Holm")
    found = Conflict(
        rev=7, field="wish_hours", type="participant", rec=who, mine="12 timer om ugen", theirs="15 timer om ugen",
        by="p2", seen_at=NOW,
    )  # fmt: skip
    stage.ask(lambda vault: _in(vault, lambda tx: sync_state.add_conflict(tx, found)))
    made = stage.go("sync")
    _tell(stage)
    made.who = who
    return made


def _hours(stage: Stage, page: Any) -> str:
    found = stage.ask(lambda vault: caseload.open_participant(vault, page.who, now=NOW))
    assert found is not None
    return str(found.participant.wish_hours)


def _press(stage: Stage, button: QPushButton) -> None:
    button.click()
    stage.settle()
    _tell(stage)


def _pair(page: Any) -> Pair:
    found: list[Pair] = page.choices.findChildren(Pair)
    (pair,) = found
    return pair


def test_a_version_is_chosen_and_the_choice_can_be_taken_back(stage: Stage, page: Any) -> None:
    first = next(b for b in _pair(page).findChildren(QPushButton) if b.text() == "Vælg denne")
    _press(stage, first)
    assert _hours(stage, page) == "12 timer om ugen"
    assert page.choices.findChildren(Pair) == []
    assert page.choices.undo.hasFocus()
    assert not nameless(page)
    _press(stage, page.choices.undo)
    assert _hours(stage, page) != "12 timer om ugen"
    assert len(page.choices.findChildren(Pair)) == 1


def test_a_third_version_is_typed_and_both_others_are_kept(stage: Stage, page: Any) -> None:
    pair = _pair(page)
    pair.line.setText("13 timer om ugen")
    _press(stage, pair.third)
    assert _hours(stage, page) == "13 timer om ugen"
    assert any("Fravalgt: 12 timer om ugen / 15 timer om ugen" in said for said in _words(page.settled))


def test_what_the_guard_would_not_have_stays_in_the_line(stage: Stage, page: Any) -> None:
    pair = _pair(page)
    pair.line.setText("Har paranoid skizofreni")
    _press(stage, pair.third)
    assert _pair(page).line.text() == "Har paranoid skizofreni"
    assert any("Vagten lader ikke teksten komme med" in said for said in _words(page.choices))
    assert _hours(stage, page) == ""
