"""What the window lends a page: the worker, the commands, the clock, and ways to say and to go.

A page is a QWidget made by a factory `(desk) -> QWidget` after every unlock and destroyed at every lock. It may
have any of the methods below; the window looks for them by name.

    class TodayPage(QWidget):
        def __init__(self, desk: Desk) -> None: ...
        def arrive(self, target: object) -> None: ...    # shown now; take the focus, show `target` if not None
        def place(self) -> object: ...                   # what `arrive` should get after the next unlock
        def fit(self, room: Room) -> None: ...           # the window's width class changed
        def park(self) -> None: ...                      # about to be destroyed: hand unsaved text to `desk.work`
        def back(self) -> bool: ...                      # Alt+Left: True if there was something to go back to
        def subject(self) -> object: ...                 # whom a new note from here is about: an id, or None
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from app.settings import Settings
from ui.commands import Commands
from ui.work import Work

if TYPE_CHECKING:
    from ui.text.standing import State

WIDE, MEDIUM = 1400, 1180
_LARGE_TEXT = 1.5


class Room(enum.Enum):
    """How much a page can show side by side."""

    WIDE = enum.auto()  # list, page and side column
    MEDIUM = enum.auto()  # list and page; the side column is the tab Overblik
    NARROW = enum.auto()  # list or page, by turns; the rail is icons


def room_for(width: int, factor: float) -> Room:
    """`factor`: how many times larger than plain the text is."""
    if factor >= _LARGE_TEXT or width < MEDIUM:
        return Room.NARROW
    return Room.WIDE if width >= WIDE else Room.MEDIUM


class Tell(Protocol):
    def __call__(
        self, text: str, undo: Callable[[], object] | None = None, *, urgent: bool = False
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """`go(page, target)` changes page, `open(name, target)` opens a window of its own (`note`, `palette`).

    `tell(text, undo=…)` shows a toast and says it to a screen reader. `count(page, n)` sets the figure in the rail,
    `show_state(state)` the card at its foot (`ui.text.standing` makes one). `now()` is aware and local.
    """

    work: Work
    settings: Settings
    commands: Commands
    now: Callable[[], datetime]
    tell: Tell
    go: Callable[[str, object], None]
    open: Callable[[str, object], QWidget]
    count: Callable[[str, int], None]
    show_state: Callable[[State], None]


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page the window can make. `below`: under the line in the rail (Synkronisering, Indstillinger)."""

    id: str
    title: str
    icon: str
    keys: str
    make: Callable[[Desk], QWidget]
    below: bool = False


@runtime_checkable
class Arrives(Protocol):
    def arrive(self, target: object) -> None: ...


@runtime_checkable
class Remembers(Protocol):
    def place(self) -> object: ...


@runtime_checkable
class Fits(Protocol):
    def fit(self, room: Room) -> None: ...


@runtime_checkable
class Parks(Protocol):
    def park(self) -> None: ...


@runtime_checkable
class GoesBack(Protocol):
    def back(self) -> bool: ...


@runtime_checkable
class HasSubject(Protocol):
    def subject(self) -> object: ...


__all__ = [
    "Arrives",
    "Desk",
    "Fits",
    "GoesBack",
    "HasSubject",
    "PageKind",
    "Parks",
    "Remembers",
    "Room",
    "Tell",
    "room_for",
]
