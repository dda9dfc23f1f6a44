"""Is this the jobcenter's server, and is this its network? Pure decisions; they fail closed."""

from __future__ import annotations

import enum
from datetime import UTC, datetime, timedelta

from app.network.seen import Why
from app.protocol import messages

CLOCK_TOLERANCE = timedelta(hours=24)


class Reason(enum.StrEnum):
    """Why nothing was sent. All but the last two are a calm state: notes wait on this computer."""

    NO_SERVER = "no-server"  # nobody answers: another network, a cut cable, a server at rest
    WRONG_CERTIFICATE = "wrong-certificate"
    TLS_INSPECTION = "tls-inspection"  # not our key, yet the system trusts it: somebody reads along
    EXPIRED_CERTIFICATE = "expired-certificate"
    CAPTIVE_PORTAL = "captive-portal"  # a page, or a sign to another place, instead of the server
    WRONG_SIGNATURE = "wrong-signature"
    FOREIGN_SERVER = "foreign-server"  # signs correctly, but is not the one that enrolled this computer
    WRONG_ZONE = "wrong-zone"
    VPN = "vpn"  # the server sees this computer behind the VPN, and the policy wants it in the house
    FOREIGN_NETWORK = (
        "foreign-network"  # gate 0: the operating system knows no network of the municipality here
    )
    NETWORK_UNKNOWN = "network-unknown"  # gate 0: the operating system cannot tell
    PROXY = "proxy"  # the municipality's own proxy carries nothing to the server
    CLOCK = "clock"
    NOT_CONFIGURED = "not-configured"
    NOT_ENROLLED = "not-enrolled"


SECURITY_EVENTS = frozenset(
    {Reason.WRONG_CERTIFICATE, Reason.TLS_INSPECTION, Reason.WRONG_SIGNATURE, Reason.FOREIGN_SERVER}
)


def network(why: Why) -> Reason:
    return Reason.NETWORK_UNKNOWN if why is Why.UNKNOWN else Reason.FOREIGN_NETWORK


def pin_mismatch(*, system_trusts_it: bool) -> Reason:
    return Reason.TLS_INSPECTION if system_trusts_it else Reason.WRONG_CERTIFICATE


def beacon(seen: messages.Beacon, *, nonce: str, server: str | None, zones: tuple[str, ...]) -> Reason | None:
    """What a correctly signed beacon tells; None when it may go on. `server` is None before enrolment."""
    if seen.n != nonce:
        return Reason.WRONG_SIGNATURE
    if server is not None and seen.server != server:
        return Reason.FOREIGN_SERVER
    if seen.zone not in zones:
        return Reason.VPN if seen.zone == "vpn" else Reason.WRONG_ZONE
    return None


def validity(since: datetime, until: datetime, *, here: datetime, there: datetime) -> Reason | None:
    """A pinned certificate's dates, by this computer's clock and by the server's signed time.

    If the certificate holds by the server's time and only this clock disagrees, the clock is wrong by days.
    """
    if since <= here <= until:
        return None
    if since <= there <= until and abs(there - here) > CLOCK_TOLERANCE:
        return Reason.CLOCK
    return Reason.EXPIRED_CERTIFICATE


def server_time(seen: messages.Beacon) -> datetime | None:
    try:
        at = datetime.fromisoformat(seen.time)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
