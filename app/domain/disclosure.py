"""Openness at work: what the participant wants told, by whom, to whom, and in exactly which words."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

TALKS_WANTED: Final = 2


class Openness(enum.StrEnum):
    NONE = "none"
    FUNCTION_ONLY = "partial_function_only"
    NAMED_BY_PARTICIPANT = "partial_named_by_participant"
    FULL = "full"


class Teller(enum.StrEnum):
    PARTICIPANT = "participant"
    CONSULTANT = "consultant"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class DisclosureSheet:
    """The agreement of one participant, for all employers or for one. `wording` is all that may be said.

    `talks`: the days it was talked about; the scale's item 13 asks for more than one. A withdrawn sheet stays.
    """

    id: UUID
    participant: UUID
    employer: UUID | None
    explained_on: date | None
    pros: str
    cons: str
    choice: str
    who_tells: str
    to_whom: str
    wording: str
    never_say: str
    role_words: str
    from_day: date | None
    withdrawn_on: date | None
    author: str
    talks: tuple[date, ...] = ()

    def __repr__(self) -> str:
        return f"DisclosureSheet({self.id})"

    def holds(self, on: date) -> bool:
        return self.withdrawn_on is None and (self.from_day is None or self.from_day <= on)


@dataclass(frozen=True, slots=True)
class MayBeSaid:
    """What the consultant may say of a participant at one employer. Nothing agreed means nothing: `wording` is empty.

    `role_words`: how the consultant names the own role there. `may_tell`: the consultant may tell it at all.
    """

    participant: UUID
    agreed: bool
    may_tell: bool
    wording: str
    never_say: str
    role_words: str
    to_whom: str

    def __repr__(self) -> str:
        return f"MayBeSaid({self.participant})"


def at_employer(sheet: DisclosureSheet, employer: UUID) -> DisclosureSheet:
    """The same agreement under the name its employer goes by now."""
    return replace(sheet, employer=employer)


def may_be_said(
    participant: UUID, sheets: Iterable[DisclosureSheet], employer: UUID | None, on: date
) -> MayBeSaid:
    """The sheet for this employer decides, even where it was withdrawn; else the one for all. The newest of each."""
    mine = [sheet for sheet in sheets if sheet.participant == participant]
    sheet = _newest([s for s in mine if s.employer == employer]) if employer is not None else None
    sheet = sheet or _newest([s for s in mine if s.employer is None])
    if sheet is None or not sheet.holds(on):
        return MayBeSaid(participant, False, False, "", "", "", "")
    tells = sheet.who_tells in (Teller.CONSULTANT, Teller.TOGETHER)
    may = tells and sheet.choice not in ("", Openness.NONE) and bool(sheet.wording)
    return MayBeSaid(
        participant, agreed=True, may_tell=may, wording=sheet.wording if may else "", never_say=sheet.never_say,
        role_words=sheet.role_words, to_whom=sheet.to_whom if may else "",
    )  # fmt: skip


def _newest(sheets: Sequence[DisclosureSheet]) -> DisclosureSheet | None:
    return max(sheets, key=lambda s: (s.from_day or date.min, s.id.int), default=None)
