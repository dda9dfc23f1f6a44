"""Run use cases off the GUI thread and bring their results back to it; the only threads, the only holder of a vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.errors import FeltjournalError, VaultError, VaultLocked

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from app.vault.vault import Vault

T = TypeVar("T")
Then = Callable[[T], None]
Job = Callable[["Vault"], object]
Failed = Callable[[FeltjournalError], None]


@dataclass(frozen=True, slots=True)
class _Parcel:
    """An answer on its way to the GUI thread. `question`: (owner, key, number) of an answer that may be stale."""

    owner: QObject
    future: Future[Any]
    then: Then[Any]
    failed: Failed | None
    question: tuple[int, str, int] | None = None


class Work(QObject):
    """One worker for the vault, so its jobs run in the order they were asked for; one for the link, which may wait
    for the network while the vault goes on; one for reading texts.

    `changed` carries the topics a use case wrote, once, after its commit. `failed` carries an expected error nobody
    took care of. `owing` carries what kept an `owed` job from being done before the lock; it is done after the next
    unlock, and `repaid` follows. Whatever is not a FeltjournalError is a bug and is raised on the GUI thread.
    """

    changed = Signal(object)
    failed = Signal(object)
    unlocked = Signal()
    locked = Signal()
    owing = Signal(object)
    repaid = Signal()
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault: Vault | None = None
        self._closing: Future[None] | None = None
        self._newest: dict[tuple[int, str], int] = {}
        self._debts: list[Job] = []
        self._finished.connect(self._deliver)

    @cached_property
    def _vault_pool(self) -> ThreadPoolExecutor:
        return _pool("vault")

    @cached_property
    def _link_pool(self) -> ThreadPoolExecutor:
        return _pool("link")

    @cached_property
    def _side_pool(self) -> ThreadPoolExecutor:
        return _pool("side")

    @property
    def is_open(self) -> bool:
        return self._vault is not None

    def run(
        self, owner: QObject, job: Callable[[Vault], T], then: Then[T], failed: Failed | None = None
    ) -> None:
        """Ask for `job` on the vault's worker; `then` gets its result on the GUI thread, if `owner` still lives."""
        self._send(_Parcel(owner, self._vault_pool.submit(self._bound(job)), then, failed))

    def latest(self, owner: QObject, key: str, job: Callable[[Vault], T], then: Then[T]) -> None:
        """Like `run`, but an answer whose question has been asked anew under the same `key` is dropped."""
        slot = (id(owner), key)
        number = self._newest[slot] = self._newest.get(slot, 0) + 1

        def still_wanted(vault: Vault) -> T | None:
            return job(vault) if self._newest.get(slot) == number else None

        future = self._vault_pool.submit(self._bound(still_wanted))
        self._send(_Parcel(owner, future, then, None, (slot[0], slot[1], number)))

    @property
    def is_closed(self) -> bool:
        """No vault is open here, and the file of the last one is closed."""
        return self._vault is None and (self._closing is None or self._closing.done())

    @property
    def owes(self) -> bool:
        """A text that the disk would not take is held here, and nowhere else."""
        return bool(self._debts)

    def owed(self, job: Job) -> None:
        """Ask for a job whose text nobody holds any more when it is done. If the disk refuses, it is kept for later."""
        self._send(
            _Parcel(self, self._vault_pool.submit(self._bound(partial(self._paying, job))), _nothing, None)
        )

    def run_link(
        self, owner: QObject, job: Callable[[Vault], T], then: Then[T], failed: Failed | None = None
    ) -> None:
        """Ask for `job` on the link's worker: it may wait for the network and take the vault in short transactions."""
        self._send(_Parcel(owner, self._link_pool.submit(self._bound(job)), then, failed))

    def aside(
        self, owner: QObject, job: Callable[[], T], then: Then[T], failed: Failed | None = None
    ) -> None:
        """Ask for work that needs no vault, on a worker of its own: the guard's reading waits for nobody."""
        self._send(_Parcel(owner, self._side_pool.submit(job), then, failed))

    def unlock(self, owner: QObject, job: Callable[[], Vault], failed: Failed) -> None:
        """Open or create the vault on its worker and keep it; `unlocked` follows."""
        closing = self._closing

        def after_closing() -> Vault:
            if closing is not None:
                closing.result()
            return job()

        self._send(_Parcel(owner, self._vault_pool.submit(after_closing), self._keep, failed))

    def lock(self) -> None:
        """Refuse new jobs at once; the running ones end and the vault closes behind the locked screen."""
        vault, self._vault = self._vault, None
        if vault is None:
            return
        self._newest.clear()
        idle = self._vault_pool.submit(lambda: None)

        def close() -> None:
            idle.result()
            vault.close()

        self._closing = self._link_pool.submit(close)
        self.locked.emit()

    def stop(self) -> None:
        """Lock, and wait until the file is closed."""
        self.lock()
        if self._closing is not None:
            self._closing.result()
        for pool in (self._side_pool, self._link_pool, self._vault_pool):
            pool.shutdown(cancel_futures=True)

    def settle(self) -> None:
        """Wait until what was asked for before the lock is done and the file is closed."""
        if self._closing is not None:
            self._closing.result()

    def _paying(self, job: Job, vault: Vault) -> None:
        try:
            job(vault)
        except VaultError as error:
            self._debts.append(job)
            self.owing.emit(error)

    def _repay(self) -> None:
        debts, self._debts = self._debts, []
        for job in debts:
            self.owed(job)
        if debts:
            self.run(self, lambda _: not self._debts, self._say_repaid)

    def _say_repaid(self, all_done: bool) -> None:  # noqa: FBT001
        if all_done:
            self.repaid.emit()

    def _bound(self, job: Callable[[Vault], T]) -> Callable[[], T]:
        """`job` on the vault that is open now: what was asked for before a lock is done before the vault closes."""
        vault = self._vault

        def call() -> T:
            if vault is None:
                raise VaultLocked
            return job(vault)

        return call

    def _keep(self, vault: Vault) -> None:
        self._vault = vault
        self._repay()
        self.unlocked.emit()

    def _send(self, parcel: _Parcel) -> None:
        parcel.future.add_done_callback(lambda _: self._finished.emit(parcel))

    def _deliver(self, parcel: _Parcel) -> None:
        if parcel.future.cancelled():
            return
        error = parcel.future.exception()
        if isinstance(error, FeltjournalError):
            self._report(parcel, error)
        elif error is not None:
            raise error
        else:
            self._hand_over(parcel, parcel.future.result())

    def _report(self, parcel: _Parcel, error: FeltjournalError) -> None:
        if isinstance(error, VaultLocked):
            return
        if parcel.failed is None:
            self.failed.emit(error)
        elif isValid(parcel.owner):
            parcel.failed(error)

    def _hand_over(self, parcel: _Parcel, result: Any) -> None:
        stale = parcel.question is not None and self._newest.get(parcel.question[:2]) != parcel.question[2]
        if isValid(parcel.owner) and not stale:
            parcel.then(result)
        if changes := getattr(result, "changes", None):
            self.changed.emit(changes)


def _nothing(result: object) -> None:
    """The answer of a job whose asker is gone."""


def _pool(name: str) -> ThreadPoolExecutor:
    """One worker; imported when the first job is asked for, which is after the first paint."""
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
