"""What stands first when somebody may be in danger: whom to call, before anything about journals."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.guard.danger import Help, Route, help_words
from ui.text import language
from ui.widgets import announce
from ui.widgets.boxes import column, row
from ui.widgets.glyph import Glyph
from ui.widgets.labels import label


def in_words() -> Help:
    """In the language the program speaks."""
    return help_words(language.code())


class DangerBanner(QFrame):
    """`seen`: the writer has read it. It takes no focus and hides no word of the text; `grew`: what is below has moved."""

    seen = Signal()
    grew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._help = help = in_words()
        self.setProperty("surface", "stop")
        self.setAccessibleName(help.heading)
        self.setAccessibleDescription(help.first)
        self.button = QPushButton(help.seen)
        self.button.setProperty("kind", "soft")
        self.button.clicked.connect(self._read)
        head = row(Glyph("triangle-alert", "stopText", "iconFact"), gap=2)
        head.addWidget(label(help.heading, "title", wrap=True), 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        box = column(self, head, label(help.first, "stop", wrap=True), margins=(3, 2.5, 3, 3), gap=1.5)
        self._more = QPushButton(self.tr("Hvornår ringer jeg til hvem?"))
        self._more.setProperty("kind", "link")
        self._more.clicked.connect(self._unfold)
        self._more.hide()
        self._details = [label(route.text, "muted", wrap=True) for route in help.routes]
        for route, detail in zip(help.routes, self._details, strict=True):
            box.addLayout(_way(route, detail))
        box.addLayout(row(self._more, None))
        self._danger = self._seen = frozenset[str]()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.grew.emit()

    def show_for(self, danger: frozenset[str]) -> None:
        """Stand there while there is danger that was not read about yet; say so when it comes up."""
        fresh = danger - self._danger
        self._danger = danger
        self.setVisible(self.unseen())
        if fresh - self._seen:
            announce.say(self, self._aloud(), urgent=True)

    def set_brief(self, brief: bool) -> None:  # noqa: FBT001
        """Whom to call, and only when asked for when: so that the text has room below it, however large the letters."""
        self._more.setVisible(brief)
        for detail in self._details:
            detail.setVisible(not brief)

    def _unfold(self) -> None:
        self.set_brief(False)

    def unseen(self) -> bool:
        return bool(self._danger - self._seen)

    def insist(self) -> None:
        """The text is about to go, and nobody has said that it was read."""
        self.button.setFocus()
        announce.say(self, self._aloud(), urgent=True)

    def forget(self) -> None:
        self._danger = self._seen = frozenset()
        self.hide()

    def _read(self) -> None:
        self._seen |= self._danger
        self.hide()
        self.seen.emit()

    def _aloud(self) -> str:
        return " ".join([self._help.heading, self._help.first, *(r.title for r in self._help.routes)])


def _way(route: Route, detail: QLabel) -> QVBoxLayout:
    words = column(None, label(route.title, "strong", wrap=True), detail, gap=0.5)
    line = row(gap=2)
    line.addWidget(Glyph(route.icon, "stopText", "iconSmall"), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return column(None, line)
