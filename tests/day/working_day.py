"""A consultant's day in a process of its own, to be watched from outside: written, put aside, searched, copied, locked.

`python -m tests.day.working_day PLACE [leak]`. With `leak` a careless program is played, and its day is short: a note,
then one word of it is written to a temporary file and removed again, and whoever watches must see it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app import logs
from app.services import renewing, search, upkeep
from app.settings import Settings
from tests.journal_parts import note, participant
from tests.vault_parts import PASSPHRASE, keychain_of, new_vault, open_vault
from ui import theme
from ui.window import MainWindow
from ui.window.pages import kinds, openers
from ui.work import Work

NAME = "Zebedæus Krøll"
NOTED, PUT_ASIDE, SAVED = "zirkelpande", "kladdevogn", "bagerlærke"
WORDS = (NAME, NOTED, PUT_ASIDE, SAVED, "Abilify", PASSPHRASE)
_PATIENCE = 240.0


def main(place: Path, *, leak: bool) -> None:
    logs.set_up(place.parent / "logs")
    vault = new_vault(place)
    whose = participant(vault, NAME)
    note(vault, whose, facts=f"Vi så en {SAVED} sammen.")
    vault.close()
    if leak:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as careless:
            careless.write(NOTED)
        return
    app = QApplication([])
    theme.install(app, "light")
    window, work = _window(place)
    _type(window, whose, f"Vi talte om {NOTED} i dag.", enter=True)
    _type(window, whose, f"Næste gang {PUT_ASIDE}. Får Abilify 15 mg til natten.", enter=False)
    for page in kinds():
        window.go(page.id)
        QCoreApplication.processEvents()
    done: list[Any] = []
    work.run(window, lambda vault: search.find(vault, NOTED), done.append)
    work.run(window, lambda vault: upkeep.tend(vault, now=_now()), done.append)
    _until(lambda: len(done) == 2)
    assert done[0].notes
    window.lock()
    work.stop()
    renewing.rotate(place, PASSPHRASE, keychain_of(place), now=datetime.now(UTC))
    open_vault(place, now=_now()).close()


def _window(place: Path) -> tuple[MainWindow, Work]:
    work = Work()
    window = MainWindow(work, kinds(), QWidget, _now, openers=openers(), settings=Settings())
    window.show()
    work.unlock(window, lambda: open_vault(place, now=_now()), _fail)
    _until(lambda: "note" in window.commands)
    return window, work


def _type(window: MainWindow, whose: Any, words: str, *, enter: bool) -> None:
    opened = window.open("note", whose)
    opened.activateWindow()
    _until(lambda: opened.isAncestorOf(QApplication.focusWidget() or window))
    field = QApplication.focusWidget() or window
    QTest.keyClicks(field, words)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        opened.close()  # put aside: the draft is kept without what the guard refuses
    _until(lambda: not isValid(opened) or not opened.isVisible())


def _until(reached: Callable[[], bool]) -> None:
    last = time.monotonic() + _PATIENCE
    while not reached():
        if time.monotonic() > last:
            raise TimeoutError
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _now() -> datetime:
    return datetime.now().astimezone()


def _fail(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    main(Path(sys.argv[1]), leak=sys.argv[2:] == ["leak"])
