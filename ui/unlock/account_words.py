"""What was amiss with the journal, and what came of it, in sentences a consultant can act on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.services.integrity import Account, InPassing
from ui.text import damage, dates

translate = QCoreApplication.translate
_MOST_NAMES = 5


def sentences(account: Account, now: datetime) -> tuple[str, ...]:
    """What is missing, what is back, what is not, and what to do; only what applies."""
    said = (
        _missing(account, now),
        _known_to_server(account),
        _back(account),
        _still_missing(account),
        _changed(account),
        _damaged(account),
    )
    return (*(sentence for sentence in said if sentence), _advice(account))


def _missing(account: Account, now: datetime) -> str:
    if account.behind:
        lacks = translate(
            "Account",
            "Journalens fil er ældre end sidst: %n gemt(e) ændring(er) er ikke i den.",
            "",
            account.behind,
        )
        return " ".join(part for part in (lacks, _until(account, now)) if part)
    if account.other:
        return translate(
            "Account", "Journalens fil er ikke den samme som sidst. Den kan være skiftet ud med en kopi."
        )
    if account.restored or account.lost:
        lost = account.restored + account.lost
        return translate("Account", "%n ændring(er), der var gemt, stod ikke i journalens fil.", "", lost)
    return ""


def _known_to_server(account: Account) -> str:
    if not account.fallen or account.behind:
        return ""
    return translate(
        "Account",
        "Ved sidste møde kendte jobcentrets server %n gemt(e) ændring(er), som denne fil ikke har. Filen kan være lagt "
        "tilbage fra en ældre kopi.",
        "",
        account.fallen,
    )


def tell(said: InPassing, tell: Callable[[str], object]) -> None:
    """In passing: nothing is missing."""
    if said.repaired:
        tell(
            translate(
                "Account", "Den ene af to nøglefiler var beskadiget og er rettet. Du behøver ikke gøre noget."
            )
        )
    if said.finished:
        tell(translate("Account", "Det, der blev afbrudt sidste gang, er gjort færdigt. Intet er gået tabt."))


def _until(account: Account, now: datetime) -> str:
    if account.file_until is None or account.until is None:
        return ""
    said = translate("Account", "Filen går til %1; der var gemt til %2.")
    return said.replace("%1", dates.moment_within(account.file_until, now)).replace(
        "%2", dates.moment_within(account.until, now)
    )


def _back(account: Account) -> str:
    if not account.restored:
        return ""
    return translate(
        "Account",
        "%n ændring(er), der ikke var sendt, er hentet tilbage fra redningskopien og venter på at blive sendt.",
        "",
        account.restored,
    )


def _still_missing(account: Account) -> str:
    if account.lost:
        return translate(
            "Account", "%n ændring(er) i redningskopien kunne ikke hentes tilbage.", "", account.lost
        )
    if account.behind > account.restored or account.other:
        return translate(
            "Account",
            "Hvad jobcentret allerede har modtaget, kommer tilbage ved næste synkronisering. "
            "Kladder fra den sidste tid kan mangle.",
        )
    return ""


def _changed(account: Account) -> str:
    if not account.doubts:
        return translate("Account", "Journalens kæde af ændringer er brudt.") if account.broken else ""
    said = translate(
        "Account", "%n post(er) er ændret uden om programmet. Se dem efter.", "", len(account.doubts)
    )
    names = sorted({doubt.participant for doubt in account.doubts if doubt.participant})
    if not names:
        return said
    about = translate("Account", "Det gælder: %1.").replace("%1", ", ".join(names[:_MOST_NAMES]))
    return f"{said} {about}"


def _damaged(account: Account) -> str:
    if not account.damaged:
        return ""
    if not account.pages:
        return translate("Account", "En side i filen er beskadiget. Det, der kan læses, er her.")
    said = translate(
        "Account",
        "Der er skade i journalens fil på %1. Det, der stod dér, kan ikke læses; resten kan reddes over i en hel fil.",
    )
    return said.replace("%1", damage.numbered(account.pages))


def _advice(account: Account) -> str:
    amiss = account.behind or account.other or account.doubts or account.broken or account.damaged
    if amiss or account.fallen:
        return translate(
            "Account",
            "Har du eller it-support lagt en ældre kopi tilbage, er alt, som det skal være. Ellers ring til it-support "
            "(kode E-14), og sig, hvad der står her.",
        )
    return translate("Account", "Du behøver ikke gøre noget.")
