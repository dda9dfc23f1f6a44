"""One candidate's page: who, four facts, the course as a timeline, next steps and wishes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QStackedWidget, QWidget

from app.domain.journal import TimelineEntry
from app.domain.participant import IN_JOB
from app.services.caseload import ParticipantPage
from ui.caseload import view
from ui.desk import Room
from ui.theme import theme
from ui.widgets.boxes import clear, column, row, row_in, scrolled
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_card import FactCard
from ui.widgets.flow import Flow
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.row_list import RowList
from ui.widgets.segments import Option, Segments
from ui.widgets.timeline import TimelineView

CPR_SECONDS = 20
TIMELINE, OVERVIEW = "timeline", "overview"


class Candidate(QWidget):
    """Says what is asked for; the page answers. `step_ticked` and `step_postponed` carry a `Step`."""

    entry_opened = Signal(object)
    step_ticked = Signal(object)
    step_postponed = Signal(object)
    step_wanted = Signal()
    cpr_wanted = Signal()

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._chip, self._under = (
            ElidedLabel("", "h1"),
            Chip("", "accent"),
            ElidedLabel("", "muted"),
        )
        self._facts = [FactCard() for _ in range(4)]
        self.timeline = TimelineView(self.tr("Tidslinje"))
        self._empty = EmptyState(
            "notebook-pen", self.tr("Ingen notater endnu."), self.tr("Ctrl+N skriver det første.")
        )
        self.steps = RowList(self.tr("Næste skridt"))
        self._no_steps = label(self.tr("Intet aftalt endnu."), "muted")
        self._wishes, self._team = column(gap=1.5), column(gap=2)
        self._cpr = QPushButton(self.tr("Vis CPR"))
        self._cpr.setProperty("kind", "link")
        self._cpr.clicked.connect(self.cpr_wanted)
        self._hide_cpr = QTimer(self, singleShot=True, interval=CPR_SECONDS * 1000)
        self._hide_cpr.timeout.connect(self._forget_cpr)
        self._tabs = Segments(
            self.tr("Vis"),
            (Option(TIMELINE, self.tr("&Tidslinje")), Option(OVERVIEW, self.tr("&Overblik"))),
            kind="tab",
        )
        self._side = self._lay_side()
        self._course = self._lay_course()
        self._lay_out(buttons)
        self.timeline.opened.connect(self.entry_opened)
        self.steps.ticked.connect(self.step_ticked.emit)
        self.steps.opened.connect(self.step_ticked.emit)
        self.steps.postponed.connect(self.step_postponed.emit)
        self._tabs.chosen.connect(self._turn)

    def show_page(self, page: ParticipantPage, now: datetime) -> None:
        one = page.participant
        self._forget_cpr()
        self.name.show_text(one.name)
        self._chip.show_chip(view.chip(one, page.row.job_week), "accent" if one.phase in IN_JOB else "plain")
        self._under.show_text(view.subtitle(page, now))
        for card, fact in zip(self._facts, view.facts(page, now), strict=True):
            card.show_fact(fact)
        rows = view.steps(page, now)
        self.steps.show_rows(rows)
        self._no_steps.setVisible(not rows)
        _pairs(self._wishes, view.wishes(one), self.tr("Ikke talt om endnu."))
        _people(self._team, view.team(page))
        self._cpr.setVisible(one.cpr is not None)

    def show_timeline(self, entries: Sequence[TimelineEntry], now: datetime) -> None:
        self.timeline.show_rows(view.timeline(entries, now))
        self._course.setCurrentIndex(0 if entries else 1)

    def show_cpr(self, plain: str | None) -> None:
        """The whole number for twenty seconds."""
        if plain:
            self._cpr.setText(plain)
            self._hide_cpr.start()

    def fit(self, room: Room) -> None:
        """The side column where there is room for it; a tab where there is not."""
        wide = room is Room.WIDE
        self._tabs.setVisible(not wide)
        if wide:
            self._beside.addWidget(self._side)
            self._tabs.choose(TIMELINE)
            self._body.setCurrentIndex(0)
        else:
            self._body.addWidget(self._side)
        self._side.setVisible(True)
        self._side.setMaximumWidth(theme().size("side") if wide else theme().size("measure"))

    def _turn(self, tab: str) -> None:
        self._body.setCurrentIndex(1 if tab == OVERVIEW and self._body.count() > 1 else 0)

    def _forget_cpr(self) -> None:
        self._hide_cpr.stop()
        self._cpr.setText(self.tr("Vis CPR"))

    def _lay_course(self) -> QStackedWidget:
        made = QStackedWidget()
        made.addWidget(self.timeline)
        made.addWidget(self._empty)
        return made

    def _lay_side(self) -> QWidget:
        steps, wishes, team = (
            Card(self.tr("Næste skridt")),
            Card(self.tr("Ønsker til job")),
            Card(self.tr("Samarbejde")),
        )
        add = QPushButton(self.tr("Tilføj"))
        add.setProperty("kind", "link")
        add.setAccessibleName(self.tr("Tilføj næste skridt"))
        add.clicked.connect(self.step_wanted)
        steps.head.addWidget(add)
        steps.body.addWidget(self.steps)
        steps.body.addWidget(self._no_steps)
        wishes.body.addLayout(self._wishes)
        team.body.addLayout(self._team)
        team.body.addLayout(row(self._cpr, None))
        inner = QWidget()
        column(inner, steps, wishes, team, None, gap=3.5)
        return scrolled(inner)

    def _lay_out(self, buttons: Sequence[QPushButton]) -> None:
        head = row(gap=3)
        head.addWidget(self.name, 1)
        head.addWidget(self._chip)
        for button in buttons:
            head.addWidget(button)
        self._body = QStackedWidget()
        middle = QWidget()
        self._beside = row_in(middle, gap=5)
        self._beside.addWidget(self._course, 1)
        self._body.addWidget(middle)
        whole = column(self, margins=(7, 4.5, 7, 2), gap=3)
        whole.addLayout(head)
        whole.addWidget(self._under)
        whole.addLayout(Flow(*self._facts, gap=3, between=3, even=True))
        whole.addWidget(self._tabs)
        whole.addWidget(self._body, 1)


def _pairs(box: QBoxLayout, pairs: Sequence[tuple[str, str]], nothing: str) -> None:
    clear(box)
    for name, words in pairs:
        title = label(name, "muted")
        title.setFixedWidth(theme().size("logo") * 3)
        line = row(title, gap=1.5)
        line.addWidget(label(words, wrap=True), 1)
        box.addLayout(line)
    if not pairs:
        box.addWidget(label(nothing, "muted", wrap=True))


def _people(box: QBoxLayout, pairs: Sequence[tuple[str, str]]) -> None:
    clear(box)
    for who, role in pairs:
        box.addLayout(column(None, label(who, wrap=True), label(role, "small"), gap=0))
