"""What happened, newest first, under week headings: an icon for the kind, when, the first lines, and pills.

    timeline = TimelineView(self.tr("Tidslinje"))
    timeline.show_rows((
        Heading("UGE 48 · I DAG, MANDAG 23. NOVEMBER"),
        Entry(id, "building-2", "Besøg hos Bageri Juhl", "kl. 9.05 · 35 min", "Talte med …",
              chips=(("Arbejdsgiverkontakt", "plain"), ("Kun på denne computer", "info"))),
    ))
    timeline.opened.connect(self._open)        # id: Enter or double click
    timeline.chosen.connect(...)               # id: another entry became current

Space, or a press on the entry that is current, shows the whole of a long text in place, and below it `more`. Each entry is read out whole. Headings are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.widgets import announce
from ui.widgets.rows_model import VALUE
from ui.widgets.rows_view import RowsView
from ui.widgets.timeline_delegate import TimelineDelegate


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    id: object = None

    def sentence(self) -> str:
        return self.text

    def heading(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Entry:
    """`chips`: (word, tone of `Chip`). `more`: what is only shown unfolded, as earlier versions. `spoken`: how it is
    read out, if not simply all of it in order."""

    id: object
    icon: str
    title: str
    when: str
    text: str = ""
    chips: tuple[tuple[str, str], ...] = ()
    more: str = ""
    spoken: str = ""

    def sentence(self) -> str:
        parts = (self.title, self.when, self.text, *(word for word, _ in self.chips))
        return self.spoken or ". ".join(part.rstrip(".") for part in parts if part)

    def heading(self) -> bool:
        return False


class TimelineView(RowsView):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._delegate = TimelineDelegate(self)
        self.setItemDelegate(self._delegate)
        self._was_current = QModelIndex()
        self.clicked.connect(self._pressed)

    def unfold(self, id: object) -> None:
        """Show the whole text of an entry, or its first lines again."""
        unfolded = self._delegate.turn(id)
        self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())
        entry = self.rows.index(self.rows.row_of(id)).data(VALUE)
        if unfolded and entry is not None and entry.more:
            announce.say(self, entry.more)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._was_current = self.currentIndex()
        super().mousePressEvent(event)

    def _pressed(self, index: QModelIndex) -> None:
        if index == self._was_current and not index.data(VALUE).heading():
            self.unfold(index.data(VALUE).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space and self.current_id() is not None:
            self.unfold(self.current_id())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._delegate.width_changed()
            self.scheduleDelayedItemsLayout()
