"""Participants: their rows, their last contact, their next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.domain import calendar, journal
from app.domain.cpr import Cpr
from app.domain.participant import Listed, Participant, Phase, Step
from app.store.tables import RECORDS, Moment, appointment, note, participant, scope, task

Face = tuple[str, str, str, str, str | None, str | None, str]  # a participant's row as `_LISTED` has it
LENT = "deputy"  # as the server calls the role in its scope

_ONE = sa.select(participant).where(participant.c.id == sa.bindparam("id"))
_IDS = 1 << 14
_PHASES = {phase.value: phase for phase in Phase}
# Five thousand rows: each is made into what it stands for here, once, and not by the columns' types.
_LISTED = sa.select(
    *(
        sa.type_coerce(participant.c[name], sa.Text)
        for name in ("id", "name", "case_no", "phase", "ips_start", "job_start", "consultant")
    )
)
# As the index `note_talk` has it, word for word: values that are bound would not find it.
_TALKS = ", ".join(f"'{kind}'" for kind in sorted(journal.CONVERSATIONS))
_TALK = sa.text(f"note.kind IN ({_TALKS}) AND note.title <> ''")
_HELD = (
    appointment.c.held_at.is_not(None),
    appointment.c.cancelled_at.is_(None),
    appointment.c.kind.in_([k.value for k in calendar.CONVERSATIONS]),
)


def get(tx: sa.Connection, id: UUID) -> Participant | None:
    row = tx.execute(_ONE, {"id": id}).one_or_none()
    return None if row is None else _participant(row)


def get_many(tx: sa.Connection, ids: Iterable[UUID]) -> tuple[Participant, ...]:
    """In no order."""
    wanted = list(ids)
    rows = tx.execute(sa.select(participant).where(participant.c.id.in_(wanted))) if wanted else ()
    return tuple(_participant(row) for row in rows)


def all(tx: sa.Connection) -> tuple[Participant, ...]:
    return tuple(_participant(row) for row in tx.execute(sa.select(participant)))


def listed(tx: sa.Connection, before: Mapping[Face, Listed]) -> dict[Face, Listed]:
    """Everybody here, as a list says them, by what the store says of them; who is as `before` is the same object."""
    faces = [tuple(row) for row in tx.execute(_LISTED).all()]
    return {face: before.get(face) or _listed(*face) for face in faces}


def _listed(
    id: str, name: str, case_no: str, phase: str, start: str | None, job: str | None, consultant: str
) -> Listed:
    return Listed(_id(id), name, case_no, _PHASES[phase], _date(start), _date(job), consultant)


@lru_cache(maxsize=_IDS)
def _id(hex: str) -> UUID:
    """Python takes as long to make a UUID as the store to find a row."""
    return UUID(hex=hex)


def is_empty(tx: sa.Connection) -> bool:
    return tx.execute(sa.select(participant.c.id).limit(1)).first() is None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of one consultant's cases stand in one phase, and of how many nothing has been heard since."""

    consultant: str
    phase: Phase
    cases: int
    quiet: int


def shares(tx: sa.Connection, *, before: datetime, day: date) -> tuple[Share, ...]:
    """How the cases are shared. Quiet: the last conversation lay `before`, or there was none since a start up to `day`."""
    both = (sa.func.coalesce(_last_note(), ""), sa.func.coalesce(_last_held(), ""))
    last = sa.type_coerce(sa.func.nullif(sa.func.max(*both), ""), Moment).label("last")
    each = sa.select(participant.c.consultant, participant.c.phase, participant.c.ips_start, last).subquery()
    said = sa.func.coalesce(each.c.last < before, each.c.ips_start <= day, sa.false())
    quiet = sa.type_coerce(said, sa.Integer)  # or the sum of yes and yes is yes
    alike = (each.c.consultant, each.c.phase)
    rows = tx.execute(sa.select(*alike, sa.func.count(), sa.func.sum(quiet)).group_by(*alike))
    return tuple(Share(whose, _PHASES[phase], cases, int(late)) for whose, phase, cases, late in rows)


def followed_by(me: str, mine: frozenset[str], today: date) -> sa.ColumnElement[bool]:
    """The condition for the participants this person follows, or stands in for on this day."""
    deputy = RECORDS["assignment"].c
    stands_in = sa.select(deputy.participant).where(
        deputy.person == me,
        deputy.person != "",
        sa.or_(deputy.from_day.is_(None), deputy.from_day <= today),
        sa.or_(deputy.to_day.is_(None), deputy.to_day >= today),
    )
    # A case nobody is named for is one's own only where it was not lent, as to a leader who reads it for a reason.
    lent = sa.exists().where(scope.c.cand == participant.c.id, scope.c.role == LENT)
    nobodys = sa.and_(participant.c.consultant == "", lent)
    return sa.or_(
        sa.and_(participant.c.consultant.in_(mine), sa.not_(nobodys)), participant.c.id.in_(stands_in)
    )


def is_lent(tx: sa.Connection, id: UUID) -> bool:
    """Whether the server gave the case for a while, to stand in or to read."""
    return tx.execute(sa.select(scope.c.role).where(scope.c.cand == id)).scalar_one_or_none() == LENT


def followed(tx: sa.Connection, me: str, mine: frozenset[str], today: date) -> tuple[Participant, ...]:
    rows = tx.execute(sa.select(participant).where(followed_by(me, mine, today)))
    return tuple(_participant(row) for row in rows)


def names(tx: sa.Connection, ids: Iterable[UUID] | None = None) -> dict[UUID, str]:
    """Participant id → name; of all when no ids are given."""
    query = sa.select(participant.c.id, participant.c.name)
    if ids is not None:
        query = query.where(participant.c.id.in_(list(ids)))
    return {row.id: row.name for row in tx.execute(query)}


def case_numbers(tx: sa.Connection) -> set[str]:
    return set(tx.execute(sa.select(participant.c.case_no).where(participant.c.case_no != "")).scalars())


def _last_note() -> sa.ColumnElement[str]:
    newest = sa.select(sa.func.max(sa.type_coerce(note.c.happened_at, sa.Text)))
    return (
        newest.where(note.c.participant == participant.c.id, _TALK).correlate(participant).scalar_subquery()
    )


def _last_held() -> sa.ColumnElement[str]:
    newest = sa.select(sa.func.max(sa.type_coerce(appointment.c.starts_at, sa.Text)))
    held = (appointment.c.participant == participant.c.id, *_HELD)
    return newest.where(*held).correlate(participant).scalar_subquery()


def last_contacts(tx: sa.Connection, ids: Iterable[UUID] | None = None) -> dict[UUID, datetime]:
    """Each participant's newest conversation: a note of one, or an appointment that was held. Of all, or of these."""
    talked, met = (
        sa.type_coerce(note.c.participant, sa.Text),
        sa.type_coerce(appointment.c.participant, sa.Text),
    )
    noted = sa.select(talked, sa.func.max(note.c.happened_at).label("at")).where(_TALK)
    held = sa.select(met, sa.func.max(appointment.c.starts_at).label("at")).where(met.is_not(None), *_HELD)
    if ids is not None:
        wanted = list(ids)
        noted = noted.where(note.c.participant.in_(wanted))
        held = held.where(appointment.c.participant.in_(wanted))
    found: dict[str, datetime] = {}
    for query in (noted.group_by(note.c.participant), held.group_by(appointment.c.participant)):
        for whose, at in tx.execute(query).all():
            if whose not in found or found[whose] < at:
                found[whose] = at
    return {_id(whose): at for whose, at in found.items()}


def open_steps(tx: sa.Connection, ids: Iterable[UUID] | None = None) -> dict[UUID, tuple[Step, ...]]:
    """What each participant has ahead: open appointments and tasks, the soonest first, undated tasks last."""
    steps: dict[UUID, list[Step]] = {}
    appointments = sa.select(appointment).where(
        appointment.c.participant.is_not(None),
        appointment.c.held_at.is_(None),
        appointment.c.cancelled_at.is_(None),
    )
    tasks = sa.select(task).where(task.c.participant.is_not(None), task.c.done_at.is_(None))
    if ids is not None:
        wanted = list(ids)
        appointments = appointments.where(appointment.c.participant.in_(wanted))
        tasks = tasks.where(task.c.participant.in_(wanted))
    for row in tx.execute(appointments):
        steps.setdefault(row.participant, []).append(_appointment_step(row))
    for row in tx.execute(tasks):
        steps.setdefault(row.participant, []).append(_task_step(row))
    return {who: tuple(sorted(mine, key=_when)) for who, mine in steps.items()}


def done_steps(tx: sa.Connection, id: UUID, *, limit: int) -> tuple[Step, ...]:
    """The tasks done last, newest first."""
    rows = tx.execute(
        sa.select(task)
        .where(task.c.participant == id, task.c.done_at.is_not(None))
        .order_by(task.c.done_at.desc())
        .limit(limit)
    )
    return tuple(_task_step(row) for row in rows)


def _when(step: Step) -> tuple[bool, str, bool, str]:
    """By day; on one day what has a time before what has none."""
    at = step.at.isoformat() if step.at else ""
    day = at[:10] or (step.on.isoformat() if step.on else "")
    return not day, day, step.is_task, at


def _appointment_step(row: sa.Row[Any]) -> Step:
    return Step(row.id, False, row.title, row.kind, row.starts_at, None, row.held_at)


def _task_step(row: sa.Row[Any]) -> Step:
    return Step(row.id, True, row.title, "", None, row.due_on, row.done_at)


def _participant(row: sa.Row[Any]) -> Participant:
    """The table's columns stand in the order of the fields; a test says so."""
    values: Any = row
    id, name, cpr, case_no, phase, *more = values
    return Participant(id, name, Cpr(cpr) if cpr else None, case_no, _PHASES[phase], *more)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
