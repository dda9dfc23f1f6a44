"""The list of employers: a search, three filters, the rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.domain.employer import EmployerRow
from ui.employers import view
from ui.theme import theme
from ui.widgets.browser import Browser
from ui.widgets.card_list import CardRow
from ui.widgets.segments import Option


class Register(Browser):
    def __init__(self, parent: QWidget | None = None) -> None:
        filters = (
            Option(view.ALL, self.tr("Alle")),
            Option(view.ACT, self.tr("Kræver handling")),
            Option(view.DIALOGUE, self.tr("I dialog")),
        )
        super().__init__(self.tr("Arbejdsgivere"), self.tr("Søg i arbejdsgivere"), filters, view.ALL, parent)
        self.rows: Sequence[EmployerRow] = ()
        self._now: datetime | None = None
        self.setMinimumWidth(theme().size("listNarrow"))

    def show_rows(self, rows: Sequence[EmployerRow], now: datetime) -> None:
        self.rows, self._now = rows, now
        self.tally.setText(self.tr("%n i alt", "", len(rows)) if rows else "")
        for which, count in view.counts(rows, now).items():
            self.filters.show_count(which, count)
        self.refresh()

    def fitting(self) -> tuple[CardRow, ...]:
        if (now := self._now) is None:
            return ()
        found = view.filtered(self.rows, self.filters.current(), self.search.text(), now)
        return tuple(view.card(row, now) for row in found)

    def explain(self) -> None:
        if self._now is None:
            return
        if not self.rows:
            self.empty.show_words(
                "building-2",
                self.tr("Ingen arbejdsgivere endnu."),
                self.tr("Skriv dit første besøg med Ctrl+Shift+B."),
            )
        elif self.search.text():
            self.empty.show_words(
                "search", self.tr("Ingen arbejdsgiver passer."), self.tr("Esc rydder søgningen.")
            )
        elif self.filters.current() == view.ACT:
            self.empty.show_words("circle-check", self.tr("Ingen arbejdsgivere venter på dig."))
        else:
            self.empty.show_words("building-2", self.tr("Ingen her lige nu."))
