"""Help from the guard: a task without content, and a better sentence that one Ctrl+Z takes back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from app.services import calendar
from tests.ui.note_parts import SLIP, Bench, bench  # noqa: F401
from tests.vault_parts import NOW

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_asking_the_authority_makes_a_task_that_says_nothing_of_the_text(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    assert not window.panel.ask_for_it.isVisible()
    bench.type(SLIP)
    bench.qtbot.waitUntil(lambda: len(window.panel.cards()) == 1, timeout=30_000)
    bench.qtbot.keyClick(window.panel.ask_for_it, Qt.Key.Key_Space)
    bench.qtbot.waitUntil(lambda: bool(bench.told), timeout=30_000)
    (row,) = bench.ask(partial(calendar.tasks, now=NOW))
    assert row.task.participant == bench.amira
    assert row.task.title == "Bed myndigheden indhente oplysninger"
    assert window.sheet.edits["facts"].text() == SLIP


def test_without_a_candidate_it_says_whom_to_choose_first(bench: Bench) -> None:  # noqa: F811
    window = bench.open()
    window.sheet.edits["facts"].insertPlainText(SLIP)
    bench.qtbot.waitUntil(lambda: len(window.panel.cards()) == 1, timeout=30_000)
    window.panel.fetch.emit()
    assert (
        "Vælg kandidaten først" in window.foot.sentence.text()
        or bench.ask(partial(calendar.tasks, now=NOW)) == ()
    )


def test_one_press_rewrites_and_one_takes_it_back(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    facts = window.sheet.edits["facts"]
    bench.type(SLIP)
    bench.qtbot.waitUntil(lambda: len(window.panel.cards()) == 1, timeout=30_000)
    bench.press(Qt.Key.Key_Return, ALT)
    assert "Sertralin" not in facts.text()
    bench.press(Qt.Key.Key_Z, CTRL)
    assert facts.text() == SLIP
