"""The moments at which nobody sits at the computer: suspend, the session's lock, a clock that has jumped.

On Linux logind says so, on Windows window messages do; a clock that has run on without the program is the backstop
wherever neither did. `Away` says what happened and holds up the suspend until `let_go`.
"""

from __future__ import annotations

import logging
import sys
import time
from typing import Any

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QCoreApplication,
    QObject,
    QTimer,
    Signal,
    Slot,
)

log = logging.getLogger(__name__)

SLEEP, SESSION, CLOCK = "sleep", "session", "clock"
_TICK_MS = 10_000
_JUMP = 60.0
_LOGIN = "org.freedesktop.login1"
_MANAGER = "/org/freedesktop/login1"

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT = 0x02B1, 0x2, 0x4
WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 0x6, 0x7
_LEAVES = frozenset({WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK})


def windows_reason(message: int, wparam: int) -> str | None:
    """What a window message of Windows says about somebody leaving; None for every other."""
    if message == WM_POWERBROADCAST and wparam == PBT_APMSUSPEND:
        return SLEEP
    return SESSION if message == WM_WTSSESSION_CHANGE and wparam in _LEAVES else None


def jumped(wall: float, steady: float) -> bool:
    """The wall clock has run on (or back) a minute more than the steady one: the computer has slept, or was set."""
    return abs(wall - steady) > _JUMP


class Away(QObject):
    """`gone(reason)`: `sleep`, `session` or `clock`. `window_id`: of the main window, for Windows' messages."""

    gone = Signal(str)

    def __init__(self, parent: QObject, window_id: int = 0) -> None:
        super().__init__(parent)
        self._clocks = (time.time(), time.monotonic())
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._look_at_clocks)
        self._timer.start()
        self._held: object = None
        self._filter: _Messages | None = None
        self._window_id = window_id

    def listen(self) -> None:
        """To the system's own messages, from now on; asking for them takes longer than the first paint may."""
        if sys.platform == "win32":
            self._filter = _Messages(self)
            QCoreApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr]
            _register_session(self._window_id)
        elif sys.platform.startswith("linux"):
            self._listen_to_logind()

    def let_go(self) -> None:
        """The vault is closed: the computer may sleep."""
        self._held = None

    def stop(self) -> None:
        self._timer.stop()
        self.let_go()
        if self._filter is not None:
            QCoreApplication.instance().removeNativeEventFilter(self._filter)  # type: ignore[union-attr]

    @Slot(bool)
    def prepare(self, falling_asleep: bool) -> None:  # noqa: FBT001 - logind's signal
        if falling_asleep:
            self.gone.emit(SLEEP)
        else:
            self._hold_up_sleep()

    @Slot()
    def session_locked(self) -> None:
        self.gone.emit(SESSION)

    def _look_at_clocks(self) -> None:
        before, self._clocks = self._clocks, (time.time(), time.monotonic())
        if jumped(self._clocks[0] - before[0], self._clocks[1] - before[1]):
            self.gone.emit(CLOCK)

    def _listen_to_logind(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            log.info("no system bus; only the clock tells of a suspend")
            return
        manager, session = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
        bus.connect(_LOGIN, _MANAGER, manager, "PrepareForSleep", self, _slot("prepare(bool)"))
        # Of any session: to lock once too often does no harm.
        bus.connect(_LOGIN, "", session, "Lock", self, _slot("session_locked()"))
        self._hold_up_sleep()

    def _hold_up_sleep(self) -> None:
        """logind waits some seconds for whoever holds this."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        asked = QDBusMessage.createMethodCall(_LOGIN, _MANAGER, f"{_LOGIN}.Manager", "Inhibit")
        asked.setArguments(["sleep", "Feltjournal", "Journalen låses", "delay"])
        answer = QDBusConnection.systemBus().call(asked).arguments()
        self._held = answer[0] if answer else None


class _Messages(QAbstractNativeEventFilter):
    """Windows' messages, before Qt sees them."""

    def __init__(self, away: Away) -> None:
        super().__init__()
        self._away = away

    def nativeEventFilter(self, kind: Any, message: Any) -> Any:  # noqa: N802
        if bytes(kind) in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
            from ctypes import wintypes

            told = wintypes.MSG.from_address(int(message))
            reason = windows_reason(told.message, told.wParam)
            if reason is not None:
                self._away.gone.emit(reason)
        return False, 0


def _slot(name: str) -> Any:
    """Declared as bytes, taken as text only."""
    return SLOT(name)


def _register_session(window_id: int) -> None:
    import ctypes

    ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0)  # type: ignore[attr-defined]
