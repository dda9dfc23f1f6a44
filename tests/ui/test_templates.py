"""Templates and short names by keyboard: from place to place, one step of undo, nothing left unfilled in the journal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.guard import review
from tests.ui.note_parts import Bench, bench  # noqa: F401
from ui.note.templates import snippets, templates

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_template_is_filled_in_from_place_to_place(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    facts, agreements = window.sheet.edits["facts"], window.sheet.edits["agreements"]
    bench.press(Key.Key_T, CTRL | SHIFT)
    menu = window.templates.menu
    assert menu is not None
    bench.qtbot.keyClick(menu, Key.Key_Down)
    bench.qtbot.keyClick(menu, Key.Key_Return)
    assert facts.text().startswith("Besøg hos ‹arbejdsgiver›.")
    assert facts.textCursor().selectedText() == "‹arbejdsgiver›"
    bench.type("Bageri Juhl")
    bench.press(Key.Key_J, CTRL)
    assert facts.textCursor().selectedText() == "‹hvem›"
    for _ in range(3):
        bench.press(Key.Key_J, CTRL)
    assert agreements.hasFocus()
    assert agreements.textCursor().selectedText() == "‹dato›"


def test_a_short_name_becomes_its_sentence_and_one_undo_takes_it_back(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    facts = window.sheet.edits["facts"]
    bench.type("Godt møde. opf")
    bench.press(Key.Key_J, CTRL)
    assert facts.text() == "Godt møde. Vi følger op den ‹dato›."
    bench.type("3. december")
    assert facts.text() == "Godt møde. Vi følger op den 3. december."
    while "opf" not in facts.text():
        facts.undo()
    assert facts.text() == "Godt møde. opf"


def test_a_word_that_only_ends_like_a_short_name_is_left_alone(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type("Skriv om hendescv")
    bench.press(Key.Key_J, CTRL)
    assert window.sheet.edits["facts"].text() == "Skriv om hendescv"


def test_what_was_never_filled_in_does_not_reach_the_journal(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    facts = window.sheet.edits["facts"]
    bench.type("Vi talte. opf")
    bench.press(Key.Key_J, CTRL)
    bench.press(Key.Key_End)
    bench.press(Key.Key_Return, CTRL)
    assert window.foot.sentence.text() == "Udfyld ‹dato›, eller slet det."
    assert facts.textCursor().selectedText() == "‹dato›"
    assert bench.notes() == ()
    bench.type("fredag")
    bench.judged(window, 0)
    bench.press(Key.Key_Return, CTRL)
    bench.gone(window)
    assert [note.facts for note in bench.notes()] == ["Vi talte. Vi følger op den fredag."]


@pytest.mark.parametrize(
    "text", [*snippets().values(), *(t for one in templates() for t in one.texts.values())]
)
def test_the_guard_has_nothing_to_say_to_what_the_program_itself_writes(text: str) -> None:
    assert review(text) == ()
