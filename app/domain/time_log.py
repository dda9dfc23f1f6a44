"""The consultant's time: what it went to and where, who was away, and how large a position is.

Minutes are whole. An entry names no participant: what it was prefilled from is an id that says nothing by itself.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

FULL_TIME: Final = 100


GAP: Final = timedelta(minutes=30)


class Activity(enum.StrEnum):
    PARTICIPANT_MEETING = "participant_meeting"
    JOB_SEARCH = "job_search"
    EMPLOYER_CONTACT = "employer_contact"
    JOB_SUPPORT = "job_support"
    TEAM_INTEGRATION = "team_integration"
    AUTHORITY = "authority"
    SUPERVISION = "supervision"
    RECORD_KEEPING = "record_keeping"
    BENEFITS = "benefits"
    COURSE = "course"
    OTHER_CASELOAD = "other_caseload"
    DESK_DUTY = "desk_duty"
    ADMINISTRATION = "administration"


NOT_VOCATIONAL: Final = frozenset({Activity.OTHER_CASELOAD, Activity.DESK_DUTY, Activity.ADMINISTRATION})


class TimeSource(enum.StrEnum):
    """What an entry was prefilled from."""

    OWN = "own"
    NOTE = "note"
    EMPLOYER_CONTACT = "employer_contact"
    SUPPORT_CONTACT = "support_contact"
    APPOINTMENT = "appointment"
    MEETING = "meeting"


class AbsenceKind(enum.StrEnum):
    """Why is nobody's business here: holiday and other leave, or absent."""

    HOLIDAY = "holiday"
    AWAY = "away"
    COURSE = "course"


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """Minutes of one day. `vocational`: IPS work (item 2). `place`: where (item 24). `source_id`: of what it is from."""

    id: UUID
    on_day: date
    started_at: datetime | None
    minutes: int
    kind: str
    place: str
    vocational: bool
    source: str
    source_id: UUID | None
    author: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the day's own records say about time, to be taken over. `about`: a word for the user, never stored."""

    source: TimeSource
    source_id: UUID
    on_day: date
    started_at: datetime
    minutes: int
    kind: Activity
    place: str
    about: str

    def __repr__(self) -> str:
        return f"Proposal({self.source}, {self.source_id})"


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away, both included; `percent` of the working day."""

    id: UUID
    person: str
    first_day: date
    last_day: date
    kind: str
    percent: int


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """From a day on a person's position is `percent` of full time."""

    id: UUID
    person: str
    from_day: date
    percent: int


class Trained(enum.StrEnum):
    """The national survey's words for a consultant (DOMAIN 6.7)."""

    TRAINED = "trained"
    IN_TRAINING = "in_training"
    UNTRAINED = "untrained"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the consultant's own: treatment team, IPS team, supervision, authority. `team`: the clinic's."""

    id: UUID
    at: datetime
    minutes: int | None
    kind: str
    team: UUID | None
    author: str


class MeetingKind(enum.StrEnum):
    TREATMENT_TEAM = "treatment_team"
    IPS_TEAM = "ips_team"
    SUPERVISION = "supervision"
    FIELD_MENTORING = "field_mentoring"
    AUTHORITY = "authority"


def is_vocational(kind: str) -> bool:
    """Prefilled, and changed by whoever knows better."""
    return kind not in NOT_VOCATIONAL


def fte(times: Iterable[WorkingTime], person: str, on: date) -> float:
    """The person's share of a full-time position on a day; a whole one where nothing has been said."""
    mine = [one for one in times if one.person == person and one.from_day <= on]
    return max(mine, key=lambda one: (one.from_day, one.id.int)).percent / FULL_TIME if mine else 1.0


def gaps(entries: Iterable[TimeEntry], day: date) -> tuple[tuple[datetime, datetime], ...]:
    """Stretches of more than half an hour between the day's entries that nothing says anything about."""
    spans = sorted(
        (one.started_at, one.started_at + timedelta(minutes=one.minutes))
        for one in entries
        if one.on_day == day and one.started_at is not None
    )
    found: list[tuple[datetime, datetime]] = []
    busy: datetime | None = None
    for start, end in spans:
        if busy is not None and start - busy > GAP:
            found.append((busy, start))
        busy = end if busy is None else max(busy, end)
    return tuple(found)


def is_away(absences: Iterable[Absence], person: str, on: date) -> bool:
    """Whether the whole working day is lost."""
    return any(
        a.person == person and a.first_day <= on <= a.last_day and a.percent >= FULL_TIME for a in absences
    )
