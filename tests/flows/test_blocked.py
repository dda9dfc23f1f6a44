"""A permission that was withdrawn or has run out closes its channel in every form that uses it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.services import clinic, consents, course, employers, support
from app.services.door import Invalid
from app.vault.vault import Vault
from tests.journal_parts import NOW, employer, participant, saved
from tests.person_parts import consent, team
from tests.work_parts import job

TODAY = NOW.date()


@pytest.mark.parametrize("ended", [{"withdrawn_on": TODAY}, {"expires_on": TODAY - timedelta(days=1)}])
def test_a_channel_that_was_closed_is_closed_in_every_form_that_uses_it(vault: Vault, ended: Any) -> None:
    """Withdrawal is immediate: the contact forms of that channel are blocked, and the history stays."""
    amira, juhl = participant(vault), employer(vault)
    begun = job(vault, amira, TODAY - timedelta(days=40))
    place = team(vault)
    saved(
        course.attach(vault, amira, team=place, person_id=None, from_day=TODAY - timedelta(days=9), now=NOW)
    )
    given = TODAY - timedelta(days=100)
    for kind in ("contact_employer", "contact_clinic", "contact_relative"):
        consent(
            vault,
            amira,
            kind,
            given_on=given,
            **{"expires_on": TODAY + timedelta(days=9), **_only_expiry(ended)},
        )
        if "withdrawn_on" in ended:
            page = consents.open_consents(vault, amira, now=NOW)
            (one,) = (row.consent for row in page.rows if row.consent.kind == kind)
            saved(consents.withdraw(vault, amira, one.id, how="Ved samtalen", now=NOW))
    visit: dict[str, Any] = {"at": NOW, "mode": "in_person", "purpose": "learn_needs"}
    blocked = employers.log_contact(vault, employer=juhl, fields=visit, now=NOW, participants=[amira])
    assert blocked == Invalid("participants", "blocked")
    saved(employers.log_contact(vault, employer=juhl, fields=visit, now=NOW))
    call: dict[str, Any] = {"job": begun, "at": NOW, "mode": "phone"}
    for whom in ("participant_and_employer", "employer", "clinic_team", "relative"):
        told = {**call, "with_whom": whom}
        assert support.log_contact(vault, amira, fields=told, now=NOW) == Invalid("with_whom", "blocked")
    saved(support.log_contact(vault, amira, fields={**call, "with_whom": "participant"}, now=NOW))
    meeting = clinic.hold(
        vault, (clinic.Said(amira, about_job="Støtter 10 timer."),), at=NOW, minutes=45, now=NOW
    )
    assert meeting == Invalid(f"{amira}.about_job", "blocked")
    before = {**visit, "at": NOW - timedelta(days=30)}
    saved(employers.log_contact(vault, employer=juhl, fields=before, now=NOW, participants=[amira]))


def _only_expiry(ended: Any) -> Any:
    return {name: value for name, value in ended.items() if name == "expires_on"}
