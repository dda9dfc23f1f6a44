"""Who writes here, and what the jobcenter's people are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid4

import sqlalchemy as sa

from app.store.tables import enrolment, person


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


def leaders(tx: sa.Connection) -> frozenset[str]:
    """The ids of those who lead the team, by the server's word."""
    mine = me(tx)
    found = tx.execute(sa.select(person.c.id).where(person.c.role.in_(LEADERS))).scalars()
    return frozenset(found) | ({mine.person} if mine.leads else frozenset())
