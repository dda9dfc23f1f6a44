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
from app.domain.participant import CaseloadRow
from app.services import caseload, employers
from app.services.door import Held, Invalid, Saved
from app.services.employers import Alike
from ui.desk import Desk
from ui.employers.contact_form import ContactForm
from ui.text import explain
from ui.widgets import form_answer


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

    def open(self, rows: Sequence[EmployerRow], employer: UUID | None) -> ContactForm:
        form = self.form
        if form is not None and isValid(form) and form.is_begun():
            form.open()
            return form
        form = self.form = ContactForm(rows, self._desk.now(), self._window)
        form.asked.connect(self._save)
        form.alike.use.connect(form.choose)
        form.alike.anyway.connect(lambda: self._save(anyway=True))
        if employer is not None:
            form.choose(employer)
        self._bring_people(form)
        form.open()
        return form

    def _bring_people(self, form: ContactForm) -> None:
        now = self._desk.now()

        def show(rows: Sequence[CaseloadRow]) -> None:
            form.people.show_people([(row.participant.id, row.participant.name) for row in rows])

        self._desk.work.run(form, lambda vault: caseload.overview(vault, now=now), show)

    def _save(self, *, anyway: bool = False) -> None:
        form = self.form
        if form is None:
            return
        whose, name, kept, now = form.whose(), form.new_name(), form.kept, self._desk.now()
        fields, participants = form.typed(), form.people.chosen()

        def job(vault: Any) -> Logged:
            employer, changes = whose, frozenset[Topic]()
            if employer is None:
                made = employers.create(vault, fields={"name": name}, now=now, kept=kept, anyway=anyway)
                if not isinstance(made, Saved):
                    return Logged(None, made, frozenset())
                employer, changes = made.id, made.changes
            outcome = employers.log_contact(
                vault, employer=employer, fields=fields, now=now, participants=participants, kept=kept
            )
            return Logged(employer, outcome, changes | getattr(outcome, "changes", frozenset()))

        form.wait()
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
                form.accept()
                self.form = None
                form.deleteLater()
                self._desk.tell(self.tr("Kontakten er gemt her og sendes på kommunens net."))
                if logged.employer is not None:
                    self._done(logged.employer)
            case Alike():
                form.alike.show_alike(logged.outcome)
            case Held() | Invalid():
                form_answer.show(form, logged.outcome, form.texts())
