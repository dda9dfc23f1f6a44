"""The guard's cards: they say the same by number, word and place, and stay put while others come and go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.guard_panel import CardView, GuardPanel

STOP = CardView(
    "a", 1, True, "Medicin og dosis", "Stop", "»Sertralin« må ikke stå her.", "I stedet: »er træt«"
)
ASK = CardView("b", 2, False, "Fysisk helbred", "Overvej", "»ryggen« er fysisk helbred.")
DANGER = CardView(
    "c", 3, True, "Risiko og tvang", "Stop", "Hører ikke til her.", danger="Er nogen i fare? Ring 112."
)


@pytest.fixture
def panel(qtbot: QtBot, look: Theme) -> Iterator[GuardPanel]:
    made = GuardPanel("Vagten kører kun her.", "F4 går til næste sted.")
    made.resize(400, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


def _words(panel: GuardPanel) -> list[str]:
    QApplication.processEvents()  # a card is shown when its place has been found
    return [part.text() for part in panel.findChildren(QLabel) if part.isVisibleTo(panel)]


def test_a_card_says_number_category_level_why_and_what_instead(panel: GuardPanel) -> None:
    panel.show_cards((STOP,), "Vagten: 1 sted at se på")
    said = _words(panel)
    for words in ("1", STOP.title, "Stop", STOP.why, STOP.instead, "Vagten: 1 sted at se på"):
        assert words in said


def test_a_stop_cannot_be_kept_and_no_suggestion_cannot_be_used(panel: GuardPanel) -> None:
    panel.show_cards((STOP, ASK), "")
    stop, ask = ([button.text() for button in card.buttons] for card in panel.cards())
    assert stop == ["Brug forslaget", "Slet ordene"]
    assert ask == ["Slet ordene", "Behold – hverdagssprog"]


def test_each_button_tells_which_finding_it_is_about(panel: GuardPanel, qtbot: QtBot) -> None:
    panel.show_cards((STOP, ASK), "")
    said: list[tuple[str, str]] = []
    panel.use.connect(lambda key: said.append(("use", key)))
    panel.cut.connect(lambda key: said.append(("cut", key)))
    panel.keep.connect(lambda key: said.append(("keep", key)))
    for card in panel.cards():
        for button in card.buttons:
            qtbot.keyClick(button, Qt.Key.Key_Space)
    assert said == [("use", "a"), ("cut", "a"), ("cut", "b"), ("keep", "b")]
    assert all(button.accessibleDescription() for card in panel.cards() for button in card.buttons)


def test_a_card_that_stays_keeps_its_widget_and_the_focus(panel: GuardPanel) -> None:
    panel.show_cards((STOP, ASK), "")
    button = panel.cards()[0].buttons[1]
    button.setFocus()
    panel.show_cards((STOP,), "")
    assert panel.cards()[0].buttons[1] is button
    assert button.hasFocus()


def test_when_the_card_with_the_focus_goes_the_panel_says_so(panel: GuardPanel, qtbot: QtBot) -> None:
    panel.show_cards((STOP, ASK), "")
    panel.cards()[1].buttons[0].setFocus()
    with qtbot.waitSignal(panel.emptied):
        panel.show_cards((STOP,), "")


def test_danger_says_first_what_to_do(panel: GuardPanel) -> None:
    panel.show_cards((DANGER,), "")
    said = _words(panel)
    assert said.index(DANGER.danger) < said.index(DANGER.why)


def test_the_width_is_the_same_with_and_without_cards(panel: GuardPanel) -> None:
    clean = panel.width()
    panel.show_cards((STOP, ASK, DANGER), "")
    assert panel.width() == clean == panel.minimumWidth() == panel.maximumWidth()


def test_looking_at_a_suggestion_is_told(panel: GuardPanel) -> None:
    panel.show_cards((STOP,), "")
    looks: list[tuple[str, bool]] = []
    panel.looked.connect(lambda key, on: looks.append((key, on)))
    use, cut = panel.cards()[0].buttons
    use.setFocus()
    cut.setFocus()
    assert looks == [("a", True), ("a", False)]


def test_what_was_kept_can_be_shown_again(panel: GuardPanel, qtbot: QtBot) -> None:
    panel.show_kept("1 sted beholdt som hverdagssprog.")
    again = next(b for b in panel.findChildren(QPushButton) if b.text() == "Vis igen")
    with qtbot.waitSignal(panel.unkeep):
        qtbot.keyClick(again, Qt.Key.Key_Space)


def test_nothing_is_left_after_forgetting(panel: GuardPanel, qtbot: QtBot) -> None:
    panel.show_cards((STOP,), "")
    panel.forget()
    qtbot.waitUntil(lambda: not [words for words in _words(panel) if "Sertralin" in words])
