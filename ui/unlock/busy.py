"""A button that says what it is doing, once that takes longer than one notices."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from ui.widgets import announce
from ui.widgets.boxes import column

_NOTICED_MS = 300


class BusyButton(QWidget):
    """`pressed` while idle; `start()` and `stop()` around the work; `hold(sentence)` keeps it from being pressed."""

    pressed = Signal()

    def __init__(self, text: str, working: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._working, self._held = text, working, False
        self.button = QPushButton(text)
        self.button.setProperty("kind", "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self.pressed)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(working)
        keep = self._bar.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keep)
        self._bar.hide()
        column(self, self.button, self._bar, gap=1.5)
        self._soon = QTimer(self, singleShot=True, interval=_NOTICED_MS)
        self._soon.timeout.connect(self._show_work)

    def start(self) -> None:
        self.button.setEnabled(False)
        self._soon.start()

    def say(self, working: str) -> None:
        """What it has come to; something that is worth a word takes longer than one notices."""
        self._working = working
        self._bar.setAccessibleName(working)
        self._soon.stop()
        self._show_work()

    def stop(self) -> None:
        self._soon.stop()
        self._bar.hide()
        self.button.setText(self._text)
        self.button.setEnabled(not self._held)

    def hold(self, held: bool) -> None:  # noqa: FBT001
        self._held = held
        if not self._soon.isActive() and self._bar.isHidden():
            self.button.setEnabled(not held)

    def _show_work(self) -> None:
        self.button.setText(self._working)
        self._bar.show()
        announce.say(self, self._working)
