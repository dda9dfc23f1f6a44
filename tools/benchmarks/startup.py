"""Start to a painted unlock window, against a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.benchmarks import Budget, Result, taking_turns

_ROUNDS = 7
_PATIENCE = 60.0
_READY = "FELTJOURNAL_READY_FILE"
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
    budget = Budget("start to unlock window", ours / peer, 2.0, "a bare PySide6 window")
    return Result({"window_s": ours, "bare_window_s": peer}, (budget,))


def _program() -> float:
    with tempfile.TemporaryDirectory() as profile:
        return _time_to_paint([sys.executable, "-P", "-m", "ui.main", "--profile", profile])


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
