"""Everything of a journal that is never sent, as if the jobcenter had it."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from app.store import Tx, sync_state, tables


def as_received(tx: Tx, at: datetime) -> None:
    """Acknowledged in the order it was written. Only for a journal of invented people."""
    tx.execute(sa.update(tables.outbox).values(state="acked", rev=tables.outbox.c.q))
    tx.execute(sa.update(tables.note).values(rev=1, received_at=at))
    sync_state.put(tx, sent_at=at, round_at=at)
