"""A fidelity report beside the reports of figures: nobody who lays them side by side finds a hidden number.

The attacker holds every quarter's and year's figures of two years, and the fidelity report of each half-year with all its
scores approved as they were proposed. A score is a bound on a share of what the figures count: every number of jobs and
of permanent jobs that fits the sums and the score is tried.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product
from uuid import UUID

import pytest

from app.domain.log_rows import Period
from app.domain.review import ItemScore
from app.reports import fidelity, leaving, scale
from app.reports.fact import share
from app.reports.papers import fidelity_paper
from app.reports.papers.words import word
from app.reports.suppress import SMALL
from tests.unit.test_differencing import Cell, Line, ranges
from tests.unit.test_differencing_over_time import (
    YEARS,
    _true,
    _value,
    known_on,
    printed,
    sums,
    team,
    with_noughts,
)

IPS25 = scale.load()
HALVES = tuple((f"{year}q{q}", f"{year}q{q + 1}") for year in YEARS for q in (1, 3))
WIDE = 30  # of a range nobody knows the end of
AT = datetime(2026, 11, 23, tzinfo=UTC)


def half(names: tuple[str, str]) -> Period:
    first, last = (leaving.span(int(name[:4]), name[4:]) for name in names)
    return Period(first.first, last.last)


def report(seed: int, names: tuple[str, str]) -> dict[int, tuple[object, ...]]:
    """Item number → what its row says after the name: value, proposal, score."""
    period = half(names)
    items = fidelity.compute(IPS25, known_on(team(seed), period.last), period)
    scores = {
        one.item.code: ItemScore(
            UUID(int=1), one.item.code, one.proposal, one.proposal, False, "anna", AT, (), "", "", None
        )
        for one in items
        if one.proposal is not None
    }
    total = fidelity.total(IPS25, {code: score.score for code, score in scores.items()})
    paper = fidelity_paper.paper(
        IPS25, period, items, total, review=None, scores=scores, before={}, names={}, language="da", foot="", leaves=True
    )  # fmt: skip
    told = [row for table in paper.tables for row in table.rows]
    return {int(str(row[0]).split(".")[0]): row[1:4] for row in told}


def fits(score: object, permanent: int, jobs: int) -> bool:
    """Whether so many of so many give item 21 this score."""
    bounds = {5: (95, 101), 4: (85, 95), 3: (75, 85), 2: (65, 75), 1: (0, 65)}
    if not isinstance(score, int):
        return True
    low, high = bounds[score]
    return jobs > 0 and low * jobs <= 100 * permanent < high * jobs


def attacked(
    seed: int, names: tuple[str, str], known: dict[Cell, int], gone: set[Cell], lines: list[Line]
) -> set[Cell]:
    """The hidden cells of the half-year that have one value alone in all that fits."""
    low, high = ranges(known, gone, lines)
    starts = [("job_starts", "", "", name) for name in names]
    parts = [("competitive_strict", "part", "", name) for name in names]
    asked = [*starts, *parts]
    told = report(seed, names)
    enough = isinstance(told[19][1], int)  # ten jobs or more, else variety is not scored
    spans = [range(low.get(c, 0), min(high.get(c, WIDE), low.get(c, 0) + WIDE) + 1) for c in asked]
    seen: dict[Cell, set[int]] = {cell: set() for cell in asked}
    for values in product(*spans):
        a, b, in_a, in_b = values
        if in_a > a or in_b > b or (enough and a + b < 10) or not fits(told[21][2], in_a + in_b, a + b):
            continue
        for cell, value in zip(asked, values, strict=True):
            seen[cell].add(value)
    assert all(seen.values()), "the attacker's beliefs fit the truth"
    return {cell for cell in asked if cell in gone and len(seen[cell]) == 1}


@pytest.mark.parametrize("seed", [1, 5])
def test_no_hidden_number_follows_from_the_scores_of_a_review(seed: int) -> None:
    known, gone = printed(seed)
    lines = sums(known.keys() | gone)
    known = with_noughts(known, gone, lines)
    lines = _true(lines, seed)
    for names in HALVES:
        found = attacked(seed, names, known, gone, lines)
        assert not {cell for cell in found if 0 < _value(cell, seed) < SMALL}, names


def test_what_leaves_is_a_bound_of_the_scale_or_hidden_and_never_a_share() -> None:
    for seed, names in product((1, 5), HALVES):
        for no, (value, proposal, _) in report(seed, names).items():
            assert (
                value is None
                or str(value).startswith(("mindst ", "under ", "over ", "højst "))
                or value == word("da", "hidden")
            ), (no, value)
            assert proposal is None or proposal in {1, 2, 3, 4, 5, word("da", "hidden")}


def test_the_attacker_finds_a_number_where_the_share_itself_is_told() -> None:
    """The attack is no empty one. 20 in the one quarter are told, 1 to 4 in the other are hidden: 43 % of all of them is
    9 of 21 or 10 of 23, and 39 % is 9 of 23 alone."""

    def jobs(percent: int) -> set[int]:
        return {
            n
            for n in range(1, SMALL)
            if any(round(100 * part / (20 + n)) == percent for part in range(20 + n))
        }

    assert jobs(43) == {1, 3}
    assert jobs(39) == {3}


def test_the_bounds_stand_in_words() -> None:
    def said(code: str, counted: int, of: int) -> object:
        item, fact = IPS25.item(code), share(counted, of)
        one = fidelity.Computed(item, fact, fidelity.judge(item, {item.fact: fact.value}), "", {}, None)
        return fidelity_paper._interval(one, "da")

    assert said("competitive_jobs", 95, 110) == "mindst 85 %, under 95 %"
    assert said("competitive_jobs", 10, 20) == "under 65 %"
    assert said("competitive_jobs", 90, 90) == "mindst 95 %"
    assert said("competitive_jobs", 3, 20) == said("competitive_jobs", 18, 20) == "under 5 eller skjult"
    assert said("caseload_size", 25, 100) == "over 20, højst 25"
    assert said("caseload_size", 41, 100) == "over 40"
