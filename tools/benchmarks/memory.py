"""Resident memory at the unlock window, against a bare PySide6 window in the same run."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tools.benchmarks import Budget, Result
from tools.benchmarks.startup import _BARE, _painted

_ROUNDS = 3


def run() -> Result:
    ours, peer = [], []
    for _ in range(_ROUNDS):
        with tempfile.TemporaryDirectory() as profile:
            ours.append(_resident([sys.executable, "-P", "-m", "ui.main", "--profile", profile]))
        peer.append(_resident([sys.executable, "-P", "-c", _BARE]))
    mine, bare = statistics.median(ours), statistics.median(peer)
    budget = Budget("memory at the unlock window", mine / bare, 2.0, "a bare PySide6 window")
    return Result({"locked_rss_mb": mine, "bare_rss_mb": bare}, (budget,))


def _resident(command: list[str]) -> float:
    with _painted(command) as (process, _):
        return _rss(process.pid)


def _rss(pid: int) -> float:
    """Megabytes, as Linux counts them (`VmRSS`)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024
