"""Employers and the log of contacts with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain.changes import Topic
from app.domain.consent import ConsentKind
from app.domain.employer import (
    ContactEntry,
    ContactMode,
    Employer,
    EmployerContact,
    EmployerRow,
    Relation,
    likeness,
)
from app.domain.records import CONTACT_FOR, EMPLOYER, EMPLOYER_CONTACT, Value
from app.domain.work_codes import joined
from app.services import consents, others
from app.services.door import Held, Invalid, Saved, Typed, blank, typed
from app.store import access, caseload, employers, outbox, people, records

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.EMPLOYERS, Topic.OUTBOX})
LOGGED: Final = frozenset({Topic.EMPLOYERS, Topic.JOURNAL, Topic.CASELOAD, Topic.OUTBOX})
CLOCK_SLACK: Final = timedelta(minutes=5)
_ALL_CASES: Final = records.Case()


@dataclass(frozen=True, slots=True)
class EmployerPage:
    """`log`: newest first. `visits`: meetings in person so far, for the 1-2-3 track."""

    employer: Employer
    log: tuple[ContactEntry, ...]
    visits: int


@dataclass(frozen=True, slots=True)
class Alike:
    """Nothing was written: these may be the same employer. Ask, and create with `anyway`."""

    employers: tuple[Employer, ...]


def register(vault: Vault) -> tuple[EmployerRow, ...]:
    """Every employer, by name."""
    with vault.read() as tx:
        rows = employers.register(tx)
    return tuple(sorted(rows, key=lambda row: row.employer.name.casefold()))


def open_employer(vault: Vault, id: UUID) -> EmployerPage | None:
    with vault.read() as tx:
        found = employers.get(tx, employers.canonical(tx, id))
        if found is None:
            return None
        contacts = employers.contacts(tx, found.id)
        names, authors = caseload.names(tx), people.names(tx)
        waiting = outbox.waiting_records(tx)
    numbers = _visit_numbers(contacts)
    log = tuple(
        ContactEntry(
            contact=one,
            visit=numbers.get(one.id),
            names=tuple(names[p] for p in one.participants if p in names),
            author=authors.get(one.author, ""),
            local_only=one.id in waiting,
        )
        for one in contacts
    )
    return EmployerPage(found, log, len(numbers))


def lookalikes(vault: Vault, name: str) -> tuple[Employer, ...]:
    """Employers a new one of this name may be the same as."""
    with vault.read() as tx:
        return _alike(tx, {"name": name})


def create(
    vault: Vault,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
    anyway: bool = False,
) -> Saved | Held | Invalid | Alike:
    """A new employer; `name` is a must, the relation is `new` unless given."""
    if problem := _nameless(fields):
        return problem
    values = typed(EMPLOYER, {"relation": Relation.NEW.value, **fields}, kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    id = records.new_id()
    with vault.begin() as tx:
        same = _alike(tx, fields)
        if same and not anyway:
            return Alike(same)
        records.write(tx, EMPLOYER, id, values, case=_ALL_CASES, now=now, sign=vault.sign)
    return Saved(id, CHANGES)


def change(
    vault: Vault,
    id: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    if "name" in fields and (problem := _nameless(fields)):
        return problem
    values = typed(EMPLOYER, fields, kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if employers.get(tx, id) is None:
            return Invalid("id", "unknown")
        changed = records.change(tx, EMPLOYER, id, values, case=_ALL_CASES, now=now, sign=vault.sign)
    return Saved(id, CHANGES if changed else frozenset())


def log_contact(
    vault: Vault,
    *,
    employer: UUID,
    fields: Mapping[str, Typed],
    now: datetime,
    participants: Sequence[UUID] = (),
    matches: Mapping[UUID, str] | None = None,
    matched: Sequence[str] = (),
    present: bool = False,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """A contact with an employer, on behalf of none or several. `at`, `mode` and `purpose` are musts.

    `matches`: of each participant, whether it fits what they want (`yes`, `partly`, `no`); `matched`: which preferences.
    `present`: they were there themselves.
    """
    if problem := _incomplete(fields, now):
        return problem
    values = typed(EMPLOYER_CONTACT, fields, kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    met = typed(CONTACT_FOR, {"matched": joined(tuple(matched))})
    if isinstance(met, Held | Invalid):
        return met
    id = records.new_id()
    with vault.begin() as tx:
        employer = employers.canonical(tx, employer)
        if employers.get(tx, employer) is None:
            return Invalid("employer", "unknown")
        if problem := _not_about(tx, fields, participants, now):
            return problem
        values = {**values, "employer": employer, "author": people.me(tx).person}
        records.write(tx, EMPLOYER_CONTACT, id, values, case=_ALL_CASES, now=now, sign=vault.sign)
        for whose in dict.fromkeys(participants):
            fits = (matches or {}).get(whose, "")
            link: dict[str, Value] = {
                "contact": id, "participant": whose, "matches": fits, "present": int(present), **met
            }  # fmt: skip
            case = records.Case(cand=whose)
            records.write(tx, CONTACT_FOR, records.new_id(), link, case=case, now=now, sign=vault.sign)
            access.log(tx, whose, access.Action.WRITE, now=now)
    return Saved(id, LOGGED)


def _not_about(
    tx: Tx, fields: Mapping[str, Typed], participants: Sequence[UUID], now: datetime
) -> Invalid | None:
    """Why it cannot be on behalf of these."""
    if len(caseload.names(tx, participants)) != len(set(participants)):
        return Invalid("participants", "unknown")
    if consents.closed(tx, participants, ConsentKind.CONTACT_EMPLOYER, _day(fields["at"], now)):
        return Invalid("participants", "blocked")
    wrong = others.named(tx, _texts(fields), but=participants)
    return Invalid(wrong, others.REASON) if wrong else None


def _texts(fields: Mapping[str, Typed]) -> dict[str, str]:
    """Every colleague can read them."""
    return {name: str(fields.get(name) or "") for name in ("spoke_with", "about", "next_step")}


def _day(at: Typed, now: datetime) -> date:
    return at.astimezone(now.tzinfo).date() if isinstance(at, datetime) else now.date()


def _alike(tx: Tx, fields: Mapping[str, Typed]) -> tuple[Employer, ...]:
    """By number or by name. What was merged speaks for the entry it was merged into."""
    known = employers.all(tx)
    name, cvr, p_number = (str(fields.get(field) or "") for field in ("name", "cvr", "p_number"))
    new = Employer(records.new_id(), name, cvr, p_number, "", "", "", "", "", Relation.NEW)
    ids = dict.fromkeys(employers.canonical(tx, one.id) for one in known if likeness(one, new))
    return tuple(one for one in known if one.id in ids)


def _visit_numbers(contacts: tuple[EmployerContact, ...]) -> dict[UUID, int]:
    """The meetings in person, counted from the first; `contacts` come newest first."""
    visits = [one.id for one in reversed(contacts) if one.mode is ContactMode.IN_PERSON]
    return {id: number for number, id in enumerate(visits, 1)}


def _nameless(fields: Mapping[str, Typed]) -> Invalid | None:
    return Invalid("name", "missing") if blank(fields.get("name")) else None


def _incomplete(fields: Mapping[str, Typed], now: datetime) -> Invalid | None:
    missing = next((name for name in ("at", "mode", "purpose") if not fields.get(name)), None)
    if missing:
        return Invalid(missing, "missing")
    at = fields["at"]
    future = isinstance(at, datetime) and at.tzinfo is not None and at > now + CLOCK_SLACK
    return Invalid("at", "future") if future else None
