"""Tells a benchmark or a test that the window has been painted for the first time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Makes the empty file `file` when `window` has drawn itself."""

    def __init__(self, window: QWidget, file: Path) -> None:
        super().__init__(window)
        self._file = file
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._file.touch)
        return super().eventFilter(watched, event)
