"""The note field: the guard reads along and never disturbs the writer."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor, QTextFormat
from pytestqt.qtbot import QtBot

from app.guard import Source, review
from ui.theme import Theme
from ui.widgets.note_edit import Mark, NoteEdit, Spot
from ui.widgets.note_edit.reading import from_qt, read_paragraphs, read_whole, to_qt
from ui.work import Work

pytestmark = pytest.mark.screen

SLIP = "Hun er begyndt på Sertralin 50 mg og er træt."
Key = Qt.Key


@pytest.fixture
def work(look: Theme) -> Iterator[Work]:
    review("læser ordlisterne")
    made = Work()
    yield made
    made.stop()


@pytest.fixture
def edit(qtbot: QtBot, work: Work) -> Iterator[NoteEdit]:
    made = NoteEdit(work, "Hvad skete der?", room=400)
    made.set_text("")
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    yield made
    made.wipe()
    made.close()
    made.deleteLater()


def _judged(qtbot: QtBot, edit: NoteEdit) -> list[tuple[Spot, ...]]:
    seen: list[tuple[Spot, ...]] = []
    edit.judged.connect(seen.append)
    qtbot.waitUntil(edit.is_judged, timeout=10_000)
    return seen


def _marks(spots: tuple[Spot, ...]) -> tuple[Mark, ...]:
    return tuple(
        Mark(f"{n}/{spot.category}", n, spot.start, spot.end, spot.stops) for n, spot in enumerate(spots, 1)
    )


def test_a_slip_is_found_when_the_writer_rests(qtbot: QtBot, edit: NoteEdit) -> None:
    qtbot.keyClicks(edit, SLIP[:-1])
    (spots,) = _judged(qtbot, edit)[-1:]
    assert len(spots) == 1
    assert spots[0].stops
    assert "Sertralin 50 mg" in SLIP[spots[0].start : spots[0].end]


def test_nothing_is_shown_while_a_sentence_is_being_written(qtbot: QtBot, edit: NoteEdit, work: Work) -> None:
    shown: list[object] = []
    edit.judged.connect(shown.append)
    edit.insertPlainText("Hun fik Sertralin 50 mg")
    with qtbot.waitSignal(work._finished, timeout=5_000):
        pass  # the paragraph has been read by now
    assert shown == []
    qtbot.waitUntil(lambda: bool(shown), timeout=5_000)


def test_the_end_of_a_sentence_shows_it_sooner(qtbot: QtBot, edit: NoteEdit) -> None:
    edit.insertPlainText(SLIP)
    qtbot.keyClicks(edit, " ")
    assert edit._reader._show_soon
    edit._reader._quiet.stop()
    with qtbot.waitSignal(edit.judged, timeout=5_000):
        pass


def test_a_paste_is_judged_at_once_and_counted(qtbot: QtBot, edit: NoteEdit) -> None:
    pasted = QMimeData()
    pasted.setText(f"{SLIP}\r\nHun har F20.0.")
    with qtbot.waitSignal(edit.pasted, timeout=5_000) as said:
        edit.insertFromMimeData(pasted)
        assert not edit._reader._quiet.isActive()
    assert said.args == [2]
    assert "\r" not in edit.text()


def test_an_answer_to_a_text_that_has_changed_is_dropped(qtbot: QtBot, edit: NoteEdit, work: Work) -> None:
    slow = threading.Event()
    work.aside(edit, lambda: slow.wait(20), lambda _: None)
    seen: list[tuple[Spot, ...]] = []
    edit.judged.connect(seen.append)
    edit.insertPlainText(SLIP)
    edit.judge()
    edit.selectAll()
    edit.insertPlainText("Hun er glad for jobbet.")
    slow.set()
    qtbot.waitUntil(edit.is_judged, timeout=10_000)
    assert seen == [()]


def test_a_guard_that_does_not_answer_is_never_taken_for_a_clean_text(
    qtbot: QtBot, edit: NoteEdit, work: Work
) -> None:
    slow = threading.Event()
    work.aside(edit, lambda: slow.wait(20), lambda _: None)
    edit.insertPlainText(SLIP)
    with qtbot.assertNotEmitted(edit.judged), qtbot.waitSignal(edit.late, timeout=5_000):
        pass
    slow.set()
    qtbot.waitUntil(edit.is_judged, timeout=10_000)


def test_a_stern_source_is_asked_anew(qtbot: QtBot, edit: NoteEdit) -> None:
    edit.insertPlainText("Han har ondt i ryggen.")
    assert not _judged(qtbot, edit)[-1][0].stops
    edit.set_source(Source.CLINIC)
    assert _judged(qtbot, edit)[-1][0].stops


def test_marks_touch_neither_caret_nor_scroll_nor_undo(qtbot: QtBot, edit: NoteEdit) -> None:
    edit.insertPlainText("\n".join([SLIP] * 8))
    edit.verticalScrollBar().setValue(30)
    cursor = edit.textCursor()
    cursor.setPosition(20)
    edit.setTextCursor(cursor)
    before = (
        edit.textCursor().position(),
        edit.verticalScrollBar().value(),
        edit.document().availableUndoSteps(),
    )
    edit.show_marks(_marks(_judged(qtbot, edit)[-1]))
    assert len(edit.extraSelections()) == 8
    after = (
        edit.textCursor().position(),
        edit.verticalScrollBar().value(),
        edit.document().availableUndoSteps(),
    )
    assert after == before


def test_marks_are_set_only_when_they_change(qtbot: QtBot, edit: NoteEdit) -> None:
    edit.insertPlainText(SLIP)
    marks = _marks(_judged(qtbot, edit)[-1])
    edit.show_marks(marks)
    first = edit._placed
    edit.show_marks(marks)
    assert edit._placed is first


def test_a_stop_and_a_thing_to_consider_differ_without_colour(qtbot: QtBot, edit: NoteEdit) -> None:
    edit.insertPlainText(f"{SLIP} Nummeret er 710384-0000.")
    edit.show_marks(_marks(_judged(qtbot, edit)[-1]))
    styles = {
        selection.format.property(QTextFormat.Property.TextUnderlineStyle.value)
        for selection in edit.extraSelections()
    }
    assert len(styles) == 2


def test_a_mark_moves_with_what_is_written_before_it(qtbot: QtBot, edit: NoteEdit) -> None:
    edit.insertPlainText(SLIP)
    (spot,) = _judged(qtbot, edit)[-1]
    edit.show_marks(_marks((spot,)))
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(edit, "I dag: ")
    assert edit._placed[0].cursor.selectedText() == SLIP[spot.start : spot.end]


def test_one_undo_takes_a_replacement_back(edit: NoteEdit) -> None:
    edit.insertPlainText(SLIP)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    edit.replace(7, 45, "er træt")
    assert edit.text() == "Hun er er træt"
    assert edit.textCursor().position() == 0
    edit.undo()
    assert edit.text() == SLIP


def test_tab_leaves_the_field(edit: NoteEdit) -> None:
    assert edit.tabChangesFocus()
    assert not edit.acceptRichText()


def test_a_paste_without_room_is_refused_whole_and_in_words(qtbot: QtBot, edit: NoteEdit) -> None:
    edit.insertPlainText("Først. ")
    long = QMimeData()
    long.setText("x" * 1_000)
    with qtbot.waitSignal(edit.refused) as said:
        edit.insertFromMimeData(long)
    assert said.args == ["Der er plads til 400 tegn. Med det indsatte bliver det 1.007. Intet er indsat."]
    assert edit.text() == "Først. "


def test_a_file_is_refused_in_words(qtbot: QtBot, edit: NoteEdit) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/invented/epikrise.docx")])
    drop = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(edit.refused) as said:
        edit.dropEvent(drop)
    assert str(said.args[0]).startswith("Filer kan ikke lægges i et notat.")
    assert edit.text() == ""


def test_rich_text_comes_in_as_plain_words(edit: NoteEdit) -> None:
    rich = QMimeData()
    rich.setHtml("<b>Fed</b> <img src='x'> tekst")
    rich.setText("Fed tekst")
    edit.insertFromMimeData(rich)
    assert edit.text() == "Fed tekst"
    assert "<b>" not in edit.toHtml().split("<body")[1]


def test_what_is_copied_is_kept_out_of_clipboard_histories(edit: NoteEdit) -> None:
    edit.insertPlainText("Første linje.\nAnden linje.")
    edit.selectAll()
    copied = edit.createMimeDataFromSelection()
    assert copied.text() == "Første linje.\nAnden linje."
    assert bytes(copied.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_no_line_holds_more_than_72_characters(qtbot: QtBot, edit: NoteEdit) -> None:
    edit.resize(2_000, 400)
    edit.insertPlainText("Vi talte om tempo, pauser og en fast makker på lageret. " * 6)
    qtbot.waitUntil(lambda: edit.document().firstBlock().layout().lineCount() > 3)
    layout = edit.document().firstBlock().layout()
    longest = max(layout.lineAt(i).textLength() for i in range(layout.lineCount()))
    assert 60 <= longest <= 73  # the space a line ends with is not seen


def test_wiping_leaves_no_word_to_bring_back(edit: NoteEdit) -> None:
    edit.insertPlainText(SLIP)
    edit.wipe()
    edit.undo()
    assert edit.text() == ""
    assert not edit.document().isUndoAvailable()


@given(st.text(st.sampled_from("aå \n😀𝄞é"), max_size=30), st.integers(0, 30))
def test_places_mean_the_same_to_the_guard_and_to_qt(text: str, place: int) -> None:
    place = min(place, len(text))
    assert from_qt(text, to_qt(text, place)) == place


@given(
    st.lists(st.sampled_from([SLIP, "Han har ondt i ryggen.", "Hun er glad.", "", "😀 F20.0"]), max_size=5)
)
def test_what_is_marked_is_what_the_door_would_hold(parts: list[str]) -> None:
    text = "\n".join(parts)
    known = read_paragraphs(tuple(parts), Source.OBSERVED)
    seen = read_whole(text, known, Source.OBSERVED)
    assert [(s.start, s.end, s.category, s.level) for s in seen] == [
        (f.start, f.end, f.category, f.level) for f in review(text)
    ]
    for spot in seen:
        if spot.suggestion is not None:
            assert 0 <= spot.suggestion.start <= spot.suggestion.end <= len(text)
