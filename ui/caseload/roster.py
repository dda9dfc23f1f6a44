"""The list of candidates: how many places are taken, a search, three filters, the rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.participant import CaseloadRow
from ui.caseload import view
from ui.desk import Room
from ui.theme import theme
from ui.widgets.browser import Browser
from ui.widgets.rows_model import Shown, Value
from ui.widgets.segments import Option

_NO_LIMIT = 16_777_215


class Roster(Browser):
    def __init__(self, parent: QWidget | None = None) -> None:
        filters = (
            Option(view.ACT, self.tr("Kræver handling")),
            Option(view.ALL, self.tr("Alle")),
            Option(view.JOB, self.tr("I job")),
        )
        super().__init__(self.tr("Kandidater"), self.tr("Søg i mine kandidater"), filters, view.ALL, parent)
        self._rows: Sequence[CaseloadRow] = ()
        self._now: datetime | None = None

    def show_rows(self, rows: Sequence[CaseloadRow], now: datetime) -> None:
        self._rows, self._now = rows, now
        words = self.tr("%1 af %2 pladser")
        self.tally.setText(words.replace("%1", str(view.held(rows))).replace("%2", str(view.PLACES)))
        for which, count in view.counts(rows).items():
            self.filters.show_count(which, count)
        self.refresh()

    def mark(self, id: UUID) -> None:
        """Make a candidate current if the list as it is now holds them."""
        self.cards.choose(id)

    def step(self, by: int) -> None:
        """The next or the former of the list becomes current, as with the arrow keys."""
        self.cards.step(by)

    def fit(self, room: Room) -> None:
        """A column of its own, or the whole page where list and page take turns."""
        self.setMinimumWidth(0)
        if room is Room.NARROW:
            self.setMaximumWidth(_NO_LIMIT)
        else:
            self.setFixedWidth(theme().size("list"))

    def fitting(self) -> Sequence[Value]:
        """A leader may have thousands: each is put into words when it comes into sight."""
        if (now := self._now) is None:
            return ()
        found = view.filtered(self._rows, self.filters.current(), self.search.text())
        return Shown([row.participant.id for row in found], lambda n: view.card(found[n], now))

    def explain(self) -> None:
        if self._now is None:
            return
        if not self._rows:
            self.empty.show_words(
                "users",
                self.tr("Du har ingen kandidater."),
                self.tr("De kommer ved næste synkronisering, eller opret én i menuen Kandidat."),
            )
        elif self.search.text():
            self.empty.show_words(
                "search", self.tr("Ingen kandidat hedder sådan."), self.tr("Esc rydder søgningen.")
            )
        elif self.filters.current() == view.ACT:
            self.empty.show_words("circle-check", self.tr("Ingen kandidater venter på dig."))
        else:
            self.empty.show_words("users", self.tr("Ingen her lige nu."))
