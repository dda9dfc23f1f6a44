"""Use case: when the disk will not take a note, one sealed copy of it in a folder of the writer's choice, and back again.

Only what a draft may hold leaves the screen, and it leaves sealed: to this journal, and to the municipality where its
key is known (`feltjournal-server open-rescue` reads it). No word of it is ever on a disk in clear.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from app import guard
from app.domain.changes import Changes, Topic
from app.domain.journal import Draft, NoteKind, Place, SourceOf, source_of
from app.domain.records import NOTE_TEXTS
from app.errors import CopyForeign, CopyNotWritten
from app.services.journal import NoteFields, redacted
from app.store import access, caseload, journal
from app.vault import rescue
from app.vault.keyfile import canon
from app.vault.place import write_atomic

if TYPE_CHECKING:
    from app.vault.vault import Vault

SUFFIX: Final = ".fjo"  # as the rescue journal's own records, so that the officers' tool finds it
_LARGEST: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class Made:
    """`cut`: what the guard refuses is not in it."""

    path: Path
    cut: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """`draft`: as it lies in the journal now. `newer`: what was here already is as new or newer, and was kept."""

    draft: Draft
    newer: bool
    changes: Changes = frozenset({Topic.DRAFTS})


def make(
    vault: Vault, *, note: NoteFields, id: UUID, corrects: UUID | None, folder: Path, now: datetime
) -> Made:
    """The journal itself is not touched. Raises CopyNotWritten when that folder will not take it either."""
    kept = redacted(note, id=id, corrects=corrects, now=now)
    moment = int(now.timestamp() * 1000)
    head = {"first": moment, "last": moment, "magic": rescue.MAGIC}
    said = canon([{"draft": _told(kept.draft), "q": moment}])
    name = f"redningskopi-{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}{SUFFIX}"  # and nothing about whom
    try:
        write_atomic(folder / name, vault.seal_copy(head, said))
    except OSError as error:
        raise CopyNotWritten from error
    return Made(folder / name, kept.cut)


def take(vault: Vault, *, path: Path, now: datetime) -> Taken:
    """A copy is a draft again, unless the draft of that note is as new. Raises CopyForeign for any other file."""
    draft = _read(vault, path)
    texts = {name: guard.redact(getattr(draft, name), source_of(name, draft.source)) for name in NOTE_TEXTS}
    with vault.begin() as tx:
        here = journal.get_draft(tx, draft.id)
        whose = draft.participant
        if whose is not None and whose not in caseload.names(tx):
            raise CopyForeign  # of a candidate this journal has let go of
        if whose is not None:
            access.log(tx, whose, access.Action.DRAFT, now=now)
        if here is not None and here.updated_at >= draft.updated_at:
            return Taken(here, newer=True)
        journal.save_draft(tx, draft, texts=texts)
    return Taken(draft, newer=False)


def _read(vault: Vault, path: Path) -> Draft:
    try:
        if path.stat().st_size > _LARGEST:
            raise CopyForeign
        rows = vault.open_copy(path.read_bytes())
    except OSError as error:
        raise CopyForeign from error
    try:
        return _draft((rows or [])[0]["draft"])
    except (IndexError, KeyError, TypeError, ValueError, AttributeError):
        raise CopyForeign from None


def _told(draft: Draft) -> dict[str, object]:
    return {field.name: _plain(getattr(draft, field.name)) for field in fields(Draft)}


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, datetime) else value


def _draft(said: Mapping[str, Any]) -> Draft:
    return Draft(
        id=UUID(said["id"]), participant=_maybe(UUID, said["participant"]), kind=NoteKind(said["kind"]),
        happened_at=_maybe(datetime.fromisoformat, said["happened_at"]), minutes=said["minutes"],
        place=_maybe(Place, said["place"]), source=SourceOf(said["source"]), corrects=_maybe(UUID, said["corrects"]),
        held=int(said["held"]), updated_at=datetime.fromisoformat(said["updated_at"]),
        **{name: str(said[name]) for name in NOTE_TEXTS},
    )  # fmt: skip


def _maybe(make: Any, said: Any) -> Any:
    return None if said is None else make(said)
