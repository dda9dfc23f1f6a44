"""The calendar by keyboard: week, month and list, the time log, and a file without names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.calendar import AppointmentKind
from app.domain.changes import Topic
from app.services import agenda, calendar, form_drafts, time_log
from app.services.door import Saved
from app.settings import Settings
from tests.ui.stage import ALT, CTRL, SHIFT, Key, Stage, clipped, nameless, staged
from tests.vault_parts import NOW
from ui.agenda import acts, forms
from ui.theme import Theme
from ui.widgets import form_more
from ui.widgets.form import Form


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    del look
    yield from staged(qtbot, tmp_path / "vault", Settings(), ("calendar", "sync"))


def _meet(stage: Stage, title: str, days: int = 0, hour: int = 13) -> None:
    at = NOW.replace(hour=hour, minute=0) + timedelta(days=days)
    make = partial(
        calendar.create_appointment, kind=AppointmentKind.TEAM, title=title, starts_at=at, minutes=60, now=NOW
    )
    stage._saved(make)


def _words(root: QWidget) -> str:
    return "\n".join(one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root))


def test_the_week_has_a_card_a_day_and_the_next_is_a_key_away(stage: Stage) -> None:
    _meet(stage, "Teammøde")
    _meet(stage, "Supervision", hour=13)
    _meet(stage, "Næste uges møde", days=7)
    page = stage.go("calendar")
    stage.settle()
    assert page.title.text().startswith("Uge 48")
    said = _words(page.parts)
    assert "Teammøde" in said
    assert "Overlapper" in said
    stage.press(Key.Key_PageDown, ALT)
    stage.settle()
    assert page.title.text().startswith("Uge 49")
    assert "Næste uges møde" in _words(page.parts)


def test_the_rest_of_a_series_is_called_off_and_taken_up_again(stage: Stage) -> None:
    _meet(stage, "Supervision")
    (row,) = (r for d in _days(stage) for r in d.rows)
    id = row.appointment.id
    until = NOW.date() + timedelta(days=21)
    stage.ask(lambda vault: agenda.repeat(vault, id, every_weeks=1, until=until, now=NOW))
    page = stage.go("calendar")
    stage.settle()
    acts.change(page._desk, page, id)
    stage.settle()
    form = stage.window.findChild(Form)
    assert form is not None
    button = next(b for b in form.findChildren(QPushButton) if "resten af rækken" in b.text())
    button.setFocus()
    stage.qtbot.keyClick(button, Key.Key_Space)
    stage.qtbot.waitUntil(lambda: "også resten af rækken: Supervision" in stage.toast(), timeout=20_000)
    assert [r for d in _days(stage) for r in d.rows] == []
    stage.window._toast._undo.click()
    stage.settle()
    assert len([r for d in _days(stage) for r in d.rows]) == 4


def test_an_appointment_that_was_begun_is_there_after_esc(stage: Stage) -> None:
    page = stage.go("calendar")
    forms.appointment(page._desk, page, None)
    stage.settle()
    form = stage.window.findChild(Form)
    assert form is not None
    stage.qtbot.keyClicks(form.groups["title"].field, "Supervision med Karen")
    stage.qtbot.keyClick(form, Key.Key_Escape)
    stage.qtbot.waitUntil(lambda: not isValid(form), timeout=20_000)
    again = forms.appointment(page._desk, page, None)
    stage.qtbot.waitUntil(lambda: again.words()["title"] == "Supervision med Karen", timeout=20_000)
    stage.qtbot.keyClick(again, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "Aftalen er gemt" in stage.toast(), timeout=20_000)
    stage.settle()
    assert stage.ask(partial(form_drafts.open_draft, kind="appointment", now=NOW)) is None


def test_a_slip_of_the_finger_in_a_year_names_no_day_that_clocks_do_not_know(stage: Stage) -> None:
    page = stage.go("calendar")
    form = forms.appointment(page._desk, page, None)
    stage.settle()
    other = Form("Nyt job", "Gem", page)
    on, last = form.groups["starts_at"].field, form_more.open_day(other, "last", "Slut", None)
    assert isinstance(on, QDateEdit)
    for year in (1826, 9999):
        on.setDate(QDate(year, 12, 31))
        assert 1970 < on.date().year() < 2200
        last.setText(f"31.12.{year}")
        assert form_more.read_day(last) == f"31.12.{year}"
    last.setText("31.12.2026")
    assert form_more.read_day(last) == date(2026, 12, 31)
    other.deleteLater()
    form.reject()


def _days(stage: Stage) -> tuple[agenda.Day, ...]:
    first = NOW.date()
    return stage.ask(lambda vault: agenda.days(vault, first, first + timedelta(days=60), now=NOW))


def test_the_month_has_week_numbers_and_a_day_opens_its_week(stage: Stage) -> None:
    _meet(stage, "Teammøde")
    page = stage.go("calendar")
    page.modes.choose("month")
    page.reload()
    stage.settle()
    weeks = [page.month.verticalHeaderItem(n).text() for n in range(page.month.rowCount())]
    assert weeks == ["44", "45", "46", "47", "48", "49"]
    today = page.month.currentItem()
    assert "1 aftale" in today.text()
    page.month.cellActivated.emit(page.month.currentRow(), page.month.currentColumn())
    stage.settle()
    assert page.modes.current() == "week"
    assert "Teammøde" in _words(page.parts)


def test_the_list_begins_today_and_has_no_pages_to_turn(stage: Stage) -> None:
    page = stage.go("calendar")
    page.modes.choose("list")
    page.reload()
    stage.press(Key.Key_PageDown, ALT)
    assert not any(button.isVisibleTo(page) for button in page._turns)
    page.modes.choose("week")
    page.reload()
    assert page.title.text().startswith("Uge 48")
    assert all(button.isVisibleTo(page) for button in page._turns)


def test_the_file_holds_the_week_that_is_shown_beside_the_time_log(stage: Stage, tmp_path: Path) -> None:
    _meet(stage, "Teammøde", days=7)
    page = stage.go("calendar", "time")
    for words in ("BEGIN:VEVENT", ""):
        stage.press(Key.Key_PageDown, ALT)
        stage.settle()
        page.save_ics(tmp_path / "aftaler.ics")
        assert ("BEGIN:VEVENT" in (tmp_path / "aftaler.ics").read_text("utf-8")) == bool(words)


def test_midnight_passes_while_the_window_is_open(qtbot: QtBot, look: Theme, tmp_path: Path) -> None:
    """From Sunday to Monday: who looked at this week sees the new one; who looked at another still sees that."""
    del look
    clock = [NOW + timedelta(days=6)]
    pages = ("calendar", "sync")
    for stage in staged(qtbot, tmp_path / "vault", Settings(), pages, now=lambda: clock[0]):
        page = stage.go("calendar")
        assert page.title.text().startswith("Uge 48")
        stage.go("sync")
        clock[0] += timedelta(days=1)
        stage.go("calendar")
        assert page.title.text().startswith("Uge 49")
        stage.press(Key.Key_PageDown, ALT)
        stage.go("sync")
        clock[0] += timedelta(days=1)
        stage.go("calendar")
        assert page.title.text().startswith("Uge 50")


def test_a_page_that_is_stale_shows_what_it_was_opened_for(stage: Stage) -> None:
    page = stage.go("calendar")
    for target, words in (
        ("time", "Fravær og ansættelse"),
        (NOW.date() + timedelta(days=14), "Fravær og ansættelse"),
    ):
        page.modes.choose("week" if target == "time" else "time")
        stage.go("sync")
        stage.work.changed.emit(frozenset({Topic.CALENDAR}))  # hidden, so it is read when it is shown
        stage.go("calendar", target)
        assert words in _words(page.parts)
    assert page.title.text().startswith("Uge 50")


def test_noted_time_is_taken_over_with_one_key(stage: Stage) -> None:
    made = stage.ask(
        lambda vault: calendar.create_appointment(
            vault,
            kind=AppointmentKind.TEAM,
            title="Teammøde",
            starts_at=NOW - timedelta(hours=2),
            minutes=60,
            now=NOW,
        )
    )
    assert isinstance(made, Saved)
    stage.ask(lambda vault: calendar.hold_appointment(vault, made.id, now=NOW))
    page = stage.go("calendar", "time")
    stage.settle()
    assert "Fundet i det, du har skrevet" in _words(page.parts)
    assert any(b.text() == "Overtag alt" for b in page.parts.findChildren(QPushButton))
    stage.press(Key.Key_U, CTRL | SHIFT)
    stage.qtbot.waitUntil(lambda: "overtaget" in stage.toast(), timeout=10_000)
    stage.settle()
    assert "Møde med behandlingsteam" in _words(page.parts)
    assert "Intet venter" in _words(page.parts)


@pytest.mark.parametrize("way", ["all of the week", "one row"])
def test_noted_time_that_was_taken_over_can_be_given_back(stage: Stage, way: str) -> None:
    at = NOW - timedelta(hours=2)
    make = partial(calendar.create_appointment, kind=AppointmentKind.TEAM, title="Teammøde", starts_at=at)
    id = stage._saved(partial(make, minutes=60, now=NOW))
    stage.ask(lambda vault: calendar.hold_appointment(vault, id, now=NOW))
    page = stage.go("calendar", "time")
    stage.settle()
    (offered,) = page._time.proposals
    if way == "one row":
        page.parts.opened.emit(offered)
    else:
        stage.press(Key.Key_U, CTRL | SHIFT)
    stage.qtbot.waitUntil(lambda: "overtaget" in stage.toast(), timeout=20_000)
    stage.settle()
    assert (len(page._time.entries), page._time.proposals) == (1, ())
    stage.press(Key.Key_Z, CTRL)
    stage.qtbot.waitUntil(lambda: page._time.proposals == (offered,), timeout=20_000)
    assert page._time.entries == ()


def test_days_away_and_noted_time_that_are_taken_out_can_be_brought_back(stage: Stage) -> None:
    """Enter on a row is no place to lose it."""
    day = NOW.date()
    away: dict[str, Any] = {"first_day": day, "last_day": day, "kind": "holiday"}
    stage._saved(partial(time_log.be_away, fields=away, now=NOW))
    stage._saved(partial(time_log.add, fields={"on_day": day, "minutes": 60, "kind": "supervision"}, now=NOW))
    page = stage.go("calendar", "time")
    (holiday,), (entry,) = page._time.away, page._time.entries
    page.parts.opened.emit(holiday)
    stage.qtbot.waitUntil(lambda: "Fraværet er fjernet" in stage.toast(), timeout=20_000)
    stage.settle()
    assert page._time.away == ()
    stage.press(Key.Key_Z, CTRL)
    stage.qtbot.waitUntil(lambda: page._time.away == (holiday,), timeout=20_000)
    page.parts.opened.emit(entry)
    form = stage.window.findChild(Form)
    assert form is not None
    button = next(b for b in form.findChildren(QPushButton) if "Fjern" in b.text())
    button.setFocus()
    stage.qtbot.keyClick(button, Key.Key_Space)
    stage.qtbot.waitUntil(lambda: "Tiden er fjernet" in stage.toast(), timeout=20_000)
    stage.settle()
    assert page._time.entries == ()
    stage.press(Key.Key_Z, CTRL)
    stage.qtbot.waitUntil(lambda: page._time.entries == (entry,), timeout=20_000)


def test_the_file_is_written_without_names(stage: Stage, tmp_path: Path) -> None:
    _meet(stage, "Møde med Amira Holm")
    page = stage.go("calendar")
    stage.settle()
    page.save_ics(tmp_path / "aftaler.ics")
    assert "Amira" not in (tmp_path / "aftaler.ics").read_text("utf-8")
    assert "uden navne" in stage.toast()
    page.save_ics(tmp_path / "nowhere" / "aftaler.ics")
    assert "Vælg et andet sted" in stage.toast()


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("mode", ["week", "month", "time"])
def test_everything_has_a_name_and_no_word_is_cut(stage: Stage, look: Theme, mode: str, size: int) -> None:
    _meet(stage, "Teammøde")
    look.set_text_size(size)
    stage.settle()
    page = stage.go("calendar")
    page.modes.choose(mode)
    page.reload()
    stage.settle()
    assert not nameless(page)
    assert not clipped(page)
