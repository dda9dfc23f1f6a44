"""How far this computer has come with its jobcenter: cursor, scope, colleagues, keys, conflicts, what it cannot read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.protocol import canonical
from app.store import Tx, files, outbox, search
from app.store.tables import (
    RECORDS,
    conflict,
    device,
    draft,
    enrolment,
    form_draft,
    note,
    participant,
    rec,
    scope,
    sync_state,
    unread,
)
from app.store.tables_files import file_content, file_part
from app.store.tables_guard import guard_found, own_wording
from app.store.tables_sync import lease
from app.store.tables_vault import clock_doubt


@dataclass(frozen=True, slots=True)
class State:
    """`rev`, `chain`: the cursor. `rebuild`: the feed is being read anew from its start after the server lost some
    of it. `sent_at`: the server's time of its last receipt. `round_at`: when a round last ran to its end."""

    epoch: str = ""
    rev: int = 0
    chain: str = canonical.START
    head: int = 0
    backup_rev: int = 0
    rebuild: bool = False
    scope_tag: str = ""
    clock_offset_ms: int = 0
    sent_at: datetime | None = None
    round_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Who this computer is to the jobcenter. `server`: where it was enrolled; None before."""

    device: UUID
    person: str
    name: str
    role: str
    feed: str | None
    feed_name: str | None
    server: dict[str, Any] | None
    enrolled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Scoped:
    """A participant this computer may hold. Ordinary pages bring what is newer than `since_rev`; what is older is
    filled in, and stands at `filled` until it is None: complete."""

    cand: UUID
    role: str
    since_rev: int
    filled: int | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people changed one field without seeing each other. `mine`: what `by` wanted; `theirs` stands.

    `resolved_rev`: where someone who had seen both set the field; None while nobody has. `own`: of a private record.
    `decided_at`: when it was decided on this computer, whether or not that has been sent.
    """

    rev: int
    field: str
    type: str
    rec: UUID
    mine: Any
    theirs: Any
    by: str
    seen_at: datetime
    resolved_rev: int | None = None
    own: bool = False
    decided_at: datetime | None = None


# Built once: a round asks both again and again.
_STATE = sa.select(sync_state)
_WHO = sa.select(enrolment)


def get(tx: Tx) -> State:
    row = tx.execute(_STATE).one_or_none()
    if row is None:
        return State()
    values = {name: value for name, value in row._mapping.items() if name != "one"}
    return State(**values | {"rebuild": bool(values["rebuild"])})


def put(tx: Tx, **values: Any) -> None:
    if tx.execute(sa.update(sync_state).values(**values)).rowcount == 0:
        first = {name: getattr(State(), name) for name in State.__slots__}
        tx.execute(sa.insert(sync_state).values(one=1, **first | values))


def keep_lease(tx: Tx, p: str, s: str) -> None:
    """The newest statement of how long this computer may be read without meeting the server."""
    if tx.execute(sa.update(lease).values(p=p, s=s)).rowcount == 0:
        tx.execute(sa.insert(lease).values(one=1, p=p, s=s))


def the_lease(tx: Tx) -> tuple[str, str] | None:
    """As `app.protocol.orders` reads it; None from a server that gives none."""
    row = tx.execute(sa.select(lease.c.p, lease.c.s)).one_or_none()
    return None if row is None else (row.p, row.s)


def who(tx: Tx) -> Enrolled:
    row = tx.execute(_WHO).one()
    return Enrolled(**{name: value for name, value in row._mapping.items() if name != "one"})


def enrol(tx: Tx, **values: Any) -> None:
    """Keep what the jobcenter said of this computer and its user."""
    tx.execute(sa.update(enrolment).values(**values))


# --- colleagues and their computers -----------------------------------------------------------------------------


def know_devices(tx: Tx, devices: Iterable[tuple[str, str, str, str]]) -> None:
    """Keys of writers (device, algorithm, key, person). A device's first key is its key for ever."""
    known = set(tx.execute(sa.select(device.c.dev)).scalars())
    for dev, alg, key, of in devices:
        if dev not in known:
            known.add(dev)
            tx.execute(sa.insert(device).values(dev=dev, alg=alg, key=key, person=of))


def device_keys(tx: Tx) -> dict[str, tuple[str, str, str]]:
    """Every known writer: device, algorithm, key, by device."""
    rows = tx.execute(sa.select(device.c.dev, device.c.alg, device.c.key))
    return {row.dev: (row.dev, row.alg, row.key) for row in rows}


# --- the participants this computer may hold --------------------------------------------------------------------


def scoped(tx: Tx) -> dict[UUID, Scoped]:
    rows = tx.execute(sa.select(scope).order_by(scope.c.cand))
    return {row.cand: Scoped(row.cand, row.role, row.since_rev, row.upto_rev) for row in rows}


def set_scope(tx: Tx, entry: Scoped) -> None:
    values = {"role": entry.role, "since_rev": entry.since_rev, "upto_rev": entry.filled}
    if tx.execute(sa.update(scope).where(scope.c.cand == entry.cand).values(**values)).rowcount == 0:
        tx.execute(sa.insert(scope).values(cand=entry.cand, **values))


def leave_scope(tx: Tx, cand: UUID) -> None:
    tx.execute(sa.delete(scope).where(scope.c.cand == cand))


def held_cases(tx: Tx) -> frozenset[UUID]:
    """Every participant of whom this computer holds anything the server knows of."""
    of_records = sa.select(rec.c.cand).where(rec.c.cand.is_not(None))
    of_notes = sa.select(note.c.participant).where(note.c.rev.is_not(None))
    found = tx.execute(sa.union(of_records, of_notes, sa.select(scope.c.cand))).scalars()
    return frozenset(found)


def known_notes(tx: Tx, ids: Iterable[UUID]) -> frozenset[str]:
    """Which of these notes are here already, as they stand in operations."""
    here = tx.execute(sa.select(note.c.id).where(note.c.id.in_(list(ids)))).scalars()
    return frozenset(str(id) for id in here)


def has_unsent(tx: Tx, cand: UUID) -> bool:
    """Whether anything of this case is on this computer alone: waiting, refused by the server's guard, a draft or a file."""
    if outbox.in_state(tx, "pending", "sent", "held", cand=cand) or files.unsent(tx, cand):
        return True
    begun = [
        sa.select(table.c.participant).where(table.c.participant == cand).limit(1)
        for table in (draft, form_draft)
    ]
    return any(tx.execute(one).one_or_none() is not None for one in begun)


def forget(tx: Tx, cand: UUID, *, backup_rev: int) -> None:
    """Remove a participant who is no longer ours. What was delivered from here keeps its text in the outbox until
    the server's backup holds it: a restored server may ask for it, and without it this chain could not go on."""
    ours = tx.execute(sa.select(rec.c.type, rec.c.id).where(rec.c.cand == cand)).all()
    for type, id in ours:
        tx.execute(sa.delete(RECORDS[type]).where(RECORDS[type].c.id == id))
        tx.execute(sa.delete(conflict).where(conflict.c.type == type, conflict.c.rec == id))
    for table in (*RECORDS.values(), note, own_wording, guard_found, file_content, file_part, clock_doubt):
        if "participant" in table.c:
            tx.execute(sa.delete(table).where(table.c.participant == cand))
    for column in (form_draft.c.texts, form_draft.c.choices):
        tx.execute(sa.delete(form_draft).where(sa.cast(column, sa.Text).contains(str(cand))))
    tx.execute(sa.delete(form_draft).where(form_draft.c.participant == cand))
    tx.execute(sa.delete(participant).where(participant.c.id == cand))
    tx.execute(sa.delete(rec).where(rec.c.cand == cand))
    for rev, p in set_aside_texts(tx):
        if str(cand) in p:
            take_back(tx, rev)
    search.remove_participant(tx, cand)
    leave_scope(tx, cand)
    upto = outbox.covered(tx, backup_rev)
    for state in ("acked", "parked", "held"):
        outbox.empty(tx, state, upto=upto, cand=cand)


# --- starting over ----------------------------------------------------------------------------------------------


def start_over(tx: Tx) -> None:
    """The server's history is another one than this computer has read: read it all anew, over what is here.

    Nothing is removed yet. Revisions turn negative until the new history confirms them.
    """
    tx.execute(sa.update(note).where(note.c.rev > 0).values(rev=-note.c.rev))
    tx.execute(sa.update(rec).values(frev={}, rev=0))
    tx.execute(sa.update(scope).values(since_rev=0, upto_rev=0))
    tx.execute(sa.delete(unread))
    tx.execute(sa.delete(conflict))
    files.ask_again(tx)
    put(tx, epoch="", rev=0, chain=canonical.START, scope_tag="", rebuild=True)


def unconfirmed(tx: Tx) -> tuple[tuple[str, UUID, UUID | None, tuple[str, ...]], ...]:
    """Records (type, id, case, fields) with fields that the new history does not mention."""
    rows = tx.execute(sa.select(rec.c.type, rec.c.id, rec.c.cand, rec.c.vals, rec.c.frev))
    found = [(r.type, r.id, r.cand, tuple(n for n in r.vals if n not in r.frev)) for r in rows]
    return tuple(one for one in found if one[3])


def server_says(tx: Tx, type: str, id: UUID) -> tuple[dict[str, Any], dict[str, int]] | None:
    """A record's values and their revisions as the server last had them; None where it has none."""
    row = tx.execute(
        sa.select(rec.c.vals, rec.c.frev).where(rec.c.type == type, rec.c.id == id)
    ).one_or_none()
    return None if row is None else (row.vals, row.frev)


def drop_fields(tx: Tx, type: str, id: UUID, names: Iterable[str]) -> None:
    here = sa.and_(rec.c.type == type, rec.c.id == id)
    vals = dict(tx.execute(sa.select(rec.c.vals).where(here)).scalar_one())
    for name in names:
        vals.pop(name, None)
    tx.execute(sa.update(rec).where(here).values(vals=vals))


def drop_record(tx: Tx, type: str, id: UUID) -> None:
    tx.execute(sa.delete(rec).where(rec.c.type == type, rec.c.id == id))
    tx.execute(sa.delete(RECORDS[type]).where(RECORDS[type].c.id == id))


def unsend_notes(tx: Tx, ids: Iterable[UUID] | None = None) -> None:
    """These notes (or all the new history does not have) are not on the server."""
    lost = note.c.rev < 0 if ids is None else note.c.id.in_(list(ids))
    tx.execute(sa.update(note).where(lost).values(rev=None, received_at=None))


# --- what needs a person ----------------------------------------------------------------------------------------


def add_conflict(tx: Tx, found: Conflict) -> None:
    tx.execute(sa.delete(conflict).where(conflict.c.rev == found.rev, conflict.c.field == found.field))
    tx.execute(
        sa.insert(conflict).values(
            rev=found.rev, field=found.field, type=found.type, rec=found.rec, mine=found.mine, theirs=found.theirs,
            by=found.by, seen_at=found.seen_at, resolved_rev=found.resolved_rev, own=int(found.own),
        )
    )  # fmt: skip


def resolve(tx: Tx, type: str, id: UUID, fields: Iterable[str], *, seen: int, rev: int) -> None:
    """Someone who had seen the record at `seen` has set these fields at `rev`: conflicts up to there are decided."""
    here = sa.and_(conflict.c.type == type, conflict.c.rec == id, conflict.c.field.in_(list(fields)))
    open_ = sa.and_(conflict.c.resolved_rev.is_(None), conflict.c.rev <= seen)
    tx.execute(sa.update(conflict).where(here, open_).values(resolved_rev=rev))


def conflicts(tx: Tx) -> tuple[Conflict, ...]:
    """Those nobody has decided yet. `theirs` is what stands now: more may have come since the two met."""
    open_ = [one for one in all_conflicts(tx) if one.resolved_rev is None and one.decided_at is None]
    return tuple(replace(one, theirs=_stands(tx, one)) for one in open_)


def the_conflict(tx: Tx, rev: int, field: str) -> Conflict | None:
    return next((one for one in all_conflicts(tx) if (one.rev, one.field) == (rev, field)), None)


def decide(tx: Tx, rev: int, field: str, *, now: datetime | None) -> None:
    """Note that a conflict has been decided here, or with None that it has not after all."""
    here = sa.and_(conflict.c.rev == rev, conflict.c.field == field)
    tx.execute(sa.update(conflict).where(here).values(decided_at=now))


def case_of(tx: Tx, type: str, id: UUID) -> UUID | None:
    """Whose case a record the server has belongs to; None for nobody's."""
    return tx.execute(sa.select(rec.c.cand).where(rec.c.type == type, rec.c.id == id)).scalar_one_or_none()


def _stands(tx: Tx, one: Conflict) -> Any:
    said = server_says(tx, one.type, one.rec)
    return one.theirs if said is None else said[0].get(one.field, one.theirs)


def all_conflicts(tx: Tx) -> tuple[Conflict, ...]:
    """Decided ones too: the value that lost is kept."""
    rows = tx.execute(sa.select(conflict).order_by(conflict.c.rev, conflict.c.field))
    return tuple(
        Conflict(**{name: row._mapping[name] for name in Conflict.__slots__} | {"own": bool(row.own)})
        for row in rows
    )


def set_aside(tx: Tx, rev: int, p: str, s: str, reason: str) -> None:
    """Keep what this program cannot read, or may not show."""
    tx.execute(sa.delete(unread).where(unread.c.rev == rev))
    tx.execute(sa.insert(unread).values(rev=rev, p=p, s=s, reason=reason))


def set_aside_reasons(tx: Tx) -> Mapping[str, int]:
    rows = tx.execute(sa.select(unread.c.reason, sa.func.count().label("n")).group_by(unread.c.reason))
    return {row.reason: row.n for row in rows}


def set_aside_texts(tx: Tx) -> tuple[tuple[int, str], ...]:
    """Revision and operation text of what this program could not read."""
    rows = tx.execute(sa.select(unread.c.rev, unread.c.p).where(unread.c.p != ""))
    return tuple((row.rev, row.p) for row in rows)


def take_back(tx: Tx, rev: int) -> None:
    tx.execute(sa.delete(unread).where(unread.c.rev == rev))
