"""Vault: one open SQLCipher file, one connection, one transaction at a time.

The vault owns one table of its own, `device_key`: a single row with the Ed25519 seed that signs this
computer's messages to the jobcenter. It is made in the vault's first transaction and is no part of
the store's migrations.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2

from app.errors import DiskFailing, ReadOnly, VaultDamaged, VaultError, VaultGone, VaultLocked
from app.vault import cipher, damage, faults, keys, loss, rescue, whereabouts
from app.vault.anchor import Anchors
from app.vault.audit import Chain, Head, Verdict
from app.vault.keychain import Keychain
from app.vault.keyfile import KeyFile
from app.vault.memory import Memory
from app.vault.place import JOURNAL, PAGE, PlaceLock
from app.vault.rescue import Queued, Rescue

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import ExceptionContext

log = logging.getLogger(__name__)
T = TypeVar("T")

APPLICATION_ID = int.from_bytes(b"FJ01", "big")

_DEVICE_KEY = (
    "CREATE TABLE device_key (id INTEGER PRIMARY KEY CHECK (id = 1), "
    "seed BLOB NOT NULL CHECK (length(seed) = 32)) STRICT"
)


class Vault:
    """The only object that knows the database key; `close` forgets it."""

    def __init__(
        self,
        place: Path,
        file: KeyFile,
        key: bytes,
        lock: PlaceLock,
        *,
        keychain: Keychain | None = None,
        new: bool = False,
        frozen: bool = False,
    ) -> None:
        """`new`: there is no file yet. `frozen`: on a medium that cannot be written to; `begin` raises ReadOnly."""
        self.place = place
        self.frozen = frozen
        self.id = file.vault
        self.gen = file.gen
        self.keychain = keychain
        self.must_renew = any(slot.get("renew") for slot in file.slots_of(keys.PASSPHRASE))
        self.repaired = False  # a damaged copy of the key file was put right at unlock
        self.finished = False  # what was cut off the last time was finished at unlock
        self.loss: loss.Loss | None = None  # found at unlock, until somebody has seen it
        self._path = place / JOURNAL
        self._key: bytearray | None = bytearray(keys.database_key(file, key))
        self._salt = file.salt_db
        self._lock = lock
        self._audit_key = keys.audit_key(file, key)
        self._chain = Chain(self._audit_key, self._moment)
        self._recovery = keys.recovery_of(file)
        self._rescue = Rescue(place, file.vault, keys.rescue_key(file, key), self._recovery)
        self._anchors = None if keychain is None or frozen else Anchors(keychain, file.vault)
        self._opened: tuple[datetime, float] | None = None
        self._device: Ed25519PrivateKey | None = None
        self._least = 0 if new else PAGE
        self._which: tuple[int, int] | None = None  # the file the connection has open
        self.memory = Memory()  # to be asked inside a transaction only
        if new:
            # Exclusive: a new vault never takes the place of anything.
            os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        self._engine = self._make_engine()

    def begin(self) -> AbstractContextManager[Connection]:
        """A write transaction: committed on leaving, rolled back on an error, durable on return."""
        if self.frozen:
            raise ReadOnly
        return self._transaction(write=True)

    def read(self) -> AbstractContextManager[Connection]:
        """A read transaction: one moment's state. Nothing done in it is kept."""
        return self._transaction(write=False)

    def remembered(
        self, what: Hashable, reckon: Callable[[Connection], T], *, apart_from: frozenset[str]
    ) -> T:
        """What `reckon` makes of the rows as they are now, made once until one changes. `apart_from`: the tables whose
        rows it does not read."""
        with self.read() as tx:
            return self.memory.recall(what, lambda: reckon(tx), apart_from=apart_from)

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
            for step in (
                ()
                if self.frozen
                else (self.checkpoint, self._rescue.settle, self.drop_anchor, self.remember_place)
            ):
                try:
                    step()
                except (VaultError, SQLAlchemyError, OSError) as error:
                    log.warning("closed without %s: %s", step.__name__, type(error).__name__)
        finally:
            self._forget()

    def drop_anchor(self) -> None:
        """Keep the newest link in the keychain now: at lock, at suspend, after a change of keys."""
        if self._anchors is not None and self._known is not None:
            self._anchors.drop(self._known)

    def remember_place(self) -> None:
        """So that no new journal is ever offered where this one should be."""
        if self.keychain is not None and faults.is_there(self._path):
            whereabouts.remember(self.keychain, self.place, self.id)

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
            if faults.is_damage(error):
                raw.invalidate()
            raise self.fault(error) or error from error
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

    def judge(self, *, now: datetime | None) -> None:
        """Compare the file with its anchor, its chain and the rescue journal; what is amiss stands in `loss`."""
        if now is not None:
            self._opened = (now, time.monotonic())
        pages = self._still_damaged()
        with self.read() as tx, self._raw_errors():
            self.loss = loss.find(_raw(tx), self._chain, self._anchors, self._rescue, pages)
        if self.loss is not None and self.loss.tail is None:
            self._engine.dispose()  # a connection that has met a damaged page answers nothing more
            self.loss = replace(self.loss, pages=pages or self._met_damage())
        if self._anchors is not None:
            self._anchors.held = self.loss is not None

    def seen(self) -> None:
        """A person has been told what was amiss; from now on the file as it is counts as the newest."""
        self.loss = None
        if self._anchors is not None:
            self._anchors.held = False
            self.drop_anchor()

    def put_back(self, count: int) -> None:
        """So many operations of the rescue journal are in the file again."""
        if self.loss is not None:
            self.loss = replace(self.loss, restored=count)

    def unsent_beyond(self, q: int) -> tuple[Queued, ...]:
        """Operations after `q` that the rescue journal has."""
        return self._rescue.beyond(q)

    def seal_copy(self, head: Mapping[str, object], said: bytes) -> bytes:
        """A record for a folder outside this one: only this journal and the municipality can read it."""
        return rescue.sealed({**head, "vault": self.id}, said, self._copy_key(), self._recovery)

    def open_copy(self, data: bytes) -> list[dict[str, Any]] | None:
        """None for what this journal has not sealed."""
        try:
            return rescue.unsealed(data, self._copy_key())
        except rescue.BROKEN:
            return None

    def verify_chain(self) -> Verdict | None:
        """Every link and every row; None for a file without a chain."""
        with self.read() as tx, self._raw_errors():
            raw = _raw(tx)
            return self._chain.verify(raw) if self._chain.is_here(raw) else None

    def links(self) -> int:
        """How many links the chain has grown to since it last began anew."""
        with self.read() as tx, self._raw_errors():
            return self._chain.length(_raw(tx))

    def chain_holds(self, raw: dbapi2.Connection) -> bool:
        """Whether the chain of a copy under this vault's keys is whole; a copy from before there was one counts."""
        chain = Chain(self._audit_key, self._moment)
        return not chain.is_here(raw) or chain.verify(raw).sound

    def tell(self, what: str) -> None:
        """Inside a write transaction: have its link say what happened, such as `rewound 120 145`."""
        self._chain.tell(what)

    def begin_chain_anew(self, why: str, *, after: Head | None = None) -> None:
        """One link that names every row as it is now. `after`: in a new file, the link it takes over from."""
        with self.begin() as tx:
            if after is not None:
                self._chain.go_on_from(_raw(tx), after)
            self._chain.base(_raw(tx), why)

    def abandon(self) -> None:
        """Close without touching the file; for a vault that did not come to life."""
        self._forget()

    @contextmanager
    def _transaction(self, *, write: bool) -> Iterator[Connection]:
        self._live()
        with self._engine.connect() as tx:
            tx.execution_options(write=write)
            queued: list[Any] = []
            safe: int | None = None
            try:
                with tx.begin() as transaction:
                    if write:
                        self._watch(tx)
                    yield tx
                    if not write:
                        transaction.rollback()
                    elif not _is_open(tx):
                        # A caller swallowed an error upon which SQLite had rolled back by itself.
                        raise RuntimeError("the transaction ended before the use case did")
                    else:
                        queued, safe = self._sealed(tx)
            except BaseException:
                if write:
                    self._chain.rolled_back()
                raise
        if write:
            self._committed(queued, safe)

    def _watch(self, tx: Connection) -> None:
        with self._raw_errors():
            self._chain.begin(_raw(tx))

    def _sealed(self, tx: Connection) -> tuple[list[Any], int | None]:
        """The link of this transaction; and what it queued, or the oldest operation that is still only here."""
        self._still_there()
        raw = _raw(tx)
        with self._raw_errors():
            self.memory.touched(self._chain.tables_touched(raw))
            self._chain.seal(raw)
            numbers = self._chain.touched("outbox")
            known = self._rescue.covered(numbers)
            new = sorted(set(numbers) - known)
            rows = raw.execute(rescue.ROWS, (new[0], new[-1])).fetchall() if new else []
            if not known:
                return rows, None
            oldest = raw.execute(rescue.UNSAFE).fetchone()[0]
            return rows, max(numbers) + 1 if oldest is None else int(oldest)

    def _still_there(self) -> None:
        """The system lets one write into a file that is deleted, or whose drive is gone: nobody would find it again."""
        if faults.identity(self._path) != self._which:
            raise VaultGone

    def _committed(self, queued: list[Any], safe: int | None) -> None:
        self._chain.committed()
        self._rescue.write(queued)
        if safe is not None:
            self._rescue.clear(safe)
        if self._anchors is not None and self._known is not None:
            self._anchors.follow(self._known)

    @property
    def _known(self) -> Head | None:
        return self._chain.known

    @contextmanager
    def _raw_errors(self) -> Iterator[None]:
        try:
            yield
        except dbapi2.Error as error:
            raise self.fault(error) or error from error

    def _moment(self) -> str | None:
        """The time the unlocking window told, and what has passed since by the clock nobody sets."""
        if self._opened is None:
            return None
        told, then = self._opened
        passed = timedelta(seconds=time.monotonic() - then)
        return (told + passed).astimezone(UTC).isoformat(timespec="seconds")

    def _make_engine(self) -> Engine:
        engine = cipher.pool(self._connect)
        event.listen(engine, "handle_error", self._translate, retval=True)
        return engine

    def _connect(self) -> dbapi2.Connection:
        cipher.check_size(self._path, self._least)
        # rw: a file that is gone must never come back as a new and empty one.
        connection = self.connect(self._path, cipher.FROZEN if self.frozen else "rw")
        try:
            cipher.prepare(connection, frozen=self.frozen)
        except dbapi2.Error as error:
            connection.close()
            raise self.fault(error) or error from error
        except VaultError:
            connection.close()
            raise
        self._which = faults.identity(self._path)
        self.memory.touched(None)
        self._chain.watch(connection)
        cipher.guard(connection)
        return connection

    def connect(self, path: Path, mode: str) -> dbapi2.Connection:
        """A connection of its own to a file under this vault's key: the journal's, or one that upkeep makes of it."""
        if self._key is None:
            raise VaultLocked
        try:
            return cipher.dial(path, mode, bytes(self._key), self._salt)
        except dbapi2.Error as error:
            raise self.fault(error) or error from error

    def _live(self) -> None:
        if self._key is None:
            raise VaultLocked

    def _signer(self) -> Ed25519PrivateKey:
        if self._device is None:
            raise VaultLocked
        return self._device

    def _copy_key(self) -> bytes:
        return keys.copy_key(self._signer().private_bytes_raw(), self.id)

    def _forget(self) -> None:
        self._engine.dispose()
        self.memory.touched(None)
        if self._key is not None:
            self._key[:] = bytes(len(self._key))
        self._key = None
        self._device = None
        self._lock.release()

    def _translate(self, context: ExceptionContext) -> VaultError | None:
        if faults.is_damage(context.original_exception):
            context.is_disconnect = True  # the next question gets a connection that still answers
        return self.fault(context.original_exception)

    def fault(self, error: BaseException) -> VaultError | None:
        """The error of the tree behind one of SQLite's; damage names its pages, and the next unlock looks again."""
        if not faults.is_damage(error):
            return faults.fault(error, self._path)
        return VaultDamaged(self._met_damage()) if damage.disk_reads(self._path) else DiskFailing()

    def _met_damage(self) -> tuple[int, ...]:
        pages = self._damaged_pages()
        if self._device is not None and not self.frozen:  # one that does not open says so every time
            damage.mark(self.place, pages)
        return pages

    def _damaged_pages(self) -> tuple[int, ...]:
        if self._key is None:
            return ()
        return damage.pages(partial(cipher.dial, self._path, "ro", bytes(self._key), self._salt), self._path)

    def _still_damaged(self) -> tuple[int, ...]:
        """Pages an earlier session has met, as they are now."""
        if self.frozen or not damage.is_marked(self.place):
            return ()
        self.checkpoint()  # a page that lies newer in the log is not the file's own
        pages = self._damaged_pages()
        if not pages:
            damage.clear(self.place)
        return pages


def _raw(tx: Connection) -> dbapi2.Connection:
    """The connection below SQLAlchemy: the chain's many small questions would cost twice as much above it."""
    raw = tx.connection.dbapi_connection
    if raw is None:
        raise VaultLocked
    return raw


def _is_open(tx: Connection) -> bool:
    raw = tx.connection.dbapi_connection
    return raw is not None and bool(raw.in_transaction)
