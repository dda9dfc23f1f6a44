"""The tables of the vault, as SQLAlchemy Core sees them. `migrations/` makes them; a test compares the two."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

from app.domain.records import FIDELITY_TYPES, PERSON_TYPES, WORK_TYPES, FieldType, RecordType

metadata = sa.MetaData()


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored as UTC text that sorts by time."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)


class Day(TypeDecorator[Any]):
    """A date as ISO text."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:  # noqa: ARG002
        return None if value is None else str(value.isoformat())

    def process_result_value(self, value: str | None, dialect: Any) -> Any:  # noqa: ARG002
        return None if value is None else date.fromisoformat(value)


def _table(name: str, *columns: sa.Column[Any]) -> sa.Table:
    return sa.Table(name, metadata, *columns)


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=null)


def _id(name: str, *, null: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid, nullable=null, primary_key=key)


def _moment(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, Moment, nullable=null)


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, Day, nullable=True)


def _int(name: str, *, null: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=null, primary_key=key)


def _json(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON, nullable=null)


# --- the caseload: what the consultant sees (server state with own waiting operations on top) -----------------

participant = _table(
    "participant",
    _id("id", key=True),
    *(_text(n) for n in ("name",)),
    _text("cpr", null=True),
    _text("case_no"),
    _text("phase"),
    _day("ips_start"),
    _day("job_start"),
    *(
        _text(n)
        for n in (
            "phone", "consultant", "wish_area", "wish_hours", "wish_transport", "disclosure", "clinic_contact",
            "caseworker", "contact_way", "interpreter",
        )
    ),
)  # fmt: skip

employer = _table(
    "employer",
    _id("id", key=True),
    *(
        _text(n)
        for n in (
            "name",
            "cvr",
            "p_number",
            "branch",
            "address",
            "city",
            "contact_person",
            "phone",
            "relation",
        )
    ),
    _id("merged_into", null=True),
)

employer_contact = _table(
    "employer_contact",
    _id("id", key=True),
    _id("employer"),
    _moment("at"),
    _int("minutes", null=True),
    _text("mode"),
    _text("purpose"),
    _text("outcome", null=True),
    _text("spoke_with"),
    _text("about"),
    _text("next_step"),
    _day("next_on"),
    _text("author"),
    _int("competitive", null=True),
    _moment("reviewed_at", null=True),
    _text("reviewed_by"),
)

contact_for = _table(
    "contact_for",
    _id("id", key=True),
    _id("contact"),
    _id("participant"),
    _text("matches"),
    _text("matched"),
    _int("present", null=True),
)

appointment = _table(
    "appointment",
    _id("id", key=True),
    _id("participant", null=True),
    _id("employer", null=True),
    _text("kind"),
    _text("title"),
    _moment("starts_at"),
    _int("minutes", null=True),
    _text("place"),
    _moment("held_at", null=True),
    _moment("cancelled_at", null=True),
    _text("owner"),
    _id("series", null=True),
)

task = _table(
    "task",
    _id("id", key=True),
    _id("participant", null=True),
    _text("title"),
    _day("due_on"),
    _moment("done_at", null=True),
    _text("owner"),
    _id("plan", null=True),
    _text("who"),
)


def _column(name: str, kind: FieldType) -> sa.Column[Any]:
    """Words and codes are empty where nothing is known, everything else is NULL."""
    match kind:
        case FieldType.TEXT | FieldType.CODE | FieldType.CPR:
            return _text(name)
        case FieldType.INT:
            return _int(name, null=True)
        case FieldType.DATE:
            return _day(name)
        case FieldType.MOMENT:
            return _moment(name, null=True)
        case FieldType.ID:
            return _id(name, null=True)


def record_table(kind: RecordType) -> sa.Table:
    """The table of a record type, made from its fields."""
    return _table(kind.name, _id("id", key=True), *(_column(n, of) for n, of in kind.fields.items()))


RECORDS: dict[str, sa.Table] = {
    t.name: t
    for t in (
        participant, employer, employer_contact, contact_for, appointment, task,
        *map(record_table, (*PERSON_TYPES, *WORK_TYPES, *FIDELITY_TYPES)),
    )
}  # fmt: skip

# --- the journal ------------------------------------------------------------------------------------------------

note = _table(
    "note",
    _id("id", key=True),
    _id("participant"),
    _text("kind"),
    _text("title"),
    _moment("happened_at"),
    _int("minutes", null=True),
    _text("place", null=True),
    _text("source"),
    *(_text(n) for n in ("facts", "own_view", "assessment", "agreements")),
    _moment("written_at"),
    _text("author"),
    _id("corrects", null=True),
    _moment("received_at", null=True),
    _int("rev", null=True),
)

draft = _table(
    "draft",
    _id("id", key=True),
    _id("participant", null=True),
    _text("kind"),
    _text("title"),
    _moment("happened_at", null=True),
    _int("minutes", null=True),
    _text("place", null=True),
    _text("source"),
    *(_text(n) for n in ("facts", "own_view", "assessment", "agreements")),
    _id("corrects", null=True),
    _int("held"),
    _moment("updated_at"),
)

form_draft = _table(
    "form_draft",
    sa.Column("kind", sa.Text, primary_key=True),
    _id("participant", null=True),
    _json("texts"),
    _json("choices"),
    _int("held"),
    _moment("updated_at"),
)

# --- sync -------------------------------------------------------------------------------------------------------

enrolment = _table(
    "enrolment",
    sa.Column("one", sa.Integer, primary_key=True),
    _id("device"),
    _text("person"),
    _text("name"),
    _text("role"),
    _text("feed", null=True),
    _text("feed_name", null=True),
    _json("server", null=True),
    _moment("enrolled_at", null=True),
)

person = _table(
    "person",
    sa.Column("id", sa.Text, primary_key=True),
    _text("name"),
    _text("role"),
    sa.Column("synced", Day, nullable=True),
)

outbox = _table(
    "outbox",
    _int("q", key=True),
    _id("id"),
    _text("kind"),
    _id("cand", null=True),
    _text("p"),
    _text("s"),
    _text("hash"),
    _text("state"),
    _int("attempts"),
    _text("problem", null=True),
    _int("rev", null=True),
    _moment("made_at"),
    _moment("settled_at", null=True),
)

rec = _table(
    "rec",
    sa.Column("type", sa.Text, primary_key=True),
    _id("id", key=True),
    _id("cand", null=True),
    _json("vals"),
    _json("frev"),
    _int("rev"),
)

conflict = _table(
    "conflict",
    _int("rev", key=True),
    sa.Column("field", sa.Text, primary_key=True),
    _text("type"),
    _id("rec"),
    _json("mine", null=True),
    _json("theirs", null=True),
    _text("by"),
    _moment("seen_at"),
    _int("resolved_rev", null=True),
    sa.Column("own", sa.Integer, nullable=False, default=0),
    _moment("decided_at", null=True),
)

scope = _table("scope", _id("cand", key=True), _text("role"), _int("since_rev"), _int("upto_rev", null=True))

unread = _table("unread", _int("rev", key=True), _text("p"), _text("s"), _text("reason"))

device = _table(
    "device",
    sa.Column("dev", sa.Text, primary_key=True),
    _text("alg"),
    _text("key"),
    _text("person"),
)

sync_state = _table(
    "sync_state",
    sa.Column("one", sa.Integer, primary_key=True),
    _text("epoch"),
    _int("rev"),
    _text("chain"),
    _int("head"),
    _int("backup_rev"),
    _int("rebuild"),
    _text("scope_tag"),
    _int("clock_offset_ms"),
    _moment("sent_at", null=True),
    _moment("round_at", null=True),
)

# --- who saw whom, and search -----------------------------------------------------------------------------------

access = _table(
    "access",
    _int("n", key=True),
    _moment("at"),
    _text("person"),
    _id("participant"),
    _text("action"),
    _text("reason", null=True),
)

search_doc = _table(
    "search_doc",
    _int("n", key=True),
    _text("kind"),
    _id("id"),
    _id("participant", null=True),
    _moment("at", null=True),
)

# --- lists that came as signed files ----------------------------------------------------------------------------

code_list = _table(
    "code_list",
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("valid_from", Day, primary_key=True),
    _json("body"),
    _text("signed_by"),
    _moment("taken_in_at"),
)
