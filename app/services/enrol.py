"""Use case: make this computer one of the jobcenter's."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app import __version__
from app.domain.changes import Changes, Topic
from app.errors import (
    CodeExpired,
    CodeUnknown,
    CodeUsed,
    DeviceKnown,
    FeltjournalError,
    InvitationDamaged,
    NotOnNetwork,
    PolicyDamaged,
)
from app.protocol import messages
from app.services.sync import to_target
from app.settings import Server, Settings, server_of, server_told
from app.store import sync_state
from app.sync import link
from app.sync.gate import Reason
from app.sync.round import as_error

if TYPE_CHECKING:
    from app.vault.vault import Vault

_PREFIX = "fj1."
_REFUSALS: dict[str, type[FeltjournalError]] = {
    "code-unknown": CodeUnknown,
    "code-expired": CodeExpired,
    "code-used": CodeUsed,
    "device-exists": DeviceKnown,
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this computer is to the jobcenter; `feed_name` is None until it is enrolled."""

    person: str
    name: str
    role: str
    feed_name: str | None
    enrolled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Enrolled:
    changes: Changes
    identity: Identity


def enrol(
    vault: Vault, settings: Settings, code_or_invitation: str, *, machine: str, now: datetime
) -> Enrolled:
    """Spend a one-time code. A lost answer does no harm: the same code on the same computer answers again.

    Raises NotOnNetwork, an EnrolmentError, or what else the server refuses. The first round comes afterwards.
    """
    server, code = _read(code_or_invitation.strip(), settings)
    with vault.read() as tx:
        device = str(sync_state.who(tx).device)
    asked = messages.Enrol(
        code=code, device=device, key=base64.b64encode(vault.public_key).decode(), machine=machine, app=__version__
    )  # fmt: skip
    with link.Link(to_target(server, None), device=device, sign=vault.sign, now=now) as line:
        seen = line.beacon()
        reply = line.enrol(asked)
    if isinstance(reply, messages.Problem):
        raise _refusal(reply)
    with vault.begin() as tx:
        sync_state.enrol(
            tx, person=reply.person, name=reply.name, role=reply.role, feed=reply.feed, feed_name=reply.feed_name,
            server={**server_told(server), "id": seen.server}, enrolled_at=now,
        )  # fmt: skip
    return Enrolled(frozenset({Topic.SYNC, Topic.CASELOAD, Topic.JOURNAL}), identity(vault))


def identity(vault: Vault) -> Identity:
    with vault.read() as tx:
        me = sync_state.who(tx)
    return Identity(me.person, me.name, me.role, me.feed_name, me.enrolled_at)


def _read(text: str, settings: Settings) -> tuple[Server, str]:
    if not text.startswith(_PREFIX):
        if settings.server is None:
            raise NotOnNetwork(Reason.NOT_CONFIGURED)
        return settings.server, text
    told = _invitation(text)
    invited = _server(told)
    if settings.server is None:
        if settings.server_url not in ("", invited.url):
            raise InvitationDamaged
        return invited, str(told["code"])
    if settings.server.key != invited.key:
        raise InvitationDamaged
    return settings.server, str(told["code"])


def _invitation(text: str) -> dict[str, Any]:
    packed = "".join(text.removeprefix(_PREFIX).split())  # a mail may have broken the line
    try:
        told = json.loads(base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True))
    except (ValueError, binascii.Error):
        raise InvitationDamaged from None
    if not isinstance(told, dict) or not isinstance(told.get("code"), str):
        raise InvitationDamaged
    return told


def _server(told: dict[str, Any]) -> Server:
    try:
        return server_of({name: told.get(name) for name in ("url", "pins", "key")})
    except PolicyDamaged:
        raise InvitationDamaged from None


def _refusal(problem: messages.Problem) -> FeltjournalError:
    refusal = _REFUSALS.get(problem.type.removeprefix(messages.PROBLEM))
    return as_error(problem) if refusal is None else refusal()
