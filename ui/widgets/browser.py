"""A column to choose from: a search, filters, the rows, and what it means when there are none.

Who derives says which rows fit (`fitting`) and why none does (`explain`), and calls `refresh` when rows have come.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from ui.widgets.boxes import column, line, row
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.rows_model import Value
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Option, Segments


class Browser(QFrame):
    """`chosen(UUID)`: another row became current. `opened(UUID)`: Enter. The filter `whole` hides nobody."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, name: str, asks: str, filters: Sequence[Option], whole: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._whole = whole
        self._listed: Sequence[Value] = ()
        self.tally = label("", "muted")
        self.search = SearchField(asks, keys="Ctrl+F")
        self.filters = Segments(self.tr("Vis"), filters)
        self.filters.choose(whole)
        self.cards = CardList(name)
        self.empty = EmptyState("search", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.cards)
        self._stack.addWidget(self.empty)
        self.search.asked.connect(self.refresh)
        self.search.left_downwards.connect(self.cards.setFocus)
        self.filters.chosen.connect(self.refresh)
        self.cards.chosen.connect(self.chosen)
        self.cards.opened.connect(self.opened)
        self._lay_out(name)

    def fitting(self) -> Sequence[Value]:
        """The rows that the filter and the search let through."""
        raise NotImplementedError

    def explain(self) -> None:
        """Say in `empty` why there are none."""
        raise NotImplementedError

    def refresh(self) -> None:
        self._listed = self.fitting()
        self.cards.show_rows(self._listed)
        self._stack.setCurrentIndex(0 if self._listed else 1)
        if not self._listed:
            self.explain()

    def choose(self, id: UUID) -> bool:
        """Make a row current; a filter that hides it is taken off."""
        if not self.cards.choose(id):
            self.filters.choose(self._whole)
            self.search.clear()
            self.refresh()
        return self.cards.choose(id)

    def first(self) -> UUID | None:
        current = self.cards.current_id()
        if not isinstance(current, UUID) and self._listed:
            current = self._listed[0].id
        return current if isinstance(current, UUID) else None

    def has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return self.isAncestorOf(focus) if focus else False

    def take_focus(self, *, quietly: bool = False) -> None:
        """`quietly`: without telling which row is current, as when the page shows one the list has not got yet."""
        before = self.cards.blockSignals(quietly)
        (self.cards if self._listed else self.search).setFocus()
        self.cards.blockSignals(before)

    def _lay_out(self, name: str) -> None:
        head = column(margins=(5.5, 7, 5.5, 4), gap=3)
        head.addLayout(row(label(name, "h1"), None, self.tally))
        head.addWidget(self.search)
        head.addWidget(self.filters)
        whole = column(self, gap=0)
        whole.addLayout(head)
        whole.addWidget(line())
        whole.addWidget(self._stack, 1)
