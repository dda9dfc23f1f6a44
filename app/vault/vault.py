"""Vault: one open SQLCipher file, one connection, one transaction at a time.

The vault owns one table of its own, `device_key`: a single row with the Ed25519 seed that signs this
computer's messages to the jobcenter. It is made in the vault's first transaction and is no part of
the store's migrations.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.errors import (
    BadLocation,
    DiskFailing,
    DiskFull,
    NotEnoughMemory,
    ReadOnly,
    VaultDamaged,
    VaultEmpty,
    VaultError,
    VaultInUse,
    VaultLocked,
    VaultMissing,
)
from app.vault.place import JOURNAL, PAGE, PlaceLock

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import ExceptionContext

log = logging.getLogger(__name__)

APPLICATION_ID = int.from_bytes(b"FJ01", "big")

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
_DEVICE_KEY = (
    "CREATE TABLE device_key (id INTEGER PRIMARY KEY CHECK (id = 1), "
    "seed BLOB NOT NULL CHECK (length(seed) = 32)) STRICT"
)
_ROOM = 256 << 10  # less than this left, and an I/O error of SQLite means a full disk


class Vault:
    """The only object that knows the database key; `close` forgets it."""

    def __init__(
        self, place: Path, id_: str, key: bytes, salt: bytes, lock: PlaceLock, *, new: bool = False
    ) -> None:
        self.place = place
        self.id = id_
        self.repaired = False  # a damaged copy of the key file was put right at unlock
        self._path = place / JOURNAL
        self._key: bytearray | None = bytearray(key)
        self._salt = salt
        self._lock = lock
        self._device: Ed25519PrivateKey | None = None
        self._least = 0 if new else PAGE
        if new:
            # Exclusive: a new vault never takes the place of anything.
            os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        self._engine = self._make_engine()

    def begin(self) -> AbstractContextManager[Connection]:
        """A write transaction: committed on leaving, rolled back on an error, durable on return."""
        return self._transaction(write=True)

    def read(self) -> AbstractContextManager[Connection]:
        """A read transaction: one moment's state. Nothing done in it is kept."""
        return self._transaction(write=False)

    def sign(self, data: bytes) -> bytes:
        """This computer's Ed25519 signature."""
        return self._signer().sign(data)

    @property
    def public_key(self) -> bytes:
        """The 32 bytes by which the jobcenter knows this computer."""
        return self._signer().public_key().public_bytes_raw()

    def close(self) -> None:
        """Fold the log into the file, forget the key, let the next process in. Harmless twice."""
        if self._key is None:
            return
        try:
            self.checkpoint()
        except (VaultError, SQLAlchemyError) as error:
            log.warning("closed without a checkpoint: %s", type(error).__name__)
        finally:
            self._forget()

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file, so that little of it can be lost to damage."""
        self.pragma("wal_checkpoint(TRUNCATE)")

    def pragma(self, statement: str) -> list[tuple[object, ...]]:
        """A fixed PRAGMA outside any transaction."""
        self._live()
        raw = self._engine.raw_connection()
        try:
            return [tuple(row) for row in raw.cursor().execute(f"PRAGMA {statement}").fetchall()]
        except dbapi2.Error as error:
            raise self._fault(error) or error from error
        finally:
            raw.close()

    def lay(self, seed: bytes) -> None:
        """The first transaction of a new file."""
        with self.begin() as tx:
            tx.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            tx.exec_driver_sql(_DEVICE_KEY)
            tx.exec_driver_sql("INSERT INTO device_key (id, seed) VALUES (1, ?)", (seed,))

    def wake(self) -> None:
        """Read the first rows: only now is it known that key and file belong together."""
        with self.read() as tx:
            mark = tx.exec_driver_sql("PRAGMA application_id").scalar()
            found = tx.exec_driver_sql("SELECT count(*) FROM sqlite_schema WHERE name = 'device_key'")
            if mark != APPLICATION_ID or not found.scalar():
                raise VaultDamaged
            seed = tx.exec_driver_sql("SELECT seed FROM device_key").scalar()
        if not isinstance(seed, bytes):
            raise VaultDamaged
        self._device = Ed25519PrivateKey.from_private_bytes(seed)

    def abandon(self) -> None:
        """Close without touching the file; for a vault that did not come to life."""
        self._forget()

    @contextmanager
    def _transaction(self, *, write: bool) -> Iterator[Connection]:
        self._live()
        with self._engine.connect() as tx:
            tx.execution_options(write=write)
            with tx.begin() as transaction:
                yield tx
                if not write:
                    transaction.rollback()
                elif not _is_open(tx):
                    # A caller swallowed an error upon which SQLite had rolled back by itself.
                    raise RuntimeError("the transaction ended before the use case did")

    def _make_engine(self) -> Engine:
        engine = create_engine(
            "sqlite+pysqlite:///vault",  # no path and above all no key in the address
            module=dbapi2,
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            pool_timeout=30,
            hide_parameters=True,  # an error text must not carry a note
        )
        event.listen(engine, "begin", _begin)
        event.listen(engine, "handle_error", self._translate, retval=True)
        return engine

    def _connect(self) -> dbapi2.Connection:
        if self._key is None:
            raise VaultLocked
        self._check_size()
        try:
            # mode=rw: a file that is gone must never come back as a new and empty one.
            connection = dbapi2.connect(
                self._path.absolute().as_uri() + "?mode=rw",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
                timeout=10,
            )
        except dbapi2.Error as error:
            raise self._fault(error) or error from error
        try:
            self._prepare(connection, self._key)
        except dbapi2.Error as error:
            connection.close()
            raise self._fault(error) or error from error
        except VaultError:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: dbapi2.Connection, key: bytearray) -> None:
        connection.execute("PRAGMA cipher_log = off").fetchall()
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        # Hex digits of our own making; nothing a person typed ever reaches SQL.
        connection.execute(f"PRAGMA key = \"x'{key.hex()}{self._salt.hex()}'\"")
        if connection.execute("PRAGMA journal_mode=WAL").fetchone() != ("wal",):
            raise BadLocation  # a file system without shared memory, most likely a network share
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.set_authorizer(_authorize)

    def _check_size(self) -> None:
        """SQLCipher opens a file of 0 bytes as a new, empty database without a word."""
        try:
            size = self._path.stat().st_size
        except FileNotFoundError:
            raise VaultMissing from None
        if size < self._least:
            raise VaultEmpty

    def _live(self) -> None:
        if self._key is None:
            raise VaultLocked

    def _signer(self) -> Ed25519PrivateKey:
        if self._device is None:
            raise VaultLocked
        return self._device

    def _forget(self) -> None:
        self._engine.dispose()
        if self._key is not None:
            self._key[:] = bytes(len(self._key))
        self._key = None
        self._device = None
        self._lock.release()

    def _translate(self, context: ExceptionContext) -> VaultError | None:
        return self._fault(context.original_exception)

    def _fault(self, error: BaseException) -> VaultError | None:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN):
            return self._disk_fault()
        simple = {
            dbapi2.SQLITE_FULL: DiskFull,
            dbapi2.SQLITE_READONLY: ReadOnly,
            dbapi2.SQLITE_CORRUPT: VaultDamaged,
            dbapi2.SQLITE_NOTADB: VaultDamaged,
            dbapi2.SQLITE_BUSY: VaultInUse,
            dbapi2.SQLITE_LOCKED: VaultInUse,
            dbapi2.SQLITE_NOMEM: NotEnoughMemory,
        }.get(code)
        return None if simple is None else simple()

    def _disk_fault(self) -> VaultError:
        """SQLite says no more than `I/O error` or `unable to open`; look for the reason."""
        if not self._path.exists():
            return VaultMissing()
        if not os.access(self._path, os.W_OK) or not os.access(self.place, os.W_OK):
            return ReadOnly()
        with contextlib.suppress(OSError):
            if shutil.disk_usage(self.place).free < _ROOM:
                return DiskFull()
        return DiskFailing()


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _authorize(action: int, *_: object) -> int:
    # ATTACH with an empty key, and the whole journal could be copied out in clear.
    forbidden = (dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH)
    return int(dbapi2.SQLITE_DENY if action in forbidden else dbapi2.SQLITE_OK)


def _is_open(tx: Connection) -> bool:
    raw = tx.connection.dbapi_connection
    return raw is not None and bool(raw.in_transaction)
