"""What is loaded before the locked screen is painted: start-up time, kept by counting and not by a clock."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
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
    ),
    *(
        "PySide6.QtNetwork",
        "app.guard",
        "app.store",
        "app.vault.lifecycle",
        "ui.window.workspace",
        "ui.today.page",
    ),
)
_MOST_MODULES = 270
_PROGRAM = f"""
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from ui import main as program, theme
from ui.policy import InForce
from app import settings

class Seen(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            loaded = sorted(sys.modules)
            print(json.dumps({{"heavy": [n for n in {_HEAVY!r} if n in loaded], "count": len(loaded)}}), flush=True)
            QCoreApplication.exit(0)
        return False

app = QApplication(["feltjournal"])
held = InForce(settings.load(Path(sys.argv[1])))
look = theme.install(app, "light")
window, work = program.build(Path(sys.argv[1]), keychain=lambda: None, held=held)
seen = Seen()
window.installEventFilter(seen)
window.show()
app.exec()
work.stop()
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-P", "-c", _PROGRAM, str(tmp_path)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=True,
    ).stdout  # fmt: skip
    seen = json.loads(told)
    assert seen["heavy"] == []
    assert seen["count"] <= _MOST_MODULES
