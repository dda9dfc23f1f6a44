"""Each figure against small cases worked by hand, and what is hidden when it leaves the team."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import uuid4

import pytest

from app.domain.cpr import Cpr
from app.domain.log_rows import (
    ALL_HERE,
    NEVER,
    ConsentRow,
    Logs,
    MeetingRow,
    OverrideRow,
    Period,
    Span,
    StudyRow,
    TrainingRow,
    Worker,
)
from app.reports import breakdowns, figures, figures_flow, leaving, periods, series
from app.reports.figures import COUNTERS, metrics
from app.reports.silence import Silence, silent
from tests.unit.fidelity_rows import ANNA, BO, course, job, logs, support, visit

Q1 = Period(date(2026, 1, 1), date(2026, 3, 31))


def value(id: str, rows: Logs, period: Period = Q1) -> Fraction | None:
    return COUNTERS[id](rows, period).value


def test_every_figure_is_defined_and_every_definition_is_counted() -> None:
    assert {metric.id for metric in metrics()} == COUNTERS.keys()
    for metric in metrics():
        parts = (
            metric.label,
            metric.formula,
            metric.numerator,
            metric.denominator,
            metric.exclusion,
            metric.source,
        )
        for told in parts:
            assert told.keys() == {"da", "en"}, metric.id
            assert all(told.values()), metric.id
        assert metric.group in {group.code for group in figures.groups()}


def test_nothing_comes_of_nothing() -> None:
    for metric in metrics():
        assert value(metric.id, Logs()) in (None, 0), metric.id


def test_the_way_in() -> None:
    # Received 2, 10 and 11 January; accepted after 3, 5 and 40 days: median 5.
    # First meeting 7 and 1 days after that: median 4. The third has not begun.
    people = (
        course(date(2026, 1, 12), received=date(2026, 1, 2), accepted=date(2026, 1, 5), source="clinic"),
        course(date(2026, 1, 16), received=date(2026, 1, 10), accepted=date(2026, 1, 15), source="self"),
        course(None, received=date(2026, 1, 11), accepted=date(2026, 2, 20)),
        course(None, received=date(2026, 2, 1), refused=True),
    )
    rows = logs(courses=people)
    told = {id: value(id, rows) for id in ("referrals", "referrals_refused", "days_to_accept", "days_to_first_meeting", "new_courses")}  # fmt: skip
    assert told == {
        "referrals": 4, "referrals_refused": 1, "days_to_accept": 5, "days_to_first_meeting": 4, "new_courses": 2,
    }  # fmt: skip


def test_who_is_at_work_has_rows_of_twelve_months_or_an_active_course_and_counts_by_what_holds_on_the_day() -> (
    None
):
    cy, di, ed = Worker("cy"), Worker("di"), Worker("ed")
    rows = logs(
        workers=(ANNA, BO, cy, di, ed), courses=(course(consultant="cy"), course(consultant="di", ended=date(2026, 3, 1))),
        meetings=(MeetingRow(uuid4(), date(2025, 3, 31), "anna", "ips_team"), MeetingRow(uuid4(), date(2025, 3, 30), "bo", "ips_team")),
        supports=(support(date(2026, 4, 1), uuid4(), by="ed"),),
        trainings=(
            TrainingRow(uuid4(), date(2024, 1, 1), "anna", "in_training"), TrainingRow(uuid4(), date(2026, 3, 31), "anna", "trained"),
            TrainingRow(uuid4(), date(2026, 4, 1), "anna", "untrained"),  # not yet
            *(TrainingRow(uuid4(), date(2020, 1, 1), who, "trained") for who in ("bo", "di", "ed", "gone")),
        ),
    )  # fmt: skip
    told = {
        id: COUNTERS[f"consultants_{id}"](rows, Q1)
        for id in ("trained", "in_training", "untrained", "unsaid")
    }
    # At work are Anna, by a meeting 365 days before, and Cy, by a course alone.
    assert {id: fact.value for id, fact in told.items()} == {
        "trained": 1,
        "in_training": 0,
        "untrained": 0,
        "unsaid": 1,
    }
    assert (told["trained"].n, told["trained"].missing) == (1, 1)
    assert [(kind, id) for kind, id, _ in told["trained"].rows] == [("training", rows.trainings[1].id)]


def test_the_caseload() -> None:
    # On 31 March: two active, one paused since 1 March (30 days: still counted), one ended on 20 March.
    people = (
        course(), course(), course(on_hold=(Span(date(2026, 3, 1)),)), course(ended=date(2026, 3, 20)),
    )  # fmt: skip
    rows = logs(courses=people)
    assert [value(id, rows) for id in ("active_courses", "on_hold", "closed_courses")] == [3, 1, 1]


def test_a_job_start_counts_after_four_paid_hours() -> None:
    # Kim: two jobs, both counted. Bo: one not worked four hours yet. Eva: an internship.
    kim, bo, eva = course(), course(), course()
    jobs = (
        job(date(2026, 1, 10), participant=kim.id), job(date(2026, 3, 1), participant=kim.id),
        job(date(2026, 3, 20), participant=bo.id, counts=None),
        job(date(2026, 2, 1), participant=eva.id, danish=False, strict=False),
    )  # fmt: skip
    rows = logs(courses=(kim, bo, eva), jobs=jobs)
    starts = COUNTERS["job_starts"](rows, Q1)
    assert starts.value == 2
    assert starts.missing == 1
    assert value("into_work", rows) == 1
    assert value("into_work", rows, Period(date(2026, 2, 1), date(2026, 3, 31))) == 0  # the first job alone


def test_the_rate_leaves_out_those_who_had_work() -> None:
    # Six in the caseload: four out of work (one starts a job), one in work, one nobody has asked. 1 / 4 = 25 %.
    out = [course(in_work_at_start=False) for _ in range(4)]
    had, unasked = course(in_work_at_start=True), course()
    rows = logs(courses=(*out, had, unasked), jobs=(job(date(2026, 2, 1), participant=out[0].id), job(date(2026, 2, 1), participant=had.id)))  # fmt: skip
    rate = COUNTERS["rate_period"](rows, Q1)
    assert rate.value == 25
    assert rate.missing == 1
    assert value("retention_share", rows) == 20  # 1 of the 5 who were asked


def test_the_rate_of_the_danish_trial_looks_eighteen_months_back() -> None:
    # On 31 March 2026 the cohort began from 30 September 2023 to 30 September 2024. Three did; one found work in
    # time, one began a study in time, one found work a day too late: 2 / 3.
    begun = date(2024, 3, 15)
    people = [course(begun) for _ in range(3)]
    rows = logs(
        courses=(*people, course(date(2025, 1, 1))),
        jobs=(
            job(date(2025, 9, 15), participant=people[0].id),
            job(date(2025, 9, 16), participant=people[2].id),
        ),
        studies=(StudyRow(people[1].id, people[1].id, date(2024, 9, 1)),),
    )
    assert value("rate_18_months", rows) == Fraction(200, 3)


def test_still_in_the_job() -> None:
    # Four jobs from 1 January: one ended after 50 days, three last. On 31 March 89 days (12 weeks) are seen: nobody
    # has been followed for 13 weeks. A month later three have: 3/4 = 75 %.
    jobs = (job(date(2026, 1, 1), ended=date(2026, 2, 20)), *(job(date(2026, 1, 1)) for _ in range(3)))
    assert value("in_job_13_weeks", logs(jobs=jobs)) is None
    later = COUNTERS["in_job_13_weeks"](logs(jobs=jobs), Period(date(2026, 4, 1), date(2026, 4, 30)))
    assert later.value == 75
    assert later.n == 3


def test_markers_are_our_own_registration() -> None:
    people = (
        course(marker="IPS_STAR", marker_from=date(2026, 1, 1)),
        course(marker="IPS_STAR", marker_from=date(2025, 1, 1), marker_until=date(2026, 3, 30)),
        course(marker="IPS_LIGNENDE_STAR"), course(),
    )  # fmt: skip
    rows = logs(courses=people)
    assert [value(id, rows) for id in ("marker_ips", "marker_like", "marker_missing")] == [1, 1, 2]


def test_markers_by_age_benefit_and_work() -> None:
    # Four with a marker on 31 March: under 30 in an ordinary job on cash help, 30 that day in a flexjob, one in
    # education whose age nobody knows, one in neither whose benefit ended in February.
    day, since = date(2026, 3, 31), Span(date(2025, 1, 1))
    young = course(marker="IPS_STAR", thirty_on=date(2026, 4, 1), benefits=(("cash_basic", since),))
    old = course(marker="IPS_STAR", thirty_on=day, benefits=(("sickness", since), ("cash_high", since)))
    pupil = course(marker="IPS_LIGNENDE_STAR", benefits=(("sickness", since),))
    idle = course(marker="IPS_LIGNENDE_STAR", thirty_on=day, benefits=(("sickness", Span(since.first, date(2026, 2, 28))),))  # fmt: skip
    rows = logs(
        courses=(young, old, pupil, idle, course()),
        jobs=(
            job(date(2026, 1, 5), participant=young.id),
            job(date(2026, 1, 5), participant=old.id, star=False),
        ),
        studies=(StudyRow(pupil.id, pupil.id, date(2026, 1, 5)),),
    )
    found = {
        one.breakdown.id: {c: n for c, n in one.cells.items() if n} for one in breakdowns.compute(rows, Q1)
    }
    ips, like = breakdowns.MARKERS
    assert found["marker_by_age"] == {("under_30", ips): 1, ("from_30", ips): 1, ("unknown", like): 1, ("from_30", like): 1}  # fmt: skip
    assert found["marker_by_benefit"] == {("cash_basic", ips): 1, ("cash_high", ips): 1, ("sickness", like): 1, ("unknown", like): 1}  # fmt: skip
    assert found["marker_by_status"] == {("wage_hours", ips): 1, ("other_job", ips): 1, ("education", like): 1, ("neither", like): 1}  # fmt: skip


def test_job_starts_by_form_and_hours_and_ends_by_reason() -> None:
    jobs = (
        job(date(2026, 1, 5), form="flexjob", weekly_hours=4.9), job(date(2026, 1, 5), form="flexjob", weekly_hours=5),
        job(date(2026, 1, 5), weekly_hours=30, ended=date(2026, 3, 1), end_reason="tasks,hours"),
        job(date(2026, 1, 5), counts=None, weekly_hours=20),  # no four hours worked yet: no job start
    )  # fmt: skip
    found = {one.breakdown.id: {row: n for (row, _), n in one.cells.items() if n} for one in breakdowns.compute(logs(jobs=jobs), Q1)}  # fmt: skip
    assert found["starts_by_form"] == {"flexjob": 2, "unknown": 1}
    assert found["starts_by_hours"] == {"below_5": 1, "from_5": 1, "from_30_hours": 1}
    assert found["ends_by_reason"] == {"tasks": 1, "hours": 1}
    assert sum(found["starts_by_form"].values()) == value("job_starts", logs(jobs=jobs))


def test_the_thirtieth_birthday_is_told_by_the_cpr() -> None:
    # The seventh digit says the century; replacement numbers add 60 to the day.
    told = {"7103840000": date(1984, 3, 11), "0101964000": date(1996, 1, 1), "0101054000": date(2005, 1, 1), "0101575000": date(2057, 1, 1), "0101585000": date(1858, 1, 1), "3102990000": None}  # fmt: skip
    assert {digits: Cpr(digits).born for digits in told} == told


def test_the_phase_is_that_of_the_day_and_not_of_now() -> None:
    moved = course(
        phase="employed", moves=((date(2026, 2, 10), "job_search"), (date(2026, 4, 10), "engaged"))
    )
    assert [moved.phase_on(day) for day in (date(2026, 2, 9), date(2026, 2, 10), date(2026, 4, 10))] == ["job_search", "engaged", "employed"]  # fmt: skip
    assert figures_flow.caseload_by_phase(logs(courses=(moved, course(date(2026, 5, 1)))), Q1.last) == {
        "engaged": 1
    }


def test_meetings_with_treatment_teams_and_supervision() -> None:
    # 7 meetings with two teams in three months: 7 / (2 × 3). Two who wrote down one supervision held one.
    met = [
        MeetingRow(uuid4(), date(2026, 1 + n % 3, 5 + n), "anna", "treatment_team", "AB"[n % 2])
        for n in range(7)
    ]
    held = [MeetingRow(uuid4(), date(2026, 1, 9), who, "supervision") for who in ("anna", "bo")]
    rows = logs(meetings=(*met, *held))
    assert value("team_meetings_month", rows) == Fraction(7, 6)
    assert value("supervisions", rows) == 1


def test_one_consultant_is_counted_from_own_rows() -> None:
    mine, other = course(consultant="anna"), course(consultant="bo")
    rows = logs(
        workers=(ANNA, BO), courses=(mine, other), visits=(visit(date(2026, 1, 5), mine.id), visit(date(2026, 1, 5), other.id, by="bo")),
        jobs=(job(date(2026, 1, 5), participant=other.id),), supports=(support(date(2026, 1, 5), other.id, by="bo"),),
    )  # fmt: skip
    alone = figures.of_consultant(rows, "anna")
    assert (len(alone.courses), len(alone.visits), len(alone.jobs), len(alone.supports)) == (1, 1, 0, 0)
    assert [worker.id for worker in alone.workers] == ["anna"]


@pytest.mark.parametrize(
    ("unit", "back", "first", "last"),
    [
        ("week", 0, "2026-11-23", "2026-11-23"), ("week", 1, "2026-11-16", "2026-11-22"),
        ("month", 1, "2026-10-01", "2026-10-31"), ("quarter", 0, "2026-10-01", "2026-11-23"),
        ("quarter", 3, "2026-01-01", "2026-03-31"), ("year", 1, "2025-01-01", "2025-12-31"),
    ],
)  # fmt: skip
def test_periods_of_the_calendar(unit: str, back: int, first: str, last: str) -> None:
    found = periods.calendar_period(date(2026, 11, 23), unit, back)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


def test_weeks_and_months_end_where_they_should() -> None:
    assert periods.months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert periods.iso_week(date(2027, 1, 3)) == (2026, 53)
    leap = periods.whole_months(Period(date(2024, 1, 31), date(2024, 4, 29)))
    assert [(m.first.isoformat(), m.last.isoformat()) for m in leap][:2] == [
        ("2024-01-31", "2024-02-28"), ("2024-02-29", "2024-03-30"),
    ]  # fmt: skip


def test_the_plots_show_what_there_is() -> None:
    who = course(date(2026, 1, 5))
    found = series.series(logs(courses=(who,), visits=(visit(date(2026, 3, 30), who.id),)), date(2026, 3, 31))
    assert len(found.contacts) == series.WEEKS
    assert found.contacts[-1].value == 1  # one meeting so far, on the second day of the week
    assert found.phases == {"job_search": 1}


# --- leaving the team ---------------------------------------------------------------------------------------------


def test_a_share_of_few_or_of_all_but_few_does_not_leave() -> None:
    def hides(counted: int, of: int) -> bool:
        people = [course() for _ in range(of)]
        jobs = tuple(job(date(2026, 1, 5), participant=one.id) for one in people[:counted])
        rows = logs(courses=tuple(people), jobs=jobs)
        gone = leaving.leaving(Q1, figures.compute(rows, Q1), leaving.pattern(rows, 2026))
        return next(g.hidden for g in gone if g.figure.metric.id == "employed_now")

    assert [hides(4, 20), hides(5, 20), hides(15, 20), hides(16, 20), hides(20, 20)] == [
        True,
        False,
        False,
        True,
        False,
    ]


def test_a_running_period_does_not_leave() -> None:
    today = date(2026, 11, 23)
    assert not leaving.ended(periods.calendar_period(today, "month"), today)
    assert not leaving.ended(periods.calendar_period(today, "week", 1), today)
    assert leaving.ended(periods.calendar_period(today, "quarter", 1), today)


def test_the_caseload_by_phase_hides_small_phases_and_what_would_tell_them() -> None:
    rows = logs(courses=(*(course() for _ in range(9)), *(course(phase="employed") for _ in range(7)), course(phase="on_hold")))  # fmt: skip
    told = leaving.phases(rows, Q1, leaving.pattern(rows, 2026))
    assert told["on_hold"] is None
    assert sum(number is None for number in told.values()) == 2


def test_consents_that_expire_are_those_in_force_that_end_within_thirty_days() -> None:
    # On 31 March: ends 31 March and 30 April are within thirty days, 1 May is not; one ended on 30 March, one was
    # withdrawn in February, one begins in April.
    whose, day = uuid4(), date(2026, 1, 5)
    ends = (date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 1), date(2026, 3, 30))
    found = tuple(ConsentRow(uuid4(), whose, day, until) for until in ends)
    gone = ConsentRow(uuid4(), whose, day, date(2026, 4, 2), withdrawn=date(2026, 2, 1))
    later = ConsentRow(uuid4(), whose, date(2026, 4, 1), date(2026, 4, 20))
    assert value("consents_expiring", logs(consents=(*found, gone, later))) == 2


def test_overrides_are_counted_by_kind_of_rule_and_by_consultant() -> None:
    # 3 and 2 words, 1 code; the one in April is not the quarter's.
    rows = logs(
        overrides=(
            OverrideRow(uuid4(), date(2026, 1, 2), "anna", "word", 3), OverrideRow(uuid4(), date(2026, 3, 31), "bo", "word", 2),
            OverrideRow(uuid4(), date(2026, 2, 2), "anna", "code", 1), OverrideRow(uuid4(), date(2026, 4, 1), "anna", "word", 9),
        )
    )  # fmt: skip
    assert value("overrides", rows) == 6
    assert value("overrides", figures.of_consultant(rows, "anna")) == 4
    (split,) = (s for s in breakdowns.compute(rows, Q1) if s.breakdown.id == "overrides_by_rule")
    assert dict(split.cells) == {("word", "all"): 5, ("code", "all"): 1}


def test_refusals_stand_by_reason_and_add_up() -> None:
    # Four refused: two outside the target group, one that moved, one where nobody wrote why.
    day = date(2026, 2, 1)
    told = ("not_in_target_group", "not_in_target_group", "moved", "")
    people = tuple(course(None, received=day, refused=True, refusal=why) for why in told)
    rows = logs(courses=(*people, course(day, received=day)))
    (split,) = (s for s in breakdowns.compute(rows, Q1) if s.breakdown.id == "refused_by_reason")
    assert dict(split.cells) == {
        ("not_in_target_group", "all"): 2,
        ("moved", "all"): 1,
        ("unknown", "all"): 1,
    }
    assert value("referrals_refused", rows) == sum(split.cells.values())


@pytest.mark.parametrize(
    ("synced", "away", "wanting"),
    [
        (date(2026, 3, 27), None, 1),  # a Friday; Monday and Tuesday are wanting
        (date(2026, 3, 30), None, 1),  # Tuesday alone
        (date(2026, 3, 31), None, 0),
        (date(2026, 3, 27), Span(date(2026, 3, 30), date(2026, 4, 2)), 0),  # on holiday since
        (date(2026, 3, 26), Span(date(2026, 3, 30), date(2026, 4, 2)), 1),  # Friday, before the holiday
        (NEVER, None, 1),
        (ALL_HERE, None, 0),
    ],
)
def test_what_a_workday_after_the_last_synchronisation_brought_is_wanting(
    synced: date, away: Span | None, wanting: int
) -> None:
    anna = replace(ANNA, synced=synced, away=(away,) if away else ())
    rows = logs(workers=(anna, BO))
    assert value("consultants_silent", rows) == wanting
    since = None if synced == NEVER else synced
    assert silent(rows, Q1.last) == ((Silence("anna", since),) if wanting else ())
