"""The dark column to the left: where to go, how things stand, who is here, and the lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from ui.commands import native
from ui.desk import PageKind, Room
from ui.text.standing import State
from ui.theme import theme
from ui.widgets.boxes import column, restyle, row, row_in, scrolled, space
from ui.widgets.glyph import Logo
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.state_card import StateCard

_ABOVE, _BELOW, _GAP = 4, 3.5, 0.75


class NavButton(QPushButton):
    """A page of the program, with a figure to the right. `reached` when it gets the focus."""

    reached = Signal()

    def __init__(self, kind: PageKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setIconSize(theme().icon_size())
        self._count = label("", "railCount")
        row_in(self, None, self._count, margins=(0, 0, 2.5, 0))
        self._narrow = False
        self.toggled.connect(self._tint)
        self._say(0)
        self._tint()

    def set_count(self, count: int) -> None:
        self._count.setText(str(count) if count else "")
        self._say(count)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001
        self._narrow = narrow
        self._count.setVisible(not narrow)
        restyle(self, "narrow", narrow)
        self.setText("" if narrow else f"  {self._kind.title}")

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.reached.emit()

    def _say(self, count: int) -> None:
        title = self._kind.title
        self.setAccessibleName(f"{title}, {count}" if count else title)
        self.setToolTip(f"{title} ({native(self._kind.keys)})" if self._kind.keys else title)

    def _tint(self) -> None:
        self.setIcon(theme().icon(self._kind.icon, "railStrong" if self.isChecked() else "railText"))


class Rail(QFrame):
    """`chosen(page)` when a button is pressed; `lock_asked` and `state_asked` for the two at the foot."""

    chosen = Signal(str)
    lock_asked = Signal()
    state_asked = Signal()

    def __init__(self, pages: Sequence[PageKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Sider"))
        self._name = label("Feltjournal", "railTitle")
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._mark = QWidget()
        row_in(self._mark, Logo(), self._name, None, margins=(0, 0, 0, 4.75), gap=2.5)
        self._places = QWidget()
        places = column(self._places, gap=_GAP)
        for kind in pages:
            if not kind.below:
                places.addWidget(self._button(kind))
        space(places, 2)
        places.addWidget(_rule())
        space(places, 1)
        for kind in pages:
            if kind.below:
                places.addWidget(self._button(kind))
        places.addStretch(1)
        self._scroll = scrolled(self._places)
        box = column(self, margins=(3.5, _ABOVE, 3.5, _BELOW), gap=_GAP)
        box.addWidget(self._mark)
        box.addWidget(self._scroll, 1)
        self._card = StateCard()
        self._card.clicked.connect(self.state_asked)
        box.addWidget(self._card)
        space(box, 1)
        box.addLayout(self._foot())
        self.fit(Room.WIDE)

    def show_current(self, page: str) -> None:
        if page in self._buttons:
            self._buttons[page].setChecked(True)
            self._scroll.ensureWidgetVisible(self._buttons[page], 0, 0)

    def set_count(self, page: str, count: int) -> None:
        if page in self._buttons:
            self._buttons[page].set_count(count)

    def show_state(self, state: State) -> None:
        self._card.show_state(state)
        self._make_room()

    def show_name(self, name: str) -> None:
        self._me.show_text(name)

    def fit(self, room: Room) -> None:
        narrow = room is Room.NARROW
        self.setFixedWidth(theme().size("railNarrow" if narrow else "rail"))
        self._name.setVisible(not narrow)
        self._me.setVisible(not narrow)
        self._lock.setText("" if narrow else " " + self.tr("Lås"))
        for button in self._buttons.values():
            button.set_narrow(narrow)
        self._card.set_narrow(narrow)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Large text on a low screen: the mark gives way before the pages have to be scrolled."""
        self._mark.setVisible(self.height() >= self._needed())

    def _needed(self) -> int:
        others = (self._card, self._lock) if not self._card.isHidden() else (self._lock,)
        air = theme().gap(_ABOVE + _BELOW + 1 + 4 * _GAP)
        parts: tuple[QWidget, ...] = (self._mark, self._places, *others)
        return air + sum(part.sizeHint().height() for part in parts)

    def _button(self, kind: PageKind) -> NavButton:
        made = NavButton(kind)
        made.clicked.connect(self._choose(kind.id))
        made.reached.connect(lambda: self._scroll.ensureWidgetVisible(made, 0, 0))
        self._group.addButton(made)
        self._buttons[kind.id] = made
        return made

    def _choose(self, page: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(page)

    def _foot(self) -> QHBoxLayout:
        self._me = ElidedLabel("", "railText")
        self._lock = QPushButton(self.tr("Lås"))
        self._lock.setProperty("kind", "rail")
        self._lock.setIcon(theme().icon("lock", "railText"))
        self._lock.setIconSize(theme().icon_size("iconSmall"))
        self._lock.setAccessibleName(self.tr("Lås journalen"))
        self._lock.setToolTip(f"{self.tr('Lås journalen')} ({native('Ctrl+L')})")
        self._lock.clicked.connect(self.lock_asked)
        box = row(gap=2)
        box.addWidget(self._me, 1)
        box.addWidget(self._lock)
        return box


def _rule() -> QFrame:
    made = QFrame()
    made.setProperty("rule", "rail")
    return made
