"""Facts about the search for work: first contact, contacts a week, preferences, plans, the leader's review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Final
from uuid import UUID

from app.domain.log_rows import Course, Logs, Period, Visit, Worker
from app.domain.participant import Phase
from app.reports.fact import HUNDRED, NOTHING, Fact, count, mean, median, share
from app.reports.facts_staff import active
from app.reports.periods import WORKDAYS, iso_week

OPEN_DAYS: Final = 30
REVIEW_DAYS: Final = 14
ENOUGH: Final = 3  # who search, for the scale's numbers of contacts to hold as they stand
_LEARNING: Final = frozenset({"learn_needs", "introduce_ips", "job_analysis"})
_SEARCHING: Final = frozenset({Phase.ENGAGED, Phase.JOB_SEARCH, Phase.JOB_LOST})


def first_contacts(visits: Iterable[Visit]) -> dict[UUID, list[date]]:
    """Participant → days of meetings in person about a job that is not known to be an internship, in order."""
    found: dict[UUID, list[date]] = defaultdict(list)
    for visit in visits:
        if visit.in_person and visit.competitive is not False:
            for whose in visit.whose:
                found[whose].append(visit.on)
    return {whose: sorted(days) for whose, days in found.items()}


Reached = tuple[tuple[Course, date, date | None], ...]


def reached(logs: Logs) -> Reached:
    """Every course that has begun: since when, and the day of the first employer contact, if there was one."""
    contacts = first_contacts(logs.visits)
    return tuple(
        (course, course.began, _first(contacts[course.id], course.ended) if course.id in contacts else None)
        for course in logs.courses
        if course.began is not None
    )


def _first(days: Iterable[date], ended: date | None) -> date | None:
    return next((day for day in days if ended is None or day <= ended), None)


def waits(logs: Logs, period: Period) -> tuple[list[tuple[UUID, int]], list[tuple[UUID, int]]]:
    """Days from the start to the first employer contact: (those whose wait ended in the period, those who wait still).

    A contact before the start counts as day 0. Waits of 30 days or less that go on are not yet decided.
    """
    return waits_of(reached(logs), period)


def waits_of(found: Reached, period: Period) -> tuple[list[tuple[UUID, int]], list[tuple[UUID, int]]]:
    """The same of what `reached` found, for whoever asks about many periods."""
    done: list[tuple[UUID, int]] = []
    waiting: list[tuple[UUID, int]] = []
    for course, began, first in found:
        if began > period.last:
            continue
        if first is not None and first <= period.last:
            ended_on = max(first, began)
            if ended_on in period:
                done.append((course.id, (ended_on - began).days))
        elif (days := (period.last - began).days) > OPEN_DAYS and active(course, period.last):
            waiting.append((course.id, days))
    return done, waiting


def days_to_first_contact(logs: Logs, period: Period) -> Fact:
    """Mean of the days to the first contact; open waits over 30 days count with the days so far."""
    done, waiting = waits(logs, period)
    days = [*(n for _, n in done), *(n for _, n in waiting)]
    rows = [("course", id, n) for id, n in (*done, *waiting)]
    unknown = sum(1 for course in logs.courses if course.began is None and course.accepted is not None)
    if not days:
        return Fact(None, 0, unknown)
    middle = median(days) or Fraction(0)
    return Fact(
        mean(days), len(days), unknown, sum(days), len(days), rows,
        numbers={"sum": sum(days), "median": middle, "open": len(waiting)},
    )  # fmt: skip


def start_known(logs: Logs, period: Period) -> Fact:
    """Accepted participants whose start is registered: without it nothing is tracked."""
    here = [c for c in logs.courses if c.ended is None or c.ended > period.first]
    known = [c for c in here if c.began is not None]
    whole = [c for c in here if c.began is not None or c.accepted is not None]
    return share(len(known), len(whole), [("course", c.id, 1) for c in known])


def contacts_week(logs: Logs, period: Period) -> Fact:
    """Meetings in person on behalf of somebody, per consultant and full-time week worked; mean of the consultants.

    Who has fewer than three that search is held to two meetings a week for each of them: with one, two count as six do.
    """
    return _contacts(logs, period, _seekers(logs, period))


def contacts_as_they_are(logs: Logs, period: Period) -> Fact:
    """The same without regard to how many search."""
    return _contacts(logs, period, {})


def _seekers(logs: Logs, period: Period) -> dict[str, int]:
    """Consultant → how many of theirs search on the last day."""
    found: dict[str, int] = defaultdict(int)
    for course in _searching(logs, period):
        found[course.consultant] += 1
    return found


def _contacts(logs: Logs, period: Period, seekers: Mapping[str, int]) -> Fact:
    rows = [v for v in logs.visits if v.on in period and v.in_person and v.whose]
    done: dict[str, int] = defaultdict(int)
    for visit in rows:
        done[visit.by] += 1
    by: dict[str, Fraction] = {}
    weeks = Fraction(0)
    for worker in logs.workers:
        worked = weeks_worked(worker, period, logs.free_days)
        if worked:
            few = seekers.get(worker.id, 0)
            by[worker.id] = (
                Fraction(done[worker.id]) / worked * (Fraction(ENOUGH, few) if 0 < few < ENOUGH else 1)
            )
            weeks += worked
    nameless = sum(1 for v in logs.visits if v.on in period and v.in_person and not v.whose)
    return Fact(
        mean(list(by.values())), len(rows), counted=len(rows), of=weeks, rows=[("visit", v.id, 1) for v in rows],
        by=by, numbers={"weeks": weeks, "nameless": nameless},
    )  # fmt: skip


def weeks_worked(worker: Worker, period: Period, free: frozenset[date]) -> Fraction:
    """Full-time weeks: workdays neither free nor away, five to a week, times the post's share."""
    days = sum(
        1 for day in period.days() if day.weekday() < WORKDAYS and day not in free and worker.works(day)
    )
    return Fraction(days * worker.fte, WORKDAYS * HUNDRED)


def by_preference(logs: Logs, period: Period) -> Fact:
    """Contacts on behalf of somebody that matched their preferences."""
    asked = [v for v in logs.visits if v.on in period and v.whose]
    known = [v for v in asked if v.wished is not None]
    hit = [v for v in known if v.wished == "yes"]
    rows = [("visit", v.id, 1) for v in hit]
    return share(len(hit), len(known), rows, missing=len(asked) - len(known))


def _searching(logs: Logs, period: Period) -> list[Course]:
    return [c for c in logs.courses if active(c, period.last) and c.phase in _SEARCHING]


def plan_active(logs: Logs, period: Period) -> Fact:
    """Job seekers with a current plan."""
    if all(c.plan_from is None for c in logs.courses):
        return NOTHING
    here = _searching(logs, period)
    found = [c for c in here if c.plan_from is not None and c.plan_from <= period.last]
    return share(len(found), len(here), [("course", c.id, 1) for c in found])


def plan_updated(logs: Logs, period: Period) -> Fact:
    """Job seekers whose plan's review date has not passed."""
    if all(c.plan_from is None for c in logs.courses):
        return NOTHING
    here = _searching(logs, period)
    found = [
        c for c in here if c.plan_from is not None and (c.plan_review is None or c.plan_review >= period.last)
    ]
    return share(len(found), len(here), [("course", c.id, 1) for c in found])


def log_reviewed_weekly(logs: Logs, period: Period) -> Fact:
    """Weeks with contacts in which the leader saw all of them within two weeks; the running two weeks are left out."""
    seen: dict[tuple[int, int], bool] = {}
    for visit in _reviewable(logs, period):
        on_time = visit.reviewed is not None and (visit.reviewed - visit.on).days <= REVIEW_DAYS
        week = iso_week(visit.on)
        seen[week] = seen.get(week, True) and on_time
    return share(sum(seen.values()), len(seen))


def log_reviewed_monthly(logs: Logs, period: Period) -> Fact:
    """Months with contacts in which the leader saw some of them."""
    seen: dict[tuple[int, int], bool] = {}
    for visit in _reviewable(logs, period):
        month = visit.on.year, visit.on.month
        seen[month] = seen.get(month, False) or visit.reviewed is not None
    return share(sum(seen.values()), len(seen))


def _reviewable(logs: Logs, period: Period) -> list[Visit]:
    last = period.last - timedelta(days=REVIEW_DAYS)
    return [v for v in logs.visits if v.on in period and v.on <= last and v.in_person and v.whose]


def visits_per_employer(logs: Logs, period: Period) -> Fact:
    """Meetings in person per employer that had one."""
    rows = [v for v in logs.visits if v.on in period and v.in_person]
    employers = {v.employer for v in rows}
    if not employers:
        return NOTHING
    refs = [("visit", v.id, 1) for v in rows]
    return Fact(
        Fraction(len(rows), len(employers)), len(rows), counted=len(rows), of=len(employers), rows=refs
    )


def learning_visits(logs: Logs, period: Period) -> Fact:
    """Meetings in person made to present IPS or to learn what the employer needs."""
    rows = [v for v in logs.visits if v.on in period and v.in_person]
    hit = [v for v in rows if v.purpose in _LEARNING]
    return share(len(hit), len(rows), [("visit", v.id, 1) for v in hit])


def referral_sources(logs: Logs, period: Period) -> Fact:
    """Different kinds of places that referred somebody."""
    found = [c for c in logs.courses if c.received in period and c.source]
    if not found:
        return NOTHING
    return count(len({c.source for c in found}), [("course", c.id, 1) for c in found])


def referrals_refused(logs: Logs, period: Period) -> Fact:
    """Referrals that did not become a course."""
    received = [c for c in logs.courses if c.received in period]
    if not received:
        return NOTHING
    refused = [c for c in received if c.refused]
    return count(len(refused), [("course", c.id, 1) for c in refused], of=len(received))


def disclosure_twice(logs: Logs, period: Period) -> Fact:
    """Active participants with whom disclosure was discussed at least twice."""
    if all(c.disclosure_talks == 0 for c in logs.courses):
        return NOTHING
    here = [c for c in logs.courses if active(c, period.last)]
    found = [c for c in here if c.disclosure_talks > 1]
    return share(len(found), len(here), [("course", c.id, 1) for c in found])


def outreach_attempts(logs: Logs, period: Period) -> Fact:
    """Attempts to reach somebody who stays away."""
    if not logs.supports:
        return NOTHING
    found = [s for s in logs.supports if s.outreach and s.on in period]
    return count(len(found), [("support", s.id, 1) for s in found])
