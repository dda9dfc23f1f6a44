"""SQL of what the vault keeps about itself: one row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from app.store import Tx
from app.store.tables_vault import clock_doubt, keeping

SLACK = timedelta(minutes=10)  # a clock may be so far behind what is known before it is not believed


@dataclass(frozen=True, slots=True)
class Keeping:
    """`gen`: the generation of keys that was in use at the last unlock, `gen_since`: since when. `floor`: this computer
    is known to have reached this moment. `behind`: its clock says an earlier one, as far as was seen at unlock or by the
    server."""

    gen: int
    gen_since: datetime
    floor: datetime
    behind: bool = False


def get(tx: Tx) -> Keeping | None:
    c = keeping.c
    row = tx.execute(sa.select(c.gen, c.gen_since, c.floor, c.behind)).one_or_none()
    return None if row is None else Keeping(row.gen, row.gen_since, row.floor, bool(row.behind))


def put(tx: Tx, kept: Keeping) -> None:
    values = {"gen": kept.gen, "gen_since": kept.gen_since, "floor": kept.floor, "behind": int(kept.behind)}
    if tx.execute(sa.update(keeping).values(**values)).rowcount == 0:
        tx.execute(sa.insert(keeping).values(one=1, **values))


def set_floor(tx: Tx, at: datetime, *, now: datetime) -> None:
    """The server has said what time it is, also to a clock that ran ahead."""
    tx.execute(sa.update(keeping).values(floor=at, behind=int(now < at - SLACK)))


def believed(tx: Tx, now: datetime) -> tuple[datetime, bool]:
    """The hour it is at least, and whether this computer's clock is set back."""
    kept = get(tx)
    if kept is None or not kept.behind:
        return now, False
    return max(now, kept.floor), True


def doubt(tx: Tx, note: UUID, participant: UUID) -> None:
    """The note was written under a clock that was set back."""
    tx.execute(sa.insert(clock_doubt).values(note=note, participant=participant))


def doubted(tx: Tx, participant: UUID) -> frozenset[UUID]:
    rows = tx.execute(sa.select(clock_doubt.c.note).where(clock_doubt.c.participant == participant))
    return frozenset(rows.scalars())


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
