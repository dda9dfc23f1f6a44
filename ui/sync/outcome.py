"""From what the vault counts and how the last round ended to the sentence on the state card. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.errors import (  # fmt: skip
    AppTooOld,
    DeviceRevoked,
    FeltjournalError,
    HistoryDiverged,
    NotOnNetwork,
    ServerRefused,
    ServerUnavailable,
)
from app.services.sync import SyncStatus
from ui.text import explain
from ui.text.standing import Kind, Standing, State, sync_state

translate = QCoreApplication.translate
_NOT_OURS = frozenset({"not-enrolled", "not-configured"})
_REAUTH = "reauth"


@dataclass(frozen=True, slots=True)
class Line:
    """How the link stands. `tried`: a round has ended since the journal was opened; `stopped`: by what, if not by
    its own end. `total`: what waited when the running round began, None while none runs."""

    tried: bool = False
    stopped: FeltjournalError | None = None
    retry_at: datetime | None = None
    total: int | None = None


def state(status: SyncStatus, line: Line, now: datetime) -> State:
    """Where am I, how much waits, when last; never "sent" without a receipt for everything."""
    if status.enrolled and line.stopped is not None and not _has_sentence(line.stopped):
        return _told(line.stopped, status, now)
    return sync_state(standing(status, line), now)


def standing(status: SyncStatus, line: Line) -> Standing:
    done = 0 if line.total is None else max(line.total - status.waiting, 0)
    return Standing(
        kind(status, line),
        pending=status.waiting + status.files,
        sent=status.sent_at,
        reason=str(getattr(line.stopped, "reason", "")),
        done=done,
        total=line.total or 0,
        retry_at=line.retry_at,
        refused=status.held,
    )


def kind(status: SyncStatus, line: Line) -> Kind:
    if not status.enrolled:
        return Kind.NOT_ENROLLED
    if line.total is not None and status.waiting < line.total:
        return Kind.SENDING  # a receipt has come, so there is somebody to send to
    match line.stopped:
        case NotOnNetwork() as away:
            return Kind.NOT_ENROLLED if away.reason in _NOT_OURS else Kind.OFFLINE
        case ServerUnavailable():
            return Kind.SILENT
        case DeviceRevoked():
            return Kind.REVOKED
        case ServerRefused():
            return Kind.EXPIRED
        case _:
            pass
    if line.stopped is not None or not line.tried:  # whatever stopped it, the round did not run to its end
        return Kind.OFFLINE
    return Kind.SENT if status.all_sent else Kind.READY


def _has_sentence(stopped: FeltjournalError) -> bool:
    """Whether the card has a state of its own for what stopped the round; for all else it gives the error's words."""
    if isinstance(stopped, ServerRefused):
        return stopped.problem == _REAUTH
    return isinstance(stopped, NotOnNetwork | ServerUnavailable | DeviceRevoked)


def to_see(status: SyncStatus) -> int:
    """The figure beside Synkronisering: what waits, and what waits for a person."""
    return status.waiting + status.files + status.held + status.parked + status.conflicts


def _told(error: FeltjournalError, status: SyncStatus, now: datetime) -> State:
    """A state the card has no sentence of its own for: what it means first, then what waits."""
    calm = sync_state(Standing(Kind.OFFLINE, pending=status.waiting + status.files, sent=status.sent_at), now)
    icon, title = "cloud-alert", translate("Sync", "Synkroniseringen er stoppet")
    if isinstance(error, ServerRefused):
        title = translate("Sync", "Serveren tog ikke imod")
    elif isinstance(error, AppTooOld):
        title = translate("Sync", "Feltjournal skal opdateres")
    elif isinstance(error, HistoryDiverged):
        icon, title = "cloud-upload", translate("Sync", "Serveren er genskabt")
    return State(icon, title, (explain(error), *calm.lines)[:3])
