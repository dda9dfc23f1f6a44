"""The life cycle of an IPS course as a state machine: which act leads from which phase to which, and what it takes.

Follows the eight IPS principles (zero exclusion, time-unlimited support): nothing but a person's act changes a phase, so
a missed appointment never does; a refusal and an ending each need a reason.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from app.domain.participant import Phase


class Action(enum.StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    ENGAGE = "engage"
    SEARCH = "start_search"
    START_JOB = "start_job"
    START_EDUCATION = "start_education"
    LOSE_JOB = "lose_job"
    AFTERCARE = "begin_aftercare"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"
    REOPEN = "reopen"


class Refusal(enum.StrEnum):
    """Why a referral did not become a course (fidelity item 9 asks for it)."""

    WITHDRAWN = "withdrawn_by_participant"
    NOT_IN_TARGET_GROUP = "not_in_target_group"
    MOVED = "moved"
    WAITING_LIST = "waiting_list"


class PauseReason(enum.StrEnum):
    """`SICKNESS` is a mark without an explanation."""

    OWN_WISH = "own_wish"
    SICKNESS = "sickness"
    PARENTAL_LEAVE = "parental_leave"


class CloseReason(enum.StrEnum):
    PARTICIPANT_WISH = "participant_wish"
    STEADY_AND_AGREED = "steady_and_agreed"
    MOVED = "moved_away"
    DECEASED = "deceased"
    OTHER = "other"


P, A = Phase, Action
_IN_WORK: Final = {A.AFTERCARE: P.AFTERCARE, A.LOSE_JOB: P.JOB_LOST, A.PAUSE: P.ON_HOLD, A.CLOSE: P.CLOSED}
NEXT: Final[Mapping[Phase, Mapping[Action, Phase]]] = {
    P.REFERRED: {A.ACCEPT: P.ACCEPTED, A.DECLINE: P.NOT_STARTED},
    P.ACCEPTED: {A.ENGAGE: P.ENGAGED, A.DECLINE: P.NOT_STARTED, A.PAUSE: P.ON_HOLD, A.CLOSE: P.CLOSED},
    P.ENGAGED: {
        A.SEARCH: P.JOB_SEARCH, A.START_JOB: P.EMPLOYED, A.START_EDUCATION: P.IN_EDUCATION, A.PAUSE: P.ON_HOLD,
        A.CLOSE: P.CLOSED,
    },
    P.JOB_SEARCH: {
        A.START_JOB: P.EMPLOYED, A.START_EDUCATION: P.IN_EDUCATION, A.PAUSE: P.ON_HOLD, A.CLOSE: P.CLOSED,
    },
    P.EMPLOYED: {A.START_EDUCATION: P.IN_EDUCATION, **_IN_WORK},
    P.IN_EDUCATION: {A.START_JOB: P.EMPLOYED, A.SEARCH: P.JOB_SEARCH, **_IN_WORK},
    P.AFTERCARE: {
        A.LOSE_JOB: P.JOB_LOST, A.START_JOB: P.EMPLOYED, A.START_EDUCATION: P.IN_EDUCATION, A.PAUSE: P.ON_HOLD,
        A.CLOSE: P.CLOSED,
    },
    P.JOB_LOST: {
        A.SEARCH: P.JOB_SEARCH, A.START_JOB: P.EMPLOYED, A.START_EDUCATION: P.IN_EDUCATION, A.PAUSE: P.ON_HOLD,
        A.CLOSE: P.CLOSED,
    },
    P.ON_HOLD: {A.RESUME: P.JOB_SEARCH, A.CLOSE: P.CLOSED},
    P.CLOSED: {A.REOPEN: P.ACCEPTED},
    P.NOT_STARTED: {A.REOPEN: P.REFERRED},
}  # fmt: skip
REASONS: Final[Mapping[Action, frozenset[str]]] = {
    A.DECLINE: frozenset(Refusal), A.PAUSE: frozenset(PauseReason), A.CLOSE: frozenset(CloseReason),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PhaseChange:
    """One act of the life cycle. Never edited: what was wrong is followed by another."""

    id: UUID
    participant: UUID
    course: UUID | None
    action: Action
    before: Phase
    after: Phase
    on_day: date | None
    reason: str
    words: str
    author: str

    def __repr__(self) -> str:
        return f"PhaseChange({self.id})"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a course stands. `paused_in`: the phase before the running pause. `since`: the day of the last change.

    `silent_days`: whole days since anybody spoke with the participant, None when nobody has.
    """

    phase: Phase
    since: date | None = None
    paused_in: Phase | None = None
    silent_days: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    action: Action
    on_day: date
    reason: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """The move is not possible: the field that is in the way, and `order`, `missing`, `future` or `early`."""

    field: str
    why: str


LOST_AFTER_DAYS: Final = 30


def possible(phase: Phase) -> tuple[Action, ...]:
    """What can be done from here, in the order of the course."""
    return tuple(action for action in Action if action in NEXT[phase])


def decide(at: Standing, move: Move, today: date) -> Phase | Not:
    """The phase the move leads to, or what is in the way."""
    if move.action not in NEXT[at.phase]:
        return Not("action", "order")
    if move.on_day > today:
        return Not("on_day", "future")
    if at.since is not None and move.on_day < at.since:
        return Not("on_day", "early")
    if move.action in REASONS and move.reason not in REASONS[move.action]:
        return Not("reason", "missing")
    if needs_words(at, move) and not move.words.strip():
        return Not("words", "missing")
    if move.action is Action.RESUME and at.paused_in is not None:
        return at.paused_in
    return NEXT[at.phase][move.action]


def needs_words(at: Standing, move: Move) -> bool:
    """A refusal is explained. So is an ending by somebody nobody has spoken with: what was tried to reach them."""
    if move.action is Action.DECLINE:
        return True
    if move.action is not Action.CLOSE or move.reason in (CloseReason.DECEASED, CloseReason.MOVED):
        return False
    return at.silent_days is None or at.silent_days >= LOST_AFTER_DAYS


def paused_in(changes: Iterable[PhaseChange]) -> Phase | None:
    """The phase in which the newest pause began; `changes` come oldest first."""
    found = [change.before for change in changes if change.action is Action.PAUSE]
    return found[-1] if found else None


def days_in(changes: Iterable[PhaseChange], phase: Phase, today: date) -> int:
    """Whole days spent in a phase, up to today; `changes` come oldest first."""
    total, since = 0, None
    for change in changes:
        if change.on_day is None:
            continue
        if since is not None:
            total += (change.on_day - since).days
        since = change.on_day if change.after is phase else None
    return total + ((today - since).days if since is not None else 0)
