"""Fidelity as the page shows it: counted live or for a review, with what stands, what is missing, and the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import employment_form
from app.domain.employment_form import EmploymentForm
from app.domain.log_rows import JobRow, Logs, Period
from app.domain.review import ItemScore, Review
from app.reports import charts as drawing
from app.reports import fidelity, frozen, periods, scale
from app.reports.charts import Chart
from app.reports.fidelity import Computed, Total, TrendPoint
from app.reports.scale import Scale
from app.services import logs as reading
from app.services.logs import Silence
from app.store import caseload, employers, people, review

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

MONTHS: Final = 6
TREND_POINTS: Final = 6
TREND_WEEKS: Final = 12
MOST_ROWS: Final = 200


@dataclass(frozen=True, slots=True)
class Standing:
    """A review with all that is known of it here. `in_`: the reviewers whose scores are sealed. `apart`: what each of
    two reviewers gave, once both are in. `own`: what this computer's user has given so far. `judges`: this computer's
    user may say what a score is. A score that somebody else approved is not among `scores`."""

    review: Review
    scores: Mapping[str, ItemScore]
    total: Total
    in_: frozenset[str]
    apart: Mapping[str, Mapping[str, int | None]]
    own: Mapping[str, int | None]
    own_sealed: bool
    false_seals: tuple[str, ...]
    judges: bool
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class FidelityPage:
    """`own`: counted from one consultant's rows alone. `begins`: this user may begin a review. `proposed`: the total if
    every proposal were approved. `before`: the scores of the last closed review by the same
    scale. `frozen`: the numbers, and `silent`, are those of the day the review began."""

    scale: Scale
    period: Period
    items: tuple[Computed, ...]
    proposed: Total
    standing: Standing | None
    before: Mapping[str, int | None]
    before_day: date | None
    silent: tuple[Silence, ...]
    names: Mapping[str, str]
    me: str
    frozen: bool = False
    own: bool = False
    begins: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row behind a figure, as a person can find it again. `where`: a name; `says`: a code of the kind's own list, or a
    form of employment. `amount`: minutes, days, or 1."""

    kind: str
    id: UUID
    on: date | None
    who: str
    where: str
    says: str | EmploymentForm
    amount: float
    participant: UUID | None


def page(vault: Vault, *, now: datetime, months: int = MONTHS, used: str = scale.DEFAULT) -> FidelityPage:
    """The items of the open review as they were frozen, or of the last `months` months where there is no open review.

    `used`: the scale's id where no review decides.
    """
    read = reading.read(vault, now=now)
    with vault.read() as tx:
        all_reviews = [one for one in review.reviews(tx) if scale.known(one.scale)]
        current = next((one for one in all_reviews if one.closed_at is None), None)
        chosen = scale.load(current.scale if current else used)
        closed = (one for one in all_reviews if one.closed_at is not None and one.scale == chosen.id)
        last = next(closed, None)
        before = {code: one.score for code, one in review.scores(tx, last.id).items()} if last else {}
        me = people.me(tx)
        stands = standing(tx, current, chosen) if current else None
        kept = evidence(tx, current, chosen) if current else None
    period = (
        Period(current.first_day, current.last_day) if current else periods.last_months(now.date(), months)
    )
    if kept is None:
        what = ("fidelity", chosen.id, period)
        items = read.counted(what, lambda logs: fidelity.compute(chosen, logs, period, read.kept))
        silent = read.silent(period.last)
    else:
        items, silent = kept
    return FidelityPage(
        chosen, period, items, fidelity.total(chosen, {c.item.code: c.proposal for c in items}), stands, before,
        last.last_day if last else None, silent, read.names, me.person, frozen=kept is not None,
        own=read.own is not None and kept is None, begins=me.counts_team,
    )  # fmt: skip


def evidence(tx: Tx, one: Review, used: Scale) -> tuple[tuple[Computed, ...], tuple[Silence, ...]] | None:
    """What was counted when the review began, and whose rows were wanting; None for one that was begun before that was
    kept."""
    text = review.told(tx, "fidelity_evidence", one.id)
    return (frozen.unpacked(used, text), frozen.silence(text)) if text else None


def standing(tx: Tx, one: Review, used: Scale) -> Standing:
    """All that is known here of a review."""
    from app.domain import review as words

    codes = tuple(item.code for item in used.items)
    me, entitled = people.me(tx), people.leaders(tx)
    scores = {
        code: score
        for code, score in review.scores(tx, one.id).items()
        if not score.approved_by
        or words.may_judge(one, score.approved_by, leads=score.approved_by in entitled)
    }
    charts = review.told(tx, "fidelity_charts", one.id)
    seals, opened, mine = review.seals(tx, one.id), review.opened(tx, one.id), review.own(tx, one.id)
    false = tuple(sorted(r for r, o in opened.items() if r not in seals or not words.proves(seals[r], o)))
    both = all(r in opened and r not in false for r in one.reviewers)
    apart = {r: words.unpacked(opened[r].scores, codes) for r in one.reviewers} if both else {}
    total = fidelity.total(used, {code: s.score for code, s in scores.items() if not s.cannot})
    return Standing(
        one, scores, total, frozenset(seals), apart, words.unpacked(mine.scores, codes) if mine else {},
        bool(mine and mine.sealed), false, words.may_judge(one, me.person, leads=me.leads),
        drawing.unpacked(charts) if charts else (),
    )  # fmt: skip


def trend(
    vault: Vault, item: str, *, now: datetime, months: int = MONTHS, used: str = scale.DEFAULT, weekly: bool = False
) -> tuple[TrendPoint, ...]:  # fmt: skip
    """The item at the last month-ends and today; `weekly`: week by week, the last twelve."""
    read = reading.read(vault, now=now)
    asked = scale.load(used).item(item)
    today = now.date()

    def count(logs: Logs) -> tuple[TrendPoint, ...]:
        if weekly:
            return fidelity.weekly(asked, logs, today, points=TREND_WEEKS)
        return fidelity.trend(asked, logs, today, months=months, points=TREND_POINTS)

    return read.counted(("trend", used, item, months, weekly, today), count)


def rows(vault: Vault, fact: str, period: Period, *, now: datetime) -> tuple[Row, ...]:
    """The rows behind a fact, newest first, at most two hundred."""
    from app.reports.facts import FACTS
    from app.reports.figures import COUNTERS

    read = reading.read(vault, now=now, each=True)
    counter = FACTS.get(fact) or COUNTERS[fact]
    found = counter(read.logs, period).rows
    with vault.read() as tx:
        names, firms = caseload.names(tx), employers.names(tx)
    find = _index(read.logs, firms, read.names)
    told = []
    for kind, id, amount in found:
        one = find.get((kind, id), _Found())
        who = names.get(one.whose, "") if one.whose else ""
        told.append(Row(kind, id, one.on, who, one.where, one.says, float(amount), one.whose))
    return tuple(sorted(told, key=lambda row: (row.on or date.min, str(row.id)), reverse=True)[:MOST_ROWS])


@dataclass(frozen=True, slots=True)
class _Found:
    on: date | None = None
    whose: UUID | None = None
    where: str = ""
    says: str | EmploymentForm = ""


def _index(
    logs: Logs, firms: Mapping[UUID, str], consultants: Mapping[str, str]
) -> dict[tuple[str, UUID], _Found]:
    """(kind, id) of every row → what is told of it. Minutes read from a visit are that visit."""
    found = {(t.kind, t.id): _Found(t.on, says=t.place or "") for t in logs.times}
    found |= {("course", c.id): _Found(c.began, c.id) for c in logs.courses}
    found |= {
        ("visit", v.id): _Found(v.on, min(v.whose, default=None), firms.get(v.employer, ""))
        for v in logs.visits
    }
    found |= {("job", j.id): _Found(j.began, j.participant, says=_form(logs, j)) for j in logs.jobs}
    found |= {("study", s.id): _Found(s.began, s.participant) for s in logs.studies}
    found |= {("support", s.id): _Found(s.on, s.participant, says=s.purpose) for s in logs.supports}
    found |= {
        ("training", t.id): _Found(t.since, where=consultants.get(t.by, t.by), says=t.status)
        for t in logs.trainings
    }
    return found | {("meeting", m.id): _Found(m.on, says=m.kind) for m in logs.meetings}


def _form(logs: Logs, job: JobRow) -> EmploymentForm | str:
    return employment_form.of(logs.lists, job.form, job.began) or job.form
