"""»Må siges«: what each candidate agreed may be said at this employer, seen at the moment of contact."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.services.disclosure import SayLine
from ui.widgets import announce
from ui.widgets.boxes import clear, column, surface
from ui.widgets.labels import label


class SayCard(QWidget):
    """One box a candidate; nothing where the contact is on nobody's behalf."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Må siges"))
        self._box = column(self, gap=2)
        self.setVisible(False)
        self.words: tuple[str, ...] = ()

    def show_lines(self, lines: Sequence[SayLine]) -> None:
        clear(self._box)
        self.words = tuple(self._sentence(line) for line in lines)
        for line, said in zip(lines, self.words, strict=True):
            part = surface("accent" if line.say.may_tell else "warn")
            box = column(part, label(said, "strong", wrap=True), margins=(3, 2.5, 3, 2.5), gap=1)
            if line.say.never_say:
                box.addWidget(
                    label(self.tr("Må aldrig siges: %1").replace("%1", line.say.never_say), wrap=True)
                )
            if line.say.role_words:
                box.addWidget(label(self.tr("Din rolle: %1").replace("%1", line.say.role_words), wrap=True))
            self._box.addWidget(part)
        self.setVisible(bool(lines))
        if self.words:
            announce.say(self, self.words[-1])

    def _sentence(self, line: SayLine) -> str:
        if not line.say.may_tell:
            return self.tr("%1: intet må siges her.").replace("%1", line.name)
        whom = f" ({line.say.to_whom})" if line.say.to_whom else ""
        return (
            self.tr("%1: »%2«%3").replace("%1", line.name).replace("%3", whom).replace("%2", line.say.wording)
        )
