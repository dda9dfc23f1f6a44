"""The leader in the window: a card of figures in I dag, and a colleague's case behind a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.domain.case_codes import ReadReason
from app.services import employers, leader
from app.settings import Settings
from app.store import access, people, team
from tests.ui.caseload_parts import _form
from tests.ui.stage import CTRL, Key, Stage, focus, nameless, staged
from tests.vault_parts import NOW
from ui.theme import Theme
from ui.today.review import ReviewForm, rows


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


def test_what_waits_with_colleagues_is_listed_by_case_number_and_says_how_it_may_be_read(
    stage: Stage,
) -> None:
    def job(vault: Any) -> None:
        with vault.begin() as tx:
            people.know(tx, [people.Colleague("mlu", "Mette Lund", "consultant")])
            team.know_drafts(tx, [team.LateDrafts("mlu", 2, NOW.date() - timedelta(days=5))])
            team.know(
                tx,
                [
                    team.Elsewhere(
                        uuid4(), f"JC-{n}", "mlu", "job_search", None, NOW.date() - timedelta(days=40 - n), 1
                    )
                    for n in range(14)
                ],
            )

    stage.ask(job)
    _lead(stage)
    page = stage.go("today")
    page.reload()
    stage.settle()
    found = page._team.rows._rows
    said = [button.row.sentence() for button in found]
    assert "JC-0 · Mette Lund. 40 dage uden kontakt · Skridt over tid: 1" in said
    assert said[-1] == "og 2 sager mere, der venter"
    assert "Kladder ældre end tre døgn: 2. Mette Lund. fra 18. nov." in said
    assert not nameless(page)
    first = next(button for button in found if button.row.title.startswith("JC-0"))
    first.setFocus()
    stage.press(Key.Key_Return)
    form = _form(stage)
    assert not nameless(form)
    why = form.groups["reason"].field
    assert isinstance(why, QComboBox)
    assert [why.itemData(n) for n in range(why.count())] == [reason.value for reason in ReadReason]
    form.asked.emit()
    stage.qtbot.waitUntil(lambda: "på kommunens net" in form.groups["reason"]._below.text(), timeout=10_000)
    form.reject()


def test_the_log_of_employer_contacts_is_gone_through_line_by_line(stage: Stage) -> None:
    juhl, amira = stage.employer("Bageri Juhl"), stage.candidate("Amira Holm", phase="job_search")
    for days in (1, 2):
        told: dict[str, Any] = {
            "at": NOW - timedelta(days=days), "mode": "in_person", "purpose": "learn_needs",
        }  # fmt: skip
        make = partial(employers.log_contact, employer=juhl, fields=told, now=NOW, participants=[amira])
        stage._saved(make)
    _lead(stage)
    page = stage.go("today")
    page.reload()
    stage.settle()
    page._team.rows.setFocus()
    stage.press(Key.Key_Up)  # the list keeps the row that had the focus
    assert "se igennem: 2" in focus().accessibleName()
    stage.press(Key.Key_Return)
    stage.settle()
    shown = stage.window.findChild(ReviewForm)
    assert shown is not None
    lines = rows(stage.ask(lambda vault: leader.log(vault, now=NOW)), NOW)
    assert [line.title for line in lines] == ["Bageri Juhl", "Bageri Juhl"]
    assert "på vegne af 1" in lines[0].note
    assert "Amira" not in str(lines)
    assert not nameless(shown)
    stage.press(Key.Key_Space)
    stage.settle()
    assert len(stage.ask(lambda vault: leader.log(vault, now=NOW))) == 1
    stage.qtbot.keyClick(shown, Key.Key_Return, CTRL)
    stage.settle()
    assert stage.ask(lambda vault: leader.log(vault, now=NOW)) == ()


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
