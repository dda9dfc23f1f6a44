"""Kalender: one's own week, month or list, and the time log of the week."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.domain.changes import Topic
from app.domain.participant import Step
from app.domain.time_log import Absence, Proposal, TimeEntry
from app.services import agenda, time_log
from app.services.agenda import Day
from app.services.time_log import TimePage
from ui.agenda import acts
from ui.agenda import forms as agenda_forms
from ui.calendar import forms, view
from ui.calendar.month import Month
from ui.commands import Command
from ui.desk import Desk
from ui.text import dates
from ui.widgets.boxes import column, scrolled
from ui.widgets.flow import Flow
from ui.widgets.fresh import Fresh
from ui.widgets.labels import label
from ui.widgets.parts import Parts
from ui.widgets.segments import Option, Segments

WEEK, MONTH, LIST, TIME = "week", "month", "list", "time"
_MINE = frozenset({Topic.CALENDAR, Topic.TIME, Topic.JOURNAL, Topic.EMPLOYERS, Topic.WORK})
_AHEAD = timedelta(days=60)


class CalendarPage(QWidget):
    """`arrive` takes None, a day, or "time" for the time log."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._on = self._today = desk.now().date()
        self._days: tuple[Day, ...] = ()
        self._time: TimePage | None = None
        self._register()
        self.modes = Segments(
            self.tr("Vis"),
            (Option(WEEK, self.tr("&Uge")), Option(MONTH, self.tr("&Måned")), Option(LIST, self.tr("&Liste")), Option(TIME, self.tr("&Tid"))),
        )  # fmt: skip
        self.title = label("", "h1")
        self.parts, self.month = Parts(self.tr("Kalender")), Month()
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self.parts))
        self._stack.addWidget(self.month)
        self._lay_out()
        self.modes.chosen.connect(self.reload)
        self.month.chosen.connect(self._into)
        self.parts.opened.connect(self._open)
        self.parts.ticked.connect(self._tick)
        self.parts.postponed.connect(self._postpone)
        self.parts.asked.connect(self._act)
        self._fresh = Fresh(self, desk.work, _MINE, self.reload)
        self._fresh.read()

    def arrive(self, target: object) -> None:
        before = self._on, self.modes.current()
        self._follow_today()
        if isinstance(target, date):
            self._on = target
        elif target == TIME:
            self.modes.choose(TIME)
        self._fresh.read(other=(self._on, self.modes.current()) != before)
        self.modes.setFocus()

    def _follow_today(self) -> None:
        """Midnight has passed in an open window: who looked at today looks at today still."""
        before, self._today = self._today, self._desk.now().date()
        if self._on == before:
            self._on = self._today

    def place(self) -> object:
        return self._on

    def reload(self) -> None:
        now, mode = self._desk.now(), self.modes.current()
        first, last = self._span(mode)
        self.title.setText(
            self.tr("Kommende aftaler") if mode == LIST else view.title(first, last, month=mode == MONTH)
        )
        for button in self._turns:
            button.setVisible(mode != LIST)
        if mode == TIME:
            self._desk.work.latest(
                self,
                "page",
                lambda v: (time_log.days(v, first, last, now=now), agenda.days(v, first, last, now=now)),
                self._show_time,
            )
        else:
            self._desk.work.latest(
                self, "page", lambda v: agenda.days(v, first, last, now=now), self._show_days
            )

    def _span(self, mode: str) -> tuple[date, date]:
        if mode == MONTH:
            return agenda.month_of(self._on)
        if mode == LIST:
            return self._desk.now().date(), self._desk.now().date() + _AHEAD
        return agenda.week_of(self._on)

    def _show_days(self, days: tuple[Day, ...]) -> None:
        now, mode = self._desk.now(), self.modes.current()
        self._days = days
        self._stack.setCurrentIndex(1 if mode == MONTH else 0)
        if mode == MONTH:
            self.month.show_days(days, self._on, now)
        else:
            self.parts.show_parts(view.agenda(days, now) if mode == LIST else view.week(days, now))

    def _show_time(self, found: tuple[TimePage, tuple[Day, ...]]) -> None:
        """The appointments of the days too: they can be repeated and written to a file from here."""
        page, self._days = found
        self._time = page
        self._stack.setCurrentIndex(0)
        self.parts.show_parts(view.time_log(page, self._desk.now()))

    def _register(self) -> None:
        here, turns = self.isVisible, self._has_turns
        self._desk.commands.add(
            Command("calendar.new", self.tr("Ny &egen aftale"), self._new, (), "calendar-plus", "go", here),
            Command("calendar.repeat", self.tr("&Gentag en aftale"), self._repeat, (), "refresh-cw", "go", here),
            Command("calendar.before", self.tr("&Forrige uge eller måned"), partial(self._move, -1), ("Alt+PgUp",), "chevron-left", "go", turns),
            Command("calendar.next", self.tr("&Næste uge eller måned"), partial(self._move, 1), ("Alt+PgDown",), "chevron-right", "go", turns),
            Command("calendar.today", self.tr("Til i &dag"), self._to_today, ("Alt+Home",), "calendar-days", "go", turns),
            Command("calendar.time", self.tr("&Overtag noteret tid"), self._accept_all, ("Ctrl+Shift+U",), "timer", "go", here),
            Command("calendar.ics", self.tr("Gem kalender uden &navne (.ics)"), self._export, (), "download", "go", lambda: here() and self._desk.settings.allow_export),
            owner=self,
        )  # fmt: skip

    def _has_turns(self) -> bool:
        """The list always begins today."""
        return self.isVisible() and self.modes.current() != LIST

    def _lay_out(self) -> None:
        make = self._desk.commands.button
        turns = self._turns = [
            make(id, "glyph") for id in ("calendar.before", "calendar.today", "calendar.next")
        ]
        repeat, new = make("calendar.repeat"), make("calendar.new", "primary")
        whole = column(self, margins=(9, 6, 9, 4), gap=4)
        whole.addLayout(Flow(self.title, *turns, repeat, new, gap=2.5, between=2, far=repeat))
        whole.addWidget(self.modes)
        whole.addWidget(self._stack, 1)

    def _move(self, by: int) -> None:
        self._on = view.moved(self._on, self.modes.current(), by)
        self.reload()

    def _to_today(self) -> None:
        self._on = self._desk.now().date()
        self.reload()

    def _into(self, on: object) -> None:
        """A day of the month opens its week."""
        if isinstance(on, date):
            self._on = on
            self.modes.choose(WEEK)
            self.reload()
            self.modes.setFocus()

    def _open(self, what: object) -> None:
        match what:
            case Step():
                acts.change(self._desk, self, what.id)
            case TimeEntry():
                forms.hours(self._desk, self, what, what.on_day)
            case Proposal():
                self._accept((what,))
            case Absence():
                forms.remove_absence(self._desk, self, what)
            case _:
                pass

    def _tick(self, what: object) -> None:
        if isinstance(what, Step):
            acts.tick(self._desk, self, what)

    def _postpone(self, what: object) -> None:
        if isinstance(what, Step):
            acts.postpone(self._desk, self, what)

    def _act(self, what: object) -> None:
        first = min(max(self._span(TIME)[0], date.min), self._desk.now().date())
        match what:
            case "accept":
                self._accept_all()
            case "add":
                forms.hours(self._desk, self, None, first)
            case "away":
                forms.away(self._desk, self, self._on)
            case "position":
                forms.position(self._desk, self)
            case "training":
                forms.training(self._desk, self)
            case _:
                pass

    def _accept_all(self) -> None:
        """Of the week that is shown, from whatever way of showing it."""
        now, span = self._desk.now(), agenda.week_of(self._on)
        forms.take_over(
            self._desk,
            self,
            lambda v: time_log.accept(v, time_log.days(v, *span, now=now).proposals, now=now),
            self.tr("Noteret tid i ugen er overtaget."),
        )

    def _accept(self, found: tuple[Proposal, ...]) -> None:
        now = self._desk.now()
        said = self.tr("Tiden er overtaget.")
        forms.take_over(self._desk, self, lambda v: time_log.accept(v, found, now=now), said)

    def _new(self) -> None:
        agenda_forms.appointment(self._desk, self, None)

    def _repeat(self) -> None:
        now = self._desk.now()
        rows = [row for day in self._days for row in day.rows if row.appointment.held_at is None]
        if not rows:
            self._desk.tell(self.tr("Vis først den aftale, der skal gentages."))
            return
        named = [(r.appointment.id, f"{r.appointment.title} · {dates.moment(r.appointment.starts_at, now)}", r.appointment.starts_at) for r in rows]  # fmt: skip
        forms.repeat(self._desk, self, named)

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Gem kalender uden navne"), "aftaler.ics", "iCalendar (*.ics)"
        )
        if name:
            self.save_ics(Path(name))

    def save_ics(self, file: Path) -> None:
        if not self._desk.settings.allow_export:
            return
        now = self._desk.now()
        whole = agenda.to_ics(self._days, words=view.kind_words(), now=now)
        try:
            file.write_bytes(whole)
        except OSError:
            self._desk.tell(self.tr("Filen kunne ikke gemmes der. Vælg et andet sted."), urgent=True)
            return
        self._desk.tell(self.tr("Kalenderen er gemt uden navne og steder."))
