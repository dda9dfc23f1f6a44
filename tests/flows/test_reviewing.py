"""A review: what it was begun on stays as it was, who may judge, charts without names, another scale."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.domain.employer import ContactMode, Purpose
from app.domain.records import FIDELITY_SCORE, Value
from app.domain.review import ReviewKind, score_id
from app.protocol import operation
from app.reports import periods, scale
from app.reports.facts import FACTS
from app.services import calendar, caseload, charts, employers, export, fidelity, figures, reviewing, today
from app.services import logs as reading
from app.services.door import Invalid, Saved
from app.services.reviewing import NotYet
from app.store import access, outbox, people, records, review, sync_state
from app.store.tables import enrolment, participant, person
from app.vault.vault import Vault
from tests.journal_parts import NOW, employer

NAMES = ("Kim Prøve", "Bo Forsøg", "Eva Test")


def saved(outcome: object) -> Saved:
    assert isinstance(outcome, Saved), outcome
    return outcome


def candidate(vault: Vault, name: str, days: int = 60) -> UUID:
    start = (NOW - timedelta(days=days)).date()
    fields: dict[str, Any] = {"name": name, "phase": "job_search", "ips_start": start}
    return saved(caseload.create(vault, fields=fields, now=NOW)).id


def meet(vault: Vault, whose: UUID, days: int) -> None:
    fields: dict[str, Any] = {
        "at": NOW - timedelta(days=days), "minutes": 30, "mode": ContactMode.IN_PERSON.value,
        "purpose": Purpose.LEARN_NEEDS.value,
    }  # fmt: skip
    saved(
        employers.log_contact(
            vault, employer=employer(vault, "Bageri Juhl"), participants=[whose], now=NOW, fields=fields
        )
    )


@pytest.fixture
def team(vault: Vault) -> tuple[Vault, tuple[UUID, ...]]:
    """Three candidates of sixty days; the first met an employer after twenty."""
    people_ = tuple(candidate(vault, name) for name in NAMES)
    meet(vault, people_[0], 40)
    return vault, people_


def begin(vault: Vault, used: str = "ips25") -> UUID:
    return saved(reviewing.begin(vault, kind=ReviewKind.SELF, now=NOW, used=used)).id


def become(vault: Vault, role: str, id: str = "anna") -> None:
    """This computer's user, as the server says."""
    with vault.begin() as tx:
        tx.execute(sa.update(enrolment).values(person=id, name=id.title(), role=role))
        tx.execute(sa.delete(person).where(person.c.id == id))
        tx.execute(sa.insert(person).values(id=id, name=id.title(), role=role))


def test_the_evidence_stays_as_it_was_when_the_review_began(team: tuple[Vault, tuple[UUID, ...]]) -> None:
    # Began with 20, 60 and 60 days: mean 46 2/3. A late row would make it (20 + 0 + 60) / 3.
    vault, (_, bo, _) = team
    begin(vault)
    before = fidelity.page(vault, now=NOW)
    assert before.frozen
    meet(vault, bo, 60)
    after = fidelity.page(vault, now=NOW)
    assert after.items == before.items
    fact = next(one.fact for one in after.items if one.item.code == "rapid_search")
    assert fact is not None
    assert fact.value is not None
    assert round(float(fact.value), 1) == 46.7
    assert fact.numbers["open"] == 2
    live = FACTS["days_to_first_contact"](reading.read(vault, now=NOW).logs, after.period)
    assert live.value != fact.value


def test_whose_rows_were_wanting_stays_with_what_was_counted(team: tuple[Vault, tuple[UUID, ...]]) -> None:
    vault, (_, bos, _) = team
    saved(caseload.change(vault, bos, fields={"consultant": "bo"}, now=NOW))
    monday = NOW.date() - timedelta(days=NOW.weekday() + 14)
    with vault.begin() as tx:
        sync_state.enrol(
            tx, person="anna", name="Anna", role="leader", feed="f", feed_name="Jobcenter Prøveby",
            server={}, enrolled_at=NOW,
        )  # fmt: skip
        people.know(tx, [people.Colleague("bo", "Bo Bak", "consultant", monday)])
    id = begin(vault)
    assert [one.person for one in fidelity.page(vault, now=NOW).silent] == ["bo"]
    with vault.begin() as tx:
        people.know(tx, [people.Colleague("bo", "Bo Bak", "consultant", NOW.date())])
    page = fidelity.page(vault, now=NOW)
    assert page.frozen
    assert [(one.person, one.since) for one in page.silent] == [("bo", monday)]
    for item in scale.load("ips25").items:
        saved(reviewing.approve(vault, id, item.code, score=3, now=NOW))
    saved(reviewing.close(vault, id, now=NOW))
    assert fidelity.page(vault, now=NOW).silent == (), "what is counted now lacks nobody"
    made = export.make(vault, export.Asked(export.What.FIDELITY, "html", page.period), now=NOW)
    assert isinstance(made, export.File)
    said = f"1 konsulent har ikke synkroniseret siden {monday.day}/{monday.month}"
    assert said in made.content.decode()


def test_what_is_frozen_holds_no_name_and_no_row(team: tuple[Vault, tuple[UUID, ...]]) -> None:
    vault, people_ = team
    begin(vault)
    with vault.read() as tx:
        told = " ".join(row.p for row in outbox.waiting(tx) if "fidelity_evidence" in row.p)
    assert "days_to_first_contact" in told
    assert not [name for name in NAMES if name in told]
    assert not [id for id in people_ if str(id) in told or id.hex in told]


def test_a_consultant_who_does_not_review_says_no_score(team: tuple[Vault, tuple[UUID, ...]]) -> None:
    vault, _ = team
    become(vault, "consultant")
    id = begin(vault)
    saved(reviewing.approve(vault, id, "rapid_search", score=4, now=NOW))
    become(vault, "consultant", "bo")
    acts = (
        reviewing.approve(vault, id, "rapid_search", score=5, now=NOW),
        reviewing.tick(vault, id, "disclosure", ("not_required",), now=NOW),
        reviewing.remark(vault, id, "rapid_search", comment="Fint.", recommendation="", now=NOW),
        reviewing.close(vault, id, now=NOW),
        charts.draw(vault, id, now=NOW),
    )
    assert acts == (NotYet("not_reviewer"),) * len(acts)
    assert reviewing.score_apart(vault, id, "rapid_search", score=3) == NotYet("not_reviewer")
    stands = fidelity.page(vault, now=NOW).standing
    assert stands is not None
    assert not stands.judges
    with vault.read() as tx:
        assert review.own(tx, id) is None
    become(vault, "leader", "lise")
    saved(reviewing.approve(vault, id, "rapid_search", score=5, now=NOW))


def test_an_approval_by_somebody_who_may_not_is_not_counted(team: tuple[Vault, tuple[UUID, ...]]) -> None:
    """As another computer's program might send it."""
    vault, _ = team
    become(vault, "leader")
    id = begin(vault)
    saved(reviewing.approve(vault, id, "caseload_size", score=4, now=NOW))
    forged: dict[str, Value] = {
        "review": id,
        "item": "rapid_search",
        "score": 5,
        "approved_by": "bo",
        "approved_at": NOW,
    }
    with vault.begin() as tx:
        records.change(
            tx, FIDELITY_SCORE, score_id(id, "rapid_search"), forged, case=records.Case(), now=NOW, sign=vault.sign
        )  # fmt: skip
        assert people.leaders(tx) == {"anna"}
    stands = fidelity.page(vault, now=NOW).standing
    assert stands is not None
    assert "rapid_search" not in stands.scores
    assert stands.total.scored == 1


def test_charts_are_drawn_once_under_numbers_and_their_names_stay_here(
    team: tuple[Vault, tuple[UUID, ...]],
) -> None:
    vault, people_ = team
    id = begin(vault)
    saved(charts.draw(vault, id, now=NOW, size=2))
    assert charts.draw(vault, id, now=NOW) == NotYet("drawn")
    stands = fidelity.page(vault, now=NOW).standing
    assert stands is not None
    assert [chart.number for chart in stands.charts] == [1, 2]
    assert {chart.phase for chart in stands.charts} == {"job_search"}
    named = charts.drawn(vault, id).who
    assert named.keys() == {1, 2}
    assert set(named.values()) < set(NAMES)
    first = next((c for c in stands.charts if named[c.number] == NAMES[0]), None)
    if first is not None:
        assert first.lines["chart_first_contact"] == (20, 1)
    with vault.read() as tx:
        told = " ".join(row.p for row in outbox.waiting(tx) if "fidelity_charts" in row.p)
        drawn = [p for p in people_ if access.of_participant(tx, p)[0].action is access.Action.VIEW]
    assert told
    assert len(drawn) == 2
    assert not [id for id in people_ if str(id) in told or id.hex in told]
    assert not [name for name in NAMES if name in told]
    with vault.read() as tx:
        assert "202" not in review.told(tx, "fidelity_charts", id)  # days since the start, no date


def test_a_review_by_another_scale_stays_by_that_scale(team: tuple[Vault, tuple[UUID, ...]]) -> None:
    vault, _ = team
    id = begin(vault, used="ips25dk")
    page = fidelity.page(vault, now=NOW)
    assert page.scale.id == "ips25dk"
    assert (
        next(one.item.fact for one in page.items if one.item.code == "competitive_jobs")
        == "competitive_danish"
    )
    for one in page.scale.items:
        saved(reviewing.approve(vault, id, one.code, score=3, now=NOW))
    saved(reviewing.close(vault, id, now=NOW))
    assert fidelity.page(vault, now=NOW).before == {}  # the last by IPS-25 is none
    assert fidelity.page(vault, now=NOW, used="ips25dk").before["rapid_search"] == 3


def enrolled(vault: Vault, role: str, id: str = "anna") -> None:
    """As `become`, in a jobcenter."""
    become(vault, role, id)
    with vault.begin() as tx:
        tx.execute(sa.update(enrolment).values(feed="prøveby"))


def test_the_leader_begins_and_says_who_reviews(team: tuple[Vault, tuple[UUID, ...]]) -> None:
    vault, _ = team
    enrolled(vault, "consultant")
    assert reviewing.begin(vault, kind=ReviewKind.SELF, now=NOW) == NotYet("not_leader")
    assert not fidelity.page(vault, now=NOW).begins
    enrolled(vault, "leader", "lise")
    begun = reviewing.begin(vault, kind=ReviewKind.EXTERNAL, now=NOW, first="anna", second="bo")
    saved(begun)
    stands = fidelity.page(vault, now=NOW).standing
    assert stands is not None
    assert stands.review.reviewers == ("anna", "bo")
    assert reviewing.begin(vault, kind=ReviewKind.GUIDED, now=NOW, first="bo", second="bo") == Invalid(
        "review", "open"
    )


def test_a_consultants_computer_counts_their_own_rows_alone(team: tuple[Vault, tuple[UUID, ...]]) -> None:
    vault, _ = team
    enrolled(vault, "consultant", "bo")  # the rows from before the enrolment, and the candidates, are bo's
    with vault.begin() as tx:
        tx.execute(sa.update(participant).values(consultant="anna"))
    assert {one.id for one in reading.read(vault, now=NOW).logs.workers} == {"bo"}
    page = figures.page(vault, now=NOW, who="anna")
    assert (page.own, page.who) == (True, "bo")
    assert next(one.fact.value for one in page.figures if one.metric.id == "active_courses") == 0
    period = periods.calendar_period(NOW.date(), "month", 1)
    asked = export.Asked(export.What.FIGURES, "csv", period)
    assert export.make(vault, asked, now=NOW) == export.Refused("one_consultant")
    enrolled(vault, "leader", "lise")
    page = figures.page(vault, now=NOW, who="anna")
    assert (page.own, page.who) == (False, "anna")
    assert next(one.fact.value for one in page.figures if one.metric.id == "active_courses") == 3


def test_a_recommendation_becomes_a_task_of_whom_it_is_for(team: tuple[Vault, tuple[UUID, ...]]) -> None:
    vault, _ = team
    become(vault, "consultant", "bo")
    become(vault, "leader", "lise")
    id, due = begin(vault), NOW.date()
    told = "To besøg mere om ugen."
    why = "Teamet ringer til arbejdsgivere.\n" * 30  # more than a line: what was seen and heard fills pages
    saved(reviewing.remark(vault, id, "rapid_search", comment=why, recommendation=told, now=NOW))
    unknown = reviewing.recommend(vault, id, "rapid_search", due_on=due, now=NOW, owner="nobody")
    assert unknown == Invalid("owner", "unknown")
    made = saved(reviewing.recommend(vault, id, "rapid_search", due_on=due, now=NOW, owner="bo"))
    assert reviewing.recommend(vault, id, "rapid_search", due_on=due, now=NOW) == Invalid("task", "final")
    assert today.today(vault, now=NOW).tasks == ()
    become(vault, "consultant", "bo")
    assert [row.task.title for row in today.today(vault, now=NOW).tasks] == [told]
    saved(calendar.do_task(vault, made.id, now=NOW))
    with vault.read() as tx:
        ops = [operation.read(op.p) for op in outbox.waiting(tx) if str(made.id) in op.p]
    said = [op for op in ops if op["body"]["type"] == "task"]
    assert [(op["own"], op["cand"]) for op in said] == [(False, None)] * 2  # nobody's private one, at no time
