"""Figures about the way in: caseload, referrals, waiting days, employers, STAR's markers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final
from uuid import UUID

from app.domain.consent import WARN_DAYS
from app.domain.log_rows import Course, Logs, Period
from app.reports.fact import NOTHING, Fact, count, median, share
from app.reports.facts_search import OPEN_DAYS, waits
from app.reports.facts_staff import active
from app.reports.periods import whole_months
from app.reports.silence import silent

_IPS, _LIKE = "IPS_STAR", "IPS_LIGNENDE_STAR"
_KIND: Final = "course"


def touches(course: Course, period: Period) -> bool:
    """Open on some day of the period."""
    return (
        course.began is not None
        and course.began <= period.last
        and (course.ended is None or course.ended > period.first)
    )


def _counted(found: Sequence[Course]) -> Fact:
    return count(len(found), [(_KIND, course.id, 1) for course in found])


def active_courses(logs: Logs, period: Period) -> Fact:
    """On the last day."""
    return _counted([c for c in logs.courses if active(c, period.last)])


def on_hold(logs: Logs, period: Period) -> Fact:
    """On the last day."""
    held = [
        c for c in logs.courses if c.open_on(period.last) and any(s.holds(period.last) for s in c.on_hold)
    ]
    return _counted(held)


def new_courses(logs: Logs, period: Period) -> Fact:
    return _counted([c for c in logs.courses if c.began in period])


def closed_courses(logs: Logs, period: Period) -> Fact:
    return _counted([c for c in logs.courses if c.ended in period and c.began != c.ended])


def referrals(logs: Logs, period: Period) -> Fact:
    return _counted([c for c in logs.courses if c.received in period])


def days_to_accept(logs: Logs, period: Period) -> Fact:
    """Median of the days from received to accepted."""
    return _days(logs, period, lambda c: c.received, lambda c: c.accepted)


def days_to_first_meeting(logs: Logs, period: Period) -> Fact:
    """Median of the days from accepted to the first meeting."""
    return _days(logs, period, lambda c: c.accepted, lambda c: c.began)


Which = Callable[[Course], date | None]
Waits = list[tuple[UUID, int]]


def _days(logs: Logs, period: Period, first: Which, last: Which) -> Fact:
    found: list[tuple[UUID, int]] = []
    missing = 0
    for course in logs.courses:
        begun, ended = first(course), last(course)
        if ended is None or ended not in period:
            continue
        if begun is None:
            missing += 1
        else:
            found.append((course.id, max(0, (ended - begun).days)))
    days = [n for _, n in found]
    return Fact(median(days), len(days), missing, sum(days), len(days), [(_KIND, id, n) for id, n in found])


def days_to_employer(logs: Logs, period: Period) -> Fact:
    """Median of the days to the first employer contact; open waits over 30 days count with the days so far."""
    return days_of_waits(*waits(logs, period))


def days_of_waits(done: Waits, waiting: Waits) -> Fact:
    """The same of waits that are known."""
    days = [n for _, n in (*done, *waiting)]
    rows = [(_KIND, id, n) for id, n in (*done, *waiting)]
    return Fact(median(days), len(days), counted=sum(days), of=len(days), rows=rows)


def employer_within_30(logs: Logs, period: Period) -> Fact:
    """Of the waits that ended, or have passed 30 days, those of 30 days or less."""
    done, waiting = waits(logs, period)
    hit = [(id, n) for id, n in done if n <= OPEN_DAYS]
    return share(len(hit), len(done) + len(waiting), [(_KIND, id, n) for id, n in hit])


def employers_met(logs: Logs, period: Period) -> Fact:
    """Different employers met in person."""
    rows = [v for v in logs.visits if v.on in period and v.in_person]
    return count(len({v.employer for v in rows}), [("visit", v.id, 1) for v in rows])


def employers_new(logs: Logs, period: Period) -> Fact:
    """Employers whose first meeting in person lies in the period."""
    first: dict[UUID, tuple[date, UUID]] = {}
    for visit in logs.visits:
        if visit.in_person and (visit.employer not in first or (visit.on, visit.id) < first[visit.employer]):
            first[visit.employer] = (visit.on, visit.id)
    found = [id for on, id in first.values() if on in period]
    return count(len(found), [("visit", id, 1) for id in found])


def marker_ips(logs: Logs, period: Period) -> Fact:
    """Open on the last day, by our own registration."""
    return _marked(logs, period, _IPS)


def marker_like(logs: Logs, period: Period) -> Fact:
    """Open on the last day, by our own registration."""
    return _marked(logs, period, _LIKE)


def _marked(logs: Logs, period: Period, kind: str) -> Fact:
    return _counted([c for c in logs.courses if c.marker == kind and has_marker(c, period.last)])


def has_marker(course: Course, day: date) -> bool:
    begun = course.marker_from is None or course.marker_from <= day
    return bool(course.marker) and begun and (course.marker_until is None or course.marker_until >= day)


def marker_missing(logs: Logs, period: Period) -> Fact:
    """Active courses without an open marker."""
    day = period.last
    whole = [c for c in logs.courses if active(c, day)]
    found = [c for c in whole if not has_marker(c, day)]
    return count(len(found), [(_KIND, c.id, 1) for c in found], of=len(whole))


def marker_begun(logs: Logs, period: Period) -> Fact:
    return _counted([c for c in logs.courses if c.marker and c.marker_from in period])


def marker_ended(logs: Logs, period: Period) -> Fact:
    return _counted([c for c in logs.courses if c.marker and c.marker_until in period])


def consents_expiring(logs: Logs, period: Period) -> Fact:
    """Permissions that hold on the last day and end within thirty days of it."""
    day = period.last
    soon = day + timedelta(days=WARN_DAYS)
    found = [
        c for c in logs.consents
        if c.since <= day <= c.until <= soon and (c.withdrawn is None or c.withdrawn > day)
    ]  # fmt: skip
    return count(len(found), [(_KIND, c.participant, 1) for c in found])


def overrides(logs: Logs, period: Period) -> Fact:
    """How often what the guard asked about was let stand. Which words they were is kept nowhere."""
    found = [one for one in logs.overrides if one.on in period]
    return Fact(Fraction(times := sum(one.times for one in found)), len(found), counted=times)


def consultants_silent(logs: Logs, period: Period) -> Fact:
    """Consultants who were at work in or before the period after they last synchronised."""
    return Fact(Fraction(found := len(silent(logs, period.last))), len(logs.workers), counted=found)


def team_meetings_month(logs: Logs, period: Period) -> Fact:
    """Meetings with the treatment teams, per team met and month."""
    found = [m for m in logs.meetings if m.kind == "treatment_team" and m.on in period]
    teams, months = len({m.team for m in found}), max(1, len(whole_months(period)))
    if not found:
        return NOTHING
    rows = [("meeting", m.id, 1) for m in found]
    return Fact(
        Fraction(len(found), teams * months), len(found), counted=len(found), of=teams * months, rows=rows
    )


def supervisions(logs: Logs, period: Period) -> Fact:
    """Supervision held, each day once however many wrote it down."""
    found = [m for m in logs.meetings if m.kind == "supervision" and m.on in period]
    return count(len({m.on for m in found}), [("meeting", m.id, 1) for m in found])


def caseload_by_phase(logs: Logs, day: date) -> dict[str, int]:
    """How many stood in each phase at the end of a day; those not yet referred then are not counted."""
    found: dict[str, int] = {}
    for course in logs.courses:
        known = course.received or course.accepted or course.began
        if known is None or known <= day:
            phase = course.phase_on(day)
            found[phase] = found.get(phase, 0) + 1
    return found
