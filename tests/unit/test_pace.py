"""Requests at a pace: a burst, then so many a minute, each asker for itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.pace import Pace


@given(st.lists(st.floats(0, 30), max_size=200), st.integers(1, 60))
def test_nobody_asks_more_than_the_burst_and_the_pace_allow(pauses: list[float], per_minute: int) -> None:
    pace, at, allowed = Pace(per_minute, burst=5), 0.0, 0
    for pause in pauses:
        at += pause
        allowed += pace.wait("a", at) == 0
        assert allowed <= 5 + at * per_minute / 60 + 1e-6


def test_whoever_is_told_to_wait_and_does_is_let_in() -> None:
    pace = Pace(per_minute=6, burst=2)
    assert [pace.wait("a", 0.0) for _ in range(3)] == [0, 0, 10]
    assert pace.wait("b", 0.0) == 0
    assert pace.wait("a", 10.0) == 0


def test_no_limit_is_no_limit() -> None:
    pace = Pace(per_minute=0, burst=0)
    assert {pace.wait("a", 0.0) for _ in range(1000)} == {0}
