"""A screen reader asks for what was there a moment ago. Qt answers in C++, where a wrong answer ends the program: so each
kind of widget is asked in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

_ASK = """
import sys
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from PySide6 import QtWidgets
from ui.widgets import accessible

app = QApplication([])
accessible.install()
widget = getattr(QtWidgets, sys.argv[1])()
widget.show()
told = QAccessible.queryAccessibleInterface(widget)
count = told.childCount()
assert [told.child(number) for number in range(count)].count(None) == 0
assert [told.child(count + beyond) for beyond in (0, 1, 2, 60)] == [None] * 4
"""


@pytest.mark.parametrize(
    "kind",
    ["QScrollArea", "QTextEdit", "QPlainTextEdit", "QStackedWidget", "QMainWindow", "QComboBox", "QGroupBox"],
)
def test_a_child_that_is_no_longer_there_is_none(kind: str) -> None:
    done = subprocess.run([sys.executable, "-c", _ASK, kind], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
