"""The courses a leader is no member of: as many facts of each as the server tells, and never a name. And how many of a
colleague's drafts are late, and which figures the server has handed out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from app.store.tables_team import figures_left, late_draft, team_case


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


@dataclass(frozen=True, slots=True)
class LateDrafts:
    """`drafts`: how many of a colleague's have lain for more than 72 hours; `since`: the oldest's day."""

    person: str
    drafts: int
    since: date


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


def late_drafts(tx: sa.Connection) -> tuple[LateDrafts, ...]:
    """The oldest first."""
    columns = (late_draft.c[field.name] for field in fields(LateDrafts))
    rows = tx.execute(sa.select(*columns).order_by(late_draft.c.since, late_draft.c.person))
    return tuple(LateDrafts(*row) for row in rows)


def know_drafts(tx: sa.Connection, told: Iterable[LateDrafts]) -> bool:
    """What the server says now, and nothing besides; True where that is news."""
    new = frozenset(told)
    if new == frozenset(late_drafts(tx)):
        return False
    tx.execute(sa.delete(late_draft))
    for one in new:
        tx.execute(sa.insert(late_draft).values(person=one.person, drafts=one.drafts, since=one.since))
    return True


@dataclass(frozen=True, slots=True)
class FiguresLeft:
    """Figures of these days, both included, that the server has handed out. `digest`: of what they say."""

    first_day: date
    last_day: date
    digest: str


def left(tx: sa.Connection) -> frozenset[FiguresLeft]:
    columns = (figures_left.c[field.name] for field in fields(FiguresLeft))
    return frozenset(FiguresLeft(*row) for row in tx.execute(sa.select(*columns)))


def know_left(tx: sa.Connection, told: Iterable[FiguresLeft]) -> None:
    """What the server says now, and nothing besides: what has been taken back stands in nobody's way."""
    new = frozenset(told)
    if new == left(tx):
        return
    tx.execute(sa.delete(figures_left))
    for one in new:
        tx.execute(
            sa.insert(figures_left).values(first_day=one.first_day, last_day=one.last_day, digest=one.digest)
        )
