"""A benchmark judges by ratio; what it prints last is for machines."""

from __future__ import annotations

import json

from tools import bench
from tools.benchmarks import Budget, Result, taking_turns

_SLOW = Result({"ours_s": 3.0}, (Budget("unlock", 3.0, 2.0, "a bare window"),))


def test_a_missed_budget_is_said_and_marked() -> None:
    assert "MISSED" in bench.report(_SLOW)
    assert json.loads(bench.as_json("startup", _SLOW))["ratios"]["unlock"]["met"] is False


def test_both_sides_take_turns_and_the_first_round_is_thrown_away() -> None:
    order: list[str] = []
    ours, peer = iter([100.0, 1.0, 3.0]), iter([100.0, 2.0, 2.0])

    def measure_ours() -> float:
        order.append("ours")
        return next(ours)

    def measure_peer() -> float:
        order.append("peer")
        return next(peer)

    assert taking_turns(measure_ours, measure_peer, 2) == (2.0, 2.0)
    assert order == ["ours", "peer"] * 3


def test_every_benchmark_is_found() -> None:
    assert "startup" in bench.names()
