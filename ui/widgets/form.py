"""A small form in a dialog: fields with names above, a word below the one that is wrong, one deliberate act.

    form = Form(self.tr("Ny aftale"), self.tr("Gem aftalen"), parent)
    title = form.text("title", self.tr("Hvad"))                 # QLineEdit
    kind = form.choice("kind", self.tr("Type"), ((code, words), …))
    form.beside("title", "kind")                                 # on one line, where there is room
    form.asked.connect(lambda: …)                                # Ctrl+Enter or the button; form.accept() when stored
    form.wait()                                                  # a second press asks nothing until there is an answer
    form.show_wrong("title", self.tr("Skal udfyldes."))
    form_answer.settle(form, outcome, stored)                    # what a use case said, under the right field

Esc closes it. What was typed stays until `accept()`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QDate, QPoint, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from app.policy import standing
from ui.text import dates
from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.field_group import FieldGroup
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.picker import Picker

_FOLD = "fold"  # of a time that the clock shows twice in October: which of the two it is
_ROOM = 10  # for what the guard may have to say under a field


@runtime_checkable
class _ChoosesFromList(Protocol):
    """A field where words that name none of its choices must not pass for no choice at all."""

    def is_answered(self) -> bool: ...


class Form(QDialog):
    asked = Signal()

    def __init__(self, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Feltjournal")
        self.setAccessibleName(title)
        self.setModal(True)
        self._waiting, self._start = False, ""
        self.given: dict[str, str] = {}
        self.groups: dict[str, FieldGroup] = {}
        self.kept: frozenset[str] = frozenset()
        self._keep = QPushButton(self.tr("Behold – hverdagssprog"), self)
        self._keep.setProperty("kind", "small")
        self._keep.setVisible(False)
        self._keepable: frozenset[str] = frozenset()
        self._keep.clicked.connect(self._keep_it)
        body = self._body = QWidget()
        self._fields = column(body, gap=3)
        self._below = label("", "stop", wrap=True)
        self._below.setVisible(False)
        self._cancel, self._go = QPushButton(self.tr("Annuller")), QPushButton(act)
        self._go.setProperty("kind", "primary")
        self._go.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        if parent is not None:
            self.finished.connect(parent.window().activateWindow)  # not every desktop does that by itself
        self._go.clicked.connect(self._ask)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._ask)
        whole = column(self, margins=(6, 5, 6, 5), gap=4)
        whole.addWidget(label(title, "title"))
        self._wrong: FieldGroup | None = None
        self._scroll = scrolled(body)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._reveal)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._below)
        whole.addLayout(row(None, self._cancel, self._go, gap=2.5))
        self.fit(theme().size("card"), theme().size("cardWide"))

    def fit(self, width: int, height: int) -> None:
        """As large as asked for, and never larger than the window it stands over."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(width, height)
        self.resize(QSize(width, height).boundedTo(room))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """No higher than what is asked, so that a short question is a small window."""
        super().showEvent(event)
        body = self._body
        wide = self._scroll.viewport().width()
        wanted = body.heightForWidth(wide) if body.hasHeightForWidth() else body.sizeHint().height()
        spare = self._scroll.viewport().height() - wanted - theme().gap(_ROOM)
        if spare > 0:
            self.resize(self.width(), max(self.height() - spare, self.minimumSizeHint().height()))

    def field(self, id: str, name: str, widget: QWidget, hint: str = "") -> None:
        group = FieldGroup(name, widget, hint)
        self.groups[id] = group
        self._fields.addWidget(group)

    def show_widget(self, widget: QWidget) -> None:
        """Something to be read, between the fields."""
        self._fields.addWidget(widget)

    def text(self, id: str, name: str, value: str = "", hint: str = "") -> QLineEdit:
        made = QLineEdit(value)
        self.field(id, name, made, hint)
        return made

    def long_text(self, id: str, name: str, value: str = "", hint: str = "") -> QPlainTextEdit:
        made = QPlainTextEdit(value)
        made.setTabChangesFocus(True)
        made.setProperty("kind", "field")
        made.setFixedHeight(theme().size("control") * 3)
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
        made.setDateRange(*dates.OFFERED)
        made.setDisplayFormat(dates.pattern("dd.MM.yyyy"))
        self.field(id, name, made)
        return made

    def clock(self, id: str, name: str, value: datetime) -> QTimeEdit:
        made = QTimeEdit(QTime(value.hour, value.minute))
        made.setDisplayFormat(dates.pattern("HH.mm"))
        made.setProperty(_FOLD, value.fold)
        self.field(id, name, made)
        return made

    def minutes(self, id: str, name: str, value: int) -> QSpinBox:
        made = QSpinBox()
        made.setRange(0, 24 * 60)
        made.setSingleStep(5)
        made.setSuffix(self.tr(" min"))
        made.setValue(value)
        self.field(id, name, made)
        return made

    def only_closes(self) -> None:
        """Nothing is asked, so there is nothing to call off."""
        self._cancel.setVisible(False)

    def below(self, *widgets: QWidget) -> None:
        """What stands among the fields and is none."""
        for widget in widgets:
            self._fields.addWidget(widget)

    def beside(self, *ids: str) -> None:
        """Fields on one line, in the order of Tab."""
        line = Flow(gap=3, between=3, even=True)
        for id in ids:
            self._fields.removeWidget(self.groups[id])
            line.addWidget(self.groups[id])
        self._fields.addLayout(line)

    def words(self) -> dict[str, str]:
        """What stands in the fields for words."""
        found = {id: group.field for id, group in self.groups.items()}
        lines = {id: field.text() for id, field in found.items() if isinstance(field, QLineEdit)}
        return lines | {id: f.toPlainText() for id, f in found.items() if isinstance(f, QPlainTextEdit)}

    def choices(self) -> dict[str, str]:
        """What stands in the other fields, as text."""
        found = {id: group.field for id, group in self.groups.items()}
        return {id: said for id, field in found.items() if (said := _chosen(field))}

    def restore(self, words: Mapping[str, str], choices: Mapping[str, str]) -> None:
        """A form that was begun before; what does not fit any more is passed over."""
        for id, text in words.items():
            field = self.groups[id].field if id in self.groups else None
            if isinstance(field, Picker):
                field.show_words(text)
            elif isinstance(field, QLineEdit):
                field.setText(text)
            elif isinstance(field, QPlainTextEdit):
                field.setPlainText(text)
        for id, text in choices.items():
            if id in self.groups:
                _choose(self.groups[id].field, text)

    def wait(self, texts: Mapping[str, str] | None = None) -> None:
        """The answer is on its way. It will speak of the words as they are now (`given`), whatever is typed meanwhile."""
        self._waiting = True
        self.given = dict(self.words() if texts is None else texts)

    def start_at(self, id: str) -> None:
        """Where the writing begins, when what comes before it is filled in already."""
        self._start = id

    def finish(self) -> None:
        """No more fields: the first, or the one to start at, gets the focus."""
        self._fields.addStretch(1)
        first = self.groups.get(self._start) or next(iter(self.groups.values()), None)
        if first is not None:
            first.field.setFocus()

    def show_wrong(self, id: str, words: str, *, mild: bool = False) -> None:
        """A word under one field, or under all of them when the field is not here. `mild`: to be thought about."""
        self.show_right()
        if id in self.groups:
            self.groups[id].show_error(words, mild=mild)
            self.groups[id].field.setFocus()
            self._wrong = self.groups[id]
            self._reveal()
        else:
            self._below.setText(words)
            self._below.setVisible(True)
            announce.say(self, words, urgent=True)

    def _reveal(self) -> None:
        """What is wrong stands under the field: with large text that may be below what is shown."""
        if (group := self._wrong) is None:
            return
        bar, top = self._scroll.verticalScrollBar(), group.mapTo(self._body, QPoint(0, 0)).y()
        bar.setValue(min(top, max(bar.value(), top + group.height() - self._scroll.viewport().height())))

    def show_held(self, id: str, words: str, keepable: frozenset[str]) -> None:
        """The guard holds a field. `keepable`: categories one press may keep; empty when it is a stop."""
        self.show_wrong(id, words, mild=bool(keepable))
        keepable = keepable if standing.guard_overrides() else frozenset()
        self._keepable = keepable
        if id in self.groups:
            self.groups[id].show_act(self._keep)
        self._keep.setVisible(bool(keepable))

    def show_right(self) -> None:
        """Nothing is wrong any more, and it may be asked again."""
        self._waiting, self._wrong = False, None
        for group in self.groups.values():
            group.show_error("")
        self._below.setVisible(False)
        self._keep.setVisible(False)

    def _keep_it(self) -> None:
        self.kept |= self._keepable
        self._ask()

    def _ask(self) -> None:
        if self._waiting:
            return
        for id, group in self.groups.items():
            if isinstance(group.field, _ChoosesFromList) and not group.field.is_answered():
                words = self.tr("Navnet er ikke i listen. Vælg et derfra, eller slet det, du har skrevet.")
                self.show_wrong(id, words)
                return
        self.asked.emit()


def _chosen(field: QWidget) -> str:
    match field:
        case QComboBox():
            return str(field.currentData() or "")
        case QDateEdit():
            return field.date().toString(Qt.DateFormat.ISODate)
        case QTimeEdit():
            return field.time().toString(Qt.DateFormat.ISODate)
        case QSpinBox() | QDoubleSpinBox():
            return str(field.value())
        case QCheckBox():
            return str(int(field.isChecked()))
        case _:
            return ""


def _choose(field: QWidget, text: str) -> None:
    match field:
        case QComboBox() if (at := field.findData(text)) >= 0:
            field.setCurrentIndex(at)
        case QDateEdit() if (day := QDate.fromString(text, Qt.DateFormat.ISODate)).isValid():
            field.setDate(day)
        case QTimeEdit() if (clock := QTime.fromString(text, Qt.DateFormat.ISODate)).isValid():
            field.setTime(clock)
        case QSpinBox() if text.isdigit():
            field.setValue(int(text))
        case QDoubleSpinBox() if text.replace(".", "", 1).isdigit():
            field.setValue(float(text))
        case QCheckBox():
            field.setChecked(text == "1")
        case _:
            pass


def chosen_day(field: QDateEdit) -> date:
    at = field.date()
    return date(at.year(), at.month(), at.day())


def chosen_moment(day: QDateEdit, clock: QTimeEdit, now: datetime) -> datetime:
    """The moment two fields name, in the zone `now` is shown in."""
    at, fold = clock.time(), int(clock.property(_FOLD) or 0)
    return dates.moment_of(chosen_day(day), time(at.hour(), at.minute(), fold=fold), now)
