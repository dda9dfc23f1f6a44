"""Two computers and one jobcenter, all real: what one writes the other has."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.services import search, sync
from app.store import caseload, journal
from server import db
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant


@pytest.fixture
def pair(office: Jobcenter, tmp_path: Path) -> tuple[Consultant, Consultant]:
    """Two computers of one person, which have what concerns the whole jobcenter: other tests write that too."""
    person = f"bo-{uuid.uuid4().hex[:8]}"
    first, second = Consultant.new(tmp_path / "first"), Consultant.new(tmp_path / "second")
    for computer in (first, second):
        computer.enrol(office, person, "Bo Prøve")
        assert computer.sync().stopped is None
    second.participant = first.take_on("Kim Prøve")
    return first, second


@pytest.fixture(autouse=True)
def closed(pair: tuple[Consultant, Consultant]):  # type: ignore[no-untyped-def]
    yield
    for computer in pair:
        computer.vault.close()


def test_a_note_written_offline_is_found_on_the_other_computer(pair: tuple[Consultant, Consultant]) -> None:
    first, second = pair
    written = first.note("Vi talte om bageriet på torvet.")
    assert first.status.waiting == 2
    assert not first.status.all_sent
    done = first.sync()
    assert (done.stopped, done.sent) == (None, 2)
    assert first.status.all_sent
    got = second.sync()
    assert (got.stopped, got.received) == (None, 2)
    me, before = _me(second), _before(first)
    with second.vault.read() as tx:
        note = journal.get(tx, written)
        assert note is not None
        assert (note.facts, note.rev, note.author) == (
            "Vi talte om bageriet på torvet.",
            2 + before,
            me,
        )
        kim = caseload.get(tx, first.participant)
        assert kim is not None
        assert kim.name == "Kim Prøve"
    assert [hit.id for hit in search.find(second.vault, "bageri").notes if hit.id == written]


def test_a_round_with_nothing_new_changes_nothing(pair: tuple[Consultant, Consultant]) -> None:
    first, _ = pair
    first.sync()
    again = first.sync()
    assert (again.stopped, again.sent, again.received, again.changes) == (None, 0, 0, frozenset())


def test_two_answers_to_one_question_become_a_question_to_a_person(
    pair: tuple[Consultant, Consultant],
) -> None:
    first, second = pair
    first.sync()
    second.sync()
    first.move_to("job_search")
    second.move_to("employed")
    assert first.sync().conflicts == 0
    assert second.sync().conflicts == 1
    for computer in pair:
        computer.sync()
        [asked] = sync.disagreements(computer.vault)
        assert (asked.field, asked.wanted, asked.stands) == ("phase", "employed", "job_search")
        with computer.vault.read() as tx:
            kim = caseload.get(tx, first.participant)
            assert kim is not None
            assert kim.phase == "job_search"
    second.move_to("employed")  # having seen both
    second.sync()
    first.sync()
    assert not sync.disagreements(first.vault)
    assert not sync.disagreements(second.vault)


def test_a_colleague_gets_nothing_of_a_participant_that_is_not_theirs(
    pair: tuple[Consultant, Consultant], office: Jobcenter, tmp_path: Path
) -> None:
    first, _ = pair
    first.note("Vi talte om butikken.")
    first.sync()
    stranger = Consultant.new(tmp_path / "stranger")
    stranger.enrol(office, f"mia-{uuid.uuid4().hex[:8]}", "Mia Prøve")
    assert stranger.sync().stopped is None
    assert not stranger.notes()
    with stranger.vault.read() as tx:
        assert caseload.get(tx, first.participant) is None
    stranger.vault.close()


def test_a_participant_who_leaves_takes_every_word_along_and_comes_back_whole(
    pair: tuple[Consultant, Consultant], office: Jobcenter
) -> None:
    first, _ = pair
    notes = {first.note(f"Kanariefugl nummer {n}.") for n in range(3)}
    first.sync()
    _membership(office, first, upto_rev=0)
    last = first.note("Kanariefugl efter farvel.")
    done = first.sync()
    assert (done.stopped, done.purged) == (None, 1)
    assert not first.notes()
    assert set(_texts_with(first, "anariefugl")) == {"outbox"}  # until the server's backup holds it
    _back_up(office)
    first.sync()
    assert not _texts_with(first, "anariefugl")
    _membership(office, first, upto_rev=None)
    first.sync()
    assert first.notes() >= notes
    assert last not in first.unsent()


def test_a_draft_keeps_a_participant_until_it_is_finished(
    pair: tuple[Consultant, Consultant], office: Jobcenter
) -> None:
    first, _ = pair
    first.note("Vi talte om butikken.")
    first.sync()
    with first.vault.begin() as tx:
        tx.exec_driver_sql(
            "INSERT INTO draft VALUES ('00000000000000000000000000000007', ?, 'meeting', '', NULL, NULL, NULL,"
            " 'observed', 'Halvt skrevet', '', '', '', NULL, 0, '2026-11-23T08:00:00.000Z')",
            (first.participant.hex,),
        )
    _membership(office, first, upto_rev=0)
    assert first.sync().purged == 0
    assert first.notes()
    with first.vault.begin() as tx:
        tx.exec_driver_sql("DELETE FROM draft")
    assert first.sync().purged == 1
    assert not first.notes()


def _membership(office: Jobcenter, consultant: Consultant, *, upto_rev: int | None) -> None:
    engine = db.engine(office.database)
    with engine.begin() as tx:
        member = db.membership.c
        tx.execute(
            sa.update(db.membership)
            .where(member.cand == consultant.participant, member.person == _me(consultant))
            .values(upto_rev=upto_rev, ended_at=None)
        )
    engine.dispose()


def _back_up(office: Jobcenter) -> None:
    """As the server's backup procedure says that it holds everything."""
    engine = db.engine(office.database)
    with engine.begin() as tx:
        tx.execute(sa.update(db.feed).values(backup_rev=db.feed.c.head))
    engine.dispose()


def _texts_with(consultant: Consultant, word: str) -> list[str]:
    """Every table of the decrypted file that holds the word, and the search index."""
    found = []
    with consultant.vault.read() as tx:
        tables = tx.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
        for name in tables:
            rows = tx.exec_driver_sql(f'SELECT * FROM "{name}"').all()  # noqa: S608
            found += [
                name for row in rows if word in str(tuple(row)) or word.encode() in b"".join(_blobs(row))
            ]
    return found


def _blobs(row: sa.Row[tuple[object, ...]]) -> list[bytes]:
    return [cell for cell in row if isinstance(cell, bytes)]


def _me(consultant: Consultant) -> str:
    from app.services import enrol

    return enrol.identity(consultant.vault).person


def _before(consultant: Consultant) -> int:
    """Revisions the shared jobcenter had before this consultant's first."""
    with consultant.vault.read() as tx:
        return int(tx.exec_driver_sql("SELECT min(rev) FROM outbox").scalar_one()) - 1
