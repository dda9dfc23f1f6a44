"""All reports of a year laid side by side: nobody who subtracts them from each other finds a hidden number.

The attacker holds what is printed in the reports of the quarters and the year, knows how the figures add up, and solves
for what is hidden: exactly, and by the bounds that 1 or more leaves. The months' reports hold no count of people.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest

from app.domain.log_rows import Logs, Period, Span
from app.reports import breakdowns, leaving
from app.reports.figures import metrics
from app.reports.papers import figures_paper
from app.reports.papers.paper import Table
from app.reports.papers.words import said, word
from app.reports.suppress import SMALL
from tests.unit.fidelity_rows import course, job, logs

YEAR = 2026
QUARTERS = ("q1", "q2", "q3", "q4")
NAMES = (*QUARTERS, "year")
COUNTS = {one.id for one in metrics() if one.small}
HIDDEN = word("da", "hidden")
Cell = tuple[str, str, str, str]  # what, row, column, period
PHASES = ("job_search",) * 10 + ("employed",) * 5 + ("aftercare",) * 3 + ("engaged",)
Value = object
Line = tuple[Cell, tuple[Cell, ...]]  # whole = parts
FLOWS = (
    "new_courses", "closed_courses", "referrals", "referrals_refused", "job_starts", "into_work", "job_ends",
    "education_starts", "marker_begun", "marker_ended",
)  # fmt: skip


def team(seed: int) -> Logs:
    """A team's year: some months with few, some with many; nobody pauses for long, so that the caseload balances."""
    rng = Random(seed)  # noqa: S311
    people = []
    for _ in range(70):
        month, last_year = rng.randrange(1, 13), rng.random() < 0.5
        began = date(YEAR - last_year, month, 5)
        ends = last_year and rng.random() < 0.4
        ended = date(YEAR, rng.randrange(1, 12), 20) if ends else None
        marker = rng.choice(("IPS_STAR", "IPS_STAR", "IPS_LIGNENDE_STAR", ""))
        people.append(
            course(
                began, ended=ended, received=began, accepted=began, refused=(no := rng.random() < 0.3), marker=marker,
                refusal=rng.choice(("moved", "waiting_list", "not_in_target_group")) if no else "",
                marker_from=began if marker else None,
                marker_until=ended and ended - timedelta(days=1),
                thirty_on=rng.choice((None, date(2020, 1, 1), date(2030, 1, 1))),
                benefits=((rng.choice(("cash_basic", "cash_high", "sickness")), Span(date(2025, 1, 1))),),
                phase=rng.choice(PHASES) if not ended else "closed",
                moves=((ended, "job_search"),) if ended else (), in_work_at_start=False,
            )
        )  # fmt: skip
    forms = ("ordinary_permanent", "ordinary_permanent", "flexjob", "ordinary_temporary")
    jobs = tuple(
        job(
            date(YEAR, rng.randrange(1, 13), 10), participant=rng.choice(people).id, form=rng.choice(forms),
            weekly_hours=rng.choice((4, 12, 20, 37)), ended=rng.choice((None, date(YEAR, 12, 15))), end_reason="tasks",
        )
        for _ in range(60)
    )  # fmt: skip
    return logs(courses=tuple(people), jobs=jobs)


@functools.cache
def printed(seed: int) -> tuple[dict[Cell, int], set[Cell]]:
    """(the numbers, the cells that say they are hidden) of all five reports."""
    rows = team(seed)
    known: dict[Cell, int] = {}
    gone: set[Cell] = set()
    for name in NAMES:
        paper = figures_paper.paper(
            rows, leaving.span(YEAR, name), language="da", leaves=True, who="", foot=""
        )
        for table in paper.tables:
            for cell, value in _cells(table, name):
                if value == HIDDEN:
                    gone.add(cell)
                elif isinstance(value, int):
                    known[cell] = value
                elif isinstance(value, Fraction) and value.denominator == 1:
                    known[cell] = int(value)
    return known, gone


def _cells(table: Table, name: str) -> Iterator[tuple[Cell, Value]]:
    split = next((one.id for one in breakdowns.breakdowns() if said("da", one.label) == table.caption), None)
    labels = {said("da", one.label): one.id for one in metrics()}
    for row in table.rows:
        label = str(row[0])
        if split is not None:
            for n, value in enumerate(row[1:]):
                yield (split, label, str(n), name), value
        elif table.caption == word("da", "phases"):
            yield ("phase", label, "", _end(name)), row[1]
        elif label in labels:
            id = labels[label]
            yield (id, "", "", name if id in FLOWS else _end(name)), row[1]


def _end(name: str) -> str:
    """What is counted on a day: the quarter whose last day it is."""
    return "q4" if name == "year" else name


def by_quarter(cells: set[Cell], quarters: Sequence[str]) -> list[Line]:
    """What begins and ends between two quarters, and what a quarter's cases are made of."""
    found: list[Line] = []
    for before, after in pairwise(quarters):
        middle, markers = ("balance", "", "", after), ("markers", "", "", after)
        found += [
            (middle, (("active_courses", "", "", before), ("new_courses", "", "", after))),
            (middle, (("active_courses", "", "", after), ("closed_courses", "", "", after))),
            (markers, (*both(before), ("marker_begun", "", "", after))),
            (markers, (*both(after), ("marker_ended", "", "", after))),
        ]
    for q in quarters:
        found.append((("active_courses", "", "", q), (*both(q), ("marker_missing", "", "", q))))
        phases = tuple(sorted(c for c in cells if c[0] == "phase" and c[3] == q and c[1] != "I alt"))
        found.append((("phase", "I alt", "", q), phases))
    return found


def sums(cells: set[Cell]) -> list[Line]:
    """How the printed figures hang together, as anybody can read it from their definitions."""
    found: list[Line] = [((id, "", "", "year"), tuple((id, "", "", q) for q in QUARTERS)) for id in FLOWS]
    found += by_quarter(cells, QUARTERS)
    for q in QUARTERS:
        if ("phase", "På pause", "", q) in cells:
            found.append((("on_hold", "", "", q), (("phase", "På pause", "", q),)))
    return [*found, *_split_sums(cells)]


def both(name: str) -> tuple[Cell, Cell]:
    return ("marker_ips", "", "", name), ("marker_like", "", "", name)


def _split_sums(cells: set[Cell]) -> Iterator[Line]:
    for one in breakdowns.breakdowns():
        mine = sorted(c for c in cells if c[0] == one.id)
        for n, metric in enumerate(one.metrics):
            for name in NAMES:
                if parts := tuple(c for c in mine if c[2:] == (str(n), name)):
                    yield (metric, "", "", name if metric in FLOWS else _end(name)), parts
        if one.metrics in (("job_starts",), ("referrals_refused",)):
            for row in sorted({c[1] for c in mine}):
                yield (one.id, row, "0", "year"), tuple(c for c in mine if c[1] == row and c[3] in QUARTERS)


def solved(known: dict[Cell, int], gone: set[Cell], lines: list[Line]) -> set[Cell]:
    """The hidden cells with one value alone that fits: by elimination, then by bounds."""
    unknown = sorted({c for whole, parts in lines for c in (whole, *parts)} - known.keys())
    place = {cell: n for n, cell in enumerate(unknown)}
    rows: list[dict[int, Fraction]] = []
    for whole, parts in lines:
        row: dict[int, Fraction] = {-1: Fraction(0)}
        for cell, sign in ((whole, -1), *((part, 1) for part in parts)):
            at = place.get(cell, -1)
            row[at] = row.get(at, Fraction(0)) + (sign if at >= 0 else sign * known[cell])
        rows.append(row)
    return {unknown[n] for n in _eliminated(rows)} & gone | _bounded(known, gone, lines)


def _eliminated(rows: list[dict[int, Fraction]]) -> set[int]:
    """Unknowns that stand alone in a row of the reduced system."""
    done: dict[int, dict[int, Fraction]] = {}
    for one in rows:
        left = one
        for column, other in done.items():
            if left.get(column):
                left = _less(left, other, left[column])
        pivots = [c for c, v in left.items() if c >= 0 and v]
        if pivots:
            pivot = min(pivots)
            whole = {c: v / left[pivot] for c, v in left.items() if v or c == -1}
            done = {c: _less(other, whole, other.get(pivot, Fraction(0))) for c, other in done.items()}
            done[pivot] = whole
    return {
        pivot for pivot, row in done.items() if not [c for c, v in row.items() if c >= 0 and c != pivot and v]
    }


def _less(row: dict[int, Fraction], other: dict[int, Fraction], times: Fraction) -> dict[int, Fraction]:
    made = dict(row)
    for column, value in other.items():
        made[column] = made.get(column, Fraction(0)) - times * value
    return {c: v for c, v in made.items() if v or c == -1}


def _bounded(known: dict[Cell, int], gone: set[Cell], lines: list[Line]) -> set[Cell]:
    low, high = ranges(known, gone, lines)
    return {c for c in gone if c in low and low[c] == high[c]}


def ranges(
    known: dict[Cell, int], gone: set[Cell], lines: list[Line]
) -> tuple[dict[Cell, int], dict[Cell, int]]:
    """Between what each cell must lie, as the sums bound each other."""
    far = 10_000
    low = {c: known.get(c, 1 if c in gone else 0) for whole, parts in lines for c in (whole, *parts)}
    high = {c: known.get(c, far) for c in low}
    changed = True
    while changed:
        changed = False
        for whole, parts in lines:
            for cell in (whole, *parts):
                others = [p for p in parts if p != cell]
                if cell == whole:
                    least, most = sum(low[p] for p in parts), sum(high[p] for p in parts)
                else:
                    least = low[whole] - sum(high[p] for p in others)
                    most = high[whole] - sum(low[p] for p in others)
                assert least <= high[cell], "the figures do not hang together as the attacker believes"
                if least > low[cell] or most < high[cell]:
                    low[cell], high[cell] = max(low[cell], least), min(high[cell], most)
                    changed = True
    return low, high


@pytest.mark.parametrize("seed", [1, 2])
def test_no_hidden_number_can_be_worked_out_from_a_years_reports(seed: int) -> None:
    known, gone = printed(seed)
    counts = (
        {one.id for one in metrics() if one.small} | {one.id for one in breakdowns.breakdowns()} | {"phase"}
    )
    assert gone, "the year has small numbers"
    assert not [(c, n) for c, n in known.items() if c[0] in counts and 0 < n < SMALL]
    assert not solved(known, gone, sums(known.keys() | gone))


def test_the_attacker_finds_what_is_left_open() -> None:
    """The attack is no empty one: show one of a hidden pair, and the other falls."""
    known, gone = printed(1)
    lines = sums(known.keys() | gone)
    whole, parts = next(
        (whole, parts) for whole, parts in lines if whole in known and sum(p in gone for p in parts) == 2
    )
    first, second = (p for p in parts if p in gone)
    told = known[whole] - sum(known[p] for p in parts if p in known) - 1
    assert told > 0
    assert second in solved(known | {first: told}, gone - {first}, [(whole, parts)])


def test_a_months_report_holds_no_count_of_people() -> None:
    march = Period(date(YEAR, 3, 1), date(YEAR, 3, 31))
    paper = figures_paper.paper(team(1), march, language="da", leaves=True, who="", foot="")
    labels = {said("da", one.label) for one in metrics() if one.small}
    shown = {row[1] for table in paper.tables for row in table.rows if row[0] in labels and len(row) == 2}
    assert HIDDEN in shown
    assert shown <= {HIDDEN, 0, Fraction(0), word("da", "no_data")}
    assert word("da", "phases") not in {table.caption for table in paper.tables}
