"""What a sync round may ask of the link, and what it may be told."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import TypeVar

from app.errors import ServerRefused
from app.protocol import messages

PAGE = 200  # operations a page: one transaction that the window may have to wait for
ALONG, ALONG_BYTES = 100, 512 * 1024  # what may go with the greeting at most
BATCH = 500  # operations a push at most; the server says in its greeting how many its guard reads in one go


@dataclass(frozen=True, slots=True)
class Beacon:
    """Who are you? Carries nothing by which this computer could be known."""


@dataclass(frozen=True, slots=True)
class SignInAsk:
    """Where does a person sign in to enrol this computer? Carries nothing by which it could be known."""


@dataclass(slots=True)
class Meanwhile:
    """Work of this computer's own that need not wait for the answer. `upto`: the last operation whose receipt is in it.

    Whoever drives the round may do it once the request is on the wire; it is done in any case when the answer is taken.
    """

    work: Callable[[], None] | None = None
    upto: int = 0

    def do(self) -> None:
        work, self.work = self.work, None
        if work is not None:
            work()


@dataclass(frozen=True, slots=True)
class Hello:
    body: messages.Hello


@dataclass(frozen=True, slots=True)
class Push:
    body: messages.Push
    meanwhile: Meanwhile = field(default_factory=Meanwhile, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Changes:
    after: int
    epoch: str
    chain: str
    limit: int = PAGE
    meanwhile: Meanwhile = field(default_factory=Meanwhile, compare=False, repr=False)


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
class ReadAsk:
    """May this computer's leader read that case, for this reason?"""

    cand: str
    body: messages.ReadCase


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


Request = (
    Beacon | Hello | Push | OwnAsk | Changes | ScopeAsk | Backfill | ReadAsk | FileAsk | FileSend | FileFetch
)
Reply = (
    messages.Beacon
    | messages.Welcome
    | messages.Pushed
    | messages.Own
    | messages.Page
    | messages.Scope
    | messages.MayRead
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


def own_work(request: Request) -> Callable[[], None]:
    """What this computer may do while the request is answered."""
    return request.meanwhile.do if isinstance(request, Push | Changes) else _nothing


def _nothing() -> None:
    """Most requests leave nothing to be done meanwhile."""


def ask(request: Request, kind: type[R]) -> Step[R]:
    """Put a request on the wire and take the answer it must have. Raises Refused, ServerRefused."""
    try:
        reply = yield request
    finally:
        own_work(request)()  # also where no answer will come any more: what came before it has been received
    if isinstance(reply, kind):
        return reply
    if isinstance(reply, messages.Problem):
        raise Refused(reply)
    raise ServerRefused("unexpected-reply")
