"""The privacy screen: nothing of the journal is shown, said or reachable until a key is pressed. It is no lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget
from shiboken6 import isValid

from ui.widgets.boxes import column
from ui.widgets.empty_state import EmptyState

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class Cover(QPushButton):
    """`lifted`: a key or a press. It takes every key itself, so that no shortcut opens anything over it."""

    lifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cover")
        words, step = self.tr("Skærmen er dækket."), self.tr("Tryk på en tast for at fortsætte.")
        column(self, EmptyState("eye-off", words, step))
        self.setAccessibleName(f"{words} {step}")
        self.clicked.connect(self.lifted)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() not in _MODIFIERS:
            self.lifted.emit()


class Covering(QObject):
    """Puts the cover over `window` and hides its menu, its pages and its other windows, and brings all of it back."""

    def __init__(self, window: QMainWindow, others: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(window)
        self._window, self._others = window, others
        self._cover: Cover | None = None
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        window.installEventFilter(self)

    def cover(self) -> None:
        if self._cover is not None:
            return
        self._focus = QApplication.focusWidget()
        parts = (self._window.menuBar(), self._window.centralWidget(), *self._others())
        self._hidden = [part for part in parts if part is not None and part.isVisible()]
        made = self._cover = Cover(self._window)
        for part in self._hidden:
            part.hide()
        made.lifted.connect(self.lift)
        made.setGeometry(self._window.rect())
        made.show()
        self._window.activateWindow()
        made.setFocus()

    def lift(self) -> None:
        """Everything is where it was, the focus too. Nothing happens when nothing is covered."""
        cover, self._cover = self._cover, None
        if cover is None:
            return
        cover.hide()
        cover.deleteLater()
        for part in self._hidden:
            if isValid(part):
                part.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.window().activateWindow()
            self._focus.setFocus()
        self._hidden, self._focus = [], None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if self._cover is not None and event.type() == QEvent.Type.Resize:
            self._cover.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)
