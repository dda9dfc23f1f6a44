"""One employer's page: who and where, the three visits, and the log of contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QWidget

from app.domain.employer import Relation
from app.services.employers import EmployerPage
from ui.employers import view
from ui.employers.track import Track
from ui.text import codes
from ui.widgets.boxes import column, row
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_card import FactCard
from ui.widgets.flow import Flow
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.timeline import TimelineView

_FACTS = 3
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

    def _lay_out(self, buttons: Sequence[QPushButton]) -> None:
        head = row(gap=3)
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head.addWidget(self.name)
        head.addWidget(self._chip)
        head.addStretch(1)
        for button in buttons:
            head.addWidget(button)
        whole = column(self, margins=(7, 4.5, 7, 2), gap=3)
        whole.addLayout(column(None, head, self._under, gap=0.5))
        whole.addLayout(Flow(*self._facts, gap=3, between=3, even=True))
        whole.addWidget(self._track)
        whole.addWidget(label(self.tr("Kontakter"), "title"))
        whole.addWidget(self._course, 1)
