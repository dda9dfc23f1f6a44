"""The disk of a computer was copied, and both are used: nothing either writes is lost or doubled, and both are told."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.errors import ServerUnavailable
from app.store import outbox, rejoining
from server.pulse import TOLD_FOR, Pulse, beat, commands
from tests.sync.consultant import Consultant
from tests.sync.model import START, Computer, MemoryVault, ModelServer, Weather
from tests.sync.test_model import CASES, _notes, write_note
from tests.vault_parts import open_vault


def words(n: int) -> str:
    return f"{n:032x}"


class Copied:
    """A computer, a copy of it, and a colleague's."""

    def __init__(self) -> None:
        self.server = ModelServer()
        self.one = Computer(self.server, "anna")
        self.colleague = Computer(self.server, "bo")
        for cand in CASES:
            self.server.give(cand, "anna")
            self.server.give(cand, "bo")
        self.one.sync()
        self.written = {write_note(self.one, CASES[0], "Vi talte om butikken.")}
        self.one.sync()
        self.other = self._copy()

    def _copy(self) -> Computer:
        vault = MemoryVault()
        vault.put_back(self.one.vault.copy())
        vault._key = self.one.vault._key
        twin = Computer.__new__(Computer)
        twin.server, twin.person, twin.vault = self.server, "anna", vault
        twin.clock, twin.device = self.one.clock, self.one.device
        return twin

    @property
    def all(self) -> tuple[Computer, ...]:
        return self.one, self.other, self.colleague

    def write(self, computer: Computer, case: UUID = CASES[0]) -> None:
        self.written.add(write_note(computer, case, "Vi talte om butikken."))

    def holds(self) -> None:
        there = [UUID(json.loads(row.p)["id"]) for row in self.server.books.rows]
        assert len(there) == len(set(there)), "doubled"
        waiting: set[UUID] = set()
        for computer in self.all:
            with computer.vault.read() as tx:
                waiting |= {op.id for op in outbox.waiting(tx)}
        assert self.written <= set(there) | waiting, "lost"

    def told(self, computer: Computer) -> bool:
        with computer.vault.read() as tx:
            return rejoining.two_copies_at(tx) is not None

    def close(self) -> None:
        for computer in self.all:
            computer.vault.close()


@pytest.fixture
def copied() -> Iterator[Copied]:
    made = Copied()
    yield made
    made.close()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_both_write_everybody_ends_up_with_it(seed: int) -> None:
    chance, here = random.Random(seed), Copied()  # noqa: S311
    for _ in range(14):
        computer = chance.choice(here.all)
        match chance.choice(("write", "sync", "cut")):
            case "write":
                here.write(computer, chance.choice(CASES))
            case "sync":
                computer.sync(Weather(twice=chance.random() < 0.2))
            case _:
                with suppress(ServerUnavailable):
                    computer.sync(Weather(cut=chance.randrange(12), seen=chance.random() < 0.5))
        here.holds()
    for _ in range(3):
        for computer in here.all:
            computer.sync()
            here.holds()
    for computer in here.all:
        assert _notes(computer) == here.written
    assert (here.told(here.one), here.told(here.other)) == (True, True)
    assert not here.told(here.colleague)
    here.close()


def test_it_is_told_once_both_have_come_back(copied: Copied) -> None:
    said = [(computer.sync().two_copies) for _ in range(3) for computer in (copied.other, copied.one)]
    assert said == [False, False, False, True, True, False], "new to each, once"


def test_a_computer_put_back_or_often_cut_off_is_no_copy_in_use(copied: Copied) -> None:
    kept = copied.one.vault.copy()
    for _ in range(3):
        copied.one.sync()
    copied.one.vault.put_back(kept)
    for cut in (3, 2, 3):
        with suppress(ServerUnavailable):
            copied.one.sync(Weather(cut=cut, seen=True))
    for _ in range(3):
        copied.one.sync()
    copied.one.vault.put_back(kept)
    for _ in range(3):
        copied.one.sync()
    assert not copied.told(copied.one)


def test_an_older_copy_and_then_the_newest_put_back_are_no_two_in_use(copied: Copied) -> None:
    older = copied.one.vault.copy()
    copied.one.sync()
    newest = copied.one.vault.copy()
    for kept in (older, newest):
        copied.one.vault.put_back(kept)
        for _ in range(3):
            copied.one.sync()
    assert not copied.told(copied.one)


def test_a_week_after_it_was_last_seen_nobody_is_told_any_more() -> None:
    pulse = Pulse(words(3), words(4), swaps=2, two_at=START)
    later = beat(pulse, words(3), words(5), now=START + timedelta(days=1))
    assert commands(later, START + timedelta(days=1)) == ["two-copies"]
    assert commands(later, START + TOLD_FOR) == []


def test_a_greeting_that_arrives_twice_changes_nothing() -> None:
    once = beat(Pulse(words(1)), words(1), words(2), now=START)
    assert beat(once, words(1), words(2), now=START) == once


@pytest.mark.logs_warning
def test_two_real_computers_on_one_copied_disk_lose_nothing_and_are_told(
    anna: Consultant, tmp_path: Path
) -> None:
    anna.sync()
    anna.vault.close()
    shutil.copytree(anna.place.parent, tmp_path / "copied")
    anna.vault = open_vault(anna.place)
    place = tmp_path / "copied" / anna.place.name
    twin = Consultant(place, open_vault(place), anna.settings, anna.participant)
    written = {computer.note(f"Vi talte om butikken, {n}.") for n in range(2) for computer in (anna, twin)}
    anna.move_to("employed")
    done = [(one, one.sync()) for _ in range(4) for one in (anna, twin)]
    assert [one.stopped for _, one in done] == [None] * 8
    assert [one for one, told in done if told.two_copies] == [twin, anna]
    for one in (anna, twin):
        assert written <= one.notes()
        assert one.status.all_sent
        assert one.status.two_copies is not None
    twin.vault.close()
