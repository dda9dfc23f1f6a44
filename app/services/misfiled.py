"""A note that was written in the wrong case: it goes to the right one with its versions, and leaves an empty place.

Nothing is rewritten: the right case gets notes that say whose words they are and that they came; in the wrong one the
entry stays without a word, and says that it has gone. Neither names the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from app import guard
from app.domain.changes import Topic
from app.domain.journal import Note, source_of
from app.domain.records import NOTE_ERASED, NOTE_MOVED, NOTE_TEXTS, Value
from app.domain.transfer import Way
from app.guard import ClearedText
from app.services import case
from app.services.door import Held, Invalid, Saved
from app.store import access, caseload, journal, people, records, rereading

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.JOURNAL, Topic.CASELOAD, Topic.OUTBOX})
_ALL_KEPT: Final = frozenset(guard.CATEGORIES)


def move(vault: Vault, id: UUID, *, to: UUID, now: datetime) -> Saved | Held | Invalid:
    """The note with this id, in its newest version, belongs to `to`. Returns the id it has there.

    Held where the guard of today stops what it holds: that is put right first.
    """
    with vault.read() as tx:
        newest = journal.get(tx, id)
        versions = () if newest is None else tuple(_oldest_first(tx, newest))
    if newest is None or not newest.title:
        return Invalid("note", "unknown")
    if newest.corrected_by or newest.participant == to:
        return Invalid("note", "final")
    cleared = [_clear(one) for one in versions]
    held = next((texts for texts in cleared if isinstance(texts, Held)), None)
    if held is not None:
        return held
    with vault.begin() as tx:
        if caseload.get(tx, to) is None:
            return Invalid("participant", "unknown")
        there = _write_there(vault, tx, zip(versions, cleared, strict=True), to, now)
        for one in versions:
            _empty(vault, tx, one, now)
        for whose in (newest.participant, to):
            access.log(tx, whose, access.Action.WRITE, now=now)
    vault.checkpoint()
    return Saved(there, CHANGES)


def _oldest_first(tx: Tx, newest: Note) -> Iterator[Note]:
    """All versions of a note."""
    found = [newest]
    while (before := found[-1].corrects) is not None and (one := journal.get(tx, before)) is not None:
        found.append(one)
    return reversed(found)


def _clear(one: Note) -> dict[str, ClearedText] | Held:
    """What was kept when it was written is kept again."""
    cleared: dict[str, ClearedText] = {}
    found: dict[str, tuple[guard.Finding, ...]] = {}
    for name in NOTE_TEXTS:
        said = guard.clear(getattr(one, name), kept=_ALL_KEPT, source=source_of(name, one.source))
        if isinstance(said, ClearedText):
            cleared[name] = said
        else:
            found[name] = said
    return Held(found) if found else cleared


def _write_there(
    vault: Vault,
    tx: Tx,
    versions: Iterator[tuple[Note, dict[str, ClearedText] | Held]],
    to: UUID,
    now: datetime,
) -> UUID:
    """When each was written stays as it was, so that the line of versions stays one line."""
    me, before = people.me(tx).person, None
    for old, texts in versions:
        if isinstance(texts, Held):
            raise TypeError("what is held is not moved")
        plain: dict[str, Any] = {name: text.text for name, text in texts.items()}
        made = replace(
            old, id=records.new_id(), participant=to, author=me, corrects=before, corrected_by=None, received_at=None,
            rev=None, **plain,
        )  # fmt: skip
        journal.write(tx, made, texts=texts, sign=vault.sign)
        before = made.id
    if before is None:
        raise ValueError("a note has a version")
    _say(vault, tx, Way.IN, before, to, old.author, now)
    return before


def _empty(vault: Vault, tx: Tx, one: Note, now: datetime) -> None:
    told: dict[str, Value] = {"note": one.id, "fields": ",".join(NOTE_TEXTS), "erased_at": now}
    case.insert(vault, tx, NOTE_ERASED, told, participant=one.participant, now=now)
    _say(vault, tx, Way.OUT, one.id, one.participant, one.author, now)
    rereading.empty_note(tx, one.id)
    rereading.settle(tx, rereading.NOTE, one.id)


def _say(vault: Vault, tx: Tx, way: Way, note: UUID, whose: UUID, writer: str, now: datetime) -> None:
    told: dict[str, Value] = {"note": note, "way": way.value, "writer": writer, "moved_at": now}
    case.insert(vault, tx, NOTE_MOVED, told, participant=whose, now=now)
