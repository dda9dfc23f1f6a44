"""The reckoner: a benefit, an hourly pay, and what so many hours a week leave; how sure each rate is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QWidget,
)

from app.domain import benefits as rules
from app.domain.benefits import Answer, Benefit, RateFile, RateStatus
from app.services import benefits
from ui.benefits.plot import Plot
from ui.desk import Desk
from ui.theme import theme
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.card import Card
from ui.widgets.field_group import FieldGroup
from ui.widgets.figure_table import FigureTable
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.managed import lock_for

HOURS = (0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 37.0)
_PAY = 150


class BenefitsWindow(QWidget):
    """Nothing that is shown here is stored; Esc closes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Feltjournal")
        self.setProperty("surface", "page")
        self.resize(theme().size("noteWidth"), theme().size("noteHeight"))
        self._desk = desk
        self._rates: RateFile | None = None
        self.answer: Answer | None = None
        self.benefit, self.pay = QComboBox(), QSpinBox()
        self.pay.setRange(1, 1_000)
        self.pay.setValue(_PAY)
        self.pay.setSuffix(self.tr(" kr."))
        self.table = FigureTable(self.tr("Løn og ydelse efter timer om ugen"))
        self.plot = Plot()
        self._year, self._used, self._unknown = (
            label("", "muted"),
            label("", "muted", wrap=True),
            label("", wrap=True),
        )
        self.print = QPushButton(self.tr("Gem som PDF"))
        self._lay_out()
        self.benefit.currentIndexChanged.connect(self._reckon)
        self.pay.valueChanged.connect(self._reckon)
        self.print.clicked.connect(self._save)
        if not self._may_leave():
            lock_for(self.print, desk.settings)
        now = desk.now()
        desk.work.run(self, lambda vault: benefits.rates(vault, now=now), self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def save_pdf(self, file: Path) -> bool:
        """Only amounts that are verified may stand on paper; False when nothing was written."""
        if not self._may_leave():
            return False
        if self.answer is None or not self.answer.printable:
            self._desk.tell(
                self.tr("Kan ikke skrives ud: en sats er ikke bekræftet. Spørg den, der udbetaler.")
            )
            return False
        writer = QPdfWriter(str(file))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        document = QTextDocument()
        document.setHtml(self._html())
        document.print_(writer)
        self._desk.tell(self.tr("Gemt som PDF uden navn."))
        return True

    def _show(self, rates: RateFile) -> None:
        self._rates = rates
        for code, words in self._names().items():
            if rules.can_answer(code, rates):
                self.benefit.addItem(words, code.value)
        year = self.tr("Satser for %1").replace("%1", str(rates.valid_from.year))
        if not rates.holds(self._desk.now().date()):
            year = self.tr("Satserne er fra %1 og gælder ikke længere.").replace(
                "%1", str(rates.valid_from.year)
            )
        self._year.setText(year)
        self._unknown.setText(self._not_modelled(rates))
        self._reckon()

    def _reckon(self) -> None:
        if self._rates is None or self.benefit.currentData() is None:
            return
        chosen = Benefit(self.benefit.currentData())
        self.answer = rules.answer(chosen, self._rates, hours=HOURS, hourly_pay=self.pay.value())
        self.table.show_rows(
            self._heads(),
            [
                (self._named(one.hours), _money(one.wage), _money(one.benefit), _money(one.together))
                for one in self.answer.steps
            ],
        )
        self.table.show_all()
        self.plot.show_steps(self.answer.steps)
        said = [
            f"{self._rate_name(r.id)}: {_money(r.amount)} kr. ({self._status(r.status)})"
            for r in self.answer.used
        ]
        self._used.setText(self.tr("Regnet med: %1.").replace("%1", " · ".join(said)))

    def _may_leave(self) -> bool:
        """A paper is a file and is printed: the policy may be against either."""
        settings = self._desk.settings
        return settings.allow_print and settings.allow_export

    def _save(self) -> None:
        if self.answer is None or not self.answer.printable:
            self.save_pdf(Path())
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Gem som PDF"), "timer-og-ydelse.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save_pdf(Path(name))

    def _html(self) -> str:
        steps = self.answer.steps if self.answer else ()
        rows = "".join(
            f"<tr><td>{s.hours:g}</td><td>{_money(s.wage)}</td><td>{_money(s.benefit)}</td><td>{_money(s.together)}</td></tr>"
            for s in steps
        )
        heads = "".join(f"<th>{words}</th>" for words in self._heads())
        parts = (
            self.benefit.currentText(),
            self._year.text(),
            self._used.text(),
            self._unknown.text(),
            self._advice(),
        )
        return (
            f"<h2>{parts[0]}</h2><table border='1' cellpadding='4'><tr>{heads}</tr>{rows}</table>"
            + "".join(f"<p>{part}</p>" for part in parts[1:])
        )

    def _lay_out(self) -> None:
        body = QWidget()
        fields = Flow(
            FieldGroup(self.tr("Ydelse"), self.benefit),
            FieldGroup(self.tr("Timeløn før skat"), self.pay),
            gap=3,
            between=3,
        )
        whole = column(body, margins=(9, 6, 9, 6), gap=4)
        head = label(self.tr("Hvad betyder timer om ugen?"), "h1", wrap=True)
        whole.addLayout(self._head(head))
        picture = Card(self.tr("I alt før skat pr. måned"))
        picture.body.addLayout(fields)
        picture.body.addWidget(self.plot)
        whole.addWidget(picture)
        figures = Card(self.tr("Tallene"))
        figures.body.addWidget(self.table)
        whole.addWidget(figures)
        reserve = Card(self.tr("Det skal du vide"))
        for part in (label(self._advice(), "strong", wrap=True), self._unknown, self._used):
            reserve.body.addWidget(part)
        whole.addWidget(reserve)
        whole.addStretch(1)
        column(self, scrolled(body))

    def _head(self, title: QWidget) -> QHBoxLayout:
        made = row(gap=3)
        made.addLayout(column(None, title, self._year, gap=1), 1)
        made.addWidget(self.print, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _named(self, hours: float) -> str:
        return self.tr("%1 timer").replace("%1", f"{hours:g}") if hours else self.tr("Ingen timer")

    def _heads(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Timer om ugen"),
            self.tr("Løn pr. måned"),
            self.tr("Ydelse pr. måned"),
            self.tr("I alt før skat"),
        )

    def _advice(self) -> str:
        return self.tr(
            "Vejledende for en enlig. Spørg ydelseskontoret, a-kassen eller Udbetaling Danmark, og oplys altid løn."
        )

    def _not_modelled(self, rates: RateFile) -> str:
        names = {
            "tax": self.tr("skat"), "housing": self.tr("boligstøtte"), "spouse": self.tr("ægtefælle"),
            "children": self.tr("børn"), "debt": self.tr("gæld"), "student_grant": self.tr("SU"),
            "pension": self.tr("pension"), "time_limits": self.tr("hvor længe ydelsen kan fås"),
        }  # fmt: skip
        words = ", ".join(names.get(name, name) for name in rates.not_modelled)
        return self.tr("Ikke regnet med: %1.").replace("%1", words)

    def _names(self) -> dict[Benefit, str]:
        return {
            Benefit.CASH_HIGH: self.tr("Kontanthjælp, forhøjet sats"), Benefit.CASH_BASIC: self.tr("Kontanthjælp, grundsats"),
            Benefit.CASH_MIN: self.tr("Kontanthjælp, mindstesats"), Benefit.CASH_HOME: self.tr("Kontanthjælp, hjemmeboende"),
            Benefit.FLEX_SUBSIDY: self.tr("Fleksløntilskud"), Benefit.UNEMPLOYMENT: self.tr("Dagpenge"),
            Benefit.SICKNESS: self.tr("Sygedagpenge"), Benefit.EARLY_PENSION: self.tr("Førtidspension, enlig"),
        }  # fmt: skip

    def _rate_name(self, id: str) -> str:
        known: dict[str, Callable[[], str]] = {
            "dagpenge_max": lambda: self.tr("højeste dagpenge"), "flex.bend": lambda: self.tr("knæk i fleksløntilskud"),
            "cash.low.cap": lambda: self.tr("loft for løn og ydelse"), "sick.week": lambda: self.tr("højeste sats om ugen"),
            "pension.single.disregard": lambda: self.tr("fribeløb om året"),
        }  # fmt: skip
        if id in known:
            return known[id]()
        return self.tr("fribeløb") if id.endswith(".disregard") else self.tr("sats")

    def _status(self, status: RateStatus) -> str:
        return {
            RateStatus.VERIFIED: self.tr("bekræftet"), RateStatus.SECONDARY: self.tr("anden kilde"),
            RateStatus.AGREEMENT: self.tr("aftaletekst"), RateStatus.ESTIMATE: self.tr("skøn"),
        }[status]  # fmt: skip


def _money(amount: int) -> str:
    return QLocale().toString(amount)


def open_benefits(desk: Desk, target: object) -> BenefitsWindow:
    del target
    return BenefitsWindow(desk)
