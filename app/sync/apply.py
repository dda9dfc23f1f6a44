"""One change from the feed → rows: verified, read by the guard, idempotent."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app import guard
from app.domain import journal as words
from app.domain.changes import Topic
from app.domain.records import NOTE_TEXTS, TYPES, FieldType, RecordType
from app.protocol import messages, operation
from app.store import Tx, journal, records, sync_state

TOPICS = {
    "participant": Topic.CASELOAD,
    "employer": Topic.EMPLOYERS,
    "employer_contact": Topic.EMPLOYERS,
    "contact_for": Topic.EMPLOYERS,
    "appointment": Topic.CALENDAR,
    "task": Topic.TASKS,
}
_ALL_KEPT = frozenset(guard.CATEGORIES)


@dataclass(frozen=True, slots=True)
class Applied:
    """`aside`: why the change was not applied: `signature`, `newer`, `guard` or `shape`; None when it was."""

    topics: frozenset[Topic] = frozenset()
    aside: str | None = None
    conflicts: int = 0


class _Aside(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def change(tx: Tx, given: messages.Change, *, now: datetime) -> Applied:
    """Take in one change. What cannot be read or shown is set aside by its revision; nothing ever blocks the rest."""
    try:
        fields = _verified(tx, given)
        if _is_newer(fields):
            raise _Aside("newer")
        if fields["k"] == operation.Kind.PATCH.value:
            return _patch(tx, given, fields, now)
        return _note(tx, given, fields)
    except _Aside as aside:
        reason = aside.reason
    except (ValueError, KeyError, TypeError, AttributeError):
        reason = "shape"
    _set_aside(tx, given, reason)
    return Applied(frozenset({Topic.SYNC}), reason)


def case_of(given: messages.Change) -> UUID | None:
    """The participant a change is about. Raises ValueError for what is no operation."""
    cand = operation.read(given.p)["cand"]
    return None if cand is None else UUID(cand)


def _verified(tx: Tx, given: messages.Change) -> dict[str, Any]:
    fields = operation.read(given.p)
    known = sync_state.device_key(tx, str(fields["dev"]))
    if known is None or known[0].lower() != "ed25519":
        raise _Aside("signature")
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(known[1]))
        key.verify(base64.b64decode(given.s), given.p.encode())
    except (InvalidSignature, ValueError):
        raise _Aside("signature") from None
    return fields


def _is_newer(fields: Mapping[str, Any]) -> bool:
    """Of a kind or a schema this program does not know yet."""
    if fields["v"] > operation.VERSION or fields["sch"] > operation.SCHEMA:
        return True
    if fields["k"] not in set(operation.Kind):
        return True
    return fields["k"] == operation.Kind.PATCH.value and fields["body"]["type"] not in TYPES


def _set_aside(tx: Tx, given: messages.Change, reason: str) -> None:
    """Only what a later program may show keeps its text, and only a text the guard lets pass."""
    keep = reason == "newer" and not any(_refused(text) for text in _strings(operation.read(given.p)["body"]))
    sync_state.set_aside(tx, given.rev, given.p if keep else "", given.s if keep else "", reason)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))


def _refused(text: str, source: guard.Source = guard.Source.OBSERVED) -> bool:
    return not isinstance(guard.clear(text, kept=_ALL_KEPT, source=source), guard.ClearedText)


def _note(tx: Tx, given: messages.Change, fields: Mapping[str, Any]) -> Applied:
    received_at = datetime.fromisoformat(given.received_at)
    note = words.from_body(fields["body"], received_at=received_at, rev=given.rev)
    if str(note.id) != fields["id"] or str(note.participant) != fields["cand"]:
        raise ValueError
    if journal.get(tx, note.id) is None:
        # Who wrote it is what the server knows of the device, not what the device says of itself.
        journal.insert(tx, replace(note, author=given.by), texts=_cleared(note))
    else:
        journal.acknowledge(tx, note.id, rev=given.rev, received_at=received_at)
    return Applied(frozenset({Topic.JOURNAL}))


def _cleared(note: words.Note) -> dict[str, guard.ClearedText]:
    texts = {}
    for name in NOTE_TEXTS:
        source = words.source_of(name, note.source)
        cleared = guard.clear(getattr(note, name), kept=_ALL_KEPT, source=source)
        if not isinstance(cleared, guard.ClearedText):
            raise _Aside("guard")
        texts[name] = cleared
    return texts


def _patch(tx: Tx, given: messages.Change, fields: Mapping[str, Any], now: datetime) -> Applied:
    body = fields["body"]
    kind, id = TYPES[body["type"]], UUID(body["rec"])
    cand = None if fields["cand"] is None else UUID(fields["cand"])
    eff = given.eff or {"set": body["set"], "conflicts": []}
    if any(_refused(str(value)) for name, value in body["set"].items() if _is_text(kind, name)):
        raise _Aside("guard")
    taken = {name: body["set"][name] for name in eff["set"]}
    clashes = _conflicts(tx, given, kind, id, body["set"], eff["conflicts"], now)
    records.settle(tx, kind, id, cand=cand, fields=taken, rev=given.rev)
    sync_state.resolve(tx, kind.name, id, taken, seen=int(body["base_rev"]), rev=given.rev)
    topics = {TOPICS[kind.name]} | ({Topic.SYNC} if clashes else set())
    return Applied(frozenset(topics), conflicts=clashes)


def _is_text(kind: RecordType, name: str) -> bool:
    return kind.fields.get(name) is FieldType.TEXT


def _conflicts(
    tx: Tx,
    given: messages.Change,
    kind: RecordType,
    id: UUID,
    wanted: Mapping[str, Any],
    names: list[str],
    now: datetime,
) -> int:
    """Keep both values for a person to choose; one that was long overtaken is history, not a question."""
    vals, frev = sync_state.server_says(tx, kind.name, id) or ({}, {})
    open_ = 0
    for name in names:
        overtaken = frev.get(name, 0) if frev.get(name, 0) > given.rev else None
        open_ += overtaken is None
        sync_state.add_conflict(
            tx,
            sync_state.Conflict(
                rev=given.rev, field=name, type=kind.name, rec=id, mine=wanted[name], theirs=vals.get(name),
                by=given.by, seen_at=now, resolved_rev=overtaken,
            ),
        )  # fmt: skip
    return open_
