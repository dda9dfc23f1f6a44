"""Where am I, how much waits, when last: always on screen, and a press away from the whole story.

card.show_state(State("cloud-off", "Arbejder offline", ("4 ændringer …", "Sidst sendt …")))
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from ui.text.standing import State
from ui.theme import theme
from ui.widgets.boxes import clear, column, row
from ui.widgets.glyph import Glyph
from ui.widgets.labels import label


class StateCard(QPushButton):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "state")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._glyph = Glyph("cloud-off", "railAccent")
        self._title = label("", "railStrong", wrap=True)
        self._lines = column(gap=0.5)
        head = row(self._glyph, gap=2)
        head.addWidget(self._title, 1)
        box = column(self, margins=(3, 2.5, 3, 2.5), gap=1)
        box.addLayout(head)
        box.addLayout(self._lines)
        self._narrow = False
        self._state = State("cloud-off", "")

    def show_state(self, state: State) -> None:
        self._state = state
        if self.parentWidget() is not None:
            self.setVisible(bool(state.title))  # nothing is known yet: then nothing is said
        self._glyph.show_icon(state.icon, "railAccent")
        self._title.setText(state.title)
        clear(self._lines)
        for line in state.lines:
            self._lines.addWidget(label(line, "railSmall", wrap=True))
        self.setAccessibleName(state.sentence())
        self.setToolTip(state.sentence() if self._narrow else "")
        self._fit()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001
        """Only the icon is left; the sentence becomes its tooltip and stays its name."""
        self._narrow = narrow
        self._fit()
        self.show_state(self._state)

    def sizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        if layout is None or self._narrow:
            return QSize(theme().size("nav"), theme().size("nav"))
        width = self.width() or layout.sizeHint().width()
        return QSize(
            layout.sizeHint().width(), max(layout.heightForWidth(width), layout.minimumSize().height())
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return not self._narrow

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else self.sizeHint().height()

    def _fit(self) -> None:
        self._title.setVisible(not self._narrow)
        for line in self.findChildren(QLabel):
            line.setVisible(not self._narrow)
        self.updateGeometry()
