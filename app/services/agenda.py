"""The calendar by days: appointments, Danish holidays, what overlaps; appointments that return; a file without names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import holidays
from app.domain.calendar import Appointment, AppointmentRow
from app.domain.records import APPOINTMENT, Value
from app.guard import CATEGORIES, ClearedText, clear
from app.services.calendar import APPOINTMENTS, row_of
from app.services.door import Invalid, Saved
from app.store import calendar, caseload, employers, people, records

if TYPE_CHECKING:
    from app.vault.vault import Vault

MOST_TIMES: Final = 52
_KEPT: Final = frozenset(CATEGORIES)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the user's own calendar. `holiday`: its Danish name, empty on a working day."""

    on: date
    holiday: str
    rows: tuple[AppointmentRow, ...]

    def overlapping(self, row: AppointmentRow) -> AppointmentRow | None:
        """Another appointment of the day that takes some of the same time."""
        mine = _span(row.appointment)
        others = (one for one in self.rows if one.appointment.id != row.appointment.id)
        return next((o for o in others if _meet(mine, _span(o.appointment))), None)


def days(vault: Vault, first: date, last: date, *, now: datetime) -> tuple[Day, ...]:
    """Every day from `first` to `last`, both included, with the user's own appointments in their order."""
    start, end = _start(first, now), _start(last + _DAY, now)
    with vault.read() as tx:
        found = calendar.appointments_between(tx, start, end, owners=people.me(tx).signs)
        names, places = caseload.names(tx), employers.names(tx)
    by_day: dict[date, list[AppointmentRow]] = {}
    for one in found:
        day = _local(one.starts_at, now).date()
        by_day.setdefault(day, []).append(row_of(one, names, places))
    span = [first + n * _DAY for n in range((last - first).days + 1)]
    return tuple(Day(on, holiday(on), tuple(by_day.get(on, ()))) for on in span)


def holiday(on: date) -> str:
    """The Danish name of a public holiday, or "". (Store bededag is one to and with 2023.)"""
    return holidays.of_year(on.year).get(on, "")


def week_of(on: date) -> tuple[date, date]:
    """Monday and Sunday of the ISO week."""
    monday = on - on.weekday() * _DAY
    return monday, monday + 6 * _DAY


def month_of(on: date) -> tuple[date, date]:
    """The first Monday and the last Sunday that a page of this month shows."""
    first = on.replace(day=1)
    after = (first + 31 * _DAY).replace(day=1)
    return week_of(first)[0], week_of(after - _DAY)[1]


def repeat(vault: Vault, id: UUID, *, every_weeks: int, until: date, now: datetime) -> Saved | Invalid:
    """Make an appointment return until a day, at the same time of day whatever the clocks do; holidays are skipped."""
    if not 1 <= every_weeks <= MOST_TIMES:
        return Invalid("every_weeks", "range")
    with vault.begin() as tx:
        found = calendar.get_appointment(tx, id)
        if found is None:
            return Invalid("id", "unknown")
        if until <= _local(found.starts_at, now).date():
            return Invalid("until", "range")
        series = found.series or found.id
        case = _case(found)
        records.change(tx, APPOINTMENT, id, {"series": series}, case=case, now=now, sign=vault.sign)
        for starts_at in _times(found, every_weeks, until, now):
            values = _copied(found, starts_at, series)
            if values is None:
                return Invalid("title", "shape")
            records.write(tx, APPOINTMENT, records.new_id(), values, case=case, now=now, sign=vault.sign)
    return Saved(id, APPOINTMENTS)


def cancel_following(vault: Vault, id: UUID, *, now: datetime) -> Saved | Invalid:
    """Call this one off and all of its rhythm that come after it."""
    with vault.begin() as tx:
        found = calendar.get_appointment(tx, id)
        if found is None:
            return Invalid("id", "unknown")
        rest = calendar.of_series(tx, found.series, after=found.starts_at) if found.series else ()
        for one in (found, *rest):
            values: dict[str, Value] = {"cancelled_at": now}
            records.change(tx, APPOINTMENT, one.id, values, case=_case(one), now=now, sign=vault.sign)
    return Saved(id, APPOINTMENTS)


def take_up_again(vault: Vault, id: UUID, *, cancelled_at: datetime, now: datetime) -> Saved | Invalid:
    """The inverse of `cancel_following`: what was called off at that moment, in this rhythm."""
    with vault.begin() as tx:
        found = calendar.get_appointment(tx, id)
        if found is None:
            return Invalid("id", "unknown")
        rest = calendar.cancelled_of_series(tx, found.series, at=cancelled_at) if found.series else ()
        for one in {found.id: found, **{other.id: other for other in rest}}.values():
            values: dict[str, Value] = {"cancelled_at": None}
            records.change(tx, APPOINTMENT, one.id, values, case=_case(one), now=now, sign=vault.sign)
    return Saved(id, APPOINTMENTS)


def to_ics(found: Sequence[Day], *, words: Mapping[str, str], now: datetime) -> bytes:
    """An iCalendar file (RFC 5545) that names nobody and no place: time and length, and `words` for each kind."""
    from icalendar import Calendar, Event

    whole = Calendar()
    whole.add("prodid", "-//Feltjournal//DA")
    whole.add("version", "2.0")
    for row in (row for day in found for row in day.rows):
        one, event = row.appointment, Event()
        event.add("uid", f"{one.id}@feltjournal")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", one.starts_at)
        event.add("dtend", one.starts_at + timedelta(minutes=one.minutes or 30))
        event.add("summary", words[one.kind.value])
        event.add("class", "PRIVATE")
        whole.add_component(event)
    return bytes(whole.to_ical())


def _times(found: Appointment, every_weeks: int, until: date, now: datetime) -> list[datetime]:
    at = _local(found.starts_at, now)
    times = []
    for n in range(1, MOST_TIMES + 1):
        on = at.date() + n * every_weeks * 7 * _DAY
        if on > until:
            break
        if not holiday(on):
            times.append(_moment(on, time(at.hour, at.minute), now))
    return times


def _local(when: datetime, now: datetime) -> datetime:
    """In the zone of `now`; a fixed offset stands for the computer's own zone, summer and winter."""
    return when.astimezone(None if isinstance(now.tzinfo, timezone) else now.tzinfo)


def _moment(on: date, at: time, now: datetime) -> datetime:
    """The inverse: a time of day stays what the clock on the wall says."""
    naive = datetime.combine(on, at)
    if not isinstance(now.tzinfo, timezone):
        return naive.replace(tzinfo=now.tzinfo)
    return datetime.fromtimestamp(naive.timestamp(), UTC).astimezone()  # as in `ui.text.dates`


def _copied(found: Appointment, starts_at: datetime, series: UUID) -> dict[str, Value] | None:
    """The texts were the guard's once; they pass it once more."""
    title, place = (clear(text, kept=_KEPT) for text in (found.title, found.place))
    if not isinstance(title, ClearedText) or not isinstance(place, ClearedText):
        return None
    return {
        "participant": found.participant, "employer": found.employer, "kind": found.kind.value, "title": title,
        "starts_at": starts_at, "minutes": found.minutes, "place": place, "owner": found.owner, "series": series,
    }  # fmt: skip


def _case(one: Appointment) -> records.Case:
    return records.Case(cand=one.participant) if one.participant else records.Case(own=True)


def _span(one: Appointment) -> tuple[datetime, datetime]:
    return one.starts_at, one.starts_at + timedelta(minutes=one.minutes or 0)


def _meet(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _start(on: date, now: datetime) -> datetime:
    return _moment(on, time(), now)
