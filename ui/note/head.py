"""Who, what kind, when, how long, where and whose words: prefilled, so that writing can come first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QDate, QEvent, QObject, Qt, QTime, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QDateEdit, QSpinBox, QTimeEdit, QWidget

from app.domain.journal import MINUTES_MAX, TITLE_MAX, NoteKind, Place, SourceOf
from ui.note import words
from ui.text import dates
from ui.theme import theme
from ui.widgets.boxes import column
from ui.widgets.field_group import FieldGroup
from ui.widgets.flow import Flow
from ui.widgets.note_edit import NoteEdit
from ui.widgets.picker import Picker
from ui.widgets.segments import Option, Segments
from ui.work import Work

_USUAL_MINUTES = {NoteKind.MEETING: 45}
_USUALLY, _STEP = 30, 5
_FRIDAY = 5


@dataclass(frozen=True, slots=True)
class Filled:
    """What the head says."""

    participant: UUID | None
    kind: NoteKind
    happened_at: datetime | None
    minutes: int | None
    place: Place | None
    source: SourceOf


class Head(QWidget):
    """`edited`: the writer changed something. `kind_chosen`, `source_chosen`: one of the two that others follow."""

    edited = Signal()
    kind_chosen = Signal()
    source_chosen = Signal()
    done = Signal()

    def __init__(self, work: Work, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._today = now.tzinfo, QDate(now.year, now.month, now.day)
        self._setting = self._minutes_chosen = self._place_chosen = False
        self.picker = Picker(self.tr("Kandidat"))
        self.kinds = Segments(
            self.tr("Type"), [Option(kind.value, text, icon) for kind, (text, icon) in words.kinds().items()]
        )
        self.date, self.time, self.minutes = _date(now), _time(now), _minutes(self.tr(" min"))
        self.minutes.setSpecialValueText(self.tr("Ikke angivet"))
        self.title = NoteEdit(work, words.fields()["title"], room=4 * TITLE_MAX, lines=1)
        self.title.setProperty("kind", "field")
        self.place = _combo(words.places())
        self.source = _combo(words.sources())
        self.groups = self._group()
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(theme().gap(3.5))
        self._second.addWidget(self.groups["title"], 1)
        self._second.addLayout(self._flow("place", "source"))
        first = self._flow("participant", "kind", "happened_at", "time", "minutes")
        box = column(self, gap=2.5)
        box.addLayout(first)
        box.addLayout(self._second)
        self._listen()
        self.show_kind(NoteKind.MEETING)

    def filled(self) -> Filled:
        day, clock = self.date.date(), self.time.time()
        at = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())  # noqa: DTZ001
        who, place = self.picker.chosen(), self.place.currentData()
        return Filled(
            participant=who if isinstance(who, UUID) else None,
            kind=self.kind(),
            happened_at=at.replace(tzinfo=self._zone) if self._zone else at.astimezone(),
            minutes=self.minutes.value() or None,
            place=Place(place) if place else None,
            source=SourceOf(self.source.currentData()),
        )

    def show_filled(self, filled: Filled, now: datetime) -> None:
        """Put in what a draft or an older note says; nothing of it is taken for the writer's own change."""
        self._setting = True
        self.show_kind(filled.kind)
        local = (filled.happened_at or now).astimezone(now.tzinfo)
        self.date.setDate(QDate(local.year, local.month, local.day))
        self.time.setTime(QTime(local.hour, local.minute))
        self.minutes.setValue(filled.minutes or 0)
        self.place.setCurrentIndex(self.place.findData(filled.place))
        self.source.setCurrentIndex(self.source.findData(filled.source))
        self._minutes_chosen = self._place_chosen = True
        self._setting = False

    def kind(self) -> NoteKind:
        return NoteKind(self.kinds.current())

    def show_kind(self, kind: NoteKind) -> None:
        self.kinds.choose(kind.value)
        self._prefill()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001
        way = QBoxLayout.Direction
        self._second.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def show_problem(self, field: str, text: str) -> None:
        """Words under the field they are about, and the focus in it; "" takes all of them away."""
        for name, group in self.groups.items():
            group.show_error(text if name == field else "")
        if text and field in self.groups:
            self.groups[field].field.setFocus()

    def lock_participant(self) -> None:
        """A correction stays with the person the note is about."""
        self.picker.setReadOnly(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The wheel scrolls the page; it never changes a value nobody is looking at."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _group(self) -> dict[str, FieldGroup]:
        made = {
            "participant": FieldGroup(self.tr("Kandidat"), self.picker),
            "kind": FieldGroup(self.tr("Type"), self.kinds),
            "happened_at": FieldGroup(self.tr("Dato"), self.date),
            "time": FieldGroup(self.tr("Klokken"), self.time),
            "minutes": FieldGroup(self.tr("Varighed"), self.minutes),
            "title": FieldGroup(self.tr("Overskrift"), self.title),
            "place": FieldGroup(self.tr("Sted"), self.place),
            "source": FieldGroup(self.tr("Hvor kommer det fra?"), self.source),
        }
        _wide_enough(self.picker, self.tr("Maximiliane Østergaard"))
        return made

    def _flow(self, *names: str) -> Flow:
        return Flow(*(self.groups[name] for name in names), gap=3.5, between=2.5)

    def _listen(self) -> None:
        self.picker.picked.connect(self._edit)
        self.picker.done.connect(self.done)
        self.kinds.chosen.connect(self._choose_kind)
        self.date.dateChanged.connect(self._edit)
        self.date.dateChanged.connect(self._mark_late)
        self.time.timeChanged.connect(self._edit)
        self.minutes.valueChanged.connect(self._edit)
        self.minutes.editingFinished.connect(self._choose_minutes)
        self.place.activated.connect(self._choose_place)
        self.place.currentIndexChanged.connect(self._edit)
        self.source.currentIndexChanged.connect(self._choose_source)
        for field in (self.date, self.time, self.minutes, self.place, self.source):
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self)

    def _mark_late(self) -> None:
        """Said while it is written, so that a slip of the date is seen."""
        day, today = self.date.date(), self._today
        weekdays = sum(day.addDays(n).dayOfWeek() <= _FRIDAY for n in range(1, min(day.daysTo(today), 9) + 1))
        self.groups["happened_at"].show_hint(self.tr("Mærkes som sent") if weekdays > 1 else "")

    def _edit(self) -> None:
        if not self._setting:
            self.edited.emit()

    def _choose_kind(self) -> None:
        self._prefill()
        self.kind_chosen.emit()
        self._edit()

    def _choose_minutes(self) -> None:
        self._minutes_chosen = True

    def _choose_place(self) -> None:
        self._place_chosen = True

    def _choose_source(self) -> None:
        self.source_chosen.emit()
        self._edit()

    def _prefill(self) -> None:
        """The usual length and place of the kind, as long as nobody has chosen others."""
        before, self._setting = self._setting, True
        if not self._minutes_chosen:
            self.minutes.setValue(_USUAL_MINUTES.get(self.kind(), _USUALLY))
        if not self._place_chosen:
            usual = Place.EMPLOYER if self.kind() is NoteKind.EMPLOYER else None
            self.place.setCurrentIndex(self.place.findData(usual))
        self._setting = before


def _date(now: datetime) -> QDateEdit:
    made = QDateEdit(QDate(now.year, now.month, now.day))
    made.setDateRange(*dates.OFFERED)
    made.setDisplayFormat(dates.pattern("ddd d. MMM yyyy"))
    made.setCalendarPopup(True)
    _wide_enough(made, "ons. 30. sept. 2026 00")
    return made


def _time(now: datetime) -> QTimeEdit:
    rounded = now - timedelta(minutes=now.minute % _STEP)
    made = QTimeEdit(QTime(rounded.hour, rounded.minute))
    made.setDisplayFormat(dates.pattern("HH.mm"))
    _indent(made)
    _wide_enough(made, "00.00")
    return made


def _minutes(suffix: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, MINUTES_MAX)
    made.setSingleStep(_STEP)
    made.setSuffix(suffix)
    _indent(made)
    _wide_enough(made, "Ikke angivet")
    return made


def _combo(choices: Mapping[Any, str]) -> QComboBox:
    made = QComboBox()
    for value, text in choices.items():
        made.addItem(text, value)
    return made


def _indent(made: QTimeEdit | QSpinBox) -> None:
    """A spin box without arrows forgets the padding of its style."""
    made.lineEdit().setTextMargins(theme().gap(2.5), 0, 0, 0)


def _wide_enough(field: QWidget, sample: str) -> None:
    field.ensurePolished()
    room = field.fontMetrics().horizontalAdvance(sample) + theme().gap(9)
    field.setFixedSize(room, theme().size("control") + 2 * theme().line("hair"))
