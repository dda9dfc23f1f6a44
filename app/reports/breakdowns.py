"""Figures by something: STAR's markers by age, benefit and work; jobs by form, hours and why they ended; refusals by why.

Each is a small table of people or jobs, defined in `resources/figures/metrics.json` beside the figure it splits.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Final

import resources
from app.domain import employment_form
from app.domain.course import PeriodList
from app.domain.log_rows import Course, JobRow, Logs, Period
from app.reports.figures_flow import has_marker
from app.reports.kept import NOTHING_KEPT, Kept

Words = Mapping[str, str]
Cells = Mapping[tuple[str, str], int]
IPS, LIKE, ALL = "IPS_STAR", "IPS_LIGNENDE_STAR", "all"
MARKERS: Final = (IPS, LIKE)
_LISTED: Final[Words] = {"benefit": PeriodList.BENEFIT.value, "form": employment_form.LIST}
_BANDS: Final = ((5, "below_5"), (15, "from_5"), (30, "from_15"))


@dataclass(frozen=True, slots=True)
class Breakdown:
    """`metrics`: the figures its columns add up to; none where one job can stand in several rows. `kind`: whose words
    its rows have."""

    id: str
    kind: str
    columns: tuple[str, ...]
    metrics: tuple[str, ...]
    label: Words
    formula: Words
    source: Words


@dataclass(frozen=True, slots=True)
class Split:
    """`cells`: (row, column) → count, every pair there. `words`: row → language → word, of a row whose code is on a dated
    list."""

    breakdown: Breakdown
    rows: tuple[str, ...]
    cells: Cells
    words: Mapping[str, Words] = field(default_factory=dict)


@cache
def breakdowns() -> tuple[Breakdown, ...]:
    told: Any = json.loads(resources.path("figures/metrics.json").read_text(encoding="utf-8"))["breakdowns"]
    return tuple(
        Breakdown(**one | {"columns": tuple(one["columns"]), "metrics": tuple(one["metrics"])})
        for one in told
    )


def compute(logs: Logs, period: Period, kept: Kept = NOTHING_KEPT) -> tuple[Split, ...]:
    """All tables. Rows stand in the order of their codes, so that two computers make the same table."""

    def split(one: Breakdown) -> Split:
        return kept.ask(("split", one.id, period), lambda rows: _split(one, rows, period), logs)

    return tuple(split(one) for one in breakdowns())


def _split(one: Breakdown, logs: Logs, period: Period) -> Split:
    counted = Counter(_COUNT[one.id](logs, period))
    rows = _ORDER.get(one.id) or tuple(sorted({row for row, _ in counted}))
    cells = {(row, column): counted[row, column] for row in rows for column in one.columns}
    return Split(one, rows, cells, _words(one, logs, rows, period.last))


def _words(one: Breakdown, logs: Logs, rows: tuple[str, ...], day: date) -> dict[str, Words]:
    """What the codes were called at the end of the period."""
    name = _LISTED.get(one.kind)
    found = {row: logs.lists.find(name, row, day) for row in rows} if name else {}
    return {row: code.words for row, code in found.items() if code is not None}


def _marked(logs: Logs, day: date) -> Iterator[Course]:
    return (c for c in logs.courses if c.marker in MARKERS and has_marker(c, day))


def _by_age(logs: Logs, period: Period) -> Iterator[tuple[str, str]]:
    for course in _marked(logs, period.last):
        age = (
            "unknown"
            if course.thirty_on is None
            else "under_30"
            if period.last < course.thirty_on
            else "from_30"
        )
        yield age, course.marker


def _by_benefit(logs: Logs, period: Period) -> Iterator[tuple[str, str]]:
    """The benefit begun last of those held on the last day."""
    for course in _marked(logs, period.last):
        held = [code for code, span in course.benefits if span.holds(period.last)]
        yield held[-1] if held else "unknown", course.marker


def _by_status(logs: Logs, period: Period) -> Iterator[tuple[str, str]]:
    """In a job whose hours are ordinary wage hours, in another job, in education, or in none of them."""
    day = period.last
    ordinary = {j.participant for j in logs.jobs if j.star and _runs(j.began, j.ended, day)}
    other = {j.participant for j in logs.jobs if _runs(j.began, j.ended, day)}
    learning = {s.participant for s in logs.studies if _runs(s.began, s.ended, day)}
    for course in _marked(logs, day):
        places = (("wage_hours", ordinary), ("other_job", other), ("education", learning))
        yield next((name for name, who in places if course.id in who), "neither"), course.marker


def _runs(began: date, ended: date | None, day: date) -> bool:
    return began <= day and (ended is None or ended >= day)


def _started(logs: Logs, period: Period) -> Iterator[JobRow]:
    """As `job_starts` counts them."""
    return (job for job in logs.jobs if job.began in period and job.danish and job.counts)


def _by_form(logs: Logs, period: Period) -> Iterator[tuple[str, str]]:
    return ((job.form or "unknown", ALL) for job in _started(logs, period))


def _by_hours(logs: Logs, period: Period) -> Iterator[tuple[str, str]]:
    return ((_band(job.weekly_hours), ALL) for job in _started(logs, period))


def _band(hours: float | None) -> str:
    if hours is None:
        return "unknown"
    return next((name for limit, name in _BANDS if hours < limit), "from_30_hours")


def _by_reason(logs: Logs, period: Period) -> Iterator[tuple[str, str]]:
    """A job that ended for two reasons stands in both."""
    for job in logs.jobs:
        if job.ended in period and job.danish:
            yield from ((reason, ALL) for reason in _reasons(job.end_reason))


def _by_refusal(logs: Logs, period: Period) -> Iterator[tuple[str, str]]:
    """As `referrals_refused` counts them."""
    return ((c.refusal or "unknown", ALL) for c in logs.courses if c.refused and c.received in period)


def _by_rule(logs: Logs, period: Period) -> Iterator[tuple[str, str]]:
    for one in logs.overrides:
        if one.on in period:
            yield from ((one.rule, ALL) for _ in range(one.times))


def _reasons(told: str) -> Iterable[str]:
    return [code for code in told.split(",") if code] or ["unknown"]


_COUNT: Final[Mapping[str, Callable[[Logs, Period], Iterator[tuple[str, str]]]]] = {
    "marker_by_age": _by_age,
    "marker_by_benefit": _by_benefit,
    "marker_by_status": _by_status,
    "starts_by_form": _by_form,
    "starts_by_hours": _by_hours,
    "ends_by_reason": _by_reason,
    "refused_by_reason": _by_refusal,
    "overrides_by_rule": _by_rule,
}
_ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    "marker_by_age": ("under_30", "from_30", "unknown"),
    "marker_by_status": ("wage_hours", "other_job", "education", "neither"),
    "starts_by_hours": ("below_5", "from_5", "from_15", "from_30_hours", "unknown"),
}
