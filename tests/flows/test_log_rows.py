"""From the vault to the figures: the rows read are the rows written, and plain SQL counts the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction
from random import Random

import pytest
import sqlalchemy as sa

from app.domain.employer import ContactMode, Purpose
from app.domain.log_rows import Period
from app.reports.facts import FACTS
from app.services import caseload, employers
from app.services import logs as reading
from app.services.door import Saved
from app.store import records
from app.store.tables import RECORDS
from app.vault.vault import Vault
from tests.journal_parts import NOW, employer


def saved(outcome: object) -> Saved:
    assert isinstance(outcome, Saved), outcome
    return outcome


@pytest.fixture
def busy(vault: Vault) -> Vault:
    """Eight participants, thirty contacts, a time log, at random."""
    rng = Random(5)  # noqa: S311
    firms = [employer(vault, f"Virksomhed {n} {'abc'[n % 3] * 9}") for n in range(6)]
    people = []
    for n in range(8):
        start = (NOW - timedelta(days=rng.randrange(30, 300))).date()
        made = caseload.create(
            vault, fields={"name": f"Prøve {n}", "phase": "job_search", "ips_start": start}, now=NOW
        )
        people.append(saved(made).id)
    for _ in range(30):
        at = NOW - timedelta(days=rng.randrange(0, 200), hours=rng.randrange(0, 5))
        mode = rng.choice((ContactMode.IN_PERSON, ContactMode.PHONE)).value
        saved(
            employers.log_contact(
                vault, employer=rng.choice(firms), participants=rng.sample(people, rng.randrange(0, 3)), now=NOW,
                fields={"at": at, "mode": mode, "purpose": rng.choice(list(Purpose)).value, "minutes": 30},
            )
        )  # fmt: skip
    with vault.begin() as tx:
        for _ in range(80):
            values = {
                "on_day": (NOW - timedelta(days=rng.randrange(0, 200))).date().isoformat(), "minutes": rng.randrange(10, 200),
                "vocational": rng.choice((0, 1, None)), "place": rng.choice(("clinic", "employer", "participant_home", "")),
                "kind": "job_search", "source": "own", "author": "", "removed": rng.choice((0, 0, 1)),
            }  # fmt: skip
            columns = {c.name: values.get(c.name) for c in RECORDS["time_entry"].c if c.name != "id"}
            names = ", ".join(["id", *columns])
            marks = ", ".join([f"'{records.new_id().hex}'", *(f":{name}" for name in columns)])
            tx.execute(sa.text(f"INSERT INTO time_entry ({names}) VALUES ({marks})"), columns)  # noqa: S608
    return vault


PERIOD = Period((NOW - timedelta(days=180)).date(), NOW.date())
BOUNDS = {"first": PERIOD.first.isoformat(), "last": PERIOD.last.isoformat()}


def sql(vault: Vault, query: str) -> float | int | None:
    with vault.read() as tx:
        return tx.execute(sa.text(query), BOUNDS).scalar()


def same_time_outside(busy: Vault) -> None:
    known = "FROM time_entry WHERE removed = 0 AND place <> '' AND on_day BETWEEN :first AND :last"
    outside = sql(
        busy, f"SELECT sum(minutes) {known} AND place NOT IN ('clinic', 'municipal_office', 'phone_online')"
    )
    whole = sql(busy, f"SELECT sum(minutes) {known}")
    fact = FACTS["community_share"](reading.read(busy, now=NOW).logs, PERIOD)
    assert (fact.counted, fact.of) == (outside, whole)
    assert fact.value == Fraction(100 * int(outside or 0), int(whole or 1))


def same_contacts(busy: Vault) -> None:
    # Both ends lie in winter time, so that a day of the calendar is a day of UTC for what happened at office hours.
    met = sql(
        busy,
        "SELECT count(*) FROM employer_contact c WHERE mode = 'in_person' AND date(at) BETWEEN :first AND :last"
        " AND EXISTS (SELECT 1 FROM contact_for f WHERE f.contact = c.id)",
    )
    logs = reading.read(busy, now=NOW).logs
    assert FACTS["contacts_week"](logs, PERIOD).counted == met


def same_first_contacts(busy: Vault) -> None:
    """Days from the start to the first meeting; who waits over 30 days counts until the last day."""
    mean = sql(
        busy,
        "WITH first AS (SELECT p.id, p.ips_start AS began, min(date(c.at)) AS met FROM participant p"
        " LEFT JOIN contact_for f ON f.participant = p.id"
        " LEFT JOIN employer_contact c ON c.id = f.contact AND c.mode = 'in_person' AND date(c.at) <= :last"
        " GROUP BY p.id),"
        " waits AS (SELECT max(0, julianday(met) - julianday(began)) AS days, max(met, began) AS until FROM first"
        " WHERE met IS NOT NULL AND max(met, began) BETWEEN :first AND :last"
        " UNION ALL SELECT julianday(:last) - julianday(began), :last FROM first"
        " WHERE met IS NULL AND julianday(:last) - julianday(began) > 30)"
        " SELECT avg(days) FROM waits",
    )
    fact = FACTS["days_to_first_contact"](reading.read(busy, now=NOW).logs, PERIOD)
    assert fact.value is not None
    assert float(fact.value) == pytest.approx(mean)


def test_plain_sql_counts_the_same(busy: Vault) -> None:
    same_time_outside(busy)
    same_contacts(busy)
    same_first_contacts(busy)


def test_a_row_from_before_the_enrolment_is_its_owners_and_nothing_is_wanting(busy: Vault) -> None:
    read = reading.read(busy, now=NOW)
    assert [worker.id for worker in read.logs.workers] == [""]
    assert {visit.by for visit in read.logs.visits} == {""}
    later: datetime = NOW + timedelta(days=30)
    assert reading.read(busy, now=later).silent(later.date()) == ()
