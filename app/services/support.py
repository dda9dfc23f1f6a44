"""Support in a job or an education: the plan, the contacts, and who is waiting for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import support
from app.domain.consent import ConsentKind
from app.domain.records import SUPPORT_CONTACT, SUPPORT_PLAN
from app.domain.support import DueState, Outreach, SupportDue, WithWhom
from app.services import case, consents, job_phase
from app.services.door import Held, Invalid, Saved, Typed
from app.store import caseload, employers, work

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

_put = partial(case.put, changes=case.WORK)
REVIEW: Final = timedelta(days=30)
# Whom a permission is needed for to speak about the participant.
_CHANNELS: Final = {
    WithWhom.PARTICIPANT_AND_EMPLOYER.value: ConsentKind.CONTACT_EMPLOYER,
    WithWhom.EMPLOYER.value: ConsentKind.CONTACT_EMPLOYER,
    WithWhom.CLINIC_TEAM.value: ConsentKind.CONTACT_CLINIC,
    WithWhom.RELATIVE.value: ConsentKind.CONTACT_RELATIVE,
}
CLOCK_SLACK: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class DueRow:
    """A support contact that waits, with the names a reader wants beside it."""

    due: SupportDue
    participant: str
    employer: str

    @property
    def overdue(self) -> bool:
        return self.due.contact.state is DueState.MISSED

    def __repr__(self) -> str:
        return f"DueRow({self.due.job.id})"


def waiting(vault: Vault, *, now: datetime) -> tuple[DueRow, ...]:
    """The contacts to make now, missed ones first, then by the latest day."""
    with vault.read() as tx:
        return due_rows(tx, now)


def due_rows(tx: Tx, now: datetime, whose: Iterable[UUID] | None = None) -> tuple[DueRow, ...]:
    """The same inside a transaction that reads more; of these participants, or of everybody here."""
    found = due_now(tx, now, whose)
    names = caseload.names(tx, {due.job.participant for due in found})
    places = employers.names(tx, {due.job.employer for due in found if due.job.employer})
    return tuple(
        DueRow(
            due,
            names.get(due.job.participant, ""),
            places.get(due.job.employer, "") if due.job.employer else "",
        )
        for due in found
    )


def due_now(tx: Tx, now: datetime, whose: Iterable[UUID] | None = None) -> tuple[SupportDue, ...]:
    """Of every job: the one contact its rhythm waits for."""
    jobs = work.open_jobs(tx, now.date(), whose)
    contacts = work.support_contacts(tx, jobs=[job.id for job in jobs])
    found = []
    for job in jobs:
        due = support.waiting(support.schedule(job, contacts, now.date(), now.tzinfo))
        if due is not None:
            found.append(SupportDue(job, due))
    return tuple(sorted(found, key=lambda d: (d.contact.state is not DueState.MISSED, d.contact.due_on)))


def make_plan(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """What was agreed about support. It is for one `job` or `education`; it is looked at again after 30 days."""
    if not isinstance(fields.get("job") or fields.get("education"), UUID):
        return Invalid("job", "missing")
    agreed = fields.get("agreed_on") or now.date()
    review = (agreed if isinstance(agreed, date) else now.date()) + REVIEW
    whole: dict[str, Typed] = {"review_on": review, **fields, "agreed_on": agreed}
    with vault.read() as tx:
        if not _is_of(tx, participant, fields):
            return Invalid("job", "unknown")
    return _put(vault, SUPPORT_PLAN, whole, participant=participant, now=now, kept=kept, musts=("wanted",))


def change_plan(
    vault: Vault, id: UUID, *, fields: Mapping[str, Typed], now: datetime, kept: frozenset[str] = frozenset()
) -> Saved | Held | Invalid:
    return _put(vault, SUPPORT_PLAN, fields, id=id, now=now, kept=kept, musts=("wanted",))


def log_contact(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """A contact about a job, an education, or neither yet; also one declined, or an attempt that reached nobody.

    Nobody is closed for not answering: all it can bring about is that a job which has begun, or ended, shows in the phase.
    """
    at = fields.get("at")
    if isinstance(at, datetime) and at.tzinfo is not None and at > now + CLOCK_SLACK:
        return Invalid("at", "future")
    values = case.prepared(SUPPORT_CONTACT, fields, kept=kept, musts=("at", "mode", "with_whom"))
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if caseload.get(tx, participant) is None:
            return Invalid("participant", "unknown")
        if not _is_of(tx, participant, fields):
            return Invalid("job", "unknown")
        channel = _CHANNELS.get(str(fields.get("with_whom")))
        day = at.astimezone(now.tzinfo).date() if isinstance(at, datetime) else now.date()
        if channel is not None and consents.closed(tx, [participant], channel, day):
            return Invalid("with_whom", "blocked")
        id = case.insert(vault, tx, SUPPORT_CONTACT, values, participant=participant, now=now)
        if isinstance(job := fields.get("job"), UUID) and _reached(fields):
            job_phase.follow_job(vault, tx, job, now=now)
    return Saved(id, case.WORK)


def _reached(fields: Mapping[str, Typed]) -> bool:
    return not fields.get("declined") and fields.get("outreach") in (None, "", Outreach.HOME_VISIT)


def _is_of(tx: Tx, participant: UUID, fields: Mapping[str, Typed]) -> bool:
    """Whether the job and the education that are named are this participant's."""
    job, education = fields.get("job"), fields.get("education")
    found = [work.get_job(tx, job)] if isinstance(job, UUID) else []
    other = [work.get_education(tx, education)] if isinstance(education, UUID) else []
    return all(one is not None and one.participant == participant for one in (*found, *other))
