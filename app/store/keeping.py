"""SQL of what the vault keeps about itself: one row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.store import Tx
from app.store.tables_vault import keeping


@dataclass(frozen=True, slots=True)
class Keeping:
    """`gen`: the generation of keys that was in use at the last unlock, `gen_since`: since when. `floor`: this computer
    is known to have reached this moment."""

    gen: int
    gen_since: datetime
    floor: datetime


def get(tx: Tx) -> Keeping | None:
    row = tx.execute(sa.select(keeping.c.gen, keeping.c.gen_since, keeping.c.floor)).one_or_none()
    return None if row is None else Keeping(*row)


def put(tx: Tx, kept: Keeping) -> None:
    values = {"gen": kept.gen, "gen_since": kept.gen_since, "floor": kept.floor}
    if tx.execute(sa.update(keeping).values(**values)).rowcount == 0:
        tx.execute(sa.insert(keeping).values(one=1, **values))


def set_floor(tx: Tx, at: datetime) -> None:
    tx.execute(sa.update(keeping).values(floor=at))
