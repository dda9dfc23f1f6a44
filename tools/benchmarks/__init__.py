"""One module a benchmark; `tools/bench.py NAME` runs `NAME.run()`.

Absolute times mean little on another computer, so a budget is a **ratio** against a peer or floor measured in the same
run, the two taking turns. A module has a docstring that says what is measured against what, and

    def run() -> Result: ...

Figures are named with their unit (`window_s`, `rss_mb`, `notes_per_s`).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """`value` is ours divided by the peer's; it may be `at_most`."""

    name: str
    value: float
    at_most: float
    peer: str

    @property
    def met(self) -> bool:
        return self.value <= self.at_most


@dataclass(frozen=True, slots=True)
class Result:
    figures: Mapping[str, float]
    budgets: tuple[Budget, ...]


def taking_turns(ours: Callable[[], float], peer: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The medians of both, measured alternately; the first round of each warms the caches and is thrown away."""
    ours(), peer()
    pairs = [(ours(), peer()) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def seconds(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began
