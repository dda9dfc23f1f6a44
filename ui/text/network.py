"""Why the municipal network is not there: a state, never a fault."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def reason(code: str) -> str:
    """One sentence for a code of `app.sync.gate`."""
    sentences: dict[str, Callable[[], str]] = {
        "no-network": lambda: translate("Network", "Computeren er ikke på noget net."),
        "no-policy": lambda: translate("Network", "Computeren er ikke sat op til et jobcenter endnu."),
        "certificate": lambda: translate(
            "Network", "Nettet her svarer i kommunens navn, men er det ikke. Intet er sendt."
        ),
        "inspection": lambda: translate(
            "Network",
            "Nettet kigger med i forbindelsen, så intet er sendt. Bed it om en undtagelse for serveren.",
        ),
        "signature": lambda: translate(
            "Network", "Serveren kunne ikke vise, at den er jobcentrets. Intet er sendt."
        ),
        "zone": lambda: translate("Network", "Der kan kun sendes fra kommunens net eller VPN."),
        "clock": lambda: translate("Network", "Computerens ur går forkert. Stil det, og prøv igen."),
        "unreachable": lambda: translate("Network", "Kommunens net er ikke i nærheden."),
    }
    away: Callable[[], str] = lambda: translate(  # noqa: E731
        "Network", "Du er ikke på kommunens net. Alt bliver gemt her og sendes, når du er tilbage."
    )
    return sentences.get(code, away)()
