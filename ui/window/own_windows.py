"""Windows of their own beside the main one: notes, the palette, the list of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.desk import Desk, Parks, Remembers

Opener = Callable[[Desk, object], QWidget]


class OwnWindows:
    """Opens them by name and lets go of them all at lock."""

    def __init__(self, openers: Mapping[str, Opener]) -> None:
        self._openers = openers
        self._open: list[QWidget] = []
        self._names: dict[int, str] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._openers

    def open(self, desk: Desk, name: str, target: object) -> QWidget:
        """An opener may give back a window that is open already; it is raised."""
        made = self._openers[name](desk, target)
        if made not in self._living():
            self._open.append(made)
            self._names[id(made)] = name
        made.show()
        made.raise_()
        made.activateWindow()
        return made

    def shown(self) -> list[QWidget]:
        """Those that can be seen, without what lies over the page."""
        return [window for window in self._living() if window.isWindow() and window.isVisible()]

    def dismiss(self) -> None:
        """Close what lies over the page, as the palette does: another page comes."""
        for window in self._living():
            if not window.isWindow() and not window.isHidden():
                window.close()

    def refit(self, before: float, now: float) -> None:
        """Another text size: an open note keeps its caret and its undo."""
        from ui.widgets.refit import refit

        for window in self._living():
            if window.isWindow():
                refit(window, before=before, now=now)

    def places(self) -> list[tuple[str, object]]:
        """What would open again those that know where they are: (name, target)."""
        return [
            (self._names[id(window)], window.place())
            for window in self._living()
            if window.isWindow() and window.isVisible() and isinstance(window, Remembers)
        ]

    def park(self) -> None:
        for window in self._living():
            if isinstance(window, Parks):
                window.park()

    def destroy(self) -> None:
        for window in self._living():
            window.hide()
            window.deleteLater()
        self._open, self._names = [], {}

    def _living(self) -> list[QWidget]:
        self._open = [window for window in self._open if isValid(window)]
        return self._open
