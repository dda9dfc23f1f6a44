"""The operation: the only thing a device pushes. Its exact text is signed, hashed and never re-serialised.

`p` is canonical JSON:
  v 1 · id UUIDv7 made on the device · k kind · dev device id · q the device's sequence 1,2,3… · prev sha256 of the
  device's operation q-1 (64 zeros for q 1) · feed the jobcenter's feed or null before enrolment · cand participant
  or null · own true when only the writer's own devices may have it · at written (UTC) · occ happened (UTC) or null
  · off clock offset in ms at the last sync · app version · sch schema version of the body · kept guard categories
  the consultant chose to keep · gen the last `q` the server had when this device last took up its chain again from an
  older copy of itself, absent before that · g version of the guard that read its texts before it was signed, absent in older
  operations · body.
Visibility on the server: `cand` set → those with the participant in scope; `own` → the writer's devices; else all
of the feed.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from app.protocol import canonical

VERSION = 1
SCHEMA = 1


class Kind(enum.StrEnum):
    """journal.append and journal.correct carry a whole note (body: the fields of `domain.journal.Note`, plus
    `corrects`); case.patch carries `{type, rec, set, base, base_rev}`: new values, the values they replace, and the
    server revision the writer had seen."""

    APPEND = "journal.append"
    CORRECT = "journal.correct"
    PATCH = "case.patch"


KINDS = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a use case wants said; the outbox adds device, sequence and chain."""

    id: UUID
    kind: Kind
    cand: UUID | None
    own: bool
    at: datetime
    occurred: datetime | None
    kept: tuple[str, ...]
    body: dict[str, Any]


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def compose(
    draft: Draft, *, dev: UUID, q: int, prev: str, feed: str | None, off: int, app: str, guard: str = "", gen: int = 0
) -> str:  # fmt: skip
    """The exact text of the operation, ready to be signed."""
    return canonical.dumps(
        ({"gen": gen} if gen else {})
        | {
            "v": VERSION, "id": str(draft.id), "k": draft.kind.value, "dev": str(dev), "q": q, "prev": prev,
            "feed": feed, "cand": str(draft.cand) if draft.cand else None, "own": draft.own,
            "at": moment(draft.at), "occ": moment(draft.occurred) if draft.occurred else None, "off": off,
            "app": app, "sch": SCHEMA, "kept": sorted(draft.kept), "g": guard,
            "body": draft.body,
        }
    )  # fmt: skip


def read(p: str) -> dict[str, Any]:
    """The fields of an operation's text. Raises ValueError when it is not an object of the known shape."""
    try:
        fields = msgspec.json.decode(p)
    except msgspec.MsgspecError:
        fields = json.loads(p)  # what only Python's own reader takes, or takes to be wrong
    if not isinstance(fields, dict) or not fields.keys() >= REQUIRED:
        raise ValueError("not an operation")
    return fields


def writer(dev: str, fields: Mapping[str, Any]) -> str:
    """Who a field's value is from, for the merge. A device that took up its chain again has not seen what it wrote
    before, so it counts as another until it has read that anew."""
    gen = fields.get("gen")
    return f"{dev}/{gen}" if type(gen) is int and gen else dev


REQUIRED = {"v", "id", "k", "dev", "q", "prev", "feed", "cand", "own", "at", "sch", "kept", "body"}
