"""The line between journal and patient record, sentence by sentence."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app import guard

_DATA = Path(__file__).parent.parent / "data" / "guard"


def _rows(name: str) -> list[tuple[str, str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return [
            (row["nr"], row["outcome"], row["sentence"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


@pytest.mark.parametrize(("nr", "outcome", "sentence"), _rows("boundary_28.tsv"))
def test_the_agreed_sentences_fall_on_their_side(nr: str, outcome: str, sentence: str) -> None:
    assert guard.label(guard.review(sentence)) == outcome, nr


@pytest.mark.parametrize(("nr", "outcome", "sentence"), _rows("decisions.tsv"))
def test_the_decisions_of_the_guideline_hold(nr: str, outcome: str, sentence: str) -> None:
    assert guard.label(guard.review(sentence)) == outcome, nr


@pytest.mark.parametrize("text", ["Ny medicin siden mandag.", "Hun har angst.", "Han har fået diabetes."])
def test_everyday_words_are_held_back_when_the_clinic_says_them(text: str) -> None:
    assert guard.label(guard.review(text, guard.Source.CLINIC)) == "refuse"
