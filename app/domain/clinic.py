"""What a treatment team's meeting agreed about work for one participant; nothing clinical has a field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ClinicAgreement:
    """`considerations`: what work must take into account, as function and weeks."""

    id: UUID
    participant: UUID
    meeting: UUID | None
    on_day: date
    about_job: str
    who_does: str
    considerations: str
    author: str

    def __repr__(self) -> str:
        return f"ClinicAgreement({self.id})"
