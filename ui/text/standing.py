"""Where am I, how much waits, when was it last sent: the sentences of the state card. Never a fault, never too much."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.text import dates, network

translate = QCoreApplication.translate


class Kind(enum.Enum):
    NOT_ENROLLED = enum.auto()
    OFFLINE = enum.auto()
    READY = enum.auto()
    SENDING = enum.auto()
    SENT = enum.auto()
    SILENT = enum.auto()
    EXPIRED = enum.auto()
    REVOKED = enum.auto()
    REFUSED = enum.auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """`pending`: changes only on this computer. `sent`: when the server last gave its receipt for everything.

    `reason`: code of `app.sync.gate` while offline. `done` and `total` while sending. `retry_at` when the server is
    silent. `refused`: how many changes the server turned down.
    """

    kind: Kind
    pending: int = 0
    sent: datetime | None = None
    reason: str = ""
    done: int = 0
    total: int = 0
    retry_at: datetime | None = None
    refused: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """How things stand, for the card at the foot of the rail. `icon`: a Lucide name. `lines`: at most three sentences."""

    icon: str
    title: str
    lines: tuple[str, ...] = ()

    def sentence(self) -> str:
        return ". ".join((self.title, *(line.rstrip(".") for line in self.lines))) + "."


def sync_state(standing: Standing, now: datetime) -> State:
    kind = standing.kind
    if kind is Kind.SENT and (standing.pending or standing.sent is None):
        kind = Kind.READY  # without the server's receipt for everything, never "sent"
    icon, title = _TITLES[kind]
    lines = [_OWN[kind](standing, now)] if kind in _OWN else []
    if standing.refused and kind is not Kind.REFUSED:
        lines.append(_refused(standing, now))
    if kind is not Kind.SENT:
        lines += [pending(standing.pending), _last(standing, now)]
    return State(icon, title(standing, now), tuple(line for line in lines if line)[:3])


def pending(count: int) -> str:
    """`4 ændringer er gemt her og venter`; "" when nothing waits."""
    return translate("Sync", "%n ændring(er) er gemt her og venter", "", count) if count else ""


def closing(count: int) -> str:
    """Said, not asked, when the window closes."""
    return translate("Sync", "%n ændring(er) sendes næste gang, du er på kommunens net.", "", count)


def only_here() -> str:
    return translate("Sync", "Kun på denne computer")


def saved(when: datetime, now: datetime) -> str:
    return translate("Sync", "Gemt på denne computer kl. %1").replace("%1", dates.clock(when, now))


def _last(standing: Standing, now: datetime) -> str:
    if standing.sent is None:
        return translate("Sync", "Ikke sendt endnu")
    return translate("Sync", "Sidst sendt %1").replace("%1", dates.moment_within(standing.sent, now))


def _sent_title(standing: Standing, now: datetime) -> str:
    if standing.sent is None:
        return ""
    if dates.days_since(standing.sent, now) == 0:
        return translate("Sync", "Alt er sendt kl. %1").replace("%1", dates.clock(standing.sent, now))
    return translate("Sync", "Alt er sendt %1").replace("%1", dates.moment_within(standing.sent, now))


def _sending_title(standing: Standing, now: datetime) -> str:
    del now
    if not standing.total:
        return translate("Sync", "Henter fra serveren")
    return (
        translate("Sync", "Sender %1 af %2")
        .replace("%1", str(standing.done))
        .replace("%2", str(standing.total))
    )


def _retry(standing: Standing, now: datetime) -> str:
    if standing.retry_at is None:
        return translate("Sync", "Vi prøver igen om lidt.")
    return translate("Sync", "Vi prøver igen kl. %1.").replace("%1", dates.clock(standing.retry_at, now))


def _refused(standing: Standing, now: datetime) -> str:
    del now
    return translate("Sync", "Serveren afviste %n ændring(er). Se hvorfor her.", "", standing.refused)


def _just(words: Callable[[], str]) -> Callable[[Standing, datetime], str]:
    return lambda _standing, _now: words()


_TITLES: dict[Kind, tuple[str, Callable[[Standing, datetime], str]]] = {
    Kind.NOT_ENROLLED: ("hard-drive", _just(lambda: translate("Sync", "Kun på denne computer"))),
    Kind.OFFLINE: ("cloud-off", _just(lambda: translate("Sync", "Arbejder offline"))),
    Kind.READY: ("cloud", _just(lambda: translate("Sync", "På kommunens net – klar"))),
    Kind.SENDING: ("cloud-upload", _sending_title),
    Kind.SENT: ("cloud-check", _sent_title),
    Kind.SILENT: ("cloud-off", _just(lambda: translate("Sync", "Serveren svarer ikke"))),
    Kind.EXPIRED: ("key-round", _just(lambda: translate("Sync", "Adgangen er udløbet"))),
    Kind.REVOKED: ("key-round", _just(lambda: translate("Sync", "Computeren er meldt fra"))),
    Kind.REFUSED: ("cloud-alert", _just(lambda: translate("Sync", "Serveren tog ikke imod alt"))),
}
_OWN: dict[Kind, Callable[[Standing, datetime], str]] = {
    Kind.NOT_ENROLLED: _just(lambda: translate("Sync", "Skriv jobcentrets kode for at kunne sende.")),
    Kind.OFFLINE: lambda standing, _now: network.reason(standing.reason) if standing.reason else "",
    Kind.SILENT: _retry,
    Kind.EXPIRED: _just(lambda: translate("Sync", "Log på igen for at sende.")),
    Kind.REVOKED: _just(lambda: translate("Sync", "Kontakt it-support. Dine notater ligger her.")),
    Kind.REFUSED: _refused,
}
