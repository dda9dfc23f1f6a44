"""One candidate's page: who, the facts, the course as a timeline or by its sections, and beside it what is ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QWidget

from app.domain.journal import TimelineEntry
from app.domain.participant import IN_JOB
from app.services.caseload import ParticipantPage
from ui.caseload import view
from ui.caseload.section import Section, SectionKind
from ui.caseload.side import Side
from ui.desk import Room
from ui.theme import theme
from ui.widgets.boxes import column, row_in, scrolled
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_card import FactCard
from ui.widgets.flow import Flow
from ui.widgets.labels import ElidedLabel
from ui.widgets.segments import Option, Segments
from ui.widgets.timeline import TimelineView

_LARGE_TEXT = 1.5
TIMELINE, OVERVIEW = "timeline", "overview"


class _Body(QStackedWidget):
    """What scrolls or has few words: it takes what a low window has left, and no page asks for more."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return False

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().minimumSizeHint().width(), theme().size("nav") * 2)


class Candidate(QWidget):
    """Says what is asked for; the page answers. `entry_opened` carries (EntryKind, id)."""

    entry_opened = Signal(object)

    def __init__(
        self,
        buttons: Sequence[QPushButton],
        sections: Sequence[tuple[SectionKind, Section]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wide: bool | None = None
        self.sections = {kind.id: section for kind, section in sections}
        self.name, self._under = ElidedLabel("", "h1"), ElidedLabel("", "muted")
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._chip = Chip("", "accent")
        self._facts = [FactCard() for _ in range(4)]
        self.tabs = Segments(
            self.tr("Vis"),
            (
                Option(TIMELINE, self.tr("&Tidslinje")),
                *(Option(kind.id, kind.text) for kind, _ in sections),
                Option(OVERVIEW, self.tr("&Overblik")),
            ),
            kind="tab",
        )
        self.timeline = TimelineView(self.tr("Tidslinje"))
        self._empty = EmptyState(
            "notebook-pen", self.tr("Ingen notater endnu."), self.tr("Ctrl+N skriver det første.")
        )
        self.side = Side()
        self._course = QStackedWidget()
        self._course.addWidget(self.timeline)
        self._course.addWidget(self._empty)
        self._left = QStackedWidget()
        self._left.addWidget(self._course)
        for section in self.sections.values():
            self._left.addWidget(section)
        self._lay_out(buttons)
        self.timeline.opened.connect(self.entry_opened)
        self.tabs.chosen.connect(self._turn)

    def show_page(self, page: ParticipantPage, now: datetime) -> None:
        one = page.participant
        for section in self.sections.values():
            section.show_case(one.id)
        self.name.show_text(one.name)
        self.name.updateGeometry()
        self._chip.show_chip(view.chip(one, page.row.job_week), "accent" if one.phase in IN_JOB else "plain")
        self._under.show_text(view.subtitle(page, now))
        facts = view.facts(page, now)
        for card, fact in zip((*self._facts, *self.side.facts), (*facts, *facts[-2:]), strict=True):
            card.show_fact(fact)
        self.side.show_page(page, now)

    def show_timeline(self, entries: Sequence[TimelineEntry], now: datetime) -> None:
        self.timeline.show_rows(view.timeline(entries, now))
        self._course.setCurrentIndex(0 if entries else 1)

    def take_focus(self) -> None:
        """To the course, else to the first thing that can be done."""
        target = self.timeline if self._course.currentIndex() == 0 else self._first
        self.turn_to(TIMELINE)
        target.setFocus()

    def turn_to(self, tab: str) -> None:
        """Show one of the tabs, as if it were chosen."""
        self.tabs.choose(tab)
        self._turn(tab)

    def go_into(self, tab: str) -> None:
        """Show a section and put the focus on the first thing that can be done there."""
        self.turn_to(tab)
        if tab in self.sections:
            self.tabs.setFocus()

    def fit(self, room: Room) -> None:
        """The side column where there is room for it; a tab, with the facts that had none, where there is not."""
        wide = room is Room.WIDE
        self._show_facts(4 if wide else 3 if theme().factor < _LARGE_TEXT else 2)
        if wide == self._wide:
            return
        self._wide = wide
        self.tabs.offer(OVERVIEW, not wide)
        if self.tabs.current() == OVERVIEW:
            self.tabs.choose(TIMELINE)
        if wide:
            self._beside.addWidget(self._scroll)
            self._scroll.setFixedWidth(theme().size("side") + theme().size("scrollbar"))
        else:
            self._body.addWidget(self._scroll)
            self._scroll.setMinimumWidth(0)
            self._scroll.setMaximumWidth(theme().size("measure"))
        self._scroll.setVisible(wide)
        self._turn(self.tabs.current())

    def _show_facts(self, count: int) -> None:
        """So many above the course; never more than one row of them."""
        for number, card in enumerate(self._facts):
            card.setVisible(number < count)
        for number, card in enumerate(self.side.facts, start=2):
            card.setVisible(number >= count)

    def _turn(self, tab: str) -> None:
        self._body.setCurrentIndex(1 if tab == OVERVIEW and not self._wide else 0)
        self._left.setCurrentWidget(self.sections.get(tab, self._course))

    def _lay_out(self, buttons: Sequence[QPushButton]) -> None:
        head = Flow(self.name, self._chip, *buttons, gap=2.5, between=1.5, far=next(iter(buttons), None))
        self._first = buttons[0] if buttons else self.tabs
        self._body = _Body()
        middle = QWidget()
        self._beside = row_in(middle, gap=4)
        self._beside.addWidget(self._left, 1)
        self._body.addWidget(middle)
        self._scroll = scrolled(self.side)
        whole = column(self, margins=(7, 4.5, 5, 0), gap=3)
        whole.addLayout(column(None, head, self._under, gap=0.5))
        whole.addLayout(Flow(*self._facts, gap=3, between=3, even=True))
        whole.addWidget(self.tabs)
        whole.addWidget(self._body, 1)
