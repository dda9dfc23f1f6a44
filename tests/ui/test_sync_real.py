"""A window and a real jobcenter: enrolled by keyboard, sent with a receipt, calm when the server is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings import Settings
from tests.parts import Jobcenter, jobcenter, postgres, postgres_url
from tests.ui.stage import CTRL, SHIFT, Key, Stage, staged
from ui.sync.page import SyncPage
from ui.theme import Theme
from ui.widgets.row_list import RowButton

__all__ = ["jobcenter", "postgres", "postgres_url"]


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    yield from staged(
        qtbot, tmp_path / "vault", Settings(), ("employers", "sync"), lambda: datetime.now().astimezone()
    )


def _title(page: SyncPage) -> str:
    return page._title.text()


def _enrol(stage: Stage, jobcenter: Jobcenter) -> SyncPage:
    page: SyncPage = stage.go("sync")
    page.enrol.line.insert(jobcenter.enrol_code("p1", "Mette Lund"))
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: "tilmeldt Jobcenter Prøveby" in stage.toast(), timeout=30_000)
    return page


def test_from_the_code_to_the_receipt_and_on_when_the_server_goes(stage: Stage, jobcenter: Jobcenter) -> None:
    stage.employer("Bageri Juhl")
    page = _enrol(stage, jobcenter)
    stage.qtbot.waitUntil(lambda: _title(page).startswith("Alt er sendt kl."), timeout=30_000)
    assert not page.enrol.isVisible()
    assert not page.keeper._after_saving.isActive()  # a receipt is a change too, but nothing is left to send
    assert page.button.isVisible()
    stage.settle()
    assert [row.accessibleName()[:12] for row in page.history.findChildren(RowButton)] == ["Arbejdsgiver"]

    jobcenter.kill()
    stage.employer("Hotel Fjordhus")
    stage.press(Key.Key_S, CTRL | SHIFT)
    stage.qtbot.waitUntil(lambda: not page.keeper.running, timeout=60_000)
    stage.settle()
    assert _title(page) in ("Arbejder offline", "Serveren svarer ikke")
    assert "1 ændring er gemt her og venter" in page._lines.text()
    assert "tilmeldt" in stage.toast() or stage.toast() == ""

    jobcenter.start()
    stage.press(Key.Key_S, CTRL | SHIFT)
    stage.qtbot.waitUntil(lambda: _title(page).startswith("Alt er sendt kl."), timeout=60_000)
    stage.settle()
    assert not [row for row in page.waiting.findChildren(RowButton) if row.isVisibleTo(page)]


def test_a_code_that_does_not_exist_is_said_under_the_field(stage: Stage, jobcenter: Jobcenter) -> None:
    page = stage.go("sync")
    page.enrol.line.insert(jobcenter.enrol_code("p1", "Mette Lund"))
    _spend(stage, page)
    assert "Alt er sendt" not in _title(page)


def _spend(stage: Stage, page: SyncPage) -> None:
    """An invitation cut short, as when a mail has lost its last line."""
    page.enrol.line.setText(page.enrol.line.text()[:40])
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(
        lambda: "Invitationen er ikke hel" in page.enrol.group._below.text(), timeout=30_000
    )
