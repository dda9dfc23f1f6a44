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


CONVERSATIONS = frozenset({AppointmentKind.MEETING, AppointmentKind.CALL, AppointmentKind.FOLLOW_UP})


@dataclass(frozen=True, slots=True)
class Appointment:
    """`owner`: the person it belongs to. Without a participant it is the owner's alone. `series`: of one rhythm."""

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
    series: UUID | None = None

    def __repr__(self) -> str:
        return f"Appointment({self.id})"


@dataclass(frozen=True, slots=True)
class Task:
    """A next step. `due_on` may be open. `plan`: the plan for finding a job it is part of, and `who` does it there."""

    id: UUID
    participant: UUID | None
    title: str
    due_on: date | None
    done_at: datetime | None
    owner: str
    plan: UUID | None = None
    who: str = ""

    def __repr__(self) -> str:
        return f"Task({self.id})"


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """An appointment with the names a reader wants beside it; empty where there is none."""

    appointment: Appointment
    participant: str
    employer: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with its participant's name; `overdue` when its day has passed."""

    task: Task
    participant: str
    overdue: bool
