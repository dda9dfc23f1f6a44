"""The figures that are due: a file for each quarter and year that has ended, laid in a folder once.

A file that is there is never written again. Rows that come later would change it, and the difference of two versions
could tell what each of them hides.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from app.domain.log_rows import Period
from app.reports import leaving, periods
from server import figures

QUARTERS: Final = 4


def name(period: Period, format: str) -> str:
    """`ips-2026-q3.csv`, `ips-2026-year.csv`"""
    return f"ips-{period.last.year}-{leaving.name(period)}.{format}"


def ended(today: date, wait: int) -> Iterator[tuple[str, int, Period]]:
    """(unit, back, period) of the last four quarters and the last year that ended `wait` days ago or more."""
    for unit, most in (("quarter", QUARTERS), ("year", 1)):
        for back in range(most, 0, -1):
            period = periods.calendar_period(today, unit, back)
            if period.last + timedelta(days=wait) <= today:
                yield unit, back, period


def lay(
    tx: sa.Connection, feed: str, folder: Path, *, formats: tuple[str, ...], wait: int, now: datetime
) -> tuple[str, ...]:
    """Write what is due and not there; the names written. Raises OSError for a folder that cannot be written."""
    written = []
    for unit, back, period in ended(now.astimezone(figures.DENMARK).date(), wait):
        for format in formats:
            place = folder / name(period, format)
            if place.exists():
                continue
            content = figures.report(tx, feed, unit=unit, back=back, format=format, language="da", now=now)
            half = place.with_suffix(f".{format}.part")
            half.write_bytes(content)
            os.replace(half, place)
            written.append(place.name)
    return tuple(written)
