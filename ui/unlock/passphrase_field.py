"""A field for a passphrase: shown on request, with a word when Caps Lock is on. Paste is allowed (WCAG 3.3.8)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.theme import theme
from ui.unlock.presenter import caps_lock_seems_on
from ui.widgets.field_group import FieldGroup


class PassphraseLine(QLineEdit):
    """The line itself with its eye; `caps_lock(bool)` when a letter shows how it is."""

    caps_lock = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhHiddenText | hints.ImhSensitiveData | hints.ImhNoPredictiveText)
        self._eye = QPushButton(self)
        self._eye.setProperty("kind", "glyph")
        self._eye.setCheckable(True)
        self._eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._eye.toggled.connect(self._show_letters)
        self._show_letters(shown=False)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            seems = caps_lock_seems_on(event.text(), shift=shift)
            if event.key() == Qt.Key.Key_CapsLock:
                self.caps_lock.emit(False)
            elif seems is not None:
                self.caps_lock.emit(seems)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        side = theme().size("controlSmall")
        self.setTextMargins(0, 0, side, 0)
        self._eye.setIconSize(theme().icon_size())
        self._eye.resize(side, side)
        self._eye.move(self.width() - side - theme().gap(1), (self.height() - side) // 2)

    def hide_letters(self) -> None:
        self._eye.setChecked(False)

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001
        name = self.tr("Skjul adgangskode") if shown else self.tr("Vis adgangskode")
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(theme().icon("eye-off" if shown else "eye", "muted"))
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(name)


class PassphraseField(FieldGroup):
    """`line.text()`; `submitted` on Enter. The hint below gives way to Caps Lock and to errors."""

    submitted = Signal()

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        self.line = PassphraseLine()
        super().__init__(name, self.line, hint, parent)
        self._usual = hint
        self._failed = ""
        self.line.returnPressed.connect(self.submitted)
        self.line.caps_lock.connect(self._caps_lock)

    def say(self, hint: str) -> None:
        """The usual word below the field."""
        self._usual = hint
        self.show_hint(hint)

    def fail(self, sentence: str) -> None:
        """The error stays until the text is changed; the text stays, chosen, so that typing replaces it."""
        self._failed = sentence
        self.show_error(sentence)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def clear(self) -> None:
        self.line.clear()
        self.line.hide_letters()
        self._failed = ""
        self.show_error("")

    def _caps_lock(self, on: bool) -> None:  # noqa: FBT001
        if self._failed:
            return
        self.show_hint(self.tr("Caps Lock er slået til.") if on else self._usual)
