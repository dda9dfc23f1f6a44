"""How a sync round begins: who are you, how far have you come, what must you know first."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from app.protocol.messages import Hello, Welcome
from app.protocol.operation import moment
from server import db, pages, scope
from server.auth import Caller
from server.problems import Refused

# What one push should hold: reading a text takes the guard longer than everything else together, and the computer
# waits for the answer meanwhile. The limits of `app.protocol.messages` are those at which a push is refused.
BATCH_OPS, BATCH_BYTES = 100, 256 * 1024


def welcome(tx: sa.Connection, caller: Caller, said: Hello, *, min_app: str, now: datetime) -> Welcome:
    if said.device != str(caller.device) or said.feed != caller.feed:
        raise Refused("wrong-feed")
    feed = tx.execute(sa.select(db.feed).where(db.feed.c.id == caller.feed)).one()
    pages.same_history(tx, feed, pages.Cursor(said.epoch, said.rev, said.chain))
    device = _seen(tx, caller.device, app=said.app, now=now)
    return Welcome(
        epoch=feed.epoch, head=feed.head, backup_rev=feed.backup_rev, device_q=device.seq, device_hash=device.last_hash,
        time=moment(now), scope=scope.read(tx, caller).tag, min_app=min_app,
        commands=["wipe"] if device.wipe_requested_at else [], max_ops=BATCH_OPS, max_bytes=BATCH_BYTES,
    )  # fmt: skip


def _seen(tx: sa.Connection, device: UUID, *, app: str, now: datetime) -> sa.Row[tuple[object, ...]]:
    update = sa.update(db.device).where(db.device.c.id == device).values(app=app[:32], seen_at=now)
    return tx.execute(update.returning(db.device)).one()


def refuse_old(caller: Caller, min_app: str) -> None:
    """A program that is too old may still deliver, but not fetch."""
    if _version(caller.app) < _version(min_app):
        raise Refused("app-too-old")


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("+")[0].split(".") if part.isdigit())
