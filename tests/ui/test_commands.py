"""Every act once, with a key that a Danish keyboard can give and nobody else uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from ui.commands import Command, Commands, clashes_on_a_danish_keyboard, menu_titles
from ui.theme import Theme
from ui.window import acts
from ui.window.pages import kinds


@pytest.fixture
def commands(look: Theme) -> Iterator[Commands]:
    made = Commands()
    yield made
    made.deleteLater()


def _nothing() -> None: ...


def _of_the_window() -> list[Command]:
    return [
        *acts.always(_nothing),
        *acts.when_open(_nothing, _nothing, _nothing, _nothing),
        *acts.going(kinds(), lambda page: page),
        *acts.opening(lambda *_: None, lambda: None),
        *acts.helping(lambda *_: None),
    ]


def test_no_key_is_given_twice(look: Theme) -> None:
    given = Counter(key for command in _of_the_window() for key in command.keys)
    assert not [key for key, times in given.items() if times > 1]


def test_every_key_can_be_given_on_a_danish_keyboard(look: Theme) -> None:
    keys = [key for command in _of_the_window() for key in command.keys]
    assert not [key for key in keys if clashes_on_a_danish_keyboard(key)]


@pytest.mark.parametrize(
    "key", ["Ctrl+Alt+N", "Ctrl+/", "Ctrl+[", "Ctrl+@", "A", "Shift+A", "Ctrl+?", "Ctrl+\\", ""]
)
def test_keys_that_write_a_sign_or_act_alone_are_found(key: str) -> None:
    assert clashes_on_a_danish_keyboard(key)


@pytest.mark.parametrize(
    "key", ["Ctrl+K", "Alt+Left", "F4", "Ctrl+Shift+B", "Ctrl++", "Ctrl+-", "Ctrl+,", "Esc", "Ctrl+1"]
)
def test_keys_of_the_design_are_fine(key: str) -> None:
    assert not clashes_on_a_danish_keyboard(key)


def test_every_command_stands_in_a_menu_and_has_a_text(look: Theme) -> None:
    assert not [
        command.id for command in _of_the_window() if command.menu not in menu_titles() or not command.plain
    ]


def test_a_command_runs_by_name_unless_it_is_not_possible_now(commands: Commands) -> None:
    ran: list[str] = []
    possible = [True]
    commands.add(Command("gem", "&Gem", lambda: ran.append("gem"), enabled=lambda: possible[0]))
    assert commands.run("gem")
    possible[0] = False
    assert not commands.run("gem")
    assert not commands.run("ukendt")
    assert ran == ["gem"]


def test_a_button_tells_its_key_and_does_the_same(commands: Commands, qtbot: QtBot) -> None:
    ran: list[str] = []
    commands.add(Command("find", "&Find alt", lambda: ran.append("find"), ("Ctrl+K",), "search"))
    button = commands.button("find", "glyph")
    qtbot.addWidget(button)
    assert button.toolTip() == "Find alt (Ctrl+K)"
    assert button.accessibleName() == "Find alt"
    button.click()
    assert ran == ["find"]


def test_a_page_made_anew_takes_over_its_commands_and_they_leave_with_it(commands: Commands) -> None:
    first, second = QObject(), QObject()
    commands.add(Command("x", "Første", _nothing), owner=first)
    commands.add(Command("x", "Anden", _nothing), owner=second)
    _destroy(first)
    assert commands["x"].text == "Anden"
    _destroy(second)
    assert "x" not in commands


def test_the_same_act_cannot_be_registered_twice(commands: Commands) -> None:
    commands.add(Command("x", "Én", _nothing))
    with pytest.raises(ValueError, match="x"):
        commands.add(Command("x", "To", _nothing))


def _destroy(thing: QObject) -> None:
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete.value)
