"""Support in a job or an education: the plan, the contacts, and when the next one is due.

The rhythm is the one item 23 of the 25-item IPS fidelity scale asks for: within a week before the start, within three
days after it, weekly in the first month, then monthly for as long as the job lasts, and within three days of hearing
that it was lost. Nothing ends by itself.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final
from uuid import UUID

from app.domain.job import Job

BEFORE: Final = timedelta(days=7)
AFTER: Final = timedelta(days=3)
WEEKS: Final = 4
_DAY: Final = timedelta(days=1)


class SupportType(enum.StrEnum):
    ONBOARDING_VISIT = "onboarding_visit"
    REMINDER = "wake_up_or_reminder"
    TRANSPORT_TRAINING = "transport_training"
    TASK_STRUCTURE = "task_structure"
    FEEDBACK = "feedback_from_employer"
    COLLEAGUE_CONTACT = "colleague_contact"
    EMPLOYER_ADVICE = "employer_advice"
    WORKPLACE_ADJUSTMENT = "workplace_adjustment"
    MENTOR = "mentor_at_work"
    TIME_OFF = "time_off_for_appointments"
    BENEFIT_REPORTING = "benefit_reporting"
    CAREER_DEVELOPMENT = "career_development"


class Giver(enum.StrEnum):
    CONSULTANT = "consultant"
    MENTOR = "mentor"
    COLLEAGUE = "colleague"
    CLINIC_TEAM = "clinic_team"
    FAMILY = "family"
    PEER = "peer"


class WithWhom(enum.StrEnum):
    PARTICIPANT = "participant"
    PARTICIPANT_AND_EMPLOYER = "participant_and_employer"
    EMPLOYER = "employer"
    CLINIC_TEAM = "clinic_team"
    AUTHORITY = "authority"
    RELATIVE = "relative"


class IpsPhase(enum.StrEnum):
    """The six phases one consultant follows a participant through (item 3)."""

    INTAKE = "intake"
    ENGAGEMENT = "engagement"
    ASSESSMENT = "assessment"
    JOB_PLACEMENT = "job_placement"
    JOB_COACHING = "job_coaching"
    FOLLOW_ALONG = "follow_along"


class Outreach(enum.StrEnum):
    """What became of an attempt to reach somebody (item 25); it never changes the course's state."""

    NO_ANSWER = "no_answer"
    NO_SHOW = "no_show"
    LETTER = "letter"
    HOME_VISIT = "home_visit"


@dataclass(frozen=True, slots=True)
class SupportPlan:
    """What the participant wants help with, agreed before the start.

    `warning_signs` are the participant's own, work-related words for when to act. `employer_contact`: the employer
    may be contacted; None when it has not been talked about. `step_down`: who takes over, and how.
    """

    id: UUID
    participant: UUID
    job: UUID | None
    education: UUID | None
    wanted: str
    types: tuple[str, ...]
    givers: tuple[str, ...]
    warning_signs: str
    employer_contact: bool | None
    step_down: str
    agreed_on: date | None
    review_on: date | None
    ended_on: date | None
    author: str

    def __repr__(self) -> str:
        return f"SupportPlan({self.id})"


@dataclass(frozen=True, slots=True)
class SupportContact:
    """One contact about a job or an education. `declined`: the participant said no to it this time."""

    id: UUID
    participant: UUID
    job: UUID | None
    education: UUID | None
    at: datetime
    minutes: int | None
    mode: str
    place: str
    with_whom: str
    purpose: str
    outcome: str
    next_step: str
    next_on: date | None
    declined: bool
    outreach: str
    author: str

    def __repr__(self) -> str:
        return f"SupportContact({self.id})"

    @property
    def reached(self) -> bool:
        """The two have been in contact: neither declined nor an attempt that reached nobody."""
        return not self.declined and self.outreach in ("", Outreach.HOME_VISIT)

    @property
    def in_person(self) -> bool:
        return self.reached and self.mode == "in_person"


class Due(enum.StrEnum):
    """Which contact of the rhythm: `week` and `month` are numbered."""

    BEFORE_START = "before_start"
    AFTER_START = "after_start"
    WEEK = "week"
    MONTH = "month"
    AFTER_LOSS = "after_loss"


class DueState(enum.StrEnum):
    """`met`: in person, as the scale counts. `otherwise`: by phone or the like. `missed`: its days have passed.

    `late`: they had passed, and then there was a contact or a no.
    """

    MET = "met"
    OTHERWISE = "otherwise"
    DECLINED = "declined"
    LATE = "late"
    MISSED = "missed"
    DUE = "due"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class DueContact:
    """One contact the rhythm asks for, from `opens_on` to `due_on`, both included."""

    job: UUID
    kind: Due
    number: int
    opens_on: date
    due_on: date
    state: DueState


@dataclass(frozen=True, slots=True)
class SupportDue:
    """A contact that waits to be made: the job it is for, and the latest day."""

    job: Job
    contact: DueContact


def schedule(
    job: Job, contacts: Iterable[SupportContact], today: date, zone: tzinfo | None = None
) -> tuple[DueContact, ...]:
    """All that the rhythm has asked for so far and the next to come. A window the job did not outlive asks for nothing.

    `zone`: where the days are counted; the contacts' own offsets when it is not given.
    """
    mine = [one for one in contacts if one.job == job.id]
    days = [((one.at.astimezone(zone) if zone else one.at).date(), one) for one in mine]
    found = [
        _due(job, kind, number, opens, due, days, today) for kind, number, opens, due in _windows(job, today)
    ]
    return tuple(found)


def waiting(dues: Sequence[DueContact]) -> DueContact | None:
    """The one contact to make now: after a loss that one, else what is open today, or else what was missed last and nothing came after."""
    open_ = [due for due in dues if due.state is DueState.DUE]
    if open_:
        return min(open_, key=lambda due: (due.kind is not Due.AFTER_LOSS, due.due_on))
    behind = [due for due in dues if due.state is not DueState.LATER]
    return behind[-1] if behind and behind[-1].state is DueState.MISSED else None


def shares(dues: Iterable[DueContact]) -> dict[Due, tuple[int, int]]:
    """Of each kind: met in person, and asked for; what was declined and what is still open is asked for from nobody."""
    found: dict[Due, tuple[int, int]] = {}
    for due in dues:
        if due.state in (DueState.MET, DueState.OTHERWISE, DueState.LATE, DueState.MISSED):
            met, whole = found.get(due.kind, (0, 0))
            found[due.kind] = (met + (due.state is DueState.MET), whole + 1)
    return found


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + (day.day - 1) * _DAY, after - _DAY)


def _windows(job: Job, today: date) -> Iterator[tuple[Due, int, date, date]]:
    start, end = job.start_on, job.ended_on
    yield Due.BEFORE_START, 0, start - BEFORE, start - _DAY
    asked = [(Due.AFTER_START, 0, start, start + AFTER)]
    asked += [
        (Due.WEEK, n, start + timedelta(days=7 * (n - 1)), start + timedelta(days=7 * n - 1))
        for n in range(1, WEEKS + 1)
    ]
    asked += list(_months(start, end or today))
    for kind, number, opens, due in asked:
        if end is None or due <= end:
            yield kind, number, opens, due
    if end is not None:
        learned = job.learned_on or end
        yield Due.AFTER_LOSS, 0, learned, learned + AFTER


def _months(start: date, last: date) -> Iterator[tuple[Due, int, date, date]]:
    """From the second month on, up to the first that has not begun."""
    number = 2
    while True:
        opens = add_months(start, number - 1)
        yield Due.MONTH, number, opens, add_months(start, number) - _DAY
        if opens > last:
            return
        number += 1


def _due(
    job: Job,
    kind: Due,
    number: int,
    opens: date,
    due: date,
    days: Sequence[tuple[date, SupportContact]],
    today: date,
) -> DueContact:
    inside = [one for day, one in days if opens <= day <= due]
    if (answer := _answer(inside)) is not None:
        state = answer
    elif today <= due:
        state = DueState.DUE if today >= opens else DueState.LATER
    else:
        after = [one for day, one in days if due < day]
        state = DueState.MISSED if _answer(after) is None else DueState.LATE
    return DueContact(job.id, kind, number, opens, due, state)


def _answer(contacts: Sequence[SupportContact]) -> DueState | None:
    if any(one.in_person for one in contacts):
        return DueState.MET
    if any(one.reached for one in contacts):
        return DueState.OTHERWISE
    return DueState.DECLINED if any(one.declined for one in contacts) else None
