"""The unlocked half of the window: the rail, the pages, the foot. Made at unlock, destroyed at lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.agenda.form_keeper import FormKeeper
from ui.desk import Arrives, Desk, Fits, GoesBack, HasSubject, PageKind, Parks, Remembers, Room, room_for
from ui.theme import theme
from ui.widgets.boxes import column, row_in
from ui.window.footer import Footer
from ui.window.rail import Rail

_A_BREATH_MS = 20
_HINTS = ("palette", "note", "file.lock", "keys")


class _Pages(QStackedWidget):
    """No page makes the window higher than its screen, shown or not: the window has a least size of its own."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return False

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().minimumSizeHint().width(), 0)


class Workspace(QWidget):
    """Makes the page it shows first at once, the others one by one when the window has drawn itself."""

    def __init__(self, kinds: Sequence[PageKind], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        self._kinds = {kind.id: kind for kind in kinds}
        self._desk = desk
        self._pages: dict[str, QWidget] = {}
        self._current = ""
        self._trail: list[str] = []
        self._room = Room.WIDE
        self._leaving = False
        self._breath = QTimer(self, singleShot=True, interval=_A_BREATH_MS)
        self._breath.timeout.connect(self._make_next)
        self.rail = Rail(kinds)
        self.rail.chosen.connect(self.go)
        self.rail.state_asked.connect(lambda: self.go("sync"))
        self._stack = _Pages()
        self._foot = Footer(desk.commands, _HINTS)
        right = column(gap=0)
        right.addWidget(self._stack, 1)
        right.addWidget(self._foot)
        row_in(self, self.rail, gap=0).addLayout(right, 1)

    def show_notice(self, words: str) -> None:
        self._foot.show_notice(words)

    def go(self, page: str, target: object = None) -> None:
        if page not in self._kinds:
            return
        if page != self._current:
            if self._current:
                self._trail.append(self._current)
            self._current = page
        shown = self._page(page)
        self._stack.setCurrentWidget(shown)
        self.rail.show_current(page)
        if isinstance(shown, Arrives):
            shown.arrive(target)
        self._make_rest_later()

    def back(self) -> None:
        """Back within the page, else to the page before."""
        shown = self._pages.get(self._current)
        if isinstance(shown, GoesBack) and shown.back():
            return
        if self._trail:
            before = self._trail.pop()
            self.go(before)
            self._trail.pop()

    def subject(self) -> object:
        """Whom the page that is shown is about, if it is about somebody."""
        shown: object = self._pages.get(self._current)
        return shown.subject() if isinstance(shown, HasSubject) else None

    def fit(self, width: int) -> None:
        self._room = room_for(width, theme().factor)
        self.rail.fit(self._room)
        self._foot.fit(self._room)
        for page in self._pages.values():
            if isinstance(page, Fits):
                page.fit(self._room)

    def park(self) -> tuple[str, object]:
        """Have every page hand in its text; where we are. No further page is made in advance."""
        self._leaving = True
        for page in self._pages.values():
            if isinstance(page, Parks):
                page.park()
            for keeper in page.findChildren(FormKeeper):
                keeper.flush()
        shown: object = self._pages.get(self._current)
        return self._current, shown.place() if isinstance(shown, Remembers) else None

    def _page(self, page: str) -> QWidget:
        if page not in self._pages:
            made = self._kinds[page].make(self._desk)
            self._pages[page] = made
            self._stack.addWidget(made)
            if isinstance(made, Fits):
                made.fit(self._room)
        return self._pages[page]

    def _make_rest_later(self) -> None:
        """Once the vault has answered the page that is shown, and that has been painted: it waits for no other."""
        if len(self._pages) < len(self._kinds):
            self._desk.work.run(self, lambda _: None, lambda _: self._breath.start())

    def _make_next(self) -> None:
        # Left: its commands are gone, and it goes with the next turn of the loop. Hidden: nobody waits for a page.
        if self._leaving or not self.isVisible():
            return
        missing = next((id for id in self._kinds if id not in self._pages), None)
        if missing is not None:
            self._page(missing)
            self._make_rest_later()
