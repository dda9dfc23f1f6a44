"""Use case: obey the jobcenter's signed order to destroy this computer's journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.changes import Changes
from app.errors import ServerRefused
from app.protocol import orders
from app.protocol.messages import Envelope
from app.settings import server_of
from app.store import sync_state
from app.sync import wire
from app.vault.erase import erase

if TYPE_CHECKING:
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Erased:
    changes: Changes = frozenset()


def obey(vault: Vault, p: str, s: str) -> Erased:
    """`p`, `s`: the order as `WipeOrdered` brought it. It is read once more: nothing else may destroy a journal.

    Raises ServerRefused for what the enrolled server did not sign for this computer.
    """
    with vault.read() as tx:
        me = sync_state.who(tx)
    known = server_of({name: value for name, value in (me.server or {}).items() if name != "id"})
    order = orders.read(Envelope(p, s), verify=wire.verifier(known.key), device=me.device)
    if order is None or order.order != orders.WIPE:
        raise ServerRefused("bad-order")
    erase(vault)
    return Erased()
