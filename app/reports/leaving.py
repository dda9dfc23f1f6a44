"""Figures that leave the team: small numbers hidden, in one pattern for the whole year.

Quarters and their year are published one after the other, and the caseload of two quarters with what came and went
between them. So all of a year's counts are hidden together, once: whichever of its tables somebody lays side by side,
they have the same gaps. Counts of people leave for quarters and years alone: by the month nearly all would be gaps.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from app.domain.log_rows import Logs, Period
from app.domain.participant import ENDED, Phase
from app.reports import breakdowns, figures
from app.reports.breakdowns import Split
from app.reports.fact import Fact
from app.reports.figures import COUNTERS, Figure
from app.reports.figures_flow import caseload_by_phase
from app.reports.periods import month_end, months_before
from app.reports.suppress import SMALL, Key, Sum, hidden

# Counted in a stretch of time: a year's is its quarters' together.
FLOWS: Final = (
    "new_courses", "closed_courses", "referrals", "referrals_refused", "job_starts", "into_work", "job_ends",
    "education_starts", "marker_begun", "marker_ended",
)  # fmt: skip
# Counted on the last day.
STOCK: Final = "active_courses"
STOCKS: Final = (STOCK, "marker_ips", "marker_like", "marker_missing", "on_hold")
# A figure that gives a count away to whoever knows the posts, or the share.
RESTS_ON: Final = {
    "caseload_per_fte": "active_courses", "employed_now": "active_courses", "disclosure_twice": "active_courses",
    "competitive_strict": "job_starts", "competitive_danish": "job_starts", "guidance_before_start": "job_starts",
}  # fmt: skip
_ABOUT_PEOPLE: Final = ("percent", "days")
MONTHS, QUARTERS = 12, 4
NAMES: Final = (*(f"q{q}" for q in range(1, QUARTERS + 1)), "year")
ENDS: Final = ("q0", *NAMES[:QUARTERS])  # q0 is the last quarter of the year before


@dataclass(frozen=True, slots=True)
class Gone:
    """A figure as it may leave. `value` None and not `hidden`: nothing to count."""

    figure: Figure
    hidden: bool


@dataclass(slots=True)
class _Table:
    """All of a year's counts and how they add up. `secret`: cells nobody publishes and that need no protection."""

    cells: dict[Key, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    secret: set[Key] = field(default_factory=set)

    def add(self, whole: Key, *parts: Key) -> None:
        self.sums.append(Sum(whole, parts))


def ended(period: Period, today: date) -> bool:
    """A period that still runs changes from one export to the next, and the difference would tell."""
    return period.last < today and period.last == month_end(period.last)


def leaving(period: Period, figures: tuple[Figure, ...], away: frozenset[Key]) -> tuple[Gone, ...]:
    """Each figure, or that it is hidden. `period`: a whole month, quarter or year; `away`: the year's pattern."""
    return tuple(Gone(one, _is_hidden(one, period, away)) for one in figures)


def digest(logs: Logs, period: Period) -> str:
    """Of everything about people that leaves for a period: two files of one digest give the same away."""
    away = pattern(logs, period.last.year)
    told: dict[str, object] = {
        one.figure.metric.id: None if one.hidden else str(one.figure.fact.value)
        for one in leaving(period, figures.compute(logs, period), away)
        if one.figure.metric.small or one.figure.metric.unit in _ABOUT_PEOPLE
    }
    told["phases"] = dict(phases(logs, period, away))
    for split, gone in splits(logs, period, away):
        cells = {"|".join(cell): None if cell in gone else n for cell, n in split.cells.items()}
        told[split.breakdown.id] = cells
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _is_hidden(one: Figure, period: Period, away: frozenset[Key]) -> bool:
    fact, metric = one.fact, one.metric
    counts = metric.id in FLOWS or metric.id in STOCKS
    if is_month(period):
        if counts or metric.small or metric.id in RESTS_ON:
            return bool(fact.value)
    elif _counted_away(RESTS_ON.get(metric.id, metric.id), period, away):
        return True
    elif counts:
        return False
    if metric.unit == "percent":
        return _gives_away(fact)
    if metric.unit == "days":
        return 0 < fact.n < SMALL
    return metric.small and 0 < fact.counted < SMALL


def _counted_away(id: str, period: Period, away: frozenset[Key]) -> bool:
    return (id, name(period) if id in FLOWS else _end(name(period))) in away


def is_month(period: Period) -> bool:
    return period.first.month == period.last.month


def _gives_away(fact: Fact) -> bool:
    """A share of few, or one that few are missing from."""
    if not fact.of:
        return False
    rest = fact.of - fact.counted
    return fact.n < SMALL or 0 < fact.counted < SMALL or 0 < rest < SMALL


def name(period: Period) -> str:
    """`q1` or `year`."""
    whole = period.last.month - period.first.month + 1 == MONTHS
    return "year" if whole else f"q{(period.last.month - 1) // 3 + 1}"


def span(year: int, name: str) -> Period:
    """The inverse of `name`."""
    if name == "year":
        return Period(date(year, 1, 1), date(year, MONTHS, 31))
    quarter = int(name[1:])
    last = months_before(date(year, 1, 1), -3 * quarter + 1)
    return Period(months_before(last, 2), month_end(last))


def pattern(logs: Logs, year: int) -> frozenset[Key]:
    """What is hidden of a year; keys are (metric, `q1` or `year`), (`phase`, phase, quarter) and (breakdown, row, column,
    quarter or year)."""
    table = _Table()
    for id in FLOWS:
        for name_ in NAMES:
            table.cells[id, name_] = int(COUNTERS[id](logs, span(year, name_)).counted)
        table.add((id, "year"), *((id, name_) for name_ in NAMES[:QUARTERS]))
    for name_ in ENDS:
        last = span(year, name_).last
        for id in STOCKS:
            table.cells[id, name_] = int(COUNTERS[id](logs, Period(last, last)).counted)
    _kept(table)
    _balance(table, STOCK, "new_courses", "closed_courses")
    _markers(table)
    _phases(table, logs, year)
    _splits(table, logs, year)
    secret = frozenset(table.secret)
    return hidden(table.cells, table.sums, unpublished=secret) - secret


def _kept(table: _Table) -> None:
    """Who was not refused is told by nobody, and follows from those who were referred."""
    for name_ in NAMES:
        rest = table.cells["referrals", name_] - table.cells["referrals_refused", name_]
        _told_by_nobody(table, ("kept", name_), rest)
        table.add(("referrals", name_), ("referrals_refused", name_), ("kept", name_))


def _told_by_nobody(table: _Table, key: Key, number: int) -> None:
    """A small one needs the same protection as if it were published; a large one none."""
    table.cells[key] = number
    if not 0 < number < SMALL:
        table.secret.add(key)


def _balance(table: _Table, stock: str, came: str, went: str) -> None:
    """Before + new = after + closed; where pauses came between, the reader cannot reckon."""
    for first, last in pairwise(ENDS):
        whole = table.cells[stock, first] + table.cells[came, last]
        if whole == table.cells[stock, last] + table.cells[went, last]:
            middle: Key = ("balance", stock, last)
            table.cells[middle] = whole
            table.secret.add(middle)
            table.add(middle, (stock, first), (came, last))
            table.add(middle, (stock, last), (went, last))


def _markers(table: _Table) -> None:
    """The active are those with either marker and those without one; both markers together come and go."""
    for name_ in ENDS:
        ips, like, missing = ((id, name_) for id in ("marker_ips", "marker_like", "marker_missing"))
        both = table.cells[ips] + table.cells[like]
        if table.cells[STOCK, name_] == both + table.cells[missing]:
            table.add((STOCK, name_), ips, like, missing)
        table.cells["markers", name_] = both
        table.secret.add(("markers", name_))
        table.add(("markers", name_), ips, like)
    _balance(table, "markers", "marker_begun", "marker_ended")


def _phases(table: _Table, logs: Logs, year: int) -> None:
    """Those on hold stand among the figures and among the phases."""
    for name_ in ENDS[1:]:
        counts = phase_counts(logs, span(year, name_).last)
        for phase, number in counts.items():
            table.cells["phase", phase, name_] = number
        table.cells["phase", "all", name_] = sum(counts.values())
        table.add(("phase", "all", name_), *(("phase", phase, name_) for phase in counts))
        held: Key = ("phase", Phase.ON_HOLD.value, name_)
        if table.cells.get(held) == table.cells["on_hold", name_]:
            table.add(held, ("on_hold", name_))


def phase_counts(logs: Logs, day: date) -> dict[str, int]:
    """The caseload by phase as it leaves: those whose course is over are not in it."""
    return {phase: n for phase, n in caseload_by_phase(logs, day).items() if phase not in ENDED}


def _splits(table: _Table, logs: Logs, year: int) -> None:
    whole = {name_: breakdowns.compute(logs, span(year, name_)) for name_ in NAMES}
    for name_, splits in whole.items():
        for split in splits:
            _one_split(table, split, name_)
    for n, one in enumerate(breakdowns.breakdowns()):
        if one.columns == (breakdowns.ALL,) and one.metrics:
            rows = {row for splits in whole.values() for row in splits[n].rows}
            for row in sorted(rows):
                _over_time(table, (one.id, row, breakdowns.ALL))


def _one_split(table: _Table, split: Split, name_: str) -> None:
    one = split.breakdown
    for (row, column), number in split.cells.items():
        table.cells[one.id, row, column, name_] = number
    for metric, column in zip(one.metrics, one.columns, strict=False):
        whole: Key = (metric, name_ if metric in FLOWS else _end(name_))
        if split.rows:
            table.add(whole, *((one.id, row, column, name_) for row in split.rows))


def _end(name_: str) -> str:
    """The quarter on whose last day a stock is counted."""
    return NAMES[QUARTERS - 1] if name_ == "year" else name_


def _over_time(table: _Table, key: tuple[str, str, str]) -> None:
    """The quarters of a row are its year; a row that a quarter does not have is 0 there."""
    for quarter in range(1, QUARTERS + 1):
        table.cells.setdefault((*key, f"q{quarter}"), 0)
    table.cells.setdefault((*key, "year"), 0)
    table.add((*key, "year"), *((*key, f"q{quarter}") for quarter in range(1, QUARTERS + 1)))


def phases(logs: Logs, period: Period, away: frozenset[Key]) -> Mapping[str, int | None]:
    """The caseload by phase on the last day, small numbers as None, with its sum under `all`; nothing for a month."""
    if is_month(period):
        return {}
    counts = phase_counts(logs, period.last)
    whole = {**counts, "all": sum(counts.values())}
    return {phase: None if ("phase", phase, _end(name(period))) in away else n for phase, n in whole.items()}


def splits(
    logs: Logs, period: Period, away: frozenset[Key]
) -> tuple[tuple[Split, frozenset[tuple[str, str]]], ...]:
    """Each table with the cells that are hidden; none for a month."""
    if is_month(period):
        return ()
    name_ = name(period)
    found = []
    for split in breakdowns.compute(logs, period):
        one = split.breakdown
        gone = {cell for cell in split.cells if (one.id, *cell, name_) in away}
        if not one.metrics:  # rows overlap: nothing adds up, and each stands for itself
            gone |= {cell for cell, number in split.cells.items() if 0 < number < SMALL}
        found.append((split, frozenset(gone)))
    return tuple(found)
