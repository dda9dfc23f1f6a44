"""The forms of the career profile, the plan and what cannot be asked at work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.career import (
    REVIEW_AFTER,
    Accommodation,
    Approved,
    CareerProfile,
    JobSearchPlan,
    Licence,
    Occasion,
    RecordCheck,
    Surrounding,
    Transport,
    WhoContacts,
    WorkLimitation,
)
from app.domain.consent import Answer
from app.domain.course import Wish
from app.domain.job import Job
from app.services import calendar, career
from app.services.door import Typed
from ui.agenda import forms
from ui.desk import Desk
from ui.text import case_codes
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form, chosen_day
from ui.widgets.form_more import checks, number, open_day, read_day
from ui.widgets.labels import label
from ui.widgets.parts import Part, PartCard

translate = QCoreApplication.translate
_HOURS, _MINUTES = 37, 180


def profile(
    desk: Desk, parent: QWidget, id: UUID, one: CareerProfile | None, ended: Sequence[Job] = ()
) -> Form:
    """The profile as it stands, to be written on; what is saved is its next version. `ended`: jobs since the last one,
    whose lessons are put in from what was written when they ended."""
    form = Form(
        translate("CareerForms", "Erhvervsprofil"), translate("CareerForms", "Gem som ny udgave"), parent
    )
    form.fit(theme().size("cardWide") + theme().size("fact"), theme().size("cardWide") + theme().size("rail"))
    occasion = form.choice("occasion", translate("CareerForms", "Hvorfor nu"), case_codes.words_of(Occasion))
    held = form.day("held_on", translate("CareerForms", "Samtale den"), desk.now().date())
    form.beside("occasion", "held_on")
    parts = (_wishes, _background, _working, _practice)
    readers: dict[str, Callable[[], Typed]] = {}
    for part in parts:
        readers |= part(form, one)
    if ended:
        occasion.setCurrentIndex(occasion.findData(Occasion.AFTER_JOB.value))
        lessons = form.groups["lessons"].field
        if isinstance(lessons, QPlainTextEdit):
            told = [lessons.toPlainText(), *(_learned(job) for job in ended)]
            lessons.setPlainText("\n".join(part for part in told if part.strip()))
    form.start_at("lessons" if ended else "wishes")

    def save() -> None:
        fields: dict[str, Typed] = {name: read() for name, read in readers.items()}
        fields |= {"occasion": occasion.currentData(), "held_on": chosen_day(held)}
        kept, now = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return career.save_profile(vault, id, fields=fields, now=now, kept=kept)

        forms.run(
            desk, form, job, translate("CareerForms", "Profilen er gemt. Den forrige udgave er bevaret.")
        )

    return forms.start_with(desk, form, save, draft="career_profile", whose=id)


def _learned(job: Job) -> str:
    """What was written when the job ended, as the profile tells it."""
    parts = (
        (translate("CareerForms", "Det virkede: %1"), job.worked),
        (translate("CareerForms", "Skal være anderledes: %1"), job.to_change),
    )
    words = " ".join(text.replace("%1", told) for text, told in parts if told)
    return translate("CareerForms", "%1: %2").replace("%1", job.title).replace("%2", words)


def plan(desk: Desk, parent: QWidget, id: UUID, one: JobSearchPlan | None) -> Form:
    now = desk.now()
    form = Form(translate("CareerForms", "Jobsøgningsplan"), translate("CareerForms", "Gem planen"), parent)
    form.fit(theme().size("cardWide"), theme().size("cardWide"))
    goal = form.long_text(
        "goal", translate("CareerForms", "Mål med kandidatens egne ord"), one.goal if one else ""
    )
    kind = form.choice(
        "goal_kind",
        translate("CareerForms", "Slags"),
        case_codes.words_of(Wish),
        one.goal_kind if one else "",
    )
    who = form.choice(
        "who_contacts", translate("CareerForms", "Hvem tager kontakt"), case_codes.words_of(WhoContacts),
        one.who_contacts if one else "",
    )  # fmt: skip
    often = number(
        form, "contacts_per_week", translate("CareerForms", "Kontakter om ugen"),
        (one.contacts_per_week or 0) if one else 2, most=20,
    )  # fmt: skip
    form.beside("goal_kind", "who_contacts", "contacts_per_week")
    texts = {
        name: form.long_text(name, title, getattr(one, name) if one else "")
        for name, title in (
            ("wanted", translate("CareerForms", "Ønsker, planen bygger på")),
            ("targets", translate("CareerForms", "Arbejdsgivere")),
            ("actions", translate("CareerForms", "Hvem gør hvad, ud over handlingerne med dato")),
            ("support", translate("CareerForms", "Støtte, vi har aftalt")),
        )
    }
    starts = form.day("starts_on", translate("CareerForms", "Begynder"), now.date())
    review = form.day("review_on", translate("CareerForms", "Ses efter"), now.date() + REVIEW_AFTER)
    form.beside("starts_on", "review_on")
    approved = open_day(form, "approved_on", translate("CareerForms", "Godkendt af kandidaten den"), None)
    how = form.choice(
        "approved_how", translate("CareerForms", "Hvordan"), case_codes.words_of(Approved, nothing="–")
    )
    form.beside("approved_on", "approved_how")

    def save() -> None:
        fields: dict[str, Typed] = {
            "goal": goal.toPlainText(), "goal_kind": kind.currentData(), "who_contacts": who.currentData(),
            "contacts_per_week": often.value() or None, "starts_on": chosen_day(starts),
            "review_on": chosen_day(review), "approved_on": read_day(approved), "approved_how": how.currentData(),
            **{name: field.toPlainText() for name, field in texts.items()},
        }  # fmt: skip
        kept, at = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return career.save_plan(vault, id, fields=fields, now=at, kept=kept)

        forms.run(desk, form, job, translate("CareerForms", "Planen er gemt."))

    return forms.start_with(desk, form, save, draft="job_search_plan", whose=id)


def step(desk: Desk, parent: QWidget, id: UUID, plan: JobSearchPlan) -> Form:
    """What somebody does for the plan by a day; it is a task like others, and comes in I dag when it is due."""
    form = Form(translate("CareerForms", "Handling i planen"), translate("CareerForms", "Tilføj"), parent)
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control") * 2)
    title = form.text("title", translate("CareerForms", "Hvad skal gøres"))
    who = form.choice(
        "who", translate("CareerForms", "Hvem gør det"), case_codes.words_of(WhoContacts), WhoContacts.TOGETHER.value
    )  # fmt: skip
    due = form.day("due_on", translate("CareerForms", "Senest"), desk.now().date() + timedelta(days=7))
    form.beside("who", "due_on")

    def save() -> None:
        told: dict[str, Any] = {"title": title.text(), "who": who.currentData(), "due_on": chosen_day(due)}
        kept, now = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return calendar.add_task(vault, participant=id, plan=plan.id, now=now, kept=kept, **told)

        forms.run(desk, form, job, translate("CareerForms", "Handlingen er gemt."))

    return forms.start_with(desk, form, save)


def close_plan(desk: Desk, parent: QWidget, id: UUID, one: JobSearchPlan) -> None:
    now = desk.now()
    said = translate("CareerForms", "Planen er lukket og kan stadig læses.")
    desk.work.run(parent, lambda v: career.close_plan(v, id, one.id, now=now), lambda _: desk.tell(said))


def limitation(desk: Desk, parent: QWidget, id: UUID, one: WorkLimitation | None) -> Form:
    form = Form(translate("CareerForms", "Skånehensyn"), translate("CareerForms", "Gem"), parent)
    form.fit(theme().size("cardWide"), theme().size("toast"))
    what = form.long_text(
        "limitation", translate("CareerForms", "Hvad er svært i et arbejde"), one.limitation if one else "",
        hint=translate("CareerForms", "Skriv, hvad det betyder for arbejdet – ikke hvorfor."),
    )  # fmt: skip
    tasks = form.long_text(
        "impossible_tasks",
        translate("CareerForms", "Opgaver, der ikke går"),
        one.impossible_tasks if one else "",
    )
    papers = form.choice(
        "documented", translate("CareerForms", "Dokumentation findes i fagsystemet"), case_codes.words_of(Answer),
        one.documented if one else Answer.UNKNOWN.value,
    )  # fmt: skip
    first = form.day("from_day", translate("CareerForms", "Fra"), (one and one.from_day) or desk.now().date())
    last = open_day(form, "to_day", translate("CareerForms", "Til"), one.to_day if one else None)
    form.beside("documented", "from_day", "to_day")
    why = form.text("correction", translate("CareerForms", "Hvad er rettet"), one.correction) if one else None

    def save() -> None:
        fields: dict[str, Typed] = {
            "limitation": what.toPlainText(), "impossible_tasks": tasks.toPlainText(),
            "documented": papers.currentData(), "from_day": chosen_day(first), "to_day": read_day(last),
        }  # fmt: skip
        if why is not None:
            fields["correction"] = why.text()
        kept, now = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return career.limit(vault, id, fields=fields, now=now, id=one.id if one else None, kept=kept)

        forms.run(desk, form, job, translate("CareerForms", "Skånehensynet er gemt."))

    return forms.start_with(desk, form, save)


def read(desk: Desk, parent: QWidget, title: str, pairs: tuple[tuple[str, str], ...]) -> Form:
    """An earlier version, as it was."""
    form = Form(title, translate("CareerForms", "Luk"), parent)
    form.fit(theme().size("cardWide"), theme().size("cardWide"))
    card = PartCard(title)
    card.show_part(Part("old", title, pairs=pairs))
    form.show_widget(card if pairs else label(translate("CareerForms", "Udgaven er tom."), "muted"))
    return forms.start_with(desk, form, form.accept)


def _wishes(form: Form, one: CareerProfile | None) -> dict[str, Callable[[], Typed]]:
    found = _texts(
        form, one,
        ("wishes", translate("CareerForms", "Ønsker med kandidatens egne ord")), ("dream", translate("CareerForms", "Drømmejob")),
        ("first_step", translate("CareerForms", "Første skridt")), ("motive", translate("CareerForms", "Hvorfor arbejde")),
    )  # fmt: skip
    low = number(
        form,
        "hours_min",
        translate("CareerForms", "Timer om ugen, mindst"),
        (one and one.hours_min) or 0,
        most=_HOURS,
    )
    high = number(
        form,
        "hours_max",
        translate("CareerForms", "Timer om ugen, højst"),
        (one and one.hours_max) or 0,
        most=_HOURS,
    )
    start = open_day(
        form, "earliest_start", translate("CareerForms", "Kan begynde"), one.earliest_start if one else None
    )
    form.beside("hours_min", "hours_max", "earliest_start")
    return found | {
        "hours_min": lambda: low.value() or None, "hours_max": lambda: high.value() or None,
        "earliest_start": lambda: read_day(start),
    }  # fmt: skip


def _background(form: Form, one: CareerProfile | None) -> dict[str, Callable[[], Typed]]:
    found = _texts(
        form, one,
        ("experience", translate("CareerForms", "Erfaring i øvrigt (tidligere job står for sig)")),
        ("lessons", translate("CareerForms", "Lært af det seneste job")), ("education", translate("CareerForms", "Uddannelse")),
    )  # fmt: skip
    lines = {
        name: form.text(name, title, getattr(one, name) if one else "")
        for name, title in (
            ("certificates", translate("CareerForms", "Beviser")), ("languages", translate("CareerForms", "Sprog")),
            ("digital", translate("CareerForms", "It")),
        )
    }  # fmt: skip
    form.beside("certificates", "languages", "digital")
    licence = form.choice(
        "licence",
        translate("CareerForms", "Kørekort"),
        case_codes.words_of(Licence, nothing="–"),
        one.licence if one else "",
    )
    cv = open_day(form, "cv_on", translate("CareerForms", "CV på Jobnet fra"), one.cv_on if one else None)
    form.beside("licence", "cv_on")
    return found | {name: field.text for name, field in lines.items()} | {
        "licence": licence.currentData, "cv_on": lambda: read_day(cv)
    }  # fmt: skip


def _working(form: Form, one: CareerProfile | None) -> dict[str, Callable[[], Typed]]:
    wanted = _texts(
        form, one,
        ("job_types", translate("CareerForms", "Slags job")), ("tasks_wanted", translate("CareerForms", "Opgaver, der frister")),
    )  # fmt: skip
    form.beside("job_types", "tasks_wanted")
    pay = form.text("pay_wanted", translate("CareerForms", "Løn"), one.pay_wanted if one else "")
    around = checks(
        form, "surroundings", translate("CareerForms", "Omgivelser"), case_codes.words_of(Surrounding),
        one.surroundings if one else "",
    )  # fmt: skip
    works = checks(
        form, "accommodations", translate("CareerForms", "Arbejdsforhold, der virker"),
        case_codes.words_of(Accommodation), one.accommodations if one else "",
    )  # fmt: skip
    found = _texts(
        form, one,
        ("preferences", translate("CareerForms", "Andre præferencer")), ("strengths", translate("CareerForms", "Styrker og interesser")),
        ("network", translate("CareerForms", "Netværk, der kan hjælpe (de ved besked)")),
    )  # fmt: skip
    return (
        found | wanted | {"surroundings": around.codes, "accommodations": works.codes, "pay_wanted": pay.text}
    )


def _practice(form: Form, one: CareerProfile | None) -> dict[str, Callable[[], Typed]]:
    way = number(
        form, "travel_minutes", translate("CareerForms", "Højst så lang transport"), (one and one.travel_minutes) or 0,
        most=_MINUTES, suffix=translate("CareerForms", " min"),
    )  # fmt: skip
    ways = checks(
        form, "transport", translate("CareerForms", "Transport"), case_codes.words_of(Transport), one.transport if one else "",
    )  # fmt: skip
    answers = case_codes.words_of(Answer, nothing="–")
    chosen = {
        "permit": form.choice("permit", translate("CareerForms", "Arbejdstilladelse"), answers, one.permit if one else ""),
        "record_check": form.choice(
            "record_check", translate("CareerForms", "Straffeattest"), case_codes.words_of(RecordCheck, nothing="–"),
            one.record_check if one else "",
        ),
        "childcare": form.choice(
            "childcare", translate("CareerForms", "Børnepasning på plads"), answers, one.childcare if one else ""
        ),
        "economy_worry": form.choice(
            "economy_worry", translate("CareerForms", "Bekymret for økonomi"), answers, one.economy_worry if one else ""
        ),
    }  # fmt: skip
    form.beside("travel_minutes", *chosen)
    return {name: field.currentData for name, field in chosen.items()} | {
        "travel_minutes": lambda: way.value() or None,
        "transport": ways.codes,
    }


def _texts(form: Form, one: CareerProfile | None, *named: tuple[str, str]) -> dict[str, Callable[[], Typed]]:
    made = {name: form.long_text(name, title, getattr(one, name) if one else "") for name, title in named}
    return {name: field.toPlainText for name, field in made.items()}
