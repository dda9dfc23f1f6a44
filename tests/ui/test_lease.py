"""After too long without the server the journal is not shown; one can write, and meet the server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.errors import ServerUnavailable
from app.services import journal, lease, unlock
from app.vault.vault import Vault
from tests.lease_parts import leased
from tests.vault_parts import PASSPHRASE, keychain_of, new_vault, open_vault
from ui.theme import Theme
from ui.unlock import UnlockPage, Ways
from ui.work import Work

NOW = datetime.now().astimezone()
DAY = timedelta(days=1)


class Office:
    """What the jobcenter answers, one meeting after the other."""

    def __init__(self, *answers: Any) -> None:
        self._answers = list(answers)

    def meet(self, vault: Vault) -> lease.Met:
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            return lease.Met(frozenset(), answer)  # type: ignore[arg-type]
        leased(vault, at=answer, until=answer + 14 * DAY)
        return lease.Met(frozenset(), None)


class Gate:
    def __init__(self, qtbot: QtBot, place: Path, *answers: Any, since: timedelta = 20 * DAY) -> None:
        made = new_vault(place)
        made.close()
        vault = open_vault(place, now=NOW - since)
        leased(vault, at=NOW - since, until=NOW - since + 14 * DAY)
        vault.close()
        self.qtbot, self.place, self.work = qtbot, place, Work()
        ways = Ways(
            status=lambda: unlock.status(place, now=NOW),
            open=lambda words: unlock.open(place, words, keychain_of(place), now=NOW),
            create=str,
            standing=lambda vault: lease.standing(vault, days=14, now=NOW),
            meet=Office(*answers).meet,
            write=lambda vault, id, text: lease.write(vault, text, id=id, now=NOW),
        )
        self.page = UnlockPage(self.work, ways)
        self.page.resize(900, 800)
        self.page.show()
        line = next(iter(self.page.findChildren(QLineEdit)))
        line.setText(PASSPHRASE)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(self.page.findChildren(QPlainTextEdit)), timeout=20_000)

    def texts(self) -> str:
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def press(self, text: str) -> None:
        button = next(b for b in self.page.findChildren(QPushButton) if b.text() == text)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, text: str) -> None:
        field = next(iter(self.page.findChildren(QPlainTextEdit)))
        field.setFocus()
        self.qtbot.keyClicks(field, text)

    def close(self) -> None:
        self.work.stop()
        self.page.hide()
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def gate(qtbot: QtBot, look: Theme, vault_place: Path) -> Iterator[Gate]:
    made = Gate(qtbot, vault_place, ServerUnavailable(), NOW - 19 * DAY, NOW)
    yield made
    made.close()


def test_the_journal_opens_again_when_the_server_has_been_met(gate: Gate) -> None:
    passed: list[bool] = []
    gate.page.passed.connect(lambda: passed.append(True))
    assert "Journalen kan skrives i, men ikke læses" in gate.texts()
    assert "Alt er her endnu" in gate.texts()
    gate.press("Mød serveren")
    gate.qtbot.waitUntil(lambda: "Serveren svarer ikke" in gate.texts(), timeout=20_000)
    gate.press("Mød serveren")  # it answers, but what it says is long ago by this computer's clock
    gate.qtbot.waitUntil(lambda: "Ret uret, og prøv igen" in gate.texts(), timeout=20_000)
    assert not passed
    with gate.qtbot.waitSignal(gate.page.passed, timeout=20_000):
        gate.press("Mød serveren")


def test_what_is_written_meanwhile_is_kept_also_when_it_locks_in_mid_sentence(gate: Gate) -> None:
    gate.type("Amira har talt med bageriet.")
    gate.qtbot.waitUntil(lambda: "Gemt. Kladden ligger" in gate.texts(), timeout=20_000)
    gate.press("Nyt notat")
    gate.type("Bo ringer til chefen i morgen.")
    gate.page.park()
    gate.work.lock()
    gate.work.settle()
    vault = open_vault(gate.place, now=NOW)
    assert {draft.facts for draft in journal.drafts(vault)} == {
        "Amira har talt med bageriet.",
        "Bo ringer til chefen i morgen.",
    }
    vault.close()
