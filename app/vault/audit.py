"""The audit chain: one link a transaction, under a key of its own, in the same commit as what it tells of.

The cipher notices a page that was damaged, but not one that is merely old: a write-ahead log that was cut, one page
or the whole file put back. So every transaction leaves a link that names the rows it touched with a hash of each,
bound to the link before by HMAC-SHA256. Triggers of the connection's own say which rows those are, so that no use
case can forget it. `app.vault.anchor` keeps the newest link outside the file.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

TABLE = "audit"
BASE = "base:"  # a link that names every row there is; the chain starts at one
EVENT = "event:"
_START = b"\0" * 32
# Not what anybody wrote: the chain itself, what notes can rebuild, and what each unlock notes down about itself.
_MADE_ANEW = frozenset({TABLE, "search_doc", "keeping"})
_INSERT = "INSERT INTO audit (n, at, what, rows, prev, mac) VALUES (?, ?, ?, ?, ?, ?)"
_LINKS = "SELECT n, at, what, rows, prev, mac FROM audit ORDER BY n"
_EVENTS = (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))  # no use case gives a row another key
_TAIL_LINKS, _TAIL_ROWS = 48, 200
_TEXT: Callable[[str], str] = json.encoder.encode_basestring_ascii
_AT_ONCE = 200  # rows asked for by one statement

Rows = dict[str, dict[str, str | None]]


@dataclass(frozen=True, slots=True)
class Head:
    """The newest link. `at`: UTC, ISO; None where nobody told the time."""

    n: int = 0
    mac: bytes = _START
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Suspect:
    """A row that is not as the chain says. `how`: `changed`, `missing` or `added`. `key`: its primary key as JSON."""

    table: str
    key: str
    how: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`broken`: the first link that does not join on, or None. `links`: how many were read."""

    links: int
    broken: int | None
    suspects: tuple[Suspect, ...]

    @property
    def sound(self) -> bool:
        return self.broken is None and not self.suspects


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    begins: tuple[str, ...]

    def query(self) -> str:
        return f"SELECT {_listed(self.key)}, {_listed(self.columns)} FROM {_quoted(self.name)}"  # noqa: S608

    def one(self) -> str:
        wanted = " AND ".join(f"{_quoted(name)} IS ?" for name in self.key)
        return f"{self.query()} WHERE {wanted}"

    def some(self, count: int) -> str:
        """Rows by a key of one column."""
        return f"{self.query()} WHERE {_listed(self.key)} IN ({', '.join('?' * count)})"

    def trigger(self, event: str, row: str) -> str:
        key = ", ".join(f"{row}.{_quoted(name)}" for name in self.key)
        return (
            f"CREATE TEMP TRIGGER {_quoted(f'fj_{self.name}_{event}')} AFTER {event} ON main.{_quoted(self.name)} "
            f"BEGIN SELECT fj_touched('{self.name}', {key}); END"
        )


class Chain:
    """One connection's watch over its rows, and the links that come of it."""

    def __init__(self, key: bytes, moment: Callable[[], str | None]) -> None:
        self._key, self._moment = key, moment
        self._touched: dict[tuple[str, tuple[Any, ...]], None] = {}
        self._tables: dict[str, _Table] = {}
        self._learned: int | None = None  # the schema whose tables are known here
        self._watched: int | None = None  # the schema whose tables have their triggers
        self._head: Head | None = None
        self._next: Head | None = None
        self._pending = ""
        self._has_table = False

    def watch(self, connection: Connection) -> None:
        """A new connection: it tells of every row it touches, and has no triggers yet."""
        connection.create_function("fj_touched", -1, self._touch)
        self._learned = self._watched = None

    def begin(self, tx: Connection) -> None:
        self._touched.clear()
        self._pending = ""
        self._watch_rows(tx)

    def seal(self, tx: Connection) -> Head | None:
        """The link for what the transaction did; None when there is nothing to tell, or no chain in this file yet."""
        changed = self._watch_rows(tx)
        if not self._has_table:
            return None
        if changed or self.head(tx).n == 0:
            return self.base(tx, "schema")
        if not self._touched and not self._pending:
            return None
        return self._link(tx, self._pending, self._rows(tx))

    def tell(self, what: str) -> None:
        """Have the link of the transaction under way say so too."""
        self._pending = EVENT + what

    def base(self, tx: Connection, why: str) -> Head:
        """A link that names every row, and begins the chain anew: nothing before it is needed any more."""
        rows: Rows = {name: dict(self._hashed(tx, table)) for name, table in self._tables.items()}
        head = self._link(tx, BASE + why, rows)
        tx.execute("DELETE FROM audit WHERE n < ?", (head.n,))
        return head

    def go_on_from(self, tx: Connection, head: Head) -> None:
        """The next link follows one that only another file or the anchor still knows."""
        if head.n > self.head(tx).n:
            self._next = head

    def committed(self) -> None:
        if self._next is not None:
            self._head, self._next = self._next, None

    def rolled_back(self) -> None:
        """Its triggers are gone with it, if it was the first to need them."""
        self._next = self._learned = self._watched = None

    def touched(self, table: str) -> list[Any]:
        """The first column of the keys of a table's rows that the transaction touched."""
        return [key[0] for name, key in self._touched if name == table]

    def tables_touched(self, tx: Connection) -> frozenset[str] | None:
        """Whose rows the transaction touched; None when it changed the tables themselves."""
        return None if _schema_of(tx) != self._watched else frozenset(name for name, _ in self._touched)

    def head(self, tx: Connection) -> Head:
        """The newest link, the transaction's own included."""
        if self._next is not None:
            return self._next
        if self._head is None:
            row = tx.execute("SELECT n, mac, at FROM audit ORDER BY n DESC LIMIT 1").fetchone()
            self._head = Head() if row is None else Head(row[0], row[1], row[2])
        return self._head

    @property
    def known(self) -> Head | None:
        """The newest link that is committed, as far as this connection has looked."""
        return self._head

    def length(self, tx: Connection) -> int:
        self._learn(tx)
        return int(tx.execute("SELECT count(*) FROM audit").fetchone()[0]) if self._has_table else 0

    def mac_at(self, tx: Connection, n: int) -> bytes | None:
        found = tx.execute("SELECT mac FROM audit WHERE n = ?", (n,)).fetchone()
        return None if found is None else bytes(found[0])

    def is_here(self, tx: Connection) -> bool:
        self._learn(tx)
        return self._has_table

    def look_back(self, tx: Connection) -> Verdict:
        """The newest links and the rows they name: what a moment at unlock allows."""
        links = tx.execute(_LINKS + " DESC LIMIT ?", (_TAIL_LINKS,)).fetchall()
        links.reverse()
        said = [one for one in _newest(links, _TAIL_ROWS) if one[0] in self._tables]
        return Verdict(len(links), self._broken(links, whole=False), tuple(self._compared(tx, said)))

    def verify(self, tx: Connection) -> Verdict:
        """Every link and every row."""
        links = tx.execute(_LINKS).fetchall()
        said: dict[str, dict[str, str | None]] = {name: {} for name in self._tables}
        for link in links:
            for name, rows in _read_rows(link[3]).items():
                said.setdefault(name, {}).update(rows)
        return Verdict(len(links), self._broken(links, whole=True), tuple(self._differing(tx, said)))

    def _touch(self, name: str, *key: object) -> None:
        self._touched[(name, key)] = None

    def _learn(self, tx: Connection) -> int:
        schema = _schema_of(tx)
        if schema != self._learned:
            found = tables(tx)
            self._has_table = TABLE in found
            self._tables = {name: _table(tx, name) for name in found if name not in _MADE_ANEW}
            self._learned = schema
        return schema

    def _watch_rows(self, tx: Connection) -> bool:
        """Triggers on every table, made for this connection and never part of the file. True if there were others.

        Only in a write transaction: a read is rolled back at its end, and its triggers with it.
        """
        schema = self._learn(tx)
        if schema == self._watched:
            return False
        for (old,) in tx.execute("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'").fetchall():
            tx.execute(f"DROP TRIGGER temp.{_quoted(old)}")
        for table in self._tables.values():
            for event, row in _EVENTS:
                tx.execute(table.trigger(event, row))
        self._watched = schema
        return True

    def _rows(self, tx: Connection) -> Rows:
        """The touched rows as they are now: what an inner rollback took back is told as it is, too."""
        keys: dict[str, list[tuple[Any, ...]]] = {}
        for name, key in self._touched:
            if name in self._tables:
                keys.setdefault(name, []).append(key)
        return {name: _told(tx, self._tables[name], touched) for name, touched in keys.items()}

    def _hashed(self, tx: Connection, table: _Table) -> Iterator[tuple[str, str]]:
        for row in tx.execute(table.query()):
            yield _key(tuple(row[: len(table.key)])), _hash(table, row)

    def _link(self, tx: Connection, what: str, rows: Rows) -> Head:
        before, at = self.head(tx), self._moment()
        text = json.dumps(rows, separators=(",", ":"), sort_keys=True)
        mac = self._mac(before.n + 1, at, what, text, before.mac)
        tx.execute(_INSERT, (before.n + 1, at, what, text, before.mac, mac))
        self._next = Head(before.n + 1, mac, at)
        return self._next

    def _mac(self, n: int, at: str | None, what: str, rows: str, prev: bytes) -> bytes:
        said = json.dumps([n, at, what, hashlib.sha256(rows.encode()).hexdigest(), prev.hex()])
        return hmac.digest(self._key, said.encode(), "sha256")

    def _broken(self, links: list[Any], *, whole: bool) -> int | None:
        before: tuple[int, bytes] | None = None
        for n, at, what, rows, prev, mac in links:
            joined = before is None or before == (n - 1, prev)
            if not joined or not hmac.compare_digest(mac, self._mac(n, at, what, rows, prev)):
                return int(n)
            before = (n, mac)
        if whole and links and not links[0][2].startswith(BASE):
            return int(links[0][0])
        return None

    def _compared(self, tx: Connection, said: list[tuple[str, str, str | None]]) -> Iterator[Suspect]:
        for name, key, hash_ in said:
            table, wanted = self._tables[name], json.loads(key)
            values = tuple(wanted) if isinstance(wanted, list) else (wanted,)
            found = tx.execute(table.one(), values).fetchone()
            how = _how(hash_, None if found is None else _hash(table, found))
            if how is not None:
                yield Suspect(name, key, how)

    def _differing(self, tx: Connection, said: Rows) -> Iterator[Suspect]:
        for name, table in self._tables.items():
            expected = said.get(name, {})
            there = dict(self._hashed(tx, table))
            for key in expected.keys() | there.keys():
                how = _how(expected.get(key), there.get(key))
                if how is not None:
                    yield Suspect(name, key, how)


def tables(tx: Connection) -> list[str]:
    """The tables that hold what somebody wrote; an index's own are left out, and not even opened."""
    found = tx.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    indexes = tuple(f"{name}_" for name, sql in found if sql.upper().startswith("CREATE VIRTUAL"))
    own = [name for name, sql in found if not sql.upper().startswith("CREATE VIRTUAL")]
    return [name for name in own if not name.startswith(("sqlite_", *indexes)) or name in _MADE_ANEW]


def _newest(links: list[Any], most: int) -> list[tuple[str, str, str | None]]:
    """What the newest of these links say of each row, at most so many rows."""
    said: dict[tuple[str, str], str | None] = {}
    for link in reversed(links):
        for name, rows in _read_rows(link[3]).items():
            for key, hash_ in rows.items():
                said.setdefault((name, key), hash_)
                if len(said) >= most:  # a link that begins the chain anew names every row there is
                    return [(*row, its) for row, its in said.items()]
    return [(*row, its) for row, its in said.items()]


def _how(said: str | None, found: str | None) -> str | None:
    if said == found:
        return None
    if found is None:
        return "missing"
    return "added" if said is None else "changed"


def _table(tx: Connection, name: str) -> _Table:
    columns = tx.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
    key = tuple(column[0] for column in sorted(columns, key=lambda c: int(c[1])) if column[1])
    names = tuple(sorted(column[0] for column in columns))
    return _Table(name, names, key or ("rowid",), tuple(f"[{_TEXT(one)}, " for one in names))


def _hash(table: _Table, row: Any) -> str:
    """Columns that are empty do not count, so that a new column that nothing stands in changes no hash."""
    values = row[len(table.key) :]
    said = ", ".join(
        [
            begin + _spelt(value) + "]"
            for begin, value in zip(table.begins, values, strict=True)
            if value is not None
        ]
    )
    return hashlib.sha256(f"[{said}]".encode()).hexdigest()[:32]


def _spelt(value: object) -> str:
    """As `json.dumps` spells it, which has too much to ask of each row of a long page; bytes as hex digits."""
    if isinstance(value, str):
        return _TEXT(value)
    return repr(value) if type(value) is int else json.dumps(value, default=bytes.hex)


def _told(tx: Connection, table: _Table, keys: list[tuple[Any, ...]]) -> dict[str, str | None]:
    """The hash of each of these rows, None of one that is gone."""
    said: dict[str, str | None] = {_key(key): None for key in keys}
    if len(table.key) > 1:
        rows = [row for key in keys for row in tx.execute(table.one(), key).fetchall()]
        return said | {_key(tuple(row[: len(table.key)])): _hash(table, row) for row in rows}
    for start in range(0, len(keys), _AT_ONCE):
        some = [key[0] for key in keys[start : start + _AT_ONCE]]
        for row in tx.execute(table.some(len(some)), some):
            said[_key((row[0],))] = _hash(table, row)
    return said


def _key(values: tuple[Any, ...]) -> str:
    return _spelt(values[0]) if len(values) == 1 else json.dumps(list(values))


def _read_rows(text: str) -> Rows:
    found = json.loads(text)
    return found if isinstance(found, dict) else {}


def _schema_of(tx: Connection) -> int:
    return int(tx.execute("PRAGMA main.schema_version").fetchone()[0])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(_quoted(name) if name != "rowid" else name for name in names)
