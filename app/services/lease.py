"""Use case: how long this computer's journal may be read without having met the jobcenter's server.

The server signs until when; the municipality may want it shorter. Afterwards the journal can only be written to, until
the next meeting. It is a rule of the program and not of the cipher: what stops a thief is the keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.changes import Changes
from app.errors import FeltjournalError, PolicyDamaged, WipeOrdered
from app.protocol import orders
from app.protocol.messages import Envelope
from app.services import erasing, journal
from app.services.journal import DraftSaved, NoteFields
from app.services.sync import run_round
from app.settings import Settings, server_of
from app.store import Tx, keeping, sync_state
from app.sync import wire

if TYPE_CHECKING:
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Standing:
    """`met`: the server's time at the last meeting, `until`: how long that holds; None before the first.

    `turned_back`: the clock is behind what this computer is known to have reached, which is `floor`.
    """

    met: datetime | None
    until: datetime | None
    expired: bool
    turned_back: bool
    floor: datetime | None

    @property
    def plain(self) -> bool:
        """Nothing to be told."""
        return not (self.expired or self.turned_back)


def standing(vault: Vault, *, days: int, now: datetime) -> Standing:
    """`days`: the longest the municipality allows. A clock that was set back wins no time."""
    with vault.read() as tx:
        kept, order = keeping.get(tx), _order(tx)
        given = sync_state.the_lease(tx) is not None
    floors = [
        at for at in (kept.floor if kept else None, _anchored(vault), order.at if order else None) if at
    ]
    floor = max(floors, default=None)
    late = now if floor is None else max(now, floor)
    until = min(order.until, order.at + timedelta(days=days)) if order and order.until else None
    return Standing(
        met=order.at if order else None,
        until=until,
        expired=late > until if until else given,  # a lease that cannot be read gives nothing
        turned_back=floor is not None and now < floor - keeping.SLACK,
        floor=floor,
    )


@dataclass(frozen=True, slots=True)
class Met:
    """`stopped`: why there was no full round. `erased`: the server's order was to destroy this journal, and it is."""

    changes: Changes
    stopped: FeltjournalError | None
    erased: bool = False


def meet(vault: Vault, settings: Settings, *, now: datetime) -> Met:
    """A round with the server, whose answer brings the next lease; an order to wipe is obeyed on the spot."""
    done = run_round(vault, settings, now)
    if isinstance(done.stopped, WipeOrdered):
        erasing.obey(vault, done.stopped.p, done.stopped.s)
        return Met(done.changes, None, erased=True)
    return Met(done.changes, done.stopped)


def write(vault: Vault, text: str, *, id: UUID, now: datetime) -> DraftSaved:
    """A note for later: a draft about nobody yet, which stands on I dag when the journal can be read again."""
    return journal.save_draft(vault, note=NoteFields(participant=None, facts=text), id=id, now=now)


def _order(tx: Tx) -> orders.Order | None:
    given, me = sync_state.the_lease(tx), sync_state.who(tx)
    if given is None or me.server is None:
        return None
    try:
        known = server_of({name: value for name, value in me.server.items() if name != "id"})
    except PolicyDamaged:
        return None
    said = orders.read(Envelope(*given), verify=wire.verifier(known.key), device=me.device)
    return said if said is not None and said.order == orders.LEASE else None


def _anchored(vault: Vault) -> datetime | None:
    """An old file put back knows nothing of what came later; its anchor does."""
    at = vault.loss.anchor_at if vault.loss is not None and vault.loss.behind else None
    return None if at is None else datetime.fromisoformat(at)
