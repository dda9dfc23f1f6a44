"""Workplaces and contact persons of employers."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from app.domain.employer import EmployerPerson, Workplace
from app.store.tables import RECORDS
from app.store.work import all_whole

workplace, employer_person = RECORDS["workplace"], RECORDS["employer_person"]


def places(tx: sa.Connection, employers: Iterable[UUID]) -> tuple[Workplace, ...]:
    query = sa.select(workplace).where(workplace.c.employer.in_(list(employers)))
    return all_whole(tx, query.order_by(workplace.c.name, workplace.c.id), Workplace)


def people(tx: sa.Connection, employers: Iterable[UUID] | None = None) -> tuple[EmployerPerson, ...]:
    """Those who are there first; of all employers when none are named. Forgotten ones are nobody."""
    query = sa.select(employer_person).where(employer_person.c.name != "")
    if employers is not None:
        query = query.where(employer_person.c.employer.in_(list(employers)))
    order = (employer_person.c.left_on.is_not(None), employer_person.c.name, employer_person.c.id)
    return all_whole(tx, query.order_by(*order), EmployerPerson)
