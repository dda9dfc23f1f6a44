"""A short message at the foot of a window, with Fortryd where an act can be taken back.

    toast = Toast(window)                                     # floats over `window`, one for each
    toast.show_text(self.tr("Ført i journalen."), undo=self._take_back)

It is also said to a screen reader. It waits while the pointer or the focus is on it, and Esc closes it; the
focus goes back to where it came from.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget
from shiboken6 import isValid

from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import row_in
from ui.widgets.labels import label

SECONDS = 8
SECONDS_TO_UNDO = 30


class Toast(QFrame):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("surface", "toast")
        self.setAccessibleName(self.tr("Besked"))
        self._text = label("", "toast", wrap=True)
        self._undo = QPushButton(self.tr("Fortryd"))
        self._undo.setProperty("kind", "toast")
        self._undo.clicked.connect(self._take_back)
        self._close = QPushButton()
        self._close.setProperty("kind", "rail")
        self._close.setIcon(theme().icon("x", "railText"))
        self._close.setIconSize(theme().icon_size("iconSmall"))
        self._close.setAccessibleName(self.tr("Luk beskeden"))
        self._close.setToolTip(self.tr("Luk beskeden"))
        self._close.clicked.connect(self._go_away)
        self._box = row_in(self, margins=(4, 2.5, 2.5, 2.5), gap=3)
        self._box.addWidget(self._text, 1)
        self._box.addWidget(self._undo)
        self._box.addWidget(self._close)
        self._act: Callable[[], object] | None = None
        self._before: QWidget | None = None
        self._left = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_is_up)
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
        self.hide()

    def show_text(self, text: str, undo: Callable[[], object] | None = None, *, urgent: bool = False) -> None:
        self._act = undo
        self._text.setText(text)
        self._undo.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start((SECONDS_TO_UNDO if undo else SECONDS) * 1000)
        announce.say(self, text, urgent=urgent)

    def undo(self) -> bool:
        """Take back what the toast offers to take back; False if it offers nothing (Ctrl+Z asks this)."""
        if self.isHidden() or self._act is None:
            return False
        self._take_back()
        return True

    def text(self) -> str:
        return self._text.text()

    def forget(self) -> None:
        """Empty it, as when the program is locked."""
        self._act = None
        self._text.clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._left = max(self._timer.remainingTime(), SECONDS * 1000)
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._timer.start(self._left)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self._go_away()
        else:
            super().keyPressEvent(event)

    def _take_back(self) -> None:
        act, self._act = self._act, None
        self._go_away()
        if act is not None:
            act()

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now) and not (before and self.isAncestorOf(before)):
            self._before = before

    def _go_away(self) -> None:
        """Qt would give the focus to the first button of the window. What it could take back is let go of."""
        before, self._before = self._before, None
        self._act = None
        ours = self._undo.hasFocus() or self._close.hasFocus()
        if ours and before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        self.hide()

    def _time_is_up(self) -> None:
        if self._undo.hasFocus() or self._close.hasFocus():
            self._timer.start(SECONDS * 1000)
        else:
            self.forget()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        room = window.width() - 2 * theme().gap(6)
        width = min(theme().size("toast"), room)
        height = max(self._box.totalHeightForWidth(width), self.sizeHint().height())
        self.resize(width, height)
        self.move((window.width() - width) // 2, window.height() - height - theme().gap(12))
