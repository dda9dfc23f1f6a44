"""Notes: what enters the journal, what is stopped at its door, and how a mistake is put right."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import AppointmentKind
from app.domain.changes import Topic
from app.domain.journal import (
    TEXT_MAX,
    TITLE_MAX,
    TITLE_MIN,
    EntryKind,
    Note,
    NoteKind,
    Place,
    SourceOf,
    from_body,
    to_body,
)
from app.protocol import canonical, operation
from app.services import authority, calendar, caseload, journal
from app.services.door import Held, Invalid
from app.store import journal as rows
from app.store import outbox, search
from app.vault.vault import Vault
from tests.journal_parts import (
    NOW,
    REFUSED,
    SENTINEL,
    WARNED,
    contact,
    counts,
    employer,
    fields,
    note,
    participant,
    saved,
    task,
    whole_text,
)


def test_a_note_is_stored_as_it_was_written_and_queued_with_it(vault: Vault) -> None:
    amira = participant(vault)
    before = counts(vault)
    outcome = journal.write_note(
        vault,
        note=fields(
            amira, minutes=45, place=Place.CLINIC, source=SourceOf.PARTICIPANT, own_view="»Gerne formiddag.«",
            assessment="Klar plan.", agreements="Vi ses fredag.",
        ),
        now=NOW,
    )  # fmt: skip
    assert isinstance(outcome, journal.Saved)
    assert outcome.changes >= {Topic.JOURNAL, Topic.OUTBOX}
    assert journal.open_note(vault, outcome.note.id, now=NOW) == outcome.note
    assert counts(vault)["outbox"] == before["outbox"] + 1
    with vault.read() as tx:
        op = outbox.waiting(tx)[-1]
    said = operation.read(op.p)
    assert (said["id"], said["k"], said["cand"]) == (
        str(outcome.note.id),
        "journal.append",
        str(amira),
    )
    assert from_body(said["body"]) == outcome.note


@pytest.mark.parametrize("field", ["title", "facts", "own_view", "assessment", "agreements"])
def test_a_refused_text_leaves_no_trace_in_the_vault(vault: Vault, field: str) -> None:
    amira = participant(vault)
    before = counts(vault)
    outcome = journal.write_note(vault, note=fields(amira, **{field: REFUSED}), now=NOW)
    assert isinstance(outcome, Held)
    assert outcome.findings.keys() == {field}
    assert counts(vault) == before
    assert SENTINEL.casefold() not in whole_text(vault).casefold()


def test_the_whole_text_would_show_what_was_stored(vault: Vault) -> None:
    note(vault, participant(vault), facts="Vi talte om Zebrahaven.")
    assert "Zebrahaven" in whole_text(vault)
    assert "zebrahaven" in whole_text(vault)


def test_a_text_to_consider_waits_until_it_is_kept(vault: Vault) -> None:
    amira = participant(vault)
    held = journal.write_note(vault, note=fields(amira, facts=WARNED), now=NOW)
    assert isinstance(held, Held)
    kept = frozenset(f.category for f in held.findings["facts"])
    outcome = journal.write_note(vault, note=fields(amira, facts=WARNED), kept=kept, now=NOW)
    assert isinstance(outcome, journal.Saved)
    with vault.read() as tx:
        assert set(operation.read(outbox.waiting(tx)[-1].p)["kept"]) == kept


def test_keeping_never_lets_a_refused_text_in(vault: Vault) -> None:
    from app.guard import CATEGORIES

    outcome = journal.write_note(
        vault, note=fields(participant(vault), facts=REFUSED), kept=frozenset(CATEGORIES), now=NOW
    )
    assert isinstance(outcome, Held)


def test_a_finding_points_into_the_text_as_it_was_given(vault: Vault) -> None:
    given_text = f"  \n {REFUSED}  "
    held = journal.write_note(vault, note=fields(participant(vault), facts=given_text), now=NOW)
    assert isinstance(held, Held)
    assert any(given_text[f.start : f.end].startswith(SENTINEL) for f in held.findings["facts"])


_WRONG: list[tuple[dict[str, Any], tuple[str, str]]] = [
    ({"title": "  "}, ("title", "missing")),
    ({"title": "x" * (TITLE_MIN - 1)}, ("title", "short")),
    ({"title": "x" * (TITLE_MAX + 1)}, ("title", "long")),
    ({"happened_at": None}, ("happened_at", "missing")),
    ({"happened_at": NOW + timedelta(minutes=6)}, ("happened_at", "future")),
    ({"minutes": -1}, ("minutes", "range")),
    ({"minutes": 24 * 60 + 1}, ("minutes", "range")),
    ({"facts": " \n "}, ("facts", "missing")),
    ({"facts": "x" * (TEXT_MAX + 1)}, ("facts", "long")),
]


@pytest.mark.parametrize(("given_fields", "expected"), _WRONG, ids=lambda v: str(v)[:40])
def test_what_is_missing_or_out_of_range_is_said_by_field(
    vault: Vault, given_fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    amira = participant(vault)
    before = counts(vault)
    outcome = journal.write_note(vault, note=fields(amira, **given_fields), now=NOW)
    assert outcome == Invalid(*expected)
    assert counts(vault) == before


def test_a_note_needs_a_participant_that_is_here(vault: Vault) -> None:
    participant(vault)
    assert journal.write_note(vault, note=fields(None), now=NOW) == Invalid("participant", "missing")
    stranger = fields(task(vault))
    assert journal.write_note(vault, note=stranger, now=NOW) == Invalid("participant", "unknown")


@pytest.mark.parametrize("length", [TITLE_MIN, TITLE_MAX])
def test_a_title_may_have_five_to_eighty_characters(vault: Vault, length: int) -> None:
    assert note(vault, participant(vault), title="x" * length).title == "x" * length


def test_a_title_is_one_line_without_blanks_around_it(vault: Vault) -> None:
    assert note(vault, participant(vault), title=" Samtale\npå klinikken ").title == "Samtale på klinikken"


def test_a_stored_note_can_never_be_changed(vault: Vault) -> None:
    written = note(vault, participant(vault))
    with pytest.raises(sa.exc.DatabaseError, match="a note is final"), vault.begin() as tx:
        tx.exec_driver_sql("UPDATE note SET facts = 'x'")
    with vault.begin() as tx:
        rows.acknowledge(tx, written.id, rev=7, received_at=NOW)
    found = journal.open_note(vault, written.id, now=NOW)
    assert found is not None
    assert (found.rev, found.facts) == (7, written.facts)


def test_a_correction_is_a_new_note_and_the_old_one_stays(vault: Vault) -> None:
    amira = participant(vault)
    first = note(vault, amira, facts="Mødtes kl. 9.")
    outcome = journal.correct(vault, first.id, note=fields(amira, facts="Mødtes kl. 10."), now=NOW)
    assert isinstance(outcome, journal.Saved)
    assert outcome.note.corrects == first.id
    old = journal.open_note(vault, first.id, now=NOW)
    assert old is not None
    assert (old.facts, old.corrected_by) == ("Mødtes kl. 9.", outcome.note.id)
    with vault.read() as tx:
        assert operation.read(outbox.waiting(tx)[-1].p)["k"] == "journal.correct"
        found = {m.id for m in search.match(tx, "mødtes", search.NOTE, limit=9)}
    assert found == {outcome.note.id}


def test_only_the_newest_version_of_the_same_persons_note_can_be_corrected(vault: Vault) -> None:
    amira, jonas = participant(vault), participant(vault, "Jonas Bak")
    first = note(vault, amira)
    journal.correct(vault, first.id, note=fields(amira), now=NOW)
    assert journal.correct(vault, first.id, note=fields(amira), now=NOW) == Invalid("corrects", "final")
    second = note(vault, amira)
    assert journal.correct(vault, second.id, note=fields(jonas), now=NOW) == Invalid("corrects", "unknown")


def test_the_timeline_folds_corrections_and_has_the_newest_first(vault: Vault) -> None:
    amira, juhl = participant(vault), employer(vault)
    first = note(vault, amira, happened_at=NOW - timedelta(days=3), title="Første samtale")
    for minute in (1, 2):
        journal.correct(
            vault,
            first.id if minute == 1 else _newest(vault, amira),
            note=fields(amira, happened_at=NOW - timedelta(days=3), title=f"Rettet {minute}. gang"),
            now=NOW + timedelta(minutes=minute),
        )
    contact(vault, juhl, amira, at=NOW - timedelta(hours=1), about="De mangler en til pakning.")
    meeting = saved(
        calendar.create_appointment(
            vault, kind=AppointmentKind.MEETING, title="Samtale", participant=amira,
            starts_at=NOW - timedelta(days=2), now=NOW - timedelta(days=5),
        )
    )  # fmt: skip
    calendar.hold_appointment(vault, meeting, now=NOW)
    calendar.do_task(vault, task(vault, amira), now=NOW)
    entries = journal.timeline(vault, amira, now=NOW)
    assert [e.kind for e in entries] == [
        EntryKind.TASK,
        EntryKind.EMPLOYER_CONTACT,
        EntryKind.APPOINTMENT,
        EntryKind.NOTE,
    ]
    folded = entries[-1]
    assert folded.title == "Rettet 2. gang"
    assert [old.title for old in folded.earlier] == ["Rettet 1. gang", "Første samtale"]
    assert folded.corrected_at == NOW + timedelta(minutes=2)
    assert entries[1].employer == "Bageri Juhl"
    assert all(entry.local_only for entry in entries)


def _newest(vault: Vault, whose: Any) -> Any:
    return next(e.id for e in journal.timeline(vault, whose, now=NOW) if e.kind is EntryKind.NOTE)


def test_an_acknowledged_note_is_no_longer_on_this_computer_only(vault: Vault) -> None:
    amira = participant(vault)
    written = note(vault, amira)
    with vault.begin() as tx:
        rows.acknowledge(tx, written.id, rev=1, received_at=NOW)
    assert [e.local_only for e in journal.timeline(vault, amira, now=NOW)] == [False]


def test_one_persons_timeline_holds_nothing_of_anothers(vault: Vault) -> None:
    amira, jonas, juhl = participant(vault), participant(vault, "Jonas Bak"), employer(vault)
    note(vault, jonas)
    contact(vault, juhl, jonas)
    task(vault, jonas)
    assert journal.timeline(vault, amira, now=NOW) == ()


def test_a_note_that_cannot_be_signed_is_not_half_stored(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    amira = participant(vault)
    id = journal.save_draft(vault, note=fields(amira), now=NOW).id
    before = counts(vault)
    monkeypatch.setattr(Vault, "sign", lambda _self, _data: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        journal.write_note(vault, note=fields(amira), draft=id, now=NOW)
    assert counts(vault) == before


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(
    title=_TEXTS,
    facts=_TEXTS,
    minutes=st.none() | st.integers(0, 1440),
    place=st.none() | st.sampled_from(Place),
)
def test_a_note_survives_the_wire_unchanged(
    title: str, facts: str, minutes: int | None, place: Place | None
) -> None:
    whole = Note(
        id=UUID(int=1), participant=UUID(int=2), kind=NoteKind.MEETING, title=title, happened_at=NOW,
        minutes=minutes, place=place, source=SourceOf.EMPLOYER, facts=facts, own_view="", assessment="",
        agreements=facts, written_at=NOW, author="mlu", corrects=UUID(int=3),
    )  # fmt: skip
    assert from_body(json.loads(canonical.dumps(to_body(whole)))) == whole


def test_a_lone_surrogate_or_a_nul_cannot_stop_a_note(vault: Vault) -> None:
    written = note(vault, participant(vault), facts="Mødtes\x00kl. 9 \ud83d og talte.")
    assert written.facts == "Mødtes kl. 9 \ufffd og talte."


def test_a_name_cannot_turn_what_is_written_after_it(vault: Vault) -> None:
    amira = participant(vault, "\u202aAmira\u202e Holm\u202c")
    seen = caseload.open_participant(vault, amira, now=NOW)
    assert seen is not None
    assert seen.participant.name == "Amira  Holm"


@pytest.mark.parametrize(
    ("employer_name", "text", "expected"),
    [
        ("Bageri Juhl", "Noget", "Besøg · Bageri Juhl"),
        ("", "Talte om bageri. Og mere.", "Besøg · Talte om bageri"),
        ("", "\n\n  ", "Besøg"),
        ("", "ord " * 60, "Besøg · " + ("ord " * 60)[: TITLE_MAX - 8].rsplit(" ", 1)[0].strip()),
    ],
)
def test_a_title_is_suggested_from_the_employer_or_the_first_words(
    employer_name: str, text: str, expected: str
) -> None:
    assert journal.suggest_title("Besøg", employer=employer_name, text=text) == expected


@given(kind=st.text(max_size=40), employer_name=st.text(max_size=120), text=st.text(max_size=300))
def test_a_suggested_title_is_never_too_long(kind: str, employer_name: str, text: str) -> None:
    assert len(journal.suggest_title(kind, employer=employer_name, text=text)) <= TITLE_MAX


def test_a_note_prints_itself_without_its_text(vault: Vault) -> None:
    amira = participant(vault)
    written = note(vault, amira, facts="Hemmeligt møde")
    entry = journal.timeline(vault, amira, now=NOW)[0]
    shown = f"{written!r} {entry!r} {fields(amira)!r} {replace(written, kind=NoteKind.MEETING)!r}"
    assert "Hemmeligt" not in shown
    assert "Samtale på klinikken" not in shown


_FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("happened", "written", "days"),
    [
        (_FRIDAY, _FRIDAY, 0),
        (_FRIDAY, date(2026, 11, 23), 0),  # Monday is the next working day
        (_FRIDAY, date(2026, 11, 24), 4),
        (date(2026, 11, 23), date(2026, 11, 24), 0),
        (date(2026, 11, 23), date(2026, 11, 25), 2),
        (date(2026, 4, 1), date(2026, 4, 7), 0),  # Easter lies between: 2 to 6 April are no working days
        (date(2026, 4, 1), date(2026, 4, 8), 7),
        (date(2024, 1, 3), date(2026, 11, 23), 1055),
        (_FRIDAY, date(2026, 11, 19), 0),
    ],
)
def test_a_note_is_late_after_the_next_working_day(happened: date, written: date, days: int) -> None:
    """Offentlighedsloven § 13: as soon as possible."""
    at, then = (datetime(d.year, d.month, d.day, 23, 30, tzinfo=NOW.tzinfo) for d in (happened, written))
    assert journal.late_by(at, then, NOW) == days


def test_a_late_note_says_so_in_the_course_and_to_the_authority_and_its_correction_too(vault: Vault) -> None:
    amira = participant(vault)
    late = note(vault, amira, happened_at=NOW - timedelta(days=9)).id
    note(vault, amira, title="Samtale i dag", happened_at=NOW)
    (new, old) = journal.timeline(vault, amira, now=NOW)
    assert (new.late, old.late) == (0, 9)
    assert [authority.for_authority(vault, e.id, now=NOW).late for e in (new, old)] == [0, 9]  # type: ignore[union-attr]
    again = journal.NoteFields(
        participant=amira, title="Samtale rettet", happened_at=NOW - timedelta(days=9), facts="Rettet."
    )
    assert isinstance(journal.correct(vault, late, note=again, now=NOW + timedelta(days=3)), journal.Saved)
    assert [e.late for e in journal.timeline(vault, amira, now=NOW)] == [0, 9]
