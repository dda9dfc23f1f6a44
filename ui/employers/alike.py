"""Before an employer is made: it may be here already. Take that one, or create it anyway."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.services.employers import Alike
from ui.employers import view
from ui.widgets import announce
from ui.widgets.boxes import clear, column, surface
from ui.widgets.flow import Flow
from ui.widgets.labels import label

_SHOWN = 3


class AlikeHint(QWidget):
    """`use(UUID)`: the one that is here. `anyway`: it is another."""

    use = Signal(object)
    anyway = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = column(self, gap=2)
        self.setVisible(False)
        self.buttons: list[QPushButton] = []

    def show_alike(self, found: Alike) -> None:
        self.forget()
        for one in found.employers[:_SHOWN]:
            part = surface("warn")
            words = view.alike_words(one)
            use = self._button(self.tr("Brug %1").replace("%1", one.name), "soft", self._tell(one.id))
            use.setAccessibleDescription(words)
            column(part, label(words, "strong", wrap=True), Flow(use), margins=(3, 2.5, 3, 2.5), gap=2)
            self._box.addWidget(part)
        anyway = self._button(self.tr("Opret alligevel"), "small", self.anyway.emit)
        self._box.addLayout(Flow(anyway))
        self.setVisible(True)
        _show(self.buttons)
        announce.say(self, view.alike_words(found.employers[0]))
        self.buttons[0].setFocus()

    def forget(self) -> None:
        clear(self._box)
        self.buttons = []
        self.setVisible(False)

    def _tell(self, id: UUID) -> Callable[[], None]:
        return lambda: self.use.emit(id)

    def _button(self, text: str, kind: str, act: Callable[[], None]) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("kind", kind)
        made.setAccessibleName(text)
        made.setAutoDefault(True)
        made.clicked.connect(act)
        self.buttons.append(made)
        return made


def _show(buttons: Sequence[QPushButton]) -> None:
    """At once: a layout shows its children only later, and what is hidden takes no focus."""
    for button in buttons:
        if (part := button.parentWidget()) is not None:
            part.show()
        button.show()
