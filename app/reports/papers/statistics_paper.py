"""Statistics: what the plots show as tables, week by week, month by month, and how long jobs last."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from app.domain.log_rows import Logs, Period
from app.domain.participant import Phase
from app.reports.papers.paper import Block, Cell, Paper, Table, Text, told
from app.reports.papers.words import code, month, span, word
from app.reports.periods import month_end
from app.reports.series import Point, series
from app.reports.suppress import SMALL
from app.reports.survival import SurvivalStep

_WEEK = 7


def paper(logs: Logs, period: Period, *, language: str, leaves: bool, who: str, foot: str) -> Paper:
    """The twelve weeks and months up to the period's last day. `leaves`: no count of people is in it, what rests on few is
    hidden, nothing says how many the rest rest on, and a week or month that still runs is left out."""
    drawn, last = series(logs, period.last), period.last
    weeks = [p for p in drawn.contacts if not leaves or p.first + timedelta(days=_WEEK - 1) <= last]
    table = _Tables(language, last, leaves=leaves)
    blocks: list[Block] = [
        _weeks(weeks, language, leaves=leaves),
        table.months("outside", drawn.outside, percent=True),
        table.months("days_to_employer", drawn.days, percent=False),
    ]
    if leaves:
        blocks.append(Text(word(language, "people_elsewhere")))
    else:
        blocks += [
            _jobs(drawn.starts, drawn.ends, language),
            _lasting(drawn.lasting, language),
            _phases(drawn.phases, language),
        ]
    return Paper(
        title=word(language, "statistics"), lines=(who, span(language, min(p.first for p in drawn.days), last)),
        personal=word(language, "personal_none" if leaves else "personal_team"), foot=foot, blocks=tuple(blocks),
        page_word=word(language, "page"), of_word=word(language, "of"), language=language,
    )  # fmt: skip


def digest(logs: Logs, period: Period) -> str:
    """Of what leaves about people, which is the waits alone: two files of one digest give the same away."""
    waits = _Tables("en", period.last, leaves=True).months(
        "days_to_employer", series(logs, period.last).days, percent=False
    )
    return hashlib.sha256(repr(waits.rows).encode()).hexdigest()


def _comma(language: str) -> str:
    return "," if language == "da" else "."


def _weeks(points: Sequence[Point], language: str, *, leaves: bool) -> Table:
    """Meetings with employers: the work of consultants, and no number of candidates."""
    rows: list[tuple[Cell, ...]] = []
    for point in points:
        year, week, _ = point.first.isocalendar()
        name = word(language, "week_of", week=week, year=year)
        rows.append((name, point.value) if leaves else (name, point.value, point.n))
    heads = ("week", "per_consultant", "meetings")[: 2 if leaves else 3]
    return Table(
        word(language, "contacts_weekly"), tuple(word(language, head) for head in heads), tuple(rows)
    )


class _Tables:
    """Months as rows, as they may be seen."""

    def __init__(self, language: str, last: date, *, leaves: bool) -> None:
        self._language, self._last, self._leaves = language, last, leaves

    def months(self, what: str, points: Sequence[Point], *, percent: bool) -> Table:
        language, rows = self._language, list[tuple[Cell, ...]]()
        for point in points:
            if self._leaves and month_end(point.first) > self._last:
                continue
            name, value = month(language, point.first), self._value(point, percent=percent)
            rows.append((name, value) if self._leaves else (name, value, point.n))
        heads = ("month", "value", "n")[: 2 if self._leaves else 3]
        return Table(word(language, what), tuple(word(language, head) for head in heads), tuple(rows))

    def _value(self, point: Point, *, percent: bool) -> Cell:
        if point.value is None:
            return None
        if self._leaves and point.n < SMALL:
            return word(self._language, "hidden")
        if not percent:
            return point.value
        value = Fraction(round(point.value)) if self._leaves else point.value
        return f"{told(value, _comma(self._language))} %"


def _jobs(starts: Sequence[Point], ends: Sequence[Point], language: str) -> Table:
    rows = tuple(
        (month(language, begun.first), begun.value, ended.value)
        for begun, ended in zip(starts, ends, strict=True)
    )
    heads = tuple(word(language, head) for head in ("month", "begun", "ended"))
    return Table(word(language, "jobs_monthly"), heads, rows)


def _lasting(steps: Sequence[SurvivalStep], language: str) -> Table:
    """Kaplan and Meier's steps with whom each rests on and its 95 % interval."""
    rows = tuple(
        (
            word(language, "week_number", week=step.day // _WEEK), f"{round(step.left * 100)} %",
            f"{round(step.low * 100)}–{round(step.high * 100)} %", step.at_risk,
        )
        for step in steps
    )  # fmt: skip
    heads = tuple(word(language, head) for head in ("since_start", "still", "interval", "followed"))
    return Table(word(language, "weeks_in_job"), heads, rows)


def _phases(counts: dict[str, int], language: str) -> Table:
    rows = tuple((code(language, "phase", p.value), counts[p.value]) for p in Phase if counts.get(p.value))
    return Table(word(language, "phases"), (word(language, "phase"), word(language, "participants")), rows)
