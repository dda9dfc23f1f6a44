"""Two pages about one participant: a status to the caseworker, and the plan for the participant in large print."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.calendar import Task
from app.domain.career import JobSearchPlan
from app.domain.log_rows import Logs, Period
from app.domain.participant import Participant
from app.reports.papers.paper import Block, Cell, Heading, Paper, Table, Text
from app.reports.papers.words import code, day, word


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan in force, and what somebody is to do for it by a day."""

    plan: JobSearchPlan | None
    steps: tuple[Task, ...] = ()


def status(
    one: Participant, planned: Planned, logs: Logs, recent: Period, *, language: str, foot: str
) -> Paper:
    """Where the course stands: phase, plan, jobs, and how often something happened. No note and no health."""
    course = next((c for c in logs.courses if c.id == one.id), None)
    met = sum(1 for v in logs.visits if one.id in v.whose and v.in_person and v.on in recent)
    helped = sum(1 for s in logs.supports if s.participant == one.id and s.on in recent)
    about = (
        (word(language, "name"), one.name),
        (word(language, "case_no"), one.case_no),
        (word(language, "phase"), code(language, "phase", one.phase.value)),
        (word(language, "since"), day(language, course.began if course else one.ips_start)),
    )
    done: tuple[tuple[Cell, ...], ...] = (
        (word(language, "meetings_employers"), met),
        (word(language, "support_contacts"), helped),
    )
    heads = (word(language, "what"), word(language, "says"))
    blocks: list[Block] = [
        Table(word(language, "about"), heads, about),
        Table(word(language, "done"), heads, done),
        *_plan(planned, language),
        *_jobs(one, logs, language),
    ]
    return _paper("status", one, blocks, language, foot, large=False)


def plan(
    one: Participant, planned: Planned, logs: Logs, recent: Period, *, language: str, foot: str
) -> Paper:
    """The participant's own copy: large print, plain words."""
    del logs, recent
    return _paper("plan", one, _plan(planned, language), language, foot, large=True)


def _paper(
    what: str, one: Participant, blocks: list[Block], language: str, foot: str, *, large: bool
) -> Paper:
    return Paper(
        title=word(language, what), lines=(one.name,), personal=word(language, "personal_names"), foot=foot,
        blocks=tuple(blocks), page_word=word(language, "page"), of_word=word(language, "of"), language=language,
        large=large,
    )  # fmt: skip


def _plan(planned: Planned, language: str) -> list[Block]:
    plan = planned.plan
    found: list[Block] = [Heading(word(language, "plan_head"))]
    if plan is None:
        return [*found, Text(word(language, "no_plan"))]
    told = (
        ("goal", plan.goal), ("wanted", plan.wanted), ("targets", plan.targets), ("actions", plan.actions),
        ("support", plan.support),
        ("contacts_week", "" if plan.contacts_per_week is None else str(plan.contacts_per_week)),
        ("starts_on", day(language, plan.starts_on)), ("review_on", day(language, plan.review_on)),
    )  # fmt: skip
    for key, text in told:
        if text:
            found += [Heading(word(language, key), 2), Text(text)]
        if key == "actions" and planned.steps:
            found.append(_steps(planned.steps, language))
    return found


def _steps(steps: tuple[Task, ...], language: str) -> Table:
    rows = tuple(
        (
            one.title, code(language, "step_who", one.who),
            word(language, "step_done") if one.done_at else day(language, one.due_on),
        )
        for one in steps
    )  # fmt: skip
    return Table(
        word(language, "steps"), tuple(word(language, key) for key in ("step", "step_who", "step_by")), rows
    )


def _jobs(one: Participant, logs: Logs, language: str) -> list[Block]:
    mine = sorted((j for j in logs.jobs if j.participant == one.id), key=lambda j: j.began)
    if not mine:
        return []
    rows = tuple((day(language, j.began), day(language, j.ended), j.weekly_hours) for j in mine)
    heads = (word(language, "from"), word(language, "to"), word(language, "hours"))
    return [Table(word(language, "jobs"), heads, rows)]
