"""Which codes each field of the person's records may hold, for the door, the server and the words on screen."""

from __future__ import annotations

import enum
from typing import Final

from app.domain import career, consent, course, life_cycle
from app.domain.participant import Phase


class AlertAnswer(enum.StrEnum):
    DONE = "done"
    POSTPONED = "postponed"


ENUMS: Final[tuple[type[enum.StrEnum], ...]] = (
    life_cycle.Action, life_cycle.Refusal, life_cycle.PauseReason, life_cycle.CloseReason, course.ReferralSource,
    course.Wish, course.ReferralOutcome, course.AssignedAs, course.TeamKind, course.MarkerKind, course.ContactWay,
    course.PeriodList, consent.ConsentKind, consent.ConsentForm, consent.Answer, career.Occasion,
    career.Accommodation, career.Surrounding, career.Transport, career.Licence, career.RecordCheck, career.WhoContacts, career.Approved,
    career.PlanStatus, AlertAnswer,
)  # fmt: skip

# One of the list, or nothing.
CODES: Final[dict[str, frozenset[str]]] = {
    f"{kind}.{name}": frozenset({"", *values})
    for kind, name, values in (
        ("participant", "contact_way", course.ContactWay),
        ("ips_course", "close_reason", life_cycle.CloseReason),
        ("phase_change", "action", life_cycle.Action),
        ("phase_change", "before", Phase),
        ("phase_change", "after", Phase),
        ("referral", "source", course.ReferralSource),
        ("referral", "wish", course.Wish),
        ("referral", "employed_now", consent.Answer),
        ("referral", "outcome", course.ReferralOutcome),
        ("assignment", "role", course.AssignedAs),
        ("period", "list", course.PeriodList),
        ("clinic_team", "kind", course.TeamKind),
        ("star_marker", "kind", course.MarkerKind),
        ("consent", "kind", consent.ConsentKind),
        ("consent", "form", consent.ConsentForm),
        ("consent", "in_patient_record", consent.Answer),
        ("career_profile", "occasion", career.Occasion),
        ("career_profile", "licence", career.Licence),
        ("career_profile", "permit", consent.Answer),
        ("career_profile", "record_check", career.RecordCheck),
        ("career_profile", "economy_worry", consent.Answer),
        ("career_profile", "childcare", consent.Answer),
        ("work_limitation", "documented", consent.Answer),
        ("job_search_plan", "goal_kind", course.Wish),
        ("job_search_plan", "who_contacts", career.WhoContacts),
        ("job_search_plan", "approved_how", career.Approved),
        ("job_search_plan", "status", career.PlanStatus),
        ("task", "who", career.WhoContacts),
        ("alert_answer", "answer", AlertAnswer),
    )
}

# Texts that are more than a line.
LONG: Final = frozenset(
    {
        "words", "wishes", "dream", "first_step", "motive", "experience", "lessons", "education", "preferences",
        "strengths", "network", "job_types", "tasks_wanted",
        "tasks", "liked", "disliked", "learned", "limitation", "impossible_tasks", "goal", "wanted", "targets", "actions", "support",
        "reason", "scope", "purpose",
    }
)  # fmt: skip


class ReadReason(enum.StrEnum):
    """Why a team leader reads the case of a colleague whose member they are not."""

    COMPLAINT = "complaint"
    SUPERVISION = "supervision"
    ABSENCE = "absence"
    ACCESS_REQUEST = "access_request"
    AUDIT = "audit"
