"""The locked screen: a card in the middle that unlocks, makes a first journal, or says what is wrong.

The form that is shown is imported when it is; most starts need one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.errors import EnrolmentError, FeltjournalError, VaultAway, VaultDamaged, VaultEmpty, VaultMissing
from app.services.unlock import Broken, NoVault, Ready
from ui.text import explain
from ui.theme import theme
from ui.unlock.after import After
from ui.unlock.brand import Brand
from ui.unlock.ways import Ways
from ui.widgets import announce
from ui.widgets.boxes import clear, column, row, row_in, scrolled, surface
from ui.widgets.first_paint import FirstPaint
from ui.widgets.glyph import Glyph, Logo
from ui.widgets.labels import label
from ui.work import Work

if TYPE_CHECKING:
    from app.services.unlock import Asked
    from ui.unlock.create_form import CreateForm
    from ui.unlock.enrol_form import EnrolForm
    from ui.unlock.prepared_form import PreparedForm
    from ui.unlock.recover_form import RecoverForm
    from ui.unlock.unlock_form import UnlockForm


class UnlockPage(QWidget):
    """`passed` when the journal is open and nothing more is asked."""

    passed = Signal()

    def __init__(self, work: Work, ways: Ways, note: str = "", parent: QWidget | None = None) -> None:
        """`note`: a line at the foot, such as when and why it was locked."""
        super().__init__(parent)
        self._work, self._ways = work, ways
        self._name: str | None = None
        self._after = After(work, ways, self)
        self._after.show.connect(self._show_after)
        self._after.show_wide.connect(self._show_wide)
        self._after.passed.connect(self.passed)
        self._after.mend.connect(self._mend)
        work.unlocked.connect(self._unlocked)
        self.setProperty("surface", "page")
        self._form: QWidget = QWidget()
        self._card, self._brand, self._logo, self._wide = surface("card"), Brand(), QWidget(), False
        theme().changed.connect(self._fit)
        self._box = column(self._card, margins=(8, 7, 8, 7), gap=3)
        inside = QWidget()
        middle = column(inside, None, margins=(4, 4, 4, 4), gap=4)
        middle.addLayout(row(None, self._card, None))
        safe = label(self.tr("Data ligger krypteret på denne computer."), "small")
        middle.addLayout(row(None, Glyph("shield-check", "okText", "iconSmall"), safe, None, gap=1.5))
        if ways.support:
            middle.addWidget(_foot(ways.support, "small"))
        if warning := ways.warning():
            middle.addWidget(_foot(warning, "warn"))
        if note:
            middle.addWidget(label(note, "small"), 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._brand.hide()
        row_in(self, self._brand, scrolled(inside), gap=0).setStretch(1, 1)
        self._show_what_is_there()

    def arrive(self, target: object) -> None:
        del target
        self._form.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As wide as the text wants it, also when that is made larger here; what the program is where there is room."""
        if not self._wide:
            self._card.setFixedWidth(theme().size("card"))
        self._brand.setVisible(
            not self._wide and self.width() >= theme().size("card") + theme().size("brand") * 3 // 2
        )
        self._logo.setVisible(not self._brand.isVisibleTo(self))

    def _show_what_is_there(self) -> None:
        match self._ways.status():
            case NoVault(erased=True):
                self._show_erased()
            case NoVault() if self._ways.away is not None:
                self._look_around(self._ways.away)
            case NoVault():
                self._show_create()
            case Ready(wait=wait, unfinished=unfinished):
                self._show_unlock(wait, unfinished=unfinished)
            case Broken(error=error):
                self._show_broken(error)

    def _show_erased(self) -> None:
        """The order came from the jobcenter's server, signed; what waited has been sent before."""
        words = self.tr(
            "Jobcentret har bestemt, at journalen på denne computer skulle slettes. Det, der ventede på at blive "
            "sendt, blev sendt først. Kontakt jobcentret, hvis det kommer bag på dig."
        )
        anew = QPushButton(self.tr("Begynd forfra"))
        anew.clicked.connect(lambda: self._looked_around(away=False))
        both = QWidget()
        column(both, label(words, wrap=True), row(anew, None), gap=4)
        both.setFocusProxy(anew)
        self._fill(self.tr("Journalen er slettet efter ordre"), both)

    def _look_around(self, away: Callable[[], bool]) -> None:
        """No new journal is offered before it is known that none is on a drive that is not there. A keychain that does
        not answer is asked again when one is made. What asks it is slow to load, and would hold up the window."""
        looking = label(self.tr("Ser efter, om du har en journal et andet sted …"), "muted", wrap=True)
        self._fill(self.tr("Velkommen til Feltjournal"), looking)

        def failed(error: FeltjournalError) -> None:
            self._looked_around(isinstance(error, VaultAway))

        FirstPaint(looking, lambda: self._work.aside(self, away, self._looked_around, failed))

    def _looked_around(self, away: bool) -> None:  # noqa: FBT001
        if away:
            self._show_broken(VaultAway())
        else:
            self._show_create()
        self.arrive(None)

    def _show_unlock(self, wait: float, *, unfinished: bool = False) -> None:
        from ui.unlock.unlock_form import UnlockForm

        can_mend = self._ways.salvage is not None
        can_recover = self._ways.ask is not None
        form = UnlockForm(wait, can_recover=can_recover, can_mend=can_mend, unfinished=unfinished)
        form.mend.connect(self._mend)
        form.way_back.connect(lambda: self._ask_for_recovery(form))
        form.asked.connect(lambda passphrase: self._open(form, passphrase))
        form.asked_to_read.connect(lambda passphrase: self._read(form, passphrase))
        self._fill(self.tr("Feltjournal er låst"), form)

    def _mend(self, passphrase: str = "", *, readable: bool = True) -> None:
        from ui.unlock.mending import Mending

        mending = Mending(self._work, self._ways, self)
        mending.show.connect(self._show_after)
        mending.left.connect(self._show_what_is_there)
        mending.begin(passphrase, readable=readable)

    def _ask_for_recovery(self, form: UnlockForm) -> None:
        if self._ways.ask is not None:
            self._work.aside(self, self._ways.ask, self._show_recovery, form.failed)

    def _show_recovery(self, asked: Asked) -> None:
        from ui.unlock.recover_form import RecoverForm

        form = RecoverForm(asked)
        form.back.connect(self._show_what_is_there)
        form.answered.connect(lambda answer, words: self._recover(form, asked, answer, words))
        self._fill(self.tr("Tilbage til din journal"), form)
        self.arrive(None)

    def _recover(self, form: RecoverForm, asked: Asked, answer: str, words: str) -> None:
        recover = self._ways.recover
        if recover is None:
            return

        def job() -> Any:
            recover(asked, answer, words)
            return self._ways.open(words)

        self._work.unlock(self, job, form.failed)

    def _read(self, form: UnlockForm, passphrase: str) -> None:
        open_frozen = self._ways.open_frozen
        if open_frozen is not None:
            self._after.frozen = True
            self._work.unlock(self, lambda: open_frozen(passphrase), form.failed)

    def _open(self, form: UnlockForm, passphrase: str) -> None:
        self._after.frozen = False
        open_telling, told = self._ways.open_telling, form.told.emit

        def job() -> Any:
            return self._ways.open(passphrase) if open_telling is None else open_telling(passphrase, told)

        self._work.unlock(self, job, form.failed)

    def _show_create(self) -> CreateForm:
        from ui.unlock.create_form import CreateForm

        form = CreateForm(with_name=self._ways.introduce is not None, can_try=self._ways.trial is not None)
        form.asked.connect(lambda name, passphrase: self._create(form, name, passphrase))
        form.tried.connect(self._try)
        self._fill(self.tr("Velkommen til Feltjournal"), form, step=1)
        return form

    def _try(self) -> None:
        """With invented data; if it cannot be, the page says why and one may begin for real."""
        from ui.unlock.trial_form import TrialForm

        begin, form = self._ways.trial, TrialForm()
        if begin is None:
            return

        def failed(error: FeltjournalError) -> None:
            self._show_create().failed(error)

        self._fill(self.tr("Gør en prøvejournal klar"), form)
        self._work.unlock(self, lambda: begin(form.told.emit), failed)

    def _create(self, form: CreateForm, name: str, passphrase: str) -> None:
        self._name = name
        self._work.unlock(self, lambda: self._ways.create(passphrase), form.failed)

    def park(self) -> None:
        """The vault is about to be locked."""
        self._after.park()

    def _unlocked(self) -> None:
        if self._name is not None:
            self._created(self._name)
        else:
            self._after.begin()

    def _show_after(self, title: str, form: QWidget) -> None:
        self._fill(title, form)
        self.arrive(None)

    def _show_wide(self, page: QWidget) -> None:
        self._wide = True
        self._fit()
        self._card.setFixedWidth(max(theme().size("card"), self.width() - theme().size("rail")))
        self._fill(self.tr("Journalen kan kun læses"), page)
        page.setMinimumHeight(self.height() // 2)
        self.arrive(None)

    def _created(self, name: str) -> None:
        introduce = self._ways.introduce
        if introduce is not None:
            self._work.run(self, lambda vault: introduce(vault, name), lambda _: None)
        jobcenter = self._ways.prepared() if self._ways.prepared is not None else None
        if jobcenter is not None:
            self._show_prepared(jobcenter)
        elif self._ways.enrol is None:
            self._show_ready()
        else:
            self._show_enrol()

    def _show_enrol(self) -> EnrolForm:
        from ui.unlock.enrol_form import EnrolForm

        sign_in = self._ways.sign_in if self._ways.server_known() else None
        form = EnrolForm(server_known=self._ways.server_known(), browser=sign_in is not None)
        form.later.connect(self._show_ready)
        form.asked.connect(lambda code: self._enrol(form, code))
        if sign_in is not None:
            browser = sign_in(form)
            form.sign_in.connect(browser.begin)
            form.given_up.connect(browser.give_up)
            browser.enrolled.connect(lambda _: self._show_ready())
            browser.failed.connect(form.failed)
        self._fill(self.tr("Journalen er oprettet"), form, step=2)
        self.arrive(None)
        return form

    def _show_prepared(self, jobcenter: str) -> None:
        """Nothing is asked of the user; only where it cannot be done is anything to be read."""
        from ui.unlock.prepared_form import PreparedForm

        form = PreparedForm(jobcenter)
        form.later.connect(self._show_ready)
        form.asked.connect(lambda: self._use_prepared(form))
        self._fill(self.tr("Journalen er oprettet"), form, step=2)
        self.arrive(None)
        form.begin()

    def _use_prepared(self, form: PreparedForm) -> None:
        use = self._ways.use_prepared

        def failed(error: FeltjournalError) -> None:
            if isinstance(error, EnrolmentError) and self._ways.enrol is not None:
                self._show_enrol().failed(error)  # its code will never work: another may be typed
            else:
                form.failed(error)

        if use is not None:
            self._work.run_link(self, use, lambda _: self._show_ready(), failed)

    def _enrol(self, form: EnrolForm, code: str) -> None:
        enrol = self._ways.enrol
        if enrol is not None:
            self._work.run_link(
                self, lambda vault: enrol(vault, code), lambda _: self._show_ready(), form.failed
            )

    def _show_ready(self) -> None:
        """The last step of the first run; what is said here stands in the handbook too."""
        from ui.unlock.ready_form import ReadyForm

        form = ReadyForm()
        form.begin.connect(self.passed)
        self._fill(self.tr("Du er klar"), form, step=self._steps())
        self.arrive(None)

    def _steps(self) -> int:
        return 2 if self._ways.enrol is None else 3

    def _show_broken(self, error: FeltjournalError) -> None:
        sentence = label(explain(error), wrap=True)
        sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        sentence.setAccessibleName(sentence.text())
        again = QPushButton(self.tr("Prøv igen"))
        again.clicked.connect(self._show_what_is_there)
        both = QWidget()
        buttons = row(again, *self._copies(error), None)
        column(both, sentence, buttons, gap=4)
        both.setFocusProxy(again)
        away = isinstance(error, VaultAway)
        self._fill(self.tr("Journalen kan ikke nås") if away else self.tr("Journalen kan ikke åbnes"), both)

    def _copies(self, error: FeltjournalError) -> tuple[QPushButton, ...]:
        """Where the file is gone, a copy may be there."""
        newest = self._ways.newest_copy
        if (
            not isinstance(error, VaultEmpty | VaultMissing | VaultDamaged)
            or newest is None
            or newest() is None
        ):
            return ()
        put_back = QPushButton(self.tr("Læg en kopi tilbage …"))
        put_back.clicked.connect(lambda: self._mend(readable=False))
        return (put_back,)

    def _fill(self, title: str, form: QWidget, *, step: int = 0) -> None:
        """`step`: of the first run; 0 for none."""
        said = self.tr("Trin %1 af %2").replace("%1", str(step)).replace("%2", str(self._steps()))
        clear(self._box)
        self._logo = QWidget()
        row_in(self._logo, Logo(), label("Feltjournal", "title"), None, gap=2.5)
        self._box.addWidget(self._logo)
        self._logo.setVisible(not self._brand.isVisibleTo(self))
        if self._ways.organisation:
            self._box.addWidget(label(self._ways.organisation, "muted"))
        if step:
            self._box.addWidget(label(said, "small"))
        self._box.addWidget(label(title, "h1", wrap=True))
        self._box.addWidget(form)
        self._form = form
        told = f"{said}. {title}" if step else title
        self._card.setAccessibleName(told)
        announce.say(self._card, told)


def _foot(text: str, role: str) -> QLabel:
    """As wide as the page, its words in the middle: a layout that centres a wrapped label gives it one line's height."""
    made = label(text, role, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return made
