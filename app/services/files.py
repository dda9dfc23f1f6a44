"""Files of a case: put there after the guard has read them, shown and handed out again, taken out; never written to a disk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app import guard
from app.domain.case_file import LARGEST, MOST_OF_A_CASE, CaseFile
from app.domain.changes import Topic
from app.domain.log_rows import Period
from app.domain.records import CASE_FILE
from app.errors import DocumentRefused
from app.guard import documents
from app.policy import standing
from app.services import case, export
from app.services.door import Held, Invalid, Saved
from app.store import access, caseload, files, journal

if TYPE_CHECKING:
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.JOURNAL, Topic.OUTBOX})


@dataclass(frozen=True, slots=True)
class HeldFile:
    """The guard holds the document back: nothing of it was stored. `text`: what it read, in which the findings' spans count."""

    findings: tuple[guard.Finding, ...]
    text: str

    def __repr__(self) -> str:
        return f"HeldFile({len(self.findings)})"


@dataclass(frozen=True, slots=True)
class Standing:
    """A file of a case. `here`: it can be opened. `there`: the jobcenter's server has all of it. `held`: the server's guard,
    or this computer's, will not have it."""

    file: CaseFile
    here: bool
    there: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """`text`: what the guard read in it; `data`: the file as it was put there."""

    file: CaseFile
    text: str
    data: bytes

    def __repr__(self) -> str:
        return f"Opened({self.file.id})"


@dataclass(frozen=True, slots=True)
class TakenOut(Saved):
    """`data`: the bytes, which are at rest nowhere on this computer any more. Whoever lets go of this lets go of them."""

    data: bytes

    def __repr__(self) -> str:
        return f"TakenOut({self.id})"


def attach(
    vault: Vault,
    participant: UUID,
    *,
    name: str,
    data: bytes,
    now: datetime,
    note: UUID | None = None,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | HeldFile | Invalid:
    """Put a document to a case, or to a note of it. `kept`: guard categories that stay, in its name and in its text.

    Raises DocumentRefused for one the guard cannot read.
    """
    if not 0 < len(data) <= LARGEST:
        return Invalid("file", "long" if data else "missing")
    found = documents.of(data, name)
    if isinstance(found, documents.Unreadable):
        raise DocumentRefused(found.reason)
    cleared = guard.clear(found.text, kept=kept if standing.guard_overrides() else frozenset())
    if not isinstance(cleared, guard.ClearedText):
        return HeldFile(cleared, found.text)
    digest = hashlib.sha256(data).hexdigest()
    values = case.prepared(
        CASE_FILE, {"name": name, "kind": found.kind, "size": len(data), "digest": digest, "note": note},
        kept=kept, musts=("name",),
    )  # fmt: skip
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if caseload.get(tx, participant) is None:
            return Invalid("participant", "unknown")
        told = journal.get(tx, note) if note is not None else None
        if note is not None and (told is None or told.participant != participant):
            return Invalid("note", "unknown")
        there = files.of_participant(tx, participant)
        if sum({one.digest: one.size for one in there}.values()) + len(data) > MOST_OF_A_CASE:
            return Invalid("file", "range")
        files.put_whole(tx, participant, digest, data)
        return Saved(case.insert(vault, tx, CASE_FILE, values, participant=participant, now=now), CHANGES)


def of_participant(vault: Vault, participant: UUID) -> tuple[Standing, ...]:
    """In the order in which they were put there."""
    with vault.read() as tx:
        have = files.contents(tx, participant)
        return tuple(_standing(one, have.get(one.digest)) for one in files.of_participant(tx, participant))


def open_file(vault: Vault, id: UUID, *, now: datetime) -> Opened | None:
    """None for one that is not here whole. Logged as a look at the case."""
    with vault.begin() as tx:
        found = files.get(tx, id)
        there = files.content(tx, found.participant, found.digest) if found else None
        if found is None or found.removed_at is not None or there is None or not there.here:
            return None
        data = files.whole(tx, found.participant, found.digest)
        access.log(tx, found.participant, access.Action.FILE, now=now)
    read = documents.of(data, found.name)
    return Opened(found, read.text if isinstance(read, documents.DocumentText) else "", data)


def hand_out(vault: Vault, id: UUID, *, now: datetime) -> Opened | export.Refused:
    """The file, to be written outside the journal: a line in the log of exports and in the participant's access log."""
    if not standing.allow_export():
        return export.Refused("policy")
    found = open_file(vault, id, now=now)
    if found is None:
        return export.Refused("unknown")
    today, whose = Period(now.date(), now.date()), found.file.participant
    asked = export.Asked(export.What.FILE, found.file.kind, today, participant=whose)
    export.write_down(vault, asked, now=now)
    return found


def remove(vault: Vault, id: UUID, *, now: datetime) -> TakenOut | Invalid:
    """Take a file out of its case, here and everywhere; that it was there stays known, its bytes do not."""
    with vault.begin() as tx:
        found = files.get(tx, id)
        if found is None or found.removed_at is not None:
            return Invalid("id", "unknown")
        there = files.content(tx, found.participant, found.digest)
        data = files.whole(tx, found.participant, found.digest) if there and there.here else b""
        case.update(vault, tx, CASE_FILE, id, {"removed_at": now}, now=now)
        files.drop_removed(tx)
    return TakenOut(id, CHANGES, data)


def put_back(vault: Vault, id: UUID, data: bytes, *, now: datetime) -> Saved | Invalid:
    """The inverse of `remove`, for whoever still holds the bytes: the very file the guard has read, and no other."""
    with vault.begin() as tx:
        found = files.get(tx, id)
        if found is None:
            return Invalid("id", "unknown")
        if hashlib.sha256(data).hexdigest() != found.digest:
            return Invalid("file", "shape")
        files.put_whole(tx, found.participant, found.digest, data)
        case.update(vault, tx, CASE_FILE, id, {"removed_at": None}, now=now)
    return Saved(id, CHANGES)


def _standing(one: CaseFile, have: files.Content | None) -> Standing:
    if have is None:
        return Standing(one, here=False, there=True, held=False)
    return Standing(one, here=have.here, there=have.there or not have.here, held=have.held)
