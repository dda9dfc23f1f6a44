"""Which values the fields of the work's records may have, and how large their numbers may be."""

from __future__ import annotations

from typing import Final

from app.domain.benefits import Adviser
from app.domain.career import Preference
from app.domain.case_file import LARGEST
from app.domain.disclosure import Openness, Teller
from app.domain.employer import ContactMode
from app.domain.job import (
    EducationLevel,
    EducationOutcome,
    EndedBy,
    EndReason,
    FoundBy,
    Matches,
    SpecialSupport,
)
from app.domain.journal import Place
from app.domain.support import Giver, IpsPhase, Outreach, SupportType, WithWhom
from app.domain.time_log import AbsenceKind, Activity, MeetingKind, TimeSource, Trained

_NONE: Final = frozenset({""})

# A field of one code; empty where nothing has been said.
ONE: Final[dict[str, frozenset[str]]] = {
    "job.found": frozenset(FoundBy) | _NONE,
    "job.preferences": frozenset(Matches) | _NONE,
    "job.disclosure": frozenset(Openness) | _NONE,
    "job.ended_by": frozenset(EndedBy) | _NONE,
    "education.level": frozenset(EducationLevel),
    "education.special_support": frozenset(SpecialSupport) | _NONE,
    "education.disclosure": frozenset(Openness) | _NONE,
    "education.outcome": frozenset(EducationOutcome),
    "support_contact.mode": frozenset(ContactMode),
    "support_contact.place": frozenset(Place) | _NONE,
    "support_contact.with_whom": frozenset(WithWhom),
    "support_contact.purpose": frozenset(IpsPhase) | _NONE,
    "support_contact.outreach": frozenset(Outreach) | _NONE,
    "disclosure_sheet.choice": frozenset(Openness) | _NONE,
    "disclosure_sheet.who_tells": frozenset(Teller) | _NONE,
    "benefits_talk.to_whom": frozenset(Adviser),
    "contact_for.matches": frozenset(Matches) | _NONE,
    "meeting.kind": frozenset(MeetingKind),
    "time_entry.kind": frozenset(Activity),
    "time_entry.place": frozenset(Place) | _NONE,
    "time_entry.source": frozenset(TimeSource),
    "absence.kind": frozenset(AbsenceKind),
    "ips_training.status": frozenset(Trained),
}
# A field of several codes, joined by commas in the order of their list.
SEVERAL: Final[dict[str, frozenset[str]]] = {
    "contact_for.matched": frozenset(Preference),
    "job.reasons": frozenset(EndReason),
    "education.reasons": frozenset(EndReason),
    "past_job.reasons": frozenset(EndReason),
    "support_plan.types": frozenset(SupportType),
    "support_plan.givers": frozenset(Giver),
}
# Whole numbers from 0 to this; minutes of a day where nothing is said.
MOST: Final[dict[str, int]] = {
    **dict.fromkeys(
        (
            "job.weekly_minutes",
            "job.average_minutes",
            "education.weekly_minutes",
            "benefits_talk.planned_minutes",
        ),
        7 * 24 * 60,
    ),
    "job.hourly_pay": 5_000,
    "benefits_talk.planned_pay": 200_000,
    "absence.percent": 100,
    "case_file.size": LARGEST,
    "working_time.percent": 100,
}
REGISTRY: Final[dict[str, int]] = {"job.disco08": 4, "past_job.disco08": 4, "workplace.p_number": 10}
# Longer than a line.
LONG: Final = frozenset(
    {
        "worked", "to_change", "wanted", "warning_signs", "step_down", "outcome", "pros", "cons", "wording",
        "never_say", "question", "situation", "answer", "about_job", "who_does", "considerations", "goal",
    }
)  # fmt: skip


def joined(codes: object) -> str:
    """Several codes as one field's value."""
    return ",".join(str(code) for code in codes) if isinstance(codes, tuple | list) else str(codes or "")
