"""The forms of jobs, education and support."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QWidget

from app.domain import employment_form
from app.domain.code_list import CodeLists
from app.domain.employer import ContactMode
from app.domain.job import Education, Job
from app.domain.support import SupportPlan
from app.services import jobs, support
from app.services.door import Typed
from ui.agenda import forms
from ui.desk import Desk
from ui.text import codes, dates, work_codes
from ui.theme import theme
from ui.widgets import form_answer, form_more
from ui.widgets.form import Form, chosen_day, chosen_moment
from ui.widgets.picker import Choice, Picker

translate = QCoreApplication.translate
Places = Sequence[tuple[UUID, str]]
_NOT_SAID = "–"


def job(desk: Desk, parent: QWidget, id: UUID, one: Job | None, places: Places, lists: CodeLists) -> Form:
    """A job that begins, or changes to one that is here."""
    now = desk.now()
    form = _form(
        translate("WorkForms", "Nyt job") if one is None else translate("WorkForms", "Ret jobbet"), parent
    )
    title = form.text("title", translate("WorkForms", "Stilling"), one.title if one else "")
    where = _employer(form, places, one.employer if one else None)
    begun = one.start_on if one else now.date() + timedelta(days=7)
    kind = form.choice(
        "form", translate("WorkForms", "Ansættelsesform"), _kinds(lists, begun, one), one.form if one else ""
    )
    start = form.day("start_on", translate("WorkForms", "Start"), begun)
    start.dateChanged.connect(lambda: _offer(kind, _kinds(lists, chosen_day(start), one)))
    week = _hours(
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
    found = _choice(
        form, "found", translate("WorkForms", "Fundet gennem"), "job.found", one.found if one else ""
    )
    fits = _choice(
        form,
        "preferences",
        translate("WorkForms", "Passer til ønsker"),
        "job.preferences",
        one.preferences if one else "",
    )
    open_ = _choice(
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
    form.beside("guidance_on", "disco08")

    def fields() -> dict[str, Typed]:
        ends = form_more.read_day(until)
        told: dict[str, Typed] = {
            "title": title.text(), "employer": _chosen(where), "form": kind.currentData(), "start_on": chosen_day(start),
            "weekly_minutes": _minutes(week), "temporary_until": ends, "working_times": times.text(),
            "contact_person": person.text(), "found": found.currentData(), "preferences": fits.currentData(),
            "disclosure": open_.currentData(), "guidance_on": form_more.read_day(guided), "disco08": disco.text().strip(),
        }  # fmt: skip
        return told

    def act(vault: Any, told: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        if one is None:
            return jobs.start(vault, id, fields=told, now=desk.now(), kept=kept)
        return jobs.change(vault, one.id, fields=told, now=desk.now(), kept=kept)

    return _ready(
        desk, form, fields, act, translate("WorkForms", "Jobbet er gemt her og sendes på kommunens net.")
    )


def four_hours(desk: Desk, parent: QWidget, one: Job) -> Form:
    form = _form(translate("WorkForms", "Fire timer er arbejdet"), parent, small=True)
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

    return _ready(desk, form, fields, act, translate("WorkForms", "Jobbet tæller nu som jobstart."))


def end(desk: Desk, parent: QWidget, one: Job) -> Form:
    """How and why: functional, and without a word of why health."""
    now = desk.now()
    form = _form(translate("WorkForms", "Jobbet er ophørt"), parent)
    ended = form.day("ended_on", translate("WorkForms", "Ophørt den"), now.date())
    learned = form.day("learned_on", translate("WorkForms", "Du hørte det den"), now.date())
    by = form.choice(
        "ended_by", translate("WorkForms", "Hvem sluttede det"), work_codes.options("job.ended_by")
    )
    form.beside("ended_on", "learned_on", "ended_by")
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
            "good_terms": int(terms.isChecked()), "benefit_action": int(benefit.isChecked()),
        }  # fmt: skip

    todo = translate("WorkForms", "Lav en ny jobsøgningsplan")

    def act(vault: Any, told: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        return jobs.end(vault, one.id, fields=told, now=desk.now(), kept=kept, next_plan=todo)

    return _ready(desk, form, fields, act, translate("WorkForms", "Ophøret er gemt. Støtten fortsætter."))


def education(desk: Desk, parent: QWidget, id: UUID, one: Education | None) -> Form:
    now = desk.now()
    head = (
        translate("WorkForms", "Ny uddannelse") if one is None else translate("WorkForms", "Ret uddannelsen")
    )
    form = _form(head, parent)
    place = form.text(
        "institution", translate("WorkForms", "Uddannelsessted"), one.institution if one else ""
    )
    what = form.text("programme", translate("WorkForms", "Uddannelse"), one.programme if one else "")
    form.beside("institution", "programme")
    level = form.choice(
        "level",
        translate("WorkForms", "Niveau"),
        work_codes.options("education.level"),
        one.level if one else "",
    )
    state = form.choice(
        "outcome",
        translate("WorkForms", "Status"),
        work_codes.options("education.outcome"),
        one.outcome if one else "",
    )
    sps = _choice(
        form,
        "special_support",
        translate("WorkForms", "SPS"),
        "education.special_support",
        one.special_support if one else "",
    )
    form.beside("level", "outcome", "special_support")
    start = form.day("start_on", translate("WorkForms", "Start"), one.start_on if one else now.date())
    last = form_more.open_day(form, "ended_on", translate("WorkForms", "Slut"), one.ended_on if one else None)
    week = _hours(
        form, "weekly_minutes", translate("WorkForms", "Timer om ugen"), one.weekly_minutes if one else None
    )
    form.beside("start_on", "ended_on", "weekly_minutes")
    goal = form.text("goal", translate("WorkForms", "Mål"), one.goal if one else "")
    person = form.text(
        "contact_person", translate("WorkForms", "Kontakt på stedet"), one.contact_person if one else ""
    )
    form.beside("goal", "contact_person")
    why = form_more.checks(
        form,
        "reasons",
        translate("WorkForms", "Grunde, hvis det stoppede"),
        work_codes.options("education.reasons"),
        " ".join(one.reasons) if one else "",
    )

    def fields() -> dict[str, Typed]:
        return {
            "institution": place.text(), "programme": what.text(), "level": level.currentData(),
            "outcome": state.currentData(), "special_support": sps.currentData(), "start_on": chosen_day(start),
            "ended_on": form_more.read_day(last), "weekly_minutes": _minutes(week), "goal": goal.text(),
            "contact_person": person.text(), "reasons": jobs.reasons(tuple(why.codes().split())),
        }  # fmt: skip

    def act(vault: Any, told: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        if one is None:
            return jobs.start_education(vault, id, fields=told, now=desk.now(), kept=kept)
        return jobs.change_education(vault, one.id, fields=told, now=desk.now(), kept=kept)

    return _ready(
        desk, form, fields, act, translate("WorkForms", "Uddannelsen er gemt her og sendes på kommunens net.")
    )


def plan(desk: Desk, parent: QWidget, id: UUID, one: SupportPlan | None, *, job: UUID) -> Form:
    form = _form(translate("WorkForms", "Støtteplan i job"), parent)
    wanted = form.long_text(
        "wanted", translate("WorkForms", "Hvad ønsker kandidaten hjælp til?"), one.wanted if one else ""
    )
    kinds = form_more.checks(
        form,
        "types",
        translate("WorkForms", "Slags støtte"),
        work_codes.options("support_plan.types"),
        " ".join(one.types) if one else "",
    )
    givers = form_more.checks(
        form,
        "givers",
        translate("WorkForms", "Hvem støtter"),
        work_codes.options("support_plan.givers"),
        " ".join(one.givers) if one else "consultant",
    )
    signs = form.long_text(
        "warning_signs", translate("WorkForms", "Tegn at handle på, med kandidatens egne ord om arbejdet"),
        one.warning_signs if one else "", hint=translate("WorkForms", "For eksempel: jeg møder for sent to dage i træk, så ring til mig."),
    )  # fmt: skip
    down = form.text(
        "step_down", translate("WorkForms", "Nedtrapning: hvem tager over"), one.step_down if one else ""
    )
    may = QCheckBox(translate("WorkForms", "Arbejdsgiveren må kontaktes"))
    may.setChecked(bool(one and one.employer_contact))
    form.field("employer_contact", "", may)

    def fields() -> dict[str, Typed]:
        told: dict[str, Typed] = {
            "wanted": wanted.toPlainText(), "types": _joined(kinds), "givers": _joined(givers),
            "warning_signs": signs.toPlainText(), "step_down": down.text(), "employer_contact": int(may.isChecked()),
        }  # fmt: skip
        return told

    def act(vault: Any, told: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        if one is None:
            return support.make_plan(vault, id, fields={**told, "job": job}, now=desk.now(), kept=kept)
        return support.change_plan(vault, one.id, fields=told, now=desk.now(), kept=kept)

    return _ready(
        desk, form, fields, act, translate("WorkForms", "Støtteplanen er gemt. Den ses på igen om 30 dage.")
    )


def contact(
    desk: Desk, parent: QWidget, id: UUID, *, job: UUID | None = None, education: UUID | None = None
) -> Form:
    """What the contact was, or that it was declined or in vain."""
    now = desk.now()
    form = _form(translate("WorkForms", "Ny støttekontakt"), parent)
    modes = tuple((mode.value, codes.mode(mode)) for mode in ContactMode)
    mode = form.choice("mode", translate("WorkForms", "Hvordan"), modes)
    whom = form.choice(
        "with_whom", translate("WorkForms", "Med hvem"), work_codes.options("support_contact.with_whom")
    )
    place = _choice(form, "place", translate("WorkForms", "Sted"), "support_contact.place", "employer")
    form.beside("mode", "with_whom", "place")
    on = form.day("at", translate("WorkForms", "Dato"), now.date())
    clock = form.clock("clock", translate("WorkForms", "Klokken"), dates.local(now, now))
    minutes = form.minutes("minutes", translate("WorkForms", "Varighed"), 30)
    form.beside("at", "clock", "minutes")
    phase = _choice(
        form, "purpose", translate("WorkForms", "Fase"), "support_contact.purpose", "job_coaching"
    )
    tried = _choice(
        form, "outreach", translate("WorkForms", "Forsøg uden kontakt"), "support_contact.outreach", ""
    )
    no = QCheckBox(translate("WorkForms", "Kandidaten takkede nej denne gang"))
    form.beside("purpose", "outreach")
    form.field("declined", "", no)
    outcome = form.long_text(
        "outcome",
        translate("WorkForms", "Hvad kom der ud af det"),
        hint=translate("WorkForms", "Om arbejdet, ikke om helbred"),
    )
    step = form.text("next_step", translate("WorkForms", "Næste skridt"))

    def fields() -> dict[str, Typed]:
        return {
            "job": job, "education": education, "at": chosen_moment(on, clock, now), "minutes": minutes.value() or None,
            "mode": mode.currentData(), "place": place.currentData(), "with_whom": whom.currentData(),
            "purpose": phase.currentData(), "outreach": tried.currentData(), "declined": int(no.isChecked()),
            "outcome": outcome.toPlainText(), "next_step": step.text(),
        }  # fmt: skip

    def act(vault: Any, told: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        return support.log_contact(vault, id, fields=told, now=desk.now(), kept=kept)

    return _ready(
        desk,
        form,
        fields,
        act,
        translate("WorkForms", "Støttekontakten er gemt her og sendes på kommunens net."),
    )


Fields = Callable[[], dict[str, Typed]]
Doing = Callable[[Any, dict[str, Typed], frozenset[str]], form_answer.Outcome]


def _form(title: str, parent: QWidget, *, small: bool = False) -> Form:
    form = Form(title, translate("WorkForms", "Gem"), parent)
    wide = theme().size("cardWide")
    if small:
        form.fit(theme().size("card"), theme().size("rail"))
    else:
        form.fit(wide + theme().size("control") * 3, wide + theme().size("control") * 2)
    return form


def _ready(desk: Desk, form: Form, fields: Fields, act: Doing, said: str) -> Form:
    def save() -> None:
        told, kept = fields(), form.kept
        forms.run(desk, form, lambda vault: act(vault, told, kept), said)

    return forms.start_with(desk, form, save)


def _choice(form: Form, id: str, name: str, full: str, value: str) -> QComboBox:
    return form.choice(id, name, work_codes.options(full, none=_NOT_SAID), value)


def _hours(form: Form, id: str, name: str, minutes: int | None) -> QDoubleSpinBox:
    """Hours a week, in halves."""
    made = QDoubleSpinBox()
    made.setRange(0, 60)
    made.setDecimals(1)
    made.setSingleStep(0.5)
    made.setValue((minutes or 0) / 60)
    form.field(id, name, made)
    return made


def _minutes(field: QDoubleSpinBox) -> int | None:
    return round(field.value() * 60) or None


def _employer(form: Form, places: Places, chosen: UUID | None) -> Picker:
    made = Picker(translate("WorkForms", "Arbejdsgiver"))
    made.setPlaceholderText(translate("WorkForms", "Skriv begyndelsen af navnet"))
    choices = [Choice(id, name) for id, name in places]
    made.show_choices(choices)
    for choice in choices:
        if choice.id == chosen:
            made.choose(choice)
    form.field("employer", translate("WorkForms", "Arbejdsgiver"), made)
    return made


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


def _joined(checks: form_more.Checks) -> str:
    return ",".join(checks.codes().split())
