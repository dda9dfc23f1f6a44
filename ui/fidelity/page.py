"""Fidelitet: the items of the scale, and beside them the one that is chosen."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSplitter, QWidget

from app.domain.changes import Changes, Topic
from app.reports import scale
from app.reports.fidelity import Computed
from app.services import fidelity, reviewing
from app.services.fidelity import FidelityPage
from ui.commands import Command
from ui.desk import Desk, Room
from ui.fidelity import view
from ui.fidelity.acts import Acts
from ui.fidelity.forms import MONTHS
from ui.fidelity.item import ItemView
from ui.text import silence
from ui.text.numbers import said
from ui.theme import theme
from ui.widgets.boxes import column, line, row
from ui.widgets.card_list import CardList
from ui.widgets.flow import Flow
from ui.widgets.fresh import Fresh
from ui.widgets.labels import label
from ui.widgets.segments import Option, Segments

_MINE = frozenset({Topic.FIDELITY, Topic.EMPLOYERS, Topic.JOURNAL, Topic.CASELOAD, Topic.SYNC})


class FidelityView(QWidget):
    """`arrive` takes None or an item's code."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page: FidelityPage | None = None
        self._shown = ""
        self._narrow = self._inside = self._answered = False
        self.acts = Acts(desk, self, lambda: (self._page, self._one()))
        self._register_commands()
        self._total, self._period = label("", "medium", wrap=True), label("", "muted", wrap=True)
        self._reviewers, self._silent = label("", "warn", wrap=True), label("", "warn", wrap=True)
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
        self.item.approved.connect(self.acts.approve)
        self.item.ticks_changed.connect(self.acts.tick)
        self.item.rows_asked.connect(self.acts.rows)
        self.item.remark_asked.connect(self.acts.remark)
        self.item.task_asked.connect(self.acts.task)
        self.item.step_asked.connect(self._ask_trend)
        self.item.trend.print_asked.connect(self.acts.print)
        self.item.trend.copied.connect(self.acts.copied)
        Fresh(self, desk.work, _MINE, self._reload)
        desk.work.changed.connect(self._on_changed)

    def arrive(self, target: object) -> None:
        if isinstance(target, str) and target:
            self._shown = target
        if self._answered:
            self._show_cards()
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
        self._desk.commands.share_keys_soon()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._desk.commands.share_keys_soon()

    def _register_commands(self) -> None:
        self._desk.commands.add(
            Command("fidelity.begin", self.tr("Ny &gennemgang"), self.acts.begin, (), "plus", "view", self._can_begin),
            Command("fidelity.seal", self.tr("&Aflevér mine scorer"), self.acts.seal, (), "check", "view", self._can_seal),
            Command("fidelity.close", self.tr("&Afslut gennemgangen"), self.acts.close, (), "circle-check", "view", self._can_close),
            Command("fidelity.charts", self.tr("&Udtræk journaler"), self.acts.charts, (), "list-checks", "view", self._has_review),
            Command("fidelity.report", self.tr("Fidelitets&rapport"), self.acts.report, (), "printer", "view", self.isVisible),
            owner=self,
        )  # fmt: skip

    def _has_review(self) -> bool:
        return self.isVisible() and self._page is not None and self._page.standing is not None

    def _can_close(self) -> bool:
        one = self._page.standing if self._page else None
        return self.isVisible() and one is not None and one.judges

    def _can_begin(self) -> bool:
        page = self._page
        return self.isVisible() and page is not None and page.standing is None and page.begins

    def _can_seal(self) -> bool:
        one = self._page.standing if self._page else None
        mine = one is not None and self._page is not None and self._page.me in one.review.reviewers
        return bool(
            self.isVisible() and one and mine and len(one.review.reviewers) > 1 and not one.own_sealed
        )

    def _on_changed(self, changes: Changes) -> None:
        """Whether anybody looks or not: sealed scores are opened when both are in."""
        if changes & {Topic.SYNC, Topic.FIDELITY}:
            now = self._desk.now()
            self._desk.work.run(self, lambda v: reviewing.open_when_both_in(v, now=now), lambda _: None)

    def _reload(self) -> None:
        self._answered = False
        now, months, used = self._desk.now(), int(self.months.current()), self.scales.currentData()
        self._desk.work.latest(
            self, "page", lambda v: fidelity.page(v, now=now, months=months, used=used), self._show
        )

    def _show(self, page: FidelityPage) -> None:
        self._page, self._answered = page, True
        self._total.setText(view.total(page))
        self._period.setText(view.period(page))
        self.months.setVisible(page.standing is None)
        self.scales.setVisible(page.standing is None and self.scales.count() > 1)
        self._reviewers.setText(view.reviewers(page))
        self._reviewers.setVisible(bool(self._reviewers.text()))
        words = silence.whole(page.silent, page.names, own=page.own)
        self._silent.setText(
            self.tr("Da gennemgangen begyndte: %1").replace("%1", words) if page.frozen else words
        )
        self._silent.setVisible(bool(page.silent))
        for which, count in view.counts(page).items():
            self.filters.show_count(which, count)
        self._show_cards()
        for button, possible in zip(
            self._buttons,
            (self._can_begin, self._can_seal, self._can_close, self._has_review),
            strict=True,
        ):
            button.setVisible(
                possible() or (page.standing is None and page.begins and button is self._buttons[0])
            )

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

    def _lay_out(self) -> None:
        make = self._desk.commands.button
        self._buttons = [
            make("fidelity.begin", "primary"),
            make("fidelity.seal", "primary"),
            make("fidelity.close", "small"),
            make("fidelity.charts", "small"),
        ]
        self._left = QFrame()
        self._left.setProperty("surface", "sunken")
        head = column(margins=(5.5, 4.5, 5.5, 4), gap=2)
        head.addLayout(row(label(self.tr("Fidelitet"), "h1"), None, make("fidelity.report", "glyph")))
        for part in (self._total, self._period, self._silent, self._reviewers):
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
