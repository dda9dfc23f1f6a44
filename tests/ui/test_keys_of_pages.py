"""A page that asks which acts are possible leaves every other page's keys alive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings import Settings
from tests.ui.stage import ALT, Key, Stage, staged
from ui.theme import Theme


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    del look
    yield from staged(qtbot, tmp_path / "vault", Settings(), ("caseload", "fidelity"))


def test_after_the_fidelity_page_every_key_is_heard_that_is_nobody_elses(stage: Stage) -> None:
    """A grey action swallows its key, and what is possible changes with what is chosen: the command asks when it is run."""
    who, commands = stage.candidate("Kim Prøve"), stage.window.commands
    stage.go("fidelity")
    page = stage.go("caseload", who)
    heard = Counter(key for command in commands for key in command.keys)
    grey = [
        c.id for c in commands if not commands.action(c.id).isEnabled() and all(heard[k] == 1 for k in c.keys)
    ]
    assert grey == []
    career = page.candidate.sections["career"]
    assert not career.isVisibleTo(page)
    stage.press(Key.Key_3, ALT)
    stage.settle()
    assert career.isVisibleTo(page)
