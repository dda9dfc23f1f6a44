"""One employer's page: who and where, the three visits, and the log of contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QWidget

from app.domain.employer import Relation
from app.services.employers import EmployerPage
from ui.desk import Room
from ui.employers import view
from ui.employers.track import Track
from ui.text import codes
from ui.widgets.boxes import column
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_card import FactCard
from ui.widgets.flow import Flow
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.segments import Option, Segments
from ui.widgets.timeline import TimelineView

_FACTS = 3
LOG, FACTS = "log", "facts"
_TALKING = (Relation.DIALOGUE, Relation.AGREEMENT)


class EmployerView(QWidget):
    """`entry_opened(id)`: a contact in the log."""

    entry_opened = Signal(object)

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._chip, self._under = ElidedLabel("", "h1"), Chip(""), ElidedLabel("", "muted")
        self._facts = [FactCard() for _ in range(_FACTS)]
        self._track = Track()
        self.log = TimelineView(self.tr("Kontakter"))
        self._empty = EmptyState(
            "footprints", self.tr("Ingen kontakter endnu."), self.tr("Ctrl+Shift+B skriver den første.")
        )
        self._course = QStackedWidget()
        self._course.addWidget(self.log)
        self._course.addWidget(self._empty)
        self.log.opened.connect(self.entry_opened)
        self.tabs = Segments(
            self.tr("Vis"),
            (Option(LOG, self.tr("Kontakter")), Option(FACTS, self.tr("Overblik"))),
            kind="tab",
        )
        self.tabs.chosen.connect(self._turn)
        self._narrow = False
        self._lay_out(buttons)

    def show_page(self, page: EmployerPage, now: datetime) -> None:
        one = page.employer
        self.name.show_text(one.name)
        self._chip.show_chip(codes.relation(one.relation), "accent" if one.relation in _TALKING else "plain")
        self._under.show_text(view.subtitle(one))
        self._under.setVisible(bool(view.subtitle(one)))
        for card, fact in zip(self._facts, view.facts(page, now), strict=True):
            card.show_fact(fact)
        self._track.show_steps(view.track(page, now), view.track_sentence(page, now))
        self.log.show_rows(view.timeline(page.log, now))
        self._course.setCurrentIndex(0 if page.log else 1)

    def fit(self, room: Room) -> None:
        """Facts and visits above the log where there is room for both; where there is not, they take turns."""
        self._narrow = room is Room.NARROW
        self.tabs.setVisible(self._narrow)
        self._head.setVisible(not self._narrow)
        for button in self._seldom:
            button.setVisible(room is Room.WIDE)
        self._turn(self.tabs.current())

    def _turn(self, tab: str) -> None:
        inside = self._narrow and tab == FACTS
        self._facts_and_visits.setVisible(not self._narrow or inside)
        self._course.setVisible(not inside)
        self._rest.setVisible(inside)

    def _lay_out(self, buttons: Sequence[QPushButton]) -> None:
        *self._seldom, often = buttons
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head = Flow(
            self.name, self._chip, *self._seldom, often, gap=3, between=1.5, far=(*self._seldom, often)[0]
        )
        self._facts_and_visits, self._rest = QWidget(), QWidget()
        facts = Flow(*self._facts, gap=3, between=3, even=True)
        column(self._facts_and_visits, facts, self._track, gap=3)
        self._head = label(self.tr("Kontakter"), "title")
        whole = column(self, margins=(7, 4.5, 7, 2), gap=3)
        whole.addLayout(column(None, head, self._under, gap=0.5))
        whole.addWidget(self.tabs)
        whole.addWidget(self._facts_and_visits)
        whole.addWidget(self._head)
        whole.addWidget(self._course, 1)
        whole.addWidget(self._rest, 1)
        self.fit(Room.WIDE)
