"""The line at the foot: that the text is safe, and the keys worth knowing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.commands import Commands
from ui.desk import Room
from ui.widgets.boxes import row, row_in
from ui.widgets.chip import KeyHint
from ui.widgets.glyph import Glyph
from ui.widgets.labels import label, set_role


class Footer(QFrame):
    """Shows those of the commands `hints` that exist; the last ones go first when there is little room."""

    def __init__(self, commands: Commands, hints: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "foot")
        self._commands, self._hints = commands, hints
        self._room = Room.WIDE
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._safe = label(self.tr("Krypteret på denne computer"), "small")
        self._glyph = Glyph("shield-check", "okText", "iconSmall")
        self._right = row(gap=1.5)
        row_in(
            self,
            self._glyph,
            self._safe,
            None,
            self._right,
            margins=(7, 2, 7, 2),
        )
        commands.changed.connect(self._fill)
        self._fill()

    def show_notice(self, words: str) -> None:
        """Instead of what is always true: what one must not forget."""
        self._safe.setText(words)
        set_role(self._safe, "mutedWarn")
        self._glyph.show_icon("info", "warnText")

    def fit(self, room: Room) -> None:
        self._room = room
        shown = {Room.WIDE: 4, Room.MEDIUM: 3, Room.NARROW: 1}[room]
        for index, pair in enumerate(self._pairs):
            for part in pair:
                part.setVisible(index < shown)

    def _fill(self) -> None:
        for pair in self._pairs:
            for part in pair:
                self._right.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._pairs = [
            (KeyHint(self._commands.keys_text(id)), label(self._commands[id].plain.rstrip("…"), "small"))
            for id in self._hints
            if id in self._commands and self._commands[id].keys
        ]
        for pair in self._pairs:
            for part in pair:
                self._right.addWidget(part)
        self.fit(self._room)
