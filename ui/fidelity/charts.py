"""The charts drawn for a review: numbers of the courses under a number each, and who they are on this computer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from app.reports.charts import Chart
from app.reports.papers import charts_paper
from app.reports.papers.paper import told
from ui.text import language
from ui.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.figure_table import FigureTable
from ui.widgets.labels import label


class ChartsDialog(QDialog):
    """One column for each chart, so that the reviewers read down a course. `who`: number → name, where it is known."""

    def __init__(self, charts: Sequence[Chart], who: Mapping[int, str], parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("Udtrukne journaler")
        self.setWindowTitle("Feltjournal")
        self.setAccessibleName(title)
        self.setModal(True)
        self.table = FigureTable(title)
        self.table.setMinimumHeight(theme().size("barRow") * 4)
        self.export = QPushButton(self.tr("Eksportér"))
        close = QPushButton(self.tr("Luk"))
        close.clicked.connect(self.accept)
        whole = column(self, margins=(6, 5, 6, 5), gap=4)
        whole.addWidget(label(title, "title", wrap=True))
        whole.addWidget(label(self._about(bool(who)), "muted", wrap=True))
        whole.addWidget(self.table, 1)
        whole.addLayout(row(None, self.export, close, gap=2.5))
        self.resize(theme().size("cardWide") * 2, theme().size("cardWide"))
        self.resize(self.size().boundedTo(parent.window().size()))
        self.finished.connect(parent.window().activateWindow)
        shown = charts_paper.table(charts, language.code(), who)
        self.table.show_rows(shown.heads, [[told(cell) for cell in cells] for cells in shown.rows])
        self.table.setFocus()

    def _about(self, named: bool) -> str:  # noqa: FBT001
        if named:
            return self.tr("Trukket ved lod. Navnene ses kun på denne computer; andre ser numrene.")
        return self.tr("Trukket ved lod. Hvem numrene er, ses kun på den computer, der trak.")
