"""A computer whose journal is an older copy of itself: it notices, gets back what it lost, and doubles nothing."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.domain.records import PARTICIPANT
from app.errors import ServerRefused
from app.protocol import messages
from app.store import outbox, records, rejoining, sync_state
from app.store.records import Case
from app.store.tables import note, rec
from app.sync import asks
from tests.sync.model import HELD, Computer, ModelServer
from tests.sync.rounds import KIM, server
from tests.sync.test_model import write_note

__all__ = ["server"]


@pytest.fixture
def anna(server: ModelServer) -> Computer:
    made = Computer(server, "anna")
    move(made, "intake")
    write_note(made, KIM, "Vi talte om butikken.")
    made.sync()
    return made


def move(computer: Computer, phase: str) -> None:
    with computer.vault.begin() as tx:
        records.write(
            tx, PARTICIPANT, KIM, {"phase": phase}, case=Case(cand=KIM), now=computer.now(), sign=computer.vault.sign
        )  # fmt: skip


def notes(computer: Computer) -> set[UUID]:
    with computer.vault.read() as tx:
        return set(tx.execute(sa.select(note.c.id)).scalars())


def phase(computer: Computer) -> Any:
    with computer.vault.read() as tx:
        return tx.execute(sa.select(rec.c.vals).where(rec.c.id == KIM)).scalar_one()["phase"]


def in_feed(server: ModelServer) -> list[str]:
    return [json.loads(row.p)["id"] for row in server.books.rows]


def chain(computer: Computer) -> list[tuple[int, str]]:
    with computer.vault.read() as tx:
        return [(op.q, op.state) for op in outbox.in_state(tx, "pending", "sent", "acked", "held", "parked")]


def test_what_was_sent_after_the_copy_comes_back_with_its_place_in_the_chain(
    server: ModelServer, anna: Computer
) -> None:
    old = anna.vault.copy()
    later = [write_note(anna, KIM, "Vi talte om butikken.") for _ in range(9)]
    anna.sync()
    anna.vault.put_back(old)
    tally = anna.sync()
    assert tally.rejoined is not None
    assert (tally.rejoined.back, tally.rejoined.again, tally.rejoined.gone) == (9, 0, 0)
    assert set(later) <= notes(anna)
    assert chain(anna) == [(q, "acked") for q in range(1, 12)]
    assert anna.sync().rejoined is None


def test_what_was_written_on_the_copy_is_signed_anew_behind_what_the_server_has(
    server: ModelServer, anna: Computer
) -> None:
    old = anna.vault.copy()
    lost = [write_note(anna, KIM, "Vi talte om butikken.") for _ in range(2)]
    anna.sync()
    anna.vault.put_back(old)
    new = [write_note(anna, KIM, "Vi talte om butikken.") for _ in range(3)]
    tally = anna.sync()
    assert tally.rejoined is not None
    assert (tally.rejoined.back, tally.rejoined.again, tally.sent) == (2, 3, 3)
    assert {str(id) for id in (*lost, *new)} <= set(in_feed(server))
    assert len(in_feed(server)) == len(set(in_feed(server))) == 7
    assert {*lost, *new} <= notes(anna)
    with anna.vault.read() as tx:
        assert outbox.waiting_count(tx) == 0


def test_a_copy_from_before_the_first_receipt_knows_again_that_something_was_sent(
    server: ModelServer,
) -> None:
    made = Computer(server, "anna")
    old = made.vault.copy()
    write_note(made, KIM, "Vi talte om butikken.")
    made.sync()
    made.vault.put_back(old)
    assert made.sync().rejoined is not None
    with made.vault.read() as tx:
        assert sync_state.get(tx).sent_at is not None


def test_put_back_twice_to_the_same_copy_still_doubles_nothing(server: ModelServer, anna: Computer) -> None:
    write_note(anna, KIM, "Vi talte om butikken.")
    old = anna.vault.copy()  # with a note that waits
    anna.sync()
    for _ in range(2):
        anna.vault.put_back(old)
        write_note(anna, KIM, "Vi talte om butikken.")
        anna.sync()
    assert len(in_feed(server)) == len(set(in_feed(server))) == 5
    assert {str(id) for id in notes(anna)} == set(in_feed(server)) - {in_feed(server)[0]}


def test_what_was_signed_anew_once_is_known_again_by_its_id(server: ModelServer, anna: Computer) -> None:
    old = anna.vault.copy()
    write_note(anna, KIM, "Vi talte om butikken.")
    anna.sync()
    anna.vault.put_back(old)
    write_note(anna, KIM, "Vi talte om butikken.")
    astray = anna.vault.copy()  # with a note in a place that the server has given to another
    anna.sync()
    anna.vault.put_back(astray)
    tally = anna.sync()
    assert tally.rejoined is not None
    assert (tally.rejoined.back, tally.rejoined.again, tally.sent) == (1, 0, 0)
    assert chain(anna) == [(q, "acked") for q in range(1, 5)]
    assert len(in_feed(server)) == len(set(in_feed(server))) == 4


def test_a_field_changed_before_and_after_the_copy_is_a_question_and_not_overwritten(
    server: ModelServer, anna: Computer
) -> None:
    old = anna.vault.copy()
    move(anna, "working")
    anna.sync()
    anna.vault.put_back(old)
    move(anna, "search")
    tally = anna.sync()
    assert tally.conflicts == 1
    assert phase(anna) == "working"
    move(anna, "search")  # having seen it now
    assert anna.sync().conflicts == 0
    assert phase(anna) == "search"


def test_what_the_guard_had_refused_since_the_copy_is_counted_as_gone(
    server: ModelServer, anna: Computer
) -> None:
    old = anna.vault.copy()
    write_note(anna, KIM, f"Dette er {HELD}.")
    anna.sync()
    anna.vault.put_back(old)
    tally = anna.sync()
    assert tally.rejoined is not None
    assert (tally.rejoined.back, tally.rejoined.gone) == (0, 1)
    with anna.vault.read() as tx:
        assert outbox.count(tx, "held") == 0, "there is no text left to write anew"
        told = rejoining.newest(tx)
        assert told is not None
        assert told.gone == 1


def test_what_waited_in_the_copy_and_was_refused_since_keeps_its_text(anna: Computer) -> None:
    refused = write_note(anna, KIM, f"Dette er {HELD}.")
    old = anna.vault.copy()
    anna.sync()
    anna.vault.put_back(old)
    anna.sync()
    assert refused in notes(anna)
    with anna.vault.read() as tx:
        (op,) = outbox.in_state(tx, "held")
        assert HELD in op.p


def test_a_round_that_breaks_off_anywhere_while_rejoining_is_made_good_by_the_next(
    server: ModelServer, anna: Computer
) -> None:
    from app.errors import ServerUnavailable
    from tests.sync.model import Weather

    old = anna.vault.copy()
    lost = [write_note(anna, KIM, "Vi talte om butikken.") for _ in range(5)]
    anna.sync()
    for cut in range(1, 9):
        anna.vault.put_back(old)
        new = write_note(anna, KIM, "Vi talte om butikken.")
        try:
            anna.sync(Weather(cut=cut, seen=True))
        except ServerUnavailable:
            anna.sync()
        assert {*lost, new} <= notes(anna)
        assert len(in_feed(server)) == len(set(in_feed(server)))
        with anna.vault.read() as tx:
            assert outbox.waiting_count(tx) == 0
            assert sync_state.get(tx).rev == server.head


def test_when_the_server_has_gone_back_too_the_chain_still_goes_on(
    server: ModelServer, anna: Computer
) -> None:
    books = server.backup()
    kept = write_note(anna, KIM, "Vi talte om butikken.")
    old = anna.vault.copy()
    anna.sync()
    anna.vault.put_back(old)
    anna.sync()
    server.restore(books)
    server.backup_rev = 0
    new = write_note(anna, KIM, "Vi talte om butikken.")
    anna.sync()
    assert {str(kept), str(new)} <= set(in_feed(server))
    assert len(in_feed(server)) == len(set(in_feed(server)))


@pytest.mark.parametrize("bent", ["hash", "gap", "end"])
def test_a_server_that_contradicts_itself_changes_nothing_here(
    server: ModelServer, anna: Computer, bent: str
) -> None:
    old = anna.vault.copy()
    for _ in range(2):
        write_note(anna, KIM, "Vi talte om butikken.")
    anna.sync()
    anna.vault.put_back(old)
    write_note(anna, KIM, "Vi talte om butikken.")
    before, honest = chain(anna), server.answer

    def lying(dev: str, request: asks.Request) -> asks.Reply:
        reply = honest(dev, request)
        if not isinstance(reply, messages.Own) or reply.more:
            return reply
        from msgspec.structs import replace

        ops = {
            "hash": [replace(one, hash="1" * 64) for one in reply.ops],
            "gap": reply.ops[1:] if len(reply.ops) > 1 else [],
            "end": reply.ops,
        }[bent]
        return replace(reply, ops=ops, hash="2" * 64)

    server.answer = lying  # type: ignore[method-assign]
    with pytest.raises(ServerRefused):
        anna.sync()
    # What waits went with the greeting, and is still there as it was signed.
    assert chain(anna) == [(q, "sent" if state == "pending" else state) for q, state in before]
