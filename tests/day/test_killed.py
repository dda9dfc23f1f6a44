"""kill -9 of the window in the middle of saving and of sending: no note it called kept is lost, none is doubled.

The long run: FELTJOURNAL_KILLS=200 pytest tests/day/test_killed.py
"""

from __future__ import annotations

import os
import random
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

from app.vault import check
from tests.day.killed import child, sentence, type_until_killed
from tests.parts import Jobcenter, jobcenter, postgres, postgres_url
from tests.sync.consultant import Consultant
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
