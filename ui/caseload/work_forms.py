"""The forms of education and support."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.employer import ContactMode
from app.domain.job import Education
from app.domain.support import SupportPlan
from app.services import jobs, support
from app.services.door import Typed
from ui.caseload import work_kit as kit
from ui.desk import Desk
from ui.text import codes, dates, work_codes
from ui.widgets import form_answer, form_more
from ui.widgets.form import Form, chosen_day, chosen_moment

translate = QCoreApplication.translate


def education(desk: Desk, parent: QWidget, id: UUID, one: Education | None) -> Form:
    now = desk.now()
    head = (
        translate("WorkForms", "Ny uddannelse") if one is None else translate("WorkForms", "Ret uddannelsen")
    )
    form = kit.form(head, parent)
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
    sps = kit.choice(
        form,
        "special_support",
        translate("WorkForms", "SPS"),
        "education.special_support",
        one.special_support if one else "",
    )
    form.beside("level", "outcome", "special_support")
    start = form.day("start_on", translate("WorkForms", "Start"), one.start_on if one else now.date())
    last = form_more.open_day(form, "ended_on", translate("WorkForms", "Slut"), one.ended_on if one else None)
    week = kit.hours(
        form, "weekly_minutes", translate("WorkForms", "Timer om ugen"), one.weekly_minutes if one else None
    )
    form.beside("start_on", "ended_on", "weekly_minutes")
    goal = form.text("goal", translate("WorkForms", "Mål"), one.goal if one else "")
    person = form.text(
        "contact_person", translate("WorkForms", "Kontakt på stedet"), one.contact_person if one else ""
    )
    form.beside("goal", "contact_person")
    open_ = kit.choice(
        form, "disclosure", translate("WorkForms", "Åbenhed"), "education.disclosure", one.disclosure if one else ""
    )  # fmt: skip
    usual = kit.check(
        form,
        "ordinary",
        translate("WorkForms", "Ordinær uddannelse"),
        one is None or one.ordinary is not False,
    )
    mentor = kit.check(form, "mentor", translate("WorkForms", "Mentor"), bool(one and one.mentor))
    form.beside("ordinary", "mentor")
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
            "ended_on": form_more.read_day(last), "weekly_minutes": kit.minutes(week), "goal": goal.text(),
            "contact_person": person.text(), "reasons": jobs.reasons(tuple(why.codes().split())),
            "disclosure": open_.currentData(), "ordinary": int(usual.isChecked()), "mentor": int(mentor.isChecked()),
        }  # fmt: skip

    def act(vault: Any, told: dict[str, Typed], kept: frozenset[str]) -> form_answer.Outcome:
        if one is None:
            return jobs.start_education(vault, id, fields=told, now=desk.now(), kept=kept)
        return jobs.change_education(vault, one.id, fields=told, now=desk.now(), kept=kept)

    return kit.ready(
        desk, form, fields, act, translate("WorkForms", "Uddannelsen er gemt her og sendes på kommunens net."),
        draft="education", whose=id, of=one.id if one else None,
    )  # fmt: skip


def plan(desk: Desk, parent: QWidget, id: UUID, one: SupportPlan | None, *, job: UUID) -> Form:
    form = kit.form(translate("WorkForms", "Støtteplan i job"), parent)
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

    return kit.ready(
        desk, form, fields, act, translate("WorkForms", "Støtteplanen er gemt. Den ses på igen om 30 dage."),
        draft=f"support_plan-{job}", whose=id, of=one.id if one else None,
    )  # fmt: skip


def contact(
    desk: Desk, parent: QWidget, id: UUID, *, job: UUID | None = None, education: UUID | None = None
) -> Form:
    """What the contact was, or that it was declined or in vain."""
    now = desk.now()
    form = kit.form(translate("WorkForms", "Ny støttekontakt"), parent)
    modes = tuple((mode.value, codes.mode(mode)) for mode in ContactMode)
    mode = form.choice("mode", translate("WorkForms", "Hvordan"), modes)
    whom = form.choice(
        "with_whom", translate("WorkForms", "Med hvem"), work_codes.options("support_contact.with_whom")
    )
    place = kit.choice(form, "place", translate("WorkForms", "Sted"), "support_contact.place", "employer")
    form.beside("mode", "with_whom", "place")
    on = form.day("at", translate("WorkForms", "Dato"), now.date())
    clock = form.clock("clock", translate("WorkForms", "Klokken"), dates.local(now, now))
    minutes = form.minutes("minutes", translate("WorkForms", "Varighed"), 30)
    form.beside("at", "clock", "minutes")
    phase = kit.choice(
        form, "purpose", translate("WorkForms", "Fase"), "support_contact.purpose", "job_coaching"
    )
    tried = kit.choice(
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

    return kit.ready(
        desk,
        form,
        fields,
        act,
        translate("WorkForms", "Støttekontakten er gemt her og sendes på kommunens net."),
        draft=f"support_contact-{job or education}",
        whose=id,
    )


def _joined(checks: form_more.Checks) -> str:
    return ",".join(checks.codes().split())
