"""The journal, the contacts and the work as rows to count: no name and no text is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.domain import log_reading
from app.domain.log_rows import Logs, TimeRow, Visit
from app.store import people
from app.store.tables import RECORDS, note, participant, person


@dataclass(frozen=True, slots=True)
class _Vault:
    tx: sa.Connection

    def rows(self, kind: str, *columns: str) -> Iterator[Any]:
        of = RECORDS[kind].c
        return iter(self.tx.execute(sa.select(*(of[name] for name in columns))))

    def numbers(self) -> Iterator[tuple[UUID, str]]:
        found = self.tx.execute(sa.select(participant.c.id, participant.c.cpr))
        return ((row.id, row.cpr) for row in found if row.cpr)


def read(tx: sa.Connection, *, zone: tzinfo | None, free_days: frozenset[date] = frozenset()) -> Logs:
    """Everything this computer holds, days in `zone`. A row from before the enrolment is its owner's."""
    me = people.me(tx)
    roles = {row.id: row.role for row in tx.execute(sa.select(person.c.id, person.c.role))}
    roles.setdefault(me.person, me.role)

    def derive(visits: tuple[Visit, ...]) -> Iterator[TimeRow]:
        yield from _times_of_notes(tx, zone, me.person)
        yield from log_reading.times_of_visits(visits)

    return log_reading.read(
        _Vault(tx), zone=zone, free_days=free_days, roles=roles, me=me.person, derive=derive
    )


def _times_of_notes(tx: sa.Connection, zone: tzinfo | None, me: str) -> Iterator[TimeRow]:
    """Where nobody keeps a time log: what notes say of minutes and place. What for is not said."""
    later = note.alias()
    n = note.c
    query = sa.select(n.id, n.happened_at, n.author, n.minutes, n.place).where(
        n.minutes > 0, n.title != "", ~sa.exists().where(later.c.corrects == n.id)
    )
    for row in tx.execute(query):
        on = _day(row.happened_at, zone)
        yield TimeRow(row.id, on, row.author or me, row.minutes, None, row.place or None, "note")


def _day(at: datetime, zone: tzinfo | None) -> date:
    return at.astimezone(zone).date() if zone is not None else at.date()
