"""The invented jobcenter: written through the real use cases, and worth looking at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from app.domain import caseload_file
from app.domain.participant import Phase
from app.services import caseload, demo, employers, importing, journal, search, today
from app.vault.vault import Vault
from tests.journal_parts import NOW, counts, whole_text
from tests.vault_parts import new_vault


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, demo.Filled]]:
    vault = new_vault(Path(tmp_path_factory.mktemp("demo")) / "v" / ("5e" * 16))
    done = demo.fill(vault, now=NOW)
    demo.add_todays_work(vault, now=NOW)
    yield vault, done
    vault.close()


def test_the_guard_holds_nothing_of_the_demo(filled: tuple[Vault, demo.Filled]) -> None:
    assert filled[1].held == ()


def test_there_are_eighteen_months_of_notes_and_no_two_read_the_same(
    filled: tuple[Vault, demo.Filled],
) -> None:
    vault, done = filled
    with vault.read() as tx:
        read = tx.exec_driver_sql(
            "SELECT facts, own_view, assessment, agreements, happened_at FROM note"
        ).all()
    assert 550 <= done.notes <= 700
    assert len({tuple(row)[:4] for row in read}) == len(read)
    oldest = datetime.fromisoformat(min(row.happened_at for row in read))
    assert (NOW - oldest).days > 500
    assert all("{" not in text for row in read for text in row)


def test_all_22_participants_are_there_in_their_phases(filled: tuple[Vault, demo.Filled]) -> None:
    rows = caseload.overview(filled[0], now=NOW)
    assert len(rows) == 22
    assert {row.participant.phase for row in rows} == set(Phase)
    assert 2 <= sum(row.needs_action for row in rows) <= 6
    assert len(employers.register(filled[0])) == 40


def test_the_first_page_looks_like_a_working_day(filled: tuple[Vault, demo.Filled]) -> None:
    seen = today.today(filled[0], now=NOW)
    assert [row.appointment.title for row in seen.appointments] == [
        "Ring til Bageri Juhl",
        "Opfølgning på arbejdsplads",
        "Teammøde på klinikken",
    ]
    assert [(row.participant.name, row.days) for row in seen.no_contact] == [
        ("Jonas Bak", 21),
        ("Amira Holm", 14),
    ]
    assert "Peter Nygaard" in [due.participant for due in seen.follow_ups]
    assert [row.draft.held for row in seen.drafts] == [1]
    assert (seen.name, seen.left) == ("Mette Lund", ())


def test_what_the_draft_may_not_hold_is_nowhere(filled: tuple[Vault, demo.Filled]) -> None:
    assert "sertralin" not in whole_text(filled[0]).casefold()


def test_some_notes_were_corrected_and_everything_is_found(filled: tuple[Vault, demo.Filled]) -> None:
    vault = filled[0]
    entries = [
        e
        for row in caseload.overview(vault, now=NOW)
        for e in journal.timeline(vault, row.participant.id, now=NOW)
    ]
    assert sum(bool(entry.earlier) for entry in entries) >= 8
    assert len(search.find(vault, "prøvedag").notes) == 8


def test_the_same_seed_tells_the_same_story() -> None:
    one, other = (
        [pen.note(who, "search", NOW, week=9) for who in demo._personas() if who.weeks for _ in range(3)]
        for pen in (demo._pen(Random(5)), demo._pen(Random(5)))  # noqa: S311
    )
    assert one == other


def test_a_caseload_loaded_before_gets_its_history_on_a_sunday_night_too(vault: Vault) -> None:
    day = datetime(2027, 1, 3, 22, 0, tzinfo=UTC)
    done = importing.import_caseload(vault, demo.caseload_csv(day), now=day)
    assert done.created == 22
    assert demo.fill(vault, now=day).notes > 500
    demo.add_todays_work(vault, now=day)
    assert counts(vault)["participant"] == 22
    with vault.read() as tx:
        future = tx.exec_driver_sql("SELECT count(*) FROM note WHERE happened_at > written_at").scalar()
    assert future == 0


def test_the_file_names_the_consultant_of_every_participant() -> None:
    rows = caseload_file.parse(demo.caseload_csv(NOW)).rows
    assert {str(row.values["consultant"]) for row in rows} == {"Mette Lund"}
