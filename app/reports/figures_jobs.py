"""Figures about work: starts, the employment rate in its two forms, retention, and how long jobs last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Final
from uuid import UUID

from app.domain.log_rows import JobRow, Logs, Period
from app.reports.fact import HUNDRED, NOTHING, Fact, count, share
from app.reports.facts_staff import active
from app.reports.figures_flow import touches
from app.reports.periods import months_before
from app.reports.survival import at_risk, kaplan_meier, left_after

RATE_MONTHS: Final = 18
COHORT_MONTHS: Final = 12
WEEK: Final = 7


def _counts(job: JobRow) -> bool:
    """Ordinary work by the Danish trial's rule, with four paid hours worked."""
    return job.danish and job.counts is True


def job_starts(logs: Logs, period: Period) -> Fact:
    """All jobs started of which four paid hours are worked. Missing: nobody has said whether they are."""
    begun = [job for job in logs.jobs if job.began in period and job.danish]
    found = [job for job in begun if job.counts]
    unsaid = sum(1 for job in begun if job.counts is None)
    return Fact(Fraction(len(found)), len(found), unsaid, len(found), rows=_refs(found))


def into_work(logs: Logs, period: Period) -> Fact:
    """Different people whose first job after the course began started in the period."""
    began = {course.id: course.began for course in logs.courses}
    first: dict[UUID, JobRow] = {}
    for job in sorted((j for j in logs.jobs if _counts(j)), key=lambda j: (j.began, str(j.id))):
        start = began.get(job.participant)
        if start is None or job.began >= start:
            first.setdefault(job.participant, job)
    found = [job for job in first.values() if job.began in period]
    return count(len(found), _refs(found))


def _refs(jobs: Iterable[JobRow]) -> list[tuple[str, UUID, int]]:
    return [("job", job.id, 1) for job in jobs]


def education_starts(logs: Logs, period: Period) -> Fact:
    """Ordinary educations begun."""
    found = [study for study in logs.studies if study.began in period and study.ordinary]
    return count(len(found), [("study", study.id, 1) for study in found])


def employed_now(logs: Logs, period: Period) -> Fact:
    """Of the active on the last day, those in ordinary work that day."""
    day = period.last
    at_work = {
        j.participant
        for j in logs.jobs
        if j.danish and j.began <= day and (j.ended is None or j.ended >= day)
    }
    here = [c for c in logs.courses if active(c, day)]
    found = [c for c in here if c.id in at_work]
    return share(len(found), len(here), [("course", c.id, 1) for c in found])


def rate_period(logs: Logs, period: Period) -> Fact:
    """UK's rate: of those out of work at the start and in the caseload in the period, those who started a job in it."""
    here = [c for c in logs.courses if touches(c, period)]
    out = [c for c in here if c.in_work_at_start is False]
    started = {job.participant for job in logs.jobs if _counts(job) and job.began in period}
    found = [c for c in out if c.id in started]
    unsaid = sum(1 for c in here if c.in_work_at_start is None)
    return share(len(found), len(out), [("course", c.id, 1) for c in found], missing=unsaid)


def rate_18_months(logs: Logs, period: Period) -> Fact:
    """As the Danish trial: work or ordinary education within 18 months, of those who began 18 to 30 months ago."""
    last = months_before(period.last, RATE_MONTHS)
    cohort = Period(months_before(last, COHORT_MONTHS), last)
    here = [c for c in logs.courses if c.began in cohort and c.in_work_at_start is not True]
    starts: dict[UUID, list[date]] = defaultdict(list)
    for job in logs.jobs:
        if _counts(job):
            starts[job.participant].append(job.began)
    for study in logs.studies:
        if study.ordinary:
            starts[study.participant].append(study.began)
    found = [
        c
        for c in here
        if c.began and any(c.began <= d <= months_before(c.began, -RATE_MONTHS) for d in starts[c.id])
    ]
    return share(len(found), len(here), [("course", c.id, 1) for c in found])


def retention_share(logs: Logs, period: Period) -> Fact:
    """Of the caseload in the period, those who had work at the start and want to keep it; UK's limit is 15 %."""
    here = [c for c in logs.courses if touches(c, period)]
    known = [c for c in here if c.in_work_at_start is not None]
    found = [c for c in known if c.in_work_at_start]
    return share(len(found), len(known), [("course", c.id, 1) for c in found], missing=len(here) - len(known))


def job_ends(logs: Logs, period: Period) -> Fact:
    found = [job for job in logs.jobs if job.ended in period and job.danish]
    return count(len(found), _refs(found))


def spells(logs: Logs, last: date) -> list[tuple[int, bool]]:
    """(days, ended) of every ordinary job begun by `last`; one that goes on has been seen until `last`."""
    found = []
    for job in logs.jobs:
        if job.danish and job.counts is not False and job.began <= last:
            ended = job.ended is not None and job.ended <= last
            until = job.ended if ended and job.ended is not None else last
            found.append((max(1, (until - job.began).days), ended))
    return found


def in_job_4_weeks(logs: Logs, period: Period) -> Fact:
    """Share still in the job after 4 weeks (Kaplan and Meier); n is those still followed then."""
    return _still(logs, period, 4)


def in_job_26_weeks(logs: Logs, period: Period) -> Fact:
    """Share still in the job after 26 weeks (Kaplan and Meier); n is those still followed then."""
    return _still(logs, period, 26)


def in_job_13_weeks(logs: Logs, period: Period) -> Fact:
    """Share still in the job after 13 weeks (Kaplan and Meier); n is those still followed then."""
    return _still(logs, period, 13)


def in_job_52_weeks(logs: Logs, period: Period) -> Fact:
    """Share still in the job after 52 weeks (Kaplan and Meier); n is those still followed then."""
    return _still(logs, period, 52)


def _still(logs: Logs, period: Period, weeks: int) -> Fact:
    seen = spells(logs, period.last)
    left = at_risk(seen, weeks * WEEK)
    if not left:
        return NOTHING
    step = left_after(kaplan_meier(seen), weeks * WEEK)
    value = Fraction(1) if step is None else Fraction(step.left).limit_denominator(HUNDRED * HUNDRED)
    return Fact(value * HUNDRED, left, counted=left, of=len(seen))
