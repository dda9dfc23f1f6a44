"""The server takes a release from a leader alone, and lets through what is released and nothing else."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from app import guard
from app.guard.release import Release, is_marked
from server import enrol
from tests.server.desk import Device, House

TEXT = "Hun har talt med Lyrica og skal begynde på mandag."
HARD = "Hun får Zyprexa 10 mg."


def _release() -> dict[str, Any]:
    (finding,) = (f for f in guard.review(TEXT) if is_marked(f))
    made = Release.of(finding.category, TEXT[finding.start : finding.end])
    return {
        "category": made.category, "salt": made.salt, "digest": made.digest, "rule": "word", "reason": "name",
        "author": "lis",
    }  # fmt: skip


def _leader(house: House) -> Device:
    device = house.device("lis")
    with house.engine.begin() as tx:
        enrol.add_person(tx, feed=house.feed, person="lis", name="lis", role="leader")
    return device


def test_a_release_by_anybody_but_a_leader_is_parked_and_lets_nothing_through(house: House) -> None:
    device, cand = house.device("mh"), uuid4()
    house.join(cand, "mh")
    (said,) = device.push(device.patch("guard_release", uuid4(), _release())).results
    assert (said.r, said.categories) == ("parked", ["not-leader"])
    (held,) = device.push(device.note(cand, TEXT)).results
    assert held.r == "held"


def test_what_a_leader_released_passes_for_everybody_in_the_same_batch_and_later(house: House) -> None:
    leader, colleague, cand = _leader(house), house.device("mh"), uuid4()
    house.join(cand, "lis", "mh")
    both = leader.push(leader.patch("guard_release", uuid4(), _release()), leader.note(cand, TEXT))
    assert [result.r for result in both.results] == ["accepted", "accepted"]
    results = colleague.push(colleague.note(cand, TEXT), colleague.note(cand, HARD)).results
    assert [result.r for result in results] == ["accepted", "held"]


def test_a_release_taken_back_is_taken_back_here_too(house: House) -> None:
    leader, id, cand = _leader(house), uuid4(), uuid4()
    house.join(cand, "lis")
    leader.push(leader.patch("guard_release", id, _release()))
    leader.push(leader.patch("guard_release", id, {"ended_on": "2026-11-23"}, base_rev=1))
    (said,) = leader.push(leader.note(cand, TEXT)).results
    assert said.r == "held"
