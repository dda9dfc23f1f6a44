"""A consultant at the real program: the window the program itself builds, a keyboard, eyes, and nothing else.

Whoever writes a story with this knows what is on the screen and where the focus is, never a widget by its name in the
code. Every key that is not a letter of the text counts as a command; a mouse press is a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app import paths
from app.settings import Settings
from app.vault.vault import Vault
from tests.vault_parts import PASSPHRASE, keychain_of, new_vault
from ui.policy import InForce
from ui.program import build
from ui.window import MainWindow
from ui.work import Work

T = TypeVar("T")
Key, Mod = Qt.Key, Qt.KeyboardModifier
_MODS = {"ctrl": Mod.ControlModifier, "shift": Mod.ShiftModifier, "alt": Mod.AltModifier}
_KEYS = {
    "enter": Key.Key_Return, "tab": Key.Key_Tab, "esc": Key.Key_Escape, "space": Key.Key_Space, "del": Key.Key_Delete,
    "down": Key.Key_Down, "up": Key.Key_Up, "left": Key.Key_Left, "right": Key.Key_Right, "home": Key.Key_Home,
    "end": Key.Key_End,
}  # fmt: skip
_SECONDS = 60_000


@dataclass
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


class _Mouse(QObject):
    """Counts what no story may need."""

    presses = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self.presses += 1
        return False


class _Ear:
    """Hears every message, also one that goes away by itself before a slow computer looks again."""

    def __init__(self, window: MainWindow) -> None:
        self.heard: list[str] = []
        show = window._toast.show_text

        def hear(text: str, *more: Any, **named: Any) -> None:
            self.heard.append(text)
            show(text, *more, **named)

        window._toast.show_text = hear  # type: ignore[method-assign]


@dataclass
class Consultant:
    qtbot: QtBot
    window: MainWindow
    work: Work
    clock: Clock
    commands: int = 0
    steps: dict[str, int] = field(default_factory=dict)
    owner: QObject = field(default_factory=QObject)
    ear: _Ear = field(init=False)

    def __post_init__(self) -> None:
        self.ear = _Ear(self.window)

    @contextmanager
    def does(self, what: str, *, at_most: int) -> Iterator[None]:
        """One thing a person sets out to do; so many commands it may take."""
        before = self.commands
        self.ear.heard.clear()
        yield
        self.steps[what] = self.commands - before
        assert self.steps[what] <= at_most, f"{what}: {self.steps[what]} commands, not {at_most}"

    def press(self, *chords: str) -> None:
        """`ctrl+shift+b`, `enter`, `alt+3`: one command each."""
        for chord in chords:
            *mods, key = chord.split("+")
            held = Mod.NoModifier
            for mod in mods:
                held |= _MODS[mod]
            self.commands += 1
            code = _KEYS.get(key) or getattr(Key, f"Key_{key.upper()}")
            if code is Key.Key_Tab and held is Mod.ShiftModifier:
                code = Key.Key_Backtab
            self.qtbot.keyClick(focus(), code, held)
            self.settle()

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(focus(), words)
        self.settle()

    def tab_to(self, words: str, *, most: int = 60) -> None:
        """Tab until the focus is on what is called so; every Tab is a command."""
        for _ in range(most):
            if words in called(focus()):
                return
            self.press("tab")
        raise AssertionError(f"no Tab leads to {words!r}; on the screen:\n{on_screen()}")

    def sees(self, *words: str) -> None:
        def all_there() -> None:
            shown = "\n".join((on_screen(), *self.ear.heard))
            missing = [one for one in words if one not in shown]
            assert not missing, f"{missing} not on the screen:\n{shown}"

        self.qtbot.waitUntil(all_there, timeout=_SECONDS)

    def sees_no(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words not in on_screen(), timeout=_SECONDS)

    def in_front(self) -> str:
        """What the window in front shows, without those behind it."""
        top = QApplication.activeWindow()
        assert top is not None
        return "\n".join(filter(None, _words(top)))

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        self.sees("Feltjournal er låst")
        self.write(passphrase)
        self.press("enter")
        self.sees("I dag")

    def ask(self, job: Callable[[Any], T]) -> T:
        """What the vault says, for the test and not for the person."""
        answers: list[T] = []
        self.work.run(self.owner, job, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=_SECONDS)
        return answers[0]

    def settle(self) -> None:
        """Until the vault has answered what was asked, and what its answers asked."""
        for _ in range(2):
            if self.work.is_open:
                self.ask(lambda vault: None)
            QApplication.processEvents()
        if (
            QApplication.activeWindow() is None
        ):  # a window system gives the keyboard back when a window closes
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)


@contextmanager
def at_work(
    qtbot: QtBot, profile: Path, clock: Clock, before: Callable[[Vault], object] = lambda vault: None
) -> Iterator[Consultant]:
    """The program as it starts: locked, with what `before` left in the journal."""
    profile.mkdir(parents=True, exist_ok=True)
    place = paths.vault_place(profile)
    if not place.exists():
        vault = new_vault(place)
        before(vault)
        vault.close()
    held = InForce(Settings())
    window, work = build(profile, keychain=lambda: keychain_of(place), held=held, now=clock)
    mouse, app = _Mouse(), QApplication.instance()
    assert app is not None
    app.installEventFilter(mouse)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield Consultant(qtbot, window, work, clock)
        assert mouse.presses == 0
    finally:
        app.removeEventFilter(mouse)
        window.hide()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        work.stop()


def focus() -> QWidget:
    found = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None
    return found


def called(widget: QWidget) -> str:
    """What a screen reader would say the focus is on."""
    said = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{widget.accessibleName()} {said}".replace("&", "")


def on_screen() -> str:
    """All that can be read now, in any window."""
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return "\n".join(dict.fromkeys(line for top in tops for line in _words(top) if line))


def _words(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        if not isValid(widget) or not widget.isVisibleTo(top):
            continue
        yield widget.accessibleName()
        yield from filter(None, _text(widget))


def _text(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text().replace("&", "")
        case QLineEdit():
            yield widget.text()
        case QTextEdit() | QPlainTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield widget.currentText()
        case QMenu():
            yield from (act.text().replace("&", "") for act in widget.actions())
        case QAbstractItemView():
            yield from _rows(widget)
        case _:
            pass


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for row in range(model.rowCount(QModelIndex())):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
                yield str(model.data(index, role) or "")
