"""Use case: exchange with the jobcenter, and say honestly how that stands."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.case_codes import ReadReason
from app.domain.changes import Changes
from app.domain.records import TYPES
from app.errors import FeltjournalError, NotOnNetwork, ServerRefused, VaultError
from app.protocol import messages, operation
from app.settings import Server, Settings, server_of
from app.store import Tx, caseload, files, outbox, people, rejoining, sync_state
from app.store.rejoining import Rejoined as Rejoined
from app.sync import asks, link
from app.sync.disk import Home, VaultDisk
from app.sync.gate import Reason
from app.sync.leaving import Leaving
from app.sync.round import Tally, as_error, session

if TYPE_CHECKING:
    from app.vault.vault import Vault

CLOCK_SUSPECT = timedelta(minutes=2)
HISTORY = 20
REJOINED_TOLD = timedelta(days=7)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 300.0


@dataclass(frozen=True, slots=True)
class RoundDone:
    """`stopped`: why the round ended early, or None when it ran to its end; what it did before stands.

    `sent` counts operations with a receipt, `received` what others wrote. `purged`: participants who left. `files`: how
    many came or went whole. `rejoined`: this computer turned out to be an older copy of itself, and is whole again.
    `two_copies`: the server has just found that two copies of this computer are in use.
    """

    changes: Changes
    sent: int
    received: int
    held: int
    parked: int
    conflicts: int
    set_aside: int
    purged: int
    files: int
    stopped: FeltjournalError | None
    rejoined: Rejoined | None = None
    two_copies: bool = False


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """`waiting`: things not acknowledged. `files`: those of a case whose bytes are not there whole. `held`: refused by the server's guard, to be rewritten. `parked`: with the leader.

    `sent_at`: the server's time of its last receipt. `round_at`: when a round last ran to its end. `set_aside`: what
    this program cannot read, by reason. `clock_off`: how far this computer's clock is ahead (+) or behind, when
    that is more than two minutes. `rejoined`: what a computer put back to an older copy got again, for a week.
    `two_copies`: when the server last said that two copies of this computer are in use.
    """

    enrolled: bool
    feed_name: str | None
    waiting: int
    held: int
    parked: int
    conflicts: int
    set_aside: dict[str, int]
    oldest_waiting: datetime | None
    sent_at: datetime | None
    round_at: datetime | None
    clock_off: timedelta | None
    files: int = 0
    rejoined: Rejoined | None = None
    two_copies: datetime | None = None

    @property
    def all_sent(self) -> bool:
        """There is a receipt for everything written here, and one at all."""
        return (
            self.enrolled
            and self.sent_at is not None
            and not (self.waiting or self.held or self.parked or self.files)
        )


@dataclass(frozen=True, slots=True)
class Item:
    """An operation in the lists of the sync page. `what`: `note` or a record's type. `state`: `pending`, `sent`
    (answer unknown), `held`, `parked` or `acked`. `problem`: guard categories, a reason code, or None."""

    id: UUID
    what: str
    participant: UUID | None
    name: str
    made_at: datetime
    state: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field that two people changed: what `by` wanted, and what stands. Wire values."""

    rev: int
    type: str
    record: UUID
    field: str
    wanted: str | int | None
    stands: str | int | None
    by: str
    seen_at: datetime


def run_round(vault: Vault, settings: Settings, now: datetime) -> RoundDone:
    """Push what waits, pull the news. Faults of the vault are raised; all else is in `stopped`."""
    return _done(vault, settings, now, fetch=True)


def deliver(vault: Vault, settings: Settings, now: datetime) -> RoundDone:
    """Push what waits and fetch nothing, as before a computer is put away."""
    return _done(vault, settings, now, fetch=False)


def _done(vault: Vault, settings: Settings, now: datetime, *, fetch: bool) -> RoundDone:
    tally = Tally()
    stopped: FeltjournalError | None = None
    try:
        _round(vault, settings, now, tally, fetch=fetch)
    except VaultError:
        raise
    except FeltjournalError as error:
        stopped = error
    return RoundDone(
        changes=tally.changes, sent=tally.sent, received=tally.received, held=tally.held, parked=tally.parked,
        conflicts=tally.conflicts, set_aside=tally.set_aside, purged=tally.purged,
        files=tally.files_sent + tally.files_received, stopped=stopped, rejoined=tally.rejoined,
        two_copies=tally.two_copies,
    )  # fmt: skip


@contextmanager
def sending(vault: Vault, settings: Settings, now: datetime) -> Iterator[Callable[[], None]]:
    """Push beside the caller's own work. Each call of what is yielded takes in an answer that has come and sends the
    next part; it waits for nothing, and the vault is touched by the caller's thread alone."""
    line, disk = _line(vault, settings, now)
    with line, ThreadPoolExecutor(1) as aside:
        steps = session(disk, now, Tally(), fetch=False)
        coming = aside.submit(line.ask, next(steps))

        def step() -> None:
            nonlocal steps, coming
            if not coming.done():
                return
            try:
                request = steps.send(coming.result())
            except StopIteration:  # all is sent
                steps = session(disk, now, Tally(), fetch=False)
                request = next(steps)
            coming = aside.submit(line.ask, request)

        yield step
        wait([coming])
        step()
        steps.close()


def ask_to_read(
    vault: Vault, settings: Settings, cand: UUID, reason: ReadReason, *, now: datetime
) -> datetime:
    """A leader asks for a colleague's case; it comes with the next round and goes at the moment returned. Raises what keeps
    the server from being asked, and ServerRefused where it says no."""
    line, _ = _line(vault, settings, now)
    with line:
        reply = line.ask(asks.ReadAsk(str(cand), messages.ReadCase(reason=reason.value)))
    if isinstance(reply, messages.Problem):
        raise as_error(reply)
    if not isinstance(reply, messages.MayRead):
        raise ServerRefused("unexpected-reply")
    return datetime.fromisoformat(reply.until)


def _line(vault: Vault, settings: Settings, now: datetime) -> tuple[link.Link, VaultDisk]:
    with vault.read() as tx:
        me = sync_state.who(tx)
    if me.feed is None or me.server is None:
        configured = settings.server is not None
        raise NotOnNetwork(Reason.NOT_ENROLLED if configured else Reason.NOT_CONFIGURED)
    target = target_of(me.server, settings)
    home = Home(str(me.server["id"]), target.key)
    line = link.Link(target, device=str(me.device), sign=vault.sign, now=now)
    return line, VaultDisk(vault, home, now)


def _round(vault: Vault, settings: Settings, now: datetime, tally: Tally, *, fetch: bool) -> None:
    line, disk = _line(vault, settings, now)
    with line:
        steps = session(disk, now, tally, fetch=fetch)
        with contextlib.suppress(StopIteration), contextlib.closing(steps):
            request = next(steps)
            while True:
                request = steps.send(line.ask(request, asks.own_work(request)))


def target_of(enrolled: dict[str, Any], settings: Settings) -> link.Target:
    """Where this computer was enrolled; the policy may have moved the address and renewed the pins since."""
    known = server_of({name: value for name, value in enrolled.items() if name != "id"})
    server = settings.server or known
    if server.key != known.key:
        raise NotOnNetwork(Reason.FOREIGN_SERVER)
    return to_target(server, str(enrolled["id"]), settings)


def to_target(server: Server, id: str | None, settings: Settings) -> link.Target:
    return link.Target(
        url=server.url, pins=server.pins, key=server.key, chain=server.chain, zones=server.zones, server=id,
        leaving=Leaving(settings.gate, settings.networks, settings.proxy),
    )  # fmt: skip


def status(vault: Vault, now: datetime) -> SyncStatus:
    with vault.read() as tx:
        me, state = people.me(tx), sync_state.get(tx)
        first = outbox.waiting(tx, limit=1)
        off = timedelta(milliseconds=-state.clock_offset_ms)
        return SyncStatus(
            enrolled=me.feed is not None, feed_name=me.feed_name, waiting=sum(outbox.waiting_counts(tx).values()),
            held=outbox.count(tx, "held"), parked=outbox.count(tx, "parked"),
            conflicts=len(sync_state.conflicts(tx)), set_aside=dict(sync_state.set_aside_reasons(tx)),
            oldest_waiting=first[0].made_at if first else None, sent_at=state.sent_at, round_at=state.round_at,
            clock_off=off if abs(off) > CLOCK_SUSPECT else None, files=files.unsent(tx), rejoined=_rejoined(tx, now),
            two_copies=rejoining.two_copies_at(tx),
        )  # fmt: skip


def _rejoined(tx: Tx, now: datetime) -> Rejoined | None:
    found = rejoining.newest(tx)
    return found if found is not None and now - found.at < REJOINED_TOLD else None


def waiting_list(vault: Vault) -> tuple[Item, ...]:
    """What has not reached the jobcenter, each thing once, and what it would not take, in the order it was written."""
    with vault.read() as tx:
        names = caseload.names(tx)
        things = outbox.waiting_things(tx)
        first = {thing: op for op, thing in reversed(things.items())}
        found = outbox.in_state(tx, *outbox.WAITING, "held", "parked")
        shown = (op for op in found if op.id not in things or first[things[op.id]] == op.id)
        return (*(_item(op, names) for op in shown), *_files(tx, names))


def _files(tx: Tx, names: dict[UUID, str]) -> Iterator[Item]:
    """Those of which the server has not got all; the words about them may be there already."""
    for one in files.to_send(tx):
        for file in files.of_participant(tx, one.participant):
            if file.digest == one.digest:
                made_at = datetime.fromtimestamp((file.id.int >> 80) / 1000, UTC)
                name = names.get(one.participant, "")
                yield Item(file.id, "case_file", one.participant, name, made_at, "pending", None)


def history(vault: Vault) -> tuple[Item, ...]:
    """What the jobcenter has acknowledged, newest first."""
    with vault.read() as tx:
        names = caseload.names(tx)
        return tuple(_item(op, names) for op in outbox.delivered(tx, limit=HISTORY))


def disagreements(vault: Vault) -> tuple[Disagreement, ...]:
    """What two people have changed without seeing each other, for one of them to decide."""
    with vault.read() as tx:
        known = people.names(tx)
        return tuple(
            Disagreement(
                rev=one.rev, type=one.type, record=one.rec, field=one.field, wanted=one.mine, stands=one.theirs,
                by=known.get(one.by, one.by), seen_at=one.seen_at,
            )
            for one in sync_state.conflicts(tx)
        )  # fmt: skip


def pause(failures: int, luck: float, retry_after: float | None = None) -> float:
    """Seconds until the next try after so many failed ones; `luck` in 0-1 keeps computers apart."""
    longest = min(_LONGEST_PAUSE, _FIRST_PAUSE * float(2 ** min(failures, 16)))
    return max(_FIRST_PAUSE, luck * longest, retry_after or 0.0)


def _item(op: outbox.Waiting, names: dict[UUID, str]) -> Item:
    what = "note"
    if op.kind == operation.Kind.PATCH.value:
        what = operation.read(op.p)["body"]["type"] if op.p else "record"
    name = names.get(op.cand, "") if op.cand is not None else ""
    return Item(
        op.id,
        what if what in TYPES or what == "note" else "record",
        op.cand,
        name,
        op.made_at,
        op.state,
        op.problem,
    )
