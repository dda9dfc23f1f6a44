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


def newest_link(tx: Tx) -> tuple[int, str]:
    """Number and MAC (hex) of the chain's newest link; 0 and "" for none."""
    row = tx.exec_driver_sql("SELECT n, mac FROM audit ORDER BY n DESC LIMIT 1").one_or_none()
    return (0, "") if row is None else (int(row[0]), bytes(row[1]).hex())


def compare(tx: Tx, n: int, mac: str) -> None:
    """The server knows of link `n`. Where this file has not come so far, or has another one, a person is to be told."""
    have, _ = newest_link(tx)
    there = tx.exec_driver_sql("SELECT mac FROM audit WHERE n = ?", (n,)).scalar()
    other = there is not None and bytes(there).hex() != mac
    missing = max(n - have, 1 if other else 0)
    row = tx.execute(sa.select(keeping.c.excused)).one_or_none()
    if missing == 0 or row is None:
        return
    if row.excused:
        tx.execute(sa.update(keeping).values(excused=0))
    else:
        tx.execute(sa.update(keeping).values(fallen=missing))


def fallen(tx: Tx) -> int:
    """How many links the server knew that were not here; 0 when there is nothing to be told."""
    return tx.execute(sa.select(keeping.c.fallen)).scalar() or 0


def told(tx: Tx, *, excuse: bool) -> None:
    """A person has read of it. `excuse`: the server has not heard yet of what was told at this unlock."""
    tx.execute(sa.update(keeping).values(fallen=0, excused=int(excuse)))
