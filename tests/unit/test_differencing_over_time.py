"""Two years of reports, each made when its period had just ended: what was shown then cannot be taken back.

The attacker keeps every report as it came, counts a share in whole percent back into people, and knows how the figures of
one quarter hang together with the next one's and with the year's. Late rows are another matter: a report that would show
other numbers than the one that has left is refused (`tests/flows/test_export.py`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from app.domain.log_rows import Logs, Span
from app.reports import breakdowns, leaving
from app.reports.figures import metrics
from app.reports.leaving import FLOWS, RESTS_ON, SHARES
from app.reports.papers import figures_paper
from app.reports.papers.paper import Table
from app.reports.papers.words import said, word
from app.reports.suppress import SMALL
from tests.unit.fidelity_rows import course, job, logs
from tests.unit.test_differencing import HIDDEN, Cell, Line, by_quarter, solved

YEARS = (2025, 2026)
QUARTERS = tuple(f"{year}q{q}" for year in YEARS for q in range(1, 5))
NAMES = tuple(f"{year}{name}" for year in YEARS for name in leaving.NAMES)
STOCKS = ("active_courses", "marker_ips", "marker_like", "marker_missing", "on_hold")
NUMBERS = {said("da", one.label): one.id for one in metrics()}
TABLES = {said("da", one.label): one for one in breakdowns.breakdowns()}


@functools.cache
def team(seed: int) -> Logs:
    """Few in some quarters and many in others, for two years."""
    rng = Random(seed)  # noqa: S311
    people = []
    for _ in range(110):
        began = date(YEARS[0], 1, 5) + timedelta(days=rng.choice((rng.randrange(90), rng.randrange(720))))
        ended = began + timedelta(days=rng.randrange(40, 500)) if rng.random() < 0.5 else None
        marker = rng.choice(("IPS_STAR", "IPS_STAR", "IPS_LIGNENDE_STAR", ""))
        people.append(
            course(
                began, ended=ended, received=began, accepted=began, refused=(no := rng.random() < 0.25), marker=marker,
                refusal=rng.choice(("moved", "waiting_list", "not_in_target_group")) if no else "",
                marker_from=began if marker else None, marker_until=ended and ended - timedelta(days=1),
                thirty_on=rng.choice((None, date(2020, 1, 1), date(2030, 1, 1))),
                benefits=((rng.choice(("cash_basic", "cash_high", "sickness")), Span(date(2024, 1, 1))),),
                phase="closed" if ended else rng.choice(("job_search", "job_search", "employed", "engaged")),
                moves=((ended, "job_search"),) if ended else (), in_work_at_start=False,
                disclosure_talks=rng.choice((0, 0, 2)),
            )
        )  # fmt: skip
    forms = ("ordinary_permanent", "ordinary_permanent", "flexjob", "ordinary_temporary")
    jobs = []
    for _ in range(90):
        whose = rng.choice(people)
        began = (whose.began or date(YEARS[0], 1, 10)) + timedelta(days=rng.randrange(5, 200))
        ended = began + timedelta(days=rng.randrange(20, 300)) if rng.random() < 0.6 else None
        jobs.append(
            job(
                began, participant=whose.id, form=rng.choice(forms), ended=ended, strict=rng.random() < 0.6,
                weekly_hours=rng.choice((4, 12, 20, 37)), end_reason=rng.choice(("tasks", "hours", "tasks,hours")),
                guidance_on=rng.choice((None, began - timedelta(days=3))),
            )
        )  # fmt: skip
    return logs(courses=tuple(people), jobs=tuple(jobs))


def known_on(rows: Logs, day: date) -> Logs:
    """What the computer held that evening."""
    courses = tuple(
        c
        if c.ended is None or c.ended <= day
        else replace(c, ended=None, marker_until=None, moves=(), phase="job_search")
        for c in rows.courses
        if c.received is not None and c.received <= day
    )
    jobs = tuple(
        j if j.ended is None or j.ended <= day else replace(j, ended=None, end_reason="", lost_known=None)
        for j in rows.jobs
        if j.began <= day
    )
    return replace(rows, courses=courses, jobs=jobs)


@functools.cache
def printed(seed: int) -> tuple[dict[Cell, int], set[Cell]]:
    """(the numbers, the cells that are hidden) of ten reports; the counts behind shares among them, as (id, "part")."""
    rows, known, gone = team(seed), dict[Cell, int](), set[Cell]()
    percents: dict[tuple[str, str], int | None] = {}
    for whole in NAMES:
        year, name = int(whole[:4]), whole[4:]
        period = leaving.span(year, name)
        here = known_on(rows, period.last)
        paper = figures_paper.paper(here, period, language="da", leaves=True, who="", foot="")
        for table in paper.tables:
            for cell, value in _cells(table, whole):
                if cell[0] in SHARES:
                    percents[cell[0], cell[3]] = _percent(value)
                elif value == HIDDEN:
                    gone.add(cell)
                elif value is not None and not isinstance(value, str):
                    assert known.setdefault(cell, int(str(value))) == int(str(value)), cell
    assert not gone & known.keys(), "one report shows what another hides"
    _count_back(percents, known, gone)
    return known, gone


def _cells(table: Table, name: str) -> Iterator[tuple[Cell, object]]:
    if (split := TABLES.get(table.caption)) is not None:
        when = name if not split.metrics or split.metrics[0] in FLOWS else _end(name)
        for row in table.rows:
            for n, value in enumerate(row[1:]):
                yield (split.id, str(row[0]), str(n), when), value
    for row in table.rows:
        label = str(row[0])
        if table.caption == word("da", "phases"):
            yield ("phase", label, "", _end(name)), row[1]
        elif (id := NUMBERS.get(label, "")) in (*FLOWS, *STOCKS, *SHARES):
            flow = id in FLOWS or RESTS_ON.get(id) in FLOWS
            yield (id, "", "", name if flow else _end(name)), row[1]


def _end(name: str) -> str:
    return f"{name[:4]}q4" if name.endswith("year") else name


def _percent(value: object) -> int | None:
    return int(value[:-2]) if isinstance(value, str) and value.endswith(" %") else None


def _count_back(percents: dict[tuple[str, str], int | None], known: dict[Cell, int], gone: set[Cell]) -> None:
    """A share of a known number, where one count alone gives that percentage."""
    for (id, when), percent in percents.items():
        part, rest = (id, "part", "", when), (id, "rest", "", when)
        of = known.get((RESTS_ON[id], "", "", when))
        fits = (
            [] if percent is None or not of else [n for n in range(of + 1) if round(100 * n / of) == percent]
        )
        if of and len(fits) == 1:
            known |= {part: fits[0], rest: of - fits[0]}
        else:
            gone |= {part, rest}


def sums(cells: set[Cell]) -> list[Line]:
    """How the reports hang together, as anybody can read it from the definitions of their figures."""
    found: list[Line] = []
    for year in YEARS:
        quarters = tuple(f"{year}q{q}" for q in range(1, 5))
        adding = {c[:3] for c in cells if c[3] in (*quarters, f"{year}year") and _adds_up(c)}
        found += [((*what, f"{year}year"), tuple((*what, q) for q in quarters)) for what in sorted(adding)]
    found += by_quarter(cells, QUARTERS)
    for one in breakdowns.breakdowns():
        for n, metric in enumerate(one.metrics):
            for name in NAMES:
                if parts := tuple(sorted(c for c in cells if c[0] == one.id and c[2:] == (str(n), name))):
                    found.append(((metric, "", "", name), parts))
    parts_known = {c for c in cells if c[1] == "part"}
    return found + [
        ((RESTS_ON[c[0]], "", "", c[3]), (c, (c[0], "rest", "", c[3]))) for c in sorted(parts_known)
    ]


def _adds_up(cell: Cell) -> bool:
    """A count of what happened: the year's is its quarters'. (A table's row that a quarter lacks is 0 there.)"""
    if cell[1] in ("part", "rest"):
        return RESTS_ON[cell[0]] in FLOWS
    return cell[0] in (*FLOWS, "starts_by_form", "starts_by_hours", "ends_by_reason", "refused_by_reason")


def with_noughts(known: dict[Cell, int], gone: set[Cell], lines: list[Line]) -> dict[Cell, int]:
    """A row that is not in a quarter's table is nobody there."""
    tables = {one.id for one in breakdowns.breakdowns()}
    missing = {c for _, parts in lines for c in parts if c[0] in tables} - known.keys() - gone
    return known | dict.fromkeys(missing, 0)


@pytest.mark.parametrize("seed", [1, 5])
def test_nothing_hidden_follows_from_reports_that_left_one_after_the_other(seed: int) -> None:
    known, gone = printed(seed)
    lines = sums(known.keys() | gone)
    known = with_noughts(known, gone, lines)
    shown_small = [c for c, n in known.items() if 0 < n < SMALL and c[0] not in ("overrides_by_rule",)]
    assert not shown_small
    assert len(gone) > 20
    found = solved(known, gone, _true(lines, seed))
    small = {c for c in found if 0 < _value(c, seed) < SMALL}
    assert not small


def _true(lines: list[Line], seed: int) -> list[Line]:
    """The balances hold where nobody paused, and shares are of the published number: else the attacker is misled."""
    return [
        (whole, parts)
        for whole, parts in lines
        if whole[0] in ("balance", "markers") or _value(whole, seed) == sum(_value(p, seed) for p in parts)
    ]


@functools.cache
def _that_evening(seed: int, when: str) -> tuple[Logs, tuple[breakdowns.Split, ...]]:
    period = leaving.span(int(when[:4]), when[4:])
    here = known_on(team(seed), period.last)
    return here, breakdowns.compute(here, period)


@functools.cache
def _value(cell: Cell, seed: int) -> int:
    """What stands in a cell in truth."""
    from app.reports.figures import COUNTERS

    id, row, column, when = cell
    period = leaving.span(int(when[:4]), when[4:])
    here, splits = _that_evening(seed, when)
    if id == "phase":
        counts = {
            word_: n for phase, n in leaving.phase_counts(here, period.last).items()
            for word_ in [_phase_word(phase)]
        }  # fmt: skip
        return sum(counts.values()) if row == "I alt" else counts.get(row, 0)
    if split := next((s for s in splits if s.breakdown.id == id), None):
        return next(
            (n for (r, c), n in split.cells.items() if (_word(split, r), _place(split, c)) == (row, column)),
            0,
        )
    if id in ("balance", "markers"):
        return -1
    fact = COUNTERS[id](here, period)
    if row:
        return int(fact.counted if row == "part" else fact.of - fact.counted)
    return int(fact.counted)


def _phase_word(phase: str) -> str:
    from app.reports.papers.words import code

    return code("da", "phase", phase)


def _word(split: breakdowns.Split, row: str) -> str:
    from app.reports.papers.words import code

    return split.words[row]["da"] if row in split.words else code("da", split.breakdown.kind, row)


def _place(split: breakdowns.Split, column: str) -> str:
    return str(split.breakdown.columns.index(column))


def test_a_report_is_the_same_in_april_and_in_january() -> None:
    """What comes later changes nothing of a quarter's gaps, so that it can be made again when somebody has lost it."""
    rows = team(1)
    for whole in QUARTERS:
        year, name = int(whole[:4]), whole[4:]
        period = leaving.span(year, name)
        then = leaving.pattern(known_on(rows, period.last), year)
        later = leaving.pattern(known_on(rows, date(YEARS[-1], 12, 31)), year)
        assert {key for key in then if key[-1] == name} == {key for key in later if key[-1] == name}  # type: ignore[index]


def test_the_attacker_finds_a_small_number_where_reports_are_hidden_one_by_one() -> None:
    """The attack is no empty one: hide each quarter's small numbers alone, and the year gives one away."""
    quarters: dict[Cell, int] = {("job_starts", "", "", f"2026q{q}"): n for q, n in ((1, 6), (2, 9), (4, 7))}
    known = {**quarters, ("job_starts", "", "", "2026year"): 24}
    third: Cell = ("job_starts", "", "", "2026q3")
    assert third in solved(known, {third}, sums(known.keys() | {third})[:1])
