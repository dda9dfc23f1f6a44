"""A page shows the store as it is, and reads it only for somebody who looks.

What is hidden waits: a page that is opened right after a change would else stand in the worker's queue behind pages
nobody sees.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from ui.work import Work

REST_MS = 500


class Fresh(QObject):
    """Calls `read` soon after `topics` have changed while `page` is seen, else when it is shown next.

    `behind`: what is read of a hidden page too, when the store has been left alone for `REST_MS`; a number in the rail
    stands on it. What is asked for or changed twice in one turn of the event loop is read once.
    """

    def __init__(
        self,
        page: QWidget,
        work: Work,
        topics: Changes,
        read: Callable[[], object],
        *,
        behind: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(page)
        self._page, self._topics, self._read = page, topics, read
        self._stale = True
        self._this_turn = QTimer(self, singleShot=True, interval=0)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_now)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._behind = behind
        self._rest.timeout.connect(self._read_behind)
        page.installEventFilter(self)
        work.changed.connect(self._on_changed)

    def read(self, *, other: bool = False) -> None:
        """Read, whatever is known. `other`: another day or choice than what this turn may have read already."""
        if other or not self._this_turn.isActive():
            self._read_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and self._stale:
            self.read()
        return super().eventFilter(watched, event)

    def _on_changed(self, changes: Changes) -> None:
        if not changes & self._topics:
            return
        self._stale = True
        self._this_turn.stop()
        if self._page.isVisible():
            self._soon.start()
        elif self._behind is not None:
            self._rest.start()

    def _read_behind(self) -> None:
        if self._behind is not None:
            self._behind()
        self._stale = self._behind != self._read

    def _read_now(self) -> None:
        self._stale = False
        self._soon.stop()
        self._rest.stop()
        self._this_turn.start()
        self._read()
