"""Start to a painted unlock window, against a bare PySide6 window; and the frozen program, against the sources.

The window is the first start's, which asks for a name and a passphrase; and the locked one of a computer with a journal.

The frozen program is measured where `FELTJOURNAL_BENCH_FROZEN` names it (`build/release/feltjournal/feltjournal`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import paths
from app.services import unlock
from tools.benchmarks import Budget, Result, taking_turns

FROM_SOURCES = (sys.executable, "-P", "-m", "ui.main")
_ROUNDS = 7
_PATIENCE = 60.0
_READY = "FELTJOURNAL_READY_FILE"
_PEER = "a bare PySide6 window"
_BARE = f"""
import os, pathlib, sys
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        pathlib.Path(os.environ["{_READY}"]).touch()
application = QApplication(sys.argv)
window = Window()
window.resize(1280, 720)
window.show()
application.exec()
"""


def run() -> Result:
    """Both as an installed program starts: compiled, which the first start of each sees to."""
    bare = [sys.executable, "-P", "-c", _BARE]
    with tempfile.TemporaryDirectory() as compiled:
        os.environ["PYTHONPYCACHEPREFIX"] = compiled
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _program()
        _time_to_paint(bare)
        ours, peer = taking_turns(_program, lambda: _time_to_paint(bare), _ROUNDS)
        locked = _with_journal(Path(compiled) / "profile")
        closed, beside = taking_turns(lambda: _program(profile=locked), lambda: _time_to_paint(bare), _ROUNDS)
        budgets = [
            Budget("start to unlock window", ours / peer, 1.5, _PEER),
            Budget("start to locked window", closed / beside, 1.5, _PEER),
        ]
        figures = {"window_s": ours, "bare_window_s": peer, "locked_window_s": closed}
        if frozen := os.environ.get("FELTJOURNAL_BENCH_FROZEN"):
            _program(frozen)
            built, sources = taking_turns(lambda: _program(frozen), _program, _ROUNDS)
            figures |= {"frozen_window_s": built}
            budgets.append(Budget("frozen start", built / sources, 1.5, "the start from the sources"))
    return Result(figures, tuple(budgets))


def _program(*frozen: str, profile: Path | None = None) -> float:
    with tempfile.TemporaryDirectory() as empty:
        return _time_to_paint([*(frozen or FROM_SOURCES), "--profile", str(profile or empty)])


def _with_journal(profile: Path) -> Path:
    unlock.create(
        paths.vault_place(profile), "en grøn hest spiser æbler", unlock.folder_keychain(profile)
    ).close()
    return profile


def _time_to_paint(command: list[str]) -> float:
    with _painted(command) as (_, took):
        return took


@contextmanager
def _painted(command: list[str]) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """The process from its first paint on, and the seconds until then; ended on leaving."""
    with tempfile.TemporaryDirectory() as place:
        ready = Path(place) / "ready"
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, _READY: str(ready)}
        began = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
        try:
            _wait(ready, process)
            yield process, time.perf_counter() - began
        finally:
            process.kill()
            process.wait()


def _wait(ready: Path, process: subprocess.Popen[bytes]) -> None:
    last = time.monotonic() + _PATIENCE
    while not ready.exists():
        if process.poll() is not None or time.monotonic() > last:
            raise RuntimeError(f"no window was painted (exit code {process.poll()})")
        time.sleep(0.002)
