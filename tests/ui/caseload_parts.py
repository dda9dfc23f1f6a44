"""What the journeys through the caseload share: a stage with the real page, and hands to use it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.calendar import AppointmentKind
from app.domain.journal import Note
from app.services import calendar, journal
from app.settings import Settings
from app.store.access import Action, of_participant
from tests.ui.stage import Stage, staged
from tests.vault_parts import NOW
from ui.caseload.page import CaseloadPage
from ui.note import NoteWindow
from ui.theme import Theme
from ui.widgets.form import Form


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    del look
    for made in staged(qtbot, tmp_path / "vault", Settings(), ("today", "caseload")):
        yield made
        for window in _notes():
            window._over = True
            window.close()


def _notes() -> list[NoteWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, NoteWindow)]


def _page(stage: Stage, target: object = None) -> CaseloadPage:
    page = stage.go("caseload", target)
    assert isinstance(page, CaseloadPage)
    return page


def _seen(stage: Stage, id: UUID) -> list[Action]:
    def job(vault: Any) -> list[Action]:
        with vault.read() as tx:
            return [one.action for one in of_participant(tx, id)]

    return stage.ask(job)


def _write(
    stage: Stage, id: UUID, *, facts: str = "Vi talte om tre formiddage.", corrects: UUID | None = None
) -> Note:
    fields = journal.NoteFields(participant=id, title="Samtale", happened_at=NOW, facts=facts)
    write = journal.write_note if corrects is None else partial(journal.correct, id=corrects)
    saved = stage.ask(lambda vault: write(vault, note=fields, now=NOW))
    assert isinstance(saved, journal.Saved)
    return saved.note


def _task(stage: Stage, id: UUID, title: str = "Print CV") -> UUID:
    job = partial(calendar.add_task, title=title, due_on=NOW.date(), participant=id, now=NOW)
    return stage._saved(job)


def _meeting(stage: Stage, id: UUID, title: str = "Ring til Bageri Juhl") -> UUID:
    starts_at = NOW.replace(hour=12)
    return stage._saved(
        partial(
            calendar.create_appointment, kind=AppointmentKind.CALL, title=title, starts_at=starts_at, participant=id,
            now=NOW,
        )
    )  # fmt: skip


def _two(stage: Stage) -> tuple[UUID, UUID]:
    return stage.candidate("Amira Holm", phase="job_search"), stage.candidate("Bo Åberg", phase="employed")


def _form(stage: Stage) -> Form:
    form = stage.window.findChild(Form)
    assert form is not None
    stage.qtbot.waitUntil(form.isActiveWindow)
    return form


def _menu(stage: Stage) -> QMenu:
    stage.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _back_in_front(stage: Stage) -> None:
    """A real window system gives the keyboard back when a menu closes; the offscreen one does not."""
    stage.window.activateWindow()
    stage.qtbot.waitUntil(stage.window.isActiveWindow)


def _swept(stage: Stage) -> None:
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


def _words_on_screen() -> str:
    return "\n".join(
        f"{getattr(one, 'text', str)()} {one.accessibleName()} {one.toolTip()} {one.windowTitle()}"
        for one in QApplication.allWidgets()
        if isValid(one)
    )
