"""Print a plot: written in the log of exports first, then on paper; not at all where the municipality forbids it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.log_rows import Period
from app.services import export
from app.services.export import Refused
from ui.desk import Desk
from ui.text import numbers
from ui.widgets import plot_print
from ui.widgets.plot import PlotCard

translate = QCoreApplication.translate


def ask(desk: Desk, parent: QWidget, card: PlotCard, period: Period) -> None:
    """Where to, and then `write`."""
    name, _ = QFileDialog.getSaveFileName(parent, translate("Printing", "Udskriv grafen som PDF"), "graf.pdf")
    if name:
        write(desk, parent, card, period, Path(name))


def write(desk: Desk, parent: QWidget, card: PlotCard, period: Period, file: Path) -> None:
    now = desk.now()
    lines = (
        numbers.span(period.first, period.last),
        translate("Printing", "Kun til teamet: små tal er ikke skjult."),
    )

    def then(answer: object) -> None:
        if isinstance(answer, Refused):
            desk.tell(translate("Printing", "Kommunen har slået udskrift fra."))
        elif card.data is not None and plot_print.save(file, card.title, card.data, lines):
            desk.tell(translate("Printing", "Grafen er gemt som PDF og står i loggen."))
        else:
            desk.tell(translate("Printing", "Filen kan ikke gemmes dér. Vælg et andet sted."))

    desk.work.run(parent, lambda v: export.printed(v, period, now=now), then)
