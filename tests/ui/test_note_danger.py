"""When somebody may be in danger, whom to call stands first, and the words are not gone before they were read."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

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


def test_at_the_largest_text_whom_to_call_and_the_line_that_is_written_are_both_in_sight(
    bench: Bench,  # noqa: F811
    look: Theme,
) -> None:
    look.set_text_size(200)
    window = bench.open(participant=bench.amira)
    window.setMinimumSize(0, 0)
    window.resize(1280, 720)
    bench.type(DANGER)
    bench.qtbot.waitUntil(window.danger.isVisible, timeout=30_000)
    edit = window.sheet.edits["facts"]

    def whole(widget: QWidget, rect: QRect) -> bool:
        port = window._area.viewport()
        return port.rect().contains(QRect(widget.mapTo(port, rect.topLeft()), rect.size()))

    bench.qtbot.waitUntil(lambda: whole(window.danger, window.danger.rect()))
    assert whole(edit, edit.cursorRect())
    first, *_ = window.danger._details
    assert not first.isVisible()
    window.danger._more.click()
    assert first.isVisible()


def test_a_form_says_first_whom_to_call(look: Theme) -> None:
    del look
    start = DANGER.index("forsøgt")
    found = Finding(start, start + len("forsøgt selvmord"), "RISK_COERCION", Level.REFUSE, "test")
    assert form_answer.sentence(DANGER, (found,)).startswith("Er nogen i fare? Ring 112 først.")
