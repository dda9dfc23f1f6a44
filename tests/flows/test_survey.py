"""The implementation survey: what the program knows is proposed, what a person answered stands."""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa

from app.domain.records import IPS_TRAINING, TIME_ENTRY, RecordType, Value
from app.services import course, survey, time_log
from app.services.door import Held, Invalid, Saved, Typed
from app.store import records
from app.store.tables import enrolment, person
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


def _leads(vault: Vault, id: str) -> None:
    with vault.begin() as tx:
        tx.execute(sa.update(enrolment).values(person=id, name=id, role="leader"))
        for who, role in ((id, "leader"), *((who, "consultant") for who in ("bo", "mh", "ib", "ex"))):
            tx.execute(sa.insert(person).values(id=who, name=who.title(), role=role))


def _fetched(vault: Vault, kind: RecordType, values: dict[str, Value]) -> None:
    """A colleague's record, as a round brings it."""
    with vault.begin() as tx:
        records.write(tx, kind, records.new_id(), values, case=records.Case(), now=NOW, sign=vault.sign)


def _worked(vault: Vault, author: str, on: date) -> None:
    hour: dict[str, Value] = {
        "on_day": on, "minutes": 60, "kind": "job_search", "vocational": 1, "source": "own", "author": author,
    }  # fmt: skip
    _fetched(vault, TIME_ENTRY, hour)


def _is(vault: Vault, who: str, status: str, since: date) -> None:
    _fetched(vault, IPS_TRAINING, {"person": who, "status": status, "from_day": since})


def test_consultants_are_counted_by_their_training_and_who_has_not_said_is_wanting(vault: Vault) -> None:
    _leads(vault, "anna")
    for who in ("anna", "bo", "mh", "ib"):
        _worked(vault, who, NOW.date() - timedelta(days=30))
    _worked(
        vault, "ex", NOW.date() - timedelta(days=400)
    )  # no longer at work: 30 + 30 + 30 days are, 400 is not
    assert survey.staff(vault, 2026, now=NOW) == survey.Staff({}, ("Bo", "Ib", "Mh"))
    assert survey.suggested(vault, 2026, now=NOW) == {}  # nothing said is not "untrained"
    for who, status, since in (
        ("ex", "trained", date(2020, 1, 1)), ("bo", "trained", date(2024, 3, 1)),
        ("mh", "in_training", date(2025, 9, 1)), ("mh", "trained", date(2026, 10, 1)),
        ("mh", "untrained", date(2026, 12, 1)),  # not yet
    ):  # fmt: skip
        _is(vault, who, status, since)
    counted = {"consultants_trained": 2, "consultants_in_training": 0, "consultants_untrained": 0}
    assert survey.staff(vault, 2026, now=NOW) == survey.Staff(counted, ("Ib",))
    assert survey.suggested(vault, 2026, now=NOW) == counted
    _is(vault, "ib", "untrained", date(2026, 1, 1))
    whole = counted | {"consultants_untrained": 1}
    assert survey.staff(vault, 2026, now=NOW) == survey.Staff(whole, ())
    assert isinstance(survey.answer(vault, 2026, {**whole, "consultants_trained": 3}, now=NOW), Saved)
    assert survey.suggested(vault, 2026, now=NOW) == {}  # a person has answered
    assert survey.answers(vault, 2026) == {**whole, "consultants_trained": 3}  # a nought is an answer


def test_a_year_that_has_ended_is_counted_as_it_stood_on_its_last_day(vault: Vault) -> None:
    _leads(vault, "anna")
    _worked(vault, "mh", date(2025, 11, 3))
    _is(vault, "mh", "in_training", date(2025, 9, 1))
    _is(vault, "mh", "trained", date(2026, 1, 1))
    assert survey.staff(vault, 2025, now=NOW).counted["consultants_in_training"] == 1
    assert survey.staff(vault, 2025, now=NOW).counted["consultants_trained"] == 0
    assert survey.staff(vault, 2027, now=NOW) == survey.Staff({}, ())  # nobody knows who will be at work


def test_a_consultants_own_computer_counts_no_colleague(vault: Vault) -> None:
    saved(time_log.set_training(vault, status="trained", from_day=NOW.date(), now=NOW))
    assert time_log.training(vault, now=NOW) == "trained"
    assert time_log.training(vault, now=NOW - timedelta(days=1)) == ""
    assert time_log.set_training(vault, status="", from_day=NOW.date(), now=NOW) == Invalid(
        "status", "missing"
    )
    with vault.begin() as tx:
        tx.execute(sa.update(enrolment).values(person="mh", name="Mh", role="consultant", feed="k"))
    assert survey.staff(vault, 2026, now=NOW) == survey.Staff({}, ())


def test_a_partners_name_is_read_by_the_guard(vault: Vault) -> None:
    answer = survey.answer(vault, 2026, {"partners.0.name": "Diagnose: F20.0 paranoid skizofreni"}, now=NOW)
    assert isinstance(answer, Held)
    assert list(answer.findings) == ["partners.0.name"]
    assert survey.answers(vault, 2026) == {}
