"""What was sent from here stands in the feed as it was sent: the cursor goes along with the receipts, and nothing is fetched back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.domain.changes import Topic
from app.protocol import canonical, messages, operation
from app.store import Tx, sync_state
from app.sync import apply
from app.sync.round import Sent

NOTES = (operation.Kind.APPEND.value, operation.Kind.CORRECT.value)


def follow(
    tx: Tx, told: Iterable[tuple[Sent, messages.Result]], received_at: datetime, *, now: datetime
) -> frozenset[Topic]:
    """As far as the revisions follow the cursor's without a gap and took effect whole; from there on the feed is read."""
    state = sync_state.get(tx)
    if not state.epoch or state.rebuild:
        return frozenset()
    whole = {None, *(one.cand for one in sync_state.scoped(tx).values() if one.filled is None)}
    topics: set[Topic] = set()
    rev, chain = state.rev, state.chain
    for one, result in told:
        if result.rev is None:
            continue
        if result.r != "accepted" or result.rev != rev + 1 or one.cand not in whole:
            break
        rev, chain = rev + 1, canonical.chained(chain, canonical.digest(one.envelope.p))
        if one.kind not in NOTES:
            topics |= _patched(tx, one, rev, received_at, now)
    if rev > state.rev:
        sync_state.put(tx, rev=rev, chain=chain, head=max(state.head, rev))
    return frozenset(topics)


def _patched(tx: Tx, sent: Sent, rev: int, received_at: datetime, now: datetime) -> frozenset[Topic]:
    fields = operation.read(sent.envelope.p)
    took = {"set": fields["body"]["set"], "conflicts": []}
    change = messages.Change(
        rev,
        "",
        sync_state.who(tx).person,
        sent.envelope.p,
        sent.envelope.s,
        operation.moment(received_at),
        took,
    )
    return apply.patch(tx, apply.Read(change, fields, signed=True), now).topics
