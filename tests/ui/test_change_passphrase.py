"""Another passphrase, from the open window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from app.vault import keys
from tests.ui.stage import Stage, stage
from tests.vault_parts import CHEAP, PASSPHRASE, open_vault
from ui.unlock.change_window import ChangeWindow

__all__ = ["stage"]
NEW = "syv blå vogne holder stille"


def _fill(stage: Stage, window: ChangeWindow, old: str, new: str, again: str) -> None:
    for field, words in ((window.old, old), (window.first, new), (window.again, again)):
        field.line.setText(words)
    stage.qtbot.keyClick(window.again.line, Qt.Key.Key_Return)


def test_the_new_passphrase_opens_the_journal_and_wrong_ones_change_nothing(
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keys, "calibrate", lambda: CHEAP)
    assert stage.window.commands.run("passphrase")
    window = next(one for one in stage.window._windows.shown() if isinstance(one, ChangeWindow))
    place = stage.ask(lambda vault: vault.place)
    _fill(stage, window, PASSPHRASE, "for kort", "for kort")
    assert window.first.line.accessibleDescription().startswith("For kort endnu")
    _fill(stage, window, PASSPHRASE, NEW, NEW + "r")
    assert "ikke ens" in window.again.line.accessibleDescription()
    _fill(stage, window, "ikke den rigtige sætning", NEW, NEW)
    stage.qtbot.waitUntil(lambda: "passer ikke" in window.old.line.accessibleDescription(), timeout=20_000)
    _fill(stage, window, PASSPHRASE, NEW, NEW)
    stage.qtbot.waitUntil(lambda: not isValid(window) or not window.isVisible(), timeout=20_000)
    assert "Adgangskoden er skiftet" in stage.toast()
    stage.window.lock()
    stage.work.settle()
    open_vault(place, NEW).close()
