"""The team leader's view: how the cases are shared, what is overdue, what to sign; nobody's words without a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import course
from app.domain.course import AssignedAs, Assignment, IpsCourse
from app.domain.employer import ContactMode, EmployerContact, Outcome, Purpose
from app.domain.participant import ACTIVE, ENDED, WATCHED, Phase
from app.policy import standing
from app.store import caseload, employers, people, person, team
from app.store.caseload import Share
from app.store.team import Elsewhere

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

LOG_DAYS: Final = 28


@dataclass(frozen=True, slots=True)
class ConsultantRow:
    """`active` and `on_hold` cases of one consultant; `late`: without contact for too long."""

    person: str
    name: str
    active: int
    on_hold: int
    late: int


@dataclass(frozen=True, slots=True)
class ToSign:
    """An ending that waits for the leader. No name: the case number is enough to know which."""

    participant: UUID
    case_no: str
    consultant: str
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Overdue:
    """A colleague's course that is not on this computer and waits for something. No name: the case number is enough to
    ask about it. `days`: without a word, where that is too long; `steps`: open ones whose day has passed."""

    participant: UUID
    case_no: str
    consultant: str
    days: int | None
    steps: int


@dataclass(frozen=True, slots=True)
class LateDrafts:
    """A colleague's drafts that should have been notes by now (A11 after 72 hours): how many, and since when the oldest."""

    name: str
    drafts: int
    since: date


@dataclass(frozen=True, slots=True)
class TeamView:
    """`unreviewed`: employer contacts of the last four weeks that no leader has been through. `overdue`: of the courses
    the leader is no member of, longest silence first. `drafts`: of others than the leader, the oldest first."""

    consultants: tuple[ConsultantRow, ...]
    to_sign: tuple[ToSign, ...]
    unreviewed: tuple[UUID, ...]
    overdue: tuple[Overdue, ...] = ()
    drafts: tuple[LateDrafts, ...] = ()


def view(vault: Vault, *, now: datetime) -> TeamView | None:
    """None for everybody who does not lead."""
    with vault.read() as tx:
        if not people.me(tx).leads:
            return None
        names = people.names(tx)
        mine, others = _shares(tx, now), _elsewhere(tx)
        return TeamView(
            consultants=_consultants([*mine, *(_share(one, now) for one in others)], names),
            to_sign=_to_sign(tx, names),
            unreviewed=_unreviewed(tx, names, now),
            overdue=_overdue(others, names, now),
            drafts=tuple(
                LateDrafts(names.get(one.person, ""), one.drafts, one.since) for one in team.late_drafts(tx)
            ),
        )


@dataclass(frozen=True, slots=True)
class LogLine:
    """One employer contact as the leader goes through it. `on_behalf`: of how many candidates; none is named."""

    contact: UUID
    employer: str
    author: str
    at: datetime
    mode: ContactMode
    purpose: Purpose
    outcome: Outcome | None
    on_behalf: int


def log(vault: Vault, *, now: datetime) -> tuple[LogLine, ...]:
    """The contacts of the last four weeks no leader has been through, newest first; nothing for who does not lead."""
    with vault.read() as tx:
        if not people.me(tx).leads:
            return ()
        names = people.names(tx)
        found = [one for one in _recent(tx, names, now) if one.reviewed_at is None]
        places = employers.names(tx, {one.employer for one in found})
    lines = (
        LogLine(
            one.id, places.get(one.employer, ""), names.get(one.author, ""), one.at, one.mode, one.purpose,
            one.outcome, len(one.participants),
        )
        for one in found
    )  # fmt: skip
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))


def needs_reason(vault: Vault, participant: UUID, *, now: datetime) -> bool:
    """Whether a leader would read a case that is not their own: then why is asked first, and written down."""
    with vault.read() as tx:
        me = people.me(tx)
        if not me.leads:
            return False
        found = caseload.get(tx, participant)
        if found is None or found.consultant == me.person:
            return False
        if found.consultant in me.signs and not caseload.is_lent(tx, participant):
            return False
        mine = [a for a in person.of_participant(tx, Assignment, participant) if a.person == me.person]
    return not any(
        a.role in frozenset(AssignedAs) and course.covers(a.from_day, a.to_day, now.date()) for a in mine
    )


def _shares(tx: Tx, now: datetime) -> tuple[Share, ...]:
    """A conversation on the day the reminder begins with is too long ago, one on the day after it is not."""
    last_quiet = now.date() - timedelta(days=standing.contact_days())
    after = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(
        days=standing.contact_days() - 1
    )
    return caseload.shares(tx, before=after, day=last_quiet)


def _elsewhere(tx: Tx) -> list[Elsewhere]:
    """A case that has come here since is counted as it is here."""
    found = team.everything(tx)
    here = caseload.names(tx, [one.cand for one in found])
    return [one for one in found if one.cand not in here and one.phase in frozenset(Phase)]


def _silent_days(one: Elsewhere, now: datetime) -> int | None:
    """Days without a word, where that is too long for a course in this phase."""
    seen = one.last or one.since
    if (
        seen is None
        or one.phase not in WATCHED
        or (days := (now.date() - seen).days) < standing.contact_days()
    ):
        return None
    return days


def _share(one: Elsewhere, now: datetime) -> Share:
    return Share(one.consultant, Phase(one.phase), 1, int(_silent_days(one, now) is not None))


def _overdue(others: list[Elsewhere], names: dict[str, str], now: datetime) -> tuple[Overdue, ...]:
    found = [
        Overdue(one.cand, one.case_no, names.get(one.consultant, ""), _silent_days(one, now), one.overdue)
        for one in others
        if one.overdue or _silent_days(one, now) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-(one.days or 0), -one.steps, one.case_no)))


def _consultants(shares: Iterable[Share], names: dict[str, str]) -> tuple[ConsultantRow, ...]:
    active, hold, late = Counter[str](), Counter[str](), Counter[str]()
    for one in shares:
        active[one.consultant] += one.cases if one.phase in ACTIVE else 0
        hold[one.consultant] += one.cases if one.phase is Phase.ON_HOLD else 0
        late[one.consultant] += one.quiet if one.phase in WATCHED else 0
    found = [ConsultantRow(p, names.get(p, p), active[p], hold[p], late[p]) for p in active]
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def _to_sign(tx: Tx, names: dict[str, str]) -> tuple[ToSign, ...]:
    open_ = {
        one.participant: one
        for one in person.everything(tx, IpsCourse)
        if one.ended_on is not None and one.countersigned_on is None
    }
    held = caseload.get_many(tx, open_)
    return tuple(
        ToSign(one.id, one.case_no, names.get(one.consultant, ""), open_[one.id].ended_on)
        for one in sorted(held, key=lambda one: one.case_no)
        if one.phase in ENDED
    )


def _unreviewed(tx: Tx, names: dict[str, str], now: datetime) -> tuple[UUID, ...]:
    return tuple(one.id for one in _recent(tx, names, now) if one.reviewed_at is None)


def _recent(tx: Tx, names: dict[str, str], now: datetime) -> tuple[EmployerContact, ...]:
    since = now - timedelta(days=LOG_DAYS)
    return employers.contacts_between(tx, since, now, authors=frozenset({*names, ""}))
