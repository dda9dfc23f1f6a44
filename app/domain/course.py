"""What surrounds a course: referral, assignment, benefit and measure periods, treatment team, STAR's marker."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.participant import ACTIVE, ENDED, Phase


class ReferralSource(enum.StrEnum):
    SELF = "self"
    CLINIC = "clinic"
    AUTHORITY = "authority"
    RELATIVE = "relative"
    OTHER_UNIT = "other_unit"
    PEER = "peer"


class Wish(enum.StrEnum):
    JOB = "job"
    EDUCATION = "education"
    KEEP_JOB = "keep_job"


class ReferralOutcome(enum.StrEnum):
    ACCEPTED = "accepted"
    WAITING_LIST = "waiting_list"
    WITHDRAWN = "withdrawn_by_participant"
    NOT_IN_TARGET_GROUP = "not_in_target_group"
    MOVED = "moved"


class AssignedAs(enum.StrEnum):
    CONSULTANT = "consultant"
    DEPUTY = "deputy"


class TeamKind(enum.StrEnum):
    """Hospital psychiatry gives the marker IPS STAR, municipal support the marker IPS-lignende."""

    HOSPITAL = "hospital_psychiatry"
    MUNICIPAL = "municipal_mental_health"


class MarkerKind(enum.StrEnum):
    IPS_STAR = "IPS_STAR"
    IPS_LIKE = "IPS_LIGNENDE_STAR"


class ContactWay(enum.StrEnum):
    PHONE = "phone"
    TEXT_MESSAGE = "text_message"
    EMAIL = "email"
    DIGITAL_POST = "digital_post"
    LETTER = "letter"
    THROUGH_CLINIC = "through_clinic"


class PeriodList(enum.StrEnum):
    """The dated code list a period's code belongs to."""

    BENEFIT = "benefit"
    MEASURE = "measure"
    READINESS = "readiness"


@dataclass(frozen=True, slots=True)
class IpsCourse:
    """One course; re-opening a participant's case begins the next. An ending waits for the leader's countersign."""

    id: UUID
    participant: UUID
    number: int | None
    opened_on: date | None
    started_on: date | None
    ended_on: date | None
    close_reason: str
    countersigned_by: str
    countersigned_on: date | None


@dataclass(frozen=True, slots=True)
class Referral:
    """`answered_on`: the day it was accepted or refused; accepted is the UK count's referral date."""

    id: UUID
    participant: UUID
    course: UUID | None
    received_on: date | None
    answered_on: date | None
    source: str
    wish: str
    employed_now: str
    team: UUID | None
    outcome: str
    reason: str
    author: str

    def __repr__(self) -> str:
        return f"Referral({self.id})"


@dataclass(frozen=True, slots=True)
class Assignment:
    """`person`: a person id. A deputy's assignment has a reason and ends by itself."""

    id: UUID
    participant: UUID
    person: str
    role: str
    from_day: date | None
    to_day: date | None
    reason: str

    def __repr__(self) -> str:
        return f"Assignment({self.id})"


@dataclass(frozen=True, slots=True)
class Period:
    """A benefit, a measure or a readiness the participant has from one day to another, by a dated code."""

    id: UUID
    participant: UUID
    list: PeriodList
    code: str
    from_day: date | None
    to_day: date | None


@dataclass(frozen=True, slots=True)
class ClinicTeam:
    id: UUID
    name: str
    clinic: str
    kind: str
    phone: str


@dataclass(frozen=True, slots=True)
class ClinicPerson:
    """Somebody to call at the clinic: name and function, nothing about anybody's treatment."""

    id: UUID
    team: UUID | None
    name: str
    function: str
    phone: str

    def __repr__(self) -> str:
        return f"ClinicPerson({self.id})"


@dataclass(frozen=True, slots=True)
class Attachment:
    """The treatment team, and the person there, a participant belongs to."""

    id: UUID
    participant: UUID
    team: UUID | None
    person: UUID | None
    from_day: date | None
    to_day: date | None


@dataclass(frozen=True, slots=True)
class StarMarker:
    """STAR's person group marker as it stands in the case system. `checked_on`: somebody looked there."""

    id: UUID
    participant: UUID
    kind: str
    from_day: date | None
    to_day: date | None
    checked_on: date | None


class MarkerWarning(enum.StrEnum):
    MISSING = "marker_missing"
    NOT_CLOSED = "marker_not_closed"
    WRONG_KIND = "marker_wrong_kind"
    NOT_CHECKED = "marker_not_checked"


Dated = IpsCourse | Assignment | Period | Attachment | StarMarker


def covers(from_day: date | None, to_day: date | None, day: date) -> bool:
    """Whether a period, both ends included, holds the day; an open end holds for ever."""
    return (from_day is None or from_day <= day) and (to_day is None or day <= to_day)


Link = tuple[date | None, date | None, str]  # from, to, and the kind of team


def kind_at_start(links: Iterable[Link], markers: Iterable[StarMarker], today: date) -> str:
    """The kind of team the participant belonged to when the present marker began, or of the first one
    they had where that came later; "" where no team is known."""
    begun = max((m.from_day for m in markers if m.from_day and _is_open(m, today)), default=today)
    known = sorted(links, key=lambda link: link[0] or date.min)
    at = [kind for first, last, kind in known if covers(first, last, begun)]
    return at[-1] if at else known[0][2] if known else ""


def _is_open(marker: StarMarker, today: date) -> bool:
    return marker.to_day is None or marker.to_day >= today


def marker_warnings(
    phase: Phase, markers: Iterable[StarMarker], team_kind: str, today: date
) -> tuple[MarkerWarning, ...]:
    """What does not fit between the course and STAR's marker (star.dk, data og evaluering, IPS).
    `team_kind`: where the participant was attached when it began.

    The marker stands through the whole course and the aftercare; the municipality types its end. Which of the two it
    is follows from where the participant was attached when it began, and stays though psychiatry ends its treatment.
    """
    all_ = sorted(markers, key=lambda m: m.from_day or date.min)
    open_ = [m for m in all_ if _is_open(m, today)]
    found = []
    if phase in ENDED:
        return (MarkerWarning.NOT_CLOSED,) if any(m.to_day is None for m in all_) else ()
    if phase in ACTIVE and not open_:
        found.append(MarkerWarning.MISSING)
    expected = {TeamKind.HOSPITAL: MarkerKind.IPS_STAR, TeamKind.MUNICIPAL: MarkerKind.IPS_LIKE}.get(
        TeamKind(team_kind) if team_kind else TeamKind.HOSPITAL
    )
    if open_ and team_kind and open_[-1].kind != expected:
        found.append(MarkerWarning.WRONG_KIND)
    if open_ and open_[-1].checked_on is None:
        found.append(MarkerWarning.NOT_CHECKED)
    return tuple(found)
