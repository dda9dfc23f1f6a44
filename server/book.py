"""One feed while it is locked: takes a batch of operations in, decides each, writes all of them at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast
from uuid import UUID

import psycopg
import sqlalchemy as sa
from psycopg.types.json import Jsonb
from sqlalchemy.dialects import postgresql

from app.domain.records import FIDELITY_REVIEW
from app.protocol import canonical
from app.protocol.messages import Result
from app.protocol.operation import KINDS, Kind, writer
from server import db, entitled, merge
from server.shape import Op, newer

SYSTEM, LEADER = "system", "leader"
_Key = tuple[str, UUID]


_FEED = sa.select(db.feed).where(db.feed.c.id == sa.bindparam("feed")).with_for_update()


@dataclass(frozen=True, slots=True)
class Item:
    """An operation whose signature holds. `held`: what the guard found in it; its text goes no further then.

    `guard`: the version of the guard that read it, None where none did."""

    op: Op
    held: tuple[str, ...] = ()
    guard: str | None = None


@dataclass(frozen=True, slots=True)
class _Record:
    cand: UUID | None
    owner: str | None
    rev: int
    state: merge.State


@dataclass(slots=True)
class Book:
    """`open` locks the feed's row until the transaction ends, so that revisions have no gap and commit in order."""

    feed: str
    head: int
    chain: str
    person: str
    device: UUID
    now: datetime
    leads: bool
    members: dict[UUID, sa.Row[Any]]
    known: set[UUID]
    twins: dict[UUID, Any]
    records: dict[_Key, _Record]
    joined: dict[UUID, int] = field(default_factory=dict)
    touched: set[_Key] = field(default_factory=set)
    decided: list[tuple[str, UUID, str, int, int]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    clashes: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def open(cls, tx: sa.Connection, device: sa.Row[Any], items: Iterable[Item], *, now: datetime) -> Book:
        feed = tx.execute(_FEED, {"feed": device.feed}).one()
        ops = [item.op for item in items]
        members = _members(tx, feed.id, device.person)
        strange = {op.cand for op in ops if op.cand} - members.keys()
        return cls(
            feed=feed.id, head=feed.head, chain=feed.chain, person=device.person, device=device.id, now=now,
            leads=device.role == LEADER, members=members, known=_known(tx, feed.id, strange),
            twins=_twins(tx, ops), records=_records(tx, feed.id, ops),
        )  # fmt: skip

    def enter(self, item: Item) -> Result:
        op = item.op
        if item.held:
            self._row(item, "held", reason=" ".join(item.held), silent=True)
            return Result(op.said_id, "held", categories=list(item.held))
        twin = self.twins.get(op.id) if op.id else None
        if twin is not None and twin.rev is not None and _same(twin, op):
            # What was erased since is not laid down again by being said again.
            self._row(item, "duplicate", reason=str(twin.rev), silent=twin.p is None)
            return Result(op.said_id, "duplicate", rev=twin.rev)
        reason = "id-taken" if twin is not None else self._why_parked(op)
        if reason:
            self._row(item, "parked", reason=reason)
            return Result(op.said_id, "parked", categories=[reason])
        return self._accept(item)

    def close(self, tx: sa.Connection, last: Op) -> None:
        _copy(tx, self.rows)
        self._write_records(tx)
        self._close_conflicts(tx)
        if self.clashes:
            tx.execute(sa.insert(db.conflict), self.clashes)
        for cand, since in self.joined.items():
            join(tx, feed=self.feed, cand=cand, person=self.person, since=since)
        tx.execute(
            sa.update(db.feed).where(db.feed.c.id == self.feed).values(head=self.head, chain=self.chain)
        )
        tx.execute(
            sa.update(db.device).where(db.device.c.id == self.device).values(seq=last.q, last_hash=last.hash)
        )

    # --- deciding ---------------------------------------------------------------------------------------------------

    def _why_parked(self, op: Op) -> str | None:
        if op.flaw:
            return op.flaw
        if op.fields["feed"] not in (None, self.feed):
            return "other-feed"
        if op.cand and not self._may_write(op, op.cand):
            return "not-in-scope"
        if not _is_patch(op):
            return None
        record = self.records.get(_key(op))
        if record and (record.cand, record.owner) != (op.cand, self._owner(op)):
            return "foreign-record"
        if self.person == SYSTEM:
            return None
        return entitled.why_not(op.fields["body"], self._find, entitled.Writer(self.person, self.leads))

    def _find(self, kind: str, id: UUID) -> merge.State | None:
        record = self.records.get((kind, id))
        return record.state if record else None

    def _may_write(self, op: Op, cand: UUID) -> bool:
        """In scope now, or while it was written; a participant nobody has yet becomes the writer's."""
        if self.person == SYSTEM or cand in self.joined:
            return True
        member = self.members.get(cand)
        if member is not None:
            over = member.ended_at or (member.until if member.until and member.until <= self.now else None)
            return over is None or datetime.fromisoformat(op.fields["at"]) <= over
        if cand not in self.known and _is_patch(op) and op.fields["body"]["type"] == "participant":
            self.joined[cand] = self.head
            return True
        return False

    def _accept(self, item: Item) -> Result:
        op = item.op
        self.head += 1
        self.chain = canonical.chained(self.chain, op.hash)
        eff, fields = self._merge(op) if _is_patch(op) else (None, [])
        outcome = "conflict" if fields else "accepted"
        self._row(item, outcome, rev=self.head, chain=self.chain, eff=eff)
        return Result(op.said_id, outcome, rev=self.head, fields=fields)

    def _merge(self, op: Op) -> tuple[dict[str, Any], list[str]]:
        body, key = op.fields["body"], _key(op)
        record = self.records.get(key)
        patch = merge.Patch(
            set=body["set"],
            base=body["base"],
            base_rev=body["base_rev"],
            dev=writer(str(self.device), op.fields),
        )
        state, taken, clashes = merge.merge(record.state if record else merge.State(), patch, self.head)
        self.records[key] = _Record(op.cand, self._owner(op), self.head, state)
        self.touched.add(key)
        self.decided += [(*key, name, patch.base_rev, self.head) for name in taken]
        self.clashes += [
            {
                "feed": self.feed, "rev": self.head, "field": c.field, "type": key[0], "rec": key[1], "mine": c.mine,
                "theirs": c.theirs, "theirs_rev": c.theirs_rev, "base_rev": patch.base_rev,
            }
            for c in clashes
        ]  # fmt: skip
        names = [c.field for c in clashes]
        return {"set": taken, "conflicts": names}, names

    def _owner(self, op: Op) -> str | None:
        return self.person if op.own else None

    # --- writing ----------------------------------------------------------------------------------------------------

    def _row(
        self,
        item: Item,
        outcome: str,
        *,
        reason: str | None = None,
        rev: int | None = None,
        chain: str | None = None,
        eff: dict[str, Any] | None = None,
        silent: bool = False,
    ) -> None:
        op = item.op
        fresh = op.id is not None and op.id not in self.twins
        self.rows.append(
            {
                "device": self.device, "dseq": op.q, "feed": self.feed, "rev": rev, "id": op.id if fresh else None,
                "outcome": outcome, "reason": reason, "kind": op.kind if op.kind in KINDS or not silent else "",
                "cand": op.cand, "own": op.own, "by": self.person, "hash": op.hash, "chain": chain,
                "p": None if silent else op.p, "s": None if silent else op.s, "eff": eff, "received_at": self.now,
                "guard": item.guard or None,
            }
        )  # fmt: skip
        if op.id is not None:
            self.twins.setdefault(op.id, _Twin(rev, op.p))

    def _close_conflicts(self, tx: sa.Connection) -> None:
        """Whoever set a field after having seen a conflict about it has decided it."""
        if not self.decided:
            return
        conflict = db.conflict.c
        open_ = sa.and_(conflict.feed == self.feed, conflict.resolved_rev.is_(None))
        there = {
            (r.type, r.rec, r.field)
            for r in tx.execute(
                sa.select(conflict.type, conflict.rec, conflict.field).where(
                    open_, conflict.rec.in_({id for _, id in self.touched})
                )
            )
        }
        for type, id, name, seen, rev in self.decided:
            if (type, id, name) in there:
                here = sa.and_(conflict.type == type, conflict.rec == id, conflict.field == name)
                tx.execute(
                    sa.update(db.conflict).where(open_, here, conflict.rev <= seen).values(resolved_rev=rev)
                )

    def _write_records(self, tx: sa.Connection) -> None:
        if not self.touched:
            return
        upsert = postgresql.insert(db.rec)
        upsert = upsert.on_conflict_do_update(
            index_elements=["feed", "type", "id"],
            set_={name: upsert.excluded[name] for name in ("rev", "vals", "frev", "fdev")},
        )
        rows = [(key, self.records[key]) for key in sorted(self.touched)]
        tx.execute(
            upsert,
            [
                {
                    "feed": self.feed, "type": key[0], "id": key[1], "cand": r.cand, "owner": r.owner, "rev": r.rev,
                    "vals": dict(r.state.vals), "frev": dict(r.state.frev), "fdev": dict(r.state.fdev),
                }
                for key, r in rows
            ],
        )  # fmt: skip


_COLUMNS = [column for column in db.op.c if column.name != "erased_at"]
_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
_TYPES = [column.type.compile(_DIALECT).lower() for column in _COLUMNS]
_NAMES = ", ".join(f'"{column.name}"' for column in _COLUMNS)


def _copy(tx: sa.Connection, rows: Iterable[dict[str, Any]]) -> None:
    """Operations in one go, half of what it takes to insert them. Binary, so that what PostgreSQL logs of an error there
    tells the column and never what stood in it."""
    raw = cast("psycopg.Connection", tx.connection.dbapi_connection)
    try:
        with (
            raw.cursor() as cursor,
            cursor.copy(f"COPY op ({_NAMES}) FROM STDIN (FORMAT BINARY)") as lines,
        ):
            lines.set_types(_TYPES)
            for row in rows:
                told = row | {"eff": None if row["eff"] is None else Jsonb(row["eff"])}
                lines.write_row([told[column.name] for column in _COLUMNS])
    except psycopg.OperationalError as error:
        raise sa.exc.OperationalError(None, None, error, hide_parameters=True) from error


@dataclass(frozen=True, slots=True)
class _Twin:
    rev: int | None
    p: str | None


def join(
    tx: sa.Connection, *, feed: str, cand: UUID, person: str, since: int, role: str = "consultant"
) -> None:
    """From `since` on the person has the participant in scope; whoever was a deputy before, without that one's last day."""
    row = {"role": role, "since_rev": since, "upto_rev": None, "ended_at": None, "until": None}
    insert = postgresql.insert(db.membership).values(feed=feed, cand=cand, person=person, **row)
    tx.execute(insert.on_conflict_do_update(index_elements=["feed", "cand", "person"], set_=row))


def leads(tx: sa.Connection, feed: str, person: str) -> bool:
    """Whether the person is a team leader of the jobcenter now."""
    role = sa.select(db.person.c.role).where(db.person.c.feed == feed, db.person.c.id == person)
    return tx.execute(role).scalar_one_or_none() == LEADER


def _members(tx: sa.Connection, feed: str, person: str) -> dict[UUID, sa.Row[Any]]:
    mine = sa.and_(db.membership.c.feed == feed, db.membership.c.person == person)
    return {row.cand: row for row in tx.execute(sa.select(db.membership).where(mine))}


def _known(tx: sa.Connection, feed: str, cands: set[UUID]) -> set[UUID]:
    member, rec = db.membership.c, db.rec.c
    held = sa.select(member.cand).where(member.feed == feed, member.cand.in_(cands))
    there = sa.select(rec.cand).where(rec.feed == feed, rec.type == "participant", rec.id.in_(cands))
    return {row.cand for row in tx.execute(held.union(there))} if cands else set()


def _twins(tx: sa.Connection, ops: list[Op]) -> dict[UUID, Any]:
    ids = [op.id for op in ops if op.id]
    rows = tx.execute(sa.select(db.op.c.id, db.op.c.rev, db.op.c.p).where(db.op.c.id.in_(ids)))
    return {row.id: row for row in rows}


def _records(tx: sa.Connection, feed: str, ops: list[Op]) -> dict[_Key, _Record]:
    """What the operations change, and the reviews that decide who may."""
    patches = [op for op in ops if op.flaw is None and _is_patch(op)]
    found = _read(tx, feed, {_key(op) for op in patches})
    told = [(op.fields["body"]["type"], op.fields["body"]["set"]) for op in patches]
    told += [(key[0], record.state.vals) for key, record in found.items()]
    reviews = {(FIDELITY_REVIEW.name, id) for kind, vals in told if (id := entitled.review_of(kind, vals))}
    return found | _read(tx, feed, reviews - found.keys())


def _read(tx: sa.Connection, feed: str, keys: set[_Key]) -> dict[_Key, _Record]:
    if not keys:
        return {}
    wanted = sa.select(db.rec).where(
        db.rec.c.feed == feed, sa.tuple_(db.rec.c.type, db.rec.c.id).in_(list(keys))
    )
    return {
        (r.type, r.id): _Record(r.cand, r.owner, r.rev, merge.State(r.vals, r.frev, r.fdev))
        for r in tx.execute(wanted)
    }


def _is_patch(op: Op) -> bool:
    return op.kind == Kind.PATCH and not newer(op.fields)


def _key(op: Op) -> _Key:
    return op.fields["body"]["type"], UUID(op.fields["body"]["rec"])


def _same(twin: Any, op: Op) -> bool:
    """The same saying signed again, as by a computer restored from backup that opened a new chain; what has been
    erased since does not come back."""
    if twin.p is None:
        return True
    told = json.loads(twin.p)
    return all(told.get(name) == op.fields.get(name) for name in ("k", "cand", "own", "body"))
