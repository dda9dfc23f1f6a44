"""A change is a row, an operation and an entry of the index in one transaction: all of it or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.calendar import AppointmentKind
from app.domain.records import SURVEY_ANSWER, TYPES, Value
from app.protocol import canonical, operation
from app.services import calendar, caseload, employers, journal, sync, today
from app.store import outbox, records
from app.vault.vault import Vault
from tests import person_parts, work_parts
from tests.journal_parts import (
    NOW,
    contact,
    counts,
    employer,
    fields,
    note,
    participant,
    task,
    whole_text,
)


class Broken(Exception):
    """The computer's fault, in a test."""


def _use_cases(vault: Vault) -> dict[str, Callable[[Vault], object]]:
    """Every use case that writes, ready to run on a vault that holds what each needs."""
    amira, juhl = participant(vault, cpr="710384-0000"), employer(vault)
    first, todo = note(vault, amira), task(vault, amira)
    draft = journal.save_draft(vault, note=fields(amira), now=NOW).id
    told: dict[str, Any] = {
        "at": NOW,
        "mode": "in_person",
        "purpose": "learn_needs",
        "about": "De mangler en.",
    }
    soon = NOW + timedelta(hours=1)
    return {
        "write": lambda v: journal.write_note(v, note=fields(amira), draft=draft, now=NOW),
        "correct": lambda v: journal.correct(v, first.id, note=fields(amira), now=NOW),
        "draft": lambda v: journal.save_draft(v, note=fields(amira, facts="Nyt"), id=draft, now=NOW),
        "new participant": lambda v: caseload.create(v, fields={"name": "Jonas Bak"}, now=NOW),
        "participant": lambda v: caseload.change(v, amira, fields={"wish_area": "Bageri"}, now=NOW),
        "new employer": lambda v: employers.create(v, fields={"name": "Smedjen"}, now=NOW),
        "employer": lambda v: employers.change(v, juhl, fields={"city": "Vestby"}, now=NOW),
        "contact": lambda v: employers.log_contact(
            v, employer=juhl, fields=told, participants=[amira], now=NOW
        ),
        "appointment": lambda v: calendar.create_appointment(
            v, kind=AppointmentKind.CALL, title="Ring", starts_at=soon, participant=amira, now=NOW
        ),
        "task": lambda v: calendar.do_task(v, todo, now=NOW),
        **person_parts.use_cases(vault, amira),
        **work_parts.use_cases(vault),
    }


@pytest.mark.parametrize(
    "name",
    ["write", "correct", "draft", "new participant", "participant", "new employer", "employer", "contact",
     "appointment", "task", "move", "attach", "consent", "profile", "plan", "transfer", "answer",
     "end job", "clinic", "sheet"],
)  # fmt: skip
def test_a_use_case_that_breaks_off_at_any_statement_leaves_nothing(vault: Vault, name: str) -> None:
    act = _use_cases(vault)[name]
    before, text = counts(vault), whole_text(vault)
    statement = 0
    while True:
        with _broken_at(vault, statement) as was_reached, _tolerated():
            act(vault)
        if not was_reached():
            break
        assert counts(vault) == before, f"half done at statement {statement}"
        statement += 1
    assert statement >= 1
    assert whole_text(vault) != text, "the use case never wrote"


@contextmanager
def _broken_at(vault: Vault, number: int) -> Iterator[Callable[[], bool]]:
    """Fail the vault's writing statement `number`, counted from the start of the block."""
    seen = [0]

    def count(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.split()[0].upper() in ("INSERT", "UPDATE", "DELETE"):
            seen[0] += 1
            if seen[0] == number + 1:
                raise Broken

    sa.event.listen(vault._engine, "before_cursor_execute", count)
    try:
        yield lambda: seen[0] > number
    finally:
        sa.event.remove(vault._engine, "before_cursor_execute", count)


@contextmanager
def _tolerated() -> Iterator[None]:
    try:
        yield
    except Broken:
        return


def test_the_operations_make_one_signed_chain(vault: Vault) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    for act in _use_cases(vault).values():
        act(vault)
    key = Ed25519PublicKey.from_public_bytes(vault.public_key)
    with vault.read() as tx:
        ops = outbox.waiting(tx)
    import base64

    prev = canonical.START
    for q, op in enumerate(ops, 1):
        said = operation.read(op.p)
        assert (said["q"], said["prev"]) == (q, prev)
        key.verify(base64.b64decode(op.s), op.p.encode())
        assert canonical.dumps(said) == op.p
        prev = canonical.digest(op.p)


def test_each_kind_of_record_is_written_by_some_use_case(vault: Vault) -> None:
    for act in _use_cases(vault).values():
        act(vault)
    with vault.read() as tx:
        written = {operation.read(op.p)["body"].get("type") for op in outbox.waiting(tx)}
    assert (written - {None}) | _BY_REVIEWS_AND_FIGURES | _BY_THE_GUARD | _BY_FILES == TYPES.keys()


# Written in the tests of reviews, the survey and exports.
_BY_REVIEWS_AND_FIGURES = frozenset(name for name in TYPES if name.startswith("fidelity_")) | {
    "export",
    "survey_answer",
}
# Written in the tests of reading again, of releases and of notes in the wrong case.
_BY_THE_GUARD = frozenset({"note_erased", "guard_release", "guard_tally", "note_moved"})
# Written in the tests of files.
_BY_FILES = frozenset({"case_file"})


def test_a_change_names_the_values_it_replaces(vault: Vault) -> None:
    amira = participant(vault, phone="+45 00 00 00 01")
    caseload.change(vault, amira, fields={"phone": "+45 00 00 00 02"}, now=NOW)
    with vault.read() as tx:
        body = operation.read(outbox.waiting(tx)[-1].p)["body"]
        seen = records.current(tx, TYPES["participant"], amira)
    assert (body["base"], body["set"]) == ({"phone": "+45 00 00 00 01"}, {"phone": "+45 00 00 00 02"})
    assert seen is not None
    assert (seen["phone"], seen["name"]) == ("+45 00 00 00 02", "Amira Holm")


def test_a_nought_is_said_where_nothing_was_and_nothing_where_a_nought_was(vault: Vault) -> None:
    id, said = records.new_id(), []
    for number in (None, 0, 0, None, 7, 0):
        with vault.begin() as tx:
            values: dict[str, Value] = {"year": 2026, "question": "consultants_untrained", "number": number}
            said.append(
                records.change(tx, SURVEY_ANSWER, id, values, case=records.Case(), now=NOW, sign=vault.sign)
            )
            shown = records.current(tx, SURVEY_ANSWER, id)
        assert shown is not None
        assert shown["number"] == number
    assert said == [True, True, False, True, True, True]


def test_waiting_records_are_each_counted_once_by_kind(vault: Vault) -> None:
    amira = participant(vault)
    written = note(vault, amira)
    id = contact(vault, employer(vault), amira)
    caseload.change(vault, amira, fields={"phone": "+45 00 00 00 02"}, now=NOW)
    with vault.read() as tx:
        waiting = outbox.waiting_records(tx)
    assert (waiting[amira], waiting[written.id], waiting[id]) == ("participant", "note", "employer_contact")
    assert sorted(waiting.values()) == [
        "contact_for",
        "employer",
        "employer_contact",
        "note",
        "participant",
    ]


def test_a_case_knows_what_waits_of_it_and_of_nobodys(vault: Vault) -> None:
    amira, other = participant(vault), participant(vault)
    written, met = note(vault, amira), contact(vault, employer(vault), amira)
    with vault.read() as tx:
        here, there = (outbox.waiting_in_case(tx, one) for one in (amira, other))
    assert {amira, written.id, met} <= here
    assert {amira, written.id} & there == set()
    assert {other, met} <= there


def test_things_are_counted_where_they_lie_as_they_are_listed(vault: Vault) -> None:
    amira, other, firm = participant(vault), participant(vault), employer(vault)
    for _ in range(2):
        note(vault, amira)
    contact(vault, firm, amira, other)  # one contact, two it was for: one thing
    for number in ("+45 00 00 00 02", "+45 00 00 00 03"):  # one record changed twice
        caseload.change(vault, other, fields={"phone": number}, now=NOW)
    with vault.read() as tx:
        listed = Counter(thing.type for thing in frozenset(outbox.waiting_things(tx).values()))
        assert outbox.waiting_counts(tx) == listed
    assert listed == {"participant": 2, "note": 2, "employer_contact": 1, "employer": 1}


def test_what_waits_is_the_same_number_wherever_it_is_told(vault: Vault) -> None:
    amira = participant(vault)
    note(vault, amira)
    contact(vault, employer(vault), amira)
    caseload.change(vault, amira, fields={"phone": "+45 00 00 00 02"}, now=NOW)
    caseload.change(vault, amira, fields={"phone": "+45 00 00 00 03"}, now=NOW)
    listed = [one.what for one in sync.waiting_list(vault)]
    assert sorted(listed) == ["employer", "employer_contact", "note", "participant"]
    assert sync.status(vault, NOW).waiting == today.today(vault, now=NOW).waiting.total == len(listed)
