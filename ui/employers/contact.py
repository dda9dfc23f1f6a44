"""Writing down a contact: the form, the employer it may bring with it, and what the vault says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.changes import Changes, Topic
from app.domain.employer import EmployerRow
from app.domain.form_draft import FormDraft
from app.domain.participant import CaseloadRow
from app.services import caseload, disclosure, employers, form_drafts
from app.services.door import Held, Invalid, Saved
from app.services.employers import Alike
from ui.agenda.form_keeper import FormKeeper
from ui.desk import Desk
from ui.employers.contact_form import ContactForm
from ui.text import dates, explain
from ui.widgets import form_answer

DRAFT, VISIT = "contact", "visit"


@dataclass(frozen=True, slots=True)
class Logged:
    """`employer`: the one the contact is with, made on the way where it was new."""

    employer: UUID | None
    outcome: Saved | Held | Invalid | Alike
    changes: Changes


class ContactWriter(QObject):
    """Opens the form, and opens it again with what was typed until that is stored. `done(employer)` after storing."""

    def __init__(self, desk: Desk, window: QWidget, done: Callable[[UUID], object]) -> None:
        super().__init__(window)
        self._desk, self._window, self._done = desk, window, done
        self.form: ContactForm | None = None
        self._kind = DRAFT
        self._keeper: FormKeeper | None = None

    def open(self, rows: Sequence[EmployerRow], employer: UUID | None) -> ContactForm:
        form = self.form
        if form is not None and isValid(form) and form.is_begun():
            form.open()
            return form
        form = self.form = ContactForm(rows, self._desk.now(), self._window)
        self._keeper = FormKeeper(self._desk, form, self._kind, form.begun, self)
        self._keeper.watch(form)
        form.people.changed.connect(self._keeper.touch)
        form.people.changed.connect(self._ask_say)
        form.employer.picked.connect(self._ask_say)
        form.finished.connect(self._keeper.flush)
        form.asked.connect(self._save)
        form.alike.use.connect(form.choose)
        form.alike.anyway.connect(lambda: self._save(anyway=True))
        if employer is not None:
            form.choose(employer)
        self._bring(form)
        form.open()
        return form

    def reopen(self, rows: Sequence[EmployerRow], kind: str) -> ContactForm:
        """The form of what was begun in the visit view, or before the lock."""
        self._kind, self.form = kind, None
        return self.open(rows, None)

    def park(self) -> None:
        """The program is about to be locked: what was typed goes to the vault first."""
        if self.form is not None and isValid(self.form) and self._keeper is not None:
            self._keeper.flush()

    def _bring(self, form: ContactForm) -> None:
        """The page that lends its employers may not have been read since they changed: nobody may be looking at it."""
        now, kind = self._desk.now(), self._kind

        def show(found: tuple[Sequence[EmployerRow], Sequence[CaseloadRow], FormDraft | None]) -> None:
            firms, rows, draft = found
            form.show_employers(firms)
            form.people.show_people([(row.participant.id, row.participant.name) for row in rows])
            if draft is not None and not form.is_begun():
                form.restore(draft.texts, draft.choices)
                form.people.choose(draft.choices.get("participants", "").split())
                when = dates.moment_within(draft.updated_at, now)
                self._desk.tell(self.tr("Genskabt kladde fra %1").replace("%1", when))

        self._desk.work.run(
            form,
            lambda vault: (
                employers.register(vault),
                caseload.overview(vault, now=now),
                form_drafts.open_draft(vault, kind, now=now),
            ),
            show,
        )

    def _ask_say(self) -> None:
        """What may be said, as soon as it is known of whom and to whom."""
        form = self.form
        if form is None or not isValid(form):
            return
        chosen, where, now = form.people.chosen(), form.whose(), self._desk.now()
        if not chosen:
            form.show_say(())
            return
        self._desk.work.latest(
            form,
            "say",
            lambda vault: disclosure.may_be_said(vault, chosen, employer=where, now=now),
            form.show_say,
        )

    def _save(self, *, anyway: bool = False) -> None:
        form = self.form
        if form is None:
            return
        whose, name, kept, now = form.whose(), form.new_name(), form.kept, self._desk.now()
        fields, participants = form.typed(), form.people.chosen()
        matches = dict.fromkeys(participants, str(form.fits.currentData() or ""))
        matched, present = form.met(), form.present.isChecked()

        def job(vault: Any) -> Logged:
            employer, changes = whose, frozenset[Topic]()
            if employer is None:
                made = employers.create(vault, fields={"name": name}, now=now, kept=kept, anyway=anyway)
                if not isinstance(made, Saved):
                    return Logged(None, made, frozenset())
                employer, changes = made.id, made.changes
            outcome = employers.log_contact(
                vault,
                employer=employer,
                fields=fields,
                now=now,
                participants=participants,
                matches=matches,
                matched=matched,
                present=present,
                kept=kept,
            )
            return Logged(employer, outcome, changes | getattr(outcome, "changes", frozenset()))

        form.wait(form.texts())
        self._desk.work.run(form, job, self._answered, lambda error: form.show_wrong("", explain(error)))

    def _answered(self, logged: Logged) -> None:
        form = self.form
        if form is None:
            return
        form.show_right()
        if logged.employer is not None and form.whose() is None:
            form.know(logged.employer, form.new_name())
        match logged.outcome:
            case Saved():
                if self._keeper is not None:
                    self._keeper.stored()
                form.accept()
                self.form, self._kind = None, DRAFT
                form.deleteLater()
                self._desk.tell(self.tr("Kontakten er gemt her og sendes på kommunens net."))
                if logged.employer is not None:
                    self._done(logged.employer)
            case Alike():
                form.alike.show_alike(logged.outcome)
            case Held() | Invalid():
                form_answer.show(form, logged.outcome)
