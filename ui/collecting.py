"""Rings of Python objects are let go of in the GUI thread alone.

Python's collector runs in whichever thread happens to make one object too many. A worker that reads a text would then
destroy widgets that hang in a ring, while the GUI thread builds others: Qt forbids it, and a program stands still or
falls for it once in thousands of times. calibre, Anki and pyqtgraph do as this does. See ADR 026.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

TICK_MS = 1_000


class Collector(QObject):
    """From `start` on the collector runs here, between events, and nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(collect_what_is_due)

    def start(self) -> None:
        gc.disable()
        self._tick.start()

    def stop(self) -> None:
        """Give it back to Python."""
        self._tick.stop()
        gc.enable()


def collect_what_is_due() -> None:
    """The oldest generation that is full by Python's own measure, and with it the younger ones.

    Python counts on while it may not collect.
    """
    full = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    due = max((generation for generation, is_full in enumerate(full) if is_full), default=None)
    if due is not None:
        gc.collect(due)
