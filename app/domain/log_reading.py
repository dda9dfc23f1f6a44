"""From records to rows to count, wherever the records lie: a consultant's vault, or the jobcenter's server.

No name and no text is asked for, so a source need not hold any. Of the CPR nothing is kept but whether somebody is 30.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, Final, Protocol, TypeVar
from uuid import UUID

from app.domain import employment_form
from app.domain.code_list import CodeLists
from app.domain.employer import ContactMode
from app.domain.job import worst
from app.domain.log_courses import course_parts
from app.domain.log_rows import (
    ALL_HERE,
    ConsentRow,
    JobRow,
    Logs,
    MeetingRow,
    OverrideRow,
    Span,
    StudyRow,
    SupportRow,
    TimeRow,
    TrainingRow,
    Visit,
    Worker,
)
from app.domain.log_source import Source

_IN_PERSON: Final = ContactMode.IN_PERSON.value
_CONSULTANT: Final = "consultant"
_WHOLE: Final = 100
_MINUTES: Final = 60


T = TypeVar("T")


class Keep(Protocol):
    """Whoever keeps what was read: made anew only where a record of one of `kinds` has changed since."""

    def __call__(self, what: str, kinds: frozenset[str], make: Callable[[], T]) -> T: ...


class _Anew:
    def __call__(self, what: str, kinds: frozenset[str], make: Callable[[], T]) -> T:
        del what, kinds
        return make()


Derive = Callable[[tuple[Visit, ...]], Iterator[TimeRow]]
_VISITS: Final = frozenset({"employer_contact", "contact_for"})
_LISTS: Final = frozenset({"code_list"})
_TIMES: Final = _VISITS | {"time_entry", "note"}
_ABOUT: Final = frozenset(
    {
        "ips_course", "referral", "attachment", "star_marker", "job_search_plan", "disclosure_talk", "career_profile",
        "phase_change", "period",
    }
)  # fmt: skip


def read(
    source: Source,
    *,
    zone: tzinfo | None,
    free_days: frozenset[date],
    roles: Mapping[str, str],
    me: str,
    derive: Derive,
    lists: Callable[[], CodeLists],
    synced: Mapping[str, date],
    today: date,
    keep: Keep | None = None,
) -> Logs:
    """All rows, days in `zone`. `roles`: person → role. `me`: whose the rows without an author are. `synced`: person → the
    day of the last synchronisation, of those of whom it is known.

    `derive`: what stands for the time log where nobody keeps one. `lists`: the dated lists. `keep`: parts that are as they were come back as the
    very same objects, so that what was counted of them still holds.
    """
    kept = keep or _Anew()
    visits = kept("visits", _VISITS, lambda: tuple(_visits(source, zone, me)))
    about = kept("about", _ABOUT, lambda: course_parts(source))
    courses = about.courses(source.faces(), me)
    times = kept("times", _TIMES, lambda: tuple(source.times(me)) or tuple(derive(visits)))
    authors = kept("authors", _TIMES, lambda: frozenset({v.by for v in visits} | {t.by for t in times}))
    known = kept("lists", _LISTS, lists)
    seen = authors | {c.consultant for c in courses}

    def part(kind: str, make: Callable[[], Iterator[T]]) -> tuple[T, ...]:
        return kept(kind, frozenset({kind}), lambda: tuple(make()))

    return Logs(
        workers=tuple(
            _up_to(worker, synced.get(worker.id, ALL_HERE), today, free_days)
            for worker in _workers(source, set(seen) - {""} or {me}, roles)
        ), courses=courses, visits=visits, times=times,
        jobs=kept("job", _LISTS | {"job"}, lambda: tuple(_jobs(source, known))), studies=part("education", lambda: _studies(source)),
        supports=part("support_contact", lambda: _supports(source, zone, me)),
        meetings=part("meeting", lambda: _meetings(source, zone, me)),
        consents=part("consent", lambda: _consents(source)),
        overrides=part("guard_tally", lambda: _overrides(source, me)),
        trainings=part("ips_training", lambda: _trainings(source, me)), free_days=free_days,
        lists=known,
    )  # fmt: skip


def _day(at: datetime, zone: tzinfo | None) -> date:
    return at.astimezone(zone).date() if zone is not None else at.date()


def times_of_visits(visits: tuple[Visit, ...]) -> Iterator[TimeRow]:
    """What contacts with employers say of minutes and place. What for is not said."""
    for visit in visits:
        if visit.minutes:
            place = "employer" if visit.in_person else "phone_online"
            yield TimeRow(visit.id, visit.on, visit.by, visit.minutes, None, place, "visit")


def _up_to(worker: Worker, synced: date, today: date, free_days: frozenset[date]) -> Worker:
    """A day that is not over is wanting from nobody."""
    wanting = worker.worked_between(synced, today - timedelta(days=1), free_days)
    return replace(worker, synced=synced) if wanting else worker


def _workers(source: Source, seen: set[str], roles: Mapping[str, str]) -> Iterator[Worker]:
    """Those who work as consultants, of whom there are rows."""
    posts: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for row in source.rows("working_time", "person", "from_day", "percent"):
        if row.from_day is not None and row.percent is not None:
            posts[row.person].append((row.from_day, row.percent))
    away: dict[str, list[Span]] = defaultdict(list)
    for row in source.rows("absence", "person", "first_day", "last_day", "percent", "removed"):
        if row.first_day and not row.removed and (row.percent or _WHOLE) >= _WHOLE:
            away[row.person].append(Span(row.first_day, row.last_day or row.first_day))
    for id in sorted(seen):
        if roles.get(id, _CONSULTANT) in (_CONSULTANT, ""):
            known = sorted(posts[id])
            yield Worker(id, known[-1][1] if known else _WHOLE, None, None, tuple(away[id]))


def _meetings(source: Source, zone: tzinfo | None, me: str) -> Iterator[MeetingRow]:
    for row in source.rows("meeting", "id", "at", "kind", "team", "author"):
        if row.at is not None:
            yield MeetingRow(row.id, _day(row.at, zone), row.author or me, row.kind, str(row.team or ""))


def _consents(source: Source) -> Iterator[ConsentRow]:
    """Those whose end is known; one that nobody gave an end has none that is near."""
    for row in source.rows("consent", "id", "participant", "given_on", "expires_on", "withdrawn_on"):
        if row.given_on is not None and row.expires_on is not None:
            yield ConsentRow(row.id, row.participant, row.given_on, row.expires_on, row.withdrawn_on)


def _overrides(source: Source, me: str) -> Iterator[OverrideRow]:
    for row in source.rows("guard_tally", "id", "on_day", "author", "rule", "times"):
        if row.on_day is not None and row.times:
            yield OverrideRow(row.id, row.on_day, row.author or me, row.rule, row.times)


def _trainings(source: Source, me: str) -> Iterator[TrainingRow]:
    for row in source.rows("ips_training", "id", "person", "from_day", "status"):
        if row.from_day is not None and row.status:
            yield TrainingRow(row.id, row.from_day, row.person or me, row.status)


def _visits(source: Source, zone: tzinfo | None, me: str) -> Iterator[Visit]:
    whose: dict[UUID, list[UUID]] = defaultdict(list)
    wished: dict[UUID, list[str]] = defaultdict(list)
    for link in source.rows("contact_for", "contact", "participant", "matches"):
        whose[link.contact].append(link.participant)
        if link.matches:
            wished[link.contact].append(link.matches)
    columns = ("id", "at", "author", "employer", "mode", "purpose", "minutes", "competitive", "reviewed_at")
    for row in source.rows("employer_contact", *columns):
        yield Visit(
            id=row.id, on=_day(row.at, zone), by=row.author or me, employer=row.employer,
            in_person=row.mode == _IN_PERSON, purpose=row.purpose, whose=frozenset(whose[row.id]),
            minutes=row.minutes or 0, competitive=None if row.competitive is None else bool(row.competitive),
            wished=worst(wished[row.id]) or None, reviewed=_day(row.reviewed_at, zone) if row.reviewed_at else None,
        )  # fmt: skip


def times(rows: Callable[..., Iterator[Any]], me: str) -> Iterator[TimeRow]:
    """The time log entry by entry. `rows`: as a source has them."""
    columns = ("id", "on_day", "author", "minutes", "vocational", "place", "removed")
    for row in rows("time_entry", *columns):
        if row.on_day is not None and row.minutes and not row.removed:
            vocational = None if row.vocational is None else bool(row.vocational)
            yield TimeRow(row.id, row.on_day, row.author or me, row.minutes, vocational, row.place or None)


def _jobs(source: Source, lists: CodeLists) -> Iterator[JobRow]:
    """Each counts as its form did on the day it began."""
    columns = (
        "id", "participant", "start_on", "ended_on", "form", "permanent", "four_hours_on", "disco08", "workplace",
        "employer", "weekly_minutes", "learned_on", "guidance_on", "reasons",
    )  # fmt: skip
    for row in source.rows("job", *columns):
        if row.start_on is None:
            continue
        form = employment_form.of(lists, row.form, row.start_on)
        yield JobRow(
            id=row.id, participant=row.participant, began=row.start_on, ended=row.ended_on,
            strict=bool(form and form.strict and row.permanent), danish=bool(form and form.trial),
            star=bool(form and form.hours), counts=True if row.four_hours_on else None, job_type=row.disco08,
            workplace=str(row.workplace or row.employer or ""), form=row.form,
            weekly_hours=None if row.weekly_minutes is None else row.weekly_minutes / _MINUTES,
            lost_known=row.learned_on or row.ended_on, guidance_on=row.guidance_on, end_reason=row.reasons,
        )  # fmt: skip


def _studies(source: Source) -> Iterator[StudyRow]:
    for row in source.rows("education", "id", "participant", "start_on", "ended_on", "ordinary"):
        if row.start_on is not None:
            yield StudyRow(row.id, row.participant, row.start_on, row.ended_on, row.ordinary != 0)


def _supports(source: Source, zone: tzinfo | None, me: str) -> Iterator[SupportRow]:
    columns = (
        "id", "participant", "job", "at", "mode", "with_whom", "purpose", "declined", "outreach", "author",
    )  # fmt: skip
    for row in source.rows("support_contact", *columns):
        if row.at is not None:
            yield SupportRow(
                id=row.id, on=_day(row.at, zone), by=row.author or me, participant=row.participant,
                with_whom=row.with_whom, in_person=row.mode == _IN_PERSON, purpose=row.purpose, job=row.job,
                declined=bool(row.declined), outreach=bool(row.outreach),
            )  # fmt: skip
