"""One item: its score, how the number was found, what would raise it, evidence, components, remarks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from app.reports.fidelity import Computed, TrendPoint, ticked
from app.services.fidelity import FidelityPage
from ui.fidelity import view
from ui.text import numbers
from ui.text.numbers import said
from ui.theme import theme
from ui.widgets.boxes import clear, column, row, scrolled
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.figure_table import FigureTable
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.plot_card import PlotCard
from ui.widgets.segments import Option, Segments

CANNOT = "cannot"
_MONTH, _WEEK = "month", "week"


class ItemView(QWidget):
    """`approved(score)`: a number 1 to 5, or None for cannot be assessed. `ticks_changed(tuple)`. `rows_asked(fact)`."""

    approved = Signal(object)
    ticks_changed = Signal(object)
    rows_asked = Signal(str)
    remark_asked = Signal()
    task_asked = Signal()
    step_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one: Computed | None = None
        self.name, self._under = label("", "h1", wrap=True), label("", "muted", wrap=True)
        self._chip = Chip("", "info")
        options = [Option(str(n), str(n)) for n in range(1, 6)]
        self.scores = Segments(self.tr("Score"), (*options, Option(CANNOT, self.tr("Kan ikke vurderes"))))
        self.approve = QPushButton(self.tr("Godkend"))
        self.approve.setProperty("kind", "primary")
        self.approve.clicked.connect(self._approve)
        self._score = Card(self.tr("Score"))
        self._apart = label("", "", wrap=True)
        self._found = Card(self.tr("Sådan er tallet fundet"))
        self._value = label("", "num", wrap=True)
        self._how, self._basis = label("", wrap=True), label("", "muted", wrap=True)
        self._better, self._adapted = label("", "medium", wrap=True), label("", "muted", wrap=True)
        self.rows = _small(self.tr("Vis rækkerne"), self._ask_rows)
        self._each = FigureTable(self.tr("Pr. konsulent"))
        self._evidence = Card(self.tr("Belæg"))
        self._sentences = column(gap=1)
        self._parts = Card(self.tr("Komponenter"))
        self._boxes = column(gap=1)
        self.checks: dict[str, QCheckBox] = {}
        self._remarks = Card(self.tr("Bemærkning og anbefaling"))
        self._comment, self._advice = label("", wrap=True), label("", wrap=True)
        self.remark = _small(self.tr("Skriv"), self.remark_asked.emit)
        self.task = _small(self.tr("Gør anbefalingen til en opgave"), self.task_asked.emit)
        self.trend = PlotCard(self.tr("Udvikling"), note=self.tr("Kun til teamet: små tal er ikke skjult."))
        self.step = Segments(
            self.tr("Trin i udviklingen"),
            (Option(_MONTH, self.tr("Måned for måned")), Option(_WEEK, self.tr("Uge for uge"))),
        )
        self.step.chosen.connect(lambda _: self.step_asked.emit())
        self._lay_out()

    def show_item(self, page: FidelityPage, one: Computed) -> None:
        self._one = one
        stands = page.standing.scores.get(one.item.code) if page.standing else None
        self.name.setText(f"{one.item.no}. {said(one.item.name)}")
        self._under.setText(said(next(name for code, name in page.scale.groups if code == one.item.group)))
        chip = view.card(page, one)
        self._chip.show_chip(chip.chip, chip.chip_tone)
        self._chip.setVisible(bool(chip.chip))
        self._show_found(page, one)
        self._show_score(page, one)
        self._show_parts(page, one)
        self._comment.setText(stands.comment if stands else "")
        self._advice.setText(stands.recommendation if stands else "")
        for part in (self._comment, self._advice):
            part.setVisible(bool(part.text()))
        judges = page.standing is not None and page.standing.judges
        self._remarks.setVisible(page.standing is not None)
        self.remark.setVisible(judges)
        self.task.setVisible(bool(judges and stands and stands.recommendation and stands.task is None))

    def weekly(self) -> bool:
        return self.step.current() == _WEEK

    def show_trend(self, points: tuple[TrendPoint, ...]) -> None:
        if self._one is not None:
            self.trend.show_plot(view.trend(points, self._one.item.unit, weekly=self.weekly()))

    def _show_found(self, page: FidelityPage, one: Computed) -> None:
        fact = one.fact
        self._value.setText(numbers.figure(fact.value, one.item.unit) if fact else "")
        self._value.setVisible(fact is not None and fact.value is not None)
        self._how.setText(view.how(one))
        self._basis.setText(view.basis(page, one))
        self._better.setText(view.what_if(page, one))
        checked = (
            ""
            if one.item.checked or not one.item.levels
            else self.tr("Grænserne er ikke kontrolleret mod manualen.")
        )
        self._adapted.setText(" ".join(part for part in (said(one.item.adaptation), checked) if part))
        for part in (self._basis, self._better, self._adapted):
            part.setVisible(bool(part.text()))
        self.rows.setVisible(bool(fact and (fact.rows or (page.frozen and fact.n))))
        each = view.each(one, page.names)
        self._each.show_rows((self.tr("Konsulent"), self.tr("Værdi")), each)
        self._each.setVisible(len(each) > 1)
        self._each.setFixedHeight(theme().size("controlSmall") * (min(len(each), 6) + 2))
        self.trend.setVisible(bool(one.item.fact))
        clear(self._sentences)
        sentences = view.evidence(page, one)
        for text in sentences:
            self._sentences.addWidget(label(text, wrap=True))
        self._evidence.setVisible(bool(sentences))

    def _show_score(self, page: FidelityPage, one: Computed) -> None:
        standing = page.standing
        self._score.setVisible(standing is not None)
        if standing is None:
            return
        stands = standing.scores.get(one.item.code)
        together = len(standing.review.reviewers) > 1
        alone = together and not standing.apart
        own = standing.own.get(one.item.code, one.proposal) if alone else None
        if alone:
            shown = CANNOT if one.item.code in standing.own and own is None else str(own or 3)
        else:
            score = stands.score if stands and stands.score else one.proposal
            shown = CANNOT if stands and stands.cannot else str(score or 3)
        self.scores.choose(shown)
        self.approve.setText(self.tr("Gem min score") if alone else self.tr("Godkend"))
        self.approve.setEnabled(standing.judges and not (alone and standing.own_sealed))
        self._apart.setText(self._given(page, one, alone=alone))
        self._apart.setVisible(bool(self._apart.text()))

    def _given(self, page: FidelityPage, one: Computed, *, alone: bool) -> str:
        standing = page.standing
        if standing is None:
            return ""
        if alone:
            set_ = one.item.code in standing.own
            return (
                self.tr("Din score er gemt på denne computer.")
                if set_
                else self.tr("Du har ikke vurderet punktet.")
            )
        told = [
            f"{page.names.get(who, who)}: {view.score_words(scores.get(one.item.code))}"
            for who, scores in standing.apart.items()
        ]
        return " · ".join(told)

    def _show_parts(self, page: FidelityPage, one: Computed) -> None:
        clear(self._boxes)
        self.checks = {}
        stands = page.standing.scores.get(one.item.code) if page.standing else None
        for part in one.item.components:
            box = QCheckBox(said(part.name))
            box.setChecked(bool(stands and part.code in stands.ticks))
            box.setEnabled(page.standing is not None and page.standing.judges and not part.blocked)
            box.toggled.connect(self._ticked)
            self.checks[part.code] = box
            self._boxes.addWidget(box)
            if part.blocked:
                self._boxes.addWidget(label(said(part.blocked), "muted", wrap=True))
        for n, words in enumerate(one.item.choices, 1):
            self._boxes.addWidget(label(f"{n}  {said(words)}", wrap=True))
        if one.item.components and page.standing:
            score = ticked(one.item, len(stands.ticks) if stands else 0)
            self._boxes.addWidget(label(self.tr("Kryds giver %1").replace("%1", str(score)), "medium"))
        self._parts.show_title(self.tr("Komponenter") if one.item.components else self.tr("Trin"))
        self._parts.setVisible(bool(one.item.components or one.item.choices))

    def _ask_rows(self) -> None:
        if self._one is not None:
            self.rows_asked.emit(self._one.item.fact)

    def _ticked(self) -> None:
        self.ticks_changed.emit(tuple(code for code, box in self.checks.items() if box.isChecked()))

    def _approve(self) -> None:
        chosen = self.scores.current()
        self.approved.emit(None if chosen == CANNOT else int(chosen))

    def _lay_out(self) -> None:
        body = QWidget()
        whole = column(body, margins=(7, 4.5, 5, 4), gap=4)
        whole.addLayout(column(None, row(self.name, self._chip, gap=2.5), self._under, gap=0.5))
        self._score.body.addLayout(Flow(self.scores, self.approve, gap=3, between=2))
        self._score.body.addWidget(self._apart)
        for part in (self._value, self._how, self._basis, self._better, self._adapted, self._each):
            self._found.body.addWidget(part)
        self._found.head.addWidget(self.rows)
        self._evidence.body.addLayout(self._sentences)
        self._parts.body.addLayout(self._boxes)
        self._remarks.head.addWidget(self.remark)
        for part in (self._comment, self._advice):
            self._remarks.body.addWidget(part)
        self._remarks.body.addLayout(row(self.task, None))
        self.trend.body.insertWidget(0, self.step)
        for card in (self._score, self._found, self._parts, self._evidence, self._remarks, self.trend):
            whole.addWidget(card)
        whole.addStretch(1)
        column(self, scrolled(body))


def _small(text: str, act: Callable[[], object]) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("kind", "small")
    made.clicked.connect(act)
    return made
