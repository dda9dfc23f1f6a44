"""A thin line that breaks off, on a clock of its own: the real link, vault and server, and the seconds reckoned, not waited.

Bytes are those the request and the reply have on the wire, packed as they are, with headers and each connection's handshake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import msgspec
import pytest

from app.errors import ServerUnavailable
from app.protocol import messages, operation
from app.sync import asks, link, wire
from server.api.packing import packed

_HEADERS = 700  # bytes of a request and its reply, beside their bodies
_HANDSHAKE = 5_000  # bytes of a connection's beginning
_TURN = 0.08  # seconds there and back


@dataclass
class SlowLine:
    """`rate`: bits a second, each way in turn. Every `lasts` seconds the connection is gone; the first after `first`."""

    rate: int = 256_000
    lasts: float = 30.0
    first: float = 30.0
    clock: float = 0.0
    up: int = 0
    down: int = 0
    cuts: int = 0
    again: list[str] = field(default_factory=list)
    _ends: float = -1.0
    _known: set[str] = field(default_factory=set)

    @contextmanager
    def laid(self) -> Iterator[None]:
        """Every link of this process goes over it meanwhile."""
        ask = link.Link.ask

        def over(
            of: link.Link, request: asks.Request, meanwhile: Callable[[], None] | None = None
        ) -> asks.Reply:
            return self._carry(request, lambda: ask(of, request, meanwhile))

        with pytest.MonkeyPatch.context() as laid:
            laid.setattr(link.Link, "ask", over)
            yield

    def _carry(self, request: asks.Request, ask: Callable[[], asks.Reply]) -> asks.Reply:
        if self._ends < 0:
            self._connect()
        said = wire.compose(request, device="", sign=lambda data: data[:64], iat=0)
        self._spend(len(said.body) + _HEADERS, sends=True)
        self._look_for_what_was_acknowledged(request)
        reply = ask()
        self._spend(len(packed(msgspec.json.encode(reply), "zstd")[0]) + _HEADERS, sends=False)
        self._learn(request, reply)
        return reply

    def _connect(self) -> None:
        self._ends = self.clock + (self.lasts if self.cuts else self.first)
        self._spend(_HANDSHAKE, sends=True)

    def _spend(self, bytes_: int, *, sends: bool) -> None:
        self.clock += bytes_ * 8 / self.rate + _TURN / 2
        if self.clock > self._ends:  # what was on the line is lost, whichever way it went
            self.clock, self._ends = self._ends, -1.0
            self.cuts += 1
            raise ServerUnavailable
        if sends:
            self.up += bytes_
        else:
            self.down += bytes_

    # --- nothing that has its receipt goes again --------------------------------------------------------------------

    def _look_for_what_was_acknowledged(self, request: asks.Request) -> None:
        self.again += [one for one in _of(request) if one in self._known]

    def _learn(self, request: asks.Request, reply: asks.Reply) -> None:
        match request, reply:
            case asks.Push(), messages.Pushed(results=results):
                self._known |= {one.id for one in results}
            case asks.FileSend() | asks.FileAsk(), messages.FileState(have=have):
                self._known |= {f"{request.digest}/{n}" for n in have}
            case asks.FileFetch(), messages.FilePart():
                self._known |= set(_of(request))
            case _:
                pass


def _of(request: asks.Request) -> list[str]:
    match request:
        case asks.Push(body):
            return [str(operation.read(one.p)["id"]) for one in body.ops]
        case asks.FileSend(digest=digest, body=body):
            return [f"{digest}/{body.n}"]
        case asks.FileFetch(digest=digest, n=n):
            return [f"down {digest}/{n}"]
        case _:
            return []
