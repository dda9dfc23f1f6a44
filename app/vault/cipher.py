"""A connection to a SQLCipher file as the design wants it: how it is keyed, how durable it is, what SQL may not do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.errors import BadLocation, VaultEmpty, VaultMissing

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

# cipher_memory_security stays off: it makes bulk writes 6-14 times slower and hides one key copy of four.
_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    *(("fullfsync=ON", "checkpoint_fullfsync=ON") if sys.platform == "darwin" else ()),
)
_FORBIDDEN = (dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH)
PATIENCE = 10.0  # seconds for which a lock of another program is waited for
FROZEN = "ro&immutable=1"  # of a medium that takes no lock and no write-ahead log


def dial(path: Path, mode: str, key: bytes, salt: bytes) -> dbapi2.Connection:
    """Keyed, and silent; whether the key fits shows at the first read."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    made = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=PATIENCE)
    made.execute("PRAGMA cipher_log = off").fetchall()
    made.execute("PRAGMA cipher_log_level = NONE").fetchall()
    # Hex digits of our own making; nothing a person typed ever reaches SQL.
    made.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
    return made


def prepare(connection: dbapi2.Connection, *, frozen: bool) -> None:
    """Raises dbapi2.Error when the key is another one, or the first page is damaged."""
    if not frozen and connection.execute("PRAGMA journal_mode=WAL").fetchone() != ("wal",):
        raise BadLocation  # a file system without shared memory, most likely a network share
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def guard(connection: dbapi2.Connection) -> None:
    """ATTACH with an empty key, and the whole journal could be copied out in clear."""
    connection.set_authorizer(_authorize)


def check_size(path: Path, least: int) -> None:
    """SQLCipher opens a file of 0 bytes as a new, empty database without a word."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise VaultMissing from None
    if size < least:
        raise VaultEmpty


def pool(creator: Callable[[], dbapi2.Connection]) -> Engine:
    """One connection, made by `creator`, which alone knows the key."""
    engine = create_engine(
        "sqlite+pysqlite:///vault",  # no path and above all no key in the address
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=30,
        hide_parameters=True,  # an error text must not carry a note
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _authorize(action: int, *_: object) -> int:
    return int(dbapi2.SQLITE_DENY if action in _FORBIDDEN else dbapi2.SQLITE_OK)
