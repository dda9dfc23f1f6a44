"""The time log: what the day's own records say is offered, and one act takes it over; absence and positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain.calendar import AppointmentKind
from app.domain.changes import Topic
from app.domain.employer import ContactMode
from app.domain.journal import COMMUNITY, NoteKind, Place
from app.domain.records import ABSENCE, IPS_TRAINING, MEETING, TIME_ENTRY, WORKING_TIME, RecordType, Value
from app.domain.time_log import (
    Absence,
    Activity,
    Meeting,
    MeetingKind,
    Proposal,
    TimeEntry,
    TimeSource,
    is_vocational,
)
from app.services.door import Held, Invalid, Saved, Typed, typed
from app.store import calendar, caseload, employers, journal, people, records, time_log, work

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.TIME, Topic.OUTBOX})
_EVERYBODY: Final = records.Case()
_OF_NOTES: Final = {
    NoteKind.MEETING: Activity.PARTICIPANT_MEETING,
    NoteKind.EMPLOYER: Activity.EMPLOYER_CONTACT,
    NoteKind.JOB_SEARCH: Activity.JOB_SEARCH,
    NoteKind.FOLLOW_UP: Activity.JOB_SUPPORT,
}
_OF_APPOINTMENTS: Final = {
    AppointmentKind.MEETING: Activity.PARTICIPANT_MEETING,
    AppointmentKind.CALL: Activity.PARTICIPANT_MEETING,
    AppointmentKind.EMPLOYER_VISIT: Activity.EMPLOYER_CONTACT,
    AppointmentKind.FOLLOW_UP: Activity.JOB_SUPPORT,
    AppointmentKind.TEAM: Activity.TEAM_INTEGRATION,
}
_OF_MEETINGS: Final[dict[str, Activity]] = {
    MeetingKind.TREATMENT_TEAM: Activity.TEAM_INTEGRATION,
    MeetingKind.IPS_TEAM: Activity.SUPERVISION,
    MeetingKind.SUPERVISION: Activity.SUPERVISION,
    MeetingKind.FIELD_MENTORING: Activity.SUPERVISION,
    MeetingKind.AUTHORITY: Activity.AUTHORITY,
}


@dataclass(frozen=True, slots=True)
class Sums:
    """Minutes logged. `vocational` and `community` are shares in per cent; None where nothing is logged."""

    minutes: int
    vocational: int | None
    community: int | None


@dataclass(frozen=True, slots=True)
class TakenOver(Saved):
    """`entries`: those that were made of what was offered; without any that had been taken over before."""

    entries: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class TimePage:
    """Some days of the user's own time. `proposals`: not taken over yet. `away`: absences that touch the days."""

    entries: tuple[TimeEntry, ...]
    proposals: tuple[Proposal, ...]
    away: tuple[Absence, ...]
    sums: Sums


def days(vault: Vault, first: date, last: date, *, now: datetime) -> TimePage:
    """The user's own log from `first` to `last`, both included."""
    with vault.read() as tx:
        me = people.me(tx)
        entries = time_log.entries(tx, first, last, authors=me.signs)
        offered = _proposals(tx, first, last, me.signs, now)
        away = tuple(
            a
            for person in sorted(me.signs)
            for a in time_log.absences(tx, person=person)
            if a.first_day <= last and a.last_day >= first
        )
    return TimePage(entries, offered, away, sums(entries))


def sums(entries: tuple[TimeEntry, ...]) -> Sums:
    whole = sum(one.minutes for one in entries)
    if not whole:
        return Sums(0, None, None)
    vocational = sum(one.minutes for one in entries if one.vocational)
    out = sum(one.minutes for one in entries if one.place in COMMUNITY)
    return Sums(whole, round(100 * vocational / whole), round(100 * out / whole))


def add(vault: Vault, *, fields: Mapping[str, Typed], now: datetime) -> Saved | Held | Invalid:
    """Time of one's own: `on_day`, `minutes` and `kind` are musts; vocational follows the kind unless it is said."""
    whole: dict[str, Typed] = {"source": TimeSource.OWN.value, **fields}
    whole.setdefault("vocational", int(is_vocational(str(whole.get("kind")))))
    if problem := _wrong_time(whole, now):
        return problem
    return _write(vault, TIME_ENTRY, None, whole, now=now, me="author")


def accept(vault: Vault, proposals: tuple[Proposal, ...], *, now: datetime) -> TakenOver | Invalid:
    """Take over what was offered, all in one act; what has been taken over meanwhile is passed by."""
    if not proposals:
        return Invalid("proposals", "missing")
    with vault.begin() as tx:
        mine = people.me(tx).person
        first, last = min(p.on_day for p in proposals), max(p.on_day for p in proposals)
        taken = time_log.logged_sources(tx, first, last)
        made: list[UUID] = []
        for one in proposals:
            if one.source_id in taken:
                continue
            id = records.new_id()
            made.append(id)
            values: dict[str, Value] = {
                "on_day": one.on_day, "started_at": one.started_at, "minutes": one.minutes, "kind": one.kind.value,
                "place": one.place, "vocational": int(is_vocational(one.kind)), "source": one.source.value,
                "source_id": one.source_id, "author": mine,
            }  # fmt: skip
            records.write(tx, TIME_ENTRY, id, values, case=_EVERYBODY, now=now, sign=vault.sign)
    return TakenOver(proposals[0].source_id, CHANGES, tuple(made))


def give_back(vault: Vault, entries: tuple[UUID, ...], *, now: datetime) -> Saved | Invalid:
    """The inverse of `accept`: out of the log again, and what they were made of is offered as before."""
    with vault.begin() as tx:
        mine = people.me(tx).signs
        rows = {id: records.current(tx, TIME_ENTRY, id) for id in entries}
        if not rows or any(row is None or row["author"] not in mine for row in rows.values()):
            return Invalid("id", "unknown")
        for id in rows:
            values: dict[str, Value] = {"removed": 1, "source_id": None}
            records.change(tx, TIME_ENTRY, id, values, case=_EVERYBODY, now=now, sign=vault.sign)
    return Saved(entries[0], CHANGES)


def change(vault: Vault, id: UUID, *, fields: Mapping[str, Typed], now: datetime) -> Saved | Held | Invalid:
    if problem := _wrong_time({"on_day": now.date(), "minutes": 1, "kind": "-", **fields}, now):
        return problem
    return _write(vault, TIME_ENTRY, id, fields, now=now, me="author")


def remove(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    """Out of the log; what it was prefilled from is not offered again."""
    return _write(vault, TIME_ENTRY, id, {"removed": 1}, now=now, me="author")


def bring_back(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    return _write(vault, TIME_ENTRY, id, {"removed": 0}, now=now, me="author")


def be_away(vault: Vault, *, fields: Mapping[str, Typed], now: datetime) -> Saved | Held | Invalid:
    """Days away: `first_day`, `last_day` and `kind` are musts; whole days unless `percent` says otherwise."""
    whole: dict[str, Typed] = {"percent": 100, **fields}
    missing = next((n for n in ("first_day", "last_day", "kind") if not whole.get(n)), None)
    if missing:
        return Invalid(missing, "missing")
    first, last = whole["first_day"], whole["last_day"]
    if isinstance(first, date) and isinstance(last, date) and last < first:
        return Invalid("last_day", "range")
    return _write(vault, ABSENCE, None, whole, now=now, me="person")


def cancel_absence(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    return _write(vault, ABSENCE, id, {"removed": 1}, now=now, me="person")


def be_away_after_all(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    return _write(vault, ABSENCE, id, {"removed": 0}, now=now, me="person")


def set_working_time(vault: Vault, *, percent: int, from_day: date, now: datetime) -> Saved | Held | Invalid:
    """From a day on one's own position is so many per cent of full time."""
    fields: dict[str, Typed] = {"percent": percent, "from_day": from_day}
    return _write(vault, WORKING_TIME, None, fields, now=now, me="person")


def training(vault: Vault, *, now: datetime) -> str:
    """One's own training as it stands today, one of `Trained`; "" where nothing has been said."""
    with vault.read() as tx:
        return time_log.training(tx, people.me(tx).signs, now.date())


def set_training(vault: Vault, *, status: str, from_day: date, now: datetime) -> Saved | Held | Invalid:
    """From a day on one is trained in IPS, in training, or neither: `status` is one of `Trained`."""
    if not status:
        return Invalid("status", "missing")
    fields: dict[str, Typed] = {"status": status, "from_day": from_day}
    return _write(vault, IPS_TRAINING, None, fields, now=now, me="person")


def log_meeting(vault: Vault, *, fields: Mapping[str, Typed], now: datetime) -> Saved | Held | Invalid:
    """A meeting that names nobody: `at` and `kind` are musts."""
    missing = next((n for n in ("at", "kind") if not fields.get(n)), None)
    if missing:
        return Invalid(missing, "missing")
    return _write(vault, MEETING, None, fields, now=now, me="author")


def _wrong_time(fields: Mapping[str, Typed], now: datetime) -> Invalid | None:
    missing = next((n for n in ("on_day", "minutes", "kind") if not fields.get(n)), None)
    if missing:
        return Invalid(missing, "missing")
    day = fields["on_day"]
    return Invalid("on_day", "future") if isinstance(day, date) and day > now.date() else None


def _write(
    vault: Vault, kind: RecordType, id: UUID | None, fields: Mapping[str, Typed], *, now: datetime, me: str
) -> Saved | Held | Invalid:
    """`me`: the field that says whose it is; another person's record is not changed from here."""
    values = typed(kind, fields)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        mine = people.me(tx)
        if id is None:
            id = records.new_id()
            records.write(
                tx, kind, id, {**values, me: mine.person}, case=_EVERYBODY, now=now, sign=vault.sign
            )
            return Saved(id, CHANGES)
        row = records.current(tx, kind, id)
        if row is None or row[me] not in mine.signs:
            return Invalid("id", "unknown")
        changed = records.change(tx, kind, id, values, case=_EVERYBODY, now=now, sign=vault.sign)
    return Saved(id, CHANGES if changed else frozenset())


def _proposals(tx: Tx, first: date, last: date, mine: frozenset[str], now: datetime) -> tuple[Proposal, ...]:
    start = datetime.combine(first, time(), tzinfo=now.tzinfo)
    end = min(datetime.combine(last + timedelta(days=1), time(), tzinfo=now.tzinfo), now)
    taken = time_log.logged_sources(tx, first, last)
    found = [*_from_records(tx, start, end, mine), *_from_meetings(tx, start, end, mine)]
    found += _from_appointments(tx, start, end, mine, found)
    return tuple(sorted((p for p in found if p.source_id not in taken), key=lambda p: p.started_at))


def _from_records(tx: Tx, start: datetime, end: datetime, mine: frozenset[str]) -> list[Proposal]:
    names, zone = caseload.names(tx), start.tzinfo
    found = [
        Proposal(
            TimeSource.NOTE, n.id, n.happened_at.astimezone(zone).date(), n.happened_at, n.minutes,
            _OF_NOTES[n.kind], n.place.value if n.place else "", names.get(n.participant, ""),
        )
        for n in journal.written_between(tx, start, end, authors=mine)
        if n.minutes
    ]  # fmt: skip
    places = employers.names(tx)
    for c in employers.contacts_between(tx, start, end, authors=mine):
        place = Place.EMPLOYER if c.mode is ContactMode.IN_PERSON else Place.PHONE_ONLINE
        if c.minutes:
            found.append(
                Proposal(
                    TimeSource.EMPLOYER_CONTACT, c.id, c.at.astimezone(zone).date(), c.at, c.minutes,
                    Activity.EMPLOYER_CONTACT, place.value, places.get(c.employer, ""),
                )
            )  # fmt: skip
    return found + [
        Proposal(
            TimeSource.SUPPORT_CONTACT, s.id, s.at.astimezone(zone).date(), s.at, s.minutes or 0,
            Activity.JOB_SUPPORT, s.place, names.get(s.participant, ""),
        )
        for s in work.support_between(tx, start, end, authors=mine)
        if s.minutes
    ]  # fmt: skip


def _from_meetings(tx: Tx, start: datetime, end: datetime, mine: frozenset[str]) -> list[Proposal]:
    return [_of_meeting(m, start) for m in time_log.meetings(tx, start, end, authors=mine) if m.minutes]


def _of_meeting(meeting: Meeting, start: datetime) -> Proposal:
    place = Place.CLINIC if meeting.kind == MeetingKind.TREATMENT_TEAM else Place.MUNICIPAL_OFFICE
    kind = _OF_MEETINGS.get(meeting.kind, Activity.SUPERVISION)
    day = meeting.at.astimezone(start.tzinfo).date()
    return Proposal(
        TimeSource.MEETING, meeting.id, day, meeting.at, meeting.minutes or 0, kind, place.value, ""
    )


def _from_appointments(
    tx: Tx, start: datetime, end: datetime, mine: frozenset[str], known: list[Proposal]
) -> list[Proposal]:
    """Appointments that were held and that nothing was written about at that time."""
    found = []
    for a in calendar.appointments_between(tx, start, end, owners=mine):
        until = a.starts_at + timedelta(minutes=a.minutes or 0)
        told = any(
            p.started_at < until and a.starts_at < p.started_at + timedelta(minutes=p.minutes) for p in known
        )
        if a.held_at is not None and a.minutes and not told:
            place = Place.EMPLOYER if a.kind is AppointmentKind.EMPLOYER_VISIT else None
            found.append(
                Proposal(
                    TimeSource.APPOINTMENT, a.id, a.starts_at.astimezone(start.tzinfo).date(), a.starts_at, a.minutes,
                    _OF_APPOINTMENTS[a.kind], place.value if place else "", a.title,
                )
            )  # fmt: skip
    return found
