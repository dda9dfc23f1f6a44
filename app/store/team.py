"""The courses a leader is no member of: as many facts of each as the server tells, and never a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from app.store.tables_team import team_case


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`since`: when the course began. `last`: when something was last heard. `overdue`: open steps whose day has passed."""

    cand: UUID
    case_no: str
    consultant: str
    phase: str
    since: date | None
    last: date | None
    overdue: int


_COLUMNS = tuple(field.name for field in fields(Elsewhere))


def everything(tx: sa.Connection) -> tuple[Elsewhere, ...]:
    return tuple(Elsewhere(*row) for row in tx.execute(sa.select(*(team_case.c[name] for name in _COLUMNS))))


def know(tx: sa.Connection, told: Iterable[Elsewhere]) -> bool:
    """What the server says now, and nothing besides; True where that is news. Only what differs is written."""
    here, new = {one.cand: one for one in everything(tx)}, {one.cand: one for one in told}
    for cand in here.keys() - new.keys():
        tx.execute(sa.delete(team_case).where(team_case.c.cand == cand))
    changed = [one for cand, one in new.items() if here.get(cand) != one]
    for one in changed:
        values = dict(zip(_COLUMNS, astuple(one), strict=True))
        if one.cand in here:
            tx.execute(sa.update(team_case).where(team_case.c.cand == one.cand).values(**values))
        else:
            tx.execute(sa.insert(team_case).values(**values))
    return bool(changed) or here.keys() != new.keys()
