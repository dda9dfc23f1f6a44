"""What only some may say: who reviews, a score, a leader's signature, one's own hours. Decided here, whatever the program
that sends it believes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from app.domain.records import (
    ABSENCE,
    EMPLOYER_CONTACT,
    FIDELITY_CHARTS,
    FIDELITY_EVIDENCE,
    FIDELITY_OPENED,
    FIDELITY_REVIEW,
    FIDELITY_SCORE,
    FIDELITY_SEAL,
    GUARD_RELEASE,
    GUARD_TALLY,
    IPS_COURSE,
    IPS_TRAINING,
    TIME_ENTRY,
    WORKING_TIME,
)
from server.merge import State

NOT_LEADER, NOT_REVIEWER, NOT_YOURS = "not-leader", "not-reviewer", "not-yours"
# A day off sick, hours, positions, training, answers to the guard: of the one they are about, and of who leads.
OF_STAFF: Final = {
    TIME_ENTRY.name: "author", ABSENCE.name: "person", WORKING_TIME.name: "person", IPS_TRAINING.name: "person",
    GUARD_TALLY.name: "author",
}  # fmt: skip
_SIGNATURES: Final = {
    EMPLOYER_CONTACT.name: frozenset({"reviewed_at", "reviewed_by"}),
    IPS_COURSE.name: frozenset({"countersigned_by", "countersigned_on"}),
}
_OF_REVIEW: Final = frozenset(
    one.name for one in (FIDELITY_SCORE, FIDELITY_SEAL, FIDELITY_OPENED, FIDELITY_EVIDENCE, FIDELITY_CHARTS)
)
_ONES_OWN: Final = frozenset({FIDELITY_SEAL.name, FIDELITY_OPENED.name})
_REVIEWERS: Final = ("reviewer_one", "reviewer_two")

Find = Callable[[str, UUID], State | None]


@dataclass(frozen=True, slots=True)
class Writer:
    person: str
    leads: bool


def review_of(kind: str, vals: Mapping[str, Any]) -> UUID | None:
    """The review a record, or a patch to it, speaks of."""
    said = vals.get("review") if kind in _OF_REVIEW else None
    return UUID(str(said)) if said else None


def why_not(body: Mapping[str, Any], find: Find, writer: Writer) -> str | None:
    """Why this patch may not be this writer's; None where it may. `find`: what stands of a record now."""
    kind, said = body["type"], body["set"]
    there = find(kind, UUID(body["rec"]))
    if kind in _OF_REVIEW:
        return _of_review(kind, said, there, find, writer)
    if writer.leads:
        return None
    if kind == GUARD_RELEASE.name:
        return NOT_LEADER
    if kind == FIDELITY_REVIEW.name:
        return _review(said, there, writer)
    if any(said.get(name) is not None for name in _SIGNATURES.get(kind, ())):
        return NOT_LEADER
    return None if kind not in OF_STAFF else _staff(OF_STAFF[kind], said, there, writer)


def _review(said: Mapping[str, Any], there: State | None, writer: Writer) -> str | None:
    """A leader says that a review begins and who reviews; those end it."""
    if there is None or set(said) - {"closed_at"}:
        return NOT_LEADER
    return None if writer.person in _named(there) else NOT_REVIEWER


def _of_review(
    kind: str, said: Mapping[str, Any], there: State | None, find: Find, writer: Writer
) -> str | None:
    known = review_of(kind, there.vals) if there else None
    about = review_of(kind, said) or known
    review = find(FIDELITY_REVIEW.name, about) if about else None
    if review is None or known not in (None, about):
        return NOT_REVIEWER
    if kind in _ONES_OWN:
        mine = said.get("reviewer", "") == writer.person and writer.person in _named(review)
        return None if mine else NOT_REVIEWER
    if not (writer.leads or writer.person in _named(review)):
        return NOT_REVIEWER
    signed = said.get("approved_by") or writer.person
    return None if signed == writer.person or not _named(review) else NOT_REVIEWER


def _named(review: State) -> frozenset[str]:
    return frozenset(str(review.vals[name]) for name in _REVIEWERS if review.vals.get(name))


def _staff(field: str, said: Mapping[str, Any], there: State | None, writer: Writer) -> str | None:
    whose = {said.get(field) or ""} | ({there.vals.get(field) or ""} if there else set())
    return None if whose <= {"", writer.person} else NOT_YOURS
