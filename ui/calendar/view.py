"""What the calendar says. Pure: values for cards, no widgets."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.domain.calendar import AppointmentKind, AppointmentRow
from app.domain.participant import Step
from app.domain.time_log import Absence, Proposal, TimeEntry
from app.services.agenda import Day
from app.services.time_log import TimePage
from ui.text import codes, dates, work_codes
from ui.widgets.parts import Act, Part
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
ICONS = {"call": "phone", "employer_visit": "footprints", "follow_up": "handshake", "team": "users"}


def step(row: AppointmentRow) -> Step:
    one = row.appointment
    return Step(one.id, False, one.title, one.kind.value, one.starts_at, None, one.held_at)


def week(days: tuple[Day, ...], now: datetime) -> tuple[Part, ...]:
    """One card a day, Monday first; the weekend only when something is in it."""
    shown = [day for day in days if day.rows or day.holiday or day.on.weekday() < 5]
    return tuple(_day(day, now, empty=translate("Calendar", "Ingen aftaler.")) for day in shown)


def agenda(days: tuple[Day, ...], now: datetime) -> tuple[Part, ...]:
    """The days that hold something, one after the other."""
    found = tuple(_day(day, now, empty="") for day in days if day.rows)
    return found or (
        Part(
            "none",
            translate("Calendar", "De næste 60 dage"),
            empty=translate("Calendar", "Ingen aftaler."),
        ),
    )


def title(first: date, last: date, *, month: bool) -> str:
    """`Uge 48 · 23. – 29. november 2026`, `November 2026`"""
    middle = first + (last - first) // 2
    if month:
        words = dates.shaped(middle, "MMMM yyyy")
        return words[:1].upper() + words[1:]
    begin = dates.shaped(first, "d. MMM")
    end = dates.shaped(last, "d. MMM yyyy")
    named = dates.week(first)
    return f"{named[:1].upper()}{named[1:]} · {begin} – {end}"


def _day(day: Day, now: datetime, *, empty: str) -> Part:
    rows = tuple(_row(row, day, now) for row in day.rows)
    note = day.holiday or (translate("Calendar", "i dag") if day.on == dates.local(now, now).date() else "")
    return Part(f"day-{day.on}", _named(day.on), note=note, rows=rows, empty=empty)


def _named(on: date) -> str:
    words = dates.shaped(on, "dddd d. MMMM")
    return words[:1].upper() + words[1:]


def _row(row: AppointmentRow, day: Day, now: datetime) -> Row:
    one = row.appointment
    where = "" if row.employer and row.employer in one.place else row.employer
    notes = [part for part in (row.participant, where, one.place) if part]
    clash = day.overlapping(row)
    if clash is not None:
        notes.append(translate("Calendar", "Overlapper %1").replace("%1", clash.appointment.title))
    if one.series is not None:
        notes.append(translate("Calendar", "gentages"))
    done = one.held_at is not None
    icon = "circle-check" if done else ICONS.get(one.kind.value, "message-square-text")
    return Row(
        step(row), icon, one.title, " · ".join(notes), right=dates.span(one.starts_at, one.minutes, now),
        tone="okText" if done else "warnText" if clash else "accentText", tickable=True, done=done,
    )  # fmt: skip


def time_log(page: TimePage, now: datetime) -> tuple[Part, ...]:
    """What is offered, what is logged, and who was away."""
    return (_offered(page, now), _logged(page, now), _away(page, now))


def _offered(page: TimePage, now: datetime) -> Part:
    rows = tuple(_proposal(one, now) for one in page.proposals)
    return Part(
        "offered",
        translate("Calendar", "Fundet i det, du har skrevet"),
        note=dates.duration(sum(one.minutes for one in page.proposals)) if rows else "",
        rows=rows,
        empty=translate("Calendar", "Intet venter: al noteret tid er overtaget."),
        acts=(Act("accept", translate("Calendar", "Overtag alt"), "primary"),) if rows else (),
    )


def _logged(page: TimePage, now: datetime) -> Part:
    sums = page.sums
    pairs = (
        (translate("Calendar", "I alt"), dates.duration(sums.minutes) if sums.minutes else ""),
        (translate("Calendar", "IPS-arbejde"), _share(sums.vocational)),
        (translate("Calendar", "Ude af huset"), _share(sums.community)),
    )
    return Part(
        "logged",
        translate("Calendar", "Registreret tid"),
        pairs=tuple(pair for pair in pairs if pair[1]),
        rows=tuple(_entry(one, now) for one in page.entries),
        empty=translate("Calendar", "Ingen tid er registreret i denne uge."),
        acts=(Act("add", translate("Calendar", "Skriv tid"), "small"),),
    )


def _away(page: TimePage, now: datetime) -> Part:
    return Part(
        "away",
        translate("Calendar", "Fravær og ansættelse"),
        rows=tuple(_absence(one, now) for one in page.away),
        empty=translate("Calendar", "Intet fravær i denne uge."),
        acts=(
            Act("away", translate("Calendar", "Skriv fravær"), "small"),
            Act("position", translate("Calendar", "Ændr ansættelsesgrad"), "small"),
            Act("training", translate("Calendar", "IPS-uddannelse"), "small"),
        ),
    )


def _share(percent: int | None) -> str:
    return "" if percent is None else translate("Calendar", "%1 %").replace("%1", str(percent))


def _proposal(one: Proposal, now: datetime) -> Row:
    kind = work_codes.word("time_entry.kind", one.kind)
    return Row(
        one,
        "timer",
        kind,
        one.about,
        right=dates.happened(one.started_at, one.minutes, now),
        tone="muted",
        act=translate("Calendar", "Overtag"),
    )


def _entry(one: TimeEntry, now: datetime) -> Row:
    kind = work_codes.word("time_entry.kind", one.kind)
    place = work_codes.word("time_entry.place", one.place) if one.place else ""
    other = "" if one.vocational else translate("Calendar", "ikke IPS-arbejde")
    note = " · ".join(part for part in (dates.day(one.on_day, now), place, other) if part)
    return Row(one, "clock", kind, note, right=dates.duration(one.minutes), act=translate("Calendar", "Ret"))


def _absence(one: Absence, now: datetime) -> Row:
    first, last = dates.short_date(one.first_day, now), dates.short_date(one.last_day, now)
    when = first if one.first_day == one.last_day else f"{first} – {last}"
    kind = work_codes.word("absence.kind", one.kind)
    return Row(
        one, "calendar-days", kind, when, right=_share(one.percent), act=translate("Calendar", "Fjern")
    )


def kind_words() -> dict[str, str]:
    """For a file that names nobody."""

    return {kind.value: codes.appointment(kind) for kind in AppointmentKind}


def moved(on: date, mode: str, by: int) -> date:
    """The day so many weeks or months on."""
    if mode != "month":
        return on + timedelta(weeks=by)
    first = on.replace(day=1)
    return (
        (first + timedelta(days=32)).replace(day=1) if by > 0 else (first - timedelta(days=1)).replace(day=1)
    )
