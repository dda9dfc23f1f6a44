"""Give and withdraw permissions to share information, and ask whether a channel is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain import consent as words
from app.domain.consent import Consent, ConsentKind, ConsentState
from app.domain.records import CONSENT
from app.services import case
from app.services.door import Held, Invalid, Saved, Typed
from app.store import person

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class ConsentRow:
    consent: Consent
    state: ConsentState


@dataclass(frozen=True, slots=True)
class ConsentsPage:
    """`rows`: those that hold first, then newest first. `blocked`: channels that were open and are not any more."""

    rows: tuple[ConsentRow, ...]
    blocked: frozenset[ConsentKind]


def open_consents(vault: Vault, participant: UUID, *, now: datetime) -> ConsentsPage:
    with vault.read() as tx:
        found = person.of_participant(tx, Consent, participant)
    rows = [ConsentRow(one, words.state(one, now.date())) for one in reversed(found)]
    past = (ConsentState.EXPIRED, ConsentState.WITHDRAWN)
    return ConsentsPage(
        rows=tuple(sorted(rows, key=lambda row: row.state in past)), blocked=words.blocked(found, now.date())
    )


def give(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """A permission: what, from whom, to whom, for what. It lasts a year unless a shorter time is agreed."""
    missing = next((n for n in ("kind", "scope") if not str(fields.get(n) or "").strip()), None)
    if missing:
        return Invalid(missing, "missing")
    given = fields.get("given_on") or now.date()
    if not isinstance(given, date) or given > now.date():
        return Invalid("given_on", "future")
    expires = fields.get("expires_on") or words.a_year_after(given)
    if str(fields["kind"]) not in frozenset(ConsentKind):
        return Invalid("kind", "shape")
    if isinstance(expires, date) and not words.may_last_until(
        ConsentKind(str(fields["kind"])), given, expires
    ):
        return Invalid("expires_on", "early" if expires < given else "year")
    whole = {**fields, "given_on": given, "expires_on": expires}
    return case.put(vault, CONSENT, whole, participant=participant, now=now, kept=kept)


def withdraw(
    vault: Vault,
    participant: UUID,
    id: UUID,
    *,
    how: str,
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """At once: from today the channel is blocked; what was shared before stays written down."""
    fields: dict[str, Typed] = {"withdrawn_on": now.date(), "withdrawn_how": how}
    return case.put(vault, CONSENT, fields, participant=participant, now=now, id=id, kept=kept)


def closed(tx: Tx, participants: Iterable[UUID], kind: ConsentKind, day: date) -> frozenset[UUID]:
    """Those of these participants for whom this channel was open once and was not any more on that day."""
    found: dict[UUID, list[Consent]] = {}
    for one in person.of_many(tx, Consent, participants):
        found.setdefault(one.participant, []).append(one)
    return frozenset(whose for whose, mine in found.items() if kind in words.blocked(mine, day))


def is_blocked(vault: Vault, participant: UUID, kind: ConsentKind, *, now: datetime) -> bool:
    """Whether a permission of this kind was withdrawn or has run out, so that nothing may be shared that way."""
    with vault.read() as tx:
        return kind in words.blocked(person.of_participant(tx, Consent, participant), now.date())
