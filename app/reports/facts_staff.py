"""Facts about the posts: caseload, what time goes to and where, treatment teams, the authority's caseworkers."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Final
from uuid import UUID

from app.domain.journal import COMMUNITY
from app.domain.log_rows import Course, Logs, Period, SupportRow, TimeRow, Worker
from app.reports.fact import HUNDRED, NOTHING, Fact, count, share
from app.reports.periods import iso_week, points, whole_months

HOLD_DAYS: Final = 90
TEAMS: Final = 2
PHASES: Final = ("intake", "engagement", "assessment", "job_placement", "job_coaching", "follow_along")
QUARTER: Final = 3
_COMMUNITY: Final = frozenset(place.value for place in COMMUNITY)
_SUPPORT_PHASE: Final = {phase: phase for phase in PHASES}
_VISIT_PHASE: Final = {
    "introduce_ips": "job_placement", "learn_needs": "job_placement", "ask_for_person": "job_placement",
    "interview_support": "job_placement", "follow_up_lead": "job_placement", "job_analysis": "job_placement",
    "job_support": "job_coaching", "problem_solving": "job_coaching", "thank": "follow_along",
}  # fmt: skip


def active(course: Course, day: date) -> bool:
    """In search or supported in work; not closed, and not on hold for more than 90 days."""
    began, ended = course.began, course.ended  # as `open_on` has it; asked some forty times of each course
    if began is None or began > day or (ended is not None and ended <= day):
        return False
    return not course.on_hold or not any(
        span.holds(day) and (day - span.first).days > HOLD_DAYS for span in course.on_hold
    )


def caseload_per_fte(logs: Logs, period: Period) -> Fact:
    """Mean, over consultants and month-ends, of active courses per full-time post."""
    days = points(period)
    by: dict[str, Fraction] = {}
    rows: list[tuple[str, UUID, int]] = []
    whole = held = 0
    over_posts = Fraction(0)
    mine = _by_consultant(logs.courses)
    for worker in logs.workers:
        here = [day for day in days if _employed(worker, day)]
        if not here or worker.fte <= 0:
            continue
        found = [(course.id, n) for course in mine.get(worker.id, ()) if (n := _active_on(course, here))]
        rows += [("course", id, 1) for id, _ in found]
        together = sum(n for _, n in found)
        by[worker.id] = Fraction(together * HUNDRED, worker.fte * len(here))
        whole, held = whole + together, held + len(here)
        over_posts += by[worker.id] * len(here)
    unstarted = sum(1 for course in logs.courses if course.began is None and course.accepted is not None)
    return Fact(
        over_posts / held if held else None, len(rows), unstarted, whole, len(days), tuple(rows), by,
        {"sum": whole, "points": len(days), "highest": max(by.values(), default=Fraction(0))},
    )  # fmt: skip


def _active_on(course: Course, days: list[date]) -> int:
    """On how many of these days, which are in order."""
    if course.on_hold or course.began is None:
        return sum(active(course, day) for day in days)
    ended = len(days) if course.ended is None else bisect_left(days, course.ended)
    return max(0, ended - bisect_left(days, course.began))


def _by_consultant(courses: Iterable[Course]) -> dict[str, list[Course]]:
    found: dict[str, list[Course]] = defaultdict(list)
    for course in courses:
        found[course.consultant].append(course)
    return found


def _employed(worker: Worker, day: date) -> bool:
    return (worker.since is None or worker.since <= day) and (worker.until is None or day <= worker.until)


def vocational_share(logs: Logs, period: Period) -> Fact:
    """Minutes of employment work of all worked minutes; travel follows its purpose."""
    return _time_share(logs, period, lambda row: row.vocational)


def community_share(logs: Logs, period: Period) -> Fact:
    """Minutes outside clinic and municipal office of all worked minutes; desk and phone are not outside."""
    return _time_share(logs, period, lambda row: None if row.place is None else row.place in _COMMUNITY)


def _time_share(logs: Logs, period: Period, hit: Callable[[TimeRow], bool | None]) -> Fact:
    counted = whole = known = missing = 0
    rows: list[tuple[str, UUID, int]] = []
    mine: dict[str, list[int]] = {}
    for row in logs.times:
        if row.on not in period:
            continue
        yes = hit(row)
        if yes is None:
            missing += row.rows
            continue
        known += row.rows
        whole += row.minutes
        sums = mine.setdefault(row.by, [0, 0])
        sums[1] += row.minutes
        if yes:
            counted += row.minutes
            sums[0] += row.minutes
            rows.append((row.kind, row.id, row.minutes))
    by = {id: Fraction(part * HUNDRED, full) for id, (part, full) in mine.items() if full}
    return share(counted, whole, rows, n=known, missing=missing, by=by)


def team_share(logs: Logs, period: Period) -> Fact:
    """Active participants of the last day who belong to their consultant's two largest treatment teams."""
    day = period.last
    covered = whole = unknown = most = 0
    rows: list[tuple[str, UUID, int]] = []
    by: dict[str, Fraction] = {}
    for id, courses in _by_consultant(logs.courses).items():
        mine = [course for course in courses if active(course, day)]
        teams = Counter(course.team for course in mine if course.team)
        # Ties are settled by name, so that the order of the rows never matters.
        largest = {team for team, _ in sorted(teams.items(), key=lambda t: (-t[1], t[0]))[:TEAMS]}
        inside = [course for course in mine if course.team in largest]
        rows += [("course", course.id, 1) for course in inside]
        covered, whole = covered + len(inside), whole + len(mine)
        unknown += sum(1 for course in mine if not course.team)
        most = max(most, len(teams))
        if mine:
            by[id] = Fraction(len(inside) * HUNDRED, len(mine))
    made = share(covered, whole, rows, n=whole - unknown, missing=unknown, by=by, teams=most)
    return made if whole else NOTHING


def team_known(logs: Logs, period: Period) -> Fact:
    """Active participants whose treatment team is known."""
    found = [c for c in logs.courses if active(c, period.last) and c.team]
    return count(len(found), [("course", course.id, 1) for course in found])


def phases_covered(logs: Logs, period: Period) -> Fact:
    """How many of the six phases the consultant with fewest has been seen in."""
    seen: dict[str, set[str]] = {}
    rows: list[tuple[str, UUID, int]] = []
    for support in logs.supports:
        if support.on in period and (phase := _SUPPORT_PHASE.get(support.purpose)):
            seen.setdefault(support.by, set()).add(phase)
            rows.append(("support", support.id, 1))
    for visit in logs.visits:
        if visit.on in period and (phase := _VISIT_PHASE.get(visit.purpose)):
            seen.setdefault(visit.by, set()).add(phase)
            rows.append(("visit", visit.id, 1))
    by = {id: Fraction(len(phases)) for id, phases in seen.items()}
    if not logs.supports or not by:
        return NOTHING
    lowest = min(by.values())
    return Fact(lowest, len(rows), rows=rows, by=by, numbers={"lowest": lowest})


def _authority(logs: Logs, period: Period) -> list[SupportRow]:
    return [row for row in logs.supports if row.with_whom == "authority" and row.on in period]


def authority_contact_weeks(logs: Logs, period: Period) -> Fact:
    """Weeks with a contact to an authority caseworker, in the month with fewest such weeks."""
    found = _authority(logs, period)
    months = whole_months(period)
    if not logs.supports or not months:
        return NOTHING
    lowest = min(len({iso_week(row.on) for row in found if row.on in month}) for month in months)
    rows = [("support", row.id, 1) for row in found]
    return Fact(Fraction(lowest), len(found), counted=len(found), rows=rows, numbers={"lowest": lowest})


def authority_meetings_month(logs: Logs, period: Period) -> Fact:
    """Meetings face to face, in the month with fewest."""
    return _fewest(logs, [row for row in _authority(logs, period) if row.in_person], whole_months(period))


def authority_meetings_quarter(logs: Logs, period: Period) -> Fact:
    """Meetings face to face, in the quarter with fewest."""
    return _fewest(logs, [row for row in _authority(logs, period) if row.in_person], _quarters(period))


def authority_contacts_quarter(logs: Logs, period: Period) -> Fact:
    """Contacts of any kind, in the quarter with fewest."""
    return _fewest(logs, _authority(logs, period), _quarters(period))


def _quarters(period: Period) -> tuple[Period, ...]:
    months = whole_months(period)
    return tuple(
        Period(months[n].first, months[n + QUARTER - 1].last)
        for n in range(0, len(months) - QUARTER + 1, QUARTER)
    )


def _fewest(logs: Logs, found: list[SupportRow], spans: tuple[Period, ...]) -> Fact:
    if not logs.supports or not spans:
        return NOTHING
    lowest = min(sum(1 for row in found if row.on in span) for span in spans)
    return Fact(Fraction(lowest), len(found), rows=[("support", row.id, 1) for row in found])
