"""Employers, the contacts with them, and on whose behalf each was."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.domain.employer import (
    ContactMode,
    Employer,
    EmployerContact,
    EmployerRow,
    Outcome,
    Purpose,
    Relation,
)
from app.domain.journal import Place
from app.store.tables import contact_for, employer, employer_contact, note

IN_PERSON = ContactMode.IN_PERSON.value


_ONE = sa.select(employer).where(employer.c.id == sa.bindparam("id"))


def get(tx: sa.Connection, id: UUID) -> Employer | None:
    row = tx.execute(_ONE, {"id": id}).one_or_none()
    return None if row is None else _employer(row)


def get_many(tx: sa.Connection, ids: Iterable[UUID]) -> tuple[Employer, ...]:
    """In no order."""
    wanted = list(ids)
    rows = tx.execute(sa.select(employer).where(employer.c.id.in_(wanted))) if wanted else ()
    return tuple(_employer(row) for row in rows)


def all(tx: sa.Connection) -> tuple[Employer, ...]:
    return tuple(_employer(row) for row in tx.execute(sa.select(employer)))


def names(tx: sa.Connection, ids: Iterable[UUID] | None = None) -> dict[UUID, str]:
    query = sa.select(employer.c.id, employer.c.name)
    if ids is not None:
        query = query.where(employer.c.id.in_(list(ids)))
    return {row.id: row.name for row in tx.execute(query)}


def register(tx: sa.Connection) -> tuple[EmployerRow, ...]:
    """Every employer with its last contact, that contact's next step, and how many meetings there were."""
    log = employer_contact
    summary = {
        row.employer: row
        for row in tx.execute(
            sa.select(
                log.c.employer,
                sa.func.count(sa.case((log.c.mode == IN_PERSON, 1))).label("visits"),
            ).group_by(log.c.employer)
        )
    }
    newest = sa.select(
        log, sa.func.row_number().over(partition_by=log.c.employer, order_by=log.c.at.desc()).label("nth")
    ).subquery()
    last = {row.employer: row for row in tx.execute(sa.select(newest).where(newest.c.nth == 1))}
    rows = []
    for one in all(tx):
        latest = last.get(one.id)
        rows.append(
            EmployerRow(
                employer=one,
                last_contact=latest.at if latest else None,
                next_step=latest.next_step if latest else "",
                next_on=latest.next_on if latest else None,
                visits=summary[one.id].visits if one.id in summary else 0,
            )
        )
    return tuple(rows)


def contacts(tx: sa.Connection, id: UUID) -> tuple[EmployerContact, ...]:
    """One employer's log, newest first."""
    return _contacts(tx, sa.select(employer_contact).where(employer_contact.c.employer == id))


def contacts_for(tx: sa.Connection, participant: UUID) -> tuple[EmployerContact, ...]:
    """The contacts on one participant's behalf, newest first."""
    mine = sa.select(contact_for.c.contact).where(contact_for.c.participant == participant)
    return _contacts(tx, sa.select(employer_contact).where(employer_contact.c.id.in_(mine)))


def contacts_between(
    tx: sa.Connection, start: datetime, end: datetime, *, authors: frozenset[str]
) -> tuple[EmployerContact, ...]:
    """What `authors` did in [start, end), newest first."""
    log = employer_contact.c
    return _contacts(
        tx, sa.select(employer_contact).where(log.at >= start, log.at < end, log.author.in_(authors))
    )


def contacts_by_id(tx: sa.Connection, ids: Iterable[UUID]) -> tuple[EmployerContact, ...]:
    return _contacts(tx, sa.select(employer_contact).where(employer_contact.c.id.in_(list(ids))))


def in_dialogue(tx: sa.Connection, participant: UUID) -> int:
    """How many employers are in dialogue or have an agreement on the participant's behalf."""
    return int(
        tx.execute(
            sa.select(sa.func.count(sa.distinct(employer.c.id)))
            .join(employer_contact, employer_contact.c.employer == employer.c.id)
            .join(contact_for, contact_for.c.contact == employer_contact.c.id)
            .where(
                contact_for.c.participant == participant,
                employer.c.relation.in_([Relation.DIALOGUE.value, Relation.AGREEMENT.value]),
            )
        ).scalar_one()
    )


def minutes_at(tx: sa.Connection, participant: UUID, start: datetime, end: datetime) -> int:
    """Minutes spent at employers for the participant in [start, end): visits, and notes written from there."""
    log = employer_contact.c
    mine = sa.select(contact_for.c.contact).where(contact_for.c.participant == participant)
    visits = sa.select(sa.func.coalesce(sa.func.sum(log.minutes), 0)).where(
        log.id.in_(mine), log.mode == IN_PERSON, log.at >= start, log.at < end
    )
    later = note.alias()
    notes = sa.select(sa.func.coalesce(sa.func.sum(note.c.minutes), 0)).where(
        note.c.participant == participant,
        note.c.place == Place.EMPLOYER.value,
        note.c.happened_at >= start,
        note.c.happened_at < end,
        ~sa.exists().where(later.c.corrects == note.c.id),
    )
    return int(tx.execute(visits).scalar_one()) + int(tx.execute(notes).scalar_one())


def _contacts(tx: sa.Connection, query: sa.Select[Any]) -> tuple[EmployerContact, ...]:
    rows = tx.execute(query.order_by(employer_contact.c.at.desc(), employer_contact.c.id.desc())).all()
    wanted = query.with_only_columns(employer_contact.c.id)
    whose: dict[UUID, list[UUID]] = {}
    for link in tx.execute(
        sa.select(contact_for).where(contact_for.c.contact.in_(wanted)).order_by(contact_for.c.id)
    ):
        whose.setdefault(link.contact, []).append(link.participant)
    return tuple(_contact(row, tuple(whose.get(row.id, ()))) for row in rows)


def _employer(row: sa.Row[Any]) -> Employer:
    values = dict(row._mapping)
    return Employer(relation=Relation(values.pop("relation")), **values)


def _contact(row: sa.Row[Any], participants: tuple[UUID, ...]) -> EmployerContact:
    values = dict(row._mapping)
    outcome = values.pop("outcome")
    return EmployerContact(
        mode=ContactMode(values.pop("mode")),
        purpose=Purpose(values.pop("purpose")),
        outcome=Outcome(outcome) if outcome else None,
        participants=participants,
        **values,
    )
