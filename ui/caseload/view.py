"""What the caseload and a candidate's page say. Pure: values for widgets, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app.domain.difference import Change, changes
from app.domain.journal import EntryKind, TimelineEntry
from app.domain.participant import IN_JOB, CaseloadRow, Listed, Participant, Phase, Step
from app.services.caseload import ParticipantPage
from ui.text import codes, dates
from ui.widgets.card_list import CardRow
from ui.widgets.fact_card import Fact
from ui.widgets.picker import fold
from ui.widgets.row_list import Row
from ui.widgets.timeline import Entry, Heading

translate = QCoreApplication.translate

PLACES = 25
WARN_DAYS = 8
ACT, ALL, JOB = "act", "all", "job"

NOTE_ICONS = {
    "meeting": "message-square-text",
    "employer": "building-2",
    "job_search": "mail",
    "follow_up": "handshake",
}


def filtered(rows: Sequence[CaseloadRow], which: str, typed: str) -> tuple[CaseloadRow, ...]:
    asked = fold(typed).split()
    return tuple(row for row in rows if _fits(row, which) and _named(row.participant, asked))


def counts(rows: Sequence[CaseloadRow]) -> dict[str, int]:
    return {which: sum(_fits(row, which) for row in rows) for which in (ACT, ALL, JOB)}


def held(rows: Sequence[CaseloadRow]) -> int:
    """How many of the places are taken: everybody whose course is not over."""
    return sum(row.participant.phase not in (Phase.CLOSED, Phase.NOT_STARTED) for row in rows)


def card(row: CaseloadRow, now: datetime) -> CardRow:
    step = row.next
    return CardRow(
        row.participant.id,
        row.participant.name,
        chip=chip(row.participant, row.job_week),
        chip_tone="accent" if row.participant.phase in IN_JOB else "plain",
        second=step.title if step else translate("Caseload", "Ingen aftale"),
        second_tone="text" if step else ("stop" if row.late else ""),
        left=_when(step, now) if step else translate("Caseload", "Aftal næste kontakt"),
        left_strong=_soon(step, now),
        right=dates.since(row.last_contact, now),
        right_tone=_tone(row),
    )


def chip(participant: Participant | Listed, job_week: int | None) -> str:
    """`Jobsøgning`, `Job · uge 6`"""
    words = codes.phase(participant.phase)
    if job_week is None:
        return words
    return translate("Caseload", "%1 · uge %2").replace("%1", words).replace("%2", str(job_week))


def subtitle(page: ParticipantPage, now: datetime) -> str:
    """`I IPS siden 17. august 2026 · uge 15 · Sagsnr. JC-2026-0418`"""
    one, parts = page.participant, []
    if one.ips_start:
        since = dates.long_date(one.ips_start)
        week = (dates.local(now, now).date() - one.ips_start).days // 7 + 1
        sentence = translate("Caseload", "I IPS siden %1 · uge %2")
        parts.append(sentence.replace("%1", since).replace("%2", str(week)))
    if one.case_no:
        parts.append(translate("Caseload", "Sagsnr. %1").replace("%1", one.case_no))
    return " · ".join(parts)


def facts(page: ParticipantPage, now: datetime) -> tuple[Fact, ...]:
    row, step = page.row, page.row.next
    seen = (
        _capital(_day_of_month(row.last_contact, now))
        if row.last_contact
        else translate("Caseload", "Ikke endnu")
    )
    if not row.days:
        meaning = translate("Caseload", "Sidst set")
    else:
        meaning = translate("Caseload", "Sidst set · %n dag(e)", "", row.days)
    next_when = _short_when(step, now) if step else translate("Caseload", "Intet aftalt")
    next_what = step.title if step else translate("Caseload", "Næste skridt")
    return (
        Fact("clock", seen, meaning, {"stop": "stop", "warn": "warn"}.get(_tone(row), "")),
        Fact(_step_icon(step), next_when, next_what, "warn" if row.overdue else ""),
        Fact(
            "building-2",
            str(page.in_dialogue),
            translate("Caseload", "arbejdsgiver i dialog")
            if page.in_dialogue == 1
            else translate("Caseload", "arbejdsgivere i dialog"),
        ),
        Fact(
            "footprints",
            dates.duration(page.month_minutes),
            translate("Caseload", "hos arbejdsgivere i %1").replace("%1", dates.month(now)),
        ),
    )


def timeline(entries: Iterable[TimelineEntry], now: datetime) -> tuple[Heading | Entry, ...]:
    """Under week headings; a week with something today in it carries today's date."""
    found = tuple(entries)
    today = dates.local(now, now).date()
    busy_today = any(dates.local(entry.at, now).date() == today for entry in found)

    def heading(entry: TimelineEntry) -> str:
        day = dates.local(entry.at, now).date()
        this_week = day.isocalendar()[:2] == today.isocalendar()[:2]
        return dates.week_heading(today if busy_today and this_week else day, now)

    shown: list[Heading | Entry] = []
    for words, group in groupby(found, key=heading):
        shown.append(Heading(words))
        shown += [_entry(entry, now) for entry in group]
    return tuple(shown)


def steps(page: ParticipantPage, now: datetime) -> tuple[Row, ...]:
    return tuple(_step(step, now) for step in page.steps)


def wishes(one: Participant) -> tuple[tuple[str, str], ...]:
    """Labels and words; what has not been asked yet is left out."""
    pairs = (
        (translate("Caseload", "Område"), one.wish_area),
        (translate("Caseload", "Timer"), one.wish_hours),
        (translate("Caseload", "Transport"), one.wish_transport),
        (translate("Caseload", "Åbenhed"), one.disclosure),
    )
    return tuple((name, words) for name, words in pairs if words)


def team(page: ParticipantPage) -> tuple[tuple[str, str], ...]:
    one = page.participant
    pairs = (
        (one.clinic_contact, translate("Caseload", "Kontaktperson på klinikken")),
        (one.caseworker, translate("Caseload", "Myndighedssagsbehandler")),
        (page.consultant, translate("Caseload", "IPS-konsulent")),
        (one.phone, translate("Caseload", "Kandidatens telefon")),
    )
    return tuple((who, role) for who, role in pairs if who)


def _fits(row: CaseloadRow, which: str) -> bool:
    if which == ACT:
        return row.needs_action
    return row.participant.phase in IN_JOB if which == JOB else True


def _named(one: Participant | Listed, asked: Sequence[str]) -> bool:
    if not asked:
        return True
    words = fold(f"{one.name} {one.case_no}").split()
    return all(any(word.startswith(begin) for word in words) for begin in asked)


def _when(step: Step, now: datetime) -> str:
    if step.at is not None:
        return dates.moment(step.at, now)
    return dates.day(step.on, now) if step.on else translate("Caseload", "Uden dato")


def _short_when(step: Step, now: datetime) -> str:
    """`I dag 13.00`, `26. nov. 9.00`: for a large number in a small card."""
    if step.at is not None:
        return f"{_capital(_day_of_month(step.at, now))} {dates.clock(step.at, now)}"
    return _capital(_day_of_month(step.on, now)) if step.on else translate("Caseload", "Uden dato")


def _soon(step: Step | None, now: datetime) -> bool:
    if step is None:
        return True
    day = dates.local(step.at, now).date() if step.at else step.on
    return day is not None and day <= dates.local(now, now).date()


def _tone(row: CaseloadRow) -> str:
    if row.late:
        return "stop"
    return "warn" if row.days is not None and row.days >= WARN_DAYS and _watched(row) else ""


def _watched(row: CaseloadRow) -> bool:
    return row.participant.phase not in (Phase.CLOSED, Phase.NOT_STARTED, Phase.ON_HOLD, Phase.REFERRED)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _step_icon(step: Step | None) -> str:
    if step is None or step.is_task:
        return "list-checks"
    return {"call": "phone", "employer_visit": "footprints", "follow_up": "handshake"}.get(
        step.kind, "calendar-days"
    )


def _step(step: Step, now: datetime) -> Row:
    if step.done_at is not None:
        words = translate("Caseload", "Gjort %1").replace("%1", dates.day_within(step.done_at, now))
        return Row(step.id, "circle-check", step.title, words, tone="okText", tickable=True, done=True)
    icon = "circle" if step.is_task else _step_icon(step)
    return Row(step.id, icon, step.title, _when(step, now), tone="muted", tickable=True)


def _entry(entry: TimelineEntry, now: datetime) -> Entry:
    chips = [(_kind(entry), "plain")]
    if entry.misfiled_at is not None:
        return _misfiled(entry, entry.misfiled_at, now)
    if entry.came_at is not None:
        words = translate("Caseload", "Flyttet hertil %1").replace("%1", _day_of_month(entry.came_at, now))
        chips.append((words, "info"))
    if entry.corrected_at is not None:
        words = translate("Caseload", "Rettet %1").replace("%1", _day_of_month(entry.corrected_at, now))
        chips.append((words, "warn"))
    if entry.late:
        chips.append((translate("Caseload", "Skrevet %n dag(e) efter", "", entry.late), "warn"))
    if entry.moved_on is not None:
        words = translate("Caseload", "I fagsystemet %1").replace("%1", dates.short_date(entry.moved_on, now))
        chips.append((words, "accent"))
    if entry.clock_doubt:
        chips.append((translate("Caseload", "Uret var stillet tilbage"), "warn"))
    if entry.local_only:
        chips.append((translate("Caseload", "Kun på denne computer"), "info"))
    return Entry(
        (entry.kind, entry.id), _icon(entry), _title(entry), dates.happened(entry.at, entry.minutes, now),
        entry.text, tuple(chips), more="\n\n".join(_versions(entry, now)),
    )  # fmt: skip


def _misfiled(entry: TimelineEntry, at: datetime, now: datetime) -> Entry:
    """The empty place of a note that was another's."""
    return Entry(
        (entry.kind, entry.id), "notebook-pen", translate("Caseload", "Fejljournaliseret notat"),
        dates.happened(entry.at, entry.minutes, now),
        translate("Caseload", "Notatet hørte til en anden sag. Det er flyttet dertil, og teksten er taget ud her."),
        ((translate("Caseload", "Flyttet %1").replace("%1", _day_of_month(at, now)), "warn"),),
    )  # fmt: skip


def _versions(entry: TimelineEntry, now: datetime) -> Iterator[str]:
    """What each correction changed, and then the version before it as it was written; the newest first."""
    after = (entry.title, entry.text)
    for note in entry.earlier:
        head = translate("Caseload", "Før rettelsen, skrevet %1").replace(
            "%1", dates.moment_within(note.written_at, now)
        )
        told = [
            _changed(one)
            for old, new in zip((note.title, note.text), after, strict=True)
            for one in changes(old, new)
        ]
        yield "\n".join([*told, f"{head}: {note.title}", note.text])
        after = (note.title, note.text)


def _changed(one: Change) -> str:
    if not one.after:
        return translate("Caseload", "Fjernet: »%1«").replace("%1", one.before)
    if not one.before:
        return translate("Caseload", "Tilføjet: »%1«").replace("%1", one.after)
    words = translate("Caseload", "Ændret: »%1« blev til »%2«")
    return words.replace("%1", one.before).replace("%2", one.after)


def _day_of_month(when: datetime | date, now: datetime) -> str:
    """`i dag`, `24. nov.`, `3. aug. 2025`: without the weekday."""
    day = dates.local(when, now).date() if isinstance(when, datetime) else when
    today = dates.local(now, now).date()
    return dates.day_within(day, now) if abs((day - today).days) <= 1 else dates.short_date(day, now)


def _kind(entry: TimelineEntry) -> str:
    match entry.kind:
        case EntryKind.EMPLOYER_CONTACT:
            return translate("Caseload", "Arbejdsgiverkontakt")
        case EntryKind.APPOINTMENT:
            return translate("Caseload", "Aftale")
        case EntryKind.TASK:
            return translate("Caseload", "Opgave")
        case EntryKind.NOTE:
            return {
                "meeting": translate("Caseload", "Samtale"),
                "employer": translate("Caseload", "Arbejdsgiver"),
                "job_search": translate("Caseload", "Jobsøgning"),
                "follow_up": translate("Caseload", "Opfølgning"),
            }[entry.detail]


def _icon(entry: TimelineEntry) -> str:
    match entry.kind:
        case EntryKind.EMPLOYER_CONTACT:
            return "phone" if entry.detail == "phone" else "building-2"
        case EntryKind.APPOINTMENT:
            return "calendar-days"
        case EntryKind.TASK:
            return "list-checks"
        case EntryKind.NOTE:
            return NOTE_ICONS[entry.detail]


def _title(entry: TimelineEntry) -> str:
    if entry.kind is EntryKind.EMPLOYER_CONTACT:
        where = entry.employer or translate("Caseload", "arbejdsgiver")
        return (
            translate("Caseload", "%1 · %2").replace("%1", where).replace("%2", entry.title)
            if entry.title
            else where
        )
    return entry.title
