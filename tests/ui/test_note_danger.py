"""When somebody may be in danger, whom to call stands first, and the words are not gone before they were read."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.guard import Finding, Level
from tests.ui.note_parts import Bench, bench  # noqa: F401
from ui.theme import Theme
from ui.widgets import form_answer

DANGER = "Hun fortalte, at hun har forsøgt selvmord i weekenden."


def test_whom_to_call_stands_above_the_text_until_it_was_read(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    assert not window.danger.isVisible()
    bench.type(DANGER)
    bench.qtbot.waitUntil(window.danger.isVisible, timeout=30_000)
    assert window.danger.mapTo(window, window.danger.rect().bottomLeft()).y() <= (
        window.sheet.mapTo(window, window.sheet.rect().topLeft()).y()
    )
    assert DANGER in window.sheet.edits["facts"].text()


def test_the_words_are_not_put_aside_before_they_were_read(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(DANGER)
    bench.qtbot.waitUntil(window.danger.isVisible, timeout=30_000)
    window.close()
    assert window.isVisible()
    assert window.danger.button.hasFocus()
    assert DANGER in window.sheet.edits["facts"].text()
    bench.press(Qt.Key.Key_Space)
    assert not window.danger.isVisible()
    assert window.sheet.edits["facts"].hasFocus()
    window.close()
    bench.gone(window)
    (draft,) = bench.drafts()
    assert "selvmord" not in draft.facts


def test_a_form_says_first_whom_to_call(look: Theme) -> None:
    del look
    start = DANGER.index("forsøgt")
    found = Finding(start, start + len("forsøgt selvmord"), "RISK_COERCION", Level.REFUSE, "test")
    assert form_answer.sentence(DANGER, (found,)).startswith("Er nogen i fare? Ring 112 først.")
