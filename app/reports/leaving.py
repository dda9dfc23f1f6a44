"""Figures that leave the team: small numbers hidden, in one pattern for the whole year.

Quarters and their year are published one after the other, and the caseload of two quarters with what came and went
between them. So a year's counts are hidden in one pattern: whichever of its tables somebody lays side by side, they have
the same gaps. The pattern grows as the reports do, quarter by quarter and the year last: what a quarter shows stays shown
and protects nobody later, and rests on nothing that comes later, so that a report is the same in April and in January.
A year begins where the one before it ended. Counts of people leave for quarters and years alone: by the month nearly all
would be gaps.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from app.domain.log_rows import Logs, Period
from app.domain.participant import ENDED, Phase
from app.reports import breakdowns, figures
from app.reports.breakdowns import Breakdown, Split
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
# Of these the reader can turn a share back into a count, for what it is a share of stands in the same report.
SHARES: Final = tuple(id for id in RESTS_ON if id != "caseload_per_fte")
_ABOUT_PEOPLE: Final = ("percent", "days")
MONTHS, QUARTERS = 12, 4
NAMES: Final = (*(f"q{q}" for q in range(1, QUARTERS + 1)), "year")
PART, REST = "part", "rest"  # of a share: those in it, those who are not
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


def hang_together(left: Period, other: Period) -> bool:
    """The one is part of the other: what both say must come from the same rows."""
    first, last = max(left.first, other.first), min(left.last, other.last)
    return Period(first, last) in (left, other)


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
    elif _counted_away(RESTS_ON.get(metric.id, metric.id), period, away) or _share_away(
        metric.id, period, away
    ):
        return True
    elif counts:
        return False
    if metric.unit == "percent":
        return _gives_away(fact)
    if metric.unit == "days":
        return 0 < fact.n < SMALL
    return metric.small and 0 < fact.counted < SMALL


def _counted_away(id: str, period: Period, away: frozenset[Key]) -> bool:
    return (id, _when(id, name(period))) in away


def _share_away(id: str, period: Period, away: frozenset[Key]) -> bool:
    if id not in SHARES:
        return False
    when = _when(RESTS_ON[id], name(period))
    return (PART, id, when) in away or (REST, id, when) in away


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
    """What is hidden of a year; keys are (metric, `q1` or `year`), (`phase`, phase, quarter), (breakdown, row, column,
    quarter or year) and, of a share, its part and its rest."""
    away: frozenset[Key] = frozenset()
    for each in range(min(_first_year(logs), year), year + 1):
        away = _of_year(logs, each, frozenset((id, ENDS[0]) for id in STOCKS if (id, ENDS[-1]) in away))
    return away


def _first_year(logs: Logs) -> int:
    """Before it there is nothing to hide."""
    days = [
        day
        for c in logs.courses
        for day in (c.received, c.accepted, c.began, c.marker_from)
        if day is not None
    ]
    return min(days, default=date.max).year


def _of_year(logs: Logs, year: int, before: frozenset[Key]) -> frozenset[Key]:
    """`before`: what the year before hides of its end."""
    table = _counted(logs, year)
    secret = frozenset(table.secret)
    away = before
    told: frozenset[Key] = frozenset((id, ENDS[0]) for id in STOCKS) - before
    for n, _ in enumerate(NAMES):
        here = {key: number for key, number in table.cells.items() if _turn(key) <= n}
        sums = [one for one in table.sums if all(key in here for key in (one.whole, *one.parts))]
        told = _follows(told, sums)
        away = hidden(here, sums, unpublished=secret.intersection(here), told=told, kept=away)
        told |= frozenset(here) - away
    return away - secret - before


def _follows(told: frozenset[Key], sums: Sequence[Sum]) -> frozenset[Key]:
    """What is told, and what anybody can reckon from that: to hide it would protect nothing."""
    while True:
        open_ = (next(iter(left)) for one in sums if len(left := {one.whole, *one.parts} - told) == 1)
        if (found := next(open_, None)) is None:
            return told
        told |= {found}


def _turn(key: Key) -> int:
    """With which of the year's reports a cell is first published; the last word of its key says so."""
    when = key[-1] if isinstance(key, tuple) else ""
    return -1 if when == ENDS[0] else NAMES.index(when)


def _counted(logs: Logs, year: int) -> _Table:
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
    _shares(table, logs, year)
    _splits(table, logs, year)
    return table


def _shares(table: _Table, logs: Logs, year: int) -> None:
    """A share in whole percent of a number that is told is a count of those who are in it, and of those who are not."""
    for id in SHARES:
        whole = RESTS_ON[id]
        names = NAMES if whole in FLOWS else NAMES[:QUARTERS]
        for name_ in names:
            fact = COUNTERS[id](logs, span(year, name_))
            table.cells[PART, id, name_] = int(fact.counted)
            table.cells[REST, id, name_] = int(fact.of - fact.counted)
            if fact.of == table.cells[whole, name_]:
                table.add((whole, name_), (PART, id, name_), (REST, id, name_))
        for side in (PART, REST) if whole in FLOWS else ():
            quarters: list[Key] = [(side, id, name_) for name_ in NAMES[:QUARTERS]]
            if table.cells[side, id, "year"] == sum(table.cells[key] for key in quarters):
                table.add((side, id, "year"), *quarters)


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
            # What is counted on the year's last day is the last quarter's.
            if name_ == _moment(split.breakdown, name_):
                _one_split(table, split, name_)
    for n, one in enumerate(breakdowns.breakdowns()):
        if one.columns == (breakdowns.ALL,):
            rows = {row for splits in whole.values() for row in splits[n].rows}
            for row in sorted(rows):
                _over_time(table, (one.id, row, breakdowns.ALL))


def _one_split(table: _Table, split: Split, name_: str) -> None:
    one = split.breakdown
    for (row, column), number in split.cells.items():
        table.cells[one.id, row, column, name_] = number
    for metric, column in zip(one.metrics, one.columns, strict=False):
        if split.rows:
            table.add((metric, name_), *((one.id, row, column, name_) for row in split.rows))


def _when(metric: str, name_: str) -> str:
    """Under which name a figure of a quarter or year is counted."""
    return name_ if metric in FLOWS else _end(name_)


def _moment(one: Breakdown, name_: str) -> str:
    """The same of a table."""
    return _when(one.metrics[0], name_) if one.metrics else name_


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
        gone = {cell for cell in split.cells if (one.id, *cell, _moment(one, name_)) in away}
        found.append((split, frozenset(gone)))
    return tuple(found)
