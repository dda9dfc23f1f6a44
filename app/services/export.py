"""What leaves the program: reports as files, each written down in the log of exports, none against the policy."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain.career import JobSearchPlan, active
from app.domain.changes import Topic
from app.domain.log_rows import Logs, Period
from app.domain.records import EXPORT, Value
from app.policy import standing
from app.reports import charts, leaving, scale
from app.reports import fidelity as counting
from app.reports import figures as all_figures
from app.reports import survey as questions
from app.reports.papers import (
    charts_paper,
    contacts_paper,
    fidelity_paper,
    figures_paper,
    files,
    person_papers,
    statistics_paper,
    visits_paper,
)
from app.reports.papers.paper import Cell, Paper
from app.reports.papers.words import day, word
from app.services import agenda, career, employer_paper, fidelity, survey
from app.services import logs as reading
from app.services.door import Saved
from app.store import access, caseload, employers, people, person, records, review, team

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

Progress = Callable[[int, int], None]
Past = review.Exported
STEPS: Final = 3
RECENT: Final = timedelta(days=91)


class What(enum.StrEnum):
    FIGURES = "figures"
    STATISTICS = "statistics"
    FIDELITY = "fidelity"
    CONTACTS = "contacts"
    STATUS = "status"
    PLAN = "plan"
    CHARTS = "charts"
    VISITS = "visits"
    EMPLOYER = "employer"
    PLOT = "plot"
    FILE = "file"


class Personal(enum.StrEnum):
    """What personal data a file holds."""

    NONE = "none"
    TEAM = "team"
    PSEUDONYMS = "pseudonyms"
    STAFF = "staff"
    NAMES = "names"


PERSONAL: Final = {
    What.FIGURES: Personal.NONE, What.STATISTICS: Personal.NONE, What.FIDELITY: Personal.STAFF, What.CONTACTS: Personal.STAFF,
    What.STATUS: Personal.NAMES, What.PLAN: Personal.NAMES, What.CHARTS: Personal.PSEUDONYMS,
    What.VISITS: Personal.STAFF,
    What.EMPLOYER: Personal.NAMES, What.PLOT: Personal.TEAM,
    What.FILE: Personal.NAMES,
}  # fmt: skip
_COUNTED: Final = frozenset({What.FIGURES, What.STATISTICS})
ABOUT_ONE: Final = frozenset({What.STATUS, What.PLAN})


@dataclass(frozen=True, slots=True)
class Asked:
    """`leaves`: the figures go outside the team. `who`: a consultant, or None for the team. `participant`: whom a
    report about one person is about. `employer`: whom a page is handed to."""

    what: What
    format: str
    period: Period
    leaves: bool = True
    who: str | None = None
    participant: UUID | None = None
    employer: UUID | None = None
    language: str = "da"


@dataclass(frozen=True, slots=True)
class File:
    """`name` holds no person's name. It is in the log already."""

    name: str
    content: bytes
    changes: frozenset[Topic]


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was made. `why`: `policy`, `running` (the period has not ended), `told` (other figures of it have left
    already), `no_review`, `one_consultant`, `part` (some of the jobcenter's courses are not here) or `unknown`."""

    why: str


def make(
    vault: Vault,
    asked: Asked,
    *,
    now: datetime,
    organisation: str = "",
    progress: Progress = lambda _a, _b: None,
) -> File | Refused:
    """The file, and one line in the log of exports that it was made; of a person's also in that person's access log."""
    if not standing.allow_export():
        return Refused("policy")
    if refused := cannot_leave(vault, asked, now):
        return refused
    progress(0, STEPS)
    paper = as_paper(vault, asked, now=now, organisation=organisation)
    if paper is None:
        return Refused("unknown")
    progress(1, STEPS)
    content = files.render(paper, asked.format, now=now)
    progress(2, STEPS)
    write_down(vault, asked, now=now)
    progress(STEPS, STEPS)
    return File(_name(asked), content, frozenset({Topic.FIDELITY, Topic.OUTBOX}))


def cannot_leave(vault: Vault, asked: Asked, now: datetime) -> Refused | None:
    """One consultant's figures stay in the team, and a consultant's computer has no others. A fidelity report that leaves
    is a review's: its numbers were frozen once, and no second report differs from the first by a day."""
    if asked.what is What.FIDELITY and asked.leaves:
        with vault.read() as tx:
            begun = [one for one in review.reviews(tx) if scale.known(one.scale)]
            frozen = begun and review.told(tx, "fidelity_evidence", begun[0].id)
        return None if frozen else Refused("no_review")
    if asked.what not in _COUNTED or not asked.leaves:
        return None
    with vault.read() as tx:
        alone, elsewhere = not people.me(tx).counts_team, team.everything(tx)
    if alone or asked.who is not None:
        return Refused("one_consultant")
    if elsewhere:  # the jobcenter's figures less these would be those of the others, however few they are
        return Refused("part")
    if not leaving.ended(asked.period, now.date()):
        return Refused("running")
    return Refused("told") if _told_otherwise(vault, asked, now) else None


def _told_otherwise(vault: Vault, asked: Asked, now: datetime) -> bool:
    """Rows that came late would change what has left: the difference of two files tells what each of them hides. So does
    the year's beside its quarters', and a quarter's beside the year's."""
    with vault.read() as tx:
        before = review.published(tx, asked.what.value)
        if asked.what is What.FIGURES:  # those the server has handed out count as well
            for one in team.left(tx):
                days = one.first_day, one.last_day
                before[days] = before.get(days, frozenset()) | {one.digest}
    return any(
        _digest(vault, replace(asked, period=Period(first, last)), now) not in digests
        for (first, last), digests in before.items()
        if _hang_together(Period(first, last), asked)
    )


def _hang_together(left: Period, asked: Asked) -> bool:
    """The same days; of figures also where the one is part of the other."""
    if asked.what is not What.FIGURES:
        return left == asked.period
    return leaving.hang_together(left, asked.period)


def _digest(vault: Vault, asked: Asked, now: datetime) -> str:
    if asked.what not in _COUNTED or not asked.leaves:
        return ""
    made = leaving.digest if asked.what is What.FIGURES else statistics_paper.digest
    return made(reading.read(vault, now=now).logs, asked.period)


def _name(asked: Asked) -> str:
    return f"ips-{asked.what.value}-{asked.period.last.isoformat()}.{asked.format}"


def as_paper(vault: Vault, asked: Asked, *, now: datetime, organisation: str) -> Paper | None:
    """What is asked for, before it is a file; None when there is nothing of the kind."""
    with vault.read() as tx:
        me = people.me(tx)
        org = organisation or me.feed_name or "Feltjournal"
        names = people.names(tx)
    foot = word(
        asked.language, "foot", org=org, when=day(asked.language, now.date()), who=me.name or me.person
    )
    match asked.what:
        case What.FIGURES | What.STATISTICS:
            return _figures(vault, asked, now, foot, names)
        case What.FIDELITY:
            return _fidelity(vault, asked, now, foot)
        case What.CONTACTS:
            with vault.read() as tx:
                zone = now.tzinfo
                found = [
                    one for one in employers.everything(tx) if one.at.astimezone(zone).date() in asked.period
                ]
                firms = employers.names(tx)
            return contacts_paper.paper(
                found, firms, asked.period, language=asked.language, foot=foot, zone=zone, leaves=asked.leaves
            )
        case What.STATUS | What.PLAN:
            return _person(vault, asked, now, foot)
        case What.VISITS:
            return _visits(vault, asked, now, foot)
        case What.EMPLOYER:
            return _employer(vault, asked, now, foot, org)
        case What.CHARTS | What.PLOT | What.FILE:
            # The page paints a plot; a file of a case is handed out as it is.
            return _charts(vault, asked, foot) if asked.what is What.CHARTS else None


def _visits(vault: Vault, asked: Asked, now: datetime, foot: str) -> Paper:
    """One's own visits of the period that are neither held nor called off."""
    first, last = asked.period.first, asked.period.last
    rows = [row.appointment for on in agenda.days(vault, first, last, now=now) for row in on.rows]
    wanted = [one for one in rows if one.employer and one.held_at is None and one.cancelled_at is None]
    with vault.read() as tx:
        firms = {one.id: one for one in employers.get_many(tx, [v.employer for v in wanted if v.employer])}
    return visits_paper.paper(wanted, firms, first, last, language=asked.language, foot=foot, zone=now.tzinfo)


def _employer(vault: Vault, asked: Asked, now: datetime, foot: str, org: str) -> Paper | None:
    if asked.employer is None:
        return None
    with vault.read() as tx:
        made = employer_paper.paper(tx, asked.employer, language=asked.language, foot=foot, org=org, now=now)
    return made[0] if made else None


def _charts(vault: Vault, asked: Asked, foot: str) -> Paper | None:
    """Those of the last review, as they were drawn."""
    with vault.read() as tx:
        one = next(iter(review.reviews(tx)), None)
        text = review.told(tx, "fidelity_charts", one.id) if one else ""
    if one is None or not text:
        return None
    period = Period(one.first_day, one.last_day)
    return charts_paper.paper(charts.unpacked(text), period, language=asked.language, foot=foot)


def _figures(vault: Vault, asked: Asked, now: datetime, foot: str, names: dict[str, str]) -> Paper:
    read = reading.read(vault, now=now)
    whose, logs, who = _whose(read, asked, names)
    if asked.what is What.STATISTICS:
        return statistics_paper.paper(
            logs, asked.period, language=asked.language, leaves=asked.leaves, who=who, foot=foot
        )
    told, target = _survey(vault, asked)
    return figures_paper.paper(
        logs, asked.period, survey=told if whose is None else (), target=target, language=asked.language, leaves=asked.leaves, who=who, foot=foot, silent=read.silent(asked.period.last)
    )  # fmt: skip


def _whose(read: reading.Read, asked: Asked, names: dict[str, str]) -> tuple[str | None, Logs, str]:
    """One consultant's rows, or the team's, and how the paper names them."""
    whose = read.own or asked.who
    if whose is None:
        return None, read.logs, word(asked.language, "team")
    return whose, all_figures.of_consultant(read.logs, whose), names.get(whose, whose)


def _survey(vault: Vault, asked: Asked) -> tuple[tuple[tuple[str, Cell], ...], int | None]:
    """The year's answers, and how many are in the target group."""
    given = survey.answers(vault, asked.period.last.year)
    target = given.get("target_group_count")
    return questions.told(given, asked.language), target if isinstance(target, int) else None


def _fidelity(vault: Vault, asked: Asked, now: datetime, foot: str) -> Paper:
    """The open review, else the last one that was closed, else what the logs propose."""
    page = fidelity.page(vault, now=now)
    one, period, used, found = page.standing, page.period, page.scale, None
    items, silent = page.items, page.silent
    if one is None:
        with vault.read() as tx:
            closed = next((r for r in review.reviews(tx) if r.closed_at is not None), None)
            if closed is not None and scale.known(closed.scale):
                used = scale.load(closed.scale)
                one, found = fidelity.standing(tx, closed, used), fidelity.evidence(tx, closed, used)
        if one is not None:
            period = Period(one.review.first_day, one.review.last_day)
            items, silent = found or (counting.compute(used, reading.read(vault, now=now).logs, period), ())
    before = {} if one is not None and one.review.closed_at is not None else page.before
    return fidelity_paper.paper(
        used, period, items, one.total if one else page.proposed, review=one.review if one else None,
        scores=one.scores if one else {}, before=before, names=page.names, language=asked.language, foot=foot,
        leaves=asked.leaves, silent=silent,
    )  # fmt: skip


def _person(vault: Vault, asked: Asked, now: datetime, foot: str) -> Paper | None:
    if asked.participant is None:
        return None
    read = reading.read(vault, now=now, whole=True)
    recent = Period((now - RECENT).date(), now.date())
    with vault.read() as tx:
        whose = caseload.get(tx, asked.participant)
        plan = active(person.of_participant(tx, JobSearchPlan, asked.participant))
        planned = person_papers.Planned(plan, career.steps_of(tx, asked.participant, plan))
    if whose is None:
        return None
    made = person_papers.status if asked.what is What.STATUS else person_papers.plan
    return made(whose, planned, read.logs, recent, language=asked.language, foot=foot)


def write_down(vault: Vault, asked: Asked, *, now: datetime) -> Saved:
    """One line in the log of what has left the program; of a person's paper also in that person's access log."""
    id = records.new_id()
    digest = _digest(vault, asked, now)
    inside = asked.what in _COUNTED and not asked.leaves
    personal = Personal.TEAM if inside else PERSONAL[asked.what]
    with vault.begin() as tx:
        about = _about(tx, asked, now)
        values: dict[str, Value] = {
            "what": asked.what.value, "format": asked.format, "personal": personal.value,
            "people": len(about), "first_day": asked.period.first, "last_day": asked.period.last,
            "made_at": now, "author": people.me(tx).person, "digest": digest,
        }  # fmt: skip
        records.write(tx, EXPORT, id, values, case=records.Case(), now=now, sign=vault.sign)
        for one in about:
            access.log(tx, one, access.Action.EXPORT, now=now)
    return Saved(id, frozenset({Topic.FIDELITY, Topic.OUTBOX}))


def _about(tx: Tx, asked: Asked, now: datetime) -> tuple[UUID, ...]:
    """Whose data is in the file, as far as this computer can tell."""
    if asked.participant is not None:
        return (asked.participant,)
    if asked.what is What.EMPLOYER and asked.employer is not None:
        made = employer_paper.paper(tx, asked.employer, language="da", foot="", org="", now=now)
        return made[1] if made else ()
    if asked.what is not What.CHARTS:
        return ()
    one = next(iter(review.reviews(tx)), None)
    return tuple(review.drawn(tx, one.id).values()) if one else ()


def printed(vault: Vault, period: Period, *, now: datetime) -> Saved | Refused:
    """Write down that a plot is printed, before it is. It is for the team: its small numbers are not hidden."""
    if not standing.allow_print() or not standing.allow_export():
        return Refused("policy")
    return write_down(vault, Asked(What.PLOT, "pdf", period, leaves=False), now=now)


def copied(vault: Vault, period: Period, *, now: datetime) -> Saved:
    """Write down that a plot's numbers were put on the clipboard, with the line that says whom they are for."""
    return write_down(vault, Asked(What.PLOT, "copy", period, leaves=False), now=now)


def past(vault: Vault) -> tuple[Past, ...]:
    """What has been exported, newest first."""
    with vault.read() as tx:
        return review.exports(tx)
