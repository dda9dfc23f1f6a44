"""When the guard's rules are new: read the store again, say what would be stopped now, and have it put right or erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app import guard
from app.domain.changes import Changes, Topic
from app.domain.journal import SourceOf, source_of
from app.domain.records import AGREED_WORDS, NOTE_ERASED, NOTE_TEXTS, TYPES, Value
from app.guard import ClearedText, Level
from app.services import case
from app.services.door import Invalid
from app.store import caseload, journal, people, records, rereading, review
from app.store.rereading import Entry

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.JOURNAL, Topic.CASELOAD, Topic.EMPLOYERS, Topic.TASKS, Topic.OUTBOX})


@dataclass(frozen=True, slots=True)
class Step:
    """`done`: the whole store has been read with the rules that hold now. `fresh`: so many were found in this step."""

    done: bool
    fresh: int
    changes: Changes = frozenset()


@dataclass(frozen=True, slots=True)
class ToMend:
    """An entry that would be stopped now. `can_correct`: it is a note's newest version, which a new note may correct."""

    kind: str
    id: UUID
    participant: UUID | None
    name: str
    fields: tuple[str, ...]
    categories: tuple[str, ...]
    can_correct: bool

    def __repr__(self) -> str:
        return f"ToMend({self.kind}, {self.id})"


@dataclass(frozen=True, slots=True)
class Erased:
    changes: Changes = CHANGES


def version() -> str:
    """Of everything the guard's verdict hangs on."""
    state = guard.health()
    return f"{state.rules_version}/{state.model_version}"


def step(vault: Vault, *, now: datetime, most: int = 1) -> Step:
    """Read the next few entries. It goes on where it was left, whatever happened in between."""
    rules = version()
    with vault.read() as tx:
        place = rereading.place(tx, rules)
        entries = () if place is None else rereading.after(tx, place, most=most)
    if place is None:
        return Step(done=True, fresh=0)
    stopped = [(entry, _stopped(entry)) for entry in entries]  # the slow part, without a transaction
    with vault.begin() as tx:
        for entry, fields in stopped:
            rereading.record(tx, entry, fields, now=now)
        last = rereading.place_of(entries[-1]) if entries else place
        rereading.come_to(tx, rules, last, done_at=None if entries else now)
    fresh = sum(bool(fields) for _, fields in stopped)
    return Step(done=not entries, fresh=fresh, changes=CHANGES if fresh else frozenset())


def to_mend(vault: Vault) -> tuple[ToMend, ...]:
    """Each entry once, by whom it is about."""
    with vault.read() as tx:
        found, names = rereading.found(tx), caseload.names(tx)
        newest = _newest(tx, [one.id for one in found if one.kind == rereading.NOTE])
    by_entry: dict[tuple[str, UUID], list[rereading.Found]] = {}
    for one in found:
        by_entry.setdefault((one.kind, one.id), []).append(one)
    made = [
        ToMend(
            kind, id, rows[0].participant, names.get(rows[0].participant, "") if rows[0].participant else "",
            tuple(row.field for row in rows), tuple(sorted({c for row in rows for c in row.categories})), id in newest,
        )
        for (kind, id), rows in by_entry.items()
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda one: (one.name.casefold(), one.kind, one.id)))


def erase(vault: Vault, kind: str, id: UUID, *, now: datetime) -> Erased | Invalid:
    """Cut what is stopped out of an entry, wherever it lies at rest here, and tell the server that it was done.

    The journal's rule stands: an entry is not rewritten. What goes is what must not be kept, and a mark shows the gap.
    Copies of the journal lose it on their rotation.
    """
    with vault.read() as tx:
        entry = rereading.get(tx, kind, id)
    if entry is None:
        return Invalid("id", "unknown")
    texts = _redacted(entry)
    with vault.begin() as tx:
        _blank(vault, tx, entry, texts, now=now)
        rereading.settle(tx, kind, id)
    vault.checkpoint()
    return Erased()


def after_correction(vault: Vault, tx: Tx, corrected: UUID, *, now: datetime) -> None:
    """A note that was found has been put right by a new one: now its own words go."""
    if rereading.settle(tx, rereading.NOTE, corrected):
        entry = rereading.get(tx, rereading.NOTE, corrected)
        if entry is not None:
            _blank(vault, tx, entry, _redacted(entry), now=now)


def _blank(vault: Vault, tx: Tx, entry: Entry, texts: dict[str, ClearedText], *, now: datetime) -> None:
    if entry.kind == rereading.NOTE:
        fields = ",".join(name for name in NOTE_TEXTS if name in _stopped(entry))
        told: dict[str, Value] = {"note": entry.id, "fields": fields, "erased_at": now}
        case.insert(vault, tx, NOTE_ERASED, told, participant=entry.participant, now=now)
        rereading.blank_note(tx, entry.id, texts)
        return
    whose = records.Case(cand=entry.participant, own=_is_own(tx, entry))
    values: dict[str, Value] = {name: texts[name] for name in _stopped(entry)}
    records.write(tx, TYPES[entry.kind], entry.id, values, case=whose, now=now, sign=vault.sign, unsaid=True)
    rereading.blank_server_copy(tx, entry.kind, entry.id, texts)


def _is_own(tx: Tx, entry: Entry) -> bool:
    """The writer's private appointments and tasks."""
    row = records.current(tx, TYPES[entry.kind], entry.id) or {}
    mine = entry.participant is None and "owner" in row and row["owner"] in people.me(tx).signs
    return mine and not review.recommended(tx, entry.id)


def _stopped(entry: Entry) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, text in entry.texts.items():
        agreed = (entry.kind, name) == AGREED_WORDS
        categories = [
            f.category
            for f in guard.review(text, _source(entry, name))
            if f.level is Level.REFUSE and not (agreed and f.category == guard.NAMED)
        ]
        if categories:
            found[name] = categories
    return found


def _redacted(entry: Entry) -> dict[str, ClearedText]:
    names = NOTE_TEXTS if entry.kind == rereading.NOTE else tuple(entry.texts)
    return {name: guard.redact(entry.texts.get(name, ""), _source(entry, name)) for name in names}


def _source(entry: Entry, name: str) -> guard.Source:
    return source_of(name, SourceOf(entry.source)) if entry.source else guard.Source.OBSERVED


def _newest(tx: Tx, ids: list[UUID]) -> frozenset[UUID]:
    return frozenset(id for id in ids if not journal.is_corrected(tx, id))
