"""Every computed item a second time, in plain SQL over the same rows: random teams, and no code shared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from uuid import UUID

import pytest

from app.domain.log_rows import (
    ALL_HERE,
    NEVER,
    Course,
    JobRow,
    Logs,
    Period,
    Span,
    SupportRow,
    TimeRow,
    Visit,
    Worker,
)
from app.reports.facts import FACTS
from app.reports.figures import COUNTERS

HALF = Period(date(2026, 1, 1), date(2026, 6, 30))
FREE = (date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6))
PURPOSES = ("learn_needs", "ask_for_person", "job_support", "thank")
TABLES = """
CREATE TABLE worker (id, fte INT, away_from, away_to, synced);
CREATE TABLE course (id, consultant, phase, began, ended, team, hold_from, hold_to, at_work INT, plan_from, plan_review);
CREATE TABLE visit (id, day, by, employer, in_person INT, wished, reviewed, competitive INT);
CREATE TABLE visit_for (visit, participant);
CREATE TABLE time (day, by, minutes INT, vocational INT, place);
CREATE TABLE job (id, participant, began, ended, strict INT, danish INT, counts INT, type, workplace, learned, guided);
CREATE TABLE support (day, by, participant, with_whom, in_person INT, declined INT);
CREATE TABLE free (day);
CREATE TABLE period (first, last);
CREATE VIEW month_end AS WITH RECURSIVE m(begins) AS (
  SELECT first FROM period UNION ALL SELECT date(begins, '+1 month') FROM m, period
  WHERE date(begins, '+1 month') <= last) SELECT begins, date(begins, '+1 month', '-1 day') AS day FROM m;
CREATE VIEW active AS SELECT c.*, d.day FROM course c, (SELECT day FROM month_end) d
  WHERE c.began <= d.day AND (c.ended IS NULL OR c.ended > d.day) AND NOT (c.hold_from IS NOT NULL AND
  c.hold_from <= d.day AND (c.hold_to IS NULL OR d.day <= c.hold_to) AND julianday(d.day) - julianday(c.hold_from) > 90);
CREATE VIEW here AS SELECT a.* FROM active a, period p WHERE a.day = p.last;
CREATE VIEW met AS SELECT v.* FROM visit v, period p WHERE v.day BETWEEN p.first AND p.last AND v.in_person
  AND EXISTS (SELECT 1 FROM visit_for f WHERE f.visit = v.id);
CREATE VIEW started AS SELECT j.* FROM job j, period p WHERE j.began BETWEEN p.first AND p.last AND
  ifnull(j.counts, 1) = 1;
CREATE VIEW seen AS SELECT * FROM support WHERE in_person OR declined;
"""
QUERIES = {
    "caseload_per_fte": """SELECT avg(n) FROM (SELECT 100.0 * count(a.id) / w.fte AS n FROM worker w
        JOIN month_end m LEFT JOIN active a ON a.consultant = w.id AND a.day = m.day GROUP BY w.id, m.day)""",
    "vocational_share": """SELECT 100.0 * sum(minutes * vocational) / sum(minutes) FROM time, period
        WHERE day BETWEEN first AND last AND vocational IS NOT NULL""",
    "community_share": """SELECT 100.0 * sum(minutes * (place NOT IN ('clinic', 'municipal_office', 'phone_online')))
        / sum(minutes) FROM time, period WHERE day BETWEEN first AND last AND place IS NOT NULL""",
    "team_share": """SELECT 100.0 * sum(CASE WHEN place <= 2 AND team <> '' THEN n ELSE 0 END) / sum(n) FROM (
        SELECT team, count(*) AS n, row_number() OVER (PARTITION BY consultant, team <> ''
        ORDER BY count(*) DESC, team) AS place FROM here GROUP BY consultant, team)""",
    "authority_contact_weeks": """SELECT min(n) FROM (SELECT count(DISTINCT CAST((julianday(s.day)
        - julianday('2001-01-01')) / 7 AS INT)) AS n FROM month_end m LEFT JOIN support s ON s.with_whom = 'authority'
        AND s.day BETWEEN m.begins AND m.day GROUP BY m.day)""",
    "authority_meetings_month": """SELECT min(n) FROM (SELECT count(s.day) AS n FROM month_end m LEFT JOIN support s
        ON s.with_whom = 'authority' AND s.in_person AND s.day BETWEEN m.begins AND m.day GROUP BY m.day)""",
    "days_to_first_contact": """WITH first AS (SELECT c.id, c.began, c.ended, min(v.day) AS met FROM course c
        LEFT JOIN visit_for f ON f.participant = c.id LEFT JOIN visit v ON v.id = f.visit AND v.in_person
        AND ifnull(v.competitive, 1) AND (c.ended IS NULL OR v.day <= c.ended) GROUP BY c.id)
        SELECT avg(days) FROM (
        SELECT julianday(max(met, began)) - julianday(began) AS days FROM first, period
        WHERE began <= last AND met <= last AND max(met, began) BETWEEN period.first AND last
        UNION ALL SELECT julianday(last) - julianday(f.began) FROM first f JOIN period JOIN here h ON h.id = f.id
        WHERE (met IS NULL OR met > last) AND julianday(last) - julianday(f.began) > 30)""",
    "by_preference": """SELECT 100.0 * sum(wished = 'yes') / count(*) FROM visit v, period WHERE day BETWEEN first AND last
        AND wished IS NOT NULL AND EXISTS (SELECT 1 FROM visit_for f WHERE f.visit = v.id)""",
    "contacts_week": """WITH RECURSIVE d(day) AS (SELECT first FROM period UNION ALL SELECT date(day, '+1 day') FROM d,
        period WHERE day < last), worked AS (SELECT w.id, w.fte * count(*) / 500.0 AS weeks FROM worker w, d
        WHERE strftime('%w', d.day) NOT IN ('0', '6') AND d.day NOT IN (SELECT day FROM free)
        AND NOT (w.away_from IS NOT NULL AND d.day BETWEEN w.away_from AND w.away_to) GROUP BY w.id)
        SELECT avg((SELECT count(*) FROM met WHERE by = worked.id) / weeks * (SELECT CASE WHEN count(*) IN (1, 2)
        THEN 3.0 / count(*) ELSE 1 END FROM here WHERE consultant = worked.id AND phase <> 'employed')) FROM worked""",
    "log_reviewed_weekly": """SELECT 100.0 * sum(ok) / count(*) FROM (SELECT min(ifnull(julianday(reviewed)
        - julianday(day) <= 14, 0)) AS ok FROM met, period WHERE day <= date(last, '-14 days')
        GROUP BY CAST((julianday(day) - julianday('2001-01-01')) / 7 AS INT))""",
    "visits_per_employer": """SELECT 1.0 * count(*) / count(DISTINCT employer) FROM visit, period
        WHERE in_person AND day BETWEEN first AND last""",
    "job_types": """SELECT 100.0 * count(DISTINCT type) / count(*) FROM started WHERE danish AND type <> ''""",
    "workplaces": """SELECT 100.0 * count(DISTINCT workplace) / count(*) FROM started WHERE danish AND workplace <> ''""",
    "competitive_strict": "SELECT 100.0 * sum(strict) / count(*) FROM started",
    "competitive_danish": "SELECT 100.0 * sum(danish) / count(*) FROM started",
    "guidance_before_start": """SELECT 100.0 * sum(ifnull(guided <= began, 0)) / count(*) FROM started WHERE danish""",
    "before_start": """SELECT 100.0 * sum(EXISTS (SELECT 1 FROM seen s WHERE s.participant = j.participant AND s.day
        BETWEEN date(j.began, '-7 days') AND date(j.began, '-1 day'))) / count(*) FROM job j, period
        WHERE began BETWEEN first AND last""",
    "after_start": """SELECT 100.0 * sum(EXISTS (SELECT 1 FROM seen s WHERE s.participant = j.participant AND s.day
        BETWEEN j.began AND date(j.began, '+3 days'))) / count(*) FROM job j, period
        WHERE began >= first AND date(began, '+3 days') <= last""",
    "after_loss": """SELECT 100.0 * sum(EXISTS (SELECT 1 FROM seen s WHERE s.participant = j.participant AND s.day
        BETWEEN j.learned AND date(j.learned, '+3 days'))) / count(*) FROM job j, period
        WHERE learned BETWEEN first AND last""",
    "weekly_first_month": """WITH week(n) AS (VALUES (0), (1), (2), (3)) SELECT 100.0 * sum(ok) / count(*) FROM (
        SELECT min(EXISTS (SELECT 1 FROM seen s WHERE s.participant = j.participant AND s.day BETWEEN
        date(j.began, (7 * n) || ' days') AND date(j.began, (7 * n + 6) || ' days'))) AS ok
        FROM job j, week, period WHERE j.began BETWEEN first AND last AND date(j.began, '+28 days') <= last
        AND (j.ended IS NULL OR date(j.began, (7 * n) || ' days') <= j.ended) GROUP BY j.id)""",
    "employed_now": """SELECT 100.0 * sum(EXISTS (SELECT 1 FROM job j WHERE j.participant = h.id AND j.danish AND
        j.began <= h.day AND (j.ended IS NULL OR j.ended >= h.day))) / count(*) FROM here h""",
    "job_starts": "SELECT count(*) FROM job, period WHERE began BETWEEN first AND last AND danish AND counts = 1",
    "into_work": """SELECT count(*) FROM (SELECT min(j.began) AS first_job FROM job j LEFT JOIN course c
        ON c.id = j.participant WHERE j.danish AND j.counts = 1 AND (c.began IS NULL OR j.began >= c.began)
        GROUP BY j.participant), period WHERE first_job BETWEEN first AND last""",
    "rate_period": """SELECT 100.0 * sum(EXISTS (SELECT 1 FROM job j WHERE j.participant = c.id AND j.danish
        AND j.counts = 1 AND j.began BETWEEN first AND last)) / count(*) FROM course c, period
        WHERE c.began <= last AND (c.ended IS NULL OR c.ended > first) AND c.at_work = 0""",
    "retention_share": """SELECT 100.0 * sum(at_work) / count(*) FROM course c, period WHERE c.began <= last
        AND (c.ended IS NULL OR c.ended > first) AND at_work IS NOT NULL""",
}  # fmt: skip


def team(seed: int) -> Logs:
    rng = Random(seed)  # noqa: S311

    def id() -> UUID:
        return UUID(int=rng.getrandbits(128))

    def day(back: int = 200) -> date:
        return HALF.first + timedelta(days=rng.randrange(-back, 200))

    def maybe(value: date) -> date | None:
        return value if rng.random() < 0.4 else None

    who = ("anna", "bo", "eva")
    courses = []
    for _ in range(rng.randrange(3, 30)):
        began = day(400)
        held = rng.random() < 0.2
        hold = (Span(began + timedelta(days=20), maybe(began + timedelta(days=150))),) if held else ()
        courses.append(
            Course(
                id(), rng.choice(who), "job_search", began, maybe(began + timedelta(days=rng.randrange(1, 400))),
                team=rng.choice(("A", "B", "C", "D", "")), on_hold=hold, in_work_at_start=rng.choice((None, True, False)),
            )
        )  # fmt: skip
    people, firms = [c.id for c in courses], [id() for _ in range(6)]
    visits = tuple(
        Visit(
            id(), on := day(), rng.choice(who), rng.choice(firms), rng.random() < 0.7, rng.choice(PURPOSES),
            frozenset(rng.sample(people, rng.randrange(0, 3))), competitive=rng.choice((None, True, False)),
            wished=rng.choice((None, "yes", "partly", "no")), reviewed=maybe(on + timedelta(days=rng.randrange(0, 25))),
        )
        for _ in range(80)
    )  # fmt: skip
    places = ("clinic", "municipal_office", "employer", "participant_home", "phone_online", None)
    times = tuple(
        TimeRow(id(), day(), rng.choice(who), rng.randrange(5, 300), rng.choice((True, False, None)), rng.choice(places))
        for _ in range(80)
    )  # fmt: skip
    jobs = []
    for _ in range(rng.randrange(1, 25)):
        began = day()
        ended = maybe(began + timedelta(days=rng.randrange(1, 200)))
        danish = rng.random() < 0.8
        jobs.append(
            JobRow(
                id(), rng.choice(people), began, ended, danish and rng.random() < 0.7, danish,
                counts=rng.choice((True, True, None, False)), job_type=rng.choice(("1", "2", "3", "")),
                workplace=rng.choice("pqrs"), lost_known=ended and ended + timedelta(days=rng.randrange(0, 4)),
                guidance_on=maybe(began - timedelta(days=rng.randrange(-5, 9))),
            )
        )  # fmt: skip
    supports = tuple(
        SupportRow(
            id(), day(), rng.choice(who), rng.choice(people), rng.choice(("participant", "authority")),
            rng.random() < 0.7, declined=rng.random() < 0.1,
        )
        for _ in range(250)
    )  # fmt: skip
    workers = tuple(
        Worker(
            w, rng.choice((50, 80, 100)), away=(Span(away := day(0), away + timedelta(days=9)),),
            synced=rng.choice((NEVER, ALL_HERE, HALF.last - timedelta(days=rng.randrange(9)))),
        )
        for w in who
    )  # fmt: skip
    return Logs(workers, tuple(courses), visits, times, tuple(jobs), (), supports, free_days=frozenset(FREE))


def database(logs: Logs) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.executescript(TABLES)

    def fill(table: str, rows: Iterable[tuple[object, ...]]) -> None:
        for row in rows:
            plain = [str(v) if isinstance(v, date | UUID) else v for v in row]
            base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(plain))})", plain)  # noqa: S608

    fill("period", [(HALF.first, HALF.last)])
    fill("free", [(day,) for day in FREE])
    fill("worker", [(w.id, w.fte, w.away[0].first, w.away[0].last, w.synced) for w in logs.workers])
    fill("course", [
        (c.id, c.consultant, c.phase, c.began, c.ended, c.team, *_hold(c), c.in_work_at_start, None, None)
        for c in logs.courses
    ])  # fmt: skip
    fill("visit", [
        (v.id, v.on, v.by, v.employer, v.in_person, v.wished, v.reviewed, v.competitive) for v in logs.visits
    ])  # fmt: skip
    fill("visit_for", [(v.id, whose) for v in logs.visits for whose in v.whose])
    fill("time", [(t.on, t.by, t.minutes, t.vocational, t.place) for t in logs.times])
    fill("job", [
        (j.id, j.participant, j.began, j.ended, j.strict, j.danish, j.counts, j.job_type, j.workplace, j.lost_known,
         j.guidance_on) for j in logs.jobs
    ])  # fmt: skip
    fill(
        "support", [(s.on, s.by, s.participant, s.with_whom, s.in_person, s.declined) for s in logs.supports]
    )
    return base


def _hold(course: Course) -> tuple[date | None, date | None]:
    return (course.on_hold[0].first, course.on_hold[0].last) if course.on_hold else (None, None)


@pytest.mark.parametrize("seed", range(12))
def test_plain_sql_counts_the_same_on_a_random_team(seed: int) -> None:
    logs = team(seed)
    base = database(logs)
    for name, query in QUERIES.items():
        told = base.execute(query).fetchone()[0]
        value: Fraction | None = (FACTS.get(name) or COUNTERS[name])(logs, HALF).value
        assert (None if value is None else float(value)) == (None if told is None else pytest.approx(told)), (
            name
        )
    base.close()
