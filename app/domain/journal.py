"""The municipal journal: notes are final and never change; a correction is a new note that points back."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

TITLE_MIN, TITLE_MAX, TEXT_MAX = 5, 80, 20_000


class NoteKind(enum.StrEnum):
    MEETING = "meeting"
    EMPLOYER = "employer"
    JOB_SEARCH = "job_search"
    FOLLOW_UP = "follow_up"


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
    corrected_by: UUID | None
    received_at: datetime | None
    rev: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished note, on this computer only; its texts have had every held span cut out."""

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
