"""A monkey at the keyboard and the mouse, seeded, so that what it breaks can be broken again.

    .venv/bin/python -m tests.ui.monkey --sessions 100 --steps 300 --seed 1

Each session is a window on a fresh vault with a few people in it. It ends with exit 1 at the first exception or Qt
warning, and says seed and step. After each session rings of objects are let go of and what the C library keeps for later
is given back; it ends with exit 1 too when the resident memory then still grows over the second half of a long run. (The
first half fills what is made once: modules, the guard's model, SQLAlchemy's compiled questions, icons in each colour.)
All threads share one arena of glibc's: each session has threads of its own, where the program keeps its three for life,
and what the arenas of ended threads hold in reserve looks like a leak of half a megabyte a session.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QPoint,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.services import caseload, employers, journal
from app.settings import Settings
from tests.vault_parts import NOW, new_vault, open_vault
from ui.theme import install, theme
from ui.widgets import accessible
from ui.window import MainWindow
from ui.window.pages import kinds, openers
from ui.work import Work

Key, Mod = Qt.Key, Qt.KeyboardModifier
_CTRL, _ALT, _SHIFT, _NONE = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier, Mod.NoModifier
_KEYS = (
    *((key, _NONE) for key in (Key.Key_Tab, Key.Key_Return, Key.Key_Escape, Key.Key_Down, Key.Key_Up, Key.Key_Space)),
    *((key, _NONE) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_Backspace)),
    *((key, _NONE) for key in (Key.Key_F1, Key.Key_F2, Key.Key_F4, Key.Key_F6, Key.Key_F7, Key.Key_F8)),
    *((key, _CTRL) for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_6, Key.Key_7)),
    *((key, _CTRL) for key in (Key.Key_K, Key.Key_N, Key.Key_P, Key.Key_Z, Key.Key_T, Key.Key_Return, Key.Key_F)),
    *((key, _CTRL) for key in (Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_L)),
    *((key, _CTRL | _SHIFT) for key in (Key.Key_B, Key.Key_M, Key.Key_A, Key.Key_N, Key.Key_L)),
    *((key, _ALT) for key in (Key.Key_Left, Key.Key_Down, Key.Key_2, Key.Key_3, Key.Key_6, Key.Key_8)),
    (Key.Key_Tab, _SHIFT),
)  # fmt: skip
_WORDS = (
    "Amira ",
    "vi aftalte onsdag kl. 9. ",
    "Sertralin 50 mg ",
    "æøå ",
    "%n %1 & < \" ' ",
    "12",
    "bageri ",
)
_CLICK, _TYPE = 0.25, 0.15
_M_ARENA_MAX = -8  # as malloc.h has it
_LONG_RUN, _MOST_KIB = 40, 256  # sessions; what one may leave behind in the second half
# What the picture-only platform says of itself.
_NOT_OURS = "This plugin does not support"


@dataclass
class Monkey:
    """`told`: what it did, newest last; `faults`: what went wrong, with the step."""

    window: MainWindow
    work: Work
    reopen: Callable[[], object]
    random: Random
    told: list[str] = field(default_factory=list)

    def play(self, steps: int) -> None:
        for _ in range(steps):
            if not self.window.isVisible():
                return  # it has found the way out
            if not self.work.is_open and self.work.is_closed:
                self.reopen()
            self._step()
            QCoreApplication.processEvents()
            if (popup := QApplication.activePopupWidget()) is not None and self.random.random() < 0.5:
                popup.close()

    def _step(self) -> None:
        dice = self.random.random()
        if dice < _CLICK:
            self._click()
        elif dice < _CLICK + _TYPE:
            words = self.random.choice(_WORDS)
            self.told.append(f"type {words!r}")
            QTest.keyClicks(self._target(), words)
        else:
            key, modifier = self.random.choice(_KEYS)
            self.told.append(f"key {key.name} {modifier.name}")
            QTest.keyClick(self._target(), key, modifier)

    def _click(self) -> None:
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
        top = self.random.choice(tops) if tops else self.window
        place = QPoint(
            self.random.randrange(max(1, top.width())), self.random.randrange(max(1, top.height()))
        )
        under = top.childAt(place) or top
        self.told.append(f"click {type(under).__name__} {under.accessibleName()!r}")
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, _NONE, under.mapFrom(top, place))

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window


@contextmanager
def playground(folder: Path, seed: int) -> Iterator[Monkey]:
    """A window on a vault with two people, an employer and a note; let go of afterwards. No system dialog opens."""
    work = Work()
    window = MainWindow(work, kinds(), QWidget, lambda: NOW, openers=openers(), settings=Settings())
    window.resize(1280, 720)

    def unlock(job: Callable[[], Any]) -> None:
        work.unlock(work, job, _fail)
        while not work.is_open:
            QCoreApplication.processEvents()

    unlock(lambda: _furnished(folder))
    window.show()
    window.activateWindow()
    before = QFileDialog.getSaveFileName, QFileDialog.getOpenFileName, QPrintDialog.exec
    QFileDialog.getSaveFileName = QFileDialog.getOpenFileName = _nowhere  # type: ignore[method-assign]
    QPrintDialog.exec = _no  # type: ignore[method-assign]
    try:
        yield Monkey(window, work, partial(unlock, lambda: open_vault(folder)), Random(seed))  # noqa: S311 - a toy, no key
    finally:
        QFileDialog.getSaveFileName, QFileDialog.getOpenFileName, QPrintDialog.exec = before  # type: ignore[method-assign]
        window.lock()
        work.stop()
        for one in (*QApplication.topLevelWidgets(), window):
            one.hide()
        window.deleteLater()
        for _ in range(5):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()
        theme().set_text_size(100)


def _furnished(folder: Path) -> Any:
    vault = new_vault(folder)
    for name in ("Amira Holm", "Jonas Bak"):
        made: Any = caseload.create(vault, fields={"name": name, "phase": "job_search"}, now=NOW)
        note = journal.NoteFields(
            participant=made.id, title="Samtale", happened_at=NOW, facts="Vi talte om onsdag."
        )
        journal.write_note(vault, note=note, now=NOW)
    employers.create(vault, fields={"name": "Bageri Juhl"}, now=NOW)
    return vault


def _nowhere(*_: object, **__: object) -> tuple[str, str]:
    return "", ""


def _no(*_: object) -> int:
    return 0


def _fail(error: Exception) -> None:
    raise error


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.ui.monkey", description=__doc__)
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _share_one_arena()
    app = QApplication([])
    accessible.install()
    install(app, "light")
    faults = _listen()
    taken: list[int] = []
    for seed in range(asked.seed, asked.seed + asked.sessions):
        with tempfile.TemporaryDirectory() as folder, playground(Path(folder) / "vault", seed) as monkey:
            monkey.play(asked.steps)
        if faults:
            sys.stdout.write(f"seed {seed}: {faults[0]}\nafter {monkey.told[-6:]}\n")
            return 1
        steps = len(monkey.told)
        del monkey
        taken.append(_kept())
        sys.stdout.write(f"seed {seed}: {steps} steps, {taken[-1]} KiB\n")
    if len(taken) < _LONG_RUN:
        return 0
    middle, last = taken[len(taken) // 2 - 5 : len(taken) // 2 + 5], taken[-10:]
    growth = (sum(last) - sum(middle)) / 10 / (len(taken) / 2 - 5)
    sys.stdout.write(f"growth a session in the second half: {growth:.0f} KiB (at most {_MOST_KIB})\n")
    return int(growth > _MOST_KIB)


def living() -> Counter[str]:
    """How many objects there are of each class of the window, when rings have been let go of."""
    gc.collect()
    named = Counter(_name(type(thing)) for thing in gc.get_objects())
    return Counter({name: n for name, n in named.items() if name.startswith("ui.")})


def _name(kind: type) -> str:
    room = type.__getattribute__(kind, "__dict__").get("__module__")  # a metaclass may say otherwise
    return f"{room}.{kind.__qualname__}"


def _listen() -> list[str]:
    """Exceptions and Qt's warnings from now on."""
    faults: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        faults.append(f"{kind.__name__}: {error}")

    def message(kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
        asked = str(where.category).startswith("qt.accessibility")  # of a reader's questions
        if kind is not QtMsgType.QtDebugMsg and not asked and _NOT_OURS not in text:
            faults.append(text)

    sys.excepthook = hook
    qInstallMessageHandler(message)
    return faults


def _share_one_arena() -> None:
    if choose := getattr(ctypes.CDLL(None), "mallopt", None):  # glibc's; before the first thread
        choose(_M_ARENA_MAX, 1)


def _kept() -> int:
    """KiB that are resident when all has been let go of and given back that can be."""
    gc.collect()
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):  # glibc's
        trim(0)
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


if __name__ == "__main__":
    sys.exit(main())
