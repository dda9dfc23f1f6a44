"""The clock knows summer and winter: every moment has the offset of its own day, not of the day it is looked at."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clock_parts import AUTUMN, SPRING, at, denmark, utc
from ui import clock
from ui.clock import Here
from ui.text import dates

__all__ = ["denmark"]
HERE = ZoneInfo("Europe/Copenhagen")
pytestmark = pytest.mark.usefixtures("denmark")


def test_a_moment_of_the_other_season_keeps_its_time_of_day() -> None:
    winter, summer = at(AUTUMN + timedelta(days=1), 9), utc(AUTUMN - timedelta(days=2), 7)
    assert summer.astimezone(winter.tzinfo).hour == 9
    assert dates.clock(summer, winter) == "9.00"


def test_a_day_is_from_midnight_to_midnight_also_when_it_has_23_hours_or_25() -> None:
    for day, hours in ((SPRING, 23), (AUTUMN, 25), (AUTUMN + timedelta(days=1), 24)):
        begin, end = at(day, 0), at(day + timedelta(days=1), 0)
        assert end - begin == timedelta(hours=hours)


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    first, second = at(AUTUMN, 2, 30), at(AUTUMN, 2, 30, second_time=True)
    assert (first.astimezone(UTC), second.astimezone(UTC)) == (utc(AUTUMN, 0, 30), utc(AUTUMN, 1, 30))
    there = utc(AUTUMN, 1, 30).astimezone(Here())
    assert (there.hour, there.fold) == (2, 1)


@pytest.mark.parametrize("zone", [None, UTC, timezone(timedelta(hours=1))])
def test_half_past_two_that_never_is_becomes_half_past_three(zone: timezone | None) -> None:
    """Also for whoever reads the clock with one offset only: that stands for the computer's own zone."""
    now = at(SPRING, 9).astimezone(zone) if zone else at(SPRING, 9)
    meant = dates.moment_of(SPRING, datetime(2026, 1, 1, 2, 30).time(), now)  # noqa: DTZ001
    assert meant.astimezone(UTC) == utc(SPRING, 1, 30)
    assert dates.clock(meant, at(SPRING, 9)) == "3.30"


def test_time_that_passes_is_measured_across_the_change() -> None:
    """A visit from before it to after it, as the visit view counts: two readings of the clock."""
    assert at(AUTUMN, 3, 15) - at(AUTUMN, 1, 45) == timedelta(hours=2, minutes=30)
    assert at(SPRING, 3, 15) - at(SPRING, 1, 45) == timedelta(minutes=30)
    assert clock.now() - clock.now() < timedelta(0) < timedelta(seconds=1) + (clock.now() - clock.now())


@given(st.datetimes(datetime(1980, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001
def test_it_agrees_with_the_tables_of_zones(when: datetime) -> None:
    here, known = when.astimezone(Here()), when.astimezone(HERE)
    assert (here.replace(tzinfo=None), here.fold) == (known.replace(tzinfo=None), known.fold)
    assert here.utcoffset() == known.utcoffset()
    assert here.astimezone(UTC) == when


def test_years_no_operating_system_knows_can_be_shown_all_the_same() -> None:
    for year in (3, 1500, 9997):
        there = datetime(year, 6, 1, 12, tzinfo=UTC).astimezone(Here())
        assert there.date() == datetime(year, 6, 1, tzinfo=UTC).date()
        assert there.utcoffset() is not None


def test_the_window_reads_this_clock_and_no_other() -> None:
    """A moment with the offset of today alone looks the same until the clock is changed."""
    asked = re.compile(r"datetime\.(now|today)\((?!UTC)")
    files = [path for path in Path("ui").rglob("*.py") if asked.search(path.read_text("utf-8"))]
    assert [path.as_posix() for path in files] == ["ui/clock.py"]


def test_two_of_one_place_are_told_to_be_the_same() -> None:
    assert repr(Here()) == repr(Here())
    assert time.tzname[0] in repr(Here())
