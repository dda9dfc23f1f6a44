"""From an account of damage to a whole file: asks for the passphrase, has it done, tells what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.clock import now
from ui.unlock.salvage_form import SalvageForm
from ui.unlock.ways import Ways
from ui.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable


class Mending(QObject):
    """`show(title, form)`: put this in the card. `left`: back to the locked screen, whatever is at the place now."""

    show = Signal(str, QWidget)
    left = Signal()

    def __init__(self, work: Work, ways: Ways, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._ways = work, ways
        self._copy = ""

    def begin(self, passphrase: str = "", *, readable: bool = True) -> None:
        """`passphrase`: what was typed before the damage was met. `readable`: there is a file to read from."""
        from ui.unlock.salvage_words import copy_made

        made = None if self._ways.newest_copy is None else self._ways.newest_copy()
        self._copy = copy_made(made, now())
        form = SalvageForm(passphrase, copy=self._copy, readable=readable)
        form.salvage.connect(lambda words: self._run(form, self._ways.salvage, words, self._saved))
        form.restore.connect(lambda words: self._run(form, self._ways.restore, words, self._put_back))
        form.back.connect(self._leave)
        title = self.tr("Red det, der kan læses") if readable else self.tr("Læg en kopi tilbage")
        self.show.emit(title, form)

    def _run(
        self,
        form: SalvageForm,
        act: Callable[[str], Any] | None,
        passphrase: str,
        then: Callable[[Any], None],
    ) -> None:
        """Nothing may hold the file meanwhile: a journal that is open behind the account is closed first."""
        if act is None:
            return

        def on_open(vault: Any) -> Any:
            vault.close()
            return act(passphrase)

        def on_closed() -> Any:
            self._work.settle()
            return act(passphrase)

        if self._work.is_open:
            self._work.run(form, on_open, then, form.failed)
        else:
            self._work.aside(form, on_closed, then, form.failed)

    def _saved(self, done: Any) -> None:
        from ui.unlock.salvage_words import salvaged

        self._tell(self.tr("Det, der kunne læses, er reddet"), salvaged(done))

    def _put_back(self, done: Any) -> None:
        from ui.unlock.salvage_words import restored

        self._tell(self.tr("Kopien er lagt tilbage"), restored(done, self._copy))

    def _tell(self, title: str, sentences: tuple[str, ...]) -> None:
        from ui.unlock.account_form import AccountForm

        form = AccountForm(sentences, go_on=self.tr("Gå til oplåsning"))
        form.read.connect(self._leave)
        self.show.emit(title, form)

    def _leave(self) -> None:
        self._work.lock()
        self.left.emit()
