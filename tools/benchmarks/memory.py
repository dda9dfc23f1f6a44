"""Resident memory with 25 candidates and 20,000 notes, against KeePassXC with as many entries, and Anki.

All on one X server without a screen (`Xvfb`), as pictures and themes count. KeePassXC is measured where it is installed,
Anki where `FELTJOURNAL_BENCH_AQT` names a Python that has the package `aqt`, the frozen program where
`FELTJOURNAL_BENCH_FROZEN` names it. Without any of them there is still a bare PySide6 window.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.benchmarks import Budget, Result, _memory_peers
from tools.benchmarks import _journal as journal
from tools.benchmarks.startup import _BARE, FROM_SOURCES, _painted

_NOTES, _PEOPLE = 20_000, 25
_FROZEN_AT_MOST_MB = 130.0
_SETTLED_S = 2.0
_OPEN = """
import json, os, sys
from pathlib import Path
from ui import main
main.load_qt()  # as the program does
from PySide6.QtCore import QEventLoop, QTimer
from app import guard
from tools.benchmarks._window import Locked
from tools.benchmarks.memory import rss
def settle(ms):
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
locked = Locked(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
window = locked.window
locked.work.unlocked.connect(lambda: QTimer.singleShot(2000, window, lambda: window.go("caseload")))
locked.unlock()
settle(int(sys.argv[4]))
before = rss(os.getpid())
guard.clear("Han er ofte nede og har svært ved at sove, men han vil gerne prøve køkkenet igen på onsdag.")
settle(500)
print(json.dumps({"before": before, "after": rss(os.getpid())}))
os._exit(0)
"""


def run() -> Result:
    with _screen(), tempfile.TemporaryDirectory(prefix="feltjournal-bench-") as folder:
        figures = {
            "locked_rss_mb": _locked(FROM_SOURCES),
            "bare_rss_mb": _resident([sys.executable, "-P", "-c", _BARE]),
        }
        budgets = [
            _budget(
                "at the unlock window",
                figures["locked_rss_mb"],
                2.0,
                figures["bare_rss_mb"],
                "a bare PySide6 window",
            )
        ]
        if frozen := os.environ.get("FELTJOURNAL_BENCH_FROZEN"):
            figures["frozen_locked_rss_mb"] = _locked((frozen,))
            budgets.append(
                _budget(
                    "of the frozen program",
                    figures["frozen_locked_rss_mb"],
                    1.0,
                    _FROZEN_AT_MOST_MB,
                    "130 MB",
                )
            )
        told = _opened(Path(folder))
        figures |= {"open_rss_mb": told["before"], "open_with_guard_rss_mb": told["after"]}
        if shutil.which("keepassxc"):
            peer = figures["keepassxc_rss_mb"] = _memory_peers.keepassxc(Path(folder), _PEOPLE, _NOTES)
            budgets.append(_budget("before the guard's model", told["before"], 1.5, peer, "KeePassXC"))
            budgets.append(_budget("with the guard's model", told["after"], 2.5, peer, "KeePassXC"))
        if python := os.environ.get("FELTJOURNAL_BENCH_AQT"):
            figures["anki_rss_mb"] = _memory_peers.anki(python, Path(folder), _NOTES)
    return Result(figures, tuple(budgets))


def rss(pid: int) -> float:
    """Megabytes of one process, as Linux counts them (`VmRSS`)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def _budget(name: str, ours: float, at_most: float, peer: float, whose: str) -> Budget:
    return Budget(f"memory {name}", ours / peer, at_most, whose)


def _locked(command: tuple[str, ...]) -> float:
    with tempfile.TemporaryDirectory() as profile:
        return _resident([*command, "--profile", profile])


def _resident(command: list[str]) -> float:
    """After the first paint and what is got ready behind it."""
    with _painted(command) as (process, _):
        time.sleep(_SETTLED_S)
        return rss(process.pid)


def _opened(folder: Path) -> dict[str, float]:
    place, keys = folder / "v", folder / "k"
    journal.make(place, keys, people=_PEOPLE, notes=_NOTES)
    asked = [sys.executable, "-c", _OPEN, str(place), str(keys), journal.WORDS, "12000"]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


@contextmanager
def _screen() -> Iterator[None]:
    """A screen of our own where Xvfb is installed; else Qt's picture-only platform."""
    program = shutil.which("Xvfb")
    if program is None:
        yield
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", "1280x800x24"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        os.environ["DISPLAY"] = ":" + told.readline().strip()
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    try:
        yield
    finally:
        server.kill()
        server.wait()
