"""A form that was begun and not stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class FormDraft:
    """`texts`: what was typed, with every span the guard holds cut out. `choices`: codes, ids, days and numbers."""

    kind: str
    participant: UUID | None
    texts: Mapping[str, str]
    choices: Mapping[str, str]
    held: int
    updated_at: datetime

    def __repr__(self) -> str:
        return f"FormDraft({self.kind})"
