"""Who writes here, and what the jobcenter's people are called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID, uuid4

import sqlalchemy as sa

from app.store.tables import enrolment, person


@dataclass(frozen=True, slots=True)
class Colleague:
    """`synced`: the day of the last synchronisation, `NEVER` before the first; None where nobody said."""

    id: str
    name: str
    role: str
    synced: date | None = None


@dataclass(frozen=True, slots=True)
class Me:
    """This computer and its user. `person` is empty and `feed` None until the jobcenter has enrolled the device."""

    device: UUID
    person: str
    name: str
    role: str
    feed: str | None
    feed_name: str | None

    @property
    def signs(self) -> frozenset[str]:
        """The names the user's own rows bear: the person's id, and the empty one from before the enrolment."""
        return frozenset({"", self.person})

    @property
    def counts_team(self) -> bool:
        """Whether the team's figures can be made here: a colleague's hours reach no consultant's computer."""
        return self.feed is None or self.leads

    @property
    def leads(self) -> bool:
        """Whether the user is the team leader, by the server's word or the user's own before the enrolment."""
        return self.role in LEADERS


LEADERS: Final = ("leader", "team_leader")
_ME = sa.select(enrolment)


def ensure(tx: sa.Connection) -> None:
    """Give a new vault its device id; a vault that has one keeps it."""
    if tx.execute(sa.select(enrolment.c.one)).one_or_none() is None:
        tx.execute(sa.insert(enrolment).values(one=1, device=uuid4(), person="", name="", role=""))


def introduce(tx: sa.Connection, *, name: str, role: str) -> None:
    """What the user calls themself before the jobcenter says so."""
    tx.execute(sa.update(enrolment).values(name=name, role=role))


def me(tx: sa.Connection) -> Me:
    row = tx.execute(_ME).one()
    return Me(row.device, row.person, row.name, row.role, row.feed, row.feed_name)


def names(tx: sa.Connection) -> dict[str, str]:
    """Person id → name, the user's own included."""
    known = {row.id: row.name for row in tx.execute(sa.select(person))}
    mine = me(tx)
    return {mine.person: mine.name} | known if mine.person else {"": mine.name} | known


def know(tx: sa.Connection, told: Iterable[Colleague]) -> None:
    """The whole list of colleagues, as the server has it now; those who left keep their name."""
    for one in told:
        before = tx.execute(sa.select(person.c.synced).where(person.c.id == one.id)).scalar_one_or_none()
        tx.execute(sa.delete(person).where(person.c.id == one.id))
        synced = before if one.synced is None else one.synced
        tx.execute(sa.insert(person).values(id=one.id, name=one.name, role=one.role, synced=synced))


def have_synced(tx: sa.Connection, today: date) -> None:
    """This computer's own person has; written once a day, as figures rest on it."""
    mine = sa.and_(person.c.id == me(tx).person, sa.or_(person.c.synced.is_(None), person.c.synced < today))
    tx.execute(sa.update(person).where(mine).values(synced=today))


def synced(tx: sa.Connection) -> dict[str, date]:
    """Person → the day of the last synchronisation, of those whom it matters for here: a leader's computer makes figures
    of everybody's rows, another of its own."""
    mine = me(tx)
    if mine.feed is None:
        return {}
    known = {row.id: row.synced for row in tx.execute(sa.select(person.c.id, person.c.synced)) if row.synced}
    return known if mine.leads else {id: day for id, day in known.items() if id == mine.person}


def leaders(tx: sa.Connection) -> frozenset[str]:
    """The ids of those who lead the team, by the server's word."""
    mine = me(tx)
    found = tx.execute(sa.select(person.c.id).where(person.c.role.in_(LEADERS))).scalars()
    return frozenset(found) | ({mine.person} if mine.leads else frozenset())
