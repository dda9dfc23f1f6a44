"""Keeps this computer and the jobcenter in step while the journal is open, and says how that stands."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.changes import Changes, Topic
from app.errors import FeltjournalError, ServerUnavailable, WipeOrdered
from app.services import erasing, sync
from app.services.sync import RoundDone, SyncStatus
from ui.desk import Desk
from ui.sync import outcome, view
from ui.text.standing import State

AFTER_SAVING = 20_000
WATCH = 1_000
_COUNTED = frozenset({Topic.OUTBOX, Topic.SYNC})


class SyncKeeper(QObject):
    """Tries at once, every `settings.sync_minutes`, 20 s after the last save, and when asked.

    Made after unlocking, gone with the page at locking. `changed`: the state may be another.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject, *, luck: Callable[[], float] = random.random) -> None:
        super().__init__(parent)
        self._desk, self._luck = desk, luck
        self._line = outcome.Line()
        self.status: SyncStatus | None = None
        self._failures = 0
        self._again = self._saved = False
        self._every = QTimer(self, interval=desk.settings.sync_minutes * 60_000)
        self._after_saving = QTimer(self, singleShot=True, interval=AFTER_SAVING)
        self._retry = QTimer(self, singleShot=True)
        self._watch = QTimer(self, interval=WATCH)
        for timer in (self._every, self._after_saving, self._retry):
            timer.timeout.connect(self.sync_now)
        self._watch.timeout.connect(self.refresh)
        desk.work.changed.connect(self._on_changed)

    @property
    def running(self) -> bool:
        return self._line.total is not None

    @property
    def state(self) -> State | None:
        """None until the vault has been asked for the first time."""
        return None if self.status is None else outcome.state(self.status, self._line, self._desk.now())

    def start(self) -> None:
        self._every.start()
        self.refresh()
        self.sync_now()

    def refresh(self) -> None:
        """Count anew; the sentences follow."""
        now = self._desk.now()
        self._desk.work.latest(self, "status", lambda vault: sync.status(vault, now), self._counted)

    def sync_now(self) -> None:
        """One round; while one is running, another after it."""
        if self.running:
            self._again = True
            return
        self._again = False
        for timer in (self._after_saving, self._retry):
            timer.stop()
        self._line = replace(self._line, total=0 if self.status is None else self.status.waiting)
        self._watch.start()
        settings, now = self._desk.settings, self._desk.now()

        def job(vault: Any) -> RoundDone:
            return sync.run_round(vault, settings, now)

        self._desk.work.run_link(self, job, self._done, self._failed)
        self.changed.emit()

    def _done(self, done: RoundDone) -> None:
        if done.two_copies:
            self._desk.tell(view.two_copies(self._desk.now(), self._desk.now()))
        elif done.rejoined is not None:
            self._desk.tell(view.rejoined(done.rejoined, self._desk.now()))
        self._finish(done.stopped)

    def _failed(self, error: FeltjournalError) -> None:
        """The vault itself could not be written to: that is for the window to say."""
        self._finish(None)
        self._desk.work.failed.emit(error)

    def _finish(self, stopped: FeltjournalError | None) -> None:
        self._watch.stop()
        if isinstance(stopped, WipeOrdered):
            order = stopped
            self._desk.work.run(self, lambda vault: erasing.obey(vault, order.p, order.s), self._erased)
            return
        silent = stopped if isinstance(stopped, ServerUnavailable) else None
        self._failures = self._failures + 1 if silent else 0
        retry_at = None
        if silent:
            seconds = sync.pause(self._failures, self._luck(), silent.retry_after)
            retry_at = self._desk.now() + timedelta(seconds=seconds)
            self._retry.start(round(seconds * 1000))
        self._line = outcome.Line(tried=True, stopped=stopped, retry_at=retry_at)
        self.refresh()
        if self._again:
            self.sync_now()

    def _erased(self, _: erasing.Erased) -> None:
        """Nothing is left to show; the locked screen offers to begin anew."""
        self._desk.work.lock()

    def _counted(self, status: SyncStatus) -> None:
        self.status = status
        if self._line.total is not None and self._line.total < status.waiting:
            self._line = replace(self._line, total=status.waiting)
        if self._saved and status.waiting and not self.running:
            self._after_saving.start()
        self._saved = False
        self._desk.count("sync", outcome.to_see(status))
        state = self.state
        if state is not None:
            self._desk.show_state(state)
        self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if not changes & _COUNTED:
            return
        self._saved = self._saved or Topic.OUTBOX in changes
        self.refresh()
