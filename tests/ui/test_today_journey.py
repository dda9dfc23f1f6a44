"""I dag by keyboard on a real vault: open, tick, put off, agree on a contact, go on with a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.calendar import AppointmentKind
from app.services import calendar, journal
from app.settings import Settings
from tests.ui.stage import ALT, CTRL, Key, Stage, clipped, focus, nameless, staged
from tests.vault_parts import NOW
from ui.note import NoteWindow
from ui.theme import Theme
from ui.today.page import TodayPage
from ui.widgets.form import Form

pytestmark = pytest.mark.screen


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


def _page(stage: Stage) -> TodayPage:
    page = stage.go("today")
    assert isinstance(page, TodayPage)
    return page


def _meeting(stage: Stage, title: str, hour: int, *, whose: UUID | None = None, days: int = 0) -> UUID:
    starts_at = (NOW + timedelta(days=days)).replace(hour=hour)
    return stage._saved(
        partial(
            calendar.create_appointment, kind=AppointmentKind.CALL, title=title, starts_at=starts_at,
            participant=whose, now=NOW,
        )
    )  # fmt: skip


def _titles(page: TodayPage) -> list[str]:
    return [button.row.title for button in page._ahead.rows._rows]


def _appointment(stage: Stage, id: UUID) -> Any:
    return stage.ask(partial(calendar.open_appointment, id=id))


def test_the_first_row_has_the_focus_as_soon_as_it_is_there(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm")
    _meeting(stage, "Ring til Bageri Juhl", 12, whose=amira)
    page = _page(stage)
    assert focus().accessibleName().startswith("Ring til Bageri Juhl. Amira Holm.")
    assert _titles(page) == ["Ring til Bageri Juhl"]


def test_a_day_without_anything_says_so_and_offers_a_beginning(stage: Stage) -> None:
    page = _page(stage)
    assert page._ahead._empty.text() == "Intet forfalder i dag."
    assert page._waiting._empty.text() == "Intet venter her."
    assert page._start.rows.isAncestorOf(focus())


def test_enter_opens_the_candidate_and_the_row_is_still_current_afterwards(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm")
    _meeting(stage, "Ring til Bageri Juhl", 12)
    _meeting(stage, "Møde med Amira", 13, whose=amira)
    _page(stage)
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    stage.settle()
    caseload = stage.page("caseload")
    assert caseload.isVisible()
    assert caseload.subject() == amira
    stage.press(Key.Key_Left, ALT)
    stage.settle()
    assert focus().accessibleName().startswith("Møde med Amira")


def test_enter_on_ones_own_appointment_opens_it_to_be_changed(stage: Stage) -> None:
    id = _meeting(stage, "Teammøde", 14)
    _page(stage)
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: stage.window.findChild(Form) is not None, timeout=10_000)
    form = stage.window.findChild(Form)
    assert form is not None
    stage.qtbot.waitUntil(form.isActiveWindow)
    stage.type("Teammøde på klinikken")
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=10_000)
    one = _appointment(stage, id)
    assert (one.title, one.starts_at) == ("Teammøde på klinikken", NOW.replace(hour=14))


def test_space_says_it_was_held_the_next_row_gets_the_focus_and_ctrl_z_takes_it_back(stage: Stage) -> None:
    id = _meeting(stage, "Teammøde", 13)
    _meeting(stage, "Ring til Bageri Juhl", 14)
    page = _page(stage)
    stage.press(Key.Key_Space)
    stage.qtbot.waitUntil(lambda: stage.toast() == "Holdt: Teammøde", timeout=10_000)
    stage.settle()
    assert _appointment(stage, id).held_at == NOW
    assert focus().accessibleName().startswith("Ring til Bageri Juhl")
    stage.press(Key.Key_Z, CTRL)
    stage.settle()
    assert _appointment(stage, id).held_at is None
    assert _titles(page) == ["Teammøde", "Ring til Bageri Juhl"]
    assert focus().accessibleName().startswith("Ring til Bageri Juhl")


def test_delete_puts_off_to_another_day_and_the_day_is_empty(stage: Stage) -> None:
    stage._saved(partial(calendar.add_task, title="Print CV", due_on=NOW.date(), now=NOW))
    page = _page(stage)
    stage.press(Key.Key_Delete)
    stage.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    stage.qtbot.keyClick(menu, Key.Key_V)
    stage.qtbot.waitUntil(lambda: stage.window.findChild(Form) is not None)
    form = stage.window.findChild(Form)
    assert form is not None
    form.activateWindow()
    stage.qtbot.waitUntil(form.isActiveWindow)
    assert not nameless(form)
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: stage.toast() == "Flyttet til i morgen", timeout=10_000)
    stage.settle()
    assert _titles(page) == []


def test_when_the_last_row_goes_the_focus_stays_on_the_page(stage: Stage) -> None:
    _meeting(stage, "Teammøde", 13)
    page = _page(stage)
    stage._saved(partial(calendar.add_task, title="Print CV", due_on=NOW.date(), now=NOW))
    stage.settle()
    stage.press(Key.Key_Space)
    stage.settle()
    stage.press(Key.Key_Space)
    stage.settle()
    assert _titles(page) == []
    assert page.isAncestorOf(focus())


def test_nobody_heard_from_for_two_weeks_can_be_given_an_appointment(stage: Stage) -> None:
    start = NOW.date() - timedelta(days=21)
    stage.candidate("Jonas Bak", phase="job_search", ips_start=start)
    page = _page(stage)
    assert page._late.rows._rows[0].row.act == "Aftal kontakt"
    page._late.rows.setFocus()
    stage.press(Key.Key_Return)
    form = stage.window.findChild(Form)
    assert form is not None
    stage.qtbot.waitUntil(form.isActiveWindow)
    stage.type("Ring til Jonas")
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=10_000)
    stage.settle()
    assert page._late.rows._rows[0].row.act == "Åbn"


def test_a_draft_is_gone_on_with(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm")
    note = journal.NoteFields(participant=amira, title="Samtale om bageriet", facts="Vi talte om ")
    saved = stage.ask(partial(journal.save_draft, note=note, now=NOW))
    page = _page(stage)
    page._drafts.rows.setFocus()
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: bool(_notes()), timeout=10_000)
    assert _notes()[0]._draft == saved.id


def test_the_rail_counts_what_is_ahead_and_what_waits_is_named(stage: Stage) -> None:
    stage.candidate("Amira Holm")
    _meeting(stage, "Teammøde", 14)
    page = _page(stage)
    names = [one.accessibleName() for one in stage.window.findChildren(type(page._buttons[0]))]
    assert "I dag, 1" in names
    assert page._waiting.rows._rows[0].row.title == "1 aftale, 1 anden"


def test_everything_can_be_reached_and_has_a_name(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search", ips_start=NOW.date() - timedelta(days=30))
    _meeting(stage, "Ring til Bageri Juhl", 12, whose=amira, days=-1)
    _meeting(stage, "Teammøde", 14)
    for width in (1440, 1300, 1000):
        stage.window.resize(width, 800)
        page = _page(stage)
        assert not nameless(page)
        assert not clipped(page)
        start, walked = focus(), [focus().accessibleName()]
        for _ in range(60):
            stage.press(Key.Key_Tab)
            if focus() is start:
                break
            walked.append(focus().accessibleName())
        assert focus() is start
        rows = [name.partition(".")[0] for name in walked if ". " in name]
        assert rows[:5] == [
        "Ring til Bageri Juhl", "Teammøde", "Amira Holm", "STAR's markør mangler i fagsystemet", "2 aftaler, 1 anden"
    ]  # fmt: skip
        assert walked[-2:] == ["Find alt", "Nyt notat"]


def test_at_lock_the_page_is_gone(stage: Stage) -> None:
    stage.candidate("Amira Holm")
    page = _page(stage)
    stage.press(Key.Key_L, CTRL)
    stage.qtbot.waitUntil(lambda: not isValid(page), timeout=10_000)


def test_an_empty_journal_says_where_to_begin_and_leads_there(stage: Stage) -> None:
    page = _page(stage)
    assert [button.row.title for button in page._start.rows._rows] == [
        "Opret din første kandidat", "Skriv en arbejdsgiver ind", "Læs håndbogens første side",
    ]  # fmt: skip
    assert page._start.rows.isAncestorOf(focus())
    stage.press(Key.Key_Return)
    stage.settle()
    assert stage.window.findChild(Form) is not None
    stage.press(Key.Key_Escape)
    stage.candidate("Amira Holm")
    page = _page(stage)
    stage.settle()
    assert page._start.isHidden()
