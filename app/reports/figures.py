"""The figures team leaders, municipality and STAR ask for, each defined in `resources/figures/metrics.json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import resources
from app.domain.log_rows import Logs, Period
from app.reports import facts_jobs, facts_search, facts_staff, facts_training, figures_flow, figures_jobs
from app.reports.fact import Fact
from app.reports.kept import NOTHING_KEPT, Kept

Words = Mapping[str, str]
Counter = Callable[[Logs, Period], Fact]

COUNTERS: Final[dict[str, Counter]] = {
    "active_courses": figures_flow.active_courses,
    "on_hold": figures_flow.on_hold,
    "new_courses": figures_flow.new_courses,
    "closed_courses": figures_flow.closed_courses,
    "caseload_per_fte": facts_staff.caseload_per_fte,
    "referrals": figures_flow.referrals,
    "referrals_refused": facts_search.referrals_refused,
    "days_to_accept": figures_flow.days_to_accept,
    "days_to_first_meeting": figures_flow.days_to_first_meeting,
    "days_to_employer": figures_flow.days_to_employer,
    "employer_within_30": figures_flow.employer_within_30,
    "contacts_week": facts_search.contacts_as_they_are,
    "employers_met": figures_flow.employers_met,
    "employers_new": figures_flow.employers_new,
    "community_share": facts_staff.community_share,
    "vocational_share": facts_staff.vocational_share,
    "job_starts": figures_jobs.job_starts,
    "into_work": figures_jobs.into_work,
    "competitive_strict": facts_jobs.competitive_strict,
    "competitive_danish": facts_jobs.competitive_danish,
    "education_starts": figures_jobs.education_starts,
    "employed_now": figures_jobs.employed_now,
    "rate_period": figures_jobs.rate_period,
    "rate_18_months": figures_jobs.rate_18_months,
    "retention_share": figures_jobs.retention_share,
    "job_ends": figures_jobs.job_ends,
    "in_job_4_weeks": figures_jobs.in_job_4_weeks,
    "in_job_13_weeks": figures_jobs.in_job_13_weeks,
    "in_job_26_weeks": figures_jobs.in_job_26_weeks,
    "in_job_52_weeks": figures_jobs.in_job_52_weeks,
    "disclosure_twice": facts_search.disclosure_twice,
    "guidance_before_start": facts_jobs.guidance_before_start,
    "outreach_attempts": facts_search.outreach_attempts,
    "marker_ips": figures_flow.marker_ips,
    "marker_like": figures_flow.marker_like,
    "consents_expiring": figures_flow.consents_expiring,
    "overrides": figures_flow.overrides,
    "consultants_silent": figures_flow.consultants_silent,
    "team_meetings_month": figures_flow.team_meetings_month,
    "supervisions": figures_flow.supervisions,
    "consultants_trained": facts_training.trained,
    "consultants_in_training": facts_training.in_training,
    "consultants_untrained": facts_training.untrained,
    "consultants_unsaid": facts_training.unsaid,
    "marker_begun": figures_flow.marker_begun,
    "marker_ended": figures_flow.marker_ended,
    "marker_missing": figures_flow.marker_missing,
}


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure's definition, as it is shown beside the figure and goes with every export.

    `unit`: count, percent, days, people, per_week or per_month. `small`: a count of people that is hidden below five when it
    leaves the team.
    """

    id: str
    group: str
    unit: str
    small: bool
    label: Words
    formula: Words
    numerator: Words
    denominator: Words
    exclusion: Words
    source: Words


@dataclass(frozen=True, slots=True)
class Figure:
    metric: Metric
    fact: Fact


@dataclass(frozen=True, slots=True)
class Group:
    code: str
    name: Words


@cache
def groups() -> tuple[Group, ...]:
    return tuple(Group(one["code"], one["name"]) for one in _told()["groups"])


@cache
def metrics() -> tuple[Metric, ...]:
    """All definitions in their order. Raises KeyError for one that nobody counts."""
    found = tuple(Metric(**one) for one in _told()["metrics"])
    for metric in found:
        COUNTERS[metric.id]
    return found


def _told() -> Any:
    return json.loads(resources.path("figures/metrics.json").read_text(encoding="utf-8"))


def compute(logs: Logs, period: Period, kept: Kept = NOTHING_KEPT) -> tuple[Figure, ...]:
    return tuple(Figure(metric, kept.fact(COUNTERS[metric.id], logs, period)) for metric in metrics())


def of_consultant(logs: Logs, id: str) -> Logs:
    """One consultant's rows: own courses with their jobs, own time and contacts."""
    courses = tuple(course for course in logs.courses if course.consultant == id)
    mine = {course.id for course in courses}
    return Logs(
        workers=tuple(w for w in logs.workers if w.id == id), courses=courses,
        visits=tuple(v for v in logs.visits if v.by == id), times=tuple(t for t in logs.times if t.by == id),
        jobs=tuple(j for j in logs.jobs if j.participant in mine),
        studies=tuple(s for s in logs.studies if s.participant in mine),
        supports=tuple(s for s in logs.supports if s.by == id or s.participant in mine),
        meetings=tuple(m for m in logs.meetings if m.by == id),
        consents=tuple(c for c in logs.consents if c.participant in mine),
        overrides=tuple(o for o in logs.overrides if o.by == id),
        trainings=tuple(t for t in logs.trainings if t.by == id), free_days=logs.free_days, lists=logs.lists,
    )  # fmt: skip
