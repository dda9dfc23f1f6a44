"""A permission that was withdrawn or has run out closes its channel in every form that uses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.journal import SourceOf
from app.services import clinic, consents, course, disclosure, employers, journal, support
from app.services.door import Invalid
from app.services.journal import NoteFields
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
    heard = NoteFields(
        participant=amira, title="Møde på klinikken", happened_at=NOW, facts="Støtter 10 timer.", source=SourceOf.CLINIC
    )  # fmt: skip
    assert journal.write_note(vault, note=heard, now=NOW) == Invalid("source", "blocked")
    own = replace(heard, source=SourceOf.PARTICIPANT)
    assert isinstance(journal.write_note(vault, note=own, now=NOW), journal.Saved)
    earlier = replace(heard, happened_at=NOW - timedelta(days=30))
    assert isinstance(journal.write_note(vault, note=earlier, now=NOW), journal.Saved)
    before = {**visit, "at": NOW - timedelta(days=30)}
    saved(employers.log_contact(vault, employer=juhl, fields=before, now=NOW, participants=[amira]))


def _only_expiry(ended: Any) -> Any:
    return {name: value for name, value in ended.items() if name == "expires_on"}


@pytest.mark.parametrize("kind", ["contact_employer", "disclosure_wording", "health_disclosure"])
def test_whoever_takes_back_a_permission_is_not_told_of_any_more(vault: Vault, kind: str) -> None:
    amira, juhl = participant(vault), employer(vault)
    told: dict[str, Any] = {
        "choice": "full", "who_tells": "consultant", "wording": "Har været væk fra arbejdsmarkedet i tre år.",
    }  # fmt: skip
    saved(disclosure.agree(vault, amira, fields=told, now=NOW))
    given = consent(vault, amira, kind, given_on=TODAY - timedelta(days=9))
    (line,) = disclosure.may_be_said(vault, [amira], employer=juhl, now=NOW)
    assert line.say.may_tell
    saved(consents.withdraw(vault, amira, given, how="Ved samtalen", now=NOW))
    (line,) = disclosure.may_be_said(vault, [amira], employer=juhl, now=NOW)
    assert line.say.may_tell == (kind == "health_disclosure")  # that one is the clinic's to tell us
    if kind == "health_disclosure":
        heard = NoteFields(
            participant=amira, title="Møde på klinikken", happened_at=NOW, facts="Enig om 10 timer.", source=SourceOf.CLINIC
        )  # fmt: skip
        assert journal.write_note(vault, note=heard, now=NOW) == Invalid("source", "blocked")


def test_nobody_else_is_named_where_others_can_read_it(vault: Vault) -> None:
    """What is written of an employer is every colleague's to read; what is written of a clinic meeting is about one."""
    amira, karim, juhl = participant(vault), participant(vault, "Karim Aydin"), employer(vault)
    place, on = team(vault), TODAY - timedelta(days=9)
    for whose in (amira, karim):
        saved(course.attach(vault, whose, team=place, person_id=None, from_day=on, now=NOW))
    visit: dict[str, Any] = {"at": NOW, "mode": "in_person", "purpose": "learn_needs"}
    for name, words in (
        ("about", "Kan måske også bruge karim  aydins ven."),
        ("next_step", "Spørg for Karim Aydin."),
    ):
        refused = employers.log_contact(
            vault, employer=juhl, fields={**visit, name: words}, now=NOW, participants=[amira]
        )
        assert refused == Invalid(name, "other")
    saved(
        employers.log_contact(
            vault, employer=juhl, fields={**visit, "about": "Talte med Karim Aydinsen og Karim."}, now=NOW
        )
    )
    saved(
        employers.log_contact(
            vault,
            employer=juhl,
            fields={**visit, "about": "Karim Aydin kan begynde."},
            now=NOW,
            participants=[karim],
        )
    )
    said = (clinic.Said(amira, about_job="Støtter 10 timer. Karim Aydin holder pause."),)
    assert clinic.hold(vault, said, at=NOW, minutes=45, now=NOW, team=place) == Invalid(
        f"{amira}.about_job", "other"
    )
    own = (
        clinic.Said(amira, about_job="Støtter 10 timer."),
        clinic.Said(karim, who_does="Karim Aydin ringer selv."),
    )
    saved(clinic.hold(vault, own, at=NOW, minutes=45, now=NOW, team=place))
