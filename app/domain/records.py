"""The records that are merged field by field: their names on the wire and the type of each field.

One table here is what the store, the merge on the server, the search index and the guard's schema walk all read.
A new field is a line here, a column in `app.store.tables`, and a field of its dataclass.
"""

from __future__ import annotations

import enum
import re
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
        "relation": C, "merged_into": I,
    },
)  # fmt: skip
EMPLOYER_CONTACT = RecordType(
    "employer_contact",
    {
        "employer": I, "at": M, "minutes": N, "mode": C, "purpose": C, "outcome": C, "spoke_with": T, "about": T,
        "next_step": T, "next_on": D, "author": C, "competitive": N, "reviewed_at": M, "reviewed_by": C,
    },
)  # fmt: skip
CONTACT_FOR = RecordType(
    "contact_for", {"contact": I, "participant": I, "matches": C, "matched": C, "present": N}
)
APPOINTMENT = RecordType(
    "appointment",
    {
        "participant": I, "employer": I, "kind": C, "title": T, "starts_at": M, "minutes": N, "place": T,
        "held_at": M, "cancelled_at": M, "owner": C, "series": I,
    },
)  # fmt: skip
TASK = RecordType(
    "task", {"participant": I, "title": T, "due_on": D, "done_at": M, "owner": C, "plan": I, "who": C}
)

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
        "accommodations": C, "permit": C, "record_check": C, "economy_worry": C, "author": C, "job_types": T,
        "tasks_wanted": T, "pay_wanted": T, "transport": C, "childcare": C,
    },
)  # fmt: skip
PAST_JOB = RecordType(
    "past_job",
    {
        "participant": I, "employer": T, "title": T, "disco08": C, "from_day": D, "to_day": D, "tasks": T, "liked": T,
        "disliked": T, "reasons": C, "learned": T, "removed": N, "author": C,
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

# Words of a note have been taken out on the computer that says so, because newer rules would have stopped them.
NOTE_ERASED = RecordType(
    "note_erased", {"participant": I, "note": I, "fields": C, "erased_at": M, "author": C}
)
# A note that was written in the wrong case: gone from the one (`way` out, its words too), come to the other (in).
NOTE_MOVED = RecordType(
    "note_moved", {"participant": I, "note": I, "way": C, "writer": C, "moved_at": M, "author": C}
)

# A team leader's word that a phrase only looks clinical; `digest` under `salt`, see `app.guard.release`.
GUARD_RELEASE = RecordType(
    "guard_release",
    {"category": C, "salt": C, "digest": C, "rule": C, "reason": C, "ended_on": D, "author": C},
)

# A file of the case; its bytes travel by themselves, in parts, and are found by `digest` (see `app.domain.case_file`).
CASE_FILE = RecordType(
    "case_file",
    {
        "participant": I, "note": I, "name": T, "kind": C, "size": N, "digest": C, "removed_at": M, "author": C,
    },
)  # fmt: skip

# Their tables have exactly the columns that follow from their fields.
PERSON_TYPES = (
    IPS_COURSE, PHASE_CHANGE, REFERRAL, ASSIGNMENT, PERIOD, CLINIC_TEAM, CLINIC_PERSON, ATTACHMENT, STAR_MARKER,
    CONSENT, CAREER_PROFILE, PAST_JOB, WORK_LIMITATION, JOB_SEARCH_PLAN, NOTE_TRANSFER, ALERT_ANSWER,
    NOTE_ERASED, NOTE_MOVED, GUARD_RELEASE, CASE_FILE,
)  # fmt: skip

# --- the work itself: jobs, education, support, openness, employers' people, meetings and time --------------------

JOB = RecordType(
    "job",
    {
        "participant": I, "employer": I, "workplace": I, "title": T, "disco08": C, "form": C, "paragraph56": N,
        "permanent": N, "temporary_until": D, "start_on": D, "weekly_minutes": N, "hourly_pay": N,
        "collective_agreement": N, "working_times": T, "contact_person": T, "found": C, "preferences": C,
        "disclosure": C, "guidance_on": D, "four_hours_on": D, "ended_on": D, "last_day_on": D, "learned_on": D,
        "ended_by": C, "reasons": C, "average_minutes": N, "worked": T, "to_change": T, "wants_new": N,
        "good_terms": N, "benefit_action": N, "author": C,
    },
)  # fmt: skip
EDUCATION = RecordType(
    "education",
    {
        "participant": I, "institution": T, "programme": T, "level": C, "ordinary": N, "start_on": D, "ended_on": D,
        "weekly_minutes": N, "special_support": C, "mentor": N, "goal": T, "contact_person": T, "disclosure": C,
        "outcome": C, "reasons": C, "author": C,
    },
)  # fmt: skip
SUPPORT_PLAN = RecordType(
    "support_plan",
    {
        "participant": I, "job": I, "education": I, "wanted": T, "types": C, "givers": C, "warning_signs": T,
        "employer_contact": N, "step_down": T, "agreed_on": D, "review_on": D, "ended_on": D, "author": C,
    },
)  # fmt: skip
SUPPORT_CONTACT = RecordType(
    "support_contact",
    {
        "participant": I, "job": I, "education": I, "at": M, "minutes": N, "mode": C, "place": C, "with_whom": C,
        "purpose": C, "outcome": T, "next_step": T, "next_on": D, "declined": N, "outreach": C, "author": C,
    },
)  # fmt: skip
DISCLOSURE_SHEET = RecordType(
    "disclosure_sheet",
    {
        "participant": I, "employer": I, "explained_on": D, "pros": T, "cons": T, "choice": C, "who_tells": C,
        "to_whom": T, "wording": T, "never_say": T, "role_words": T, "from_day": D, "withdrawn_on": D, "author": C,
    },
)  # fmt: skip
DISCLOSURE_TALK = RecordType("disclosure_talk", {"participant": I, "sheet": I, "on_day": D, "author": C})
BENEFITS_TALK = RecordType(
    "benefits_talk",
    {
        "participant": I, "job": I, "to_whom": C, "question": T, "situation": T, "planned_minutes": N,
        "planned_pay": N, "asked_on": D, "answered_on": D, "answer": T, "answered_by": T, "given_on": D,
        "told_duty": N, "author": C,
    },
)  # fmt: skip
CLINIC_AGREEMENT = RecordType(
    "clinic_agreement",
    {
        "participant": I, "meeting": I, "on_day": D, "about_job": T, "who_does": T, "considerations": T, "author": C,
    },
)  # fmt: skip
WORKPLACE = RecordType("workplace", {"employer": I, "name": T, "p_number": C, "address": T, "city": T})
EMPLOYER_PERSON = RecordType(
    "employer_person",
    {
        "employer": I,
        "workplace": I,
        "name": T,
        "function": T,
        "phone": T,
        "email": T,
        "left_on": D,
        "seen_on": D,
    },
)
MEETING = RecordType("meeting", {"at": M, "minutes": N, "kind": C, "team": I, "author": C})
TIME_ENTRY = RecordType(
    "time_entry",
    {
        "on_day": D, "started_at": M, "minutes": N, "kind": C, "place": C, "vocational": N, "source": C,
        "source_id": I, "removed": N, "author": C,
    },
)  # fmt: skip
ABSENCE = RecordType(
    "absence", {"person": C, "first_day": D, "last_day": D, "kind": C, "percent": N, "removed": N}
)
WORKING_TIME = RecordType("working_time", {"person": C, "from_day": D, "percent": N})
IPS_TRAINING = RecordType("ips_training", {"person": C, "from_day": D, "status": C})

# Their tables have exactly the columns that follow from their fields.
WORK_TYPES = (
    JOB, EDUCATION, SUPPORT_PLAN, SUPPORT_CONTACT, DISCLOSURE_SHEET, DISCLOSURE_TALK, BENEFITS_TALK,
    CLINIC_AGREEMENT, WORKPLACE, EMPLOYER_PERSON, MEETING, TIME_ENTRY, ABSENCE, WORKING_TIME,
    IPS_TRAINING,
)  # fmt: skip
# --- fidelity reviews, the survey's answers, and what left the program -------------------------------------------

FIDELITY_REVIEW = RecordType(
    "fidelity_review",
    {
        "scale": C, "kind": C, "first_day": D, "last_day": D, "reviewer_one": C, "reviewer_two": C, "begun_at": M,
        "closed_at": M, "author": C,
    },
)  # fmt: skip
FIDELITY_SCORE = RecordType(
    "fidelity_score",
    {
        "review": I, "item": C, "proposed": N, "score": N, "cannot": N, "approved_by": C, "approved_at": M, "ticks": C,
        "comment": T, "recommendation": T, "task": I,
    },
)  # fmt: skip
FIDELITY_SEAL = RecordType("fidelity_seal", {"review": I, "reviewer": C, "digest": C, "sealed_at": M})
FIDELITY_OPENED = RecordType("fidelity_opened", {"review": I, "reviewer": C, "salt": C, "scores": C})
SURVEY_ANSWER = RecordType(
    "survey_answer",
    {"year": N, "question": C, "number": N, "words": T, "method": T, "counted_on": D, "author": C},
)
# What was counted when a review began, and the charts drawn for it: numbers and codes as canonical JSON.
FIDELITY_EVIDENCE = RecordType("fidelity_evidence", {"review": I, "told": C, "frozen_at": M, "author": C})
FIDELITY_CHARTS = RecordType("fidelity_charts", {"review": I, "told": C, "drawn_at": M, "author": C})
EXPORT = RecordType(
    "export",
    {
        "what": C, "format": C, "personal": C, "people": N, "first_day": D, "last_day": D, "made_at": M, "author": C,
        "digest": C,
    },
)  # fmt: skip

# How often in a day a writer let stand what the guard asked about: by kind of rule, never which words.
GUARD_TALLY = RecordType("guard_tally", {"on_day": D, "rule": C, "answer": C, "times": N, "author": C})

FIDELITY_TYPES = (
    FIDELITY_REVIEW, FIDELITY_SCORE, FIDELITY_SEAL, FIDELITY_OPENED, FIDELITY_EVIDENCE, FIDELITY_CHARTS, SURVEY_ANSWER,
    EXPORT, GUARD_TALLY,
)  # fmt: skip

TYPES: dict[str, RecordType] = {
    t.name: t
    for t in (
        PARTICIPANT, EMPLOYER, EMPLOYER_CONTACT, CONTACT_FOR, APPOINTMENT, TASK, *PERSON_TYPES, *WORK_TYPES,
        *FIDELITY_TYPES,
    )
}  # fmt: skip

# The one field in which an illness may be named: the words the candidate has agreed to have said.
AGREED_WORDS = ("disclosure_sheet", "wording")
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
        return whole(value)
    text = str(value)
    match kind:
        case FieldType.DATE:
            return _day(text)
        case FieldType.MOMENT:
            return moment(text)
        case FieldType.ID:
            return UUID(text)
        case _:
            return text


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z", re.ASCII)
_FIRST, _LAST = "0002", "9998"  # years whose every moment has a day by Danish clocks too


def whole(value: str | int) -> int:
    """A number that JSON and both databases hold exactly. Raises ValueError."""
    found = int(value)
    if abs(found) >= 2**53:
        raise ValueError("beyond all numbers")
    return found


def moment(text: str) -> datetime:
    """A moment as `to_wire` writes it, and as nothing else: what Python alone can read, PostgreSQL would break on later."""
    if not _MOMENT.fullmatch(text) or not _FIRST <= text[:4] <= _LAST:
        raise ValueError("no moment")
    return datetime.fromisoformat(text)


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError("no day")
    return date.fromisoformat(text)
