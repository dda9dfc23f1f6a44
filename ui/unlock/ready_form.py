"""The first run, last step: the text made as large as one wants it, and the four keys that lead to all the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ui.commands import native
from ui.theme import theme
from ui.widgets.boxes import column
from ui.widgets.chip import KeyHint
from ui.widgets.flow import Flow
from ui.widgets.labels import label


class ReadyForm(QWidget):
    """`begin()`: the journal may be shown."""

    begin = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme()
        self.begins = QPushButton(self.tr("Begynd"))
        self.begins.setProperty("kind", "primary")
        self.begins.setAutoDefault(True)  # outside a dialog Enter presses nothing by itself
        self.begins.clicked.connect(self.begin)
        whole = column(self, gap=3)
        told = QGridLayout()
        told.setHorizontalSpacing(look.gap(3))
        told.setVerticalSpacing(look.gap(2.5))
        told.setColumnStretch(1, 1)
        keys = (
            ("Ctrl+N", self.tr("Skriv et notat. Vagten læser med og siger til, før noget hører til hos klinikken.")),
            ("Ctrl+K", self.tr("Find alt: kandidater, arbejdsgivere, notater og det, programmet kan.")),
            ("Ctrl+L", self.tr("Lås, når du går. Det sker også af sig selv.")),
            ("F1", self.tr("Alle genveje og håndbogen.")),
        )  # fmt: skip
        for line, (key, words) in enumerate(keys):
            told.addWidget(KeyHint(native(key)), line, 0, Qt.AlignmentFlag.AlignTop)
            told.addWidget(label(words, wrap=True), line, 1)
        whole.addLayout(told)
        sizes = Flow(gap=2, between=1.5)
        for words, step in (
            (self.tr("Større tekst"), 1), (self.tr("Mindre tekst"), -1), (self.tr("Normal tekst"), 0),
        ):  # fmt: skip
            sizes.addWidget(_small(words, step))
        whole.addLayout(sizes)
        whole.addWidget(self.begins)
        self.setFocusProxy(self.begins)


def _small(words: str, step: int) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("kind", "small")
    made.clicked.connect(lambda: theme().step_text_size(step))
    return made
