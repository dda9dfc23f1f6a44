"""What makes a team leader's thousands quick never makes anything stale or different."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from app import guard
from app.domain import participant as words
from app.domain.calendar import AppointmentKind
from app.domain.journal import Note, NoteKind, Place, SourceOf
from app.domain.participant import ACTIVE, WATCHED, Participant, Phase
from app.domain.records import NOTE_TEXTS
from app.services import (
    calendar,
    caseload,
    code_lists,
    employers,
    figures,
    journal,
    leader,
)
from app.services import logs as reading
from app.services.journal import NoteFields
from app.store import caseload as store
from app.store import journal as entries
from app.store import log_rows, note_times, people, records
from app.store.tables import RECORDS
from app.store.tables import participant as table
from app.vault.vault import Vault
from tests.journal_parts import NOW, contact, employer, note, participant, saved, task
from tests.journal_parts import fields as told
from tests.vault_parts import new_vault

DENMARK = ZoneInfo("Europe/Copenhagen")
WHO = UUID("7d" * 16)
WINTER, SUMMER = datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2026, 3, 29, 1, tzinfo=UTC)


def _plan(vault: Vault, query: Callable[[sa.Connection], object]) -> str:
    """How SQLite answers every statement of a query."""
    asked: list[tuple[str, Any]] = []
    with vault.read() as tx:
        sa.event.listen(tx, "before_cursor_execute", lambda *a: asked.append((a[2], a[3])))
        query(tx)
        found = [
            row
            for sql, bound in tuple(asked)
            for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", bound)
        ]
    return "\n".join(row[-1] for row in found)


def test_the_last_conversation_and_the_time_spent_are_read_from_indexes(vault: Vault) -> None:
    """Half of a second at a hundred thousand notes: a condition that is spelt otherwise than the index's misses it."""
    note(vault, participant(vault), minutes=45)
    everybody = _plan(
        vault, lambda tx: (store.last_contacts(tx), store.shares(tx, before=NOW, day=NOW.date()))
    )
    assert everybody.count("note_talk") == 2, everybody
    assert "note_spent" in _plan(vault, lambda tx: tuple(note_times.by_day(tx, DENMARK, "")))


def test_a_participants_fields_stand_in_the_order_of_the_columns() -> None:
    assert [field.name for field in fields(Participant)] == list(table.c.keys())


@pytest.fixture(scope="module")
def module_vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    made = new_vault(Path(tmp_path_factory.mktemp("days")) / "v" / ("7d" * 16))
    yield made
    made.close()


@given(
    st.lists(
        st.tuples(
            st.sampled_from((SUMMER, WINTER)), st.integers(-3000, 3000), st.sampled_from([None, *Place]),
            st.integers(1, 200), st.booleans(),
        ),
        max_size=8,
    )
)  # fmt: skip
@settings(max_examples=25, deadline=None)
def test_a_days_notes_as_one_row_count_as_the_notes_do(
    module_vault: Vault, drawn: list[tuple[datetime, int, Place | None, int, bool]]
) -> None:
    """Also around the nights when the clock is changed, and where one note corrects another."""
    plain = guard.clear("Talte om job i et bageri.")
    assert isinstance(plain, guard.ClearedText)
    none = guard.clear("")
    assert isinstance(none, guard.ClearedText)
    texts = dict.fromkeys(NOTE_TEXTS, none) | {"title": plain, "facts": plain}
    before: UUID | None = None
    with module_vault.begin() as tx:
        tx.exec_driver_sql("DELETE FROM note")
        for begin, ahead, place, minutes, corrects in drawn:
            at = begin + timedelta(minutes=ahead)
            id = records.new_id()
            entry = Note(
                id=id, participant=WHO, kind=NoteKind.MEETING, happened_at=at, minutes=minutes, place=place,
                source=SourceOf.OBSERVED, written_at=at, author="", corrects=before if corrects else None,
                title=plain.text, facts=plain.text, own_view="", assessment="", agreements="",
            )  # fmt: skip
            entries.insert(tx, entry, texts=texts)
            before = id
    for zone in (DENMARK, None, ZoneInfo("Asia/Kathmandu")):
        with module_vault.read() as tx:
            each, days = (tuple(kind(tx, zone, "me")) for kind in (note_times.each, note_times.by_day))
        spent, rows = Counter[Any](), Counter[Any]()
        for row in each:
            spent[row.on, row.by, row.place] += row.minutes
            rows[row.on, row.by, row.place] += 1
        for row in days:  # on the day the clock is changed there are two, one by each clock
            spent[row.on, row.by, row.place] -= row.minutes
            rows[row.on, row.by, row.place] -= row.rows
        assert not any(spent.values())
        assert not any(rows.values())
        assert len(days) <= len({(r.on, r.by, r.place) for r in days}) + 2


def _again(written: Note, minutes: int) -> NoteFields:
    return replace(
        told(written.participant), happened_at=written.happened_at, minutes=minutes, place=written.place
    )


def test_the_leaders_card_counts_as_the_list_does(vault: Vault) -> None:
    """Quiet is quiet on the day the list says so, an hour after midnight and an hour before it."""
    with vault.begin() as tx:
        people.introduce(tx, name="Lis Leder", role="leader")
    for n, phase in enumerate(Phase):
        for days in (12, 13, 14, 15):
            whose = participant(
                vault, f"Prøve {n}", phase=phase.value, consultant="abc"[n % 3],
                ips_start=NOW.date() - timedelta(days=days),
            )  # fmt: skip
            if n % 2:
                note(
                    vault, whose, happened_at=(NOW - timedelta(days=days)).replace(hour=1 + 22 * (n % 4 == 1))
                )
            if n % 5 == 0:
                meeting: dict[str, Any] = {
                    "kind": AppointmentKind.MEETING,
                    "title": "Samtale",
                    "participant": whose,
                }
                at = NOW - timedelta(days=days - 1)
                calendar.hold_appointment(
                    vault,
                    saved(calendar.create_appointment(vault, starts_at=at, now=NOW, **meeting)),
                    now=NOW,
                )
    with vault.read() as tx:
        last = store.last_contacts(tx)
        rows = [words.row(one, last.get(one.id), None, NOW) for one in store.all(tx)]
    view = leader.view(vault, now=NOW)
    assert view is not None
    for one in view.consultants:
        mine = [row for row in rows if row.participant.consultant == one.person]
        assert one.active == sum(row.participant.phase in ACTIVE for row in mine)
        assert one.on_hold == sum(row.participant.phase is Phase.ON_HOLD for row in mine)
        assert one.late == sum(row.late for row in mine)
    assert sum(one.late for one in view.consultants) > len(WATCHED)


@pytest.mark.parametrize("passing", ["looked at", "a task", "a draft"])
def test_looking_at_a_case_does_not_make_the_figures_be_counted_anew(vault: Vault, passing: str) -> None:
    amira = participant(vault)
    before = reading.read(vault, now=NOW)
    if passing == "looked at":
        caseload.open_participant(vault, amira, now=NOW)
    elif passing == "a task":
        task(vault, amira)
    else:
        journal.save_draft(vault, note=told(amira), now=NOW)
    assert reading.read(vault, now=NOW) is before


def test_no_table_that_is_passed_over_is_read_for_a_figure(vault: Vault) -> None:
    asked: list[str] = []
    with vault.read() as tx:
        sa.event.listen(tx, "before_cursor_execute", lambda *a: asked.append(a[2]))
        me = people.me(tx).person
        days = lambda: note_times.by_day(tx, DENMARK, me)  # noqa: E731
        log_rows.read(tx, zone=DENMARK, today=NOW.date(), lists=lambda: code_lists.read(tx), of_notes=days)
        people.names(tx)
    read = {name for sql in asked for name in re.findall(r"(?:FROM|JOIN) (\w+)", sql)}
    assert {"note", "participant", "time_entry"} <= read
    assert not read & reading.UNCOUNTED


def test_each_part_of_the_rows_names_every_table_it_is_read_from(vault: Vault) -> None:
    """It is read again when one of those changes, and only then."""
    asked: list[str] = []
    parts: list[str] = []
    note(vault, participant(vault), minutes=45)

    def keep(what: str, kinds: frozenset[str], make: Callable[[], Any]) -> Any:
        asked.clear()
        made = make()
        read = {name for sql in asked for name in re.findall(r"(?:FROM|JOIN) (\w+)", sql)}
        assert read <= {RECORDS[kind].name if kind in RECORDS else kind for kind in kinds}, what
        parts.append(what)
        return made

    with vault.read() as tx:
        sa.event.listen(tx, "before_cursor_execute", lambda *a: asked.append(a[2]))
        me = people.me(tx).person
        days, lists = lambda: note_times.by_day(tx, DENMARK, me), lambda: code_lists.read(tx)
        rows = log_rows.read(tx, zone=DENMARK, today=NOW.date(), lists=lists, of_notes=days, keep=keep)
    assert rows.times
    assert {"visits", "about", "times", "job", "support_contact", "guard_tally"} <= set(parts)


def test_what_counts_in_no_figure_makes_none_be_counted_anew(vault: Vault) -> None:
    amira = participant(vault, ips_start=date(2026, 10, 1))
    contact(vault, employer(vault), amira, minutes=30)
    before = figures.page(vault, now=NOW)
    caseload.change(vault, amira, fields={"phone": "+45 00 00 12 00"}, now=NOW)
    after = figures.page(vault, now=NOW)
    assert all(one.fact is other.fact for one, other in zip(after.figures, before.figures, strict=True))
    note(vault, amira, minutes=30, place=Place.EMPLOYER)  # minutes more, and no contact more
    later = {one.metric.id: one.fact for one in figures.page(vault, now=NOW).figures}
    held = {one.metric.id: later[one.metric.id] is one.fact for one in before.figures}
    assert (held["employers_met"], held["active_courses"], held["community_share"]) == (True, True, False)


def test_what_a_vault_remembers_goes_when_it_closes(vault: Vault) -> None:
    participant(vault)
    figures.page(vault, now=NOW)
    assert vault.memory._known
    vault.close()
    assert not vault.memory._known


def test_a_transaction_that_is_rolled_back_and_one_of_another_table_leave_what_is_remembered(
    vault: Vault,
) -> None:
    asked: list[int] = []

    def count(tx: sa.Connection) -> int:
        asked.append(1)
        return int(tx.exec_driver_sql("SELECT count(*) FROM participant").scalar_one())

    def remembered() -> int:
        return vault.remembered("n", count, apart_from=frozenset({"access"}))

    amira = participant(vault)
    assert (remembered(), remembered(), len(asked)) == (1, 1, 1)
    caseload.open_participant(vault, amira, now=NOW)
    assert (remembered(), len(asked)) == (1, 1)
    participant(vault, "Bo Bak")
    assert (remembered(), len(asked)) == (2, 2)


def test_the_employers_of_a_change_are_there_for_the_next_look(vault: Vault) -> None:
    """A row that comes by synchronisation is written in a transaction like any other."""
    reading.read(vault, now=NOW)
    firm = employer(vault)
    with vault.begin() as tx:
        tx.exec_driver_sql(
            "INSERT INTO employer_contact (id, employer, at, mode, purpose, spoke_with, about, next_step, author,"
            " reviewed_by) VALUES (?, ?, ?, 'in_person', 'learn_needs', '', '', '', '', '')",
            ("ab" * 16, firm.hex, "2026-11-20T09:00:00.000Z"),
        )
    assert len(reading.read(vault, now=NOW).logs.visits) == 1
    assert employers.register(vault)
    assert NoteKind.MEETING.value in store._TALKS
