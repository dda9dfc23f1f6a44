"""The career profile in versions, what work demands of the participant, and the plan for finding a job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain import career
from app.domain.calendar import Task
from app.domain.career import CareerProfile, JobSearchPlan, PastJob, PlanStatus, WorkLimitation
from app.domain.job import Job
from app.domain.records import CAREER_PROFILE, JOB_SEARCH_PLAN, PAST_JOB, WORK_LIMITATION, RecordType
from app.services import case
from app.services.door import Held, Invalid, Saved, Typed, typed
from app.store import calendar, caseload, person, work

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class CareerPage:
    """`profiles` and `plans`: newest first. `plan`: the one in force. `limitations`: those that hold today first.
    `ended`: jobs that ended after the profile was last written on, which it has something to learn of. `past`: jobs from
    before the course, the latest first. `steps`: of the plan in force, and those of older ones that are still open."""

    profiles: tuple[CareerProfile, ...]
    plans: tuple[JobSearchPlan, ...]
    plan: JobSearchPlan | None
    limitations: tuple[WorkLimitation, ...]
    ended: tuple[Job, ...] = ()
    past: tuple[PastJob, ...] = ()
    steps: tuple[Task, ...] = ()

    @property
    def profile(self) -> CareerProfile | None:
        return self.profiles[0] if self.profiles else None


def open_career(vault: Vault, participant: UUID) -> CareerPage:
    with vault.read() as tx:
        profiles = person.of_participant(tx, CareerProfile, participant)
        plans = person.of_participant(tx, JobSearchPlan, participant)
        limits = person.of_participant(tx, WorkLimitation, participant)
        ended = [job for job in work.jobs(tx, participant) if job.ended_on is not None]
        past = [one for one in person.of_participant(tx, PastJob, participant) if not one.removed]
        steps = steps_of(tx, participant, career.active(plans))
    return CareerPage(
        profiles=tuple(sorted(profiles, key=lambda p: (p.number or 0, p.id), reverse=True)),
        plans=tuple(sorted(plans, key=lambda p: (p.number or 0, p.id), reverse=True)),
        plan=career.active(plans),
        limitations=tuple(sorted(limits, key=lambda one: (one.to_day is not None, one.id.int * -1))),
        ended=tuple(job for job in ended if _unlearned(job, profiles)),
        past=tuple(sorted(past, key=_until, reverse=True)),
        steps=steps,
    )


def steps_of(tx: Tx, participant: UUID, plan: JobSearchPlan | None) -> tuple[Task, ...]:
    """What the plan says somebody does by a day; of a plan before it, what nobody has done yet."""
    found = calendar.of_plans(tx, participant)
    return tuple(one for one in found if one.done_at is None or (plan is not None and one.plan == plan.id))


def _until(one: PastJob) -> tuple[date, date, UUID]:
    return one.to_day or one.from_day or date.min, one.from_day or date.min, one.id


def _unlearned(job: Job, profiles: tuple[CareerProfile, ...]) -> bool:
    """It has something to tell, and the profile has not been written on since it ended."""
    after = (p for p in profiles if p.held_on and job.ended_on and p.held_on >= job.ended_on)
    return bool(job.worked or job.to_change) and not any(
        p.occasion == career.Occasion.AFTER_JOB or (job.ended_on and p.held_on and p.held_on > job.ended_on)
        for p in after
    )


def save_profile(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """The profile as it is now, as its next version; the versions before stay as they were."""
    low, high = fields.get("hours_min"), fields.get("hours_max")
    if isinstance(low, int) and isinstance(high, int) and 0 < high < low:
        return Invalid("hours_max", "range")
    whole = {"held_on": now.date(), "occasion": career.Occasion.MEETING.value, **fields}
    return _next(vault, CAREER_PROFILE, participant, whole, now=now, kept=kept)


def save_past_job(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    id: UUID | None = None,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """A job from before the course, or other words for one that is here. `title` is a must."""
    first, last = fields.get("from_day"), fields.get("to_day")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        return Invalid("to_day", "range")
    return case.put(
        vault, PAST_JOB, fields, participant=participant, now=now, id=id, kept=kept, musts=("title",)
    )


def save_plan(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """A plan that takes the place of the one in force; that one is kept. Seen again after 30 days unless said."""
    if not str(fields.get("goal") or "").strip():
        return Invalid("goal", "missing")
    starts = fields.get("starts_on")
    first = starts if isinstance(starts, date) else now.date()
    review = fields.get("review_on") or first + career.REVIEW_AFTER
    if isinstance(review, date) and review < first:
        return Invalid("review_on", "early")
    whole = {**fields, "starts_on": first, "review_on": review, "status": PlanStatus.ACTIVE.value}
    return _next(vault, JOB_SEARCH_PLAN, participant, whole, now=now, kept=kept)


def close_plan(vault: Vault, participant: UUID, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    fields: dict[str, Typed] = {"status": PlanStatus.CLOSED.value}
    return case.put(vault, JOB_SEARCH_PLAN, fields, participant=participant, now=now, id=id)


def limit(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    id: UUID | None = None,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """What cannot be asked of the participant at work, in the shape of the national data model."""
    musts = ("limitation",)
    return case.put(
        vault, WORK_LIMITATION, fields, participant=participant, now=now, id=id, kept=kept, musts=musts
    )


def _next(
    vault: Vault,
    kind: RecordType,
    participant: UUID,
    fields: Mapping[str, Typed],
    *,
    now: datetime,
    kept: frozenset[str],
) -> Saved | Held | Invalid:
    """The next version; of a plan, the one in force steps back in the same transaction."""
    values = typed(kind, fields, kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if caseload.get(tx, participant) is None:
            return Invalid("participant", "unknown")
        numbers = _step_back(vault, tx, kind, participant, now=now)
        numbered = {**values, "number": max(numbers, default=0) + 1}
        id = case.insert(vault, tx, kind, numbered, participant=participant, now=now)
    return Saved(id, case.CHANGES)


def _step_back(vault: Vault, tx: Tx, kind: RecordType, participant: UUID, *, now: datetime) -> list[int]:
    if kind is CAREER_PROFILE:
        return [p.number or 0 for p in person.of_participant(tx, CareerProfile, participant)]
    plans = person.of_participant(tx, JobSearchPlan, participant)
    for plan in plans:
        if plan.status == PlanStatus.ACTIVE:
            told = {"status": PlanStatus.UPDATED.value}
            case.update(vault, tx, kind, plan.id, told, now=now)
    return [plan.number or 0 for plan in plans]
