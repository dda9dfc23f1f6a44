"""Fidelitet: the items of the scale, and beside them the one that is chosen."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSplitter, QWidget

from app.domain.changes import Changes, Topic
from app.domain.review import ReviewKind
from app.reports import scale
from app.reports.fidelity import Computed
from app.services import charts as drawing
from app.services import fidelity, reviewing
from app.services.charts import Drawn
from app.services.door import Saved
from app.services.export import What
from app.services.fidelity import FidelityPage
from app.services.reviewing import NotYet
from ui.commands import Command
from ui.desk import Desk, Room
from ui.fidelity import view
from ui.fidelity.charts import ChartsDialog
from ui.fidelity.forms import MONTHS, BeginForm, RemarkForm
from ui.fidelity.item import ItemView
from ui.found import plot_printing
from ui.found.dialog import FoundDialog
from ui.found.export import ExportDialog
from ui.text.numbers import said
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.boxes import column, line, row
from ui.widgets.card_list import CardList
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.plot import PlotCard
from ui.widgets.segments import Option, Segments

_MINE = frozenset({Topic.FIDELITY, Topic.EMPLOYERS, Topic.JOURNAL, Topic.CASELOAD, Topic.SYNC})
_TASK_DAYS = 30


class FidelityView(QWidget):
    """`arrive` takes None or an item's code."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page: FidelityPage | None = None
        self._shown = ""
        self._narrow = self._inside = False
        self._stale = True
        self._register_commands()
        self._total, self._period = label("", "medium", wrap=True), label("", "muted", wrap=True)
        self._reviewers = label("", "warn", wrap=True)
        self.filters = Segments(
            self.tr("Vis"),
            (
                Option(view.ALL, self.tr("Alle")),
                Option(view.ASK, self.tr("Forslag")),
                Option(view.OPEN, self.tr("Åbne")),
            ),
        )
        self.months = Segments(
            self.tr("Periode"),
            tuple(Option(str(n), self.tr("%1 mdr.").replace("%1", str(n))) for n in MONTHS),
        )
        self.months.choose(str(fidelity.MONTHS))
        self.scales = QComboBox()
        self.scales.setAccessibleName(self.tr("Skala"))
        for one in scale.shelf():
            self.scales.addItem(said(one.name), one.id)
        self.cards = CardList(self.tr("Punkter"))
        self.item = ItemView()
        self._lay_out()
        self.filters.chosen.connect(self._show_cards)
        self.months.chosen.connect(lambda _: self._reload())
        self.scales.currentIndexChanged.connect(lambda _: self._reload())
        self.cards.chosen.connect(self._chosen)
        self.cards.opened.connect(self._go_into)
        self.item.approved.connect(self._approve)
        self.item.ticks_changed.connect(self._tick)
        self.item.rows_asked.connect(self._rows)
        self.item.remark_asked.connect(self._remark)
        self.item.task_asked.connect(self._task)
        self.item.step_asked.connect(self._ask_trend)
        self.item.trend.print_asked.connect(self._print)
        desk.work.changed.connect(self._on_changed)

    def arrive(self, target: object) -> None:
        if isinstance(target, str) and target:
            self._shown = target
        if self._stale:
            self._reload()
        self.cards.setFocus()

    def place(self) -> object:
        return self._shown or None

    def fit(self, room: Room) -> None:
        self._narrow = room is Room.NARROW
        self._take_turns()

    def back(self) -> bool:
        if not self._narrow or not self._inside:
            return False
        self._inside = False
        self._take_turns()
        self.cards.setFocus()
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        QTimer.singleShot(0, self, self._desk.commands.refresh)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        QTimer.singleShot(0, self, self._desk.commands.refresh)

    def _register_commands(self) -> None:
        self._desk.commands.add(
            Command("fidelity.begin", self.tr("Ny &gennemgang"), self._begin, (), "plus", "view", self._can_begin),
            Command("fidelity.seal", self.tr("&Aflevér mine scorer"), self._seal, (), "check", "view", self._can_seal),
            Command("fidelity.close", self.tr("&Afslut gennemgangen"), self._close, (), "circle-check", "view", self._can_close),
            Command("fidelity.charts", self.tr("&Udtræk journaler"), self._charts, (), "list-checks", "view", self._has_review),
            Command("fidelity.report", self.tr("Fidelitets&rapport"), self._report, (), "printer", "view", self.isVisible),
            owner=self,
        )  # fmt: skip

    def _has_review(self) -> bool:
        return self.isVisible() and self._page is not None and self._page.standing is not None

    def _can_close(self) -> bool:
        one = self._page.standing if self._page else None
        return self.isVisible() and one is not None and one.judges

    def _can_begin(self) -> bool:
        return self.isVisible() and self._page is not None and self._page.standing is None

    def _can_seal(self) -> bool:
        one = self._page.standing if self._page else None
        mine = one is not None and self._page is not None and self._page.me in one.review.reviewers
        return bool(
            self.isVisible() and one and mine and len(one.review.reviewers) > 1 and not one.own_sealed
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes & _MINE:
            self._stale = True
            if Topic.SYNC in changes or Topic.FIDELITY in changes:
                now = self._desk.now()
                self._desk.work.run(self, lambda v: reviewing.open_when_both_in(v, now=now), lambda _: None)
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._stale = False
        now, months, used = self._desk.now(), int(self.months.current()), self.scales.currentData()
        self._desk.work.latest(
            self, "page", lambda v: fidelity.page(v, now=now, months=months, used=used), self._show
        )

    def _show(self, page: FidelityPage) -> None:
        self._page = page
        self._total.setText(view.total(page))
        self._period.setText(view.period(page))
        self.months.setVisible(page.standing is None)
        self.scales.setVisible(page.standing is None and self.scales.count() > 1)
        self._reviewers.setText(view.reviewers(page))
        self._reviewers.setVisible(bool(self._reviewers.text()))
        for which, count in view.counts(page).items():
            self.filters.show_count(which, count)
        self._show_cards()
        self._desk.commands.refresh()
        for button, possible in zip(
            self._buttons,
            (self._can_begin, self._can_seal, self._can_close, self._has_review),
            strict=True,
        ):
            button.setVisible(possible() or (page.standing is None and button is self._buttons[0]))

    def _show_cards(self, which: str = "") -> None:
        del which
        if self._page is None:
            return
        self.cards.show_rows(view.wanted(self._page, self.filters.current()))
        if self._one() is None:
            self._shown = self._page.items[0].item.code
        self.cards.choose(self._shown)
        self._show_item()

    def _one(self) -> Computed | None:
        if self._page is None:
            return None
        return next((one for one in self._page.items if one.item.code == self._shown), None)

    def _show_item(self) -> None:
        one = self._one()
        if one is None or self._page is None:
            return
        self.item.show_item(self._page, one)
        self._ask_trend()

    def _ask_trend(self) -> None:
        one, page = self._one(), self._page
        if one is None or page is None or not one.item.fact:
            return
        now, code, used, weekly = self._desk.now(), one.item.code, page.scale.id, self.item.weekly()
        months = int(self.months.current())
        self._desk.work.latest(
            self,
            "trend",
            lambda v: fidelity.trend(v, code, now=now, months=months, used=used, weekly=weekly),
            self.item.show_trend,
        )

    def _chosen(self, code: object) -> None:
        if isinstance(code, str) and code != self._shown:
            self._shown = code
            self._show_item()

    def _go_into(self, code: object) -> None:
        self._chosen(code)
        self._inside = True
        self._take_turns()
        (self.item.approve if self.item.approve.isVisibleTo(self) else self.item.rows).setFocus()

    def _take_turns(self) -> None:
        self._left.setVisible(not self._narrow or not self._inside)
        self.item.setVisible(not self._narrow or self._inside)

    def _begin(self) -> None:
        if self._page is None:
            return
        others = {id: name for id, name in self._page.names.items() if id != self._page.me}
        form = BeginForm(others, self._page.scale.id, self)

        def ask() -> None:
            form.wait()
            kind, months = ReviewKind(form.kind.currentData()), int(form.months.currentData())
            second, used, now = form.second.currentData(), form.scale.currentData(), self._desk.now()
            self._desk.work.run(
                form,
                lambda v: reviewing.begin(v, kind=kind, now=now, months=months, second=second, used=used),
                lambda answer: form_answer.settle(form, answer, lambda _: None),
            )

        form.asked.connect(ask)
        form.open()

    def _report(self) -> None:
        if self._page is not None:
            ExportDialog(self._desk, self, self._page.period, None, What.FIDELITY).open()

    def _charts(self) -> None:
        """Draw where nothing is drawn yet; then show what was."""
        standing = self._page.standing if self._page else None
        if standing is None:
            return
        id, now = standing.review.id, self._desk.now()

        def job(vault: Any) -> object:
            answer = None if standing.charts else drawing.draw(vault, id, now=now)
            refused = (
                isinstance(answer, NotYet) and answer.why != "drawn"
            )  # another's draw may have come meanwhile
            return answer if refused else drawing.drawn(vault, id)

        self._desk.work.run(self, job, self._show_charts)

    def _show_charts(self, answer: object) -> None:
        if isinstance(answer, NotYet):
            self._desk.tell(self._why(answer))
        elif isinstance(answer, Drawn) and self._page is not None:
            dialog = ChartsDialog(answer.charts, answer.who, self)
            period = self._page.period
            dialog.export.clicked.connect(
                lambda: ExportDialog(self._desk, dialog, period, None, What.CHARTS).open()
            )
            dialog.open()

    def _approve(self, score: object) -> None:
        one, page = self._one(), self._page
        if one is None or page is None or page.standing is None:
            return
        id, code, now = page.standing.review.id, one.item.code, self._desk.now()
        number = score if isinstance(score, int) else None
        alone = len(page.standing.review.reviewers) > 1 and not page.standing.apart

        def job(vault: Any) -> object:
            if alone:
                return reviewing.score_apart(vault, id, code, score=number, cannot=number is None)
            return reviewing.approve(vault, id, code, score=number, cannot=number is None, now=now)

        self._desk.work.run(self, job, self._answered)

    def _tick(self, ticks: object) -> None:
        one, page = self._one(), self._page
        if one is None or page is None or page.standing is None or not isinstance(ticks, tuple):
            return
        act = partial(
            reviewing.tick, id=page.standing.review.id, item=one.item.code, ticks=ticks, now=self._desk.now()
        )
        self._desk.work.run(self, act, self._answered)

    def _seal(self) -> None:
        self._act(reviewing.seal)

    def _close(self) -> None:
        self._act(reviewing.close)

    def _act(self, act: Any) -> None:
        if self._page is not None and self._page.standing is not None:
            id, now = self._page.standing.review.id, self._desk.now()
            self._desk.work.run(self, lambda v: act(v, id, now=now), self._answered)

    def _answered(self, answer: object) -> None:
        if isinstance(answer, NotYet):
            self._desk.tell(self._why(answer))
        elif not isinstance(answer, Saved):
            self._desk.tell(self.tr("Scoren passer ikke til punktet."))

    def _why(self, answer: NotYet) -> str:
        match answer.why:
            case "open_items":
                return self.tr("%n punkt(er) mangler endnu.", "", answer.open_items)
            case "sealed":
                return self.tr("Du har afleveret. Dine scorer kan ikke ændres.")
            case "not_reviewer":
                return self.tr("Kun de, der gennemgår, og teamlederen kan gøre det.")
            case "nobody":
                return self.tr("Der er ingen forløb i perioden at trække.")
            case "together":
                return self.tr("Den fælles score kommer, når begge har afleveret.")
            case _:
                return self.tr("Gennemgangen er afsluttet.")

    def _rows(self, fact: str) -> None:
        one, page = self._one(), self._page
        if one is None or page is None:
            return
        parts = [(self.tr("Sådan er tallet fundet"), view.how(one)), (self.tr("Bygger på"), view.basis(one))]
        if page.frozen:
            parts.append((self.tr("Rækkerne"), self.tr("De er vist, som de er i dag. Tallet er frosset.")))
        dialog = FoundDialog(said(one.item.name), parts, self)
        dialog.wanted.connect(lambda id: self._desk.go("caseload", id))
        now, period = self._desk.now(), page.period
        self._desk.work.run(dialog, lambda v: fidelity.rows(v, fact, period, now=now), dialog.show_rows)
        dialog.open()

    def _print(self, card: object) -> None:
        if self._page is not None and isinstance(card, PlotCard):
            plot_printing.ask(self._desk, self, card, self._page.period)

    def _remark(self) -> None:
        one, page = self._one(), self._page
        if one is None or page is None or page.standing is None:
            return
        id, code = page.standing.review.id, one.item.code
        form = RemarkForm(page.standing.scores.get(code), self)

        def ask() -> None:
            form.wait()
            words, kept, now = form.words(), form.kept, self._desk.now()
            self._desk.work.run(
                form,
                lambda v: reviewing.remark(
                    v,
                    id,
                    code,
                    comment=words["comment"],
                    recommendation=words["recommendation"],
                    now=now,
                    kept=kept,
                ),
                answer,
            )

        def answer(outcome: object) -> None:
            if isinstance(outcome, NotYet):
                form.reject()
                self._answered(outcome)
            else:
                form_answer.settle(form, outcome, lambda _: None)  # type: ignore[arg-type]

        form.asked.connect(ask)
        form.open()

    def _task(self) -> None:
        one, page = self._one(), self._page
        if one is None or page is None or page.standing is None:
            return
        id, code, now = page.standing.review.id, one.item.code, self._desk.now()
        due = now.date() + timedelta(days=_TASK_DAYS)
        self._desk.work.run(
            self, lambda v: reviewing.recommend(v, id, code, due_on=due, now=now), self._made_task
        )

    def _made_task(self, answer: object) -> None:
        if isinstance(answer, Saved):
            self._desk.tell(self.tr("Anbefalingen er nu en opgave. Den forfalder om 30 dage."))

    def _lay_out(self) -> None:
        make = self._desk.commands.button
        self._buttons = [
            make("fidelity.begin", "primary"),
            make("fidelity.seal", "primary"),
            make("fidelity.close"),
            make("fidelity.charts"),
        ]
        self._left = QFrame()
        self._left.setProperty("surface", "sunken")
        head = column(margins=(5.5, 4.5, 5.5, 4), gap=2)
        head.addLayout(row(label(self.tr("Fidelitet"), "h1"), None, make("fidelity.report", "glyph")))
        for part in (self._total, self._period, self._reviewers):
            head.addWidget(part)
        head.addLayout(Flow(*self._buttons, gap=2, between=2))
        head.addLayout(Flow(self.months, self.scales, gap=2, between=2))
        head.addWidget(self.filters)
        left = column(self._left, gap=0)
        left.addLayout(head)
        left.addWidget(line())
        left.addWidget(self.cards, 1)
        self._left.setMinimumWidth(theme().size("listNarrow"))
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._left)
        split.addWidget(self.item)
        split.setStretchFactor(1, 1)
        split.setSizes([theme().size("list"), theme().size("list") * 2])
        column(self, split)
