"""The team leader's view: figures and case numbers for the one who leads, a reason before anybody's words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.domain.alerts import Rule
from app.domain.life_cycle import Action
from app.services import alerts, caseload, course, leader, search, time_log, workplaces
from app.services.door import Invalid
from app.store import access, people, sync_state, team
from app.vault.vault import Vault
from tests.journal_parts import NOW, contact, employer, note, participant, saved
from tests.person_parts import move


def _enrolled(vault: Vault, role: str) -> None:
    with vault.begin() as tx:
        sync_state.enrol(
            tx, person="kle", name="Karen Leder", role=role, feed="f", feed_name="Jobcenter Prøveby", server=None,
            enrolled_at=NOW,
        )  # fmt: skip
        known = (("kle", "Karen Leder", role), ("mlu", "Mette Lund", "consultant"))
        people.know(tx, [people.Colleague(*one) for one in known])


def test_a_consultant_has_no_leaders_view(vault: Vault) -> None:
    _enrolled(vault, "consultant")
    amira = participant(vault, consultant="mlu")
    assert leader.view(vault, now=NOW) is None
    assert not leader.needs_reason(vault, amira, now=NOW)


def test_the_leader_sees_how_the_cases_are_shared_what_to_sign_and_what_to_go_through(vault: Vault) -> None:
    _enrolled(vault, "leader")
    for name, phase in (("Amira Holm", "job_search"), ("Jonas Bak", "on_hold"), ("Sofie Dam", "referred")):
        participant(vault, name, phase=phase, consultant="mlu", ips_start=NOW.date() - timedelta(days=40))
    ended = participant(vault, "Emil Toft", consultant="mlu", case_no="JC-9")
    note(vault, ended)
    move(vault, ended, Action.CLOSE, reason="steady_and_agreed")
    called = contact(vault, employer(vault), ended)
    found = leader.view(vault, now=NOW + timedelta(minutes=1))
    assert found is not None
    (mette,) = found.consultants
    assert (mette.name, mette.active, mette.on_hold, mette.late) == ("Mette Lund", 2, 1, 1)
    assert [(one.case_no, one.consultant) for one in found.to_sign] == [("JC-9", "Mette Lund")]
    assert found.unreviewed == (called,)
    assert "Emil" not in repr(found)
    saved(workplaces.review(vault, found.unreviewed, now=NOW))
    saved(course.countersign(vault, ended, now=NOW))
    after = leader.view(vault, now=NOW + timedelta(minutes=1))
    assert after is not None
    assert (after.to_sign, after.unreviewed) == ((), ())


def test_the_leader_sees_how_many_drafts_of_whom_are_older_than_three_days(vault: Vault) -> None:
    """A11, DOMAIN 4.3. The number and the day is all there is to see."""
    _enrolled(vault, "leader")
    with vault.begin() as tx:
        assert team.know_drafts(tx, [team.LateDrafts("mlu", 2, NOW.date() - timedelta(days=5))])
        assert not team.know_drafts(tx, team.late_drafts(tx))
    found = leader.view(vault, now=NOW)
    assert found is not None
    assert found.drafts == (leader.LateDrafts("Mette Lund", 2, NOW.date() - timedelta(days=5)),)


def test_a_leader_gives_a_reason_for_a_colleagues_case_and_it_is_logged(vault: Vault) -> None:
    _enrolled(vault, "leader")
    amira, own = participant(vault, consultant="mlu"), participant(vault, "Jonas Bak", consultant="kle")
    assert leader.needs_reason(vault, amira, now=NOW)
    assert not leader.needs_reason(vault, own, now=NOW)
    caseload.open_participant(vault, amira, now=NOW, reason="Klage over sagsgang")
    with vault.read() as tx:
        assert access.of_participant(tx, amira)[0].reason == "Klage over sagsgang"


def test_a_case_nobody_is_named_for_is_the_leaders_own_only_where_it_was_not_lent(vault: Vault) -> None:
    """What the leader wrote before the enrolment has no name either, and stays the leader's."""
    _enrolled(vault, "leader")
    lent, own = participant(vault, consultant=""), participant(vault, "Jonas Bak", consultant="")
    with vault.begin() as tx:
        sync_state.set_scope(tx, sync_state.Scoped(lent, "deputy", 0, None))
    assert leader.needs_reason(vault, lent, now=NOW)
    assert not leader.needs_reason(vault, own, now=NOW)
    asked = {row.alert.participant for row in alerts.open_alerts(vault, now=NOW)}
    assert own in asked
    assert lent not in asked


@pytest.mark.parametrize(("days", "asked"), [(0, False), (1, True)])
def test_a_deputy_needs_no_reason_while_the_deputising_lasts(vault: Vault, days: int, asked: bool) -> None:  # noqa: FBT001
    _enrolled(vault, "leader")
    amira = participant(vault, consultant="mlu")
    fields: dict[str, Any] = {
        "person": "kle", "role": "deputy", "reason": "Ferie", "from_day": NOW.date(), "to_day": NOW.date(),
    }  # fmt: skip
    saved(course.assign(vault, amira, fields=fields, now=NOW))
    assert leader.needs_reason(vault, amira, now=NOW + timedelta(days=days)) == asked
    assert course.assign(vault, amira, fields={}, now=NOW) == Invalid("person", "missing")


def test_reminders_are_of_ones_own_cases_and_of_those_one_stands_in_for(vault: Vault) -> None:
    _enrolled(vault, "consultant")
    amira, own = participant(vault, consultant="mlu"), participant(vault, "Jonas Bak", consultant="kle")
    assert [row.name for row in alerts.open_alerts(vault, now=NOW)] == ["Jonas Bak"]
    fields: dict[str, Any] = {"person": "kle", "role": "deputy", "reason": "Ferie", "to_day": NOW.date()}
    saved(course.assign(vault, amira, fields=fields, now=NOW))
    assert {row.alert.participant for row in alerts.open_alerts(vault, now=NOW)} == {amira, own}
    assert [row.name for row in alerts.open_alerts(vault, now=NOW + timedelta(days=1))] == ["Jonas Bak"]


def test_a_leaders_search_shows_nothing_that_is_written_of_a_colleagues_candidate(vault: Vault) -> None:
    """IPS team leaders see content only with a reason, and a hit on a word would be content."""
    _enrolled(vault, "leader")
    others = participant(vault, "Amira Holm", consultant="mlu", case_no="JC-2026-0418", wish_area="Gartneri")
    own = participant(vault, "Bo Åberg", consultant="kle", wish_area="Gartneri")
    for whose in (others, own):
        note(vault, whose, title="Samtale om planteskole", facts="Vil gerne prøve en planteskole.")
    found = search.find(vault, "planteskole", today=NOW.date())
    assert [hit.participant for hit in found.notes] == [own]
    assert [hit.participant for hit in search.recent(vault, limit=9, today=NOW.date()).notes] == [own]
    assert [hit.id for hit in search.find(vault, "gartneri", today=NOW.date()).participants] == [own]
    (amira,) = search.find(vault, "amira", today=NOW.date()).participants
    assert "".join(part.text for part in amira.snippet) == "JC-2026-0418"
    assert [hit.id for hit in search.find(vault, "JC-2026-0418", today=NOW.date()).participants] == [others]
    span = {"from_day": NOW.date(), "to_day": NOW.date() + timedelta(days=9)}
    told: dict[str, Any] = {"person": "kle", "role": "deputy", "reason": "Ferie", **span}
    saved(course.assign(vault, others, fields=told, now=NOW))
    assert {hit.participant for hit in search.find(vault, "planteskole", today=NOW.date()).notes} == {
        others,
        own,
    }


def _elsewhere(
    phase: str = "job_search", days: int | None = 20, overdue: int = 0, **more: Any
) -> team.Elsewhere:
    last = None if days is None else NOW.date() - timedelta(days=days)
    told: dict[str, Any] = {"cand": uuid4(), "case_no": "JC-7", "consultant": "mlu", "since": None} | more
    return team.Elsewhere(**told, phase=phase, last=last, overdue=overdue)


def test_the_leader_sees_what_waits_with_colleagues_whose_cases_are_not_here(vault: Vault) -> None:
    _enrolled(vault, "leader")
    participant(vault, consultant="kle", ips_start=NOW.date())
    told = [
        _elsewhere(case_no="JC-1", days=20), _elsewhere(case_no="JC-2", days=13), _elsewhere("on_hold", days=40),
        _elsewhere(case_no="JC-4", days=2, overdue=3), _elsewhere(case_no="JC-5", days=None, since=NOW.date() - timedelta(days=14)),
    ]  # fmt: skip
    with vault.begin() as tx:
        assert team.know(tx, told)
        assert not team.know(tx, told)
    found = leader.view(vault, now=NOW)
    assert found is not None
    rows = {one.name: one for one in found.consultants}
    assert (rows["Mette Lund"].active, rows["Mette Lund"].on_hold, rows["Mette Lund"].late) == (5, 1, 2)
    assert rows["Karen Leder"].active == 1
    assert [(one.case_no, one.consultant, one.days, one.steps) for one in found.overdue] == [
        ("JC-1", "Mette Lund", 20, 0), ("JC-5", "Mette Lund", 14, 0), ("JC-4", "Mette Lund", None, 3),
    ]  # fmt: skip


def test_a_case_that_has_come_here_is_counted_once_and_one_the_server_no_longer_tells_of_is_gone(
    vault: Vault,
) -> None:
    _enrolled(vault, "leader")
    here = participant(vault, consultant="mlu", ips_start=NOW.date())
    with vault.begin() as tx:
        team.know(tx, [_elsewhere(cand=here, days=30), _elsewhere(case_no="JC-9")])
    found = leader.view(vault, now=NOW)
    assert found is not None
    assert [(one.active, one.late) for one in found.consultants] == [(2, 1)]
    assert [one.case_no for one in found.overdue] == ["JC-9"]
    with vault.begin() as tx:
        assert team.know(tx, [])
    after = leader.view(vault, now=NOW)
    assert after is not None
    assert after.overdue == ()


def test_a_consultants_search_is_as_it_was(vault: Vault) -> None:
    _enrolled(vault, "consultant")
    amira = participant(vault, consultant="mlu")
    written = note(vault, amira, facts="Vil gerne prøve en planteskole.")
    assert [hit.id for hit in search.find(vault, "planteskole").notes] == [written.id]


def test_what_is_missing_in_yesterdays_log_is_said_once(vault: Vault) -> None:
    yesterday = NOW.date() - timedelta(days=1)
    for hour in (8, 10):
        told: dict[str, Any] = {
            "on_day": yesterday, "minutes": 60, "kind": "record_keeping",
            "started_at": NOW.replace(hour=hour, minute=0) - timedelta(days=1),
        }  # fmt: skip
        saved(time_log.add(vault, fields=told, now=NOW))
    (one,) = (row.alert for row in alerts.open_alerts(vault, now=NOW) if row.alert.rule is Rule.TIME_GAP)
    assert (one.about, one.days) == (yesterday.isoformat(), 60)
    alerts.done(vault, rule=one.rule.value, about=one.about, participant=None, now=NOW)
    assert not [row for row in alerts.open_alerts(vault, now=NOW) if row.alert.rule is Rule.TIME_GAP]


def test_a_part_time_position_has_fewer_meetings_to_hold_and_whoever_was_away_none(vault: Vault) -> None:
    thursday = NOW + timedelta(days=3)

    def wanted() -> list[str]:
        found = alerts.open_alerts(vault, now=thursday)
        return [row.alert.detail for row in found if row.alert.rule is Rule.FEW_CONTACTS]

    assert wanted() == ["6"]
    saved(time_log.set_working_time(vault, percent=50, from_day=NOW.date(), now=NOW))
    assert wanted() == ["3"]
    week: dict[str, Any] = {"first_day": NOW.date(), "last_day": thursday.date(), "kind": "holiday"}
    saved(time_log.be_away(vault, fields=week, now=NOW))
    assert wanted() == []
