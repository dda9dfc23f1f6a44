"""The white sheet: what happened, and apart from it what the candidate thinks, what I think, what we agreed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from app.domain.journal import BODY_TEXTS, TEXT_MAX
from ui.note import words
from ui.theme import theme
from ui.widgets.boxes import column, line, restyle
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.note_edit import NoteEdit
from ui.work import Work

FURTHER = BODY_TEXTS[1:]
_MARGINS = (3, 1.5, 2, 2)


class Sheet(QFrame):
    """Facts fill it; the three further texts are folded away until they are asked for or hold something."""

    edited = Signal()

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "editor")
        named = words.fields()
        self.edits = {name: NoteEdit(work, named[name], room=TEXT_MAX, lines=2 if name in FURTHER else 0)
                      for name in BODY_TEXTS}  # fmt: skip
        facts = self.edits["facts"]
        facts.setPlaceholderText(self.tr("Hvad skete der, og hvad blev sagt? Kun fakta her."))
        self._facts_name = _heading(named["facts"])
        self._facts_name.setVisible(False)
        self._sections = {name: self._section(name, named[name]) for name in FURTHER}
        self._openers = {name: self._opener(name, named[name]) for name in FURTHER}
        self._count = label("", "muted")
        self._count.setMinimumHeight(theme().gap(6))
        box = self._box = column(self, self._facts_name, margins=_MARGINS, gap=1)
        box.addWidget(facts, 1)
        for section in self._sections.values():
            box.addWidget(section)
        box.addWidget(line())
        box.addLayout(self._foot())
        for edit in self.edits.values():
            edit.edited.connect(self._on_edit)
            edit.arrived.connect(self._ring)
            edit.left.connect(self._ring)
        self._on_edit()

    def texts(self) -> dict[str, str]:
        return {name: edit.text() for name, edit in self.edits.items()}

    def show_texts(self, texts: dict[str, str]) -> None:
        for name, edit in self.edits.items():
            edit.set_text(texts[name])
            if name in FURTHER and texts[name].strip():
                self.unfold(name)
        self._tell_count()

    def unfold(self, name: str) -> None:
        """Show one of the further texts; from now on every text says what it is for."""
        self._sections[name].show()
        self._openers[name].hide()
        self._facts_name.show()

    def is_empty(self) -> bool:
        return not any(text.strip() for text in self.texts().values())

    def forget(self) -> None:
        for edit in self.edits.values():
            edit.wipe()

    def _section(self, name: str, title: str) -> QWidget:
        made = QWidget()
        heading = _heading(title)
        heading.setBuddy(self.edits[name])
        column(made, line(), heading, self.edits[name], gap=0.75)
        made.setVisible(False)
        return made

    def _opener(self, name: str, title: str) -> QPushButton:
        made = QPushButton(title)
        made.setProperty("kind", "link")
        made.setIcon(theme().icon("plus", "accentText"))
        made.setIconSize(theme().icon_size("iconTiny"))
        made.setAccessibleName(self.tr("Tilføj {name}").format(name=title))
        made.setToolTip(self.tr("Holdes adskilt fra det, der skete"))

        def open() -> None:
            self.unfold(name)
            self.edits[name].setFocus(Qt.FocusReason.TabFocusReason)

        made.clicked.connect(open)
        return made

    def _foot(self) -> Flow:
        return Flow(self._count, *self._openers.values(), gap=4, between=1)

    def _on_edit(self) -> None:
        self._tell_count()
        self.edited.emit()

    def _tell_count(self) -> None:
        count = sum(len(text.split()) for text in self.texts().values())
        self._count.setText(self.tr("%n ord", "", count))

    def _ring(self) -> None:
        focused = any(edit.hasFocus() for edit in self.edits.values())
        restyle(self, "focused", "true" if focused else "false")
        self._pad(theme().line("hair") - theme().line("ring") if focused else 0)

    def _pad(self, ring: int) -> None:
        """A thicker frame takes its room from the margin, so that no word moves."""
        left, top, right, bottom = (theme().gap(steps) + ring for steps in _MARGINS)
        self._box.setContentsMargins(left, top, right, bottom)


def _heading(text: str) -> QLabel:
    """In line with the words below, which stand in from the edge of their field."""
    made = label(text, "over")
    made.setContentsMargins(theme().gap(3), theme().gap(1.5), 0, 0)
    return made
