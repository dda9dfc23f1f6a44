"""The list of candidates: how many places are taken, a search, three filters, the rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.domain.participant import CaseloadRow
from ui.caseload import view
from ui.desk import Room
from ui.theme import theme
from ui.widgets.boxes import column, line, row
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Option, Segments

_NO_LIMIT = 16_777_215


class Roster(QFrame):
    """`chosen(UUID)`: another candidate became current. `opened(UUID)`: Enter. `shown`: what is in the list now."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._rows: Sequence[CaseloadRow] = ()
        self._now: datetime | None = None
        self._places = label("", "muted")
        self.search = SearchField(self.tr("Søg i mine kandidater"), keys="Ctrl+F")
        self.filters = Segments(
            self.tr("Vis"),
            (
                Option(view.ACT, self.tr("Kræver handling")),
                Option(view.ALL, self.tr("Alle")),
                Option(view.JOB, self.tr("I job")),
            ),
        )
        self.filters.choose(view.ALL)
        self.cards = CardList(self.tr("Kandidater"))
        self._empty = EmptyState("users", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.cards)
        self._stack.addWidget(self._empty)
        self.search.asked.connect(self._refresh)
        self.search.left_downwards.connect(self.cards.setFocus)
        self.filters.chosen.connect(self._refresh)
        self.cards.chosen.connect(self.chosen)
        self.cards.opened.connect(self.opened)
        self._lay_out()

    def show_rows(self, rows: Sequence[CaseloadRow], now: datetime) -> None:
        self._rows, self._now = rows, now
        words = self.tr("%1 af %2 pladser")
        self._places.setText(words.replace("%1", str(view.held(rows))).replace("%2", str(view.PLACES)))
        for which, count in view.counts(rows).items():
            self.filters.show_count(which, count)
        self._refresh()

    def choose(self, id: UUID) -> bool:
        """Make a candidate current; a filter that hides them is taken off."""
        if not self.cards.choose(id):
            self.filters.choose(view.ALL)
            self.search.clear()
            self._refresh()
        return self.cards.choose(id)

    def mark(self, id: UUID) -> None:
        """Make a candidate current if the list as it is now holds them."""
        self.cards.choose(id)

    def step(self, by: int) -> None:
        """The next or the former of the list becomes current, as with the arrow keys."""
        self.cards.step(by)

    def take_focus(self, *, quietly: bool) -> None:
        """`quietly`: without telling who is current, as when the page shows somebody the list has not got yet."""
        before = self.cards.blockSignals(quietly)
        (self.cards if self._found() else self.search).setFocus()
        self.cards.blockSignals(before)

    def fit(self, room: Room) -> None:
        """A column of its own, or the whole page where list and page take turns."""
        self.setMinimumWidth(0)
        if room is Room.NARROW:
            self.setMaximumWidth(_NO_LIMIT)
        else:
            self.setFixedWidth(theme().size("list"))

    def first(self) -> UUID | None:
        current = self.cards.current_id()
        if isinstance(current, UUID):
            return current
        found = self._found()
        return found[0].participant.id if found else None

    def _found(self) -> tuple[CaseloadRow, ...]:
        return view.filtered(self._rows, self.filters.current(), self.search.text())

    def _refresh(self) -> None:
        if self._now is None:
            return
        found, now = self._found(), self._now
        self.cards.show_rows(tuple(view.card(row, now) for row in found))
        self._stack.setCurrentIndex(0 if found else 1)
        if not found:
            self._explain()

    def _explain(self) -> None:
        if not self._rows:
            self._empty.show_words(
                "users",
                self.tr("Du har ingen kandidater."),
                self.tr("De kommer ved næste synkronisering, eller opret én i menuen Kandidat."),
            )
        elif self.search.text():
            self._empty.show_words(
                "search", self.tr("Ingen kandidat hedder sådan."), self.tr("Esc rydder søgningen.")
            )
        elif self.filters.current() == view.ACT:
            self._empty.show_words("circle-check", self.tr("Ingen kandidater venter på dig."))
        else:
            self._empty.show_words("users", self.tr("Ingen her lige nu."))

    def _lay_out(self) -> None:
        head = column(margins=(5.5, 7, 5.5, 4), gap=3)
        head.addLayout(row(label(self.tr("Kandidater"), "h1"), None, self._places))
        head.addWidget(self.search)
        head.addWidget(self.filters)
        whole = column(self, gap=0)
        whole.addLayout(head)
        whole.addWidget(line())
        whole.addWidget(self._stack, 1)
