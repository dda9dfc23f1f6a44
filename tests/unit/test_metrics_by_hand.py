"""Every figure against one small team, worked by hand: what stands in the table is the arithmetic.

The first quarter of 2026 (1 January to 31 March). Anna works full time, Bo half; Bo last synchronised on 27 March. Five people:

| who | received   | accepted | first meeting | at work before | marker               | now        |
|-----|------------|----------|---------------|----------------|----------------------|------------|
| Kim | 2 January  | 6 Jan    | 12 January    | no             | IPS STAR from 12 Jan | job search |
| Eva | 5 January  | 7 Jan    | 19 January    | no             | IPS-like from 19 Jan | in work    |
| Ole |            |          | 1 May 2025    | yes            | none                 | job search |
| Ida |            |          | 1 June 2025   | no             | IPS STAR, 2025–20 Feb| closed 20 February |
| Per | 20 January |          |               |                |                      | refused    |

Kim met an employer on 21 January (9 days), Eva on 20 February (32 days), both with Anna. Anna was at another employer
for nobody on 3 March, and Bo telephoned one. Ole has met none: 334 days on 31 March.

Eva began a permanent job on 1 March (four hours worked, guidance on 20 February), Ida a flexjob on 5 January that
ended on 9 February, Kim an internship on 2 March. Ole has begun a course of education on 2 February.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from uuid import UUID, uuid4

import pytest

from app.domain.log_rows import ConsentRow, Logs, MeetingRow, OverrideRow, Period, Span, StudyRow, TrainingRow
from app.reports.figures import COUNTERS
from tests.unit.fidelity_rows import ANNA, course, job, logs, support, visit, worked

Q1 = Period(date(2026, 1, 1), date(2026, 3, 31))
BO = type(ANNA)("bo", fte=50, synced=date(2026, 3, 27))
FREE = frozenset({date(2026, 1, 1)})
FIRM, OTHER = uuid4(), uuid4()


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def team() -> Logs:
    kim = course(
        day(1, 12), received=day(1, 2), accepted=day(1, 6), in_work_at_start=False, source="clinic", disclosure_talks=2,
        marker="IPS_STAR", marker_from=day(1, 12),
    )  # fmt: skip
    eva = course(
        day(1, 19), received=day(1, 5), accepted=day(1, 7), in_work_at_start=False, source="self", disclosure_talks=1,
        marker="IPS_LIGNENDE_STAR", marker_from=day(1, 19), phase="employed",
    )  # fmt: skip
    ole = course(date(2025, 5, 1), in_work_at_start=True, consultant="bo")
    ida = course(
        date(2025, 6, 1), ended=day(2, 20), in_work_at_start=False, marker="IPS_STAR", marker_from=date(2025, 6, 1),
        marker_until=day(2, 20), phase="closed",
    )  # fmt: skip
    per = course(None, received=day(1, 20), refused=True, refusal="moved")
    return logs(
        workers=(ANNA, BO), free_days=FREE, courses=(kim, eva, ole, ida, per),
        visits=(
            visit(day(1, 21), kim.id, employer=FIRM), visit(day(2, 20), eva.id, employer=FIRM),
            visit(day(3, 3), employer=OTHER), visit(day(3, 25), ole.id, by="bo", in_person=False, employer=OTHER),
        ),
        times=(
            worked(day(1, 5), 120), worked(day(2, 2), 60, place="clinic"),
            worked(day(3, 2), 20, place="municipal_office", vocational=False), worked(day(3, 3), 90, place=None, vocational=None),
        ),
        jobs=(
            job(day(3, 1), participant=eva.id, guidance_on=day(2, 20)),
            job(day(1, 5), participant=ida.id, strict=False, ended=day(2, 9), form="flexjob"),
            job(day(3, 2), participant=kim.id, strict=False, danish=False, star=False, form="internship"),
        ),
        studies=(StudyRow(uuid4(), ole.id, day(2, 2)),),
        supports=(
            support(day(1, 15), kim.id, outreach=True), support(day(3, 27), eva.id),
        ),
        meetings=(
            MeetingRow(uuid4(), day(1, 8), "anna", "treatment_team", "A"), MeetingRow(uuid4(), day(2, 5), "anna", "treatment_team", "A"),
            MeetingRow(uuid4(), day(3, 5), "bo", "treatment_team", "B"), MeetingRow(uuid4(), day(2, 9), "anna", "supervision"),
            MeetingRow(uuid4(), day(2, 9), "bo", "supervision"),
        ),
        consents=(ConsentRow(uuid4(), kim.id, day(1, 12), day(4, 15)), ConsentRow(uuid4(), eva.id, day(1, 19), day(9, 1))),
        overrides=(OverrideRow(uuid4(), day(2, 3), "anna", "word", 3), OverrideRow(uuid4(), day(4, 3), "anna", "word", 5)),
        trainings=(TrainingRow(uuid4(), day(2, 1), "anna", "in_training"), TrainingRow(uuid4(), day(4, 1), "anna", "trained")),
    )  # fmt: skip


def days(*from_to: tuple[date, date]) -> Fraction:
    return Fraction(sum((last - first).days for first, last in from_to), len(from_to))


BY_HAND: dict[str, Fraction | int | None] = {
    # Caseload on 31 March: Kim, Eva and Ole.
    "active_courses": 1 + 1 + 1,
    "on_hold": 0,
    "new_courses": 2,  # Kim, Eva
    "closed_courses": 1,  # Ida
    # Month-ends: Anna had Kim, Eva, Ida on 31 January, then Kim, Eva twice: 3, 2, 2 on full time. Bo Ole, on half: 2, 2, 2.
    "caseload_per_fte": Fraction(3 + 2 + 2 + 2 + 2 + 2, 6),
    # The way in: Kim, Eva and Per were referred; Per was refused.
    "referrals": 3,
    "referrals_refused": 1,
    "days_to_accept": Fraction(4 + 2, 2),  # Kim 2 → 6, Eva 5 → 7 January; median of two
    "days_to_first_meeting": Fraction(6 + 12, 2),  # Kim 6 → 12, Eva 7 → 19 January
    "days_to_employer": 32,  # 9, 32 and Ole's 334: the middle one
    "employer_within_30": Fraction(100 * 1, 3),  # Kim of Kim, Eva and Ole
    # Anna: 90 days less 26 at weekends and New Year's Day = 63 workdays: 12.6 weeks, 2 contacts for somebody. Bo: none.
    "contacts_week": (2 / (Fraction(63, 5)) + 0) / 2,
    "employers_met": 2,  # FIRM and OTHER in person
    "employers_new": 2,
    # Time with a place: 120 outside of 120 + 60 + 20. With a purpose: 180 of 200.
    "community_share": Fraction(100 * 120, 200),
    "vocational_share": Fraction(100 * 180, 200),
    # Work: Eva's and Ida's are ordinary by the Danish trial's rule, Kim's internship is not.
    "job_starts": 2,
    "into_work": 2,
    "competitive_strict": Fraction(100 * 1, 3),
    "competitive_danish": Fraction(100 * 2, 3),
    "education_starts": 1,
    "employed_now": Fraction(100 * 1, 3),  # Eva of the three active
    "rate_period": Fraction(100 * 2, 3),  # Eva and Ida of Kim, Eva, Ida
    "rate_18_months": None,  # nobody began 18 to 30 months ago
    "retention_share": Fraction(100 * 1, 4),  # Ole of the four whose course was open
    "job_ends": 1,
    # On 31 March Eva's job has lasted 30 days, Ida's ended after 35: after 4 weeks both still went on.
    "in_job_4_weeks": 100,
    "in_job_13_weeks": None,  # nobody has been followed so long
    "in_job_26_weeks": None,
    "in_job_52_weeks": None,
    # Method
    "disclosure_twice": Fraction(100 * 1, 3),  # Kim of the three active
    "guidance_before_start": Fraction(100 * 1, 2),  # Eva's of the two ordinary jobs
    "outreach_attempts": 1,
    "team_meetings_month": Fraction(3, 2 * 3),  # three meetings, two teams, three months
    "supervisions": 1,  # 9 February, whoever wrote it down
    "consents_expiring": 1,  # Kim's on 15 April
    "overrides": 3,
    "consultants_silent": 1,  # Bo synchronised last on Friday 27 March, and the quarter ends on a Tuesday
    # On 31 March Anna was still in training; Bo, who telephoned on the 25th, has not said.
    "consultants_trained": 0,
    "consultants_in_training": 1,
    "consultants_untrained": 0,
    "consultants_unsaid": 1,
    # STAR's marker, by our own registration
    "marker_ips": 1,  # Kim
    "marker_like": 1,  # Eva
    "marker_begun": 2,
    "marker_ended": 1,  # Ida
    "marker_missing": 1,  # Ole
}  # fmt: skip


@pytest.mark.parametrize("id", COUNTERS)
def test_each_figure_is_what_a_person_with_a_pencil_gets(id: str) -> None:
    assert COUNTERS[id](team(), Q1).value == BY_HAND[id]


def test_the_pencil_is_right_about_the_days() -> None:
    assert days((day(1, 2), day(1, 6)), (day(1, 5), day(1, 7))) == 3
    assert days((day(1, 12), day(1, 21))) == 9
    assert days((day(1, 19), day(2, 20))) == 32
    assert days((date(2025, 5, 1), day(3, 31))) == 334
    assert len([d for d in Q1.days() if d.weekday() < 5 and d not in FREE]) == 63


def test_every_figure_says_which_rows_it_counted() -> None:
    """»Sådan er tallet fundet« goes down to the rows: where something is counted there is a row to look at."""
    rows = team()
    known: set[UUID] = {
        one.id
        for part in (
            rows.courses,
            rows.visits,
            rows.times,
            rows.jobs,
            rows.studies,
            rows.supports,
            rows.meetings,
            rows.trainings,
        )
        for one in part
    } | {one.participant for one in rows.consents}
    for id, counter in COUNTERS.items():
        fact = counter(rows, Q1)
        assert {ref for _, ref, _ in fact.rows} <= known, id
        if (
            fact.counted
            and id not in ("overrides", "consultants_silent", "consultants_unsaid")
            and not id.startswith("in_job")
        ):
            assert fact.rows, id
    assert Span(day(1, 1)).holds(day(1, 1))
