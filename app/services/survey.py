"""The yearly implementation survey: what only a person knows is kept by year, the rest is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from app.domain.changes import Topic
from app.domain.course import ClinicPerson, ClinicTeam
from app.domain.log_rows import Period
from app.domain.records import SURVEY_ANSWER
from app.domain.time_log import MeetingKind, Trained
from app.reports import facts_training
from app.reports.figures import COUNTERS
from app.reports.survey import CELLS, TABLES
from app.services import logs
from app.services.door import Held, Invalid, Saved, typed
from app.store import people, person, records, review

if TYPE_CHECKING:
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.FIDELITY, Topic.OUTBOX})
MOST: Final = 100_000
_YEAR: Final = timedelta(days=365)
# Meetings in a year that come to as much.
_OFTEN: Final = ((40, "weekly"), (20, "fortnightly"), (10, "monthly"), (3, "quarterly"), (1, "rarely"))


def answers(vault: Vault, year: int) -> dict[str, int | str]:
    """What has been answered for a year."""
    with vault.read() as tx:
        found = review.answers(tx, year)
    return {code: words if number is None else number for code, (number, words, _) in found.items()}


def suggested(vault: Vault, year: int, *, now: datetime) -> dict[str, int | str]:
    """What the program knows of the consultants' training and of the contact persons in psychiatry, where nobody has
    answered it for the year. For a person to look at and keep."""
    given, counted = answers(vault, year), staff(vault, year, now=now).counted
    unanswered = {} if any(code in given for code in counted) else counted
    return {**unanswered, **_psychiatry(vault, given, now=now)}


def _psychiatry(vault: Vault, given: Mapping[str, int | str], *, now: datetime) -> dict[str, int | str]:
    """Each team with somebody to call, and how often it has been met in twelve months."""
    table = next(one for one in TABLES if one.code == "psychiatry")
    if any(table.row(given, n) for n in range(table.rows)):
        return {}
    meetings = [m for m in logs.read(vault, now=now).logs.meetings if m.kind == MeetingKind.TREATMENT_TEAM]
    with vault.read() as tx:
        teams, known = person.everything(tx, ClinicTeam), person.everything(tx, ClinicPerson)
    found: dict[str, int | str] = {}
    ours = [(one, many) for one in teams if (many := sum(who.team == one.id for who in known))]
    for n, (team, many) in enumerate(ours[: table.rows]):
        since = now.date() - _YEAR
        met = sum(m.team == str(team.id) and since < m.on <= now.date() for m in meetings)
        often = next((code for least, code in _OFTEN if met >= least), "")
        cells: dict[str, int | str] = {"unit": _unit(team), "persons": many, "frequency": often}
        found |= {table.cell(n, column): value for column, value in cells.items() if value}
    return found


@dataclass(frozen=True, slots=True)
class Staff:
    """`counted`: answers about the consultants' training, by question. `unsaid`: consultants who have not said theirs."""

    counted: Mapping[str, int]
    unsaid: tuple[str, ...]


def staff(vault: Vault, year: int, *, now: datetime) -> Staff:
    """How many consultants were trained in IPS, in training, or neither on the last day of the year, or today, as the
    figures count them. Nobody is counted on a consultant's computer, which holds no colleague's log, and nothing where
    nobody has said anything, or of a year to come."""
    read, on = logs.read(vault, now=now), min(now.date(), date(year, 12, 31))
    if read.own is not None or year > now.year:
        return Staff({}, ())
    day = Period(on, on)
    found = {f"consultants_{status}": COUNTERS[f"consultants_{status}"](read.logs, day) for status in Trained}
    said = {code: int(fact.counted) for code, fact in found.items() if fact.value is not None}
    silent = facts_training.at_work(read.logs, on) - facts_training.standing(read.logs.trainings, on).keys()
    return Staff(said, tuple(sorted(read.names.get(person, person) for person in silent)))


def _unit(team: ClinicTeam) -> str:
    return ", ".join(part for part in (team.name, team.clinic) if part)


def answer(
    vault: Vault,
    year: int,
    said: Mapping[str, int | str],
    *,
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """All of a year's answers at once; the same record on every computer for each question."""
    first: UUID = uuid5(NAMESPACE_URL, f"survey:{year}")
    ready = []
    before = answers(vault, year)
    for one in CELLS:
        given = said.get(one.code, "")
        if given == "" and one.code not in before:
            continue
        if one.choices and given not in ("", *one.choices):
            return Invalid(one.code, "unknown")
        if one.number and given != "" and not 0 <= int(given) <= MOST:
            return Invalid(one.code, "range")
        cleared = typed(SURVEY_ANSWER, {"words": "" if one.number else str(given)}, kept=kept)
        if isinstance(cleared, Invalid):
            return Invalid(one.code, cleared.reason)
        if isinstance(cleared, Held):
            return Held({one.code: cleared.findings["words"]})
        number = int(given) if one.number and given != "" else None
        ready.append((one.code, {"year": year, "question": one.code, "number": number, **cleared}))
    with vault.begin() as tx:
        me = people.me(tx).person
        for code, values in ready:
            whole = {**values, "author": me, "counted_on": now.date()}
            id = uuid5(NAMESPACE_URL, f"survey:{year}:{code}")
            records.change(tx, SURVEY_ANSWER, id, whole, case=records.Case(), now=now, sign=vault.sign)
    return Saved(first, CHANGES)
