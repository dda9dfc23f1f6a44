"""Indstillinger: a choice holds at once and is kept; what a policy decides is locked and says by whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app import settings
from app.settings import Settings, load
from tests.ui.stage import CTRL, Key, Stage, clipped, nameless, staged
from ui.policy import InForce
from ui.settings.page import SettingsPage
from ui.theme import Theme


def policy(profile: Path, text: str) -> Settings:
    profile.mkdir(exist_ok=True)
    (profile / "policy.toml").write_text(text, "utf-8")
    return load(profile, profile / "no-machine-policy")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    made = tmp_path / "p"
    made.mkdir()
    return made


@pytest.fixture
def plain(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    yield from staged(qtbot, tmp_path / "vault", Settings(), ("settings",))


def test_a_choice_of_look_holds_at_once(plain: Stage, look: Theme) -> None:
    plain.press(Key.Key_Comma, CTRL)
    page: SettingsPage = plain.page("settings")
    page.theme.setFocus()
    page.theme.setCurrentIndex(page.theme.findData("dark"))
    page.theme.activated.emit(page.theme.currentIndex())
    assert look.mode == "dark"
    look.choose("light")
    assert page.theme.currentData() == "light"


def test_fewer_minutes_before_locking_hold_at_once_and_lock_nothing(
    qtbot: QtBot, look: Theme, tmp_path: Path, profile: Path
) -> None:
    held = InForce(policy(profile, ""), keep=lambda now, **choice: settings.choose(profile, now, **choice))
    try:
        for here in staged(qtbot, tmp_path / "vault", held.value, ("settings",)):
            held.chosen.connect(lambda here=here: here.window.adopt(held.value))
            page: SettingsPage = here.page("settings")
            page._choose = held.choose
            page.idle.setValue(2)
            assert here.work.is_open
            assert here.window._idle.findChildren(QTimer)[-1].interval() == 2 * 60_000
        assert load(profile, profile / "none").idle_minutes == 2
    finally:
        held.deleteLater()


def test_a_choice_is_no_news_from_the_municipality(qtbot: QtBot, profile: Path) -> None:
    """Or the journal would lock ninety minutes after somebody chose a darker look."""
    held = InForce(
        policy(profile, ""),
        lambda: load(profile, profile / "none"),
        lambda now, **choice: settings.choose(profile, now, **choice),
    )
    told: list[object] = []
    held.changed.connect(lambda: told.append(held.value))
    held.choose(theme="dark", text_percent=125)
    held.read_again()
    assert told == []
    held.deleteLater()


def test_what_a_policy_decides_is_locked_and_says_who_decided(
    qtbot: QtBot, look: Theme, tmp_path: Path, profile: Path
) -> None:
    told = 'theme = "light"\ntext_percent = 125\nidle_minutes = 4\nmanaged_by = "Digitalisering"\n'
    for here in staged(qtbot, tmp_path / "vault", policy(profile, told), ("settings",)):
        page: SettingsPage = here.go("settings")
        assert (page.theme.isEnabled(), page.text.isEnabled(), page.idle.isEnabled()) == (False, False, True)
        assert page.hint("theme") == "Styres af Digitalisering"
        assert page.hint("idle_minutes") == "Højst 4 minutter. Styres af Digitalisering."
        page.idle.setValue(15)
        assert page.idle.value() == 4


def test_what_a_policy_decided_is_not_the_users_choice_afterwards(profile: Path) -> None:
    held = policy(profile, 'theme = "dark"\nidle_minutes = 3\n')
    settings.choose(profile, held, theme="light", text_percent=110)
    assert policy(profile, "") == Settings(text_percent=110)


@pytest.mark.parametrize("size", [100, 200])
def test_everything_has_a_name_and_no_word_is_cut(
    qtbot: QtBot, look: Theme, tmp_path: Path, profile: Path, size: int
) -> None:
    look.set_text_size(size)
    for here in staged(qtbot, tmp_path / "vault", policy(profile, 'theme = "light"\n'), ("settings",)):
        page = here.go("settings")
        assert not nameless(page)
        assert not clipped(page)
