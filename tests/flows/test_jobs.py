"""Jobs, education and their support on a real vault: from the agreement before the start to the end and after."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.life_cycle import Action, Move
from app.domain.support import Due, DueState
from app.services import caseload, course, jobs, support, workplaces
from app.services.door import Held, Invalid, Saved
from app.store import caseload as rows
from app.store import work
from app.vault.vault import Vault
from tests.journal_parts import NOW, REFUSED, SENTINEL, employer, participant, saved, whole_text
from tests.work_parts import TODAY, job, support_contact

DAY = timedelta(days=1)


def test_a_job_stands_on_the_candidates_page_with_its_rhythm(vault: Vault) -> None:
    amira, juhl = participant(vault), employer(vault)
    begun = job(vault, amira, TODAY - 2 * DAY, employer=juhl, weekly_minutes=600)
    (line,) = jobs.page(vault, amira, now=NOW).jobs
    assert (line.job.id, line.employer, line.job.weekly_minutes) == (begun, "Bageri Juhl", 600)
    assert line.next is not None
    assert (line.next.kind, line.next.due_on) == (Due.AFTER_START, TODAY + DAY)
    page = caseload.open_participant(vault, amira, now=NOW)
    assert page is not None
    assert page.participant.job_start == TODAY - 2 * DAY


def test_a_job_is_at_one_of_its_employers_places_of_work(vault: Vault) -> None:
    amira, juhl, other = participant(vault), employer(vault), employer(vault, "Café Korn")
    places = [
        saved(workplaces.add_workplace(vault, whose, fields={"name": name}, now=NOW))
        for whose, name in ((juhl, "Vestergade"), (other, "Torvet"))
    ]
    begun = job(vault, amira, TODAY, employer=juhl, workplace=places[0])
    (line,) = jobs.page(vault, amira, now=NOW).jobs
    assert line.workplace == "Vestergade"
    foreign = jobs.change(vault, begun, fields={"workplace": places[1]}, now=NOW)
    assert foreign == Invalid("workplace", "unknown")
    saved(workplaces.merge(vault, other, into=juhl, now=NOW))
    page = jobs.page(vault, amira, now=NOW)
    assert [one.name for one in page.workplaces[juhl]] == ["Torvet", "Vestergade"]
    saved(jobs.change(vault, begun, fields={"workplace": places[1]}, now=NOW))


def test_a_contact_meets_what_is_due_and_the_next_comes_forward(vault: Vault) -> None:
    amira = participant(vault)
    begun = job(vault, amira, TODAY - 2 * DAY)
    support_contact(vault, amira, begun, TODAY)
    (line,) = jobs.page(vault, amira, now=NOW).jobs
    assert {d.kind for d in line.dues if d.state is DueState.MET} == {Due.AFTER_START, Due.WEEK}
    assert line.next is None
    assert support.waiting(vault, now=NOW + 6 * DAY)[0].due.contact.number == 2


def test_a_missed_contact_waits_until_it_is_made_or_declined(vault: Vault) -> None:
    amira = participant(vault)
    begun = job(vault, amira, TODAY - 30 * DAY)
    assert support.waiting(vault, now=NOW)[0].participant == "Amira Holm"
    support_contact(vault, amira, begun, TODAY, declined=1)
    assert not [row for row in support.waiting(vault, now=NOW) if row.due.job.id == begun]


def test_the_permanence_of_a_job_follows_its_form_unless_it_is_said(vault: Vault) -> None:
    amira = participant(vault)
    for form, more, permanent in (
        ("ordinary_permanent", {}, True),
        ("ordinary_temporary", {}, False),
        ("ordinary_few_hours", {"temporary_until": TODAY + 90 * DAY}, False),
        ("flexjob", {"permanent": 1}, True),
    ):
        made = job(vault, amira, form=form, **more)
        with vault.read() as tx:
            found = work.get_job(tx, made)
        assert found is not None
        assert found.permanent is permanent, form


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"title": ""}, Invalid("title", "missing")),
        ({"form": "dreamjob"}, Invalid("form", "shape")),
        ({"start_on": None}, Invalid("start_on", "missing")),
        ({"weekly_minutes": 7 * 24 * 60 + 1}, Invalid("weekly_minutes", "shape")),
        ({"disco08": "12"}, Invalid("disco08", "shape")),
        ({"reasons": "tasks,fate"}, Invalid("reasons", "shape")),
        ({"participant": TODAY}, Invalid("participant", "final")),
    ],
)
def test_a_job_is_not_stored_without_what_it_needs(vault: Vault, fields: Any, problem: Invalid) -> None:
    told: dict[str, Any] = {"title": "Bager", "form": "flexjob", "start_on": TODAY, **fields}
    assert jobs.start(vault, participant(vault), fields=told, now=NOW) == problem


def test_a_job_ends_with_functional_reasons_and_a_plan_to_make(vault: Vault) -> None:
    amira = participant(vault)
    begun = job(vault, amira, TODAY - 100 * DAY)
    told: dict[str, Any] = {
        "ended_on": TODAY - 2 * DAY, "ended_by": "participant_quit",
        "reasons": jobs.reasons(("hours", "tasks", "health_related")), "worked": "Faste opgaver om morgenen.",
        "wants_new": 1,
    }  # fmt: skip
    saved(jobs.end(vault, begun, fields=told, now=NOW, next_plan="Lav ny jobsøgningsplan"))
    (line,) = jobs.page(vault, amira, now=NOW).jobs
    assert line.job.reasons == ("tasks", "hours", "health_related")
    assert line.job.learned_on == TODAY
    assert line.next is not None
    assert (line.next.kind, line.next.due_on) == (Due.AFTER_LOSS, TODAY + 3 * DAY)
    page = caseload.open_participant(vault, amira, now=NOW)
    assert page is not None
    assert [(s.title, s.on) for s in page.steps] == [("Lav ny jobsøgningsplan", TODAY + 14 * DAY)]
    assert page.participant.job_start is None


def test_an_end_written_by_mistake_is_taken_back(vault: Vault) -> None:
    amira = participant(vault)
    begun = job(vault, amira, TODAY - 10 * DAY)
    saved(jobs.end(vault, begun, fields={"ended_on": TODAY, "ended_by": "mutual"}, now=NOW))
    saved(jobs.change(vault, begun, fields={"ended_on": None, "ended_by": "", "learned_on": None}, now=NOW))
    page = caseload.open_participant(vault, amira, now=NOW)
    assert page is not None
    assert page.participant.job_start == TODAY - 10 * DAY


@pytest.mark.parametrize("name", ["ended_on", "four_hours_on", "last_day_on"])
def test_nothing_happens_in_a_job_before_it_starts(vault: Vault, name: str) -> None:
    begun = job(vault, participant(vault))
    assert jobs.change(vault, begun, fields={name: TODAY - DAY}, now=NOW) == Invalid(name, "range")


def test_four_hours_of_work_make_it_a_start_and_not_before_they_are_worked(vault: Vault) -> None:
    begun = job(vault, participant(vault), TODAY - DAY)
    assert jobs.four_hours(vault, begun, on=TODAY + DAY, now=NOW) == Invalid("four_hours_on", "future")
    saved(jobs.four_hours(vault, begun, on=TODAY, now=NOW))
    with vault.read() as tx:
        found = work.get_job(tx, begun)
    assert found is not None
    assert found.counts


def test_an_education_is_started_paused_and_completed(vault: Vault) -> None:
    amira = participant(vault)
    told: dict[str, Any] = {
        "institution": "Voksenskolen",
        "level": "avu",
        "start_on": TODAY - 30 * DAY,
        "special_support": "applied",
    }
    id = saved(jobs.start_education(vault, amira, fields=told, now=NOW))
    saved(jobs.change_education(vault, id, fields={"outcome": "paused"}, now=NOW))
    saved(jobs.change_education(vault, id, fields={"outcome": "completed", "ended_on": TODAY}, now=NOW))
    (line,) = jobs.page(vault, amira, now=NOW).educations
    assert (line.education.outcome, line.education.ended_on) == ("completed", TODAY)
    before: dict[str, Any] = {"ended_on": TODAY - 31 * DAY}
    assert jobs.change_education(vault, id, fields=before, now=NOW) == Invalid("ended_on", "range")


def test_support_is_for_ones_own_job_only(vault: Vault) -> None:
    amira, jonas = participant(vault), participant(vault, "Jonas Bak")
    begun = job(vault, amira)
    told: dict[str, Any] = {"job": begun, "at": NOW, "mode": "phone", "with_whom": "participant"}
    assert support.log_contact(vault, jonas, fields=told, now=NOW) == Invalid("job", "unknown")
    plan: dict[str, Any] = {"job": begun, "wanted": "Besøg i starten"}
    assert support.make_plan(vault, jonas, fields=plan, now=NOW) == Invalid("job", "unknown")
    assert isinstance(support.make_plan(vault, amira, fields=plan, now=NOW), Saved)
    (line,) = jobs.page(vault, amira, now=NOW).jobs
    assert line.plan is not None
    assert line.plan.review_on == TODAY + support.REVIEW


def test_an_attempt_that_reaches_nobody_changes_no_state(vault: Vault) -> None:
    amira = participant(vault, phase="employed")
    begun = job(vault, amira, TODAY - 2 * DAY)
    for kind in ("no_answer", "no_show", "letter"):
        support_contact(vault, amira, begun, TODAY, outreach=kind)
    page = caseload.open_participant(vault, amira, now=NOW)
    assert page is not None
    assert page.participant.phase == "employed"
    (line,) = jobs.page(vault, amira, now=NOW).jobs
    assert line.next is not None
    assert line.next.state is DueState.DUE


def test_what_the_guard_refuses_reaches_no_job_plan_or_contact(vault: Vault) -> None:
    amira = participant(vault)
    begun = job(vault, amira)
    acts = [
        lambda: jobs.change(vault, begun, fields={"worked": REFUSED}, now=NOW),
        lambda: jobs.end(vault, begun, fields={"ended_on": TODAY, "ended_by": "mutual", "to_change": REFUSED}, now=NOW),
        lambda: support.make_plan(vault, amira, fields={"job": begun, "wanted": REFUSED}, now=NOW),
        lambda: support.log_contact(
            vault, amira, now=NOW,
            fields={"job": begun, "at": NOW, "mode": "phone", "with_whom": "participant", "outcome": REFUSED},
        ),
    ]  # fmt: skip
    assert [type(act()) for act in acts] == [Held] * len(acts)
    assert SENTINEL not in whole_text(vault)


def _phase(vault: Vault, whose: UUID) -> str:
    with vault.read() as tx:
        found = rows.get(tx, whose)
    assert found is not None
    return found.phase.value


@pytest.mark.parametrize(
    ("form", "before", "after"),
    [
        ("ordinary_permanent", "job_search", "employed"),
        ("ordinary_permanent", "engaged", "employed"),
        ("ordinary_permanent", "job_lost", "employed"),
        ("ordinary_permanent", "in_education", "employed"),
        ("flexjob", "job_search", "employed"),
        ("wage_subsidy_private", "job_search", "employed"),
        ("wage_subsidy_public", "job_search", "job_search"),
        ("internship", "job_search", "job_search"),
        ("volunteer", "job_search", "job_search"),
        ("ordinary_permanent", "on_hold", "on_hold"),
        ("ordinary_permanent", "referred", "referred"),
    ],
)
def test_a_job_that_has_begun_moves_the_phase_when_it_is_a_job(
    vault: Vault, form: str, before: str, after: str
) -> None:
    """IPS life cycle: job search → employed; ordinary as the Danish IPS trial defined it."""
    amira = participant(vault, phase=before)
    job(vault, amira, TODAY - 2 * DAY, form=form)
    assert _phase(vault, amira) == after


def test_a_start_agreed_for_later_moves_nothing_until_somebody_was_there(vault: Vault) -> None:
    amira = participant(vault)
    begun = job(vault, amira, TODAY + 7 * DAY)
    assert _phase(vault, amira) == "job_search"
    support_contact(vault, amira, begun, TODAY + 8 * DAY, outreach="no_answer")
    assert _phase(vault, amira) == "job_search"
    support_contact(vault, amira, begun, TODAY + 8 * DAY)
    assert _phase(vault, amira) == "employed"
    page = course.open_course(vault, amira, now=NOW)
    assert page is not None
    assert [(c.action, c.on_day) for c in page.changes] == [(Action.START_JOB, TODAY + 7 * DAY)]


def test_a_lost_job_moves_the_phase_and_the_next_one_moves_it_back(vault: Vault) -> None:
    amira = participant(vault)
    first = job(vault, amira, TODAY - 60 * DAY)
    saved(jobs.end(vault, first, fields={"ended_on": TODAY - 3 * DAY, "ended_by": "mutual"}, now=NOW))
    assert _phase(vault, amira) == "job_lost"
    job(vault, amira, TODAY - DAY)
    assert _phase(vault, amira) == "employed"


@pytest.mark.parametrize("ended_by", ["moved_to_new_job", "education_start", "retirement"])
def test_who_goes_on_has_lost_nothing(vault: Vault, ended_by: str) -> None:
    amira = participant(vault)
    first = job(vault, amira, TODAY - 60 * DAY)
    saved(jobs.end(vault, first, fields={"ended_on": TODAY, "ended_by": ended_by}, now=NOW))
    assert _phase(vault, amira) == "employed"


def test_one_of_two_jobs_that_ends_is_not_the_job_lost(vault: Vault) -> None:
    amira = participant(vault)
    first = job(vault, amira, TODAY - 60 * DAY)
    job(vault, amira, TODAY - 10 * DAY, form="ordinary_few_hours")
    saved(jobs.end(vault, first, fields={"ended_on": TODAY, "ended_by": "mutual"}, now=NOW))
    assert _phase(vault, amira) == "employed"


def test_after_care_lasts_though_its_old_job_is_written_in_again(vault: Vault) -> None:
    amira = participant(vault)
    first = job(vault, amira, TODAY - 60 * DAY)
    saved(course.move(vault, amira, move=Move(Action.AFTERCARE, TODAY - DAY), now=NOW))
    saved(jobs.change(vault, first, fields={"weekly_minutes": 900}, now=NOW))
    assert _phase(vault, amira) == "aftercare"


def test_an_education_that_has_begun_moves_the_phase(vault: Vault) -> None:
    amira = participant(vault)
    school: dict[str, Any] = {"institution": "Voksenskolen", "level": "avu", "start_on": TODAY + DAY}
    begun = saved(jobs.start_education(vault, amira, fields=school, now=NOW))
    assert _phase(vault, amira) == "job_search"
    saved(jobs.change_education(vault, begun, fields={"weekly_minutes": 900}, now=NOW + 2 * DAY))
    assert _phase(vault, amira) == "in_education"
