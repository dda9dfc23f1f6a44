"""How long jobs last when some still do: Kaplan and Meier's steps, and Wilson's interval for a share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

_Z: Final = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class SurvivalStep:
    """From day `day` on, the share `left` (0 to 1) remains, with its 95 % interval. `at_risk`: whom it rests on."""

    day: int
    at_risk: int
    ended: int
    left: float
    low: float
    high: float


def kaplan_meier(spells: Iterable[tuple[int, bool]]) -> tuple[SurvivalStep, ...]:
    """`spells`: (days, whether it ended) for each job; one that goes on is counted as long as it has been seen.

    Kaplan and Meier (1958), Greenwood's variance, interval on the log-log scale (Kalbfleisch and Prentice).
    """
    seen = list(spells)
    ends = Counter(days for days, ended in seen if ended)
    left, spread = 1.0, 0.0
    found = []
    for day in sorted(ends):
        at_risk, ended = sum(days >= day for days, _ in seen), ends[day]
        left *= 1 - ended / at_risk
        if ended < at_risk:
            spread += ended / (at_risk * (at_risk - ended))
        low, high = _log_log(left, spread)
        found.append(SurvivalStep(day, at_risk, ended, left, low, high))
    return tuple(found)


def _log_log(left: float, spread: float) -> tuple[float, float]:
    if left <= 0:
        return 0.0, 0.0
    log = math.log(left)
    width = _Z * math.sqrt(spread) / log
    return math.exp(log * math.exp(-width)), math.exp(log * math.exp(width))


def left_after(steps: tuple[SurvivalStep, ...], day: int) -> SurvivalStep | None:
    """The step that holds on `day`; None before the first."""
    return next((step for step in reversed(steps) if step.day <= day), None)


def at_risk(spells: Iterable[tuple[int, bool]], day: int) -> int:
    """How many are still followed on `day`."""
    return sum(days >= day for days, _ in spells)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), without continuity correction; 0 to 1 of nothing."""
    if not of:
        return 0.0, 1.0
    share, z2 = hits / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)
