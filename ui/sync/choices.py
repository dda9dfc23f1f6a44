"""A field two people have changed: both versions beside each other, and three ways to decide."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ui.sync import view
from ui.sync.view import Choice, Part, Version
from ui.widgets.boxes import clear, column, line, row, surface
from ui.widgets.card import Card
from ui.widgets.field_group import FieldGroup
from ui.widgets.labels import label


class Choices(Card):
    """`chosen(rev, field, value, typed)`; then `held(rev, field)` if the guard would not have it. `undone()`."""

    chosen = Signal(object, str, object, bool)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kræver valg"), parent=parent)
        calm = self.tr("To har ændret det samme felt. Begge udgaver er gemt; intet går tabt.")
        self._calm = label(calm, "muted", wrap=True)
        self.body.addWidget(self._calm)
        self._done = label("", "body", wrap=True)
        self.undo = QPushButton(self.tr("Fortryd valget"))
        self.undo.setAccessibleName(self.tr("Fortryd valget"))
        self.undo.clicked.connect(self.undone)
        self._decided = QWidget()
        both = row(gap=3)
        both.addWidget(self._done, 1)
        both.addWidget(self.undo)
        column(self._decided).addLayout(both)
        self.body.addWidget(self._decided)
        self._box = column(gap=3)
        self.body.addLayout(self._box)
        self._pairs: dict[tuple[int, str], Pair] = {}
        self._shown: tuple[Choice, ...] = ()
        self.show_decided("")

    def show_choices(self, choices: Sequence[Choice]) -> None:
        shown = tuple(choices[: view.SHOWN])
        self.show_note(str(len(choices)) if choices else "")
        self._calm.setVisible(bool(choices))
        if shown != self._shown:
            self._fill(shown)
        self._appear()

    def _fill(self, shown: tuple[Choice, ...]) -> None:
        clear(self._box)
        self._pairs, self._shown = {}, shown
        for index, one in enumerate(shown):
            if index:
                self._box.addWidget(line())
            pair = Pair(one)
            pair.chosen.connect(self.chosen)
            self._pairs[one.rev, one.field] = pair
            self._box.addWidget(pair)

    def show_decided(self, said: str) -> None:
        """What was just decided, with the way back; "" when it is too late or undone."""
        self._done.setText(said)
        self._decided.setVisible(bool(said))
        self._appear()

    def held(self, rev: int, field: str) -> None:
        pair = self._pairs.get((rev, field))
        if pair is not None:
            pair.show_held()

    def _appear(self) -> None:
        self.setVisible(bool(self._shown) or bool(self._done.text()))


class Pair(QWidget):
    """Both versions, each with its button, and a line for a third where the field is words."""

    chosen = Signal(object, str, object, bool)

    def __init__(self, one: Choice) -> None:
        super().__init__()
        self._one = one
        both = row(gap=3)
        for version, value in ((one.wanted, one.wanted_value), (one.stands, one.stands_value)):
            both.addWidget(self._version(version, value), 1)
        column(self, label(one.title, "strong", wrap=True), both, gap=2)
        self.line = QLineEdit()
        self.group = FieldGroup(self.tr("Eller skriv en tredje udgave"), self.line)
        self.third = QPushButton(self.tr("Brug den tredje"))
        self.third.setAccessibleName(f"{self.tr('Brug den tredje')}: {one.title}")
        self.line.setAccessibleName(f"{self.tr('Tredje udgave')}: {one.title}")
        self.third.clicked.connect(self._type)
        self.line.returnPressed.connect(self._type)
        under = QWidget()
        wide = row(gap=2)
        wide.addWidget(self.group, 1)
        wide.addWidget(self.third, 0, Qt.AlignmentFlag.AlignBottom)
        column(under, wide)
        self.layout().addWidget(under)  # type: ignore[union-attr]
        under.setVisible(one.words)

    def show_held(self) -> None:
        self.group.show_error(self.tr("Vagten lader ikke teksten komme med. Skriv den om."))
        self.line.setFocus()

    def _type(self) -> None:
        said = self.line.text().strip()
        if said:
            self.chosen.emit(self._one.rev, self._one.field, said, True)
        else:
            self.group.show_error(self.tr("Skriv udgaven først."))

    def _version(self, version: Version, value: object) -> QWidget:
        made = surface("accent" if version.mark == "underline" else "card")
        said = QLabel(_rich(version.parts, version.mark))
        said.setTextFormat(Qt.TextFormat.RichText)
        said.setWordWrap(True)
        button = QPushButton(self.tr("Vælg denne"))
        button.setAccessibleName(f"{self.tr('Vælg denne')}. {version.sentence()}. {self._one.title}")
        button.clicked.connect(lambda: self.chosen.emit(self._one.rev, self._one.field, value, False))
        column(made, label(version.head, "small", wrap=True), said, None, margins=(3, 2, 3, 2), gap=1)
        made.layout().addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)  # type: ignore[union-attr,call-arg]
        return made


def _rich(parts: Sequence[Part], mark: str) -> str:
    tag = {"underline": "u", "strike": "s"}[mark]
    return "".join(
        f"<{tag}><b>{html.escape(part.text)}</b></{tag}>" if part.own else html.escape(part.text)
        for part in parts
    )
