"""I dag: what falls due, who has not been heard from, what lies here, and the week in figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.changes import Topic
from app.domain.journal import Draft
from app.domain.participant import Step
from app.services import alerts, journal, leader, workplaces
from app.services import rereading as rereadings
from app.services import today as services
from app.services.alerts import AlertRow
from app.services.leader import TeamView
from app.services.today import Today
from ui.agenda import acts, forms
from ui.desk import Desk, Room
from ui.text import dates
from ui.today import reading, reminders, rereading, team, view
from ui.today.review import ReviewForm
from ui.widgets.bars import Bars
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.card import Card
from ui.widgets.fresh import Fresh
from ui.widgets.labels import label
from ui.widgets.row_list import Row, RowList

_MINE = frozenset(
    {Topic.CASELOAD, Topic.JOURNAL, Topic.CALENDAR, Topic.TASKS, Topic.DRAFTS, Topic.OUTBOX, Topic.EMPLOYERS}
)


class TodayPage(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._buttons = [
            self._desk.commands.button(id, kind)
            for id, kind in (("palette", ""), ("note", "primary"))
            if id in self._desk.commands
        ]
        self._hello, self._date = label("", "h1"), label("", "muted")
        self._start = _Part(self.tr("Sådan kommer du i gang"), self._begin)
        self._ahead = _Part(self.tr("Aftaler i dag"), self._open)
        self._late = _Part(self.tr("Ikke haft kontakt"), self._open, note=self._quiet())
        self._follow = _Part(self.tr("Opfølgning forfalder"), self._open)
        self._reminders = _Part(self.tr("Husk"), self._follow_up)
        self._team = _Part(self.tr("Teamet"), self._open_team)
        self._mend = _Part(self.tr("Vagten ville stoppe dette nu"), self._mend_one)
        self._rereader = rereading.Rereader(desk, self._reload_mend, self)
        self._unreviewed: tuple[UUID, ...] = ()
        self._waiting = _Part(self.tr("Gemt her, ikke synkroniseret"), self._open)
        self._drafts = _Part(self.tr("Kladder"), self._open)
        self._bars = Bars(self.tr("Ugen i tal"))
        self._steps: dict[UUID, Step] = {}
        self._wants_focus = False
        self._ahead.rows.ticked.connect(self._tick)
        self._ahead.rows.postponed.connect(self._postpone)
        self._reminders.rows.ticked.connect(
            lambda group: reminders.tick(desk, self, group, self._reload_reminders)
        )
        self._reminders.rows.postponed.connect(
            lambda group: reminders.postpone(desk, self, group, self._reload_reminders)
        )
        self._team.rows.ticked.connect(lambda _: self._review())
        self._mend.rows.ticked.connect(lambda one: rereading.erase(desk, self, one, self._reload_mend))
        for part in (self._start, self._reminders, self._team, self._mend):
            part.setVisible(False)
        self._lay_out()
        self._fresh = Fresh(self, desk.work, _MINE, self.reload, behind=self._reload_day)
        self._fresh.read()

    def arrive(self, target: object) -> None:
        del target
        self._wants_focus = True
        self._fresh.read()  # another day may have come

    def fit(self, room: Room) -> None:
        across = room is not Room.NARROW
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )

    def reload(self) -> None:
        now = self._desk.now()
        self._reload_day()
        self._reload_reminders()
        self._reload_mend()
        self._desk.work.latest(self, "team", lambda vault: leader.view(vault, now=now), self._show_team)

    def _reload_day(self) -> None:
        now = self._desk.now()
        self._desk.work.latest(self, "today", lambda vault: services.today(vault, now=now), self._show)

    def _reload_mend(self) -> None:
        self._desk.work.latest(
            self, "mend", rereadings.to_mend, lambda found: self._mend.show_rows(rereading.rows(found))
        )

    def _mend_one(self, one: rereadings.ToMend) -> None:
        rereading.open_one(self._desk, self, one, self._reload_mend)

    def _show_team(self, found: TeamView | None) -> None:
        """Only a leader has the card."""
        self._unreviewed = found.unreviewed if found else ()
        self._team.show_rows(team.rows(found, self._desk.now()) if found else (), counted=False)

    def _open_team(self, target: object) -> None:
        if target == team.REVIEW:
            ReviewForm(self._desk, self).open()
        elif isinstance(target, team.Elsewhere):
            reading.ask(self._desk, self, target.participant, target.case_no)
        elif isinstance(target, UUID):
            self._desk.go("caseload", ("section", target, "course"))

    def _review(self) -> None:
        """The lines shown now have been gone through."""
        now, seen = self._desk.now(), self._unreviewed
        said = self.tr("Arbejdsgiverkontakterne er set igennem.")
        self._desk.work.run(
            self, lambda vault: workplaces.review(vault, seen, now=now), lambda _: self._desk.tell(said)
        )

    def _reload_reminders(self) -> None:
        """After the day itself: nobody waits for reminders to see what is agreed."""
        now = self._desk.now()
        self._desk.work.latest(
            self, "reminders", lambda vault: alerts.open_alerts(vault, now=now), self._show_reminders
        )

    def _show_reminders(self, found: tuple[AlertRow, ...]) -> None:
        self._reminders.show_rows(reminders.rows(found, self._desk.now()))

    def _follow_up(self, group: reminders.Group) -> None:
        if (there := reminders.target(group)) is not None:
            self._desk.go(*there)

    def _quiet(self) -> str:
        return self.tr("%n dag(e) eller mere", "", self._desk.settings.contact_days)

    def _lay_out(self) -> None:
        body = QWidget()
        whole = column(body, margins=(9, 6, 9, 4), gap=4.5)
        head = column(gap=0.5)
        head.addLayout(row(self._hello, None, *self._buttons, gap=2.5))
        head.addWidget(self._date)
        whole.addLayout(head)
        week = Card(self.tr("Ugen i tal"))
        week.body.addWidget(self._bars)
        main = (self._start, self._ahead, self._late, self._follow, self._mend, self._reminders, self._team)
        left = column(None, *main, None, gap=4)
        right = column(None, self._waiting, self._drafts, week, None, gap=4)
        self._columns = row(gap=5)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        whole.addLayout(self._columns, 1)
        outer = column(self)
        outer.addWidget(scrolled(body))

    def _take_focus(self) -> None:
        """To where it was, else to the first list with something in it, else to the last button. The beginning has the
        focus only while there is nothing else: a day's first row is not to be passed over for it."""
        last: QWidget | None = self.focusWidget()
        parts = (
            self._ahead,
            self._late,
            self._follow,
            self._reminders,
            self._team,
            self._waiting,
            self._drafts,
        )
        full = [part.rows for part in parts if part.has_rows]
        if not full and self._start.has_rows:
            full = [self._start.rows]
        before = next((rows for rows in full if last is not None and rows.isAncestorOf(last)), None)
        target = before or next(iter(full or self._buttons[::-1]), None)
        if target is not None:
            target.setFocus()

    def _show(self, today: Today) -> None:
        now = self._desk.now()
        self._steps = view.steps(today)
        self._hello.setText(view.greeting(today.name, now))
        self._date.setText(dates.long_day(dates.local(now, now).date()))
        ahead = view.ahead(today, now)
        self._start.show_rows(view.beginning() if today.nobody else (), counted=False)
        self._ahead.show_rows(ahead, empty=view.nothing_ahead(today, now))
        self._late.show_rows(view.without_contact(today.no_contact, now), counted=False)
        self._follow.show_rows(view.follow_ups(today.follow_ups, today.unwritten, now))
        self._waiting.show_rows(
            view.waiting(today.waiting),
            count=today.waiting.total + today.waiting.held,
            empty=self.tr("Intet venter her."),
        )
        self._drafts.show_rows(view.drafts(today.drafts, now))
        self._bars.show_bars(view.bars(today.week))
        self._desk.count("today", len(ahead))
        if self._wants_focus:
            self._wants_focus = False
            self._take_focus()

    def _begin(self, command: str) -> None:
        """A form lies over its own page."""
        page = command.partition(".")[0]
        if page != "help":
            self._desk.go(page, None)
        self._desk.commands.run(command)

    def _open(self, target: view.Target) -> None:
        match target.kind:
            case "draft":
                self._open_draft(target.id)
            case "waiting":
                self._desk.go("sync", None)
            case "contact":
                forms.appointment(self._desk, self, target.participant)
            case "work":
                self._desk.go("caseload", ("section", target.participant, "work"))
            case _ if target.participant is not None:
                self._desk.go("caseload", target.participant)
            case "task":
                self._tick(target)
            case _:
                if target.id is not None:
                    acts.change(self._desk, self, target.id)

    def _open_draft(self, id: UUID | None) -> None:
        if id is not None:
            now = self._desk.now()
            self._desk.work.run(self, lambda v: journal.open_draft(v, id, now=now), self._go_on)

    def _go_on(self, draft: Draft | None) -> None:
        if draft is not None:
            self._desk.open("note", draft)

    def _tick(self, target: view.Target) -> None:
        if (step := self._step(target)) is not None:
            acts.tick(self._desk, self, step)

    def _postpone(self, target: view.Target) -> None:
        if (step := self._step(target)) is not None:
            acts.postpone(self._desk, self, step)

    def _step(self, target: view.Target) -> Step | None:
        return self._steps.get(target.id) if target.id is not None else None


class _Part(Card):
    """A card with a list that goes away when there is nothing in it and nothing to say about that."""

    def __init__(self, title: str, open: Callable[[Any], None], note: str = "") -> None:
        super().__init__(title, note)
        self.rows, self.has_rows = RowList(title), False
        self.rows.opened.connect(open)
        self._empty = label("", "muted", wrap=True)
        self.body.addWidget(self.rows)
        self.body.addWidget(self._empty)

    def show_rows(
        self, rows: tuple[Row, ...], *, empty: str = "", count: int | None = None, counted: bool = True
    ) -> None:
        self.has_rows = bool(rows)
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._empty.setText(empty)
        self._empty.setVisible(not rows and bool(empty))
        self.setVisible(bool(rows) or bool(empty))
        if counted:
            number = len(rows) if count is None else count
            self.show_note(str(number) if number else "")
