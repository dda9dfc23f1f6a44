"""Between the passphrase and the journal: what was missing, whether it may be read here, and only then the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.clock import now
from ui.unlock.ways import Ways
from ui.work import Work

if TYPE_CHECKING:
    from app.services.integrity import Account
    from app.services.journal import DraftSaved
    from app.services.lease import Standing
    from ui.unlock.lease_form import LeaseForm


class After(QObject):
    """`show(title, form)`: put this in the card. `passed`: nothing more is asked. `mend`: of the damage just told.

    `frozen`: the journal cannot be written to; then `show_wide` brings the page on which it can be read.
    """

    show = Signal(str, QWidget)
    show_wide = Signal(QWidget)
    passed = Signal()
    mend = Signal()

    def __init__(self, work: Work, ways: Ways, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._ways = work, ways
        self._form: LeaseForm | None = None
        self.frozen = False

    def begin(self) -> None:
        if self._ways.account is None or self.frozen:
            self._look_at_lease()
        else:
            self._work.run(self, self._ways.account, self._give_account)

    def park(self) -> None:
        """The vault is about to be locked: what is not kept yet goes to the worker, which keeps it."""
        form, write = self._form, self._ways.write
        if form is None or write is None:
            return
        form.wrote.disconnect()
        form.wrote.connect(lambda id, text: self._work.owed(lambda vault: write(vault, id, text)))
        form.hand_in()

    def _give_account(self, account: Account | None) -> None:
        """Nothing is shown before a person has read what was missing from it."""
        if account is None:
            self._look_at_lease()
            return
        from ui.unlock.account_form import AccountForm
        from ui.unlock.account_words import sentences

        can_mend = account.damaged and self._ways.salvage is not None
        form = AccountForm(sentences(account, now()), can_mend=can_mend)
        form.read.connect(self._accept)
        form.mend.connect(self.mend)
        self.show.emit(self.tr("Journalen er ikke, som da den blev låst"), form)

    def _accept(self) -> None:
        if self._ways.accept is not None:
            self._work.run(self, self._ways.accept, lambda _: self._look_at_lease())

    def _look_at_lease(self) -> None:
        if self._ways.standing is None:
            self._let_in()
        else:
            self._work.run(self, self._ways.standing, self._judge)

    def _judge(self, standing: Standing) -> None:
        if standing.plain:
            self._let_in()
            return
        from ui.unlock import lease_words

        heading = lease_words.title(standing)
        if standing.expired:
            self.show.emit(heading, self._lease_form(standing))
            return
        from ui.unlock.account_form import AccountForm

        form = AccountForm(lease_words.sentences(standing, now()))
        form.read.connect(self._let_in)
        self.show.emit(heading, form)

    def _let_in(self) -> None:
        if not self.frozen:
            self.passed.emit()
        elif self._ways.incomplete is not None:
            self._work.run(self, self._ways.incomplete, self._show_reader)

    def _show_reader(self, incomplete: bool) -> None:  # noqa: FBT001
        from ui.unlock.reader import Reader

        names, case = self._ways.names, self._ways.case
        if names is None or case is None:
            return
        reader = Reader(now, incomplete=incomplete)
        reader.asked.connect(
            lambda id: self._work.latest(reader, "case", lambda vault: case(vault, id), reader.show_case)
        )
        self._work.run(reader, names, reader.show_names)
        self.show_wide.emit(reader)

    def _lease_form(self, standing: Standing) -> QWidget:
        from ui.unlock.lease_form import LeaseForm

        form = self._form = LeaseForm(standing, now())
        form.met.connect(self._meet)
        form.wrote.connect(self._write)
        return form

    def _meet(self) -> None:
        if self._form is not None and self._ways.meet is not None:
            self._form.hand_in()
            self._work.run_link(self, self._ways.meet, self._met, self._form.failed)

    def _met(self, done: Any) -> None:
        if self._form is None:
            return
        if done.erased:
            self._work.lock()
        elif done.stopped is not None:
            self._form.failed(done.stopped)
        elif self._ways.standing is not None:
            self._work.run(self, self._ways.standing, self._met_and_judged)

    def _met_and_judged(self, standing: Standing) -> None:
        if self._form is not None and standing.expired:
            self._form.still(standing, now())
            return
        self._form = None
        self._judge(standing)

    def _write(self, id: Any, text: str) -> None:
        form, write = self._form, self._ways.write
        if form is None or write is None:
            return

        def kept(saved: DraftSaved) -> None:
            form.kept(id, cut=saved.cut)

        self._work.run(form, lambda vault: write(vault, id, text), kept, form.not_kept)
