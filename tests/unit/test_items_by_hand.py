"""Each of the 25 items on both sides of each boundary, from rows where it is counted and from ticks where it is not.

What a table says: how much there was, and the score it gives. The rows behind it are made so that the arithmetic is
plain: one consultant, the first half of 2026, six month-ends.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from uuid import uuid4

import pytest

from app.domain.log_rows import Logs, Period
from app.reports import fidelity, scale
from tests.unit.fidelity_rows import HALF_YEAR, after, course, job, logs, support, visit, worked

IPS25 = scale.load()
FIRST, LAST = HALF_YEAR.first, HALF_YEAR.last


def proposed(no: int, rows: Logs, period: Period = HALF_YEAR) -> int | None:
    return fidelity.compute(IPS25, rows, period)[no - 1].proposal


def of_time(minutes: int, **fields: object) -> Logs:
    """So many of a thousand minutes; the others at the clinic, about something else."""
    rest = worked(after(2), 1000 - minutes, place="clinic", vocational=False)
    return logs(times=(*((worked(after(1), minutes, **fields),) if minutes else ()), rest))


def of_jobs(kinds: int, whole: int = 100) -> Logs:
    """So many different kinds and places among a hundred jobs."""
    made = (min(n, kinds - 1) for n in range(whole))
    return logs(
        jobs=tuple(job(after(n % 150), job_type=str(k), workplace=str(k)) for n, k in enumerate(made))
    )


def permanent(strict: int) -> Logs:
    return logs(jobs=tuple(job(after(n), strict=n < strict) for n in range(100)))


def in_two_teams(inside: int) -> Logs:
    """So many of a hundred candidates in the two largest teams, the others in teams of one."""
    teams = [*(("A", "B")[n % 2] for n in range(inside)), *(f"team {n}" for n in range(100 - inside))]
    return logs(courses=tuple(course(team=team) for team in teams))


def by_wish(matching: int) -> Logs:
    """So many of a hundred contacts as the candidate wished; the one who searches has a plan that is seen to."""
    who = course(plan_from=FIRST, plan_review=date(2027, 1, 1))
    return logs(
        courses=(who,),
        visits=tuple(visit(after(n), who.id, wished="yes" if n < matching else "no") for n in range(100)),
    )


def waited(days: int) -> Logs:
    who = course(LAST - timedelta(days=days))
    return logs(courses=(who,), visits=(visit(LAST, who.id),))


def people(number: int) -> Logs:
    return logs(courses=tuple(course() for _ in range(number)))


Row = tuple[int, int]
# Item: (what of, the rows for so much, how much → which score).
COUNTED: dict[int, tuple[str, Callable[[int], Logs], tuple[Row, ...]]] = {
    1: ("candidates, six times the same / 6", people,
        ((20, 5), (21, 4), (25, 4), (26, 3), (30, 3), (31, 2), (40, 2), (41, 1))),
    2: ("minutes on employment of 1,000", lambda n: of_time(n, place="clinic"),
        ((960, 5), (959, 4), (900, 4), (899, 3), (750, 3), (749, 2), (600, 2), (599, 1))),
    4: ("candidates of 100 in the two largest teams", in_two_teams, ((90, 5), (88, 4), (76, 4), (72, 3), (50, 3), (46, 2))),
    15: ("days until an employer is met", waited,
         ((30, 5), (31, 4), (60, 4), (61, 3), (150, 3), (151, 2), (270, 2), (271, 1))),
    16: ("contacts of 100 by wish, with a plan", by_wish,
         ((90, 5), (89, 4), (75, 4), (74, 3), (50, 3), (49, 2), (25, 2), (24, 1))),
    19: ("kinds among 100 jobs", of_jobs, ((85, 5), (84, 4), (70, 4), (69, 3), (60, 3), (59, 2), (50, 2), (49, 1))),
    20: ("workplaces among 100 jobs", of_jobs, ((85, 5), (84, 4), (70, 4), (69, 3), (60, 3), (59, 2), (50, 2), (49, 1))),
    21: ("permanent of 100 jobs", permanent, ((95, 5), (94, 4), (85, 4), (84, 3), (75, 3), (74, 2), (65, 2), (64, 1))),
    24: ("minutes outside of 1,000", of_time, ((650, 5), (649, 4), (500, 4), (499, 3), (400, 3), (399, 2), (310, 2), (309, 1), (300, 1))),
}  # fmt: skip


@pytest.mark.parametrize(
    ("no", "amount", "score"),
    [(no, amount, score) for no, (_, _, table) in COUNTED.items() for amount, score in table],
)
def test_a_counted_item_changes_its_score_at_its_boundaries(no: int, amount: int, score: int) -> None:
    _, made, _ = COUNTED[no]
    assert proposed(no, made(amount)) == score


# Item 3: phases the consultant was seen in → score. Item 3 has no 2 in what the log tells.
@pytest.mark.parametrize(("phases", "score"), [(6, 5), (5, 4), (4, 3), (1, 3)])
def test_phases_of_the_course(phases: int, score: int) -> None:
    names = ("intake", "engagement", "assessment", "job_placement", "job_coaching", "follow_along")
    rows = logs(supports=tuple(support(after(1), uuid4(), purpose=name) for name in names[:phases]))
    assert proposed(3, rows) == score


def with_authority(weekly: bool, met: str) -> Logs:  # noqa: FBT001
    """Written to every week or not; met face to face every month, every quarter or never."""
    days = [FIRST + timedelta(days=n) for n in range(181)]
    written = days[::7] if weekly else ()
    seen = {"month": days[9::30], "quarter": days[40::90], "never": ()}[met]
    who = uuid4()
    return logs(
        supports=(
            support(FIRST, who),
            *(support(day, who, with_whom="authority", in_person=False) for day in written),
            *(support(day, who, with_whom="authority") for day in seen),
        )
    )


# Item 6: weekly and face to face every month 5; every quarter, or weekly alone, 4; every month some contact 3; else 1.
@pytest.mark.parametrize(
    ("weekly", "met", "score"),
    [(True, "month", 5), (True, "quarter", 4), (True, "never", 4), (False, "month", 4), (False, "quarter", 4), (False, "never", 1)],
)  # fmt: skip
def test_the_authoritys_caseworker(weekly: bool, met: str, score: int) -> None:  # noqa: FBT001
    assert proposed(6, with_authority(weekly, met)) == score


def contacts(number: int, *, reviewed: bool = True) -> Logs:
    """So many in ten weeks on full time: a tenth a week. Three who search, so that nothing is prorated."""
    who = tuple(course() for _ in range(3))
    seen = [date(2026, 1, 5) + timedelta(days=n % 66) for n in range(number)]
    return logs(
        courses=who,
        visits=tuple(
            visit(day, who[n % 3].id, reviewed=day if reviewed else None) for n, day in enumerate(seen)
        ),
    )


TEN_WEEKS = Period(date(2026, 1, 5), date(2026, 3, 15))


# Item 17: contacts in ten weeks → score; 3 a week has no anchor of its own and stays at 2.
@pytest.mark.parametrize(
    ("number", "score"), [(60, 5), (59, 4), (50, 4), (49, 3), (40, 3), (39, 2), (30, 2), (20, 2), (19, 1)]
)
def test_contacts_a_week(number: int, score: int) -> None:
    assert proposed(17, contacts(number), TEN_WEEKS) == score


def test_without_the_leaders_review_six_a_week_stay_at_two() -> None:
    assert proposed(17, contacts(60, reviewed=False), TEN_WEEKS) == 2


# Who has fewer than three that search is asked for two contacts a week for each of them: with one, 2 a week are as 6 are
# with three; with two, 4 are. (contacts in ten weeks, those who search) → score.
@pytest.mark.parametrize(
    ("number", "searching", "score"),
    [(20, 1, 5), (19, 1, 4), (17, 1, 4), (16, 1, 3), (40, 2, 5), (39, 2, 4), (40, 3, 3), (40, 9, 3)],
)
def test_few_who_search_ask_for_fewer_contacts(number: int, searching: int, score: int) -> None:
    rows = contacts(number)
    employed = tuple(course(phase="employed") for _ in range(4))
    who = tuple(course() for _ in range(searching))
    visits = tuple(visit(v.on, who[0].id, reviewed=v.reviewed) for v in rows.visits)
    assert proposed(17, logs(courses=(*who, *employed), visits=visits), TEN_WEEKS) == score


def followed(
    *, weekly: bool = True, monthly: bool = True, around: bool = True, first_four: bool = True
) -> Logs:
    """A job from 1 January: seen the day before and on the first day, every week of January, every month after it."""
    one = job(date(2026, 1, 8), lost_known=date(2026, 6, 20))
    begun, days = one.began, [date(2026, 2, 20)]
    days += [begun + timedelta(days=n) for n in (7, 14, 21)] + ([begun + timedelta(days=3)] if weekly else [])
    days += [date(2026, month, 10) for month in (2, 3, 4, 5)] if first_four else []
    days += [date(2026, month, 15) for month in (2, 3, 4, 5, 6)] if monthly else []
    days += [begun - timedelta(days=1), begun, date(2026, 6, 21)] if around else []
    return logs(jobs=(one,), supports=tuple(support(day, one.participant) for day in days))


# Item 23: every week, every month and around start and loss 5; without what is around 4; half of the first four months 3;
# somebody after the first month 2; nobody 1.
@pytest.mark.parametrize(
    ("rows", "score"),
    [
        (followed(), 5), (followed(around=False), 4), (followed(around=False, weekly=False), 3),
        (followed(around=False, weekly=False, monthly=False, first_four=False), 2),
        (logs(jobs=(job(date(2026, 1, 8)),)), 1),
    ],
)  # fmt: skip
def test_support_without_a_limit(rows: Logs, score: int) -> None:
    assert proposed(23, rows) == score


# Ticks → score, from none to all. Item 5 ends at 4: the journal that is shared cannot be had with double record keeping.
TICKS: dict[int, tuple[int, ...]] = {
    5: (1, 1, 2, 3, 4, 4),
    8: (1, 1, 2, 3, 4, 5),
    10: (1, 1, 2, 3, 4, 5),
    11: (1, 1, 2, 3, 4, 5),
    13: (1, 2, 3, 4, 5),
    25: (1, 1, 1, 2, 3, 4, 5),
}


@pytest.mark.parametrize("no", TICKS)
def test_ticks_give_their_score(no: int) -> None:
    item = IPS25.items[no - 1]
    assert tuple(fidelity.ticked(item, n) for n in range(len(item.components) + 1)) == TICKS[no]


def test_the_component_that_double_record_keeping_blocks_is_one_of_item_five() -> None:
    blocked = [(item.no, part.code) for item in IPS25.items for part in item.components if part.blocked]
    assert blocked == [(5, "documentation_integrated")]
    assert IPS25.items[4].ceiling == 4


def test_what_a_person_judges_has_a_step_for_each_score() -> None:
    judged = {item.no for item in IPS25.items if item.choices}
    assert judged == {7, 9, 12, 14, 18, 22}
    assert all(len(item.choices) == 5 for item in IPS25.items if item.choices)


def test_every_item_is_in_one_of_the_tables() -> None:
    judged = {item.no for item in IPS25.items if item.choices}
    assert COUNTED.keys() | TICKS.keys() | judged | {3, 6, 17, 23} == set(range(1, 26))


def test_a_half_point_is_never_given() -> None:
    for no, (_, made, table) in COUNTED.items():
        assert all(isinstance(proposed(no, made(amount)), int) for amount, _ in table[:2]), no
    assert Fraction(599, 10) < 60
