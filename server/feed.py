"""Taking in what a device pushes: checked before the lock, decided under it, answered only after the commit."""

from __future__ import annotations

import base64
import functools
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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
from server import db, readers, sampling, shape
from server.book import LEADER, Book, Item
from server.problems import Refused
from server.readers import Known
from server.shape import Op

_NOTHING = Known()
_MANY = 32  # signatures that are worth a second thread


def prepare(
    ops: Sequence[Envelope],
    *,
    device: UUID,
    key: bytes,
    seen: int,
    known: Known = _NOTHING,
    believe: bool = False,
    reader: readers.Reader = readers.HERE,
    doubt: sampling.Doubt = lambda: None,
) -> tuple[Item, ...]:
    """Read, verify and guard a batch; all the work that needs no database, hence no lock.

    What the server has already (`q` up to `seen`) is only compared later, so a repeated batch costs little.
    `believe`: a text that a guard of this very version has read on the writer's computer, as the signature says, is
    read here again only now and then; `doubt` is told when that computer turns out not to have been worth it.
    """
    if len(ops) > MAX_OPS:
        raise Refused("batch-too-large")
    version = reader.version()
    vouching = bool(version) and believe and not known.leads
    drawn = [shape.read(ops[n].p, ops[n].s) for n in sampling.draw(len(ops))] if vouching else []
    taken = [op for op in drawn if op.device == device and _vouched(op, seen, version)]
    trial = sampling.begin(taken, reader, known, doubt)  # it is read while all else is done
    found = [shape.read(envelope.p, envelope.s) for envelope in ops]
    if any(op.device != device for op in found):
        raise Refused("bad-operation")
    new = [op for op in found if op.q > seen]
    passed = [op for op in new if _vouched(op, seen, version)] if vouching else []
    _verify_all(Ed25519PublicKey.from_public_bytes(key), new)
    held = _one_by_one(new, known, reader) if known.leads else _held(new, passed, known, reader, trial)
    return tuple(Item(op, held.get(op.hash, ()), version or None if op.q > seen else None) for op in found)


def _vouched(op: Op, seen: int, version: str) -> bool:
    """New, and read by a guard of this version on its writer's computer, as that says."""
    return op.q > seen and op.fields.get("g") == version


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
    new: Sequence[Op],
    passed: Sequence[Op],
    known: Known,
    reader: readers.Reader,
    trial: sampling.Trial | None,
) -> dict[str, tuple[str, ...]]:
    """By the hash of each operation that was read, why it must be refused."""
    vouched = {op.hash for op in passed}
    unread = [op for op in new if op.hash not in vouched]
    held = reader.held_each([op.fields for op in unread], people=known.people, released=known.released)
    told = dict(zip([op.hash for op in unread], held, strict=True))
    if trial is not None and trial.found():
        # A guard of this version would not have let it through: nothing else this computer says of it is believed.
        told |= _held(passed, (), known, reader, None)
    return told


def push(tx: sa.Connection, device: UUID, items: Sequence[Item], *, now: datetime) -> Pushed:
    """Store a prepared batch whole, or refuse it whole. The caller commits before it answers.

    Locks the device's row, then the feed's, always in this order.
    """
    row = tx.execute(_DEVICE, {"device": device}).one()
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


# With the role of whose it is, which decides what they may write.
_ROLE = sa.select(db.person.c.role).where(
    db.person.c.feed == db.device.c.feed, db.person.c.id == db.device.c.person
)
_DEVICE = (
    sa.select(db.device, _ROLE.scalar_subquery().label("role"))
    .where(db.device.c.id == sa.bindparam("device"))
    .with_for_update(of=db.device)
)


_PEOPLE = sa.select(db.person.c.id, db.person.c.role).where(db.person.c.feed == sa.bindparam("feed"))
_RELEASES = sa.select(db.rec.c.vals).where(
    db.rec.c.feed == sa.bindparam("feed"), db.rec.c.type == GUARD_RELEASE.name
)


def known(tx: sa.Connection, feed: str, person: str) -> Known:
    """`person`: whose device pushes."""
    here = tx.execute(_PEOPLE, {"feed": feed})
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
    rows = tx.execute(_RELEASES, {"feed": feed}).scalars()
    return tuple(
        Release(str(vals.get("category")), str(vals.get("salt")), str(vals.get("digest")))
        for vals in rows
        if vals.get("ended_on") is None
    )


def _verify_all(public: Ed25519PublicKey, ops: Sequence[Op]) -> None:
    """Each signature, so that whoever reads one operation alone can check it. A check lets go of Python's lock."""
    if len(ops) < _MANY:
        for op in ops:
            _verify(public, op)
    else:
        list(_verifiers().map(lambda part: _verify_all(public, part), _parts(ops)))


def _parts(ops: Sequence[Op]) -> list[Sequence[Op]]:
    step = _MANY - 1
    return [ops[start : start + step] for start in range(0, len(ops), step)]


@functools.cache
def _verifiers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(os.cpu_count() or 1, "door-keys")


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
