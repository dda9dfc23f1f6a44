"""The nights in which the clock is changed: days of 23 and 25 hours, their appointments, weeks, sums and reminders."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from app.domain.alerts import Rule
from app.domain.calendar import AppointmentKind
from app.services import agenda, alerts, calendar, logs, time_log, today
from app.vault.vault import Vault
from tests.clock_parts import AUTUMN, SPRING, at, denmark, utc
from tests.journal_parts import contact, employer, note, participant, saved

__all__ = ["denmark"]
pytestmark = pytest.mark.usefixtures("denmark")
DAY = timedelta(days=1)
CHANGES = pytest.mark.parametrize("day", [SPRING, AUTUMN])


def _appoint(vault: Vault, title: str, starts_at: datetime, **given: Any) -> UUID:
    told: dict[str, Any] = {"kind": AppointmentKind.TEAM, "minutes": 30, "now": starts_at, **given}
    return saved(calendar.create_appointment(vault, title=title, starts_at=starts_at, **told))


def _on(vault: Vault, first: date, last: date, now: datetime) -> dict[date, list[str]]:
    days = agenda.days(vault, first, last, now=now)
    return {day.on: [row.appointment.title for row in day.rows] for day in days if day.rows}


@CHANGES
def test_today_begins_and_ends_at_midnight(vault: Vault, day: date) -> None:
    for title, moment in (
        ("aftenen før", at(day - DAY, 23, 30)), ("lige efter midnat", at(day, 0, 15)),
        ("sent", at(day, 23, 45)), ("dagen efter", at(day + DAY, 0, 15)),
    ):  # fmt: skip
        _appoint(vault, title, moment)
    for hour in (1, 9, 23):
        seen = today.today(vault, now=at(day, hour))
        assert [row.appointment.title for row in seen.appointments] == ["lige efter midnat", "sent"]
        assert [row.appointment.title for row in seen.left] == ["aftenen før"]
        assert seen.next is not None
        assert seen.next.appointment.title == "dagen efter"


@CHANGES
@pytest.mark.parametrize("looked_at", [-3, 0, 3])
def test_week_and_month_hold_each_day_once_with_what_is_on_it(
    vault: Vault, day: date, looked_at: int
) -> None:
    """From before the change and from after it."""
    for n in (-1, 0, 1):
        for hour, minute in ((0, 15), (23, 45)):
            _appoint(vault, f"{n} {hour}", at(day + n * DAY, hour, minute))
    expected = {day + n * DAY: [f"{n} 0", f"{n} 23"] for n in (-1, 0, 1)}
    now = at(day + looked_at * DAY, 12)
    for first, last in (agenda.week_of(day), agenda.month_of(day)):
        days = agenda.days(vault, first, last, now=now)
        assert [one.on for one in days] == [first + n * DAY for n in range((last - first).days + 1)]
        here = {on: titles for on, titles in expected.items() if first <= on <= last}
        assert _on(vault, first, last, now) == here


def test_two_appointments_in_the_hour_that_comes_twice_do_not_overlap(vault: Vault) -> None:
    _appoint(vault, "anden gang", at(AUTUMN, 2, 30, second_time=True))
    _appoint(vault, "første gang", at(AUTUMN, 2, 30))
    (one,) = agenda.days(vault, AUTUMN, AUTUMN, now=at(AUTUMN, 9))
    assert [row.appointment.title for row in one.rows] == ["første gang", "anden gang"]
    assert [one.overlapping(row) for row in one.rows] == [None, None]
    assert one.rows[1].appointment.starts_at - one.rows[0].appointment.starts_at == timedelta(hours=1)


@CHANGES
def test_what_returns_keeps_its_time_of_day(vault: Vault, day: date) -> None:
    start = at(day - 10 * DAY, 9)
    id = _appoint(vault, "Supervision", start)
    saved(agenda.repeat(vault, id, every_weeks=1, until=day + 10 * DAY, now=start))
    found = [r for d in agenda.days(vault, start.date(), day + 10 * DAY, now=start) for r in d.rows]
    hours = {row.appointment.starts_at.astimezone(start.tzinfo).hour for row in found}
    assert (len(found) > 1, hours) == (True, {9})


@CHANGES
def test_the_calendar_file_says_when_and_how_long(vault: Vault, day: date) -> None:
    _appoint(vault, "Nattevagt", at(day, 1, 30), minutes=120)
    now = at(day, 9)
    whole = agenda.to_ics(agenda.days(vault, day, day, now=now), words={"team": "Møde"}, now=now)
    (event,) = Calendar.from_ical(whole).walk("VEVENT")
    begin, end, stamp = (event.decoded(name) for name in ("DTSTART", "DTEND", "DTSTAMP"))
    assert (begin.astimezone(UTC), end - begin) == (at(day, 1, 30).astimezone(UTC), timedelta(hours=2))
    assert stamp == now.astimezone(UTC)
    assert b"DTSTAMP:2026" in whole
    assert b"TZID" not in whole


@CHANGES
def test_noted_time_is_of_the_day_and_as_long_as_it_was(vault: Vault, day: date) -> None:
    amira = participant(vault)
    for moment in (at(day - DAY, 23, 30), at(day, 1, 30), at(day, 23, 30), at(day + DAY, 0, 30)):
        note(vault, amira, happened_at=moment, minutes=150, now=moment)
    page = time_log.days(vault, day, day, now=at(day + 2 * DAY, 9))
    assert [(one.on_day, one.minutes) for one in page.proposals] == [(day, 150), (day, 150)]
    saved(time_log.accept(vault, page.proposals, now=at(day + 2 * DAY, 9)))
    assert time_log.days(vault, day, day, now=at(day + 2 * DAY, 9)).sums.minutes == 300


@CHANGES
def test_a_week_of_figures_begins_on_monday_at_midnight(vault: Vault, day: date) -> None:
    """The change is on its last night, and the reminder counts the same contacts."""
    amira, juhl = participant(vault), employer(vault)
    monday = day - 6 * DAY
    for moment in (at(monday - DAY, 23, 30), at(monday, 0, 30), at(day, 23, 30)):
        contact(vault, juhl, amira, at=moment, minutes=30)
    now = at(day, 23, 50)
    assert today.today(vault, now=now).week.contacts == 2
    (few,) = [row.alert for row in alerts.open_alerts(vault, now=now) if row.alert.rule is Rule.FEW_CONTACTS]
    assert few.days == 2


@pytest.mark.parametrize("looked_at", [date(2026, 7, 1), date(2026, 12, 1)])
def test_a_row_of_figures_is_of_the_day_it_was_written_for_in_either_season(
    vault: Vault, looked_at: date
) -> None:
    juhl = employer(vault)
    days = [date(2026, 1, 15), SPRING, date(2026, 6, 15)]
    for day in days:
        contact(vault, juhl, at=at(day, 0, 15), minutes=10)
        contact(vault, juhl, at=at(day, 23, 45), minutes=10)
    visits = logs.read(vault, now=at(looked_at, 9)).logs.visits
    assert sorted(visit.on for visit in visits) == sorted(days * 2)


def test_the_appointment_that_was_made_for_no_time_at_all_is_there(vault: Vault) -> None:
    """Half past two on the day that has none is half past three, in the calendar and on the day's page."""
    _appoint(vault, "Ingen tid", at(SPRING, 2, 30))
    now = at(SPRING, 9)
    (row,) = today.today(vault, now=now).appointments
    assert row.appointment.starts_at == utc(SPRING, 1, 30)
    assert row.appointment.starts_at.astimezone(now.tzinfo).hour == 3
    assert _on(vault, SPRING, SPRING, now) == {SPRING: ["Ingen tid"]}


@pytest.mark.parametrize("zone", [None, UTC])
def test_a_series_whose_time_one_night_has_not_is_an_hour_later_that_night_alone(
    vault: Vault, zone: timezone | None
) -> None:
    start = at(SPRING - 7 * DAY, 2, 30)
    id = _appoint(vault, "Nattevagt", start)
    saved(
        agenda.repeat(
            vault, id, every_weeks=1, until=SPRING + DAY, now=start.astimezone(zone) if zone else start
        )
    )
    (day,) = [day for day in agenda.days(vault, SPRING, SPRING, now=at(SPRING, 9)) if day.rows]
    assert [row.appointment.starts_at for row in day.rows] == [utc(SPRING, 1, 30)]
