"""A page is read for somebody who looks; a hidden one waits until the store has been left alone, or it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.domain.changes import Topic
from ui.widgets.fresh import Fresh
from ui.work import Work

MINE, OTHER = frozenset({Topic.JOURNAL}), frozenset({Topic.EMPLOYERS})


class _Shown:
    """Two pages, of which one is seen; `read` and `behind` count what was asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.work, self.stack = Work(), QStackedWidget()
        self.page, self.another = QWidget(), QWidget()
        self.read = self.behind = 0
        for one in (self.another, self.page):
            self.stack.addWidget(one)
        self.fresh = Fresh(self.page, self.work, MINE, self._read, behind=self._behind)
        qtbot.addWidget(self.stack)
        self.stack.show()

    def _read(self) -> None:
        self.read += 1

    def _behind(self) -> None:
        self.behind += 1


def test_a_page_that_is_seen_is_read_once_for_all_that_one_turn_changed(qtbot: QtBot) -> None:
    shown = _Shown(qtbot)
    shown.stack.setCurrentWidget(shown.page)
    qtbot.waitUntil(lambda: shown.read == 1)
    for changes in (MINE, OTHER, MINE | OTHER):
        shown.work.changed.emit(changes)
    qtbot.waitUntil(lambda: shown.read == 2)
    shown.work.changed.emit(OTHER)
    qtbot.wait(1)
    assert (shown.read, shown.behind) == (2, 0)
    shown.fresh.read()
    shown.work.changed.emit(MINE)
    assert shown.read == 3
    qtbot.waitUntil(lambda: shown.read == 4)


def test_a_hidden_page_is_read_when_it_is_shown_and_not_twice(qtbot: QtBot) -> None:
    shown = _Shown(qtbot)
    shown.work.changed.emit(MINE)
    assert shown.read == 0
    shown.stack.setCurrentWidget(shown.page)
    shown.fresh.read()  # as a page that arrives
    assert shown.read == 1
    qtbot.wait(1)
    shown.stack.setCurrentWidget(shown.another)
    shown.stack.setCurrentWidget(shown.page)
    qtbot.wait(1)
    assert (shown.read, shown.behind) == (1, 0), "and the number in the rail was not asked for besides"


def test_the_number_of_a_hidden_page_follows_when_the_store_is_left_alone(qtbot: QtBot) -> None:
    shown = _Shown(qtbot)
    for _ in range(3):
        shown.work.changed.emit(MINE)
    qtbot.waitUntil(lambda: shown.behind == 1)
    assert shown.read == 0
    shown.stack.setCurrentWidget(shown.page)
    assert (shown.read, shown.behind) == (1, 1), "the page itself was still to be read"
