"""The caseload at other widths, when it is empty, by its names, and at lock."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.services import caseload
from app.settings import Settings
from tests.ui.caseload_parts import (
    _form,
    _page,
    _swept,
    _task,
    _two,
    _words_on_screen,
    _write,
    stage,
)
from tests.ui.stage import ALT, CTRL, SHIFT, Key, Stage, clipped, focus, nameless, staged
from tests.vault_parts import NOW
from ui.theme import Theme

__all__ = ["stage"]


def test_where_list_and_page_take_turns_alt_left_goes_back_to_the_list(stage: Stage) -> None:
    _, bo = _two(stage)
    stage.window.resize(1000, 700)
    page = _page(stage)
    assert page.roster.isVisible()
    assert not page.candidate.isVisible()
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(page.candidate.isVisible, timeout=10_000)
    stage.settle()
    assert not page.roster.isVisible()
    assert page.candidate.name.whole_text() == "Bo Åberg"
    assert page.subject() == bo
    stage.press(Key.Key_Left, ALT)
    assert page.roster.cards.hasFocus()
    assert page.roster.cards.current_id() == bo
    assert page.subject() is None


def test_with_less_room_the_side_is_a_tab_with_a_letter(stage: Stage) -> None:
    amira, _ = _two(stage)
    page = _page(stage, amira)
    assert page.candidate.tabs._buttons["overview"].isHidden()
    assert page.candidate.side.isVisible()
    stage.window.resize(1300, 800)
    assert page.candidate.tabs._buttons["overview"].isVisible()
    assert not page.candidate.side.isVisible()
    stage.press(Key.Key_O, ALT)
    stage.qtbot.waitUntil(page.candidate.side.isVisible)
    assert not page.candidate.timeline.isVisible()
    stage.window.resize(1320, 800)
    assert page.candidate.side.isVisible()


def test_alt_and_the_arrows_walk_the_list_from_the_page(stage: Stage) -> None:
    amira, _ = _two(stage)
    _write(stage, amira)
    page = _page(stage, amira)
    page.candidate.timeline.setFocus()
    stage.press(Key.Key_Down, ALT)
    stage.settle()
    assert page.candidate.name.whole_text() == "Bo Åberg"
    stage.press(Key.Key_Up, ALT)
    stage.settle()
    assert page.candidate.name.whole_text() == "Amira Holm"


def test_an_empty_caseload_says_where_candidates_come_from(stage: Stage) -> None:
    page = _page(stage)
    words = [one.accessibleName() for one in page.roster.findChildren(QWidget) if one.isVisibleTo(page)]
    assert "Du har ingen kandidater." in words
    assert page.roster.search.hasFocus()


def test_a_list_that_is_read_again_takes_the_focus_from_nobody(stage: Stage) -> None:
    _page(stage)
    rail = next(one for one in stage.window.findChildren(QPushButton) if one.property("kind") == "nav")
    rail.setFocus()
    stage.candidate("Amira Holm")
    stage.settle()
    assert rail.hasFocus()


def test_an_empty_course_says_which_key_writes_the_first_note(stage: Stage) -> None:
    amira, _ = _two(stage)
    page = _page(stage, amira)
    assert page.candidate._empty.isVisible()
    assert "Ingen notater endnu." in _words_on_screen()


def test_everything_that_can_be_reached_has_a_name_and_nothing_holds_the_focus(stage: Stage) -> None:
    amira, _ = _two(stage)
    _write(stage, amira)
    _task(stage, amira)
    for width in (1440, 1300, 1000):
        stage.window.resize(width, 800)
        page = _page(stage, amira)
        assert not nameless(page)
        assert not clipped(page)
        page.roster.search.setFocus() if page.roster.isVisible() else page.candidate.take_focus()
        start, walked = focus(), set[int]()
        for _ in range(60):
            stage.press(Key.Key_Tab)
            if focus() is start:
                break
            walked.add(id(focus()))
        assert focus() is start
        assert len(walked) >= 5


def test_two_pages_with_one_key_do_not_take_it_from_each_other(
    qtbot: QtBot, look: Theme, tmp_path: Path
) -> None:
    del look
    for one in staged(qtbot, tmp_path / "vault", Settings(), ("caseload", "employers")):
        amira = one.candidate("Amira Holm")
        one.employer("Bageri Juhl")
        one.go("employers")
        page = _page(one, amira)
        one.press(Key.Key_F, CTRL)
        assert page.roster.search.hasFocus()
        one.go("employers")
        one.press(Key.Key_F, CTRL)
        assert one.page("employers").register.search.hasFocus()


def test_at_lock_nothing_of_a_candidate_is_left(stage: Stage) -> None:
    amira, _ = _two(stage)
    _write(stage, amira)
    page = _page(stage, amira)
    stage.press(Key.Key_A, CTRL | SHIFT)
    _form(stage)
    stage.type("Amira Holm")
    stage.press(Key.Key_L, CTRL)
    stage.qtbot.waitUntil(lambda: not stage.work.is_open)
    _swept(stage)
    assert not isValid(page)
    assert "Amira" not in _words_on_screen()
    assert not [one for one in stage.window.commands if one.id.startswith("caseload")]


def test_no_button_says_an_act_that_is_not_possible(stage: Stage) -> None:
    page = _page(stage)
    stage.settle()
    assert not [
        one.text() for one in page.findChildren(QPushButton) if one.isVisible() and "notat" in one.text()
    ]
    assert not stage.window.commands.run("caseload.appointment")
    assert not stage.window.commands.run("caseload.edit")
    assert stage.ask(partial(caseload.overview, now=NOW)) == ()
