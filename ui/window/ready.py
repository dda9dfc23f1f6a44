"""What happens when the window has been painted for the first time: a benchmark is told, the pages are fetched."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_BETWEEN_MS = 20


class FirstPaint(QObject):
    """`painted` once, when `window` has drawn itself; and makes the empty file `file`, if one is given."""

    painted = Signal()

    def __init__(self, window: QWidget, file: Path | None = None) -> None:
        super().__init__(window)
        self._file = file
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if self._file is not None:
            self._file.touch()
        self.painted.emit()


class Fetching(QObject):
    """Imports `modules` one by one while the passphrase is being typed, so that unlocking finds them there."""

    def __init__(self, modules: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(modules)
        self._timer = QTimer(self, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        self._timer.start()

    def _next(self) -> None:
        if not self._left:
            self._timer.stop()
            return
        import_module(self._left.pop(0))
