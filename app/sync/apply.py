"""One change from the feed → rows: verified, read by the guard, idempotent."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app import guard
from app.domain import journal as words
from app.domain.changes import Topic
from app.domain.records import (
    AGREED_WORDS,
    CASE_FILE,
    GUARD_RELEASE,
    NOTE_ERASED,
    NOTE_MOVED,
    NOTE_TEXTS,
    PERSON_TYPES,
    TYPES,
    FieldType,
    RecordType,
    from_wire,
    whole,
)
from app.domain.transfer import Way
from app.guard import release
from app.protocol import canonical, messages, operation
from app.store import Tx, journal, records, releases, rereading, sync_state

TOPICS = {
    "participant": Topic.CASELOAD,
    "employer": Topic.EMPLOYERS,
    "employer_contact": Topic.EMPLOYERS,
    "contact_for": Topic.EMPLOYERS,
    "appointment": Topic.CALENDAR,
    "task": Topic.TASKS,
    "workplace": Topic.EMPLOYERS,
    "employer_person": Topic.EMPLOYERS,
    **{kind.name: Topic.CASELOAD for kind in PERSON_TYPES},
    NOTE_ERASED.name: Topic.JOURNAL,
    CASE_FILE.name: Topic.JOURNAL,
    NOTE_MOVED.name: Topic.JOURNAL,
    **dict.fromkeys(("meeting", "time_entry", "absence", "working_time", "ips_training"), Topic.TIME),
}
_ALL_KEPT = frozenset(guard.CATEGORIES)
Keys = Mapping[str, Ed25519PublicKey]


@dataclass(frozen=True, slots=True)
class Applied:
    """`aside`: why the change was not applied: `signature`, `newer`, `guard` or `shape`; None when it was."""

    topics: frozenset[Topic] = frozenset()
    aside: str | None = None
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A change as it was read, before its writer is believed. `keep`: set aside with its text, for a later program.

    `note` and `texts`: of a note that is not here yet, read by the guard. `signed`: by the key this computer knows
    for the device.
    """

    given: messages.Change
    fields: Mapping[str, Any]
    aside: str | None = None
    keep: bool = False
    note: words.Note | None = None
    texts: Mapping[str, guard.ClearedText] = field(default_factory=dict)
    signed: bool = False


class _Aside(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Opened:
    """A change and the fields of its operation; none where it is not one. `hash`: of its text."""

    given: messages.Change
    fields: Mapping[str, Any]
    hash: str

    @property
    def id(self) -> UUID | None:
        with contextlib.suppress(ValueError, TypeError, AttributeError):
            return UUID(self.fields["id"]) if self.fields else None
        return None


def opened(given: messages.Change) -> Opened:
    fields: Mapping[str, Any] = {}
    with contextlib.suppress(ValueError, RecursionError):
        fields = operation.read(given.p)
    return Opened(given, fields, canonical.digest(given.p))


def read(page: Sequence[Opened], *, known: frozenset[str], keys: Keys) -> list[Read]:
    """The slow part, without a transaction: verify, and let the guard read what is not among the `known` notes."""
    signed = _signed(page, keys)
    return [replace(_parsed(one, known), signed=one.given.rev in signed) for one in page]


def _signed(page: Sequence[Opened], keys: Keys) -> frozenset[int]:
    """The revisions their writers' keys stand behind. Who signed an operation has signed the hash of the one before it,
    so that of a stretch of one device's chain the last signature proves all."""
    found: set[int] = set()
    follower: dict[
        str, str
    ] = {}  # by device: what its next operation here, being signed, says of the one before
    for one in reversed(page):
        if not one.fields:
            continue
        dev = str(one.fields["dev"])
        if follower.get(dev) == one.hash or _is_signed(one, keys):
            found.add(one.given.rev)
            follower[dev] = str(one.fields["prev"])
        else:
            follower.pop(dev, None)
    return frozenset(found)


def keys_of(devices: Iterable[tuple[str, str, str]]) -> Keys:
    """Writers' keys (device, algorithm, base64 key), ready to verify; what is no key of ours believes nobody."""
    keys: dict[str, Ed25519PublicKey] = {}
    for dev, alg, key in devices:
        with contextlib.suppress(ValueError):
            if alg.lower() == "ed25519":
                keys[dev] = Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
    return keys


def _parsed(one: Opened, known: frozenset[str]) -> Read:
    given, fields = one.given, one.fields
    if not fields:
        return Read(given, fields, "shape")
    try:
        if _is_newer(fields):
            keep = not any(_refused(text) for text in _strings(fields["body"]))
            return Read(given, fields, "newer", keep)
        if fields["k"] == operation.Kind.PATCH.value:
            return _read_patch(given, fields)
        return _read_note(given, fields, known)
    except _Aside as aside:
        return Read(given, fields, aside.reason)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Read(given, fields, "shape")


def changes(
    tx: Tx, found: Iterable[Read], *, here: set[str], now: datetime
) -> Iterator[tuple[Read, Applied]]:
    """Take in the changes of a page, in their order. `here`: the notes of it that this computer has. What cannot be
    believed, read or shown is set aside by its revision; it never blocks the rest."""
    notes: list[words.Note] = []
    texts: list[Mapping[str, guard.ClearedText]] = []

    def written_down() -> None:
        """Notes that follow each other cost little more than one."""
        journal.take_in(tx, notes, texts, here)
        here.update(str(note.id) for note in notes)
        notes.clear()
        texts.clear()

    for one in found:
        reason = "signature" if one.fields and not one.signed else one.aside
        if reason is None and one.note is not None:
            notes.append(one.note)
            texts.append(one.texts)
            yield one, _A_NOTE
            continue
        written_down()
        # All of its shape has been read; what fails from here on is a bug, and must not pass for one.
        yield one, patch(tx, one, now) if reason is None else _set_aside(tx, one, reason)
    written_down()


_A_NOTE = Applied(frozenset({Topic.JOURNAL}))


def _set_aside(tx: Tx, found: Read, reason: str) -> Applied:
    keep = found.keep and reason == "newer"
    given = found.given
    sync_state.set_aside(tx, given.rev, given.p if keep else "", given.s if keep else "", reason)
    return Applied(frozenset({Topic.SYNC}), reason)


def _is_signed(found: Opened, keys: Keys) -> bool:
    key = keys.get(str(found.fields["dev"]))
    if key is None:
        return False
    try:
        key.verify(base64.b64decode(found.given.s), found.given.p.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _is_newer(fields: Mapping[str, Any]) -> bool:
    """Of a kind or a schema this program does not know yet."""
    if fields["v"] > operation.VERSION or fields["sch"] > operation.SCHEMA:
        return True
    if fields["k"] not in operation.KINDS:
        return True
    return fields["k"] == operation.Kind.PATCH.value and fields["body"]["type"] not in TYPES


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))


def _refused(text: str, source: guard.Source = guard.Source.OBSERVED, *, agreed: bool = False) -> bool:
    return not isinstance(guard.clear(text, kept=_ALL_KEPT, source=source, agreed=agreed), guard.ClearedText)


def _read_note(given: messages.Change, fields: Mapping[str, Any], known: frozenset[str]) -> Read:
    received_at = datetime.fromisoformat(given.received_at)
    note = words.from_body(fields["body"], received_at=received_at, rev=given.rev)
    if str(note.id) != fields["id"] or str(note.participant) != fields["cand"]:
        raise ValueError
    # Who wrote it is what the server knows of the device, not what the device says of itself.
    note = replace(note, author=given.by)
    return Read(given, fields, note=note, texts={} if fields["id"] in known else _cleared(note, given.guard))


def _cleared(note: words.Note, read_by: str) -> dict[str, guard.ClearedText]:
    """`read_by`: the guard at the server's door; one of this very version has no need to read again."""
    texts = {}
    for name in NOTE_TEXTS:
        source, text = words.source_of(name, note.source), getattr(note, name)
        cleared = guard.vouched(text, read_by) or guard.clear(text, kept=_ALL_KEPT, source=source)
        if not isinstance(cleared, guard.ClearedText):
            raise _Aside("guard")
        texts[name] = cleared
    return texts


def _read_patch(given: messages.Change, fields: Mapping[str, Any]) -> Read:
    body = fields["body"]
    kind, wanted = TYPES[body["type"]], body["set"]
    _check_patch(fields, kind, given.eff)
    named = guard.NAMED in fields["kept"]
    for name, value in wanted.items():
        if not value or not _is_text(kind, name) or guard.vouched(str(value), given.guard) is not None:
            continue
        if _refused(str(value), agreed=named and (kind.name, name) == AGREED_WORDS):
            raise _Aside("guard")
    return Read(given, fields)


def _check_patch(fields: Mapping[str, Any], kind: RecordType, eff: Mapping[str, Any] | None) -> None:
    """Raises what `read` takes for a wrong shape, so that the transaction meets none."""
    body = fields["body"]
    UUID(body["rec"])
    if fields["cand"] is not None:
        UUID(fields["cand"])
    whole(body["base_rev"])
    for name, value in body["set"].items():
        if name in kind.fields:
            from_wire(kind.fields[name], value)
    if eff is not None and not {*eff["set"], *eff["conflicts"]} <= body["set"].keys():
        raise ValueError


def patch(tx: Tx, found: Read, now: datetime) -> Applied:
    """Take in a change of a record."""
    given, fields, body = found.given, found.fields, found.fields["body"]
    kind, id = TYPES[body["type"]], UUID(body["rec"])
    cand = None if fields["cand"] is None else UUID(fields["cand"])
    eff = given.eff or {"set": body["set"], "conflicts": []}
    taken = {name: body["set"][name] for name in eff["set"]}
    clashes = _conflicts(tx, found, kind, id, eff["conflicts"], now)
    records.settle(tx, kind, id, cand=cand, fields=taken, rev=given.rev)
    sync_state.resolve(tx, kind.name, id, taken, seen=int(body["base_rev"]), rev=given.rev)
    if kind.name == GUARD_RELEASE.name:
        release.hold(releases.in_force(tx))
    if kind.name == NOTE_ERASED.name and taken.get("note"):
        _erase(tx, UUID(taken["note"]))
    if kind.name == NOTE_MOVED.name and taken.get("way") == Way.OUT and taken.get("note"):
        rereading.empty_note(tx, UUID(taken["note"]))
    topics = {TOPICS.get(kind.name, Topic.WORK)} | ({Topic.SYNC} if clashes else set())
    return Applied(frozenset(topics), conflicts=clashes)


def _erase(tx: Tx, note: UUID) -> None:
    """A colleague's computer has taken words out of a note; what this one's guard stops goes here too."""
    entry = rereading.get(tx, rereading.NOTE, note)
    if entry is None:
        return
    source = words.SourceOf(entry.source)
    texts = {
        name: guard.redact(entry.texts.get(name, ""), words.source_of(name, source)) for name in NOTE_TEXTS
    }
    if any(texts[name].text != text for name, text in entry.texts.items()):
        rereading.blank_note(tx, note, texts)
    rereading.settle(tx, rereading.NOTE, note)


def _is_text(kind: RecordType, name: str) -> bool:
    return kind.fields.get(name) is FieldType.TEXT


def _conflicts(tx: Tx, found: Read, kind: RecordType, id: UUID, names: list[str], now: datetime) -> int:
    """Keep both values for a person to choose; one that was long overtaken is history, not a question."""
    if not names:
        return 0
    given, wanted = found.given, found.fields["body"]["set"]
    vals, frev = sync_state.server_says(tx, kind.name, id) or ({}, {})
    open_ = 0
    for name in names:
        overtaken = frev.get(name, 0) if frev.get(name, 0) > given.rev else None
        open_ += overtaken is None
        sync_state.add_conflict(
            tx,
            sync_state.Conflict(
                rev=given.rev, field=name, type=kind.name, rec=id, mine=wanted[name], theirs=vals.get(name),
                by=given.by, seen_at=now, resolved_rev=overtaken, own=found.fields["own"] is True,
            ),
        )  # fmt: skip
    return open_
