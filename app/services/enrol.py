"""Use case: make this computer one of the jobcenter's."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
import threading
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from app import __version__
from app.domain.changes import Changes, Topic
from app.errors import (
    CodeExpired,
    CodeUnknown,
    CodeUsed,
    DeviceKnown,
    FeltjournalError,
    InvitationDamaged,
    NotEnrollable,
    NotOnNetwork,
    PolicyDamaged,
)
from app.protocol import messages
from app.services.sync import to_target
from app.settings import Server, Settings, server_of, server_told
from app.store import sync_state
from app.sync import link
from app.sync.gate import Reason
from app.sync.loopback import Loopback
from app.sync.round import as_error

if TYPE_CHECKING:
    from app.vault.vault import Vault

_PREFIX = "fj1."
SIGN_IN_SECONDS = 120.0
_REFUSALS: dict[str, type[FeltjournalError]] = {
    "code-unknown": CodeUnknown,
    "code-expired": CodeExpired,
    "code-used": CodeUsed,
    "device-exists": DeviceKnown,
    "not-enrollable": NotEnrollable,
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
    return _enrol(vault, server, settings, asked, now)


@dataclass(frozen=True, slots=True)
class SigningIn:
    """A sign-in that is out in the browser, at `url`. `redeem`: what the server needs besides the code."""

    url: str
    loopback: Loopback
    verifier: str

    def give_up(self) -> None:
        self.loopback.close()


def begin_sign_in(vault: Vault, settings: Settings, *, done: str, now: datetime) -> SigningIn:
    """Where the browser goes. `done`: the sentence it shows afterwards.

    The nonce is made of this computer's key, so that what comes back enrols no other. The person signs in anew: whoever sits
    down at an open browser must not become its owner here.
    Raises NotEnrollable where the jobcenter enrols by codes alone.
    """
    if settings.server is None:
        raise NotOnNetwork(Reason.NOT_CONFIGURED)
    with vault.read() as tx:
        device = str(sync_state.who(tx).device)
    with link.Link(
        to_target(settings.server, None, settings), device=device, sign=vault.sign, now=now
    ) as line:
        line.beacon()
        told = line.sign_in()
    if isinstance(told, messages.Problem):
        raise NotEnrollable
    loopback, verifier = Loopback(done), secrets.token_urlsafe(48)
    asked = {
        "response_type": "code", "client_id": told.client, "redirect_uri": loopback.redirect, "scope": told.scope,
        "state": loopback.state, "nonce": _b64url(hashlib.sha256(vault.public_key).digest()),
        "code_challenge": _b64url(hashlib.sha256(verifier.encode()).digest()), "code_challenge_method": "S256",
        "prompt": "login", "max_age": "300",
    }  # fmt: skip
    return SigningIn(f"{told.authorize}?{urlencode(asked)}", loopback, verifier)


def finish_sign_in(
    vault: Vault,
    settings: Settings,
    begun: SigningIn,
    *,
    machine: str,
    given_up: threading.Event,
    now: datetime,
) -> Enrolled:
    """Wait for the browser, at most `SIGN_IN_SECONDS`, then enrol this computer for whoever signed in.

    Raises SignInFailed, NotEnrollable, NotOnNetwork, or what else the server refuses.
    """
    if settings.server is None:
        raise NotOnNetwork(Reason.NOT_CONFIGURED)
    with begun.loopback as back:
        code = back.wait(SIGN_IN_SECONDS, given_up)
        signed = messages.SignedIn(code, begun.verifier, back.redirect)
    with vault.read() as tx:
        device = str(sync_state.who(tx).device)
    key = base64.b64encode(vault.public_key).decode()
    asked = messages.Enrol("", device, key, machine, __version__, signed)
    return _enrol(vault, settings.server, settings, asked, now)


def _enrol(
    vault: Vault, server: Server, settings: Settings, asked: messages.Enrol, now: datetime
) -> Enrolled:
    target = to_target(server, None, settings)
    with link.Link(target, device=asked.device, sign=vault.sign, now=now) as line:
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


def _b64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
