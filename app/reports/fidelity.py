"""Fidelity from the logs: a proposed score for each item that can be counted, the total, and what would raise it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from app.domain.log_rows import Logs, Period
from app.reports.fact import HUNDRED, Fact
from app.reports.facts import FACTS
from app.reports.kept import NOTHING_KEPT, Kept
from app.reports.periods import last_months, month_end, months_before
from app.reports.scale import HIGHEST, LOWEST, Band, Condition, Item, Level, Scale

MINUTES: Final = 60
_TIMED: Final = frozenset({"vocational_share", "community_share"})


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`amount`: how much more (fewer, where less is better) of the item's own fact gives `score`.

    `besides`: other facts that must also be met, by name.
    """

    amount: Fraction
    score: int
    besides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Computed:
    """One item as counted. `proposal` None: nothing to propose, because of `why`: no_data, too_few or not_counted.

    `further`: the same for every score above `what_if`'s, lowest first.
    """

    item: Item
    fact: Fact | None
    proposal: int | None
    why: str
    evidence: Mapping[str, Fact]
    what_if: WhatIf | None
    further: tuple[WhatIf, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """`total` and `band` only when every item is set; `low` and `high` are what can still come out."""

    scored: int
    of: int
    total: int | None
    band: Band | None
    low: int
    high: int


def compute(scale: Scale, logs: Logs, period: Period, kept: Kept = NOTHING_KEPT) -> tuple[Computed, ...]:
    """Every item of the scale, in its order. Each fact is counted once."""
    counted: dict[str, Fact] = {}

    def fact(name: str) -> Fact:
        if name not in counted:
            counted[name] = kept.fact(FACTS[name], logs, period)
        return counted[name]

    found = []
    for item in scale.items:
        for condition in (c for level in item.levels for c in level.conditions):
            fact(condition.fact)
        main = fact(item.fact) if item.fact else None
        proposal, why = _propose(item, main, counted)
        evidence = {name: fact(name) for name in item.evidence}
        improve = _what_if(item, main, proposal, counted, period) if main and proposal else None
        above = improve.score if improve else proposal
        further = _further(item, main, above, counted, period) if main and above else ()
        found.append(Computed(item, main, proposal, why, evidence, improve, further))
    return tuple(found)


def _propose(item: Item, main: Fact | None, facts: Mapping[str, Fact]) -> tuple[int | None, str]:
    if main is None:
        return None, "not_counted"
    if main.value is None:
        return None, "no_data"
    if main.n < item.least_n and main.of:
        return None, "too_few"
    return judge(item, {name: fact.value for name, fact in facts.items()}), ""


def judge(item: Item, values: Mapping[str, Fraction | None]) -> int:
    """The best level all of whose conditions are met. Nothing is rounded up: 5 needs all that 5 asks for."""
    for level in item.levels:
        if all(condition.met(values.get(condition.fact)) for condition in level.conditions):
            return min(level.score, item.ceiling)
    return LOWEST


def ticked(item: Item, ticks: int) -> int | None:
    """The score for so many components, None for an item that has none."""
    if not item.by_ticks:
        return None
    return min(item.by_ticks[min(ticks, len(item.by_ticks) - 1)], item.ceiling)


def _what_if(item: Item, main: Fact, score: int, facts: Mapping[str, Fact], period: Period) -> WhatIf | None:
    better = [level for level in item.levels if level.score > score]
    if not item.what_if or not better or main.value is None:
        return None
    return _reach(item, main, better[-1], facts, period)


def _further(
    item: Item, main: Fact, above: int, facts: Mapping[str, Fact], period: Period
) -> tuple[WhatIf, ...]:
    """For each score above `above` that the item's own number has a part in, what asks for least besides, then the least."""
    if not item.what_if or main.value is None:
        return ()
    least: dict[int, WhatIf] = {}
    for level in reversed(item.levels):
        found = _reach(item, main, level, facts, period) if above < level.score <= item.ceiling else None
        if found is None:
            continue
        known = least.get(found.score)
        if known is None or (len(found.besides), found.amount) < (len(known.besides), known.amount):
            least[found.score] = found
    return tuple(least[score] for score in sorted(least))


def _reach(item: Item, main: Fact, level: Level, facts: Mapping[str, Fact], period: Period) -> WhatIf | None:
    """What is wanting for this level, None where the item's own number has no part in it."""
    if main.value is None:
        return None
    own = next((c for c in level.conditions if c.fact == item.fact), None)
    if own is None:
        return None
    besides = tuple(c.fact for c in level.conditions if c is not own and not c.met(facts[c.fact].value))
    amount = Fraction(0) if own.met(main.value) else _needed(item, main, own, period)
    return None if amount is None else WhatIf(amount, level.score, besides)


def _needed(item: Item, main: Fact, own: Condition, period: Period) -> Fraction | None:
    value = main.value or Fraction(0)
    if item.what_if_kind == "difference":
        return abs(own.bound - value)
    part = own.bound / HUNDRED
    if item.what_if_kind == "move":
        more = part * Fraction(main.of) - Fraction(main.counted)
        if item.fact in _TIMED:
            return more / MINUTES / Fraction(period.weeks).limit_denominator(HUNDRED)
        return Fraction(math.ceil(more))
    if part == 1:
        return None
    return Fraction(math.ceil((part * Fraction(main.of) - Fraction(main.counted)) / (1 - part)))


def total(scale: Scale, scores: Mapping[str, int | None]) -> Total:
    """The sum, or the range that is left while items are not set; "cannot be assessed" is not set."""
    known = [score for item in scale.items if (score := scores.get(item.code)) is not None]
    ceilings = sum(item.ceiling for item in scale.items if scores.get(item.code) is None)
    open_items = len(scale.items) - len(known)
    low, high = sum(known) + LOWEST * open_items, sum(known) + ceilings
    done = None if open_items else low
    band = None if done is None else scale.band(done)
    return Total(len(known), len(scale.items), done, band, low, high)


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The fact and the proposal of one item for the period that ends on `last`."""

    last: date
    value: Fraction | None
    proposal: int | None


def trend(item: Item, logs: Logs, today: date, *, months: int, points: int) -> tuple[TrendPoint, ...]:
    """The item counted over the same length of time, ending at each of the last month-ends and today."""
    ends = [month_end(months_before(today.replace(day=1), n)) for n in range(points - 1, 0, -1)] + [today]
    return tuple(_point(item, logs, last_months(last, months)) for last in ends)


def weekly(item: Item, logs: Logs, today: date, *, points: int) -> tuple[TrendPoint, ...]:
    """The item counted in each of the last ISO weeks alone, the running one up to today."""
    monday = today - timedelta(days=today.weekday())
    firsts = [monday - timedelta(weeks=n) for n in range(points - 1, -1, -1)]
    return tuple(_point(item, logs, Period(first, min(first + timedelta(days=6), today))) for first in firsts)


def _point(item: Item, logs: Logs, period: Period) -> TrendPoint:
    names = {item.fact, *(c.fact for level in item.levels for c in level.conditions)}
    facts = {name: FACTS[name](logs, period) for name in names}
    main = facts[item.fact]
    proposal, _ = _propose(item, main, facts)
    return TrendPoint(period.last, main.value, proposal)


__all__ = [
    "HIGHEST",
    "Computed",
    "Level",
    "Total",
    "TrendPoint",
    "WhatIf",
    "compute",
    "judge",
    "ticked",
    "total",
    "trend",
    "weekly",
]
