"""The records that are merged field by field: their names on the wire and the type of each field.

One table here is what the store, the merge on the server, the search index and the guard's schema walk all read.
A new field is a line here, a column in `app.store.tables`, and a field of its dataclass.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from app.domain.cpr import Cpr
from app.guard import ClearedText

Wire = str | int | None
Value = ClearedText | str | int | date | datetime | UUID | Cpr | None


class FieldType(enum.Enum):
    TEXT = "text"  # typed by a person: only ClearedText may enter
    CODE = "code"  # a value of a list, a person id, a registry number
    CPR = "cpr"
    INT = "int"
    DATE = "date"
    MOMENT = "moment"
    ID = "id"


T, C, N, D, M, I = (  # noqa: E741
    FieldType.TEXT,
    FieldType.CODE,
    FieldType.INT,
    FieldType.DATE,
    FieldType.MOMENT,
    FieldType.ID,
)


@dataclass(frozen=True, slots=True)
class RecordType:
    """`fields`: name → type, names equal to the columns. `cases`: belongs to one participant's case."""

    name: str
    fields: dict[str, FieldType]


PARTICIPANT = RecordType(
    "participant",
    {
        "name": T, "cpr": FieldType.CPR, "case_no": T, "phase": C, "ips_start": D, "job_start": D, "phone": T,
        "consultant": C, "wish_area": T, "wish_hours": T, "wish_transport": T, "disclosure": T,
        "clinic_contact": T, "caseworker": T, "contact_way": C, "interpreter": C,
    },
)  # fmt: skip
EMPLOYER = RecordType(
    "employer",
    {
        "name": T, "cvr": C, "p_number": C, "branch": T, "address": T, "city": T, "contact_person": T, "phone": T,
        "relation": C,
    },
)  # fmt: skip
EMPLOYER_CONTACT = RecordType(
    "employer_contact",
    {
        "employer": I, "at": M, "minutes": N, "mode": C, "purpose": C, "outcome": C, "spoke_with": T, "about": T,
        "next_step": T, "next_on": D, "author": C,
    },
)  # fmt: skip
CONTACT_FOR = RecordType("contact_for", {"contact": I, "participant": I})
APPOINTMENT = RecordType(
    "appointment",
    {
        "participant": I, "employer": I, "kind": C, "title": T, "starts_at": M, "minutes": N, "place": T,
        "held_at": M, "cancelled_at": M, "owner": C,
    },
)  # fmt: skip
TASK = RecordType("task", {"participant": I, "title": T, "due_on": D, "done_at": M, "owner": C})

# --- the course and the person: `on`, `from_day` and `to_day` are days of the calendar, both ends included --------

IPS_COURSE = RecordType(
    "ips_course",
    {
        "participant": I, "number": N, "opened_on": D, "started_on": D, "ended_on": D, "close_reason": C,
        "countersigned_by": C, "countersigned_on": D,
    },
)  # fmt: skip
PHASE_CHANGE = RecordType(
    "phase_change",
    {
        "participant": I, "course": I, "action": C, "before": C, "after": C, "on_day": D, "reason": C, "words": T,
        "author": C,
    },
)  # fmt: skip
REFERRAL = RecordType(
    "referral",
    {
        "participant": I, "course": I, "received_on": D, "answered_on": D, "source": C, "wish": C, "employed_now": C,
        "team": I, "outcome": C, "reason": T, "author": C,
    },
)  # fmt: skip
ASSIGNMENT = RecordType(
    "assignment", {"participant": I, "person": C, "role": C, "from_day": D, "to_day": D, "reason": T}
)
PERIOD = RecordType("period", {"participant": I, "list": C, "code": C, "from_day": D, "to_day": D})
CLINIC_TEAM = RecordType("clinic_team", {"name": T, "clinic": T, "kind": C, "phone": T})
CLINIC_PERSON = RecordType("clinic_person", {"team": I, "name": T, "function": T, "phone": T})
ATTACHMENT = RecordType("attachment", {"participant": I, "team": I, "person": I, "from_day": D, "to_day": D})
STAR_MARKER = RecordType(
    "star_marker", {"participant": I, "kind": C, "from_day": D, "to_day": D, "checked_on": D}
)
CONSENT = RecordType(
    "consent",
    {
        "participant": I, "kind": C, "scope": T, "from_whom": T, "to_whom": T, "purpose": T, "form": C,
        "given_on": D, "expires_on": D, "withdrawn_on": D, "withdrawn_how": T, "document_ref": T,
        "in_patient_record": C, "author": C,
    },
)  # fmt: skip
CAREER_PROFILE = RecordType(
    "career_profile",
    {
        "participant": I, "number": N, "held_on": D, "occasion": C, "wishes": T, "dream": T, "first_step": T,
        "motive": T, "hours_min": N, "hours_max": N, "earliest_start": D, "experience": T, "lessons": T,
        "education": T, "certificates": T, "licence": C, "languages": T, "digital": T, "cv_on": D,
        "preferences": T, "surroundings": C, "travel_minutes": N, "strengths": T, "network": T,
        "accommodations": C, "permit": C, "record_check": C, "economy_worry": C, "author": C,
    },
)  # fmt: skip
WORK_LIMITATION = RecordType(
    "work_limitation",
    {
        "participant": I, "limitation": T, "impossible_tasks": T, "documented": C, "from_day": D, "to_day": D,
        "correction": T, "author": C,
    },
)  # fmt: skip
JOB_SEARCH_PLAN = RecordType(
    "job_search_plan",
    {
        "participant": I, "number": N, "goal_kind": C, "goal": T, "wanted": T, "targets": T, "who_contacts": C,
        "contacts_per_week": N, "actions": T, "support": T, "starts_on": D, "review_on": D, "approved_on": D,
        "approved_how": C, "status": C, "author": C,
    },
)  # fmt: skip
NOTE_TRANSFER = RecordType(
    "note_transfer", {"participant": I, "note": I, "number": T, "moved_on": D, "author": C}
)
ALERT_ANSWER = RecordType(
    "alert_answer", {"participant": I, "rule": C, "about": C, "answer": C, "until": D, "owner": C}
)

# Their tables have exactly the columns that follow from their fields.
PERSON_TYPES = (
    IPS_COURSE, PHASE_CHANGE, REFERRAL, ASSIGNMENT, PERIOD, CLINIC_TEAM, CLINIC_PERSON, ATTACHMENT, STAR_MARKER,
    CONSENT, CAREER_PROFILE, WORK_LIMITATION, JOB_SEARCH_PLAN, NOTE_TRANSFER, ALERT_ANSWER,
)  # fmt: skip

TYPES: dict[str, RecordType] = {
    t.name: t
    for t in (PARTICIPANT, EMPLOYER, EMPLOYER_CONTACT, CONTACT_FOR, APPOINTMENT, TASK, *PERSON_TYPES)
}

NOTE_TEXTS = ("title", "facts", "own_view", "assessment", "agreements")


def to_wire(value: Value) -> Wire:
    """A field's value as it stands in signed JSON: text, whole number or null. Moments are UTC with a Z."""
    match value:
        case ClearedText():
            return value.text
        case Cpr():
            return value.digits
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case None | str() | int():
            return value


def from_wire(kind: FieldType, value: Wire) -> str | int | date | datetime | UUID | None:
    """The stored form of a wire value. Raises ValueError where the shape is wrong."""
    if value is None:
        return None
    if kind is FieldType.INT:
        return int(value)
    text = str(value)
    match kind:
        case FieldType.DATE:
            return date.fromisoformat(text)
        case FieldType.MOMENT:
            return datetime.fromisoformat(text)
        case FieldType.ID:
            return UUID(text)
        case _:
            return text
