"""What the jobcenter has not yet confirmed: signed operations in one chain per device."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app import __version__
from app.protocol import canonical, operation
from app.store.tables import enrolment, outbox, sync_state

Sign = Callable[[bytes], bytes]
WAITING = ("pending", "sent")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An operation on its way. `state`: `pending`, `sent` (answer unknown), `held` or `parked`."""

    q: int
    id: UUID
    kind: str
    cand: UUID | None
    p: str
    s: str
    state: str
    problem: str | None
    made_at: datetime


def add(tx: sa.Connection, draft: operation.Draft, *, sign: Sign) -> int:
    """Append to this device's chain, signed. Returns its sequence number."""
    me = tx.execute(sa.select(enrolment.c.device, enrolment.c.feed)).one()
    last = tx.execute(sa.select(outbox.c.q, outbox.c.p).order_by(outbox.c.q.desc()).limit(1)).one_or_none()
    q, prev = (1, canonical.START) if last is None else (last.q + 1, canonical.digest(last.p))
    off = tx.execute(sa.select(sync_state.c.clock_offset_ms)).scalar_one_or_none() or 0
    p = operation.compose(draft, dev=me.device, q=q, prev=prev, feed=me.feed, off=off, app=__version__)
    tx.execute(
        sa.insert(outbox).values(
            q=q, id=draft.id, kind=draft.kind.value, cand=draft.cand, p=p, s=base64.b64encode(sign(p.encode())).decode(),
            state="pending", attempts=0, made_at=draft.at,
        )
    )  # fmt: skip
    return q


def waiting_count(tx: sa.Connection) -> int:
    """How many operations the server has not acknowledged."""
    count = sa.select(sa.func.count()).select_from(outbox).where(outbox.c.state.in_(WAITING))
    return int(tx.execute(count).scalar_one())


def waiting(tx: sa.Connection, *, limit: int | None = None) -> tuple[Waiting, ...]:
    """The unacknowledged operations in the device's order."""
    rows = tx.execute(_rows().where(outbox.c.state.in_(WAITING)).limit(limit))
    return tuple(_waiting(row) for row in rows)


def of_record(tx: sa.Connection, cand: UUID | None) -> tuple[Waiting, ...]:
    """Waiting operations of one case (or of none), to lay over what the server says."""
    rows = tx.execute(
        _rows().where(
            outbox.c.state.in_(WAITING), outbox.c.cand.is_(cand) if cand is None else outbox.c.cand == cand
        )
    )
    return tuple(_waiting(row) for row in rows)


def _rows() -> sa.Select[Any]:
    return sa.select(outbox).order_by(outbox.c.q)


def _waiting(row: sa.Row[Any]) -> Waiting:
    return Waiting(
        q=row.q, id=row.id, kind=row.kind, cand=row.cand, p=row.p, s=row.s, state=row.state, problem=row.problem,
        made_at=row.made_at,
    )  # fmt: skip
