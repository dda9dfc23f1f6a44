"""What a sync round may ask of the link, and what it may be told."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from app.errors import ServerRefused
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


@dataclass(frozen=True, slots=True)
class OwnAsk:
    """What has the server of this computer's own operations after `after`?"""

    after: int


@dataclass(frozen=True, slots=True)
class FileAsk:
    """How much of a file of this case has arrived?"""

    cand: str
    digest: str


@dataclass(frozen=True, slots=True)
class FileSend:
    cand: str
    digest: str
    body: messages.FilePart


@dataclass(frozen=True, slots=True)
class FileFetch:
    """Part `n` of a file of this case."""

    cand: str
    digest: str
    n: int


Request = Beacon | Hello | Push | OwnAsk | Changes | ScopeAsk | Backfill | FileAsk | FileSend | FileFetch
Reply = (
    messages.Beacon
    | messages.Welcome
    | messages.Pushed
    | messages.Own
    | messages.Page
    | messages.Scope
    | messages.FileState
    | messages.FilePart
    | messages.Problem
)

R = TypeVar("R")
Step = Generator[Request, Reply, R]


class Refused(Exception):
    """The server's answer was a problem. `code`: see `messages.Problem`."""

    def __init__(self, problem: messages.Problem) -> None:
        super().__init__(problem.type)
        self.problem = problem
        self.code = problem.type.removeprefix(messages.PROBLEM)


def ask(request: Request, kind: type[R]) -> Step[R]:
    """Put a request on the wire and take the answer it must have. Raises Refused, ServerRefused."""
    reply = yield request
    if isinstance(reply, kind):
        return reply
    if isinstance(reply, messages.Problem):
        raise Refused(reply)
    raise ServerRefused("unexpected-reply")
