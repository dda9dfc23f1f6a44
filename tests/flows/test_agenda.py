"""The calendar by days: ISO weeks, Danish holidays, what overlaps, what returns, and a file that names nobody."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from app.domain.calendar import AppointmentKind
from app.services import agenda, calendar
from app.services.door import Invalid
from app.vault.vault import Vault
from tests.journal_parts import participant, saved

HERE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 23, 10, 30, tzinfo=HERE)


def appointment(vault: Vault, at: datetime, title: str = "Teammøde", **given: Any) -> UUID:
    told: dict[str, Any] = {"kind": AppointmentKind.TEAM, "minutes": 60, **given}
    return saved(calendar.create_appointment(vault, title=title, starts_at=at, now=NOW, **told))


@pytest.mark.parametrize(
    ("on", "monday", "week"),
    [
        (date(2026, 12, 31), date(2026, 12, 28), 53),
        (date(2027, 1, 1), date(2026, 12, 28), 53),
        (date(2027, 1, 4), date(2027, 1, 4), 1),
        (date(2024, 2, 29), date(2024, 2, 26), 9),
    ],
)
def test_weeks_are_those_of_the_iso_calendar(on: date, monday: date, week: int) -> None:
    assert agenda.week_of(on) == (monday, monday + timedelta(days=6))
    assert monday.isocalendar().week == week


def test_a_month_is_shown_in_whole_weeks() -> None:
    assert agenda.month_of(date(2026, 11, 23)) == (date(2026, 10, 26), date(2026, 12, 6))


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2026, 4, 2), "Skærtorsdag"), (date(2026, 5, 25), "Anden pinsedag"), (date(2026, 11, 23), ""),
        (date(2023, 5, 5), "Store bededag"), (date(2024, 4, 26), ""), (date(2026, 6, 5), ""),
    ],
)  # fmt: skip
def test_danish_holidays_have_their_names_and_store_bededag_ended_in_2023(on: date, name: str) -> None:
    assert agenda.holiday(on) == name


def test_two_at_the_same_time_are_told_of_each_other(vault: Vault) -> None:
    first = appointment(vault, NOW.replace(hour=9, minute=0))
    appointment(vault, NOW.replace(hour=9, minute=45), "Samtale")
    appointment(vault, NOW.replace(hour=10, minute=45), "Bagefter")
    (day,) = agenda.days(vault, NOW.date(), NOW.date(), now=NOW)
    clashes = {row.appointment.title: getattr(day.overlapping(row), "appointment", None) for row in day.rows}
    assert clashes["Samtale"] is not None
    assert clashes["Samtale"].id == first
    assert clashes["Bagefter"] is None


def test_what_returns_keeps_its_time_on_the_wall_and_skips_holidays(vault: Vault) -> None:
    at = datetime(2026, 3, 5, 9, 0, tzinfo=HERE)  # a Thursday, before the clocks go forward
    id = appointment(vault, at)
    saved(agenda.repeat(vault, id, every_weeks=1, until=date(2026, 4, 16), now=at))
    found = agenda.days(vault, date(2026, 3, 1), date(2026, 4, 30), now=NOW)
    rows = [(day.on, row.appointment.starts_at.astimezone(HERE).hour) for day in found for row in day.rows]
    assert rows == [
        (date(2026, 3, 5), 9), (date(2026, 3, 12), 9), (date(2026, 3, 19), 9), (date(2026, 3, 26), 9),
        (date(2026, 4, 9), 9), (date(2026, 4, 16), 9),
    ]  # fmt: skip


def test_the_rest_of_a_rhythm_is_called_off_together(vault: Vault) -> None:
    id = appointment(vault, NOW + timedelta(days=1))
    saved(agenda.repeat(vault, id, every_weeks=2, until=NOW.date() + timedelta(days=60), now=NOW))
    found = agenda.days(vault, NOW.date(), NOW.date() + timedelta(days=90), now=NOW)
    rows = [row.appointment for day in found for row in day.rows]
    assert len(rows) == 5
    saved(agenda.cancel_following(vault, rows[2].id, now=NOW))
    found = agenda.days(vault, NOW.date(), NOW.date() + timedelta(days=90), now=NOW)
    assert [row.appointment.id for day in found for row in day.rows] == [rows[0].id, rows[1].id]
    later = NOW + timedelta(minutes=1)
    saved(agenda.take_up_again(vault, rows[2].id, cancelled_at=NOW, now=later))
    found = agenda.days(vault, NOW.date(), NOW.date() + timedelta(days=90), now=later)
    assert [row.appointment.id for day in found for row in day.rows] == [row.id for row in rows]


@pytest.mark.parametrize(
    ("weeks", "until", "field"), [(0, date(2027, 1, 1), "every_weeks"), (1, date(2026, 11, 23), "until")]
)
def test_a_rhythm_that_goes_nowhere_is_refused(vault: Vault, weeks: int, until: date, field: str) -> None:
    id = appointment(vault, NOW + timedelta(hours=1))
    assert agenda.repeat(vault, id, every_weeks=weeks, until=until, now=NOW) == Invalid(field, "range")


def test_the_file_names_nobody_and_no_place(vault: Vault) -> None:
    amira = participant(vault)
    appointment(
        vault,
        NOW,
        "Samtale med Amira Holm",
        participant=amira,
        place="Klinik Nord",
        kind=AppointmentKind.MEETING,
    )
    days = agenda.days(vault, NOW.date(), NOW.date(), now=NOW)
    whole = agenda.to_ics(days, words={kind.value: "Aftale" for kind in AppointmentKind}, now=NOW).decode()
    assert "SUMMARY:Aftale" in whole
    assert "20261123T103000" in whole
    assert not any(word in whole for word in ("Amira", "Holm", "Klinik", "Samtale", str(amira)))
