"""What I dag says, from one day's state. Pure: rows and sentences, no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.alerts import draft_is_old
from app.domain.calendar import AppointmentKind, AppointmentRow, TaskRow
from app.domain.participant import CaseloadRow, Listed, Participant, Step
from app.services.support import DueRow
from app.services.today import DraftRow, Today, WaitingHere, Week
from ui.text import case_codes, dates, follow_along
from ui.widgets.bars import Bar
from ui.widgets.row_list import Row

translate = QCoreApplication.translate

ICONS = {
    AppointmentKind.MEETING: "users",
    AppointmentKind.CALL: "phone",
    AppointmentKind.EMPLOYER_VISIT: "footprints",
    AppointmentKind.FOLLOW_UP: "handshake",
    AppointmentKind.TEAM: "users",
}


_AGE = ("muted", "warnText", "stopText")  # a draft is no document: after a day it is time to finish it


@dataclass(frozen=True, slots=True)
class Target:
    """What a row stands for: `kind` is appointment, task, participant, work (its section), contact (to be agreed), draft or
    waiting."""

    kind: str
    id: UUID | None = None
    participant: UUID | None = None


def greeting(name: str, now: datetime) -> str:
    hour = dates.local(now, now).hour
    if hour < 10:
        hello = translate("Today", "God morgen")
    elif hour < 18:
        hello = translate("Today", "God dag")
    else:
        hello = translate("Today", "God aften")
    first = name.split(" ")[0] if name else ""
    return translate("Today", "%1, %2").replace("%1", hello).replace("%2", first) if first else hello


def ahead(today: Today, now: datetime) -> tuple[Row, ...]:
    """What former days left, the oldest first; then today's appointments by the clock that have not been held, and
    today's tasks."""
    left = [(one.appointment.starts_at, _appointment(one, now, late=True)) for one in today.left]
    late = [(_morning(task, now), _task(task, now)) for task in today.tasks if task.overdue]
    mine = [
        _appointment(one, now, late=False) for one in today.appointments if one.appointment.held_at is None
    ]
    due = [_task(task, now) for task in today.tasks if not task.overdue]
    return (*(row for _, row in sorted(left + late, key=lambda pair: pair[0])), *mine, *due)


def steps(today: Today) -> dict[UUID, Step]:
    """The appointments and tasks of the page, as what can be ticked and put off."""
    found = [row.appointment for row in (*today.left, *today.appointments)]
    steps = {
        one.id: Step(one.id, False, one.title, one.kind.value, one.starts_at, None, one.held_at)
        for one in found
    }
    tasks = [row.task for row in today.tasks]
    return steps | {one.id: Step(one.id, True, one.title, "", None, one.due_on, one.done_at) for one in tasks}


def nothing_ahead(today: Today, now: datetime) -> str:
    if today.next is None:
        return translate("Today", "Intet forfalder i dag.")
    when = dates.moment_within(today.next.appointment.starts_at, now)
    return translate("Today", "Intet forfalder i dag. Næste aftale: %1.").replace("%1", when)


def beginning() -> tuple[Row, ...]:
    """What a journal without a candidate begins with; each row runs the command it stands for."""
    return (
        Row("caseload.new", "user-round", translate("Today", "Opret din første kandidat"), translate("Today", "Eller vent: jobcentrets kommer ved næste synkronisering"), act=translate("Today", "Opret")),
        Row("employers.new", "building-2", translate("Today", "Skriv en arbejdsgiver ind"), translate("Today", "Så er den der, når du vil skrive om et besøg"), act=translate("Today", "Skriv")),
        Row("help.book", "circle-question-mark", translate("Today", "Læs håndbogens første side"), translate("Today", "To minutter om notater, vagten og synkronisering"), act=translate("Today", "Læs")),
    )  # fmt: skip


def without_contact(rows: tuple[CaseloadRow, ...], now: datetime) -> tuple[Row, ...]:
    return tuple(_late(row, now) for row in rows)


def follow_ups(
    rows: tuple[DueRow, ...], unwritten: tuple[Participant | Listed, ...], now: datetime
) -> tuple[Row, ...]:
    """The contacts of the follow-along rhythm; last, those whose job nobody has written down yet."""
    return (*(_due(row, now) for row in rows), *(_unwritten(one) for one in unwritten))


def _due(row: DueRow, now: datetime) -> Row:
    contact, job = row.due.contact, row.due.job
    told = (follow_along.name(contact), job.title, row.employer)
    return Row(
        Target("work", job.id, job.participant),
        "handshake",
        row.participant,
        " · ".join(part for part in told if part),
        right=dates.day(contact.due_on, now),
        act=translate("Today", "Åbn"),
        tone="stopText" if row.overdue else "warnText",
    )


def _unwritten(one: Participant | Listed) -> Row:
    return Row(
        Target("work", one.id, one.id),
        "handshake",
        one.name,
        translate("Today", "Skriv jobbet ind, så følger støtten med"),
        act=translate("Today", "Åbn"),
        tone="warnText",
    )


def waiting(here: WaitingHere) -> tuple[Row, ...]:
    """What lies here and has not been sent, and what the server's guard would not take; nothing when nothing does."""
    rows = []
    if here.held:
        rows.append(
            _here(
                translate("Today", "%n afvist af serverens vagt", "", here.held),
                translate("Today", "Skal rettes, før det kan sendes"),
                "shield-alert",
                "stopText",
            )
        )
    parts = [
        translate("Today", "%n notat(er)", "", here.notes) if here.notes else "",
        translate("Today", "%n kontakt(er)", "", here.contacts) if here.contacts else "",
        translate("Today", "%n aftale(r)", "", here.appointments) if here.appointments else "",
        translate("Today", "%n opgave(r)", "", here.tasks) if here.tasks else "",
        translate("Today", "%n anden/andre", "", here.others) if here.others else "",
    ]
    if here.total:
        words = ", ".join(part for part in parts if part)
        rows.append(
            _here(words, translate("Today", "Sendes, når du er på kommunens net"), "hard-drive", "infoText")
        )
    return tuple(rows)


def _here(words: str, beside: str, icon: str, tone: str) -> Row:
    return Row(Target("waiting"), icon, words, beside, act=translate("Today", "Vis"), tone=tone)


def drafts(rows: tuple[DraftRow, ...], now: datetime) -> tuple[Row, ...]:
    return tuple(_draft(row, now) for row in rows)


def bars(week: Week) -> tuple[Bar, ...]:
    of = translate("Today", "%1 af %2")
    found = [
        Bar(
            translate("Today", "Arbejdsgiverkontakter"),
            week.contacts,
            week.contacts_goal,
            of.replace("%1", str(week.contacts)).replace("%2", str(week.contacts_goal)),
        ),
        Bar(
            translate("Today", "Samtaler"),
            week.conversations,
            week.conversations_planned,
            of.replace("%1", str(week.conversations)).replace("%2", str(week.conversations_planned))
            if week.conversations_planned
            else translate("Today", "ingen aftalt"),
        ),
    ]
    share = (
        translate("Today", "ingen tid noteret endnu")
        if week.community is None
        else translate("Today", "%1 % · mål %2 %")
        .replace("%1", str(week.community))
        .replace("%2", str(week.community_goal))
    )
    title = translate("Today", "Tid ude af huset")
    return (*found, Bar(title, week.community or 0, week.community_goal, share))


def _morning(row: TaskRow, now: datetime) -> datetime:
    on = row.task.due_on
    return now if on is None else dates.moment_of(on, time(0), now)


def _appointment(row: AppointmentRow, now: datetime, *, late: bool) -> Row:
    one = row.appointment
    where = "" if row.employer and row.employer in one.place else row.employer
    beside = " · ".join(part for part in (row.participant, where, one.place) if part)
    return Row(
        Target("appointment", one.id, one.participant),
        ICONS[one.kind],
        one.title,
        beside,
        right=dates.moment(one.starts_at, now) if late else dates.clock(one.starts_at, now),
        act=translate("Today", "Åbn"),
        tone="warnText" if late else "accentText",
        tickable=True,
    )


def _task(row: TaskRow, now: datetime) -> Row:
    due = row.task.due_on
    return Row(
        Target("task", row.task.id, row.task.participant),
        "circle",
        row.task.title,
        " · ".join(part for part in (row.participant, case_codes.of("WhoContacts", row.task.who)) if part),
        right=dates.day(due, now) if due else "",
        act=translate("Today", "Åbn") if row.task.participant else translate("Today", "Gjort"),
        tone="warnText" if row.overdue else "accentText",
        tickable=True,
    )


def _late(row: CaseloadRow, now: datetime) -> Row:
    since = dates.since(row.last_contact, now)
    step = row.next
    if step is None:
        beside = translate("Today", "ingen aftale")
    elif step.at is not None:
        beside = translate("Today", "aftale %1").replace("%1", dates.day_within(step.at, now))
    else:
        beside = step.title
    act = translate("Today", "Åbn") if step else translate("Today", "Aftal kontakt")
    return Row(
        Target("participant" if step else "contact", row.participant.id, row.participant.id),
        "clock",
        row.participant.name,
        f"{since} · {beside}",
        act=act,
        tone="stopText",
    )


def _draft(row: DraftRow, now: datetime) -> Row:
    one = row.draft
    whose = row.participant or translate("Today", "ingen kandidat valgt")
    state = dates.moment_within(one.updated_at, now)
    if one.held:
        stops = translate("Today", "%n stop fra vagten", "", one.held)
        state = f"{stops} · {state}"
    return Row(
        Target("draft", one.id, one.participant),
        "sticky-note",
        one.title.strip() or translate("Today", "Notat"),
        f"{whose} · {state}",
        act=translate("Today", "Fortsæt"),
        tone=_AGE[draft_is_old(one.updated_at, now)],
    )
