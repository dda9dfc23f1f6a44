"""A field with its name above and, when needed, a word about it below.

date = FieldGroup(self.tr("Dato"), QDateEdit())           # the name becomes the field's name for a screen reader
date.show_error(self.tr("Skriv en dato som 23.11.2026."))  # "" takes it away
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import column, restyle
from ui.widgets.labels import label, set_role


class FieldGroup(QWidget):
    def __init__(self, name: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        if not isinstance(field, QLineEdit):
            _mend(field)
        self._hint = hint
        title = label(name, "small")
        title.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(title.text().replace("&", ""))
        self._below = label(hint, "small", wrap=True)
        self._box = column(self, title, field, self._below, None, gap=0.75)
        self._below.setVisible(bool(hint))  # not before it has a parent: it would be a window of its own

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Not by a focus proxy: with one the nameless group around the field says that it has the focus too."""
        self.field.setFocus(reason)

    def show_error(self, text: str, *, quiet: bool = False, mild: bool = False) -> None:
        """`quiet`: the same error with another number, which nobody wants read out every second. `mild`: to be
        thought about, not wrong."""
        self._say(text or self._hint, "small" if not text else "warn" if mild else "stop")
        restyle(self.field, "invalid", bool(text) and not mild)
        if text and not quiet:
            announce.say(self.field, text)

    def show_act(self, button: QPushButton) -> None:
        """What can be done about the word below, right under it; next to the field in the order of Tab."""
        self._box.insertWidget(self._box.count() - 1, button, 0, Qt.AlignmentFlag.AlignLeft)
        QWidget.setTabOrder(self.field, button)

    def show_hint(self, text: str) -> None:
        self._hint = text
        self._say(text, "small")

    def _say(self, text: str, role: str) -> None:
        self._below.setText(text)
        set_role(self._below, role)
        self._below.setVisible(bool(text))
        self.field.setAccessibleDescription(text)


def _mend(field: QWidget) -> None:
    """What Qt's own choices lack; the locked screen has none, and does without their classes."""
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDateEdit

    if isinstance(field, QComboBox):  # its choices may come when it has been shown already
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    if isinstance(field, QAbstractSpinBox) and not isinstance(field, QDateEdit):
        # Qt keeps the padding of the style sheet from a field without arrows.
        field.lineEdit().setTextMargins(theme().gap(2), 0, 0, 0)
