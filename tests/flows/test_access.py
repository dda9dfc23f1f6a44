"""Every opening of a participant is written down, with who, whom, when and what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from app.services import caseload, journal, search, today
from app.store import access
from app.store.access import Action
from app.vault.vault import Vault
from tests.journal_parts import NOW, REFUSED, contact, employer, fields, note, participant

_VIEWS: dict[Action, Callable[[Vault, UUID], object]] = {
    Action.VIEW: lambda v, id: caseload.open_participant(v, id, now=NOW),
    Action.TIMELINE: lambda v, id: journal.timeline(v, id, now=NOW),
    Action.CPR: lambda v, id: caseload.show_cpr(v, id, now=NOW),
    Action.EDIT: lambda v, id: caseload.change(v, id, fields={"phone": "+45 00 00 00 00"}, now=NOW),
    Action.WRITE: lambda v, id: journal.write_note(v, note=fields(id), now=NOW),
}


def _log(vault: Vault, id: UUID) -> list[Action]:
    with vault.read() as tx:
        return [opened.action for opened in access.of_participant(tx, id)]


@pytest.mark.parametrize("action", _VIEWS, ids=str)
def test_each_opening_is_logged_every_time(vault: Vault, action: Action) -> None:
    amira = participant(vault, cpr="710384-0000")
    _VIEWS[action](vault, amira)
    assert _log(vault, amira) == [action, Action.CREATE]
    if action not in (Action.EDIT,):
        _VIEWS[action](vault, amira)
        assert _log(vault, amira)[:2] == [action, action]


def test_opening_a_note_or_a_draft_is_logged_on_its_participant(vault: Vault) -> None:
    amira = participant(vault)
    written = note(vault, amira)
    draft = journal.save_draft(vault, note=fields(amira), now=NOW)
    journal.open_note(vault, written.id, now=NOW)
    journal.open_draft(vault, draft.id, now=NOW)
    assert _log(vault, amira)[:2] == [Action.DRAFT, Action.NOTE]


def test_the_log_says_who_and_when(vault: Vault) -> None:
    amira = participant(vault)
    caseload.open_participant(vault, amira, now=NOW + timedelta(hours=1))
    with vault.read() as tx:
        newest = access.of_participant(tx, amira)[0]
    assert (newest.at, newest.person, newest.participant) == (NOW + timedelta(hours=1), "", amira)


def test_lists_and_search_open_nobody(vault: Vault) -> None:
    amira = participant(vault)
    before = _log(vault, amira)
    caseload.overview(vault, now=NOW)
    today.today(vault, now=NOW)
    search.find(vault, "amira")
    assert _log(vault, amira) == before


def test_what_came_to_nothing_is_not_logged(vault: Vault) -> None:
    amira = participant(vault)
    before = _log(vault, amira)
    caseload.change(vault, amira, fields={"wish_area": REFUSED}, now=NOW)
    caseload.change(vault, amira, fields={"name": "Amira Holm"}, now=NOW)
    caseload.show_cpr(vault, amira, now=NOW)
    assert caseload.open_participant(vault, UUID(int=9), now=NOW) is None
    assert journal.open_note(vault, UUID(int=9), now=NOW) is None
    assert _log(vault, amira) == before


def test_a_contact_on_somebodys_behalf_is_logged_with_them(vault: Vault) -> None:
    amira = participant(vault)
    contact(vault, employer(vault), amira)
    assert _log(vault, amira)[0] is Action.WRITE
