"""Appointments and tasks."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.domain.calendar import Appointment, AppointmentKind, Task
from app.store.tables import appointment, task


def get_appointment(tx: sa.Connection, id: UUID) -> Appointment | None:
    row = tx.execute(sa.select(appointment).where(appointment.c.id == id)).one_or_none()
    return None if row is None else _appointment(row)


def get_task(tx: sa.Connection, id: UUID) -> Task | None:
    row = tx.execute(sa.select(task).where(task.c.id == id)).one_or_none()
    return None if row is None else _task(row)


def appointments_between(
    tx: sa.Connection, start: datetime, end: datetime, *, owners: frozenset[str] | None = None
) -> tuple[Appointment, ...]:
    """Those not cancelled that start in [start, end), in their order; everybody's unless `owners` are named."""
    query = sa.select(appointment).where(
        appointment.c.starts_at >= start, appointment.c.starts_at < end, appointment.c.cancelled_at.is_(None)
    )
    if owners is not None:
        query = query.where(appointment.c.owner.in_(owners))
    rows = tx.execute(query.order_by(appointment.c.starts_at, appointment.c.id))
    return tuple(_appointment(row) for row in rows)


def of_series(tx: sa.Connection, series: UUID, *, after: datetime) -> tuple[Appointment, ...]:
    """Those of one rhythm after a moment that were neither held nor cancelled."""
    rows = tx.execute(
        sa.select(appointment)
        .where(
            appointment.c.series == series,
            appointment.c.starts_at > after,
            appointment.c.cancelled_at.is_(None),
            appointment.c.held_at.is_(None),
        )
        .order_by(appointment.c.starts_at)
    )
    return tuple(_appointment(row) for row in rows)


def cancelled_of_series(tx: sa.Connection, series: UUID, *, at: datetime) -> tuple[Appointment, ...]:
    """Those of one rhythm that were called off together."""
    there = appointment.c
    rows = tx.execute(sa.select(appointment).where(there.series == series, there.cancelled_at == at))
    return tuple(_appointment(row) for row in rows)


def next_after(tx: sa.Connection, at: datetime, *, owners: frozenset[str]) -> Appointment | None:
    row = tx.execute(
        sa.select(appointment)
        .where(
            appointment.c.starts_at >= at,
            appointment.c.cancelled_at.is_(None),
            appointment.c.held_at.is_(None),
            appointment.c.owner.in_(owners),
        )
        .order_by(appointment.c.starts_at)
        .limit(1)
    ).one_or_none()
    return None if row is None else _appointment(row)


def unresolved_before(tx: sa.Connection, at: datetime, *, owners: frozenset[str]) -> tuple[Appointment, ...]:
    """Appointments of the past nobody has said were held or cancelled."""
    rows = tx.execute(
        sa.select(appointment)
        .where(
            appointment.c.starts_at < at,
            appointment.c.owner.in_(owners),
            appointment.c.held_at.is_(None),
            appointment.c.cancelled_at.is_(None),
        )
        .order_by(appointment.c.starts_at)
    )
    return tuple(_appointment(row) for row in rows)


def held_with(tx: sa.Connection, participant: UUID) -> tuple[Appointment, ...]:
    rows = tx.execute(
        sa.select(appointment)
        .where(appointment.c.participant == participant, appointment.c.held_at.is_not(None))
        .order_by(appointment.c.starts_at.desc())
    )
    return tuple(_appointment(row) for row in rows)


def tasks(tx: sa.Connection, *, done: bool) -> tuple[Task, ...]:
    """The open ones by due day, undated last; the done ones newest first."""
    query = sa.select(task).where(task.c.done_at.is_not(None) if done else task.c.done_at.is_(None))
    order = (task.c.done_at.desc(),) if done else (task.c.due_on.is_(None), task.c.due_on, task.c.id)
    return tuple(_task(row) for row in tx.execute(query.order_by(*order)))


def of_plans(tx: sa.Connection, participant: UUID) -> tuple[Task, ...]:
    """The steps of a participant's plans for finding a job, by due day, undated last."""
    mine = sa.select(task).where(task.c.participant == participant, task.c.plan.is_not(None))
    return tuple(
        _task(row) for row in tx.execute(mine.order_by(task.c.due_on.is_(None), task.c.due_on, task.c.id))
    )


def done_with(tx: sa.Connection, participant: UUID) -> tuple[Task, ...]:
    rows = tx.execute(
        sa.select(task)
        .where(task.c.participant == participant, task.c.done_at.is_not(None))
        .order_by(task.c.done_at.desc())
    )
    return tuple(_task(row) for row in rows)


def _appointment(row: sa.Row[Any]) -> Appointment:
    values = dict(row._mapping)
    return Appointment(kind=AppointmentKind(values.pop("kind")), **values)


def _task(row: sa.Row[Any]) -> Task:
    return Task(**row._mapping)
