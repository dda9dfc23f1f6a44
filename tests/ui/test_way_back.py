"""The way back in through the municipality, and a journal that can only be read, at the locked screen."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from app.errors import ReadOnly
from app.services import lease, reading, unlock
from app.vault.keys import RecoveryKey
from server import recover
from tests.journal_parts import note, participant
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, keychain_of, open_vault
from ui.theme import Theme
from ui.unlock import UnlockPage, Ways
from ui.widgets.qr_code import QrCode
from ui.work import Work

pytestmark = pytest.mark.screen

NEW = "syv blå vogne holder stille"


class Screen:
    """The locked screen of a vault with one case, whose municipality has a recovery key."""

    def __init__(self, qtbot: QtBot, place: Path, *, read_only: bool = False) -> None:
        self.qtbot, self.place, self.work = qtbot, place, Work()
        self.officers = place.parent / "officers"
        key = RecoveryKey("kommune-2026-1", recover.new_key(self.officers, "kommune-2026-1"))
        made = unlock.create(place, PASSPHRASE, keychain_of(place), recovery=key, cost=CHEAP)
        note(made, participant(made), facts="Mødtes på biblioteket.")
        made.close()
        open_vault(place).close()
        self.page = UnlockPage(self.work, self._ways(read_only=read_only))
        self.page.resize(1000, 900)
        self.page.show()

    def _ways(self, *, read_only: bool) -> Ways:
        def opened(words: str) -> Any:
            if read_only:
                raise ReadOnly
            return unlock.open(self.place, words, keychain_of(self.place), now=NOW)

        return Ways(
            status=lambda: unlock.status(self.place, now=NOW),
            open=opened,
            create=str,
            standing=lambda vault: lease.standing(vault, days=14, now=NOW),
            open_frozen=lambda words: reading.open(self.place, words, keychain_of(self.place), now=NOW),
            names=reading.names,
            case=reading.case,
            incomplete=reading.is_incomplete,
            ask=lambda: unlock.ask_for_recovery(self.place),
            recover=lambda asked, answer, words: unlock.recover(
                self.place, asked, answer, words, keychain_of(self.place), cost=CHEAP
            ),
        )

    def press(self, text: str) -> None:
        button = next(b for b in self.page.findChildren(QPushButton) if b.text() == text and b.isVisible())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def field(self, name: str) -> Any:
        kinds = (QLineEdit, QPlainTextEdit, QListWidget, QTextBrowser)
        return next(w for kind in kinds for w in self.page.findChildren(kind) if w.accessibleName() == name)

    def wait(self, sign: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(sign()), timeout=30_000)

    def shows(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def unlock(self, words: str) -> None:
        line = self.field("Adgangskode")
        line.setText(words)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def close(self) -> None:
        self.work.stop()
        self.page.hide()
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def screen(qtbot: QtBot, look: Theme, vault_place: Path) -> Iterator[Screen]:
    made = Screen(qtbot, vault_place)
    yield made
    made.close()


@pytest.fixture
def read_only(qtbot: QtBot, look: Theme, vault_place: Path) -> Iterator[Screen]:
    made = Screen(qtbot, vault_place, read_only=True)
    yield made
    made.close()


def test_the_municipality_lets_one_in_and_the_journal_has_new_keys(screen: Screen) -> None:
    screen.press("Jeg har glemt adgangskoden")
    screen.press("Bed kommunen om at lukke mig ind")
    screen.wait(lambda: screen.shows("Tilbage til din journal"))
    screen.press("Kopiér anmodningen")
    request = QGuiApplication.clipboard().text()
    assert request == screen.field("Anmodning").toPlainText()
    assert screen.shows("5e5e 5e5e 5e5e 5e5e")
    halves = [path.read_text("ascii") for path in sorted(screen.officers.iterdir())]
    answer = recover.answer(recover.read(request), (halves[0], halves[1]))
    for name in ("Vælg en ny adgangskode", "Skriv den igen"):
        screen.field(name).setText(NEW)
    screen.field("Svaret fra kommunen").setPlainText(answer[:-8])
    screen.press("Luk mig ind")
    screen.wait(lambda: screen.shows("Svaret passer ikke til denne anmodning"))
    screen.field("Svaret fra kommunen").setPlainText(answer)
    with screen.qtbot.waitSignal(screen.page.passed, timeout=30_000):
        screen.press("Luk mig ind")
    screen.work.lock()
    screen.work.settle()
    again = open_vault(screen.place, NEW)
    assert again.gen == 2
    again.close()


def test_a_reader_held_to_the_screen_reads_the_request(screen: Screen, tmp_path: Path) -> None:
    """Read by another program's eyes, off the window's own pixels, and typed in by it at the municipality."""
    screen.page.resize(1280, 720)
    screen.press("Jeg har glemt adgangskoden")
    screen.press("Bed kommunen om at lukke mig ind")
    screen.wait(lambda: screen.shows("Tilbage til din journal"))
    screen.press("Vis som QR-kode")
    code = screen.page.findChild(QrCode)
    assert code is not None
    screen.wait(lambda: code.visibleRegion().boundingRect() == code.rect())
    picture = tmp_path / "window.png"
    screen.page.grab().save(str(picture))
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", str(picture)], capture_output=True, text=True, check=True
    )
    assert read.stdout.strip() == screen.field("Anmodning").toPlainText()
    assert "Anmodning" in code.accessibleName()
    screen.press("Skjul QR-koden")
    assert not code.isVisible()


@pytest.mark.logs_warning
def test_where_nothing_can_be_written_the_notes_can_still_be_read(read_only: Screen) -> None:
    passed: list[bool] = []
    read_only.page.passed.connect(lambda: passed.append(True))
    read_only.unlock(PASSPHRASE)
    read_only.wait(lambda: read_only.shows("Der må ikke skrives i journalens mappe"))
    read_only.press("Åbn kun til læsning")
    read_only.wait(lambda: read_only.shows("Journalen kan kun læses"))
    names = read_only.field("Kandidater")
    read_only.wait(lambda: names.count() == 1)
    names.setCurrentRow(0)
    read_only.wait(lambda: "Mødtes på biblioteket." in read_only.field("Notater").toPlainText())
    assert read_only.shows("ikke i sagens log")
    assert not passed, "no page on which one could write"
