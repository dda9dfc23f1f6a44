"""The one field in which an illness may be named: kept on purpose, kept here, and sent only when the candidate wants it."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.records import DISCLOSURE_SHEET, TYPES, FieldType
from app.guard import CATEGORIES
from app.protocol import operation
from app.services import disclosure
from app.services.door import Held, Saved, typed
from app.store import outbox
from app.vault.vault import Vault
from server import door
from tests.journal_parts import NOW, participant, saved

NAMED = "Jeg har skizofreni og vil gerne have en fast makker."
FIELDS: dict[str, Any] = {"choice": "full", "who_tells": "consultant", "wording": NAMED}
KEPT = frozenset({"DIAG_NAME"})


def _sent(vault: Vault) -> list[dict[str, Any]]:
    with vault.read() as tx:
        ops = [operation.read(op.p) for op in outbox.waiting(tx)]
    return [op for op in ops if op["body"].get("type") == "disclosure_sheet"]


def test_a_named_illness_is_asked_about_in_the_agreed_words_and_refused_everywhere_else(vault: Vault) -> None:
    amira = participant(vault)
    held = disclosure.agree(vault, amira, fields=FIELDS, now=NOW)
    assert isinstance(held, Held)
    assert {f.level.value for f in held.findings["wording"]} == {"warn"}
    for kind in TYPES.values():
        for name, of in kind.fields.items():
            if of is FieldType.TEXT and (kind.name, name) != ("disclosure_sheet", "wording"):
                assert isinstance(typed(kind, {name: NAMED}, kept=KEPT), Held), (kind.name, name)


@pytest.mark.parametrize(
    "words", ["Jeg får Zyprexa 10 mg.", "Jeg har F20.0.", "Jeg hører stemmer og er psykotisk."]
)
def test_nothing_but_the_name_of_an_illness_may_stand_there(vault: Vault, words: str) -> None:
    outcome = typed(DISCLOSURE_SHEET, {"wording": words}, kept=frozenset(CATEGORIES))
    assert isinstance(outcome, Held)


def test_the_words_stay_on_this_computer_and_are_what_may_be_said(vault: Vault) -> None:
    amira = participant(vault)
    saved(disclosure.agree(vault, amira, fields=FIELDS, now=NOW, kept=KEPT))
    (line,) = disclosure.may_be_said(vault, [amira], employer=None, now=NOW)
    assert line.say.wording == NAMED
    (op,) = _sent(vault)
    assert "skizofreni" not in str(op)
    assert "fast makker" in op["body"]["set"]["wording"]
    assert door.held(op) == ()


def test_words_the_candidate_wants_in_the_journal_are_sent_and_the_server_lets_them_in(vault: Vault) -> None:
    amira = participant(vault)
    sheet = saved(disclosure.agree(vault, amira, fields=FIELDS, now=NOW, kept=KEPT))
    saved(disclosure.change(vault, sheet, fields=FIELDS, now=NOW, kept=KEPT, in_journal=True))
    op = _sent(vault)[-1]
    assert op["body"]["set"]["wording"] == NAMED
    assert door.held(op) == ()
    assert door.held(op | {"kept": []}) == ("DIAG_NAME",)
    assert "DIAG_NAME" in door.held(op | {"body": op["body"] | {"set": {"pros": NAMED}}})


def test_words_taken_back_are_gone_from_this_computer(vault: Vault) -> None:
    amira = participant(vault)
    sheet = saved(disclosure.agree(vault, amira, fields=FIELDS, now=NOW, kept=KEPT))
    outcome = disclosure.change(vault, sheet, fields={**FIELDS, "wording": "Jeg møder senere."}, now=NOW)
    assert isinstance(outcome, Saved)
    (line,) = disclosure.sheets(vault, amira, now=NOW)
    assert line.sheet.wording == "Jeg møder senere."
    with vault.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM own_wording").scalar_one() == 0
