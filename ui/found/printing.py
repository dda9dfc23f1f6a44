"""See a paper before it is printed: as pages, or as text to be read aloud and enlarged; then print it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPageSize, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTextBrowser,
    QWidget,
)

from app.domain.log_rows import Period
from app.reports import periods
from app.services import caseload, printing
from app.services.export import ABOUT_ONE, Asked, Refused, What
from app.services.printing import PRINTED, Shown
from ui.desk import Desk
from ui.text import language, numbers
from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import clear, column, row, scrolled, surface
from ui.widgets.field_group import FieldGroup
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.segments import Option, Segments

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_AHEAD = timedelta(days=13)
_MONTHS = 6
PAGES, TEXT = "pages", "text"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper to begin with, and about whom."""

    what: What
    participant: UUID | None = None


class PrintWindow(QWidget):
    """Nothing leaves the program before »Udskriv«; what does stands in the log of exports. Esc closes."""

    def __init__(self, desk: Desk, wanted: Wanted) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Feltjournal")
        self.setProperty("surface", "page")
        self.resize(theme().size("noteWidth"), theme().size("noteHeight"))
        self._desk, self._wanted = desk, wanted
        self.shown: Shown | None = None
        self.what, self.whom, self.month = QComboBox(), QComboBox(), QComboBox()
        self._personal = label("", "warn", wrap=True)
        self.view = Segments(
            self.tr("Vis som"), (Option(PAGES, self.tr("&Sider")), Option(TEXT, self.tr("&Tekst")))
        )
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.print = QPushButton(self.tr("&Udskriv"))
        self.print.setProperty("kind", "primary")
        self._offer()
        self._lay_out()
        self.what.currentIndexChanged.connect(self._ask)
        self.whom.currentIndexChanged.connect(self._ask)
        self.month.currentIndexChanged.connect(self._ask)
        self.view.chosen.connect(self._turn)
        self.print.clicked.connect(self._choose_printer)
        desk.work.run(self, caseload.names, self._name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def print_on(self, printer: QPrinter) -> None:
        """Every page as it was shown, and a line in the log."""
        shown, now = self.shown, self._desk.now()
        if shown is None:
            return
        paint(printer, printing.sharp(shown, now=now))
        self._desk.work.run(self, partial(printing.printed, shown=shown, now=now), self._printed)

    # --- what it can be ------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        for what, words in (
            (What.STATUS, self.tr("Status til sagsbehandler")),
            (What.PLAN, self.tr("Jobsøgningsplan til kandidaten")),
            (What.VISITS, self.tr("Besøgsliste for de næste 14 dage")),
            (What.FIGURES, self.tr("Månedens tal")),
        ):
            self.what.addItem(words, what.value)
        self.what.setCurrentIndex(max(0, self.what.findData(self._wanted.what.value)))
        day = self._desk.now().date()
        for back in range(1, _MONTHS + 1):
            month = periods.calendar_period(day, "month", back)
            self.month.addItem(numbers.span(month.first, month.last), month)

    def _name(self, names: Mapping[UUID, str]) -> None:
        self.whom.blockSignals(True)
        for id, name in sorted(names.items(), key=lambda pair: pair[1].casefold()):
            self.whom.addItem(name, id)
        place = self.whom.findData(self._wanted.participant)
        self.whom.setCurrentIndex(max(0, place))
        self.whom.blockSignals(False)
        self._ask()

    def _asked(self) -> Asked | None:
        what = What(self.what.currentData())
        whom = self.whom.currentData() if what in ABOUT_ONE else None
        if what in ABOUT_ONE and whom is None:
            return None
        return Asked(what, PRINTED, self._period(what), participant=whom, language=language.code())

    def _period(self, what: What) -> Period:
        day: date = self._desk.now().date()
        if what is What.VISITS:
            return Period(day, day + _AHEAD)
        month = self.month.currentData()
        return month if isinstance(month, Period) else periods.calendar_period(day, "month", 1)

    def _ask(self) -> None:
        what, asked = What(self.what.currentData()), self._asked()
        self._whom.setVisible(what in ABOUT_ONE)
        self._month.setVisible(what is What.FIGURES)
        if asked is None:
            self._refuse(self.tr("Der er ingen kandidat at udskrive om endnu."))
            return
        now, org = self._desk.now(), self._desk.settings.org_label
        look = partial(printing.preview, asked=asked, now=now, organisation=org)
        self._desk.work.latest(self, "paper", look, self._show)

    # --- what is shown -------------------------------------------------------------------------------------------

    def _show(self, found: Shown | Refused) -> None:
        if isinstance(found, Refused):
            self._refuse(self._why(found.why))
            return
        self.shown = found
        self.print.setEnabled(True)
        self._personal.setText(found.paper.personal)
        self.text.setHtml(found.html)
        self.text.setAccessibleName(found.paper.title)
        clear(self._sheets)
        for number, page in enumerate(found.pages, 1):
            self._sheets.addWidget(self._sheet(page, number, len(found.pages)))
        self._sheets.addStretch(1)
        self._turn()
        announce.say(self, self.tr("%n side(r) at se", "", len(found.pages)))

    def _sheet(self, page: bytes, number: int, of: int) -> QLabel:
        made = QLabel()
        picture = QPixmap()
        picture.loadFromData(page)
        made.setPixmap(picture)
        made.setSizePolicy(
            QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )  # no size of its own to be refitted
        said = self.tr("Side %1 af %2. Vælg Tekst for at læse den.")
        made.setAccessibleName(said.replace("%1", str(number)).replace("%2", str(of)))
        return made

    def _refuse(self, words: str) -> None:
        self.shown = None
        self.print.setEnabled(False)
        self._personal.setText("")
        self.text.setPlainText(words)
        self.text.setAccessibleName(words)
        self._stack.setCurrentWidget(self.text)
        announce.say(self, words)

    def _why(self, why: str) -> str:
        if why == "policy":
            return self.tr("Kommunen har slået udskrift fra.")
        if why == "told":
            return self.tr(
                "Tallene for perioden eller en del af den er udleveret før, og siden er der kommet rækker til. Brug filen fra dengang."
            )
        if why == "part":
            return self.tr(
                "Nogle af jobcentrets sager ligger kun hos kolleger. Brug udtrækket fra kommunens server."
            )
        return self.tr("Det kan ikke udskrives.")

    def _turn(self) -> None:
        if self.shown is not None:
            as_text = self.view.current() == TEXT
            self._stack.setCurrentWidget(self.text if as_text else self._area)

    def _lay_out(self) -> None:
        self._whom = FieldGroup(self.tr("Kandidat"), self.whom)
        self._month = FieldGroup(self.tr("Måned"), self.month)
        fields = Flow(
            FieldGroup(self.tr("Hvad"), self.what), self._whom, self._month, gap=3, between=2, even=True
        )
        top = surface("head")
        box = column(top, label(self.tr("Udskriv"), "h1"), margins=(6.5, 4, 6.5, 4), gap=3)
        box.addLayout(fields)
        box.addWidget(self._personal)
        box.addLayout(row(self.view, None, self.print, gap=2))
        inside = QWidget()
        self._sheets = column(inside, margins=(6, 4, 6, 4), gap=4)
        self._sheets.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area = scrolled(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Siderne"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.text)
        whole = column(self, top, gap=0)
        whole.addWidget(self._stack, 1)

    # --- printing ------------------------------------------------------------------------------------------------

    def _choose_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # nobody waits for it who prints nothing

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName("Feltjournal")  # it stands in the printer's queue, where others read it
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    def _printed(self, _: object) -> None:
        self._desk.tell(self.tr("Sendt til printeren. Det står i loggen over eksporter."))


def paint(printer: QPrinter, pages: Sequence[bytes]) -> None:
    """One picture a sheet, edge to edge: the paper has its own margins."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        whole = QRectF(0, 0, painter.device().width(), painter.device().height())
        painter.drawImage(whole, QImage.fromData(page))
    painter.end()


def open_print(desk: Desk, target: object) -> PrintWindow:
    """`target`: a `Wanted`, whom the page is about, or nothing."""
    match target:
        case Wanted():
            return PrintWindow(desk, target)
        case UUID():
            return PrintWindow(desk, Wanted(What.STATUS, target))
        case _:
            return PrintWindow(desk, Wanted(What.VISITS))
