"""Whatever is pressed in whatever order, nothing breaks; the long runs are `python -m tests.ui.monkey`."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.monkey import living, playground
from ui.theme import Theme


@pytest.mark.parametrize("seed", [1])
def test_a_monkey_breaks_nothing(qtbot: QtBot, look: Theme, tmp_path: Path, seed: int) -> None:
    """Exceptions and Qt's warnings fail the test by themselves."""
    with playground(tmp_path / "vault", seed) as monkey:
        monkey.play(40)
    assert len(monkey.told) == 40


def test_what_a_session_made_goes_with_it(qtbot: QtBot, look: Theme, tmp_path: Path) -> None:
    """The first makes what is made once; of what is left behind there would be more each time."""
    counted = []
    for number in range(4):
        with playground(tmp_path / f"{number}" / "vault", 1) as monkey:
            monkey.play(20)
        del monkey
        counted.append(living())
    _, first, second, third = counted
    assert (second - first) & (third - second) == {}
