"""The person who receives IPS: kandidat, deltager or borger on screen."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.cpr import Cpr


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


@dataclass(frozen=True, slots=True)
class Participant:
    """`consultant`: the person id the caseload names; texts are free text that passed the guard."""

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


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One row of the caseload list. `last_contact`: newest note or held appointment with the participant."""

    participant: Participant
    last_contact: datetime | None
    next_step: str
    next_at: datetime | None
    next_on: date | None
