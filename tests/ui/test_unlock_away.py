"""The drive or network folder of the journal is not there: the program says so, and never offers to make a new one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.services import unlock
from app.settings import Settings
from app.vault import whereabouts
from app.vault.erase import erase
from app.vault.keychain import FolderKeychain
from tests.ui.test_unlock import Door, _field, _texts, _type, door, locked  # noqa: F401 - fixtures
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, open_vault
from ui import program, unreachable
from ui.policy import InForce
from ui.theme import Theme
from ui.unlock import UnlockPage

pytestmark = pytest.mark.screen
SAID = "Din journal kan ikke nås (kode E-19)"


class Computer:
    """A profile on a drive, and what the computer itself keeps: its keychain."""

    def __init__(self, folder: Path) -> None:
        self.profile, self.drive = folder / "profil", folder / "drev"
        self.keychain = FolderKeychain(folder / "keychain")
        place = self.profile / "v" / ("5e" * 16)
        place.parent.mkdir(parents=True)
        unlock.create(place, PASSPHRASE, self.keychain, cost=CHEAP).close()

    def take_out(self) -> None:
        (self.profile / "v").rename(self.drive)

    def put_back(self) -> None:
        shutil.rmtree(self.profile / "v", ignore_errors=True)
        self.drive.rename(self.profile / "v")

    def forget_the_process(self) -> None:
        """As after a start: only the keychain knows."""
        whereabouts._seen.clear()


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


@pytest.fixture
def start(qtbot: QtBot, look: Theme, computer: Computer) -> Iterator[Callable[[], UnlockPage]]:
    """The whole window as `feltjournal` makes it, at its locked screen."""
    made = []

    def begin() -> UnlockPage:
        held = InForce(Settings())
        window, work = program.build(
            computer.profile, keychain=lambda: computer.keychain, held=held, now=lambda: NOW
        )
        made.append((window, work))
        window.show()
        page = window.findChild(UnlockPage)
        assert page is not None
        return page

    yield begin
    for window, work in made:
        work.stop()
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _offered(page: UnlockPage) -> str:
    return " ".join(button.text() for button in page.findChildren(QPushButton) if button.isVisible())


def test_after_a_start_without_the_drive_no_new_journal_is_offered_and_back_it_opens(
    qtbot: QtBot, computer: Computer, start: Callable[[], UnlockPage]
) -> None:
    computer.take_out()
    computer.forget_the_process()
    page = start()
    assert "Opret" not in _offered(page), "not even while it is being looked for"
    qtbot.waitUntil(lambda: any(SAID in text for text in _texts(page)), timeout=10_000)
    assert any("Journalen kan ikke nås" in text for text in _texts(page))
    assert _offered(page) == "Prøv igen"
    again = page.window().focusWidget()
    assert isinstance(again, QPushButton)
    qtbot.keyClick(again, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(SAID in text for text in _texts(page)), timeout=10_000)
    computer.put_back()
    again = next(one for one in page.findChildren(QPushButton) if one.isVisible())
    again.click()
    qtbot.waitUntil(lambda: "Lås op" in _offered(page), timeout=10_000)


def test_a_computer_that_never_had_one_is_offered_a_first_start(
    qtbot: QtBot, computer: Computer, start: Callable[[], UnlockPage]
) -> None:
    shutil.rmtree(computer.profile / "v")
    computer.keychain.set_places(b"{}")
    computer.forget_the_process()
    page = start()
    qtbot.waitUntil(lambda: "Opret" in _offered(page), timeout=10_000)


def test_taken_out_at_the_locked_screen_it_is_said_when_the_passphrase_is_typed(locked: Door) -> None:  # noqa: F811
    page = locked.show()
    locked.place.rename(locked.place.with_name("drev"))
    (locked.place.parent / "drev").rename(locked.place.parent.parent / "drev")
    _type(locked, _field(page, "Adgangskode"), PASSPHRASE)
    locked.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    locked.qtbot.waitUntil(lambda: any(SAID in text for text in _texts(page)), timeout=10_000)
    assert "Opret" not in _offered(page)
    again = locked.show()
    assert any(SAID in text for text in _texts(again))
    assert "Opret" not in _offered(again)


def test_a_journal_that_was_destroyed_on_order_is_said_to_be_and_one_may_begin_anew(locked: Door) -> None:  # noqa: F811
    erase(open_vault(locked.place))
    page = locked.show()
    assert any("Journalen er slettet efter ordre" in text for text in _texts(page))
    assert any("blev sendt først" in text for text in _texts(page))
    assert _offered(page) == "Begynd forfra"
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Begynd forfra")
    locked.qtbot.waitUntil(button.hasFocus)
    locked.qtbot.keyClick(button, Qt.Key.Key_Space)
    locked.qtbot.waitUntil(lambda: "Opret" in _offered(page))


def test_a_synchronised_folder_is_refused_in_words(
    locked: Door,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = locked.show()
    monkeypatch.setenv("OneDrive", str(locked.place.parent))
    _type(locked, _field(page, "Adgangskode"), PASSPHRASE)
    locked.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    locked.qtbot.waitUntil(
        lambda: any("må ikke ligge på et netværksdrev" in text for text in _texts(page)), timeout=10_000
    )


def test_a_profile_that_cannot_be_made_is_said_and_asked_about_again(
    qtbot: QtBot, look: Theme, tmp_path: Path
) -> None:
    """A drive letter that is not there, a home on a network that is gone."""
    there = tmp_path / "drev"
    there.write_text("")  # no folder can be made under a file
    asked: list[str] = []

    def answer(box: QMessageBox) -> bool:
        asked.append(box.text())
        assert [one.text() for one in box.buttons()] == ["Prøv igen", "Luk"]
        if len(asked) == 2:
            os.remove(there)
        return len(asked) < 3

    assert unreachable.reached(there / "profil", answer)
    assert (there / "profil").is_dir()
    assert asked == [asked[0]] * 2
    assert SAID in asked[0]
    shutil.rmtree(there)
    there.write_text("")
    assert not unreachable.reached(there / "profil", lambda _: False)
