"""How far the consultants are trained in IPS, as the national survey asks (DOMAIN 6.7): each says it, nobody is guessed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from app.domain.log_rows import Logs, Period, TrainingRow
from app.domain.time_log import Trained
from app.reports.fact import NOTHING, Fact
from app.reports.facts_staff import active

_YEAR: Final = timedelta(days=365)


def standing(rows: Iterable[TrainingRow], on: date) -> dict[str, TrainingRow]:
    """What each consultant last said that holds on a day."""
    ordered = sorted(rows, key=lambda row: (row.since, row.id.int))
    return {row.by: row for row in ordered if row.since <= on}


def at_work(logs: Logs, on: date) -> frozenset[str]:
    """Consultants with work in the log of the twelve months up to a day, or with an active course on it."""
    year = Period(on - _YEAR, on)
    logged = (
        (row.by, row.on) for log in (logs.visits, logs.times, logs.supports, logs.meetings) for row in log
    )
    seen = {by for by, day in logged if day in year}
    seen |= {course.consultant for course in logs.courses if active(course, on)}
    return frozenset(worker.id for worker in logs.workers if worker.id in seen)


def trained(logs: Logs, period: Period) -> Fact:
    return _counted(logs, period, Trained.TRAINED)


def in_training(logs: Logs, period: Period) -> Fact:
    return _counted(logs, period, Trained.IN_TRAINING)


def untrained(logs: Logs, period: Period) -> Fact:
    return _counted(logs, period, Trained.UNTRAINED)


def unsaid(logs: Logs, period: Period) -> Fact:
    """Consultants at work who have not said how far they are."""
    here, said = at_work(logs, period.last), standing(logs.trainings, period.last)
    found = len(here - said.keys())
    return Fact(Fraction(found), len(here), counted=found, of=len(here))


def _counted(logs: Logs, period: Period, status: Trained) -> Fact:
    """On the period's last day. Where nobody has said anything there is no figure: silence is not "untrained"."""
    here, said = at_work(logs, period.last), standing(logs.trainings, period.last)
    known = [said[who] for who in sorted(here & said.keys())]
    rows = [("training", row.id, 1) for row in known if row.status == status]
    if not known:
        return NOTHING if not here else Fact(None, 0, len(here))
    return Fact(Fraction(len(rows)), len(known), len(here) - len(known), len(rows), len(here), rows)
