"""Tal: a period, a team or a consultant, the figures with what they rest on, and six plots."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QWidget

from app.domain.changes import Topic
from app.reports.breakdowns import Split, breakdowns
from app.reports.figures import groups
from app.reports.papers import figures_paper
from app.reports.papers.paper import told
from app.services import fidelity, figures, survey
from app.services.figures import FiguresPage
from ui.commands import Command
from ui.desk import Desk, Room
from ui.figures import view
from ui.figures.survey import SurveyForm
from ui.found import plot_printing
from ui.found.dialog import FoundDialog
from ui.found.export import ExportDialog
from ui.text import language, silence
from ui.text.numbers import said
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.card import Card
from ui.widgets.figure_table import FigureTable
from ui.widgets.flow import Flow
from ui.widgets.fresh import Fresh
from ui.widgets.labels import label
from ui.widgets.plot_card import PlotCard
from ui.widgets.row_list import RowList
from ui.widgets.segments import Option, Segments

_MINE = frozenset({Topic.CASELOAD, Topic.JOURNAL, Topic.EMPLOYERS, Topic.SYNC})
_PLOTS = ("contacts", "outside", "days", "starts", "lasting", "phases")


class FiguresView(QWidget):
    """`arrive` takes nothing."""

    loaded = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._back = 0
        self._page: FiguresPage | None = None
        self._register_commands()
        self.units = Segments(
            self.tr("Periode"),
            (
                Option("week", self.tr("Uge")),
                Option("month", self.tr("Måned")),
                Option("quarter", self.tr("Kvartal")),
                Option("year", self.tr("År")),
            ),
        )
        self.units.choose("quarter")
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Hvem"))
        self.who.addItem(self.tr("Hele teamet"), None)
        self._span, self._silent = label("", "muted", wrap=True), label("", "warn", wrap=True)
        titles = {
            "contacts": self.tr("Kontakter med arbejdsgivere om ugen"),
            "outside": self.tr("Tid ude af huset"),
            "days": self.tr("Dage til første arbejdsgiver"),
            "starts": self.tr("Job begyndt"),
            "lasting": self.tr("Uger i job"),
            "phases": self.tr("Sagsstamme efter fase"),
        }
        team_only = self.tr("Kun til teamet: små tal er ikke skjult.")
        self.plots = {name: PlotCard(titles[name], note=team_only) for name in _PLOTS}
        for card in self.plots.values():
            card.print_asked.connect(self._print)
            card.copied.connect(self._copied)
        self.lists = {group.code: RowList(said(group.name)) for group in groups()}
        self.splits = {one.id: FigureTable(said(one.label)) for one in breakdowns()}
        self._lay_out()
        self.units.chosen.connect(self._turn)
        self.who.currentIndexChanged.connect(self._reload)
        for rows in self.lists.values():
            rows.opened.connect(self._found)
        Fresh(self, desk.work, _MINE, self._reload)

    def arrive(self, target: object) -> None:
        del target
        self.units.setFocus()

    def fit(self, room: Room) -> None:
        wide = room is not Room.NARROW
        for grid in (self._grid, self._grid2, self._grid3):
            grid.setColumnStretch(1, 1 if wide else 0)  # an empty column would keep its half of the page
        for n, name in enumerate(_PLOTS):
            self._grid.addWidget(self.plots[name], n // 2 if wide else n, n % 2 if wide else 0)
        for n, card in enumerate(self._split_cards.values()):
            self._grid3.addWidget(card, n // 2 if wide else n, n % 2 if wide else 0)
        for n, group in enumerate(groups()):
            self._grid2.addWidget(self._cards[group.code], n // 2 if wide else n, n % 2 if wide else 0)

    def _register_commands(self) -> None:
        self._desk.commands.add(
            Command("figures.before", self.tr("&Forrige periode"), lambda: self._step(1), (), "chevron-left", "view", self.isVisible),
            Command("figures.after", self.tr("&Næste periode"), lambda: self._step(-1), (), "chevron-right", "view", self._can_go_on),
            Command("figures.table", self.tr("Vis grafer som &tabel"), self._tables, ("Ctrl+T",), "list-checks", "view", self.isVisible),
            Command("figures.survey", self.tr("&Landsundersøgelsen"), self._survey, (), "pencil", "view", self.isVisible),
            Command("figures.export", self.tr("&Eksportér tal"), self._export, (), "download", "view", self.isVisible),
            owner=self,
        )  # fmt: skip

    def _can_go_on(self) -> bool:
        return self.isVisible() and self._back > 0

    def _step(self, by: int) -> None:
        self._back = max(0, self._back + by)
        self._reload()

    def _turn(self, unit: str) -> None:
        del unit
        self._back = 0
        self._reload()

    def _tables(self) -> None:
        """All plots as tables, or back."""
        shown = any(card.table.isVisibleTo(self) for card in self.plots.values())
        for card in self.plots.values():
            card.show_table(not shown)

    def _reload(self) -> None:
        now, unit, back, who = self._desk.now(), self.units.current(), self._back, self.who.currentData()
        self._desk.work.latest(
            self, "figures", lambda v: figures.page(v, now=now, unit=unit, back=back, who=who), self._show
        )

    def _show(self, page: FiguresPage) -> None:
        self._page = page
        self._span.setText(view.title(page))
        self.who.setVisible(not page.own)
        self._silent.setText(silence.whole(page.silent, page.names, own=page.own))
        self._silent.setVisible(bool(page.silent))
        self._show_names(page)
        for code, rows in self.lists.items():
            rows.show_rows(view.rows(page.figures, code, page.silent))
        for split in page.splits:
            self._show_split(split)
        for name in _PLOTS:
            self.plots[name].show_plot(getattr(view, name)(page.series))
        self._after.setEnabled(self._back > 0)
        self.loaded.emit()

    def _show_split(self, split: Split) -> None:
        shown = figures_paper.split_table(split, frozenset(), language.code())
        table = self.splits[split.breakdown.id]
        table.show_rows(shown.heads, [[told(cell) for cell in row] for row in shown.rows])
        table.setFixedHeight(theme().size("controlSmall") * (len(shown.rows) + 2))
        self._split_cards[split.breakdown.id].setVisible(any(split.cells.values()))

    def _show_names(self, page: FiguresPage) -> None:
        wanted = [(name or self.tr("Mig"), id) for id, name in page.names.items()]
        if [(self.who.itemText(n), self.who.itemData(n)) for n in range(1, self.who.count())] == wanted:
            return
        current = self.who.currentData()
        self.who.blockSignals(True)
        while self.who.count() > 1:
            self.who.removeItem(1)
        for name, id in wanted:
            self.who.addItem(name, id)
        self.who.setCurrentIndex(max(self.who.findData(current), 0) if current is not None else 0)
        self.who.blockSignals(False)

    def _found(self, id: object) -> None:
        if self._page is None:
            return
        figure = next(one for one in self._page.figures if one.metric.id == id)
        dialog = FoundDialog(said(figure.metric.label), view.definition(figure.metric), self)
        dialog.wanted.connect(lambda id: self._desk.go("caseload", id))
        now, period = self._desk.now(), self._page.period
        self._desk.work.run(
            dialog, lambda v: fidelity.rows(v, figure.metric.id, period, now=now), dialog.show_rows
        )
        dialog.open()

    def _print(self, card: object) -> None:
        if self._page is not None and isinstance(card, PlotCard):
            plot_printing.ask(self._desk, self, card, self._page.period)

    def _copied(self, card: object) -> None:
        del card
        if self._page is not None:
            plot_printing.copied(self._desk, self, self._page.period)

    def _survey(self) -> None:
        year = (self._page.period.last if self._page else self._desk.now().date()).year
        form = SurveyForm(year, self)
        before = self._desk.now()
        self._desk.work.run(
            form,
            lambda v: (
                {**survey.answers(v, year), **survey.suggested(v, year, now=before)},
                survey.staff(v, year, now=before),
            ),
            lambda known: form.show_answers(*known),
        )

        def ask() -> None:
            form.wait()
            said, kept, now = form.answers(), form.kept, self._desk.now()
            self._desk.work.run(
                form,
                lambda v: survey.answer(v, year, said, now=now, kept=kept),
                lambda answer: form_answer.settle(form, answer, lambda _: self._desk.tell(form.thanks)),
            )

        form.asked.connect(ask)
        form.open()

    def _export(self) -> None:
        if self._page is not None:
            ExportDialog(self._desk, self, self._page.period, self._page.who).open()

    def _lay_out(self) -> None:
        make = self._desk.commands.button
        before, self._after = make("figures.before", "glyph"), make("figures.after", "glyph")
        buttons: list[QPushButton] = [make("figures.survey"), make("figures.export")]
        body = QWidget()
        whole = column(body, margins=(9, 6, 9, 4), gap=4)
        whole.addLayout(row(label(self.tr("Tal"), "h1"), None, *buttons, gap=2.5))
        whole.addLayout(Flow(self.units, before, self._after, self.who, gap=3, between=2))
        whole.addWidget(self._span)
        whole.addWidget(self._silent)
        self._grid, self._grid2, self._grid3 = QGridLayout(), QGridLayout(), QGridLayout()
        for grid in (self._grid, self._grid2, self._grid3):
            grid.setSpacing(theme().gap(4))
            grid.setColumnStretch(0, 1)
            whole.addLayout(grid)
        self._cards = {}
        for group in groups():
            card = Card(said(group.name))
            card.body.addWidget(self.lists[group.code])
            card.body.addStretch(1)
            self._cards[group.code] = card
        self._split_cards = {}
        for one in breakdowns():
            card = Card(said(one.label))
            card.body.addWidget(self.splits[one.id])
            card.body.addWidget(label(said(one.formula), "muted", wrap=True))
            card.body.addStretch(1)
            self._split_cards[one.id] = card
        whole.addStretch(1)
        self.fit(Room.WIDE)
        column(self, scrolled(body))
        self.setMinimumHeight(theme().size("windowMinHeight") // 2)
