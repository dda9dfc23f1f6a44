"""What was sent from here is not fetched back, and a computer writes down one answer while the server makes the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.records import EMPLOYER, PARTICIPANT
from app.errors import ServerUnavailable
from app.protocol import messages
from app.store import outbox, records, sync_state
from app.store.records import Case
from app.store.tables import RECORDS
from app.sync import asks
from app.sync.disk import VaultDisk
from app.sync.round import Tally, session
from tests.sync.model import Computer, ModelServer, Weather
from tests.sync.test_model import CASES, FIRM, _notes, _records, write_note


@pytest.fixture
def server() -> ModelServer:
    made = ModelServer()
    for cand in CASES:
        made.give(cand, "anna")
        made.give(cand, "bo")
    return made


@pytest.fixture
def anna(server: ModelServer) -> Computer:
    made = Computer(server, "anna")
    write_note(made, CASES[0], "Vi talte om butikken.")
    made.sync()
    return made


def asked(computer: Computer, meanwhile: Callable[[asks.Request], Any] = lambda _: None) -> list[str]:
    """The requests of one round, by name."""
    now = computer.now()
    steps = session(VaultDisk(computer.vault, computer.server.home, now), now, Tally())
    names, request = [], next(steps)
    while True:
        names.append(type(request).__name__)
        meanwhile(request)
        try:
            request = steps.send(computer.server.answer(str(computer.device), request))
        except StopIteration:
            return names


def at(computer: Computer) -> int:
    with computer.vault.read() as tx:
        return sync_state.get(tx).rev


def waiting(computer: Computer) -> int:
    with computer.vault.read() as tx:
        return outbox.waiting_count(tx)


def patch(computer: Computer, kind: Any, id: Any, values: dict[str, Any], case: Case) -> None:
    with computer.vault.begin() as tx:
        records.write(tx, kind, id, values, case=case, now=computer.now(), sign=computer.vault.sign)


def test_notes_alone_go_out_and_nothing_is_asked_for(server: ModelServer, anna: Computer) -> None:
    for _ in range(9):
        write_note(anna, CASES[1], "Vi talte om butikken.")
    assert asked(anna) == ["Beacon", "Hello", "Push", "Push", "Push"]
    assert at(anna) == server.head == 10
    assert asked(anna) == ["Beacon", "Hello"], "the server agrees that this is where the feed stands"


def test_what_took_effect_stands_as_the_server_says_it(server: ModelServer, anna: Computer) -> None:
    patch(anna, PARTICIPANT, CASES[0], {"phase": "working"}, Case(cand=CASES[0]))
    patch(anna, EMPLOYER, FIRM, {"cvr": "11111111"}, Case())
    assert asked(anna) == ["Beacon", "Hello", "Push", "ScopeAsk"]
    assert at(anna) == server.head
    assert _records(anna) == {key: dict(state.vals) for key, state in server.books.recs.items()}


def test_behind_what_somebody_else_wrote_the_feed_is_read(server: ModelServer, anna: Computer) -> None:
    bo = Computer(server, "bo")
    bo.sync()
    theirs = write_note(bo, CASES[0], "Vi talte om butikken.")
    bo.sync()
    write_note(anna, CASES[0], "Vi talte om butikken.")
    assert asked(anna) == ["Beacon", "Hello", "Push", "Changes"]
    assert theirs in _notes(anna)
    assert at(anna) == server.head


def test_a_conflict_is_read_as_the_server_tells_it(server: ModelServer, anna: Computer) -> None:
    bo = Computer(server, "bo")
    bo.sync()
    patch(bo, EMPLOYER, FIRM, {"cvr": "22222222"}, Case())
    bo.sync()
    anna.sync()
    patch(anna, EMPLOYER, FIRM, {"cvr": "33333333"}, Case())
    patch(bo, EMPLOYER, FIRM, {"cvr": "11111111"}, Case())
    bo.sync()
    assert "Changes" in asked(anna)
    with anna.vault.read() as tx:
        assert [one.field for one in sync_state.conflicts(tx)] == ["cvr"]


def test_a_change_that_the_feed_brought_before_its_receipt_shows_what_the_server_says(
    server: ModelServer, anna: Computer
) -> None:
    """The receipt did not reach the disk; until it comes again, what waits is laid over the feed."""
    bo = Computer(server, "bo")
    bo.sync()
    patch(anna, EMPLOYER, FIRM, {"cvr": "33333333"}, Case())
    patch(bo, EMPLOYER, FIRM, {"cvr": "11111111"}, Case())
    bo.sync()
    disk, mine = VaultDisk(anna.vault, server.home, anna.now()), str(anna.device)
    sent = disk.batch(9, 1 << 20, 0)
    pushed = server.answer(mine, asks.Push(messages.Push([one.envelope for one in sent])))
    assert isinstance(pushed, messages.Pushed)
    here = disk.cursor()
    page = server.answer(mine, asks.Changes(here.rev, here.epoch, here.chain))
    assert isinstance(page, messages.Page)
    disk.take_page(page, Tally())
    assert _cvr(anna) == "33333333"
    disk.receipts(sent, pushed, Tally())
    assert _cvr(anna) == "11111111"


def _cvr(computer: Computer) -> str:
    with computer.vault.read() as tx:
        return str(
            tx.execute(
                sa.select(RECORDS["employer"].c.cvr).where(RECORDS["employer"].c.id == FIRM)
            ).scalar_one()
        )


def test_a_case_that_is_not_all_here_is_filled_in_as_before(server: ModelServer) -> None:
    first = Computer(server, "anna")
    write_note(first, CASES[0], "Vi talte om butikken.")
    first.sync()
    second = Computer(server, "anna")
    mine = write_note(second, CASES[0], "Vi talte om butikken.")
    second.sync()
    assert _notes(second) >= {mine}
    assert len(_notes(second)) == 2


def test_receipts_are_written_down_while_the_next_push_is_answered(anna: Computer) -> None:
    for _ in range(9):
        write_note(anna, CASES[1], "Vi talte om butikken.")
    left = []

    def meanwhile(request: asks.Request) -> None:
        asks.own_work(request)()
        if isinstance(request, asks.Push):
            left.append(waiting(anna))

    asked(anna, meanwhile)
    assert left == [9, 5, 1]
    assert waiting(anna) == 0


@pytest.mark.parametrize("cut", [3, 4])
def test_a_receipt_that_came_counts_though_the_line_broke_at_the_next_push(anna: Computer, cut: int) -> None:
    for _ in range(9):
        write_note(anna, CASES[1], "Vi talte om butikken.")
    with pytest.raises(ServerUnavailable):
        anna.sync(Weather(cut=cut))
    assert waiting(anna) == 9 - 4 * (cut - 2)


def test_each_page_is_in_before_the_one_after_the_next_is_asked_for(
    server: ModelServer, anna: Computer
) -> None:
    bo = Computer(server, "bo")
    bo.sync()
    for _ in range(10):
        write_note(bo, CASES[1], "Vi talte om butikken.")
    bo.sync()
    seen = []

    def meanwhile(request: asks.Request) -> None:
        asks.own_work(request)()
        if isinstance(request, asks.Changes):
            seen.append((request.after, at(anna)))

    asked(anna, meanwhile)
    assert all(after == here for after, here in seen)
    assert at(anna) == server.head
    assert isinstance(server.answer(str(anna.device), asks.ScopeAsk()), messages.Scope)


@pytest.fixture
def at_once(server: ModelServer, anna: Computer) -> ModelServer:
    server.takes_along = True
    return server


def test_a_few_notes_go_with_the_greeting_and_their_receipts_come_with_its_answer(
    at_once: ModelServer, anna: Computer
) -> None:
    for _ in range(3):
        write_note(anna, CASES[1], "Vi talte om butikken.")
    assert asked(anna) == ["Beacon", "Hello"]
    assert (at(anna), waiting(anna)) == (at_once.head, 0)


def test_what_a_colleague_wrote_comes_with_the_answer_and_ones_own_is_not_fetched_back(
    at_once: ModelServer, anna: Computer
) -> None:
    bo = Computer(at_once, "bo")
    bo.sync()
    theirs = [write_note(bo, CASES[0], "Vi talte om butikken.") for _ in range(2)]
    bo.sync()
    write_note(anna, CASES[0], "Vi talte om butikken.")
    assert asked(anna) == ["Beacon", "Hello"]
    assert _notes(anna) >= set(theirs)
    assert at(anna) == at_once.head


def test_more_than_the_server_takes_along_goes_as_before(at_once: ModelServer, anna: Computer) -> None:
    for _ in range(9):
        write_note(anna, CASES[1], "Vi talte om butikken.")
    assert asked(anna) == ["Beacon", "Hello", "Push", "Push", "Push"], (
        "the try that was not looked at halves nothing"
    )
    assert (at(anna), waiting(anna)) == (at_once.head, 0)


def test_a_fork_found_beside_the_greeting_is_mended_in_the_same_round(
    at_once: ModelServer, anna: Computer
) -> None:
    old = anna.vault.copy()
    write_note(anna, CASES[1], "Vi talte om butikken.")
    anna.sync()
    anna.vault.put_back(old)
    again = write_note(anna, CASES[1], "Vi talte om butikken.")
    assert anna.sync().rejoined is not None
    assert waiting(anna) == 0
    assert again in _notes(anna)
    assert at(anna) == at_once.head == 3


def test_a_new_case_that_is_sent_along_is_asked_for_before_anything_is_called_done(
    at_once: ModelServer, anna: Computer
) -> None:
    patch(anna, PARTICIPANT, CASES[0], {"phase": "working"}, Case(cand=CASES[0]))
    assert asked(anna) == ["Beacon", "Hello", "ScopeAsk"]
    assert at(anna) == at_once.head


def ended_at(computer: Computer) -> Any:
    with computer.vault.read() as tx:
        return sync_state.get(tx).round_at


def test_a_round_ends_with_its_greeting_only_where_nothing_waits(server: ModelServer, anna: Computer) -> None:
    anna.sync()
    before, anna.clock = ended_at(anna), anna.clock + timedelta(hours=1)
    anna.sync()
    first = ended_at(anna)
    assert first > before
    anna.clock += timedelta(hours=1)
    write_note(anna, CASES[0], "Vi talte om butikken.")
    with pytest.raises(ServerUnavailable):
        anna.sync(Weather(cut=2))  # the push that follows the greeting
    assert waiting(anna) == 1
    assert ended_at(anna) == first
