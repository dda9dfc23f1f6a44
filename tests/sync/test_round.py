"""The round's rules one by one, against the model jobcenter."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.records import EMPLOYER, PARTICIPANT
from app.errors import (
    AppTooOld,
    DeviceRevoked,
    FeltjournalError,
    NotOnNetwork,
    ServerRefused,
    ServerUnavailable,
)
from app.protocol import canonical, messages, operation
from app.store import journal, outbox, records, sync_state
from app.store.records import Case
from app.store.tables import employer, note, rec, unread
from app.sync import asks
from app.sync.disk import VaultDisk
from app.sync.round import Tally, as_error, check_receipts, newer, session
from tests.sync.model import HELD, Computer, ModelServer, Row, problem
from tests.sync.test_model import CASES, FIRM, cleared, write_note

KIM = CASES[0]


@pytest.fixture
def server() -> ModelServer:
    made = ModelServer()
    made.give(KIM, "anna")
    return made


@pytest.fixture
def anna(server: ModelServer) -> Iterator[Computer]:
    made = Computer(server, "anna")
    made.sync()
    yield made
    made.vault.close()


@pytest.fixture
def bo(server: ModelServer) -> Iterator[Computer]:
    """A colleague with the same participant."""
    server.give(KIM, "bo")
    made = Computer(server, "bo")
    made.sync()
    yield made
    made.vault.close()


def states(computer: Computer) -> list[str]:
    with computer.vault.read() as tx:
        return [op.state for op in outbox.in_state(tx, "pending", "sent", "acked", "held", "parked")]


def aside(computer: Computer) -> list[tuple[str, str]]:
    with computer.vault.read() as tx:
        return [(row.reason, row.p) for row in tx.execute(sa.select(unread))]


def ids(computer: Computer) -> set[UUID]:
    with computer.vault.read() as tx:
        return set(tx.execute(sa.select(note.c.id)).scalars())


def answered(server: ModelServer, how: Callable[[str, asks.Request], asks.Reply | None]) -> None:
    """Let `how` answer instead of the server, where it does."""
    honest = server.answer

    def answer(dev: str, request: asks.Request) -> asks.Reply:
        found = how(dev, request)
        return honest(dev, request) if found is None else found

    server.answer = answer  # type: ignore[method-assign]


def on_push(reply: asks.Reply) -> Callable[[str, asks.Request], asks.Reply | None]:
    return lambda _, request: reply if isinstance(request, asks.Push) else None


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
    [op] = _waiting(anna)
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
    [op] = _waiting(anna)
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
def test_a_server_that_holds_other_operations_of_ours_means_a_copied_computer(
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
    with pytest.raises(ServerRefused, match="device-fork"):
        anna.sync()
    assert states(anna) == ["acked", "pending"]


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


# --- what comes in ----------------------------------------------------------------------------------------------


def test_a_change_with_a_bad_signature_is_reported_and_not_applied(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    bad = write_note(bo, KIM, "Vi talte om butikken.")
    good = write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    server.books.rows[0].s = base64.b64encode(bytes(64)).decode()
    assert anna.sync().set_aside == 1
    assert aside(anna) == [("signature", "")]
    assert ids(anna) & {bad, good} == {good}


def test_a_writer_whose_key_nobody_knows_is_not_believed(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    honest = server.answer

    def nameless(_: str, request: asks.Request) -> asks.Reply | None:
        reply = honest(str(anna.device), request)
        return msgspec.structs.replace(reply, devices=[]) if isinstance(reply, messages.Page) else reply

    answered(server, nameless)
    anna.sync()
    assert aside(anna) == [("signature", "")]


def test_a_device_cannot_get_a_new_key_later(server: ModelServer, anna: Computer, bo: Computer) -> None:
    write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    anna.sync()
    stranger = Computer(server, "mia")
    p, s = _signed_by(stranger, bo, {})
    server.books.devices[str(bo.device)].key = base64.b64encode(stranger.vault.public_key).decode()
    _feed(server, bo, p, s, None)
    anna.sync()
    assert aside(anna) == [("signature", "")]
    stranger.vault.close()


@pytest.mark.parametrize("change", [{"k": "case.merge"}, {"sch": operation.SCHEMA + 1}, {"v": 2}], ids=str)
def test_what_a_newer_program_wrote_is_kept_and_read_when_this_one_can(
    server: ModelServer, anna: Computer, bo: Computer, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]
) -> None:
    p, s = _signed_by(bo, bo, _patch_body({"cvr": "11111111"}), **change)
    _feed(server, bo, p, s, {"set": {"cvr": "11111111"}, "conflicts": []})
    assert anna.sync().set_aside == 1
    assert aside(anna) == [("newer", p)]
    anna.sync()
    assert aside(anna) == [("newer", p)]
    if "sch" in change:
        monkeypatch.setattr(operation, "SCHEMA", operation.SCHEMA + 1)
        anna.sync()
        assert aside(anna) == []
        assert cvr(anna) == "11111111"


@pytest.mark.parametrize("newer_too", [False, True])
def test_a_refused_text_from_outside_is_not_stored(
    server: ModelServer,
    anna: Computer,
    bo: Computer,
    newer_too: bool,  # noqa: FBT001
) -> None:
    body = _patch_body({"name": "Diagnosen er F20.0 paranoid skizofreni"})
    more = {"sch": operation.SCHEMA + 1} if newer_too else {}
    p, s = _signed_by(bo, bo, body, **more)
    _feed(server, bo, p, s, {"set": body["set"], "conflicts": []})
    anna.sync()
    [(reason, text)] = aside(anna)
    assert (reason, text) == ("newer" if newer_too else "guard", "")
    with anna.vault.read() as tx:
        tables = tx.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
        for name in tables:
            rows = tx.exec_driver_sql(f'SELECT * FROM "{name}"').all()  # noqa: S608
            assert not [row for row in rows if "F20" in str(row)], name


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"type": "employer", "rec": "nobody", "set": {}, "base": {}, "base_rev": 0},
        {"type": "appointment", "rec": str(FIRM), "set": {"starts_at": "soon"}, "base": {}, "base_rev": 0},
    ],
    ids=["empty", "no record", "no time"],
)
def test_a_misshapen_change_is_set_aside_and_the_rest_comes(
    server: ModelServer, anna: Computer, bo: Computer, body: dict[str, Any]
) -> None:
    p, s = _signed_by(bo, bo, body)
    _feed(server, bo, p, s, None)
    server.books.devices[str(bo.device)].hashes.append(canonical.digest(p))
    assert anna.sync().set_aside == 1
    assert aside(anna) == [("shape", "")]
    with anna.vault.read() as tx:
        assert sync_state.get(tx).rev == 1


def test_a_page_whose_links_do_not_join_is_not_taken(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    for _ in range(2):
        write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    server.books.rows[0] = replace_text(server.books.rows[0])
    with pytest.raises(ServerRefused, match="broken-chain"):
        anna.sync()
    assert not ids(anna)
    with anna.vault.read() as tx:
        assert sync_state.get(tx).rev == 0


def test_a_page_that_stands_still_ends_the_round(server: ModelServer, anna: Computer, bo: Computer) -> None:
    write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    still = messages.Page(changes=[], devices=[], rev=0, chain=canonical.START, epoch="e1", head=9, more=True)
    answered(server, lambda _, request: still if isinstance(request, asks.Changes) else None)
    with pytest.raises(ServerRefused, match="page-stands-still"):
        anna.sync()


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
    assert states(anna) == ["pending"]


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


# --- a case that is filled in late ------------------------------------------------------------------------------


def test_a_case_half_filled_in_is_never_written_over_unseen(server: ModelServer, anna: Computer) -> None:
    other = CASES[1]
    bo = Computer(server, "bo")
    server.give(other, "bo")
    bo.sync()
    with bo.vault.begin() as tx:
        for phase in ("engaged", "job_search"):
            records.write(
                tx,
                PARTICIPANT,
                other,
                {"phase": phase},
                case=Case(cand=other),
                now=bo.now(),
                sign=bo.vault.sign,
            )
    for _ in range(4):
        write_note(bo, other, "Vi talte om butikken.")
    bo.sync()
    server.give(other, "anna")
    with bo.vault.begin() as tx:
        records.write(
            tx,
            PARTICIPANT,
            other,
            {"name": cleared("Kim")},
            case=Case(cand=other),
            now=bo.now(),
            sign=bo.vault.sign,
        )
    bo.sync()
    server.page = 1
    steps = session(VaultDisk(anna.vault, server.home, anna.now()), anna.now(), Tally())
    request = next(steps)
    while not isinstance(request, asks.Backfill):
        request = steps.send(server.answer(str(anna.device), request))
    steps.send(server.answer(str(anna.device), request))  # the first of the old changes: `engaged`
    steps.close()
    with anna.vault.begin() as tx:
        records.write(
            tx,
            PARTICIPANT,
            other,
            {"phase": "closed"},
            case=Case(cand=other),
            now=anna.now(),
            sign=anna.vault.sign,
        )
    server.page = 3
    anna.sync()
    assert not server.overwritten
    with anna.vault.read() as tx:
        [asked] = sync_state.conflicts(tx)
        assert (asked.field, asked.mine, asked.theirs) == ("phase", "closed", "job_search")
    bo.vault.close()


def patch(computer: Computer, values: dict[str, Any]) -> None:
    with computer.vault.begin() as tx:
        records.write(tx, EMPLOYER, FIRM, values, case=Case(), now=computer.now(), sign=computer.vault.sign)


def cvr(computer: Computer) -> str | None:
    with computer.vault.read() as tx:
        return tx.execute(sa.select(employer.c.cvr).where(employer.c.id == FIRM)).scalar_one_or_none()


def replace_text(row: Any) -> Any:
    return replace(row, p=row.p.replace("butikken", "bageriet"))


def _waiting(computer: Computer) -> tuple[outbox.Waiting, ...]:
    with computer.vault.read() as tx:
        return outbox.waiting(tx)


def _patch_body(values: dict[str, Any]) -> dict[str, Any]:
    return {"type": "employer", "rec": str(FIRM), "set": values, "base": {}, "base_rev": 0}


def _signed_by(signer: Computer, named: Computer, body: dict[str, Any], **more: Any) -> tuple[str, str]:
    """An operation as another program might have written it."""
    fields = {
        "v": 1, "id": str(records.new_id()), "k": "case.patch", "dev": str(named.device), "q": 1, "prev": canonical.START, "feed": "feed",
        "cand": None, "own": False, "at": "2026-11-23T08:00:00.000Z", "occ": None, "off": 0, "app": "9", "sch": operation.SCHEMA,
        "kept": [], "body": body,
    }  # fmt: skip
    p = canonical.dumps(fields | more)
    return p, base64.b64encode(signer.vault.sign(p.encode())).decode()


def _feed(server: ModelServer, by: Computer, p: str, s: str, eff: dict[str, Any] | None) -> None:
    rev = server.head + 1
    chain = canonical.chained(server._chain(rev - 1) or "", canonical.digest(p))
    server.books.rows.append(Row(rev, chain, str(by.device), by.person, p, s, None, False, eff))
