"""The pinned PySide6 survives what an older pair of it and Python did not."""

from __future__ import annotations

import subprocess
import sys

# PySide6 6.12.0 gave one reference of None back too many for each void call and ended Python 3.11 after some 60,000.
_VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(300_000):
    thing.setObjectName("x")
print("survived")
"""


def test_python_survives_three_hundred_thousand_void_calls() -> None:
    done = subprocess.run([sys.executable, "-c", _VOID_CALLS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "survived\n"), done.stderr
