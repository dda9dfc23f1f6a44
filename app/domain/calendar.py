"""Appointments and tasks."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


class AppointmentKind(enum.StrEnum):
    MEETING = "meeting"
    CALL = "call"
    EMPLOYER_VISIT = "employer_visit"
    FOLLOW_UP = "follow_up"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Appointment:
    """`owner`: the person it belongs to. Without a participant it is the owner's alone."""

    id: UUID
    participant: UUID | None
    employer: UUID | None
    kind: AppointmentKind
    title: str
    starts_at: datetime
    minutes: int | None
    place: str
    held_at: datetime | None
    cancelled_at: datetime | None
    owner: str


@dataclass(frozen=True, slots=True)
class Task:
    """A next step. `due_on` may be open."""

    id: UUID
    participant: UUID | None
    title: str
    due_on: date | None
    done_at: datetime | None
    owner: str
