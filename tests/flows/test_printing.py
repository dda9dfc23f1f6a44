"""What is printed was seen first, names only whom it is about, and stands in the log."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from app.domain.calendar import AppointmentKind
from app.domain.log_rows import Period
from app.policy import standing
from app.services import agenda, calendar, export, printing
from app.services.export import Asked, Refused, What
from app.services.printing import Shown
from app.store import access
from app.vault.vault import Vault
from tests.journal_parts import NOW, employer, participant, saved

AHEAD = Period(NOW.date(), NOW.date() + timedelta(days=13))
RUNNING = Period(NOW.date().replace(day=1), NOW.date())
PNG = b"\x89PNG"


@pytest.fixture
def visit(vault: Vault) -> UUID:
    """Tomorrow at Bageri Juhl, about Kim Prøve, whose name stands in the appointment's own title."""
    whose = participant(vault, "Kim Prøve")
    firm = employer(vault, "Bageri Juhl", address="Torvet 3", contact_person="Hanne Juhl")
    saved(
        calendar.create_appointment(
            vault, kind=AppointmentKind.EMPLOYER_VISIT, title="Vis Kim pakkelinjen", starts_at=NOW + timedelta(days=1),
            participant=whose, employer=firm, now=NOW,
        )
    )  # fmt: skip
    return whose


def shown(vault: Vault, what: What, period: Period = AHEAD, **about: UUID) -> Shown:
    found = printing.preview(vault, Asked(what, printing.PRINTED, period, **about), now=NOW)  # type: ignore[arg-type]
    assert isinstance(found, Shown), found
    return found


def test_the_visit_list_has_what_one_needs_at_the_door_and_no_candidate(vault: Vault, visit: UUID) -> None:
    del visit
    assert agenda.days(vault, AHEAD.first, AHEAD.last, now=NOW)[1].rows
    found = shown(vault, What.VISITS)
    for words in ("Besøgsliste", "Bageri Juhl", "Torvet 3", "Hanne Juhl"):
        assert words in found.html
    assert "Kim" not in found.html
    assert [page[:4] for page in found.pages] == [PNG]


def test_a_paper_that_is_only_looked_at_has_not_left_the_program(vault: Vault, visit: UUID) -> None:
    found = shown(vault, What.STATUS, participant=visit)
    assert "Kim Prøve" in found.html
    assert export.past(vault) == ()
    printing.printed(vault, found, now=NOW)
    assert [(one.what, one.format) for one in export.past(vault)] == [("status", "print")]
    with vault.read() as tx:
        assert access.Action.EXPORT in {entry.action for entry in access.of_participant(tx, visit)}


def test_on_paper_it_is_sharper_than_on_the_screen(vault: Vault, visit: UUID) -> None:
    found = shown(vault, What.PLAN, participant=visit)
    assert len(printing.sharp(found, now=NOW)) == len(found.pages)
    assert len(printing.sharp(found, now=NOW)[0]) > len(found.pages[0])


def test_what_may_not_be_a_file_outside_the_team_may_not_be_printed_either(vault: Vault) -> None:
    ask = partial(printing.preview, vault, now=NOW)
    assert ask(Asked(What.FIGURES, printing.PRINTED, RUNNING)) == Refused("running")
    assert ask(Asked(What.STATUS, printing.PRINTED, AHEAD)) == Refused("unknown")


def test_nothing_is_printed_against_the_policy(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "allow_print", lambda: False)
    asked = Asked(What.VISITS, printing.PRINTED, AHEAD)
    assert printing.preview(vault, asked, now=NOW) == Refused("policy")


def test_a_clock_with_a_summer_time_prints_too(vault: Vault) -> None:
    here = NOW.astimezone(ZoneInfo("Europe/Copenhagen"))
    found = printing.preview(vault, Asked(What.VISITS, printing.PRINTED, AHEAD), now=here)
    assert isinstance(found, Shown)
