"""A message at the foot of a window: taken back, closed, forgotten, and in nobody's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.boxes import column
from ui.widgets.toast import SECONDS, Toast

pytestmark = [pytest.mark.usefixtures("look"), pytest.mark.screen]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_toast_can_be_taken_back_once(window: QWidget) -> None:
    toast, taken = Toast(window), list[int]()
    toast.show_text("Opgaven er løst.", undo=lambda: taken.append(1))
    assert toast.isVisible()
    assert toast.undo()
    assert not toast.undo()
    assert taken == [1]
    assert not toast.isVisible()


def test_a_toast_without_an_undo_offers_none(window: QWidget) -> None:
    toast = Toast(window)
    toast.show_text("Gemt.")
    assert [b.text() for b in toast.findChildren(QPushButton) if b.isVisible() and b.text()] == []
    assert not toast.undo()
    toast.forget()


def test_a_forgotten_toast_holds_no_text(window: QWidget) -> None:
    toast = Toast(window)
    toast.show_text("Ført i journalen for Amira Holm.")
    toast.forget()
    assert "Amira" not in toast.text()


def test_a_toast_that_goes_gives_the_focus_back(qtbot: QtBot, window: QWidget) -> None:
    line = QLineEdit()
    column(window, QPushButton("Lås"), line)
    qtbot.waitUntil(line.isVisible)
    toast = Toast(window)
    for leave in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
        for button in (toast._close, toast._undo):
            line.setFocus()
            toast.show_text("Gemt.", undo=lambda: None)
            button.setFocus()
            qtbot.keyClick(button, leave)
            assert not toast.isVisible()
            assert line.hasFocus()


def test_a_toast_that_was_pointed_at_stays_no_shorter(window: QWidget) -> None:
    toast = Toast(window)
    toast.show_text("Gemt.", undo=lambda: None)
    place = QPointF(1, 1)
    QApplication.sendEvent(toast, QEnterEvent(place, place, place))
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.remainingTime() > 2 * SECONDS * 1000
    toast.forget()
