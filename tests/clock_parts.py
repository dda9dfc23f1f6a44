"""Denmark's clock, whatever the machine's: the nights of 2026 in which it is changed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from ui.clock import Here

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # of 23 hours and of 25


@pytest.fixture
def denmark(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the clock's zone cannot be chosen here")
    with monkeypatch.context() as here:
        here.setenv("TZ", "Europe/Copenhagen")
        time.tzset()
        yield
    time.tzset()


def at(on: date, hour: int, minute: int = 0, *, second_time: bool = False) -> datetime:
    """By the clock on the wall, as the program reads it."""
    return datetime(on.year, on.month, on.day, hour, minute, fold=int(second_time), tzinfo=Here())


def utc(on: date, hour: int, minute: int = 0) -> datetime:
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=UTC)
