"""Read what can still be read of a damaged journal, and put a sound file in its place; the original is kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from app.errors import VaultDamaged
from app.vault import audit, swap
from app.vault.gaps import Gap, gaps
from app.vault.place import JOURNAL, disk_fault

_PROBES = 64  # places in a hole from which another walk is tried

Connect = Callable[[], dbapi2.Connection]


@dataclass(frozen=True, slots=True)
class Read:
    """The rows of a table that could be read. `whole`: nothing was in the way.

    `lost`: the rows that could not; None where that cannot be told.
    """

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    whole: bool
    lost: tuple[Gap, ...] | None = ()


def tables(raw: dbapi2.Connection) -> tuple[str, ...]:
    """Raises VaultDamaged when not even the list of tables can be read."""
    try:
        return tuple(audit.tables(raw))
    except dbapi2.DatabaseError as error:
        raise VaultDamaged from error


def head(connect: Connect) -> audit.Head:
    """The newest link of the damaged file's chain; number 0 where it cannot be read."""
    raw = connect()
    try:
        row = raw.execute("SELECT n, mac, at FROM audit ORDER BY n DESC LIMIT 1").fetchone()
    except dbapi2.DatabaseError:
        row = None
    finally:
        raw.close()
    return audit.Head() if row is None else audit.Head(row[0], row[1], row[2])


def read(connect: Connect, table: str) -> Read:
    """From the front to the first page that fails, from the back to the last, and what can be met in between.

    A connection that has met a damaged page answers nothing more, so each walk has one of its own.
    """
    columns, largest = _shape(connect, table)
    if not columns:
        return Read(table, (), (), whole=False, lost=None)
    found: dict[int, tuple[Any, ...]] = {}
    if _walk(connect, table, "", (), found):
        return Read(table, columns, tuple(found.values()), whole=True)
    front = max(found, default=0)
    _walk(connect, table, "ORDER BY rowid DESC", (), found)
    back = min((number for number in found if number > front), default=largest)
    for step in range(1, _PROBES):
        start = front + (back - front) * step // _PROBES
        if front < start < back and start not in found:
            _walk(connect, table, "WHERE rowid >= ? AND rowid < ? ORDER BY rowid", (start, back), found)
    rows = tuple(found[number] for number in sorted(found))
    return Read(table, columns, rows, whole=False, lost=gaps(connect, table, found))


def replace_journal(place: Path, new: Path, *, now: datetime) -> Path:
    """`new` becomes the journal; the old one stays beside it as `journal.fjdb.damaged-<time>`."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S")
    try:
        kept = swap.keep(place, f"{JOURNAL}.damaged-{stamp}")
        swap.swap(place, new)
    except OSError as error:
        raise disk_fault(error) from error
    return kept


def copy_of(source: Path, place: Path) -> Path:
    """A copy of a backup beside the journal, ready to take its place."""
    target = place / swap.RESTORED
    try:
        shutil.copyfile(source, target)
        target.chmod(0o600)
    except OSError as error:
        raise disk_fault(error) from error
    return target


def _shape(connect: Connect, table: str) -> tuple[tuple[str, ...], int]:
    """The columns, and the largest row number as far as it can be told."""
    raw = connect()
    try:
        columns = tuple(name for (name,) in raw.execute("SELECT name FROM pragma_table_info(?)", (table,)))
        return columns, int(raw.execute(f'SELECT coalesce(max(rowid), 0) FROM "{table}"').fetchone()[0])  # noqa: S608
    except dbapi2.DatabaseError:
        return (), 0
    finally:
        raw.close()


def _walk(
    connect: Connect, table: str, where: str, bounds: tuple[int, ...], found: dict[int, tuple[Any, ...]]
) -> bool:
    raw = connect()
    try:
        for row in raw.execute(f'SELECT rowid, * FROM "{table}" {where}', bounds):  # noqa: S608 - a name of the schema
            found[int(row[0])] = tuple(row[1:])
    except dbapi2.DatabaseError:
        return False
    finally:
        raw.close()
    return True
