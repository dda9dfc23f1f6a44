"""New keys, a restore or a new version that was killed half-way: the locked screen says that it is finished, and does."""

from __future__ import annotations

import base64
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.services import unlock, upkeep
from app.services.integrity import InPassing
from app.settings import Settings
from app.vault import check, swap
from app.vault.place import BACKUP, JOURNAL, write_atomic
from tests.vault_kills import LATER, Kills
from tests.vault_parts import PASSPHRASE, keychain_of, new_vault
from ui import program
from ui.policy import InForce
from ui.theme import Theme
from ui.unlock.account_words import tell
from ui.unlock.presenter import at_work
from ui.unlock.unlock_form import UnlockForm
from ui.window import MainWindow

pytestmark = pytest.mark.screen
OLD = Path(__file__).parents[1] / "data" / "vaults"
HALF = "Noget blev afbrudt, sidst journalen var i brug. Det gøres færdigt, når du låser op. Intet er tabt."
DONE = "Det, der blev afbrudt sidste gang, er gjort færdigt. Intet er gået tabt."


def _cut_off(place: Path, act: str, is_half: Callable[[], bool]) -> None:
    """Killed at some step of it, at which it is half done."""
    before = place.parent.with_name("before")
    shutil.copytree(place.parent, before)
    kills = Kills(before, place, act)
    for step in random.Random(3).sample(range(6, 60), 54):  # noqa: S311 - when to kill
        assert not kills.at_step(step) or step > 20, "it was over before it could be killed"
        if is_half():
            return
    pytest.fail("never half done")


def _old_journal(place: Path) -> None:
    old = max(OLD.iterdir())
    place.mkdir(parents=True)
    for name in ("vault.fjk", JOURNAL):
        shutil.copy(old / name, place / name)
    keychain_of(place).put(place.name, base64.b64decode((old / "device-secret").read_bytes()))


class Start:
    """The whole window as `feltjournal` makes it; what the worker told while it opened."""

    def __init__(self, qtbot: QtBot, place: Path) -> None:
        self.qtbot, self.place, self.told, self.made = (
            qtbot,
            place,
            list[str](),
            list[tuple[MainWindow, object]](),
        )

    def window(self) -> MainWindow:
        window, work = program.build(
            self.place.parent.parent,
            keychain=lambda: keychain_of(self.place),
            held=InForce(Settings()),
            now=lambda: LATER,
        )
        self.made.append((window, work))
        window.show()
        return window

    def unlock(self, window: MainWindow) -> None:
        form = window.findChild(UnlockForm)
        assert form is not None
        form.told.connect(lambda step: self.told.append(form.busy.button.text()))
        form.field.line.setText(PASSPHRASE)
        self.qtbot.keyClick(form.field.line, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: window._workspace is not None, timeout=60_000)


@pytest.fixture
def start(qtbot: QtBot, look: Theme, vault_place: Path) -> Iterator[Start]:
    started = Start(qtbot, vault_place)
    yield started
    for window, work in started.made:
        work.stop()  # type: ignore[attr-defined]
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def _said(window: MainWindow, text: str) -> Callable[[], bool]:
    return lambda: any(text in one.text() for one in window.findChildren(QLabel) if one.isVisible())


@pytest.mark.logs_warning
def test_new_keys_that_were_cut_off_are_said_before_while_and_after(start: Start) -> None:
    new_vault(start.place).close()
    _cut_off(start.place, "new keys", lambda: unlock.status(start.place, now=LATER).unfinished)  # type: ignore[union-attr]
    window = start.window()
    assert _said(window, HALF)()
    start.unlock(window)
    assert start.told == ["Færdiggør det, der blev afbrudt …"]
    start.qtbot.waitUntil(_said(window, DONE), timeout=20_000)


def test_a_new_version_that_was_cut_off_is_said_while_and_after(start: Start) -> None:
    _old_journal(start.place)
    _cut_off(start.place, "migration", lambda: any((start.place / BACKUP).glob("*-before.fjdb")))
    window = start.window()
    assert not _said(window, HALF)(), "only the journal itself knows"
    start.unlock(window)
    assert start.told == ["Færdiggør opdateringen …"]
    start.qtbot.waitUntil(_said(window, DONE), timeout=20_000)


def test_a_new_version_is_said_without_that_anything_was_cut_off(start: Start) -> None:
    _old_journal(start.place)
    window = start.window()
    start.unlock(window)
    assert start.told == ["Gør journalen klar til den nye udgave …"]
    QApplication.processEvents()
    assert not _said(window, DONE)()


def test_a_copy_that_was_about_to_take_the_journals_place_takes_it_and_that_is_said(
    vault_place: Path,
) -> None:
    vault = new_vault(vault_place)
    copy = upkeep.make_backup(vault, now=LATER)
    vault.close()
    shutil.copyfile(copy.path, vault_place / swap.RESTORED)
    write_atomic(vault_place / swap._INTENT, swap.RESTORED.encode())
    found = unlock.status(vault_place, now=LATER)
    assert isinstance(found, unlock.Ready)
    assert found.unfinished
    told: list[str] = []
    again = unlock.open(vault_place, PASSPHRASE, keychain_of(vault_place), now=LATER, told=told.append)
    assert told == [unlock.FINISHES]
    assert again.finished
    assert check.contents(again) == ()
    again.close()


def test_an_unlock_of_a_whole_journal_tells_nothing(vault_place: Path) -> None:
    new_vault(vault_place).close()
    told: list[str] = []
    again = unlock.open(vault_place, PASSPHRASE, keychain_of(vault_place), now=LATER, told=told.append)
    assert told == []
    assert not again.finished
    again.close()


def test_a_key_file_put_right_and_work_finished_are_two_words_in_passing(look: Theme) -> None:
    said: list[str] = []
    tell(InPassing(repaired=False, finished=False), said.append)
    assert said == []
    tell(InPassing(repaired=True, finished=True), said.append)
    assert said[0].startswith("Den ene af to nøglefiler var beskadiget og er rettet.")
    assert said[1:] == [DONE]


def test_each_step_has_its_words(look: Theme) -> None:
    assert len({at_work(step) for step in unlock.STEPS}) == len(unlock.STEPS)


def test_the_button_says_the_step_it_has_come_to(qtbot: QtBot, look: Theme) -> None:
    form = UnlockForm()
    qtbot.addWidget(form)
    form.show()
    form.busy.start()
    form.told.emit(unlock.RENEWS)
    assert form.busy.button.text() == "Giver journalen nye nøgler …"
