"""What a correction changed is told in words, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.difference import Change, changes

BEFORE = "Mødte Amira på biblioteket kl. 9. Hun vil gerne møde kl. 8."


def test_a_word_that_became_another_is_told_alone() -> None:
    after = BEFORE.replace("biblioteket", "jobcentret")
    assert changes(BEFORE, after) == (Change("biblioteket", "jobcentret"),)


def test_words_added_and_words_taken_away() -> None:
    assert changes(BEFORE, f"{BEFORE} Aftalt mandag.") == (Change("", "Aftalt mandag."),)
    assert changes(BEFORE, "Mødte Amira på biblioteket kl. 9.") == (Change("Hun vil gerne møde kl. 8.", ""),)


def test_other_line_ends_are_no_change() -> None:
    assert changes(BEFORE, BEFORE.replace(" ", "\n")) == ()


def test_changes_close_to_each_other_are_told_as_one() -> None:
    assert changes("a b c d e f g h", "x b y d e f g z") == (Change("a b c", "x b y"), Change("h", "z"))


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_word_told_stood_there_and_the_same_text_has_no_change(before: str, after: str) -> None:
    for change in changes(before, after):
        assert change.before in " ".join(before.split())
        assert change.after in " ".join(after.split())
        assert change.before != change.after
    assert changes(before, before) == ()
