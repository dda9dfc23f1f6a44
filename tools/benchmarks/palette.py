"""A key in Find alt to its rows on the screen, at 20,000 notes; and how long the window stands still meanwhile.

Ours: the palette over a window on a real encrypted vault, key by key. The peer: a bare line edit over a list of the same
number of rows, whose answer is there at once. Standing still: the longest a tick of one millisecond had to wait.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.benchmarks import Budget, Result
from tools.benchmarks import _journal as journal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from ui.palette.palette import Palette

_NOTES, _PEOPLE = 20_000, 25
_ASKED = ("amira", "bageri juhl", "prøvedag", "vagtplan", "mødtes på biblioteket", "samtale")
_ROUNDS, _TICK_MS, _ROWS = 2, 1, 24


def run() -> Result:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui import theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.install(app, "light")
    with tempfile.TemporaryDirectory() as home:
        place, keys = Path(home) / "v", Path(home) / "k"
        journal.make(place, keys, people=_PEOPLE, notes=_NOTES)
        ours, still = _ours(place, keys)
    peer = _peer()
    p95, bare = statistics.quantiles(ours, n=20)[-1], statistics.quantiles(peer, n=20)[-1]
    figures = {
        "notes": float(_NOTES), "keys": float(len(ours)), "key_to_rows_p50_ms": statistics.median(ours),
        "key_to_rows_p95_ms": p95, "bare_p95_ms": bare, "window_still_p95_ms": statistics.quantiles(still, n=20)[-1],
        "window_still_max_ms": max(still),
    }  # fmt: skip
    return Result(figures, (Budget("a key to its rows (p95)", p95 / bare, 4.0, "a bare field over a list"),))


def _ours(place: Path, keys: Path) -> tuple[list[float], list[float]]:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QWidget

    from app.services import unlock
    from app.settings import Settings
    from ui.palette.palette import Palette
    from ui.window import MainWindow
    from ui.work import Work

    work = Work()
    window = MainWindow(work, (), QWidget, lambda: datetime.now().astimezone(), settings=Settings())
    opened = unlock.folder_keychain(keys)
    work.unlock(work, lambda: unlock.open(place, journal.WORDS, opened, now=journal.NOW), _fail)
    while not work.is_open:
        QCoreApplication.processEvents()
    window.resize(1280, 720)
    window.show()
    found = Palette(window.desk, window)
    found.show()
    took: list[float] = []
    still: list[float] = []
    for round_ in range(_ROUNDS + 1):
        for asked in _ASKED:
            found.field.clear()
            _until_answered(found)
            for sign in asked:
                ms, waited = _key(found, sign)
                if round_:
                    took.append(ms)
                    still.append(waited)
    work.stop()
    window.deleteLater()
    return took, still


def _key(found: Palette, sign: str) -> tuple[float, float]:
    """Milliseconds until the rows are painted, and the longest the loop was away in that time."""
    from PySide6.QtTest import QTest

    began = time.perf_counter()
    QTest.keyClicks(found.field, sign)
    longest = max((time.perf_counter() - began) * 1000, _until_answered(found))
    found.hits.viewport().repaint()
    return (time.perf_counter() - began) * 1000, longest


def _until_answered(found: Palette) -> float:
    """The longest one turn of the loop took, in milliseconds."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    longest = 0.0
    while found._answered != found.field.text():
        began = time.perf_counter()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _TICK_MS)
        longest = max(longest, (time.perf_counter() - began) * 1000)
    return longest


def _peer() -> list[float]:
    from PySide6.QtCore import QStringListModel
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

    window, field, shown = QWidget(), QLineEdit(), QListView()
    model = QStringListModel()
    shown.setModel(model)
    box = QVBoxLayout(window)
    box.addWidget(field)
    box.addWidget(shown)
    window.resize(640, 640)
    window.show()
    rows = [f"Række {n} med nogle ord" for n in range(_ROWS)]
    field.textChanged.connect(lambda text: model.setStringList([f"{row} {text}" for row in rows]))
    took = []
    for _ in range(_ROUNDS):
        for asked in _ASKED:
            took += _bare_keys(field, shown, asked, QTest)
    return took


def _bare_keys(field: QLineEdit, shown: Any, asked: str, test: Any) -> list[float]:
    field.clear()
    took = []
    for sign in asked:
        began = time.perf_counter()
        test.keyClicks(field, sign)
        shown.viewport().repaint()
        took.append((time.perf_counter() - began) * 1000)
    return took


def _fail(error: Exception) -> None:
    raise error
