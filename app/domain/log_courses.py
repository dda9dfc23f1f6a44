"""What records other than the participant's own say of each course, and the course they make together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import is_ as _is
from typing import Any, Final
from uuid import UUID

from app.domain.course import PeriodList
from app.domain.cpr import Cpr
from app.domain.log_rows import Course, Span
from app.domain.log_source import Face, Source
from app.domain.participant import ENDED, Phase

_AGE: Final = 30
_TELLING, _DIGITS = 7, 10  # of a CPR: those that tell the birthday, and all


@dataclass(slots=True)
class CourseParts:
    """What records other than the participant's own say of each course. `made`: the courses made of that, by what the
    participant's own record said; one that says the same gives the same course."""

    latest: Mapping[UUID, Any]
    referrals: Mapping[UUID, Any]
    teams: Mapping[UUID, Any]
    markers: Mapping[UUID, Any]
    plans: Mapping[UUID, Any]
    talks: Mapping[UUID, int]
    profiles: Mapping[UUID, list[date]]
    moves: Mapping[UUID, list[tuple[date, str]]]
    pauses: Mapping[UUID, list[Span]]
    benefits: Mapping[UUID, list[tuple[str, Span]]]
    made: dict[Face, Course] = field(default_factory=dict)
    whole: tuple[Course, ...] = ()

    def courses(self, faces: Iterator[Face], me: str) -> tuple[Course, ...]:
        made, before = {}, self.made
        for face in faces:
            made[face] = before.get(face) or self._course(face, me)
        self.made, found = made, tuple(made.values())
        alike = len(found) == len(self.whole) and all(map(_is, found, self.whole))
        self.whole = self.whole if alike else found
        return self.whole

    def _course(self, face: Face, me: str) -> Course:
        told, consultant, phase, start, digits = face
        id, ips_start = UUID(told), date.fromisoformat(start) if start else None
        course: Any
        course, referral = self.latest.get(id), self.referrals.get(id)
        marker, plan = self.markers.get(id), self.plans.get(id)
        return Course(
            id=id, consultant=consultant or me, phase=phase,
            began=(course.started_on if course else None) or ips_start,
            ended=_ended(phase, ips_start, course),
            received=referral.received_on if referral else None,
            accepted=_accepted(referral, course),
            source=referral.source if referral else "",
            refused=phase == Phase.NOT_STARTED or bool(_refusal(referral)), refusal=_refusal(referral),
            team=str(self.teams.get(id, "")), on_hold=tuple(self.pauses.get(id, ())),
            in_work_at_start=_yes_no(referral.employed_now) if referral else None,
            plan_from=plan.starts_on if plan else None, plan_review=plan.review_on if plan else None,
            disclosure_talks=self.talks.get(id, 0), profile_versions=tuple(sorted(self.profiles.get(id, ()))),
            marker=marker.kind if marker else "", marker_from=marker.from_day if marker else None,
            marker_until=marker.to_day if marker else None, thirty_on=_thirty(digits) if digits else None,
            benefits=tuple(self.benefits.get(id, ())), moves=tuple(self.moves.get(id, ())),
        )  # fmt: skip


def course_parts(source: Source) -> CourseParts:
    talks: dict[UUID, int] = defaultdict(int)
    for row in source.rows("disclosure_talk", "participant", "on_day"):
        talks[row.participant] += row.on_day is not None  # one that was taken back has no day
    profiles: dict[UUID, list[date]] = defaultdict(list)
    for row in source.rows("career_profile", "participant", "held_on"):
        if row.held_on is not None:
            profiles[row.participant].append(row.held_on)
    plans = source.rows("job_search_plan", "participant", "starts_on", "review_on", "status")
    return CourseParts(
        latest=_latest_courses(source),
        referrals=_last(source, "referral", "received_on", "answered_on", "source", "outcome", "employed_now"),
        teams={row.participant: row.team for row in source.rows("attachment", "participant", "team") if row.team},
        markers=_last(source, "star_marker", "kind", "from_day", "to_day"),
        plans={row.participant: row for row in plans if row.status != "closed"},
        talks=talks, profiles=profiles, moves=_moves(source), pauses=_pauses(source), benefits=_benefits(source),
    )  # fmt: skip


def _latest_courses(source: Source) -> dict[UUID, Any]:
    rows = source.rows("ips_course", "participant", "number", "opened_on", "started_on", "ended_on")
    return {row.participant: row for row in sorted(rows, key=lambda r: r.number or 0)}


def _last(source: Source, table: str, *columns: str) -> dict[UUID, Any]:
    """The record made last of each participant; ids are ordered by time."""
    rows = sorted(source.rows(table, "id", "participant", *columns), key=lambda row: str(row.id))
    return {row.participant: row for row in rows}


def _thirty(digits: str) -> date | None:
    """The thirtieth birthday, by the first seven digits of a CPR."""
    number = Cpr.parse(digits[:_TELLING].ljust(_DIGITS, "0"))
    born = number.born if number is not None else None
    if born is None:
        return None
    leap = (born.month, born.day) == (2, 29)
    return born.replace(year=born.year + _AGE, day=28 if leap else born.day)


def _benefits(source: Source) -> dict[UUID, list[tuple[str, Span]]]:
    found: dict[UUID, list[tuple[str, Span]]] = defaultdict(list)
    rows = source.rows("period", "id", "participant", "list", "code", "from_day", "to_day")
    for row in sorted(rows, key=lambda r: (r.from_day or date.min, str(r.id))):
        if row.list == PeriodList.BENEFIT and row.code:
            found[row.participant].append((row.code, Span(row.from_day or date.min, row.to_day)))
    return found


def _moves(source: Source) -> dict[UUID, list[tuple[date, str]]]:
    """(day, phase until that day) of every change, in order."""
    found: dict[UUID, list[tuple[date, str]]] = defaultdict(list)
    rows = source.rows("phase_change", "id", "participant", "before", "on_day")
    for row in sorted(rows, key=lambda r: (r.on_day or date.min, str(r.id))):
        if row.on_day is not None and row.before:
            found[row.participant].append((row.on_day, row.before))
    return found


def _pauses(source: Source) -> dict[UUID, list[Span]]:
    """Days on hold, from the changes of phase."""
    found: dict[UUID, list[Span]] = defaultdict(list)
    begun: dict[UUID, date] = {}
    rows = source.rows("phase_change", "id", "participant", "before", "after", "on_day")
    for row in sorted(rows, key=lambda r: (r.on_day or date.min, str(r.id))):
        if row.on_day is None:
            continue
        if row.after == Phase.ON_HOLD:
            begun[row.participant] = row.on_day
        elif row.before == Phase.ON_HOLD and row.participant in begun:
            found[row.participant].append(Span(begun.pop(row.participant), row.on_day))
    for whose, first in begun.items():
        found[whose].append(Span(first))
    return found


def _ended(phase: str, start: date | None, course: Any) -> date | None:
    """A case that is closed without a known day ended when it began: it is in nobody's caseload."""
    if course is not None and course.ended_on is not None:
        return date.fromisoformat(course.ended_on.isoformat())
    return start if phase in ENDED else None


def _accepted(referral: Any, course: Any) -> date | None:
    if referral is not None and referral.outcome in ("", "accepted"):
        return referral.answered_on or (course.opened_on if course else None)
    return course.opened_on if course else None


def _refusal(referral: Any) -> str:
    said = referral.outcome if referral is not None else ""
    return "" if said == "accepted" else str(said)


def _yes_no(said: str) -> bool | None:
    return {"yes": True, "no": False}.get(said)
