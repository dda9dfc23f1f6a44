"""The person who receives IPS: kandidat, deltager or borger on screen."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from app.domain.cpr import Cpr

NO_CONTACT_DAYS: Final = 14


class Phase(enum.StrEnum):
    """The life cycle of an IPS course (DOMAIN 2.13)."""

    REFERRED = "referred"
    ACCEPTED = "accepted"
    ENGAGED = "engaged"
    JOB_SEARCH = "job_search"
    EMPLOYED = "employed"
    IN_EDUCATION = "in_education"
    AFTERCARE = "aftercare"
    CLOSED = "closed"
    ON_HOLD = "on_hold"
    JOB_LOST = "job_lost"
    NOT_STARTED = "not_started"


IN_JOB = frozenset({Phase.EMPLOYED, Phase.IN_EDUCATION, Phase.AFTERCARE})
ACTIVE = frozenset(Phase) - {Phase.CLOSED, Phase.NOT_STARTED, Phase.REFERRED}
WATCHED = ACTIVE - {Phase.ON_HOLD}
ENDED = frozenset({Phase.CLOSED, Phase.NOT_STARTED})


@dataclass(frozen=True, slots=True)
class Participant:
    """`consultant`: the person id the caseload names; texts are free text that passed the guard. `interpreter`: the
    language one is needed for (ISO 639), or nothing."""

    id: UUID
    name: str
    cpr: Cpr | None
    case_no: str
    phase: Phase
    ips_start: date | None
    job_start: date | None
    phone: str
    consultant: str
    wish_area: str
    wish_hours: str
    wish_transport: str
    disclosure: str
    clinic_contact: str
    caseworker: str
    contact_way: str = ""
    interpreter: str = ""

    def __repr__(self) -> str:
        return f"Participant({self.id})"


@dataclass(frozen=True, slots=True)
class Listed:
    """As much of a participant as a list of thousands says."""

    id: UUID
    name: str
    case_no: str
    phase: Phase
    ips_start: date | None
    job_start: date | None
    consultant: str

    def __repr__(self) -> str:
        return f"Listed({self.id})"


@dataclass(frozen=True, slots=True)
class Step:
    """A next step: an appointment (`at`) or a task (`on`, which may be open). `done_at` when it is behind us."""

    id: UUID
    is_task: bool
    title: str
    kind: str
    at: datetime | None
    on: date | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One row of the caseload list. `last_contact`: newest conversation, in a note or an appointment that was held.

    `days`: whole days since then, or since the course began when there was none. `late`: contact is wanting.
    `overdue`: the next step's day has passed. `job_week`: 1 in the first week of a job.
    """

    participant: Participant | Listed
    last_contact: datetime | None
    days: int | None
    next: Step | None
    late: bool
    overdue: bool
    job_week: int | None

    @property
    def needs_action(self) -> bool:
        return self.late or self.overdue


def row(
    participant: Participant | Listed,
    last_contact: datetime | None,
    next: Step | None,
    now: datetime,
    *,
    quiet_days: int = NO_CONTACT_DAYS,
) -> CaseloadRow:
    """What the list says about one participant at `now`. `quiet_days`: without contact, and it is late."""
    today = now.date()
    since = last_contact.astimezone(now.tzinfo).date() if last_contact else participant.ips_start
    days = (today - since).days if since else None
    watched = participant.phase in WATCHED
    return CaseloadRow(
        participant=participant,
        last_contact=last_contact,
        days=days,
        next=next,
        late=watched and days is not None and days >= quiet_days,
        overdue=participant.phase not in ENDED and next is not None and is_overdue(next, now),
        job_week=job_week(participant, today),
    )


def is_overdue(step: Step, now: datetime) -> bool:
    """Its day is over and nobody has said what became of it."""
    day = step.at.astimezone(now.tzinfo).date() if step.at else step.on
    return step.done_at is None and day is not None and day < now.date()


def job_week(participant: Participant | Listed, today: date) -> int | None:
    """The running week of the present job, 1 in the first; None outside a job."""
    start = participant.job_start
    if participant.phase not in IN_JOB or start is None or start > today:
        return None
    return (today - start).days // 7 + 1
