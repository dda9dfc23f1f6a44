# ruff: noqa: S608 - the queries are made of this file's own words alone
"""The other facts and figures a second time, in plain SQL over the same rows: random teams, and no code shared."""

from __future__ import annotations

import sqlite3
from dataclasses import fields, replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from uuid import UUID

import pytest

from app.domain.log_rows import ConsentRow, Logs, MeetingRow, OverrideRow, StudyRow, TrainingRow
from app.reports.facts import FACTS
from app.reports.figures import COUNTERS
from tests.unit import test_second_count as first
from tests.unit.test_second_count import HALF, QUERIES

BETWEEN = "BETWEEN (SELECT first FROM period) AND (SELECT last FROM period)"
LAST = "(SELECT last FROM period)"


def plus(day: str, months: str) -> str:
    """So many months later, or that month's last day."""
    return f"min(date({day}, ({months}) || ' months'), date({day}, 'start of month', ({months} + 1) || ' months', '-1 day'))"


def median(days: str) -> str:
    return f"""WITH d AS ({days}), o AS (SELECT n, row_number() OVER (ORDER BY n) AS at, count(*) OVER () AS whole FROM d)
        SELECT avg(n) FROM o WHERE at IN ((whole + 1) / 2, (whole + 2) / 2)"""


def lasting(weeks: int) -> str:
    """Kaplan and Meier's product as a sum of logarithms; nothing where nobody is followed so long."""
    return f"""WITH s AS (SELECT max(1, julianday(min(ifnull(ended, '9999'), {LAST})) - julianday(began)) AS days,
            ended IS NOT NULL AND ended <= {LAST} AS over FROM job
            WHERE danish AND counts IS NOT 0 AND began <= {LAST}),
        e AS (SELECT days, 1.0 - 1.0 * sum(over) / (SELECT count(*) FROM s r WHERE r.days >= s.days) AS stay
            FROM s WHERE days <= {7 * weeks} GROUP BY days HAVING sum(over) > 0)
        SELECT CASE WHEN (SELECT count(*) FROM s WHERE days >= {7 * weeks}) = 0 THEN NULL
            WHEN (SELECT min(stay) FROM e) <= 0 THEN 0 ELSE 100 * exp(ifnull((SELECT sum(ln(stay)) FROM e), 0)) END"""


def in_all_months(most: int) -> str:
    """Of the jobs with a whole month in the period, those with somebody seen in each of them."""
    begins, ends = plus("j.began", "n"), f"date({plus('j.began', 'n + 1')}, '-1 day')"
    return f"""WITH RECURSIVE m(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM m WHERE n < {most - 1}),
        spans AS (SELECT j.id, j.participant, {begins} AS a, {ends} AS b FROM job j, m WHERE {begins} {BETWEEN}
            AND {ends} {BETWEEN} AND (j.ended IS NULL OR {ends} <= j.ended)),
        ok AS (SELECT id, min(EXISTS (SELECT 1 FROM seen s WHERE s.participant = spans.participant AND s.day
            BETWEEN a AND b)) AS yes FROM spans GROUP BY id)
        SELECT 100.0 * sum(yes) / count(*) FROM ok"""


WAITS = f"""met AS (SELECT c.id, c.began, min(v.day) AS met FROM course c LEFT JOIN visit_for f ON f.participant = c.id
        LEFT JOIN visit v ON v.id = f.visit AND v.in_person AND ifnull(v.competitive, 1)
        AND (c.ended IS NULL OR v.day <= c.ended) GROUP BY c.id),
    waits AS (SELECT julianday(max(met, began)) - julianday(began) AS n FROM met WHERE began <= {LAST} AND met <= {LAST}
        AND max(met, began) {BETWEEN}
        UNION ALL SELECT julianday({LAST}) - julianday(met.began) FROM met JOIN here USING (id)
        WHERE (met IS NULL OR met > {LAST}) AND julianday({LAST}) - julianday(met.began) > 30)"""
MARKED = f"marker <> '' AND ifnull(marker_from, '0') <= {LAST} AND ifnull(marker_until, '9') >= {LAST}"
SEARCH = "phase IN ('engaged', 'job_search', 'job_lost')"
AT_WORK = f"""day AS (SELECT last, date(last, '-365 days') AS first FROM period),
    seen_at_work(by) AS (SELECT by FROM visit, day WHERE visit.day BETWEEN first AND last UNION SELECT by FROM time, day
        WHERE time.day BETWEEN first AND last UNION SELECT by FROM supports, day WHERE "on" BETWEEN first AND last
        UNION SELECT by FROM meetings, day WHERE "on" BETWEEN first AND last UNION SELECT consultant FROM here),
    at_work AS (SELECT id FROM worker WHERE id IN (SELECT by FROM seen_at_work)),
    said AS (SELECT a.id, (SELECT status FROM trainings t WHERE t.by = a.id AND since <= {LAST}
        ORDER BY since DESC, t.id DESC LIMIT 1) AS status FROM at_work a)"""
QUARTER = """(SELECT date(first, (3 * n) || ' months') AS a, date(first, (3 * n + 3) || ' months', '-1 day') AS b
    FROM period, (SELECT 0 AS n UNION SELECT 1))"""
REST = {
    "active_courses": "SELECT count(*) FROM here",
    "on_hold": f"""SELECT count(*) FROM course WHERE began <= {LAST} AND (ended IS NULL OR ended > {LAST})
        AND hold_from <= {LAST} AND (hold_to IS NULL OR hold_to >= {LAST})""",
    "new_courses": f"SELECT count(*) FROM course WHERE began {BETWEEN}",
    "closed_courses": f"SELECT count(*) FROM course WHERE ended {BETWEEN} AND began IS NOT ended",
    "referrals": f"SELECT count(*) FROM whole WHERE received {BETWEEN}",
    "referrals_refused": f"SELECT sum(refused) FROM whole WHERE received {BETWEEN}",
    "referral_sources": f"SELECT nullif(count(DISTINCT source), 0) FROM whole WHERE received {BETWEEN} AND source <> ''",
    "days_to_accept": median(f"""SELECT max(0, julianday(accepted) - julianday(received)) AS n FROM whole
        WHERE accepted {BETWEEN} AND received IS NOT NULL"""),
    "days_to_first_meeting": median(f"""SELECT max(0, julianday(began) - julianday(accepted)) AS n FROM whole
        WHERE began {BETWEEN} AND accepted IS NOT NULL"""),
    "days_to_employer": f"WITH {WAITS}, d" + median("SELECT n FROM waits").split("WITH d", 1)[1],
    "employer_within_30": f"WITH {WAITS} SELECT 100.0 * sum(n <= 30) / count(*) FROM waits",
    "start_known": """SELECT 100.0 * sum(began IS NOT NULL) / count(*) FROM whole, period
        WHERE (ended IS NULL OR ended > first) AND (began IS NOT NULL OR accepted IS NOT NULL)""",
    "employers_met": f"SELECT count(DISTINCT employer) FROM visit WHERE in_person AND day {BETWEEN}",
    "employers_new": f"""SELECT count(*) FROM (SELECT min(day) AS day FROM visit WHERE in_person GROUP BY employer)
        WHERE day {BETWEEN}""",
    "learning_visits": f"""SELECT 100.0 * sum(purpose IN ('learn_needs', 'introduce_ips', 'job_analysis')) / count(*)
        FROM visits WHERE in_person AND "on" {BETWEEN}""",
    "log_reviewed_monthly": """SELECT 100.0 * sum(yes) / count(*) FROM (SELECT max(reviewed IS NOT NULL) AS yes
        FROM met, period WHERE day <= date(last, '-14 days') GROUP BY strftime('%Y-%m', day))""",
    "education_starts": f"SELECT count(*) FROM studies WHERE began {BETWEEN} AND ordinary",
    "job_ends": f"SELECT count(*) FROM job WHERE ended {BETWEEN} AND danish",
    "rate_18_months": f"""WITH cohort AS (SELECT * FROM course WHERE at_work IS NOT 1 AND began BETWEEN
            {plus(plus(LAST, "-18"), "-12")} AND {plus(LAST, "-18")}),
        began AS (SELECT participant, began FROM job WHERE danish AND counts = 1
            UNION ALL SELECT participant, began FROM studies WHERE ordinary)
        SELECT 100.0 * sum(EXISTS (SELECT 1 FROM began b WHERE b.participant = c.id AND b.began >= c.began
            AND b.began <= {plus("c.began", "18")})) / count(*) FROM cohort c""",
    **{f"in_job_{weeks}_weeks": lasting(weeks) for weeks in (4, 13, 26, 52)},
    "disclosure_twice": "SELECT 100.0 * sum(disclosure_talks > 1) / count(*) FROM whole JOIN here USING (id)",
    "outreach_attempts": f'SELECT count(*) FROM supports WHERE outreach AND "on" {BETWEEN}',
    "marker_ips": f"SELECT count(*) FROM whole WHERE marker = 'IPS_STAR' AND {MARKED}",
    "marker_like": f"SELECT count(*) FROM whole WHERE marker = 'IPS_LIGNENDE_STAR' AND {MARKED}",
    "marker_begun": f"SELECT count(*) FROM whole WHERE marker <> '' AND marker_from {BETWEEN}",
    "marker_ended": f"SELECT count(*) FROM whole WHERE marker <> '' AND marker_until {BETWEEN}",
    "marker_missing": f"SELECT count(*) FROM whole JOIN here USING (id) WHERE NOT ({MARKED})",
    "consents_expiring": f"""SELECT count(*) FROM consents WHERE since <= {LAST} AND until BETWEEN {LAST} AND
        date({LAST}, '+30 days') AND (withdrawn IS NULL OR withdrawn > {LAST})""",
    "overrides": f'SELECT ifnull(sum(times), 0) FROM overrides WHERE "on" {BETWEEN}',
    "supervisions": f"""SELECT count(DISTINCT "on") FROM meetings WHERE kind = 'supervision' AND "on" {BETWEEN}""",
    "team_meetings_month": f"""SELECT 1.0 * count(*) / nullif(6 * count(DISTINCT team), 0) FROM meetings
        WHERE kind = 'treatment_team' AND "on" {BETWEEN}""",
    "consultants_silent": f"""WITH RECURSIVE d(day) AS (SELECT date({LAST}, '-366 days') UNION ALL
        SELECT date(day, '+1 day') FROM d WHERE day < {LAST})
        SELECT count(*) FROM worker w WHERE EXISTS (SELECT 1 FROM d WHERE day > w.synced
        AND strftime('%w', day) BETWEEN '1' AND '5' AND day NOT IN (SELECT day FROM free)
        AND NOT ifnull(day BETWEEN away_from AND away_to, 0))""",
    **{
        f"consultants_{status}": f"WITH {AT_WORK} SELECT CASE WHEN count(status) THEN sum(status IS '{status}') END FROM said"
        for status in ("trained", "in_training", "untrained")
    },
    "consultants_unsaid": f"WITH {AT_WORK} SELECT ifnull(sum(status IS NULL), 0) FROM said",
    "team_known": "SELECT count(*) FROM here WHERE team <> ''",
    "plan_active": f"""SELECT 100.0 * sum(ifnull(w.plan_from <= {LAST}, 0)) / count(*) FROM whole w JOIN here USING (id)
        WHERE w.{SEARCH}""",
    "plan_updated": f"""SELECT 100.0 * sum(w.plan_from IS NOT NULL AND (w.plan_review IS NULL OR w.plan_review >= {LAST}))
        / count(*) FROM whole w JOIN here USING (id) WHERE w.{SEARCH}""",
    "phases_covered": f"""WITH p(by, phase) AS (SELECT by, purpose FROM supports WHERE "on" {BETWEEN} AND purpose <> ''
        UNION SELECT by, CASE purpose WHEN 'thank' THEN 'follow_along' WHEN 'job_support' THEN 'job_coaching'
        ELSE 'job_placement' END FROM visits WHERE "on" {BETWEEN})
        SELECT min(n) FROM (SELECT count(DISTINCT phase) AS n FROM p GROUP BY by)""",
    "authority_meetings_quarter": f"""SELECT min(n) FROM (SELECT count(s.day) AS n FROM {QUARTER} q LEFT JOIN support s
        ON s.with_whom = 'authority' AND s.in_person AND s.day BETWEEN a AND b GROUP BY a)""",
    "authority_contacts_quarter": f"""SELECT min(n) FROM (SELECT count(s.day) AS n FROM {QUARTER} q LEFT JOIN support s
        ON s.with_whom = 'authority' AND s.day BETWEEN a AND b GROUP BY a)""",
    "profile_updated": """SELECT 100.0 * sum(EXISTS (SELECT 1 FROM versions v WHERE v.id = j.participant AND
        v.day > j.began)) / count(*) FROM started j WHERE danish""",
    "jobs_supported": """SELECT 100.0 * sum(EXISTS (SELECT 1 FROM seen s WHERE s.participant = j.participant AND s.day
        BETWEEN first AND last)) / count(*) FROM job j, period WHERE began <= last AND (ended IS NULL OR ended >= first)""",
    "support_kinds": f"""SELECT nullif(count(DISTINCT purpose), 0) FROM supports WHERE "on" {BETWEEN}
        AND purpose <> ''""",
    "monthly_first_year": in_all_months(12),
    "four_months": in_all_months(4),
    "after_first_month": f"""SELECT count(*) FROM job j JOIN seen s ON s.participant = j.participant WHERE s.day {BETWEEN}
        AND s.day >= {plus("j.began", "1")} AND (j.ended IS NULL OR s.day <= j.ended)""",
}  # fmt: skip


def team(seed: int) -> Logs:
    """The first count's team, with what it does not have."""
    rows, rng = first.team(seed), Random(1000 + seed)  # noqa: S311

    def day(back: int = 200) -> date:
        return HALF.first + timedelta(days=rng.randrange(-back, 200))

    def maybe(value: date) -> date | None:
        return value if rng.random() < 0.5 else None

    def id() -> UUID:
        return UUID(int=rng.getrandbits(128))

    long_ago = tuple(
        replace(rng.choice(rows.courses), id=id(), began=date(2023, 12, 1) + timedelta(days=rng.randrange(420)), ended=None)
        for _ in range(25)
    )  # fmt: skip
    searching = tuple(
        replace(rng.choice(rows.courses), id=id(), began=day(20), ended=None, on_hold=()) for _ in range(30)
    )
    visits = tuple(
        replace(
            rng.choice(rows.visits), id=id(), on=(one.began or HALF.first) + timedelta(days=rng.randrange(70)),
            whose=frozenset({one.id}), in_person=True, competitive=True,
        )
        for one in searching
    )  # fmt: skip
    courses = tuple(
        replace(
            one, received=maybe(day()), accepted=maybe(day()), source=rng.choice(("clinic", "self", "")),
            refused=rng.random() < 0.2, phase=rng.choice(("engaged", "job_search", "employed")),
            plan_from=maybe(day()), plan_review=maybe(day()), disclosure_talks=rng.randrange(4),
            profile_versions=tuple(day() for _ in range(rng.randrange(3))),
            marker=rng.choice(("IPS_STAR", "IPS_LIGNENDE_STAR", "")), marker_from=maybe(day()), marker_until=maybe(day()),
        )
        for one in (*rows.courses, *long_ago, *searching)
    )  # fmt: skip
    people, who = [one.id for one in courses], [one.id for one in rows.workers]
    jobs = tuple(
        replace(one, participant=rng.choice(people), began=(began := day(500)), ended=maybe(began + timedelta(days=rng.randrange(400))))
        for one in rows.jobs * 3
    )  # fmt: skip
    jobs = tuple(replace(one, id=id()) for one in jobs)
    phases = ("intake", "engagement", "job_coaching", "")
    supports = tuple(
        replace(one, purpose=rng.choice(phases), outreach=rng.random() < 0.3, participant=rng.choice(people))
        for one in rows.supports
    )
    kinds = ("treatment_team", "supervision", "ips_team")
    return replace(
        rows, courses=courses, visits=(*rows.visits, *visits), jobs=jobs, supports=supports,
        studies=tuple(StudyRow(id(), rng.choice(people), day(500), ordinary=rng.random() < 0.7) for _ in range(20)),
        meetings=tuple(MeetingRow(id(), day(), rng.choice(who), rng.choice(kinds), rng.choice("AB")) for _ in range(30)),
        consents=tuple(ConsentRow(id(), rng.choice(people), day(400), day(), maybe(day())) for _ in range(40)),
        overrides=tuple(OverrideRow(id(), day(), rng.choice(who), "word", rng.randrange(1, 5)) for _ in range(10)),
        trainings=tuple(
            TrainingRow(id(), day(), rng.choice(who[:2]), rng.choice(("trained", "in_training", "untrained"))) for _ in range(5)
        ),
    )  # fmt: skip


def database(logs: Logs) -> sqlite3.Connection:
    """The first count's tables, and the rows as they are beside them."""
    base = first.database(logs)
    for name, rows in (
        ("whole", logs.courses), ("visits", logs.visits), ("supports", logs.supports), ("studies", logs.studies),
        ("meetings", logs.meetings), ("consents", logs.consents), ("overrides", logs.overrides),
        ("trainings", logs.trainings),
    ):  # fmt: skip
        columns = [one.name for one in fields(rows[0])]
        quoted = ", ".join('"' + column + '"' for column in columns)
        base.execute(f"CREATE TABLE {name} ({quoted})")
        marks = ", ".join("?" * len(columns))
        told = [[_plain(getattr(row, column)) for column in columns] for row in rows]
        base.executemany(f"INSERT INTO {name} VALUES ({marks})", told)
    base.execute("CREATE TABLE versions (id, day)")
    versions = [(str(one.id), day.isoformat()) for one in logs.courses for day in one.profile_versions]
    base.executemany("INSERT INTO versions VALUES (?, ?)", versions)
    return base


def _plain(value: object) -> object:
    if value is None or isinstance(value, (int, float)):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


@pytest.mark.parametrize("seed", range(8))
def test_plain_sql_counts_the_same_in_every_fact_and_figure(seed: int) -> None:
    logs = team(seed)
    base = database(logs)
    for name, query in {**QUERIES, **REST}.items():
        told = base.execute(query).fetchone()[0]
        value: Fraction | None = (FACTS.get(name) or COUNTERS[name])(logs, HALF).value
        near = (
            None if told is None else pytest.approx(told, abs=0.01)
        )  # the steps of jobs that last are rounded
        assert (None if value is None else float(value)) == near, name
    base.close()


def test_there_is_no_fact_and_no_figure_that_is_counted_once_alone() -> None:
    assert FACTS.keys() | COUNTERS.keys() == QUERIES.keys() | REST.keys()
