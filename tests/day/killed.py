"""The program's window in a process of its own: notes are typed into it and sent until it is killed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.settings import Settings
from tests.vault_children import _PRELOAD, child
from tests.vault_parts import open_vault
from ui import theme, warm
from ui.note.presenter import Saving
from ui.note.window import NoteWindow
from ui.window import MainWindow
from ui.window.pages import kinds, openers
from ui.work import Work

__all__ = ["child", "draft_until_killed", "type_until_killed"]
_PRELOAD.append("tests.day.killed")  # in time, unless another test has started the fork server
warm.up()
_PATIENCE = 30.0


def sentence(number: int) -> str:
    """What note `number` says; no other says it."""
    return f"Vi talte om butik nummer {number} i gaden."


def type_until_killed(pipe: Connection, place: Path, participant: UUID, number: int) -> None:
    """A note is told of when its window has closed, as the consultant is told; sending goes on beside it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.install(app, "light")
    window = _unlocked(place)
    while True:
        _write(window, participant, sentence(number))
        pipe.send(number)
        window.commands.run("sync.now")
        number += 1


def draft_until_killed(pipe: Connection, place: Path, target: object, number: int) -> None:
    """Sentence after sentence into one note that is never entered; what stands there is told whenever it is called kept."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.install(app, "light")
    window = _unlocked(place)
    note = window.open("note", target)
    assert isinstance(note, NoteWindow)
    note.activateWindow()
    _until(lambda: note.isAncestorOf(_focus(window)))
    keeping = note._autosave
    while True:
        QTest.keyClick(_focus(window), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(_focus(window), " " + sentence(number))
        _until(lambda: keeping.safety.saving is Saving.SAVED)
        said = keeping._collect()
        assert said is not None
        pipe.send(said.facts)
        number += 1


def _write(window: MainWindow, participant: UUID, words: str) -> None:
    note = window.open("note", participant)
    note.activateWindow()
    _until(lambda: note.isAncestorOf(_focus(window)))
    QTest.keyClicks(_focus(window), words)
    QTest.keyClick(_focus(window), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _until(lambda: not isValid(note))


def _focus(window: MainWindow) -> QWidget:
    return QApplication.focusWidget() or window


def _unlocked(place: Path) -> MainWindow:
    def now() -> datetime:
        return datetime.now().astimezone()

    work = Work()
    pages = [kind for kind in kinds() if kind.id == "sync"]
    window = MainWindow(work, pages, QWidget, now, openers=openers(), settings=Settings())
    window.show()
    work.unlock(window, lambda: open_vault(place, now=now()), _fail)
    _until(lambda: "sync.now" in window.commands)
    return window


def _fail(error: Exception) -> None:
    raise error


def _until(reached: Callable[[], bool]) -> None:
    last = time.monotonic() + _PATIENCE
    while not reached():
        if time.monotonic() > last:
            raise TimeoutError
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
