"""From the vault's key to I dag on the screen, without the key derivation, against a bare PySide6 window.

25 participants and 20,000 notes; opening the file, bringing it up, building the workspace, the first page's use case
and its first paint. The derivation is a setting (0.5 to 0.8 s), so it is made cheap and its share left in. What the
window imports while a passphrase is typed (`ui.warm`) is done before the clock starts.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.benchmarks import Budget, Result
from tools.benchmarks import _journal as journal
from tools.benchmarks.startup import _BARE, _time_to_paint

_ROUNDS, _NOTES, _PEOPLE = 5, 20_000, 25
_OPEN = """
import sys, time
from pathlib import Path
from ui import main
main.load_qt()  # as the program does
from PySide6.QtCore import QTimer
from tools.benchmarks._window import Locked
from ui import warm
locked = Locked(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
app, window = locked.app, locked.window
app.processEvents()
warm.up()  # as during the seconds in which a passphrase is typed
from ui.today.page import TodayPage
began = time.perf_counter()
def look():
    page = window.findChild(TodayPage)
    if page is not None and page.isVisible() and page._date.text():
        window.repaint()
        print(time.perf_counter() - began)
        app.quit()
watch = QTimer(interval=2)
watch.timeout.connect(look)
watch.start()
locked.unlock()
app.exec()
locked.work.stop()
"""


def run() -> Result:
    with tempfile.TemporaryDirectory(prefix="feltjournal-bench-") as folder:
        place, keys = Path(folder) / "v", Path(folder) / "k"
        journal.make(place, keys, people=_PEOPLE, notes=_NOTES)
        asked = [sys.executable, "-c", _OPEN, str(place), str(keys), journal.WORDS]
        bare = [sys.executable, "-P", "-c", _BARE]
        _once(asked)
        pairs = [(_once(asked), _time_to_paint(bare)) for _ in range(_ROUNDS)]
    ours, peer = (statistics.median(times) for times in zip(*pairs, strict=True))
    budget = Budget("unlock to I dag", ours / peer, 1.5, "a bare PySide6 window")
    return Result({"unlock_to_today_s": ours, "bare_window_s": peer}, (budget,))


def _once(asked: list[str]) -> float:
    done = subprocess.run(
        asked, env={"QT_QPA_PLATFORM": "offscreen", **os.environ}, capture_output=True, text=True, check=True
    )
    return float(done.stdout)
