"""A short run of the fuzzer; the long one is a documented command."""

from __future__ import annotations

import random

import pytest

from tests import fuzz_guard


@pytest.mark.parametrize("seed", range(3))
def test_random_texts_break_no_promise(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(6):
        said = fuzz_guard.text(dice)
        assert fuzz_guard.broken(said) == "", repr(said)
        assert fuzz_guard.spelt(dice) == ""
