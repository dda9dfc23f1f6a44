"""A window nobody touches is at rest: nothing is laid out or painted again and again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from app.settings import Settings
from tests.ui.stage import Stage, staged
from ui.theme import Theme

PAGES = ("today", "caseload", "employers", "calendar", "fidelity", "figures", "sync")
TURNS = 40


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    del look
    yield from staged(qtbot, tmp_path / "vault", Settings(), PAGES)


class _Count(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.laid_out = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.laid_out += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


@pytest.mark.parametrize(
    "page", ["today", "caseload", "employers", "calendar", "fidelity", "figures", "sync"]
)
def test_a_page_that_is_shown_is_laid_out_and_then_left_alone(stage: Stage, page: str) -> None:
    stage.candidate("Amira Holm")
    stage.go(page)
    stage.settle()
    app, count = QCoreApplication.instance(), _Count()
    assert app is not None
    for _ in range(TURNS):
        app.processEvents()
    app.installEventFilter(count)
    for _ in range(TURNS):
        app.processEvents()
    app.removeEventFilter(count)
    assert count.laid_out < TURNS / 4
