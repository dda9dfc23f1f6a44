"""Why the journal cannot be read just now, or why the clock is doubted, in sentences that say what to do."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.services.lease import Standing
from ui.text import dates

translate = QCoreApplication.translate


def title(standing: Standing) -> str:
    if standing.expired:
        return translate("Lease", "Journalen kan skrives i, men ikke læses")
    return translate("Lease", "Computerens ur er stillet tilbage")


def sentences(standing: Standing, now: datetime) -> tuple[str, ...]:
    if not standing.expired:
        return (_turned_back(standing, now), _what_then())
    said = (
        _since(standing, now),
        translate(
            "Lease",
            "Alt er her endnu. Kom på kommunens net, på kontoret eller med VPN, og tryk Mød serveren: så åbner journalen.",
        ),
        _turned_back(standing, now) if standing.turned_back else _clock(now),
    )
    return tuple(sentence for sentence in said if sentence)


def still(standing: Standing, now: datetime) -> str:
    """After a meeting that did not help: the clock must be wrong."""
    if standing.met is None:
        return translate(
            "Lease", "Serveren gav ikke lov til at læse journalen. Ring til it-support (kode E-24)."
        )
    said = translate(
        "Lease", "Serveren siger, at det er %1, men computerens ur siger %2. Ret uret, og prøv igen."
    )
    return said.replace("%1", _at(standing.met, now)).replace("%2", _at(now, now))


def kept(*, cut: bool) -> str:
    if cut:
        return translate(
            "Lease",
            "Gemt uden det, vagten ikke vil have i journalen. Kladden ligger på I dag, når journalen åbner.",
        )
    return translate("Lease", "Gemt. Kladden ligger på I dag, når journalen åbner.")


def _since(standing: Standing, now: datetime) -> str:
    if standing.met is None or standing.until is None:
        return translate("Lease", "Computeren har ikke fået lov af jobcentrets server til at vise journalen.")
    days = max((standing.until - standing.met).days, 1)
    said = translate(
        "Lease",
        "Siden %1 har computeren ikke mødt jobcentrets server. Efter %n dag(e) uden kontakt vises journalen ikke.",
        "",
        days,
    )
    return said.replace("%1", dates.long_date(dates.local(standing.met, now).date()))


def _clock(now: datetime) -> str:
    said = translate("Lease", "Computerens ur siger %1. Er det forkert, så ret uret, og lås op igen.")
    return said.replace("%1", _at(now, now))


def _turned_back(standing: Standing, now: datetime) -> str:
    if standing.floor is None:
        return ""
    said = translate(
        "Lease",
        "Computerens ur siger %1, men journalen har været åben så sent som %2. Uret er stillet tilbage.",
    )
    return said.replace("%1", _at(now, now)).replace("%2", _at(standing.floor, now))


def _at(when: datetime, now: datetime) -> str:
    """With the year, which is what a wrong clock most often has wrong."""
    said = translate("Lease", "den %1 kl. %2")
    return said.replace("%1", dates.long_date(dates.local(when, now).date())).replace(
        "%2", dates.clock(when, now)
    )


def _what_then() -> str:
    return translate(
        "Lease",
        "Ret computerens ur, før du skriver. Ellers får det, du skriver nu, et forkert tidspunkt i journalen.",
    )
