"""The disclosure worksheet: agree, talk about it again, withdraw; and what may be said at the moment of contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain import disclosure
from app.domain.consent import ConsentKind
from app.domain.disclosure import DisclosureSheet, MayBeSaid
from app.domain.records import DISCLOSURE_SHEET, DISCLOSURE_TALK, Value
from app.guard import NAMED, ClearedText, redact
from app.services import case, consents
from app.services.door import Held, Invalid, Saved, Typed
from app.store import access, agreed_words, caseload, employers, work

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A worksheet with its employer's name, empty where it is for all of them."""

    sheet: DisclosureSheet
    employer: str

    def __repr__(self) -> str:
        return f"SheetLine({self.sheet.id})"


@dataclass(frozen=True, slots=True)
class SayLine:
    """What may be said of one participant at an employer."""

    name: str
    say: MayBeSaid

    def __repr__(self) -> str:
        return f"SayLine({self.say.participant})"


def sheets(vault: Vault, participant: UUID, *, now: datetime) -> tuple[SheetLine, ...]:
    """All of a participant's worksheets, newest first; that they were looked at is written down."""
    with vault.begin() as tx:
        access.log(tx, participant, access.Action.VIEW, now=now)
        found = work.sheets(tx, [participant])
        found = _in_full(tx, found)
        names = employers.names(tx, {sheet.employer for sheet in found if sheet.employer})
    return tuple(SheetLine(s, names.get(s.employer, "") if s.employer else "") for s in found)


def may_be_said(
    vault: Vault, participants: Sequence[UUID], *, employer: UUID | None, now: datetime
) -> tuple[SayLine, ...]:
    """For each, in their order: what they agreed may be said at this employer, nothing where nothing is agreed."""
    with vault.begin() as tx:
        found, names = _in_full(tx, work.sheets(tx, participants)), caseload.names(tx, participants)
        for one in names:
            access.log(tx, one, access.Action.VIEW, now=now)
        whom = employers.canonical(tx, employer) if employer else None
        aliases = employers.aliases(tx, whom) if whom else frozenset()
        silent = _silenced(tx, participants, now.date())
    here = tuple(_at(sheet, aliases, whom) for sheet in found)
    return tuple(
        SayLine(names[one], disclosure.may_be_said(one, () if one in silent else here, whom, now.date()))
        for one in dict.fromkeys(participants)
        if one in names
    )


def _silenced(tx: Tx, participants: Sequence[UUID], day: date) -> frozenset[UUID]:
    """Those who have taken back that they may be named, or that the words may be said: then nothing may be."""
    return frozenset[UUID]().union(
        *(
            consents.closed(tx, participants, kind, day)
            for kind in (ConsentKind.CONTACT_EMPLOYER, ConsentKind.DISCLOSURE_WORDING)
        )
    )


def agree(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
    in_journal: bool = False,
) -> Saved | Held | Invalid:
    """A new worksheet; `choice` is a must, and whoever may tell must have words for it. The talk is logged with it.

    `in_journal`: the candidate wants the words in the journal, also where they name an illness. Else such words stay
    on this computer, and what is sent has a gap in their place.
    """
    if problem := _wordless(fields):
        return problem
    whole: dict[str, Typed] = {"from_day": now.date(), **fields}
    values = case.prepared(DISCLOSURE_SHEET, whole, kept=kept, musts=("choice",))
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if caseload.get(tx, participant) is None:
            return Invalid("participant", "unknown")
        employer = fields.get("employer")
        if isinstance(employer, UUID) and employers.get(tx, employer) is None:
            return Invalid("employer", "unknown")
        own = _own(values, in_journal=in_journal)
        id = case.insert(vault, tx, DISCLOSURE_SHEET, values, participant=participant, now=now)
        if own is not None:
            agreed_words.keep(tx, id, participant, own)
        talk: dict[str, Value] = {"sheet": id, "on_day": _day(whole["from_day"], now)}
        case.insert(vault, tx, DISCLOSURE_TALK, talk, participant=participant, now=now)
    return Saved(id, case.WORK)


def change(
    vault: Vault,
    id: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
    in_journal: bool = False,
) -> Saved | Held | Invalid:
    """`in_journal`: as in `agree`."""
    if problem := _wordless(fields):
        return problem
    asked = tuple(name for name in ("choice",) if name in fields)
    values = case.prepared(DISCLOSURE_SHEET, fields, kept=kept, musts=asked)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        whose = case.owner(tx, DISCLOSURE_SHEET, id)
        if whose is None:
            return Invalid("id", "unknown")
        before = agreed_words.of(tx, [id]).get(id, "")
        if "wording" in values:
            agreed_words.drop(tx, id)
        own = _own(values, in_journal=in_journal)
        if own is not None:
            agreed_words.keep(tx, id, whose, own)
        changed = case.update(vault, tx, DISCLOSURE_SHEET, id, values, now=now)
        changed = changed or ("wording" in values and before != (own.text if own else ""))
    return Saved(id, case.WORK if changed else frozenset())


def _own(values: dict[str, Value], *, in_journal: bool) -> ClearedText | None:
    """Words that stay here: taken out of `values`, where their gap is left."""
    words = values.get("wording")
    if in_journal or not isinstance(words, ClearedText) or NAMED not in words.kept:
        return None
    values["wording"] = redact(words.text)
    return words


def _in_full(tx: Tx, sheets: Sequence[DisclosureSheet]) -> tuple[DisclosureSheet, ...]:
    """With the words that are on this computer alone."""
    own = agreed_words.of(tx, [sheet.id for sheet in sheets])
    return tuple(replace(sheet, wording=own.get(sheet.id, sheet.wording)) for sheet in sheets)


def talk_again(vault: Vault, id: UUID, *, on: date, now: datetime) -> Saved | Held | Invalid:
    """It was talked about once more; the scale asks for more than one time. `Saved.id` is the talk's, where it is news."""
    if on > now.date():
        return Invalid("on_day", "future")
    with vault.begin() as tx:
        sheet = work.get_sheet(tx, id)
        if sheet is None:
            return Invalid("id", "unknown")
        if on in sheet.talks:
            return Saved(id, frozenset())
        talk: dict[str, Value] = {"sheet": id, "on_day": on}
        made = case.insert(vault, tx, DISCLOSURE_TALK, talk, participant=sheet.participant, now=now)
    return Saved(made, case.WORK)


def not_talked(vault: Vault, talk: UUID, *, now: datetime) -> Saved | Held | Invalid:
    """The inverse of `talk_again`: that talk was on no day. Its record stays and counts for nothing."""
    return case.put(vault, DISCLOSURE_TALK, {"on_day": None}, id=talk, now=now, changes=case.WORK)


def withdraw(vault: Vault, id: UUID, *, on: date, now: datetime) -> Saved | Held | Invalid:
    """From now on nothing may be said on this sheet's strength; the sheet itself stays to be read."""
    return case.put(vault, DISCLOSURE_SHEET, {"withdrawn_on": on}, id=id, now=now, changes=case.WORK)


def _wordless(fields: Mapping[str, Typed]) -> Invalid | None:
    """Whoever is to tell something needs the exact words."""
    told = fields.get("choice") not in (None, "", disclosure.Openness.NONE)
    by_us = fields.get("who_tells") in (disclosure.Teller.CONSULTANT, disclosure.Teller.TOGETHER)
    return (
        Invalid("wording", "missing")
        if told and by_us and not str(fields.get("wording") or "").strip()
        else None
    )


def _at(sheet: DisclosureSheet, aliases: frozenset[UUID], whom: UUID | None) -> DisclosureSheet:
    """A sheet for an employer that was found to be the same as another is for that other."""

    return replace(sheet, employer=whom) if whom and sheet.employer in aliases else sheet


def _day(given: Typed, now: datetime) -> date:
    return given if isinstance(given, date) else now.date()
