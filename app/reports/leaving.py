"""Figures that leave the team: small numbers hidden, in one pattern for the whole year.

Month, quarter and year are published one after the other, and the caseload of two months with what came and went
between them. So all of a year's counts are hidden together, once: whichever of its tables somebody lays side by side,
they have the same gaps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.log_rows import Logs, Period
from app.reports.fact import Fact
from app.reports.figures import COUNTERS, Figure
from app.reports.figures_flow import caseload_by_phase
from app.reports.periods import month_end, months_before
from app.reports.suppress import SMALL, Key, Sum, hidden

FLOWS: Final = ("new_courses", "closed_courses", "referrals", "job_starts", "job_ends", "education_starts")
STOCK: Final = "active_courses"
MONTHS, QUARTERS = 12, 4


@dataclass(frozen=True, slots=True)
class Gone:
    """A figure as it may leave. `value` None and not `hidden`: nothing to count."""

    figure: Figure
    hidden: bool


def ended(period: Period, today: date) -> bool:
    """A period that still runs changes from one export to the next, and the difference would tell."""
    return period.last < today and period.last == month_end(period.last)


def leaving(logs: Logs, period: Period, figures: tuple[Figure, ...]) -> tuple[Gone, ...]:
    """Each figure, or that it is hidden. `period`: a whole month, quarter or year."""
    away = pattern(logs, period.last.year)
    return tuple(Gone(one, _is_hidden(one, period, away)) for one in figures)


def _is_hidden(one: Figure, period: Period, away: frozenset[Key]) -> bool:
    fact, id = one.fact, one.metric.id
    if id in FLOWS:
        return (id, _name(period)) in away
    if id == STOCK:
        return (id, f"m{period.last.month}") in away
    if one.metric.unit == "percent":
        return _gives_away(fact)
    return one.metric.small and 0 < fact.counted < SMALL


def _gives_away(fact: Fact) -> bool:
    """A share of few, or one that few are missing from."""
    if not fact.of:
        return False
    rest = fact.of - fact.counted
    return fact.n < SMALL or 0 < fact.counted < SMALL or 0 < rest < SMALL


def _name(period: Period) -> str:
    months = period.last.month - period.first.month + 1
    if months == 1:
        return f"m{period.last.month}"
    return "year" if months == MONTHS else f"q{(period.last.month - 1) // 3 + 1}"


def pattern(logs: Logs, year: int) -> frozenset[Key]:
    """What is hidden of a year's counts by month, quarter and year; keys are (metric, `m1`, `q1` or `year`)."""
    cells: dict[Key, int] = {}
    sums: list[Sum] = []
    for id in FLOWS:
        _by_time(cells, sums, logs, id, year)
    secret = _balance(cells, sums, logs, year)
    return hidden(cells, sums, unpublished=secret) - secret


def _by_time(cells: dict[Key, int], sums: list[Sum], logs: Logs, id: str, year: int) -> None:
    for month in range(1, MONTHS + 1):
        first = date(year, month, 1)
        cells[id, f"m{month}"] = int(COUNTERS[id](logs, Period(first, month_end(first))).counted)
    for quarter in range(1, QUARTERS + 1):
        parts = tuple((id, f"m{month}") for month in range(quarter * 3 - 2, quarter * 3 + 1))
        cells[id, f"q{quarter}"] = sum(cells[part] for part in parts)
        sums.append(Sum((id, f"q{quarter}"), parts))
    quarters = tuple((id, f"q{quarter}") for quarter in range(1, QUARTERS + 1))
    cells[id, "year"] = sum(cells[part] for part in quarters)
    sums.append(Sum((id, "year"), quarters))


def _balance(cells: dict[Key, int], sums: list[Sum], logs: Logs, year: int) -> frozenset[Key]:
    """Before + new = after + closed + (what is on long hold); the middle is published by nobody."""
    secret: set[Key] = set()
    for month in range(MONTHS + 1):
        last = month_end(date(year, month, 1)) if month else months_before(date(year, 1, 31), 1)
        cells[STOCK, f"m{month}"] = int(COUNTERS[STOCK](logs, Period(last, last)).counted)
    for month in range(1, MONTHS + 1):
        before, new = cells[STOCK, f"m{month - 1}"], cells["new_courses", f"m{month}"]
        after, gone = cells[STOCK, f"m{month}"], cells["closed_courses", f"m{month}"]
        middle: Key = ("balance", f"m{month}")
        if before + new == after + gone:  # else pauses came between, and the reader cannot reckon
            cells[middle] = before + new
            secret.add(middle)
            sums.append(Sum(middle, ((STOCK, f"m{month - 1}"), ("new_courses", f"m{month}"))))
            sums.append(Sum(middle, ((STOCK, f"m{month}"), ("closed_courses", f"m{month}"))))
    return frozenset(secret)


def phases(logs: Logs) -> Mapping[str, int | None]:
    """The caseload by phase, small numbers as None, with its sum under `all`."""
    counts = caseload_by_phase(logs)
    cells: dict[Key, int] = dict[Key, int](counts.items())
    cells["all"] = sum(counts.values())
    away = hidden(cells, [Sum("all", tuple(counts))])
    return {str(key): None if key in away else number for key, number in cells.items()}
