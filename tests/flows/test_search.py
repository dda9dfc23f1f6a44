"""Search: whatever is typed is safe, what is written is found, and nothing that was taken out."""

from __future__ import annotations

import sys
import unicodedata
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services import caseload, employers, journal, search
from app.services.search import Found, Part
from app.store import search as index
from app.vault.vault import Vault
from tests.journal_parts import (
    NOW,
    contact,
    employer,
    fields,
    note,
    participant,
    terms,
    whole_text,
)


def _marked(parts: tuple[Part, ...]) -> list[str]:
    return [part.text for part in parts if part.hit]


def _text(parts: tuple[Part, ...]) -> str:
    return "".join(part.text for part in parts)


def _notes(vault: Vault, text: str) -> list[UUID]:
    return [hit.id for hit in search.find(vault, text).notes]


def test_every_group_is_found_by_its_own_words(vault: Vault) -> None:
    amira = participant(vault, case_no="JC-2026-0418", wish_area="Bageri og kantine")
    juhl = employer(vault, city="Elmekøbing", contact_person="Hanne Juhl")
    written = note(vault, amira, title="Samtale om bageri", facts="Vi talte om rugbrød.")
    call = contact(vault, juhl, amira, spoke_with="Hanne Juhl", about="Mangler en til rundstykker.")
    assert [h.id for h in search.find(vault, "JC-2026-0418").participants] == [amira]
    assert [h.id for h in search.find(vault, "elmek").employers] == [juhl]
    assert [(h.id, h.participant_name) for h in search.find(vault, "rugbrød").notes] == [
        (written.id, "Amira Holm")
    ]
    assert [(h.id, h.employer_name) for h in search.find(vault, "rundst").contacts] == [(call, "Bageri Juhl")]
    found = search.find(vault, "bageri")
    assert (len(found.participants), len(found.employers), len(found.notes)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("written", "asked", "hit"),
    [
        ("gården", "gård", True),
        ("gården", "gaard", True),
        ("gaarden", "gård", True),
        ("gaarden", "gaard", True),
        ("får", "far", False),
        ("far", "får", False),
        ("Ølsted", "oelst", True),
        ("Oelsted", "ølst", True),
        ("Ølsted", "olst", False),
        ("værksted", "vaerk", True),
        ("vaerksted", "værk", True),
        ("café", "cafe", True),
        ("cafe", "café", True),
        ("Müller", "muller", True),
        ("Göran", "gøran", True),
        ("Israel", "israel", True),
        ("ÅRHUS", "århus", True),
        ("A\u030arhus", "århus", True),
        ("bageri", "bagerier", False),
        ("kl.8", "8", True),
    ],
)
def test_danish_letters_are_found_as_people_write_them(
    vault: Vault, written: str, asked: str, hit: bool  # noqa: FBT001
) -> None:  # fmt: skip
    with vault.begin() as tx:
        index._put(tx, index.NOTE, UUID(int=1), None, NOW, head="", body=f"Vi mødtes ved {written} kl. 9.")
        found = index.match(tx, asked, index.NOTE, limit=2)
    assert bool(found) == hit


def test_all_words_are_wanted_and_only_the_last_may_be_a_beginning(vault: Vault) -> None:
    id = note(vault, participant(vault), facts="Hanne Juhl mangler en til pakkelinjen.").id
    for asked, hit in (
        ("hanne pakke", True),
        ("pakkelinjen han", True),
        ("pakke hanne", False),
        ("hanne gulv", False),
    ):
        assert _notes(vault, asked) == ([id] if hit else []), asked


def test_the_newest_notes_come_first_and_the_rest_is_announced(vault: Vault) -> None:
    amira = participant(vault)
    ids = [note(vault, amira, happened_at=NOW - timedelta(days=d), facts="Vi talte.").id for d in (3, 1, 2)]
    found = search.find(vault, "talte", limit_per_group=2)
    assert [hit.id for hit in found.notes] == [ids[1], ids[2]]
    assert found.more == {"notes"}
    assert search.find(vault, "talte").more == frozenset()


def test_a_name_that_begins_so_comes_before_one_found_by_other_words(vault: Vault) -> None:
    participant(vault, "Zofie Bager", wish_area="Butik")
    participant(vault, "Anders Thy", wish_area="Bageri")
    names = [_text(h.name) for h in search.find(vault, "bage").participants]
    assert names == ["Zofie Bager", "Anders Thy"]


def test_what_was_found_is_marked_in_a_line_around_it(vault: Vault) -> None:
    long = (
        "Vi talte om mange ting den dag. " * 8
        + "Så nævnte han gaarden ved søen. "
        + "Resten aftalte vi siden. " * 9
    )
    note(vault, participant(vault), title="Gårdens opgaver", facts=long)
    hit = search.find(vault, "gård").notes[0]
    assert _marked(hit.title) == ["Gårdens"]
    assert _marked(hit.snippet) == ["gaarden"]
    shown = _text(hit.snippet)
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) <= search.ROOM + 60


def test_a_changed_record_is_found_by_its_new_words_only(vault: Vault) -> None:
    amira, juhl = participant(vault), employer(vault, city="Elmekøbing")
    caseload.change(vault, amira, fields={"name": "Amira Sørensen"}, now=NOW)
    employers.change(vault, juhl, fields={"city": "Vestby"}, now=NOW)
    assert search.find(vault, "holm").nothing
    assert len(search.find(vault, "sørensen").participants) == 1
    assert search.find(vault, "elmekøbing").nothing
    assert len(search.find(vault, "vestby").employers) == 1


def test_a_participant_taken_out_is_gone_from_the_index_to_the_last_word(vault: Vault) -> None:
    amira, jonas = participant(vault), participant(vault, "Jonas Bak")
    note(vault, amira, facts="Zebrahaven er lukket.")
    note(vault, jonas, facts="Bageriet er åbent.")
    with vault.begin() as tx:
        index.remove_participant(tx, amira)
    assert search.find(vault, "zebrahaven").nothing
    assert search.find(vault, "amira").nothing
    assert not terms(vault) & {"zebrahaven", "amira", "holm"}
    assert len(_notes(vault, "bageriet")) == 1
    assert "zebrahaven" not in whole_text(vault)


@pytest.mark.parametrize("text", ["", "   ", "!!!", '"', "😀", "*", "( )", "-", "^", ":", "\x00"])
def test_a_question_without_a_word_finds_nothing(vault: Vault, text: str) -> None:
    note(vault, participant(vault))
    assert search.find(vault, text) == Found(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=40)
    | st.lists(
        st.sampled_from(
            ["AND", "OR", "NOT", "NEAR(", ")", '"', "'", "*", "^", "head:", "-", "+", "{a b}", "rowid", "møde", "😀", "\ud800"]
        ),
        max_size=6,
    ).map(" ".join)
)  # fmt: skip
def test_whatever_is_typed_is_only_ever_looked_for(vault: Vault, text: str) -> None:
    search.find(vault, text)


def test_no_word_that_is_looked_for_is_two_in_the_index(vault: Vault) -> None:
    """Which is kept of each word, and not its place, so that two words in a row cannot be looked for."""
    words = [f"q{chr(code)}q" for code in range(0x80, sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    with vault.begin() as tx:
        body = " ".join(word for word in words if index.WORD.fullmatch(unicodedata.normalize("NFC", word)))
        index._put(tx, index.NOTE, UUID(int=77), None, NOW, head="", body=body)
    assert "q" not in terms(vault)


_WORDS = st.text(st.sampled_from("abeoåæøéxÅØ"), min_size=2, max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(_WORDS, min_size=1, max_size=4), data=st.data())
def test_a_note_is_found_by_any_of_its_words_and_by_their_beginnings(
    vault: Vault, words: list[str], data: st.DataObject
) -> None:
    with vault.begin() as tx:
        id = UUID(int=77)
        index._put(tx, index.NOTE, id, None, NOW, head="", body=" ".join(words))
        word = data.draw(st.sampled_from(words))
        begin = word[: data.draw(st.integers(1, len(word)))]
        others = data.draw(st.lists(st.sampled_from(words), max_size=2))
        for asked in (word, begin, word.upper(), " ".join([*others, begin]), index.fold(word)):
            assert [m.id for m in index.match(tx, asked, index.NOTE, limit=3)] == [id], asked


@given(text=st.text(max_size=200), asked=st.text(max_size=20))
def test_marking_never_changes_a_text(text: str, asked: str) -> None:
    assert _text(search.parts(text, asked)) == text
    line = " ".join(text.split())
    shown = _text(search.snippet(text, asked)).removeprefix("… ").removesuffix(" …")
    assert shown in line


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 3), min_size=1, max_size=20))
def test_many_documents_of_one_minute_each_have_their_own_number(vault: Vault, minutes: list[int]) -> None:
    with vault.begin() as tx:
        for id, minute in enumerate(minutes, 1):
            at = NOW + timedelta(minutes=minute)
            index._put(tx, index.NOTE, UUID(int=id), None, at, head="x", body="")
        found = index.match(tx, "x", index.NOTE, limit=99)
        assert len(found) >= len(minutes)
        assert [m.at for m in found] == sorted((m.at for m in found if m.at), reverse=True)
        for id in range(1, len(minutes) + 1):
            index.remove(tx, index.NOTE, UUID(int=id))


def test_a_full_minute_runs_over_into_the_next(vault: Vault) -> None:
    with vault.begin() as tx:
        for id in range(1, 600):
            index._put(tx, index.NOTE, UUID(int=id), None, NOW, head="x", body="")
        assert len(index.match(tx, "x", index.NOTE, limit=999)) == 599


def test_a_corrected_note_is_found_in_its_newest_version_only(vault: Vault) -> None:
    amira = participant(vault)
    old = note(vault, amira, facts="Mødtes i Zebrahaven.")
    new = journal.correct(vault, old.id, note=fields(amira, facts="Mødtes i Girafhaven."), now=NOW)
    assert isinstance(new, journal.Saved)
    assert _notes(vault, "zebrahaven") == []
    assert _notes(vault, "girafhaven") == [new.note.id]
