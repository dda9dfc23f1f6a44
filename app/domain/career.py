"""The career profile, built over meetings and kept in versions; what work demands; the plan for finding a job."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID


class Occasion(enum.StrEnum):
    """Why a version of the profile was made."""

    MEETING = "meeting"
    AFTER_JOB = "after_job"
    CORRECTION = "correction"


class Accommodation(enum.StrEnum):
    """Conditions under which work goes well; functional, never a cause."""

    QUIET_PLACE = "quiet_place"
    FIXED_TASKS = "fixed_tasks"
    WRITTEN_INSTRUCTIONS = "written_instructions"
    SHORT_DAYS = "short_days"
    LATER_START = "later_start"
    BREAKS = "breaks"
    ONE_CONTACT_PERSON = "one_contact_person"
    GRADUAL_HOURS = "gradual_hours"
    NO_CUSTOMERS = "no_customers"
    FLEXIBLE_ABSENCE = "flexible_absence"
    REMOTE = "remote"
    TOOLS_AIDS = "tools_aids"


class Surrounding(enum.StrEnum):
    INDOORS = "indoors"
    OUTDOORS = "outdoors"
    WITH_PEOPLE = "with_people"
    ALONE = "alone"
    SMALL_TEAM = "small_team"
    CALM_PACE = "calm_pace"
    DAYTIME = "daytime"
    EVENINGS = "evenings"
    LITTLE_NOISE = "little_noise"
    BRISK_PACE = "brisk_pace"
    LARGE_TEAM = "large_team"
    SHIFTS = "shifts"


class Transport(enum.StrEnum):
    """How the participant gets to work; several."""

    WALK = "walk"
    BICYCLE = "bicycle"
    PUBLIC = "public"
    CAR = "car"
    LIFT = "lift"


class Preference(enum.StrEnum):
    """What a participant may have a preference about, so that a contact can say which of them a job met."""

    JOB_TYPE = "job_type"
    TASKS = "tasks"
    INDOOR_OUTDOOR = "indoor_outdoor"
    PEOPLE = "people"
    NOISE = "noise"
    PACE = "pace"
    TEAM_SIZE = "team_size"
    TIME_OF_DAY = "time_of_day"
    SHIFT = "shift"
    HOURS = "hours"
    PAY = "pay"
    DISTANCE = "distance"
    TRANSPORT = "transport"


class Licence(enum.StrEnum):
    NONE = "none"
    CAR = "B"
    LORRY = "C"


class RecordCheck(enum.StrEnum):
    """Whether the work wished for asks for a criminal record certificate; never what one says."""

    NOT_RELEVANT = "not_relevant"
    CLEAN = "clean"
    TALK_FIRST = "talk_first"


class WhoContacts(enum.StrEnum):
    CONSULTANT = "consultant"
    PARTICIPANT = "participant"
    TOGETHER = "together"


class Approved(enum.StrEnum):
    ORALLY = "oral"
    SIGNED = "signed"


class PlanStatus(enum.StrEnum):
    ACTIVE = "active"
    UPDATED = "updated"
    CLOSED = "closed"


REVIEW_AFTER: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CareerProfile:
    """One version; the next is a new one, and none is ever changed. Codes of several values stand with spaces.
    `preferences`: what fits no other heading."""

    id: UUID
    participant: UUID
    number: int | None
    held_on: date | None
    occasion: str
    wishes: str
    dream: str
    first_step: str
    motive: str
    hours_min: int | None
    hours_max: int | None
    earliest_start: date | None
    experience: str
    lessons: str
    education: str
    certificates: str
    licence: str
    languages: str
    digital: str
    cv_on: date | None
    preferences: str
    surroundings: str
    travel_minutes: int | None
    strengths: str
    network: str
    accommodations: str
    permit: str
    record_check: str
    economy_worry: str
    author: str
    job_types: str
    tasks_wanted: str
    pay_wanted: str
    transport: str
    childcare: str

    def __repr__(self) -> str:
        return f"CareerProfile({self.id})"


@dataclass(frozen=True, slots=True)
class PastJob:
    """A job from before the course: what it was, and what it taught. `reasons`: why it ended, with commas."""

    id: UUID
    participant: UUID
    employer: str
    title: str
    disco08: str
    from_day: date | None
    to_day: date | None
    tasks: str
    liked: str
    disliked: str
    reasons: str
    learned: str
    removed: int | None
    author: str

    def __repr__(self) -> str:
        return f"PastJob({self.id})"


@dataclass(frozen=True, slots=True)
class WorkLimitation:
    """In the shape of the national data model (DFDG): a limitation, tasks that cannot be done, whether documentation
    exists in the case system, and a comment when it was corrected. Never a diagnosis."""

    id: UUID
    participant: UUID
    limitation: str
    impossible_tasks: str
    documented: str
    from_day: date | None
    to_day: date | None
    correction: str
    author: str

    def __repr__(self) -> str:
        return f"WorkLimitation({self.id})"


@dataclass(frozen=True, slots=True)
class JobSearchPlan:
    """One version of the plan; at most one is active, the newest that says so."""

    id: UUID
    participant: UUID
    number: int | None
    goal_kind: str
    goal: str
    wanted: str
    targets: str
    who_contacts: str
    contacts_per_week: int | None
    actions: str
    support: str
    starts_on: date | None
    review_on: date | None
    approved_on: date | None
    approved_how: str
    status: str
    author: str

    def __repr__(self) -> str:
        return f"JobSearchPlan({self.id})"


def active(plans: tuple[JobSearchPlan, ...]) -> JobSearchPlan | None:
    """The plan in force: of several that two computers made at once, the one with the highest number, then newest."""
    live = [plan for plan in plans if plan.status == PlanStatus.ACTIVE]
    return max(live, key=lambda plan: (plan.number or 0, plan.id), default=None)
