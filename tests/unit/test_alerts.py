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


@pytest.mark.parametrize(
    ("given", "rule", "fires"),
    [
        # A1: no employer contact more than 30 days after the start (fidelity item 15).
        ({"started_on": _ago(30)}, Rule.NO_EMPLOYER_CONTACT, False),
        ({"started_on": _ago(31)}, Rule.NO_EMPLOYER_CONTACT, True),
        ({"started_on": _ago(31), "first_contact_on": _ago(2)}, Rule.NO_EMPLOYER_CONTACT, False),
        ({"started_on": _ago(31), "phase": Phase.EMPLOYED}, Rule.NO_EMPLOYER_CONTACT, False),
        ({"started_on": _ago(31), "phase": Phase.ON_HOLD}, Rule.NO_EMPLOYER_CONTACT, False),
        # A3: job lost, no plan within 14 days; and the plan's own review day.
        ({"phase": Phase.JOB_LOST, "job_lost_on": _ago(13)}, Rule.NO_PLAN_AFTER_LOSS, False),
        ({"phase": Phase.JOB_LOST, "job_lost_on": _ago(14)}, Rule.NO_PLAN_AFTER_LOSS, True),
        ({"phase": Phase.JOB_LOST, "job_lost_on": _ago(14), "plan_from": _ago(14)}, Rule.NO_PLAN_AFTER_LOSS, False),
        ({"phase": Phase.JOB_LOST, "job_lost_on": _ago(14), "plan_from": _ago(15)}, Rule.NO_PLAN_AFTER_LOSS, True),
        ({"plan_review_on": TODAY}, Rule.NO_PLAN_AFTER_LOSS, True),
        ({"plan_review_on": _ago(-1)}, Rule.NO_PLAN_AFTER_LOSS, False),
        # A4: a consent ends within 30 days, or has ended.
        ({"consents": (_consent(_ago(-31)),)}, Rule.CONSENT_ENDS, False),
        ({"consents": (_consent(_ago(-30)),)}, Rule.CONSENT_ENDS, True),
        ({"consents": (_consent(TODAY),)}, Rule.CONSENT_ENDS, True),
        ({"consents": (_consent(_ago(1)),)}, Rule.CONSENT_ENDS, True),
        ({"consents": (_consent(_ago(1)), _consent(_ago(-90)))}, Rule.CONSENT_ENDS, False),
        ({"consents": (_consent(_ago(1), withdrawn=_ago(9)),)}, Rule.CONSENT_ENDS, False),
        ({"consents": (_consent(_ago(-5)), _consent(_ago(-300)))}, Rule.CONSENT_ENDS, False),
        # A5: no version of the profile after a job began or ended (item 14), two weeks given.
        ({"job_changed_on": _ago(13)}, Rule.PROFILE_OUTDATED, False),
        ({"job_changed_on": _ago(14)}, Rule.PROFILE_OUTDATED, True),
        ({"job_changed_on": _ago(14), "profile_on": _ago(14)}, Rule.PROFILE_OUTDATED, False),
        # A6: openness discussed fewer than two times after more than 60 days of search (item 13).
        ({"searching_since": _ago(60), "disclosure_talks": 0}, Rule.DISCLOSURE_NOT_DISCUSSED, False),
        ({"searching_since": _ago(61), "disclosure_talks": 1}, Rule.DISCLOSURE_NOT_DISCUSSED, True),
        ({"searching_since": _ago(61), "disclosure_talks": 2}, Rule.DISCLOSURE_NOT_DISCUSSED, False),
        # A7: no guidance about benefits before the job started (item 12).
        ({"phase": Phase.EMPLOYED, "job_start": _ago(3), "keeps_guidance": True}, Rule.NO_BENEFITS_GUIDANCE, True),
        ({"phase": Phase.EMPLOYED, "job_start": _ago(3), "keeps_guidance": True, "guided_on": _ago(3)}, Rule.NO_BENEFITS_GUIDANCE, False),
        ({"phase": Phase.EMPLOYED, "job_start": _ago(3), "keeps_guidance": True, "guided_on": _ago(2)}, Rule.NO_BENEFITS_GUIDANCE, True),
        # A10: STAR's marker is missing, or still open when the course has ended.
        ({"markers": ()}, Rule.MARKER, True),
        ({"phase": Phase.CLOSED}, Rule.MARKER, True),
        ({}, Rule.MARKER, False),
    ],
)  # fmt: skip
def test_a_case_is_reminded_of_on_the_right_day(given: dict[str, Any], rule: Rule, fires: bool) -> None:  # noqa: FBT001
    found = [alert.rule for alert in of_case(replace(CASE, **given), TODAY)]
    assert (rule in found) == fires
    assert found.count(rule) <= 1


def test_an_ended_course_is_reminded_of_nothing_but_its_marker() -> None:
    facts = replace(
        CASE, phase=Phase.CLOSED, started_on=_ago(90), job_changed_on=_ago(90), consents=(_consent(_ago(1)),)
    )
    assert [rule for rule, _ in _rules(facts)] == [Rule.MARKER]


_THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "now", "rule", "fires"),
    [
        # A8: more than 20 cases for a full-time consultant (item 1).
        ({"active_cases": 20}, _THURSDAY, Rule.CASELOAD_TOO_LARGE, False),
        ({"active_cases": 21}, _THURSDAY, Rule.CASELOAD_TOO_LARGE, True),
        ({"active_cases": 11, "fte": 0.5}, _THURSDAY, Rule.CASELOAD_TOO_LARGE, True),
        # A9: fewer than 6 meetings with employers by Thursday (item 17).
        ({"contacts_this_week": 5}, _THURSDAY, Rule.FEW_CONTACTS, True),
        ({"contacts_this_week": 6}, _THURSDAY, Rule.FEW_CONTACTS, False),
        ({"contacts_this_week": 0}, _THURSDAY - timedelta(days=1), Rule.FEW_CONTACTS, False),
        ({"contacts_this_week": 3, "fte": 0.5}, _THURSDAY, Rule.FEW_CONTACTS, False),
        ({"contacts_this_week": 2, "fte": 0.5}, _THURSDAY, Rule.FEW_CONTACTS, True),
        ({"contacts_this_week": 4, "fte": 0.8}, _THURSDAY, Rule.FEW_CONTACTS, True),
        ({"contacts_this_week": 5, "fte": 0.8}, _THURSDAY, Rule.FEW_CONTACTS, False),
        # A16: more than half an hour between two entries of the time log (soft).
        ({"time_gap_on": date(2026, 11, 25), "time_gap_minutes": 45}, _THURSDAY, Rule.TIME_GAP, True),
        ({}, _THURSDAY, Rule.TIME_GAP, False),
        ({"contacts_this_week": 0, "works_this_week": False}, _THURSDAY, Rule.FEW_CONTACTS, False),
        # A12: changes that have not been sent for more than a week.
        ({"enrolled": True, "oldest_waiting": _THURSDAY - timedelta(days=7)}, _THURSDAY, Rule.UNSYNCED, False),
        ({"enrolled": True, "oldest_waiting": _THURSDAY - timedelta(days=8)}, _THURSDAY, Rule.UNSYNCED, True),
        ({"oldest_waiting": _THURSDAY - timedelta(days=80)}, _THURSDAY, Rule.UNSYNCED, False),
        # A13: five days left of thirty without the municipal network.
        ({"enrolled": True, "last_round": _THURSDAY - timedelta(days=24)}, _THURSDAY, Rule.KEY_EXPIRES, False),
        ({"enrolled": True, "last_round": _THURSDAY - timedelta(days=25)}, _THURSDAY, Rule.KEY_EXPIRES, True),
        # A14, A15: a list that should be renewed; a leader who has not been through the week's contacts.
        ({"lists_outdated": ("benefit",)}, _THURSDAY, Rule.LISTS_OUTDATED, True),
        ({}, _THURSDAY, Rule.LISTS_OUTDATED, False),
        ({"leads": True, "log_reviewed_this_week": False}, _THURSDAY, Rule.LOG_NOT_REVIEWED, True),
        ({"leads": True}, _THURSDAY, Rule.LOG_NOT_REVIEWED, False),
        ({"log_reviewed_this_week": False}, _THURSDAY, Rule.LOG_NOT_REVIEWED, False),
    ],
)  # fmt: skip
def test_the_consultant_is_reminded_on_the_right_day(
    given: dict[str, Any],
    now: datetime,
    rule: Rule,
    fires: bool,  # noqa: FBT001
) -> None:
    facts = replace(OwnFacts(contacts_this_week=6), **given)
    assert (rule in [alert.rule for alert in of_consultant(facts, now)]) == fires


@pytest.mark.parametrize(("hours", "age"), [(24, 0), (25, 1), (72, 1), (73, 2)])
def test_a_draft_grows_old_after_a_day_and_is_the_leaders_after_three(hours: int, age: int) -> None:
    assert draft_is_old(_THURSDAY - timedelta(hours=hours), _THURSDAY) == age


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
