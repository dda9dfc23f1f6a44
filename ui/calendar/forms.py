"""The calendar's forms: time of one's own, days away, the position, an appointment that returns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from app.domain.time_log import Absence, TimeEntry, is_vocational
from app.services import agenda, time_log
from app.services.door import Invalid, Typed
from app.services.time_log import TakenOver
from ui.agenda import forms
from ui.desk import Desk
from ui.text import work_codes
from ui.theme import theme
from ui.widgets import form_answer, form_more
from ui.widgets.form import Form, chosen_day

translate = QCoreApplication.translate
_MONTHS_AHEAD = timedelta(weeks=12)


def hours(desk: Desk, parent: QWidget, one: TimeEntry | None, first: date) -> Form:
    """Time that nothing else speaks of, or another word about what was taken over."""
    form = Form(
        translate("CalendarForms", "Skriv tid") if one is None else translate("CalendarForms", "Ret tid"),
        translate("CalendarForms", "Gem"),
        parent,
    )
    on = form.day("on_day", translate("CalendarForms", "Dag"), one.on_day if one else first)
    minutes = form.minutes("minutes", translate("CalendarForms", "Varighed"), one.minutes if one else 60)
    form.beside("on_day", "minutes")
    kind = form.choice(
        "kind",
        translate("CalendarForms", "Hvad tiden gik til"),
        work_codes.options("time_entry.kind"),
        one.kind if one else "",
    )
    place = form.choice(
        "place",
        translate("CalendarForms", "Sted"),
        work_codes.options("time_entry.place"),
        one.place if one else "municipal_office",
    )
    vocational = QCheckBox(translate("CalendarForms", "IPS-arbejde"))
    vocational.setChecked(one.vocational if one else is_vocational(str(kind.currentData())))
    kind.activated.connect(lambda: vocational.setChecked(is_vocational(str(kind.currentData()))))
    form.field("vocational", "", vocational)
    if one is not None:
        form.below(_removal(desk, form, parent, one))

    def save() -> None:
        fields: dict[str, Typed] = {
            "on_day": chosen_day(on), "minutes": minutes.value() or None, "kind": kind.currentData(),
            "place": place.currentData(), "vocational": int(vocational.isChecked()),
        }  # fmt: skip

        def job(vault: Any) -> form_answer.Outcome:
            if one is None:
                return time_log.add(vault, fields=fields, now=desk.now())
            return time_log.change(vault, one.id, fields=fields, now=desk.now())

        forms.run(desk, form, job, translate("CalendarForms", "Tiden er gemt."))

    return forms.start_with(desk, form, save)


def _removal(desk: Desk, form: Form, parent: QWidget, one: TimeEntry) -> QPushButton:
    def remove() -> None:
        form.reject()
        _take_out(
            desk,
            parent,
            translate("CalendarForms", "Tiden er fjernet."),
            lambda vault: time_log.remove(vault, one.id, now=desk.now()),
            lambda vault: time_log.bring_back(vault, one.id, now=desk.now()),
        )

    made = QPushButton(translate("CalendarForms", "&Fjern tiden"))
    made.setProperty("kind", "small")
    made.setAutoDefault(False)
    made.clicked.connect(remove)
    return made


def remove_absence(desk: Desk, parent: QWidget, one: Absence) -> None:
    _take_out(
        desk,
        parent,
        translate("CalendarForms", "Fraværet er fjernet."),
        lambda vault: time_log.cancel_absence(vault, one.id, now=desk.now()),
        lambda vault: time_log.be_away_after_all(vault, one.id, now=desk.now()),
    )


def take_over(desk: Desk, parent: QWidget, job: Callable[[Any], TakenOver | Invalid], said: str) -> None:
    """What was offered goes into the log; taken back, it is offered again."""

    def told(outcome: TakenOver | Invalid) -> None:
        made = outcome.entries if isinstance(outcome, TakenOver) else ()
        if made:
            desk.tell(said, lambda: give_back(made))
        else:
            desk.tell(translate("CalendarForms", "Intet venter på at blive overtaget."))

    def give_back(made: tuple[UUID, ...]) -> None:
        desk.work.run(parent, lambda vault: time_log.give_back(vault, made, now=desk.now()), lambda _: None)

    desk.work.run(parent, job, told)


def _take_out(desk: Desk, parent: QWidget, said: str, job: forms.Job, back: forms.Job) -> None:
    """At once, with a word on the screen that takes it back."""
    desk.work.run(parent, job, lambda _: desk.tell(said, lambda: desk.work.run(parent, back, lambda _: None)))


def away(desk: Desk, parent: QWidget, first: date) -> Form:
    form = Form(translate("CalendarForms", "Skriv fravær"), translate("CalendarForms", "Gem"), parent)
    begin = form.day("first_day", translate("CalendarForms", "Første dag"), first)
    end = form.day("last_day", translate("CalendarForms", "Sidste dag"), first)
    form.beside("first_day", "last_day")
    kind = form.choice("kind", translate("CalendarForms", "Slags"), work_codes.options("absence.kind"))
    part = form_more.number(
        form, "percent", translate("CalendarForms", "Hvor meget af dagen"), 100, most=100, suffix=" %"
    )

    def save() -> None:
        fields: dict[str, Typed] = {
            "first_day": chosen_day(begin), "last_day": chosen_day(end), "kind": kind.currentData(), "percent": part.value(),
        }  # fmt: skip
        forms.run(
            desk,
            form,
            lambda vault: time_log.be_away(vault, fields=fields, now=desk.now()),
            translate("CalendarForms", "Fraværet er gemt. Hvorfor skrives ikke."),
        )

    return forms.start_with(desk, form, save)


def position(desk: Desk, parent: QWidget) -> Form:
    form = Form(translate("CalendarForms", "Ansættelsesgrad"), translate("CalendarForms", "Gem"), parent)
    part = form_more.number(
        form, "percent", translate("CalendarForms", "Af fuld tid"), 100, most=100, suffix=" %"
    )
    since = form.day("from_day", translate("CalendarForms", "Fra"), desk.now().date())

    def save() -> None:
        percent, day = part.value(), chosen_day(since)
        forms.run(
            desk,
            form,
            lambda vault: time_log.set_working_time(vault, percent=percent, from_day=day, now=desk.now()),
            translate("CalendarForms", "Ansættelsesgraden er gemt."),
        )

    return forms.start_with(desk, form, save)


def training(desk: Desk, parent: QWidget) -> Form:
    """How far one's own training in IPS is; the national survey counts it."""
    form = Form(translate("CalendarForms", "IPS-uddannelse"), translate("CalendarForms", "Gem"), parent)
    status = form.choice(
        "status", translate("CalendarForms", "Jeg er"), work_codes.options("ips_training.status", none="–")
    )
    since = form.day("from_day", translate("CalendarForms", "Fra"), desk.now().date())

    def show(known: str) -> None:
        if not status.currentData():
            status.setCurrentIndex(max(0, status.findData(known)))

    now = desk.now()
    desk.work.run(form, lambda vault: time_log.training(vault, now=now), show)

    def save() -> None:
        told, day = str(status.currentData() or ""), chosen_day(since)
        forms.run(
            desk,
            form,
            lambda vault: time_log.set_training(vault, status=told, from_day=day, now=desk.now()),
            translate("CalendarForms", "Uddannelsen er gemt."),
        )

    return forms.start_with(desk, form, save)


def repeat(desk: Desk, parent: QWidget, choices: Sequence[tuple[UUID, str, datetime]]) -> Form:
    """Which of the appointments that are shown returns, how often and until when."""
    form = Form(translate("CalendarForms", "Gentag en aftale"), translate("CalendarForms", "Gentag"), parent)
    form.fit(theme().size("cardWide"), theme().size("card"))
    which = form.choice(
        "id", translate("CalendarForms", "Aftale"), [(str(id), words) for id, words, _ in choices]
    )
    every = form_more.number(form, "every_weeks", translate("CalendarForms", "Hver … uge"), 1, most=26)
    until = form.day("until", translate("CalendarForms", "Til og med"), desk.now().date() + _MONTHS_AHEAD)
    form.beside("every_weeks", "until")

    def save() -> None:
        id, weeks, last = UUID(which.currentData()), every.value(), chosen_day(until)
        forms.run(
            desk, form, lambda vault: agenda.repeat(vault, id, every_weeks=weeks, until=last, now=desk.now()),
            translate("CalendarForms", "Aftalen gentages. Helligdage er sprunget over."),
        )  # fmt: skip

    return forms.start_with(desk, form, save)
