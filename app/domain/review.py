"""A fidelity review: a frozen period, a score for each item, two reviewers who score apart before they agree."""

from __future__ import annotations

import enum
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

CANNOT: Final = "-"
OPEN: Final = "."
_SCORES: Final = frozenset("12345" + CANNOT)


class ReviewKind(enum.StrEnum):
    SELF = "self"
    GUIDED = "guided"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Review:
    """`reviewers`: person ids, one for a self-assessment, two otherwise. `closed_at`: the scores stand."""

    id: UUID
    scale: str
    kind: ReviewKind
    first_day: date
    last_day: date
    reviewers: tuple[str, ...]
    begun_at: datetime
    closed_at: datetime | None
    author: str

    def __repr__(self) -> str:
        return f"Review({self.id})"


@dataclass(frozen=True, slots=True)
class ItemScore:
    """What stands for one item. `proposed`: as the logs gave it when the review began. `cannot`: it cannot be
    assessed, which is not the same as nobody having said. `approved_by`: the person who says it is so."""

    review: UUID
    item: str
    proposed: int | None
    score: int | None
    cannot: bool
    approved_by: str
    approved_at: datetime | None
    ticks: tuple[str, ...]
    comment: str
    recommendation: str
    task: UUID | None

    def __repr__(self) -> str:
        return f"ItemScore({self.item})"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A reviewer's scores are in, and cannot be changed any more: their digest is known, they are not."""

    review: UUID
    reviewer: str
    digest: str
    sealed_at: datetime


@dataclass(frozen=True, slots=True)
class Unsealed:
    """The scores themselves, told when both reviewers are in, with the salt that proves the digest."""

    review: UUID
    reviewer: str
    salt: str
    scores: str


def score_id(review: UUID, item: str) -> UUID:
    """The same on every computer, so that two who score one item change one record."""
    return uuid5(NAMESPACE_URL, f"fidelity-score:{review}:{item}")


def seal_id(review: UUID, reviewer: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"fidelity-seal:{review}:{reviewer}")


def evidence_id(review: UUID) -> UUID:
    return uuid5(NAMESPACE_URL, f"fidelity-evidence:{review}")


def charts_id(review: UUID) -> UUID:
    """The same on every computer: a review's charts are drawn once."""
    return uuid5(NAMESPACE_URL, f"fidelity-charts:{review}")


def may_judge(one: Review, person: str, *, leads: bool) -> bool:
    """Who may say that a score is so: those who review, and the team leader."""
    return person in one.reviewers or leads or not one.reviewers


def packed(scores: Mapping[str, int | None], items: tuple[str, ...]) -> str:
    """One sign an item in the scale's order: 1 to 5, `-` cannot be assessed, `.` not set."""
    return "".join(OPEN if code not in scores else str(scores[code] or CANNOT) for code in items)


def unpacked(text: str, items: tuple[str, ...]) -> dict[str, int | None]:
    """The inverse. Raises ValueError for what is no such text."""
    if len(text) != len(items) or set(text) - _SCORES - {OPEN}:
        raise ValueError("scores")
    return {c: None if s == CANNOT else int(s) for c, s in zip(items, text, strict=True) if s != OPEN}


def one_text(value: object) -> str:
    """One spelling of counted numbers: sorted names, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(review: UUID, reviewer: str, salt: str, scores: str) -> str:
    """What is told of sealed scores. The salt is random, so that nobody can try all scores against it."""
    told = json.dumps([str(review), reviewer, salt, scores], separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def proves(sealed: Sealed, opened: Unsealed) -> bool:
    """Whether what was opened is what was sealed."""
    return digest(opened.review, opened.reviewer, opened.salt, opened.scores) == sealed.digest
