"""The round's rules one by one, against the model jobcenter."""

from __future__ import annotations

import json
from collections.abc import Callable

import msgspec
import pytest
import sqlalchemy as sa

from app.errors import (
    AppTooOld,
    DeviceRevoked,
    FeltjournalError,
    NotOnNetwork,
    ServerRefused,
    ServerUnavailable,
)
from app.protocol import messages
from app.store import journal, outbox, sync_state
from app.store.tables import rec
from app.sync import asks
from app.sync.disk import VaultDisk
from app.sync.round import Tally, as_error, check_receipts, newer, session
from tests.sync.model import HELD, Computer, ModelServer, problem
from tests.sync.rounds import (
    KIM,
    anna,
    answered,
    bo,
    cvr,
    ids,
    on_push,
    patch,
    server,
    states,
    waiting,
)
from tests.sync.test_model import write_note

__all__ = ["anna", "bo", "server"]


# --- receipts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bend",
    [
        lambda results: [],
        lambda results: results[:-1],
        lambda results: results[::-1],
        lambda results: [*results, results[0]],
        lambda results: [msgspec.structs.replace(results[0], r="stored"), *results[1:]],
        lambda results: [msgspec.structs.replace(results[0], rev=None), *results[1:]],
        lambda results: [msgspec.structs.replace(results[0], id=results[1].id), *results[1:]],
    ],
    ids=["none", "one short", "out of order", "one more", "unknown outcome", "no revision", "twice the same"],
)
def test_a_receipt_that_does_not_name_each_operation_clears_nothing(
    server: ModelServer, anna: Computer, bend: Callable[[list[messages.Result]], list[messages.Result]]
) -> None:
    for _ in range(2):
        write_note(anna, KIM, "Vi talte om butikken.")
    honest = server.answer

    def bent(_: str, request: asks.Request) -> asks.Reply | None:
        if not isinstance(request, asks.Push):
            return None
        reply = honest(str(anna.device), request)
        assert isinstance(reply, messages.Pushed)
        return msgspec.structs.replace(reply, results=bend(reply.results))

    answered(server, bent)
    with pytest.raises(ServerRefused, match="incomplete-receipt"):
        anna.sync()
    assert states(anna) == ["sent", "sent"]
    with anna.vault.read() as tx:
        assert sync_state.get(tx).sent_at is None


def test_a_reply_of_another_kind_clears_nothing(server: ModelServer, anna: Computer) -> None:
    write_note(anna, KIM, "Vi talte om butikken.")
    answered(server, on_push(messages.Scope(tag="", entries=[], people=[])))
    with pytest.raises(ServerRefused, match="unexpected-reply"):
        anna.sync()
    assert states(anna) == ["sent"]


def test_an_operation_is_marked_sent_before_it_leaves(anna: Computer) -> None:
    write_note(anna, KIM, "Vi talte om butikken.")
    steps = session(VaultDisk(anna.vault, anna.server.home, anna.now()), anna.now(), Tally())
    request = next(steps)
    while not isinstance(request, asks.Push):
        request = steps.send(anna.server.answer(str(anna.device), request))
    assert states(anna) == ["sent"]
    steps.close()


def test_what_the_servers_guard_holds_is_told_and_blocks_nothing(server: ModelServer, anna: Computer) -> None:
    write_note(anna, KIM, f"Dette er {HELD}.")
    last = write_note(anna, KIM, "Vi talte om butikken.")
    tally = anna.sync()
    assert (tally.sent, tally.held) == (2, 1)
    assert states(anna) == ["held", "acked"]
    with anna.vault.read() as tx:
        [held] = outbox.in_state(tx, "held")
        assert held.problem == "DIAG_NAME"
        told = journal.get(tx, last)
        assert told is not None
        assert told.rev == 1
        untold = journal.get(tx, held.id)
        assert untold is not None
        assert untold.rev is None


def test_what_is_parked_is_told_and_blocks_nothing(server: ModelServer, anna: Computer) -> None:
    first = write_note(anna, KIM, "Vi talte om butikken.")
    parked = messages.Result(id=str(first), r="parked", categories=["not-in-scope"])
    answered(
        server, on_push(messages.Pushed(results=[parked], device_q=1, received_at="2026-11-23T08:00:00.000Z"))
    )
    assert anna.sync().parked == 1
    assert states(anna) == ["parked"]


def test_a_refused_change_no_longer_covers_what_the_server_says(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    patch(bo, {"cvr": "11111111"})
    bo.sync()
    anna.sync()
    patch(anna, {"cvr": "22222222"})
    [op] = waiting(anna)
    parked = messages.Result(id=str(op.id), r="parked", categories=["malformed"])
    answered(
        server, on_push(messages.Pushed(results=[parked], device_q=1, received_at="2026-11-23T08:00:00.000Z"))
    )
    anna.sync()
    assert cvr(anna) == "11111111"


# --- batches and chains -----------------------------------------------------------------------------------------


def test_a_batch_that_is_too_large_is_halved_until_it_fits(server: ModelServer, anna: Computer) -> None:
    server.max_ops, server.refuse_above = 8, 1
    written = [write_note(anna, KIM, "Vi talte om butikken.") for _ in range(5)]
    assert anna.sync().sent == 5
    assert [json.loads(row.p)["id"] for row in server.books.rows] == [str(id) for id in written]


def test_an_operation_that_cannot_be_received_says_why_and_the_news_still_come(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    news = write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    write_note(anna, KIM, "Vi talte om butikken.")
    answered(server, on_push(problem("bad-signature", 422)))
    with pytest.raises(ServerRefused, match="bad-signature"):
        anna.sync()
    [op] = waiting(anna)
    assert op.problem == "bad-signature"
    assert news in ids(anna)


def test_a_gap_in_the_chain_is_sent_again_from_where_the_server_stands(
    server: ModelServer, anna: Computer
) -> None:
    for _ in range(3):
        write_note(anna, KIM, "Vi talte om butikken.")
    anna.sync()
    known = server.books.devices[str(anna.device)]
    server.books.rows, known.hashes, known.results = (
        server.books.rows[:1],
        known.hashes[:1],
        known.results[:1],
    )
    write_note(anna, KIM, "Vi talte om butikken.")
    honest = server.answer
    hello = {"device_q": 3, "device_hash": ""}  # the server finds out only at the push

    def late(_: str, request: asks.Request) -> asks.Reply | None:
        reply = honest(str(anna.device), request)
        return msgspec.structs.replace(reply, **hello) if isinstance(reply, messages.Welcome) else reply

    answered(server, late)
    anna.sync()
    assert len(server.books.rows) == 4
    assert states(anna) == ["acked"] * 4


def test_a_gap_that_stays_stops_the_push_instead_of_going_round(server: ModelServer, anna: Computer) -> None:
    write_note(anna, KIM, "Vi talte om butikken.")
    answered(server, on_push(problem("device-chain", 409, last=0)))
    with pytest.raises(ServerRefused, match="device-chain"):
        anna.sync()
    assert states(anna) == ["sent"]


@pytest.mark.parametrize(("q", "hash"), [(9, ""), (1, "0" * 64)], ids=["further", "other"])
def test_a_greeting_that_does_not_fit_is_looked_into_before_anything_is_signed_anew(
    server: ModelServer, anna: Computer, q: int, hash: str
) -> None:
    write_note(anna, KIM, "Vi talte om butikken.")
    anna.sync()
    write_note(anna, KIM, "Vi talte om butikken.")
    honest = server.answer

    def forked(_: str, request: asks.Request) -> asks.Reply | None:
        reply = honest(str(anna.device), request)
        changed = {"device_q": q, "device_hash": hash}
        return msgspec.structs.replace(reply, **changed) if isinstance(reply, messages.Welcome) else reply

    answered(server, forked)
    assert anna.sync().rejoined is None
    assert states(anna) == ["acked", "acked"]


def test_a_server_that_calls_everything_a_fork_stops_the_round_and_clears_nothing(
    server: ModelServer, anna: Computer
) -> None:
    write_note(anna, KIM, "Vi talte om butikken.")
    answered(server, on_push(problem("device-fork", 409)))
    with pytest.raises(ServerRefused, match="device-fork"):
        anna.sync()
    assert states(anna) == ["sent"]


def test_only_what_a_backup_holds_loses_its_text_here(server: ModelServer, anna: Computer) -> None:
    for _ in range(2):
        write_note(anna, KIM, "Vi talte om butikken.")
    anna.sync()
    server.backup()
    write_note(anna, KIM, "Vi talte om butikken.")
    anna.sync()
    with anna.vault.read() as tx:
        assert [bool(op.p) for op in outbox.in_state(tx, "acked")] == [False, False, True]
    write_note(anna, KIM, "Vi talte om butikken.")
    anna.sync()
    assert len(server.books.rows) == 4


def test_what_a_restored_server_has_forgotten_comes_back_and_the_rest_is_called_lost(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    backup = server.backup()
    mine, theirs = (
        write_note(anna, KIM, "Vi talte om butikken."),
        write_note(bo, KIM, "Vi talte om butikken."),
    )
    patch(bo, {"cvr": "11111111"})
    bo.sync()
    anna.sync()
    assert cvr(anna) == "11111111"
    server.restore(backup)
    anna.sync()
    anna.sync()
    with anna.vault.read() as tx:
        here, lost = journal.get(tx, mine), journal.get(tx, theirs)
        assert here is not None
        assert here.rev == 1
        assert lost is not None  # still readable, and no longer called delivered
        assert lost.rev is None
        assert not tx.execute(sa.select(rec.c.id).where(rec.c.type == "employer")).all()
    assert cvr(anna) is None
    bo.sync()
    anna.sync()
    assert cvr(anna) == "11111111"
    with anna.vault.read() as tx:
        back = journal.get(tx, theirs)
        assert back is not None
        assert back.rev is not None


# --- who may, and when ------------------------------------------------------------------------------------------


def test_a_program_that_is_too_old_delivers_its_notes_and_fetches_nothing(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    news = write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    write_note(anna, KIM, "Vi talte om butikken.")
    server.min_app = "99.0"
    with pytest.raises(AppTooOld):
        anna.sync()
    assert states(anna) == ["acked"]
    assert news not in ids(anna)


def test_a_program_refused_at_the_door_still_delivers(server: ModelServer, anna: Computer) -> None:
    write_note(anna, KIM, "Vi talte om butikken.")
    refusal = problem("app-too-old", 426)
    answered(server, lambda _, request: refusal if isinstance(request, asks.Hello) else None)
    with pytest.raises(AppTooOld):
        anna.sync()
    assert states(anna) == ["acked"]


def test_a_revoked_device_keeps_what_it_has_not_delivered(server: ModelServer, anna: Computer) -> None:
    write_note(anna, KIM, "Vi talte om butikken.")
    server.books.devices[str(anna.device)].revoked = True
    with pytest.raises(DeviceRevoked):
        anna.sync()
    assert states(anna) == ["sent"]  # it went with the greeting, and waits


def test_another_server_gets_no_name(server: ModelServer, anna: Computer) -> None:
    asked: list[asks.Request] = []

    def foreign(_: str, request: asks.Request) -> asks.Reply | None:
        asked.append(request)
        return messages.Beacon(n="", server="another", zone="lan", time="2026-11-23T08:00:00.000Z")

    answered(server, foreign)
    with pytest.raises(NotOnNetwork, match="foreign-server"):
        anna.sync()
    assert asked == [asks.Beacon()]


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("device-revoked", 403, DeviceRevoked),
        ("wrong-zone", 403, NotOnNetwork),
        ("app-too-old", 426, AppTooOld),
        ("busy", 503, ServerUnavailable),
        ("wrong-feed", 403, ServerRefused),
    ],
)
def test_each_refusal_has_its_error(code: str, status: int, kind: type[FeltjournalError]) -> None:
    assert type(as_error(problem(code, status))) is kind


@pytest.mark.parametrize(
    ("wanted", "have", "is_newer"),
    [("0.2", "0.1.9", True), ("0.1.0", "0.1.0", False), ("0.9", "0.10", False)],
)
def test_versions_are_compared_by_number(wanted: str, have: str, is_newer: bool) -> None:  # noqa: FBT001
    assert newer(wanted, have) is is_newer


def test_a_receipt_for_nothing_is_no_receipt() -> None:
    check_receipts([], messages.Pushed(results=[], device_q=0, received_at=""))
