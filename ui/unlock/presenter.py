"""What the locked screen says: decided here, without a window."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app import errors
from app.policy import standing
from app.policy.table import BY_NAME
from app.services import unlock
from ui.text import damage, explain

translate = QCoreApplication.translate


def wait_sentence(seconds: float) -> str:
    """Counted down by the second, in minutes when it is long; "" when there is nothing to wait for."""
    left = math.ceil(seconds)
    if left <= 0:
        return ""
    if left <= 90:
        return translate("Unlock", "Du kan prøve igen om %n sekund(er).", "", left)
    return translate("Unlock", "Du kan prøve igen om %n minut(ter).", "", math.ceil(left / 60))


def refusal(error: errors.FeltjournalError) -> str:
    """Why the journal was not opened; where nothing has been typed, nothing of it can be lost either."""
    if isinstance(error, errors.VaultDamaged):
        return damage.at_the_door(error.pages)
    sentence = _AT_THE_DOOR.get(type(error))
    return explain(error) if sentence is None else sentence()


def at_work(step: str) -> str:
    """What the unlocking has come to, where that is more than a moment; a step of `unlock.STEPS`."""
    said = {
        unlock.FINISHES: translate("Unlock", "Færdiggør det, der blev afbrudt …"),
        unlock.UPDATES: translate("Unlock", "Gør journalen klar til den nye udgave …"),
        unlock.FINISHES_UPDATE: translate("Unlock", "Færdiggør opdateringen …"),
        unlock.RENEWS: translate("Unlock", "Giver journalen nye nøgler …"),
    }
    return said[step]


def strength_words(passphrase: str) -> str:
    """One sentence about a passphrase while it is typed."""
    if not passphrase:
        return _least() + " " + translate("Unlock", "En sætning, kun du kender, er let at huske.")
    weakness = unlock.weakness(passphrase)
    if weakness is not None:
        return _WEAK[weakness]()
    return _STRONG[unlock.strength(passphrase).value]()


def acceptable(passphrase: str, again: str) -> bool:
    return passphrase == again and unlock.weakness(passphrase) is None


def _least() -> str:
    least = standing.passphrase_length()
    if least > BY_NAME["passphrase_length"].default:
        return translate("Unlock", "Mindst %n tegn.", "", least)
    return translate("Unlock", "Mindst 15 tegn eller fem ord.")


def _too_short() -> str:
    least = standing.passphrase_length()
    if least > BY_NAME["passphrase_length"].default:
        return translate("Unlock", "For kort endnu: mindst %n tegn.", "", least)
    return translate("Unlock", "For kort endnu: mindst 15 tegn eller fem ord.")


_AT_THE_DOOR: dict[type[errors.FeltjournalError], Callable[[], str]] = {
    errors.DiskFull: lambda: translate(
        "Unlock",
        "Journalen er ikke åbnet: disken er fuld. Intet er ændret. Flyt eller slet noget andet på disken, og prøv igen.",
    ),
    errors.DiskFailing: lambda: translate(
        "Unlock",
        "Disken svarer med fejl, og journalen kan ikke læses helt (kode E-18). Intet er ændret eller slettet. Lad "
        "computeren være, som den er, og ring til it-support: de kan kopiere disken og redde det, der kan læses.",
    ),
    errors.FileHeld: lambda: translate(
        "Unlock",
        "Et andet program, måske virusscanneren, holder fast i journalens fil. Vent lidt, og prøv igen. Intet er ændret.",
    ),
    errors.ReadOnly: lambda: translate(
        "Unlock",
        "Der må ikke skrives i journalens mappe. Intet er ændret. Du kan læse i journalen imens. Kontakt it-support.",
    ),
}
_WEAK: dict[str, Callable[[], str]] = {
    "short": _too_short,
    "repeated": lambda: translate("Unlock", "Den gentager sig selv. Vælg forskellige ord."),
    "common": lambda: translate("Unlock", "Let at gætte. Vælg ord, der ikke hører sammen."),
}
_STRONG: dict[str, Callable[[], str]] = {
    "weak": lambda: translate("Unlock", "Let at gætte. Vælg ord, der ikke hører sammen."),
    "fair": lambda: translate("Unlock", "Brugbar. Et ord mere gør den god."),
    "good": lambda: translate("Unlock", "God adgangskode."),
    "strong": lambda: translate("Unlock", "Stærk adgangskode."),
}


def caps_lock_seems_on(text: str, *, shift: bool) -> bool | None:
    """From one typed letter; None when it tells nothing. No system says it in the same way, a letter always does."""
    if len(text) != 1 or text.lower() == text.upper():
        return None
    return text.isupper() != shift
