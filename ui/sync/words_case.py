"""The records around a course, their fields and values, as the sync page names them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.case_codes import ENUMS
from ui.text import case_codes

translate = QCoreApplication.translate

ICONS = {
    "ips_course": "footprints",
    "phase_change": "footprints",
    "referral": "user-round",
    "assignment": "users",
    "period": "calendar-days",
    "clinic_team": "building-2",
    "clinic_person": "user-round",
    "attachment": "users",
    "star_marker": "list-checks",
    "consent": "handshake",
    "career_profile": "user-round",
    "work_limitation": "list-checks",
    "job_search_plan": "list-checks",
    "note_transfer": "message-square-text",
    "note_erased": "message-square-text",
    "guard_release": "shield-check",
    "alert_answer": "clock",
}


def kinds() -> dict[str, str]:
    return {
        "ips_course": translate("Sync", "IPS-forløb"),
        "phase_change": translate("Sync", "Skift af fase"),
        "referral": translate("Sync", "Henvisning"),
        "assignment": translate("Sync", "Tilknyttet konsulent"),
        "period": translate("Sync", "Ydelse eller indsats"),
        "clinic_team": translate("Sync", "Behandlingsteam"),
        "clinic_person": translate("Sync", "Kontaktperson på klinikken"),
        "attachment": translate("Sync", "Tilknytning til klinikken"),
        "star_marker": translate("Sync", "STAR-markør"),
        "consent": translate("Sync", "Samtykke"),
        "career_profile": translate("Sync", "Erhvervsprofil"),
        "work_limitation": translate("Sync", "Skånehensyn"),
        "job_search_plan": translate("Sync", "Jobsøgningsplan"),
        "note_transfer": translate("Sync", "Overført til fagsystem"),
        "note_erased": translate("Sync", "Ord taget ud af notat"),
        "guard_release": translate("Sync", "Ord, som vagten lader passere"),
        "alert_answer": translate("Sync", "Svar på en påmindelse"),
    }


def fields() -> dict[str, str]:
    return {
        **_course_fields(),
        **_profile_fields(),
        "contact_way": translate("Sync", "kontakt helst ved"), "interpreter": translate("Sync", "tolk"),
        "scope": translate("Sync", "hvilke oplysninger"), "from_whom": translate("Sync", "fra hvem"),
        "to_whom": translate("Sync", "til hvem"), "form": translate("Sync", "form"),
        "given_on": translate("Sync", "givet"), "expires_on": translate("Sync", "udløber"),
        "withdrawn_on": translate("Sync", "trukket tilbage"),
        "withdrawn_how": translate("Sync", "hvordan det blev trukket tilbage"),
        "document_ref": translate("Sync", "dokument"),
        "in_patient_record": translate("Sync", "også noteret på klinikken"),
        "moved_on": translate("Sync", "overført"), "erased_at": translate("Sync", "taget ud"), "category": translate("Sync", "slags ord"),
        "fields": translate("Sync", "felter"), "rule": translate("Sync", "regel"),
        "about": translate("Sync", "indhold"), "answer": translate("Sync", "svar"), "until": translate("Sync", "indtil"),
    }  # fmt: skip


def _course_fields() -> dict[str, str]:
    return {
        "number": translate("Sync", "nummer"), "opened_on": translate("Sync", "åbnet"),
        "started_on": translate("Sync", "begyndt"), "ended_on": translate("Sync", "afsluttet"),
        "close_reason": translate("Sync", "grund til afslutning"),
        "countersigned_by": translate("Sync", "set af leder"), "countersigned_on": translate("Sync", "set af leder den"),
        "action": translate("Sync", "hvad der skete"), "before": translate("Sync", "fase før"),
        "after": translate("Sync", "fase efter"), "on_day": translate("Sync", "dato"),
        "reason": translate("Sync", "grund"), "words": translate("Sync", "begrundelse"),
        "received_on": translate("Sync", "modtaget"), "answered_on": translate("Sync", "besvaret"),
        "source": translate("Sync", "henvist af"), "wish": translate("Sync", "ønsker"),
        "employed_now": translate("Sync", "i job nu"), "person": translate("Sync", "person"),
        "role": translate("Sync", "rolle"), "from_day": translate("Sync", "fra"), "to_day": translate("Sync", "til"),
        "list": translate("Sync", "liste"), "code": translate("Sync", "kode"), "clinic": translate("Sync", "klinik"),
        "function": translate("Sync", "funktion"), "checked_on": translate("Sync", "set efter"),
    }  # fmt: skip


def _profile_fields() -> dict[str, str]:
    return {
        "held_on": translate("Sync", "samtale den"), "occasion": translate("Sync", "anledning"),
        "wishes": translate("Sync", "ønsker"), "dream": translate("Sync", "drømmejob"),
        "first_step": translate("Sync", "første skridt"), "motive": translate("Sync", "hvorfor arbejde"),
        "hours_min": translate("Sync", "timer, mindst"), "hours_max": translate("Sync", "timer, højst"),
        "earliest_start": translate("Sync", "kan begynde"), "experience": translate("Sync", "erfaring"),
        "lessons": translate("Sync", "lært af job"), "education": translate("Sync", "uddannelse"),
        "certificates": translate("Sync", "beviser"), "licence": translate("Sync", "kørekort"),
        "languages": translate("Sync", "sprog"), "digital": translate("Sync", "it"), "cv_on": translate("Sync", "cv"),
        "preferences": translate("Sync", "præferencer"), "surroundings": translate("Sync", "omgivelser"),
        "travel_minutes": translate("Sync", "transporttid"), "strengths": translate("Sync", "styrker"),
        "network": translate("Sync", "netværk"), "accommodations": translate("Sync", "arbejdsforhold der virker"),
        "permit": translate("Sync", "arbejdstilladelse"), "record_check": translate("Sync", "straffeattest"),
        "economy_worry": translate("Sync", "bekymret for økonomi"),
        "limitation": translate("Sync", "begrænsning"), "impossible_tasks": translate("Sync", "opgaver der ikke går"),
        "documented": translate("Sync", "dokumentation findes"), "correction": translate("Sync", "rettelse"),
        "goal_kind": translate("Sync", "mål"), "goal": translate("Sync", "mål"), "wanted": translate("Sync", "ønsker i planen"),
        "targets": translate("Sync", "arbejdsgivere"), "who_contacts": translate("Sync", "hvem tager kontakt"),
        "contacts_per_week": translate("Sync", "kontakter om ugen"), "actions": translate("Sync", "handlinger"),
        "support": translate("Sync", "støtte"), "starts_on": translate("Sync", "begynder"),
        "review_on": translate("Sync", "ses efter"), "approved_on": translate("Sync", "godkendt"),
        "approved_how": translate("Sync", "hvordan godkendt"), "status": translate("Sync", "status"),
    }  # fmt: skip


def code(value: str) -> str:
    """The word of a code of any of the course's lists; several of them with commas between."""
    known = {one.value: case_codes.word(one) for kind in ENUMS for one in kind}
    return ", ".join(known.get(part, part) for part in value.split()) if value else value
