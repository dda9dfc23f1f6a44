"""What is known of an employer: a new one, or changes to one that is here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.domain.employer import Employer, Relation
from app.services import code_lists, employers
from app.services.door import Held, Invalid, Saved, Typed
from app.services.employers import Alike
from ui.agenda import forms
from ui.desk import Desk
from ui.employers.alike import AlikeHint
from ui.text import codes, explain
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form

translate = QCoreApplication.translate
Outcome = Saved | Held | Invalid | Alike


class EmployerForm(Form):
    """`one`: the employer to change; None makes a new one. `done(id)`: it is stored, or the one that was here."""

    def __init__(
        self, desk: Desk, parent: QWidget, one: Employer | None, done: Callable[[UUID], object]
    ) -> None:
        title = (
            translate("Employers", "Ret arbejdsgiver") if one else translate("Employers", "Ny arbejdsgiver")
        )
        super().__init__(title, translate("Employers", "Gem"), parent)
        self._desk, self._one, self._done = desk, one, done
        self.lines: dict[str, QLineEdit] = {}
        self._text("name", self.tr("Navn"))
        self.alike = AlikeHint()
        self._fields.addWidget(self.alike)
        self._text("branch", self.tr("Branche"), self.tr("Skriv, eller vælg Danmarks Statistiks"))
        self._pair(("address", self.tr("Adresse")), ("city", self.tr("By")))
        self._pair(("contact_person", self.tr("Kontaktperson")), ("phone", self.tr("Telefon")))
        relations = tuple((relation.value, codes.relation(relation)) for relation in Relation)
        self.relation = self.choice(
            "relation", self.tr("Relation"), relations, one.relation.value if one else ""
        )
        self._pair(("cvr", self.tr("CVR-nummer")), ("p_number", self.tr("P-nummer")))
        self.asked.connect(self._save)
        self.alike.use.connect(self._take)
        self.alike.anyway.connect(lambda: self._save(anyway=True))
        for name in ("name", "cvr", "p_number"):
            self.lines[name].textEdited.connect(self.alike.forget)
        self.fit(theme().size("cardWide"), theme().size("cardWide"))
        self.finish()
        self._keeper = forms.keep(desk, self, "employer", of=one.id if one else None)
        day = desk.now().date()
        desk.work.run(self, lambda vault: code_lists.branches(vault, day), self._offer)

    def _offer(self, branches: tuple[str, ...]) -> None:
        """Any part of a name finds it: the number, or a word in the middle."""
        found = QCompleter(branches, self)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lines["branch"].setCompleter(found)

    def typed(self) -> dict[str, Typed]:
        words: dict[str, Typed] = {name: field.text().strip() for name, field in self.lines.items()}
        return {**words, "relation": self.relation.currentData()}

    def _save(self, *, anyway: bool = False) -> None:
        fields, kept, now, one = self.typed(), self.kept, self._desk.now(), self._one

        def job(vault: Any) -> Outcome:
            if one is None:
                return employers.create(vault, fields=fields, now=now, kept=kept, anyway=anyway)
            return employers.change(vault, one.id, fields=fields, now=now, kept=kept)

        self.wait({name: str(value) for name, value in self.typed().items()})
        self._desk.work.run(self, job, self._answered, lambda error: self.show_wrong("", explain(error)))

    def _answered(self, outcome: Outcome) -> None:
        self.show_right()
        match outcome:
            case Saved():
                self.accept()
                self._desk.tell(self.tr("Arbejdsgiveren er gemt her og sendes på kommunens net."))
                self._done(outcome.id)
            case Alike():
                self.alike.show_alike(outcome)
            case Held() | Invalid():
                form_answer.show(self, outcome)

    def _take(self, id: object) -> None:
        self._keeper.stored()  # the one that was here is the one that was meant
        self.reject()
        if isinstance(id, UUID):
            self._done(id)

    def _text(self, name: str, title: str, hint: str = "") -> None:
        self.lines[name] = self.text(name, title, getattr(self._one, name) if self._one else "", hint)

    def _pair(self, *both: tuple[str, str]) -> None:
        """Two short fields beside each other."""
        for name, title in both:
            self._text(name, title)
        self.beside(*(name for name, _ in both))
