"""Permissions to share information: specific, dated, withdrawable. What is withdrawn or run out blocks its channel."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID


class ConsentKind(enum.StrEnum):
    """`HEALTH_DISCLOSURE`: clinic to municipality (sundhedsloven §§ 43-44); lapses after at most a year."""

    PARTICIPATE_IPS = "participate_ips"
    CONTACT_CLINIC = "contact_clinic"
    HEALTH_DISCLOSURE = "health_disclosure"
    CONTACT_EMPLOYER = "contact_employer"
    CONTACT_RELATIVE = "contact_relative"
    DISCLOSURE_WORDING = "disclosure_wording"
    STATISTICS = "statistics_or_research"


class ConsentForm(enum.StrEnum):
    WRITTEN = "written"
    ORAL = "oral_noted"
    DIGITAL = "digital"


class Answer(enum.StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class ConsentState(enum.StrEnum):
    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


WARN_DAYS: Final = 30
# Sharing that needs the permission; taking part and statistics block nobody's telephone.
CHANNELS: Final = frozenset(
    {
        ConsentKind.CONTACT_CLINIC, ConsentKind.HEALTH_DISCLOSURE, ConsentKind.CONTACT_EMPLOYER,
        ConsentKind.CONTACT_RELATIVE, ConsentKind.DISCLOSURE_WORDING,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Consent:
    """`scope`: which kinds of information. `expires_on`: the last day it holds."""

    id: UUID
    participant: UUID
    kind: ConsentKind
    scope: str
    from_whom: str
    to_whom: str
    purpose: str
    form: str
    given_on: date | None
    expires_on: date | None
    withdrawn_on: date | None
    withdrawn_how: str
    document_ref: str
    in_patient_record: str
    author: str

    def __repr__(self) -> str:
        return f"Consent({self.id})"


def a_year_after(day: date) -> date:
    """The same day next year; for a leap day the 28th of February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def state(one: Consent, today: date) -> ConsentState:
    if one.withdrawn_on is not None and one.withdrawn_on <= today:
        return ConsentState.WITHDRAWN
    if one.expires_on is None:
        return ConsentState.VALID
    if one.expires_on < today:
        return ConsentState.EXPIRED
    return ConsentState.EXPIRING if one.expires_on - today <= timedelta(WARN_DAYS) else ConsentState.VALID


def may_last_until(kind: ConsentKind, given_on: date, expires_on: date | None) -> bool:
    """Sundhedsloven § 44: a permission to pass on health information lapses after at most a year."""
    if expires_on is not None and expires_on < given_on:
        return False
    if kind is not ConsentKind.HEALTH_DISCLOSURE:
        return True
    return expires_on is not None and expires_on <= a_year_after(given_on)


def blocked(consents: Iterable[Consent], today: date) -> frozenset[ConsentKind]:
    """Channels that were open once and are not any more: withdrawn or run out, with nothing newer that holds."""
    known: dict[ConsentKind, bool] = {}
    for one in consents:
        holds = state(one, today) in (ConsentState.VALID, ConsentState.EXPIRING)
        known[one.kind] = known.get(one.kind, False) or holds
    return frozenset(kind for kind, holds in known.items() if not holds and kind in CHANNELS)


def may_use(consents: Iterable[Consent], kind: ConsentKind, today: date) -> bool:
    """Whether a permission of this kind holds today."""
    return any(
        one.kind is kind and state(one, today) in (ConsentState.VALID, ConsentState.EXPIRING)
        for one in consents
    )
