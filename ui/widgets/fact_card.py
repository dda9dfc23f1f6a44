"""One fact, large, with what it is in small beneath.

card = FactCard()
card.show_fact(Fact("clock", "9. nov.", "Sidst set · 14 dage", tone="stop"))     # tone: "", "warn", "stop"
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import theme
from ui.widgets.boxes import column, row_in
from ui.widgets.glyph import Glyph
from ui.widgets.labels import ElidedLabel, set_role

_TONES = {"": ("accentText", "muted"), "warn": ("warnText", "mutedWarn"), "stop": ("stopText", "mutedStop")}


@dataclass(frozen=True, slots=True)
class Fact:
    icon: str
    value: str
    meaning: str
    tone: str = ""


class FactCard(QFrame):
    def __init__(self, fact: Fact | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._glyph = Glyph("info", "accentText", "iconFact")
        self._value, self._meaning = ElidedLabel("", "num"), ElidedLabel("", "muted")
        box = row_in(self, margins=(3, 2.5, 2, 2.5), gap=2.5)
        box.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(column(None, self._value, self._meaning, gap=0), 1)
        if fact is not None:
            self.show_fact(fact)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme().size("fact"), super().sizeHint().height())

    def show_fact(self, fact: Fact) -> None:
        icon_role, text_role = _TONES[fact.tone]
        self._glyph.show_icon(fact.icon, icon_role)
        self._value.show_text(fact.value)
        self._meaning.show_text(fact.meaning)
        set_role(self._meaning, text_role)
        self.setAccessibleName(f"{fact.meaning}: {fact.value}")
