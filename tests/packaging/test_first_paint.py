"""What is loaded before the locked screen is painted: start-up time, kept by counting and not by a clock."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app import paths
from tests.vault_parts import new_vault

ROOT = Path(__file__).parents[2]
_ROOMS = tuple(str(ROOT / room) for room in ("app", "ui", "resources"))
_HEAVY = (
    *(
        "sqlalchemy",
        "sqlcipher3",
        "keyring",
        "cryptography",
        "urllib3",
        "truststore",
        "msgspec",
        "socket",
        "ssl",
    ),
    *(
        "asyncio",
        "email",
        "http.client",
        "zoneinfo",
        "tomllib",
        "subprocess",
        "hashlib",
        "numpy",
        "onnxruntime",
        "uuid",
        "platform",
        "concurrent.futures",
    ),
    *(
        "PySide6.QtNetwork",
        "app.guard",
        "app.store",
        "app.vault.lifecycle",
        "ui.window.workspace",
        "ui.today.page",
        "ui.unlock.create_form",
        "ui.unlock.enrol_form",
        "ui.text.standing",
        "ui.text.calling",
        "ui.widgets.refit",
    ),
)
_MOST_MODULES = 250
_PROGRAM = f"""
import gc, json, linecache, sys
from pathlib import Path
from ui import main
told, warmed = {{"qt_at_once": "PySide6" in sys.modules}}, []
main.load_qt()
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from app.services import unlock
from ui import program

class Seen(QObject):
    def __init__(self, window, then):
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            loaded = sorted(sys.modules)
            told.update(heavy=[n for n in {_HEAVY!r} if n in loaded], count=len(loaded))
            told.update(read=[n for n in linecache.cache if n.startswith({_ROOMS!r})], looks=gc.isenabled())
            QTimer.singleShot(3 * program._AFTER_PAINT_MS, watched, lambda: self.touch(watched))
        return False

    def touch(self, window):
        told["before_a_touch"] = len(warmed)
        for _ in range(2):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
        QTimer.singleShot(program._AFTER_PAINT_MS, lambda: program.QApplication.instance().quit())

program.FirstPaint = Seen
program.warm.up = lambda: warmed.append(True)
program.start(Path(sys.argv[1]), lambda: unlock.folder_keychain(Path(sys.argv[1])))
print(json.dumps({{**told, "in_the_end": len(warmed)}}))
"""


@pytest.fixture(scope="module", params=["first start", "locked"])
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    profile = tmp_path_factory.mktemp("profile")
    if request.param == "locked":
        new_vault(paths.vault_place(profile)).close()
    told = subprocess.run(
        [sys.executable, "-P", "-c", _PROGRAM, str(profile)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "FELTJOURNAL_READY_FILE": "-"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=True,
    ).stdout  # fmt: skip
    answers: dict[str, Any] = json.loads(told)
    return answers


def test_nothing_heavy_is_loaded_before_the_first_paint(seen: dict[str, Any]) -> None:
    assert seen["heavy"] == []
    assert seen["count"] <= _MOST_MODULES


def test_a_helper_that_needs_no_window_loads_no_qt(seen: dict[str, Any]) -> None:
    assert not seen["qt_at_once"]


def test_no_source_is_read_and_nothing_is_looked_through_for_what_could_be_let_go_of(
    seen: dict[str, Any],
) -> None:
    assert (seen["read"], seen["looks"]) == ([], False)


def test_nothing_is_got_ready_before_somebody_is_there(seen: dict[str, Any]) -> None:
    assert (seen["before_a_touch"], seen["in_the_end"]) == (0, 1)
