"""Charts drawn for a review: one participant's course in numbers, under a number instead of a name.

Days are told as days since the start, never as dates; nothing a person typed, no employer and no job title is in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from app.domain.log_rows import Course, Logs, Period
from app.domain.review import one_text
from app.reports import facts_jobs, facts_search
from app.reports.fact import Fact
from app.reports.figures_flow import touches

SIZE: Final = 10
_WEEK: Final = 7
Asked = Callable[[Logs, Period], Fact]


def _meetings(logs: Logs, period: Period) -> Fact:
    found = [v for v in logs.visits if v.on in period]
    return Fact(None, len(found), counted=sum(v.in_person for v in found), of=len(found))


def _supports(logs: Logs, period: Period) -> Fact:
    found = [s for s in logs.supports if s.on in period]
    return Fact(None, len(found), counted=sum(s.in_person for s in found), of=len(found))


def _versions(logs: Logs, period: Period) -> Fact:
    days = [day for course in logs.courses for day in course.profile_versions if day <= period.last]
    return Fact(None, 0, counted=len(days))


def _talks(logs: Logs, period: Period) -> Fact:
    del period
    return Fact(None, 0, counted=sum(c.disclosure_talks for c in logs.courses))


# What the reviewers look for in a chart (items 12 to 16, 21, 23 and 25), in the order of the course.
LINES: Final[dict[str, Asked]] = {
    "chart_first_contact": facts_search.days_to_first_contact,
    "chart_versions": _versions,
    "chart_plan": facts_search.plan_active,
    "chart_plan_updated": facts_search.plan_updated,
    "chart_talks": _talks,
    "chart_meetings": _meetings,
    "chart_wished": facts_search.by_preference,
    "chart_jobs": facts_jobs.competitive_strict,
    "chart_guided": facts_jobs.guidance_before_start,
    "chart_profile": facts_jobs.profile_updated,
    "chart_before": facts_jobs.before_start,
    "chart_after": facts_jobs.after_start,
    "chart_monthly": facts_jobs.monthly_first_year,
    "chart_support": _supports,
    "chart_outreach": facts_search.outreach_attempts,
}


@dataclass(frozen=True, slots=True)
class Chart:
    """`weeks`: since the start, at the period's end. `lines`: name → (counted, of); `of` 0 where it is a number alone."""

    number: int
    phase: str
    weeks: int
    lines: Mapping[str, tuple[int, int]]


def candidates(logs: Logs, period: Period) -> tuple[Course, ...]:
    """Whose chart may be drawn: everybody whose course was open on some day of the period."""
    return tuple(course for course in logs.courses if touches(course, period))


def chart(logs: Logs, whose: UUID, number: int, period: Period) -> Chart:
    """Raises StopIteration for somebody without a course."""
    mine = _of_participant(logs, whose)
    course = next(one for one in mine.courses if one.id == whose)
    began = course.began or period.first
    lines = {}
    for name, asked in LINES.items():
        fact = asked(mine, period)
        if fact.counted or fact.of:
            lines[name] = (int(fact.counted), int(fact.of))
    weeks = max(0, (period.last - began).days // _WEEK)
    return Chart(number, course.phase, weeks, lines)


def _of_participant(logs: Logs, whose: UUID) -> Logs:
    return replace(
        logs, courses=tuple(c for c in logs.courses if c.id == whose),
        visits=tuple(replace(v, whose=frozenset({whose})) for v in logs.visits if whose in v.whose),
        jobs=tuple(j for j in logs.jobs if j.participant == whose), times=(),
        supports=tuple(s for s in logs.supports if s.participant == whose),
    )  # fmt: skip


def packed(charts: tuple[Chart, ...]) -> str:
    """Canonical JSON of numbers and codes."""
    told = [
        {
            "number": c.number,
            "phase": c.phase,
            "weeks": c.weeks,
            "lines": {k: list(v) for k, v in c.lines.items()},
        }
        for c in charts
    ]
    return one_text({"charts": told})


def unpacked(text: str) -> tuple[Chart, ...]:
    """The inverse. Raises ValueError for what is no such text."""
    told: Any = json.loads(text)
    if not isinstance(told, dict) or not isinstance(told.get("charts"), list):
        raise ValueError("charts")
    return tuple(
        Chart(c["number"], c["phase"], c["weeks"], {k: (v[0], v[1]) for k, v in c["lines"].items()})
        for c in told["charts"]
    )
