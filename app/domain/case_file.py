"""A file of a case: what it is called, which document it is, and into which parts its bytes are cut."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

PART: Final = 256 * 1024  # bytes of a part; the last one may be shorter
LARGEST: Final = 25 * 1024 * 1024  # bytes of a file
MOST_OF_A_CASE: Final = 200 * 1024 * 1024  # bytes of all files of one participant
KINDS: Final = frozenset({"pdf", "docx", "txt", "eml", "msg"})  # whose text the guard can read


@dataclass(frozen=True, slots=True)
class CaseFile:
    """`note`: the note it was put to, if any. `kind`: one of `KINDS`. `digest`: SHA-256 of its bytes, hex. `size`: bytes.
    `removed_at`: when it was taken out again; its bytes are at rest no more then."""

    id: UUID
    participant: UUID
    note: UUID | None
    name: str
    kind: str
    size: int
    digest: str
    removed_at: datetime | None
    author: str


def parts(size: int) -> int:
    """How many parts a file of so many bytes has; one at least."""
    return max(1, -(-size // PART))


def length(size: int, n: int) -> int:
    """Bytes of part `n`, counted from 0."""
    return min(PART, size - n * PART)
