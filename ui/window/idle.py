"""Notice that nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """`passed` fires once after `minutes` without a sign of life, or `hours` after `start` whatever is done.

    0 means never.
    """

    passed = Signal()

    def __init__(self, minutes: float, parent: QObject, *, hours: float = 0) -> None:
        super().__init__(parent)
        self._longest = QTimer(self, singleShot=True)
        self._longest.timeout.connect(self.passed)
        self._longest_milliseconds = round(hours * 3_600_000)
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be 5 % late
        self._timer.timeout.connect(self.passed)
        self._milliseconds = round(minutes * 60_000)

    def start(self) -> None:
        _app().installEventFilter(self)
        if self._milliseconds:
            self._timer.start(self._milliseconds)
        if self._longest_milliseconds:
            self._longest.start(self._longest_milliseconds)

    def stop(self) -> None:
        _app().removeEventFilter(self)
        self._timer.stop()
        self._longest.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _SIGNS_OF_LIFE and self._milliseconds:
            self._timer.start(self._milliseconds)
        return super().eventFilter(watched, event)


def _app() -> QCoreApplication:
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError
    return app
