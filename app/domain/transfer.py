"""What is marked on a note or an alert: carried over to the case system, moved, answered for now."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NoteTransfer:
    """The note stands in the authority's case system too: under which number, since when."""

    id: UUID
    participant: UUID
    note: UUID | None
    number: str
    moved_on: date | None
    author: str

    def __repr__(self) -> str:
        return f"NoteTransfer({self.id})"


class Way(enum.StrEnum):
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class NoteMoved:
    """The note was written in the wrong case: it has gone `OUT` of this one, or come `IN` to it. `writer`: whose words."""

    id: UUID
    participant: UUID
    note: UUID | None
    way: Way
    writer: str
    moved_at: datetime | None
    author: str

    def __repr__(self) -> str:
        return f"NoteMoved({self.id})"


@dataclass(frozen=True, slots=True)
class AlertAnswered:
    """An alert that was put off (`until` a day) or dealt with (for as long as it is about the same thing)."""

    id: UUID
    participant: UUID | None
    rule: str
    about: str
    answer: str
    until: date | None
    owner: str
