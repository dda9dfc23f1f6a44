"""SQL of the signed word that a newer version exists: the newest one, as it came."""

from __future__ import annotations

import sqlalchemy as sa

from app.store import Tx
from app.store.tables_newer import newer


def keep(tx: Tx, p: str, s: str) -> None:
    if tx.execute(sa.update(newer).values(p=p, s=s)).rowcount == 0:
        tx.execute(sa.insert(newer).values(one=1, p=p, s=s))


def kept(tx: Tx) -> tuple[str, str] | None:
    row = tx.execute(sa.select(newer.c.p, newer.c.s)).one_or_none()
    return None if row is None else (row.p, row.s)
