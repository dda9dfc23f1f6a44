"""Fidelity reviews, their scores and seals, a reviewer's own scores, the survey's answers and the exports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.domain.review import ItemScore, Review, ReviewKind, Sealed, Unsealed
from app.store.tables import RECORDS
from app.store.tables_fidelity import fidelity_drawn, fidelity_own


@dataclass(frozen=True, slots=True)
class Own:
    """`scores`: packed as in `app.domain.review`."""

    scores: str
    salt: str
    sealed: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """`personal`: none, pseudonyms or names. `people`: how many persons it is about, where it names them."""

    what: str
    format: str
    personal: str
    people: int
    first_day: date | None
    last_day: date | None
    made_at: datetime
    author: str


def reviews(tx: sa.Connection) -> tuple[Review, ...]:
    """Newest first."""
    table = RECORDS["fidelity_review"]
    rows = tx.execute(sa.select(table).order_by(table.c.begun_at.desc(), table.c.id.desc()))
    return tuple(_review(row) for row in rows if row.first_day and row.last_day and row.begun_at)


def _review(row: Any) -> Review:
    kind = ReviewKind(row.kind) if row.kind in set(ReviewKind) else ReviewKind.SELF
    reviewers = tuple(person for person in (row.reviewer_one, row.reviewer_two) if person)
    return Review(
        row.id,
        row.scale,
        kind,
        row.first_day,
        row.last_day,
        reviewers,
        row.begun_at,
        row.closed_at,
        row.author,
    )


def scores(tx: sa.Connection, review: UUID) -> dict[str, ItemScore]:
    """Item code → what stands for it."""
    table = RECORDS["fidelity_score"]
    rows = tx.execute(sa.select(table).where(table.c.review == review))
    return {row.item: _score(row) for row in rows}


def _score(row: Any) -> ItemScore:
    return ItemScore(
        row.review, row.item, row.proposed, row.score, bool(row.cannot), row.approved_by, row.approved_at,
        tuple(code for code in row.ticks.split(",") if code), row.comment, row.recommendation, row.task,
    )  # fmt: skip


def seals(tx: sa.Connection, review: UUID) -> dict[str, Sealed]:
    """Reviewer → that the scores are in."""
    table = RECORDS["fidelity_seal"]
    rows = tx.execute(sa.select(table).where(table.c.review == review, table.c.sealed_at.is_not(None)))
    return {r.reviewer: Sealed(r.review, r.reviewer, r.digest, r.sealed_at) for r in rows}


def opened(tx: sa.Connection, review: UUID) -> dict[str, Unsealed]:
    """Reviewer → the scores told."""
    table = RECORDS["fidelity_opened"]
    rows = tx.execute(sa.select(table).where(table.c.review == review))
    return {r.reviewer: Unsealed(r.review, r.reviewer, r.salt, r.scores) for r in rows}


def own(tx: sa.Connection, review: UUID) -> Own | None:
    row = tx.execute(sa.select(fidelity_own).where(fidelity_own.c.review == review)).one_or_none()
    return None if row is None else Own(row.scores, row.salt, bool(row.sealed))


def keep_own(tx: sa.Connection, review: UUID, mine: Own) -> None:
    values = {"scores": mine.scores, "salt": mine.salt, "sealed": int(mine.sealed)}
    if (
        tx.execute(sa.update(fidelity_own).where(fidelity_own.c.review == review).values(values)).rowcount
        == 0
    ):
        tx.execute(sa.insert(fidelity_own).values(review=review, **values))


def recommended(tx: sa.Connection, task: UUID) -> bool:
    """Whether the task came of a review's recommendation: it is everybody's to read then, and nobody's private one."""
    of = RECORDS["fidelity_score"].c
    return tx.execute(sa.select(of.id).where(of.task == task).limit(1)).first() is not None


def told(tx: sa.Connection, kind: str, review: UUID) -> str:
    """The text of the review's `fidelity_evidence` or `fidelity_charts`; nothing where there is none yet."""
    table = RECORDS[kind]
    found = tx.execute(sa.select(table.c.told).where(table.c.review == review).order_by(table.c.id)).first()
    return "" if found is None else str(found.told)


def drawn(tx: sa.Connection, review: UUID) -> dict[int, UUID]:
    """Number of a chart → participant, on the computer that drew."""
    of = fidelity_drawn.c
    rows = tx.execute(sa.select(of.number, of.participant).where(of.review == review))
    return {row.number: row.participant for row in rows}


def keep_drawn(tx: sa.Connection, review: UUID, whose: Mapping[int, UUID]) -> None:
    rows = [{"review": review, "number": number, "participant": id} for number, id in whose.items()]
    tx.execute(sa.insert(fidelity_drawn), rows)


def answers(tx: sa.Connection, year: int) -> dict[str, tuple[int | None, str, str]]:
    """Question → (number, words, method) of the implementation survey's answers of one year."""
    table = RECORDS["survey_answer"]
    rows = tx.execute(sa.select(table).where(table.c.year == year))
    return {row.question: (row.number, row.words, row.method) for row in rows}


def published(tx: sa.Connection, what: str) -> dict[tuple[date, date], frozenset[str]]:
    """First and last day → the digests under which something about these days has left the team already."""
    of = RECORDS["export"].c
    rows = tx.execute(sa.select(of.first_day, of.last_day, of.digest).where(of.what == what, of.digest != ""))
    found: dict[tuple[date, date], frozenset[str]] = {}
    for first, last, digest in rows:
        found[first, last] = found.get((first, last), frozenset()) | {digest}
    return found


def exports(tx: sa.Connection) -> tuple[Exported, ...]:
    """What left the program, newest first."""
    table = RECORDS["export"]
    rows = tx.execute(
        sa.select(table)
        .where(table.c.made_at.is_not(None))
        .order_by(table.c.made_at.desc(), table.c.id.desc())
    )
    return tuple(
        Exported(r.what, r.format, r.personal, r.people or 0, r.first_day, r.last_day, r.made_at, r.author)
        for r in rows
    )
