"""The draft: kept within a second of the first change that is not kept yet, and whenever the writer turns away.

What the guard holds back is cut out by the use case before anything reaches the disk. »Gemt« is said only after
the store has answered; when it cannot keep the text, the text stays on the screen and another try follows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import FeltjournalError
from app.services import journal
from ui.note.presenter import Safety, Saving
from ui.work import Work

PAUSE_MS, RETRY_MS = 700, 5_000  # what is left of the second is for the guard and the disk


class Autosave(QObject):
    """`changed(Safety)`. `settled`: nothing waits any more, or it could not be kept."""

    changed = Signal(object)
    settled = Signal()

    def __init__(
        self,
        work: Work,
        now: Callable[[], datetime],
        collect: Callable[[], journal.NoteFields | None],
        draft: UUID,
        parent: QObject,
        *,
        corrects: UUID | None = None,
    ) -> None:
        """`collect`: what to keep, or None when there is nothing worth keeping."""
        super().__init__(parent)
        self._work, self._now, self._collect = work, now, collect
        self._draft, self._corrects = draft, corrects
        self._dirty = self._kept = False
        self._under_way = 0
        self.safety = Safety()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def waits(self) -> bool:
        """Something is not kept yet."""
        return self._dirty or self._under_way > 0

    def restored(self, at: datetime) -> None:
        """This draft lay in the store already."""
        self._kept = True
        self._say(Saving.RESTORED, at)

    def touch(self) -> None:
        self._dirty = True
        if self.safety.saving is not Saving.FAILED:
            self._say(Saving.WAITING)
        if not self._timer.isActive():
            self._timer.start(PAUSE_MS)

    def flush(self) -> None:
        """Keep it now. Asked for before the vault is locked, it is done before the vault closes."""
        self._timer.stop()
        if not self._dirty:
            return
        note = self._collect()
        if note is None and not self._kept:
            self._dirty = False
            self._say(Saving.NOTHING)
            return
        self._dirty = False
        self._under_way += 1
        if note is None:
            drop = partial(journal.discard_draft, id=self._draft)
            self._work.run(self, drop, lambda _: self._answered(kept=False), self._failed)
            return
        keep = partial(
            journal.save_draft, note=note, now=self._now(), id=self._draft, corrects=self._corrects
        )
        self._work.run(self, keep, lambda _: self._answered(kept=True), self._failed)

    def hand_over(self) -> None:
        """The last words before the vault is locked. If the disk refuses them, the worker holds them until it does not."""
        note = self._collect() if self.waits else None
        if note is None:
            self.flush()
            return
        self.stop()
        self._work.owed(
            partial(journal.save_draft, note=note, now=self._now(), id=self._draft, corrects=self._corrects)
        )

    def stop(self) -> None:
        """The note has become more than a draft, or is nothing at all: keep nothing of it any more."""
        self._timer.stop()
        self._dirty = False

    def _answered(self, *, kept: bool) -> None:
        self._under_way -= 1
        self._kept = kept
        if not self.waits:
            self._say(Saving.SAVED if kept else Saving.NOTHING, self._now())
            self.settled.emit()

    def _failed(self, error: FeltjournalError) -> None:
        self._under_way -= 1
        self._dirty = True
        self._timer.start(RETRY_MS)
        self._say(Saving.FAILED, error=error)
        self.settled.emit()

    def _say(self, saving: Saving, at: datetime | None = None, error: FeltjournalError | None = None) -> None:
        self.safety = Safety(saving, at, error)
        self.changed.emit(self.safety)
