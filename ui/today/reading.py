"""A leader asks to read a colleague's case: why, and then it comes with the next round."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case_codes import ReadReason
from app.errors import FeltjournalError
from app.services import sync
from ui.agenda import forms
from ui.desk import Desk
from ui.text import dates
from ui.theme import theme
from ui.widgets.form import Form
from ui.widgets.labels import label

translate = QCoreApplication.translate


def ask(desk: Desk, parent: QWidget, participant: UUID, case_no: str) -> Form:
    """The reason is a code, so that no word about anybody lies in the server's log."""
    form = Form(translate("Reading", "Læs en kollegas sag"), translate("Reading", "Bed om sagen"), parent)
    form.fit(theme().size("toast"), theme().size("rail"))
    said = translate(
        "Reading",
        "%1 kommer ved næste synkronisering og er væk igen efter i morgen. Grunden står i kommunens log.",
    )
    form.below(label(said.replace("%1", case_no or translate("Reading", "Sagen")), "muted", wrap=True))
    why = form.choice("reason", translate("Reading", "Grund"), _reasons())

    def take() -> None:
        settings, now, reason = desk.settings, desk.now(), ReadReason(why.currentData())
        form.wait()
        desk.work.run_link(
            form, lambda v: sync.ask_to_read(v, settings, participant, reason, now=now), done, refused
        )

    def done(until: datetime) -> None:
        form.accept()
        told = translate("Reading", "Du kan læse sagen til %1. Den hentes nu.")
        desk.tell(told.replace("%1", dates.moment_within(until, desk.now())))
        desk.commands.run("sync.now")

    def refused(error: FeltjournalError) -> None:
        form.show_right()
        form.show_wrong(
            "reason", translate("Reading", "Serveren kan ikke spørges nu. Prøv igen på kommunens net.")
        )
        del error

    return forms.start_with(desk, form, take)


def _reasons() -> tuple[tuple[str, str], ...]:
    words = {
        ReadReason.COMPLAINT: translate("Reading", "Klage over sagen"),
        ReadReason.SUPERVISION: translate("Reading", "Faglig sparring med konsulenten"),
        ReadReason.ABSENCE: translate("Reading", "Konsulenten er fraværende"),
        ReadReason.ACCESS_REQUEST: translate("Reading", "Anmodning om aktindsigt"),
        ReadReason.AUDIT: translate("Reading", "Tilsyn eller kvalitetskontrol"),
    }
    return tuple((reason.value, said) for reason, said in words.items())
