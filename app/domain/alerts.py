"""What the program reminds of by itself: sixteen rules, each with its trigger, each a pure question to facts.

Two are told where their thing stands already and never a second time: A2 as a follow-up that falls due, A11 at the
draft.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from app.domain import consent as consents
from app.domain.consent import Consent, ConsentState
from app.domain.course import StarMarker, marker_warnings
from app.domain.participant import ENDED, IN_JOB, Phase


class Rule(enum.StrEnum):
    NO_EMPLOYER_CONTACT = "A1"
    SUPPORT_OVERDUE = "A2"
    NO_PLAN_AFTER_LOSS = "A3"
    CONSENT_ENDS = "A4"
    PROFILE_OUTDATED = "A5"
    DISCLOSURE_NOT_DISCUSSED = "A6"
    NO_BENEFITS_GUIDANCE = "A7"
    CASELOAD_TOO_LARGE = "A8"
    FEW_CONTACTS = "A9"
    MARKER = "A10"
    OLD_DRAFT = "A11"
    UNSYNCED = "A12"
    KEY_EXPIRES = "A13"
    LISTS_OUTDATED = "A14"
    LOG_NOT_REVIEWED = "A15"
    TIME_GAP = "A16"


FIRST_CONTACT_DAYS: Final = 30
PLAN_AFTER_LOSS_DAYS: Final = 14
PROFILE_AFTER_JOB_DAYS: Final = 14
DISCLOSURE_DAYS, DISCLOSURE_TALKS = 60, 2
CASES_PER_FTE: Final = 20
WEEKLY_CONTACTS: Final = 6
THURSDAY: Final = 3
DRAFT_HOURS: Final = (24, 72)
UNSYNCED_DAYS: Final = 7
OFFLINE_DAYS, OFFLINE_WARN_DAYS = 30, 5
PLAN_REVIEW: Final = "review"
RATES: Final = "benefit_rates"


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the rules ask of one participant's case. `job_changed_on`: a job began or ended then. `disclosure_talks`
    and `guided_on` are about the present search and the present job; None where nobody keeps account of it."""

    participant: UUID
    phase: Phase
    started_on: date | None = None
    searching_since: date | None = None
    first_contact_on: date | None = None
    job_lost_on: date | None = None
    plan_from: date | None = None
    plan_review_on: date | None = None
    profile_on: date | None = None
    job_changed_on: date | None = None
    job_start: date | None = None
    guided_on: date | None = None
    keeps_guidance: bool = False
    disclosure_talks: int | None = None
    consents: tuple[Consent, ...] = ()
    markers: tuple[StarMarker, ...] = ()
    team_kind: str = ""


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """What the rules ask of the consultant and this computer. `lists_outdated`: their names.

    `fte`: the consultant's position as a part of full time. `time_gap_on`: the last day that was logged and has a
    stretch between its entries nothing is said about, of `time_gap_minutes` in all.
    """

    active_cases: int = 0
    fte: float = 1.0
    contacts_this_week: int = 0
    works_this_week: bool = True
    oldest_waiting: datetime | None = None
    last_round: datetime | None = None
    enrolled: bool = False
    lists_outdated: tuple[str, ...] = field(default=())
    leads: bool = False
    log_reviewed_this_week: bool = True
    time_gap_on: date | None = None
    time_gap_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Alert:
    """`about` names the thing it is about: an answer holds for the same thing only, so a new one is told anew.

    `days`: how many days something is late, or left; `detail`: a code the words are chosen by.
    """

    rule: Rule
    about: str
    participant: UUID | None = None
    days: int = 0
    detail: str = ""


def of_case(facts: CaseFacts, today: date) -> Iterator[Alert]:
    """Every alert of one case."""
    if facts.phase not in ENDED:
        yield from _search(facts, today)
        yield from _job(facts, today)
        yield from _consents(facts, today)
    for warning in marker_warnings(facts.phase, facts.markers, facts.team_kind, today):
        yield _alert(facts, Rule.MARKER, warning.value, detail=warning.value)


def of_consultant(facts: OwnFacts, now: datetime) -> Iterator[Alert]:
    """Every alert about the consultant's week and this computer."""
    week = "{}-{:02}".format(*now.isocalendar()[:2])
    if facts.active_cases > CASES_PER_FTE * facts.fte:
        yield Alert(Rule.CASELOAD_TOO_LARGE, f"{facts.active_cases}", days=facts.active_cases)
    few = facts.contacts_this_week < contacts_wanted(facts.fte)
    if facts.works_this_week and few and now.weekday() >= THURSDAY:
        wanted = contacts_wanted(facts.fte)
        yield Alert(Rule.FEW_CONTACTS, week, days=facts.contacts_this_week, detail=str(wanted))
    if facts.leads and not facts.log_reviewed_this_week:
        yield Alert(Rule.LOG_NOT_REVIEWED, week)
    for name in facts.lists_outdated:
        yield Alert(Rule.LISTS_OUTDATED, name, detail=name)
    if facts.time_gap_on is not None:
        yield Alert(Rule.TIME_GAP, facts.time_gap_on.isoformat(), days=facts.time_gap_minutes)
    if facts.enrolled:
        yield from _link(facts, now)


def contacts_wanted(fte: float) -> int:
    """Meetings with employers a week: six for a full position (fidelity item 17), fewer for a smaller one."""
    return math.ceil(WEEKLY_CONTACTS * min(max(fte, 0.0), 1.0))


def draft_is_old(updated_at: datetime, now: datetime) -> int:
    """A11: 0, 1 after 24 hours (remind), 2 after 72 (the leader's list)."""
    hours = (now - updated_at) / timedelta(hours=1)
    return sum(hours > limit for limit in DRAFT_HOURS)


def _search(facts: CaseFacts, today: date) -> Iterator[Alert]:
    begun = facts.started_on
    if facts.phase in (Phase.ENGAGED, Phase.JOB_SEARCH) and begun and facts.first_contact_on is None:
        days = (today - begun).days
        if days > FIRST_CONTACT_DAYS:
            yield _alert(facts, Rule.NO_EMPLOYER_CONTACT, begun.isoformat(), days)
    if facts.phase is Phase.JOB_LOST and facts.job_lost_on and not _since(facts.plan_from, facts.job_lost_on):
        days = (today - facts.job_lost_on).days
        if days >= PLAN_AFTER_LOSS_DAYS:
            yield _alert(facts, Rule.NO_PLAN_AFTER_LOSS, facts.job_lost_on.isoformat(), days)
    elif facts.plan_review_on and facts.plan_review_on <= today and facts.phase is Phase.JOB_SEARCH:
        days = (today - facts.plan_review_on).days
        yield _alert(facts, Rule.NO_PLAN_AFTER_LOSS, facts.plan_review_on.isoformat(), days, PLAN_REVIEW)
    if facts.phase is Phase.JOB_SEARCH and facts.disclosure_talks is not None and facts.searching_since:
        days = (today - facts.searching_since).days
        if days > DISCLOSURE_DAYS and facts.disclosure_talks < DISCLOSURE_TALKS:
            about = facts.searching_since.isoformat()
            yield _alert(facts, Rule.DISCLOSURE_NOT_DISCUSSED, about, facts.disclosure_talks)


def _job(facts: CaseFacts, today: date) -> Iterator[Alert]:
    changed = facts.job_changed_on
    if changed and not _since(facts.profile_on, changed):
        days = (today - changed).days
        if days >= PROFILE_AFTER_JOB_DAYS:
            yield _alert(facts, Rule.PROFILE_OUTDATED, changed.isoformat(), days)
    start = facts.job_start
    if (
        facts.keeps_guidance
        and facts.phase in IN_JOB
        and start
        and not (facts.guided_on and facts.guided_on <= start)
    ):
        yield _alert(facts, Rule.NO_BENEFITS_GUIDANCE, start.isoformat())


def _consents(facts: CaseFacts, today: date) -> Iterator[Alert]:
    closed = consents.blocked(facts.consents, today)
    open_: dict[str, Consent] = {}
    for one in facts.consents:
        if consents.state(one, today) in (ConsentState.VALID, ConsentState.EXPIRING):
            best = open_.get(one.kind)
            if best is None or (one.expires_on or date.max) > (best.expires_on or date.max):
                open_[one.kind] = one
    for one in open_.values():
        if consents.state(one, today) is ConsentState.EXPIRING and one.expires_on:
            days = (one.expires_on - today).days
            yield _alert(facts, Rule.CONSENT_ENDS, f"{one.kind}:{one.expires_on}", days, one.kind)
    ended = {one.kind: one for one in facts.consents if consents.state(one, today) is ConsentState.EXPIRED}
    for kind, one in ended.items():
        if kind in closed and not any(c.kind is kind and c.withdrawn_on for c in facts.consents):
            yield _alert(facts, Rule.CONSENT_ENDS, f"{kind}:{one.expires_on}", -1, kind)


def _link(facts: OwnFacts, now: datetime) -> Iterator[Alert]:
    if facts.oldest_waiting and (days := (now - facts.oldest_waiting).days) > UNSYNCED_DAYS:
        yield Alert(Rule.UNSYNCED, facts.oldest_waiting.date().isoformat(), days=days)
    if facts.last_round is not None:
        left = OFFLINE_DAYS - (now - facts.last_round).days
        if left <= OFFLINE_WARN_DAYS:
            yield Alert(Rule.KEY_EXPIRES, facts.last_round.date().isoformat(), days=max(left, 0))


def _since(day: date | None, other: date) -> bool:
    return day is not None and day >= other


def _alert(facts: CaseFacts, rule: Rule, about: str, days: int = 0, detail: str = "") -> Alert:
    return Alert(rule, f"{facts.participant}:{about}", facts.participant, days, detail)
