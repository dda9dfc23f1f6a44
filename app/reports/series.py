"""What the plots show: one value a week or a month, the steps of jobs that last, and the caseload by phase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from app.domain.log_rows import Logs, Period
from app.reports import facts_staff, figures_flow, figures_jobs
from app.reports.fact import Fact
from app.reports.facts_search import reached, waits_of, weeks_worked
from app.reports.periods import month_end, months_before
from app.reports.survival import SurvivalStep, kaplan_meier

WEEKS: Final = 12
MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Point:
    """`first`: the Monday or the first of the month. `value` None: nothing to count. `n`: what it rests on."""

    first: date
    value: Fraction | None
    n: int


@dataclass(frozen=True, slots=True)
class Series:
    """All the figures page draws."""

    contacts: tuple[Point, ...]
    outside: tuple[Point, ...]
    days: tuple[Point, ...]
    starts: tuple[Point, ...]
    ends: tuple[Point, ...]
    lasting: tuple[SurvivalStep, ...]
    jobs: int
    phases: dict[str, int]


def series(logs: Logs, today: date) -> Series:
    seen, found = figures_jobs.spells(logs, today), reached(logs)

    def days(_: Logs, period: Period) -> Fact:
        return figures_flow.days_of_waits(*waits_of(found, period))

    return Series(
        contacts=contacts_by_week(logs, today),
        outside=_by_month(logs, today, facts_staff.community_share),
        days=_by_month(logs, today, days),
        starts=_by_month(logs, today, _starts), ends=_by_month(logs, today, figures_jobs.job_ends),
        lasting=kaplan_meier(seen), jobs=len(seen), phases=figures_flow.caseload_by_phase(logs, today),
    )  # fmt: skip


def _starts(logs: Logs, period: Period) -> Fact:
    found = [job for job in logs.jobs if job.began in period and job.danish and job.counts is not False]
    return Fact(Fraction(len(found)), len(found))


def contacts_by_week(logs: Logs, today: date) -> tuple[Point, ...]:
    """The last twelve weeks, per consultant and full-time week; a week nobody worked has no value."""
    monday = today - timedelta(days=today.weekday())
    found = []
    for back in range(WEEKS - 1, -1, -1):
        first = monday - timedelta(weeks=back)
        week = Period(first, min(first + timedelta(days=6), today))
        rows = [v for v in logs.visits if v.on in week and v.in_person and v.whose]
        worked = sum((weeks_worked(w, week, logs.free_days) for w in logs.workers), Fraction(0))
        found.append(Point(first, Fraction(len(rows)) / worked if worked else None, len(rows)))
    return tuple(found)


def _by_month(logs: Logs, today: date, count: Callable[[Logs, Period], Fact]) -> tuple[Point, ...]:
    found = []
    for back in range(MONTHS - 1, -1, -1):
        first = months_before(today.replace(day=1), back)
        fact = count(logs, Period(first, min(month_end(first), today)))
        found.append(Point(first, fact.value, fact.n))
    return tuple(found)
