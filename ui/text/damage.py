"""Damaged pages of the journal's file in Danish words: their numbers are what it-support asks for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
_MOST = 4


def numbered(pages: tuple[int, ...]) -> str:
    """`side 40`, `side 3 og 4`, `side 3, 4, 9, 12 og 7 til`; "" where no page can be named."""
    if not pages:
        return ""
    named, more = [str(page) for page in pages[:_MOST]], len(pages) - _MOST
    last = translate("Damage", "%n til", "", more) if more > 0 else named.pop()
    if not named:
        return translate("Damage", "side %1").replace("%1", last)
    said = translate("Damage", "side %1 og %2")
    return said.replace("%1", ", ".join(named)).replace("%2", last)


def at_the_door(pages: tuple[int, ...]) -> str:
    """The journal does not open; what can be done stands below the words."""
    if not pages:
        return translate(
            "Damage",
            "Journalens fil er beskadiget og kan ikke åbnes (kode E-12). Intet er slettet. Du kan redde det, der kan "
            "læses; den beskadigede fil bliver liggende.",
        )
    return translate(
        "Damage",
        "Journalen kan ikke åbnes: der er skade i filen på %1 (kode E-12). Intet er slettet. Du kan redde det, der kan "
        "læses; den beskadigede fil bliver liggende.",
    ).replace("%1", numbered(pages))


def while_open(pages: tuple[int, ...]) -> str:
    """Met in the middle of the work."""
    if not pages:
        return translate(
            "Damage",
            "En del af journalens fil er beskadiget og kan ikke læses (kode E-12). Intet er slettet. Er du ved at skrive, "
            "så kopiér teksten. Lås (Ctrl+L), og lås op igen: så kan det, der kan læses, reddes.",
        )
    return translate(
        "Damage",
        "Der er skade i journalens fil på %1, og det kan ikke læses (kode E-12). Intet er slettet. Er du ved at skrive, "
        "så kopiér teksten. Lås (Ctrl+L), og lås op igen: så kan det, der kan læses, reddes.",
    ).replace("%1", numbered(pages))
