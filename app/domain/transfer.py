"""What is marked on a note or an alert: carried over to the case system, answered for now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
