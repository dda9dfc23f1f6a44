"""The settings that hold while the program runs. Policies are read again at each unlock and every 90 minutes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.policy import standing
from app.settings import Settings

_log = logging.getLogger(__name__)
EVERY_MINUTES = 90  # as often as Windows itself refreshes Group Policy


class InForce(QObject):
    """`changed` when the policies say something else than before; `value` is then already the new one.
    `chosen` when the user has decided on something that is the user's.

    `news`: something changed since the journal was last opened.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(
        self,
        first: Settings,
        read: Callable[[], Settings] | None = None,
        keep: Callable[..., Settings] | None = None,
    ) -> None:
        """`read`: what holds now; None where nothing can change. `keep(settings, **choice)`: keep the user's choice."""
        super().__init__()
        self.value = first
        self.news = False
        self._read, self._keep = read, keep
        standing.hold(first)
        self._tell_problems()
        if read is not None:
            every = QTimer(self, interval=EVERY_MINUTES * 60_000)
            every.timeout.connect(self.read_again)
            every.start()

    def read_again(self) -> None:
        if self._read is None:
            return
        found = self._read()
        if found != self.value:
            self.value = found
            self.news = True
            standing.hold(found)
            self._tell_problems()
            self.changed.emit()

    def choose(self, **choice: Any) -> None:
        """The user's own decision, which is no news and locks nothing: `chosen`."""
        if self._keep is not None:
            self.value = self._keep(self.value, **choice)
            self.chosen.emit()

    def opening(self) -> None:
        """The journal is about to be shown: it is to follow what holds now, and the news has been read."""
        self.read_again()
        self.news = False

    def _tell_problems(self) -> None:
        for problem in self.value.problems:
            _log.warning("policy not followed: %s %s %s", problem.layer, problem.name, problem.fault)
