"""Notice that nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

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

    0 means never. It listens at the windows, not at the program: a filter written in Python on every event of every
    widget costs as much as building a page does.
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
        self._listens = False

    def start(self) -> None:
        if self._longest_milliseconds:
            self._longest.start(self._longest_milliseconds)
        if not self._milliseconds:
            return
        app = _app()
        for window in app.allWindows():
            self._listen(window)
        if not self._listens:
            app.focusWindowChanged.connect(self._listen)
            self._listens = True
        self._timer.start(self._milliseconds)

    @property
    def waits(self) -> bool:
        """Somebody has been here within the time."""
        return self._timer.isActive()

    def wait(self, minutes: float) -> None:
        """So long from now on."""
        self._milliseconds = round(minutes * 60_000)
        if self._timer.isActive():
            self._timer.start(self._milliseconds)

    def stop(self) -> None:
        app = _app()
        for window in app.allWindows():
            window.removeEventFilter(self)
        if self._listens:
            app.focusWindowChanged.disconnect(self._listen)
            self._listens = False
        self._timer.stop()
        self._longest.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _SIGNS_OF_LIFE:
            self._timer.start(self._milliseconds)
        return super().eventFilter(watched, event)

    def _listen(self, window: QWindow | None) -> None:
        """Every window the keyboard comes to, once."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise TypeError(app)
    return app
