"""One sync round, without a socket, a clock or a file: requests come out, replies go in.

`session` is a synchronous generator. Whoever drives it (the link, a test, a simulator) may stop at any point:
every step on the disk is one short transaction, and none is open while a request is out.

    beacon → hello → push until empty → scope (push first, then purge) → pages → older parts of new cases → files

Only a receipt clears the outbox: a reply the server signed that names, in order, each operation sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

import msgspec

from app import __version__
from app.domain.changes import Changes, Topic
from app.errors import (
    AppTooOld,
    DeviceRevoked,
    DeviceWaiting,
    FeltjournalError,
    HistoryDiverged,
    NotOnNetwork,
    ServerRefused,
    ServerUnavailable,
    WipeOrdered,
)
from app.protocol import canonical, messages
from app.store.rejoining import Rejoined
from app.sync import asks, gate, parcels, rejoin

Session = asks.Step[None]

OUTCOMES = frozenset({"accepted", "duplicate", "conflict", "held", "parked"})
IN_FEED = frozenset({"accepted", "duplicate", "conflict"})
DEFAULT_LIMITS = (messages.MAX_OPS, messages.MAX_BYTES)
_TOO_MUCH = frozenset({400, 413, 422})
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(slots=True)
class Tally:
    """What a round has done so far; it tells the truth also when the round breaks off.

    `newest`: the last revision a receipt named. `patched`: something that is no note was sent."""

    sent: int = 0
    received: int = 0
    held: int = 0
    parked: int = 0
    conflicts: int = 0
    set_aside: int = 0
    purged: int = 0
    files_sent: int = 0
    files_received: int = 0
    newest: int = 0
    patched: bool = False
    rejoined: Rejoined | None = None
    two_copies: bool = False
    topics: set[Topic] = field(default_factory=set)

    @property
    def changes(self) -> Changes:
        return frozenset(self.topics)


@dataclass(frozen=True, slots=True)
class Cursor:
    rev: int
    epoch: str
    chain: str
    head: int
    rebuild: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """An operation put on the wire."""

    q: int
    id: UUID
    kind: str
    cand: UUID | None
    envelope: messages.Envelope


@dataclass(frozen=True, slots=True)
class Greeted:
    """`astray`: this computer's chain and the server's do not meet. `two_copies`: it is new that two of this one are in
    use. `order`: the enrolled server wants it wiped. `done`: nothing is left for this round, which has been noted as
    finished."""

    astray: bool
    two_copies: bool
    order: WipeOrdered | None
    done: bool = False


@dataclass(slots=True)
class Along:
    """What went with the greeting, and what the server said to it."""

    sent: Sequence[Sent] = ()
    reply: messages.Pushed | messages.Problem | None = None


class Disk(Protocol):
    """What a round asks of this computer. Each call is one transaction."""

    @property
    def shelf(self) -> parcels.Shelf: ...
    @property
    def chain(self) -> rejoin.Chain: ...
    def begin(self) -> messages.Hello: ...
    def server_id(self) -> str: ...
    def greeted(
        self, hello: messages.Hello, welcome: messages.Welcome, offset_ms: int, *, last: bool
    ) -> Greeted:
        """All that a greeting tells, written down at once: clock, lease, backup, chains, the publisher's word.
        `last`: as far as the two of them say, there is nothing more to exchange."""

    def forgotten(self, device_q: int, device_hash: str) -> str | None:
        """Let what the server has forgotten wait again; a problem's code where the chains do not meet, or where it is no
        longer all here."""

    def batch(self, most: int, most_bytes: int, after: int) -> Sequence[Sent]:
        """What waits behind operation `after`, to be put on the wire."""

    def not_taken(self) -> None:
        """What went along was not looked at: it did arrive, so that it is no sign of a line that breaks."""

    def receipts(self, sent: Sequence[Sent], pushed: messages.Pushed, tally: Tally) -> None: ...
    def complain(self, sent: Sent, problem: str) -> None: ...
    def scope_tag(self) -> str: ...
    def take_scope(self, scope: messages.Scope, tally: Tally) -> None: ...
    def cursor(self) -> Cursor: ...
    def take_page(self, page: messages.Page, tally: Tally) -> None: ...
    def unfilled(self) -> Sequence[tuple[UUID, int, int]]: ...
    def fill(self, cand: UUID, page: messages.Page, tally: Tally) -> None: ...
    def start_over(self) -> None: ...
    def settle_rebuilt(self, tally: Tally) -> None: ...
    def finish(self, welcome: messages.Welcome, now: datetime) -> None: ...


def session(disk: Disk, now: datetime, tally: Tally, *, fetch: bool = True) -> Session:
    """Everything between this computer and its jobcenter, once; without `fetch` only what leaves. Raises what stopped it."""
    try:
        yield from _session(disk, now, tally, fetch=fetch)
    except asks.Refused as refused:
        raise as_error(refused.problem) from None


def _session(disk: Disk, now: datetime, tally: Tally, *, fetch: bool) -> Session:
    seen = yield from asks.ask(asks.Beacon(), messages.Beacon)
    offset = _offset(seen, disk.server_id(), now)
    along = Along(disk.batch(asks.ALONG, asks.ALONG_BYTES, 0))
    try:
        welcome, told = yield from _greet(disk, along, offset, tally, fetch=fetch)
    except asks.Refused as refused:
        if refused.code == "app-too-old":  # an old program may always deliver its notes
            yield from _push(disk, tally, *DEFAULT_LIMITS)
        raise
    order = told.order
    if order is None and "reauth" in welcome.commands:
        raise ServerRefused("reauth")
    if welcome.news is not None and order is None:
        disk.take_page(welcome.news, tally)  # as it was before what came along: the receipts follow on it
    stuck = yield from _push(disk, tally, welcome.max_ops, welcome.max_bytes, along)
    if order is not None or not fetch:
        yield from parcels.send(disk.shelf, tally)
    if order is not None:
        raise order  # what was only here has been delivered first
    if fetch:
        yield from _fetched(disk, welcome, None if told.done else now, tally, stuck)


def _fetched(
    disk: Disk, welcome: messages.Welcome, now: datetime | None, tally: Tally, stuck: asks.Refused | None
) -> Session:
    """`now`: None where the end of the round has been noted."""
    yield from _news(disk, welcome, tally)
    if stuck is not None:
        raise stuck
    if now is not None:
        disk.finish(welcome, now)
    yield from parcels.send(disk.shelf, tally)  # the words are there first, in both directions
    yield from parcels.fetch(disk.shelf, tally)


def _news(disk: Disk, welcome: messages.Welcome, tally: Tally) -> Session:
    if newer(welcome.min_app, __version__):
        raise AppTooOld
    yield from _scope(disk, welcome, tally)
    yield from _pull(disk, welcome, tally)
    yield from _backfill(disk, tally)
    if disk.cursor().rebuild:
        disk.settle_rebuilt(tally)


def as_error(problem: messages.Problem) -> FeltjournalError:
    """The expected error behind a refusal."""
    code = problem.type.removeprefix(messages.PROBLEM)
    match code:
        case "device-revoked" | "device-wiped":
            return DeviceRevoked()
        case "device-waiting":
            return DeviceWaiting()
        case "app-too-old":
            return AppTooOld()
        case "history-diverged" | "bad-cursor":
            return HistoryDiverged()
        case "wrong-zone":
            return NotOnNetwork(gate.Reason.WRONG_ZONE)
        case _:
            return ServerUnavailable() if problem.status in _LATER else ServerRefused(code)


def newer(wanted: str, have: str) -> bool:
    return _numbers(wanted) > _numbers(have)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _offset(seen: messages.Beacon, server: str, now: datetime) -> int:
    """How far this computer's clock is from the server's, in milliseconds."""
    if seen.server != server:
        raise NotOnNetwork(gate.Reason.FOREIGN_SERVER)
    there = gate.server_time(seen)
    return 0 if there is None else round((there - now).total_seconds() * 1000)


def _greet(
    disk: Disk, along: Along, offset: int, tally: Tally, *, fetch: bool
) -> asks.Step[tuple[messages.Welcome, Greeted]]:
    said = disk.begin()
    ops = [one.envelope for one in along.sent]
    hello = msgspec.structs.replace(said, ops=ops, page=said.page if fetch else 0)
    try:
        welcome = yield from asks.ask(asks.Hello(hello), messages.Welcome)
    except asks.Refused as refused:
        if refused.code != "history-diverged":
            raise
        disk.start_over()
        anew = msgspec.structs.replace(said, epoch="", rev=0, chain=canonical.START, scope="", page=0)
        welcome = yield from asks.ask(asks.Hello(anew), messages.Welcome)
    same = (welcome.head, welcome.scope) == (hello.rev, hello.scope)
    told = disk.greeted(
        hello, welcome, offset, last=fetch and same and not newer(welcome.min_app, __version__)
    )
    if told.two_copies:
        tally.two_copies = True
        tally.topics.add(Topic.SYNC)
    if told.astray:
        yield from _rejoin(disk, tally)
        along.sent = ()
    along.reply = welcome.pushed or welcome.refused
    if along.sent and along.reply is None:
        disk.not_taken()
        along.sent = ()
    return welcome, told


def _rejoin(disk: Disk, tally: Tally) -> Session:
    """This computer was put back to an older copy of itself: its chain goes on where the server has it."""
    done = yield from rejoin.session(disk.chain)
    tally.rejoined = done or tally.rejoined
    tally.topics |= rejoin.topics(done)


# --- push -------------------------------------------------------------------------------------------------------


def _push(
    disk: Disk, tally: Tally, most: int, most_bytes: int, along: Along | None = None
) -> asks.Step[asks.Refused | None]:
    """Until nothing waits. Returns the refusal of an operation that cannot be received at all: what stands behind
    it must wait, but the news need not. `along`: what went with the greeting."""
    most, most_bytes = min(most, asks.BATCH), min(most_bytes, messages.MAX_BYTES)
    resent: int | None = None
    forked = False
    unwritten = asks.Meanwhile()
    first = along or Along()
    while sent := first.sent or disk.batch(most, most_bytes, unwritten.upto):
        try:
            pushed = yield from _pushed(sent, first.reply, unwritten)
        except asks.Refused as refused:
            if refused.code == "device-chain" and refused.problem.last not in (None, resent):
                resent = refused.problem.last
                if disk.forgotten(resent or 0, "") is not None:
                    yield from _rejoin(disk, tally)
            elif refused.code == "device-fork" and not forked:
                forked = True
                yield from _rejoin(disk, tally)
            elif refused.problem.status in _TOO_MUCH and len(sent) > 1:
                most = len(sent) // 2
            elif refused.problem.status in _TOO_MUCH:
                disk.complain(sent[0], refused.code)
                return refused
            else:
                raise
            unwritten, first = asks.Meanwhile(), Along()
            continue
        check_receipts(sent, pushed)
        unwritten, first = asks.Meanwhile(partial(disk.receipts, sent, pushed, tally), sent[-1].q), Along()
    unwritten.do()
    return None


def _pushed(
    sent: Sequence[Sent], said: messages.Pushed | messages.Problem | None, unwritten: asks.Meanwhile
) -> asks.Step[messages.Pushed]:
    """What the server says to these operations, or has said already. Raises Refused."""
    if isinstance(said, messages.Problem):
        raise asks.Refused(said)
    if said is not None:
        return said
    request = asks.Push(messages.Push([one.envelope for one in sent]), unwritten)
    return (yield from asks.ask(request, messages.Pushed))


def check_receipts(sent: Sequence[Sent], pushed: messages.Pushed) -> None:
    """A receipt names every operation, in order, with an outcome we know. Anything else clears nothing."""
    if [result.id for result in pushed.results] != [str(s.id) for s in sent]:
        raise ServerRefused("incomplete-receipt")
    for result in pushed.results:
        if result.r not in OUTCOMES or (result.r in IN_FEED and result.rev is None):
            raise ServerRefused("incomplete-receipt")


# --- scope, pages, older parts ----------------------------------------------------------------------------------


def _scope(disk: Disk, welcome: messages.Welcome, tally: Tally) -> Session:
    """The whole set, compared. After a push it may have changed through what was pushed."""
    if not tally.patched and welcome.scope == disk.scope_tag():
        return
    told = None if tally.patched else welcome.whole
    disk.take_scope(told or (yield from asks.ask(asks.ScopeAsk(), messages.Scope)), tally)


def _pull(disk: Disk, welcome: messages.Welcome, tally: Tally) -> Session:
    """A page is written down while the server makes the next."""
    at, unwritten = disk.cursor(), asks.Meanwhile()
    more = at.rev < max(welcome.head, tally.newest)
    again = True
    while more:
        try:
            request = asks.Changes(at.rev, at.epoch, at.chain, meanwhile=unwritten)
            page = yield from asks.ask(request, messages.Page)
        except asks.Refused as refused:
            if refused.code != "history-diverged" or not again:
                raise
            again = False
            disk.start_over()
            disk.take_scope((yield from asks.ask(asks.ScopeAsk(), messages.Scope)), tally)
            at, unwritten = disk.cursor(), asks.Meanwhile()
            continue
        if page.rev < at.rev or (page.more and page.rev == at.rev):
            raise ServerRefused("page-stands-still")
        unwritten = asks.Meanwhile(partial(disk.take_page, page, tally))
        at, more = replace(at, rev=page.rev, chain=page.chain, epoch=page.epoch), page.more
    unwritten.do()


def _backfill(disk: Disk, tally: Tally) -> Session:
    for cand, start, upto in disk.unfilled():
        after, more = start, True
        while more:
            try:
                page = yield from asks.ask(asks.Backfill(str(cand), after, upto), messages.Page)
            except asks.Refused as refused:
                if refused.problem.status != 404:
                    raise
                break  # no longer ours; the next round's scope says so
            if page.more and page.rev <= after:
                raise ServerRefused("page-stands-still")
            disk.fill(cand, page, tally)
            after, more = page.rev, page.more
