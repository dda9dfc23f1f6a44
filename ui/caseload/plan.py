"""The form for what is known of a candidate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.course import ContactWay
from app.domain.participant import Participant, Phase
from app.services import caseload
from app.services.door import Typed
from ui.agenda import forms
from ui.desk import Desk
from ui.text import case_codes, codes
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form

translate = QCoreApplication.translate


def candidate(desk: Desk, parent: QWidget, one: Participant | None, done: Callable[[UUID], None]) -> Form:
    """What is known of a candidate; with None a new one."""
    head = translate("Plan", "Ny kandidat") if one is None else translate("Plan", "Ret kandidaten")
    form = Form(head, translate("Plan", "Gem"), parent)
    fields = {"name": form.text("name", translate("Plan", "Navn"), one.name if one else "")}
    phase = None
    if one is None:
        hint = translate("Plan", "Ti cifre. Vises kun, når du beder om det.")
        fields["cpr"] = form.text("cpr", translate("Plan", "CPR-nummer"), hint=hint)
        phases = tuple((phase.value, codes.phase(phase)) for phase in Phase)
        phase = form.choice("phase", translate("Plan", "Fase"), phases)
    for pair in _texts():
        for name, title in pair:
            fields[name] = form.text(name, title, getattr(one, name) if one else "")
        form.beside(*(name for name, _ in pair))
    way = form.choice(
        "contact_way", translate("Plan", "Kontakt helst ved"), case_codes.words_of(ContactWay, nothing="–"),
        one.contact_way if one else "",
    )  # fmt: skip
    tongue = form.text(
        "interpreter", translate("Plan", "Tolk, sprog"), one.interpreter if one else "",
        hint=translate("Plan", "Tom, hvis der ikke er brug for tolk."),
    )  # fmt: skip
    form.beside("contact_way", "interpreter")
    form.fit(theme().size("cardWide"), theme().size("cardWide"))

    def save() -> None:
        typed: Mapping[str, Typed] = {
            **{n: f.text() for n, f in fields.items()},
            "contact_way": way.currentData(),
            "interpreter": tongue.text().strip(),
            **({"phase": phase.currentData()} if phase is not None else {}),
        }
        typed = {n: v for n, v in typed.items() if n != "cpr" or str(v).strip()}
        kept = form.kept

        def job(vault: Any) -> form_answer.Outcome:
            if one is None:
                return caseload.create(vault, fields=typed, now=desk.now(), kept=kept)
            return caseload.change(vault, one.id, fields=typed, now=desk.now(), kept=kept)

        forms.run(
            desk, form, job, translate("Plan", "Kandidaten er gemt her og sendes på kommunens net."), done
        )

    id = one.id if one else None
    return forms.start_with(desk, form, save, draft="candidate", whose=id, of=id, without=("cpr",))


def why(desk: Desk, parent: QWidget, done: Callable[[str], object]) -> Form:
    """Why a leader reads a colleague's case."""
    form = Form(translate("Plan", "Hvorfor åbner du sagen"), translate("Plan", "Åbn sagen"), parent)
    form.fit(theme().size("toast"), theme().size("rail"))
    words = form.text(
        "reason", translate("Plan", "Grund"), hint=translate("Plan", "Den skrives i adgangsloggen.")
    )

    def take() -> None:
        if not words.text().strip():
            form.show_wrong("reason", codes.wrong("missing"))
            return
        form.accept()
        done(words.text().strip())

    return forms.start_with(desk, form, take)


def _texts() -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    return (
        (("case_no", translate("Plan", "Sagsnummer")), ("phone", translate("Plan", "Telefon"))),
        (("wish_area", translate("Plan", "Ønsker: område")), ("wish_hours", translate("Plan", "Ønsker: timer"))),
        (("wish_transport", translate("Plan", "Transport")), ("disclosure", translate("Plan", "Åbenhed: hvad er aftalt"))),
        (
            ("clinic_contact", translate("Plan", "Kontaktperson på klinikken")),
            ("caseworker", translate("Plan", "Myndighedssagsbehandler")),
        ),
    )  # fmt: skip
