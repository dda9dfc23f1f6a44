"""The implementation survey: what the program knows is proposed, what a person answered stands."""

from __future__ import annotations

from datetime import timedelta

from app.services import course, survey, time_log
from app.services.door import Held, Saved, Typed
from app.vault.vault import Vault
from tests.journal_parts import NOW, saved


def test_the_contact_persons_are_proposed_until_somebody_has_answered(vault: Vault) -> None:
    east = saved(course.put_team(vault, fields={"name": "Team Øst", "clinic": "Klinik Prøve"}, now=NOW))
    saved(course.put_team(vault, fields={"name": "Team Nord"}, now=NOW))  # nobody to call there
    for name in ("Lone Berg", "Ib Lund"):
        saved(course.put_person(vault, fields={"team": east, "name": name, "function": "bostøtte"}, now=NOW))
    for weeks in (1, 15, 30, 60):  # three in twelve months
        told: dict[str, Typed] = {
            "at": NOW - timedelta(weeks=weeks),
            "minutes": 30,
            "kind": "treatment_team",
            "team": east,
        }
        saved(time_log.log_meeting(vault, fields=told, now=NOW))
    proposed: dict[str, int | str] = {
        "psychiatry.0.unit": "Team Øst, Klinik Prøve",
        "psychiatry.0.persons": 2,
        "psychiatry.0.frequency": "quarterly",
    }
    assert survey.suggested(vault, 2026, now=NOW) == proposed
    assert survey.answers(vault, 2026) == {}  # nothing is answered by itself
    assert isinstance(survey.answer(vault, 2026, {**proposed, "psychiatry.0.persons": 3}, now=NOW), Saved)
    assert survey.suggested(vault, 2026, now=NOW) == {}
    assert survey.answers(vault, 2026) == {**proposed, "psychiatry.0.persons": 3}
    assert survey.suggested(vault, 2027, now=NOW) == proposed


def test_a_partners_name_is_read_by_the_guard(vault: Vault) -> None:
    answer = survey.answer(vault, 2026, {"partners.0.name": "Diagnose: F20.0 paranoid skizofreni"}, now=NOW)
    assert isinstance(answer, Held)
    assert list(answer.findings) == ["partners.0.name"]
    assert survey.answers(vault, 2026) == {}
