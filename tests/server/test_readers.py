"""The guard in a process beside the worker: same answers, none of its memory, gone when it is not needed."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator

import pytest

from app import guard
from app.guard.release import Release
from server import feed, readers
from tests.server.desk import NOW, Device, House
from tests.server.test_door import REFUSED, SENTINEL, cand, mette

__all__ = ["cand", "mette"]
_NOBODY: frozenset[str] = frozenset()
_NOTHING: tuple[Release, ...] = ()


@pytest.fixture(scope="module")
def beside() -> Iterator[readers.Beside]:
    made = readers.Beside()
    yield made
    made._end()


def test_it_answers_as_the_guard_here_does(beside: readers.Beside) -> None:
    texts = [{"body": {"facts": text}} for text in (REFUSED, "Vi talte om butikken.", "Hun har skizofreni.")]
    told = beside.held_each(texts, people=_NOBODY, released=_NOTHING)
    assert told == readers.HERE.held_each(texts, people=_NOBODY, released=_NOTHING)
    assert [bool(one) for one in told] == [True, False, True]
    assert beside.version() == guard.version()


def test_one_that_died_is_replaced(beside: readers.Beside) -> None:
    beside.held_each([{"body": {}}], people=_NOBODY, released=_NOTHING)
    assert beside._line is not None
    beside._line.close()
    assert beside.held_each([{"body": {"facts": REFUSED}}], people=_NOBODY, released=_NOTHING) != [()]


def test_nobody_waits_for_anothers_sample(beside: readers.Beside) -> None:
    beside.held_each([{"body": {}}], people=_NOBODY, released=_NOTHING)
    with beside.sampling() as first, beside.sampling() as second:
        assert (first, second) == (True, False)
    with beside.sampling() as third:
        assert third


def test_no_push_waits_for_a_reader_to_begin() -> None:
    made = readers.Beside()
    with made.sampling() as now:
        assert not now
    assert made._line is not None, "the next sample finds one"
    made._end()


def test_what_nobody_vouches_for_is_read_beside_and_held(
    house: House, mette: Device, beside: readers.Beside
) -> None:
    fine = mette.patch("employer", uuid.uuid4(), {"name": "Bageriet"})
    bad = mette.patch("employer", uuid.uuid4(), {"name": REFUSED})
    items = feed.prepare([fine, bad], device=mette.id, key=mette.public, seen=0, believe=True, reader=beside)
    assert [bool(item.held) for item in items] == [False, True]
    with house.engine.begin() as tx:
        assert [one.r for one in feed.push(tx, mette.id, items, now=NOW).results] == ["accepted", "held"]
    assert SENTINEL not in house.everything()


def test_a_worker_that_believes_loads_no_model() -> None:
    said = (
        "import sys; from server import readers; readers.Beside().version(); from app.guard import encoder, model;"
        "sys.exit(encoder._loaded.cache_info().currsize + model.load.cache_info().currsize + ('onnxruntime' in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
