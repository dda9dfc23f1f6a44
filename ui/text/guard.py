"""The guard's findings in words: a colleague who says what, why, and how to write it instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.guard.finding import Level

translate = QCoreApplication.translate
_Words = Callable[[], str]

_TITLES: dict[str, _Words] = {
    "DIAG_CODE": lambda: translate("Guard", "Diagnosekode"),
    "DIAG_NAME": lambda: translate("Guard", "Diagnose"),
    "MEDICATION": lambda: translate("Guard", "Medicin og dosis"),
    "RATING_SCALE": lambda: translate("Guard", "Prøver og målinger"),
    "MENTAL_STATE": lambda: translate("Guard", "Symptomer"),
    "TREATMENT": lambda: translate("Guard", "Behandling og indlæggelse"),
    "RISK_COERCION": lambda: translate("Guard", "Risiko og tvang"),
    "SUBSTANCE": lambda: translate("Guard", "Misbrug"),
    "RECORD_DOC": lambda: translate("Guard", "Indsat fra patientjournal"),
    "CLINICIAN_ATTR": lambda: translate("Guard", "Behandlerens ord"),
    "THIRD_PARTY": lambda: translate("Guard", "Andres oplysninger"),
    "LAY_HEALTH": lambda: translate("Guard", "Helbred i hverdagssprog"),
    "MED_UNNAMED": lambda: translate("Guard", "Medicin uden navn"),
    "SOMATIC": lambda: translate("Guard", "Fysisk helbred"),
    "CLIN_VAGUE": lambda: translate("Guard", "Udtalelse fra klinikken"),
    "CPR": lambda: translate("Guard", "CPR-nummer"),
    "PRIVATE": lambda: translate("Guard", "Privat forhold"),
}

_WHY: dict[str, _Words] = {
    "DIAG_CODE": lambda: translate(
        "Guard", "»%1« må ikke stå i journalen. Skriv, hvad der hjælper på arbejdspladsen."
    ),
    "DIAG_NAME": lambda: translate("Guard", "»%1« er en diagnose. Skriv, hvad det betyder for arbejdet."),
    "MEDICATION": lambda: translate(
        "Guard", "»%1« må ikke stå i journalen. Skriv, hvad det betyder for arbejdet – ikke præparatet."
    ),
    "RATING_SCALE": lambda: translate(
        "Guard", "»%1« er en måling fra klinikken. Skriv, hvad du selv har set."
    ),
    "MENTAL_STATE": lambda: translate(
        "Guard", "»%1« beskriver en tilstand. Skriv, hvad der skete på jobbet eller i samtalen."
    ),
    "TREATMENT": lambda: translate(
        "Guard", "»%1« handler om behandling. Skriv kun, hvornår kandidaten kan arbejde."
    ),
    "RISK_COERCION": lambda: translate(
        "Guard", "»%1« hører kun til i patientjournalen. Er nogen i fare, så ring til klinikken nu."
    ),
    "SUBSTANCE": lambda: translate(
        "Guard", "»%1« handler om misbrug. Skriv, hvad det betyder for mødetid og opgaver."
    ),
    "RECORD_DOC": lambda: translate(
        "Guard", "»%1« ligner tekst fra en patientjournal. Den må ikke gemmes her."
    ),
    "CLINICIAN_ATTR": lambda: translate(
        "Guard", "»%1« bringer behandlerens ord videre. Skriv, hvad I aftalte om arbejdet."
    ),
    "THIRD_PARTY": lambda: translate("Guard", "»%1« er en andens helbred. Lad det ude af journalen."),
    "LAY_HEALTH": lambda: translate(
        "Guard",
        "»%1« kan læses som helbred. Er det kandidatens egne ord om hverdagen, kan det blive stående.",
    ),
    "MED_UNNAMED": lambda: translate(
        "Guard", "»%1« er om medicin uden navn. Skriv hellere, hvad det betyder for arbejdstiden."
    ),
    "SOMATIC": lambda: translate(
        "Guard", "»%1« er fysisk helbred. Behold det kun, hvis arbejdspladsen skal tage hensyn."
    ),
    "CLIN_VAGUE": lambda: translate(
        "Guard", "»%1« kommer fra klinikken. Behold det kun, hvis det er en ramme for arbejdet."
    ),
    "CPR": lambda: translate("Guard", "»%1« er et CPR-nummer. Det står allerede på kandidatens side."),
    "PRIVATE": lambda: translate(
        "Guard", "»%1« er privat. Behold det kun, hvis det betyder noget for jobbet."
    ),
}


def title(category: str) -> str:
    return _TITLES[category]()


def why(category: str, words: str) -> str:
    """One sentence about the words that were found."""
    return _WHY[category]().replace("%1", words)


def level(found: Level) -> str:
    return translate("Guard", "Stop") if found is Level.REFUSE else translate("Guard", "Overvej")


def summary(count: int) -> str:
    if not count:
        return translate("Guard", "Vagten: ingen bemærkninger")
    return translate("Guard", "Vagten: %n sted(er) at se på", "", count)


def purpose() -> str:
    return translate(
        "Guard",
        "Helbredsoplysninger hører til i regionens patientjournal. Vagten kører kun her på computeren.",
    )


def block(stops: int) -> str:
    return translate(
        "Guard", "%n stop skal løses, før notatet kan føres i journalen. Kladden er gemt.", "", stops
    )


def pasted(count: int) -> str:
    return translate("Guard", "Indsat tekst: %n sted(er) at se på", "", count)


def instead(suggestion: str) -> str:
    return translate("Guard", "I stedet: »%1«").replace("%1", suggestion)


def spoken(found: Level, category: str, words: str, suggestion: str | None) -> str:
    """A whole card, as a screen reader says it."""
    parts = [level(found), title(category), words]
    if suggestion is not None:
        parts.append(translate("Guard", "Forslag: %1").replace("%1", suggestion))
    return ". ".join(parts) + "."
