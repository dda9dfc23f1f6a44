"""A small form in a dialog: fields with names above, a word below the one that is wrong, one deliberate act.

    form = Form(self.tr("Ny aftale"), self.tr("Gem aftalen"), parent)
    title = form.text("title", self.tr("Hvad"))                 # QLineEdit
    kind = form.choice("kind", self.tr("Type"), ((code, words), …))
    form.asked.connect(lambda: …)                                # Ctrl+Enter or the button; form.accept() when stored
    form.show_wrong("title", self.tr("Skal udfyldes."))
    form_answer.settle(form, outcome, stored)                    # what a use case said, under the right field

Esc closes it. What was typed stays until `accept()`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QSize, QTime, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from ui.theme import theme
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.field_group import FieldGroup
from ui.widgets.labels import label


class Form(QDialog):
    asked = Signal()

    def __init__(self, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Feltjournal")
        self.setAccessibleName(title)
        self.setModal(True)
        self.groups: dict[str, FieldGroup] = {}
        self.kept: frozenset[str] = frozenset()
        self._keep = QPushButton(self.tr("Behold – hverdagssprog"))
        self._keep.setProperty("kind", "small")
        self._keep.setVisible(False)
        self._keepable: frozenset[str] = frozenset()
        self._keep.clicked.connect(self._keep_it)
        body = QWidget()
        self._fields = column(body, gap=3)
        self._below = label("", "stop", wrap=True)
        self._below.setVisible(False)
        cancel, self._go = QPushButton(self.tr("Annuller")), QPushButton(act)
        self._go.setProperty("kind", "primary")
        self._go.setDefault(True)
        cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self.asked)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.asked)
        whole = column(self, margins=(6, 5, 6, 5), gap=4)
        whole.addWidget(label(title, "title"))
        whole.addWidget(scrolled(body), 1)
        whole.addWidget(self._below)
        whole.addLayout(row(self._keep, None, cancel, self._go, gap=2.5))
        self.fit(theme().size("card"), theme().size("cardWide"))

    def fit(self, width: int, height: int) -> None:
        """As large as asked for, and never larger than the window it stands over."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(width, height)
        self.resize(QSize(width, height).boundedTo(room))

    def field(self, id: str, name: str, widget: QWidget, hint: str = "") -> None:
        group = FieldGroup(name, widget, hint)
        self.groups[id] = group
        self._fields.addWidget(group)

    def text(self, id: str, name: str, value: str = "", hint: str = "") -> QLineEdit:
        made = QLineEdit(value)
        self.field(id, name, made, hint)
        return made

    def long_text(self, id: str, name: str, value: str = "", hint: str = "") -> QPlainTextEdit:
        made = QPlainTextEdit(value)
        made.setTabChangesFocus(True)
        made.setProperty("kind", "field")
        made.setMinimumHeight(theme().size("control") * 3)
        self.field(id, name, made, hint)
        return made

    def choice(self, id: str, name: str, options: Sequence[tuple[str, str]], value: str = "") -> QComboBox:
        made = QComboBox()
        for code, words in options:
            made.addItem(words, code)
        if value:
            made.setCurrentIndex(max(made.findData(value), 0))
        self.field(id, name, made)
        return made

    def day(self, id: str, name: str, value: date) -> QDateEdit:
        made = QDateEdit(QDate(value.year, value.month, value.day))
        made.setCalendarPopup(True)
        made.setDisplayFormat("dd.MM.yyyy")
        self.field(id, name, made)
        return made

    def clock(self, id: str, name: str, value: datetime) -> QTimeEdit:
        made = QTimeEdit(QTime(value.hour, value.minute))
        made.setDisplayFormat("HH.mm")
        _indent(made)
        self.field(id, name, made)
        return made

    def minutes(self, id: str, name: str, value: int) -> QSpinBox:
        made = QSpinBox()
        made.setRange(0, 24 * 60)
        made.setSingleStep(5)
        made.setSuffix(self.tr(" min"))
        made.setValue(value)
        _indent(made)
        self.field(id, name, made)
        return made

    def finish(self) -> None:
        """No more fields: the first gets the focus."""
        self._fields.addStretch(1)
        first = next(iter(self.groups.values()), None)
        if first is not None:
            first.field.setFocus()

    def show_wrong(self, id: str, words: str) -> None:
        """A word under one field, or under all of them when the field is not here."""
        self.show_right()
        if id in self.groups:
            self.groups[id].show_error(words)
            self.groups[id].field.setFocus()
        else:
            self._below.setText(words)
            self._below.setVisible(True)

    def show_held(self, id: str, words: str, keepable: frozenset[str]) -> None:
        """The guard holds a field. `keepable`: categories one press may keep; empty when it is a stop."""
        self.show_wrong(id, words)
        self._keepable = keepable
        self._keep.setVisible(bool(keepable))

    def show_right(self) -> None:
        for group in self.groups.values():
            group.show_error("")
        self._below.setVisible(False)
        self._keep.setVisible(False)

    def _keep_it(self) -> None:
        self.kept |= self._keepable
        self.asked.emit()


def _indent(field: QAbstractSpinBox) -> None:
    """Qt keeps the padding of the style sheet from a field without arrows."""
    field.lineEdit().setTextMargins(theme().gap(2), 0, 0, 0)


def chosen_day(field: QDateEdit) -> date:
    at = field.date()
    return date(at.year(), at.month(), at.day())


def chosen_moment(day: QDateEdit, clock: QTimeEdit) -> datetime:
    """The local moment the two fields name, aware."""
    at = QDateTime(day.date(), clock.time())
    return datetime.fromtimestamp(at.toSecsSinceEpoch()).astimezone()
