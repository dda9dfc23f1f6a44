"""Top and bottom of the note window: is my text safe, and may it be entered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.commands import Commands
from ui.note.presenter import Foot, Line
from ui.widgets.boxes import column, row, row_in, surface
from ui.widgets.chip import Chip, KeyHint
from ui.widgets.glyph import Glyph
from ui.widgets.labels import label, set_role


class Sentence(QWidget):
    """An icon and a sentence that say the same."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph("hard-drive", "faint")
        self.label = label("", role, wrap=True)
        box = row_in(self, gap=2)
        box.addWidget(self._glyph)
        box.addWidget(self.label, 1)

    def show_line(self, line: Line) -> None:
        self._glyph.show_icon(line.icon, line.tint)
        set_role(self.label, line.role)
        self.label.setText(line.text)

    def text(self) -> str:
        return self.label.text()


class TitleBar(QWidget):
    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label(title, "h1")
        self.safety = Sentence("muted")
        self.safety.label.setWordWrap(False)
        row_in(
            self,
            Glyph("notebook-pen", "accentText", "iconFact"),
            self.heading,
            None,
            Chip(self.tr("Kladde")),
            self.safety,
            gap=2.5,
        )


class FootBar(QWidget):
    """»Læg til side« and »Før i journalen« with their keys; the sentence says why not, when not. Where the disk refuses,
    the way to save a copy elsewhere stands above them."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Sentence("muted")
        self.park = commands.button("note.park")
        self.enter: QPushButton = commands.button("note.enter", "primary")
        self.rescue = commands.button("note.rescue")
        self._rescue_row = QWidget()
        row_in(self._rescue_row, KeyHint(commands.keys_text("note.rescue")), self.rescue, None, gap=2.5)
        self._rescue_row.hide()
        self._hints = [KeyHint(commands.keys_text(id)) for id in ("note.park", "note.enter")]
        frame = surface("foot")
        outer = row_in(self, frame)
        outer.setContentsMargins(0, 0, 0, 0)
        buttons = row(self._hints[0], self.park, self._hints[1], self.enter, gap=2.5)
        whole = column(frame, margins=(6.5, 3, 6.5, 3), gap=2)
        box = row(gap=2.5)
        box.addWidget(self.sentence, 1)
        box.addLayout(buttons)
        whole.addLayout(box)
        whole.addWidget(self._rescue_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for hint in self._hints:
            box.setAlignment(hint, Qt.AlignmentFlag.AlignVCenter)

    def show_foot(self, foot: Foot) -> None:
        self.sentence.show_line(foot.line)
        self._rescue_row.setVisible(foot.may_copy)
        self.enter.setEnabled(foot.may_enter)
        self.enter.setAccessibleDescription("" if foot.may_enter else foot.line.text)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001
        for hint in self._hints:
            hint.setVisible(not narrow)
