"""The forms of a job: its start, four hours worked, its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from app.domain import employment_form
from app.domain.code_list import CodeLists
from app.domain.job import Job
from app.domain.work_codes import MOST
from app.services import jobs
from app.services.door import Typed
from app.services.jobs import WorkPage
from ui.caseload import work_kit as kit
from ui.desk import Desk
from ui.text import work_codes
from ui.widgets import form_answer, form_more
from ui.widgets.form import Form, chosen_day
from ui.widgets.form_more import number
from ui.widgets.picker import Choice, Picker

translate = QCoreApplication.translate

Places = Sequence[tuple[UUID, str]]


def job(desk: Desk, parent: QWidget, id: UUID, one: Job | None, places: Places, page: WorkPage) -> Form:
    """A job that begins, or changes to one that is here."""
    now, lists = desk.now(), page.forms
    form = kit.form(
        translate("WorkForms", "Nyt job") if one is None else translate("WorkForms", "Ret jobbet"), parent
    )
    title = form.text("title", translate("WorkForms", "Stilling"), one.title if one else "")
    where = _employer(form, places, one.employer if one else None)
    site = _workplace(form, where, page, one.workplace if one else None)
    begun = one.start_on if one else now.date() + timedelta(days=7)
    kind = form.choice(
        "form", translate("WorkForms", "Ansættelsesform"), _kinds(lists, begun, one), one.form if one else ""
    )
    start = form.day("start_on", translate("WorkForms", "Start"), begun)
    start.dateChanged.connect(lambda: _offer(kind, _kinds(lists, chosen_day(start), one)))
    week = kit.hours(
        form, "weekly_minutes", translate("WorkForms", "Timer om ugen"), one.weekly_minutes if one else None
    )
    until = form_more.open_day(
        form,
        "temporary_until",
        translate("WorkForms", "Tidsbegrænset til"),
        one.temporary_until if one else None,
    )
    form.beside("start_on", "weekly_minutes", "temporary_until")
    times = form.text(
        "working_times", translate("WorkForms", "Arbejdstider"), one.working_times if one else ""
    )
    person = form.text(
        "contact_person", translate("WorkForms", "Kontakt på arbejdet"), one.contact_person if one else ""
    )
    form.beside("working_times", "contact_person")
    found = kit.choice(
        form, "found", translate("WorkForms", "Fundet gennem"), "job.found", one.found if one else ""
    )
    fits = kit.choice(
        form,
        "preferences",
        translate("WorkForms", "Passer til ønsker"),
        "job.preferences",
        one.preferences if one else "",
    )
    open_ = kit.choice(
        form, "disclosure", translate("WorkForms", "Åbenhed"), "job.disclosure", one.disclosure if one else ""
    )
    form.beside("found", "preferences", "disclosure")
    guided = form_more.open_day(
        form, "guidance_on", translate("WorkForms", "Vejledt om ydelser den"), one.guidance_on if one else None,
    )  # fmt: skip
    disco = form.text(
        "disco08",
        translate("WorkForms", "Jobtype (DISCO-08)"),
        one.disco08 if one else "",
        hint=translate("WorkForms", "Fire cifre; kan udelades"),
    )
    pay = number(
        form, "hourly_pay", translate("WorkForms", "Timeløn"), (one.hourly_pay or 0) if one else 0, most=MOST["job.hourly_pay"],
        suffix=translate("WorkForms", " kr."),
    )  # fmt: skip
    pay.setSpecialValueText(kit.NOT_SAID)
    form.beside("guidance_on", "disco08", "hourly_pay")
    agreed = kit.check(
        form, "collective_agreement", translate("WorkForms", "Overenskomst"), bool(one and one.collective_agreement)
    )  # fmt: skip
    law = kit.check(form, "paragraph56", translate("WorkForms", "§ 56-aftale"), bool(one and one.paragraph56))
    form.beside("collective_agreement", "paragraph56")

    def fields() -> dict[str, Typed]:
        ends = form_more.read_day(until)
        told: dict[str, Typed] = {
            "title": title.text(), "employer": _chosen(where), "workplace": _site(site), "form": kind.currentData(), "start_on": chosen_day(start),
            "weekly_minutes": kit.minutes(week), "temporary_until": ends, "working_times": times.text(),
            "contact_person": person.text(), "found": found.currentData(), "preferences": fits.currentData(),
            "disclosure": open_.currentData(), "guidance_on": form_more.read_day(guided), "disco08": disco.text().strip(),
            "hourly_pay": pay.value() or None, "collective_agreement": int(agreed.isChecked()),
            "paragraph56": int(law.isChecked()),
        }  # fmt: skip
        return told

    def act(vault: Any, told: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        if one is None:
            return jobs.start(vault, id, fields=told, now=desk.now(), kept=kept)
        return jobs.change(vault, one.id, fields=told, now=desk.now(), kept=kept)

    return kit.ready(
        desk, form, fields, act, translate("WorkForms", "Jobbet er gemt her og sendes på kommunens net."),
        draft="job", whose=id, of=one.id if one else None,
    )  # fmt: skip


def four_hours(desk: Desk, parent: QWidget, one: Job) -> Form:
    form = kit.form(translate("WorkForms", "Fire timer er arbejdet"), parent, small=True)
    on = form.day(
        "four_hours_on",
        translate("WorkForms", "Dagen, hvor fire timer var nået"),
        max(one.start_on, desk.now().date()),
    )

    def act(vault: Any, told: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        del told, kept
        return jobs.four_hours(vault, one.id, on=day, now=desk.now())

    day = chosen_day(on)

    def fields() -> dict[str, Typed]:
        nonlocal day
        day = chosen_day(on)
        return {}

    return kit.ready(desk, form, fields, act, translate("WorkForms", "Jobbet tæller nu som jobstart."))


def end(desk: Desk, parent: QWidget, one: Job) -> Form:
    """How and why: functional, and without a word of why health."""
    now = desk.now()
    form = kit.form(translate("WorkForms", "Jobbet er ophørt"), parent)
    ended = form.day("ended_on", translate("WorkForms", "Ophørt den"), now.date())
    learned = form.day("learned_on", translate("WorkForms", "Du hørte det den"), now.date())
    by = form.choice(
        "ended_by", translate("WorkForms", "Hvem sluttede det"), work_codes.options("job.ended_by")
    )
    form.beside("ended_on", "learned_on", "ended_by")
    last = form_more.open_day(
        form, "last_day_on", translate("WorkForms", "Sidste arbejdsdag"), one.last_day_on
    )
    week = kit.hours(
        form, "average_minutes", translate("WorkForms", "Timer om ugen i gennemsnit"), one.average_minutes
    )
    form.beside("last_day_on", "average_minutes")
    why = form_more.checks(
        form,
        "reasons",
        translate("WorkForms", "Grunde"),
        work_codes.options("job.reasons"),
        " ".join(one.reasons),
    )
    worked = form.long_text(
        "worked",
        translate("WorkForms", "Hvad virkede?"),
        one.worked,
        hint=translate("WorkForms", "Om arbejdet, ikke om helbred"),
    )
    change = form.long_text(
        "to_change", translate("WorkForms", "Hvad skal være anderledes næste gang?"), one.to_change
    )
    again, terms, benefit = (
        QCheckBox(translate("WorkForms", "Ønsker nyt job")),
        QCheckBox(translate("WorkForms", "Gik i god forståelse")),
        QCheckBox(translate("WorkForms", "Ydelse skal ordnes")),
    )
    again.setChecked(True)
    for name, box in (("wants_new", again), ("good_terms", terms), ("benefit_action", benefit)):
        form.field(name, "", box)
    form.beside("wants_new", "good_terms", "benefit_action")

    def fields() -> dict[str, Typed]:
        return {
            "ended_on": chosen_day(ended), "learned_on": chosen_day(learned), "ended_by": by.currentData(),
            "reasons": jobs.reasons(tuple(why.codes().split())), "worked": worked.toPlainText(),
            "to_change": change.toPlainText(), "wants_new": int(again.isChecked()),
            "last_day_on": form_more.read_day(last), "average_minutes": kit.minutes(week),
            "good_terms": int(terms.isChecked()), "benefit_action": int(benefit.isChecked()),
        }  # fmt: skip

    todo = translate("WorkForms", "Lav en ny jobsøgningsplan")

    def act(vault: Any, told: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        return jobs.end(vault, one.id, fields=told, now=desk.now(), kept=kept, next_plan=todo)

    said = translate("WorkForms", "Ophøret er gemt. Støtten fortsætter.")
    return kit.ready(desk, form, fields, act, said, draft=f"job_end-{one.id}", whose=one.participant)


def _employer(form: Form, places: Places, chosen: UUID | None) -> Picker:
    made = Picker(translate("WorkForms", "Arbejdsgiver"), icon="building-2")
    made.setPlaceholderText(translate("WorkForms", "Skriv begyndelsen af navnet"))
    choices = [Choice(id, name) for id, name in places]
    made.show_choices(choices)
    for choice in choices:
        if choice.id == chosen:
            made.choose(choice)
    form.field("employer", translate("WorkForms", "Arbejdsgiver"), made)
    return made


def _workplace(form: Form, where: Picker, page: WorkPage, chosen: UUID | None) -> QComboBox:
    """Asked only where the employer has places to choose from."""

    def offer() -> None:
        here = page.workplaces.get(_chosen(where) or UUID(int=0), ())
        _offer(made, (("", kit.NOT_SAID), *((str(one.id), one.name) for one in here)))
        form.groups["workplace"].setVisible(bool(here))

    made = form.choice("workplace", translate("WorkForms", "Arbejdssted"), ())
    offer()
    made.setCurrentIndex(max(made.findData(str(chosen)), 0))
    for changed in (where.textEdited, where.textChanged):
        changed.connect(lambda _: offer())
    return made


def _site(field: QComboBox) -> UUID | None:
    said = field.currentData()
    return UUID(said) if said else None


def _kinds(lists: CodeLists, day: date, one: Job | None) -> tuple[tuple[str, str], ...]:
    """The forms a job of that day can have; one that is here keeps its own."""
    offered = employment_form.choices(lists, day)
    if one is not None and all(form.code != one.form for form in offered):
        mine = employment_form.of(lists, one.form, one.start_on)
        return (one.form, work_codes.form(mine) if mine else one.form), *_kinds(lists, day, None)
    return tuple((form.code, work_codes.form(form)) for form in offered)


def _offer(field: QComboBox, options: tuple[tuple[str, str], ...]) -> None:
    """Other choices, the chosen one still chosen where it is among them."""
    chosen = field.currentData()
    field.clear()
    for code, words in options:
        field.addItem(words, code)
    field.setCurrentIndex(max(field.findData(chosen), 0))


def _chosen(picker: Picker) -> UUID | None:
    id = picker.chosen()
    return id if isinstance(id, UUID) else None
