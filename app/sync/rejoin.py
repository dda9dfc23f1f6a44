"""The round of a computer that was put back to an older copy of itself: ask what it once sent, then go on from there.

The server's word of the device's chain does not fit the copy's: it knows operations the copy has never heard of, or
others in their places. The device's key is the same, and so is the person; nobody has to let it in again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.changes import Topic
from app.errors import ServerRefused
from app.protocol import canonical, messages, operation
from app.store import files, outbox, rejoining, sync_state
from app.store.rejoining import Rejoined, Told
from app.sync import asks
from app.sync.store import Store


class Chain(Protocol):
    """What rejoining asks of this computer. Each call is one transaction."""

    def receipted(self) -> int: ...
    def is_mine(self, q: int, hash: str) -> bool: ...
    def take_up(self, told: Sequence[messages.OwnOp], end: tuple[int, str]) -> Rejoined | None: ...


def session(chain: Chain) -> asks.Step[Rejoined | None]:
    """Raises ServerRefused for a server that contradicts itself."""
    start = chain.receipted()
    page = yield from asks.ask(asks.OwnAsk(max(start - 1, 0)), messages.Own)
    if start and not (page.ops and page.ops[0].q == start and chain.is_mine(start, page.ops[0].hash)):
        page = yield from asks.ask(asks.OwnAsk(0), messages.Own)
    told = list(page.ops)
    while page.more:
        page = yield from asks.ask(asks.OwnAsk(told[-1].q if told else 0), messages.Own)
        if not page.ops:
            raise ServerRefused("page-stands-still")
        told += page.ops
    _check(told, page)
    return chain.take_up(told, (page.q, page.hash))


def _check(told: Sequence[messages.OwnOp], page: messages.Own) -> None:
    """No place is left out, the end is the end, and no text stands under another's hash."""
    whole = [one.q for one in told] == list(range(page.q - len(told) + 1, page.q + 1))
    ends = not told or told[-1].hash == page.hash
    if not (whole and ends and all(canonical.digest(one.p) == one.hash for one in told if one.p)):
        raise ServerRefused("broken-chain")


class VaultChain:
    """`Chain` on a vault."""

    def __init__(self, vault: Store, now: datetime) -> None:
        self._vault, self._now = vault, now

    def receipted(self) -> int:
        with self._vault.read() as tx:
            return rejoining.receipted(tx)

    def is_mine(self, q: int, hash: str) -> bool:
        with self._vault.read() as tx:
            return outbox.hash_of(tx, q) == hash

    def take_up(self, told: Sequence[messages.OwnOp], end: tuple[int, str]) -> Rejoined | None:
        with self._vault.begin() as tx:
            done = rejoining.rejoin(
                tx, [_told(one) for one in told], end, sign=self._vault.sign, now=self._now
            )
            if done is not None:
                sync_state.unsend_notes(tx, done.notes)
                files.ask_again(tx)
                if sync_state.get(tx).sent_at is None and any(one.rev is not None for one in told):
                    sync_state.put(tx, sent_at=self._now)  # the copy is from before the first receipt
        return done


def topics(done: Rejoined | None) -> set[Topic]:
    return set() if done is None else {Topic.OUTBOX, Topic.SYNC, Topic.JOURNAL}


def _told(one: messages.OwnOp) -> Told:
    in_feed = one.r not in ("held", "parked")
    return Told(
        q=one.q, id=_uuid(one.id), kind=one.kind if one.kind in operation.KINDS else "", cand=_uuid(one.cand),
        hash=one.hash, p=one.p, s=one.s, state="acked" if in_feed else one.r, rev=one.rev if in_feed else None,
        problem=None if in_feed else ",".join(one.categories) or None,
    )  # fmt: skip


def _uuid(text: str | None) -> UUID | None:
    with contextlib.suppress(ValueError):
        return UUID(text) if text else None
    return None
