"""The calendar of the figures: months, ISO weeks, and the months before a day."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from app.domain.log_rows import Period

WORKDAYS: Final = 5


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the month's last."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_months(today: date, months: int) -> Period:
    """The `months` months up to and with today."""
    return Period(months_before(today, months) + timedelta(days=1), today)


def points(period: Period) -> tuple[date, ...]:
    """The month-ends within the period; its last day where there is none."""
    found = []
    day = month_end(period.first)
    while day <= period.last:
        found.append(day)
        day = month_end(day + timedelta(days=1))
    return tuple(found) or (period.last,)


def whole_months(period: Period) -> tuple[Period, ...]:
    """The period cut in months from its first day; a rest of less than four weeks is left out."""
    found: list[Period] = []
    first = period.first
    count = 1
    while True:
        last = months_before(period.first, -count) - timedelta(days=1)
        if last > period.last:
            return tuple(found)
        found.append(Period(first, last))
        first, count = last + timedelta(days=1), count + 1


def iso_week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def weeks(period: Period) -> Iterator[tuple[int, int]]:
    """The ISO weeks of the period, in their order."""
    day = period.first - timedelta(days=period.first.weekday())
    while day <= period.last:
        yield iso_week(day)
        day += timedelta(days=7)


def calendar_period(today: date, unit: str, back: int = 0) -> Period:
    """The week, month, quarter or year that holds `today`, or the one `back` before it; never past today."""
    first = _first(today, unit)
    if unit == "week":
        first -= timedelta(weeks=back)
        last = first + timedelta(days=6)
    else:
        size = {"month": 1, "quarter": 3, "year": 12}[unit]
        first = months_before(first, back * size)
        last = months_before(first, -size) - timedelta(days=1)
    return Period(first, min(last, today))


def _first(today: date, unit: str) -> date:
    match unit:
        case "week":
            return today - timedelta(days=today.weekday())
        case "month":
            return today.replace(day=1)
        case "quarter":
            return today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        case _:
            return today.replace(month=1, day=1)
