"""The caseload: the list, one participant's page, and changes to what is known of a participant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import participant as words
from app.domain.changes import Topic
from app.domain.cpr import Cpr
from app.domain.participant import CaseloadRow, Listed, Participant, Phase, Step
from app.domain.records import PARTICIPANT
from app.guard import redact
from app.policy import standing
from app.services.calendar import day_of
from app.services.door import Held, Invalid, Saved, Typed, blank, typed
from app.store import access, caseload, employers, people, records

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.CASELOAD, Topic.OUTBOX})
DONE_SHOWN: Final = 3
NAME_MAX: Final = 120
_TALKS: Final = frozenset({"note", "appointment"})  # the tables the last contact of each rests on
_PEOPLE: Final = frozenset({"participant"})
_NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class ParticipantPage:
    """`steps`: what is ahead, soonest first, then the tasks done last. `month_minutes`: at employers this month."""

    participant: Participant
    row: CaseloadRow
    steps: tuple[Step, ...]
    in_dialogue: int
    month_minutes: int
    consultant: str


@dataclass(slots=True)
class _Before:
    """The last list. Of somebody of whom nothing is other the same objects stand in the next one: of five thousand most."""

    faces: dict[caseload.Face, Listed] = field(default_factory=dict)
    on: tuple[object, ...] = ()
    rows: dict[UUID, CaseloadRow] = field(default_factory=dict)

    def listed(self, tx: Tx) -> tuple[Listed, ...]:
        self.faces = caseload.listed(tx, self.faces)
        return tuple(self.faces.values())

    def row(self, one: Listed, last: datetime | None, step: Step | None) -> CaseloadRow | None:
        row = self.rows.get(one.id)
        if row is None or row.participant is not one or row.last_contact != last or row.next != step:
            return None
        return row


def overview(vault: Vault, *, now: datetime) -> tuple[CaseloadRow, ...]:
    """Everybody on this computer: those who need something done first, then by next step, then by name."""
    with vault.read() as tx:
        before = vault.memory.recall("the last list", _Before, rests_on=_NOTHING)
        last = vault.memory.recall("last contacts", lambda: caseload.last_contacts(tx), rests_on=_TALKS)
        everybody = vault.memory.recall("everybody", lambda: before.listed(tx), rests_on=_PEOPLE)
        steps = caseload.open_steps(tx)
    on = (now.date(), now.tzinfo, standing.contact_days())  # what a row says besides the store
    if before.on != on:
        before.on, before.rows = on, {}
    rows = {}
    for one in everybody:
        heard, step = last.get(one.id), next(iter(steps.get(one.id, ())), None)
        rows[one.id] = before.row(one, heard, step) or words.row(
            one, heard, step, now, quiet_days=standing.contact_days()
        )
    before.rows = rows
    return tuple(sorted(rows.values(), key=_order))


def names(vault: Vault) -> dict[UUID, str]:
    """Everybody on this computer by name, to choose from."""
    with vault.read() as tx:
        return caseload.names(tx)


def open_participant(
    vault: Vault, id: UUID, *, now: datetime, reason: str | None = None
) -> ParticipantPage | None:
    """One participant's page; every opening is written to the access log, with the reason where one was asked for.
    None when the id is not held here."""
    with vault.begin() as tx:
        found = caseload.get(tx, id)
        if found is None:
            return None
        access.log(tx, id, access.Action.VIEW, now=now, reason=redact(reason) if reason else None)
        steps = caseload.open_steps(tx, [id]).get(id, ())
        month = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        return ParticipantPage(
            participant=found,
            row=words.row(
                found,
                caseload.last_contacts(tx, [id]).get(id),
                next(iter(steps), None),
                now,
                quiet_days=standing.contact_days(),
            ),
            steps=steps + caseload.done_steps(tx, id, limit=DONE_SHOWN),
            in_dialogue=employers.in_dialogue(tx, id),
            month_minutes=employers.minutes_at(tx, id, month, day_of(now)[1]),
            consultant=people.names(tx).get(found.consultant, ""),
        )


def show_cpr(vault: Vault, id: UUID, *, now: datetime) -> str | None:
    """The whole number, for a moment on screen; that it was shown is written down."""
    with vault.begin() as tx:
        found = caseload.get(tx, id)
        if found is None or found.cpr is None:
            return None
        access.log(tx, id, access.Action.CPR, now=now)
        return found.cpr.plain


def create(
    vault: Vault,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """A new participant; `name` is a must, the phase is `referred` unless given. `cpr` may be typed text."""
    whole: Mapping[str, Typed] = {"phase": Phase.REFERRED.value, **fields}
    if problem := _wrong(whole) or _nameless(whole):
        return problem
    values = typed(PARTICIPANT, _with_cpr(whole), kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    id = records.new_id()
    with vault.begin() as tx:
        values = {"consultant": people.me(tx).person, **values}
        records.write(tx, PARTICIPANT, id, values, case=records.Case(cand=id), now=now, sign=vault.sign)
        access.log(tx, id, access.Action.CREATE, now=now)
    return Saved(id, CHANGES)


def change(
    vault: Vault,
    id: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """New values for some fields; those that stand already are left alone."""
    if problem := _wrong(fields) or ("name" in fields and _nameless(fields)) or None:
        return problem
    values = typed(PARTICIPANT, _with_cpr(fields), kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if caseload.get(tx, id) is None:
            return Invalid("id", "unknown")
        case = records.Case(cand=id)
        if not records.change(tx, PARTICIPANT, id, values, case=case, now=now, sign=vault.sign):
            return Saved(id, frozenset())
        access.log(tx, id, access.Action.EDIT, now=now)
    return Saved(id, CHANGES)


def _order(row: CaseloadRow) -> tuple[bool, bool, str, str]:
    step = row.next
    when = "" if step is None else step.at.isoformat() if step.at else step.on.isoformat() if step.on else ""
    return not row.needs_action, not when, when, row.participant.name.casefold()


def _nameless(fields: Mapping[str, Typed]) -> Invalid | None:
    if blank(fields.get("name")):
        return Invalid("name", "missing")
    return Invalid("name", "long") if len(str(fields["name"]).strip()) > NAME_MAX else None


def _wrong(fields: Mapping[str, Typed]) -> Invalid | None:
    cpr = fields.get("cpr")
    if isinstance(cpr, str) and cpr.strip() and Cpr.parse(cpr) is None:
        return Invalid("cpr", "shape")
    return Invalid("phase", "missing") if "phase" in fields and not fields["phase"] else None


def _with_cpr(fields: Mapping[str, Typed]) -> dict[str, Typed]:
    cpr = fields.get("cpr")
    return {**fields, "cpr": Cpr.parse(cpr)} if isinstance(cpr, str) else dict(fields)
