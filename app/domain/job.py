"""Jobs and education: what a course in IPS is about.

The code lists are those of the IPS job start and job end forms; reasons are functional, and `health_related` has no
room for a word of why. A code another version of the program has added is kept and shown as it stands.
"""

from __future__ import annotations

import enum
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from app.domain.employment_form import EmploymentForm

HOURS_THAT_COUNT: Final = 4


class FoundBy(enum.StrEnum):
    CONSULTANT_CONTACT = "consultant_contact"
    PARTICIPANT_OWN = "participant_own"
    NETWORK = "network"
    JOBNET = "jobnet"
    AD = "ad"
    INTERNSHIP = "internship_led_to_job"
    AUTHORITY = "authority"


class Matches(enum.StrEnum):
    """Whether a job or a contact fits what the participant wants."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


def worst(said: Collection[str]) -> str:
    """A contact for several fits as well as it fits the one it fits least; empty where nobody has said."""
    return next((one for one in reversed(Matches) if one in said), "")


class EndedBy(enum.StrEnum):
    PARTICIPANT_QUIT = "participant_quit"
    EMPLOYER_ENDED = "employer_ended"
    CONTRACT_EXPIRED = "contract_expired"
    MUTUAL = "mutual"
    MOVED = "moved_to_new_job"
    EDUCATION = "education_start"
    RETIREMENT = "retirement"


class EndReason(enum.StrEnum):
    TASKS = "tasks"
    HOURS = "hours"
    PAY = "pay"
    COLLEAGUES = "colleagues"
    MANAGEMENT = "management"
    TRANSPORT = "transport"
    HEALTH_RELATED = "health_related"
    BETTER_OFFER = "better_offer"
    REDUNDANCY = "redundancy"
    SEASON = "season"
    PRIVATE = "private"


class EducationLevel(enum.StrEnum):
    FVU = "fvu"
    AVU = "avu"
    UPPER_SECONDARY = "upper_secondary"
    VOCATIONAL = "vocational"
    AMU = "amu"
    SHORT_HIGHER = "short_higher"
    MEDIUM_HIGHER = "medium_higher"
    LONG_HIGHER = "long_higher"
    SINGLE_SUBJECT = "single_subject"


class EducationOutcome(enum.StrEnum):
    ONGOING = "ongoing"
    PAUSED = "paused"
    COMPLETED = "completed"
    DROPPED = "dropped"


class SpecialSupport(enum.StrEnum):
    """SPS, the support an education can give."""

    NONE = "none"
    APPLIED = "applied"
    GRANTED = "granted"


@dataclass(frozen=True, slots=True)
class Job:
    """One job from its start to its end. `weekly_minutes` are agreed, `average_minutes` were worked a week.

    `four_hours_on`: the day on which four hours of paid work had been done, from which the start counts.
    `guidance_on`: the day the participant was guided about benefits before the start. `learned_on`: the day the
    consultant learned of the end, from which three days run. `reasons`: functional, several.
    """

    id: UUID
    participant: UUID
    employer: UUID | None
    workplace: UUID | None
    title: str
    disco08: str
    form: str
    paragraph56: bool
    permanent: bool
    temporary_until: date | None
    start_on: date
    weekly_minutes: int | None
    hourly_pay: int | None
    collective_agreement: bool
    working_times: str
    contact_person: str
    found: str
    preferences: str
    disclosure: str
    guidance_on: date | None
    four_hours_on: date | None
    ended_on: date | None
    last_day_on: date | None
    learned_on: date | None
    ended_by: str
    reasons: tuple[str, ...]
    average_minutes: int | None
    worked: str
    to_change: str
    wants_new: bool | None
    good_terms: bool | None
    benefit_action: bool | None
    author: str

    def __repr__(self) -> str:
        return f"Job({self.id})"

    def is_strict(self, form: EmploymentForm | None) -> bool:
        """Competitive and permanent as the 25-item scale wants it (its item 21)."""
        return form is not None and form.strict and self.permanent

    @property
    def counts(self) -> bool:
        """Whether it is a job start at all: four hours of paid work have been done."""
        return self.four_hours_on is not None

    def lasts(self, on: date) -> bool:
        return self.start_on <= on and (self.ended_on is None or on <= self.ended_on)

    def days(self, today: date) -> int:
        """How long it has lasted, its first day counted; 0 before it."""
        last = min(self.ended_on, today) if self.ended_on else today
        return max(0, (last - self.start_on).days + 1)


@dataclass(frozen=True, slots=True)
class Education:
    """An ordinary or other education; `ordinary` None counts as such. In Denmark a result of IPS, but not competitive employment."""

    id: UUID
    participant: UUID
    institution: str
    programme: str
    level: str
    ordinary: bool | None
    start_on: date
    ended_on: date | None
    weekly_minutes: int | None
    special_support: str
    mentor: bool
    goal: str
    contact_person: str
    disclosure: str
    outcome: str
    reasons: tuple[str, ...]
    author: str

    def __repr__(self) -> str:
        return f"Education({self.id})"

    def lasts(self, on: date) -> bool:
        return self.start_on <= on and (self.ended_on is None or on <= self.ended_on)
