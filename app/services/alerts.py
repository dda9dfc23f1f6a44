"""What the program reminds of, and the consultant's answers: dealt with, or later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import alerts
from app.domain import time_log as log_words
from app.domain.alerts import Alert, OwnFacts, Rule
from app.domain.case_codes import AlertAnswer
from app.domain.changes import Topic
from app.domain.employer import ContactMode
from app.domain.participant import ACTIVE
from app.domain.records import ALERT_ANSWER, Value
from app.domain.transfer import AlertAnswered
from app.services import benefits, code_lists
from app.services.door import Invalid, Saved
from app.store import alerts as rows
from app.store import caseload, employers, people, person, records, sync_state, time_log

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.TASKS, Topic.OUTBOX})
_GAP_DAYS: Final = 7
_FIRST: Final = (Rule.KEY_EXPIRES, Rule.UNSYNCED)


@dataclass(frozen=True, slots=True)
class AlertRow:
    """`name`: the participant's, or "" for an alert about the consultant or this computer."""

    alert: Alert
    name: str


def open_alerts(vault: Vault, *, now: datetime) -> tuple[AlertRow, ...]:
    """Everything to be reminded of now, without what was answered."""
    with vault.read() as tx:
        return read(tx, now)


def read(tx: Tx, now: datetime) -> tuple[AlertRow, ...]:
    """The same inside a transaction that reads more."""
    me = people.me(tx)
    found = list(alerts.of_consultant(_own(tx, now), now))
    for facts in rows.of_cases(tx, me.person, me.signs, now.date()):
        found += alerts.of_case(facts, now.date())
    answered = {(a.rule, a.about): a for a in person.everything(tx, AlertAnswered)}
    left = [one for one in found if not _is_answered(answered.get((one.rule.value, one.about)), now.date())]
    names = caseload.names(tx, {one.participant for one in left if one.participant})
    return tuple(
        AlertRow(one, names.get(one.participant, "") if one.participant else "")
        for one in sorted(left, key=lambda a: (a.rule not in _FIRST, int(a.rule.value[1:]), -a.days))
    )


def done(vault: Vault, *, rule: str, about: str, participant: UUID | None, now: datetime) -> Saved | Invalid:
    """Dealt with: never again about the same thing."""
    told: dict[str, Value] = {"answer": AlertAnswer.DONE.value, "until": None}
    return _answer(vault, rule, about, participant, told, now=now)


def postpone(
    vault: Vault, *, rule: str, about: str, participant: UUID | None, until: date, now: datetime
) -> Saved | Invalid:
    """Not before that day."""
    told: dict[str, Value] = {"answer": AlertAnswer.POSTPONED.value, "until": until}
    return _answer(vault, rule, about, participant, told, now=now)


def take_back(
    vault: Vault, *, rule: str, about: str, participant: UUID | None, now: datetime
) -> Saved | Invalid:
    """It is open again."""
    told: dict[str, Value] = {"answer": AlertAnswer.POSTPONED.value, "until": now.date()}
    return _answer(vault, rule, about, participant, told, now=now)


def _answer(
    vault: Vault, rule: str, about: str, participant: UUID | None, told: dict[str, Value], *, now: datetime
) -> Saved | Invalid:
    """One record an alert, the writer's own, changed by each answer."""
    if rule not in frozenset(Rule):
        return Invalid("rule", "unknown")
    with vault.begin() as tx:
        me = people.me(tx)
        before = next(
            (a for a in person.everything(tx, AlertAnswered) if (a.rule, a.about) == (rule, about)), None
        )
        id = before.id if before else records.new_id()
        values = told if before else {"rule": rule, "about": about, "owner": me.person, **told}
        if before is None and participant is not None:
            values = {"participant": participant, **values}
        records.change(tx, ALERT_ANSWER, id, values, case=records.Case(own=True), now=now, sign=vault.sign)
    return Saved(id, CHANGES)


def _is_answered(answer: AlertAnswered | None, today: date) -> bool:
    if answer is None:
        return False
    return answer.answer == AlertAnswer.DONE or (answer.until is not None and answer.until > today)


def _own(tx: Tx, now: datetime) -> OwnFacts:
    me = people.me(tx)
    monday = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=now.weekday())
    contacts = employers.contacts_between(tx, monday, monday + timedelta(days=7), authors=me.signs)
    gap_on, gap_minutes = _time_gap(tx, me.signs, now)
    return OwnFacts(
        active_cases=rows.active_cases(tx, ACTIVE, me.signs),
        fte=_fte(tx, me, now.date()),
        time_gap_on=gap_on,
        time_gap_minutes=gap_minutes,
        contacts_this_week=sum(c.mode is ContactMode.IN_PERSON and bool(c.participants) for c in contacts),
        works_this_week=not me.leads and _works_this_week(tx, me, now.date()),
        oldest_waiting=rows.oldest_waiting(tx),
        last_round=sync_state.get(tx).round_at,
        enrolled=me.feed is not None,
        lists_outdated=_outdated(tx, now.date()),
        leads=me.leads,
        log_reviewed_this_week=rows.reviewed_since(tx, monday),
    )


def _fte(tx: Tx, me: people.Me, today: date) -> float:
    """The position that holds today, also where it was written down before the enrolment."""
    mine = [replace(one, person=me.person) for one in time_log.working_times(tx) if one.person in me.signs]
    return log_words.fte(mine, me.person, today)


def _outdated(tx: Tx, today: date) -> tuple[str, ...]:
    """The lists that should have been renewed, the benefit rates among them when this year has none."""
    old = code_lists.outdated(tx, today)
    return old if benefits.rates_here(tx, today).holds(today) else (*old, alerts.RATES)


def _works_this_week(tx: Tx, me: people.Me, today: date) -> bool:
    """Nobody is reminded of a week they have been away from up to now."""
    away = [replace(one, person=me.person) for one in time_log.absences(tx) if one.person in me.signs]
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=n) for n in range(min(today.weekday(), 4) + 1)]
    return not all(log_words.is_away(away, me.person, day) for day in days)


def _time_gap(tx: Tx, mine: frozenset[str], now: datetime) -> tuple[date | None, int]:
    """The last day before today that was logged, if something is missing between its entries; and how many minutes."""
    last = now.date() - timedelta(days=1)
    entries = time_log.entries(tx, last - timedelta(days=_GAP_DAYS - 1), last, authors=mine)
    if not entries:
        return None, 0
    on = max(one.on_day for one in entries)
    missing = sum((end - start for start, end in log_words.gaps(entries, on)), timedelta())
    return (on, int(missing / timedelta(minutes=1))) if missing else (None, 0)
