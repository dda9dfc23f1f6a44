"""How a sync round begins: who are you, how far have you come, what must you know first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.protocol import orders
from app.protocol.messages import Envelope, Hello, Welcome
from app.protocol.operation import moment
from server import assign, db, pages, pulse, scope
from server.auth import Caller
from server.problems import Refused

# What one push should hold: reading a text takes the guard longer than everything else together, and the computer
# waits for the answer meanwhile. The limits of `app.protocol.messages` are those at which a push is refused.
BATCH_OPS, BATCH_BYTES = 100, 256 * 1024
UNREAD_OPS, UNREAD_BYTES = 500, 2 * 1024 * 1024  # where the guard need not read them all
_MAC = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class House:
    """What of the jobcenter a greeting needs. `lease`: how long a computer may be read without meeting the server.
    `release`: the publisher's word of a newer version, passed on."""

    min_app: str
    lease: timedelta
    sign: Callable[[bytes], bytes]
    batch: tuple[int, int] = (BATCH_OPS, BATCH_BYTES)
    release: Envelope | None = None


def welcome(tx: sa.Connection, caller: Caller, said: Hello, *, house: House, now: datetime) -> Welcome:
    if said.device != str(caller.device) or said.feed != caller.feed:
        raise Refused("wrong-feed")
    feed = tx.execute(sa.select(db.feed).where(db.feed.c.id == caller.feed)).one()
    assign.expire(tx, feed=caller.feed, now=now)
    pages.same_history(tx, feed, pages.Cursor(said.epoch, said.rev, said.chain))
    told = pulse.heard(tx, caller.device, said, now=now)
    before = _anchored(tx, caller.device, said, now=now)
    until = now + house.lease
    device = _seen(tx, caller.device, app=said.app, until=until, now=now)
    wiped = device.wipe_requested_at is not None
    order = orders.Order(orders.WIPE, caller.device, caller.person, now)
    if not wiped:
        order = orders.Order(orders.LEASE, caller.device, caller.person, now, until)
    signed = orders.sign(order, house.sign)
    return Welcome(
        epoch=feed.epoch, head=feed.head, backup_rev=feed.backup_rev, device_q=device.seq, device_hash=device.last_hash,
        time=moment(now), scope=scope.read(tx, caller).tag, min_app=house.min_app,
        commands=told, max_ops=house.batch[0], max_bytes=house.batch[1], lease=None if wiped else signed,
        wipe=signed if wiped else None, anchor_n=before[0], anchor=before[1], release=house.release,
    )  # fmt: skip


def _anchored(tx: sa.Connection, device: UUID, said: Hello, *, now: datetime) -> tuple[int, str]:
    """What was said last time. A chain that is shorter now, or another one, is noted: its files were put back."""
    table = db.device_anchor
    mine = table.c.device == device
    row = tx.execute(sa.select(table).where(mine)).one_or_none()
    if said.anchor_n == 0:  # a program from before, or a vault without a chain yet
        return (0, "") if row is None else (row.n, row.mac)
    if not 0 < said.anchor_n < 2**53 or not _MAC.fullmatch(said.anchor):
        raise Refused("bad-request")
    values: dict[str, Any] = {"n": said.anchor_n, "mac": said.anchor, "at": now}
    if row is None:
        tx.execute(sa.insert(table).values(device=device, **values))
        return 0, ""
    if said.anchor_n < row.n or (said.anchor_n == row.n and said.anchor != row.mac):
        values["fell_at"] = now
    tx.execute(sa.update(table).where(mine).values(**values))
    return row.n, row.mac


def _seen(
    tx: sa.Connection, device: UUID, *, app: str, until: datetime, now: datetime
) -> sa.Row[tuple[Any, ...]]:
    """The order to wipe counts as told when it is put on the wire; whether it was obeyed nobody can know."""
    column = db.device.c
    told = sa.case((column.wipe_requested_at.is_not(None), sa.func.coalesce(column.wipe_told_at, now)))
    lease = sa.case((column.wipe_requested_at.is_(None), until), else_=column.lease_until)
    update = (
        sa.update(db.device)
        .where(column.id == device)
        .values(app=app[:32], seen_at=now, wipe_told_at=told, lease_until=lease)
    )
    return tx.execute(update.returning(db.device)).one()


def refuse_old(caller: Caller, min_app: str) -> None:
    """A program that is too old may still deliver, but not fetch."""
    if _version(caller.app) < _version(min_app):
        raise Refused("app-too-old")


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("+")[0].split(".") if part.isdigit())
