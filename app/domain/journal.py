"""The municipal journal: notes are final and never change; a correction is a new note that points back."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from app.domain.records import moment, whole
from app.guard import Source

TITLE_MIN, TITLE_MAX, TEXT_MAX = 5, 80, 20_000
MINUTES_MAX: Final = 24 * 60
SATURDAY: Final = 5
_LONG_AGO: Final = 30  # days after which no calendar is needed any more
BODY_TEXTS: Final = ("facts", "own_view", "assessment", "agreements")


class NoteKind(enum.StrEnum):
    MEETING = "meeting"
    EMPLOYER = "employer"
    JOB_SEARCH = "job_search"
    FOLLOW_UP = "follow_up"


CONVERSATIONS = frozenset({NoteKind.MEETING, NoteKind.FOLLOW_UP})


class Place(enum.StrEnum):
    """Where the work was done (item 24 of the fidelity scale counts it)."""

    CLINIC = "clinic"
    MUNICIPAL_OFFICE = "municipal_office"
    EMPLOYER = "employer"
    EDUCATION = "education"
    PARTICIPANT_HOME = "participant_home"
    PUBLIC_PLACE = "public_place"
    TRANSIT = "transit"
    PHONE_ONLINE = "phone_online"


COMMUNITY = frozenset(Place) - {Place.CLINIC, Place.MUNICIPAL_OFFICE, Place.PHONE_ONLINE}


class SourceOf(enum.StrEnum):
    """Where what the note says comes from."""

    PARTICIPANT = "participant"
    OBSERVED = "observed"
    EMPLOYER = "employer"
    AUTHORITY = "authority"
    CLINIC = "clinic"


@dataclass(frozen=True, slots=True)
class Note:
    """`happened_at` is what the consultant states, `written_at` the client's clock, `received_at` the server's.

    `rev` is None until the server has acknowledged the note. `facts`, `own_view` (the participant's own words),
    `assessment` (the consultant's) and `agreements` are kept apart, so that fact and judgement never mix.
    """

    id: UUID
    participant: UUID
    kind: NoteKind
    title: str
    happened_at: datetime
    minutes: int | None
    place: Place | None
    source: SourceOf
    facts: str
    own_view: str
    assessment: str
    agreements: str
    written_at: datetime
    author: str
    corrects: UUID | None
    corrected_by: UUID | None = None
    received_at: datetime | None = None
    rev: int | None = None

    @property
    def text(self) -> str:
        return "\n".join(part for name in BODY_TEXTS if (part := getattr(self, name)))

    def __repr__(self) -> str:
        return f"Note({self.id})"


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished note, on this computer only; its texts have had every held span cut out.

    `held`: how many spans the guard would stop or ask about; `kept`: nothing is kept before the note is final.
    """

    id: UUID
    participant: UUID | None
    kind: NoteKind
    title: str
    happened_at: datetime | None
    minutes: int | None
    place: Place | None
    source: SourceOf
    facts: str
    own_view: str
    assessment: str
    agreements: str
    corrects: UUID | None
    held: int
    updated_at: datetime

    def __repr__(self) -> str:
        return f"Draft({self.id})"


class EntryKind(enum.StrEnum):
    NOTE = "note"
    EMPLOYER_CONTACT = "employer_contact"
    APPOINTMENT = "appointment"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened. `detail`: the note's, contact's or appointment's own kind. `employer`: its name.

    `local_only`: the jobcenter's server has not acknowledged it. `earlier`: versions that this note corrects,
    newest first; `corrected_at`: when it did. `moved_on`: since then it stands in the authority's case system too.
    `misfiled_at`: it was written in the wrong case and has gone from here, without a word left; `came_at`: it came
    from a wrong one.
    `clock_doubt`: written while this computer's clock was set back. `written_at`: when the first version was; `late`: how many days after the event it was
    written, where that was late.
    """

    kind: EntryKind
    id: UUID
    at: datetime
    title: str
    text: str
    detail: str
    minutes: int | None
    place: Place | None
    employer: str
    author: str
    local_only: bool
    earlier: tuple[Note, ...] = ()
    corrected_at: datetime | None = None
    moved_on: date | None = None
    misfiled_at: datetime | None = None
    came_at: datetime | None = None
    clock_doubt: bool = False
    written_at: datetime | None = None
    late: int = 0

    def __repr__(self) -> str:
        return f"TimelineEntry({self.kind}, {self.id})"


def days_late(happened: date, written: date, *, is_off: Callable[[date], bool]) -> int:
    """How many days after the event a late note was written, 0 for one written by the end of the next working day
    (offentlighedsloven § 13: as soon as possible). `is_off`: holidays, besides Saturdays and Sundays."""
    days = (written - happened).days
    after = (happened + timedelta(days=n) for n in range(1, min(days, _LONG_AGO) + 1))
    weekdays = [day for day in after if day.weekday() < SATURDAY]
    return days if len(weekdays) > 1 and sum(not is_off(day) for day in weekdays) > 1 else 0


def source_of(field: str, source: SourceOf) -> Source:
    """Whose words a note's field holds, for the guard. The clinic's stay the clinic's wherever they are written."""
    if field == "own_view" and source is not SourceOf.CLINIC:
        return Source.PARTICIPANT
    return Source(source.value)


def to_body(note: Note) -> dict[str, Any]:
    """The note as the body of its operation (whose id is the note's own)."""
    return {name: _plain(getattr(note, name)) for name in BODY}


def from_body(body: dict[str, Any], *, received_at: datetime | None = None, rev: int | None = None) -> Note:
    """The note an operation's body holds. Raises ValueError, KeyError or TypeError where the shape is wrong."""
    return Note(
        id=UUID(body["id"]),
        participant=UUID(body["participant"]),
        kind=NoteKind(body["kind"]),
        happened_at=moment(body["happened_at"]),
        minutes=None if body["minutes"] is None else whole(body["minutes"]),
        place=None if body["place"] is None else Place(body["place"]),
        source=SourceOf(body["source"]),
        written_at=moment(body["written_at"]),
        corrects=None if body["corrects"] is None else UUID(body["corrects"]),
        received_at=received_at,
        rev=rev,
        title=_text(body["title"]),
        facts=_text(body["facts"]),
        own_view=_text(body["own_view"]),
        assessment=_text(body["assessment"]),
        agreements=_text(body["agreements"]),
        author=_text(body["author"]),
    )


def _plain(value: object) -> str | int | None:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case UUID():
            return str(value)
        case enum.StrEnum():
            return value.value
        case None | str() | int():
            return value
        case _:
            raise TypeError(type(value).__name__)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


BODY: Final = tuple(f.name for f in fields(Note) if f.name not in ("corrected_by", "received_at", "rev"))
