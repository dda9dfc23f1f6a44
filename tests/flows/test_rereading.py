"""Newer rules: the store is read again piece by piece, and what would be stopped is put right or erased at rest."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app import guard
from app.protocol import operation
from app.services import journal, rereading
from app.store import outbox, search
from app.store import rereading as store
from app.vault.vault import Vault
from tests.journal_parts import NOW, REFUSED, SENTINEL, fields, note, participant, task, terms, whole_text

LOCK = "Vi aftalte praktik."


def _slip(vault: Vault, table: str, column: str, id: UUID) -> None:
    """What an older guard let in."""
    with vault.begin() as tx:  # put in anew: a note that is there is final
        tx.exec_driver_sql(f"CREATE TEMP TABLE slip AS SELECT * FROM {table} WHERE id = '{id.hex}'")  # noqa: S608
        tx.exec_driver_sql(f"DELETE FROM {table} WHERE id = '{id.hex}'")  # noqa: S608
        tx.exec_driver_sql(f"UPDATE slip SET {column} = ?", (REFUSED,))  # noqa: S608
        tx.exec_driver_sql(f"INSERT INTO {table} SELECT * FROM slip")  # noqa: S608
        tx.exec_driver_sql("DROP TABLE slip")


def _slipped_note(vault: Vault, whose: UUID) -> UUID:
    id = note(vault, whose, facts=LOCK).id
    _slip(vault, "note", "facts", id)
    with vault.begin() as tx:
        entry = store.get(tx, "note", id)
        assert entry is not None
        search.remove(tx, "note", id)
        search.index_words(tx, id, whose, NOW, head="Samtale", body=REFUSED)
    return id


def _whole_pass(vault: Vault, most: int = 3) -> int:
    steps = 0
    while not rereading.step(vault, now=NOW, most=most).done:
        steps += 1
    return steps


def test_what_would_be_stopped_now_is_listed_and_nothing_else(vault: Vault) -> None:
    amira = participant(vault)
    note(vault, amira)
    bad, todo = _slipped_note(vault, amira), task(vault, amira)
    _slip(vault, "task", "title", todo)
    _whole_pass(vault)
    found = {(one.kind, one.id): one for one in rereading.to_mend(vault)}
    assert found.keys() == {("note", bad), ("task", todo)}
    assert found["note", bad].fields == ("facts",)
    assert found["note", bad].categories == ("MEDICATION",)
    assert found["note", bad].name == "Amira Holm"
    assert found["note", bad].can_correct
    assert SENTINEL not in repr(found)


def test_the_pass_goes_on_where_it_was_left_and_begins_anew_with_other_rules(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    amira = participant(vault)
    for _ in range(4):
        note(vault, amira)
    for _ in range(2):
        assert not rereading.step(vault, now=NOW, most=1).done
    with vault.read() as tx:
        halfway = store.place(tx, rereading.version())
    assert halfway is not None
    assert halfway.startswith("note:")
    _whole_pass(vault, most=1)
    assert rereading.step(vault, now=NOW).done
    monkeypatch.setattr(rereading, "version", lambda: "newer")
    assert not rereading.step(vault, now=NOW, most=1).done


def test_erasing_leaves_nothing_at_rest_and_tells_the_server(vault: Vault) -> None:
    amira = participant(vault)
    bad, todo = _slipped_note(vault, amira), task(vault, amira)
    _slip(vault, "task", "title", todo)
    _whole_pass(vault)
    assert SENTINEL in whole_text(vault)
    for one in rereading.to_mend(vault):
        assert isinstance(rereading.erase(vault, one.kind, one.id, now=NOW), rereading.Erased)
    assert SENTINEL not in whole_text(vault)
    assert SENTINEL.casefold() not in terms(vault)
    assert rereading.to_mend(vault) == ()
    kept = journal.open_note(vault, bad, now=NOW)
    assert kept is not None
    assert "[…]" in kept.facts
    with vault.read() as tx:
        told = [operation.read(op.p) for op in outbox.waiting(tx)]
    erased: list[dict[str, Any]] = [op["body"] for op in told if op["body"].get("type") == "note_erased"]
    assert [(body["set"]["note"], body["set"]["fields"]) for body in erased] == [(str(bad), "facts")]
    assert all(SENTINEL not in str(op) for op in told)


def test_a_note_that_is_put_right_loses_its_old_words(vault: Vault) -> None:
    amira = participant(vault)
    bad = _slipped_note(vault, amira)
    _whole_pass(vault)
    outcome = journal.correct(vault, bad, note=fields(amira, facts="Møder bedst efter kl. 10."), now=NOW)
    assert isinstance(outcome, journal.Saved)
    assert SENTINEL not in whole_text(vault)
    assert rereading.to_mend(vault) == ()


def test_a_pass_over_an_innocent_store_changes_nothing(vault: Vault) -> None:
    amira = participant(vault)
    first = note(vault, amira)
    _whole_pass(vault)
    assert rereading.to_mend(vault) == ()
    assert journal.open_note(vault, first.id, now=NOW) == first
    assert all(guard.label(guard.review(text)) != "refuse" for text in first.text.split("\n"))
