"""How a sync round begins: who are you, how far have you come, what must you know first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
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
_MOST_WAITING = 2**31 - 1
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
    feed = tx.execute(_FEED, {"feed": caller.feed, "now": now}).one()
    pages.same_history(tx, feed, pages.Cursor(said.epoch, said.rev, said.chain))
    until = now + house.lease
    # First of what is written: it locks the computer's row, so that two greetings of one are taken one after the other.
    device = tx.execute(
        _SEEN,
        {
            "device": caller.device,
            "said": said.app[:32],
            "until": until,
            "now": now,
            "waits": min(max(said.waiting, 0), _MOST_WAITING),
            **_late(said),
        },
    ).one()
    if feed.over:  # locks the feed: after the computer, as a push does, or the two would wait for each other
        assign.expire(tx, feed=caller.feed, now=now)
    known = tx.execute(_KNOWN, {"device": caller.device}).one()
    told = pulse.heard(tx, caller.device, said, known, now=now)
    before = _anchored(tx, caller.device, said, known, now=now)
    wiped = device.wipe_requested_at is not None
    order = orders.Order(orders.WIPE, caller.device, caller.person, now)
    if not wiped:
        order = orders.Order(orders.LEASE, caller.device, caller.person, now, until)
    signed = orders.sign(order, house.sign)
    mine = scope.read(tx, caller)
    comes = said.page > 0 and not wiped and not is_old(caller, house.min_app)
    news = None
    if comes and mine.tag == said.scope and said.rev < feed.head:
        news = pages.following(tx, caller, feed, said.rev, limit=said.page, now=now)
    if wiped or (news and news.changes):
        tx.execute(
            db.LASTING
        )  # that it was told, and who was shown what, must outlive a fall of the database
    return Welcome(
        epoch=feed.epoch, head=feed.head, backup_rev=feed.backup_rev, device_q=device.seq, device_hash=device.last_hash,
        time=moment(now), scope=mine.tag, min_app=house.min_app,
        commands=told, max_ops=house.batch[0], max_bytes=house.batch[1], lease=None if wiped else signed,
        wipe=signed if wiped else None, anchor_n=before[0], anchor=before[1], release=house.release,
        whole=mine if comes and mine.tag != said.scope else None, news=news,
    )  # fmt: skip


def _late(said: Hello) -> dict[str, Any]:
    """Of drafts no day is known of, none is told."""
    try:
        day = date.fromisoformat(said.draft_on) if said.draft_on else None
    except ValueError:
        raise Refused("bad-request") from None
    return {"late": min(max(said.drafts, 0), _MOST_WAITING) if day else 0, "late_on": day}


def has_room(ops: Sequence[Envelope], house: House) -> bool:
    """Whether what came along is no more than one push should hold; more is asked for in parts."""
    most, most_bytes = house.batch
    return 0 < len(ops) <= most and sum(len(one.p) + len(one.s) for one in ops) <= most_bytes


def _anchored(
    tx: sa.Connection, device: UUID, said: Hello, known: sa.Row[Any], *, now: datetime
) -> tuple[int, str]:
    """What was said last time. A chain that is shorter now, or another one, is noted: its files were put back."""
    before = (0, "") if known.n is None else (known.n, known.mac)
    if said.anchor_n == 0:  # a program from before, or a vault without a chain yet
        return before
    if not 0 < said.anchor_n < 2**53 or not _MAC.fullmatch(said.anchor):
        raise Refused("bad-request")
    values: dict[str, Any] = {"n": said.anchor_n, "mac": said.anchor, "at": now}
    if known.n is None:
        tx.execute(sa.insert(db.device_anchor).values(device=device, **values))
        return before
    if said.anchor_n < known.n or (said.anchor_n == known.n and said.anchor != known.mac):
        values["fell_at"] = now
    tx.execute(sa.update(db.device_anchor).where(db.device_anchor.c.device == device).values(**values))
    return before


# Built once: most of what a greeting costs is making statements and asking them one by one.
_OVER = sa.exists().where(
    db.membership.c.feed == db.feed.c.id, db.membership.c.until <= sa.bindparam("now", type_=sa.DateTime(timezone=True)),
    db.membership.c.upto_rev.is_(None),
)  # fmt: skip
_FEED = sa.select(db.feed, _OVER.label("over")).where(db.feed.c.id == sa.bindparam("feed"))
_KNOWN: sa.Select[Any] = (
    sa.select(
        *(db.device_pulse.c[name] for name in ("word", "other", "swaps", "two_at")),
        db.device_anchor.c.n,
        db.device_anchor.c.mac,
    )
    .select_from(
        db.device.outerjoin(db.device_pulse, db.device_pulse.c.device == db.device.c.id).outerjoin(
            db.device_anchor, db.device_anchor.c.device == db.device.c.id
        )
    )
    .where(db.device.c.id == sa.bindparam("device"))
)
_NOW, _UNTIL = (sa.bindparam(name, type_=sa.DateTime(timezone=True)) for name in ("now", "until"))
_SEEN = (
    sa.update(db.device)
    .where(db.device.c.id == sa.bindparam("device"))
    .values(
        app=sa.bindparam("said"), seen_at=_NOW, waiting=sa.bindparam("waits"), waiting_seq=db.device.c.seq,
        drafts=sa.bindparam("late"), draft_on=sa.bindparam("late_on", type_=sa.Date),
        # The order to wipe counts as told when it is put on the wire; whether it was obeyed nobody can know.
        wipe_told_at=sa.case((db.device.c.wipe_requested_at.is_not(None), sa.func.coalesce(db.device.c.wipe_told_at, _NOW))),
        lease_until=sa.case((db.device.c.wipe_requested_at.is_(None), _UNTIL), else_=db.device.c.lease_until),
    )
    .returning(db.device)
)  # fmt: skip


def refuse_wiped(caller: Caller) -> None:
    """A computer that is to be wiped may still deliver; it may be in a stranger's hands, who has no program of ours."""
    if caller.wiped:
        raise Refused("device-wiped")


def refuse_fetching(caller: Caller, min_app: str) -> None:
    """A program that is too old may still deliver, but not fetch."""
    refuse_wiped(caller)
    if is_old(caller, min_app):
        raise Refused("app-too-old")


def is_old(caller: Caller, min_app: str) -> bool:
    return _version(caller.app) < _version(min_app)


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("+")[0].split(".") if part.isdigit())
