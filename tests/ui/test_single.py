"""One program per profile: the second start raises the first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui import single

pytestmark = pytest.mark.screen

ROOT = Path(__file__).parents[2]
_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui import single
app = QCoreApplication([])
sys.exit(0 if single.claim(Path(sys.argv[1])) is None else 3)
"""
_KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui import single
app = QCoreApplication([])
held = single.claim(Path(sys.argv[1]))
held.listen()
os.kill(os.getpid(), signal.SIGKILL)
"""


def _second(profile: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _SECOND, str(profile)], cwd=ROOT)


def test_a_second_start_raises_the_first_and_ends(qtbot: QtBot, tmp_path: Path) -> None:
    first = single.claim(tmp_path)
    assert first is not None
    first.listen()
    with qtbot.waitSignal(first.asked, timeout=20_000):
        second = _second(tmp_path)
    assert second.wait(20) == 0
    first.deleteLater()


def test_another_profile_is_another_program(qtbot: QtBot, tmp_path: Path) -> None:
    first, other = single.claim(tmp_path / "a"), single.claim(tmp_path / "b")
    assert first is not None
    assert other is not None
    first.deleteLater()
    other.deleteLater()


def test_a_program_that_was_killed_does_not_stand_in_the_way(qtbot: QtBot, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path)], cwd=ROOT, check=False)
    first = single.claim(tmp_path)
    assert first is not None
    first.deleteLater()


@pytest.mark.parametrize("word", ["amira", "kommune"])
def test_other_programs_do_not_see_where_the_journal_lies(tmp_path: Path, word: str) -> None:
    assert word not in single._name(tmp_path / word)


def test_a_process_that_begins_anew_is_still_the_first(tmp_path: Path) -> None:
    """As after a hard lock: the same process number, another program image that never let go."""
    anew = "import os, sys; from ui import single; from pathlib import Path; p = Path(sys.argv[1])\n"
    anew += "held = single.claim(p)\nprint(held is not None, flush=True)\n"
    anew += "os.execv(sys.executable, [sys.executable, '-c', code, str(p)]) if (code := os.environ.pop('AGAIN', '')) else 0"
    run = subprocess.run(
        [sys.executable, "-c", anew, str(tmp_path)], cwd=ROOT, env={**os.environ, "AGAIN": anew}, capture_output=True,
        text=True, timeout=60, check=True,
    )  # fmt: skip
    assert run.stdout.split() == ["True", "True"]
