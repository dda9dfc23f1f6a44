"""The words of the code lists: phases, kinds of contact, purposes, outcomes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.domain.calendar import AppointmentKind
from app.domain.employer import ContactMode, Likeness, Outcome, Purpose, Relation
from app.domain.participant import Phase

translate = QCoreApplication.translate


def listed(words: Iterable[str]) -> str:
    """`Få kolleger, roligt tempo`: a list of words that each begin with a capital where they stand alone."""
    first, *others = [*words] or [""]
    return ", ".join([first, *(one if one[1:2].isupper() else one[:1].lower() + one[1:] for one in others)])


def phase(one: Phase) -> str:
    return {
        Phase.REFERRED: translate("Codes", "Henvist"),
        Phase.ACCEPTED: translate("Codes", "Optaget"),
        Phase.ENGAGED: translate("Codes", "Opstart"),
        Phase.JOB_SEARCH: translate("Codes", "Jobsøgning"),
        Phase.EMPLOYED: translate("Codes", "Job"),
        Phase.IN_EDUCATION: translate("Codes", "Uddannelse"),
        Phase.AFTERCARE: translate("Codes", "Efterværn"),
        Phase.CLOSED: translate("Codes", "Afsluttet"),
        Phase.ON_HOLD: translate("Codes", "Pause"),
        Phase.JOB_LOST: translate("Codes", "Job ophørt"),
        Phase.NOT_STARTED: translate("Codes", "Ikke begyndt"),
    }[one]


def relation(one: Relation) -> str:
    return {
        Relation.NEW: translate("Codes", "Ny"),
        Relation.DIALOGUE: translate("Codes", "I dialog"),
        Relation.AGREEMENT: translate("Codes", "Aftale"),
        Relation.PAUSE: translate("Codes", "Pause"),
    }[one]


def mode(one: ContactMode) -> str:
    return {
        ContactMode.IN_PERSON: translate("Codes", "Besøg"),
        ContactMode.PHONE: translate("Codes", "Telefon"),
        ContactMode.EMAIL: translate("Codes", "E-mail"),
        ContactMode.ONLINE: translate("Codes", "Videomøde"),
    }[one]


def purpose(one: Purpose) -> str:
    return {
        Purpose.INTRODUCE_IPS: translate("Codes", "Fortælle om IPS"),
        Purpose.LEARN_NEEDS: translate("Codes", "Lære virksomhedens behov at kende"),
        Purpose.ASK_FOR_PERSON: translate("Codes", "Spørge for en kandidat"),
        Purpose.INTERVIEW_SUPPORT: translate("Codes", "Støtte ved jobsamtale"),
        Purpose.JOB_ANALYSIS: translate("Codes", "Se på opgaverne"),
        Purpose.FOLLOW_UP_LEAD: translate("Codes", "Følge op på en mulighed"),
        Purpose.THANK: translate("Codes", "Sige tak"),
        Purpose.JOB_SUPPORT: translate("Codes", "Støtte i job"),
        Purpose.PROBLEM_SOLVING: translate("Codes", "Løse et problem"),
    }[one]


def outcome(one: Outcome) -> str:
    return {
        Outcome.NO_INTEREST: translate("Codes", "Ikke interesseret"),
        Outcome.COME_BACK: translate("Codes", "Kom igen senere"),
        Outcome.WANTS_CANDIDATE: translate("Codes", "Vil gerne møde en kandidat"),
        Outcome.INTERVIEW_AGREED: translate("Codes", "Jobsamtale aftalt"),
        Outcome.TRIAL_DAY: translate("Codes", "Prøvedag aftalt"),
        Outcome.JOB_OFFER: translate("Codes", "Jobtilbud"),
        Outcome.HIRED: translate("Codes", "Ansat"),
        Outcome.NEEDS_INFO: translate("Codes", "Vil vide mere om ordninger"),
    }[one]


def appointment(one: AppointmentKind) -> str:
    return {
        AppointmentKind.MEETING: translate("Codes", "Samtale"),
        AppointmentKind.CALL: translate("Codes", "Telefonsamtale"),
        AppointmentKind.EMPLOYER_VISIT: translate("Codes", "Besøg hos arbejdsgiver"),
        AppointmentKind.FOLLOW_UP: translate("Codes", "Opfølgning"),
        AppointmentKind.TEAM: translate("Codes", "Teammøde"),
    }[one]


def likeness(why: Likeness) -> str:
    """Why two entries may be one employer."""
    return {
        Likeness.P_NUMBER: translate("Codes", "Samme P-nummer"),
        Likeness.CVR: translate("Codes", "Samme CVR-nummer"),
        Likeness.NAME: translate("Codes", "Navnene ligner hinanden"),
    }[why]


def wrong(reason: str) -> str:
    """What to do about a field a use case would not take."""
    return {
        "missing": translate("Codes", "Skal udfyldes."),
        "short": translate("Codes", "Skriv lidt mere."),
        "long": translate("Codes", "For langt. Skriv det kortere."),
        "range": translate("Codes", "Tallet passer ikke."),
        "future": translate("Codes", "Tidspunktet er ikke kommet endnu."),
        "shape": translate("Codes", "Kan ikke læses. Skriv det som i eksemplet."),
        "unknown": translate("Codes", "Findes ikke længere her på computeren."),
        "final": translate("Codes", "Kan ikke ændres."),
        "order": translate("Codes", "Det kan ikke ske fra den fase, forløbet er i."),
        "early": translate("Codes", "Dagen ligger for tidligt."),
        "blocked": translate(
            "Codes", "Samtykket er trukket tilbage eller udløbet. Indhent et nyt, før I taler om kandidaten."
        ),
        "other": translate("Codes", "Her står navnet på en anden kandidat. Skriv det uden navn."),
        "policy": translate("Codes", "Kommunen har slået eksport fra."),
        "year": translate("Codes", "Højst et år fra den dag, det er givet."),
    }.get(reason, translate("Codes", "Se på feltet igen."))
