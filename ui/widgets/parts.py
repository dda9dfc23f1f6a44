"""A page of cards from plain values: facts as pairs, things as rows, a word of warning, and what can be done.

parts = Parts(self.tr("Forløb"))
parts.show_parts((Part("phase", self.tr("Fase"), pairs=(…), acts=(Act("move", self.tr("Skift fase")),)), …))
parts.asked.connect(…)          # an act's id
parts.opened.connect(…)         # a row's id; Enter
parts.ticked.connect(…)         # a row's id; Space, where `tickable`
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.boxes import clear, column, row
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.row_list import Row, RowList

_LARGE_TEXT = 1.5


@dataclass(frozen=True, slots=True)
class Act:
    """`kind`: as of a button: "", "primary", "small", "link"."""

    id: object
    text: str
    kind: str = "small"


@dataclass(frozen=True, slots=True)
class Part:
    """One card. `warn`: sentences that want attention. `empty`: what stands there when there is nothing else."""

    id: str
    title: str
    note: str = ""
    warn: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    rows: tuple[Row, ...] = ()
    empty: str = ""
    acts: tuple[Act, ...] = ()


class Parts(QWidget):
    asked = Signal(object)
    opened = Signal(object)
    ticked = Signal(object)
    postponed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._cards: dict[str, PartCard] = {}
        self._box = column(self, margins=(0, 1, 2, 6), gap=3.5)
        self._box.addStretch(1)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Cards with the same id stay, so that the focus does."""
        for gone in [id for id in self._cards if id not in {part.id for part in parts}]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, part in enumerate(parts):
            card = self._cards.get(part.id) or self._made(part)
            if self._box.indexOf(card) != place:
                self._box.insertWidget(place, card)
            card.show_part(part)

    def card(self, id: str) -> PartCard:
        return self._cards[id]

    def take_focus(self) -> None:
        """To the first thing that can be done."""
        buttons = [b for card in self._in_order() for b in card.findChildren(QPushButton) if b.isEnabled()]
        if buttons:
            buttons[0].setFocus()

    def _in_order(self) -> list[PartCard]:
        items = [self._box.itemAt(n) for n in range(self._box.count())]
        found = [item.widget() for item in items if item is not None]
        return [card for card in found if isinstance(card, PartCard)]

    def _made(self, part: Part) -> PartCard:
        card = PartCard(part.title)
        card.asked.connect(self.asked)
        card.rows.opened.connect(self.opened)
        card.rows.ticked.connect(self.ticked)
        card.rows.postponed.connect(self.postponed)
        self._cards[part.id] = card
        return card


class PartCard(Card):
    asked = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._part: Part | None = None
        self._warn, self._pairs = column(gap=1), column(gap=1.5)
        self.rows = RowList(title)
        self._empty = label("", "muted", wrap=True)
        self._acts = QWidget()
        self._line: Flow | None = None
        self._act_box: QVBoxLayout = column(self._acts)
        for box in (self._warn, self._pairs):
            self.body.addLayout(box)
        for widget in (self.rows, self._empty, self._acts):
            self.body.addWidget(widget)

    def show_part(self, part: Part) -> None:
        before, self._part = self._part, part
        if part == before:
            return
        self.show_title(part.title)
        self.show_note(part.note)
        _sentences(self._warn, part.warn)
        _pairs(self._pairs, part.pairs)
        self.rows.show_rows(part.rows)
        self.rows.setVisible(bool(part.rows))
        bare = not (part.rows or part.pairs)
        self._empty.setText(part.empty)
        self._empty.setVisible(bare and bool(part.empty))
        if before is None or part.acts != before.acts:
            self._show_acts(part.acts)

    def _show_acts(self, acts: tuple[Act, ...]) -> None:
        held = self.focusWidget() in self._acts.findChildren(QPushButton)
        clear(self._act_box)
        line = Flow(gap=2, between=2)
        made = [self._button(act) for act in acts]
        for button in made:
            line.addWidget(button)
        self._act_box.addLayout(line)
        self._acts.setVisible(bool(acts))
        if held and made:
            made[0].setFocus()

    def _button(self, act: Act) -> QPushButton:
        made = QPushButton(act.text)
        made.setProperty("kind", act.kind)
        made.clicked.connect(self._tell(act.id))
        return made

    def _tell(self, id: object) -> Callable[[], None]:
        return lambda: self.asked.emit(id)


def _sentences(box: QVBoxLayout, sentences: tuple[str, ...]) -> None:
    clear(box)
    for sentence in sentences:
        box.addWidget(label(sentence, "warn", wrap=True))


def _pairs(box: QVBoxLayout, pairs: tuple[tuple[str, str], ...]) -> None:
    """What it is called beside what it is; above it where the text is large."""
    clear(box)
    stacked = theme().factor >= _LARGE_TEXT
    for name, words in pairs:
        title, said = _title(name, wide=stacked), label(words, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if stacked:
            box.addLayout(column(None, title, said, gap=0))
            continue
        line = row(title, gap=2)
        line.addWidget(said, 1)
        box.addLayout(line)


def _title(name: str, *, wide: bool) -> QLabel:
    made = label(name, "muted", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    if not wide:
        made.setFixedWidth(theme().size("fact"))
    return made
