"""Weeks in job: the same steps and intervals as the reference libraries (tests/data/figures/reference.json)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.reports.survival import at_risk, kaplan_meier, left_after, wilson

REFERENCE = json.loads((Path(__file__).parents[1] / "data" / "figures" / "reference.json").read_text("utf-8"))


def spells(case: dict[str, Any]) -> list[tuple[int, bool]]:
    return [(days, bool(ended)) for days, ended in zip(case["durations"], case["ended"], strict=True)]


@pytest.mark.parametrize("case", REFERENCE["survival"], ids=lambda case: f"{len(case['durations'])} jobs")
def test_the_steps_and_intervals_are_those_of_the_reference(case: dict[str, Any]) -> None:
    found = kaplan_meier(spells(case))
    assert [(s.day, s.at_risk, s.ended) for s in found] == [tuple(step[:3]) for step in case["steps"]]
    for mine, theirs in zip(found, case["steps"], strict=True):
        assert (mine.left, mine.low, mine.high) == pytest.approx(tuple(theirs[3:]), abs=1e-9)


def test_six_jobs_by_hand() -> None:
    # Ended after 2, 4, 4 and 5 weeks; two still go on after 6.
    # Week 2: 5/6. Week 4: 5/6 · 3/5 = 1/2. Week 5: 1/2 · 2/3 = 1/3.
    jobs = [(5, True), (6, False), (6, False), (2, True), (4, True), (4, True)]
    assert [(s.day, round(s.left, 4)) for s in kaplan_meier(jobs)] == [(2, 0.8333), (4, 0.5), (5, 0.3333)]
    after = left_after(kaplan_meier(jobs), 4)
    assert after is not None
    assert round(after.left, 4) == 0.5
    assert left_after(kaplan_meier(jobs), 1) is None
    assert at_risk(jobs, 6) == 2


@pytest.mark.parametrize(("hits", "of", "low", "high"), REFERENCE["wilson"])
def test_the_interval_of_a_share_is_that_of_the_reference(
    hits: int, of: int, low: float, high: float
) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=1e-9)


def test_of_nothing_anything_is_possible() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert kaplan_meier([]) == ()
