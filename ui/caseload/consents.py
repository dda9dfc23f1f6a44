"""Samtykker: what may be shared, with whom, until when; what is withdrawn blocks its channel at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.consent import Answer, Consent, ConsentForm, ConsentKind, ConsentState, a_year_after
from app.services import consents
from app.services.consents import ConsentRow, ConsentsPage
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
_TONES = {ConsentState.VALID: "okText", ConsentState.EXPIRING: "warnText"}
_HOLDS = (ConsentState.VALID, ConsentState.EXPIRING)


class ConsentSubject:
    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner

    def ask(self, vault: Any, id: UUID) -> ConsentsPage:
        return consents.open_consents(vault, id, now=self._desk.now())

    def tell(self, answer: ConsentsPage) -> tuple[Part, ...]:
        now = self._desk.now()
        return (
            _part("holds", translate("Consents", "Gælder nu"), [r for r in answer.rows if r.state in _HOLDS], answer, now),
            _part("past", translate("Consents", "Gælder ikke længere"), [r for r in answer.rows if r.state not in _HOLDS], answer, now),
        )  # fmt: skip

    def act(self, what: object, id: UUID, answer: ConsentsPage) -> None:
        del answer
        if what == "give":
            give(self._desk, self._owner, id)
        elif isinstance(what, Consent) and what.withdrawn_on is None:
            withdraw(self._desk, self._owner, id, what)


def give(desk: Desk, parent: QWidget, id: UUID) -> Form:
    """What, from whom, to whom, for what, how and until when."""
    today = desk.now().date()
    form = Form(translate("Consents", "Nyt samtykke"), translate("Consents", "Gem samtykket"), parent)
    form.fit(theme().size("cardWide"), theme().size("cardWide"))
    kind = form.choice("kind", translate("Consents", "Til hvad"), case_codes.words_of(ConsentKind))
    scope = form.text(
        "scope", translate("Consents", "Hvilke oplysninger"),
        hint=translate("Consents", "For eksempel: mødetider, planen for job og navn på kontaktperson."),
    )  # fmt: skip
    giver = form.text("from_whom", translate("Consents", "Fra hvem"))
    taker = form.text("to_whom", translate("Consents", "Til hvem"))
    form.beside("from_whom", "to_whom")
    purpose = form.text("purpose", translate("Consents", "Formål"))
    how = form.choice("form", translate("Consents", "Hvordan givet"), case_codes.words_of(ConsentForm))
    given = form.day("given_on", translate("Consents", "Givet"), today)
    last = form.day("expires_on", translate("Consents", "Gælder til"), a_year_after(today))
    form.beside("form", "given_on", "expires_on")
    paper = form.text("document_ref", translate("Consents", "Dokument i fagsystemet"))
    clinic = form.choice(
        "in_patient_record",
        translate("Consents", "Også noteret på klinikken"),
        case_codes.words_of(Answer, nothing="–"),
    )
    form.beside("document_ref", "in_patient_record")

    def save() -> None:
        fields: dict[str, Typed] = {
            "kind": kind.currentData(), "scope": scope.text(), "from_whom": giver.text(), "to_whom": taker.text(),
            "purpose": purpose.text(), "form": how.currentData(), "given_on": chosen_day(given),
            "expires_on": chosen_day(last), "document_ref": paper.text(), "in_patient_record": clinic.currentData(),
        }  # fmt: skip
        kept, now = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return consents.give(vault, id, fields=fields, now=now, kept=kept)

        forms.run(desk, form, job, translate("Consents", "Samtykket er gemt."))

    return forms.start_with(desk, form, save, draft="consent", whose=id)


def withdraw(desk: Desk, parent: QWidget, id: UUID, one: Consent) -> Form:
    form = Form(
        translate("Consents", "Træk samtykket tilbage"), translate("Consents", "Trukket tilbage"), parent
    )
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control"))
    how = form.text(
        "withdrawn_how", translate("Consents", "Hvordan blev det sagt"),
        hint=translate("Consents", "Virker fra nu. Det, der allerede er delt, bliver stående."),
    )  # fmt: skip

    def save() -> None:
        words, kept, now = how.text(), form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return consents.withdraw(vault, id, one.id, how=words, now=now, kept=kept)

        forms.run(
            desk,
            form,
            job,
            translate("Consents", "Samtykket er trukket tilbage. Der må ikke deles mere ad den vej."),
        )

    return forms.start_with(desk, form, save)


def _part(id: str, title: str, rows: list[ConsentRow], page: ConsentsPage, now: datetime) -> Part:
    first = id == "holds"
    warn = tuple(
        translate("Consents", "Spærret: %1").replace("%1", case_codes.word(kind).lower())
        for kind in ConsentKind
        if first and kind in page.blocked
    )
    return Part(
        id,
        title,
        warn=warn,
        rows=tuple(_row(one, now) for one in rows),
        empty=translate("Consents", "Intet samtykke er skrevet ned.")
        if first
        else translate("Consents", "Ingen."),
        acts=(Act("give", translate("Consents", "Nyt samtykke"), "primary"),) if first else (),
    )


def _row(row: ConsentRow, now: datetime) -> Row:
    one = row.consent
    ways = translate("Consents", "fra %1 til %2").replace("%1", one.from_whom).replace("%2", one.to_whom)
    beside = " · ".join(part for part in (one.scope, ways if one.from_whom and one.to_whom else "") if part)
    return Row(
        one,
        "handshake",
        case_codes.word(one.kind),
        beside,
        right=_until(row, now),
        act=translate("Consents", "Træk tilbage") if row.state in _HOLDS else "",
        tone=_TONES.get(row.state, "muted"),
    )


def _until(row: ConsentRow, now: datetime) -> str:
    one = row.consent
    if row.state is ConsentState.WITHDRAWN and one.withdrawn_on:
        return translate("Consents", "trukket tilbage %1").replace(
            "%1", dates.short_date(one.withdrawn_on, now)
        )
    if one.expires_on is None:
        return case_codes.word(row.state)
    words = {
        ConsentState.EXPIRED: translate("Consents", "udløb %1"),
        ConsentState.EXPIRING: translate("Consents", "udløber %1"),
    }.get(row.state, translate("Consents", "til %1"))
    return words.replace("%1", dates.short_date(one.expires_on, now))
