"""Rings of Python objects are let go of in the GUI thread alone.

Python's collector runs in whichever thread happens to make one object too many. A worker that reads a text would then
destroy widgets that hang in a ring, while the GUI thread builds others: Qt forbids it, and a program stands still or
falls for it once in thousands of times. calibre, Anki and pyqtgraph do as this does. See ADR 026.

A whole collection takes 75 ms where a leader has 5,000 candidates open, and a key press may wait 16: it is put off while
somebody types.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from ui.idle import Idle

TICK_MS = 1_000
QUIET_MS = 2_000
_OLDEST = 2
_NO_LONGER = 10


class Collector(QObject):
    """From `start` on the collector runs here, between events, and nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idle = Idle(QUIET_MS / 60_000, self)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._look)

    def start(self) -> None:
        gc.disable()
        self._idle.start()
        self._tick.start()

    def stop(self) -> None:
        """Give it back to Python."""
        self._tick.stop()
        self._idle.stop()
        gc.enable()

    @property
    def at_work(self) -> bool:
        """Somebody has used a key or the mouse in the last two seconds."""
        return self._idle.waits

    def _look(self) -> None:
        if (due := generation_due(at_work=self.at_work)) is not None:
            gc.collect(due)


def generation_due(*, at_work: bool = False) -> int | None:
    """The oldest generation that is full by Python's own measure; it is collected with the younger ones.

    Python counts on while it may not collect. While somebody is `at_work` the oldest is let be until it is ten times full.
    """
    limits = list(gc.get_threshold())
    if at_work:
        limits[_OLDEST] *= _NO_LONGER
    full = [count > limit for count, limit in zip(gc.get_count(), limits, strict=True)]
    return max((generation for generation, is_full in enumerate(full) if is_full), default=None)
