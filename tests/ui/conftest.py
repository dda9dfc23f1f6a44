"""What the window's tests share: the program dressed and speaking Danish, as a consultant meets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tools import i18n
from ui.text import language
from ui.theme import Theme, install, theme


@pytest.fixture(scope="session")
def dressed_once(qapp: QApplication) -> Theme:
    if any(_stale(source) for source in i18n.FOLDER.glob("*.ts")):
        i18n.build()
    language.speak(qapp)
    return install(qapp, "light")


def _stale(source: Path) -> bool:
    made = source.with_suffix(".qm")
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


@pytest.fixture
def look(dressed_once: Theme) -> Iterator[Theme]:
    """The theme, light and at 100 %, whatever the test before did."""
    current = theme()
    current.choose("light")
    current.set_text_size(100)
    yield current
    current.choose("light")
    current.set_text_size(100)
