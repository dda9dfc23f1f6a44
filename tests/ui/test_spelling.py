"""Spelling in a note: marks that disturb nobody, F7 that rights a word, own words that stay in the vault."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.services import spelling
from app.services.door import Held
from tests.ui.note_parts import Bench, bench  # noqa: F401
from ui.note import NoteWindow
from ui.theme import Theme

Key = Qt.Key


def _written(bench: Bench, words: str) -> NoteWindow:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(words)
    facts = window.sheet.edits["facts"]
    bench.qtbot.waitUntil(lambda: bool(facts.misspelt()), timeout=30_000)
    return window


def test_a_wrong_word_is_marked_and_f7_puts_the_right_one_in_its_place(bench: Bench, look: Theme) -> None:  # noqa: F811
    window = _written(bench, "Vi aftalte et bessøg i morgen. ")
    facts = window.sheet.edits["facts"]
    assert [one.word for one in facts.misspelt()] == ["bessøg"]
    bench.press(Key.Key_F7)
    bench.qtbot.waitUntil(lambda: window.correcting.menu is not None and window.correcting.menu.isVisible())
    menu = window.correcting.menu
    assert menu is not None
    assert menu.activeAction().text() == "besøg"
    bench.qtbot.keyClick(menu, Key.Key_Return)
    assert facts.text() == "Vi aftalte et besøg i morgen. "
    bench.qtbot.waitUntil(lambda: not facts.misspelt(), timeout=10_000)
    facts.undo()
    assert facts.text() == "Vi aftalte et bessøg i morgen. "


def test_the_word_that_is_being_written_is_not_marked_yet(bench: Bench, look: Theme) -> None:  # noqa: F811
    window = _written(bench, "Det var kvissen og bessøg")
    facts = window.sheet.edits["facts"]
    assert "bessøg" not in [one.word for one in facts.misspelt()]
    bench.press(Key.Key_Home)
    assert "bessøg" in [one.word for one in facts.misspelt()]


def test_the_guards_marks_and_the_writers_undo_are_left_alone(bench: Bench, look: Theme) -> None:  # noqa: F811
    window = _written(bench, "Hun fik Sertralin og kom til et bessøg igen. ")
    facts = window.sheet.edits["facts"]
    bench.judged(window, 1)
    assert [mark.stops for mark in facts.marks()] == [True]
    caret = facts.caret()
    facts.undo()
    facts.redo()
    assert facts.caret() == caret


def test_an_own_word_is_marked_no_more_and_is_kept_in_the_vault(bench: Bench, look: Theme) -> None:  # noqa: F811
    window = _written(bench, "Vi talte om kvissen på lageret. ")
    facts = window.sheet.edits["facts"]
    bench.press(Key.Key_F7)
    bench.qtbot.waitUntil(lambda: window.correcting.menu is not None and window.correcting.menu.isVisible())
    menu = window.correcting.menu
    assert menu is not None
    menu.actions()[-1].trigger()
    bench.qtbot.waitUntil(lambda: not facts.misspelt(), timeout=10_000)
    assert bench.ask(spelling.own_words) == {"kvissen"}


def test_the_guard_lets_no_drug_in_among_the_own_words(bench: Bench) -> None:  # noqa: F811
    assert isinstance(bench.ask(lambda vault: spelling.learn(vault, "sertralin")), Held)
    assert bench.ask(spelling.own_words) == frozenset()


def test_an_own_word_can_be_dropped(bench: Bench) -> None:  # noqa: F811
    bench.ask(lambda vault: spelling.learn(vault, "Kvissen"))
    assert bench.ask(lambda vault: spelling.forget(vault, "kvissen")) == frozenset()


@pytest.mark.parametrize("words", ["Alt er skrevet rigtigt. "])
def test_f7_with_nothing_to_right_moves_nothing(bench: Bench, words: str) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(words)
    bench.judged(window, 0)
    bench.press(Key.Key_F7)
    assert window.correcting.menu is None
    assert window.sheet.edits["facts"].text() == words
