"""What comes out of a file: its text, or the reason why it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Reason = Literal["encrypted", "damaged", "kind", "too_big", "image", "inside", "letters"]
LARGEST, LARGEST_UNPACKED = 50_000_000, 200_000_000
DEEPEST = 4  # files in files


@dataclass(frozen=True, slots=True)
class DocumentText:
    """`text`: all of it, one part a paragraph. `kind`: txt, docx, pdf, eml or msg."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The guard cannot vouch for what it cannot read. `inside`: a file in the file; `letters`: signs without meaning."""

    reason: Reason


class CannotRead(Exception):
    """Ends the reading of a file from wherever its reader stands."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


# Reads a file that lies in another, by its bytes and its name; raises CannotRead.
Inside = Callable[[bytes, str], str]
