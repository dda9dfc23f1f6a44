"""A note that is another candidate's: choose whose it is, and it goes there."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.participant import CaseloadRow
from app.services import caseload, misfiled
from app.services.door import Held, Invalid, Saved
from ui.agenda import forms
from ui.desk import Desk
from ui.widgets.form import Form
from ui.widgets.labels import label

translate = QCoreApplication.translate


def ask(desk: Desk, parent: QWidget, note: UUID, whose: UUID) -> Form:
    """`whose`: the candidate in whose case it stands."""
    form = Form(
        translate("Misfiled", "Notatet hører til en anden"), translate("Misfiled", "Flyt notatet"), parent
    )
    to = form.choice("participant", translate("Misfiled", "Den rette kandidat"), [("", "–")])
    form.below(
        label(
            translate(
                "Misfiled",
                "Notatet flyttes med alle versioner. Her bliver en tom plads med en bemærkning, uden tekst og uden navn. Begge dele står i adgangsloggen. Er notatet ført i fagsystemet, skal det også flyttes dér.",
            ),
            "muted", wrap=True,
        )
    )  # fmt: skip
    now = desk.now()

    def offer(rows: tuple[CaseloadRow, ...]) -> None:
        for row in sorted(rows, key=lambda one: one.participant.name.casefold()):
            if row.participant.id != whose:
                to.addItem(row.participant.name, row.participant.id)

    def save() -> None:
        chosen = to.currentData()
        if not isinstance(chosen, UUID):
            form.show_wrong("participant", translate("Misfiled", "Vælg en kandidat."))
            return
        form.wait()
        act: Any = partial(misfiled.move, id=note, to=chosen, now=desk.now())
        desk.work.run(form, act, partial(_answered, desk, form))

    desk.work.run(form, lambda vault: caseload.overview(vault, now=now), offer)
    return forms.start_with(desk, form, save)


def _answered(desk: Desk, form: Form, outcome: Saved | Held | Invalid) -> None:
    form.show_right()
    match outcome:
        case Saved():
            form.accept()
            desk.tell(translate("Misfiled", "Notatet er flyttet til den rette sag."))
        case Held():
            words = translate("Misfiled", "Vagten standser noget i notatet. Ret det først, og flyt det så.")
            form.show_wrong("participant", words)
        case Invalid():
            form.show_wrong(
                "participant", translate("Misfiled", "Notatet kan ikke flyttes. Det er flyttet eller rettet.")
            )
