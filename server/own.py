"""What the server has of a device's own operations, for a computer that was put back to an older copy of itself."""

from __future__ import annotations

import json
import logging
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.protocol.messages import PAGE_ROWS, Own, OwnOp
from server import db, pages, scope
from server.auth import Caller

log = logging.getLogger("feltjournal.server")


def after(tx: sa.Connection, caller: Caller, q: int, *, now: datetime) -> Own:
    """From the device's operation `q + 1` on. The text of a case that has left the person's scope stays here, and every
    text where the computer is to be wiped."""
    log.info("security: a computer asks for its own operations after an older copy of it was used")
    device = tx.execute(sa.select(db.device).where(db.device.c.id == caller.device)).one()
    op = db.op.c
    rows = tx.execute(
        sa.select(db.op).where(op.device == caller.device, op.dseq > q).order_by(op.dseq).limit(PAGE_ROWS + 1)
    ).all()
    taken = pages.fitting(rows, PAGE_ROWS)
    mine = scope.cases(tx, caller)
    shown = [
        row
        for row in taken
        if row.p and row.erased_at is None and not caller.wiped and (row.cand is None or row.cand in mine)
    ]
    revs = [row.rev for row in shown if row.rev is not None]
    pages.log_access(tx, caller, shown, after=min(revs, default=1) - 1, upto=max(revs, default=0), now=now)
    told = {row.dseq for row in shown}
    return Own(
        q=device.seq, hash=device.last_hash, ops=[_own(row, whole=row.dseq in told) for row in taken],
        more=len(taken) < len(rows),
    )  # fmt: skip


def _own(row: sa.Row[Any], *, whole: bool) -> OwnOp:
    duplicate = row.outcome == "duplicate"
    said = row.reason.split() if row.outcome in ("held", "parked") else (row.eff or {}).get("conflicts", [])
    return OwnOp(
        q=row.dseq, id=_id(row), kind=row.kind, hash=row.hash, r=row.outcome, cand=str(row.cand) if row.cand else None,
        rev=int(row.reason) if duplicate else row.rev, p=row.p if whole else "", s=row.s if whole else "",
        categories=[] if duplicate else said,
    )  # fmt: skip


def _id(row: sa.Row[Any]) -> str:
    """An operation that was said twice keeps its id in its text alone."""
    if row.id is not None or not row.p:
        return str(row.id or "")
    told = json.loads(row.p).get("id")
    try:
        return str(UUID(told))
    except (ValueError, TypeError, AttributeError):
        return ""
