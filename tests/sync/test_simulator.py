"""Seeded stories of three computers and a jobcenter, each told twice in the same words; FELTJOURNAL_SEEDS says how many."""

from __future__ import annotations

import os

import pytest

from tests.sync.simulator import told

_SEEDS = int(os.environ.get("FELTJOURNAL_SEEDS", "300"))
_PARTS = 30


@pytest.mark.parametrize("part", range(_PARTS))
def test_whatever_befalls_them_nothing_is_lost_doubled_or_called_sent_untruly(part: int) -> None:
    for seed in range(part, _SEEDS, _PARTS):
        first, second = told(seed, 12), told(seed, 12)
        assert first == second, f"seed {seed} was told differently the second time"


def test_two_seeds_are_two_stories() -> None:
    assert told(1) != told(2)
