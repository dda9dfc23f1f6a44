"""What was got out of a damaged journal, what is missing, and where the rest may come from, in plain sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.records import TYPES
from app.errors import BackupUnsound, FeltjournalError, VaultDamaged
from ui.text import dates, explain

if TYPE_CHECKING:
    from app.services.salvaging import Salvaged
    from app.services.upkeep import Restored

translate = QCoreApplication.translate
_MOST_NAMES = 5
_NAMED: dict[str, Callable[[int], str]] = {
    "note": lambda n: translate("Salvage", "%n notat(er)", "", n),
    "participant": lambda n: translate("Salvage", "%n kandidat(er)", "", n),
    "employer": lambda n: translate("Salvage", "%n arbejdsgiver(e)", "", n),
    "draft": lambda n: translate("Salvage", "%n kladde(r)", "", n),
}


def copy_made(at: datetime | None, now: datetime) -> str:
    return "" if at is None else dates.moment_within(at, now)


def refusal(error: FeltjournalError, *, copy: bool) -> str:
    """Why nothing was saved; whatever it was, the file is as it was."""
    if isinstance(error, VaultDamaged):
        if copy:
            return translate(
                "Salvage",
                "Filens indholdsfortegnelse er ødelagt, så intet kunne læses. Læg kopien tilbage i stedet. Intet er "
                "ændret.",
            )
        return translate(
            "Salvage",
            "Filens indholdsfortegnelse er ødelagt, så intet kunne læses, og der er ingen kopi. Intet er ændret. Ring "
            "til it-support: det, jobcentret har modtaget, kan hentes derfra, og resten ligger i redningskopien.",
        )
    if isinstance(error, BackupUnsound):
        return translate(
            "Salvage", "Kopien er også beskadiget. Intet er ændret. Ring til it-support (kode E-15)."
        )
    return explain(error)


def salvaged(done: Salvaged) -> tuple[str, ...]:
    said = (
        translate("Salvage", "Reddet: %1.").replace("%1", _listed(done.rows)),
        _put_back(done.put_back),
        _lost(done),
        _uncertain(done),
        _comes(done),
        _stranger() if done.stranger else "",
        _kept(done.original.name),
    )
    return tuple(sentence for sentence in said if sentence)


def restored(done: Restored, copy: str) -> tuple[str, ...]:
    if not done.whole:
        if not done.rows:
            return (
                translate("Salvage", "Journalen kan åbnes, og den har alt det, kopien har. Intet er ændret."),
            )
        return (
            translate("Salvage", "Journalen kan åbnes. Fra kopien er hentet det, der manglede: %1.").replace(
                "%1", _listed(done.rows)
            ),
        )
    said = (
        translate("Salvage", "Kopien fra %1 er lagt tilbage.").replace("%1", copy),
        translate(
            "Salvage",
            "Når du låser op, hentes det, der ikke var sendt, fra redningskopien. Det, jobcentret har modtaget, kommer "
            "tilbage ved næste synkronisering.",
        ),
        _kept(done.original.name) if done.original else "",
    )
    return tuple(sentence for sentence in said if sentence)


def _listed(rows: dict[str, int]) -> str:
    """`40 notater, 12 kandidater og 96 andre poster`."""
    told = [say(rows[name]) for name, say in _NAMED.items() if rows.get(name)]
    rest = sum(count for name, count in rows.items() if name in TYPES and name not in _NAMED)
    if rest:
        told.append(translate("Salvage", "%n anden/andre post(er)", "", rest))
    if len(told) < 2:
        return told[0] if told else translate("Salvage", "ingen poster")
    said = translate("Salvage", "%1 og %2")
    return said.replace("%1", ", ".join(told[:-1])).replace("%2", told[-1])


def _put_back(count: int) -> str:
    if not count:
        return ""
    return translate(
        "Salvage",
        "%n ændring(er), som jobcentret ikke har fået, var på den ødelagte del og er hentet fra redningskopien.",
        "",
        count,
    )


def _lost(done: Salvaged) -> str:
    """Rows the consultant knows; the program's own lists are made again."""
    counted = {name: count for name, count in done.lost.items() if count and name in (*TYPES, *_NAMED)}
    behind = (
        translate(
            "Salvage",
            "Filen var desuden ældre end sidst: %n gemt(e) ændring(er) var ikke i den.",
            "",
            done.behind,
        )
        if done.behind
        else ""
    )
    if not counted:
        nothing = not any(name in (*TYPES, *_NAMED) for name in done.lost) and not behind
        return translate("Salvage", "Intet mangler.") if nothing else behind
    said = translate("Salvage", "Der mangler: %1.").replace("%1", _listed(counted))
    if done.about:
        about = translate("Salvage", "Notaterne handler om: %1.")
        said += " " + about.replace("%1", ", ".join(done.about[:_MOST_NAMES]))
    return f"{said} {behind}".strip()


def _uncertain(done: Salvaged) -> str:
    if "outbox" in done.lost:
        return translate(
            "Salvage", "Om alt det, der ikke var sendt, er med, kan ikke ses. Se dine seneste notater efter."
        )
    if any(count is None and name in (*TYPES, *_NAMED) for name, count in done.lost.items()):
        return translate("Salvage", "Der kan mangle mere: hvor meget, kan ikke ses i filen.")
    return ""


def _comes(done: Salvaged) -> str:
    if done.fetched:
        return translate("Salvage", "Det, jobcentret har modtaget, kommer tilbage ved næste synkronisering.")
    if any(name in (*TYPES, *_NAMED) for name in done.lost):
        return translate("Salvage", "Spørg it-support, om det kan hentes fra en kopi.")
    return ""


def _stranger() -> str:
    return translate(
        "Salvage",
        "Computerens egen underskrift kunne ikke læses. Bed jobcentret om en ny kode, og tilmeld computeren igen under "
        "Synkronisering.",
    )


def _kept(name: str) -> str:
    said = translate(
        "Salvage",
        "Den beskadigede fil ligger i journalens mappe og hedder %1. Lad den ligge, til it-support siger til.",
    )
    return said.replace("%1", name)
