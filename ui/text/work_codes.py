"""The words of the work's code lists: jobs, support, openness, guidance and time."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain import work_codes
from app.domain.employer import ContactMode
from app.domain.employment_form import EmploymentForm
from ui.text import codes

translate = QCoreApplication.translate
SEVERAL = work_codes.SEVERAL


def knows(full: str) -> bool:
    return full in work_codes.ONE or full in SEVERAL


def word(full: str, code: str) -> str:
    """`full`: record type and field, as in `job.found`. A code of another program's version is shown as it is."""
    if full == "support_contact.mode":
        return codes.mode(ContactMode(code)) if code in set(ContactMode) else code
    return _words().get(full, {}).get(code, code)


def options(full: str, *, none: str = "") -> tuple[tuple[str, str], ...]:
    """The list for a choice, in the order it is spoken of; `none`: what stands first for nothing said."""
    first = (("", none),) if none else ()
    return first + tuple(_words()[full].items())


def form(found: EmploymentForm) -> str:
    """An employment form by the name its list gives it."""
    return found.word("en" if QLocale().language() == QLocale.Language.English else "da")


def several(full: str, chosen: Iterable[str]) -> str:
    return codes.listed(word(full, code) for code in chosen)


def _words() -> dict[str, dict[str, str]]:
    return {**_job(), **_support(), **_openness(), **_time()}


def _job() -> dict[str, dict[str, str]]:
    reasons = {
        "tasks": translate("Work", "Opgaverne"), "hours": translate("Work", "Timerne"),
        "pay": translate("Work", "Lønnen"), "colleagues": translate("Work", "Kollegerne"),
        "management": translate("Work", "Ledelsen"), "transport": translate("Work", "Transporten"),
        "health_related": translate("Work", "Helbred (uden uddybning)"),
        "better_offer": translate("Work", "Bedre tilbud"), "redundancy": translate("Work", "Nedskæring"),
        "season": translate("Work", "Sæsonen sluttede"), "private": translate("Work", "Private forhold"),
    }  # fmt: skip
    fits = {
        "yes": translate("Work", "Ja"), "partly": translate("Work", "Delvist"), "no": translate("Work", "Nej"),
    }  # fmt: skip
    return {
        "job.found": {
            "consultant_contact": translate("Work", "Konsulentens kontakt"),
            "participant_own": translate("Work", "Kandidaten selv"), "network": translate("Work", "Netværk"),
            "jobnet": translate("Work", "Jobnet"), "ad": translate("Work", "Annonce"),
            "internship_led_to_job": translate("Work", "Praktik, der blev til job"),
            "authority": translate("Work", "Myndighed"),
        },
        "job.preferences": fits, "contact_for.matches": fits,
        "contact_for.matched": {
            "job_type": translate("Work", "Slags job"), "tasks": translate("Work", "Opgaver"),
            "indoor_outdoor": translate("Work", "Inde eller ude"), "people": translate("Work", "Med andre eller alene"),
            "noise": translate("Work", "Støj"), "pace": translate("Work", "Tempo"),
            "team_size": translate("Work", "Antal kolleger"), "time_of_day": translate("Work", "Tid på dagen"),
            "shift": translate("Work", "Vagter"), "hours": translate("Work", "Timer"), "pay": translate("Work", "Løn"),
            "distance": translate("Work", "Afstand"), "transport": translate("Work", "Transport"),
        },
        "job.ended_by": {
            "participant_quit": translate("Work", "Kandidaten sagde op"),
            "employer_ended": translate("Work", "Arbejdsgiveren sluttede det"),
            "contract_expired": translate("Work", "Aftalen udløb"), "mutual": translate("Work", "I enighed"),
            "moved_to_new_job": translate("Work", "Skiftede til nyt job"),
            "education_start": translate("Work", "Begyndte uddannelse"),
            "retirement": translate("Work", "Pension"),
        },
        "job.reasons": reasons, "education.reasons": reasons, "past_job.reasons": reasons,
        "education.level": {
            "fvu": translate("Work", "FVU"), "avu": translate("Work", "AVU"),
            "upper_secondary": translate("Work", "HF, STX eller lignende"),
            "vocational": translate("Work", "Erhvervsuddannelse (EUD)"), "amu": translate("Work", "AMU-kursus"),
            "short_higher": translate("Work", "Kort videregående"),
            "medium_higher": translate("Work", "Mellemlang videregående"),
            "long_higher": translate("Work", "Lang videregående"), "single_subject": translate("Work", "Enkeltfag"),
        },
        "education.outcome": {
            "ongoing": translate("Work", "I gang"), "paused": translate("Work", "Pause"),
            "completed": translate("Work", "Gennemført"), "dropped": translate("Work", "Stoppet"),
        },
        "education.special_support": {
            "none": translate("Work", "Ingen"), "applied": translate("Work", "Søgt"),
            "granted": translate("Work", "Bevilget"),
        },
    }  # fmt: skip


def _support() -> dict[str, dict[str, str]]:
    return {
        "support_plan.types": {
            "onboarding_visit": translate("Work", "Besøg i starten"),
            "wake_up_or_reminder": translate("Work", "Påmindelse eller opkald om morgenen"),
            "transport_training": translate("Work", "Øve transporten"),
            "task_structure": translate("Work", "Struktur på opgaverne"),
            "feedback_from_employer": translate("Work", "Tilbagemelding fra arbejdsgiver"),
            "colleague_contact": translate("Work", "Kontakt til en kollega"),
            "employer_advice": translate("Work", "Råd til arbejdsgiver"),
            "workplace_adjustment": translate("Work", "Tilpasning af arbejdspladsen"),
            "mentor_at_work": translate("Work", "Mentor på arbejdet"),
            "time_off_for_appointments": translate("Work", "Fri til aftaler (uden grund)"),
            "benefit_reporting": translate("Work", "Oplyse timer til ydelsen"),
            "career_development": translate("Work", "Næste skridt i karrieren"),
        },
        "support_plan.givers": {
            "consultant": translate("Work", "IPS-konsulent"), "mentor": translate("Work", "Mentor"),
            "colleague": translate("Work", "Kollega"), "clinic_team": translate("Work", "Behandlingsteam"),
            "family": translate("Work", "Familie"), "peer": translate("Work", "Peer"),
        },
        "support_contact.with_whom": {
            "participant": translate("Work", "Kandidaten"),
            "participant_and_employer": translate("Work", "Kandidaten og arbejdsgiveren"),
            "employer": translate("Work", "Arbejdsgiveren"), "clinic_team": translate("Work", "Behandlingsteamet"),
            "authority": translate("Work", "Myndigheden"), "relative": translate("Work", "Pårørende"),
        },
        "support_contact.purpose": {
            "intake": translate("Work", "Optagelse"), "engagement": translate("Work", "Relation"),
            "assessment": translate("Work", "Afklaring"), "job_placement": translate("Work", "Jobfinding"),
            "job_coaching": translate("Work", "Støtte på jobbet"),
            "follow_along": translate("Work", "Opfølgning"),
        },
        "support_contact.outreach": {
            "no_answer": translate("Work", "Intet svar"), "no_show": translate("Work", "Kom ikke"),
            "letter": translate("Work", "Brev eller besked"), "home_visit": translate("Work", "Opsøgt, hvor kandidaten er"),
        },
        "support_contact.place": _places(), "time_entry.place": _places(),
    }  # fmt: skip


def _places() -> dict[str, str]:
    return {
        "clinic": translate("Work", "Klinikken"), "municipal_office": translate("Work", "Kontoret"),
        "employer": translate("Work", "Hos arbejdsgiver"), "education": translate("Work", "På uddannelsessted"),
        "participant_home": translate("Work", "Hos kandidaten"), "public_place": translate("Work", "Ude i byen"),
        "transit": translate("Work", "På vej"), "phone_online": translate("Work", "Telefon eller online"),
    }  # fmt: skip


def _openness() -> dict[str, dict[str, str]]:
    choices = {
        "none": translate("Work", "Ingen åbenhed"),
        "partial_function_only": translate("Work", "Kun om arbejdet, ikke om helbred"),
        "partial_named_by_participant": translate("Work", "Delvis, med kandidatens egne ord"),
        "full": translate("Work", "Fuld åbenhed"),
    }
    return {
        "disclosure_sheet.choice": choices, "job.disclosure": choices, "education.disclosure": choices,
        "disclosure_sheet.who_tells": {
            "participant": translate("Work", "Kandidaten"), "consultant": translate("Work", "Konsulenten"),
            "together": translate("Work", "Sammen"),
        },
        "benefits_talk.to_whom": {
            "ydelseskontor": translate("Work", "Ydelseskontoret"), "a_kasse": translate("Work", "A-kassen"),
            "udbetaling_danmark": translate("Work", "Udbetaling Danmark"),
            "fagforening": translate("Work", "Fagforeningen"),
            "socialraadgiver": translate("Work", "Socialrådgiver"),
            "gaeldsraadgiver": translate("Work", "Gældsrådgiver"),
        },
    }  # fmt: skip


def _time() -> dict[str, dict[str, str]]:
    return {
        "time_entry.kind": {
            "participant_meeting": translate("Work", "Samtale med kandidat"),
            "job_search": translate("Work", "Jobsøgning"),
            "employer_contact": translate("Work", "Arbejdsgiverkontakt"),
            "job_support": translate("Work", "Støtte i job"),
            "team_integration": translate("Work", "Møde med behandlingsteam"),
            "authority": translate("Work", "Myndighed"),
            "supervision": translate("Work", "IPS-team og supervision"),
            "record_keeping": translate("Work", "Journal"), "benefits": translate("Work", "Ydelsesvejledning"),
            "course": translate("Work", "Kursus i IPS"), "other_caseload": translate("Work", "Andre sager"),
            "desk_duty": translate("Work", "Vagt i kommunen"),
            "administration": translate("Work", "Anden administration"),
        },
        "time_entry.source": {
            "own": translate("Work", "Skrevet selv"), "note": translate("Work", "Notat"),
            "employer_contact": translate("Work", "Arbejdsgiverkontakt"),
            "support_contact": translate("Work", "Støttekontakt"), "appointment": translate("Work", "Aftale"),
            "meeting": translate("Work", "Møde"),
        },
        "meeting.kind": {
            "treatment_team": translate("Work", "Behandlingsteam"), "ips_team": translate("Work", "IPS-team"),
            "supervision": translate("Work", "Supervision"),
            "field_mentoring": translate("Work", "Feltmentoring"), "authority": translate("Work", "Myndighed"),
        },
        "absence.kind": {
            "holiday": translate("Work", "Ferie eller fri"), "away": translate("Work", "Fravær"),
            "course": translate("Work", "Kursus"),
        },
        "ips_training.status": {
            "trained": translate("Work", "IPS-uddannet"),
            "in_training": translate("Work", "Under uddannelse"),
            "untrained": translate("Work", "Ikke uddannet i IPS"),
        },
    }  # fmt: skip
