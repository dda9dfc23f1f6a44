"""Revisions that come out of order, late, or only in part: what is seen is always the newest that is known."""

from __future__ import annotations

import contextlib
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.domain.records import EMPLOYER, PARTICIPANT
from app.errors import ServerUnavailable
from app.store import records, sync_state
from app.store.records import Case
from app.store.tables import participant
from app.sync import asks
from app.sync.disk import VaultDisk
from app.sync.round import Tally, session
from tests.sync.model import HELD, Computer, ModelServer, Weather
from tests.sync.rounds import anna, aside, bo, cvr, ids, patch, server
from tests.sync.test_model import CASES, FIRM, cleared, write_note

__all__ = ["anna", "bo", "server"]

OTHER = CASES[1]


@pytest.fixture
def other(server: ModelServer, bo: Computer) -> UUID:
    """A participant of Bo's that Anna does not have yet, with a history."""
    server.give(OTHER, "bo")
    bo.sync()
    return OTHER


def move(computer: Computer, cand: UUID, phase: str) -> None:
    with computer.vault.begin() as tx:
        records.write(
            tx, PARTICIPANT, cand, {"phase": phase}, case=Case(cand=cand), now=computer.now(), sign=computer.vault.sign
        )  # fmt: skip


def phase(computer: Computer, cand: UUID) -> str | None:
    with computer.vault.read() as tx:
        query = sa.select(participant.c.phase).where(participant.c.id == cand)
        return tx.execute(query).scalar_one_or_none()


def test_an_older_part_filled_in_later_never_covers_what_is_newer(
    server: ModelServer, anna: Computer, bo: Computer, other: UUID
) -> None:
    move(bo, other, "engaged")
    bo.sync()
    server.give(other, "anna")
    move(bo, other, "job_search")
    bo.sync()
    anna.sync()  # the newer by the pages, then the older by filling in
    assert phase(anna, other) == "job_search"


def test_a_case_that_joins_brings_its_whole_history(
    server: ModelServer, anna: Computer, bo: Computer, other: UUID
) -> None:
    old = {write_note(bo, other, "Vi talte om butikken.") for _ in range(5)}
    bo.sync()
    server.give(other, "anna")
    new = write_note(bo, other, "Vi talte om butikken.")
    bo.sync()
    anna.sync()
    assert ids(anna) == old | {new}
    with anna.vault.read() as tx:
        assert sync_state.scoped(tx)[other].filled is None


def test_a_case_given_while_a_round_reads_the_pages_loses_nothing(
    server: ModelServer, anna: Computer, bo: Computer, other: UUID
) -> None:
    """The page passes a change of a case that this round's scope did not name yet."""
    first = write_note(bo, other, "Vi talte om butikken.")
    bo.sync()
    patch(bo, {"cvr": "11111111"})
    bo.sync()
    steps = session(VaultDisk(anna.vault, server.home, anna.now()), anna.now(), Tally())
    request = next(steps)
    while not isinstance(request, asks.Changes):
        request = steps.send(server.answer(str(anna.device), request))
    server.give(other, "anna")
    second = write_note(bo, other, "Vi talte om butikken.")
    bo.sync()
    with contextlib.suppress(StopIteration):
        while True:
            request = steps.send(server.answer(str(anna.device), request))
    with anna.vault.read() as tx:
        assert sync_state.get(tx).rev == server.head
    anna.sync()
    assert ids(anna) == {first, second}


def test_what_one_wrote_stays_in_sight_until_its_own_revision_is_pulled(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    server.page = 1
    with bo.vault.begin() as tx:
        values = {"name": cleared("Bageriet")}
        records.write(tx, EMPLOYER, FIRM, values, case=Case(), now=bo.now(), sign=bo.vault.sign)
    bo.sync()
    patch(anna, {"cvr": "22222222"})
    with pytest.raises(ServerUnavailable):
        anna.sync(Weather(cut=5))  # beacon, hello, push, scope, the page with Bo's change
    with anna.vault.read() as tx:
        assert sync_state.get(tx).rev == 1
        assert not tx.exec_driver_sql("SELECT count(*) FROM outbox WHERE state <> 'acked'").scalar_one()
    assert cvr(anna) == "22222222"
    anna.sync()
    assert cvr(anna) == "22222222"


def test_a_feed_read_anew_is_whole_also_where_delivered_texts_are_gone(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    """Found by the model: a change was set aside because an older one of ours on the record had no text left."""
    for value in ("11111111", "22222222"):
        patch(anna, {"cvr": value})
        anna.sync()
    backup = server.backup()
    anna.sync()  # the backup holds both, so their texts go
    write_note(bo, CASES[0], "Vi talte om butikken.")
    bo.sync()
    anna.sync()
    server.restore(backup)
    anna.sync()
    assert aside(anna) == []
    assert cvr(anna) == "22222222"
    with anna.vault.read() as tx:
        assert not sync_state.get(tx).rebuild


def test_a_change_on_top_of_ones_own_claims_to_have_seen_no_more_than_that_one(
    server: ModelServer, anna: Computer, bo: Computer
) -> None:
    """Found by the model: her own waiting value hid the colleague's, and her next change replaced it unseen."""
    patch(anna, {"cvr": "22222222"})
    patch(bo, {"cvr": "11111111"})
    bo.sync()
    server.page = 1
    patch(bo, {"branch": cleared("Bageri")})
    bo.sync()
    with pytest.raises(ServerUnavailable):
        anna.sync(
            Weather(cut=6)
        )  # her value is a conflict at the server; two of Bo's changes are pulled, hers is not
    assert cvr(anna) == "22222222"
    patch(anna, {"cvr": "33333333"})
    anna.sync()
    assert not server.overwritten
    assert cvr(anna) == "11111111"
    with anna.vault.read() as tx:
        assert [c.mine for c in sync_state.conflicts(tx)] == ["22222222", "33333333"]


def test_a_case_that_left_and_waits_for_its_writer_holds_up_no_other(
    server: ModelServer, anna: Computer, other: UUID, bo: Computer
) -> None:
    """Found by the model: after a restore its half-filled row kept what the server had lost from being taken back."""
    backup = server.backup()
    server.give(other, "anna")
    move(bo, other, "engaged")
    bo.sync()
    anna.sync()
    held = write_note(anna, other, f"Dette er {HELD}.")
    patch(bo, {"cvr": "11111111"})
    bo.sync()
    anna.sync()
    assert cvr(anna) == "11111111"
    server.take(other, "anna")
    server.restore(backup)
    anna.sync()
    with anna.vault.read() as tx:
        assert not sync_state.get(tx).rebuild
        assert not [one for one in sync_state.scoped(tx).values() if one.filled is not None]
    assert cvr(anna) is None  # lost at the server, until Bo sends it again
    assert held in ids(anna)
    assert phase(anna, other) == "engaged"  # whose it is can still be read
