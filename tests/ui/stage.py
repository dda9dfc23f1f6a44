"""What the tests of whole pages stand on: the program's window on a real vault, driven by its keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services import caseload, employers
from app.services.door import Saved
from app.settings import Settings
from tests.vault_parts import NOW, new_vault
from ui.theme import Theme
from ui.window import MainWindow
from ui.window.pages import kinds, openers
from ui.work import Work

T = TypeVar("T")
Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier
NONE = Mod.NoModifier
SLIP = "Hun er begyndt på Sertralin 50 mg og er træt om formiddagen."
MILD = "Hun nævnte sin angst i myldretiden."


@dataclass
class Stage:
    """The window, unlocked; `commands` counts the keys that act, not those that write."""

    qtbot: QtBot
    work: Work
    window: MainWindow
    owner: QObject = field(default_factory=QObject)
    commands: int = 0

    def page(self, name: str) -> Any:
        """A page of the window, made by now."""
        workspace = self.window._workspace
        assert workspace is not None
        self.qtbot.waitUntil(lambda: name in workspace._pages, timeout=10_000)
        return workspace._pages[name]

    def go(self, name: str, target: object = None) -> Any:
        self.window.go(name, target)
        self.settle()
        return self.page(name)

    def settle(self) -> None:
        """Until the vault has answered all that was asked, and all that was asked by the answers."""
        for _ in range(3):
            self.ask(lambda vault: None)

    def ask(self, job: Callable[[Any], T]) -> T:
        answers: list[T] = []
        self.work.run(self.owner, job, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=60_000)
        return answers[0]

    def type(self, words: str) -> None:
        """Keys to whatever has the focus."""
        self.qtbot.keyClicks(focus(), words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.commands += 1
        self.qtbot.keyClick(focus(), key, modifier)

    def toast(self) -> str:
        return self.window._toast.text()

    def employer(self, name: str, **fields: Any) -> UUID:
        return self._saved(partial(employers.create, fields={"name": name, **fields}, now=NOW, anyway=True))

    def candidate(self, name: str, **fields: Any) -> UUID:
        return self._saved(partial(caseload.create, fields={"name": name, **fields}, now=NOW))

    def _saved(self, job: Callable[[Any], object]) -> UUID:
        outcome = self.ask(job)
        assert isinstance(outcome, Saved)
        return outcome.id


def focus() -> QWidget:
    """What the keyboard writes to: the widget with the focus, else the window in front."""
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None
    return found


def nameless(root: QWidget) -> list[QWidget]:
    """What Tab can reach and a screen reader could not tell."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or _said(widget))
        and widget.focusProxy() is None
    ]


def clipped(root: QWidget) -> list[str]:
    """Buttons too small for their words."""
    return [
        button.text()
        for button in root.findChildren(QAbstractButton)
        if button.isVisibleTo(root) and button.text() and button.width() < button.minimumSizeHint().width()
    ]


def _said(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    yield from staged(qtbot, tmp_path / "vault", Settings())


def staged(
    qtbot: QtBot,
    place: Path,
    settings: Settings,
    pages: tuple[str, ...] = ("employers", "sync"),
    now: Callable[[], datetime] = lambda: NOW,
) -> Iterator[Stage]:
    """With these pages of the program alone, so that a test waits for nobody else's."""
    work = Work()
    wanted = [kind for kind in kinds() if kind.id in pages]
    window = MainWindow(work, wanted, QWidget, now, openers=openers(), settings=settings)
    window.resize(1440, 900)
    with qtbot.waitSignal(work.unlocked, timeout=20_000):
        work.unlock(work, lambda: new_vault(place), lambda error: pytest.fail(repr(error)))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Stage(qtbot, work, window)
    for name in pages:
        made.page(name)
    made.settle()
    yield made
    work.stop()
    window.hide()
    window.deleteLater()
