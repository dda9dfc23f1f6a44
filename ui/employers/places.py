"""Steder og personer: an employer's workplaces and people, and two entries that turn out to be one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.changes import Changes, Topic
from app.domain.employer import Employer, EmployerPerson, EmployerRow, Workplace
from app.services import workplaces
from app.services.door import Typed
from app.services.workplaces import Places
from ui.agenda import forms
from ui.desk import Desk
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.boxes import column, scrolled
from ui.widgets.form import Form
from ui.widgets.labels import label
from ui.widgets.parts import Act, Part, Parts
from ui.widgets.picker import Choice, Picker
from ui.widgets.row_list import Row

translate = QCoreApplication.translate


class PlacesDialog(QDialog):
    """Esc closes. `rows`: the register, to find the entry that is the same employer."""

    def __init__(self, desk: Desk, parent: QWidget, one: Employer, rows: Sequence[EmployerRow]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Feltjournal")
        self.setAccessibleName(self.tr("Steder og personer"))
        self._desk, self._one, self._rows = desk, one, rows
        self.parts = Parts(self.tr("Steder og personer"))
        self.parts.asked.connect(self._act)
        self.parts.opened.connect(self._open)
        column(self, label(one.name, "h1"), scrolled(self.parts), margins=(6, 5, 6, 5), gap=3)
        wide = theme().size("cardWide")
        self.resize(min(wide, parent.window().width()), min(wide, parent.window().height()))
        desk.work.changed.connect(self._on_changed)
        self._load()

    def _load(self) -> None:
        id = self._one.id
        self._desk.work.latest(self, "places", lambda vault: workplaces.of_employer(vault, id), self._show)

    def _on_changed(self, changes: Changes) -> None:
        if Topic.EMPLOYERS in changes:
            self._load()

    def _show(self, found: Places) -> None:
        self.parts.show_parts((self._people(found), self._places(found), self._merged(found)))

    def _people(self, found: Places) -> Part:
        rows = tuple(
            Row(
                p, "user-round", p.name, " · ".join(part for part in (p.function, p.phone, p.email) if part),
                tone="muted" if p.left_on else "accentText", act=self.tr("Ret"),
            )
            for p in found.people
        )  # fmt: skip
        return Part(
            "people", self.tr("Personer"), rows=rows, empty=self.tr("Ingen endnu."),
            acts=(Act("person", self.tr("Ny person"), "small"),),
        )  # fmt: skip

    def _places(self, found: Places) -> Part:
        rows = tuple(
            Row(
                p,
                "building-2",
                p.name,
                " · ".join(part for part in (p.address, p.city, p.p_number) if part),
                act=self.tr("Ret"),
            )
            for p in found.workplaces
        )
        return Part(
            "places", self.tr("Arbejdssteder"), rows=rows, empty=self.tr("Kun hovedadressen."),
            acts=(Act("place", self.tr("Nyt arbejdssted"), "small"),),
        )  # fmt: skip

    def _merged(self, found: Places) -> Part:
        rows = tuple(Row(e, "history", e.name, e.city, act=self.tr("Skil ad igen")) for e in found.merged)
        return Part(
            "merged", self.tr("Samme arbejdsgiver"), rows=rows, empty=self.tr("Ingen andre linjer er slået sammen med denne."),
            acts=(Act("merge", self.tr("Slå en anden linje sammen med denne"), "small"),),
        )  # fmt: skip

    def _act(self, what: object) -> None:
        match what:
            case "person":
                person(self._desk, self, self._one.id, None)
            case "place":
                place(self._desk, self, self._one.id, None)
            case "merge":
                merge(self._desk, self, self._one, self._rows)
            case _:
                pass

    def _open(self, what: object) -> None:
        match what:
            case EmployerPerson():
                person(self._desk, self, self._one.id, what)
            case Workplace():
                place(self._desk, self, self._one.id, what)
            case Employer():
                now, id = self._desk.now(), what.id
                self._desk.work.run(self, lambda vault: workplaces.part(vault, id, now=now), lambda _: None)
            case _:
                pass


def person(desk: Desk, parent: QWidget, employer: UUID, one: EmployerPerson | None) -> Form:
    names = {
        "name": translate("Places", "Navn"), "function": translate("Places", "Stilling"),
        "phone": translate("Places", "Telefon"), "email": translate("Places", "E-mail"),
    }  # fmt: skip

    def job(vault: Any, fields: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        if one is None:
            return workplaces.add_person(vault, employer, fields=fields, now=desk.now(), kept=kept)
        return workplaces.change_person(vault, one.id, fields=fields, now=desk.now(), kept=kept)

    return _lines(desk, parent, translate("Places", "Person"), names, one, job)


def place(desk: Desk, parent: QWidget, employer: UUID, one: Workplace | None) -> Form:
    names = {
        "name": translate("Places", "Navn på stedet"), "p_number": translate("Places", "P-nummer"),
        "address": translate("Places", "Adresse"), "city": translate("Places", "By"),
    }  # fmt: skip

    def job(vault: Any, fields: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        if one is None:
            return workplaces.add_workplace(vault, employer, fields=fields, now=desk.now(), kept=kept)
        return workplaces.change_workplace(vault, one.id, fields=fields, now=desk.now(), kept=kept)

    return _lines(desk, parent, translate("Places", "Arbejdssted"), names, one, job)


def merge(desk: Desk, parent: QWidget, one: Employer, rows: Sequence[EmployerRow]) -> Form:
    """The other entry goes into this one; nothing is deleted, and it can be taken back."""
    form = Form(translate("Places", "Slå sammen"), translate("Places", "Slå sammen"), parent)
    other = Picker(translate("Places", "Den anden linje"), icon="building-2")
    other.show_choices(
        [Choice(row.employer.id, row.employer.name) for row in rows if row.employer.id != one.id]
    )
    form.field("id", translate("Places", "Den anden linje"), other)

    def save() -> None:
        id = other.chosen()
        if not isinstance(id, UUID):
            form.show_wrong("id", translate("Places", "Vælg en arbejdsgiver i listen."))
            return
        said = translate("Places", "De to linjer er én nu. Det kan fortrydes under Steder og personer.")
        forms.run(desk, form, lambda vault: workplaces.merge(vault, id, into=one.id, now=desk.now()), said)

    return forms.start_with(desk, form, save)


Doing = Callable[[Any, dict[str, Typed], frozenset[str]], form_answer.Outcome]


def _lines(desk: Desk, parent: QWidget, title: str, names: dict[str, str], one: object, job: Doing) -> Form:
    form = Form(title, translate("Places", "Gem"), parent)
    fields = {
        name: form.text(name, words, str(getattr(one, name, "") or "")) for name, words in names.items()
    }

    def save() -> None:
        told: dict[str, Typed] = {name: field.text().strip() for name, field in fields.items()}
        kept = form.kept
        forms.run(
            desk,
            form,
            lambda vault: job(vault, told, kept),
            translate("Places", "Gemt her og sendes på kommunens net."),
        )

    return forms.start_with(desk, form, save)
