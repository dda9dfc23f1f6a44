"""What the plots show: one value a week or a month, the steps of jobs that last, and the caseload by phase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, TypeVar

from app.domain.log_rows import Logs, Period
from app.reports import facts_staff, figures_flow, figures_jobs
from app.reports.fact import Fact, median
from app.reports.facts_search import reached, waits_of, weeks_worked
from app.reports.kept import NOTHING_KEPT, Kept
from app.reports.periods import month_end, months_before
from app.reports.survival import SurvivalStep, kaplan_meier

T = TypeVar("T")
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


def series(logs: Logs, today: date, kept: Kept = NOTHING_KEPT) -> Series:
    def drawn(name: str, make: Callable[[Logs], T]) -> T:
        return kept.ask(("series", name, today), make, logs)

    lasting, jobs = drawn("lasting", lambda rows: _lasting(rows, today))
    return Series(
        contacts=drawn("contacts", lambda rows: contacts_by_week(rows, today)),
        outside=drawn("outside", lambda rows: _by_month(rows, today, facts_staff.community_share)),
        days=drawn("days", lambda rows: _days(rows, today)),
        starts=drawn("starts", lambda rows: _by_month(rows, today, _starts)),
        ends=drawn("ends", lambda rows: _by_month(rows, today, figures_jobs.job_ends)),
        lasting=lasting, jobs=jobs,
        phases=drawn("phases", lambda rows: figures_flow.caseload_by_phase(rows, today)),
    )  # fmt: skip


def _lasting(logs: Logs, today: date) -> tuple[tuple[SurvivalStep, ...], int]:
    seen = figures_jobs.spells(logs, today)
    return kaplan_meier(seen), len(seen)


def _days(logs: Logs, today: date) -> tuple[Point, ...]:
    found = reached(logs)

    def days(_: Logs, period: Period) -> Fact:
        done, waiting = waits_of(found, period)
        waited = [n for _, n in (*done, *waiting)]
        return Fact(median(waited), len(waited))

    return _by_month(logs, today, days)


def _starts(logs: Logs, period: Period) -> Fact:
    found = [job for job in logs.jobs if job.began in period and job.danish and job.counts is not False]
    return Fact(Fraction(len(found)), len(found))


def contacts_by_week(logs: Logs, today: date) -> tuple[Point, ...]:
    """The last twelve weeks, per consultant and full-time week; a week nobody worked has no value.

    The running week counts as a whole one: its first day is no pace of the five.
    """
    monday = today - timedelta(days=today.weekday())
    found = []
    for back in range(WEEKS - 1, -1, -1):
        first = monday - timedelta(weeks=back)
        week = Period(first, first + timedelta(days=6))
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
