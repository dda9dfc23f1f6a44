"""The rhythm of support in a job (item 23 of the IPS fidelity scale), and employment forms' three answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import code_list, employment_form, support
from app.domain.job import Job
from app.domain.support import Due, DueContact, DueState, SupportContact, add_months, schedule, waiting

START = date(2026, 3, 2)
SHIPPED = code_list.together(code_list.shipped())


def job(start: date = START, **given_: Any) -> Job:
    plain: dict[str, Any] = {
        "id": uuid4(), "participant": uuid4(), "employer": None, "workplace": None, "title": "Bager", "disco08": "",
        "form": "ordinary_permanent", "paragraph56": False, "permanent": True, "temporary_until": None,
        "start_on": start, "weekly_minutes": None, "hourly_pay": None, "collective_agreement": False,
        "working_times": "", "contact_person": "", "found": "", "preferences": "", "disclosure": "",
        "guidance_on": None, "four_hours_on": None, "ended_on": None, "last_day_on": None, "learned_on": None,
        "ended_by": "", "reasons": (), "average_minutes": None, "worked": "", "to_change": "", "wants_new": None,
        "good_terms": None, "benefit_action": None, "author": "",
    }  # fmt: skip
    return Job(**(plain | given_))


def contact(of: Job, day: date, **given_: Any) -> SupportContact:
    plain: dict[str, Any] = {
        "id": uuid4(), "participant": of.participant, "job": of.id, "education": None,
        "at": datetime(day.year, day.month, day.day, 10, tzinfo=UTC), "minutes": 30, "mode": "in_person",
        "place": "employer", "with_whom": "participant", "purpose": "", "outcome": "", "next_step": "",
        "next_on": None, "declined": False, "outreach": "", "author": "",
    }  # fmt: skip
    return SupportContact(**(plain | given_))


def of_kind(dues: tuple[DueContact, ...], kind: Due, number: int = 0) -> DueContact:
    return next(due for due in dues if due.kind is kind and due.number == number)


def days(offset: int) -> date:
    return START + timedelta(days=offset)


@pytest.mark.parametrize(
    ("kind", "number", "opens", "due"),
    [
        (Due.BEFORE_START, 0, days(-7), days(-1)),
        (Due.AFTER_START, 0, days(0), days(3)),
        (Due.WEEK, 1, days(0), days(6)),
        (Due.WEEK, 4, days(21), days(27)),
        (Due.MONTH, 2, date(2026, 4, 2), date(2026, 5, 1)),
        (Due.MONTH, 12, date(2027, 2, 2), date(2027, 3, 1)),
    ],
)
def test_the_rhythm_is_minus_seven_plus_three_four_weeks_and_then_monthly(
    kind: Due, number: int, opens: date, due: date
) -> None:
    found = of_kind(schedule(job(), [], START + timedelta(days=400)), kind, number)
    assert (found.opens_on, found.due_on) == (opens, due)


def test_a_missed_contact_waits_no_more_when_there_was_one_afterwards() -> None:
    one = job()
    assert waiting(schedule(one, [], days(28))) is not None  # between the fourth week and the second month
    for more in ({}, {"declined": True}):
        dues = schedule(one, [contact(one, days(28), **more)], days(28))
        assert of_kind(dues, Due.WEEK, 4).state is DueState.LATE
        assert waiting(dues) is None
    assert support.shares(schedule(one, [contact(one, days(28))], days(28)))[Due.WEEK] == (0, 4)


def test_support_has_no_last_month() -> None:
    dues = schedule(job(), [], START + timedelta(days=5 * 365))
    assert max(due.number for due in dues) >= 60
    assert dues[-1].state is DueState.LATER


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, DueState.MET),
        ({"mode": "phone"}, DueState.OTHERWISE),
        ({"declined": True}, DueState.DECLINED),
        ({"outreach": "no_answer"}, DueState.MISSED),
        ({"outreach": "no_show"}, DueState.MISSED),
        ({"outreach": "home_visit"}, DueState.MET),
    ],
)
def test_only_a_contact_that_reached_somebody_counts(more: dict[str, Any], state: DueState) -> None:
    one = job()
    dues = schedule(one, [contact(one, days(2), **more)], days(10))
    assert of_kind(dues, Due.AFTER_START).state is state


def test_a_contact_about_another_job_does_not_count() -> None:
    one, other = job(), job()
    dues = schedule(one, [contact(other, days(2))], days(10))
    assert of_kind(dues, Due.AFTER_START).state is DueState.MISSED


def test_a_lost_job_asks_for_contact_within_three_days_of_hearing_of_it() -> None:
    one = job(ended_on=days(30), learned_on=days(33))
    found = of_kind(schedule(one, [], days(34)), Due.AFTER_LOSS)
    assert (found.opens_on, found.due_on, found.state) == (days(33), days(36), DueState.DUE)


def test_a_job_is_not_asked_for_weeks_it_did_not_last() -> None:
    dues = schedule(job(ended_on=days(8)), [], days(60))
    assert [(d.kind, d.number) for d in dues] == [
        (Due.BEFORE_START, 0), (Due.AFTER_START, 0), (Due.WEEK, 1), (Due.AFTER_LOSS, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "months", "there"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_months_last(start: date, months: int, there: date) -> None:
    assert add_months(start, months) == there


def test_the_day_is_that_of_the_place_not_of_universal_time() -> None:
    from zoneinfo import ZoneInfo

    one = job(date(2026, 3, 29))  # the night the clocks go forward
    late = contact(one, date(2026, 4, 1), at=datetime(2026, 4, 1, 22, 30, tzinfo=UTC))
    dues = schedule(one, [late], date(2026, 4, 10), ZoneInfo("Europe/Copenhagen"))
    assert of_kind(dues, Due.AFTER_START).state is DueState.LATE
    assert of_kind(schedule(one, [late], date(2026, 4, 10)), Due.AFTER_START).state is DueState.MET


@given(
    start=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    lasted=st.none() | st.integers(0, 900),
    contacts=st.lists(st.integers(-20, 900), max_size=20),
    seen=st.integers(-10, 1000),
)
def test_the_rhythm_never_asks_twice_nor_forgets_a_month(
    start: date, lasted: int | None, contacts: list[int], seen: int
) -> None:
    ended = None if lasted is None else start + timedelta(days=lasted)
    one = job(start, ended_on=ended, learned_on=ended)
    made = [contact(one, start + timedelta(days=n)) for n in contacts]
    dues = schedule(one, made, start + timedelta(days=seen))
    assert len({(due.kind, due.number) for due in dues}) == len(dues)
    months = [due for due in dues if due.kind is Due.MONTH]
    assert all(a.due_on + timedelta(days=1) == b.opens_on for a, b in pairwise(months))
    assert all(due.opens_on <= due.due_on for due in dues)
    if ended is not None:
        assert all(due.due_on <= ended for due in dues if due.kind in (Due.WEEK, Due.MONTH, Due.AFTER_START))
    now = waiting(dues)
    assert now is None or now.state in (DueState.DUE, DueState.MISSED)


def test_the_share_leaves_out_what_was_declined_and_what_is_still_open() -> None:
    one = job()
    made = [contact(one, days(1)), contact(one, days(9), declined=True), contact(one, days(15), mode="phone")]
    found = support.shares(schedule(one, made, days(23)))
    assert found[Due.WEEK] == (1, 2)  # week 1 in person, week 3 by phone; 2 declined, 4 open
    assert found[Due.BEFORE_START] == (0, 1)


# The table of employment forms: strict IPS-25, ordinary in the Danish trial, STAR's ordinary wage hours.
FORMS = {
    "ordinary_permanent": (True, True, True), "ordinary_temporary": (False, True, True),
    "ordinary_few_hours": (True, True, True), "flexjob": (False, True, True),
    "retention_flexjob": (False, True, True), "wage_subsidy_private": (False, True, False),
    "wage_subsidy_public": (False, False, False), "wage_subsidy_pension": (False, None, False),
    "apprentice": (True, True, True), "adult_apprentice": (True, True, True), "self_employed": (True, True, False),
    "internship": (False, False, False), "utility_job": (False, False, False), "volunteer": (False, False, False),
    "sheltered": (False, False, False),
}  # fmt: skip


def test_each_employment_form_answers_the_three_questions_independently() -> None:
    assert {f.code: (f.strict, f.trial, f.hours) for f in employment_form.choices(SHIPPED, START)} == FORMS


def test_a_job_counts_as_competitive_only_when_it_is_permanent_too() -> None:
    form, flexjob = (employment_form.of(SHIPPED, code, START) for code in ("ordinary_permanent", "flexjob"))
    assert job().is_strict(form)
    assert not job(permanent=False).is_strict(form)
    assert not job(form="flexjob").is_strict(flexjob)
    assert not job(form="a_form_of_tomorrow").is_strict(
        employment_form.of(SHIPPED, "a_form_of_tomorrow", START)
    )


def test_a_start_counts_when_four_hours_have_been_worked() -> None:
    assert not job().counts
    assert job(four_hours_on=START).counts
