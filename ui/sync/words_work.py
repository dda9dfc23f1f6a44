"""The records of the work itself, as the sync page names them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.text import dates, work_codes

translate = QCoreApplication.translate

ICONS = {
    "job": "briefcase-business",
    "education": "file-text",
    "support_plan": "handshake",
    "support_contact": "handshake",
    "disclosure_sheet": "message-square-text",
    "disclosure_talk": "message-square-text",
    "benefits_talk": "info",
    "clinic_agreement": "users",
    "workplace": "building-2",
    "employer_person": "user-round",
    "meeting": "users",
    "time_entry": "timer",
    "absence": "calendar-days",
    "working_time": "clock",
}
_FLAGS = frozenset(
    {
        "paragraph56", "permanent", "collective_agreement", "wants_new", "good_terms", "benefit_action", "ordinary",
        "mentor", "employer_contact", "declined", "told_duty", "vocational", "removed", "competitive", "present",
    }
)  # fmt: skip
_MINUTES = frozenset({"minutes", "weekly_minutes", "average_minutes", "planned_minutes"})


def kinds() -> dict[str, str]:
    return {
        "job": translate("Sync", "Job"), "education": translate("Sync", "Uddannelse"),
        "support_plan": translate("Sync", "Støtteplan"), "support_contact": translate("Sync", "Støttekontakt"),
        "disclosure_sheet": translate("Sync", "Åbenhedsark"), "disclosure_talk": translate("Sync", "Samtale om åbenhed"),
        "benefits_talk": translate("Sync", "Spørgsmål om ydelser"),
        "clinic_agreement": translate("Sync", "Aftale fra klinikmøde"),
        "workplace": translate("Sync", "Arbejdssted"),
        "employer_person": translate("Sync", "Kontaktperson hos arbejdsgiver"),
        "meeting": translate("Sync", "Møde"), "time_entry": translate("Sync", "Tidsregistrering"),
        "absence": translate("Sync", "Fravær"), "working_time": translate("Sync", "Ansættelsesgrad"),
    }  # fmt: skip


def fields() -> dict[str, str]:
    return {**_job(), **_support(), **_openness(), **_time()}


def code(kind: str, name: str, code: str) -> str | None:
    """The words of a code, or of several; None where the field is none of the work's."""
    full = f"{kind}.{name}"
    if full in work_codes.SEVERAL:
        return ", ".join(work_codes.word(full, one) for one in code.split(","))
    return work_codes.word(full, code) if work_codes.knows(full) else None


def number(name: str, value: int) -> str:
    if name in _FLAGS:
        return translate("Sync", "ja") if value else translate("Sync", "nej")
    if name in _MINUTES:
        return dates.duration(value)
    if name == "percent":
        return translate("Sync", "%1 %").replace("%1", str(value))
    return str(value)


def _job() -> dict[str, str]:
    return {
        "merged_into": translate("Sync", "samme som"), "competitive": translate("Sync", "om ordinært job"),
        "reviewed_at": translate("Sync", "set af leder"), "reviewed_by": translate("Sync", "set af"),
        "matches": translate("Sync", "passer til ønsker"), "present": translate("Sync", "kandidaten var med"),
        "disco08": translate("Sync", "jobtype"), "form": translate("Sync", "ansættelsesform"),
        "paragraph56": translate("Sync", "§ 56-aftale"), "permanent": translate("Sync", "fast"),
        "temporary_until": translate("Sync", "tidsbegrænset til"), "start_on": translate("Sync", "start"),
        "weekly_minutes": translate("Sync", "timer om ugen"), "hourly_pay": translate("Sync", "timeløn"),
        "collective_agreement": translate("Sync", "overenskomst"),
        "working_times": translate("Sync", "arbejdstider"), "found": translate("Sync", "hvordan jobbet blev fundet"),
        "preferences": translate("Sync", "passer til ønsker"),
        "guidance_on": translate("Sync", "vejledt om ydelser"),
        "four_hours_on": translate("Sync", "fire timer arbejdet"), "ended_on": translate("Sync", "ophør"),
        "last_day_on": translate("Sync", "sidste arbejdsdag"), "learned_on": translate("Sync", "du hørte om ophøret"),
        "ended_by": translate("Sync", "hvem sluttede det"), "reasons": translate("Sync", "grunde"),
        "average_minutes": translate("Sync", "timer i gennemsnit"), "worked": translate("Sync", "hvad virkede"),
        "to_change": translate("Sync", "hvad skal være anderledes"), "wants_new": translate("Sync", "ønsker nyt job"),
        "good_terms": translate("Sync", "gik i god forståelse"),
        "benefit_action": translate("Sync", "ydelse skal ordnes"),
        "institution": translate("Sync", "uddannelsessted"), "programme": translate("Sync", "uddannelse"),
        "level": translate("Sync", "niveau"), "ordinary": translate("Sync", "ordinær uddannelse"),
        "special_support": translate("Sync", "SPS"), "mentor": translate("Sync", "mentor"),
        "goal": translate("Sync", "mål"),
    }  # fmt: skip


def _support() -> dict[str, str]:
    return {
        "wanted": translate("Sync", "ønsket støtte"), "types": translate("Sync", "slags støtte"),
        "givers": translate("Sync", "hvem støtter"), "warning_signs": translate("Sync", "tegn at handle på"),
        "employer_contact": translate("Sync", "arbejdsgiver må kontaktes"),
        "step_down": translate("Sync", "nedtrapning"), "agreed_on": translate("Sync", "aftalt"),
        "review_on": translate("Sync", "ses på igen"), "with_whom": translate("Sync", "med hvem"),
        "declined": translate("Sync", "afslået"), "outreach": translate("Sync", "opsøgende forsøg"),
        "function": translate("Sync", "stilling"), "email": translate("Sync", "e-mail"),
        "left_on": translate("Sync", "er der ikke længere"), "seen_on": translate("Sync", "bekræftet"),
    }  # fmt: skip


def _openness() -> dict[str, str]:
    return {
        "explained_on": translate("Sync", "forklaret som frivilligt"), "pros": translate("Sync", "fordele"),
        "cons": translate("Sync", "ulemper"), "choice": translate("Sync", "valg"),
        "who_tells": translate("Sync", "hvem fortæller"), "to_whom": translate("Sync", "til hvem"),
        "wording": translate("Sync", "aftalt ordlyd"), "never_say": translate("Sync", "må ikke siges"),
        "role_words": translate("Sync", "konsulentens rolle"), "from_day": translate("Sync", "fra"),
        "withdrawn_on": translate("Sync", "trukket tilbage"), "on_day": translate("Sync", "dag"),
        "question": translate("Sync", "spørgsmål"), "situation": translate("Sync", "situation nu"),
        "planned_minutes": translate("Sync", "planlagte timer"), "planned_pay": translate("Sync", "planlagt løn"),
        "asked_on": translate("Sync", "spurgt"), "answered_on": translate("Sync", "besvaret"),
        "answer": translate("Sync", "svar"), "answered_by": translate("Sync", "hvem svarede"),
        "given_on": translate("Sync", "givet videre"), "told_duty": translate("Sync", "oplyst om oplysningspligt"),
        "about_job": translate("Sync", "aftalt om job"), "who_does": translate("Sync", "hvem gør hvad"),
        "considerations": translate("Sync", "hensyn i arbejdet"),
    }  # fmt: skip


def _time() -> dict[str, str]:
    return {
        "started_at": translate("Sync", "begyndt"), "vocational": translate("Sync", "IPS-arbejde"),
        "source": translate("Sync", "hentet fra"), "removed": translate("Sync", "fjernet"),
        "person": translate("Sync", "hvem"), "first_day": translate("Sync", "første dag"),
        "last_day": translate("Sync", "sidste dag"), "percent": translate("Sync", "procent"),
    }  # fmt: skip
