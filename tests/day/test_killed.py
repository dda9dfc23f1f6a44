"""kill -9 of the window in the middle of saving and of sending: no note it called kept is lost, none is doubled.

The long run: FELTJOURNAL_KILLS=200 pytest tests/day/test_killed.py
"""

from __future__ import annotations

import os
import random
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.services import journal
from app.vault import check
from tests.day.killed import child, draft_until_killed, sentence, type_until_killed
from tests.parts import Jobcenter, jobcenter, postgres, postgres_url
from tests.sync.consultant import Consultant, now
from tests.vault_children import heard

__all__ = ["jobcenter", "postgres", "postgres_url"]

KILLS = int(os.environ.get("FELTJOURNAL_KILLS", "30"))


def test_a_window_killed_while_it_saves_and_sends_loses_and_doubles_nothing(
    tmp_path: Path, jobcenter: Jobcenter
) -> None:
    anna = Consultant.new(tmp_path / "anna")
    anna.enrol(jobcenter, "anna")
    anna.take_on("Kim Prøve")
    assert anna.sync().stopped is None
    anna.vault.close()
    rng, kept = random.Random(3), set[int]()  # noqa: S311 - when to kill
    for _ in range(KILLS):
        start = max(kept, default=0) + 2  # leaves room for one that was stored unacknowledged
        kept |= _kill(anna, start, rng)
    assert len(kept) >= KILLS
    anna.reopen()
    assert check.contents(anna.vault) == ()
    there = Counter(_facts(anna))
    assert {sentence(number) for number in kept} <= there.keys()
    assert set(there.values()) == {1}
    assert anna.sync().stopped is None
    assert anna.status.all_sent
    bo = Consultant.new(tmp_path / "bo")
    bo.enrol(jobcenter, "anna")
    assert bo.sync().stopped is None
    assert Counter(_facts(bo)) == there
    for consultant in (anna, bo):
        consultant.vault.close()


@pytest.mark.parametrize("corrected", [False, True], ids=["a new note", "a correction"])
def test_a_window_killed_while_somebody_types_has_the_words_it_called_kept(
    tmp_path: Path, *, corrected: bool
) -> None:
    """Typed anew after each kill into what was left of it."""
    anna = Consultant.new(tmp_path / "anna")
    anna.take_on("Kim Prøve")
    made = anna.note("Vi mødtes i butikken.")
    old = journal.open_note(anna.vault, made, now=now()) if corrected else None
    target: object = old or anna.participant
    anna.vault.close()
    rng = random.Random(5)  # noqa: S311 - when to kill
    for number in range(1, max(KILLS // 10, 1) * 100, 100):
        with child(draft_until_killed, anna.place, target, number) as (process, pipe):
            told = [pipe.recv()]
            pipe.poll(rng.uniform(0.0, 1.0))
            process.kill()
            process.join()
            told += heard(pipe)
        anna.reopen()
        (draft,) = journal.drafts(anna.vault)
        anna.vault.close()
        assert draft.facts.startswith(told[-1])
        assert draft.corrects == (old.id if old else None)
        target = draft


def _kill(anna: Consultant, start: int, rng: random.Random) -> set[int]:
    with child(type_until_killed, anna.place, anna.participant, start) as (process, pipe):
        said = {_next(pipe)}
        pipe.poll(rng.uniform(0.0, 0.25))
        process.kill()
        process.join()
        return said | set(heard(pipe))


def _next(pipe: Connection) -> int:
    number = pipe.recv()
    assert isinstance(number, int)
    return number


def _facts(consultant: Consultant) -> list[str]:
    with consultant.vault.read() as tx:
        return [row[0] for row in tx.exec_driver_sql("SELECT facts FROM note").all()]
