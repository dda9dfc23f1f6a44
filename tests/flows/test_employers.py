"""Employers: the register, the contact log, and on whose behalf."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.changes import Topic
from app.domain.employer import (
    ContactMode,
    Employer,
    Likeness,
    Outcome,
    Purpose,
    Relation,
    alike,
    likeness,
    pairs,
)
from app.protocol import operation
from app.services import duplicates, employers, workplaces
from app.services.door import Held, Invalid, Saved
from app.services.employers import Alike
from app.store import employers as stored
from app.store import outbox
from app.vault.vault import Vault
from tests.journal_parts import (
    NOW,
    REFUSED,
    SENTINEL,
    contact,
    counts,
    employer,
    participant,
    whole_text,
)


def test_a_new_employer_stands_in_the_register_by_name(vault: Vault) -> None:
    employer(vault, "Smedjen ved Åen")
    outcome = employers.create(vault, fields={"name": "Bageri Juhl", "city": "Elmekøbing"}, now=NOW)
    assert isinstance(outcome, Saved)
    assert outcome.changes == {Topic.EMPLOYERS, Topic.OUTBOX}
    rows = employers.register(vault)
    assert [row.employer.name for row in rows] == ["Bageri Juhl", "Smedjen ved Åen"]
    assert (rows[0].employer.relation, rows[0].last_contact, rows[0].visits) == (Relation.NEW, None, 0)


def test_an_employer_that_is_here_already_is_asked_about_once(vault: Vault) -> None:
    first = employer(vault, "Bageri Juhl")
    before = counts(vault)
    asked = employers.create(vault, fields={"name": "Bageri Juhl ApS"}, now=NOW)
    assert isinstance(asked, Alike)
    assert [one.id for one in asked.employers] == [first]
    assert counts(vault) == before
    assert isinstance(
        employers.create(vault, fields={"name": "Bageri Juhl ApS"}, now=NOW, anyway=True), Saved
    )
    assert [one.id for one in employers.lookalikes(vault, "bageri juhl")][:1] == [first]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bageri Juhl", "bageri juhl", True),
        ("Bageri Juhl", "Bageri Juhl ApS", True),
        ("Bageri Juhl", "Bageri Juhl A/S", True),
        ("Bageri Juhl", "Bageri Juul", True),
        ("Bageri Juhl", "Bageri Juhl, Vestergade", True),
        ("Bageri Juhl", "Bageriet Hansen", False),
        ("Spar", "Spær", False),
        ("", "Bageri Juhl", False),
        ("A/S", "ApS", False),
    ],
)
def test_two_names_are_one_employer_but_for_form_case_and_a_letter(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert alike(one, other) == same


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({}, {}, Likeness.NAME),
        ({"cvr": "25313763"}, {"cvr": "25313763", "name": "Brød og Kage"}, Likeness.CVR),
        ({"cvr": "25313763"}, {"cvr": "13585628"}, None),  # two companies of one name
        ({"p_number": "1003388394"}, {"p_number": "1003388394", "name": "Brød og Kage"}, Likeness.P_NUMBER),
        ({"cvr": "25313763", "p_number": "1003388394"}, {"cvr": "25313763", "p_number": "1003388395"}, None),  # a chain
        ({}, {"name": "Planteskolen"}, None),
    ],
)  # fmt: skip
def test_two_entries_may_be_one_by_number_or_by_name(
    vault: Vault, one: dict[str, str], other: dict[str, str], why: Likeness | None
) -> None:
    told: dict[str, Any] = {"name": "Bageri Juhl", **other}
    first = employer(vault, **one)
    answer = employers.create(vault, fields=told, now=NOW)
    assert isinstance(answer, Alike) == (why is not None)
    if isinstance(answer, Alike):
        assert [e.id for e in answer.employers] == [first]
        employer(vault, **told)
    assert [pair.why for pair in duplicates.found(vault)] == ([why] if why else [])


def test_duplicates_are_made_one_or_said_to_be_two_and_not_asked_about_again(vault: Vault) -> None:
    juhl, juul, hotel, annex = (
        employer(vault, name) for name in ("Bageri Juhl", "Bageri Juul", "Hotel Fjord", "Hotel Fjord ApS")
    )
    contact(vault, juul)
    twice, inn = duplicates.found(vault)
    assert (twice.keep.id, twice.other.id) == (juul, juhl)  # where the visits are
    assert {inn.keep.id, inn.other.id} == {hotel, annex}
    workplaces.merge(vault, twice.other.id, into=twice.keep.id, now=NOW)
    duplicates.apart(vault, inn, now=NOW)
    assert duplicates.found(vault) == ()
    workplaces.part(vault, juhl, now=NOW)
    assert len(duplicates.found(vault)) == 1


@given(
    st.lists(
        st.sampled_from(
            [
                "Bageri Juhl",
                "Bager Juhl",
                "Bageri Juhl ApS",
                "Hotel Fjord",
                "Hotel Fjord Vest",
                "Netto",
                "Nettø",
                "Planteskolen",
            ]
        ),
        max_size=9,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_likeness_is_missed_by_looking_on_shelves(names: list[str]) -> None:
    known = [
        Employer(UUID(int=n), name, "", "", "", "", "", "", "", Relation.NEW) for n, name in enumerate(names)
    ]
    every = {(a.id, b.id) for a, b in itertools.combinations(known, 2) if likeness(a, b)}
    assert {(a.id, b.id) for a, b, _ in pairs(known)} == every


def test_visits_in_person_are_numbered_from_the_first(vault: Vault) -> None:
    juhl = employer(vault)
    for days, mode in ((9, "in_person"), (6, "phone"), (4, "in_person"), (2, "email"), (1, "in_person")):
        contact(vault, juhl, at=NOW - timedelta(days=days), mode=mode, next_step=f"Skridt {days}")
    page = employers.open_employer(vault, juhl)
    assert page is not None
    assert [entry.visit for entry in page.log] == [3, None, 2, None, 1]
    assert page.visits == 3
    row = employers.register(vault)[0]
    assert (row.visits, row.last_contact, row.next_step) == (3, NOW - timedelta(days=1), "Skridt 1")


def test_a_contact_may_be_for_several_participants_each_in_their_own_case(vault: Vault) -> None:
    amira, jonas, juhl = participant(vault), participant(vault, "Jonas Bak"), employer(vault)
    contact(
        vault, juhl, amira, jonas, amira, minutes=35, purpose="ask_for_person", outcome="trial_day",
        spoke_with="Hanne Juhl", about="De mangler en til pakning.",
    )  # fmt: skip
    page = employers.open_employer(vault, juhl)
    assert page is not None
    entry = page.log[0]
    assert set(entry.contact.participants) == {amira, jonas}
    assert set(entry.names) == {"Amira Holm", "Jonas Bak"}
    assert (entry.contact.mode, entry.contact.purpose, entry.contact.outcome) == (
        ContactMode.IN_PERSON,
        Purpose.ASK_FOR_PERSON,
        Outcome.TRIAL_DAY,
    )
    assert entry.local_only
    with vault.read() as tx:
        last = [operation.read(op.p) for op in outbox.waiting(tx)[-3:]]
    assert [said["cand"] for said in last] == [None, str(amira), str(jonas)]
    assert "Amira" not in str(last[0])


def test_whether_the_candidate_was_there_stands_in_their_own_case(vault: Vault) -> None:
    amira, juhl = participant(vault), employer(vault)
    told: dict[str, Any] = {"at": NOW, "mode": "in_person", "purpose": "interview_support"}
    for there in (True, False):
        assert isinstance(
            employers.log_contact(
                vault, employer=juhl, fields=told, now=NOW, participants=[amira], present=there
            ),
            Saved,
        )
    with vault.read() as tx:
        assert [bool(link.present) for link in stored.links(tx)] == [True, False]


def test_a_contact_says_which_preferences_it_matched_in_each_candidates_own_case(vault: Vault) -> None:
    """DOMAIN 2.4: matches preferences yes, partly or no, and which (fidelity item 16)."""
    amira, jonas, juhl = participant(vault), participant(vault, "Jonas Bak"), employer(vault)
    told: dict[str, Any] = {"at": NOW, "mode": "in_person", "purpose": "learn_needs"}

    def log(matched: tuple[str, ...]) -> object:
        return employers.log_contact(
            vault, employer=juhl, fields=told, participants=(amira, jonas), now=NOW,
            matches={amira: "yes", jonas: "partly"}, matched=matched,
        )  # fmt: skip

    assert log(("mood",)) == Invalid("matched", "shape")
    assert isinstance(log(("hours", "transport")), Saved)
    page = employers.open_employer(vault, juhl)
    assert page is not None
    (entry,) = page.log
    assert (entry.contact.matches, entry.contact.matched) == ("partly", ("hours", "transport"))
    with vault.read() as tx:
        links = {link.participant: (link.matches, link.matched) for link in stored.links(tx)}
    assert links == {amira: ("yes", "hours,transport"), jonas: ("partly", "hours,transport")}


def test_a_contact_emits_what_its_pages_listen_to(vault: Vault) -> None:
    told: dict[str, Any] = {"at": NOW, "mode": "phone", "purpose": "thank"}
    outcome = employers.log_contact(vault, employer=employer(vault), fields=told, now=NOW)
    assert isinstance(outcome, Saved)
    assert outcome.changes >= {Topic.EMPLOYERS, Topic.JOURNAL, Topic.OUTBOX}


_GOOD: dict[str, Any] = {"at": NOW, "mode": "in_person", "purpose": "learn_needs"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"at": None}, Invalid("at", "missing")),
        ({"mode": None}, Invalid("mode", "missing")),
        ({"purpose": ""}, Invalid("purpose", "missing")),
        ({"mode": "telepathy"}, Invalid("mode", "shape")),
        ({"at": NOW + timedelta(hours=1)}, Invalid("at", "future")),
        ({"at": NOW.replace(tzinfo=None)}, Invalid("at", "shape")),
        ({"minutes": 2000}, Invalid("minutes", "shape")),
        ({"about": "x" * 4001}, Invalid("about", "long")),
        ({"next_on": NOW}, Invalid("next_on", "shape")),
    ],
)
def test_what_is_wrong_with_a_contact_is_said_by_field(
    vault: Vault, change: dict[str, Any], expected: Invalid
) -> None:
    juhl = employer(vault)
    before = counts(vault)
    assert employers.log_contact(vault, employer=juhl, fields=_GOOD | change, now=NOW) == expected
    assert counts(vault) == before


def test_a_contact_needs_an_employer_and_participants_that_are_here(vault: Vault) -> None:
    juhl, amira = employer(vault), participant(vault)
    nobody = UUID(int=3)
    before = counts(vault)
    assert employers.log_contact(vault, employer=nobody, fields=_GOOD, now=NOW) == Invalid(
        "employer", "unknown"
    )
    outcome = employers.log_contact(vault, employer=juhl, fields=_GOOD, participants=[amira, nobody], now=NOW)
    assert outcome == Invalid("participants", "unknown")
    assert counts(vault) == before


def test_a_held_contact_leaves_no_trace(vault: Vault) -> None:
    juhl, amira = employer(vault), participant(vault)
    before = counts(vault)
    outcome = employers.log_contact(
        vault, employer=juhl, fields=_GOOD | {"about": REFUSED}, participants=[amira], now=NOW
    )
    assert isinstance(outcome, Held)
    assert counts(vault) == before
    assert SENTINEL.casefold() not in whole_text(vault).casefold()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"cvr": "1234567"}, Invalid("cvr", "shape")),
        ({"cvr": "13585629"}, Invalid("cvr", "shape")),  # its check digit is another's
        ({"p_number": "12345678"}, Invalid("p_number", "shape")),
        ({"relation": "married"}, Invalid("relation", "shape")),
        ({"name": ""}, Invalid("name", "missing")),
    ],
)
def test_a_wrong_change_of_an_employer_is_said_by_field(
    vault: Vault, fields: dict[str, Any], expected: Invalid
) -> None:
    assert employers.change(vault, employer(vault), fields=fields, now=NOW) == expected


def test_an_employer_changes_field_by_field(vault: Vault) -> None:
    juhl = employer(vault, city="Elmekøbing")
    outcome = employers.change(vault, juhl, fields={"relation": "dialogue", "cvr": "13585628"}, now=NOW)
    assert outcome == Saved(juhl, frozenset({Topic.EMPLOYERS, Topic.OUTBOX}))
    page = employers.open_employer(vault, juhl)
    assert page is not None
    assert (page.employer.relation, page.employer.cvr, page.employer.city) == (
        Relation.DIALOGUE,
        "13585628",
        "Elmekøbing",
    )
    assert employers.change(vault, juhl, fields={"cvr": "13585628"}, now=NOW) == Saved(juhl, frozenset())
    assert employers.open_employer(vault, UUID(int=1)) is None
