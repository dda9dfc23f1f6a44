"""Forløb: where the course stands, every act of it, and what surrounds it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.code_list import CodeLists
from app.domain.course import Period, PeriodList, covers
from app.domain.life_cycle import REASONS, Action, CloseReason, PauseReason, PhaseChange, Refusal
from app.services import code_lists, course
from app.services.course import CoursePage
from ui.caseload import course_forms as forms
from ui.desk import Desk
from ui.text import case_codes, codes, dates
from ui.widgets.parts import Act, Part
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
Answer = tuple[CoursePage, CodeLists]
_REASONS = {Action.DECLINE: Refusal, Action.PAUSE: PauseReason, Action.CLOSE: CloseReason}
_PRIMARY = frozenset({Action.ACCEPT, Action.ENGAGE, Action.SEARCH, Action.START_JOB, Action.RESUME})


class CourseSubject:
    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner

    def ask(self, vault: Any, id: UUID) -> Answer | None:
        page = course.open_course(vault, id, now=self._desk.now())
        return None if page is None else (page, code_lists.lists(vault))

    def tell(self, answer: Answer) -> tuple[Part, ...]:
        page, lists = answer
        now = self._desk.now()
        return (
            _phase(page),
            _history(page, now),
            _referral(page, now),
            _periods(page, lists, now),
            _marker(page, now),
            _assignments(page, now),
        )

    def act(self, what: object, id: UUID, answer: Answer) -> None:
        del id  # the page says whose course it is
        page, lists = answer
        match what:
            case Action():
                forms.move(self._desk, self._owner, page, what)
            case "countersign":
                forms.countersign(self._desk, self._owner, page)
            case "refer":
                forms.referral(self._desk, self._owner, page)
            case "marker":
                forms.marker(self._desk, self._owner, page)
            case "assign":
                forms.assignment(self._desk, self._owner, page)
            case PeriodList():
                forms.period(self._desk, self._owner, page, lists, what)
            case Period():
                forms.end_period(self._desk, self._owner, page, what)
            case _:
                pass


def happened(action: Action) -> str:
    """An act as it stands in the history."""
    return {
        Action.ACCEPT: translate("Course", "Optaget i IPS"),
        Action.DECLINE: translate("Course", "Henvisningen blev ikke til et forløb"),
        Action.ENGAGE: translate("Course", "Første samtale"),
        Action.SEARCH: translate("Course", "Jobsøgning begyndt"),
        Action.START_JOB: translate("Course", "Begyndt i job"),
        Action.START_EDUCATION: translate("Course", "Begyndt på uddannelse"),
        Action.LOSE_JOB: translate("Course", "Job eller uddannelse ophørt"),
        Action.AFTERCARE: translate("Course", "Efterværn begyndt"),
        Action.PAUSE: translate("Course", "Pause begyndt"),
        Action.RESUME: translate("Course", "Pausen slut"),
        Action.CLOSE: translate("Course", "Forløbet afsluttet"),
        Action.REOPEN: translate("Course", "Nyt forløb begyndt"),
    }[action]


def reason(change: PhaseChange) -> str:
    """The word of an act's reason; "" for an act that needs none."""
    kind = _REASONS.get(change.action)
    if kind is None or change.reason not in REASONS[change.action]:
        return ""
    return case_codes.word(kind(change.reason))


def _phase(page: CoursePage) -> Part:
    one = page.participant
    last = page.courses[-1] if page.courses else None
    pairs = [(translate("Course", "Fase"), codes.phase(one.phase))]
    if one.ips_start:
        pairs.append((translate("Course", "Begyndt i IPS"), dates.long_date(one.ips_start)))
    if last and (last.number or 1) > 1:
        pairs.append((translate("Course", "Forløb nr."), str(last.number)))
    if last and last.countersigned_on:
        pairs.append((translate("Course", "Set af leder"), dates.long_date(last.countersigned_on)))
    acts = [Act(a, case_codes.word(a), "primary" if a in _PRIMARY else "") for a in page.can]
    warn: tuple[str, ...] = ()
    if page.needs_countersign:
        warn = (translate("Course", "Afslutningen venter på teamlederens underskrift."),)
        acts.append(Act("countersign", translate("Course", "Skriv under som leder"), ""))
    return Part(
        "phase",
        translate("Course", "Hvor forløbet står"),
        warn=warn,
        pairs=tuple(pairs),
        acts=_one_first(acts),
    )


def _one_first(acts: list[Act]) -> tuple[Act, ...]:
    """Only the first of the likely next acts stands out."""
    first = next((act for act in acts if act.kind == "primary"), None)
    return tuple(act if act is first else Act(act.id, act.text, "") for act in acts)


def _history(page: CoursePage, now: datetime) -> Part:
    rows = tuple(
        Row(
            None,
            "circle-check",
            happened(change.action),
            " · ".join(part for part in (reason(change), change.words) if part),
            right=dates.short_date(change.on_day, now) if change.on_day else "",
            tone="muted",
        )
        for change in reversed(page.changes)
    )
    return Part(
        "history",
        translate("Course", "Hvad der er sket"),
        rows=rows,
        empty=translate("Course", "Forløbet er kommet fra sagsstammen. Herfra skrives hvert skridt ned."),
    )


def _referral(page: CoursePage, now: datetime) -> Part:
    del now
    one = page.referral
    title, act = translate("Course", "Henvisning"), Act("refer", translate("Course", "Skriv henvisningen"))
    if one is None:
        return Part(
            "referral", title, empty=translate("Course", "Ingen henvisning er skrevet ned."), acts=(act,)
        )
    pairs = [
        (translate("Course", "Modtaget"), dates.long_date(one.received_on) if one.received_on else ""),
        (translate("Course", "Henvist af"), case_codes.of("ReferralSource", one.source)),
        (translate("Course", "Ønsker"), case_codes.of("Wish", one.wish)),
        (translate("Course", "I job ved henvisningen"), case_codes.of("Answer", one.employed_now)),
        (translate("Course", "Udfald"), case_codes.of("ReferralOutcome", one.outcome)),
        (translate("Course", "Besvaret"), dates.long_date(one.answered_on) if one.answered_on else ""),
        (translate("Course", "Begrundelse"), one.reason),
    ]
    change = Act("refer", translate("Course", "Ret henvisningen"))
    return Part("referral", title, pairs=tuple(p for p in pairs if p[1]), acts=(change,))


def _periods(page: CoursePage, lists: CodeLists, now: datetime) -> Part:
    """Each list's periods, those that run first; a code is called what it was called when the period began."""
    today = now.date()
    ordered = sorted(
        page.periods,
        key=lambda p: (not covers(p.from_day, p.to_day, today), -(p.from_day or today).toordinal()),
    )
    rows = tuple(_period(one, lists, now) for one in ordered)
    acts = tuple(
        Act(one, translate("Course", "Ny: %1").replace("%1", case_codes.word(one).lower()))
        for one in PeriodList
    )
    return Part(
        "periods",
        translate("Course", "Ydelse, indsats og visitation"),
        rows=rows,
        empty=translate("Course", "Ikke skrevet ned endnu."),
        acts=acts,
    )


def _period(one: Period, lists: CodeLists, now: datetime) -> Row:
    runs = covers(one.from_day, one.to_day, now.date())
    return Row(
        one,
        "calendar-days",
        lists.word(one.list.value, one.code, one.from_day),
        case_codes.word(one.list),
        right=span(one.from_day, one.to_day, now),
        act=translate("Course", "Slut") if runs and one.to_day is None else "",
        tone="accentText" if runs else "muted",
    )


def _marker(page: CoursePage, now: datetime) -> Part:
    rows = tuple(
        Row(
            "marker",
            "list-checks",
            case_codes.of("MarkerKind", one.kind),
            translate("Course", "Set efter i fagsystemet %1").replace(
                "%1", dates.short_date(one.checked_on, now)
            )
            if one.checked_on
            else "",
            right=span(one.from_day, one.to_day, now),
            tone="accentText" if one.to_day is None else "muted",
        )
        for one in reversed(page.markers)
    )
    return Part(
        "marker",
        translate("Course", "STAR's persongruppemarkør"),
        warn=tuple(case_codes.word(one) for one in page.warnings),
        rows=rows,
        empty=translate("Course", "Ingen markør er skrevet ned."),
        acts=(Act("marker", translate("Course", "Afstem med fagsystemet")),),
    )


def _assignments(page: CoursePage, now: datetime) -> Part:
    rows = tuple(
        Row(
            None,
            "user-round",
            page.names.get(one.person) or one.person,
            " · ".join(part for part in (case_codes.of("AssignedAs", one.role), one.reason) if part),
            right=span(one.from_day, one.to_day, now),
            tone="accentText" if covers(one.from_day, one.to_day, now.date()) else "muted",
        )
        for one in reversed(page.assignments)
    )
    return Part(
        "assignments",
        translate("Course", "Konsulent og vikar"),
        rows=rows,
        pairs=()
        if rows
        else (
            (translate("Course", "IPS-konsulent"), page.names.get(page.participant.consultant, "") or "–"),
        ),
        acts=(Act("assign", translate("Course", "Ny konsulent eller vikar")),),
    )


def span(first: date | None, last: date | None, now: datetime) -> str:
    """`fra 3. aug.`, `3. aug. – 4. sep.`, `til 4. sep.`"""
    if first and last:
        return f"{dates.short_date(first, now)} – {dates.short_date(last, now)}"
    if first:
        return translate("Course", "fra %1").replace("%1", dates.short_date(first, now))
    return translate("Course", "til %1").replace("%1", dates.short_date(last, now)) if last else ""
