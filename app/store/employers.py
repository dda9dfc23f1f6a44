"""Employers, the contacts with them, and on whose behalf each was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from app.domain.job import worst
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


def last_contacts(tx: sa.Connection) -> dict[UUID, datetime]:
    """Employer → the newest contact; of one that was merged, at the employer it was merged into."""
    found: dict[UUID, datetime] = {}
    log = employer_contact.c
    for row in tx.execute(sa.select(log.employer, sa.func.max(log.at).label("at")).group_by(log.employer)):
        id = canonical(tx, row.employer)
        at = datetime.fromisoformat(row.at) if isinstance(row.at, str) else row.at
        found[id] = max(found.get(id, at), at)
    return found


def links(tx: sa.Connection) -> tuple[sa.Row[Any], ...]:
    """On whose behalf each contact was, and what it had to do with the participant's wishes: `contact`, `participant`,
    `matches` (yes, partly, no or empty) and `present`."""
    return tuple(tx.execute(sa.select(contact_for).order_by(contact_for.c.id)))


def canonical(tx: sa.Connection, id: UUID) -> UUID:
    """The employer this one was merged into, however often; itself where it was not."""
    seen = {id}
    while True:
        row = tx.execute(sa.select(employer.c.merged_into).where(employer.c.id == id)).one_or_none()
        if row is None or row.merged_into is None or row.merged_into in seen:
            return id
        id = row.merged_into
        seen.add(id)


def aliases(tx: sa.Connection, id: UUID) -> frozenset[UUID]:
    """The employer and all that were merged into it."""
    found, fresh = {id}, {id}
    while fresh:
        rows = tx.execute(sa.select(employer.c.id).where(employer.c.merged_into.in_(fresh)))
        fresh = {row.id for row in rows} - found
        found |= fresh
    return frozenset(found)


def names(tx: sa.Connection, ids: Iterable[UUID] | None = None) -> dict[UUID, str]:
    query = sa.select(employer.c.id, employer.c.name)
    if ids is not None:
        query = query.where(employer.c.id.in_(list(ids)))
    return {row.id: row.name for row in tx.execute(query)}


def register(tx: sa.Connection) -> tuple[EmployerRow, ...]:
    """Every employer with its last contact, that contact's next step, and how many meetings there were.

    What was merged into another is counted there.
    """
    log = employer_contact
    whose = sa.func.coalesce(employer.c.merged_into, log.c.employer)
    logged = log.outerjoin(employer, employer.c.id == log.c.employer)
    visits = {
        row.whose: row.visits
        for row in tx.execute(
            sa.select(
                whose.label("whose"), sa.func.count(sa.case((log.c.mode == IN_PERSON, 1))).label("visits")
            )
            .select_from(logged)
            .group_by(whose)
        )
    }
    nth = sa.func.row_number().over(partition_by=whose, order_by=log.c.at.desc()).label("nth")
    newest = sa.select(log, whose.label("whose"), nth).select_from(logged).subquery()
    last = {row.whose: row for row in tx.execute(sa.select(newest).where(newest.c.nth == 1))}
    rows = []
    for one in all(tx):
        if one.merged_into is not None:
            continue
        latest = last.get(one.id)
        rows.append(
            EmployerRow(
                employer=one,
                last_contact=latest.at if latest else None,
                next_step=latest.next_step if latest else "",
                next_on=latest.next_on if latest else None,
                visits=visits.get(one.id, 0),
            )
        )
    return tuple(rows)


def contacts(tx: sa.Connection, id: UUID) -> tuple[EmployerContact, ...]:
    """One employer's log with that of the entries merged into it, newest first."""
    ids = aliases(tx, id)
    return _contacts(tx, sa.select(employer_contact).where(employer_contact.c.employer.in_(ids)))


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


def everything(tx: sa.Connection) -> tuple[EmployerContact, ...]:
    """Every contact, newest first."""
    return _contacts(tx, sa.select(employer_contact))


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
    linked: dict[UUID, list[sa.Row[Any]]] = {}
    for link in tx.execute(
        sa.select(contact_for).where(contact_for.c.contact.in_(wanted)).order_by(contact_for.c.id)
    ):
        linked.setdefault(link.contact, []).append(link)
    return tuple(_contact(row, linked.get(row.id, ())) for row in rows)


def _employer(row: sa.Row[Any]) -> Employer:
    values = dict(row._mapping)
    return Employer(relation=Relation(values.pop("relation")), **values)


def _contact(row: sa.Row[Any], links: Sequence[sa.Row[Any]]) -> EmployerContact:
    values = dict(row._mapping)
    outcome, competitive = values.pop("outcome"), values.pop("competitive")
    return EmployerContact(
        competitive=None if competitive is None else bool(competitive),
        mode=ContactMode(values.pop("mode")),
        purpose=Purpose(values.pop("purpose")),
        outcome=Outcome(outcome) if outcome else None,
        participants=tuple(link.participant for link in links),
        matches=worst([link.matches for link in links]),
        matched=tuple(dict.fromkeys(code for link in links for code in link.matched.split(",") if code)),
        **values,
    )
