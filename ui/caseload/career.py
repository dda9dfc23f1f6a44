"""Profil og plan: the career profile as it is now with its versions, what work demands, the plan in force."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.calendar import Task
from app.domain.career import (
    Accommodation,
    CareerProfile,
    JobSearchPlan,
    PastJob,
    Surrounding,
    Transport,
    WorkLimitation,
)
from app.domain.participant import Step
from app.services import career
from app.services.career import CareerPage
from ui.agenda import acts
from ui.caseload import career_forms as forms
from ui.caseload import past_jobs
from ui.desk import Desk
from ui.text import case_codes, codes, dates
from ui.widgets.parts import Act, Part
from ui.widgets.row_list import Row

translate = QCoreApplication.translate


class CareerSubject:
    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner

    def ask(self, vault: Any, id: UUID) -> CareerPage:
        return career.open_career(vault, id)

    def tell(self, answer: CareerPage) -> tuple[Part, ...]:
        now = self._desk.now()
        return (
            _plan(answer, now), _profile(answer, now), _past(answer, now), _limits(answer, now), _before(answer, now)
        )  # fmt: skip

    def act(self, what: object, id: UUID, answer: CareerPage) -> None:
        if isinstance(what, str):
            self._begin(what, id, answer)
            return
        match what:
            case Task():
                step = Step(what.id, True, what.title, "", None, what.due_on, what.done_at)
                acts.tick(self._desk, self._owner, step)
            case PastJob():
                past_jobs.form(self._desk, self._owner, id, what)
            case WorkLimitation():
                forms.limitation(self._desk, self._owner, id, what)
            case CareerProfile() | JobSearchPlan():
                forms.read(self._desk, self._owner, *_told(what, self._desk.now()))
            case _:
                pass

    def _begin(self, what: str, id: UUID, answer: CareerPage) -> None:
        desk, owner, plan = self._desk, self._owner, answer.plan
        match what:
            case "profile":
                forms.profile(desk, owner, id, answer.profile, answer.ended)
            case "plan":
                forms.plan(desk, owner, id, plan)
            case "close-plan" if plan is not None:
                forms.close_plan(desk, owner, id, plan)
            case "step" if plan is not None:
                forms.step(desk, owner, id, plan)
            case "past-job":
                past_jobs.form(desk, owner, id, None)
            case "limit":
                forms.limitation(desk, owner, id, None)
            case _:
                pass


def profile_pairs(one: CareerProfile) -> tuple[tuple[str, str], ...]:
    """What the profile says, heading by heading; what nobody has asked yet is left out."""
    pairs = (
        (translate("Career", "Ønsker"), one.wishes),
        (translate("Career", "Drømmejob"), one.dream),
        (translate("Career", "Første skridt"), one.first_step),
        (translate("Career", "Hvorfor arbejde"), one.motive),
        (translate("Career", "Timer om ugen"), _hours(one)),
        (
            translate("Career", "Kan begynde"),
            dates.long_date(one.earliest_start) if one.earliest_start else "",
        ),
        (translate("Career", "Erfaring i øvrigt"), one.experience),
        (translate("Career", "Lært af job"), one.lessons),
        (translate("Career", "Uddannelse"), one.education),
        (translate("Career", "Beviser"), one.certificates),
        (translate("Career", "Kørekort"), case_codes.of("Licence", one.licence)),
        (translate("Career", "Sprog"), one.languages),
        (translate("Career", "It"), one.digital),
        (translate("Career", "CV på Jobnet"), dates.long_date(one.cv_on) if one.cv_on else ""),
        (translate("Career", "Slags job"), one.job_types),
        (translate("Career", "Opgaver"), one.tasks_wanted),
        (translate("Career", "Løn"), one.pay_wanted),
        (translate("Career", "Præferencer"), one.preferences),
        (translate("Career", "Omgivelser"), codes.listed(case_codes.several(Surrounding, one.surroundings))),
        (translate("Career", "Transport"), _travel(one)),
        (translate("Career", "Styrker"), one.strengths),
        (translate("Career", "Netværk"), one.network),
        (
            translate("Career", "Arbejdsforhold, der virker"),
            codes.listed(case_codes.several(Accommodation, one.accommodations)),
        ),
        (translate("Career", "Arbejdstilladelse"), case_codes.of("Answer", one.permit)),
        (translate("Career", "Børnepasning på plads"), case_codes.of("Answer", one.childcare)),
        (translate("Career", "Straffeattest"), case_codes.of("RecordCheck", one.record_check)),
        (translate("Career", "Bekymret for økonomi"), case_codes.of("Answer", one.economy_worry)),
    )
    return tuple((name, words) for name, words in pairs if words)


def plan_pairs(one: JobSearchPlan) -> tuple[tuple[str, str], ...]:
    pairs = (
        (translate("Career", "Mål"), one.goal),
        (translate("Career", "Slags"), case_codes.of("Wish", one.goal_kind)),
        (translate("Career", "Ønsker, planen bygger på"), one.wanted),
        (translate("Career", "Arbejdsgivere"), one.targets),
        (translate("Career", "Hvem tager kontakt"), case_codes.of("WhoContacts", one.who_contacts)),
        (
            translate("Career", "Kontakter om ugen"),
            str(one.contacts_per_week) if one.contacts_per_week else "",
        ),
        (translate("Career", "Hvem gør hvad"), one.actions),
        (translate("Career", "Støtte"), one.support),
        (translate("Career", "Begynder"), dates.long_date(one.starts_on) if one.starts_on else ""),
        (translate("Career", "Ses efter"), dates.long_date(one.review_on) if one.review_on else ""),
        (translate("Career", "Godkendt af kandidaten"), _approved(one)),
    )
    return tuple((name, words) for name, words in pairs if words)


def _plan(page: CareerPage, now: datetime) -> Part:
    title, one = translate("Career", "Jobsøgningsplan"), page.plan
    if one is None:
        return Part(
            "plan",
            title,
            empty=translate("Career", "Ingen plan endnu – start med tre ønsker."),
            acts=(Act("plan", translate("Career", "Lav en plan"), "primary"),),
        )
    due = one.review_on is not None and one.review_on <= now.date()
    return Part(
        "plan",
        title,
        note=translate("Career", "udgave %1").replace("%1", str(one.number)),
        warn=(translate("Career", "Planen skal ses efter nu."),) if due else (),
        pairs=plan_pairs(one),
        rows=tuple(_step(step, now) for step in page.steps),
        acts=(
            Act("plan", translate("Career", "Se planen efter"), "primary" if due else ""),
            Act("step", translate("Career", "Tilføj handling"), ""),
            Act("close-plan", translate("Career", "Luk planen"), ""),
        ),
    )


def _step(one: Task, now: datetime) -> Row:
    """What is to be done, who does it, by when; Enter says that it is done, or that it is not after all."""
    done = one.done_at is not None
    late = not done and one.due_on is not None and one.due_on < now.date()
    return Row(
        one,
        "circle-check" if done else "circle",
        one.title,
        case_codes.of("WhoContacts", one.who),
        right=dates.short_date(one.due_on, now) if one.due_on else "",
        act=translate("Career", "Fortryd") if done else translate("Career", "Gjort"),
        tone="muted" if done else "warnText" if late else "accentText",
    )


def _past(page: CareerPage, now: datetime) -> Part:
    return Part(
        "past",
        translate("Career", "Erfaring"),
        rows=tuple(past_jobs.row(one, now) for one in page.past),
        empty=translate("Career", "Ingen tidligere job er skrevet ned for sig."),
        acts=(Act("past-job", translate("Career", "Tilføj tidligere job"), ""),),
    )


def _profile(page: CareerPage, now: datetime) -> Part:
    title, one = translate("Career", "Erhvervsprofil"), page.profile
    if one is None:
        return Part(
            "profile",
            title,
            empty=translate("Career", "Profilen bygges op over to-tre samtaler. Skriv det, I ved nu."),
            acts=(Act("profile", translate("Career", "Begynd profilen"), ""),),
        )
    when = dates.short_date(one.held_on, now) if one.held_on else ""
    note = translate("Career", "udgave %1, %2").replace("%1", str(one.number)).replace("%2", when)
    return Part(
        "profile",
        title,
        note=note,
        pairs=profile_pairs(one),
        acts=(Act("profile", translate("Career", "Skriv videre på profilen"), ""),),
    )


def _limits(page: CareerPage, now: datetime) -> Part:
    today = now.date()
    rows = tuple(
        Row(
            one,
            "list-checks",
            one.limitation,
            " · ".join(
                part
                for part in (
                    one.impossible_tasks,
                    translate("Career", "dokumentation findes i fagsystemet")
                    if one.documented == "yes"
                    else "",
                    translate("Career", "rettet: %1").replace("%1", one.correction) if one.correction else "",
                )
                if part
            ),
            tone="muted" if one.to_day and one.to_day < today else "accentText",
            act=translate("Career", "Ret"),
        )
        for one in page.limitations
    )
    return Part(
        "limits",
        translate("Career", "Skånehensyn"),
        rows=rows,
        empty=translate(
            "Career", "Ingen. Skriv kun, hvad der ikke kan lade sig gøre i et arbejde, aldrig hvorfor."
        ),
        acts=(Act("limit", translate("Career", "Tilføj skånehensyn"), ""),),
    )


def _before(page: CareerPage, now: datetime) -> Part:
    """Every earlier version, to be read; none can be changed."""
    profiles = [
        (one.held_on, one, _version(translate("Career", "Erhvervsprofil"), one.number))
        for one in page.profiles[1:]
    ]
    plans = [
        (one.starts_on, one, _version(translate("Career", "Jobsøgningsplan"), one.number))
        for one in page.plans
        if one != page.plan
    ]
    every: list[tuple[date | None, CareerProfile | JobSearchPlan, str]] = [*profiles, *plans]
    told = sorted(every, key=lambda found: found[0] or now.date(), reverse=True)
    rows = tuple(
        Row(
            one,
            "history",
            words,
            case_codes.of("PlanStatus", one.status)
            if isinstance(one, JobSearchPlan)
            else case_codes.of("Occasion", one.occasion),
            right=dates.short_date(day, now) if day else "",
            act=translate("Career", "Læs"),
            tone="muted",
        )
        for day, one, words in told
    )
    return Part(
        "before",
        translate("Career", "Tidligere udgaver"),
        rows=rows,
        empty=translate("Career", "Ingen endnu."),
    )


def _told(one: CareerProfile | JobSearchPlan, now: datetime) -> tuple[str, tuple[tuple[str, str], ...]]:
    del now
    if isinstance(one, CareerProfile):
        return _version(translate("Career", "Erhvervsprofil"), one.number), profile_pairs(one)
    return _version(translate("Career", "Jobsøgningsplan"), one.number), plan_pairs(one)


def _version(what: str, number: int | None) -> str:
    return translate("Career", "%1, udgave %2").replace("%1", what).replace("%2", str(number or 1))


def _hours(one: CareerProfile) -> str:
    low, high = one.hours_min, one.hours_max
    if low and high and low != high:
        return f"{low}–{high}"
    return str(high or low or "")


def _travel(one: CareerProfile) -> str:
    ways = codes.listed(case_codes.several(Transport, one.transport))
    words = translate("Career", "Højst %1 min.").replace("%1", str(one.travel_minutes))
    return " · ".join(part for part in (ways, words if one.travel_minutes else "") if part)


def _approved(one: JobSearchPlan) -> str:
    if one.approved_on is None:
        return ""
    how = case_codes.of("Approved", one.approved_how).lower()
    return " ".join(part for part in (dates.long_date(one.approved_on), f"({how})" if how else "") if part)
