"""Every value list of the IPS work as a table that names where it comes from: the paragraph of DOMAIN.md, and the law,
scale or form behind it. A code that is added, renamed or lost turns it red."""

from __future__ import annotations

import enum
from datetime import date

import pytest

from app.domain import (
    alerts,
    benefits,
    career,
    code_list,
    consent,
    course,
    disclosure,
    employer,
    job,
    journal,
    life_cycle,
    support,
)
from app.domain.participant import Phase

LISTS: list[tuple[str, type[enum.StrEnum], str]] = [
    ("1.3 fidelity item 3, six phases", support.IpsPhase, "intake engagement assessment job_placement job_coaching follow_along"),
    ("1.4 item 24, where", journal.Place, "clinic municipal_office employer education participant_home public_place transit phone_online"),
    ("2 header, source", journal.SourceOf, "participant observed employer authority clinic"),
    ("2.1 referral source", course.ReferralSource, "self clinic authority relative other_unit peer"),
    ("2.1 wish", course.Wish, "job education keep_job"),
    ("2.1 outcome", course.ReferralOutcome, "accepted waiting_list withdrawn_by_participant not_in_target_group moved"),
    ("2.1 outcome but accepted: why refused", life_cycle.Refusal, "waiting_list withdrawn_by_participant not_in_target_group moved"),
    ("2.2 accommodations", career.Accommodation, "quiet_place fixed_tasks written_instructions short_days later_start breaks one_contact_person gradual_hours no_customers flexible_absence remote tools_aids"),
    ("2.2 preferences, what may be matched (2.4)", career.Preference, "job_type tasks indoor_outdoor people noise pace team_size time_of_day shift hours pay distance transport"),
    ("2.2 preferences, surroundings", career.Surrounding, "indoors outdoors with_people alone small_team large_team calm_pace brisk_pace little_noise daytime evenings shifts"),
    ("2.2 preferences, transport", career.Transport, "walk bicycle public car lift"),
    ("2.2 criminal record", career.RecordCheck, "not_relevant clean talk_first"),
    ("2.2 driving licence", career.Licence, "none B C"),
    ("2.3 who contacts, and who does a step", career.WhoContacts, "consultant participant together"),
    ("2.3 status", career.PlanStatus, "active updated closed"),
    ("2.3 approval", career.Approved, "oral signed"),
    ("2.4 mode", employer.ContactMode, "in_person phone email online"),
    ("2.4 purpose", employer.Purpose, "introduce_ips learn_needs ask_for_person interview_support job_analysis follow_up_lead thank job_support problem_solving"),
    ("2.4 matches preferences", job.Matches, "yes partly no"),
    ("2.4 outcome", employer.Outcome, "no_interest come_back wants_candidate interview_agreed trial_day job_offer hired needs_info"),
    ("2.5 how found", job.FoundBy, "consultant_contact participant_own network jobnet ad internship_led_to_job authority"),
    ("2.6 who ended", job.EndedBy, "participant_quit employer_ended contract_expired mutual moved_to_new_job education_start retirement"),
    ("2.6 reasons", job.EndReason, "tasks hours pay colleagues management transport health_related better_offer redundancy season private"),
    ("2.7 level", job.EducationLevel, "fvu avu upper_secondary vocational amu short_higher medium_higher long_higher single_subject"),
    ("2.7 outcome", job.EducationOutcome, "ongoing paused completed dropped"),
    ("2.7 SPS", job.SpecialSupport, "none applied granted"),
    ("2.8 types", support.SupportType, "onboarding_visit wake_up_or_reminder transport_training task_structure feedback_from_employer colleague_contact employer_advice workplace_adjustment mentor_at_work time_off_for_appointments benefit_reporting career_development"),
    ("2.8 who gives it", support.Giver, "consultant mentor colleague clinic_team family peer"),
    ("2.9 choice", disclosure.Openness, "none partial_function_only partial_named_by_participant full"),
    ("2.9 who may tell", disclosure.Teller, "participant consultant together"),
    ("2.10 with whom", support.WithWhom, "participant participant_and_employer employer clinic_team authority relative"),
    ("2.10 outreach", support.Outreach, "no_answer no_show letter home_visit"),
    ("2.11 to whom", benefits.Adviser, "ydelseskontor a_kasse udbetaling_danmark fagforening socialraadgiver gaeldsraadgiver"),
    ("2.13 states", Phase, "referred accepted engaged job_search employed in_education aftercare closed on_hold job_lost not_started"),
    ("2.13 closed by", life_cycle.CloseReason, "participant_wish steady_and_agreed moved_away deceased other"),
    ("2.13 on hold", life_cycle.PauseReason, "own_wish sickness parental_leave"),
    ("3.5 STAR's marker", course.MarkerKind, "IPS_STAR IPS_LIGNENDE_STAR"),
    ("3.5 derived warnings", course.MarkerWarning, "marker_missing marker_not_closed marker_wrong_kind marker_not_checked"),
    ("4.6 kinds of consent", consent.ConsentKind, "participate_ips contact_clinic health_disclosure contact_employer contact_relative disclosure_wording statistics_or_research"),
    ("4.6 form", consent.ConsentForm, "written oral_noted digital"),
    ("4.6 in the patient record", consent.Answer, "yes no unknown"),
    ("7 where a team belongs", course.TeamKind, "hospital_psychiatry municipal_mental_health"),
    ("8.2 how sure a rate is", benefits.RateStatus, "verified secondary agreement_text estimate"),
    ("9.3 alerts", alerts.Rule, " ".join(f"A{n}" for n in range(1, 17))),
]  # fmt: skip

# DOMAIN 3.1, 3.2, 3.3: what a case may be given on a day of autumn 2026, and what only older cases have.
DATED = {
    "benefit": (
        "cash_min cash_basic cash_high cash_home sickness job_clarification unemployment_benefit flex_unemployment "
        "flex_subsidy early_pension senior_pension early_retirement student_grant parental integration self_supported none "
        "unknown",
        "cash_before_2025 education_help shho resource_course rehabilitation_allowance",
    ),
    "employment_form": (
        "ordinary_permanent ordinary_temporary ordinary_few_hours flexjob retention_flexjob wage_subsidy_private "
        "wage_subsidy_public wage_subsidy_pension apprentice adult_apprentice self_employed internship utility_job volunteer "
        "sheltered",
        "",
    ),
    "measure": (
        "target_group contact_course clarification my_plan description internship wage_subsidy utility training work_duty "
        "mentor aids personal_assistance preferential_access",
        "rehab_plan",
    ),
    "readiness": ("job_ready activity_ready", "education_ready"),
}


@pytest.mark.parametrize(("source", "kind", "codes"), LISTS, ids=[source for source, _, _ in LISTS])
def test_a_value_list_is_what_its_source_says(source: str, kind: type[enum.StrEnum], codes: str) -> None:
    del source
    assert {one.value for one in kind} == set(codes.split())


@pytest.mark.parametrize("name", DATED)
def test_a_dated_list_offers_todays_law_and_keeps_the_old(name: str) -> None:
    lists = code_list.together(code_list.shipped())
    now, before = (set(codes.split()) for codes in DATED[name])
    assert {one.code for one in lists.choices(name, date(2026, 11, 23))} == now
    whole = lists.on(name, date(2026, 11, 23))
    assert whole is not None
    assert {one.code for one in whole.codes} == now | before
