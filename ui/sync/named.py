"""Every kind of record and every field, as the sync page names them; one table each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def kinds() -> dict[str, tuple[str, str]]:
    """Icon and words of each."""
    return {
        # the main job
        "note": ("message-square-text", translate("Sync", "Notat")),
        "participant": ("user-round", translate("Sync", "Kandidatens oplysninger")),
        "employer": ("building-2", translate("Sync", "Arbejdsgiver")),
        "employer_contact": ("footprints", translate("Sync", "Arbejdsgiverkontakt")),
        "contact_for": ("footprints", translate("Sync", "Kontakt ført hos kandidaten")),
        "appointment": ("calendar-days", translate("Sync", "Aftale")),
        "task": ("list-checks", translate("Sync", "Opgave")),
        **of_a_course(),
        # the work itself
        "job": ("briefcase-business", translate("Sync", "Job")),
        "education": ("file-text", translate("Sync", "Uddannelse")),
        "support_plan": ("handshake", translate("Sync", "Støtteplan")),
        "support_contact": ("handshake", translate("Sync", "Støttekontakt")),
        "disclosure_sheet": ("message-square-text", translate("Sync", "Åbenhedsark")),
        "disclosure_talk": ("message-square-text", translate("Sync", "Samtale om åbenhed")),
        "benefits_talk": ("info", translate("Sync", "Spørgsmål om ydelser")),
        "clinic_agreement": ("users", translate("Sync", "Aftale fra klinikmøde")),
        "workplace": ("building-2", translate("Sync", "Arbejdssted")),
        "employer_person": ("user-round", translate("Sync", "Kontaktperson hos arbejdsgiver")),
        "meeting": ("users", translate("Sync", "Møde")),
        "time_entry": ("timer", translate("Sync", "Tidsregistrering")),
        "absence": ("calendar-days", translate("Sync", "Fravær")),
        "working_time": ("clock", translate("Sync", "Ansættelsesgrad")),
        "ips_training": ("badge-check", translate("Sync", "IPS-uddannelse")),
        # fidelity and figures
        "fidelity_review": ("list-checks", translate("Sync", "Fidelitetsmåling")),
        "fidelity_score": ("list-checks", translate("Sync", "Score i en måling")),
        "fidelity_seal": ("lock", translate("Sync", "Forseglet score")),
        "fidelity_opened": ("list-checks", translate("Sync", "Åbnet score")),
        "fidelity_evidence": ("list-checks", translate("Sync", "Frosne tal i en måling")),
        "fidelity_charts": ("list-checks", translate("Sync", "Journaler udtrukket til en måling")),
        "survey_answer": ("list-checks", translate("Sync", "Svar til den nationale undersøgelse")),
        "export": ("list-checks", translate("Sync", "Udtræk eller rapport")),
        "guard_tally": ("list-checks", translate("Sync", "Svar til vagten, talt op")),
    }


def of_a_course() -> dict[str, tuple[str, str]]:
    """Those of a course, its people and its consents, whose codes are in lists of their own."""
    return {
        "ips_course": ("footprints", translate("Sync", "IPS-forløb")),
        "phase_change": ("footprints", translate("Sync", "Skift af fase")),
        "referral": ("user-round", translate("Sync", "Henvisning")),
        "assignment": ("users", translate("Sync", "Tilknyttet konsulent")),
        "period": ("calendar-days", translate("Sync", "Ydelse eller indsats")),
        "clinic_team": ("building-2", translate("Sync", "Behandlingsteam")),
        "clinic_person": ("user-round", translate("Sync", "Kontaktperson på klinikken")),
        "attachment": ("users", translate("Sync", "Tilknytning til klinikken")),
        "star_marker": ("list-checks", translate("Sync", "STAR-markør")),
        "consent": ("handshake", translate("Sync", "Samtykke")),
        "career_profile": ("user-round", translate("Sync", "Erhvervsprofil")),
        "past_job": ("briefcase-business", translate("Sync", "Tidligere job")),
        "work_limitation": ("list-checks", translate("Sync", "Skånehensyn")),
        "job_search_plan": ("list-checks", translate("Sync", "Jobsøgningsplan")),
        "note_transfer": ("message-square-text", translate("Sync", "Overført til fagsystem")),
        "note_moved": ("message-square-text", translate("Sync", "Notat flyttet til den rette sag")),
        "note_erased": ("message-square-text", translate("Sync", "Ord taget ud af notat")),
        "case_file": ("file-text", translate("Sync", "Fil")),
        "guard_release": ("shield-check", translate("Sync", "Ord, som vagten lader passere")),
        "alert_answer": ("clock", translate("Sync", "Svar på en påmindelse")),
    }


def fields() -> dict[str, str]:
    return {
        **_main(),
        **_course(),
        **_profile(),
        **_consents(),
        **_job(),
        **_support(),
        **_openness(),
        **_time(),
        **_fidelity(),
    }


def _main() -> dict[str, str]:
    return {
        "name": translate("Sync", "navn"), "cpr": translate("Sync", "CPR-nummer"),
        "case_no": translate("Sync", "sagsnummer"), "phase": translate("Sync", "fase"),
        "ips_start": translate("Sync", "start i IPS"), "job_start": translate("Sync", "start i job"),
        "phone": translate("Sync", "telefon"), "consultant": translate("Sync", "konsulent"),
        "wish_area": translate("Sync", "ønsker: område"), "wish_hours": translate("Sync", "ønsker: timer"),
        "wish_transport": translate("Sync", "transport"), "disclosure": translate("Sync", "åbenhed"),
        "clinic_contact": translate("Sync", "kontaktperson på klinikken"),
        "caseworker": translate("Sync", "sagsbehandler"), "cvr": translate("Sync", "CVR-nummer"),
        "p_number": translate("Sync", "P-nummer"), "branch": translate("Sync", "branche"),
        "address": translate("Sync", "adresse"), "city": translate("Sync", "by"),
        "contact_person": translate("Sync", "kontaktperson"), "relation": translate("Sync", "relation"),
        "at": translate("Sync", "tidspunkt"), "minutes": translate("Sync", "varighed"),
        "mode": translate("Sync", "hvordan"), "purpose": translate("Sync", "formål"),
        "outcome": translate("Sync", "udfald"), "spoke_with": translate("Sync", "talte med"),
        "about": translate("Sync", "indhold"), "next_step": translate("Sync", "næste skridt"),
        "next_on": translate("Sync", "dato for næste skridt"), "title": translate("Sync", "titel"),
        "kind": translate("Sync", "type"), "starts_at": translate("Sync", "tidspunkt"),
        "place": translate("Sync", "sted"), "held_at": translate("Sync", "holdt"),
        "cancelled_at": translate("Sync", "aflyst"), "due_on": translate("Sync", "frist"),
        "done_at": translate("Sync", "gjort"), "owner": translate("Sync", "ejer"),
    }  # fmt: skip


def _course() -> dict[str, str]:
    return {
        "number": translate("Sync", "nummer"), "opened_on": translate("Sync", "åbnet"),
        "started_on": translate("Sync", "begyndt"), "close_reason": translate("Sync", "grund til afslutning"),
        "countersigned_by": translate("Sync", "set af leder"),
        "countersigned_on": translate("Sync", "set af leder den"),
        "action": translate("Sync", "hvad der skete"), "before": translate("Sync", "fase før"),
        "after": translate("Sync", "fase efter"), "reason": translate("Sync", "grund"),
        "words": translate("Sync", "begrundelse"), "received_on": translate("Sync", "modtaget"),
        "wish": translate("Sync", "ønsker"), "employed_now": translate("Sync", "i job nu"),
        "role": translate("Sync", "rolle"), "to_day": translate("Sync", "til"),
        "list": translate("Sync", "liste"), "code": translate("Sync", "kode"),
        "clinic": translate("Sync", "klinik"), "checked_on": translate("Sync", "set efter"),
    }  # fmt: skip


def _profile() -> dict[str, str]:
    return {
        "held_on": translate("Sync", "samtale den"), "occasion": translate("Sync", "anledning"),
        "wishes": translate("Sync", "ønsker"), "dream": translate("Sync", "drømmejob"),
        "first_step": translate("Sync", "første skridt"), "motive": translate("Sync", "hvorfor arbejde"),
        "hours_min": translate("Sync", "timer, mindst"), "hours_max": translate("Sync", "timer, højst"),
        "earliest_start": translate("Sync", "kan begynde"), "experience": translate("Sync", "erfaring"),
        "lessons": translate("Sync", "lært af job"), "education": translate("Sync", "uddannelse"),
        "certificates": translate("Sync", "beviser"), "licence": translate("Sync", "kørekort"),
        "languages": translate("Sync", "sprog"), "digital": translate("Sync", "it"),
        "cv_on": translate("Sync", "cv"), "surroundings": translate("Sync", "omgivelser"),
        "travel_minutes": translate("Sync", "transporttid"), "strengths": translate("Sync", "styrker"),
        "network": translate("Sync", "netværk"),
        "accommodations": translate("Sync", "arbejdsforhold der virker"),
        "permit": translate("Sync", "arbejdstilladelse"), "record_check": translate("Sync", "straffeattest"),
        "economy_worry": translate("Sync", "bekymret for økonomi"), "job_types": translate("Sync", "slags job"),
        "tasks_wanted": translate("Sync", "ønskede opgaver"), "pay_wanted": translate("Sync", "ønsket løn"),
        "childcare": translate("Sync", "børnepasning på plads"), "tasks": translate("Sync", "opgaver"),
        "liked": translate("Sync", "det gode"), "disliked": translate("Sync", "det svære"),
        "learned": translate("Sync", "lært af jobbet"), "who": translate("Sync", "hvem"), "transport": translate("Sync", "transport"),
        "limitation": translate("Sync", "begrænsning"),
        "impossible_tasks": translate("Sync", "opgaver der ikke går"),
        "documented": translate("Sync", "dokumentation findes"), "correction": translate("Sync", "rettelse"),
        "goal_kind": translate("Sync", "mål"), "targets": translate("Sync", "arbejdsgivere"),
        "who_contacts": translate("Sync", "hvem tager kontakt"),
        "contacts_per_week": translate("Sync", "kontakter om ugen"),
        "actions": translate("Sync", "handlinger"), "support": translate("Sync", "støtte"),
        "starts_on": translate("Sync", "begynder"), "approved_on": translate("Sync", "godkendt"),
        "approved_how": translate("Sync", "hvordan godkendt"), "status": translate("Sync", "status"),
    }  # fmt: skip


def _consents() -> dict[str, str]:
    return {
        "contact_way": translate("Sync", "kontakt helst ved"), "interpreter": translate("Sync", "tolk"),
        "scope": translate("Sync", "hvilke oplysninger"), "from_whom": translate("Sync", "fra hvem"),
        "expires_on": translate("Sync", "udløber"),
        "withdrawn_how": translate("Sync", "hvordan det blev trukket tilbage"),
        "document_ref": translate("Sync", "dokument"),
        "in_patient_record": translate("Sync", "også noteret på klinikken"),
        "moved_on": translate("Sync", "overført"), "erased_at": translate("Sync", "taget ud"),
        "size": translate("Sync", "størrelse"), "removed_at": translate("Sync", "fjernet"),
        "category": translate("Sync", "slags ord"), "fields": translate("Sync", "felter"),
        "rule": translate("Sync", "regel"), "until": translate("Sync", "indtil"),
    }  # fmt: skip


def _job() -> dict[str, str]:
    return {
        "merged_into": translate("Sync", "samme som"), "competitive": translate("Sync", "om ordinært job"),
        "reviewed_at": translate("Sync", "set af leder"), "reviewed_by": translate("Sync", "set af"),
        "matches": translate("Sync", "passer til ønsker"), "matched": translate("Sync", "hvilke ønsker"), "present": translate("Sync", "kandidaten var med"),
        "disco08": translate("Sync", "jobtype"), "form": translate("Sync", "form"),
        "paragraph56": translate("Sync", "§ 56-aftale"), "permanent": translate("Sync", "fast"),
        "temporary_until": translate("Sync", "tidsbegrænset til"), "start_on": translate("Sync", "start"),
        "weekly_minutes": translate("Sync", "timer om ugen"), "hourly_pay": translate("Sync", "timeløn"),
        "collective_agreement": translate("Sync", "overenskomst"),
        "working_times": translate("Sync", "arbejdstider"),
        "found": translate("Sync", "hvordan jobbet blev fundet"),
        "preferences": translate("Sync", "præferencer"),
        "guidance_on": translate("Sync", "vejledt om ydelser"),
        "four_hours_on": translate("Sync", "fire timer arbejdet"), "ended_on": translate("Sync", "afsluttet"),
        "last_day_on": translate("Sync", "sidste arbejdsdag"),
        "learned_on": translate("Sync", "du hørte om ophøret"),
        "ended_by": translate("Sync", "hvem sluttede det"), "reasons": translate("Sync", "grunde"),
        "average_minutes": translate("Sync", "timer i gennemsnit"),
        "worked": translate("Sync", "hvad virkede"),
        "to_change": translate("Sync", "hvad skal være anderledes"),
        "wants_new": translate("Sync", "ønsker nyt job"),
        "good_terms": translate("Sync", "gik i god forståelse"),
        "benefit_action": translate("Sync", "ydelse skal ordnes"),
        "institution": translate("Sync", "uddannelsessted"), "programme": translate("Sync", "uddannelse"),
        "level": translate("Sync", "niveau"), "ordinary": translate("Sync", "ordinær uddannelse"),
        "special_support": translate("Sync", "SPS"), "mentor": translate("Sync", "mentor"),
        "goal": translate("Sync", "mål"),
    }  # fmt: skip


def _support() -> dict[str, str]:
    return {
        "wanted": translate("Sync", "ønsker i planen"), "types": translate("Sync", "slags støtte"),
        "givers": translate("Sync", "hvem støtter"), "warning_signs": translate("Sync", "tegn at handle på"),
        "employer_contact": translate("Sync", "arbejdsgiver må kontaktes"),
        "step_down": translate("Sync", "nedtrapning"), "agreed_on": translate("Sync", "aftalt"),
        "review_on": translate("Sync", "ses på igen"), "with_whom": translate("Sync", "med hvem"),
        "declined": translate("Sync", "afslået"), "outreach": translate("Sync", "opsøgende forsøg"),
        "function": translate("Sync", "funktion"), "email": translate("Sync", "e-mail"),
        "left_on": translate("Sync", "er der ikke længere"), "seen_on": translate("Sync", "bekræftet"),
    }  # fmt: skip


def _openness() -> dict[str, str]:
    return {
        "explained_on": translate("Sync", "forklaret som frivilligt"), "pros": translate("Sync", "fordele"),
        "cons": translate("Sync", "ulemper"), "choice": translate("Sync", "valg"),
        "who_tells": translate("Sync", "hvem fortæller"), "to_whom": translate("Sync", "til hvem"),
        "wording": translate("Sync", "aftalt ordlyd"), "never_say": translate("Sync", "må ikke siges"),
        "role_words": translate("Sync", "konsulentens rolle"), "from_day": translate("Sync", "fra"),
        "withdrawn_on": translate("Sync", "trukket tilbage"), "on_day": translate("Sync", "dato"),
        "question": translate("Sync", "spørgsmål"), "situation": translate("Sync", "situation nu"),
        "planned_minutes": translate("Sync", "planlagte timer"),
        "planned_pay": translate("Sync", "planlagt løn"), "asked_on": translate("Sync", "spurgt"),
        "answered_on": translate("Sync", "besvaret"), "answer": translate("Sync", "svar"),
        "answered_by": translate("Sync", "hvem svarede"), "given_on": translate("Sync", "givet"),
        "told_duty": translate("Sync", "oplyst om oplysningspligt"),
        "about_job": translate("Sync", "aftalt om job"), "who_does": translate("Sync", "hvem gør hvad"),
        "considerations": translate("Sync", "hensyn i arbejdet"),
    }  # fmt: skip


def _time() -> dict[str, str]:
    return {
        "started_at": translate("Sync", "begyndt"), "vocational": translate("Sync", "IPS-arbejde"),
        "source": translate("Sync", "hentet fra"), "removed": translate("Sync", "fjernet"),
        "person": translate("Sync", "person"), "first_day": translate("Sync", "første dag"),
        "last_day": translate("Sync", "sidste dag"), "percent": translate("Sync", "procent"),
    }  # fmt: skip


def _fidelity() -> dict[str, str]:
    return {
        "times": translate("Sync", "gange"),
        "moved_at": translate("Sync", "flyttet"),
        "way": translate("Sync", "til eller fra"),
        "writer": translate("Sync", "skrevet af"),
        "scale": translate("Sync", "skala"), "reviewer_one": translate("Sync", "første måler"),
        "reviewer_two": translate("Sync", "anden måler"), "begun_at": translate("Sync", "begyndt"),
        "closed_at": translate("Sync", "afsluttet"), "item": translate("Sync", "punkt"),
        "proposed": translate("Sync", "forslag"), "score": translate("Sync", "score"),
        "cannot": translate("Sync", "kan ikke vurderes"), "approved_by": translate("Sync", "godkendt af"),
        "approved_at": translate("Sync", "godkendt"), "ticks": translate("Sync", "opfyldte dele"),
        "comment": translate("Sync", "bemærkning"), "recommendation": translate("Sync", "anbefaling"),
        "reviewer": translate("Sync", "måler"), "digest": translate("Sync", "segl"),
        "sealed_at": translate("Sync", "forseglet"), "salt": translate("Sync", "nøgle til seglet"),
        "scores": translate("Sync", "scorer"), "told": translate("Sync", "det, der er talt"),
        "frozen_at": translate("Sync", "frosset"), "drawn_at": translate("Sync", "udtrukket"),
        "year": translate("Sync", "år"), "method": translate("Sync", "opgjort sådan"),
        "counted_on": translate("Sync", "opgjort den"), "what": translate("Sync", "hvad"),
        "format": translate("Sync", "format"), "personal": translate("Sync", "personoplysninger"),
        "people": translate("Sync", "antal personer"), "made_at": translate("Sync", "lavet"),
    }  # fmt: skip


def particular() -> dict[tuple[str, str], str]:
    """Where one kind of record means something else by a name than the others do."""
    return {
        ("job", "ended_on"): translate("Sync", "ophør"),
        ("job", "form"): translate("Sync", "ansættelsesform"),
        ("past_job", "employer"): translate("Sync", "arbejdsgiver"),
        ("job", "preferences"): translate("Sync", "passer til ønsker"),
        ("referral", "source"): translate("Sync", "henvist af"),
        ("absence", "person"): translate("Sync", "hvem"),
        ("working_time", "person"): translate("Sync", "hvem"),
        ("ips_training", "person"): translate("Sync", "hvem"),
        ("employer_person", "function"): translate("Sync", "stilling"),
        ("support_plan", "wanted"): translate("Sync", "ønsket støtte"),
        ("benefits_talk", "given_on"): translate("Sync", "givet videre"),
    }
