"""The window across the nights in which the clock is changed: what is typed by the clock on the wall is what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QDateEdit, QTimeEdit
from pytestqt.qtbot import QtBot

from app.domain.calendar import AppointmentKind
from app.services import calendar
from app.settings import Settings
from tests.clock_parts import AUTUMN, SPRING, at, denmark, utc
from tests.ui.stage import CTRL, Key, Stage, staged
from ui.agenda import forms
from ui.note.head import Head
from ui.text import dates
from ui.theme import Theme

__all__ = ["denmark"]


@pytest.fixture
def stage(denmark: None, qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    del denmark, look
    pages = ("calendar", "sync")
    yield from staged(qtbot, tmp_path / "vault", Settings(), pages, now=lambda: at(AUTUMN, 9))


def _appoint(stage: Stage, title: str, starts_at: datetime) -> UUID:
    make = partial(calendar.create_appointment, kind=AppointmentKind.TEAM, title=title, starts_at=starts_at)
    return stage._saved(partial(make, minutes=30, now=at(AUTUMN, 9)))


def _starts(stage: Stage, id: UUID) -> datetime:
    found = stage.ask(lambda vault: calendar.open_appointment(vault, id))
    assert found is not None
    return found.starts_at


@pytest.mark.parametrize("second_time", [False, True])
def test_an_appointment_in_the_hour_that_comes_twice_stays_when_its_title_is_changed(
    stage: Stage, *, second_time: bool
) -> None:
    starts = at(AUTUMN, 2, 30, second_time=second_time)
    id = _appoint(stage, "Nattevagt", starts)
    page = stage.go("calendar")
    one = stage.ask(lambda vault: calendar.open_appointment(vault, id))
    form = forms.appointment(page._desk, page, None, one)
    stage.settle()
    stage.qtbot.keyClicks(form.groups["title"].field, " på havnen")
    stage.qtbot.keyClick(form, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "Aftalen er gemt" in stage.toast(), timeout=20_000)
    assert _starts(stage, id) == starts.astimezone(UTC)


def test_half_past_two_in_the_night_that_has_none_is_half_past_three(stage: Stage) -> None:
    page = stage.go("calendar")
    form = forms.appointment(page._desk, page, None)
    stage.settle()
    stage.qtbot.keyClicks(form.groups["title"].field, "Nattevagt")
    on, clock = form.groups["starts_at"].field, form.groups["clock"].field
    assert isinstance(on, QDateEdit)
    assert isinstance(clock, QTimeEdit)
    on.setDate(QDate(SPRING.year, SPRING.month, SPRING.day))
    clock.setTime(QTime(2, 30))
    stage.qtbot.keyClick(form, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "Aftalen er gemt" in stage.toast(), timeout=20_000)
    ((row,),) = [
        stage.ask(
            lambda vault: calendar.appointments(
                vault, start=at(SPRING, 0), end=at(SPRING + timedelta(days=1), 0)
            )
        )
    ]
    assert row.appointment.starts_at == utc(SPRING, 1, 30)
    assert dates.clock(row.appointment.starts_at, at(AUTUMN, 9)) == "3.30"


def test_week_and_month_show_the_day_of_25_hours_once(stage: Stage) -> None:
    _appoint(stage, "Først på dagen", at(AUTUMN, 0, 15))
    _appoint(stage, "Sidst på dagen", at(AUTUMN, 23, 45))
    _appoint(stage, "Dagen efter", at(AUTUMN + timedelta(days=1), 0, 15))
    page = stage.go("calendar")
    stage.settle()
    assert page.title.text().startswith("Uge 43")
    (sunday,) = [day for day in page._days if day.on == AUTUMN]
    assert [row.appointment.title for row in sunday.rows] == ["Først på dagen", "Sidst på dagen"]
    assert [day.on.day for day in page._days] == [19, 20, 21, 22, 23, 24, 25]
    page.modes.choose("month")
    page.reload()
    stage.settle()
    assert [page.month.verticalHeaderItem(n).text() for n in range(page.month.rowCount())] == [
        "40", "41", "42", "43", "44",
    ]  # fmt: skip
    assert "2 aftale" in page.month.currentItem().text()
    said = page.month.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "25. oktober" in said


@pytest.mark.parametrize("days", [-2, 0, 1])
def test_a_note_says_the_time_that_was_typed_also_of_the_week_before_the_change(
    stage: Stage, days: int
) -> None:
    """Written on the Monday after: the visit of the Friday before was at nine, and is shown at nine."""
    now = at(AUTUMN + timedelta(days=1), 12)
    head = Head(stage.work, now)
    on = AUTUMN + timedelta(days=days)
    head.date.setDate(QDate(on.year, on.month, on.day))
    head.time.setTime(QTime(9, 0))
    happened = head.filled().happened_at
    assert happened is not None
    assert happened.astimezone(UTC) == at(on, 9).astimezone(UTC)
    assert dates.clock(happened, now) == "9.00"
    head.show_filled(head.filled(), now)
    assert head.time.time() == QTime(9, 0)
    head.deleteLater()
