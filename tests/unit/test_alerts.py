"""The reminders A1-A16 of DOMAIN 9.3 rule by rule, with the days on both sides of each limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.alerts import CaseFacts, OwnFacts, Rule, draft_is_old, of_case, of_consultant
from app.domain.consent import Consent, ConsentKind, a_year_after, may_last_until
from app.domain.course import StarMarker
from app.domain.participant import Phase
from app.domain.support import schedule, waiting
from tests.unit.test_support_schedule import contact, job

TODAY = date(2026, 11, 23)
WHO = UUID(int=7)
_MARKED = (StarMarker(UUID(int=1), WHO, "IPS_STAR", date(2026, 1, 1), None, TODAY),)
CASE = CaseFacts(WHO, Phase.JOB_SEARCH, markers=_MARKED)


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _consent(expires: date, *, withdrawn: date | None = None, kind: str = "contact_clinic") -> Consent:
    return Consent(
        UUID(int=3), WHO, ConsentKind(kind), "Mødetider", "", "", "", "written", date(2026, 1, 1), expires, withdrawn, "",
        "", "", "",
    )  # fmt: skip


def _rules(facts: CaseFacts) -> list[tuple[Rule, int]]:
    return [(alert.rule, alert.days) for alert in of_case(facts, TODAY)]


_MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)

# Every rule by the paragraph of DOMAIN.md it stands in, on both sides of its limit: what is given, when, and whether it is
# told. Those of a case are asked on Monday, those of the consultant's own on Thursday.
ALERTS: list[tuple[Rule, dict[str, Any], datetime, int]] = [
    # 9.3 A1, 1.4 item 15: no employer met, more than 30 days after the start.
    (Rule.NO_EMPLOYER_CONTACT, {"started_on": _ago(30)}, _MONDAY, False),
    (Rule.NO_EMPLOYER_CONTACT, {"started_on": _ago(31)}, _MONDAY, True),
    (Rule.NO_EMPLOYER_CONTACT, {"started_on": _ago(31), "first_contact_on": _ago(2)}, _MONDAY, False),
    (Rule.NO_EMPLOYER_CONTACT, {"started_on": _ago(31), "phase": Phase.EMPLOYED}, _MONDAY, False),
    (Rule.NO_EMPLOYER_CONTACT, {"started_on": _ago(31), "phase": Phase.ON_HOLD}, _MONDAY, False),
    # 9.3 A2, 1.4 item 23: a support contact of the rhythm is due; told where the follow-ups stand.
    (Rule.SUPPORT_OVERDUE, {"start": _ago(-8)}, _MONDAY, False),
    (Rule.SUPPORT_OVERDUE, {"start": _ago(-7)}, _MONDAY, True),
    (Rule.SUPPORT_OVERDUE, {"start": _ago(-7), "met": TODAY}, _MONDAY, False),
    (Rule.SUPPORT_OVERDUE, {"start": _ago(6), "met": _ago(6)}, _MONDAY, False),
    (Rule.SUPPORT_OVERDUE, {"start": _ago(7), "met": _ago(6)}, _MONDAY, True),
    # 9.3 A3, 2.6, 2.3: a job lost and no plan in 14 days; and the plan's own review day.
    (Rule.NO_PLAN_AFTER_LOSS, {"phase": Phase.JOB_LOST, "job_lost_on": _ago(13)}, _MONDAY, False),
    (Rule.NO_PLAN_AFTER_LOSS, {"phase": Phase.JOB_LOST, "job_lost_on": _ago(14)}, _MONDAY, True),
    (Rule.NO_PLAN_AFTER_LOSS, {"phase": Phase.JOB_LOST, "job_lost_on": _ago(14), "plan_from": _ago(14)}, _MONDAY, False),
    (Rule.NO_PLAN_AFTER_LOSS, {"phase": Phase.JOB_LOST, "job_lost_on": _ago(14), "plan_from": _ago(15)}, _MONDAY, True),
    (Rule.NO_PLAN_AFTER_LOSS, {"plan_review_on": TODAY}, _MONDAY, True),
    (Rule.NO_PLAN_AFTER_LOSS, {"plan_review_on": _ago(-1)}, _MONDAY, False),
    # 9.3 A4, 4.6: a consent ends within 30 days, or has ended.
    (Rule.CONSENT_ENDS, {"consents": (_consent(_ago(-31)),)}, _MONDAY, False),
    (Rule.CONSENT_ENDS, {"consents": (_consent(_ago(-30)),)}, _MONDAY, True),
    (Rule.CONSENT_ENDS, {"consents": (_consent(TODAY),)}, _MONDAY, True),
    (Rule.CONSENT_ENDS, {"consents": (_consent(_ago(1)),)}, _MONDAY, True),
    (Rule.CONSENT_ENDS, {"consents": (_consent(_ago(1)), _consent(_ago(-90)))}, _MONDAY, False),
    (Rule.CONSENT_ENDS, {"consents": (_consent(_ago(1), withdrawn=_ago(9)),)}, _MONDAY, False),
    (Rule.CONSENT_ENDS, {"consents": (_consent(_ago(-5)), _consent(_ago(-300)))}, _MONDAY, False),
    # 9.3 A5, 1.3 item 14, 2.2: no version of the profile after a job began or ended, two weeks given.
    (Rule.PROFILE_OUTDATED, {"job_changed_on": _ago(13)}, _MONDAY, False),
    (Rule.PROFILE_OUTDATED, {"job_changed_on": _ago(14)}, _MONDAY, True),
    (Rule.PROFILE_OUTDATED, {"job_changed_on": _ago(14), "profile_on": _ago(14)}, _MONDAY, False),
    # 9.3 A6, 1.3 item 13, 2.9: openness discussed fewer than two times after more than 60 days of search.
    (Rule.DISCLOSURE_NOT_DISCUSSED, {"searching_since": _ago(60), "disclosure_talks": 0}, _MONDAY, False),
    (Rule.DISCLOSURE_NOT_DISCUSSED, {"searching_since": _ago(61), "disclosure_talks": 1}, _MONDAY, True),
    (Rule.DISCLOSURE_NOT_DISCUSSED, {"searching_since": _ago(61), "disclosure_talks": 2}, _MONDAY, False),
    # 9.3 A7, 1.3 item 12, 2.5: no guidance about benefits before the job started.
    (Rule.NO_BENEFITS_GUIDANCE, {"phase": Phase.EMPLOYED, "job_start": _ago(3), "keeps_guidance": True}, _MONDAY, True),
    (Rule.NO_BENEFITS_GUIDANCE, {"phase": Phase.EMPLOYED, "job_start": _ago(3), "keeps_guidance": True, "guided_on": _ago(3)}, _MONDAY, False),
    (Rule.NO_BENEFITS_GUIDANCE, {"phase": Phase.EMPLOYED, "job_start": _ago(3), "keeps_guidance": True, "guided_on": _ago(2)}, _MONDAY, True),
    # 9.3 A8, 1.3 item 1: more than 20 cases for a full position.
    (Rule.CASELOAD_TOO_LARGE, {"active_cases": 20}, _THURSDAY, False),
    (Rule.CASELOAD_TOO_LARGE, {"active_cases": 21}, _THURSDAY, True),
    (Rule.CASELOAD_TOO_LARGE, {"active_cases": 11, "fte": 0.5}, _THURSDAY, True),
    # 9.3 A9, 1.4 item 17: fewer than 6 meetings with employers by Thursday.
    (Rule.FEW_CONTACTS, {"contacts_this_week": 5}, _THURSDAY, True),
    (Rule.FEW_CONTACTS, {"contacts_this_week": 6}, _THURSDAY, False),
    (Rule.FEW_CONTACTS, {"contacts_this_week": 0}, _THURSDAY - timedelta(days=1), False),
    (Rule.FEW_CONTACTS, {"contacts_this_week": 3, "fte": 0.5}, _THURSDAY, False),
    (Rule.FEW_CONTACTS, {"contacts_this_week": 2, "fte": 0.5}, _THURSDAY, True),
    (Rule.FEW_CONTACTS, {"contacts_this_week": 4, "fte": 0.8}, _THURSDAY, True),
    (Rule.FEW_CONTACTS, {"contacts_this_week": 5, "fte": 0.8}, _THURSDAY, False),
    (Rule.FEW_CONTACTS, {"contacts_this_week": 0, "works_this_week": False}, _THURSDAY, False),
    # 9.3 A10, 3.5: STAR's marker is missing, or still open when the course has ended.
    (Rule.MARKER, {"markers": ()}, _MONDAY, True),
    (Rule.MARKER, {"phase": Phase.CLOSED}, _MONDAY, True),
    (Rule.MARKER, {}, _MONDAY, False),
    # 9.3 A11, 4.3: a draft after 24 hours (1: the writer is told) and after 72 (2: the leader is too); told at the draft.
    (Rule.OLD_DRAFT, {"hours": 24}, _THURSDAY, 0),
    (Rule.OLD_DRAFT, {"hours": 25}, _THURSDAY, 1),
    (Rule.OLD_DRAFT, {"hours": 72}, _THURSDAY, 1),
    (Rule.OLD_DRAFT, {"hours": 73}, _THURSDAY, 2),
    # 9.3 A12: changes that have not been sent for more than a week.
    (Rule.UNSYNCED, {"enrolled": True, "oldest_waiting": _THURSDAY - timedelta(days=7)}, _THURSDAY, False),
    (Rule.UNSYNCED, {"enrolled": True, "oldest_waiting": _THURSDAY - timedelta(days=8)}, _THURSDAY, True),
    (Rule.UNSYNCED, {"oldest_waiting": _THURSDAY - timedelta(days=80)}, _THURSDAY, False),
    # 9.3 A13, 4.4: five days left of thirty without the municipal network.
    (Rule.KEY_EXPIRES, {"enrolled": True, "last_round": _THURSDAY - timedelta(days=24)}, _THURSDAY, False),
    (Rule.KEY_EXPIRES, {"enrolled": True, "last_round": _THURSDAY - timedelta(days=25)}, _THURSDAY, True),
    # 9.3 A14, 3.4, 8.2: a list or the rates should be renewed.
    (Rule.LISTS_OUTDATED, {"lists_outdated": ("benefit",)}, _THURSDAY, True),
    (Rule.LISTS_OUTDATED, {}, _THURSDAY, False),
    # 9.3 A15, 6.4: a leader who has not been through the week's contacts.
    (Rule.LOG_NOT_REVIEWED, {"leads": True, "log_reviewed_this_week": False}, _THURSDAY, True),
    (Rule.LOG_NOT_REVIEWED, {"leads": True}, _THURSDAY, False),
    (Rule.LOG_NOT_REVIEWED, {"log_reviewed_this_week": False}, _THURSDAY, False),
    # 9.3 A16: more than half an hour between two entries of the time log (soft).
    (Rule.TIME_GAP, {"time_gap_on": date(2026, 11, 25), "time_gap_minutes": 45}, _THURSDAY, True),
    (Rule.TIME_GAP, {}, _THURSDAY, False),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "given", "now", "fires"), ALERTS)
def test_an_alert_is_told_on_the_right_day(
    rule: Rule, given: dict[str, Any], now: datetime, fires: int
) -> None:
    assert _told(rule, given, now) == fires


def _told(rule: Rule, given: dict[str, Any], now: datetime) -> int:
    """How often; of a draft, to whom."""
    if rule is Rule.OLD_DRAFT:
        return draft_is_old(now - timedelta(hours=given["hours"]), now)
    if rule is Rule.SUPPORT_OVERDUE:
        of = job(given["start"])
        met = [contact(of, given["met"])] if "met" in given else []
        return int(waiting(schedule(of, met, now.date())) is not None)
    if now is _MONDAY:
        found = of_case(replace(CASE, **given), now.date())
    else:
        found = of_consultant(replace(OwnFacts(contacts_this_week=6), **given), now)
    return [alert.rule for alert in found].count(rule)


def test_every_rule_has_a_case_in_which_it_is_told_and_one_in_which_it_is_not() -> None:
    assert (
        {rule for rule, _, _, fires in ALERTS if fires}
        == {rule for rule, _, _, fires in ALERTS if not fires}
        == set(Rule)
    )


def test_an_ended_course_is_reminded_of_nothing_but_its_marker() -> None:
    facts = replace(
        CASE, phase=Phase.CLOSED, started_on=_ago(90), job_changed_on=_ago(90), consents=(_consent(_ago(1)),)
    )
    assert [rule for rule, _ in _rules(facts)] == [Rule.MARKER]


def test_the_same_thing_has_the_same_name_and_another_has_its_own() -> None:
    lost = replace(CASE, phase=Phase.JOB_LOST, job_lost_on=_ago(20))
    again = replace(lost, job_lost_on=_ago(15))
    names = [[a.about for a in of_case(f, TODAY)] for f in (lost, lost, again)]
    assert names[0] == names[1] != names[2]


def test_the_week_of_a_reminder_is_the_iso_week_also_around_new_year() -> None:
    few = OwnFacts(contacts_this_week=0)
    thursday = datetime(2026, 12, 31, 9, 0, tzinfo=UTC)
    friday = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)
    about = [
        next(a.about for a in of_consultant(few, day) if a.rule is Rule.FEW_CONTACTS)
        for day in (thursday, friday)
    ]
    assert about == ["2026-53", "2026-53"]


@pytest.mark.parametrize(
    ("given", "last"),
    [
        (date(2026, 11, 23), date(2027, 11, 23)),
        (date(2028, 2, 29), date(2029, 2, 28)),  # a leap day has no anniversary
        (date(2027, 2, 28), date(2028, 2, 28)),
    ],
)
def test_what_the_clinic_may_tell_lapses_after_a_year(given: date, last: date) -> None:
    """Sundhedsloven § 44 (DOMAIN 4.1, 4.6)."""
    assert a_year_after(given) == last
    assert may_last_until(ConsentKind.HEALTH_DISCLOSURE, given, last)
    assert not may_last_until(ConsentKind.HEALTH_DISCLOSURE, given, last + timedelta(days=1))
    assert not may_last_until(ConsentKind.HEALTH_DISCLOSURE, given, None)
    assert may_last_until(ConsentKind.CONTACT_EMPLOYER, given, last + timedelta(days=900))
