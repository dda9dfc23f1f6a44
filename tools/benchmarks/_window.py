"""The program's window over the benchmarks' journal, for the processes that a benchmark measures from outside."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.services import unlock
from app.vault.vault import Vault
from tools.benchmarks import _journal as journal
from ui import theme
from ui.text import language
from ui.unlock import UnlockPage, Ways
from ui.window import MainWindow
from ui.window.pages import kinds, openers
from ui.work import Work


class Locked:
    """Shown and locked. `place`: the journal's folder; `keys`: its keychain's; `passphrase`: as `_journal` made them."""

    def __init__(self, place: Path, keys: Path, passphrase: str) -> None:
        self.app = QApplication(theme.ARGUMENTS)
        language.speak(self.app)
        theme.install(self.app, "light")
        self.work = Work()
        self._passphrase = passphrase
        self._place, self._keychain = place, unlock.folder_keychain(keys)
        ways = Ways(
            status=lambda: unlock.status(place, now=journal.NOW), open=self._opened, create=self._opened
        )
        self.window = MainWindow(
            self.work, kinds(), lambda: UnlockPage(self.work, ways), journal.NOW.astimezone, openers=openers()
        )
        self.window.show()

    def unlock(self) -> None:
        """Begins; I dag comes when the work thread is done."""
        opening = partial(self._opened, self._passphrase)
        self.work.unlock(self.window, opening, lambda error: sys.exit(repr(error)))

    def _opened(self, passphrase: str) -> Vault:
        return unlock.open(self._place, passphrase, self._keychain, now=journal.NOW)
