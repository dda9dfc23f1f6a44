"""Phrases a team leader has released, and the writers' answers to the guard counted by rule; never any words."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from app.guard.release import Release
from app.store.tables import RECORDS
from app.store.tables_guard import guard_answer

guard_release = RECORDS["guard_release"]


def in_force(tx: sa.Connection) -> tuple[Release, ...]:
    """Those that nobody has taken back."""
    row = guard_release.c
    rows = tx.execute(sa.select(row.category, row.salt, row.digest).where(row.ended_on.is_(None)))
    return tuple(Release(r.category, r.salt, r.digest) for r in rows)


def count(tx: sa.Connection, answers: Iterable[tuple[str, str, str]]) -> None:
    """`answers`: rule, answer (`kept` or `released`) and reason code."""
    for rule, answer, reason in answers:
        here = sa.and_(
            guard_answer.c.rule == rule, guard_answer.c.answer == answer, guard_answer.c.reason == reason
        )
        more = sa.update(guard_answer).where(here).values(times=guard_answer.c.times + 1)
        if tx.execute(more).rowcount == 0:
            tx.execute(sa.insert(guard_answer).values(rule=rule, answer=answer, reason=reason, times=1))


def counts(tx: sa.Connection) -> tuple[tuple[str, str, str, int], ...]:
    """Rule, answer, reason and how many times; the most frequent first."""
    rows = tx.execute(sa.select(guard_answer).order_by(guard_answer.c.times.desc(), guard_answer.c.rule))
    return tuple((r.rule, r.answer, r.reason, r.times) for r in rows)
