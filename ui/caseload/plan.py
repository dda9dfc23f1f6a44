"""Forms over a candidate's page: a new appointment, a next step, and what is known of the candidate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.calendar import AppointmentKind
from app.domain.participant import Participant, Phase
from app.services import calendar, caseload
from app.services.door import Typed
from ui.desk import Desk
from ui.text import codes, dates
from ui.widgets import form_answer
from ui.widgets.form import Form, chosen_day, chosen_moment

translate = QCoreApplication.translate
Job = Callable[[Any], form_answer.Outcome]


def appointment(desk: Desk, parent: QWidget, participant: UUID) -> Form:
    now = desk.now()
    form = Form(translate("Plan", "Ny aftale"), translate("Plan", "Gem aftalen"), parent)
    title = form.text("title", translate("Plan", "Hvad"), hint=translate("Plan", "Uden helbredsoplysninger"))
    kinds = tuple((kind.value, codes.appointment(kind)) for kind in AppointmentKind)
    kind = form.choice("kind", translate("Plan", "Type"), kinds)
    start = (dates.local(now, now) + timedelta(days=1)).replace(hour=10, minute=0)
    day = form.day("starts_at", translate("Plan", "Dato"), start.date())
    clock = form.clock("clock", translate("Plan", "Klokken"), start)
    minutes = form.minutes("minutes", translate("Plan", "Varighed"), 45)
    place = form.text("place", translate("Plan", "Sted"))

    def save() -> None:
        asked = (
            title.text(),
            AppointmentKind(kind.currentData()),
            chosen_moment(day, clock),
            minutes.value(),
            place.text(),
        )
        _run(
            desk, form, translate("Plan", "Aftalen er gemt her og sendes på kommunens net."),
            lambda vault: calendar.create_appointment(
                vault, title=asked[0], kind=asked[1], starts_at=asked[2], minutes=asked[3], place=asked[4],
                participant=participant, now=desk.now(), kept=form.kept,
            ),
        )  # fmt: skip

    return _open(form, save)


def next_step(desk: Desk, parent: QWidget, participant: UUID) -> Form:
    now = desk.now()
    form = Form(translate("Plan", "Næste skridt"), translate("Plan", "Tilføj"), parent)
    title = form.text("title", translate("Plan", "Hvad skal gøres"))
    due = form.day("due_on", translate("Plan", "Hvornår"), dates.local(now, now).date() + timedelta(days=1))

    def save() -> None:
        words, day = title.text(), chosen_day(due)
        _run(
            desk, form, translate("Plan", "Næste skridt er gemt."),
            lambda vault: calendar.add_task(
                vault, title=words, due_on=day, participant=participant, now=desk.now(), kept=form.kept
            ),
        )  # fmt: skip

    return _open(form, save)


def candidate(desk: Desk, parent: QWidget, one: Participant | None, done: Callable[[UUID], None]) -> Form:
    """What is known of a candidate; with None a new one."""
    head = translate("Plan", "Ny kandidat") if one is None else translate("Plan", "Ret kandidaten")
    form = Form(head, translate("Plan", "Gem"), parent)
    fields = {"name": form.text("name", translate("Plan", "Navn"), one.name if one else "")}
    if one is None:
        hint = translate("Plan", "Ti cifre. Vises kun, når du beder om det.")
        fields["cpr"] = form.text("cpr", translate("Plan", "CPR-nummer"), hint=hint)
    phases = tuple((phase.value, codes.phase(phase)) for phase in Phase)
    phase = form.choice("phase", translate("Plan", "Fase"), phases, one.phase.value if one else "")
    for name, title in _texts():
        fields[name] = form.text(name, title, getattr(one, name) if one else "")

    def save() -> None:
        typed: Mapping[str, Typed] = {
            **{n: f.text().strip() for n, f in fields.items()},
            "phase": phase.currentData(),
        }
        typed = {n: v for n, v in typed.items() if n != "cpr" or v}
        kept = form.kept

        def job(vault: Any) -> form_answer.Outcome:
            if one is None:
                return caseload.create(vault, fields=typed, now=desk.now(), kept=kept)
            return caseload.change(vault, one.id, fields=typed, now=desk.now(), kept=kept)

        _run(desk, form, translate("Plan", "Gemt."), job, done)

    return _open(form, save)


def _texts() -> tuple[tuple[str, str], ...]:
    return (
        ("case_no", translate("Plan", "Sagsnummer")),
        ("phone", translate("Plan", "Telefon")),
        ("wish_area", translate("Plan", "Ønsker: område")),
        ("wish_hours", translate("Plan", "Ønsker: timer")),
        ("wish_transport", translate("Plan", "Transport")),
        ("disclosure", translate("Plan", "Åbenhed: hvad er aftalt")),
        ("clinic_contact", translate("Plan", "Kontaktperson på klinikken")),
        ("caseworker", translate("Plan", "Myndighedssagsbehandler")),
    )


def _open(form: Form, save: Callable[[], None]) -> Form:
    form.asked.connect(save)
    form.finish()
    form.open()
    return form


def _run(
    desk: Desk,
    form: Form,
    said: str,
    job: Job,
    done: Callable[[UUID], None] | None = None,
) -> None:
    def stored(id: UUID) -> None:
        desk.tell(said)
        if done is not None:
            done(id)

    desk.work.run(form, job, lambda outcome: form_answer.settle(form, outcome, stored))
