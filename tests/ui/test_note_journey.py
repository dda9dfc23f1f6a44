"""A note from the first key to the journal, by keyboard, on a real vault with the real guard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.journal import NoteKind
from tests.ui.note_parts import MILD, PLAIN, SLIP, Bench, bench  # noqa: F401
from tests.ui.stage import clipped
from ui.theme import Theme
from ui.widgets.note_edit import NoteEdit
from ui.widgets.refit import refit

pytestmark = pytest.mark.screen

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def test_a_note_with_a_slip_is_rewritten_and_entered_without_a_mouse(bench: Bench) -> None:  # noqa: F811
    window = bench.open()
    assert window.head.picker.hasFocus()
    bench.qtbot.waitUntil(lambda: window.head.picker._model.rowCount() == 2)
    bench.type("ami")
    bench.press(Key.Key_Return)
    bench.type(SLIP)
    bench.judged(window, 1)
    assert not window.foot.enter.isEnabled()
    assert "1 stop skal løses, før notatet kan føres i journalen." in window.foot.sentence.text()
    bench.press(Key.Key_F4)
    bench.press(Key.Key_Return, ALT)
    bench.judged(window, 0)
    bench.press(Key.Key_Return, CTRL)
    bench.gone(window)
    assert bench.told == ["Ført i journalen. Gemt her, sendes på kommunens net."]
    (note,) = bench.notes()
    assert "Sertralin" not in note.facts
    assert "træt om formiddagen" in note.facts
    assert bench.drafts() == ()


def test_the_writing_field_comes_first_when_the_candidate_is_known(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    assert window.sheet.edits["facts"].hasFocus()
    bench.qtbot.waitUntil(lambda: window.head.picker.text() == "Amira Holm")


def test_a_danish_letter_may_be_written_as_two(bench: Bench) -> None:  # noqa: F811
    window = bench.open()
    bench.qtbot.waitUntil(lambda: window.head.picker._model.rowCount() == 2)
    bench.type("aab")
    bench.press(Key.Key_Return)
    assert window.head.picker.chosen() == bench.aaberg


def test_ctrl_enter_does_not_pass_a_stop(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(SLIP)
    bench.judged(window, 1)
    bench.press(Key.Key_Return, CTRL)
    assert bench.notes() == ()
    assert window.isVisible()


def test_the_door_holds_what_was_entered_before_the_guard_had_looked(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    window.sheet.edits["facts"].insertPlainText(SLIP)
    window.enter()
    bench.judged(window, 1)
    assert bench.notes() == ()
    assert window.sheet.edits["facts"].marks()


def test_something_to_consider_is_kept_with_one_press(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(MILD)
    bench.judged(window, 1)
    (card,) = window.panel.cards()
    keep = next(button for button in card.buttons if "Behold" in button.text())
    bench.qtbot.keyClick(keep, Key.Key_Space)
    bench.judged(window, 0)
    bench.press(Key.Key_Return, CTRL)
    bench.gone(window)
    assert [note.facts for note in bench.notes()] == [MILD]


def test_what_is_to_be_considered_is_not_entered_unasked(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(MILD)
    bench.judged(window, 1)
    assert window.foot.enter.isEnabled()
    bench.press(Key.Key_Return, CTRL)
    bench.qtbot.waitUntil(lambda: not window._entering)
    assert bench.notes() == ()
    assert "at overveje" in window.foot.sentence.text()


def test_without_a_candidate_the_words_say_so_and_the_focus_is_there(bench: Bench) -> None:  # noqa: F811
    window = bench.open()
    window.sheet.edits["facts"].setFocus()
    bench.type(PLAIN)
    bench.press(Key.Key_Return, CTRL)
    assert window.foot.sentence.text() == "Vælg den kandidat, notatet handler om."
    assert window.head.picker.hasFocus()


def test_the_title_follows_the_text_until_the_writer_gives_one(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    assert window.head.title.text() == "Samtale"
    bench.type("Mødte Amira på biblioteket. Vi talte om jobbet. ")
    bench.qtbot.waitUntil(lambda: window.head.title.text() == "Samtale · Mødte Amira på biblioteket")
    bench.press(Key.Key_J, ALT)
    bench.qtbot.waitUntil(lambda: window.head.title.text().startswith("Jobsøgning · "))
    window.head.title.selectAll()
    window.head.title.setFocus()
    bench.type("Besøg hos Bageri Juhl")
    bench.press(Key.Key_Return)
    bench.type(" Mere.")
    bench.press(Key.Key_O, ALT)
    bench.qtbot.waitUntil(lambda: window.head.kind() is NoteKind.FOLLOW_UP)
    assert window.head.title.text() == "Besøg hos Bageri Juhl"


def test_a_title_never_repeats_what_the_guard_stops(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(SLIP)
    bench.judged(window, 1)
    assert window.head.title.text() == "Samtale"


def test_a_stop_in_the_title_counts_too(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    window.head.title.setFocus()
    window.head.title.selectAll()
    bench.type("Begyndt på Sertralin 50 mg")
    bench.judged(window, 1)
    assert not window.foot.enter.isEnabled()


def test_fact_own_view_judgement_and_agreement_are_kept_apart(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(PLAIN)
    for name, words in (
        ("own_view", "Vil gerne."),
        ("assessment", "Er klar."),
        ("agreements", "Ses tirsdag."),
    ):
        window.sheet._openers[name].click()
        assert window.sheet.edits[name].hasFocus()
        bench.type(words)
    bench.press(Key.Key_Return, CTRL)
    bench.gone(window)
    (note,) = bench.notes()
    assert (note.facts, note.own_view) == (PLAIN, "Vil gerne.")
    assert (note.assessment, note.agreements) == ("Er klar.", "Ses tirsdag.")


def test_a_correction_shows_the_old_words_and_points_back(bench: Bench) -> None:  # noqa: F811
    old = bench.write(facts="Mødtes kl. 9.", title="Møde på biblioteket")
    window = bench.open(corrects=old)
    assert window._old is not None
    assert "Mødtes kl. 9." in window._old.text.toPlainText()
    window.sheet.edits["facts"].selectAll()
    bench.type("Mødtes kl. 10.")
    assert window.head.picker.isReadOnly()
    bench.press(Key.Key_Return, CTRL)
    bench.gone(window)
    (newest,) = bench.notes()
    assert (newest.facts, newest.corrects) == ("Mødtes kl. 10.", old.id)
    assert newest.title == "Møde på biblioteket"


def test_tab_goes_all_the_way_round(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(SLIP)
    bench.judged(window, 1)
    first = QApplication.focusWidget()
    seen: set[QWidget | None] = set()
    for _ in range(60):
        bench.press(Key.Key_Tab)
        seen.add(QApplication.focusWidget())
        if QApplication.focusWidget() is first:
            break
    assert QApplication.focusWidget() is first
    assert {window.head.picker, window.head.title, window.sheet.edits["facts"], window.foot.park} <= seen
    assert window.panel.cards()[0].buttons[0] in seen


def test_everything_that_takes_the_focus_has_a_name(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    for name in ("own_view", "assessment", "agreements"):
        window.sheet.unfold(name)
    bench.type(f"{SLIP} {MILD}")
    bench.judged(window, 2)
    nameless = [
        part
        for part in window.findChildren(QWidget)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and part.isVisibleTo(window)
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert not [part for part in nameless if not _inside_a_named_field(part)]


def _inside_a_named_field(part: QWidget) -> bool:
    """The line edit of a spin box and the viewport of a text are parts of the field, which has the name."""
    parent = part.parentWidget()
    return parent is not None and bool(parent.accessibleName()) and not isinstance(part, NoteEdit)


def test_f6_goes_from_group_to_group(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.press(Key.Key_F6)
    assert window.foot.park.hasFocus()
    bench.press(Key.Key_F6)
    assert window.head.picker.hasFocus()
    bench.press(Key.Key_F6)
    assert window.sheet.edits["facts"].hasFocus()


def test_larger_text_is_followed_while_the_note_is_open(bench: Bench, look: Theme) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(PLAIN)
    look.set_text_size(200)
    refit(window, before=1.0, now=2.0)
    QApplication.processEvents()
    fresh = bench.open(participant=bench.amira)
    for name in ("picker", "date", "time", "minutes"):
        live, made = getattr(window.head, name), getattr(fresh.head, name)
        assert abs(live.height() - made.height()) <= 2
        assert live.width() >= made.width() - 2
    assert not clipped(window)
    window.activateWindow()
    window.sheet.edits["facts"].undo()
    assert window.sheet.edits["facts"].text() != PLAIN


def test_the_window_title_says_nothing(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(PLAIN)
    bench.kept(window)
    assert window.windowTitle() == "Feltjournal"
