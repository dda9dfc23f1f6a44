"""Print a plot: written in the log of exports first, then on paper; not at all where the municipality forbids it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QWidget

from app.domain.log_rows import Period
from app.services import export
from app.services.export import Refused
from ui.desk import Desk
from ui.text import numbers
from ui.widgets import plot_print
from ui.widgets.plot_card import PlotCard

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

translate = QCoreApplication.translate


def ask(desk: Desk, parent: QWidget, card: PlotCard, period: Period) -> None:
    """On which printer, or to a file of which name, as the system asks; then `print_on`."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # nobody waits for it who prints nothing

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName("Feltjournal")  # it stands in the printer's queue, where others read it
    if QPrintDialog(printer, parent).exec():
        print_on(desk, parent, card, period, printer)


def print_on(desk: Desk, parent: QWidget, card: PlotCard, period: Period, printer: QPrinter) -> None:
    now = desk.now()
    lines = (
        numbers.span(period.first, period.last),
        translate("Printing", "Kun til teamet: små tal er ikke skjult."),
    )

    def then(answer: object) -> None:
        if isinstance(answer, Refused):
            desk.tell(translate("Printing", "Kommunen har slået udskrift fra."))
        elif card.data is not None and plot_print.paint(printer, card.title, card.data, lines):
            desk.tell(translate("Printing", "Grafen er udskrevet og står i loggen."))
        else:
            desk.tell(translate("Printing", "Grafen kan ikke udskrives dér. Vælg en anden printer."))

    desk.work.run(parent, lambda v: export.printed(v, period, now=now), then)


def copied(desk: Desk, parent: QWidget, period: Period) -> None:
    """The numbers of a plot are on the clipboard, on their way to another program: that stands in the log, too."""
    now = desk.now()
    desk.work.run(parent, lambda v: export.copied(v, period, now=now), lambda _: None)
