"""The words of the codes around a course: acts, reasons, consents, teams, the profile and the plan."""

from __future__ import annotations

import enum

from PySide6.QtCore import QCoreApplication

from app.domain.career import (
    Accommodation,
    Approved,
    Licence,
    Occasion,
    PlanStatus,
    RecordCheck,
    Surrounding,
    Transport,
    WhoContacts,
)
from app.domain.case_codes import AlertAnswer
from app.domain.consent import Answer, ConsentForm, ConsentKind, ConsentState
from app.domain.course import (
    AssignedAs,
    ContactWay,
    MarkerKind,
    MarkerWarning,
    PeriodList,
    ReferralOutcome,
    ReferralSource,
    TeamKind,
    Wish,
)
from app.domain.life_cycle import Action, CloseReason, PauseReason, Refusal

translate = QCoreApplication.translate


def word(one: enum.StrEnum) -> str:
    """A code's word; the code itself where a list has grown since this program was made."""
    return {**_course(), **_person(), **_profile()}.get(f"{type(one).__name__}.{one.value}", one.value)


def words_of(kind: type[enum.StrEnum], *, nothing: str = "") -> tuple[tuple[str, str], ...]:
    """A list's codes and words, as a choice shows them; `nothing`: what an empty choice is called."""
    first = (("", nothing),) if nothing else ()
    return (*first, *((one.value, word(one)) for one in kind))


def several(kind: type[enum.StrEnum], codes: str) -> tuple[str, ...]:
    """The words of a field that holds several codes."""
    known = {one.value: word(one) for one in kind}
    return tuple(known.get(code, code) for code in codes.split())


def _named(*pairs: tuple[enum.StrEnum, str]) -> dict[str, str]:
    return {f"{type(one).__name__}.{one.value}": words for one, words in pairs}


def _course() -> dict[str, str]:
    return _named(
        (Action.ACCEPT, translate("Codes", "Optag i IPS")),
        (Action.DECLINE, translate("Codes", "Afslut henvisningen")),
        (Action.ENGAGE, translate("Codes", "Første samtale holdt")),
        (Action.SEARCH, translate("Codes", "Begynd jobsøgning")),
        (Action.START_JOB, translate("Codes", "Begyndt i job")),
        (Action.START_EDUCATION, translate("Codes", "Begyndt på uddannelse")),
        (Action.LOSE_JOB, translate("Codes", "Job eller uddannelse er ophørt")),
        (Action.AFTERCARE, translate("Codes", "Gå over til efterværn")),
        (Action.PAUSE, translate("Codes", "Hold pause")),
        (Action.RESUME, translate("Codes", "Pausen er slut")),
        (Action.CLOSE, translate("Codes", "Afslut forløbet")),
        (Action.REOPEN, translate("Codes", "Begynd et nyt forløb")),
        (Refusal.WITHDRAWN, translate("Codes", "Ønsker det ikke")),
        (Refusal.NOT_IN_TARGET_GROUP, translate("Codes", "Uden for målgruppen")),
        (Refusal.MOVED, translate("Codes", "Flyttet")),
        (Refusal.WAITING_LIST, translate("Codes", "Ingen ledig plads")),
        (PauseReason.OWN_WISH, translate("Codes", "Eget ønske")),
        (PauseReason.SICKNESS, translate("Codes", "Sygemeldt")),
        (PauseReason.PARENTAL_LEAVE, translate("Codes", "Barsel")),
        (CloseReason.PARTICIPANT_WISH, translate("Codes", "Efter eget ønske")),
        (CloseReason.STEADY_AND_AGREED, translate("Codes", "Stabilt i job, aftalt sammen")),
        (CloseReason.MOVED, translate("Codes", "Flyttet fra kommunen")),
        (CloseReason.DECEASED, translate("Codes", "Død")),
        (CloseReason.OTHER, translate("Codes", "Andet")),
        (ReferralSource.SELF, translate("Codes", "Sig selv")),
        (ReferralSource.CLINIC, translate("Codes", "Klinikken")),
        (ReferralSource.AUTHORITY, translate("Codes", "Sagsbehandler")),
        (ReferralSource.RELATIVE, translate("Codes", "Pårørende")),
        (ReferralSource.OTHER_UNIT, translate("Codes", "Anden afdeling")),
        (ReferralSource.PEER, translate("Codes", "Tidligere kandidat eller peer")),
        (Wish.JOB, translate("Codes", "Job")),
        (Wish.EDUCATION, translate("Codes", "Uddannelse")),
        (Wish.KEEP_JOB, translate("Codes", "Beholde sit job")),
        (ReferralOutcome.ACCEPTED, translate("Codes", "Optaget")),
        (ReferralOutcome.WAITING_LIST, translate("Codes", "På venteliste")),
        (ReferralOutcome.WITHDRAWN, translate("Codes", "Ønsker det ikke")),
        (ReferralOutcome.NOT_IN_TARGET_GROUP, translate("Codes", "Uden for målgruppen")),
        (ReferralOutcome.MOVED, translate("Codes", "Flyttet")),
        (AssignedAs.CONSULTANT, translate("Codes", "Fast konsulent")),
        (AssignedAs.DEPUTY, translate("Codes", "Vikar")),
        (TeamKind.HOSPITAL, translate("Codes", "Behandlingspsykiatri (regionen)")),
        (TeamKind.MUNICIPAL, translate("Codes", "Socialpsykiatri (kommunen)")),
        (MarkerKind.IPS_STAR, translate("Codes", "IPS STAR")),
        (MarkerKind.IPS_LIKE, translate("Codes", "IPS-lignende indsats STAR")),
        (MarkerWarning.MISSING, translate("Codes", "Markøren mangler i fagsystemet")),
        (MarkerWarning.NOT_CLOSED, translate("Codes", "Markøren skal have en slutdato i fagsystemet")),
        (MarkerWarning.WRONG_KIND, translate("Codes", "Markøren passer ikke til, hvor kandidaten er tilknyttet")),
        (MarkerWarning.NOT_CHECKED, translate("Codes", "Markøren er ikke set efter i fagsystemet")),
        (PeriodList.BENEFIT, translate("Codes", "Ydelse")),
        (PeriodList.MEASURE, translate("Codes", "Indsats")),
        (PeriodList.READINESS, translate("Codes", "Visitation")),
    )  # fmt: skip


def _person() -> dict[str, str]:
    return _named(
        (ContactWay.PHONE, translate("Codes", "Telefon")),
        (ContactWay.TEXT_MESSAGE, translate("Codes", "Sms")),
        (ContactWay.EMAIL, translate("Codes", "E-mail")),
        (ContactWay.DIGITAL_POST, translate("Codes", "Digital Post")),
        (ContactWay.LETTER, translate("Codes", "Brev")),
        (ContactWay.THROUGH_CLINIC, translate("Codes", "Gennem klinikken")),
        (ConsentKind.PARTICIPATE_IPS, translate("Codes", "Deltage i IPS")),
        (ConsentKind.CONTACT_CLINIC, translate("Codes", "Tale med klinikken")),
        (ConsentKind.HEALTH_DISCLOSURE, translate("Codes", "Klinikken må give oplysninger videre")),
        (ConsentKind.CONTACT_EMPLOYER, translate("Codes", "Nævne kandidaten for arbejdsgivere")),
        (ConsentKind.CONTACT_RELATIVE, translate("Codes", "Tale med pårørende")),
        (ConsentKind.DISCLOSURE_WORDING, translate("Codes", "Bruge den aftalte ordlyd")),
        (ConsentKind.STATISTICS, translate("Codes", "Statistik eller forskning")),
        (ConsentForm.WRITTEN, translate("Codes", "Skriftligt")),
        (ConsentForm.ORAL, translate("Codes", "Mundtligt, noteret")),
        (ConsentForm.DIGITAL, translate("Codes", "Digitalt")),
        (Answer.YES, translate("Codes", "Ja")),
        (Answer.NO, translate("Codes", "Nej")),
        (Answer.UNKNOWN, translate("Codes", "Ved ikke")),
        (ConsentState.VALID, translate("Codes", "Gælder")),
        (ConsentState.EXPIRING, translate("Codes", "Udløber snart")),
        (ConsentState.EXPIRED, translate("Codes", "Udløbet")),
        (ConsentState.WITHDRAWN, translate("Codes", "Trukket tilbage")),
        (AlertAnswer.DONE, translate("Codes", "Klaret")),
        (AlertAnswer.POSTPONED, translate("Codes", "Udskudt")),
    )


def _profile() -> dict[str, str]:
    return _named(
        (Occasion.MEETING, translate("Codes", "Efter en samtale")),
        (Occasion.AFTER_JOB, translate("Codes", "Efter et job")),
        (Occasion.CORRECTION, translate("Codes", "Rettelse")),
        (Accommodation.QUIET_PLACE, translate("Codes", "Et roligt sted")),
        (Accommodation.FIXED_TASKS, translate("Codes", "Faste opgaver")),
        (Accommodation.WRITTEN_INSTRUCTIONS, translate("Codes", "Skriftlige instrukser")),
        (Accommodation.SHORT_DAYS, translate("Codes", "Korte dage")),
        (Accommodation.LATER_START, translate("Codes", "Møde senere")),
        (Accommodation.BREAKS, translate("Codes", "Faste pauser")),
        (Accommodation.ONE_CONTACT_PERSON, translate("Codes", "Én kontaktperson")),
        (Accommodation.GRADUAL_HOURS, translate("Codes", "Timer, der øges gradvist")),
        (Accommodation.NO_CUSTOMERS, translate("Codes", "Ingen kunder")),
        (Accommodation.FLEXIBLE_ABSENCE, translate("Codes", "Plads til fravær")),
        (Accommodation.REMOTE, translate("Codes", "Arbejde hjemmefra")),
        (Accommodation.TOOLS_AIDS, translate("Codes", "Hjælpemidler")),
        (Surrounding.INDOORS, translate("Codes", "Indendørs")),
        (Surrounding.OUTDOORS, translate("Codes", "Udendørs")),
        (Surrounding.WITH_PEOPLE, translate("Codes", "Sammen med andre")),
        (Surrounding.ALONE, translate("Codes", "Alene")),
        (Surrounding.SMALL_TEAM, translate("Codes", "Få kolleger")),
        (Surrounding.CALM_PACE, translate("Codes", "Roligt tempo")),
        (Surrounding.DAYTIME, translate("Codes", "Dagtimer")),
        (Surrounding.EVENINGS, translate("Codes", "Aften")),
        (Surrounding.LITTLE_NOISE, translate("Codes", "Lidt støj")),
        (Surrounding.BRISK_PACE, translate("Codes", "Fart på")),
        (Surrounding.LARGE_TEAM, translate("Codes", "Mange kolleger")),
        (Surrounding.SHIFTS, translate("Codes", "Skiftende vagter")),
        (Transport.WALK, translate("Codes", "Til fods")),
        (Transport.BICYCLE, translate("Codes", "Cykel")),
        (Transport.PUBLIC, translate("Codes", "Bus eller tog")),
        (Transport.CAR, translate("Codes", "Egen bil")),
        (Transport.LIFT, translate("Codes", "Kører med andre")),
        (Licence.NONE, translate("Codes", "Intet kørekort")),
        (Licence.CAR, translate("Codes", "Bil")),
        (Licence.LORRY, translate("Codes", "Lastbil")),
        (RecordCheck.NOT_RELEVANT, translate("Codes", "Ikke relevant")),
        (RecordCheck.CLEAN, translate("Codes", "Kan vises")),
        (RecordCheck.TALK_FIRST, translate("Codes", "Tal om det først")),
        (WhoContacts.CONSULTANT, translate("Codes", "Konsulenten")),
        (WhoContacts.PARTICIPANT, translate("Codes", "Kandidaten")),
        (WhoContacts.TOGETHER, translate("Codes", "Sammen")),
        (Approved.ORALLY, translate("Codes", "Mundtligt")),
        (Approved.SIGNED, translate("Codes", "Med underskrift")),
        (PlanStatus.ACTIVE, translate("Codes", "Gælder")),
        (PlanStatus.UPDATED, translate("Codes", "Afløst")),
        (PlanStatus.CLOSED, translate("Codes", "Lukket")),
    )


def of(kind: str, code: str) -> str:
    """The word of a code by its list's name; "" for none, the code where nobody knows it."""
    return {**_course(), **_person(), **_profile()}.get(f"{kind}.{code}", code) if code else ""
