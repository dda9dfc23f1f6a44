"""Each computed item at its boundaries, with the arithmetic written out; the total; what would raise a score."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.log_rows import Logs, Period, Span
from app.reports import fidelity, frozen, scale
from app.reports.facts import FACTS
from app.reports.silence import Silence
from tests.unit.fidelity_rows import ANNA, BO, HALF_YEAR, after, course, job, logs, support, visit, worked

IPS25 = scale.load()


def proposed(code: str, rows: Logs, period: Period = HALF_YEAR) -> int | None:
    return next(c.proposal for c in fidelity.compute(IPS25, rows, period) if c.item.code == code)


def told(*values: object) -> tuple[object, ...]:
    return values


def judged(code: str, **values: float | None) -> int:
    item = IPS25.item(code)
    exact = {name: None if value is None else Fraction(str(value)) for name, value in values.items()}
    return fidelity.judge(item, exact)


# --- the anchors: what the scale's numbers give, on both sides of every boundary ---------------------------------


@pytest.mark.parametrize(
    ("people", "score"), [(20, 5), (21, 4), (25, 4), (26, 3), (30, 3), (31, 2), (40, 2), (41, 1)]
)
def test_caseload_per_consultant(people: int, score: int) -> None:
    # One consultant on full time, the same courses at all six month-ends: people × 6 / 6 = people.
    found = logs(courses=tuple(course() for _ in range(people)))
    assert proposed("caseload_size", found) == score


@pytest.mark.parametrize(
    ("days", "score"), [(30, 5), (31, 4), (60, 4), (61, 3), (150, 3), (151, 2), (270, 2), (271, 1)]
)
def test_days_to_the_first_employer_contact(days: int, score: int) -> None:
    # One participant whose first visit falls on the last day of the period: the mean of one is itself.
    one = course(HALF_YEAR.last - timedelta(days=days))
    assert proposed("rapid_search", logs(courses=(one,), visits=(visit(HALF_YEAR.last, one.id),))) == score


@pytest.mark.parametrize(
    ("code", "fact", "table"),
    [
        ("employment_staff", "vocational_share", {96: 5, 95.9: 4, 90: 4, 89.9: 3, 75: 3, 74.9: 2, 60: 2, 59.9: 1}),
        ("job_diversity", "job_types", {85: 5, 84.9: 4, 70: 4, 69.9: 3, 60: 3, 59.9: 2, 50: 2, 49.9: 1}),
        ("employer_diversity", "workplaces", {85: 5, 84.9: 4, 70: 4, 69.9: 3, 60: 3, 59.9: 2, 50: 2, 49.9: 1}),
        ("competitive_jobs", "competitive_strict", {95: 5, 94.9: 4, 85: 4, 84.9: 3, 75: 3, 74.9: 2, 65: 2, 64.9: 1}),
        ("community_time", "community_share", {65: 5, 64.9: 4, 50: 4, 49.9: 3, 40: 3, 39.9: 2, 31: 2, 30: 1}),
    ],
)  # fmt: skip
def test_shares(code: str, fact: str, table: dict[float, int]) -> None:
    assert {value: judged(code, **{fact: value}) for value in table} == table


@pytest.mark.parametrize(
    ("week", "weekly", "monthly", "score"),
    [
        (6, 100, 100, 5), (5.9, 100, 100, 4), (5, 90, 100, 4), (6, 89, 100, 3), (4, 0, 100, 3), (4, 0, 99, 2),
        (3, 100, 100, 2),  # no anchor for 3: the highest that is met
        (2, None, None, 2), (1.9, 100, 100, 1),
    ],
)  # fmt: skip
def test_contacts_a_week_need_the_leaders_review(
    week: float, weekly: float | None, monthly: float | None, score: int
) -> None:
    found = judged(
        "employer_frequency", contacts_week=week, log_reviewed_weekly=weekly, log_reviewed_monthly=monthly
    )
    assert found == score


@pytest.mark.parametrize(
    ("largest", "known", "score"), [(90, 9, 5), (89, 9, 4), (75, 9, 4), (74, 9, 3), (50, 9, 3), (49, 9, 2), (0, 0, 1)]
)  # fmt: skip
def test_team_assignment(largest: int, known: int, score: int) -> None:
    assert judged("team_assignment", team_share=largest, team_known=known) == score


@pytest.mark.parametrize(
    ("weeks", "month", "quarter", "contacts", "score"),
    [(4, 1, 3, 12, 5), (4, 0, 0, 12, 4), (3, 1, 1, 9, 4), (3, 0, 0, 9, 3), (0, 0, 0, 1, 2), (0, 0, 0, 0, 1)],
)
def test_contact_with_the_authority(weeks: int, month: int, quarter: int, contacts: int, score: int) -> None:
    found = judged(
        "vr_collaboration", authority_contact_weeks=weeks, authority_meetings_month=month,
        authority_meetings_quarter=quarter, authority_contacts_quarter=contacts,
    )  # fmt: skip
    assert found == score


@pytest.mark.parametrize(
    ("match", "plan", "updated", "score"),
    [(90, 90, 90, 5), (90, 90, 89, 4), (89, 90, 90, 4), (75, 89, 0, 3), (50, None, None, 3), (49, 0, 0, 2), (24, 0, 0, 1)],
)  # fmt: skip
def test_contacts_by_preference(match: int, plan: int | None, updated: int | None, score: int) -> None:
    assert judged("individual_search", by_preference=match, plan_active=plan, plan_updated=updated) == score


@pytest.mark.parametrize(("ticks", "scores"), [("team_contact", [1, 1, 2, 3, 4, 4]), ("disclosure", [1, 2, 3, 4, 5]), ("assertive_outreach", [1, 1, 1, 2, 3, 4, 5])])  # fmt: skip
def test_components(ticks: str, scores: list[int]) -> None:
    item = IPS25.item(ticks)
    assert [fidelity.ticked(item, n) for n in range(len(item.components) + 1)] == scores


# --- the counting, worked by hand ---------------------------------------------------------------------------------


def test_a_pause_counts_for_ninety_days() -> None:
    # On hold since 1 January: 31 March is day 89 (counts), 30 April is day 119 (does not).
    # Month-ends with 1, 1, 1, 0, 0, 0 courses: 3 / 6 = 0.5.
    paused = course(on_hold=(Span(date(2026, 1, 1)),))
    assert FACTS["caseload_per_fte"](logs(courses=(paused,)), HALF_YEAR).value == Fraction(1, 2)


def test_a_half_post_carries_half_a_caseload() -> None:
    # Anna 100 %: 10 courses → 10. Bo 50 %: 10 courses → 20. Mean (10 + 20) / 2 = 15, highest 20.
    rows = logs(
        workers=(ANNA, replace(BO, fte=50)),
        courses=tuple(course(consultant=who) for who in ("anna", "bo") for _ in range(10)),
    )
    found = FACTS["caseload_per_fte"](rows, HALF_YEAR)
    assert told(found.value, found.numbers["highest"], found.n) == told(15, 20, 20)


def test_time_without_a_place_is_missing_not_inside() -> None:
    # 90 of 150 known minutes outside = 60 %; one row of three has no place.
    rows = logs(times=(
        worked(after(1), 90), worked(after(2), 60, place="clinic"), worked(after(3), 500, place=None),
    ))  # fmt: skip
    found = FACTS["community_share"](rows, HALF_YEAR)
    assert told(found.value, found.n, found.missing) == told(60, 2, 1)
    assert found.missing_share == Fraction(100, 3)


def test_only_meetings_in_person_for_somebody_count_each_week() -> None:
    # January 2026 from Thursday the 1st: 22 workdays, 1 holiday, 2 days away = 19 → 19/5 = 3.8 weeks.
    # 19 meetings / 3.8 = 5. A phone call and a visit for nobody do not count.
    january = Period(date(2026, 1, 1), date(2026, 1, 31))
    who = uuid4()
    anna = replace(ANNA, away=(Span(date(2026, 1, 12), date(2026, 1, 13)),))
    rows = logs(
        workers=(anna,), free_days=frozenset({date(2026, 1, 1)}),
        visits=(
            *(visit(date(2026, 1, 5), who) for _ in range(19)),
            visit(date(2026, 1, 5), who, in_person=False), visit(date(2026, 1, 5)),
        ),
    )  # fmt: skip
    found = FACTS["contacts_week"](rows, january)
    assert told(found.value, found.n, found.numbers["nameless"]) == told(5, 19, 1)


def test_who_waits_still_counts_after_thirty_days() -> None:
    # 10 and 50 days are over; one has waited 60 days, one 30 (not yet decided): (10 + 50 + 60) / 3 = 40.
    last = HALF_YEAR.last
    quick, slow = course(after(0)), course(after(10))
    waiting, fresh = course(last - timedelta(days=60)), course(last - timedelta(days=30))
    rows = logs(
        courses=(quick, slow, waiting, fresh),
        visits=(
            visit(after(10), quick.id), visit(after(60), slow.id),
            visit(after(20), waiting.id, in_person=False), visit(last, waiting.id, competitive=False),
        ),
    )  # fmt: skip
    found = FACTS["days_to_first_contact"](rows, HALF_YEAR)
    assert told(found.value, found.numbers["median"], found.numbers["open"], found.n) == told(40, 50, 1, 3)


def test_the_two_largest_teams() -> None:
    # Teams A 5, B 3, C 1, unknown 1: (5 + 3) / 10 = 80 % → 4.
    teams = ["A"] * 5 + ["B"] * 3 + ["C", ""]
    rows = logs(courses=tuple(course(team=team) for team in teams))
    found = FACTS["team_share"](rows, HALF_YEAR)
    assert told(found.value, found.numbers["teams"], found.missing) == told(80, 3, 1)
    assert proposed("team_assignment", rows) == 4


def test_job_variety_waits_for_ten_jobs() -> None:
    # 9 different types in 10 jobs = 90 % → 5; with 9 jobs nothing is proposed.
    jobs = tuple(job(after(n), job_type=str(min(n, 8)), workplace="p") for n in range(10))
    assert proposed("job_diversity", logs(jobs=jobs)) == 5
    assert proposed("job_diversity", logs(jobs=jobs[:9])) is None
    assert proposed("employer_diversity", logs(jobs=jobs)) == 1  # 1 of 10


def test_the_danish_count_stands_beside_the_strict_one() -> None:
    # 10 jobs: 6 permanent, 3 flexjobs, 1 internship. Strict 60 % → 1; Danish 90 %.
    jobs = (
        *(job(after(n)) for n in range(6)), *(job(after(n), strict=False) for n in range(3)),
        job(after(9), strict=False, danish=False),
    )  # fmt: skip
    found = next(
        c for c in fidelity.compute(IPS25, logs(jobs=jobs), HALF_YEAR) if c.item.code == "competitive_jobs"
    )
    assert found.proposal == 1
    assert found.fact is not None
    assert told(found.fact.value, found.evidence["competitive_danish"].value) == told(60, 90)


def test_support_that_follows_the_job() -> None:
    # Began 1 February: seen 28 January, 3 February, then every seventh day to the end of June: all that 5 asks for.
    first = date(2026, 2, 1)
    one = job(first, lost_known=date(2026, 6, 20))
    days = [
        date(2026, 1, 28),
        date(2026, 2, 3),
        *(first + timedelta(days=n) for n in range(0, 150, 7)),
        date(2026, 6, 23),
    ]
    rows = logs(jobs=(one,), supports=tuple(support(day, one.participant) for day in days))
    assert proposed("unlimited_followup", rows) == 5
    rare = logs(jobs=(one,), supports=tuple(support(day, one.participant) for day in days[:4]))
    assert proposed("unlimited_followup", rare) == 1


# --- proposals, totals, what if -------------------------------------------------------------------------------------


def test_without_rows_nothing_is_proposed_and_nothing_invented() -> None:
    found = fidelity.compute(IPS25, Logs(), HALF_YEAR)
    assert len(found) == 25
    assert {one.item.code: one.proposal for one in found if one.proposal is not None} == {}


def test_two_contacts_more_a_week_give_five() -> None:
    # January has 22 weekdays = 4.4 weeks; 18 meetings are 4.09 a week, all reviewed: 3 asks 4, 4 asks 5.
    january = Period(date(2026, 1, 1), date(2026, 1, 31))
    who = uuid4()
    rows = logs(visits=tuple(visit(date(2026, 1, 5), who, reviewed=date(2026, 1, 9)) for _ in range(18)))
    found = next(c for c in fidelity.compute(IPS25, rows, january) if c.item.code == "employer_frequency")
    assert found.proposal == 3
    assert found.what_if == fidelity.WhatIf(5 - Fraction(18 * 5, 22), 4, ())


def test_more_permanent_jobs_raise_the_share_by_what_they_add() -> None:
    # 6 of 10 = 60 %. For 65 %: (6 + k) / (10 + k) ≥ 0.65 ⇔ k ≥ 0.5 / 0.35 = 1.43 → 2.
    jobs = (*(job(after(n)) for n in range(6)), *(job(after(n), strict=False) for n in range(4)))
    found = next(
        c for c in fidelity.compute(IPS25, logs(jobs=jobs), HALF_YEAR) if c.item.code == "competitive_jobs"
    )
    assert found.what_if == fidelity.WhatIf(Fraction(2), 2, ())


def test_every_higher_score_says_what_it_takes_where_one_number_decides() -> None:
    # 6 of 10 = 60 % → 1; 2 more give 2 (as above). The others: (6 + k) / (10 + k) ≥ p ⇔ k ≥ (10p - 6) / (1 - p).
    # 75 %: 1.5 / 0.25 = 6. 85 %: 2.5 / 0.15 = 16.67 → 17. 95 %: 3.5 / 0.05 = 70.
    jobs = (*(job(after(n)) for n in range(6)), *(job(after(n), strict=False) for n in range(4)))
    counted = fidelity.compute(IPS25, logs(jobs=jobs), HALF_YEAR)
    found = next(c for c in counted if c.item.code == "competitive_jobs")
    assert [(int(more.amount), more.score) for more in found.further] == [(6, 3), (17, 4), (70, 5)]
    again = next(
        c for c in frozen.unpacked(IPS25, frozen.packed(counted)) if c.item.code == "competitive_jobs"
    )
    assert again.further == found.further


def test_a_score_that_asks_for_another_number_too_says_which() -> None:
    # 13 meetings in 22 workdays are 13 * 5 / 22 = 2.95 a week: 2. The log is reviewed in no week, so 3, 4 and 5 ask for that too.
    january = Period(date(2026, 1, 1), date(2026, 1, 31))
    who = uuid4()
    visits = tuple(visit(date(2026, 1, 5 + n), who) for n in range(13))
    counted = fidelity.compute(IPS25, logs(visits=visits), january)
    found = next(c for c in counted if c.item.code == "employer_frequency")
    a_week = Fraction(13 * 5, 22)
    assert [found.what_if, *found.further] == [
        fidelity.WhatIf(4 - a_week, 3, ("log_reviewed_monthly",)),
        fidelity.WhatIf(5 - a_week, 4, ("log_reviewed_weekly",)),
        fidelity.WhatIf(6 - a_week, 5, ("log_reviewed_weekly",)),
    ]


def test_the_total_comes_when_all_items_are_set() -> None:
    full = {item.code: 4 for item in IPS25.items}
    assert fidelity.total(IPS25, full) == fidelity.Total(25, 25, 100, IPS25.bands[1], 100, 100)
    # One open item that can become 1 to 5: 96 + 1 and 96 + 5.
    assert fidelity.total(IPS25, full | {"caseload_size": None}) == fidelity.Total(
        24, 25, None, None, 97, 101
    )
    # Shared records are impossible in Denmark: the open item reaches 4 at most.
    assert fidelity.total(IPS25, full | {"team_contact": None}).high == 100


@pytest.mark.parametrize(
    ("total", "band"), [(125, "exemplary"), (115, "exemplary"), (114, "good"), (100, "good"), (99, "fair"), (74, "fair"), (73, "not_ips"), (25, "not_ips")]
)  # fmt: skip
def test_bands(total: int, band: str) -> None:
    assert IPS25.band(total).code == band


@given(st.permutations(range(12)), st.integers(0, 12))
@settings(max_examples=40)
def test_the_order_of_the_rows_and_how_they_came_changes_nothing(order: list[int], cut: int) -> None:
    rng = random.Random(7)  # noqa: S311
    people = tuple(
        course(after(rng.randrange(100)), team=rng.choice("ABC"), consultant=rng.choice(("anna", "bo")))
        for _ in order
    )
    seen = tuple(
        visit(after(rng.randrange(180)), rng.choice(people).id, by=rng.choice(("anna", "bo"))) for _ in order
    )
    spent = tuple(worked(after(rng.randrange(180)), rng.randrange(1, 200), place=rng.choice(("clinic", "employer", None))) for _ in order)  # fmt: skip
    jobs = tuple(job(after(rng.randrange(170)), job_type=rng.choice("XYZ"), participant=rng.choice(people).id) for _ in order)  # fmt: skip
    helped = tuple(support(after(rng.randrange(180)), rng.choice(people).id, with_whom=rng.choice(("authority", "participant"))) for _ in order)  # fmt: skip

    def mixed(rows: tuple[object, ...]) -> tuple[object, ...]:
        shuffled = [rows[n] for n in order]
        return (*shuffled[cut:], *shuffled[:cut])

    def whole(rows: Logs) -> list[object]:
        return [
            (
                c.item.code,
                c.proposal,
                c.fact and (c.fact.value, c.fact.n, c.fact.missing, dict(c.fact.numbers)),
            )
            for c in fidelity.compute(IPS25, rows, HALF_YEAR)
        ]

    straight = logs(workers=(ANNA, BO), courses=people, visits=seen, times=spent, jobs=jobs, supports=helped)
    other = logs(
        workers=(BO, ANNA), courses=mixed(people), visits=mixed(seen), times=mixed(spent), jobs=mixed(jobs),
        supports=mixed(helped),
    )  # fmt: skip
    assert whole(straight) == whole(other)


# --- the scale is data ----------------------------------------------------------------------------------------------


def test_the_scale_has_twenty_five_items_in_three_groups() -> None:
    assert [item.no for item in IPS25.items] == list(range(1, 26))
    assert {group: sum(i.group == group for i in IPS25.items) for group, _ in IPS25.groups} == {
        "staffing": 3, "organisation": 8, "services": 14,
    }  # fmt: skip
    assert all(item.name.keys() == {"da", "en"} for item in IPS25.items)


def test_every_scale_on_the_shelf_can_be_read_and_one_counts_as_the_danish_trial() -> None:
    assert [one.id for one in scale.shelf()] == ["ips25", "ips25dk"]
    assert all(len(one.items) == 25 for one in scale.shelf())
    # 10 jobs: 6 permanent and 4 flexjobs: strict 60 % → 1, Danish 100 % → 5.
    jobs = (*(job(after(n)) for n in range(6)), *(job(after(n), strict=False) for n in range(4)))
    found = {
        one.id: next(c.proposal for c in fidelity.compute(one, logs(jobs=jobs), HALF_YEAR) if c.item.no == 21)
        for one in scale.shelf()
    }
    assert found == {"ips25": 1, "ips25dk": 5}
    with pytest.raises(KeyError):
        scale.load("../ips25")


def test_what_was_counted_can_be_kept_as_a_text_and_read_again() -> None:
    who = course(after(0))
    rows = logs(courses=(who,), visits=(visit(after(10), who.id),), times=(worked(after(1), 90), worked(after(2), 60, place="clinic")))  # fmt: skip
    counted = fidelity.compute(IPS25, rows, HALF_YEAR)
    again = frozen.unpacked(IPS25, frozen.packed(counted))
    assert [(c.item.code, c.proposal, c.why) for c in again] == [
        (c.item.code, c.proposal, c.why) for c in counted
    ]
    for one, other in zip(counted, again, strict=True):
        assert (one.what_if is None) == (other.what_if is None)
        if one.what_if is not None and other.what_if is not None:
            assert other.what_if.amount == pytest.approx(float(one.what_if.amount), abs=0.001)
            assert (other.what_if.score, other.what_if.besides) == (one.what_if.score, one.what_if.besides)
    facts = [(c.fact.value, c.fact.n, c.fact.missing, dict(c.fact.by)) for c in counted if c.fact]
    assert [(c.fact.value, c.fact.n, c.fact.missing, dict(c.fact.by)) for c in again if c.fact] == facts
    assert not any(c.fact.rows for c in again if c.fact)
    lacking = (Silence("bo", None), Silence("mlu", date(2026, 5, 28)))
    assert frozen.silence(frozen.packed(counted, lacking)) == lacking
    assert frozen.silence('{"facts":{}}') == (), "a text from before that was kept"
    with pytest.raises(ValueError, match="evidence"):
        frozen.unpacked(IPS25, "[]")


def test_new_kinds_of_jobs_raise_the_variety() -> None:
    # 6 kinds in 10 jobs = 60 % → 3. For 70 %: (6 + k) / (10 + k) ≥ 0.7 ⇔ k ≥ 1 / 0.3 = 3.33 → 4.
    jobs = tuple(job(after(n), job_type=str(min(n, 5))) for n in range(10))
    found = next(
        c for c in fidelity.compute(IPS25, logs(jobs=jobs), HALF_YEAR) if c.item.code == "job_diversity"
    )
    assert found.what_if == fidelity.WhatIf(Fraction(4), 4, ())


def test_the_development_week_by_week_counts_each_week_alone() -> None:
    # Monday 8 June 2026: one hour outside in the first week, one inside in the second, nothing in the third.
    rows = logs(times=(worked(date(2026, 6, 9), 60), worked(date(2026, 6, 16), 60, place="clinic")))
    found = fidelity.weekly(IPS25.item("community_time"), rows, date(2026, 6, 24), points=3)
    assert [told(p.last, p.value) for p in found] == [
        told(date(2026, 6, 14), 100), told(date(2026, 6, 21), 0), told(date(2026, 6, 24), None),
    ]  # fmt: skip


def test_a_second_scale_needs_no_code() -> None:
    young = scale.read({
        "id": "short", "version": "1", "name": {"da": "Kort", "en": "Short"}, "source": "", "groups": [], "evidence": {},
        "bands": [{"code": "any", "min": 0, "name": {"da": "–", "en": "–"}}],
        "items": [{
            "no": 1, "code": "outside", "group": "g", "kind": "computed", "name": {"da": "Ude", "en": "Out"},
            "fact": "community_share", "at_least": {"5": 50}, "status": "unchecked",
        }],
    })  # fmt: skip
    rows = logs(times=(worked(after(1), 60),))
    assert [one.proposal for one in fidelity.compute(young, rows, HALF_YEAR)] == [5]


def test_a_scale_that_asks_for_what_nobody_counts_is_refused() -> None:
    item = {"no": 1, "code": "x", "group": "g", "kind": "computed", "name": {}, "fact": "moon", "at_least": {"5": 1}, "status": "unchecked"}  # fmt: skip
    with pytest.raises(ValueError, match="moon"):
        scale.read({"id": "x", "version": "1", "name": {}, "source": "", "groups": [], "bands": [], "evidence": {}, "items": [item]})  # fmt: skip


def test_the_trend_ends_today_and_steps_by_the_month() -> None:
    rows = logs(times=(worked(date(2026, 3, 10), 60), worked(date(2026, 6, 10), 60, place="clinic")))
    found = fidelity.trend(IPS25.item("community_time"), rows, date(2026, 6, 15), months=3, points=3)
    assert [told(p.last, p.value) for p in found] == [
        told(date(2026, 4, 30), 100), told(date(2026, 5, 31), 100), told(date(2026, 6, 15), 0),
    ]  # fmt: skip
