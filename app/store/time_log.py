"""Time entries, absence, positions and the consultant's own meetings."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from app.domain.time_log import Absence, Meeting, TimeEntry, WorkingTime
from app.store.tables import RECORDS
from app.store.work import all_whole, one_whole

time_entry, absence = RECORDS["time_entry"], RECORDS["absence"]
working_time, meeting = RECORDS["working_time"], RECORDS["meeting"]
ips_training = RECORDS["ips_training"]


def get_entry(tx: sa.Connection, id: UUID) -> TimeEntry | None:
    return one_whole(tx, time_entry, id, TimeEntry)


def entries(
    tx: sa.Connection, first: date, last: date, *, authors: frozenset[str] | None = None
) -> tuple[TimeEntry, ...]:
    """What was logged from `first` to `last`, both included, in its order; everybody's unless `authors` are named."""
    query = sa.select(time_entry).where(
        time_entry.c.on_day >= first,
        time_entry.c.on_day <= last,
        sa.func.coalesce(time_entry.c.removed, 0) == 0,
    )
    if authors is not None:
        query = query.where(time_entry.c.author.in_(authors))
    order = (time_entry.c.on_day, time_entry.c.started_at.is_(None), time_entry.c.started_at, time_entry.c.id)
    return all_whole(tx, query.order_by(*order), TimeEntry)


def logged_sources(tx: sa.Connection, first: date, last: date) -> frozenset[UUID]:
    """What time has been taken over from already, also where the entry was removed again."""
    rows = tx.execute(
        sa.select(time_entry.c.source_id).where(
            time_entry.c.on_day >= first, time_entry.c.on_day <= last, time_entry.c.source_id.is_not(None)
        )
    )
    return frozenset(row.source_id for row in rows)


def absences(tx: sa.Connection, *, person: str | None = None) -> tuple[Absence, ...]:
    """Newest first; of everybody unless a person is named."""
    query = sa.select(absence).where(sa.func.coalesce(absence.c.removed, 0) == 0)
    if person is not None:
        query = query.where(absence.c.person == person)
    return all_whole(tx, query.order_by(absence.c.first_day.desc(), absence.c.id.desc()), Absence)


def working_times(tx: sa.Connection) -> tuple[WorkingTime, ...]:
    """Newest first, of everybody."""
    return all_whole(
        tx,
        sa.select(working_time).order_by(working_time.c.from_day.desc(), working_time.c.id.desc()),
        WorkingTime,
    )


def training(tx: sa.Connection, people: frozenset[str], on: date) -> str:
    """What was last said of these that holds on a day; "" where nothing was."""
    c = ips_training.c
    mine = sa.select(c.status).where(c.person.in_(people), c.from_day <= on)
    return tx.execute(mine.order_by(c.from_day.desc(), c.id.desc()).limit(1)).scalar_one_or_none() or ""


def meetings(
    tx: sa.Connection, start: datetime, end: datetime, *, authors: frozenset[str] | None = None
) -> tuple[Meeting, ...]:
    """Those in [start, end), in their order."""
    query = sa.select(meeting).where(meeting.c.at >= start, meeting.c.at < end)
    if authors is not None:
        query = query.where(meeting.c.author.in_(authors))
    return all_whole(tx, query.order_by(meeting.c.at, meeting.c.id), Meeting)
