"""Facts about jobs: how they vary, what they count as, and whether the support followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from app.domain.log_rows import JobRow, Logs, Period
from app.reports.fact import NOTHING, Fact, count, share
from app.reports.periods import months_before

BEFORE_DAYS: Final = 7
AFTER_DAYS: Final = 3
FIRST_WEEKS: Final = 4
FIRST_MONTHS: Final = 4
YEAR_MONTHS: Final = 12
_WEEK: Final = timedelta(days=7)


def started(logs: Logs, period: Period) -> list[JobRow]:
    """Jobs that began in the period and count as ordinary by the Danish trial's rule."""
    return [job for job in logs.jobs if job.began in period and job.danish and job.counts is not False]


def job_types(logs: Logs, period: Period) -> Fact:
    """Different four-digit job types of the jobs started."""
    return _distinct(started(logs, period), lambda job: job.job_type)


def workplaces(logs: Logs, period: Period) -> Fact:
    """Different workplaces (production units) of the jobs started."""
    return _distinct(started(logs, period), lambda job: job.workplace)


def _distinct(jobs: list[JobRow], what: Callable[[JobRow], str]) -> Fact:
    known = [job for job in jobs if what(job)]
    kinds = len({what(job) for job in known})
    return share(kinds, len(known), [("job", job.id, 1) for job in known], missing=len(jobs) - len(known))


def competitive_strict(logs: Logs, period: Period) -> Fact:
    """Jobs that are competitive and permanent, of all jobs started, whatever their form."""
    return _form(logs, period, lambda job: job.strict)


def competitive_danish(logs: Logs, period: Period) -> Fact:
    """The same with the forms the Danish trial counted as ordinary work."""
    return _form(logs, period, lambda job: job.danish)


def _form(logs: Logs, period: Period, fits: Callable[[JobRow], bool]) -> Fact:
    whole = [job for job in logs.jobs if job.began in period and job.counts is not False]
    hit = [job for job in whole if fits(job)]
    return share(len(hit), len(whole), [("job", job.id, 1) for job in hit])


def guidance_before_start(logs: Logs, period: Period) -> Fact:
    """Jobs whose holder had guidance about benefits before the first day."""
    jobs = started(logs, period)
    hit = [job for job in jobs if job.guidance_on is not None and job.guidance_on <= job.began]
    return share(len(hit), len(jobs), [("job", job.id, 1) for job in hit])


def profile_updated(logs: Logs, period: Period) -> Fact:
    """Jobs of the period after whose start the holder's profile got a new version."""
    versions = {course.id: course.profile_versions for course in logs.courses}
    if not any(versions.values()):
        return NOTHING
    jobs = started(logs, period)
    hit = [job for job in jobs if any(day > job.began for day in versions.get(job.participant, ()))]
    return share(len(hit), len(jobs), [("job", job.id, 1) for job in hit])


def jobs_supported(logs: Logs, period: Period) -> Fact:
    """Jobs that lasted into the period with at least one support contact in it."""
    contacts = _contacts(logs)
    jobs = _lasting(logs, period)
    hit = [job for job in jobs if _any(contacts, job, period.first, period.last)]
    return share(len(hit), len(jobs), [("job", job.id, 1) for job in hit])


def support_kinds(logs: Logs, period: Period) -> Fact:
    """Different purposes of support contacts."""
    found = [s for s in logs.supports if s.on in period and s.purpose]
    return count(len({s.purpose for s in found}), [("support", s.id, 1) for s in found]) if found else NOTHING


def before_start(logs: Logs, period: Period) -> Fact:
    """Jobs with a contact in person in the seven days before the start."""
    jobs = [job for job in logs.jobs if job.began in period]
    return _met(
        logs, jobs, lambda job: (job.began - timedelta(days=BEFORE_DAYS), job.began - timedelta(days=1))
    )


def after_start(logs: Logs, period: Period) -> Fact:
    """Jobs with a contact in person on the first day or the three after it, once those have passed."""
    jobs = [
        job
        for job in logs.jobs
        if job.began in period and job.began + timedelta(days=AFTER_DAYS) <= period.last
    ]
    return _met(logs, jobs, lambda job: (job.began, job.began + timedelta(days=AFTER_DAYS)))


def after_loss(logs: Logs, period: Period) -> Fact:
    """Ended jobs with a contact in person within three days of the consultant's learning of it."""
    jobs = [job for job in logs.jobs if job.lost_known in period]
    return _met(logs, jobs, _after_loss)


def _after_loss(job: JobRow) -> tuple[date, date]:
    known = job.lost_known or job.began
    return known, known + timedelta(days=AFTER_DAYS)


def _met(logs: Logs, jobs: list[JobRow], window: Callable[[JobRow], tuple[date, date]]) -> Fact:
    contacts = _contacts(logs)
    hit = [job for job in jobs if _any(contacts, job, *window(job))]
    return share(len(hit), len(jobs), [("job", job.id, 1) for job in hit])


def weekly_first_month(logs: Logs, period: Period) -> Fact:
    """Jobs with a contact in person in each of the first four weeks; a job that ended earlier, in its weeks."""
    jobs = [
        job for job in logs.jobs if job.began in period and job.began + FIRST_WEEKS * _WEEK <= period.last
    ]
    return _in_all(logs, jobs, _weeks_of)


def monthly_first_year(logs: Logs, period: Period) -> Fact:
    """Jobs with a contact in person in each of their whole months in the period, up to the twelfth."""
    return _in_all(logs, _lasting(logs, period), lambda job: _months_of(job, period, YEAR_MONTHS))


def four_months(logs: Logs, period: Period) -> Fact:
    """Jobs with a contact in person in each of their whole months in the period, up to the fourth."""
    return _in_all(logs, _lasting(logs, period), lambda job: _months_of(job, period, FIRST_MONTHS))


def after_first_month(logs: Logs, period: Period) -> Fact:
    """Contacts in person with somebody whose job is older than a month."""
    contacts = _contacts(logs)
    found = sum(
        day in period and day >= months_before(job.began, -1) and (job.ended is None or day <= job.ended)
        for job in logs.jobs
        for day in contacts.get(job.participant, ())
    )
    return count(found)


def _lasting(logs: Logs, period: Period) -> list[JobRow]:
    return [j for j in logs.jobs if j.began <= period.last and (j.ended is None or j.ended >= period.first)]


def _contacts(logs: Logs) -> dict[UUID, list[date]]:
    """Participant → days of contact in person, and days they declined it, which count as offered."""
    found: dict[UUID, list[date]] = defaultdict(list)
    for row in logs.supports:
        if row.in_person or row.declined:
            found[row.participant].append(row.on)
    return found


def _any(contacts: dict[UUID, list[date]], job: JobRow, first: date, last: date) -> bool:
    return any(first <= day <= last for day in contacts.get(job.participant, ()))


Spans = Sequence[tuple[date, date]]


def _in_all(logs: Logs, jobs: list[JobRow], spans: Callable[[JobRow], Spans]) -> Fact:
    contacts = _contacts(logs)
    asked = [(job, found) for job in jobs if (found := spans(job))]
    hit = [job for job, found in asked if all(_any(contacts, job, first, last) for first, last in found)]
    return share(len(hit), len(asked), [("job", job.id, 1) for job in hit])


def _weeks_of(job: JobRow) -> Spans:
    starts = [job.began + n * _WEEK for n in range(FIRST_WEEKS)]
    return [(day, day + _WEEK - timedelta(days=1)) for day in starts if job.ended is None or day <= job.ended]


def _months_of(job: JobRow, period: Period, most: int) -> Spans:
    found = []
    for n in range(most):
        first = months_before(job.began, -n)
        last = months_before(job.began, -n - 1) - timedelta(days=1)
        if first in period and last in period and (job.ended is None or last <= job.ended):
            found.append((first, last))
    return found
