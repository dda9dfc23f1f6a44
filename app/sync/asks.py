"""What a sync round may ask of the link, and what it may be told."""

from __future__ import annotations

from dataclasses import dataclass

from app.protocol import messages

PAGE = 200  # operations a page: one transaction that the window may have to wait for
BATCH = 500  # operations a push at most; the server says in its greeting how many its guard reads in one go


@dataclass(frozen=True, slots=True)
class Beacon:
    """Who are you? Carries nothing by which this computer could be known."""


@dataclass(frozen=True, slots=True)
class SignInAsk:
    """Where does a person sign in to enrol this computer? Carries nothing by which it could be known."""


@dataclass(frozen=True, slots=True)
class Hello:
    body: messages.Hello


@dataclass(frozen=True, slots=True)
class Push:
    body: messages.Push


@dataclass(frozen=True, slots=True)
class Changes:
    after: int
    epoch: str
    chain: str
    limit: int = PAGE


@dataclass(frozen=True, slots=True)
class ScopeAsk:
    """Whose cases may this computer hold?"""


@dataclass(frozen=True, slots=True)
class Backfill:
    """What happened in one case after `after`, up to and with `upto`."""

    cand: str
    after: int
    upto: int
    limit: int = PAGE


Request = Beacon | Hello | Push | Changes | ScopeAsk | Backfill
Reply = (
    messages.Beacon | messages.Welcome | messages.Pushed | messages.Page | messages.Scope | messages.Problem
)
