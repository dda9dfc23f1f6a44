"""Short lists in a card: an icon, what, who, when, and one act.

    rows = RowList(self.tr("Aftaler i dag"))
    rows.show_rows((Row(id, "phone", "Ring til Bageri Juhl", "for Amira Holm", right="13.00", act="Åbn"),))
    rows.opened.connect(self._open)            # id; Enter or a press anywhere on the row
    rows.ticked.connect(self._done)            # id; Space, where `tickable`
    rows.postponed.connect(self._postpone)     # id; Del, where `tickable`

Up and Down move between the rows; each row is one thing to a screen reader and says itself whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.widgets.boxes import clear, column, line, row_in
from ui.widgets.glyph import Glyph
from ui.widgets.labels import WrappedLabel, label


@dataclass(frozen=True, slots=True)
class Row:
    """`tone`: a colour role for the icon. `done`: the title is struck through. `spoken`: how it is read out, if not
    simply title, note and right."""

    id: object
    icon: str
    title: str
    note: str = ""
    right: str = ""
    act: str = ""
    tone: str = "accentText"
    tickable: bool = False
    done: bool = False
    spoken: str = ""

    def sentence(self) -> str:
        return self.spoken or ". ".join(part for part in (self.title, self.note, self.right) if part)


class RowList(QWidget):
    opened = Signal(object)
    ticked = Signal(object)
    postponed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._box = column(self, gap=0)
        self._rows: list[RowButton] = []
        self._current: RowButton | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Given the focus, the list hands it to its current row. (A focus proxy would take that row from Tab.)"""
        super().focusInEvent(event)
        if self._current is not None:
            self._current.setFocus(event.reason())

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show `rows` instead; the focus stays on the row with the same id, or in its place."""
        if rows == tuple(button.row for button in self._rows):
            return
        last = self.focusWidget()
        place = next((n for n, button in enumerate(self._rows) if button is last), None)
        held = place is not None and self.window().focusWidget() is last  # another window may be in front
        focused = None if place is None else self._rows[place].row.id
        clear(self._box)
        self._rows, self._current = [], None
        for row in rows:
            if self._rows:
                self._box.addWidget(line())
            made = RowButton(row)
            made.clicked.connect(self._tell(row))
            made.asked.connect(self._asked)
            made.reached.connect(self._reached)
            self._rows.append(made)
            self._box.addWidget(made)
        if not self._rows:
            return
        same = next((n for n, button in enumerate(self._rows) if button.row.id == focused), place or 0)
        button = self._rows[min(same, len(self._rows) - 1)]
        self._current = button
        self._order()
        if held:
            button.show()  # a layout shows its children only later, and what is hidden takes no focus
            button.setFocus()

    def _reached(self, button: RowButton) -> None:
        self._current = button

    def _order(self) -> None:
        """Rows made later than the rest of the page come where the list stands for Tab, not at the page's end."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt takes no other widget for a neighbour
        before: QWidget = self
        for button in self._rows:
            QWidget.setTabOrder(before, button)
            before = button
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _tell(self, row: Row) -> Callable[[], None]:
        return lambda: self.opened.emit(row.id)

    def _asked(self, button: RowButton, key: int) -> None:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            there = self._rows.index(button) + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= there < len(self._rows):
                self._rows[there].setFocus(Qt.FocusReason.TabFocusReason)
        elif button.row.tickable and key == Qt.Key.Key_Space:
            self.ticked.emit(button.row.id)
        elif button.row.tickable and key == Qt.Key.Key_Delete:
            self.postponed.emit(button.row.id)
        else:
            self.opened.emit(button.row.id)


class RowButton(QPushButton):
    """One row, whole, as a button; the small button at its end is for the pointer only."""

    asked = Signal(QPushButton, int)
    reached = Signal(QPushButton)
    _KEYS = frozenset(
        {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Space,
            Qt.Key.Key_Delete,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        }
    )

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row
        self.setProperty("kind", "row")
        self.setAccessibleName(row.sentence())
        self.setAccessibleDescription(row.act)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._box = row_in(self, margins=(1, 2, 1, 2), gap=3.5)
        self._box.addWidget(Glyph(row.icon, row.tone, "iconFact"))
        words = column(gap=0)
        words.addWidget(WrappedLabel(row.title, "done" if row.done else "strong"))
        if row.note:
            words.addWidget(WrappedLabel(row.note, "muted"))
        self._box.addLayout(words, 1)
        if row.right:
            self._box.addWidget(label(row.right, "strong"))
        if row.act:
            self._box.addWidget(self._act(row))

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._box.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._box.minimumSize()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        kind = event.type()
        if kind in (QEvent.Type.Polish, QEvent.Type.StyleChange):  # measured in their own fonts
            for part in self.findChildren(QWidget):
                part.ensurePolished()
            self._box.invalidate()  # asks for a layout: never while one is made, or it is made without end
        if kind in (QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.LayoutRequest):
            # The style sheet gives every push button a least height; two lines need more than that.
            self.setMinimumHeight(self._box.minimumSize().height())
        return done

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.reached.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in self._KEYS:
            self.asked.emit(self, event.key())
        else:
            super().keyPressEvent(event)

    def _act(self, row: Row) -> QPushButton:
        made = QPushButton(row.act)
        made.setProperty("kind", "small")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName(f"{row.act}: {row.title}")
        made.clicked.connect(self.click)
        return made
