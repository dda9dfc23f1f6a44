"""One choice of a few, side by side: as joined buttons, or as tabs over a page.

    filters = Segments(self.tr("Vis"), (Option("all", self.tr("Alle")), Option("job", self.tr("I job"))))
    filters.chosen.connect(self._filter)                       # the id of the option
    filters.show_count("all", 23)

`kind="tab"` looks like tabs. One stop for Tab; arrows choose. An `&` in a text makes Alt+letter choose it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QPushButton, QWidget

from ui.theme import theme
from ui.widgets.flow import Flow


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    text: str
    icon: str = ""


class Segments(QGroupBox):
    """A group box without its frame: so a screen reader says which choice the buttons are of."""

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Sequence[Option], *, kind: str = "segment", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setAccessibleName(name)
        self._options = tuple(options)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        box = Flow(gap=-0.25 if kind == "segment" else 0, between=1, parent=self)  # neighbours share a line
        for index, option in enumerate(self._options):
            box.addWidget(self._button(option, index, kind))
        if self._options:
            self.choose(self._options[0].id)

    def current(self) -> str:
        return next((id for id, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, id: str) -> None:
        """Choose without a signal."""
        self._buttons[id].setChecked(True)
        self._one_tab_stop()

    def step(self, by: int) -> None:
        """Choose the next or the former, as the arrow keys do, from a field that keeps the focus."""
        ids = [option.id for option in self._options if not self._buttons[option.id].isHidden()]
        self._buttons[ids[(ids.index(self.current()) + by) % len(ids)]].click()

    def offer(self, id: str, on: bool) -> None:  # noqa: FBT001
        """Show or hide one option, as where there is room for its page anyway."""
        self._buttons[id].setVisible(on)

    def show_count(self, id: str, count: int) -> None:
        option = next(option for option in self._options if option.id == id)
        self._buttons[id].setText(_beside(option, f"{option.text}  {count}"))
        self._buttons[id].setAccessibleName(f"{option.text.replace('&', '')}, {count}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Its buttons are all there is to see."""
        del event

    def _button(self, option: Option, index: int, kind: str) -> QPushButton:
        made = QPushButton(_beside(option, option.text))
        made.setCheckable(True)
        made.setProperty("kind", kind)
        made.setProperty("place", self._place(index))
        made.setAccessibleName(option.text.replace("&", ""))
        if option.icon:
            made.setIcon(theme().icon(option.icon, "accentText"))
            made.setIconSize(theme().icon_size("iconSmall"))
        made.installEventFilter(self)
        made.clicked.connect(self._tell(option.id))
        self._group.addButton(made)
        self._buttons[option.id] = made
        return made

    def _place(self, index: int) -> str:
        last = len(self._options) - 1
        if last == 0:
            return "only"
        return {0: "first", last: "last"}.get(index, "middle")

    def _tell(self, id: str) -> Callable[[], None]:
        def tell() -> None:
            self._one_tab_stop()
            self.chosen.emit(id)

        return tell

    def _move(self, step: int) -> None:
        ids = [option.id for option in self._options if not self._buttons[option.id].isHidden()]
        there = ids[(ids.index(self.current()) + step) % len(ids)]
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._buttons[there].click()

    def _one_tab_stop(self) -> None:
        for button in self._buttons.values():
            stop = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)
        self.setFocusProxy(self._buttons[self.current()])


def _beside(option: Option, text: str) -> str:
    """Qt sets the text too close to an icon."""
    return f" {text}" if option.icon else text
