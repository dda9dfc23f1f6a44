"""How jobs and education carry the life cycle with them: begun, or lost, by what a person has written down.

Nothing moves by the clock alone. A start agreed for a later day moves the phase when somebody has been in contact about
the job after it began, has noted its first four hours, or has written in it again.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import employment_form
from app.domain.job import EndedBy, Job
from app.domain.life_cycle import Action, Move, PhaseChange
from app.domain.participant import Phase
from app.services import code_lists, course
from app.store import caseload, person, work

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

_WAITS_FOR_WORK: Final = frozenset({Phase.ENGAGED, Phase.JOB_SEARCH, Phase.JOB_LOST, Phase.AFTERCARE})
_IN_A_JOB: Final = frozenset({Phase.EMPLOYED, Phase.AFTERCARE})
# Going on to the next job, to an education or into retirement: nothing was lost that a new search must follow.
_GOES_ON: Final = frozenset({EndedBy.MOVED, EndedBy.EDUCATION, EndedBy.RETIREMENT})


def follow_job(vault: Vault, tx: Tx, id: UUID, *, now: datetime) -> None:
    """Bring the phase up to what is now known of this job. An internship or the like is no job and moves nothing."""
    job = work.get_job(tx, id)
    if job is None or not _is_ordinary(tx, job):
        return
    phase = _phase(tx, job.participant)
    today = now.date()
    if job.ended_on is None and job.start_on <= today:
        if phase in _WAITS_FOR_WORK | {Phase.IN_EDUCATION} and not _had_begun(tx, job, phase):
            _move(vault, tx, job.participant, Action.START_JOB, job.start_on, now=now)
    elif (
        job.ended_on is not None and job.ended_on <= today and phase in _IN_A_JOB and _is_lost(tx, job, today)
    ):
        _move(vault, tx, job.participant, Action.LOSE_JOB, job.ended_on, now=now)


def follow_education(vault: Vault, tx: Tx, id: UUID, *, now: datetime) -> None:
    """An education that has begun is what the course was for, as a job is."""
    one = work.get_education(tx, id)
    if one is None or one.ended_on is not None or one.start_on > now.date():
        return
    if _phase(tx, one.participant) in _WAITS_FOR_WORK:
        _move(vault, tx, one.participant, Action.START_EDUCATION, one.start_on, now=now)


def _phase(tx: Tx, participant: UUID) -> Phase | None:
    found = caseload.get(tx, participant)
    return found.phase if found else None


def _had_begun(tx: Tx, job: Job, phase: Phase | None) -> bool:
    """In after-care, and beside an education, a running job may be the one that led there."""
    if phase not in (Phase.AFTERCARE, Phase.IN_EDUCATION):
        return False
    changes = person.of_participant(tx, PhaseChange, job.participant)
    since = next((c.on_day for c in reversed(changes) if c.after is phase), None)
    return phase is Phase.AFTERCARE if since is None else job.start_on <= since


def _is_lost(tx: Tx, job: Job, today: date) -> bool:
    if job.ended_by in _GOES_ON:
        return False
    others = (one for one in work.jobs(tx, job.participant) if one.id != job.id and _is_ordinary(tx, one))
    return not any(one.ended_on is None and one.start_on <= today for one in others)


def _is_ordinary(tx: Tx, job: Job) -> bool:
    """Ordinary work as the Danish IPS trial defined it, by the list of the day the job began."""
    form = employment_form.of(code_lists.forms(tx), job.form, job.start_on)
    return form is not None and bool(form.trial)


def _move(vault: Vault, tx: Tx, participant: UUID, action: Action, on: date, *, now: datetime) -> None:
    """On that day, or on the day of the last change when that was later. What the life cycle refuses stays undone."""
    changes = person.of_participant(tx, PhaseChange, participant)
    since = changes[-1].on_day if changes else None
    day = max(on, since) if since else on
    course.enter(vault, tx, participant, Move(action, day), now=now)
