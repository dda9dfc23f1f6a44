"""Jobs and education: start, change, end; four hours worked; and the page that shows them with their support."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import employment_form, support
from app.domain.changes import Topic
from app.domain.code_list import CodeLists
from app.domain.employer import Workplace
from app.domain.employment_form import EmploymentForm
from app.domain.job import Education, EducationOutcome, EndReason, Job
from app.domain.records import EDUCATION, JOB, PARTICIPANT, TASK, RecordType, Value
from app.domain.support import DueContact, SupportContact, SupportPlan
from app.domain.work_codes import joined
from app.services import case, code_lists, job_phase
from app.services.door import Held, Invalid, Saved, Typed
from app.store import access, caseload, employers, people, records, work, workplaces

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = case.WORK | {Topic.TASKS}
PLAN_WITHIN: Final = timedelta(days=14)
_LATEST_LEARNED: Final = timedelta(days=366)
_FINAL: Final = frozenset({"participant", "author"})
_NO_FORM: Final = Invalid("form", "shape")


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job with what belongs to it: its form as it was when the job began, the names of employer and place of work, its
    plan, its contacts newest first, and the rhythm."""

    job: Job
    form: EmploymentForm | None
    employer: str
    workplace: str
    plan: SupportPlan | None
    contacts: tuple[SupportContact, ...]
    dues: tuple[DueContact, ...]
    next: DueContact | None

    def __repr__(self) -> str:
        return f"JobLine({self.job.id})"


@dataclass(frozen=True, slots=True)
class EducationLine:
    education: Education
    plan: SupportPlan | None
    contacts: tuple[SupportContact, ...]


@dataclass(frozen=True, slots=True)
class WorkPage:
    """Newest first. `forms`: the list of employment forms, for a job that begins on any day. `workplaces`: each employer's."""

    jobs: tuple[JobLine, ...]
    educations: tuple[EducationLine, ...]
    forms: CodeLists
    workplaces: Mapping[UUID, tuple[Workplace, ...]]


def page(vault: Vault, participant: UUID, *, now: datetime) -> WorkPage:
    """All of a participant's jobs and education; that it was looked at is written down."""
    with vault.begin() as tx:
        access.log(tx, participant, access.Action.VIEW, now=now)
        jobs, educations = work.jobs(tx, participant), work.educations(tx, participant)
        plans, contacts = work.plans(tx, participant), work.support_contacts(tx, participant)
        names = employers.names(tx, {job.employer for job in jobs if job.employer})
        forms, places = code_lists.forms(tx), workplaces.by_employer(tx)
    names |= {place.id: place.name for of_one in places.values() for place in of_one}
    return WorkPage(
        tuple(_job_line(job, forms, names, plans, contacts, now) for job in jobs),
        tuple(
            EducationLine(
                one,
                next((p for p in plans if p.education == one.id and p.ended_on is None), None),
                tuple(c for c in contacts if c.education == one.id),
            )
            for one in educations
        ),
        forms,
        places,
    )


def _job_line(
    job: Job,
    forms: CodeLists,
    names: Mapping[UUID, str],
    plans: tuple[SupportPlan, ...],
    contacts: tuple[SupportContact, ...],
    now: datetime,
) -> JobLine:
    mine = tuple(one for one in contacts if one.job == job.id)
    dues = support.schedule(job, mine, now.date(), now.tzinfo)
    return JobLine(
        job=job,
        form=employment_form.of(forms, job.form, job.start_on),
        employer=names.get(job.employer, "") if job.employer else "",
        workplace=names.get(job.workplace, "") if job.workplace else "",
        plan=next((p for p in plans if p.job == job.id and p.ended_on is None), None),
        contacts=mine,
        dues=dues,
        next=support.waiting(dues),
    )


def start(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """A job, begun or agreed. `title`, `form` and `start_on` are musts; what is not said of permanence follows the form.

    The phase and the participant's running job start follow, so that lists and reminders know of it.
    """
    values = _checked(JOB, fields, kept=kept, musts=("title", "form", "start_on"))
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        form = _form(tx, fields, fields["start_on"])
        if problem := _unknown(tx, participant, fields, None) or (None if form else _NO_FORM):
            return problem
        values = {"permanent": _permanence(form, fields), **values}
        id = case.insert(vault, tx, JOB, values, participant=participant, now=now)
        job_phase.follow_job(vault, tx, id, now=now)
        _tell_start(tx, vault, participant, now)
    return Saved(id, CHANGES)


def change(
    vault: Vault, id: UUID, *, fields: Mapping[str, Typed], now: datetime, kept: frozenset[str] = frozenset()
) -> Saved | Held | Invalid:
    """Other values, an end that was written by mistake taken back (`ended_on` None) too."""
    given = tuple(name for name in ("title", "form", "start_on") if name in fields)
    values = _checked(JOB, fields, kept=kept, musts=given)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        found = work.get_job(tx, id)
        if found is None:
            return Invalid("id", "unknown")
        if problem := _unknown(tx, found.participant, fields, found.employer) or _order(found, fields):
            return problem
        if fields.get("form", found.form) != found.form and not _form(tx, fields, found.start_on):
            return _NO_FORM
        changed = case.update(vault, tx, JOB, id, values, now=now)
        job_phase.follow_job(vault, tx, id, now=now)
        _tell_start(tx, vault, found.participant, now)
    return Saved(id, CHANGES if changed else frozenset())


def four_hours(vault: Vault, id: UUID, *, on: date, now: datetime) -> Saved | Held | Invalid:
    """Four hours of paid work have been done: from now on the job counts as a start."""
    if on > now.date():
        return Invalid("four_hours_on", "future")
    return change(vault, id, fields={"four_hours_on": on}, now=now)


def end(
    vault: Vault,
    id: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
    next_plan: str = "",
) -> Saved | Held | Invalid:
    """How and why a job ended. `ended_on` and `ended_by` are musts; `learned_on` is today unless it is given.

    `next_plan`: the title of the task to make a new search plan within 14 days, added when a new job is wanted.
    """
    whole: dict[str, Typed] = {"learned_on": now.date(), **fields}
    if whole["learned_on"] is None:
        whole["learned_on"] = now.date()
    values = _checked(JOB, whole, kept=kept, musts=("ended_on", "ended_by"))
    if isinstance(values, Held | Invalid):
        return values
    todo = case.prepared(TASK, {"title": next_plan}, kept=kept, musts=())
    if isinstance(todo, Held | Invalid):
        return todo
    with vault.begin() as tx:
        found = work.get_job(tx, id)
        if found is None:
            return Invalid("id", "unknown")
        if problem := _order(found, whole):
            return problem
        changed = case.update(vault, tx, JOB, id, values, now=now)
        job_phase.follow_job(vault, tx, id, now=now)
        if changed and next_plan and fields.get("wants_new") and found.ended_on is None:
            _remember(tx, vault, found.participant, todo, whole["learned_on"], now)
        _tell_start(tx, vault, found.participant, now)
    return Saved(id, CHANGES if changed else frozenset())


def start_education(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """`institution`, `level` and `start_on` are musts; it is ongoing unless said otherwise."""
    whole: dict[str, Typed] = {"outcome": EducationOutcome.ONGOING.value, **fields}
    musts = ("institution", "level", "start_on")
    values = _checked(EDUCATION, whole, kept=kept, musts=musts)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if caseload.get(tx, participant) is None:
            return Invalid("participant", "unknown")
        id = case.insert(vault, tx, EDUCATION, values, participant=participant, now=now)
        job_phase.follow_education(vault, tx, id, now=now)
    return Saved(id, CHANGES)


def change_education(
    vault: Vault, id: UUID, *, fields: Mapping[str, Typed], now: datetime, kept: frozenset[str] = frozenset()
) -> Saved | Held | Invalid:
    given = tuple(name for name in ("institution", "level", "start_on") if name in fields)
    values = _checked(EDUCATION, fields, kept=kept, musts=given)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        found = work.get_education(tx, id)
        if found is None:
            return Invalid("id", "unknown")
        ended, begun = fields.get("ended_on"), fields.get("start_on", found.start_on)
        if isinstance(ended, date) and isinstance(begun, date) and ended < begun:
            return Invalid("ended_on", "range")
        changed = case.update(vault, tx, EDUCATION, id, values, now=now)
        job_phase.follow_education(vault, tx, id, now=now)
    return Saved(id, CHANGES if changed else frozenset())


def _checked(
    kind: RecordType, fields: Mapping[str, Typed], *, kept: frozenset[str], musts: tuple[str, ...]
) -> dict[str, Value] | Held | Invalid:
    final = next(iter(sorted(fields.keys() & _FINAL)), None)
    if final:
        return Invalid(final, "final")
    return case.prepared(kind, fields, kept=kept, musts=musts)


def _form(tx: Tx, fields: Mapping[str, Typed], start: Typed) -> EmploymentForm | None:
    """What a job may be called that begins then, by any list that knows it: an old job is written down late, too."""
    day = fields.get("start_on", start)
    return (
        employment_form.of(code_lists.forms(tx), str(fields.get("form")), day)
        if isinstance(day, date)
        else None
    )


def _permanence(form: EmploymentForm | None, fields: Mapping[str, Typed]) -> int:
    """A strict form is a permanent one, unless somebody says when it ends."""
    return int(bool(form and form.strict) and fields.get("temporary_until") is None)


def _unknown(tx: Tx, participant: UUID, fields: Mapping[str, Typed], employer: UUID | None) -> Invalid | None:
    """`employer`: the job's until now. Its place of work is one of that employer's."""
    if caseload.get(tx, participant) is None:
        return Invalid("participant", "unknown")
    whose, place = fields.get("employer", employer), fields.get("workplace")
    if isinstance(whose, UUID) and employers.get(tx, whose) is None:
        return Invalid("employer", "unknown")
    if isinstance(place, UUID):
        found = workplaces.get(tx, place)
        if found is None or not isinstance(whose, UUID) or found.employer not in employers.aliases(tx, whose):
            return Invalid("workplace", "unknown")
    return None


def _order(job: Job, fields: Mapping[str, Typed]) -> Invalid | None:
    """Nothing happens in a job before it starts, and its last working day is not after its end."""

    def day(name: str) -> date | None:
        value = fields.get(name, getattr(job, name))
        return value if isinstance(value, date) else None

    start_on = day("start_on") or job.start_on
    for name in ("ended_on", "last_day_on", "four_hours_on", "temporary_until"):
        value = day(name)
        if name in fields and value is not None and value < start_on:
            return Invalid(name, "range")
    last, ended, learned = day("last_day_on"), day("ended_on"), day("learned_on")
    if last is not None and ended is not None and last > ended:
        return Invalid("last_day_on", "range")
    if learned is not None and ended is not None and abs(learned - ended) > _LATEST_LEARNED:
        return Invalid("learned_on", "range")
    return None


def _tell_start(tx: Tx, vault: Vault, participant: UUID, now: datetime) -> None:
    """The caseload's own field of when the running job began."""
    running = [job for job in work.jobs(tx, participant) if job.ended_on is None]
    if running or work.jobs(tx, participant):
        begun = min((job.start_on for job in running), default=None)
        whose = records.Case(cand=participant)
        values = {"job_start": begun}
        records.change(tx, PARTICIPANT, participant, values, case=whose, now=now, sign=vault.sign)


def _remember(
    tx: Tx, vault: Vault, participant: UUID, title: Mapping[str, Value], learned: Typed, now: datetime
) -> None:
    learned_on = learned if isinstance(learned, date) else now.date()
    due = max(learned_on + PLAN_WITHIN, now.date())
    values: dict[str, Value] = {
        **title, "participant": participant, "due_on": due, "owner": people.me(tx).person,
    }  # fmt: skip
    whose = records.Case(cand=participant)
    records.write(tx, TASK, records.new_id(), values, case=whose, now=now, sign=vault.sign)


def reasons(codes: tuple[str, ...]) -> str:
    """The end reasons as the field holds them, in the list's order."""
    return joined([reason.value for reason in EndReason if reason in codes])
