"""Taking in what a device pushes: checked before the lock, decided under it, answered only after the commit."""

from __future__ import annotations

import base64
import contextlib
import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.domain.records import GUARD_RELEASE
from app.guard.release import Release
from app.protocol.messages import MAX_OPS, Envelope, Pushed, Result
from app.protocol.operation import moment
from server import db, readers, shape
from server.book import LEADER, Book, Item
from server.problems import Refused
from server.shape import Op

log = logging.getLogger("feltjournal.server")
_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Known:
    """What the door must know of a jobcenter: person ids, which are no text; phrases its leaders have released; whether
    a leader is pushing."""

    people: frozenset[str] = frozenset()
    released: tuple[Release, ...] = ()
    leads: bool = False


_NOTHING = Known()


def prepare(
    ops: Sequence[Envelope],
    *,
    device: UUID,
    key: bytes,
    seen: int,
    known: Known = _NOTHING,
    believe: bool = False,
    reader: readers.Reader = readers.HERE,
) -> tuple[Item, ...]:
    """Read, verify and guard a batch; all the work that needs no database, hence no lock.

    What the server has already (`q` up to `seen`) is only compared later, so a repeated batch costs little.
    `believe`: a text that a guard of this very version has read on the writer's computer, as the signature says, is
    read here again only now and then.
    """
    if len(ops) > MAX_OPS:
        raise Refused("batch-too-large")
    public = Ed25519PublicKey.from_public_bytes(key)
    found = []
    for envelope in ops:
        op = shape.read(envelope.p, envelope.s)
        if op.device != device:
            raise Refused("bad-operation")
        if op.q > seen:
            _verify(public, op)
        found.append(op)
    new = [op for op in found if op.q > seen]
    held = _one_by_one(new, known, reader) if known.leads else _held(new, known, reader, believe=believe)
    version = reader.version() or None
    return tuple(Item(op, held.get(op.hash, ()), version if op.q > seen else None) for op in found)


def _one_by_one(new: Sequence[Op], known: Known, reader: readers.Reader) -> dict[str, tuple[str, ...]]:
    """What a leader releases passes in the same batch already."""
    held: dict[str, tuple[str, ...]] = {}
    released = list(known.released)
    for op in new:
        (held[op.hash],) = reader.held_each([op.fields], people=known.people, released=tuple(released))
        if not held[op.hash]:
            released += _releases(op)
    return held


def _held(
    new: Sequence[Op], known: Known, reader: readers.Reader, *, believe: bool
) -> dict[str, tuple[str, ...]]:
    """By the hash of each operation that was read, why it must be refused."""
    version = reader.version() if believe else ""
    passed = {op.hash for op in new if version and op.fields.get("g") == version}
    with contextlib.ExitStack() as sampling:
        # One text of a push at most: reading takes far longer than all the rest of it.
        tried = set([one for one in sorted(passed) if secrets.randbelow(_SAMPLE) == 0][:1])
        if tried and not sampling.enter_context(reader.sampling()):
            tried = set()  # nobody waits for somebody else's sample; another push is tried
        unread = [op for op in new if op.hash not in passed or op.hash in tried]
        read = reader.held_each([op.fields for op in unread], people=known.people, released=known.released)
    held = dict(zip([op.hash for op in unread], read, strict=True))
    if any(held[one] for one in tried):
        # A guard of this version would not have let it through: nothing else this computer says of it is believed.
        log.warning("security: a computer vouched for what the guard refuses")
        return _held(new, known, reader, believe=False)
    return held


def push(tx: sa.Connection, device: UUID, items: Sequence[Item], *, now: datetime) -> Pushed:
    """Store a prepared batch whole, or refuse it whole. The caller commits before it answers.

    Locks the device's row, then the feed's, always in this order.
    """
    row = tx.execute(sa.select(db.device).where(db.device.c.id == device).with_for_update()).one()
    if row.revoked_at is not None:
        raise Refused("device-revoked")
    known, new = _along_the_chain(row, items)
    results = _said_before(tx, row, known)
    if new:
        book = Book.open(tx, row, new, now=now)
        results += [book.enter(item) for item in new]
        book.close(tx, new[-1].op)
    last = new[-1].op.q if new else row.seq
    return Pushed(results=results, device_q=last, received_at=moment(now))


def known(tx: sa.Connection, feed: str, person: str) -> Known:
    """`person`: whose device pushes."""
    here = tx.execute(sa.select(db.person.c.id, db.person.c.role).where(db.person.c.feed == feed))
    roles = {row.id: row.role for row in here}
    return Known(frozenset(roles), _released(tx, feed), roles.get(person) == LEADER)


def _releases(op: Op) -> list[Release]:
    body = op.fields.get("body")
    if op.flaw or not isinstance(body, dict) or body.get("type") != GUARD_RELEASE.name:
        return []
    said = body["set"]
    return [Release(*(str(said.get(name)) for name in ("category", "salt", "digest")))]


def _released(tx: sa.Connection, feed: str) -> tuple[Release, ...]:
    """The phrases a jobcenter's leaders have released, and not taken back."""
    rec = db.rec.c
    rows = tx.execute(sa.select(rec.vals).where(rec.feed == feed, rec.type == GUARD_RELEASE.name)).scalars()
    return tuple(
        Release(str(vals.get("category")), str(vals.get("salt")), str(vals.get("digest")))
        for vals in rows
        if vals.get("ended_on") is None
    )


def _verify(public: Ed25519PublicKey, op: Op) -> None:
    try:
        public.verify(base64.b64decode(op.s, validate=True), op.p.encode())
    except (ValueError, InvalidSignature):
        raise Refused("bad-signature") from None


def _along_the_chain(device: sa.Row[Any], items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    known: list[Item] = []
    new: list[Item] = []
    seq, hash = device.seq, device.last_hash
    for item in items:
        op = item.op
        if op.q <= device.seq and not new:
            known.append(item)
        elif op.q != seq + 1:
            raise Refused("device-chain", last=device.seq)
        elif op.prev != hash:
            raise Refused("device-fork", last=device.seq)
        else:
            new.append(item)
            seq, hash = op.q, op.hash
    return known, new


def _said_before(tx: sa.Connection, device: sa.Row[Any], known: Sequence[Item]) -> list[Result]:
    """The first answer again; another text under a sequence that is taken means two computers share a key."""
    if not known:
        return []
    wanted = sa.select(db.op).where(
        db.op.c.device == device.id, db.op.c.dseq.in_([item.op.q for item in known])
    )
    rows = {row.dseq: row for row in tx.execute(wanted)}
    results = []
    for item in known:
        row = rows[item.op.q]
        if row.hash != item.op.hash:
            raise Refused("device-fork", last=device.seq)
        results.append(_again(item.op, row))
    return results


def _again(op: Op, row: sa.Row[Any]) -> Result:
    if row.outcome in ("held", "parked"):
        return Result(op.said_id, row.outcome, categories=row.reason.split())
    if row.outcome == "duplicate":
        return Result(op.said_id, "duplicate", rev=int(row.reason))
    return Result(op.said_id, "duplicate", rev=row.rev, fields=(row.eff or {}).get("conflicts", []))
