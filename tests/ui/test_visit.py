"""The visit view: nothing of any candidate anywhere while it is shown, and nothing written in it lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import calendar, form_drafts
from app.settings import Settings
from tests.ui.caseload_parts import _swept, _words_on_screen
from tests.ui.stage import CTRL, SLIP, Key, Stage, clipped, nameless, staged
from tests.vault_parts import NOW
from ui.theme import Theme
from ui.visit.view import FIELDS, VisitView

NAME = "Amira Holm"


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    del look
    yield from staged(qtbot, tmp_path / "vault", Settings(), ("today", "caseload", "employers"))


def _visit(stage: Stage) -> VisitView:
    stage.press(Key.Key_F8)
    view = stage.window._visit
    assert view is not None
    stage.settle()
    _swept(stage)
    return view


def _at_juhl(stage: Stage) -> VisitView:
    amira = stage.candidate(NAME, phase="job_search")
    stage._saved(
        partial(calendar.add_task, title=f"Ring om {NAME}", due_on=NOW.date(), participant=amira, now=NOW)
    )
    juhl = stage.employer("Bageri Juhl", contact_person="Hanne Juhl")
    stage.go("caseload", amira)
    stage.settle()
    assert NAME in _words_on_screen()
    stage.go("employers", juhl)
    QGuiApplication.clipboard().setText(NAME)
    return _visit(stage)


def test_nothing_of_any_candidate_is_anywhere_in_the_program(stage: Stage) -> None:
    view = _at_juhl(stage)
    said = _words_on_screen()
    assert "Bageri Juhl" in said
    assert "Amira" not in said
    assert "Amira" not in QGuiApplication.clipboard().text()
    assert {window.windowTitle() for window in QApplication.topLevelWidgets()} <= {"Feltjournal", ""}
    assert stage.window._workspace is None
    view.end()


def test_no_command_leads_to_a_candidate_while_the_employer_looks(stage: Stage) -> None:
    view = _at_juhl(stage)
    assert {c.id for c in stage.window.commands} == stage.window._always
    stage.press(Key.Key_K, CTRL)
    stage.press(Key.Key_2, CTRL)
    _swept(stage)
    assert "Amira" not in _words_on_screen()
    view.end()


def test_each_field_has_its_key_and_the_guard_only_counts(stage: Stage) -> None:
    view = _at_juhl(stage)
    for key, name in zip((Key.Key_F2, Key.Key_F3, Key.Key_F4, Key.Key_F5), FIELDS, strict=True):
        stage.press(key)
        assert view.fields[name].hasFocus()
    view.fields["needs"].setPlainText(SLIP)
    stage.qtbot.waitUntil(lambda: view.state.text() == "1 sted at se på senere", timeout=20_000)
    view.fields["needs"].clear()
    view.end()


def test_what_was_written_waits_in_a_contact_without_what_the_guard_refuses(stage: Stage) -> None:
    view = _at_juhl(stage)
    view.fields["needs"].setPlainText(f"Pakning man. til ons. {SLIP}")
    view.fields["agreed"].setPlainText("Ringer på fredag.")
    stage.press(Key.Key_F10)
    stage.settle()
    form = stage.page("employers").contact.form
    stage.qtbot.waitUntil(lambda: form.about.toPlainText() != "", timeout=10_000)
    assert form.about.toPlainText().startswith("Pakning man. til ons.")
    assert "Sertralin" not in form.about.toPlainText()
    assert (form.employer.text(), form.next_step.text()) == ("Bageri Juhl", "Ringer på fredag.")
    form.about.setPlainText(
        "Pakning man. til ons."
    )  # what is left of the sentence about the medicine would be asked about
    stage.qtbot.keyClick(form, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=10_000)
    stage.settle()
    assert stage.ask(partial(form_drafts.open_draft, kind="visit", now=NOW)) is None


def test_after_some_minutes_leaving_needs_the_passphrase(qtbot: QtBot, look: Theme, tmp_path: Path) -> None:
    del look
    clock = [NOW]
    for stage in staged(qtbot, tmp_path / "vault", Settings(), ("employers",), now=lambda: clock[0]):
        juhl = stage.employer("Bageri Juhl")
        stage.go("employers", juhl)
        view = _visit(stage)
        view.fields["needs"].setPlainText("Pakning om morgenen.")
        clock[0] = NOW + timedelta(minutes=2)
        with qtbot.waitSignal(stage.work.locked, timeout=10_000):
            stage.press(Key.Key_F8)
        assert stage.window._visit is None
        assert stage.window._where == ("employers", ("visit", juhl))


def test_by_policy_leaving_always_needs_the_passphrase(qtbot: QtBot, look: Theme, tmp_path: Path) -> None:
    del look
    strict = replace(Settings(), visit_minutes=0)
    for stage in staged(qtbot, tmp_path / "vault", strict, ("employers",)):
        _visit(stage)
        with qtbot.waitSignal(stage.work.locked, timeout=10_000):
            stage.press(Key.Key_F8)


@pytest.mark.parametrize("size", [100, 200])
def test_everything_has_a_name_and_no_word_is_cut(stage: Stage, look: Theme, size: int) -> None:
    look.set_text_size(size)
    stage.settle()
    view = _at_juhl(stage)
    assert not nameless(view)
    assert not clipped(view)
    for field in view.fields.values():
        card = field.parentWidget()
        assert card is not None
        assert field.geometry().bottom() < card.height() - look.gap(2)
    view.end()


def test_the_card_of_the_field_with_the_focus_has_the_ring(stage: Stage) -> None:
    view = _at_juhl(stage)

    def ringed() -> list[str]:
        cards = {name: field.parentWidget() for name, field in view.fields.items()}
        return [
            name for name, card in cards.items() if card is not None and card.property("focused") == "true"
        ]

    assert ringed() == ["needs"]
    stage.press(Key.Key_F5)
    assert ringed() == ["agreed"]
    view.end()
