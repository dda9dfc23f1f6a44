"""What is said when something expected went wrong: what happened, that nothing is lost, and what to do."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app import errors
from ui.text import damage, network

translate = QCoreApplication.translate

_PLAIN: dict[type[errors.FeltjournalError], Callable[[], str]] = {
    errors.RecoveryMissing: lambda: translate(
        "Errors",
        "Kommunen kræver en gendannelsesnøgle, men politikken på denne computer nævner ingen. Kontakt it-afdelingen.",
    ),
    errors.VaultExists: lambda: translate(
        "Errors", "Der ligger allerede en journal på denne computer. Luk vinduet, og lås den op i stedet."
    ),
    errors.VaultMissing: lambda: translate(
        "Errors",
        "Journalens fil mangler, men nøglen er her. Opret ikke en ny. Kontakt it-support (kode E-11); filen kan måske "
        "hentes tilbage.",
    ),
    errors.VaultEmpty: lambda: translate(
        "Errors",
        "Journalens fil er tom eller skåret over. Nøglen er her endnu. Kontakt it-support (kode E-13), og brug ikke "
        "programmet imens.",
    ),
    errors.PassphraseOff: lambda: translate(
        "Errors",
        "Der er skrevet forkert hundrede gange i træk, så adgangskoden virker ikke her mere. Intet er slettet. Bed "
        "kommunen om at lukke dig ind, og vælg en ny.",
    ),
    errors.VaultGone: lambda: translate(
        "Errors",
        "Kan ikke gemme: journalens fil ligger ikke længere, hvor den lå (kode E-17). Er et drev taget ud, så sæt det i "
        "igen. Teksten står stadig her. Kopiér den, og kontakt it-support.",
    ),
    errors.VaultAway: lambda: translate(
        "Errors",
        "Din journal kan ikke nås (kode E-19). Den ligger på et drev eller i en mappe, som ikke er til stede lige nu. "
        "Tilslut drevet, eller kom på nettet igen, og prøv igen. Hjælper det ikke, så ring til it-support.",
    ),
    errors.VaultTooNew: lambda: translate(
        "Errors", "Journalen er gemt af en nyere udgave af Feltjournal. Opdatér programmet, og prøv igen."
    ),
    errors.VaultInUse: lambda: translate(
        "Errors", "Journalen er allerede åben i et andet vindue eller af en anden bruger. Luk den dér først."
    ),
    errors.VaultLocked: lambda: translate("Errors", "Journalen blev låst imens. Lås op, og prøv igen."),
    errors.BackupUnsound: lambda: translate(
        "Errors",
        "Kopien af journalen kan ikke læses igennem (kode E-15). Journalen selv er, som den var. Kontakt it-support.",
    ),
    errors.CopyNotWritten: lambda: translate(
        "Errors", "Redningskopien kan ikke gemmes i den mappe. Vælg en anden, for eksempel på et USB-drev."
    ),
    errors.BadLocation: lambda: translate(
        "Errors",
        "Journalen må ikke ligge på et netværksdrev eller i en mappe, der kopieres til skyen. Flyt den til computerens "
        "egen disk.",
    ),
    errors.NoWayBack: lambda: translate(
        "Errors",
        "Journalen blev oprettet uden kommunens genskabelsesnøgle. Uden adgangskoden kan ingen åbne den. Det, der er "
        "sendt, har jobcentret. Kontakt it-support (kode E-23).",
    ),
    errors.RecoveryAnswerWrong: lambda: translate(
        "Errors", "Svaret passer ikke til denne anmodning. Kopiér det hele igen, eller begynd forfra."
    ),
    errors.KeyFileMissing: lambda: translate(
        "Errors",
        "Nøglefilen mangler, men journalen er her. Opret ikke en ny. Kontakt it-support (kode E-21) for genskabelse.",
    ),
    errors.KeyFileDamaged: lambda: translate(
        "Errors",
        "Nøglefilen er beskadiget, og det er reservekopien også (kode E-22). Journalen er urørt. Kontakt it-support.",
    ),
    errors.KeyFileTooNew: lambda: translate(
        "Errors", "Nøglefilen er skrevet af en nyere udgave af Feltjournal. Opdatér programmet, og prøv igen."
    ),
    errors.DeviceSecretMissing: lambda: translate(
        "Errors",
        "Computerens egen nøgle mangler i nøgleringen, måske fordi computeren eller profilen er ny. Kontakt it-support "
        "(kode E-31) for genskabelse.",
    ),
    errors.DeviceSecretForeign: lambda: translate(
        "Errors", "Nøgleringens nøgle hører til en anden journal. Kontakt it-support (kode E-32)."
    ),
    errors.KeychainLocked: lambda: translate(
        "Errors", "Computerens nøglering er låst. Lås den op, og prøv igen."
    ),
    errors.KeychainDenied: lambda: translate(
        "Errors", "Computerens nøglering gav ikke adgang. Sig ja, når den spørger, og prøv igen."
    ),
    errors.KeychainAbsent: lambda: translate(
        "Errors", "Computerens nøglering svarer ikke. Log ud og ind på computeren, og prøv igen."
    ),
    errors.NotEnoughMemory: lambda: translate(
        "Errors", "Der er for lidt ledig hukommelse til at låse op. Luk andre programmer, og prøv igen."
    ),
    errors.DiskFull: lambda: translate(
        "Errors", "Kan ikke gemme: disken er fuld. Teksten står stadig her. Kopiér den, før du lukker."
    ),
    errors.DiskFailing: lambda: translate(
        "Errors",
        "Kan ikke gemme: disken svarer med fejl. Teksten står stadig her. Kopiér den, og kontakt it-support.",
    ),
    errors.FileHeld: lambda: translate(
        "Errors",
        "Kan ikke gemme lige nu: et andet program, måske virusscanneren, holder fast i journalens fil. Teksten står "
        "stadig her, og der prøves igen.",
    ),
    errors.ReadOnly: lambda: translate(
        "Errors",
        "Kan ikke gemme: der må ikke skrives i journalens mappe. Teksten står stadig her. Kontakt it-support.",
    ),
    errors.CopyForeign: lambda: translate(
        "Errors", "Filen er ikke en redningskopi fra denne journal. Intet er ændret."
    ),
    errors.HistoryDiverged: lambda: translate(
        "Errors",
        "Serveren er genskabt fra en ældre kopi. Dine ændringer er gemt her og sendes igen af sig selv.",
    ),
    errors.DeviceRevoked: lambda: translate(
        "Errors",
        "Computeren har ikke længere adgang til jobcentrets server. Dine notater ligger her. Kontakt it-support.",
    ),
    errors.DeviceWaiting: lambda: translate(
        "Errors",
        "Computeren er tilmeldt, men endnu ikke godkendt af jobcentret. Dine notater er gemt her imens.",
    ),
    errors.WipeOrdered: lambda: translate(
        "Errors", "Jobcentret har bestemt, at journalen på denne computer slettes. Kontakt jobcentret."
    ),
    errors.AppTooOld: lambda: translate(
        "Errors",
        "Serveren kræver en nyere udgave af Feltjournal. Opdatér programmet; dine ændringer er gemt her.",
    ),
    errors.CodeUnknown: lambda: translate(
        "Errors", "Koden findes ikke. Se efter, om den er skrevet rigtigt, eller bed jobcentret om en ny."
    ),
    errors.CodeExpired: lambda: translate("Errors", "Koden er udløbet. Bed jobcentret om en ny."),
    errors.CodeUsed: lambda: translate(
        "Errors", "Koden er allerede brugt på en anden computer. Bed jobcentret om en ny."
    ),
    errors.InvitationDamaged: lambda: translate(
        "Errors",
        "Invitationen er ikke hel, eller den er til et andet jobcenter. Kopiér den igen, eller bed om en ny.",
    ),
    errors.SignInFailed: lambda: translate("Errors", "Login blev ikke gennemført. Prøv igen."),
    errors.NotEnrollable: lambda: translate(
        "Errors", "Jobcentret kender ikke det login som bruger af Feltjournal. Kontakt it-support."
    ),
    errors.DeviceKnown: lambda: translate(
        "Errors",
        "Computeren er allerede tilmeldt til en anden person eller et andet jobcenter. Kontakt it-support.",
    ),
}


def explain(error: errors.FeltjournalError) -> str:
    """A Danish sentence that says what to do."""
    for kind, sentence in _WITH_FACTS.items():
        if isinstance(error, kind):
            return sentence(error)
    plain = _PLAIN.get(type(error))
    if plain is None:
        raise TypeError(type(error).__name__)
    return plain()


def _wrong_passphrase(error: errors.FeltjournalError) -> str:
    wait = getattr(error, "wait", 0.0)
    if wait <= 0:
        return translate(
            "Errors", "Adgangskoden passer ikke. Se efter, om Caps Lock er slået til, og prøv igen."
        )
    return translate(
        "Errors", "Adgangskoden passer ikke. Du kan prøve igen om %n sekund(er).", "", math.ceil(wait)
    )


def _too_many(error: errors.FeltjournalError) -> str:
    seconds = math.ceil(getattr(error, "wait", 0.0))
    return translate("Errors", "Vent %n sekund(er), før du prøver igen.", "", seconds)


def _too_weak(error: errors.FeltjournalError) -> str:
    reason = getattr(error, "reason", "")
    if reason == "common":
        return translate("Errors", "Adgangskoden er let at gætte. Vælg fem ord, der ikke hører sammen.")
    if reason == "repeated":
        return translate("Errors", "Adgangskoden gentager sig selv. Vælg fem forskellige ord.")
    return translate("Errors", "Adgangskoden er for kort. Skriv mindst 15 tegn eller fem ord.")


def _unavailable(error: errors.FeltjournalError) -> str:
    wait = getattr(error, "retry_after", None)
    if wait:
        minutes = max(math.ceil(wait / 60), 1)
        return translate(
            "Errors",
            "Serveren svarer ikke. Vi prøver igen om %n minut(ter). Dine ændringer er gemt her.",
            "",
            minutes,
        )
    return translate("Errors", "Serveren svarer ikke. Vi prøver igen om lidt. Dine ændringer er gemt her.")


def _refused(error: errors.FeltjournalError) -> str:
    sentence = translate(
        "Errors",
        "Serveren tog ikke imod (%1). Dine ændringer er gemt her. Kontakt it-support, hvis det bliver ved.",
    )
    return sentence.replace("%1", str(getattr(error, "problem", "")).rpartition(":")[2])


def _caseload(error: errors.FeltjournalError) -> str:
    problems = getattr(error, "problems", ())
    return translate(
        "Errors", "Intet er hentet ind: filen har %n sted(er), der skal rettes først.", "", len(problems)
    )


def _list(error: errors.FeltjournalError) -> str:
    if getattr(error, "reason", "") == "no-jobcenter":
        return translate("Errors", "Tilmeld først computeren til kommunens server.")
    if getattr(error, "reason", "") == "signature":
        return translate("Errors", "Filen er ikke underskrevet af kommunens server, så den bruges ikke.")
    return translate("Errors", "Filen er ikke en kodeliste. Bed kommunens administrator om en ny.")


def _document(error: errors.FeltjournalError) -> str:
    sentences: dict[str, Callable[[], str]] = {
        "encrypted": lambda: translate(
            "Errors", "Dokumentet er låst med adgangskode. Gem det uden, og prøv igen."
        ),
        "kind": lambda: translate(
            "Errors", "Den slags dokument kan ikke læses. Brug txt, docx, pdf, eml eller msg."
        ),
        "too_big": lambda: translate("Errors", "Dokumentet er for stort. Del det, og prøv igen."),
        "image": lambda: translate(
            "Errors", "Dokumentet er billeder uden tekst, så vagten kan ikke læse det."
        ),
        "inside": lambda: translate(
            "Errors", "Der ligger en fil i dokumentet, som vagten ikke kan læse. Tag den ud, og prøv igen."
        ),
        "letters": lambda: translate(
            "Errors", "Dokumentets bogstaver står for andre bogstaver, så vagten kan ikke læse det."
        ),
    }
    damaged: Callable[[], str] = lambda: translate("Errors", "Dokumentet er beskadiget og kan ikke læses.")  # noqa: E731
    return sentences.get(str(getattr(error, "reason", "")), damaged)()


def _policy(error: errors.FeltjournalError) -> str:
    sentence = translate(
        "Errors", "Kommunens indstillinger kan ikke læses (%1). Kontakt it-support; journalen er urørt."
    )
    return sentence.replace("%1", str(getattr(error, "key", "")))


_WITH_FACTS: dict[type[errors.FeltjournalError], Callable[[errors.FeltjournalError], str]] = {
    errors.WrongPassphrase: _wrong_passphrase,
    errors.TooManyAttempts: _too_many,
    errors.PassphraseTooWeak: _too_weak,
    errors.NotOnNetwork: lambda error: network.reason(str(getattr(error, "reason", ""))),
    errors.ServerUnavailable: _unavailable,
    errors.ServerRefused: _refused,
    errors.CaseloadFileRefused: _caseload,
    errors.DocumentRefused: _document,
    errors.ListRefused: _list,
    errors.PolicyDamaged: _policy,
    errors.VaultDamaged: lambda error: damage.while_open(tuple(getattr(error, "pages", ()))),
}
