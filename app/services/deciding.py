"""Use case: a field two people have changed is decided by one of them. The version that lost stays on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app import guard
from app.domain.changes import Changes, Topic
from app.domain.records import TYPES, FieldType, Value, Wire, from_wire
from app.services.door import Held, clear_all
from app.services.sync import Disagreement
from app.store import Tx, people, records, sync_state
from app.store.records import Case
from app.store.sync_state import Conflict
from app.sync.apply import TOPICS

if TYPE_CHECKING:
    from app.vault.vault import Vault

KEPT = 20
_ALL = frozenset(guard.CATEGORIES)


@dataclass(frozen=True, slots=True)
class Decided:
    """`before`: what stood in the field, for `undo`."""

    rev: int
    field: str
    before: Wire
    changes: Changes


@dataclass(frozen=True, slots=True)
class Undone:
    changes: Changes


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody else has decided it meanwhile."""

    changes: Changes = frozenset({Topic.SYNC})


@dataclass(frozen=True, slots=True)
class Settled:
    """A decided field. `lost`: the versions that do not stand, kept for whoever asks."""

    asked: Disagreement
    stands: Wire
    lost: tuple[Wire, ...]


def decide(
    vault: Vault, rev: int, field: str, value: Wire, *, typed: bool = False, now: datetime
) -> Decided | Held | Gone:
    """Let `value` stand: one of the two versions, or with `typed` a third, which the guard reads as anything typed."""
    with vault.read() as tx:
        asked = sync_state.the_conflict(tx, rev, field)
    if asked is None or asked.resolved_rev is not None or asked.decided_at is not None:
        return Gone()
    made = _value(asked, value, typed=typed)
    if isinstance(made, Held):
        return made
    with vault.begin() as tx:
        shown = records.current(tx, TYPES[asked.type], asked.rec) or {}
        _write(vault, tx, asked, made, now)
        sync_state.decide(tx, rev, field, now=now)
    return Decided(rev, field, shown.get(field), _changes(asked))


def undo(vault: Vault, done: Decided, *, now: datetime) -> Undone:
    """What stood before stands again, and the question is asked again."""
    with vault.begin() as tx:
        asked = sync_state.the_conflict(tx, done.rev, done.field)
        if asked is None:
            return Undone(frozenset({Topic.SYNC}))
        made = _value(asked, done.before, typed=False)
        if not isinstance(made, Held):
            _write(vault, tx, asked, made, now)
        sync_state.decide(tx, done.rev, done.field, now=None)
    return Undone(_changes(asked))


def settled(vault: Vault) -> tuple[Settled, ...]:
    """The latest decided fields, newest first, each with the version that lost."""
    with vault.read() as tx:
        known = people.names(tx)
        done = [one for one in sync_state.all_conflicts(tx) if one.decided_at or one.resolved_rev]
        return tuple(_settled(tx, one, known.get(one.by, one.by)) for one in reversed(done[-KEPT:]))


def _settled(tx: Tx, one: Conflict, by: str) -> Settled:
    stands = (
        (records.current(tx, TYPES[one.type], one.rec) or {}).get(one.field) if one.type in TYPES else None
    )
    asked = Disagreement(one.rev, one.type, one.rec, one.field, one.mine, one.theirs, by, one.seen_at)
    lost = tuple(version for version in dict.fromkeys((one.mine, one.theirs)) if version != stands)
    return Settled(asked, stands, lost)


def _value(asked: Conflict, value: Wire, *, typed: bool) -> Value | Held:
    of = TYPES[asked.type].fields[asked.field]
    if of is not FieldType.TEXT:
        return from_wire(of, value)
    cleared = clear_all({asked.field: str(value or "")}, kept=frozenset() if typed else _ALL)
    return cleared if isinstance(cleared, Held) else cleared[asked.field]


def _write(vault: Vault, tx: Tx, asked: Conflict, value: Value, now: datetime) -> None:
    case = Case(cand=sync_state.case_of(tx, asked.type, asked.rec), own=asked.own)
    kind = TYPES[asked.type]
    records.write(tx, kind, asked.rec, {asked.field: value}, case=case, now=now, sign=vault.sign)


def _changes(asked: Conflict) -> Changes:
    return frozenset({TOPICS.get(asked.type, Topic.WORK), Topic.SYNC, Topic.OUTBOX})
