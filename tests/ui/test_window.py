"""The frame: what is shown, what is gone at lock, and where one comes back to."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.settings import Settings
from tests.vault_parts import NOW, new_vault, open_vault
from ui.commands import Commands
from ui.desk import Desk, PageKind, Room, room_for
from ui.idle import Idle
from ui.text.standing import State
from ui.theme import Theme
from ui.widgets.note_edit import NoteEdit
from ui.window import MainWindow
from ui.window.workspace import Workspace
from ui.work import Work

pytestmark = pytest.mark.screen


class Gate(QWidget):
    passed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        work.unlocked.connect(self.passed)


class Page(QWidget):
    """Shows a name, remembers a place, hands in a draft."""

    def __init__(self, desk: Desk, name: str, parked: list[str]) -> None:
        super().__init__()
        self.desk, self.targets, self.parked = desk, list[object](), parked
        self.rooms: list[Room] = []
        self.field = QLineEdit(self)
        self.field.setText(name)

    def arrive(self, target: object) -> None:
        self.targets.append(target)
        self.field.setFocus()

    def place(self) -> object:
        return "uge 47"

    def fit(self, room: Room) -> None:
        self.rooms.append(room)

    def park(self) -> None:
        self.parked.append(self.field.text())


@dataclass
class House:
    qtbot: QtBot
    window: MainWindow
    work: Work
    place: Path
    pages: dict[str, list[Page]] = field(default_factory=dict)
    parked: list[str] = field(default_factory=list)

    def page(self, id: str) -> Page:
        return self.pages[id][-1]

    def unlock(self) -> None:
        job = (lambda: open_vault(self.place)) if self.place.exists() else (lambda: new_vault(self.place))
        with self.qtbot.waitSignal(self.work.unlocked, timeout=20_000):
            self.work.unlock(self.window, job, lambda error: pytest.fail(repr(error)))
        self.settle()

    def lock(self) -> None:
        with self.qtbot.waitSignal(self.work.locked):
            self.window.lock()
        self.settle()

    def settle(self) -> None:
        for _ in range(6):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()


@pytest.fixture
def house(qtbot: QtBot, look: Theme, vault_place: Path) -> Iterator[House]:
    work = Work()
    made: list[House] = []

    def maker(name: str) -> Callable[[Desk], QWidget]:
        def make(desk: Desk) -> QWidget:
            page = Page(desk, f"Amira Holm på {name}", made[0].parked)
            made[0].pages.setdefault(name, []).append(page)
            return page

        return make

    kinds = (
        PageKind("today", "I dag", "sun", "Ctrl+1", maker("today")),
        PageKind("caseload", "Kandidater", "users", "Ctrl+2", maker("caseload")),
        PageKind("sync", "Synkronisering", "refresh-cw", "Ctrl+7", maker("sync"), below=True),
    )
    openers = {"note": lambda _desk, target: QLabel(f"Notat om {target}")}
    window = MainWindow(
        work, kinds, lambda: Gate(work), lambda: NOW, openers=openers, settings=Settings(idle_minutes=1)
    )
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.append(House(qtbot, window, work, vault_place))
    yield made[0]
    window.lock()
    work.stop()
    window.hide()
    window.deleteLater()
    made[0].settle()


def _shown_texts() -> str:
    widgets = [w for w in QApplication.allWidgets() if isValid(w)]
    return "\n".join(
        f"{getattr(w, 'text', str)()} {w.accessibleName()} {w.toolTip()} {w.windowTitle()}" for w in widgets
    )


def test_after_unlock_the_first_page_is_shown_and_has_the_focus(house: House) -> None:
    house.unlock()
    assert house.page("today").isVisible()
    assert house.window.focusWidget() is house.page("today").field


def test_the_other_pages_are_made_when_the_first_has_been_drawn(house: House) -> None:
    house.unlock()
    house.qtbot.waitUntil(lambda: set(house.pages) == {"today", "caseload", "sync"})


def test_lock_leaves_no_name_in_any_widget(house: House) -> None:
    house.unlock()
    house.window.show_name("Mette Lund")
    house.window.desk.tell("Ført i journalen for Amira Holm", undo=lambda: None)
    house.window.open("note", "Amira Holm")
    assert "Amira Holm" in _shown_texts()
    house.lock()
    assert "Amira" not in _shown_texts()
    assert "Mette" not in _shown_texts()


def test_before_the_lock_every_page_hands_in_its_text(house: House) -> None:
    house.unlock()
    house.lock()
    assert "Amira Holm på today" in house.parked


def test_what_was_handed_in_is_done_before_the_vault_closes(house: House) -> None:
    house.unlock()
    done: list[str] = []
    house.work.run(house.window, lambda _vault: done.append("gemt"), lambda _: None)
    house.lock()
    house.work.stop()
    assert done == ["gemt"]


def test_unlocking_comes_back_to_the_same_page_and_place(house: House) -> None:
    house.unlock()
    house.window.go("caseload", "Jonas Bak")
    house.lock()
    house.unlock()
    assert house.page("caseload").isVisible()
    assert house.page("caseload").targets == ["uge 47"]


def test_the_title_says_only_the_name_of_the_program(house: House) -> None:
    house.unlock()
    assert house.window.windowTitle() == "Feltjournal"


def test_locked_there_is_no_command_that_needs_the_journal(house: House) -> None:
    house.unlock()
    assert "file.lock" in house.window.commands
    house.lock()
    assert {c.id.partition(".")[0] for c in house.window.commands} == {"file", "view"}
    assert "file.lock" not in house.window.commands


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_2, "caseload"), (Qt.Key.Key_7, "sync"), (Qt.Key.Key_1, "today")]
)
def test_control_and_a_digit_goes_to_a_page(house: House, key: Qt.Key, page: str) -> None:
    house.unlock()
    house.qtbot.keyClick(house.window, key, Qt.KeyboardModifier.ControlModifier)
    assert house.page(page).isVisible()


def test_control_l_locks(house: House) -> None:
    house.unlock()
    with house.qtbot.waitSignal(house.work.locked):
        house.qtbot.keyClick(house.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_alt_left_goes_back_to_the_page_before(house: House) -> None:
    house.unlock()
    house.window.go("caseload")
    house.window.go("sync")
    house.qtbot.keyClick(house.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert house.page("caseload").isVisible()
    house.qtbot.keyClick(house.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert house.page("today").isVisible()


def test_control_z_takes_back_what_the_toast_offers(house: House) -> None:
    house.unlock()
    taken: list[bool] = []
    house.window.desk.tell("Opgaven er løst.", undo=lambda: taken.append(True))
    house.window.commands.run("edit.undo")
    assert taken == [True]


@pytest.mark.parametrize(
    ("width", "factor", "room"),
    [
        (1440, 1, Room.WIDE),
        (1399, 1, Room.MEDIUM),
        (1180, 1, Room.MEDIUM),
        (1179, 1, Room.NARROW),
        (2000, 1.5, Room.NARROW),
    ],
)
def test_the_width_and_the_text_size_decide_how_much_is_side_by_side(
    width: int, factor: float, room: Room
) -> None:
    assert room_for(width, factor) is room


def test_a_narrow_window_has_a_rail_of_icons_that_still_have_names(house: House) -> None:
    house.unlock()
    house.window.desk.count("caseload", 23)
    house.window.resize(1100, 700)
    house.settle()
    buttons = [b for b in house.window.findChildren(QPushButton) if b.property("kind") == "nav"]
    assert not [b.text() for b in buttons if b.text()]
    assert "Kandidater, 23" in [b.accessibleName() for b in buttons]
    assert house.page("today").rooms[-1] is Room.NARROW


def test_larger_text_makes_the_pages_anew_at_their_place(house: House) -> None:
    house.unlock()
    before = house.page("today")
    house.window.commands.run("view.larger")
    house.settle()
    assert house.page("today") is not before
    assert not isValid(before)
    assert house.page("today").targets == ["uge 47"]


def test_the_state_is_on_screen_and_said_whole(house: House) -> None:
    house.unlock()
    house.window.desk.show_state(
        State("cloud-off", "Arbejder offline", ("4 ændringer er gemt her og venter",))
    )
    names = [b.accessibleName() for b in house.window.findChildren(QPushButton)]
    assert "Arbejder offline. 4 ændringer er gemt her og venter." in names


def test_nothing_that_can_take_the_focus_is_without_a_name(house: House) -> None:
    house.unlock()
    house.qtbot.waitUntil(lambda: len(house.pages) == 3)
    for page in house.pages:
        house.page(page).field.setAccessibleName("Felt")
    nameless = [
        w for w in house.window.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not (w.accessibleName() or getattr(w, "text", str)())
    ]  # fmt: skip
    assert not nameless


def test_nobody_at_the_keyboard_is_noticed(qtbot: QtBot, look: Theme) -> None:
    owner = QObject()
    idle = Idle(0.001, owner)
    with qtbot.waitSignal(idle.passed, timeout=2000):
        idle.start()
    idle.stop()
    owner.deleteLater()


def test_a_key_puts_off_the_lock_in_a_window_that_came_later_too(qtbot: QtBot, look: Theme) -> None:
    owner, line, later = QObject(), QLineEdit(), QLineEdit()
    idle = Idle(1, owner)
    line.show()
    idle.start()
    for one in (line, later):
        qtbot.addWidget(one)
        one.show()
        one.activateWindow()
        qtbot.waitUntil(one.isActiveWindow)
        before = idle._timer.remainingTime()
        while (left := idle._timer.remainingTime()) > before - 200:
            QCoreApplication.processEvents()
        handle = one.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, Qt.Key.Key_A)
        assert idle._timer.remainingTime() > left
    idle.stop()
    owner.deleteLater()


def test_zero_minutes_never_locks(look: Theme) -> None:
    owner = QObject()
    idle = Idle(0, owner)
    idle.start()
    assert not idle._timer.isActive()
    idle.stop()
    owner.deleteLater()


def test_at_lock_what_was_copied_from_a_note_is_taken_back(house: House) -> None:
    house.unlock()
    edit = NoteEdit(house.work, "Fakta", room=100)
    house.qtbot.addWidget(edit)
    edit.set_text("Hun vil gerne prøve tre formiddage.")
    edit.selectAll()
    edit.copy()
    assert "formiddage" in QApplication.clipboard().text()
    house.lock()
    assert QApplication.clipboard().text() == ""


def test_a_covered_screen_shows_and_opens_nothing_until_a_key_is_pressed(house: House) -> None:
    house.unlock()
    note = house.window.open("note", "Amira Holm")
    house.window.commands.run("file.cover")
    shown = [one for one in QApplication.allWidgets() if isValid(one) and one.isVisible()]
    said = " ".join(f"{getattr(one, 'text', str)()} {one.accessibleName()}" for one in shown)
    assert "Amira" not in said
    assert "Skærmen er dækket." in said
    assert not note.isVisible()
    cover = QApplication.focusWidget()
    assert cover is not None
    house.qtbot.keyClick(cover, Qt.Key.Key_Control)
    assert not house.page("today").isVisible()
    house.qtbot.keyClick(cover, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert house.page("today").isVisible()
    assert note.isVisible()


def test_a_covered_screen_that_locks_leaves_nothing_behind(house: House) -> None:
    house.unlock()
    page = house.page("today")
    house.window.commands.run("file.cover")
    house.lock()
    assert not isValid(page)
    assert "Amira" not in _shown_texts()


@pytest.mark.parametrize(("gone", "made"), [("", ["a", "b"]), ("park", ["a"]), ("hide", ["a"])])
def test_a_window_that_is_closing_or_hidden_makes_no_page_in_advance(
    house: House, gone: str, made: list[str]
) -> None:
    """Besøgsvisning or a lock within the first second: the commands a page would show are gone already."""
    workspace = Workspace(
        [PageKind("a", "A", "house", "", _page), PageKind("b", "B", "house", "", _page)], house.window.desk
    )
    workspace.go("a")
    workspace.show()
    if gone:
        getattr(workspace, gone)()
    workspace._make_next()
    assert list(workspace._pages) == made
    workspace.park()
    workspace.deleteLater()


def test_what_a_page_has_still_to_be_told_holds_nothing_when_it_goes_first(qtbot: QtBot, look: Theme) -> None:
    """A window is let go of whole: a single shot that never fires would hold it for ever."""
    parent = QObject()
    commands = Commands(parent)
    held = weakref.ref(commands)
    commands.share_keys_soon()
    del commands, parent
    gc.collect()
    assert held() is None


def _page(desk: Desk) -> QWidget:
    del desk
    return QWidget()
