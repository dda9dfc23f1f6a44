"""Workplaces and contact persons of employers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from app.domain.employer import EmployerPerson, Workplace
from app.store.tables import RECORDS, employer
from app.store.work import all_whole, one_whole

workplace, employer_person = RECORDS["workplace"], RECORDS["employer_person"]


def places(tx: sa.Connection, employers: Iterable[UUID]) -> tuple[Workplace, ...]:
    query = sa.select(workplace).where(workplace.c.employer.in_(list(employers)))
    return all_whole(tx, query.order_by(workplace.c.name, workplace.c.id), Workplace)


def by_employer(tx: sa.Connection) -> dict[UUID, tuple[Workplace, ...]]:
    """All of them, those of a merged entry with the employer it turned out to be."""
    whose = sa.select(employer.c.id, employer.c.merged_into).where(employer.c.merged_into.is_not(None))
    became = {row.id: row.merged_into for row in tx.execute(whose)}
    found: dict[UUID, list[Workplace]] = defaultdict(list)
    for one in all_whole(tx, sa.select(workplace).order_by(workplace.c.name, workplace.c.id), Workplace):
        found[became.get(one.employer, one.employer)].append(one)
    return {id: tuple(places) for id, places in found.items()}


def get(tx: sa.Connection, id: UUID) -> Workplace | None:
    return one_whole(tx, workplace, id, Workplace)


def people(tx: sa.Connection, employers: Iterable[UUID] | None = None) -> tuple[EmployerPerson, ...]:
    """Those who are there first; of all employers when none are named. Forgotten ones are nobody."""
    query = sa.select(employer_person).where(employer_person.c.name != "")
    if employers is not None:
        query = query.where(employer_person.c.employer.in_(list(employers)))
    order = (employer_person.c.left_on.is_not(None), employer_person.c.name, employer_person.c.id)
    return all_whole(tx, query.order_by(*order), EmployerPerson)
