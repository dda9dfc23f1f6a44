"""The list of employers: a search, three filters, the rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.domain.employer import EmployerRow
from ui.employers import view
from ui.theme import theme
from ui.widgets.boxes import column, line, row
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Option, Segments


class Register(QFrame):
    """`chosen(UUID)`: another employer became current. `opened(UUID)`: Enter."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self.rows: Sequence[EmployerRow] = ()
        self._now: datetime | None = None
        self._count = label("", "muted")
        self.search = SearchField(self.tr("Søg i arbejdsgivere"), keys="Ctrl+F")
        self.filters = Segments(
            self.tr("Vis"),
            (
                Option(view.ALL, self.tr("Alle")),
                Option(view.ACT, self.tr("Kræver handling")),
                Option(view.DIALOGUE, self.tr("I dialog")),
            ),
        )
        self.cards = CardList(self.tr("Arbejdsgivere"))
        self._empty = EmptyState("building-2", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.cards)
        self._stack.addWidget(self._empty)
        self.search.asked.connect(self._refresh)
        self.search.left_downwards.connect(self.cards.setFocus)
        self.filters.chosen.connect(self._refresh)
        self.cards.chosen.connect(self.chosen)
        self.cards.opened.connect(self.opened)
        self._lay_out()

    def show_rows(self, rows: Sequence[EmployerRow], now: datetime) -> None:
        self.rows, self._now = rows, now
        self._count.setText(self.tr("%n i alt", "", len(rows)) if rows else "")
        for which, count in view.counts(rows, now).items():
            self.filters.show_count(which, count)
        self._refresh()

    def choose(self, id: UUID) -> bool:
        """Make an employer current; a filter that hides it is taken off."""
        if not self.cards.choose(id):
            self.filters.choose(view.ALL)
            self.search.clear()
            self._refresh()
        return self.cards.choose(id)

    def first(self) -> UUID | None:
        current = self.cards.current_id()
        if isinstance(current, UUID):
            return current
        found = self._found()
        return found[0].employer.id if found else None

    def _found(self) -> tuple[EmployerRow, ...]:
        if self._now is None:
            return ()
        return view.filtered(self.rows, self.filters.current(), self.search.text(), self._now)

    def _refresh(self) -> None:
        if self._now is None:
            return
        found, now = self._found(), self._now
        self.cards.show_rows(tuple(view.card(row, now) for row in found))
        self._stack.setCurrentIndex(0 if found else 1)
        if not found:
            self._explain()

    def _explain(self) -> None:
        if not self.rows:
            self._empty.show_words(
                "building-2",
                self.tr("Ingen arbejdsgivere endnu."),
                self.tr("Skriv dit første besøg med Ctrl+Shift+B."),
            )
        elif self.search.text():
            self._empty.show_words(
                "search", self.tr("Ingen arbejdsgiver passer."), self.tr("Esc rydder søgningen.")
            )
        elif self.filters.current() == view.ACT:
            self._empty.show_words("circle-check", self.tr("Ingen arbejdsgivere venter på dig."))
        else:
            self._empty.show_words("building-2", self.tr("Ingen her lige nu."))

    def _lay_out(self) -> None:
        head = column(margins=(5.5, 4.5, 5.5, 4), gap=3)
        head.addLayout(row(label(self.tr("Arbejdsgivere"), "h1"), None, self._count))
        head.addWidget(self.search)
        head.addWidget(self.filters)
        whole = column(self, gap=0)
        whole.addLayout(head)
        whole.addWidget(line())
        whole.addWidget(self._stack, 1)
        self.setMinimumWidth(theme().size("listNarrow"))
