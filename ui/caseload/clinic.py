"""Klinikken: which treatment team a candidate belongs to and whom to call there. Names and functions, no content."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.course import ClinicPerson, ClinicTeam, TeamKind
from app.services import course
from app.services.course import CoursePage
from app.services.door import Typed
from ui.agenda import forms
from ui.desk import Desk
from ui.text import case_codes, dates
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form, chosen_day
from ui.widgets.parts import Act, Part
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
Teams = tuple[tuple[ClinicTeam, tuple[ClinicPerson, ...]], ...]
Answer = tuple[CoursePage, Teams]


class ClinicSubject:
    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner

    def ask(self, vault: Any, id: UUID) -> Answer | None:
        page = course.open_course(vault, id, now=self._desk.now())
        return None if page is None else (page, course.teams(vault))

    def tell(self, answer: Answer) -> tuple[Part, ...]:
        page, teams = answer
        return _mine(page), *(_team(team, persons) for team, persons in teams)

    def act(self, what: object, id: UUID, answer: Answer) -> None:
        _, teams = answer
        match what:
            case "attach":
                attach(self._desk, self._owner, id, teams)
            case "team":
                team(self._desk, self._owner, None)
            case ClinicTeam():
                person(self._desk, self._owner, what, None)
            case ("edit", ClinicTeam() as one):
                team(self._desk, self._owner, one)
            case ClinicPerson():
                at = next((t for t, _ in teams if t.id == what.team), None)
                if at is not None:
                    person(self._desk, self._owner, at, what)
            case _:
                pass


def attach(desk: Desk, parent: QWidget, id: UUID, teams: Teams) -> Form | None:
    """Which team, whom there, from when."""
    if not teams:
        return team(desk, parent, None)
    form = Form(translate("Clinic", "Tilknyt behandlingsteam"), translate("Clinic", "Gem"), parent)
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control") * 2)
    options = [(str(t.id), t.name) for t, _ in teams] + [
        (f"{t.id} {p.id}", f"{t.name} · {p.name}, {p.function}") for t, persons in teams for p in persons
    ]
    where = form.choice(
        "team", translate("Clinic", "Team og kontaktperson"), sorted(options, key=lambda o: o[1])
    )
    first = form.day("from_day", translate("Clinic", "Fra"), desk.now().date())

    def save() -> None:
        whole, whom = (*str(where.currentData()).split(" "), "")[:2]
        day, now = chosen_day(first), desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return course.attach(
                vault, id, team=UUID(whole), person_id=UUID(whom) if whom else None, from_day=day, now=now
            )

        forms.run(desk, form, job, translate("Clinic", "Tilknytningen er gemt."))

    return forms.start_with(desk, form, save)


def team(desk: Desk, parent: QWidget, one: ClinicTeam | None) -> Form:
    form = Form(translate("Clinic", "Behandlingsteam"), translate("Clinic", "Gem"), parent)
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control") * 2)
    name = form.text("name", translate("Clinic", "Team"), one.name if one else "")
    clinic = form.text("clinic", translate("Clinic", "Klinik"), one.clinic if one else "")
    kind = form.choice(
        "kind", translate("Clinic", "Slags"), case_codes.words_of(TeamKind), one.kind if one else ""
    )
    phone = form.text("phone", translate("Clinic", "Telefon"), one.phone if one else "")
    form.beside("kind", "phone")

    def save() -> None:
        fields: dict[str, Typed] = {
            "name": name.text(), "clinic": clinic.text(), "kind": kind.currentData(), "phone": phone.text()
        }  # fmt: skip
        kept, now = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return course.put_team(vault, fields=fields, now=now, id=one.id if one else None, kept=kept)

        forms.run(desk, form, job, translate("Clinic", "Teamet er gemt."))

    return forms.start_with(desk, form, save)


def person(desk: Desk, parent: QWidget, at: ClinicTeam, one: ClinicPerson | None) -> Form:
    form = Form(translate("Clinic", "Kontaktperson"), translate("Clinic", "Gem"), parent)
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control"))
    name = form.text("name", translate("Clinic", "Navn"), one.name if one else "")
    function = form.text("function", translate("Clinic", "Funktion"), one.function if one else "")
    phone = form.text("phone", translate("Clinic", "Telefon"), one.phone if one else "")

    def save() -> None:
        fields: dict[str, Typed] = {
            "team": at.id, "name": name.text(), "function": function.text(), "phone": phone.text()
        }  # fmt: skip
        kept, now = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return course.put_person(vault, fields=fields, now=now, id=one.id if one else None, kept=kept)

        forms.run(desk, form, job, translate("Clinic", "Kontaktpersonen er gemt."))

    return forms.start_with(desk, form, save)


def _mine(page: CoursePage) -> Part:
    title = translate("Clinic", "Kandidatens behandlingsteam")
    acts = (
        Act("attach", translate("Clinic", "Tilknyt team"), "" if page.team else "primary"),
        Act("team", translate("Clinic", "Nyt team"), ""),
    )
    if page.team is None:
        return Part("mine", title, empty=translate("Clinic", "Ikke tilknyttet endnu."), acts=acts)
    link, whom = page.attachment, page.contact
    pairs = (
        (translate("Clinic", "Team"), page.team.name),
        (translate("Clinic", "Klinik"), page.team.clinic),
        (translate("Clinic", "Slags"), case_codes.of("TeamKind", page.team.kind)),
        (
            translate("Clinic", "Kontaktperson"),
            ", ".join(p for p in (whom.name, whom.function) if p) if whom else "",
        ),
        (translate("Clinic", "Telefon"), (whom.phone if whom else "") or page.team.phone),
        (translate("Clinic", "Siden"), dates.long_date(link.from_day) if link and link.from_day else ""),
    )
    return Part("mine", title, pairs=tuple(p for p in pairs if p[1]), acts=acts)


def _team(one: ClinicTeam, persons: tuple[ClinicPerson, ...]) -> Part:
    rows = tuple(
        Row(
            whom,
            "user-round",
            whom.name,
            whom.function,
            right=whom.phone,
            act=translate("Clinic", "Ret"),
            tone="muted",
        )
        for whom in persons
    )
    return Part(
        f"team-{one.id}",
        one.name,
        note=one.clinic,
        rows=rows,
        empty=translate("Clinic", "Ingen kontaktpersoner endnu."),
        acts=(
            Act(one, translate("Clinic", "Tilføj kontaktperson"), ""),
            Act(("edit", one), translate("Clinic", "Ret teamet"), ""),
        ),
    )
