"""The guard in a process beside the worker: same answers, none of its memory, gone when it is not needed."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from app import guard
from app.guard.release import Release
from server import door, feed, readers, sampling
from tests.server.desk import NOW, Device, House
from tests.server.test_door import REFUSED, SENTINEL, cand, mette

__all__ = ["cand", "mette"]
_NOBODY: frozenset[str] = frozenset()
_NOTHING: tuple[Release, ...] = ()
_KNOWN = readers.Known()
_STRETCH = (REFUSED, guard.Source.OBSERVED)


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
    assert beside._samples.acquire(blocking=False)  # somebody's is being read
    assert beside.try_out({"body": {"facts": REFUSED}}, _STRETCH, _KNOWN) is None
    beside._samples.release()
    mine = beside.try_out({"body": {"facts": REFUSED}}, _STRETCH, _KNOWN)
    assert mine is not None
    assert mine.result()


def test_a_stretch_that_only_looks_like_it_has_the_whole_read(beside: readers.Beside) -> None:
    beside.held_each([{"body": {}}], people=_NOBODY, released=_NOTHING)
    mine = beside.try_out({"body": {"facts": "Vi talte om butikken."}}, _STRETCH, _KNOWN)
    assert mine is not None
    assert mine.result() == ()


@pytest.mark.logs_warning
def test_an_answer_that_comes_too_late_for_its_push_counts_for_the_next(
    mette: Device, cand: uuid.UUID, caplog: pytest.LogCaptureFixture
) -> None:
    doubted: list[bool] = []
    trial = sampling.Trial(Future(), lambda: doubted.append(True))
    assert not trial.found(patience=0.0)
    trial.answer.set_result(("DIAG_NAME",))
    assert doubted == [True]
    assert "security: a computer vouched for what the guard refuses" in caplog.messages


@pytest.mark.parametrize("place", [0, 700, 1500, 2990])
def test_a_stretch_holds_the_letter_that_was_drawn_and_whole_sentences(place: int) -> None:
    text = "Vi talte om butikken og timerne der. " * 81
    some = door._around(text, place)
    assert text[place] in some
    assert some in text
    assert 400 <= len(some) < 900
    assert some.startswith("Vi")


def test_no_push_waits_for_a_reader_to_begin() -> None:
    made = readers.Beside()
    assert made.try_out({"body": {"facts": REFUSED}}, _STRETCH, _KNOWN) is None
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
        "import sys; from server import readers; readers.Beside().version(); from app.guard import encoder, model, runtime;"
        "sys.exit(sum(one.cache_info().currsize for one in (encoder._loaded, model.load, runtime._loaded)))"
    )
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
