"""Jobs, education, support, openness and guidance: rows of participants' cases."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa

from app.domain.benefits import BenefitsTalk
from app.domain.clinic import ClinicAgreement
from app.domain.disclosure import DisclosureSheet
from app.domain.job import Education, Job
from app.domain.support import SupportContact, SupportPlan
from app.store.tables import RECORDS

T = TypeVar("T")

job = RECORDS["job"]
education = RECORDS["education"]
support_plan = RECORDS["support_plan"]
support_contact = RECORDS["support_contact"]
disclosure_sheet = RECORDS["disclosure_sheet"]
disclosure_talk = RECORDS["disclosure_talk"]
benefits_talk = RECORDS["benefits_talk"]
clinic_agreement = RECORDS["clinic_agreement"]


def whole(cls: type[T], row: sa.Row[Any], **more: Any) -> T | None:
    """The row as `cls`; None while a part is missing that it cannot be without (a case that is still filled in)."""
    values: dict[str, Any] = {}
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]
        if field.name not in row._mapping:
            continue
        value = _value(str(field.type), row._mapping[field.name])
        if value is None and "None" not in str(field.type):
            return None
        values[field.name] = value
    return cls(**(values | more))


def _value(kind: str, stored: Any) -> Any:
    match kind:
        case "bool":
            return bool(stored)
        case "bool | None":
            return None if stored is None else bool(stored)
        case "tuple[str, ...]":
            return tuple(stored.split(",")) if stored else ()
        case _:
            return stored


def all_whole(tx: sa.Connection, query: sa.Select[Any], cls: type[T]) -> tuple[T, ...]:
    return tuple(one for row in tx.execute(query) if (one := whole(cls, row)) is not None)


def one_whole(tx: sa.Connection, table: sa.Table, id: UUID, cls: type[T]) -> T | None:
    row = tx.execute(sa.select(table).where(table.c.id == id)).one_or_none()
    return None if row is None else whole(cls, row)


def get_job(tx: sa.Connection, id: UUID) -> Job | None:
    return one_whole(tx, job, id, Job)


def jobs(
    tx: sa.Connection, participant: UUID | None = None, *, started: tuple[date, date] | None = None
) -> tuple[Job, ...]:
    """The newest first; of one participant, or of everybody here. `started`: from and to, both days included."""
    query = sa.select(job).order_by(job.c.start_on.desc(), job.c.id.desc())
    if participant is not None:
        query = query.where(job.c.participant == participant)
    if started is not None:
        query = query.where(job.c.start_on >= started[0], job.c.start_on <= started[1])
    return all_whole(tx, query, Job)


def open_jobs(tx: sa.Connection, today: date, whose: Iterable[UUID] | None = None) -> tuple[Job, ...]:
    """The jobs that run, are about to start, or ended so lately that somebody should ask; of all, or of these."""
    near = sa.or_(job.c.ended_on.is_(None), job.c.ended_on >= date.fromordinal(today.toordinal() - 60))
    query = sa.select(job).where(near).order_by(job.c.start_on, job.c.id)
    if whose is not None:
        query = query.where(job.c.participant.in_(list(whose)))
    return all_whole(tx, query, Job)


def at_work(tx: sa.Connection, whose: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these participants for whom a job or an education is written down that has not ended."""
    wanted = list(whose)
    found: set[UUID] = set()
    for table in (job, education):
        running = sa.select(table.c.participant).where(
            table.c.participant.in_(wanted), table.c.ended_on.is_(None)
        )
        found |= set(tx.execute(running).scalars())
    return frozenset(found)


def get_education(tx: sa.Connection, id: UUID) -> Education | None:
    return one_whole(tx, education, id, Education)


def educations(tx: sa.Connection, participant: UUID | None = None) -> tuple[Education, ...]:
    query = sa.select(education).order_by(education.c.start_on.desc(), education.c.id.desc())
    if participant is not None:
        query = query.where(education.c.participant == participant)
    return all_whole(tx, query, Education)


def get_plan(tx: sa.Connection, id: UUID) -> SupportPlan | None:
    return one_whole(tx, support_plan, id, SupportPlan)


def plans(tx: sa.Connection, participant: UUID | None = None) -> tuple[SupportPlan, ...]:
    query = sa.select(support_plan).order_by(support_plan.c.agreed_on.desc(), support_plan.c.id.desc())
    if participant is not None:
        query = query.where(support_plan.c.participant == participant)
    return all_whole(tx, query, SupportPlan)


def support_contacts(
    tx: sa.Connection, participant: UUID | None = None, *, jobs: Iterable[UUID] | None = None
) -> tuple[SupportContact, ...]:
    """Newest first."""
    query = sa.select(support_contact).order_by(support_contact.c.at.desc(), support_contact.c.id.desc())
    if participant is not None:
        query = query.where(support_contact.c.participant == participant)
    if jobs is not None:
        query = query.where(support_contact.c.job.in_(list(jobs)))
    return all_whole(tx, query, SupportContact)


def support_between(
    tx: sa.Connection, start: datetime, end: datetime, *, authors: frozenset[str]
) -> tuple[SupportContact, ...]:
    """The contacts `authors` made in [start, end), in their order."""
    there = support_contact.c
    query = sa.select(support_contact).where(there.at >= start, there.at < end, there.author.in_(authors))
    return all_whole(tx, query.order_by(there.at, there.id), SupportContact)


def get_sheet(tx: sa.Connection, id: UUID) -> DisclosureSheet | None:
    row = tx.execute(sa.select(disclosure_sheet).where(disclosure_sheet.c.id == id)).one_or_none()
    return None if row is None else whole(DisclosureSheet, row, talks=_talks(tx, [id]).get(id, ()))


def sheets(tx: sa.Connection, participants: Iterable[UUID] | None = None) -> tuple[DisclosureSheet, ...]:
    """Newest first, withdrawn ones too."""
    query = sa.select(disclosure_sheet).order_by(
        disclosure_sheet.c.from_day.desc(), disclosure_sheet.c.id.desc()
    )
    if participants is not None:
        query = query.where(disclosure_sheet.c.participant.in_(list(participants)))
    rows = tx.execute(query).all()
    talks = _talks(tx, [row.id for row in rows])
    found = (whole(DisclosureSheet, row, talks=talks.get(row.id, ())) for row in rows)
    return tuple(sheet for sheet in found if sheet is not None)


def _talks(tx: sa.Connection, sheets: list[UUID]) -> dict[UUID, tuple[date, ...]]:
    days: dict[UUID, set[date]] = {}
    rows = tx.execute(
        sa.select(disclosure_talk.c.sheet, disclosure_talk.c.on_day).where(
            disclosure_talk.c.sheet.in_(sheets)
        )
    )
    for row in rows:
        if row.on_day is not None:
            days.setdefault(row.sheet, set()).add(row.on_day)
    return {sheet: tuple(sorted(mine)) for sheet, mine in days.items()}


def get_talk(tx: sa.Connection, id: UUID) -> BenefitsTalk | None:
    return one_whole(tx, benefits_talk, id, BenefitsTalk)


def benefits_talks(tx: sa.Connection, participant: UUID | None = None) -> tuple[BenefitsTalk, ...]:
    query = sa.select(benefits_talk).order_by(benefits_talk.c.asked_on.desc(), benefits_talk.c.id.desc())
    if participant is not None:
        query = query.where(benefits_talk.c.participant == participant)
    return all_whole(tx, query, BenefitsTalk)


def clinic_agreements(tx: sa.Connection, participant: UUID) -> tuple[ClinicAgreement, ...]:
    query = sa.select(clinic_agreement).where(clinic_agreement.c.participant == participant)
    order = (clinic_agreement.c.on_day.desc(), clinic_agreement.c.id.desc())
    return all_whole(tx, query.order_by(*order), ClinicAgreement)
