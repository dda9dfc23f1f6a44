"""The forms of a course: an act of its life cycle, the referral, periods, the marker, who follows it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.code_list import CodeLists
from app.domain.consent import Answer
from app.domain.course import AssignedAs, MarkerKind, Period, PeriodList, ReferralSource, TeamKind, Wish
from app.domain.life_cycle import Action, CloseReason, Move, PauseReason, Refusal
from app.services import course
from app.services.course import CoursePage
from app.services.door import Saved, Typed
from ui.agenda import forms
from ui.desk import Desk
from ui.text import case_codes, language
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form, chosen_day
from ui.widgets.form_more import open_day, read_day

translate = QCoreApplication.translate
_REASONS: dict[Action, type[Refusal] | type[PauseReason] | type[CloseReason]] = {
    Action.DECLINE: Refusal, Action.PAUSE: PauseReason, Action.CLOSE: CloseReason,
}  # fmt: skip


def move(desk: Desk, parent: QWidget, page: CoursePage, action: Action) -> Form:
    """One act: the day, and where it needs them a reason and words."""
    form = Form(case_codes.word(action), translate("CourseForms", "Gem"), parent)
    form.fit(theme().size("toast"), theme().size("toast"))
    on = form.day("on_day", translate("CourseForms", "Dato"), desk.now().date())
    kind = _REASONS.get(action)
    why = (
        form.choice("reason", translate("CourseForms", "Grund"), case_codes.words_of(kind)) if kind else None
    )
    words = form.long_text("words", translate("CourseForms", "Med egne ord"), hint=_hint(action))

    def save() -> None:
        told = Move(action, chosen_day(on), str(why.currentData()) if why else "", words.toPlainText())
        kept, now = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return course.move(vault, page.participant.id, move=told, now=now, kept=kept)

        forms.run(desk, form, job, _said(action))

    return forms.start_with(desk, form, save)


def countersign(desk: Desk, parent: QWidget, page: CoursePage) -> None:
    now = desk.now()

    def told(outcome: form_answer.Outcome) -> None:
        if isinstance(outcome, Saved):
            desk.tell(translate("CourseForms", "Afslutningen er set af lederen."))
        else:
            desk.tell(translate("CourseForms", "Kun teamlederen kan skrive under."))

    desk.work.run(parent, lambda vault: course.countersign(vault, page.participant.id, now=now), told)


def referral(desk: Desk, parent: QWidget, page: CoursePage) -> Form:
    one = page.referral
    form = Form(translate("CourseForms", "Henvisning"), translate("CourseForms", "Gem"), parent)
    form.fit(theme().size("cardWide"), theme().size("toast"))
    received = form.day(
        "received_on", translate("CourseForms", "Modtaget"), (one and one.received_on) or desk.now().date()
    )
    source = form.choice(
        "source",
        translate("CourseForms", "Henvist af"),
        case_codes.words_of(ReferralSource),
        one.source if one else "",
    )
    form.beside("received_on", "source")
    wish = form.choice(
        "wish", translate("CourseForms", "Ønsker"), case_codes.words_of(Wish), one.wish if one else ""
    )
    works = form.choice(
        "employed_now", translate("CourseForms", "I job nu"), case_codes.words_of(Answer), one.employed_now if one else "no"
    )  # fmt: skip
    form.beside("wish", "employed_now")

    def save() -> None:
        fields: dict[str, Typed] = {
            "received_on": chosen_day(received), "source": source.currentData(), "wish": wish.currentData(),
            "employed_now": works.currentData(),
        }  # fmt: skip
        kept, now, id = form.kept, desk.now(), one.id if one else None

        def job(vault: Any) -> form_answer.Outcome:
            return course.refer(vault, page.participant.id, fields=fields, now=now, id=id, kept=kept)

        forms.run(desk, form, job, translate("CourseForms", "Henvisningen er gemt."))

    return forms.start_with(desk, form, save)


def period(desk: Desk, parent: QWidget, page: CoursePage, lists: CodeLists, which: PeriodList) -> Form:
    """A new period by a code that may be given today; the lists of other years keep the codes of older ones."""
    now = desk.now()
    form = Form(case_codes.word(which), translate("CourseForms", "Gem"), parent)
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control") * 2)
    offered = lists.choices(which.value, now.date())
    said = language.code()
    options = tuple((one.code, one.words.get(said) or one.words["da"]) for one in offered)
    code = form.choice("code", case_codes.word(which), options)
    first = form.day("from_day", translate("CourseForms", "Fra"), now.date())
    last = open_day(
        form,
        "to_day",
        translate("CourseForms", "Til"),
        None,
        translate("CourseForms", "Tom, hvis den løber videre."),
    )
    form.beside("from_day", "to_day")

    def save() -> None:
        fields: dict[str, Typed] = {
            "list": which.value, "code": code.currentData(), "from_day": chosen_day(first), "to_day": read_day(last),
        }  # fmt: skip
        at = desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return course.set_period(vault, page.participant.id, fields=fields, now=at)

        forms.run(desk, form, job, translate("CourseForms", "Perioden er gemt."))

    return forms.start_with(desk, form, save)


def end_period(desk: Desk, parent: QWidget, page: CoursePage, one: Period) -> Form | None:
    """The last day of a period that runs."""
    if one.to_day is not None:
        return None
    form = Form(translate("CourseForms", "Perioden slutter"), translate("CourseForms", "Gem"), parent)
    form.fit(theme().size("card"), theme().size("rail"))
    last = form.day("to_day", translate("CourseForms", "Sidste dag"), desk.now().date())

    def save() -> None:
        fields: dict[str, Typed] = {"from_day": one.from_day, "to_day": chosen_day(last)}
        at = desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return course.set_period(vault, page.participant.id, fields=fields, now=at, id=one.id)

        forms.run(desk, form, job, translate("CourseForms", "Perioden er gemt."))

    return forms.start_with(desk, form, save)


def marker(desk: Desk, parent: QWidget, page: CoursePage) -> Form:
    """What stands in the case system today: which marker, from when, until when."""
    now = desk.now()
    one = page.markers[-1] if page.markers else None
    form = Form(translate("CourseForms", "STAR's markør"), translate("CourseForms", "Sådan står den"), parent)
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control") * 2)
    likely = (
        MarkerKind.IPS_LIKE if page.team and page.team.kind == TeamKind.MUNICIPAL else MarkerKind.IPS_STAR
    )
    kind = form.choice(
        "kind",
        translate("CourseForms", "Markør"),
        case_codes.words_of(MarkerKind),
        one.kind if one else likely.value,
    )
    begun = (one and one.from_day) or page.participant.ips_start or now.date()
    first = form.day("from_day", translate("CourseForms", "Fra"), begun)
    last = open_day(
        form, "to_day", translate("CourseForms", "Til"), one.to_day if one else None,
        translate("CourseForms", "Først når forløb og efterværn er slut."),
    )  # fmt: skip
    form.beside("from_day", "to_day")

    def save() -> None:
        at = desk.now()
        fields: dict[str, Typed] = {
            "kind": kind.currentData(), "from_day": chosen_day(first), "to_day": read_day(last),
            "checked_on": at.date(),
        }  # fmt: skip
        id = one.id if one else None

        def job(vault: Any) -> form_answer.Outcome:
            return course.set_marker(vault, page.participant.id, fields=fields, now=at, id=id)

        forms.run(desk, form, job, translate("CourseForms", "Markøren er afstemt."))

    return forms.start_with(desk, form, save)


def assignment(desk: Desk, parent: QWidget, page: CoursePage) -> Form:
    form = Form(translate("CourseForms", "Konsulent eller vikar"), translate("CourseForms", "Gem"), parent)
    form.fit(theme().size("toast"), theme().size("toast"))
    people = tuple(sorted(page.names.items(), key=lambda pair: pair[1].casefold()))
    who = form.choice("person", translate("CourseForms", "Hvem"), people, page.participant.consultant)
    role = form.choice("role", translate("CourseForms", "Som"), case_codes.words_of(AssignedAs))
    first = form.day("from_day", translate("CourseForms", "Fra"), desk.now().date())
    last = open_day(form, "to_day", translate("CourseForms", "Til"), None)
    form.beside("from_day", "to_day")
    why = form.text(
        "reason",
        translate("CourseForms", "Grund"),
        hint=translate("CourseForms", "En vikar skal have en grund og en slutdato."),
    )

    def save() -> None:
        fields: dict[str, Typed] = {
            "person": who.currentData(), "role": role.currentData(), "from_day": chosen_day(first),
            "to_day": read_day(last), "reason": why.text(),
        }  # fmt: skip
        kept, at = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return course.assign(vault, page.participant.id, fields=fields, now=at, kept=kept)

        forms.run(desk, form, job, translate("CourseForms", "Tilknytningen er gemt."))

    return forms.start_with(desk, form, save)


def _hint(action: Action) -> str:
    match action:
        case Action.DECLINE:
            return translate("CourseForms", "Skriv hvorfor. Alle, der ønsker job, kan være med.")
        case Action.CLOSE:
            return translate(
                "CourseForms", "Er kontakten tabt, så skriv, hvordan I har forsøgt at få den igen."
            )
        case _:
            return translate("CourseForms", "Kan stå tom.")


def _said(action: Action) -> str:
    if action in (Action.CLOSE, Action.DECLINE):
        return translate("CourseForms", "Gemt. Husk slutdato på STAR's markør i fagsystemet.")
    return translate("CourseForms", "Gemt her og sendes på kommunens net.")
