"""What is done with a review and its items: begin, score, remark, seal and close; the papers and rows behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.review import ReviewKind
from app.reports.fidelity import Computed
from app.services import charts as drawing
from app.services import fidelity, reviewing
from app.services.charts import Drawn
from app.services.door import Saved
from app.services.export import What
from app.services.fidelity import FidelityPage
from app.services.reviewing import NotYet
from ui.desk import Desk
from ui.fidelity import view
from ui.fidelity.charts import ChartsDialog
from ui.fidelity.forms import BeginForm, RemarkForm, TaskForm
from ui.found import plot_printing
from ui.found.dialog import FoundDialog
from ui.found.export import ExportDialog
from ui.text.numbers import said
from ui.widgets import form_answer
from ui.widgets.form import Form, chosen_day
from ui.widgets.plot_card import PlotCard

_TASK_DAYS = 30
Shown = Callable[[], tuple[FidelityPage | None, Computed | None]]


class Acts(QObject):
    """`shown()`: the page's figures and the chosen item, each None until it is there. `host` carries the dialogs."""

    def __init__(self, desk: Desk, host: QWidget, shown: Shown) -> None:
        super().__init__(host)
        self._desk, self._host, self._shown = desk, host, shown

    @property
    def _page(self) -> FidelityPage | None:
        return self._shown()[0]

    def _others(self) -> dict[str, str]:
        """Person id → name, of the jobcenter's other people."""
        page = self._page
        return {id: name for id, name in page.names.items() if id != page.me} if page else {}

    def begin(self) -> None:
        if self._page is None:
            return
        form = BeginForm(self._others(), self._page.scale.id, self._host)

        def ask() -> None:
            form.wait()
            act = partial(
                reviewing.begin, kind=ReviewKind(form.kind.currentData()), months=int(form.months.currentData()),
                first=form.first.currentData(), second=form.second.currentData(), used=form.scale.currentData(),
                now=self._desk.now(),
            )  # fmt: skip
            self._desk.work.run(form, act, partial(self._settle, form))

        form.asked.connect(ask)
        form.open()

    def _settle(self, form: Form, answer: object) -> None:
        if isinstance(answer, NotYet):
            form.reject()
            self._answered(answer)
        else:
            form_answer.settle(form, answer, lambda _: None)  # type: ignore[arg-type]

    def report(self) -> None:
        if self._page is not None:
            dialog = ExportDialog(self._desk, self._host, self._page.period, None, What.FIDELITY)
            dialog.leaves.setChecked(self._page.standing is not None)  # only a review leaves the team
            dialog.open()

    def charts(self) -> None:
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
            dialog = ChartsDialog(answer.charts, answer.who, self._host)
            period = self._page.period
            dialog.export.clicked.connect(
                lambda: ExportDialog(self._desk, dialog, period, None, What.CHARTS).open()
            )
            dialog.open()

    def approve(self, score: object) -> None:
        page, one = self._shown()
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

    def tick(self, ticks: object) -> None:
        page, one = self._shown()
        if one is None or page is None or page.standing is None or not isinstance(ticks, tuple):
            return
        act = partial(
            reviewing.tick, id=page.standing.review.id, item=one.item.code, ticks=ticks, now=self._desk.now()
        )
        self._desk.work.run(self, act, self._answered)

    def seal(self) -> None:
        self._do(reviewing.seal)

    def close(self) -> None:
        self._do(reviewing.close)

    def _do(self, act: Any) -> None:
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
            case "not_leader":
                return self.tr("Teamlederen begynder en gennemgang og siger, hvem der vurderer.")
            case "nobody":
                return self.tr("Der er ingen forløb i perioden at trække.")
            case "together":
                return self.tr("Den fælles score kommer, når begge har afleveret.")
            case _:
                return self.tr("Gennemgangen er afsluttet.")

    def rows(self, fact: str) -> None:
        page, one = self._shown()
        if one is None or page is None:
            return
        parts = [
            (self.tr("Sådan er tallet fundet"), view.how(one)),
            (self.tr("Bygger på"), view.basis(page, one)),
        ]
        if page.frozen:
            parts.append((self.tr("Rækkerne"), self.tr("De er vist, som de er i dag. Tallet er frosset.")))
        dialog = FoundDialog(said(one.item.name), parts, self._host)
        dialog.wanted.connect(lambda id: self._desk.go("caseload", id))
        now, period = self._desk.now(), page.period
        self._desk.work.run(dialog, lambda v: fidelity.rows(v, fact, period, now=now), dialog.show_rows)
        dialog.open()

    def print(self, card: object) -> None:
        if self._page is not None and isinstance(card, PlotCard):
            plot_printing.ask(self._desk, self._host, card, self._page.period)

    def copied(self, card: object) -> None:
        del card
        if self._page is not None:
            plot_printing.copied(self._desk, self._host, self._page.period)

    def remark(self) -> None:
        page, one = self._shown()
        if one is None or page is None or page.standing is None:
            return
        id, code = page.standing.review.id, one.item.code
        form = RemarkForm(page.standing.scores.get(code), self._host)

        def ask() -> None:
            form.wait()
            words = form.words()
            act = partial(
                reviewing.remark, id=id, item=code, comment=words["comment"], recommendation=words["recommendation"],
                now=self._desk.now(), kept=form.kept,
            )  # fmt: skip
            self._desk.work.run(form, act, partial(self._settle, form))

        form.asked.connect(ask)
        form.open()

    def task(self) -> None:
        page, one = self._shown()
        if one is None or page is None or page.standing is None:
            return
        id, code = page.standing.review.id, one.item.code
        form = TaskForm(self._others(), self._desk.now().date() + timedelta(days=_TASK_DAYS), self._host)

        def ask() -> None:
            form.wait()
            act = partial(
                reviewing.recommend, id=id, item=code, due_on=chosen_day(form.due), owner=form.owner.currentData(),
                now=self._desk.now(),
            )  # fmt: skip
            self._desk.work.run(form, act, partial(self._made_task, form))

        form.asked.connect(ask)
        form.open()

    def _made_task(self, form: Form, answer: object) -> None:
        self._settle(form, answer)
        if isinstance(answer, Saved):
            self._desk.tell(self.tr("Anbefalingen er nu en opgave."))
