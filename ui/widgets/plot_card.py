"""A plot in a card with the same numbers as a table: to look at, to walk with a screen reader, to copy, to print.

plot = PlotCard(self.tr("Kontakter om ugen"))
plot.show_plot(PlotData("bars", points, heads, target=6, target_text=self.tr("mål 6")))
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.policy import standing
from ui.widgets import announce
from ui.widgets.card import Card
from ui.widgets.figure_table import FigureTable
from ui.widgets.flow import Flow
from ui.widgets.plot import Plot, PlotData


class PlotCard(Card):
    """`print_asked(card)`; `copied(card)`: its numbers are on the clipboard. `note`: what goes with them wherever they
    go."""

    print_asked = Signal(object)
    copied = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None, *, note: str = "") -> None:
        super().__init__(title, parent=parent)
        self._goes_with = note
        self._title_text = title
        self.plot = Plot(title)
        self.table = FigureTable(title)
        self._data: PlotData | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.plot)
        self._stack.addWidget(self.table)
        self.turn, self.copy = _small(""), _small(self.tr("Kopiér tal"))
        self.print = _small(self.tr("Udskriv"))
        self.print.setAccessibleName(f"{self.tr('Udskriv')}: {title}")
        self.print.clicked.connect(lambda: self.print_asked.emit(self))
        self.copy.setAccessibleName(f"{self.tr('Kopiér tal')}: {title}")
        self._title.setWordWrap(True)  # a long title goes on below, and the page stays as wide as its window
        self.head.setStretchFactor(self._title, 100)
        self.body.addWidget(self._stack)
        self.body.addLayout(Flow(self.turn, self.copy, self.print, gap=4, between=1))
        self.turn.clicked.connect(lambda: self.show_table(self._stack.currentIndex() == 0))
        self.copy.clicked.connect(self.copy_numbers)
        self.show_table(False)

    def show_plot(self, data: PlotData) -> None:
        self._data = data
        self.plot.show_data(data)
        self.table.show_rows(data.heads, data.rows())
        self.copy.setEnabled(not data.is_empty)
        self.print.setEnabled(not data.is_empty)
        self.print.setVisible(standing.allow_print())
        self.copy.setVisible(standing.allow_export())

    @property
    def data(self) -> PlotData | None:
        """What is shown."""
        return self._data

    @property
    def title(self) -> str:
        return self._title_text

    def show_table(self, table: bool) -> None:  # noqa: FBT001
        self._stack.setCurrentIndex(1 if table else 0)
        text = self.tr("Vis som graf") if table else self.tr("Vis som tabel")
        self.turn.setText(text)
        self.turn.setAccessibleName(f"{text}: {self._title_text}")

    def copy_numbers(self) -> None:
        """Tab-separated, as a spreadsheet takes them."""
        if self._data is None:
            return
        lines = ["\t".join(line) for line in (self._data.heads, *self._data.rows())]
        parts = (self._title_text, *lines, self._goes_with)
        QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))
        announce.say(self, self.tr("Tallene er kopieret."))
        self.copied.emit(self)


def _small(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("kind", "link")
    return made
