"""Each shared widget has a name, a way by keyboard, and something to say when empty or crowded."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.text.standing import State
from ui.theme import Theme
from ui.widgets import announce, painting
from ui.widgets.bars import Bar, Bars
from ui.widgets.boxes import clear, column
from ui.widgets.card_list import CardList, CardRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_card import Fact, FactCard
from ui.widgets.field_group import FieldGroup
from ui.widgets.labels import ElidedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.row_list import Row, RowList
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Option, Segments
from ui.widgets.state_card import StateCard
from ui.widgets.timeline import Entry, Heading, TimelineView

pytestmark = [pytest.mark.usefixtures("look"), pytest.mark.screen]
LONG = "Besøg hos Plantecentret på den anden side af fjorden sammen med virksomhedskonsulenten. " * 12


@dataclass
class Stage:
    """Shows a widget and keeps what it tells."""

    qtbot: QtBot

    def show(self, widget: QWidget, width: int = 500, height: int = 400) -> None:
        self.qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        self.qtbot.waitUntil(widget.isActiveWindow)
        QCoreApplication.processEvents()


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


def _rows() -> tuple[CardRow, ...]:
    return (
        CardRow(
            "a",
            "Amira Holm",
            "Jobsøgning",
            second="Ring til Bageri Juhl",
            right="14 dage siden sidst",
            right_tone="stop",
        ),
        CardRow("b", "Jonas Bak"),
        CardRow("c", LONG, LONG, second=LONG, left=LONG, right=LONG),
    )


def test_a_card_row_is_read_out_whole(qtmodeltester: ModelTester, stage: Stage) -> None:
    cards = CardList("Kandidater")
    stage.show(cards)
    cards.show_rows(_rows())
    said = cards.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Amira Holm. Jobsøgning. Ring til Bageri Juhl. 14 dage siden sidst"
    qtmodeltester.check(cards.rows)


def test_a_list_that_gets_the_focus_has_a_current_row(stage: Stage) -> None:
    cards = CardList("Kandidater")
    stage.show(cards)
    cards.show_rows(_rows())
    cards.setFocus()
    stage.qtbot.waitUntil(lambda: cards.current_id() == "a")


def test_arrows_choose_and_enter_opens(stage: Stage) -> None:
    cards = CardList("Kandidater")
    stage.show(cards)
    cards.show_rows(_rows())
    cards.choose("a")
    chosen, opened = list[object](), list[object]()
    cards.chosen.connect(chosen.append)
    cards.opened.connect(opened.append)
    stage.qtbot.keyClick(cards, Qt.Key.Key_Down)
    stage.qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert (chosen, opened) == (["b"], ["b"])


def test_choosing_from_the_program_tells_nobody(stage: Stage) -> None:
    cards = CardList("Kandidater")
    stage.show(cards)
    cards.show_rows(_rows())
    with stage.qtbot.assertNotEmitted(cards.chosen):
        assert cards.choose("b")
        assert not cards.choose("ukendt")


def test_new_rows_keep_the_current_one(stage: Stage) -> None:
    cards = CardList("Kandidater")
    stage.show(cards)
    cards.show_rows(_rows())
    cards.choose("b")
    with stage.qtbot.assertNotEmitted(cards.chosen):
        cards.show_rows(tuple(reversed(_rows())))
    assert cards.current_id() == "b"


def test_a_letter_does_not_act_in_a_list(stage: Stage) -> None:
    cards = CardList("Kandidater")
    stage.show(cards)
    cards.show_rows(_rows())
    cards.choose("a")
    stage.qtbot.keyClick(cards, Qt.Key.Key_J)
    stage.qtbot.waitUntil(lambda: cards.current_id() == "a")


def test_tab_leaves_a_list(stage: Stage) -> None:
    both = QWidget()
    cards, after = CardList("Kandidater"), QLineEdit()
    column(both, cards, after)
    stage.show(both)
    cards.show_rows(_rows())
    cards.setFocus()
    stage.qtbot.keyClick(cards, Qt.Key.Key_Tab)
    assert both.focusWidget() is after


def _history() -> tuple[Heading | Entry, ...]:
    return (
        Heading("UGE 48"),
        Entry(1, "mail", "Ansøgning", "i dag", "Kort.", (("Jobsøgning", "plain"),)),
        Heading("UGE 47"),
        Entry(2, "phone", "Samtale", "man. 16. nov.", LONG, (("Samtale", "plain"),) * 9),
    )


def test_headings_of_a_timeline_are_passed_over(qtmodeltester: ModelTester, stage: Stage) -> None:
    timeline = TimelineView("Tidslinje")
    stage.show(timeline)
    timeline.show_rows(_history())
    timeline.setFocus()
    stage.qtbot.waitUntil(lambda: timeline.current_id() == 1)
    stage.qtbot.keyClick(timeline, Qt.Key.Key_Down)
    assert timeline.current_id() == 2
    qtmodeltester.check(timeline.rows)


def test_an_entry_is_read_out_with_kind_time_text_and_pills(stage: Stage) -> None:
    assert Entry(1, "mail", "Ansøgning", "i dag", "Kort.", (("Jobsøgning", "plain"),)).sentence() == (
        "Ansøgning. i dag. Kort. Jobsøgning"
    )


def test_a_long_text_is_folded_until_space_unfolds_it(stage: Stage) -> None:
    timeline = TimelineView("Tidslinje")
    stage.show(timeline)
    timeline.show_rows(_history())
    timeline.choose(2)
    folded = timeline.sizeHintForIndex(timeline.rows.index(3)).height()
    stage.qtbot.keyClick(timeline, Qt.Key.Key_Space)
    unfolded = timeline.sizeHintForIndex(timeline.rows.index(3)).height()
    assert unfolded > 2 * folded


def test_a_narrower_timeline_measures_anew(stage: Stage) -> None:
    timeline = TimelineView("Tidslinje")
    stage.show(timeline, width=800)
    timeline.show_rows(_history())
    wide = timeline.sizeHintForIndex(timeline.rows.index(3)).height()
    timeline.resize(300, 400)
    QCoreApplication.processEvents()
    assert timeline.sizeHintForIndex(timeline.rows.index(3)).height() > wide


def _tasks() -> tuple[Row, ...]:
    return (
        Row(1, "phone", "Ring til Bageri Juhl", "for Amira Holm", "13.00", "Åbn", tickable=True),
        Row(2, "users", "Teammøde", right="15.30", act="Åbn"),
    )


def test_a_row_of_a_card_is_one_button_that_says_itself_whole(stage: Stage) -> None:
    rows = RowList("Aftaler i dag")
    stage.show(rows)
    rows.show_rows(_tasks())
    names = [b.accessibleName() for b in rows.findChildren(QPushButton) if b.property("kind") == "row"]
    assert names == ["Ring til Bageri Juhl. for Amira Holm. 13.00", "Teammøde. 15.30"]


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_Return, "opened"), (Qt.Key.Key_Space, "ticked"), (Qt.Key.Key_Delete, "postponed")],
)
def test_enter_opens_space_ticks_and_delete_postpones(stage: Stage, key: Qt.Key, signal: str) -> None:
    rows = RowList("Aftaler i dag")
    stage.show(rows)
    rows.show_rows(_tasks())
    with stage.qtbot.waitSignal(getattr(rows, signal)) as told:
        stage.qtbot.keyClick(_row(rows, 0), key)
    assert told.args == [1]


def test_what_cannot_be_ticked_opens_on_space(stage: Stage) -> None:
    rows = RowList("Aftaler i dag")
    stage.show(rows)
    rows.show_rows(_tasks())
    with stage.qtbot.waitSignal(rows.opened) as told:
        stage.qtbot.keyClick(_row(rows, 1), Qt.Key.Key_Space)
    assert told.args == [2]


def test_the_button_at_the_end_of_a_row_opens_and_is_no_stop_for_tab(stage: Stage) -> None:
    rows = RowList("Aftaler i dag")
    stage.show(rows)
    rows.show_rows(_tasks())
    button = next(b for b in rows.findChildren(QPushButton) if b.text() == "Åbn")
    assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    with stage.qtbot.waitSignal(rows.opened) as told:
        stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [1]


def test_the_focus_stays_on_its_row_when_the_rows_are_shown_anew(stage: Stage) -> None:
    rows = RowList("Aftaler i dag")
    stage.show(rows)
    rows.show_rows(_tasks())
    QCoreApplication.processEvents()
    _row(rows, 1).setFocus()
    rows.show_rows(tuple(reversed(_tasks())))
    assert _row(rows, 0).hasFocus()
    assert _row(rows, 0).accessibleName().startswith("Teammøde")


def test_a_row_keeps_room_for_both_its_lines(stage: Stage, look: Theme) -> None:
    look.set_text_size(200)
    rows = RowList("Aftaler i dag")
    rows.show_rows(_tasks())
    stage.show(rows, 600, 20)
    assert not [
        label.text() for label in rows.findChildren(QLabel) if label.height() < label.sizeHint().height()
    ]


def _row(rows: RowList, number: int) -> QPushButton:
    return rows._rows[number]


def test_segments_are_one_tab_stop_and_arrows_choose(stage: Stage) -> None:
    segments = Segments("Vis", (Option("a", "Alle"), Option("b", "I job"), Option("c", "Pause")))
    stage.show(segments)
    stops = [b for b in segments.findChildren(QPushButton) if b.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [b.text() for b in stops] == ["Alle"]
    with stage.qtbot.waitSignal(segments.chosen) as told:
        stage.qtbot.keyClick(stops[0], Qt.Key.Key_Right)
    assert told.args == ["b"]
    assert segments.current() == "b"


def test_a_count_is_part_of_a_segments_name(stage: Stage) -> None:
    segments = Segments("Vis", (Option("a", "&Alle"),))
    stage.show(segments)
    segments.show_count("a", 23)
    assert [b.accessibleName() for b in segments.findChildren(QPushButton)] == ["Alle, 23"]


def test_a_search_is_asked_after_a_pause_and_at_once_on_enter(stage: Stage) -> None:
    search = SearchField("Søg", "Ctrl+F")
    stage.show(search)
    asked: list[str] = []
    search.asked.connect(asked.append)
    with stage.qtbot.waitSignal(search.asked):
        stage.qtbot.keyClicks(search, "ami")
    stage.qtbot.keyClicks(search, "r")
    stage.qtbot.keyClick(search, Qt.Key.Key_Return)
    assert asked == ["ami", "amir"]
    stage.qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert asked[-1] == ""
    assert search.text() == ""


def test_down_leaves_the_search_for_what_was_found(stage: Stage) -> None:
    search = SearchField("Søg")
    stage.show(search)
    with stage.qtbot.waitSignal(search.left_downwards):
        stage.qtbot.keyClick(search, Qt.Key.Key_Down)


def test_a_field_has_its_title_as_name_and_its_error_as_description(stage: Stage) -> None:
    group = FieldGroup("&Varighed", QLineEdit(), "I minutter")
    stage.show(group)
    assert group.field.accessibleName() == "Varighed"
    group.show_error("Skriv minutter som et tal.")
    assert group.field.accessibleDescription() == "Skriv minutter som et tal."
    group.show_error("")
    assert group.field.accessibleDescription() == "I minutter"


def test_saying_something_moves_no_focus(stage: Stage) -> None:
    line = QLineEdit()
    stage.show(line)
    line.setFocus()
    announce.say(line, "Vagten: 1 sted at se på", urgent=True)
    assert line.hasFocus()


def test_a_fact_says_what_it_means(stage: Stage) -> None:
    card = FactCard(Fact("clock", "9. nov.", "Sidst set · 14 dage", "stop"))
    stage.show(card, 200, 80)
    assert card.accessibleName() == "Sidst set · 14 dage: 9. nov."


def test_bars_say_their_figures_in_words(stage: Stage) -> None:
    bars = Bars("Ugen i tal")
    stage.show(bars)
    bars.show_bars((Bar("Samtaler", 11, 14, "11 af 14"), Bar("Uden mål", 3, 0, "3")))
    assert [label.text() for label in bars.findChildren(QLabel)] == ["Samtaler", "11 af 14", "Uden mål", "3"]


def test_an_empty_page_names_the_next_step(stage: Stage) -> None:
    empty = EmptyState("notebook-pen", "Ingen notater endnu.", "Ctrl+N skriver det første.")
    stage.show(empty)
    assert "Ctrl+N skriver det første." in [label.text() for label in empty.findChildren(QLabel)]


def test_a_text_without_room_ends_in_dots_and_keeps_its_name(stage: Stage) -> None:
    label = ElidedLabel(LONG, "strong")
    stage.show(label, 200, 30)
    assert label.text().endswith("…")
    assert label.accessibleName() == label.toolTip() == LONG


def test_a_note_is_never_read_as_markup(stage: Stage) -> None:
    label = ElidedLabel("<b>fed</b>")
    stage.show(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_state_card_says_itself_whole_also_as_an_icon(stage: Stage) -> None:
    card = StateCard()
    stage.show(card, 220, 100)
    card.show_state(State("cloud-off", "Arbejder offline", ("4 ændringer er gemt her og venter",)))
    card.set_narrow(True)
    assert card.accessibleName() == card.toolTip() == "Arbejder offline. 4 ændringer er gemt her og venter."


def test_clearing_a_layout_leaves_no_widget_behind(stage: Stage) -> None:
    holder = QWidget()
    box = column(holder, QLabel("Amira"), column(None, QLabel("Holm")))
    stage.show(holder)
    clear(box)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert holder.findChildren(QLabel) == []


def test_painted_lists_paint_in_both_modes_and_at_every_size(stage: Stage, look: Theme) -> None:
    cards, timeline = CardList("Kandidater"), TimelineView("Tidslinje")
    for view in (cards, timeline):
        stage.show(view, 320, 600)
    cards.show_rows(_rows())
    timeline.show_rows(_history())
    seen = set()
    for mode in ("light", "dark"):
        for size in (80, 200):
            look.choose(mode)
            look.set_text_size(size)
            seen |= {_pixels(view) for view in (cards, timeline)}
    assert len(seen) == 8


def _pixels(view: QWidget) -> bytes:
    image = view.grab().toImage()  # held while its bits are read
    return bytes(image.constBits())


def test_a_name_and_enter_before_the_choices_have_come_are_not_lost(qtbot: QtBot, look: Theme) -> None:
    picker = Picker("Kandidat")
    qtbot.addWidget(picker)
    told: list[object] = []
    picker.picked.connect(told.append)
    with qtbot.waitSignal(picker.done, timeout=5_000):
        qtbot.keyClicks(picker, "ami")
        qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert told == []
    picker.show_choices((Choice(1, "Jonas Bak"), Choice(2, "Amira Holm")))
    assert (told, picker.text()) == ([2], "Amira Holm")


def test_keys_that_come_while_the_list_goes_are_the_next_words(qtbot: QtBot, look: Theme) -> None:
    """Some desktops make the list the active window, and tell it of keys after it has been hidden."""
    whole, picker, words = QWidget(), Picker("Kandidat"), QLineEdit()
    qtbot.addWidget(whole)
    column(whole, picker, words)
    picker.done.connect(words.setFocus)
    picker.show_choices((Choice(2, "Amira Holm"),))
    whole.show()
    picker.setFocus()
    qtbot.keyClicks(picker, "ami")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    for sign in "Mød":
        press = QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), Qt.KeyboardModifier.NoModifier, sign)
        QCoreApplication.sendEvent(picker._list, press)
    assert (words.text(), picker.text(), picker.chosen()) == ("Mød", "Amira Holm", 2)


def test_a_long_title_takes_more_lines_and_is_not_cut(stage: Stage) -> None:
    cards = CardList("Punkter")
    cards.show_rows(
        (CardRow(1, "Kort"), CardRow(2, "17. Arbejdsgiverkontakter om ugen i gennemsnit", "forslag 2"))
    )
    stage.show(cards)
    cards.resize(300, 400)
    short, long = (cards.visualRect(cards.rows.index(row)).height() for row in range(2))
    assert long > short
    lines = painting.folded("17. Arbejdsgiverkontakter om ugen i gennemsnit", "name", 160, 3)
    assert " ".join(lines) == "17. Arbejdsgiverkontakter om ugen i gennemsnit"
    assert len(lines) > 1


def test_rows_of_three_lines_are_told_to_be_alike_so_that_thousands_cost_nothing(stage: Stage) -> None:
    cards = CardList("Kandidater")
    cards.show_rows((CardRow(1, "Amira Holm", "Job"), CardRow(2, "Jonas Bak")))
    stage.show(cards)
    cards.resize(400, 400)
    assert cards.uniformItemSizes()
