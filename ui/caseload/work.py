"""Job og støtte: the jobs and educations of a candidate, what each counts as, and the support that is due."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.job import Job
from app.domain.support import DueContact, DueState, SupportContact
from app.services import employers, jobs
from app.services.jobs import EducationLine, JobLine, WorkPage
from ui.caseload import job_forms
from ui.caseload import work_forms as forms
from ui.desk import Desk
from ui.text import dates, follow_along, numbers, work_codes
from ui.widgets.parts import Act, Part
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
_SHOWN = 6
Told = tuple[WorkPage, tuple[tuple[UUID, str], ...]]


class WorkSubject:
    """The answer is the page, and the register's employers for the form of a new job."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner

    def ask(self, vault: Any, id: UUID) -> Told:
        rows = employers.register(vault)
        known = tuple((row.employer.id, row.employer.name) for row in rows)
        return jobs.page(vault, id, now=self._desk.now()), known

    def tell(self, answer: Told) -> tuple[Part, ...]:
        page, now = answer[0], self._desk.now()
        if not page.jobs and not page.educations:
            return (_nothing(),)
        parts = [part for line in page.jobs for part in (job_part(line, now),)]
        return (*parts, *(_education(line, now) for line in page.educations), _more())

    def act(self, what: object, id: UUID, answer: Told) -> None:
        page, places = answer
        jobs_here = {line.job.id: line for line in page.jobs}
        schools = {line.education.id: line for line in page.educations}
        match what:
            case "new-job":
                job_forms.job(self._desk, self._owner, id, None, places, page)
            case "new-education":
                forms.education(self._desk, self._owner, id, None)
            case (str(act), UUID() as of) if of in jobs_here:
                self._on_job(act, id, jobs_here[of], answer)
            case (str(act), UUID() as of) if of in schools:
                self._on_education(act, id, schools[of])
            case _:
                pass

    def _on_job(self, act: str, id: UUID, line: JobLine, answer: Told) -> None:
        page, places = answer
        desk, owner, one = self._desk, self._owner, line.job
        match act:
            case "contact":
                forms.contact(desk, owner, id, job=one.id)
            case "plan":
                forms.plan(desk, owner, id, line.plan, job=one.id)
            case "hours":
                job_forms.four_hours(desk, owner, one)
            case "end":
                job_forms.end(desk, owner, one)
            case "edit":
                job_forms.job(desk, owner, id, one, places, page)
            case _:
                pass

    def _on_education(self, act: str, id: UUID, line: EducationLine) -> None:
        match act:
            case "contact":
                forms.contact(self._desk, self._owner, id, education=line.education.id)
            case "edit":
                forms.education(self._desk, self._owner, id, line.education)
            case _:
                pass


def job_part(line: JobLine, now: datetime) -> Part:
    one = line.job
    running = one.ended_on is None
    acts = [
        Act(
            ("contact", one.id),
            translate("WorkPage", "Ny støttekontakt"),
            "primary" if line.next else "small",
        )
    ]
    if running:
        acts.append(Act(("plan", one.id), translate("WorkPage", "Støtteplan"), "small"))
        if one.four_hours_on is None and one.start_on <= now.date():
            acts.append(Act(("hours", one.id), translate("WorkPage", "Fire timer er arbejdet"), "small"))
        acts.append(Act(("end", one.id), translate("WorkPage", "Jobbet er ophørt"), "small"))
    acts.append(Act(("edit", one.id), translate("WorkPage", "Ret jobbet"), "small"))
    return Part(
        f"job-{one.id}",
        " · ".join(part for part in (one.title, line.employer) if part),
        note=_span(one.start_on, one.ended_on, now),
        warn=tuple(_warnings(line, now)),
        pairs=tuple(pair for pair in (*_facts(line, now), *_plan(line, now)) if pair[1]),
        rows=tuple(_contact(contact, now) for contact in line.contacts[:_SHOWN]),
        acts=tuple(acts),
    )


def _warnings(line: JobLine, now: datetime) -> list[str]:
    said = []
    if line.next is not None:
        said.append(due_sentence(line.next, now))
    if line.job.ended_on is None and line.job.guidance_on is None:
        said.append(translate("WorkPage", "Ingen vejledning om ydelser er noteret før jobstart."))
    return said


def due_sentence(due: DueContact, now: datetime) -> str:
    """`Kontakt i uge 2 senest fre. 27. nov.`, or since when it is wanting."""
    sentence = (
        translate("WorkPage", "%1 skulle have været senest %2.")
        if due.state is DueState.MISSED
        else translate("WorkPage", "%1 senest %2.")
    )
    told = sentence.replace("%1", follow_along.name(due)).replace("%2", dates.day_within(due.due_on, now))
    return (
        told.removesuffix(".") if told.endswith("..") else told
    )  # the short name of a month ends in a point


def _facts(line: JobLine, now: datetime) -> tuple[tuple[str, str], ...]:
    one = line.job
    form = work_codes.form(line.form) if line.form else one.form
    hours = dates.duration(one.weekly_minutes) if one.weekly_minutes else ""
    permanence = translate("WorkPage", "fast") if one.permanent else translate("WorkPage", "tidsbegrænset")
    start = (
        translate("WorkPage", "Ja, fra %1").replace("%1", dates.short_date(one.four_hours_on, now))
        if one.four_hours_on
        else translate("WorkPage", "Ikke endnu: fire timer skal være arbejdet")
    )
    return (
        (translate("WorkPage", "Ansættelse"), f"{form} · {permanence}"),
        (translate("WorkPage", "Timer om ugen"), hours),
        (translate("WorkPage", "Tæller som jobstart"), start),
        (translate("WorkPage", "Tæller med som"), counts_as(line)),
        (translate("WorkPage", "Vilkår"), _terms(one)),
        (translate("WorkPage", "Arbejdssted"), line.workplace),
        (translate("WorkPage", "Arbejdstider"), one.working_times),
        (translate("WorkPage", "Kontakt på arbejdet"), one.contact_person),
        (translate("WorkPage", "Fundet gennem"), work_codes.word("job.found", one.found)),
        (translate("WorkPage", "Passer til ønsker"), work_codes.word("job.preferences", one.preferences)),
        (translate("WorkPage", "Åbenhed"), work_codes.word("job.disclosure", one.disclosure)),
        *_end(one, now),
    )


def _terms(one: Job) -> str:
    pay = (
        translate("WorkPage", "%1 kr. i timen").replace("%1", numbers.number(one.hourly_pay))
        if one.hourly_pay
        else ""
    )
    agreed = translate("WorkPage", "overenskomst") if one.collective_agreement else ""
    law = translate("WorkPage", "§ 56-aftale") if one.paragraph56 else ""
    return " · ".join(part for part in (pay, agreed, law) if part)


def counts_as(line: JobLine) -> str:
    """The three answers, each by itself: the scale, the Danish trial, STAR's hours."""
    form = line.form
    three = (
        (line.job.is_strict(form), translate("WorkPage", "ordinært fast job (IPS-skalaen)")),
        (form is not None and form.trial, translate("WorkPage", "ordinært job (dansk IPS)")),
        (form is not None and form.hours, translate("WorkPage", "ordinære løntimer (STAR)")),
    )
    said = [words for holds, words in three if holds]
    return ", ".join(said) if said else translate("WorkPage", "intet af de tre mål")


def _end(one: Job, now: datetime) -> tuple[tuple[str, str], ...]:
    if one.ended_on is None:
        return ()
    return (
        (translate("WorkPage", "Ophørt"), dates.short_date(one.ended_on, now)),
        (
            translate("WorkPage", "Sidste arbejdsdag"),
            dates.short_date(one.last_day_on, now) if one.last_day_on else "",
        ),
        (
            translate("WorkPage", "Timer om ugen i gennemsnit"),
            dates.duration(one.average_minutes) if one.average_minutes else "",
        ),
        (translate("WorkPage", "Hvem sluttede det"), work_codes.word("job.ended_by", one.ended_by)),
        (translate("WorkPage", "Grunde"), work_codes.several("job.reasons", one.reasons)),
        (translate("WorkPage", "Det virkede"), one.worked),
        (translate("WorkPage", "Skal være anderledes"), one.to_change),
    )


def _plan(line: JobLine, now: datetime) -> tuple[tuple[str, str], ...]:
    plan = line.plan
    if plan is None:
        return ((translate("WorkPage", "Støtteplan"), translate("WorkPage", "Ingen endnu")),)
    return (
        (translate("WorkPage", "Ønsket støtte"), plan.wanted),
        (translate("WorkPage", "Slags"), work_codes.several("support_plan.types", plan.types)),
        (translate("WorkPage", "Hvem støtter"), work_codes.several("support_plan.givers", plan.givers)),
        (translate("WorkPage", "Tegn at handle på"), plan.warning_signs),
        (translate("WorkPage", "Nedtrapning"), plan.step_down),
        (
            translate("WorkPage", "Planen ses på igen"),
            dates.short_date(plan.review_on, now) if plan.review_on else "",
        ),
    )


def _education(line: EducationLine, now: datetime) -> Part:
    one = line.education
    pairs = (
        (translate("WorkPage", "Niveau"), work_codes.word("education.level", one.level)),
        (translate("WorkPage", "Status"), work_codes.word("education.outcome", one.outcome)),
        (
            translate("WorkPage", "Timer om ugen"),
            dates.duration(one.weekly_minutes) if one.weekly_minutes else "",
        ),
        (translate("WorkPage", "SPS"), work_codes.word("education.special_support", one.special_support)),
        (
            translate("WorkPage", "Ordinær"),
            translate("WorkPage", "nej") if one.ordinary is False else translate("WorkPage", "ja"),
        ),
        (translate("WorkPage", "Mentor"), translate("WorkPage", "ja") if one.mentor else ""),
        (translate("WorkPage", "Åbenhed"), work_codes.word("education.disclosure", one.disclosure)),
        (translate("WorkPage", "Mål"), one.goal),
        (translate("WorkPage", "Kontakt på stedet"), one.contact_person),
        (translate("WorkPage", "Grunde"), work_codes.several("education.reasons", one.reasons)),
    )
    return Part(
        f"education-{one.id}",
        " · ".join(part for part in (one.programme, one.institution) if part),
        note=_span(one.start_on, one.ended_on, now),
        pairs=tuple(pair for pair in pairs if pair[1]),
        rows=tuple(_contact(contact, now) for contact in line.contacts[:_SHOWN]),
        acts=(
            Act(("contact", one.id), translate("WorkPage", "Ny støttekontakt"), "small"),
            Act(("edit", one.id), translate("WorkPage", "Ret uddannelsen"), "small"),
        ),
    )


def _contact(one: SupportContact, now: datetime) -> Row:
    whom = work_codes.word("support_contact.with_whom", one.with_whom)
    if one.declined:
        title = translate("WorkPage", "Takkede nej til kontakt")
    elif one.outreach:
        title = work_codes.word("support_contact.outreach", one.outreach)
    else:
        how = work_codes.word("support_contact.mode", one.mode)
        title = translate("WorkPage", "%1 · %2").replace("%1", how).replace("%2", whom)
    icon = "circle-x" if one.declined else "handshake" if one.reached else "history"
    return Row(None, icon, title, one.outcome, right=dates.happened(one.at, one.minutes, now), tone="muted")


def _span(start: object, end: object, now: datetime) -> str:

    first = dates.short_date(start, now) if isinstance(start, date) else ""
    if isinstance(end, date):
        return f"{first} – {dates.short_date(end, now)}"
    return translate("WorkPage", "fra %1").replace("%1", first)


def _nothing() -> Part:
    return Part(
        "none",
        translate("WorkPage", "Job og uddannelse"),
        empty=translate(
            "WorkPage", "Intet job endnu. Skriv det her, så snart en start er aftalt: så følger støtten med."
        ),
        acts=_starts("primary"),
    )


def _more() -> Part:
    return Part("more", translate("WorkPage", "Nyt job eller ny uddannelse"), acts=_starts("small"))


def _starts(kind: str) -> tuple[Act, ...]:
    return (
        Act("new-job", translate("WorkPage", "Nyt job"), kind),
        Act("new-education", translate("WorkPage", "Ny uddannelse"), "small"),
    )
