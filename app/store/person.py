"""The records around a participant: course, referral, periods, team, marker, consents, profile and plan."""

from __future__ import annotations

import enum
import functools
import typing
from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa

from app.domain import career, case_file, consent, course, life_cycle, transfer
from app.store.tables import RECORDS

T = TypeVar("T")
_OF: dict[type[Any], str] = {
    course.IpsCourse: "ips_course",
    life_cycle.PhaseChange: "phase_change",
    course.Referral: "referral",
    course.Assignment: "assignment",
    course.Period: "period",
    course.ClinicTeam: "clinic_team",
    course.ClinicPerson: "clinic_person",
    course.Attachment: "attachment",
    course.StarMarker: "star_marker",
    consent.Consent: "consent",
    career.CareerProfile: "career_profile",
    career.PastJob: "past_job",
    career.WorkLimitation: "work_limitation",
    career.JobSearchPlan: "job_search_plan",
    transfer.NoteTransfer: "note_transfer",
    transfer.NoteMoved: "note_moved",
    transfer.AlertAnswered: "alert_answer",
    case_file.CaseFile: "case_file",
}


def get(tx: sa.Connection, cls: type[T], id: UUID) -> T | None:
    table = _table(cls)
    row = tx.execute(sa.select(table).where(table.c.id == id)).one_or_none()
    return None if row is None else _made(cls, row)


def of_participant(tx: sa.Connection, cls: type[T], participant: UUID) -> tuple[T, ...]:
    """All of one participant's, in the order in which they were made (ids are ordered by time)."""
    table = _table(cls)
    rows = tx.execute(sa.select(table).where(table.c.participant == participant).order_by(table.c.id))
    return tuple(_made(cls, row) for row in rows)


def everything(tx: sa.Connection, cls: type[T]) -> tuple[T, ...]:
    """All that this computer holds, in the order in which they were made."""
    table = _table(cls)
    return tuple(_made(cls, row) for row in tx.execute(sa.select(table).order_by(table.c.id)))


def of_many(tx: sa.Connection, cls: type[T], participants: Iterable[UUID]) -> tuple[T, ...]:
    """All of these participants', in the order in which they were made."""
    table = _table(cls)
    wanted = list(participants)
    rows = (
        tx.execute(sa.select(table).where(table.c.participant.in_(wanted)).order_by(table.c.id))
        if wanted
        else ()
    )
    return tuple(_made(cls, row) for row in rows)


def newest(tx: sa.Connection, cls: type[T], column: str, values: Iterable[Any]) -> dict[Any, T]:
    """For each value of a column the record made last."""
    table = _table(cls)
    rows = tx.execute(sa.select(table).where(table.c[column].in_(list(values))).order_by(table.c.id))
    return {row._mapping[column]: _made(cls, row) for row in rows}


def _table(cls: type[Any]) -> sa.Table:
    return RECORDS[_OF[cls]]


def _made(cls: type[T], row: sa.Row[Any]) -> T:
    values = dict(row._mapping)
    for name, turn in _turned(_OF[cls]):
        values[name] = turn(values[name])
    return cls(**values)


@functools.lru_cache(maxsize=64)
def _turned(name: str) -> tuple[tuple[str, Callable[[str], enum.Enum]], ...]:
    """The fields whose codes the program has words for."""
    hints = typing.get_type_hints(next(cls for cls, of in _OF.items() if of == name))
    return tuple((n, of) for n, of in hints.items() if isinstance(of, type) and issubclass(of, enum.Enum))
