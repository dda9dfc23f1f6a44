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
        "clinic_contact": T, "caseworker": T,
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

TYPES: dict[str, RecordType] = {
    t.name: t for t in (PARTICIPANT, EMPLOYER, EMPLOYER_CONTACT, CONTACT_FOR, APPOINTMENT, TASK)
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
