"""The dictionary in its own process: what is asked, what is answered, and what happens when it is not there."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import pytest

from app.spelling import words
from app.spelling.speller import Speller


@pytest.fixture(scope="module")
def speller() -> Iterator[Speller]:
    made = Speller()
    yield made
    made.close()


def test_a_right_word_and_a_wrong_one_are_told_apart(speller: Speller) -> None:
    assert speller.wrong({"besøg", "bessøg", "jobcenter", "mødestabil", "formidagen"}) == {
        "bessøg",
        "formidagen",
    }


def test_words_of_the_trade_are_no_mistakes(speller: Speller) -> None:
    trade = "virksomhedspraktik løntilskud sagsbehandler arbejdsgiverkontakt vagtplan mentor skånehensyn opfølgning"
    assert speller.wrong(trade.split()) == frozenset()


def test_the_better_word_comes_first(speller: Speller) -> None:
    assert speller.suggest("bessøg")[0] == "besøg"


def test_names_numbers_and_addresses_are_not_asked_about() -> None:
    text = "Amira kom kl9 til a@b.dk, https://x.dk og sagde: vi ringer d.23 om job-samtale"
    assert [word for _, _, word in words.asked(text)] == [
        "kom",
        "til",
        "og",
        "sagde",
        "vi",
        "ringer",
        "om",
        "job-samtale",
    ]


def test_an_abbreviation_is_asked_about_with_its_full_stop(speller: Speller) -> None:
    text = "Vi ses kl. 10 ca. ved bussen. Det var et bessøg."
    said = {words.as_asked(text, *place) for place in words.asked(text)}
    assert speller.wrong(said) == {"bessøg."}


def test_places_count_code_points() -> None:
    text = "😀 bessøg"
    ((start, end, word),) = words.asked(text)
    assert text[start:end] == word == "bessøg"


@pytest.mark.logs_warning
def test_without_a_dictionary_nothing_is_wrong(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        speller = Speller(lambda: [sys.executable, "-c", "print('false')"])
        assert speller.wrong({"bessøg"}) == frozenset()
        assert speller.suggest("bessøg") == ()
    assert caplog.text.count("cannot be read") == 1
    speller.close()


def test_a_helper_that_is_late_is_ended_and_the_next_question_starts_another() -> None:
    late = "import sys,time; print('true', flush=True)\nfor line in sys.stdin:\n  time.sleep(60) if 'suggest' in line else print('[]', flush=True)"
    speller = Speller(lambda: [sys.executable, "-c", late])
    assert speller.suggest("bessøg") == ()
    assert speller.wrong({"besøg"}) == frozenset()
    speller.close()
