"""Why the municipal network is not there: a state, never a fault."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def reason(code: str) -> str:
    """One sentence for a code of `app.sync.gate`."""
    sentences: dict[str, Callable[[], str]] = {
        "no-server": lambda: translate("Network", "Kommunens net er ikke i nærheden."),
        "wrong-certificate": lambda: translate(
            "Network", "Nettet her svarer i kommunens navn, men er det ikke. Intet er sendt."
        ),
        "tls-inspection": lambda: translate(
            "Network",
            "Nettet kigger med i forbindelsen, så intet er sendt. Bed it om en undtagelse for serveren.",
        ),
        "expired-certificate": lambda: translate(
            "Network", "Serverens certifikat er udløbet, så intet er sendt. It-support skal forny det."
        ),
        "captive-portal": lambda: translate("Network", "Nettet her vil have dig til at logge på først."),
        "wrong-signature": lambda: translate(
            "Network", "Serveren kunne ikke vise, at den er jobcentrets. Intet er sendt."
        ),
        "foreign-server": lambda: translate(
            "Network", "Serveren er ikke den, computeren er meldt til. Intet er sendt."
        ),
        "wrong-zone": lambda: translate("Network", "Der kan kun sendes fra kommunens net eller VPN."),
        "vpn": lambda: translate(
            "Network",
            "Der kan ikke sendes over VPN. Alt bliver gemt her og sendes, når du er på kommunens net.",
        ),
        "foreign-network": lambda: translate(
            "Network", "Nettet her er ikke kommunens. Alt bliver gemt her og sendes, når du er tilbage."
        ),
        "network-unknown": lambda: translate(
            "Network",
            "Computeren kan ikke se, om nettet er kommunens, så intet er sendt. Kontakt it-support.",
        ),
        "proxy": lambda: translate(
            "Network",
            "Kommunens proxy lader ikke forbindelsen til serveren slippe igennem. Kontakt it-support.",
        ),
        "clock": lambda: translate("Network", "Computerens ur går forkert. Stil det, og prøv igen."),
        "not-configured": lambda: translate("Network", "Computeren er ikke sat op til et jobcenter endnu."),
        "not-enrolled": lambda: translate("Network", "Computeren er ikke meldt til jobcentret endnu."),
    }
    away: Callable[[], str] = lambda: translate(  # noqa: E731
        "Network", "Du er ikke på kommunens net. Alt bliver gemt her og sendes, når du er tilbage."
    )
    return sentences.get(code, away)()
