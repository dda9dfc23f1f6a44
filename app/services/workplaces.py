"""An employer's workplaces and people, two entries that are one employer, and the leader's mark on the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app import guard
from app.domain.changes import Topic
from app.domain.employer import PERSON_KEPT_DAYS, Employer, EmployerPerson, Workplace
from app.domain.records import EMPLOYER, EMPLOYER_CONTACT, EMPLOYER_PERSON, WORKPLACE, RecordType, Value
from app.services import case
from app.services.door import Held, Invalid, Saved, Typed
from app.store import employers, people, records, workplaces

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.EMPLOYERS, Topic.OUTBOX})
_EVERYBODY: Final = records.Case()


@dataclass(frozen=True, slots=True)
class Places:
    """`people`: those who are still there first. `merged`: entries that turned out to be this employer."""

    workplaces: tuple[Workplace, ...]
    people: tuple[EmployerPerson, ...]
    merged: tuple[Employer, ...]


@dataclass(frozen=True, slots=True)
class StalePerson:
    """Nobody has been in contact with this employer, nor confirmed the entry, for two years."""

    person: EmployerPerson
    employer: str
    last_on: date | None

    def __repr__(self) -> str:
        return f"StalePerson({self.person.id})"


def of_employer(vault: Vault, id: UUID) -> Places:
    with vault.read() as tx:
        ids = employers.aliases(tx, id)
        others = employers.get_many(tx, ids - {id})
        return Places(workplaces.places(tx, ids), workplaces.people(tx, ids), others)


def add_workplace(
    vault: Vault,
    employer: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """`name` is a must; it may be the address or the department."""
    return _add(vault, WORKPLACE, employer, fields, now=now, kept=kept)


def change_workplace(
    vault: Vault, id: UUID, *, fields: Mapping[str, Typed], now: datetime, kept: frozenset[str] = frozenset()
) -> Saved | Held | Invalid:
    return _change(vault, WORKPLACE, id, fields, now=now, kept=kept)


def add_person(
    vault: Vault,
    employer: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """`name` is a must."""
    whole: dict[str, Typed] = {"seen_on": now.date(), **fields}
    return _add(vault, EMPLOYER_PERSON, employer, whole, now=now, kept=kept)


def change_person(
    vault: Vault, id: UUID, *, fields: Mapping[str, Typed], now: datetime, kept: frozenset[str] = frozenset()
) -> Saved | Held | Invalid:
    whole: dict[str, Typed] = {"seen_on": now.date(), **fields}
    return _change(vault, EMPLOYER_PERSON, id, whole, now=now, kept=kept)


def stale_people(vault: Vault, *, now: datetime) -> tuple[StalePerson, ...]:
    """Whom nobody needs to be remembered for: to be looked at, and kept or forgotten."""
    limit = now.date() - timedelta(days=PERSON_KEPT_DAYS)
    found = []
    with vault.read() as tx:
        names, last = employers.names(tx), employers.last_contacts(tx)
        for person in workplaces.people(tx):
            contact = last.get(employers.canonical(tx, person.employer))
            days = [day for day in (person.seen_on, contact.date() if contact else None) if day is not None]
            if person.name and max(days, default=date.min) < limit:
                latest = max(days, default=None)
                found.append(StalePerson(person, names.get(person.employer, ""), latest))
    return tuple(sorted(found, key=lambda one: one.last_on or date.min))


def keep_person(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    """Still right, and still needed."""
    return _change(vault, EMPLOYER_PERSON, id, {"seen_on": now.date()}, now=now)


def forget_person(vault: Vault, id: UUID, *, now: datetime) -> Saved | Held | Invalid:
    """All that is known of a contact person goes, here and by synchronising everywhere."""
    empty = guard.clear("")
    if not isinstance(empty, guard.ClearedText):
        raise TypeError
    nothing: dict[str, Value] = dict.fromkeys(("name", "function", "phone", "email"), empty)
    with vault.begin() as tx:
        if records.current(tx, EMPLOYER_PERSON, id) is None:
            return Invalid("id", "unknown")
        values = {**nothing, "left_on": now.date()}
        _write(tx, vault, EMPLOYER_PERSON, id, values, now)
    return Saved(id, CHANGES)


def merge(vault: Vault, id: UUID, *, into: UUID, now: datetime) -> Saved | Invalid:
    """Two entries are one employer: `id` is shown no more, and its log stands with `into`. It can be taken back."""
    with vault.begin() as tx:
        if employers.get(tx, id) is None or employers.get(tx, into) is None:
            return Invalid("id", "unknown")
        target = employers.canonical(tx, into)
        if target == id or target in employers.aliases(tx, id):
            return Invalid("into", "shape")
        for one in employers.aliases(tx, id):  # one step to the top, however they came together
            _write(tx, vault, EMPLOYER, one, {"merged_into": target}, now)
    return Saved(id, CHANGES)


def part(vault: Vault, id: UUID, *, now: datetime) -> Saved | Invalid:
    """They were two after all."""
    with vault.begin() as tx:
        if employers.get(tx, id) is None:
            return Invalid("id", "unknown")
        changed = _write(tx, vault, EMPLOYER, id, {"merged_into": None}, now)
    return Saved(id, CHANGES if changed else frozenset())


def review(vault: Vault, contacts: Sequence[UUID], *, now: datetime) -> Saved | Invalid:
    """The team leader has read these lines of the log; only a leader can say so, and each is marked once."""
    with vault.begin() as tx:
        me = people.me(tx)
        if me.role not in ("team_leader", "leader"):
            return Invalid("role", "final")
        done = frozenset[Topic]()
        for one in employers.contacts_by_id(tx, contacts):
            if one.reviewed_at is None:
                marks: dict[str, Value] = {"reviewed_at": now, "reviewed_by": me.person}
                _write(tx, vault, EMPLOYER_CONTACT, one.id, marks, now)
                done = CHANGES
    return Saved(contacts[0], done) if contacts else Invalid("contacts", "missing")


def _add(
    vault: Vault,
    kind: RecordType,
    employer: UUID,
    fields: Mapping[str, Typed],
    *,
    now: datetime,
    kept: frozenset[str],
) -> Saved | Held | Invalid:
    values = case.prepared(kind, fields, kept=kept, musts=("name",))
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        if employers.get(tx, employer) is None:
            return Invalid("employer", "unknown")
        id = records.new_id()
        whole = {**values, "employer": employer}
        records.write(tx, kind, id, whole, case=_EVERYBODY, now=now, sign=vault.sign)
    return Saved(id, CHANGES)


def _change(
    vault: Vault,
    kind: RecordType,
    id: UUID,
    fields: Mapping[str, Typed],
    *,
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    return case.put(vault, kind, fields, id=id, now=now, kept=kept, musts=("name",), changes=CHANGES)


def _write(
    tx: Tx, vault: Vault, kind: RecordType, id: UUID, values: Mapping[str, Value], now: datetime
) -> bool:
    return records.change(tx, kind, id, values, case=_EVERYBODY, now=now, sign=vault.sign)
