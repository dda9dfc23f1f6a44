"""What the pages show, read from the tables: frozen rows, no markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from server import db, team

SHOWN = 200
_ABSENT = "–"


@dataclass(frozen=True, slots=True)
class Computer:
    """`state`: `ok`, `waiting`, `revoked`, `wiping` (ordered, not yet told) or `wiped` (told). `fell_at`: when its journal
    was last older than at the greeting before. `two_at`: when two copies of it were last seen to be in use. `unsent`: how
    many of the changes that waited at its last greeting have not come; None where it has never said."""

    id: UUID
    person: str
    name: str
    machine: str
    app: str
    enrolled_at: datetime
    seen_at: datetime | None
    lease_until: datetime | None
    ops: int
    state: str
    fell_at: datetime | None
    two_at: datetime | None
    unsent: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """A case that lies on a computer. `since`: it has been taken from its holder, and the computer does not know yet."""

    name: str
    case_no: str
    since: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    id: UUID
    name: str
    case_no: str
    holders: tuple[str, ...]
    deputies: tuple[tuple[str, str, datetime | None], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A field two people have changed. `mine`: what `by` wanted; `stands`: what the record says now, since
    revision `seen`."""

    rev: int
    field: str
    type: str
    rec: UUID
    subject: str
    by: str
    at: datetime
    mine: str
    stands: str
    seen: int


@dataclass(frozen=True, slots=True)
class Parked:
    device: UUID
    dseq: int
    kind: str
    reason: str
    by: str
    at: datetime


def computers(tx: sa.Connection, feed: str) -> list[Computer]:
    device, person = db.device.c, db.person.c
    rows = tx.execute(
        sa.select(db.device, person.name, db.device_anchor.c.fell_at, db.device_pulse.c.two_at)
        .outerjoin(db.device_pulse, db.device_pulse.c.device == device.id)
        .outerjoin(db.device_anchor, db.device_anchor.c.device == device.id)
        .join(db.person, sa.and_(person.feed == device.feed, person.id == device.person))
        .where(device.feed == feed)
        .order_by(person.name, device.enrolled_at)
    )
    return [
        Computer(
            r.id,
            r.person,
            r.name,
            r.machine,
            r.app,
            r.enrolled_at,
            r.seen_at,
            r.lease_until,
            r.seq,
            _state(r),
            r.fell_at,
            r.two_at,
            None if r.waiting is None else max(r.waiting - (r.seq - r.waiting_seq), 0),
        )
        for r in rows
    ]


def computer(tx: sa.Connection, feed: str, id: UUID) -> Computer | None:
    return next((one for one in computers(tx, feed) if one.id == id), None)


def _state(row: sa.Row[Any]) -> str:
    if row.wipe_requested_at is not None:
        return "wiped" if row.wipe_told_at is not None else "wiping"
    if row.revoked_at is not None:
        return "revoked"
    return "waiting" if row.waiting_since is not None else "ok"


def drafts(tx: sa.Connection, feed: str) -> list[tuple[str, int, str]]:
    """Whose notes have lain as drafts for more than three days: who, how many, since when. Never what stands in them."""
    known = names(tx, feed)
    return [(known.get(one.person, one.person), one.drafts, one.since) for one in team.late_drafts(tx, feed)]


def held_by(tx: sa.Connection, feed: str, one: Computer) -> list[Held]:
    """The cases that lie on a computer, also those it has not been told to let go of."""
    member, rec = db.membership.c, db.rec.c
    mine = sa.select(member.cand, member.upto_rev).where(
        member.feed == feed, member.person == one.person,
        sa.or_(member.upto_rev.is_(None), member.ended_at > (one.seen_at or one.enrolled_at)),
    )  # fmt: skip
    ended = {row.cand: row.upto_rev is not None for row in tx.execute(mine)}
    people = sa.select(rec.id, rec.vals).where(rec.feed == feed, rec.type == "participant", rec.id.in_(ended))
    found = [
        Held(str(row.vals.get("name") or _ABSENT), str(row.vals.get("case_no") or ""), ended[row.id])
        for row in tx.execute(people)
    ]
    return sorted(found, key=lambda case: (case.name.casefold(), case.case_no))


def names(tx: sa.Connection, feed: str) -> dict[str, str]:
    rows = tx.execute(sa.select(db.person.c.id, db.person.c.name).where(db.person.c.feed == feed))
    return {row.id: row.name for row in rows}


def consultants(tx: sa.Connection, feed: str) -> list[tuple[str, str]]:
    person = db.person.c
    chosen = sa.select(person.id, person.name).where(
        person.feed == feed, person.role.in_(("consultant", "leader"))
    )
    return [(row.id, row.name) for row in tx.execute(chosen.order_by(person.name))]


def candidates(tx: sa.Connection, feed: str) -> list[Candidate]:
    rec, member, known = db.rec.c, db.membership.c, names(tx, feed)
    holding: dict[UUID, list[sa.Row[Any]]] = {}
    active = sa.select(db.membership).where(member.feed == feed, member.upto_rev.is_(None))
    for row in tx.execute(active.order_by(member.person)):
        holding.setdefault(row.cand, []).append(row)
    people = tx.execute(sa.select(rec.id, rec.vals).where(rec.feed == feed, rec.type == "participant")).all()
    found = [
        Candidate(
            row.id, str(row.vals.get("name") or _ABSENT), str(row.vals.get("case_no") or ""),
            tuple(known.get(m.person, m.person) for m in holding.get(row.id, ()) if m.role != "deputy"),
            tuple((m.person, known.get(m.person, m.person), m.until) for m in holding.get(row.id, ()) if m.role == "deputy"),
        )
        for row in people
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def questions(tx: sa.Connection, feed: str) -> list[Question]:
    conflict, op, known = db.conflict.c, db.op.c, names(tx, feed)
    open_ = (
        sa.select(db.conflict, op.by, op.cand, op.received_at)
        .join(db.op, sa.and_(op.feed == conflict.feed, op.rev == conflict.rev))
        .where(conflict.feed == feed, conflict.resolved_rev.is_(None))
        .order_by(conflict.rev, conflict.field)
        .limit(SHOWN)
    )
    found = []
    for row in tx.execute(open_).all():
        vals, frev = _record(tx, feed, row.type, row.rec)
        subject = vals.get("name") or _record(tx, feed, "participant", row.cand)[0].get("name") or _ABSENT
        found.append(
            Question(
                row.rev, row.field, row.type, row.rec, str(subject), known.get(row.by, row.by), row.received_at,
                _value(row.field, row.mine), _value(row.field, vals.get(row.field)), int(frev.get(row.field, 0)),
            )
        )  # fmt: skip
    return found


def _record(
    tx: sa.Connection, feed: str, type: str, id: UUID | None
) -> tuple[Mapping[str, Any], Mapping[str, int]]:
    rec = db.rec.c
    row = tx.execute(
        sa.select(rec.vals, rec.frev).where(rec.feed == feed, rec.type == type, rec.id == id)
    ).one_or_none()
    return ({}, {}) if row is None else (row.vals, row.frev)


def _value(field: str, value: object) -> str:
    if value in (None, ""):
        return "(tomt)"
    return "••••••-••••" if field == "cpr" else str(value)


def parked(tx: sa.Connection, feed: str) -> list[Parked]:
    op, seen, known = db.op.c, db.parked_seen.c, names(tx, feed)
    done = sa.exists().where(seen.device == op.device, seen.dseq == op.dseq)
    rows = tx.execute(
        sa.select(op.device, op.dseq, op.kind, op.reason, op.by, op.received_at)
        .where(op.feed == feed, op.outcome == "parked", ~done)
        .order_by(op.received_at)
        .limit(SHOWN)
    )
    return [
        Parked(r.device, r.dseq, r.kind, r.reason or "", known.get(r.by, r.by), r.received_at) for r in rows
    ]


def accesses(
    tx: sa.Connection, feed: str, cand: UUID, *, most: int = SHOWN
) -> list[tuple[datetime, str, str, str]]:
    """Who was given a participant's data, newest first: when, who, which computer, what."""
    log, device, known = db.access_log.c, db.device.c, names(tx, feed)
    rows = tx.execute(
        sa.select(log.at, log.person, log.action, device.machine)
        .join(db.device, device.id == log.device, isouter=True)
        .where(log.feed == feed, log.cand == cand)
        .order_by(log.n.desc())
        .limit(most)
    )
    return [(r.at, known.get(r.person, r.person), r.machine or "", r.action) for r in rows]


def acts(tx: sa.Connection, feed: str) -> list[sa.Row[Any]]:
    act = db.act.c
    return list(
        tx.execute(sa.select(db.act).where(act.feed == feed).order_by(act.n.desc()).limit(SHOWN)).all()
    )
