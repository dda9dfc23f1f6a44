"""Whatever a screen reader asks, and however late, the program lives; the long runs are `python -m tests.day.pried`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.day.pried import live

pytestmark = pytest.mark.day


def test_a_reader_that_asks_for_what_is_not_there_ends_nothing(tmp_path: Path) -> None:
    lived = live(tmp_path / "home", seed=1, steps=60)
    assert lived.code == 0, lived.said
    assert lived.asked["Accessible.GetChildAtIndex"] > 0
    assert lived.asked["answered"] > 500
