"""Workplaces and people of employers, two entries that are one, the leader's mark, and who is kept too long."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.services import employers, workplaces
from app.services.door import Held, Invalid
from app.store import people
from app.vault.vault import Vault
from tests.journal_parts import NOW, REFUSED, contact, employer, participant, saved

LATER = NOW + timedelta(days=731)


def test_an_employer_has_workplaces_and_people(vault: Vault) -> None:
    juhl = employer(vault)
    shop = saved(
        workplaces.add_workplace(vault, juhl, fields={"name": "Butikken", "p_number": "1001234567"}, now=NOW)
    )
    told: dict[str, Any] = {"name": "Hanne Juhl", "function": "indehaver", "workplace": shop}
    saved(workplaces.add_person(vault, juhl, fields=told, now=NOW))
    found = workplaces.of_employer(vault, juhl)
    assert [one.p_number for one in found.workplaces] == ["1001234567"]
    assert [(one.name, one.workplace) for one in found.people] == [("Hanne Juhl", shop)]


def test_a_p_number_has_ten_digits_and_a_person_a_name(vault: Vault) -> None:
    juhl = employer(vault)
    short = {"name": "Butikken", "p_number": "12"}
    assert workplaces.add_workplace(vault, juhl, fields=short, now=NOW) == Invalid("p_number", "shape")
    assert workplaces.add_person(vault, juhl, fields={"name": " "}, now=NOW) == Invalid("name", "missing")
    assert isinstance(workplaces.add_person(vault, juhl, fields={"name": REFUSED}, now=NOW), Held)


def test_what_was_two_has_one_log_one_track_and_one_row(vault: Vault) -> None:
    amira, juhl, twice = participant(vault), employer(vault), employer(vault, "Bager Juul")
    contact(vault, juhl, amira)
    contact(vault, twice, amira, at=NOW - timedelta(days=3))
    saved(workplaces.merge(vault, twice, into=juhl, now=NOW))
    page = employers.open_employer(vault, twice)
    assert page is not None
    assert (page.employer.id, page.visits, len(page.log)) == (juhl, 2, 2)
    (row,) = employers.register(vault)
    assert (row.employer.id, row.visits) == (juhl, 2)
    contact(vault, twice, amira)
    assert employers.register(vault)[0].visits == 3


def test_a_chain_of_mergers_ends_at_one_and_never_in_a_ring(vault: Vault) -> None:
    a, b, c = employer(vault, "Aa"), employer(vault, "Bb"), employer(vault, "Cc")
    contact(vault, a)
    saved(workplaces.merge(vault, a, into=b, now=NOW))
    saved(workplaces.merge(vault, b, into=c, now=NOW))
    assert workplaces.merge(vault, c, into=a, now=NOW) == Invalid("into", "shape")
    (row,) = employers.register(vault)
    assert (row.employer.id, row.visits) == (c, 1)


def test_they_can_be_parted_again(vault: Vault) -> None:
    juhl, twice = employer(vault), employer(vault, "Bager Juul")
    contact(vault, twice)
    saved(workplaces.merge(vault, twice, into=juhl, now=NOW))
    saved(workplaces.part(vault, twice, now=NOW))
    assert {row.employer.id: row.visits for row in employers.register(vault)} == {juhl: 0, twice: 1}


def test_a_merged_name_leads_to_the_one_it_is(vault: Vault) -> None:
    juhl, twice = employer(vault, "Konditori Strand"), employer(vault, "Bageri Juhl")
    saved(workplaces.merge(vault, twice, into=juhl, now=NOW))
    assert [one.id for one in employers.lookalikes(vault, "Bageri Juhl ApS")] == [juhl]


def test_a_person_nobody_needed_for_two_years_is_to_be_looked_at(vault: Vault) -> None:
    juhl = employer(vault)
    hanne = saved(workplaces.add_person(vault, juhl, fields={"name": "Hanne Juhl"}, now=NOW))
    assert workplaces.stale_people(vault, now=NOW + timedelta(days=729)) == ()
    assert [one.person.id for one in workplaces.stale_people(vault, now=LATER)] == [hanne]
    saved(workplaces.keep_person(vault, hanne, now=LATER))
    assert workplaces.stale_people(vault, now=LATER) == ()
    saved(workplaces.forget_person(vault, hanne, now=LATER))
    assert workplaces.of_employer(vault, juhl).people == ()


def test_a_contact_with_the_employer_keeps_its_people(vault: Vault) -> None:
    juhl = employer(vault)
    saved(workplaces.add_person(vault, juhl, fields={"name": "Hanne Juhl"}, now=NOW))
    contact(vault, juhl, at=NOW + timedelta(days=700))
    assert workplaces.stale_people(vault, now=LATER) == ()


def test_only_a_leader_marks_the_log_as_read_and_each_line_once(vault: Vault) -> None:
    one = contact(vault, employer(vault))
    assert workplaces.review(vault, [one], now=NOW) == Invalid("role", "final")
    with vault.begin() as tx:
        people.introduce(tx, name="Mette Lind", role="team_leader")
    outcome = workplaces.review(vault, [one], now=NOW)
    assert saved(outcome) == one
    again = workplaces.review(vault, [one], now=NOW + timedelta(days=1))
    assert getattr(again, "changes", None) == frozenset()
