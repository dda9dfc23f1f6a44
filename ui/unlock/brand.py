"""Beside the locked screen's card, where there is room: what the program is for, in three lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.glyph import Glyph, Logo
from ui.widgets.labels import label


class Brand(QFrame):
    """Says nothing of anybody, so it may stand on a screen that is locked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        lines = column(
            None,
            label("Feltjournal", "brand"),
            label(self.tr("Din journal om job og uddannelse"), "brandText", wrap=True),
            gap=1,
        )
        whole = column(self, None, row(Logo("logoLarge"), None), lines, margins=(11, 8, 9, 8), gap=4)
        for icon, words in (
            ("notebook-pen", self.tr("Skriv, mens du er ude. Det virker også uden net.")),
            ("shield-check", self.tr("Vagten siger til, når noget hører til hos klinikken.")),
            ("refresh-cw", self.tr("Intet sendes, før du er på kommunens net.")),
        ):
            line = row(gap=3)
            line.addWidget(Glyph(icon, "railAccent"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(words, "railText", wrap=True), 1)
            whole.addLayout(line)
        whole.addStretch(1)
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedWidth(theme().size("brand"))
