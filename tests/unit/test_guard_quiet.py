"""The library that runs the guard's model tells nobody that it did, and leaves no number of this computer behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from app.guard import runtime

ROOT = Path(__file__).parents[2]
_READ = "from app.guard import encoder; assert encoder.load() is not None"


def _left(home: Path, code: str) -> set[str]:
    """What a program that ran `code` left in its home and in the folder for temporary files."""
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if name != runtime._QUIET}
    own = {
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_CACHE_HOME": str(home),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=kept | own, check=True)
    return {path.name for path in home.rglob("*") if path.is_file()}


def test_reading_a_text_leaves_nothing_of_the_librarys_own(tmp_path: Path) -> None:
    assert _left(tmp_path / "home", _READ) == set()
