"""The reminders of I dag: which sentence each rule says, rows for them, and the answers by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.alerts import PLAN_REVIEW, RATES, WEEKLY_CONTACTS, Alert, Rule
from app.domain.consent import ConsentKind
from app.services import alerts
from app.services.alerts import AlertRow
from ui.agenda import forms
from ui.desk import Desk
from ui.text import case_codes, dates
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
Group = tuple[AlertRow, ...]
_MANY = 3
_SECTIONS = {
    Rule.NO_EMPLOYER_CONTACT: "career", Rule.NO_PLAN_AFTER_LOSS: "career", Rule.PROFILE_OUTDATED: "career",
    Rule.CONSENT_ENDS: "consents", Rule.MARKER: "course",
}  # fmt: skip
_SERIOUS = frozenset({Rule.KEY_EXPIRES, Rule.NO_PLAN_AFTER_LOSS})


def rows(found: tuple[AlertRow, ...], now: datetime) -> tuple[Row, ...]:
    """One row a reminder; the same about more than three candidates is one row, so that nobody has to tick twenty."""
    shown = []
    for _, group in groupby(sorted(found, key=_sort), key=_same):
        whole = tuple(group)
        parts = [whole] if len(whole) > _MANY else [(one,) for one in whole]
        shown += [_row(part, now) for part in parts]
    return tuple(shown)


def sentence(one: Alert) -> str:
    """What is the matter, in words that say what to do."""
    return _words(one).replace("%1", str(one.days))


def _words(one: Alert) -> str:
    match one.rule:
        case Rule.CONSENT_ENDS:
            return _consent(one)
        case Rule.MARKER:
            return _marker(one)
        case Rule.NO_PLAN_AFTER_LOSS if one.detail == PLAN_REVIEW:
            return translate("Reminders", "Jobsøgningsplanen skal ses efter")
        case _:
            return _of_case().get(one.rule) or _own(one)


def _of_case() -> dict[Rule, str]:
    return {
        Rule.NO_EMPLOYER_CONTACT: translate(
            "Reminders", "Ingen arbejdsgiver besøgt endnu, %1 dage efter start"
        ),
        Rule.NO_PLAN_AFTER_LOSS: translate(
            "Reminders", "Job ophørt for %1 dage siden, og der er ingen ny plan"
        ),
        Rule.PROFILE_OUTDATED: translate(
            "Reminders", "Erhvervsprofilen er ikke skrevet videre efter jobskiftet"
        ),
        Rule.DISCLOSURE_NOT_DISCUSSED: translate("Reminders", "Åbenhed er drøftet %1 gange. Tal om det igen"),
        Rule.NO_BENEFITS_GUIDANCE: translate("Reminders", "Ingen vejledning om ydelser før jobstart"),
    }


def target(group: Group) -> tuple[str, object] | None:
    """The page and place Enter goes to."""
    one = group[0].alert
    if one.participant is not None:
        section = _SECTIONS.get(one.rule)
        return "caseload", ("section", one.participant, section) if section else one.participant
    if one.rule in (Rule.UNSYNCED, Rule.KEY_EXPIRES):
        return "sync", None
    if one.rule is Rule.FEW_CONTACTS:
        return "employers", None
    if one.rule is Rule.TIME_GAP:
        return "calendar", "time"
    return "caseload", None


def tick(desk: Desk, owner: QWidget, group: Group, again: Callable[[], None]) -> None:
    """Dealt with; Fortryd makes it open again."""
    _answer(
        desk, owner, group, alerts.done, translate("Reminders", "Klaret: %1").replace("%1", sentence(group[0].alert)), again
    )  # fmt: skip


def postpone(desk: Desk, owner: QWidget, group: Group, again: Callable[[], None]) -> QMenu:
    """Ask until when: tomorrow, next week, or a day."""
    now = desk.now()
    today = dates.local(now, now).date()
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(translate("Reminders", "Mind mig om det"))

    def later(day: date) -> None:
        said = translate("Reminders", "Kommer igen %1").replace("%1", dates.day_within(day, now))
        job = lambda vault, **key: alerts.postpone(vault, until=day, **key)  # noqa: E731
        _answer(desk, owner, group, job, said, again)

    week = today + timedelta(days=7 - today.weekday())
    menu.addAction(translate("Reminders", "I &morgen")).triggered.connect(
        lambda: later(today + timedelta(days=1))
    )
    menu.addAction(translate("Reminders", "&Næste uge")).triggered.connect(lambda: later(week))
    menu.addAction(translate("Reminders", "&Vælg dag …")).triggered.connect(
        lambda: forms.day(desk, owner, today + timedelta(days=1), later)
    )
    row = owner.window().focusWidget() or owner
    menu.popup(row.mapToGlobal(row.rect().bottomLeft()))
    menu.setActiveAction(menu.actions()[0])
    return menu


def _answer(
    desk: Desk, owner: QWidget, group: Group, job: Callable[..., Any], said: str, again: Callable[[], None]
) -> None:
    keys = [
        {"rule": one.alert.rule.value, "about": one.alert.about, "participant": one.alert.participant}
        for one in group
    ]
    now = desk.now()

    def every(act: Callable[..., Any]) -> Callable[[Any], object]:
        return lambda vault: [act(vault, now=now, **key) for key in keys]

    def back() -> None:
        desk.work.run(owner, every(alerts.take_back), lambda _: again())

    def told(_: object) -> None:
        again()
        desk.tell(said, back)

    desk.work.run(owner, every(job), told)


def _sort(row: AlertRow) -> tuple[bool, str, str, int]:
    alert = row.alert
    return alert.rule not in _SERIOUS, f"{int(alert.rule.value[1:]):02}", alert.detail, -alert.days


def _same(row: AlertRow) -> tuple[str, str]:
    return row.alert.rule.value, row.alert.detail


def _row(group: Group, now: datetime) -> Row:
    del now
    one = group[0].alert
    names = [row.name for row in group if row.name]
    beside = ", ".join(names[:_MANY])
    if len(names) > _MANY:
        beside = (
            translate("Reminders", "%1 og %2 til")
            .replace("%1", beside)
            .replace("%2", str(len(names) - _MANY))
        )
    return Row(
        group,
        "clock" if one.rule not in _SERIOUS else "triangle-alert",
        sentence(one) if len(group) == 1 else _plural(one),
        beside,
        act=translate("Reminders", "Åbn"),
        tone="stopText" if one.rule in _SERIOUS else "warnText",
        tickable=True,
    )


def _plural(one: Alert) -> str:
    """Of many at once without the days, which differ."""
    if one.rule is Rule.NO_EMPLOYER_CONTACT:
        return translate("Reminders", "Ingen arbejdsgiver besøgt endnu")
    if one.rule is Rule.NO_PLAN_AFTER_LOSS and one.detail != PLAN_REVIEW:
        return translate("Reminders", "Job ophørt, og der er ingen ny plan")
    if one.rule is Rule.CONSENT_ENDS:
        return translate("Reminders", "Samtykker udløber")
    return sentence(one)


def _consent(one: Alert) -> str:
    kind = case_codes.word(ConsentKind(one.detail)).lower()
    if one.days < 0:
        return translate("Reminders", "Samtykke udløbet og spærret: %2").replace("%2", kind)
    if one.days == 0:
        return translate("Reminders", "Samtykke udløber i dag: %2").replace("%2", kind)
    return translate("Reminders", "Samtykke udløber om %1 dage: %2").replace("%2", kind)


def _marker(one: Alert) -> str:
    return {
        "marker_missing": translate("Reminders", "STAR's markør mangler i fagsystemet"),
        "marker_not_closed": translate("Reminders", "Giv STAR's markør en slutdato i fagsystemet"),
        "marker_wrong_kind": translate("Reminders", "STAR's markør passer ikke til tilknytningen"),
    }.get(one.detail, translate("Reminders", "Se STAR's markør efter i fagsystemet"))


def _own(one: Alert) -> str:
    match one.rule:
        case Rule.FEW_CONTACTS:
            words = translate("Reminders", "%1 af %2 besøg hos arbejdsgivere i denne uge")
            return words.replace("%2", one.detail or str(WEEKLY_CONTACTS))
        case Rule.TIME_GAP:
            words = translate("Reminders", "%1 minutter er ikke noteret %2")
            return words.replace("%2", dates.long_day_within(date.fromisoformat(one.about)))
        case Rule.LISTS_OUTDATED if one.detail == RATES:
            return translate("Reminders", "Satserne til ydelsesvejledningen er fra sidste år. Indlæs de nye")
        case _:
            return _of_consultant().get(one.rule, one.rule.value)


def _of_consultant() -> dict[Rule, str]:
    return {
        Rule.CASELOAD_TOO_LARGE: translate("Reminders", "%1 aktive kandidater er over 20 pr. årsværk"),
        Rule.UNSYNCED: translate("Reminders", "Der ligger ændringer, som ikke er sendt i %1 dage"),
        Rule.KEY_EXPIRES: translate(
            "Reminders", "Kom på kommunens net inden %1 dage, ellers låses journalen her"
        ),
        Rule.LISTS_OUTDATED: translate("Reminders", "En kodeliste skal fornyes. Spørg administratoren"),
        Rule.LOG_NOT_REVIEWED: translate("Reminders", "Ugens arbejdsgiverkontakter er ikke set igennem"),
    }
