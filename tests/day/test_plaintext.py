"""Over a whole working day nothing a person wrote reaches a disk in clear, not even in a file that is gone again.

The program runs under strace, which hands over every byte written to a file of the file system; and every file that is
left in its home is read. The same watch sees a careless program that writes one word and removes it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.day.working_day import NOTED, WORDS

ROOT = Path(__file__).parents[2]
_CALLS = "trace=write,pwrite64,writev,pwritev,pwritev2"
# 123 pwrite64(7<\x2f\x68…>, "\x37\x7f…", 32, 0) = 32 - the file's path, and what was written
_LINE = re.compile(r"\d+\s+\w+\(\d+<((?:\\x[0-9a-f]{2})+)>(.*)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_NOT_A_DISK = ("/dev/", "/proc/", "/sys/")

pytestmark = [
    pytest.mark.day,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watched with strace"),
]


def _spelt(word: str) -> tuple[bytes, ...]:
    return word.encode(), word.encode("utf-16-le"), word.encode("latin-1", "ignore")


def _written(trace: Path) -> Iterator[tuple[str, bytes]]:
    """Each file and what was written to it at once."""
    with trace.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            match = _LINE.match(line)
            path = _bytes(match[1]).decode("utf-8", "replace") if match else ""
            if match and path.startswith("/") and not path.startswith(_NOT_A_DISK):
                yield path, b"".join(_bytes(text) for text in _TEXT.findall(match[2]))


def _bytes(spelt: str) -> bytes:
    return bytes.fromhex(spelt.replace("\\x", ""))


def _watched(home: Path, *options: str) -> tuple[dict[str, set[str]], int]:
    """Where which word was seen, and how many bytes were looked at."""
    assert shutil.which("strace"), "apt-get install strace"
    (home / "tmp").mkdir(parents=True)
    trace = home.with_name(f"{home.name}.trace")
    command = [
        *("strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "1000000", "-e", _CALLS, "-o", str(trace)),
        *(sys.executable, "-m", "tests.day.working_day", str(home / "v" / ("5e" * 16)), *options),
    ]
    own = {
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | own | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    seen: dict[str, set[str]] = {}
    looked_at = 0
    left = ((str(path), path.read_bytes()) for path in home.rglob("*") if path.is_file())
    for name, data in (*_written(trace), *left):
        looked_at += len(data)
        for word in WORDS:
            if any(spelling and spelling in data for spelling in _spelt(word)):
                seen.setdefault(Path(name).name, set()).add(word)
    return seen, looked_at


def test_nothing_written_in_a_working_day_can_be_read_on_the_disk(tmp_path: Path) -> None:
    seen, looked_at = _watched(tmp_path / "home")
    assert seen == {}
    assert looked_at > 1_000_000, "the watch saw next to nothing"
    home = tmp_path / "home"
    others = {path.name for path in home.rglob("*") if path.is_file() and home / "v" not in path.parents}
    assert others == set(), "a library keeps something of its own"


def test_the_same_watch_sees_one_careless_word_in_a_file_that_is_gone(tmp_path: Path) -> None:
    seen, _ = _watched(tmp_path / "home", "leak")
    assert list(seen.values()) == [{NOTED}]
