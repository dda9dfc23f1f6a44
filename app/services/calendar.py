"""Appointments and tasks: make, move, hold, cancel; add, do, undo, postpone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import calendar as words
from app.domain.calendar import Appointment, AppointmentRow, Task, TaskRow
from app.domain.changes import Changes, Topic
from app.domain.records import APPOINTMENT, TASK, RecordType
from app.services.door import Held, Invalid, Saved, Typed, typed
from app.store import calendar, caseload, employers, people, records, review

if TYPE_CHECKING:
    from app.vault.vault import Vault

APPOINTMENTS: Final = frozenset({Topic.CALENDAR, Topic.CASELOAD, Topic.JOURNAL, Topic.OUTBOX})
TASKS: Final = frozenset({Topic.TASKS, Topic.CASELOAD, Topic.JOURNAL, Topic.OUTBOX})


def create_appointment(
    vault: Vault,
    *,
    kind: words.AppointmentKind,
    title: str,
    starts_at: datetime,
    now: datetime,
    minutes: int | None = None,
    place: str = "",
    participant: UUID | None = None,
    employer: UUID | None = None,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """Without a participant the appointment is the consultant's own and reaches no other person."""
    if not title.strip():
        return Invalid("title", "missing")
    fields: dict[str, Typed] = {
        "participant": participant, "employer": employer, "kind": kind.value, "title": title,
        "starts_at": starts_at, "minutes": minutes, "place": place,
    }  # fmt: skip
    return _create(vault, APPOINTMENT, fields, kept=kept, now=now, changes=APPOINTMENTS)


def change_appointment(
    vault: Vault, id: UUID, *, fields: Mapping[str, Typed], now: datetime, kept: frozenset[str] = frozenset()
) -> Saved | Held | Invalid:
    """New title, kind, time, length or place. Whose it is cannot be changed: cancel it and make another."""
    if not fields.keys() <= {"title", "kind", "starts_at", "minutes", "place"}:
        return Invalid(
            next(iter(fields.keys() - {"title", "kind", "starts_at", "minutes", "place"})), "final"
        )
    missing = next((n for n in ("title", "kind", "starts_at") if n in fields and not fields[n]), None)
    if missing:
        return Invalid(missing, "missing")
    return _change_appointment(vault, id, fields, kept=kept, now=now)


def move_appointment(
    vault: Vault, id: UUID, *, starts_at: datetime, now: datetime, minutes: int | None = None
) -> Saved | Held | Invalid:
    """To another time; its length stays unless given."""
    length: dict[str, Typed] = {} if minutes is None else {"minutes": minutes}
    return change_appointment(vault, id, fields={"starts_at": starts_at, **length}, now=now)


def hold_appointment(
    vault: Vault, id: UUID, *, now: datetime, minutes: int | None = None
) -> Saved | Held | Invalid:
    """It took place."""
    length: dict[str, Typed] = {} if minutes is None else {"minutes": minutes}
    return _change_appointment(vault, id, {"held_at": now, "cancelled_at": None, **length}, now=now)


def cancel_appointment(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    """It will not take place, or did not; a missed appointment never changes anything else."""
    return _change_appointment(vault, id, {"cancelled_at": now, "held_at": None}, now=now)


def reopen_appointment(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    """Take back that it was held or cancelled."""
    return _change_appointment(vault, id, {"cancelled_at": None, "held_at": None}, now=now)


def open_appointment(vault: Vault, id: UUID) -> Appointment | None:
    with vault.read() as tx:
        return calendar.get_appointment(tx, id)


def appointments(vault: Vault, *, start: datetime, end: datetime) -> tuple[AppointmentRow, ...]:
    """Those not cancelled that start in [start, end), in their order, with the names beside them."""
    with vault.read() as tx:
        found = calendar.appointments_between(tx, start, end)
        people_, places = caseload.names(tx), employers.names(tx)
    return tuple(row_of(one, people_, places) for one in found)


def add_task(
    vault: Vault,
    *,
    title: str,
    now: datetime,
    due_on: date | None = None,
    participant: UUID | None = None,
    plan: UUID | None = None,
    who: str = "",
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """`plan`: the plan for finding a job it is a step of; `who` does it there."""
    if not title.strip():
        return Invalid("title", "missing")
    fields: dict[str, Typed] = {
        "participant": participant, "title": title, "due_on": due_on, "plan": plan, "who": who
    }  # fmt: skip
    return _create(vault, TASK, fields, kept=kept, now=now, changes=TASKS)


def do_task(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    return _change_task(vault, id, {"done_at": now}, now=now)


def undo_task(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    """It was not done after all."""
    return _change_task(vault, id, {"done_at": None}, now=now)


def postpone_task(vault: Vault, id: UUID, *, due_on: date | None, now: datetime) -> Saved | Held | Invalid:
    return _change_task(vault, id, {"due_on": due_on}, now=now)


def tasks(vault: Vault, *, now: datetime, done: bool = False) -> tuple[TaskRow, ...]:
    """The open ones by day, or the done ones newest first."""
    with vault.read() as tx:
        found, names = calendar.tasks(tx, done=done), caseload.names(tx)
    return tuple(_task_row(one, names, now) for one in found)


def row_of(one: Appointment, participants: Mapping[UUID, str], places: Mapping[UUID, str]) -> AppointmentRow:
    return AppointmentRow(
        appointment=one,
        participant=participants.get(one.participant, "") if one.participant else "",
        employer=places.get(one.employer, "") if one.employer else "",
    )


def day_of(now: datetime) -> tuple[datetime, datetime]:
    """The day's first moment, and the next day's, in `now`'s zone."""
    start = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return start, start + timedelta(days=1)


def _task_row(task: Task, names: Mapping[UUID, str], now: datetime) -> TaskRow:
    late = task.done_at is None and task.due_on is not None and task.due_on < now.date()
    return TaskRow(task, names.get(task.participant, "") if task.participant else "", late)


def _create(
    vault: Vault,
    kind: RecordType,
    fields: Mapping[str, Typed],
    *,
    kept: frozenset[str],
    now: datetime,
    changes: Changes,
) -> Saved | Held | Invalid:
    values = typed(kind, fields, kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    id = records.new_id()
    participant, employer = fields.get("participant"), fields.get("employer")
    with vault.begin() as tx:
        if isinstance(participant, UUID) and caseload.get(tx, participant) is None:
            return Invalid("participant", "unknown")
        if isinstance(employer, UUID) and employers.get(tx, employer) is None:
            return Invalid("employer", "unknown")
        values = {**values, "owner": people.me(tx).person}
        case = _case(participant if isinstance(participant, UUID) else None)
        records.write(tx, kind, id, values, case=case, now=now, sign=vault.sign)
    return Saved(id, changes)


def _change_appointment(
    vault: Vault,
    id: UUID,
    fields: Mapping[str, Typed],
    *,
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    values = typed(APPOINTMENT, fields, kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        found = calendar.get_appointment(tx, id)
        if found is None:
            return Invalid("id", "unknown")
        case = _case(found.participant)
        changed = records.change(tx, APPOINTMENT, id, values, case=case, now=now, sign=vault.sign)
    return Saved(id, APPOINTMENTS if changed else frozenset())


def _change_task(
    vault: Vault, id: UUID, fields: Mapping[str, Typed], *, now: datetime
) -> Saved | Held | Invalid:
    values = typed(TASK, fields)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        found = calendar.get_task(tx, id)
        if found is None:
            return Invalid("id", "unknown")
        case = records.Case() if review.recommended(tx, id) else _case(found.participant)
        changed = records.change(tx, TASK, id, values, case=case, now=now, sign=vault.sign)
    return Saved(id, TASKS if changed else frozenset())


def _case(participant: UUID | None) -> records.Case:
    return records.Case(cand=participant) if participant else records.Case(own=True)
