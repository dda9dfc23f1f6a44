"""The journal, the contacts and the work as rows to count: no name and no text is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any

import sqlalchemy as sa

from app.domain import log_reading
from app.domain.code_list import CodeLists
from app.domain.log_rows import Logs, TimeRow, Visit
from app.domain.log_source import Face
from app.store import note_times, people
from app.store.tables import RECORDS, participant, person


@dataclass(frozen=True, slots=True)
class _Vault:
    tx: sa.Connection
    each: bool

    def rows(self, kind: str, *columns: str) -> Iterator[Any]:
        of = RECORDS[kind].c
        return iter(self.tx.execute(sa.select(*(of[name] for name in columns))))

    def times(self, me: str) -> Iterator[TimeRow]:
        return log_reading.times(self.rows, me) if self.each else self._days(me)

    def _days(self, me: str) -> Iterator[TimeRow]:
        t = RECORDS["time_entry"].c
        alike = (t.on_day, t.author, t.vocational, t.place)
        spent, rows = sa.func.sum(t.minutes), sa.func.count()
        there = (t.on_day.is_not(None), t.minutes > 0, sa.func.coalesce(t.removed, 0) == 0)
        query = (
            sa.select(sa.func.min(t.id, type_=sa.Uuid), *alike, spent, rows).where(*there).group_by(*alike)
        )
        for id, on, author, vocational, place, minutes, n in self.tx.execute(query):
            aim = None if vocational is None else bool(vocational)
            yield TimeRow(id, on, author or me, minutes, aim, place or None, rows=n)

    def faces(self) -> Iterator[Face]:
        """As texts, which are read in a third of the time and compare as they are. Of the CPR the digits alone that tell
        the birthday."""
        c = participant.c
        texts = (sa.type_coerce(one, sa.Text) for one in (c.id, c.consultant, c.phase, c.ips_start))
        query = sa.select(*(sa.func.coalesce(one, "") for one in texts), sa.func.substr(c.cpr, 1, 7))
        return map(tuple, self.tx.execute(query))


def read(
    tx: sa.Connection,
    *,
    zone: tzinfo | None,
    today: date,
    lists: Callable[[], CodeLists],
    free_days: frozenset[date] = frozenset(),
    of_notes: Callable[[], Iterable[TimeRow]] | None = None,
    keep: log_reading.Keep | None = None,
) -> Logs:
    """Everything this computer holds, days in `zone`. A row from before the enrolment is its owner's. `of_notes`:
    what stands for the time log where nobody keeps one, with a day's rows of one kind and place as one; without it every
    row is there by itself, to look one up. `lists`: the dated lists. `keep`: who keeps the parts that have not changed."""
    me = people.me(tx)
    roles = {row.id: row.role for row in tx.execute(sa.select(person.c.id, person.c.role))}
    roles.setdefault(me.person, me.role)

    def derive(visits: tuple[Visit, ...]) -> Iterator[TimeRow]:
        yield from of_notes() if of_notes else note_times.each(tx, zone, me.person)
        yield from log_reading.times_of_visits(visits)

    return log_reading.read(
        _Vault(tx, each=of_notes is None),
        zone=zone,
        free_days=free_days,
        roles=roles,
        me=me.person,
        derive=derive,
        lists=lists,
        synced=people.synced(tx),
        today=today,
        keep=keep,
    )
