"""A field that asks while one types.

    field = SearchField(self.tr("Søg i mine kandidater"), keys="Ctrl+F")
    field.asked.connect(self._search)          # after a short pause, at once on Enter, "" when emptied
    field.left_downwards.connect(list.setFocus)

Esc empties it; Down goes to what was found. `keys` is only shown; register the command yourself.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import theme
from ui.widgets.chip import KeyHint
from ui.widgets.glyph import Glyph

_PAUSE_MS = 120


class SearchField(QLineEdit):
    asked = Signal(str)
    left_downwards = Signal()

    def __init__(self, name: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self._glyph = Glyph("search", "muted", "iconSmall", self)
        self.setTextMargins(theme().size("iconSmall") + theme().gap(1.5), 0, 0, 0)
        self._hint = KeyHint(keys, self)
        self._hint.setVisible(bool(keys))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._last = ""
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._ask()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        hint = self._hint.sizeHint()
        glyph = self._glyph.sizeHint()
        self._glyph.resize(glyph)
        self._glyph.move(theme().gap(2.5), (self.height() - glyph.height()) // 2)
        self._hint.resize(hint)
        self._hint.move(self.width() - hint.width() - theme().gap(2), (self.height() - hint.height()) // 2)

    def _typed(self, text: str) -> None:
        self._hint.setVisible(bool(self._hint.text()) and not text)
        if text:
            self._pause.start()
        else:
            self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.asked.emit(self._last)
