"""What stands beside a candidate's course: next steps, wishes, the people around, and the CPR number when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from app.domain.participant import Step
from app.services.caseload import ParticipantPage
from ui.caseload import view
from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import clear, column, row
from ui.widgets.card import Card
from ui.widgets.fact_card import FactCard
from ui.widgets.labels import label
from ui.widgets.row_list import RowList

CPR_SECONDS = 20


class Side(QWidget):
    """`step_ticked`, `step_opened` and `step_postponed` carry a `Step`."""

    step_ticked = Signal(object)
    step_opened = Signal(object)
    step_postponed = Signal(object)
    step_wanted = Signal()
    cpr_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[UUID, Step] = {}
        self._whose: UUID | None = None
        self.facts = (FactCard(), FactCard())
        self._add = QPushButton(self.tr("Tilføj"))
        self._add.setProperty("kind", "link")
        self._add.setAccessibleName(self.tr("Tilføj næste skridt"))
        self._add.clicked.connect(self.step_wanted)
        self.steps = RowList(self.tr("Næste skridt"))
        self._no_steps = label(self.tr("Intet aftalt endnu."), "muted")
        self._wishes, self._team = column(gap=1.5), column(gap=2)
        self.cpr = QPushButton()
        self.cpr.setProperty("kind", "link")
        self.cpr.clicked.connect(self._turn_cpr)
        self._time_is_up = QTimer(self, singleShot=True, interval=CPR_SECONDS * 1000)
        self._time_is_up.timeout.connect(self.forget_cpr)
        self._lay_out()
        self.steps.ticked.connect(lambda id: self.step_ticked.emit(self._known[id]))
        self.steps.opened.connect(lambda id: self.step_opened.emit(self._known[id]))
        self.steps.postponed.connect(lambda id: self.step_postponed.emit(self._known[id]))
        self.forget_cpr()

    def show_page(self, page: ParticipantPage, now: datetime) -> None:
        if self._whose != page.participant.id:
            self.forget_cpr()
        self._whose = page.participant.id
        self._known = {step.id: step for step in page.steps}
        rows = view.steps(page, now)
        self.steps.show_rows(rows)
        self.steps.setVisible(bool(rows))
        self._no_steps.setVisible(not rows)
        _pairs(self._wishes, view.wishes(page.participant), self.tr("Ikke talt om endnu."))
        _people(self._team, view.team(page))
        self.cpr.setVisible(page.participant.cpr is not None)

    def show_cpr(self, plain: str) -> None:
        """The whole number for twenty seconds, or until the page is left."""
        self.cpr.setText(plain)
        self.cpr.setToolTip(self.tr("Tryk for at skjule det igen"))
        self._time_is_up.start()
        announce.say(self.cpr, self.tr("CPR-nummer: %1").replace("%1", plain))

    def forget_cpr(self) -> None:
        self._time_is_up.stop()
        self.cpr.setText(self.tr("Vis CPR"))
        self.cpr.setToolTip(self.tr("Vises i 20 sekunder. Det skrives ned, at nummeret blev vist."))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.forget_cpr()

    def _turn_cpr(self) -> None:
        if self._time_is_up.isActive():
            self.forget_cpr()
        else:
            self.cpr_wanted.emit()

    def _lay_out(self) -> None:
        steps = Card(self.tr("Næste skridt"))
        wishes, team = Card(self.tr("Ønsker til job")), Card(self.tr("Samarbejde"))
        steps.head.addWidget(self._add)
        steps.body.addWidget(self.steps)
        steps.body.addWidget(self._no_steps)
        wishes.body.addLayout(self._wishes)
        team.body.addLayout(self._team)
        team.body.addLayout(row(self.cpr, None))
        column(self, *self.facts, steps, wishes, team, None, gap=3.5)


def _pairs(box: QBoxLayout, pairs: Sequence[tuple[str, str]], nothing: str) -> None:
    clear(box)
    titles = [label(name, "muted") for name, _ in pairs]
    for title in titles:
        title.ensurePolished()
    wide = max((theme().size("control") * 2, *(title.sizeHint().width() for title in titles)))
    for title, (_, words) in zip(titles, pairs, strict=True):
        title.setFixedWidth(wide)
        title.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = row(title, gap=2)
        line.addWidget(label(words, wrap=True), 1)
        box.addLayout(line)
    if not pairs:
        box.addWidget(label(nothing, "muted", wrap=True))


def _people(box: QBoxLayout, pairs: Sequence[tuple[str, str]]) -> None:
    clear(box)
    for who, role in pairs:
        box.addLayout(column(None, label(who, wrap=True), label(role, "small"), gap=0))
