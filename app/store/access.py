"""Who opened which participant, when."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from app.guard import ClearedText
from app.store.tables import access, enrolment


class Action(enum.StrEnum):
    VIEW = "view"
    TIMELINE = "timeline"
    NOTE = "note"
    FILE = "file"
    DRAFT = "draft"
    CPR = "cpr"
    CREATE = "create"
    EDIT = "edit"
    WRITE = "write"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Opened:
    at: datetime
    person: str
    participant: UUID
    action: Action
    reason: str | None


_LOG = sa.insert(access).values(
    {
        **{name: sa.bindparam(name) for name in ("at", "participant", "action", "reason")},
        "person": sa.select(enrolment.c.person).scalar_subquery(),
    }
)


def log(
    tx: sa.Connection, participant: UUID, action: Action, *, now: datetime, reason: ClearedText | None = None
) -> None:
    """Write it down, in the transaction that reads or changes."""
    tx.execute(
        _LOG,
        {
            "at": now,
            "participant": participant,
            "action": action.value,
            "reason": reason.text if reason is not None else None,
        },
    )


def of_participant(tx: sa.Connection, participant: UUID) -> tuple[Opened, ...]:
    """Newest first."""
    rows = tx.execute(
        sa.select(access).where(access.c.participant == participant).order_by(access.c.n.desc())
    )
    return tuple(Opened(r.at, r.person, r.participant, Action(r.action), r.reason) for r in rows)
