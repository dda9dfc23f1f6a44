"""The greeting of a real server: what may go with it, what comes with its answer, and how soon that leaves."""

from __future__ import annotations

import socket
import uuid

import pytest

from server import serve
from tests.parts import Jobcenter
from tests.server.wire import Computer

pytestmark = pytest.mark.day


@pytest.fixture
def mette(jobcenter: Jobcenter) -> Computer:
    computer = Computer(jobcenter.enrol_code(uuid.uuid4().hex[:8], "Mette Hansen"))
    assert computer.enrol().status == 200
    return computer


def test_what_goes_with_the_greeting_is_taken_in_and_what_comes_back_is_from_before_it(
    mette: Computer,
) -> None:
    cand, first = mette.participant()
    told = mette.hello(first, mette.note(cand), page=50).json
    assert [one["r"] for one in told["pushed"]["results"]] == ["accepted", "accepted"]
    assert (told["head"], told["device_q"], told["news"]) == (0, 0, None)
    assert told["whole"]["entries"] == []
    again = mette.hello(page=50).json
    assert [one["cand"] for one in again["whole"]["entries"]] == [cand]
    news = mette.hello(page=50, scope=again["scope"]).json["news"]
    assert [change["rev"] for change in news["changes"]] == [1, 2]
    assert mette.hello(page=0, scope=again["scope"]).json["news"] is None


def test_what_cannot_be_taken_in_is_said_beside_the_greeting_and_repeated_it_doubles_nothing(
    mette: Computer,
) -> None:
    cand, first = mette.participant()
    note = mette.note(cand)
    told = mette.hello(note).json
    assert told["refused"]["type"] == "urn:feltjournal:device-chain"
    assert told["pushed"] is None
    for outcome in ("accepted", "duplicate"):
        results = mette.hello(first, note).json["pushed"]["results"]
        assert [one["r"] for one in results] == [outcome] * 2


def test_more_than_one_push_should_hold_is_not_looked_at(mette: Computer) -> None:
    cand, first = mette.participant()
    many = [first, *(mette.note(cand) for _ in range(100))]
    told = mette.hello(*many).json
    assert (told["pushed"], told["refused"]) == (None, None)
    assert mette.hello().json["device_q"] == 0


def test_an_answer_leaves_at_once() -> None:
    """asyncio turns Nagle's algorithm off for what is named as TCP alone; with it each answer waits for 40 ms."""
    with serve.bind("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP
