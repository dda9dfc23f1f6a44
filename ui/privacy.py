"""What may leave the window by copying or by a picture of the screen, as the policy says."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ui.policy import InForce

_EXCLUDE_FROM_CAPTURE, _NONE = 0x11, 0x0


class Keeper(QObject):
    """Takes back what was copied, and asks the system to show the windows black in pictures of the screen.

    `capture(window id, allowed)`: the system's call; None where the system has none.
    """

    def __init__(
        self, held: InForce, capture: Callable[[int, bool], object] | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._held, self._capture = held, capture
        QGuiApplication.clipboard().changed.connect(self._changed)
        held.changed.connect(self._protect_all)
        app = QApplication.instance()
        if capture is not None and app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._protect(watched)
        return super().eventFilter(watched, event)

    def _protect_all(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._protect(window)

    def _protect(self, window: QWidget) -> None:
        if self._capture is not None:
            self._capture(int(window.winId()), self._held.value.allow_screenshots)

    def _changed(self, mode: QClipboard.Mode) -> None:
        """Also for the selection that X11 pastes with the middle button. What others put there is theirs."""
        board = QGuiApplication.clipboard()
        owned = board.ownsClipboard() if mode is QClipboard.Mode.Clipboard else board.ownsSelection()
        # Without a screen there is no clipboard to share, and Qt claims to own none.
        ours = owned or QGuiApplication.platformName() == "offscreen"
        if ours and not self._held.value.allow_clipboard and board.text(mode):
            board.clear(mode)


def keep(window: QObject, held: InForce) -> Keeper:
    """The window's one keeper."""
    return window.findChild(Keeper) or Keeper(
        held, _windows_capture if sys.platform == "win32" else None, window
    )


def _windows_capture(window: int, allowed: bool) -> None:  # noqa: FBT001
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.SetWindowDisplayAffinity(window, _NONE if allowed else _EXCLUDE_FROM_CAPTURE)
