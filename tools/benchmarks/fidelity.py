"""A year of a team (6 consultants, 130 participants, 12,000 rows) counted by the scale, against one pass over the rows.

The peer is the least that counting can be: every row looked at once, its day compared, a sum kept. Besides: the figures
page, what a report hides, and the report as PDF. The limit of 300 ms is held against the processor's time, which another
program's load does not change; `fidelity_s` is what the clock says.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from app.domain.log_rows import Course, JobRow, Logs, Period, SupportRow, TimeRow, Visit, Worker
from app.reports import breakdowns, fidelity, leaving, scale, series
from app.reports import figures as counting
from app.reports.papers import fidelity_paper, files
from tools.benchmarks import Budget, Result, seconds, taking_turns

_ROUNDS = 5
_YEAR = Period(date(2025, 11, 24), date(2026, 11, 23))
_PEOPLE, _CONSULTANTS = 130, 6
_VISITS, _TIMES, _SUPPORTS, _JOBS = 4_000, 5_800, 2_000, 70


def run() -> Result:
    logs, used = team(), scale.load()
    passes = [0]

    def peer() -> float:
        return seconds(lambda: passes.append(_one_pass(logs)))

    ours, bare = taking_turns(lambda: seconds(lambda: fidelity.compute(used, logs, _YEAR)), peer, _ROUNDS)
    paper_s = seconds(lambda: _report(logs))
    rows = sum(len(part) for part in (logs.visits, logs.times, logs.supports, logs.jobs, logs.courses))
    cpu = min(_cpu(lambda: fidelity.compute(used, logs, _YEAR)) for _ in range(_ROUNDS))
    figures = {
        "rows": float(rows), "fidelity_s": ours, "fidelity_cpu_s": cpu, "pass_s": bare,
        "figures_cpu_s": _cpu(lambda: _page(logs)),
        "hiding_cpu_s": _cpu(lambda: leaving.pattern(logs, _YEAR.last.year)),
        "report_pdf_s": paper_s, "report_pdf_cpu_s": _cpu(lambda: _report(logs)),
    }  # fmt: skip
    budgets = (
        Budget("25 items", ours / bare, 60.0, "one pass over the rows"),
        Budget("a year of a team", cpu / 0.3, 1.0, "300 ms of processor time"),
    )
    return Result(figures, budgets)


def _cpu(job: Callable[[], object]) -> float:
    """Seconds of processor time, user and system."""
    began = time.process_time()
    job()
    return time.process_time() - began


def _page(logs: Logs) -> object:
    return counting.compute(logs, _YEAR), series.series(logs, _YEAR.last), breakdowns.compute(logs, _YEAR)


def _one_pass(logs: Logs) -> int:
    found = sum(row.minutes for row in logs.times if row.on in _YEAR)
    found += sum(1 for visit in logs.visits if visit.on in _YEAR)
    return found + sum(1 for support in logs.supports if support.on in _YEAR)


def _report(logs: Logs) -> bytes:
    used = scale.load()
    items = fidelity.compute(used, logs, _YEAR)
    total = fidelity.total(used, {one.item.code: one.proposal for one in items})
    paper = fidelity_paper.paper(
        used,
        _YEAR,
        items,
        total,
        review=None,
        scores={},
        before={},
        names={},
        language="da",
        foot="Feltjournal",
    )
    return files.render(paper, "pdf", now=datetime(2026, 11, 23, tzinfo=UTC))


def team(seed: int = 3) -> Logs:
    """The same invented team each time."""
    rng = random.Random(seed)  # noqa: S311
    workers = tuple(Worker(f"k{n}") for n in range(_CONSULTANTS))
    ids = [UUID(int=rng.getrandbits(128)) for _ in range(20_000)]
    take = iter(ids).__next__

    def day() -> date:
        return _YEAR.first + timedelta(days=rng.randrange(364))

    def who() -> str:
        return rng.choice(workers).id

    courses = tuple(
        Course(
            take(), who(), "job_search", day() - timedelta(days=rng.randrange(400)), team=rng.choice("ABC")
        )
        for _ in range(_PEOPLE)
    )
    people = [course.id for course in courses]
    firms = [take() for _ in range(300)]
    return Logs(
        workers=workers,
        courses=courses,
        visits=tuple(
            Visit(take(), day(), who(), rng.choice(firms), rng.random() < 0.6, "learn_needs", frozenset({rng.choice(people)}), 30)
            for _ in range(_VISITS)
        ),
        times=tuple(TimeRow(take(), day(), who(), 45, True, rng.choice(("employer", "clinic"))) for _ in range(_TIMES)),
        jobs=tuple(JobRow(take(), rng.choice(people), day(), job_type=str(rng.randrange(40)), workplace=str(rng.randrange(60))) for _ in range(_JOBS)),
        supports=tuple(
            SupportRow(take(), day(), who(), rng.choice(people), rng.choice(("participant", "authority")), in_person=True)
            for _ in range(_SUPPORTS)
        ),
    )  # fmt: skip
