"""The municipality's figures from what has been synchronised, by the definitions the consultants' program uses.

Only dates, codes and ids are read: no name, no text, and of the CPR nothing but the birthday. Small numbers are hidden as in every export.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from app.domain import holidays, log_reading
from app.domain.log_rows import NEVER, Logs, Period, TimeRow
from app.domain.log_source import Face
from app.domain.records import TYPES, FieldType, from_wire
from app.reports import periods, survey
from app.reports.papers import figures_paper, files
from app.reports.papers.words import day, word
from app.reports.silence import silent
from server import db, handed, lists, people

DENMARK = ZoneInfo("Europe/Copenhagen")
FORMATS = ("csv", "html", "xlsx")
_READ = frozenset({FieldType.CODE, FieldType.INT, FieldType.DATE, FieldType.MOMENT, FieldType.ID})


@dataclass(frozen=True, slots=True)
class _Records:
    """The merged records of one feed, a column at a time."""

    tx: sa.Connection
    feed: str

    def rows(self, kind: str, *columns: str) -> Iterator[Any]:
        fields = TYPES[kind].fields
        wanted = [name for name in columns if name != "id"]
        if any(fields[name] not in _READ for name in wanted):
            raise ValueError(kind)  # a figure never needs a name or a text
        table = db.rec.c
        query = sa.select(table.id, *(table.vals[name].label(name) for name in wanted)).where(
            table.feed == self.feed, table.type == kind
        )
        for row in self.tx.execute(query):
            values = {name: from_wire(fields[name], getattr(row, name)) for name in wanted}
            codes = {n: "" if v is None and fields[n] is FieldType.CODE else v for n, v in values.items()}
            yield SimpleNamespace(id=row.id, **codes)

    def times(self, me: str) -> Iterator[TimeRow]:
        return log_reading.times(self.rows, me)

    def faces(self) -> Iterator[Face]:
        """Of the CPR the digits alone that tell the birthday."""
        table = db.rec.c
        names = ("consultant", "phase", "ips_start")
        digits = sa.func.substr(table.vals["cpr"].astext, 1, 7)
        query = sa.select(table.id, *(table.vals[name].astext for name in names), digits).where(
            table.feed == self.feed, table.type == "participant"
        )
        for row in self.tx.execute(query):
            yield str(row[0]), row[1] or "", row[2] or "", row[3] or "", row[4] or ""


def logs(tx: sa.Connection, feed: str, today: date) -> Logs:
    """All rows of the jobcenter, days in Denmark."""
    everyone = tx.execute(sa.select(db.person.c.id, db.person.c.role).where(db.person.c.feed == feed)).all()
    days = people.synced(tx, feed)
    free = holidays.of_years(range(today.year - 3, today.year + 1))
    return log_reading.read(
        _Records(tx, feed), zone=DENMARK, free_days=free, roles={row.id: row.role for row in everyone}, me="",
        derive=log_reading.times_of_visits, lists=lambda: lists.known(tx), today=today,
        synced={row.id: days.get(row.id, NEVER) for row in everyone},
    )  # fmt: skip


def answers(tx: sa.Connection, feed: str, year: int) -> dict[str, int | str]:
    """What the implementation survey's questions of a year were answered with: numbers and codes, never a sentence."""
    table = db.rec.c
    query = sa.select(table.vals).where(table.feed == feed, table.type == "survey_answer")
    found: dict[str, int | str] = {}
    known = {one.code: one for one in survey.CELLS}
    for vals in tx.execute(query).scalars():
        asked = known.get(str(vals.get("question")))
        if asked is None or vals.get("year") != year:
            continue
        number, code = vals.get("number"), str(vals.get("words") or "")
        if asked.number and number is not None:
            found[asked.code] = int(number)
        elif code in asked.choices:
            found[asked.code] = code
    return found


class ToldOtherwise(Exception):
    """Figures of `period` have left, and rows that came later would make them others."""

    def __init__(self, period: Period) -> None:
        super().__init__(period)
        self.period = period


def hand_out(
    tx: sa.Connection,
    feed: str,
    *,
    unit: str,
    back: int,
    formats: Sequence[str],
    language: str,
    now: datetime,
) -> dict[str, bytes]:
    """The figures of an ended month, quarter or year, a file a format, written down as handed out. Raises ValueError for
    a period that still runs, ToldOtherwise where it would say something else than what has left."""
    today = now.astimezone(DENMARK).date()
    period = periods.calendar_period(today, unit, back)
    if back < 1 or unit == "week":
        raise ValueError("running")
    read = logs(tx, feed, today)
    if (left := handed.told_otherwise(tx, feed, read, period)) is not None:
        raise ToldOtherwise(left)
    handed.write_down(tx, feed, read, period, now)
    name = tx.execute(sa.select(db.feed.c.name).where(db.feed.c.id == feed)).scalar_one()
    foot = word(language, "foot", org=name, when=day(language, today), who="feltjournal-server")
    given = answers(tx, feed, period.last.year)
    target = given.get("target_group_count")
    paper = figures_paper.paper(
        read, period, language=language, leaves=True, who=name, foot=foot, silent=silent(read, period.last),
        survey=survey.told(given, language), target=target if isinstance(target, int) else None,
    )  # fmt: skip
    return {format: files.render(paper, format, now=now) for format in formats}
