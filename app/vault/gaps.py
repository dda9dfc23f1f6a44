"""Which rows a damaged table had that cannot be read any more, as far as its indexes still tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlcipher3 import dbapi2

Connect = Callable[[], dbapi2.Connection]


@dataclass(frozen=True, slots=True)
class Gap:
    """A row that is lost. `id`, `participant`: as they lie in the file; None where no index has them."""

    number: int
    id: str | None
    participant: str | None


def gaps(connect: Connect, table: str, found: Iterable[int]) -> tuple[Gap, ...] | None:
    """Rows that stand in an index and not among `found`; None when no index can be read to its end."""
    told: dict[int, dict[str, str | None]] = {}
    whole = False
    for index, columns in _indexes(connect, table):
        whole = _read(connect, table, index, columns, told) or whole
    if not whole:
        return None
    lost = sorted(set(told).difference(found))
    return tuple(Gap(number, told[number].get("id"), told[number].get("participant")) for number in lost)


def _indexes(connect: Connect, table: str) -> list[tuple[str, tuple[str, ...]]]:
    """Those that name every row, with their columns."""
    raw = connect()
    try:
        names = [
            str(name)
            for (name,) in raw.execute("SELECT name FROM pragma_index_list(?) WHERE NOT partial", (table,))
        ]
        return [
            (name, tuple(c for (c,) in raw.execute("SELECT name FROM pragma_index_info(?)", (name,))))
            for name in names
        ]
    except dbapi2.DatabaseError:
        return []
    finally:
        raw.close()


def _read(
    connect: Connect, table: str, index: str, columns: tuple[str, ...], told: dict[int, dict[str, str | None]]
) -> bool:
    """The index alone is read, which holds these columns and the row's number. Whether it came to its end."""
    wanted = ", ".join(("rowid", *(f'"{name}"' for name in columns)))
    raw = connect()
    try:
        for row in raw.execute(f'SELECT {wanted} FROM "{table}" INDEXED BY "{index}"'):  # noqa: S608 - of the schema
            told.setdefault(int(row[0]), {}).update(zip(columns, row[1:], strict=True))
    except dbapi2.DatabaseError:
        return False
    finally:
        raw.close()
    return True
