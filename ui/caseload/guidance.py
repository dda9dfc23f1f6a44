"""Ydelser: the questions that were passed on for a candidate, what came back, and the way to the reckoner."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.benefits import BenefitsTalk
from app.domain.work_codes import MOST
from app.services import benefits
from app.services.door import Typed
from ui.agenda import forms
from ui.desk import Desk
from ui.text import dates, numbers, work_codes
from ui.theme import theme
from ui.widgets import form_answer, form_more
from ui.widgets.form import Form
from ui.widgets.parts import Act, Part

translate = QCoreApplication.translate
Talks = tuple[BenefitsTalk, ...]


class GuidanceSubject:
    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner

    def ask(self, vault: Any, id: UUID) -> Talks:
        return benefits.talks(vault, id, now=self._desk.now())

    def tell(self, answer: Talks) -> tuple[Part, ...]:
        now = self._desk.now()
        return (_more(empty=not answer), *(_part(one, now) for one in answer))

    def act(self, what: object, id: UUID, answer: Talks) -> None:
        match what:
            case "reckon":
                self._desk.open("benefits", None)
            case "refer":
                refer(self._desk, self._owner, id, None)
            case ("answer", UUID() as of):
                for one in answer:
                    if one.id == of:
                        refer(self._desk, self._owner, id, one)
            case _:
                pass


def _more(*, empty: bool) -> Part:
    return Part(
        "more",
        translate("Guidance", "Vejledning om ydelser"),
        empty=translate("Guidance", "Intet spørgsmål er sendt videre endnu.") if empty else "",
        acts=(
            Act("reckon", translate("Guidance", "Hvad betyder timer om ugen?"), "small"),
            Act("refer", translate("Guidance", "Send et spørgsmål videre"), "primary" if empty else "small"),
        ),
    )


def _part(one: BenefitsTalk, now: datetime) -> Part:
    hours = dates.duration(one.planned_minutes) if one.planned_minutes else ""
    pairs = (
        (translate("Guidance", "Spørgsmål"), one.question),
        (translate("Guidance", "Situation nu"), one.situation),
        (translate("Guidance", "Planlagte timer om ugen"), hours),
        (
            translate("Guidance", "Planlagt løn om måneden"),
            translate("Guidance", "%1 kr.").replace("%1", numbers.number(one.planned_pay))
            if one.planned_pay
            else "",
        ),
        (translate("Guidance", "Svar"), one.answer),
        (translate("Guidance", "Svaret kom fra"), one.answered_by),
        (
            translate("Guidance", "Givet til kandidaten"),
            dates.short_date(one.given_on, now) if one.given_on else "",
        ),
    )
    warn = [] if one.answered_on else [translate("Guidance", "Venter på svar.")]
    if not one.told_duty:
        warn.append(translate("Guidance", "Oplysningspligten er ikke noteret som nævnt."))
    return Part(
        f"talk-{one.id}",
        work_codes.word("benefits_talk.to_whom", one.to_whom),
        note=translate("Guidance", "spurgt %1").replace("%1", dates.short_date(one.asked_on, now)),
        warn=tuple(warn),
        pairs=tuple(pair for pair in pairs if pair[1]),
        acts=(Act(("answer", one.id), translate("Guidance", "Skriv svaret"), "small"),),
    )


def refer(desk: Desk, parent: QWidget, id: UUID, one: BenefitsTalk | None) -> Form:
    """The question, and later the answer, of those who can give one."""
    head = (
        translate("Guidance", "Send et spørgsmål videre") if one is None else translate("Guidance", "Svaret")
    )
    form = Form(head, translate("Guidance", "Gem"), parent)
    form.fit(theme().size("cardWide"), theme().size("cardWide") + theme().size("control") * 3)
    whom = form.choice(
        "to_whom",
        translate("Guidance", "Til hvem"),
        work_codes.options("benefits_talk.to_whom"),
        one.to_whom if one else "",
    )
    question = form.long_text("question", translate("Guidance", "Spørgsmål"), one.question if one else "")
    now_ = form.text(
        "situation", translate("Guidance", "Situation nu"), one.situation if one else "",
        hint=translate("Guidance", "Ydelse, timer og løn; intet om helbred"),
    )  # fmt: skip
    hours = form_more.number(
        form, "planned_minutes", translate("Guidance", "Planlagte timer om ugen"), (one.planned_minutes or 0) // 60 if one else 0, most=60,
    )  # fmt: skip
    pay = form_more.number(
        form, "planned_pay", translate("Guidance", "Planlagt løn om måneden"), (one.planned_pay or 0) if one else 0,
        most=MOST["benefits_talk.planned_pay"], suffix=translate("Guidance", " kr."),
    )  # fmt: skip
    form.beside("planned_minutes", "planned_pay")
    answer = form.long_text("answer", translate("Guidance", "Svar"), one.answer if one else "")
    by = form.text("answered_by", translate("Guidance", "Svaret kom fra"), one.answered_by if one else "")
    answered = form_more.open_day(
        form, "answered_on", translate("Guidance", "Besvaret"), one.answered_on if one else None
    )
    given = form_more.open_day(
        form, "given_on", translate("Guidance", "Givet til kandidaten"), one.given_on if one else None
    )
    form.beside("answered_by", "answered_on", "given_on")
    duty = QCheckBox(translate("Guidance", "Kandidaten ved, at løn skal oplyses (oplysningspligt)"))
    duty.setChecked(bool(one and one.told_duty))
    form.field("told_duty", "", duty)

    def save() -> None:
        now, kept = desk.now(), form.kept
        fields: dict[str, Typed] = {
            "to_whom": whom.currentData(), "question": question.toPlainText(), "situation": now_.text(),
            "planned_minutes": hours.value() * 60 or None, "planned_pay": pay.value() or None, "answer": answer.toPlainText(), "answered_by": by.text(),
            "answered_on": form_more.read_day(answered), "given_on": form_more.read_day(given),
            "told_duty": int(duty.isChecked()),
        }  # fmt: skip

        def job(vault: Any) -> form_answer.Outcome:
            if one is None:
                return benefits.refer(vault, id, fields=fields, now=now, kept=kept)
            return benefits.change(vault, one.id, fields=fields, now=now, kept=kept)

        forms.run(
            desk, form, job, translate("Guidance", "Spørgsmålet er gemt her og sendes på kommunens net.")
        )

    return forms.start_with(desk, form, save, draft="guidance", whose=id, of=one.id if one else None)
