"""What other computers wrote: believed, read and laid under one's own, or set aside."""

from __future__ import annotations

import base64
from typing import Any

import msgspec
import pytest

from app import guard
from app.domain.records import PARTICIPANT
from app.errors import (
    ServerRefused,
)
from app.protocol import canonical, messages, operation
from app.store import records, sync_state
from app.store.records import Case
from app.sync import asks
from app.sync.disk import VaultDisk
from app.sync.round import Tally, session
from tests.sync.model import Computer, ModelServer
from tests.sync.rounds import (
    KIM,
    anna,
    answered,
    aside,
    bo,
    cvr,
    feed,
    ids,
    patch_body,
    replace_text,
    server,
    signed_by,
)
from tests.sync.test_model import CASES, FIRM, cleared, write_note

__all__ = ["anna", "bo", "server"]


def vouching(server: ModelServer, by: str) -> None:
    """Whose guard the server says has read each change."""
    honest = server.answer

    def answer(dev: str, request: asks.Request) -> asks.Reply:
        reply = honest(dev, request)
        if not isinstance(reply, messages.Page):
            return reply
        changes = [msgspec.structs.replace(one, guard=by) for one in reply.changes]
        return msgspec.structs.replace(reply, changes=changes)

    server.answer = answer  # type: ignore[method-assign]


@pytest.mark.parametrize("version", ["", "0" * 64])
def test_a_word_of_another_guard_is_none(
    server: ModelServer, anna: Computer, bo: Computer, version: str
) -> None:
    vouching(server, version)
    p, s = signed_by(bo, bo, patch_body({"name": "Lægen siger, at hun har paranoid skizofreni."}))
    feed(server, bo, p, s, None)
    anna.sync()
    assert aside(anna) == [("guard", "")]


def test_what_the_servers_guard_of_this_version_has_read_is_not_read_again(
    server: ModelServer, anna: Computer, bo: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote = write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    vouching(server, guard.version())
    monkeypatch.setattr(guard, "clear", None)  # asking it would fail
    anna.sync()
    assert wrote in ids(anna)
    assert aside(anna) == []


# --- what comes in ----------------------------------------------------------------------------------------------


def test_a_change_with_a_bad_signature_is_reported_and_not_applied(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    good = write_note(bo, KIM, "Vi talte om butikken.")
    bad = write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    server.books.rows[1].s = base64.b64encode(bytes(64)).decode()
    assert anna.sync().set_aside == 1
    assert aside(anna) == [("signature", "")]
    assert ids(anna) & {bad, good} == {good}


def test_who_signed_the_next_operation_has_signed_this_one_too(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    written = {write_note(bo, KIM, "Vi talte om butikken.") for _ in range(3)}
    bo.sync()
    for row in server.books.rows[:2]:
        row.s = base64.b64encode(bytes(64)).decode()
    assert anna.sync().set_aside == 0
    assert ids(anna) >= written


def test_a_signature_speaks_for_the_very_text_before_it_and_no_other(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    """A server that lies about a text can work out its own chain anew, and not a device's."""
    bad, good = write_note(bo, KIM, "Vi talte om butikken."), write_note(bo, KIM, "Vi talte om butikken.")
    bo.sync()
    rows = server.books.rows
    rows[0] = replace_text(rows[0])
    chain = canonical.START
    for row in rows:
        chain = row.chain = canonical.chained(chain, canonical.digest(row.p))
    assert anna.sync().set_aside == 1
    assert aside(anna) == [("signature", "")]
    assert ids(anna) & {bad, good} == {good}


def test_a_signature_of_one_device_says_nothing_of_anothers_operation(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    stranger = Computer(server, "mia")
    p, _ = signed_by(stranger, stranger, patch_body({"cvr": "11111111"}))
    feed(server, bo, p, "", {"set": {"cvr": "11111111"}, "conflicts": []})
    mine, s = signed_by(bo, bo, patch_body({"cvr": "22222222"}), prev=canonical.digest(p), q=2)
    feed(server, bo, mine, s, {"set": {"cvr": "22222222"}, "conflicts": []})
    assert anna.sync().set_aside == 1
    assert cvr(anna) == "22222222"
    stranger.vault.close()


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
    p, s = signed_by(stranger, bo, {})
    server.books.devices[str(bo.device)].key = base64.b64encode(stranger.vault.public_key).decode()
    feed(server, bo, p, s, None)
    anna.sync()
    assert aside(anna) == [("signature", "")]
    stranger.vault.close()


@pytest.mark.parametrize("change", [{"k": "case.merge"}, {"sch": operation.SCHEMA + 1}, {"v": 2}], ids=str)
def test_what_a_newer_program_wrote_is_kept_and_read_when_this_one_can(
    server: ModelServer, anna: Computer, bo: Computer, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]
) -> None:
    p, s = signed_by(bo, bo, patch_body({"cvr": "11111111"}), **change)
    feed(server, bo, p, s, {"set": {"cvr": "11111111"}, "conflicts": []})
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
    body = patch_body({"name": "Diagnosen er F20.0 paranoid skizofreni"})
    more = {"sch": operation.SCHEMA + 1} if newer_too else {}
    p, s = signed_by(bo, bo, body, **more)
    feed(server, bo, p, s, {"set": body["set"], "conflicts": []})
    anna.sync()
    [(reason, text)] = aside(anna)
    assert (reason, text) == ("newer" if newer_too else "guard", "")
    with anna.vault.read() as tx:
        tables = tx.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
        for name in tables:
            rows = tx.exec_driver_sql(f'SELECT * FROM "{name}"').all()  # noqa: S608
            assert not [row for row in rows if "F20.0" in str(row)], name


def test_a_refused_note_from_outside_is_not_stored(server: ModelServer, anna: Computer, bo: Computer) -> None:
    id = records.new_id()
    body = {
        "id": str(id), "participant": str(KIM), "kind": "meeting", "title": "Samtale om job",
        "happened_at": "2026-11-23T08:00:00.000Z", "minutes": None, "place": None, "source": "observed",
        "facts": "Diagnosen er F20.0 paranoid skizofreni", "own_view": "", "assessment": "", "agreements": "",
        "written_at": "2026-11-23T08:00:00.000Z", "author": "bo", "corrects": None,
    }  # fmt: skip
    p, s = signed_by(bo, bo, body, k="journal.append", id=str(id), cand=str(KIM))
    feed(server, bo, p, s, None)
    anna.sync()
    assert aside(anna) == [("guard", "")]
    assert id not in ids(anna)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"type": "employer", "rec": "nobody", "set": {}, "base": {}, "base_rev": 0},
        {"type": "appointment", "rec": str(FIRM), "set": {"starts_at": "soon"}, "base": {}, "base_rev": 0},
        {"type": "appointment", "rec": str(FIRM), "set": {"starts_at": "0001-01-01T00:00:00+14:00"}, "base": {}, "base_rev": 0},
        {"type": "time_entry", "rec": str(FIRM), "set": {"minutes": 2**64}, "base": {}, "base_rev": 0},
        {"type": "employer", "rec": str(FIRM), "set": {"name": "Bageren"}, "base": {}, "base_rev": 2**64},
    ],
    ids=["empty", "no record", "no time", "no day by our clocks", "no number of a database", "no revision"],
)  # fmt: skip
def test_a_misshapen_change_is_set_aside_and_the_rest_comes(
    server: ModelServer, anna: Computer, bo: Computer, body: dict[str, Any]
) -> None:
    p, s = signed_by(bo, bo, body)
    feed(server, bo, p, s, None)
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
