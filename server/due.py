"""The figures that are due: a file for each quarter and year that has ended, laid in a folder once.

A file that is there is never written again, and none is laid beside one that rests on other rows: the difference of two
could tell what each of them hides.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from app.domain.log_rows import Period
from app.reports import leaving, periods
from server import figures

QUARTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Due:
    """`files`: what each holds, not written yet. `kept_back`: of a file that is not made the period whose figures stand
    in its way."""

    files: dict[Path, bytes]
    kept_back: dict[str, Period]


def name(period: Period, format: str) -> str:
    """`ips-2026-q3.csv`, `ips-2026-year.csv`"""
    return f"ips-{short(period)}.{format}"


def ended(today: date, wait: int) -> Iterator[tuple[str, int, Period]]:
    """(unit, back, period) of the last four quarters and the last year that ended `wait` days ago or more."""
    for unit, most in (("quarter", QUARTERS), ("year", 1)):
        for back in range(most, 0, -1):
            period = periods.calendar_period(today, unit, back)
            if period.last + timedelta(days=wait) <= today:
                yield unit, back, period


def short(period: Period) -> str:
    """`2026-q3`, `2026-year`"""
    return f"{period.last.year}-{leaving.name(period)}"


def period(which: str) -> Period | None:
    """The inverse of `short`; None for what is none."""
    year, _, part = which.partition("-")
    return leaving.span(int(year), part) if year.isdecimal() and part in leaving.NAMES else None


def words(left: Period) -> str:
    """Why a file is not made, and what can be done; for whoever runs the server."""
    return (
        f"rows have come since the figures of {left.first} to {left.last} were handed out; together the two would tell what each "
        f"hides. Either leave it at that, or have everybody who has them delete them, and then: figures-due --taken-back {short(left)}"
    )


def now_due(
    tx: sa.Connection, feed: str, folder: Path, *, formats: tuple[str, ...], wait: int, now: datetime
) -> Due:
    """What is due and not there. It is written down as handed out: commit, then `lay`."""
    files: dict[Path, bytes] = {}
    kept_back: dict[str, Period] = {}
    for unit, back, period in ended(now.astimezone(figures.DENMARK).date(), wait):
        places = {format: folder / name(period, format) for format in formats}
        wanted = [format for format, place in places.items() if not place.exists()]
        if not wanted:
            continue
        try:
            made = figures.hand_out(tx, feed, unit=unit, back=back, formats=wanted, language="da", now=now)
        except figures.ToldOtherwise as told:
            kept_back |= {places[format].name: told.period for format in wanted}
        else:
            files |= {places[format]: content for format, content in made.items()}
    return Due(files, kept_back)


def lay(files: dict[Path, bytes]) -> tuple[str, ...]:
    """Each whole or not at all; the names. Raises OSError for a folder that cannot be written."""
    for place, content in files.items():
        half = place.with_name(f"{place.name}.part")
        half.write_bytes(content)
        os.replace(half, place)
    return tuple(place.name for place in files)
