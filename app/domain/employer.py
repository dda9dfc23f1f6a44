"""Employers and the consultant's contacts with them; an employer never sees a participant's data."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


class Relation(enum.StrEnum):
    NEW = "new"
    DIALOGUE = "dialogue"
    AGREEMENT = "agreement"
    PAUSE = "pause"


class ContactMode(enum.StrEnum):
    IN_PERSON = "in_person"
    PHONE = "phone"
    EMAIL = "email"
    ONLINE = "online"


class Purpose(enum.StrEnum):
    INTRODUCE_IPS = "introduce_ips"
    LEARN_NEEDS = "learn_needs"
    ASK_FOR_PERSON = "ask_for_person"
    INTERVIEW_SUPPORT = "interview_support"
    JOB_ANALYSIS = "job_analysis"
    FOLLOW_UP_LEAD = "follow_up_lead"
    THANK = "thank"
    JOB_SUPPORT = "job_support"
    PROBLEM_SOLVING = "problem_solving"


class Outcome(enum.StrEnum):
    NO_INTEREST = "no_interest"
    COME_BACK = "come_back"
    WANTS_CANDIDATE = "wants_candidate"
    INTERVIEW_AGREED = "interview_agreed"
    TRIAL_DAY = "trial_day"
    JOB_OFFER = "job_offer"
    HIRED = "hired"
    NEEDS_INFO = "needs_info"


@dataclass(frozen=True, slots=True)
class Employer:
    id: UUID
    name: str
    cvr: str
    p_number: str
    branch: str
    address: str
    city: str
    contact_person: str
    phone: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class EmployerContact:
    """`participants`: on whose behalf, none or several; the link lives in each participant's own case."""

    id: UUID
    employer: UUID
    at: datetime
    minutes: int | None
    mode: ContactMode
    purpose: Purpose
    outcome: Outcome | None
    spoke_with: str
    about: str
    next_step: str
    next_on: date | None
    author: str
    participants: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class EmployerRow:
    """One row of the register: `visits` counts meetings in person, for the 1-2-3 track."""

    employer: Employer
    last_contact: datetime | None
    next_step: str
    next_on: date | None
    visits: int
