"""Employers and the consultant's contacts with them; an employer never sees a participant's data."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

WEEKLY_CONTACTS: Final = 6
VISIT_TRACK: Final = 3


class Relation(enum.StrEnum):
    NEW = "new"
    DIALOGUE = "dialogue"
    AGREEMENT = "agreement"
    PAUSE = "pause"


class ContactMode(enum.StrEnum):
    IN_PERSON = "in_person"
    PHONE = "phone"
    EMAIL = "email"
    ONLINE = "online"


class Purpose(enum.StrEnum):
    INTRODUCE_IPS = "introduce_ips"
    LEARN_NEEDS = "learn_needs"
    ASK_FOR_PERSON = "ask_for_person"
    INTERVIEW_SUPPORT = "interview_support"
    JOB_ANALYSIS = "job_analysis"
    FOLLOW_UP_LEAD = "follow_up_lead"
    THANK = "thank"
    JOB_SUPPORT = "job_support"
    PROBLEM_SOLVING = "problem_solving"


class Outcome(enum.StrEnum):
    NO_INTEREST = "no_interest"
    COME_BACK = "come_back"
    WANTS_CANDIDATE = "wants_candidate"
    INTERVIEW_AGREED = "interview_agreed"
    TRIAL_DAY = "trial_day"
    JOB_OFFER = "job_offer"
    HIRED = "hired"
    NEEDS_INFO = "needs_info"


@dataclass(frozen=True, slots=True)
class Employer:
    id: UUID
    name: str
    cvr: str
    p_number: str
    branch: str
    address: str
    city: str
    contact_person: str
    phone: str
    relation: Relation
    merged_into: UUID | None = None

    def __repr__(self) -> str:
        return f"Employer({self.id})"


@dataclass(frozen=True, slots=True)
class EmployerContact:
    """`participants`: on whose behalf, none or several; the link lives in each participant's own case.

    `competitive`: about an ordinary job; None when nobody has said. `reviewed_at`: when the team leader had read it.
    `matches`: how well it fits what they want, by the one it fits least; `matched`: which of the preferences.
    """

    id: UUID
    employer: UUID
    at: datetime
    minutes: int | None
    mode: ContactMode
    purpose: Purpose
    outcome: Outcome | None
    spoke_with: str
    about: str
    next_step: str
    next_on: date | None
    author: str
    participants: tuple[UUID, ...]
    competitive: bool | None = None
    reviewed_at: datetime | None = None
    reviewed_by: str = ""
    matches: str = ""
    matched: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"EmployerContact({self.id})"


@dataclass(frozen=True, slots=True)
class EmployerRow:
    """One row of the register: `visits` counts meetings in person, for the 1-2-3 track."""

    employer: Employer
    last_contact: datetime | None
    next_step: str
    next_on: date | None
    visits: int


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One line of an employer's log: `visit` numbers the meetings in person, `names` are the participants'."""

    contact: EmployerContact
    visit: int | None
    names: tuple[str, ...]
    author: str
    local_only: bool


def alike(name: str, other: str) -> bool:
    """May the two be one employer? The same name but for case, punctuation, company form and a letter."""
    mine, theirs = _core(name), _core(other)
    if not mine or not theirs:
        return False
    if mine == theirs or mine.startswith(theirs + " ") or theirs.startswith(mine + " "):
        return True
    short, long = sorted((mine, theirs), key=len)
    return len(short) >= _LONG_ENOUGH and len(long) - len(short) <= 1 and _one_edit(short, long)


class Likeness(enum.StrEnum):
    """Why two entries may be one employer."""

    P_NUMBER = "p_number"
    CVR = "cvr"
    NAME = "name"


def likeness(one: Employer, other: Employer) -> Likeness | None:
    """May the two be one place? A P number is one place of work and decides; a CVR number may have many (Det Centrale
    Virksomhedsregister), so two places of a chain that both have P numbers are two."""
    if one.p_number and other.p_number:
        return Likeness.P_NUMBER if one.p_number == other.p_number else None
    if one.cvr and other.cvr:
        return Likeness.CVR if one.cvr == other.cvr else None
    return Likeness.NAME if alike(one.name, other.name) else None


_LONG_ENOUGH: Final = 6
_FORMS: Final = frozenset({"aps", "as", "is", "ivs", "amba", "ps", "ks", "fmba", "smba"})


def _core(name: str) -> str:
    joined = name.casefold().replace("/", "").replace(".", "")
    words = "".join(c if c.isalnum() else " " for c in joined).split()
    return " ".join(word for word in words if word not in _FORMS)


def pairs(known: Sequence[Employer]) -> tuple[tuple[Employer, Employer, Likeness], ...]:
    """Every two that may be one, each pair once. One letter cannot change both ends of a name, so only those that share
    a number or an end are held against each other."""
    shelves: dict[tuple[str, str], list[Employer]] = {}
    for one in known:
        core = _core(one.name)
        for shelf in {("p", one.p_number), ("cvr", one.cvr), ("first", core[:3]), ("last", core[-3:])}:
            if shelf[1]:
                shelves.setdefault(shelf, []).append(one)
    found: dict[tuple[UUID, UUID], tuple[Employer, Employer, Likeness]] = {}
    for together in shelves.values():
        for one, other in itertools.combinations(sorted(together, key=lambda e: e.id), 2):
            if (one.id, other.id) not in found and (why := likeness(one, other)) is not None:
                found[one.id, other.id] = one, other, why
    return tuple(found.values())


def _one_edit(short: str, long: str) -> bool:
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        return short[at + 1 :] == long[at + 1 :]
    return short[at:] == long[at + 1 :]


PERSON_KEPT_DAYS: Final = 730


@dataclass(frozen=True, slots=True)
class Workplace:
    """One place of work of an employer, by its P number."""

    id: UUID
    employer: UUID
    name: str
    p_number: str
    address: str
    city: str

    def __repr__(self) -> str:
        return f"Workplace({self.id})"


@dataclass(frozen=True, slots=True)
class EmployerPerson:
    """Somebody to talk to at an employer: ordinary personal data, kept no longer than it is used.

    `seen_on`: the last day anybody said the entry is still right. `left_on`: no longer there.
    """

    id: UUID
    employer: UUID
    workplace: UUID | None
    name: str
    function: str
    phone: str
    email: str
    left_on: date | None
    seen_on: date | None

    def __repr__(self) -> str:
        return f"EmployerPerson({self.id})"
