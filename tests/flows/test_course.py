"""The course of a participant through the real store: acts, what surrounds it, consents, profile, plan, reminders."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain import consent as consent_words
from app.domain.calendar import AppointmentKind
from app.domain.career import PlanStatus
from app.domain.consent import ConsentKind, ConsentState
from app.domain.life_cycle import Action, Move
from app.domain.participant import Phase
from app.services import (
    alerts,
    authority,
    calendar,
    career,
    caseload,
    consents,
    course,
    jobs,
    journal,
    markers,
)
from app.services.door import Held, Invalid
from app.store import people
from app.vault.vault import Vault
from tests.journal_parts import NOW, REFUSED, SENTINEL, note, participant, saved, whole_text
from tests.person_parts import consent, move, team
from tests.work_parts import job

TODAY = NOW.date()


def _page(vault: Vault, whose: Any) -> course.CoursePage:
    page = course.open_course(vault, whose, now=NOW)
    assert page is not None
    return page


def test_a_course_from_referral_to_the_job_is_written_act_by_act(vault: Vault) -> None:
    amira = participant(vault, phase="referred")
    saved(
        course.refer(
            vault, amira, fields={"received_on": TODAY - timedelta(days=40), "source": "clinic"}, now=NOW
        )
    )
    for days, action in (
        (35, Action.ACCEPT),
        (30, Action.ENGAGE),
        (20, Action.SEARCH),
        (2, Action.START_JOB),
    ):
        move(vault, amira, action, days_ago=days)
    page = _page(vault, amira)
    assert [c.after for c in page.changes] == [
        Phase.ACCEPTED,
        Phase.ENGAGED,
        Phase.JOB_SEARCH,
        Phase.EMPLOYED,
    ]
    assert page.participant.phase is Phase.EMPLOYED
    assert (page.participant.ips_start, page.participant.job_start) == (
        TODAY - timedelta(days=30),
        TODAY - timedelta(days=2),
    )
    assert len(page.courses) == 1
    assert page.courses[0].started_on == TODAY - timedelta(days=30)
    assert page.referral is not None
    assert (page.referral.outcome, page.referral.answered_on) == ("accepted", TODAY - timedelta(days=35))


def test_a_refused_referral_keeps_its_reason_and_a_new_course_begins_beside_it(vault: Vault) -> None:
    jonas = participant(vault, phase="referred")
    move(vault, jonas, Action.DECLINE, days_ago=9, reason="moved", words="Flyttede til Aarhus.")
    page = _page(vault, jonas)
    assert page.referral is not None
    assert (page.referral.outcome, page.referral.reason) == ("moved", "Flyttede til Aarhus.")
    move(vault, jonas, Action.REOPEN, days_ago=1)
    again = _page(vault, jonas)
    assert [(c.number, c.ended_on is None) for c in again.courses] == [(1, False), (2, True)]
    assert again.participant.phase is Phase.REFERRED


def test_what_is_not_possible_writes_nothing(vault: Vault) -> None:
    amira = participant(vault)
    refused = course.move(vault, amira, move=Move(Action.ACCEPT, TODAY), now=NOW)
    assert refused == Invalid("action", "order")
    held = course.move(vault, amira, move=Move(Action.PAUSE, TODAY, "own_wish", REFUSED), now=NOW)
    assert isinstance(held, Held)
    page = _page(vault, amira)
    assert (page.changes, page.courses, page.participant.phase) == ((), (), Phase.JOB_SEARCH)
    assert SENTINEL not in whole_text(vault)


def test_a_missed_or_cancelled_appointment_never_changes_the_phase(vault: Vault) -> None:
    """Zero exclusion and assertive outreach: fidelity items 9 and 25."""
    amira = participant(vault, phase="engaged")
    kind = AppointmentKind.MEETING
    for week in range(1, 9):
        at = NOW - timedelta(weeks=week)
        id = saved(
            calendar.create_appointment(
                vault, kind=kind, title="Samtale", starts_at=at, participant=amira, now=at
            )
        )
        calendar.cancel_appointment(vault, id, now=at)
    assert _page(vault, amira).participant.phase is Phase.ENGAGED


def test_only_the_leader_countersigns_an_ending(vault: Vault) -> None:
    amira = participant(vault)
    note(vault, amira)
    move(vault, amira, Action.CLOSE, reason="steady_and_agreed")
    assert _page(vault, amira).needs_countersign
    assert course.countersign(vault, amira, now=NOW) == Invalid("role", "final")
    with vault.begin() as tx:
        people.introduce(tx, name="Karen Leder", role="team_leader")
    saved(course.countersign(vault, amira, now=NOW))
    assert not _page(vault, amira).needs_countersign


def test_another_team_ends_the_former_attachment(vault: Vault) -> None:
    amira, west, east = (
        participant(vault),
        team(vault),
        team(vault, "Team Øst", kind="municipal_mental_health"),
    )
    lone = saved(
        course.put_person(vault, fields={"team": east, "name": "Lone Berg", "function": "bostøtte"}, now=NOW)
    )
    first, then = TODAY - timedelta(days=50), TODAY - timedelta(days=3)
    saved(course.attach(vault, amira, team=west, person_id=None, from_day=first, now=NOW))
    saved(course.attach(vault, amira, team=east, person_id=lone, from_day=then, now=NOW))
    page = _page(vault, amira)
    assert page.team is not None
    assert page.contact is not None
    assert (page.team.name, page.contact.name) == ("Team Øst", "Lone Berg")


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"person": "x", "role": "deputy"}, Invalid("to_day", "missing")),
        ({"person": "x", "role": "deputy", "to_day": TODAY}, Invalid("reason", "missing")),
        ({"person": "", "role": "consultant"}, Invalid("person", "missing")),
        ({"person": "x", "role": "consultant", "from_day": TODAY, "to_day": TODAY - timedelta(days=1)}, Invalid("to_day", "early")),
    ],
)  # fmt: skip
def test_a_deputy_has_a_reason_and_an_end(vault: Vault, fields: dict[str, Any], answer: Invalid) -> None:
    assert course.assign(vault, participant(vault), fields=fields, now=NOW) == answer


# --- consents ---------------------------------------------------------------------------------------------------


def test_a_withdrawn_consent_blocks_its_channel_at_once_and_stays_written(vault: Vault) -> None:
    amira = participant(vault)
    held = consent(vault, amira)
    assert not consents.is_blocked(vault, amira, ConsentKind.CONTACT_CLINIC, now=NOW)
    saved(consents.withdraw(vault, amira, held, how="Ved samtalen", now=NOW))
    page = consents.open_consents(vault, amira, now=NOW)
    assert page.blocked == {ConsentKind.CONTACT_CLINIC}
    assert [row.state for row in page.rows] == [ConsentState.WITHDRAWN]
    assert consents.is_blocked(vault, amira, ConsentKind.CONTACT_CLINIC, now=NOW)
    consent(vault, amira)
    assert not consents.is_blocked(vault, amira, ConsentKind.CONTACT_CLINIC, now=NOW)


@pytest.mark.parametrize(
    ("kind", "given", "expires", "answer"),
    [
        # sundhedsloven § 44: at most a year, also over a leap day.
        ("health_disclosure", TODAY, TODAY + timedelta(days=365), None),
        ("health_disclosure", TODAY, TODAY + timedelta(days=366), Invalid("expires_on", "year")),
        ("health_disclosure", date(2024, 2, 29), date(2025, 2, 28), None),
        ("health_disclosure", date(2024, 2, 29), date(2025, 3, 1), Invalid("expires_on", "year")),
        ("contact_clinic", TODAY, TODAY + timedelta(days=900), None),
        ("contact_clinic", TODAY, TODAY - timedelta(days=1), Invalid("expires_on", "early")),
        ("contact_clinic", TODAY + timedelta(days=1), None, Invalid("given_on", "future")),
    ],
)
def test_a_consent_lasts_no_longer_than_the_law_lets_it(
    vault: Vault, kind: str, given: date, expires: date | None, answer: Invalid | None
) -> None:
    fields: dict[str, Any] = {"kind": kind, "scope": "Mødetider", "given_on": given, "expires_on": expires}
    outcome = consents.give(vault, participant(vault), fields=fields, now=NOW)
    assert outcome == answer if answer else saved(outcome)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (31, ConsentState.VALID),
        (30, ConsentState.EXPIRING),
        (0, ConsentState.EXPIRING),
        (-1, ConsentState.EXPIRED),
    ],
)
def test_a_consent_warns_a_month_before_it_runs_out(vault: Vault, days: int, state: ConsentState) -> None:
    amira = participant(vault)
    consent(vault, amira, given_on=date(2026, 1, 1), expires_on=TODAY + timedelta(days=days))
    assert [row.state for row in consents.open_consents(vault, amira, now=NOW).rows] == [state]
    assert consent_words.CHANNELS


# --- profile and plan -------------------------------------------------------------------------------------------


def test_every_version_of_a_profile_and_a_plan_is_kept_and_one_plan_is_in_force(vault: Vault) -> None:
    amira = participant(vault)
    for wish in ("Bageri", "Bageri eller lager", "Lager"):
        saved(career.save_profile(vault, amira, fields={"wishes": wish}, now=NOW))
        saved(career.save_plan(vault, amira, fields={"goal": f"Job i {wish.lower()}"}, now=NOW))
    page = career.open_career(vault, amira)
    assert [(p.number, p.wishes) for p in page.profiles] == [
        (3, "Lager"),
        (2, "Bageri eller lager"),
        (1, "Bageri"),
    ]
    assert [plan.status for plan in page.plans] == [PlanStatus.ACTIVE, PlanStatus.UPDATED, PlanStatus.UPDATED]
    assert page.plan is not None
    assert (page.plan.goal, page.plan.review_on) == ("Job i lager", TODAY + timedelta(days=30))
    saved(career.close_plan(vault, amira, page.plan.id, now=NOW))
    closed = career.open_career(vault, amira)
    assert closed.plan is None
    assert len(closed.plans) == 3


@pytest.mark.parametrize(
    ("save", "fields"),
    [
        (career.save_profile, {"wishes": REFUSED}),
        (career.save_plan, {"goal": REFUSED}),
        (career.limit, {"limitation": REFUSED}),
        (career.save_past_job, {"title": "Bager", "disliked": REFUSED}),
        (consents.give, {"kind": "contact_clinic", "scope": REFUSED}),
        (course.refer, {"received_on": TODAY, "source": "clinic", "reason": REFUSED}),
    ],
)
def test_what_belongs_in_the_patient_record_gets_in_nowhere(
    vault: Vault, save: Any, fields: dict[str, Any]
) -> None:
    amira = participant(vault)
    assert isinstance(save(vault, amira, fields=fields, now=NOW), Held)
    assert SENTINEL not in whole_text(vault)


# --- reminders --------------------------------------------------------------------------------------------------


def test_a_reminder_goes_when_it_is_answered_and_comes_back_on_its_day(vault: Vault) -> None:
    amira = participant(vault)
    (row,) = alerts.open_alerts(vault, now=NOW)
    assert (row.alert.rule, row.name) == ("A10", "Amira Holm")
    key: dict[str, Any] = {"rule": row.alert.rule.value, "about": row.alert.about, "participant": amira}
    saved(alerts.postpone(vault, **key, until=TODAY + timedelta(days=2), now=NOW))
    assert alerts.open_alerts(vault, now=NOW) == ()
    assert alerts.open_alerts(vault, now=NOW + timedelta(days=1)) == ()
    assert len(alerts.open_alerts(vault, now=NOW + timedelta(days=2))) == 1
    saved(alerts.done(vault, **key, now=NOW))
    assert alerts.open_alerts(vault, now=NOW + timedelta(days=2)) == ()
    saved(alerts.take_back(vault, **key, now=NOW))
    assert len(alerts.open_alerts(vault, now=NOW)) == 1


def test_setting_things_right_silences_the_reminder_by_itself(vault: Vault) -> None:
    amira = participant(vault)
    fields: dict[str, Any] = {"kind": "IPS_STAR", "from_day": TODAY - timedelta(days=9), "checked_on": TODAY}
    saved(course.set_marker(vault, amira, fields=fields, now=NOW))
    assert alerts.open_alerts(vault, now=NOW) == ()
    note(vault, amira)
    move(vault, amira, Action.CLOSE, reason="participant_wish")
    assert [row.alert.detail for row in alerts.open_alerts(vault, now=NOW)] == ["marker_not_closed"]


# --- the authority's journal ------------------------------------------------------------------------------------


def test_a_note_that_was_carried_over_says_so_and_its_correction_does_not(vault: Vault) -> None:
    amira = participant(vault)
    first = note(vault, amira)
    saved(authority.mark_moved(vault, first.id, number="2026-17", moved_on=TODAY, now=NOW))
    found = authority.for_authority(vault, first.id, now=NOW)
    assert found is not None
    assert found.moved is not None
    assert (found.moved.number, found.moved.moved_on) == ("2026-17", TODAY)
    assert journal.timeline(vault, amira, now=NOW)[0].moved_on == TODAY
    second = note(vault, amira, facts="Mødtes kl. 10 og talte om job i et bageri.")
    assert {e.id: e.moved_on for e in journal.timeline(vault, amira, now=NOW)}[second.id] is None
    future = TODAY + timedelta(days=1)
    assert authority.mark_moved(vault, first.id, number="", moved_on=future, now=NOW) == Invalid(
        "moved_on", "future"
    )


def test_the_way_to_reach_somebody_and_an_interpreter_are_part_of_what_is_known(vault: Vault) -> None:
    amira = participant(vault, contact_way="text_message", interpreter="ar")
    page = caseload.open_participant(vault, amira, now=NOW)
    assert page is not None
    assert (page.participant.contact_way, page.participant.interpreter) == ("text_message", "ar")
    assert caseload.change(vault, amira, fields={"contact_way": "pigeon"}, now=NOW) == Invalid(
        "contact_way", "shape"
    )


def test_a_marker_stays_right_when_psychiatry_ends_its_treatment(vault: Vault) -> None:
    """star.dk, data og evaluering, IPS: the same marker through the whole course."""
    amira = participant(vault, phase="job_search")
    hospital, own = team(vault), team(vault, "Bostøtten", kind="municipal_mental_health")
    begun = TODAY - timedelta(days=80)
    course.attach(vault, amira, team=hospital, person_id=None, from_day=begun, now=NOW)
    told: dict[str, Any] = {"kind": "IPS_STAR", "from_day": begun, "checked_on": TODAY}
    saved(course.set_marker(vault, amira, fields=told, now=NOW))
    course.attach(vault, amira, team=own, person_id=None, from_day=TODAY - timedelta(days=9), now=NOW)
    assert _page(vault, amira).warnings == ()
    assert "A10" not in {row.alert.rule for row in alerts.open_alerts(vault, now=NOW)}


def test_markers_are_gone_through_what_does_not_fit_first(vault: Vault) -> None:
    amira, jonas, karim = (
        participant(vault, name, phase="job_search") for name in ("Amira", "Jonas", "Karim")
    )
    participant(vault, "Line", phase="referred")
    for whose, days in ((amira, 2), (jonas, 30)):
        told: dict[str, Any] = {
            "kind": "IPS_STAR", "from_day": TODAY - timedelta(days=50), "checked_on": TODAY - timedelta(days=days),
        }  # fmt: skip
        saved(course.set_marker(vault, whose, fields=told, now=NOW))
    found = markers.to_reconcile(vault, now=NOW)
    assert [one.participant for one in found] == [karim, jonas, amira]
    assert [one.value for one in found[0].warnings] == ["marker_missing"]
    assert found[1].marker is not None
    saved(markers.stands_so(vault, found[1].marker.id, now=NOW))
    assert [one.participant for one in markers.to_reconcile(vault, now=NOW)] == [karim, amira, jonas]
    note(vault, amira)
    move(vault, amira, Action.CLOSE, reason="steady_and_agreed")
    assert [one.participant for one in markers.to_reconcile(vault, now=NOW)[:2]] == [karim, amira]


def test_the_profile_has_something_to_learn_of_a_job_that_ended_since(vault: Vault) -> None:
    """Fidelity item 14: the profile is updated with each job."""
    amira = participant(vault)
    begun = job(vault, amira, TODAY - timedelta(days=60))
    saved(
        career.save_profile(
            vault, amira, fields={"wishes": "Bageri", "held_on": TODAY - timedelta(days=50)}, now=NOW
        )
    )
    assert career.open_career(vault, amira).ended == ()
    ending: dict[str, Any] = {
        "ended_on": TODAY - timedelta(days=2), "learned_on": TODAY, "ended_by": "mutual", "reasons": "hours",
        "worked": "Den faste makker.", "to_change": "Færre timer i starten.",
    }  # fmt: skip
    saved(jobs.end(vault, begun, fields=ending, now=NOW))
    assert [one.worked for one in career.open_career(vault, amira).ended] == ["Den faste makker."]
    saved(
        career.save_profile(vault, amira, fields={"lessons": "En makker.", "occasion": "after_job"}, now=NOW)
    )
    assert career.open_career(vault, amira).ended == ()
