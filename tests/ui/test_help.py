"""Help by keyboard, offline: what is there, how it is found, and that it says what the program does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from app.settings import Settings
from tests.ui.stage import SHIFT, Key, Stage, clipped, focus, nameless, staged
from ui.help import about, handbook
from ui.help.window import HelpWindow
from ui.theme import Theme

ROOT = Path(resources.path("")).parent


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    for made in staged(qtbot, tmp_path / "vault", Settings(), ("fidelity", "figures", "sync")):
        yield made
        for window in _open_ones():
            window.close()


def _open_ones() -> list[HelpWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, HelpWindow)]


def _opened(stage: Stage) -> HelpWindow:
    (window,) = _open_ones()
    stage.qtbot.waitUntil(window.isActiveWindow)
    return window


def _cell(window: HelpWindow, row: int, column: int) -> str:
    item = window.keys.item(row, column)
    assert item is not None
    return item.text()


def test_f1_shows_every_command_with_its_key(stage: Stage) -> None:
    stage.press(Key.Key_F1)
    window = _opened(stage)
    assert window.shown() == "keys"
    rows = {_cell(window, row, 0): _cell(window, row, 1) for row in range(window.keys.rowCount())}
    assert {command.plain for command in stage.window.commands} == set(rows)
    assert rows["Lås"] == QKeySequence("Ctrl+L").toString(QKeySequence.SequenceFormat.NativeText)


def test_the_handbook_is_found_by_writing_and_read_without_a_mouse(stage: Stage) -> None:
    stage.press(Key.Key_F1, SHIFT)
    window = _opened(stage)
    assert window.shown() == "start"
    window.search.setFocus()
    stage.type("diagnos medic")
    stage.press(Key.Key_Return)
    assert window.shown() in ("guard", "not-kept")
    assert 0 < window.list.count() < len(handbook.topics())
    stage.press(Key.Key_Escape)
    assert window.list.count() > len(handbook.topics())
    stage.press(Key.Key_Escape)
    assert not _open_ones() or not _open_ones()[0].isVisible()


def test_a_word_that_is_nowhere_is_said_to_be_nowhere(stage: Stage) -> None:
    stage.press(Key.Key_F1)
    window = _opened(stage)
    window.search.setFocus()
    stage.type("xylofon")
    stage.press(Key.Key_Return)
    assert window.list.count() == 0
    assert window._title.text() == "Intet fundet"


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_and_no_word_is_cut(stage: Stage, look: Theme, percent: int) -> None:
    look.set_text_size(percent)
    stage.window.open("help", "not-kept")
    window = _opened(stage)
    assert window.shown() == "not-kept"
    assert "patientjournal" in window.page.toPlainText()
    assert not nameless(window)
    assert not clipped(window)
    assert focus() is window.list


def test_keys_the_handbook_names_are_keys_of_the_program(stage: Stage) -> None:
    from ui.note.acts import note_acts, writing_acts

    acts = [*stage.window.commands, *note_acts(*[lambda: None] * 5), *writing_acts(*[lambda: None] * 3)]
    real = {QKeySequence(key).toString() for act in acts for key in act.keys}
    told = {
        key
        for topic in handbook.topics()
        for key in re.findall(r"\*\*((?:Ctrl|Alt|Shift)\+[A-Za-z0-9+]+|F\d+)\*\*", topic.text)
    }
    plain = {key.replace("Enter", "Return").replace("plus", "+").replace("minus", "-") for key in told}
    only_on_their_page = {"Ctrl+Shift+B"}
    assert plain - real - only_on_their_page == set()


def test_every_package_the_program_needs_is_named_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[<>=!~ ]", name)[0].lower() for name in project["dependencies"]}
    named = " ".join(one.name for one in about.components()).lower()
    assert not [name for name in needed if name not in named]
    assert all(one.licence and one.source.startswith("https://") for one in about.components())


def test_about_names_what_the_municipality_has_decided() -> None:
    assert "`idle_minutes`" in about.about(Settings(decided=frozenset({"idle_minutes"})))
    assert "ikke bestemt noget" in about.about(Settings())


def test_every_topic_has_a_text_and_an_id_of_its_own() -> None:
    book = handbook.topics()
    assert len({topic.id for topic in book}) == len(book)
    assert all(topic.text for topic in book)
    assert [topic.id for topic in handbook.matching(book, "loese ord")] == []
