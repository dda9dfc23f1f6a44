"""Nobody sits here any more: lock, see that every text is kept, and let the process go with all it remembers.

A lock by hand or by idleness closes the vault and keeps the program (one types the passphrase and goes on). Suspend,
the session's lock, a jump of the clock, and a quarter of an hour behind the lock do more: the process begins anew,
for only then is no copy of a key or a note left in memory. A text the disk would not take is never given up for that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from ui import relaunch
from ui.away import Away
from ui.window.main_window import MainWindow
from ui.work import Work

AFTER_LOCK_MS = 15 * 60_000
_LOOK_MS = 50


class Leaving(QObject):
    """`again`: the command that starts the program anew; None where it cannot, as in the demo, which only locks."""

    def __init__(
        self,
        window: MainWindow,
        work: Work,
        away: Away,
        again: Sequence[str] | None,
        *,
        replace: Callable[[Sequence[str]], None] = relaunch.replace,
    ) -> None:
        super().__init__(window)
        self._window, self._work, self._away, self._again, self._replace = window, work, away, again, replace
        self._remembers = False
        self._after = QTimer(self, singleShot=True, interval=AFTER_LOCK_MS)
        self._after.timeout.connect(self.leave)
        self._closing = QTimer(self, interval=_LOOK_MS)
        self._closing.timeout.connect(self._look)
        away.gone.connect(self.leave)
        work.unlocked.connect(self._opened)
        work.locked.connect(self._after.start)

    def leave(self, reason: str = "") -> None:
        """`reason`: why nobody is there; it makes no difference."""
        del reason
        self._window.lock()
        self._closing.start()

    def _opened(self) -> None:
        self._remembers = True
        self._after.stop()
        self._closing.stop()

    def _look(self) -> None:
        """Once the file is closed: begin anew, unless that would lose a text or there is nothing to forget."""
        if not self._work.is_closed:
            return
        self._closing.stop()
        if not self._remembers or self._work.owes or self._again is None:
            self._away.let_go()
            return
        self._work.stop()
        self._replace(self._again)
