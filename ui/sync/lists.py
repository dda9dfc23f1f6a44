"""The cards of the sync page: a list that says what is in it, and the versions of a field beside each other."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.sync import view
from ui.sync.view import Choice, Part, Version
from ui.widgets.boxes import clear, column, line, row, surface
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.row_list import Row, RowList


class ListCard(Card):
    """Rows with a sentence about them; the first fifty, and how many there are besides."""

    def __init__(self, title: str, about: str = "", empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._empty = empty
        self._about = label(about, "muted", wrap=True)
        self.rows = RowList(title)
        self._more = label("", "muted")
        for part in (self._about, self.rows, self._more):
            self.body.addWidget(part)
        self._said = bool(about)

    def show_list(self, rows: tuple[Row, ...]) -> None:
        self.rows.show_rows(rows[: view.SHOWN])
        self.rows.setVisible(bool(rows))
        self._about.setVisible(bool(rows) and self._said)
        self.show_note(str(len(rows)) if rows else "")
        self._more.setText(view.more(len(rows)) if rows else self._empty)
        self._more.setVisible(bool(self._more.text()))
        self.setVisible(bool(rows) or bool(self._empty))


class Choices(Card):
    """Fields two people have changed. Both versions are shown and kept; nothing is decided here yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kræver valg"), parent=parent)
        calm = self.tr("To har ændret det samme felt. Begge udgaver er gemt; intet går tabt.")
        self.body.addWidget(label(calm, "muted", wrap=True))
        self._box = column(gap=3)
        self.body.addLayout(self._box)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        clear(self._box)
        for index, one in enumerate(choices[: view.SHOWN]):
            if index:
                self._box.addWidget(line())
            self._box.addWidget(_Pair(one))
        self.show_note(str(len(choices)))
        self.setVisible(bool(choices))


class _Pair(QWidget):
    """One stop for Tab, that says both versions."""

    def __init__(self, one: Choice) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{one.title}. {one.wanted.sentence()}. {one.stands.sentence()}.")
        both = row(gap=3)
        for version in (one.wanted, one.stands):
            both.addWidget(_version(version), 1)
        column(self, label(one.title, "strong", wrap=True), both, gap=2)


def _version(version: Version) -> QWidget:
    made = surface("accent" if version.mark == "underline" else "card")
    words = QLabel(_rich(version.parts, version.mark))
    words.setTextFormat(Qt.TextFormat.RichText)
    words.setWordWrap(True)
    column(made, label(version.head, "small", wrap=True), words, None, margins=(3, 2, 3, 2), gap=1)
    return made


def _rich(parts: Sequence[Part], mark: str) -> str:
    tag = {"underline": "u", "strike": "s"}[mark]
    return "".join(
        f"<{tag}><b>{html.escape(part.text)}</b></{tag}>" if part.own else html.escape(part.text)
        for part in parts
    )
