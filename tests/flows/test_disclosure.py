"""What may be said: nothing until it is agreed, the agreement for the place before the one for all, nothing once withdrawn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from app.domain.disclosure import DisclosureSheet, may_be_said
from app.domain.records import DISCLOSURE_TALK
from app.services import disclosure, logs, workplaces
from app.services.disclosure import SayLine
from app.services.door import Held, Invalid
from app.store import alerts, people, records
from app.vault.vault import Vault
from tests.journal_parts import NOW, REFUSED, SENTINEL, employer, participant, saved, whole_text
from tests.work_parts import TODAY, sheet

WORDS = "Har været væk fra arbejdsmarkedet i tre år."


def say(vault: Vault, whose: UUID, where: UUID | None = None) -> SayLine:
    (line,) = disclosure.may_be_said(vault, [whose], employer=where, now=NOW)
    return line


def test_nothing_may_be_said_before_it_is_agreed(vault: Vault) -> None:
    line = say(vault, participant(vault), employer(vault))
    assert (line.say.agreed, line.say.may_tell, line.say.wording) == (False, False, "")


def test_the_agreement_for_the_place_comes_before_the_one_for_all(vault: Vault) -> None:
    amira, juhl, hotel = participant(vault), employer(vault), employer(vault, "Hotel Fjordhus")
    sheet(vault, amira)
    sheet(vault, amira, employer=juhl, choice="none", who_tells="participant", wording="")
    assert not say(vault, amira, juhl).say.may_tell
    assert say(vault, amira, hotel).say.wording == WORDS


def test_withdrawn_is_withdrawn_also_where_an_agreement_for_all_remains(vault: Vault) -> None:
    amira, juhl = participant(vault), employer(vault)
    sheet(vault, amira)
    here = sheet(vault, amira, employer=juhl, wording="Møder senere.")
    assert say(vault, amira, juhl).say.wording == "Møder senere."
    saved(disclosure.withdraw(vault, here, on=TODAY, now=NOW))
    assert not say(vault, amira, juhl).say.may_tell


def test_an_agreement_follows_an_employer_that_was_merged(vault: Vault) -> None:
    amira, twice, juhl = participant(vault), employer(vault, "Bager Juhl"), employer(vault)
    sheet(vault, amira, employer=twice, wording="Møder senere.")
    saved(workplaces.merge(vault, twice, into=juhl, now=NOW))
    assert say(vault, amira, juhl).say.wording == "Møder senere."


def test_the_consultant_tells_nothing_that_only_the_candidate_may_tell(vault: Vault) -> None:
    amira = participant(vault)
    sheet(vault, amira, who_tells="participant")
    assert not say(vault, amira).say.may_tell


def test_whoever_is_to_tell_needs_the_words(vault: Vault) -> None:
    told: dict[str, Any] = {"choice": "full", "who_tells": "together", "wording": " "}
    assert disclosure.agree(vault, participant(vault), fields=told, now=NOW) == Invalid("wording", "missing")


def test_it_is_talked_about_more_than_once(vault: Vault) -> None:
    amira = participant(vault)
    id = sheet(vault, amira)
    saved(disclosure.talk_again(vault, id, on=TODAY - timedelta(days=3), now=NOW))
    saved(disclosure.talk_again(vault, id, on=TODAY - timedelta(days=3), now=NOW))
    (line,) = disclosure.sheets(vault, amira, now=NOW)
    assert line.sheet.talks == (TODAY - timedelta(days=3), TODAY)


def test_a_talk_that_was_noted_by_mistake_counts_nowhere_once_taken_back(vault: Vault) -> None:
    """Neither on the sheet, nor in the figures, nor for the reminder; and the day can be noted again."""
    amira = participant(vault)
    id = sheet(vault, amira)
    before = _counted(vault, amira)
    first = TODAY - timedelta(days=3)
    talk = saved(disclosure.talk_again(vault, id, on=first, now=NOW))
    assert _counted(vault, amira) != before
    saved(disclosure.not_talked(vault, talk, now=NOW))
    assert _counted(vault, amira) == before == ((TODAY,), 1, 1)
    with vault.read() as tx:
        assert records.current(tx, DISCLOSURE_TALK, talk) is not None
    saved(disclosure.talk_again(vault, id, on=first, now=NOW))
    assert _counted(vault, amira) == ((first, TODAY), 2, 2)


def _counted(vault: Vault, whose: UUID) -> tuple[tuple[date, ...], int, int | None]:
    (line,) = disclosure.sheets(vault, whose, now=NOW)
    (course,) = logs.read(vault, now=NOW).logs.courses
    with vault.read() as tx:
        me = people.me(tx)
        (case,) = alerts.of_cases(tx, me.person, me.signs, TODAY)
    return line.sheet.talks, course.disclosure_talks, case.disclosure_talks


def test_a_diagnosis_stands_in_no_worksheet(vault: Vault) -> None:
    told: dict[str, Any] = {"choice": "full", "who_tells": "together", "wording": REFUSED}
    assert isinstance(disclosure.agree(vault, participant(vault), fields=told, now=NOW), Held)
    assert SENTINEL not in whole_text(vault)


PLACES = [None, uuid4(), uuid4()]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(PLACES), st.sampled_from(["", "none", "full"]),
            st.sampled_from(["participant", "consultant", "together"]), st.sampled_from(["", WORDS]),
            st.integers(-5, 5), st.none() | st.integers(-5, 0),
        ),
        max_size=6,
    ),
    st.sampled_from(PLACES),
)  # fmt: skip
def test_never_a_word_that_no_live_agreement_for_the_place_holds(
    sheets: list[Any], where: UUID | None
) -> None:
    who = uuid4()
    made = [
        DisclosureSheet(
            uuid4(), who, place, None, "", "", choice, teller, "", words, "", "", TODAY + timedelta(days=begin),
            None if end is None else TODAY + timedelta(days=end), "",
        )
        for place, choice, teller, words, begin, end in sheets
    ]  # fmt: skip
    said = may_be_said(who, made, where, date(2026, 11, 23))
    if said.wording:
        live = [
            s
            for s in made
            if s.withdrawn_on is None and s.employer in (where, None) and s.wording == said.wording
        ]
        assert any(s.choice == "full" and s.who_tells != "participant" for s in live)
    assert bool(said.wording) == said.may_tell
