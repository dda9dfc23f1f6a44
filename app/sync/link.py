"""HTTPS to the jobcenter's server: the only module that sends a request.

One connection, no proxy but the policy's, no redirect, no second try behind the round's back. Gate 0 is asked before
every request, the pin checked after the handshake and before the first byte of a request; the beacon, which carries
nothing, is the first request on every connection, and no connection is older than a minute.
"""

from __future__ import annotations

import contextlib
import http.client
import logging
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import msgspec
import truststore
import urllib3.exceptions
from urllib3.connection import HTTPSConnection

from app.errors import NotOnNetwork, ServerRefused, ServerUnavailable
from app.protocol import messages
from app.sync import asks, certificate, gate, leaving, wire
from app.sync.gate import Reason
from app.sync.leaving import Leaving

log = logging.getLogger(__name__)

READ_SECONDS = 60.0
RENEW_SECONDS = 60.0  # so long a connection stands before the server must say again where it sees us
_MOST = messages.MAX_UNPACKED
_STALE = frozenset({"proof-expired", "proof-replayed"})  # a clock that jumped, a computer that slept
_BROKEN = (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError)


@dataclass(frozen=True, slots=True)
class Target:
    """`server`: its id, or None before enrolment. `chain`: the operating system must trust the certificate too."""

    url: str
    pins: tuple[bytes, ...]
    key: bytes
    chain: bool
    zones: tuple[str, ...]
    server: str | None = None
    leaving: Leaving = field(default_factory=Leaving)


class Link:
    """Asks the server, and says in the words of `app.errors` why it cannot."""

    def __init__(self, target: Target, *, device: str, sign: wire.Sign, now: datetime) -> None:
        self._target, self._device, self._sign, self._now = target, device, sign, now
        self._started = time.monotonic()
        self._offset = timedelta()
        self._connection: HTTPSConnection | None = None
        self._certificate: certificate.Certificate | None = None
        self._since = 0.0

    def __enter__(self) -> Link:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def ask(self, request: asks.Request, meanwhile: Callable[[], None] | None = None) -> asks.Reply:
        """`meanwhile`: what to do while the server works on it."""
        if isinstance(request, asks.Beacon):
            return self._greet()
        reply: asks.Reply = _one_of(self._send(request, meanwhile), asks.Reply)
        return reply

    def enrol(self, body: messages.Enrol) -> messages.Enrolled | messages.Problem:
        reply: messages.Enrolled | messages.Problem = _one_of(
            self._send(body), messages.Enrolled | messages.Problem
        )
        return reply

    def sign_in(self) -> messages.SignIn | messages.Problem:
        reply: messages.SignIn | messages.Problem = _one_of(
            self._send(asks.SignInAsk()), messages.SignIn | messages.Problem
        )
        return reply

    def beacon(self) -> messages.Beacon:
        seen = self._greet()
        if isinstance(seen, messages.Problem):
            raise NotOnNetwork(Reason.WRONG_ZONE)
        return seen

    # --- one request ----------------------------------------------------------------------------------------------

    def _send(self, asked: wire.Asked, meanwhile: Callable[[], None] | None = None) -> msgspec.Struct:
        if self._connection is None or not self._connection.is_connected or self._is_old():
            # Nothing is on the wire between two requests, so a new connection is no second try.
            self.beacon()
        else:
            self._permit()
        reply = self._proven(asked, meanwhile)
        if isinstance(reply, messages.Problem) and reply.type.removeprefix(messages.PROBLEM) in _STALE:
            # Refused whole, so asking again doubles nothing; the beacon tells the server's time anew.
            self.beacon()
            reply = self._proven(asked)
        return reply

    def _proven(self, asked: wire.Asked, meanwhile: Callable[[], None] | None = None) -> msgspec.Struct:
        out = wire.compose(asked, device=self._device, sign=self._sign, iat=self._iat())
        try:
            self._put(out)
        except _BROKEN as error:
            self.close()
            raise ServerUnavailable from error
        if meanwhile is not None:
            meanwhile()
        try:
            came = self._take()
        except _BROKEN as error:
            self.close()
            raise ServerUnavailable from error
        return wire.understand(out, came, key=self._target.key, server=self._target.server)

    def _greet(self) -> messages.Beacon | messages.Problem:
        """Connect, see who answers, and ask for a signed sign of life; nothing here tells who we are."""
        self.close()
        out = wire.compose(asks.Beacon(), device="", sign=self._sign, iat=0)
        try:
            self._connect()
            self._put(out)
            came = self._take()
        except _BROKEN as error:
            self.close()
            raise self._unreachable(error) from error
        seen = wire.understand(out, came, key=self._target.key, server=None)
        if isinstance(seen, messages.Beacon):
            self._admit(seen, out.stamp)
        greeting: messages.Beacon | messages.Problem = _one_of(seen, messages.Beacon | messages.Problem)
        return greeting

    def _admit(self, seen: messages.Beacon, nonce: str) -> None:
        reason = gate.beacon(seen, nonce=nonce, server=self._target.server, zones=self._target.zones)
        there = gate.server_time(seen)
        here = self._now + timedelta(seconds=time.monotonic() - self._started)
        if reason is None and self._certificate is not None and there is not None:
            one = self._certificate
            reason = gate.validity(one.since, one.until, here=here, there=there)
        if reason is not None:
            self._refuse(reason)
        self._offset = timedelta() if there is None else there - here

    def _put(self, out: wire.Outgoing) -> None:
        if self._connection is None:
            raise ServerUnavailable
        self._connection.request(
            out.method, out.target, body=out.body or None, headers=dict(out.headers), preload_content=False,
            decode_content=False,
        )  # fmt: skip

    def _take(self) -> wire.Incoming:
        if self._connection is None:
            raise ServerUnavailable
        response = self._connection.getresponse()
        body = response.read(_MOST + 1, decode_content=False)
        if len(body) > _MOST:
            raise ServerRefused("unreadable-reply")
        headers = {name.lower(): value for name, value in response.headers.items()}
        return wire.Incoming(response.status, headers, body)

    def _iat(self) -> int:
        """Whole seconds by the server's clock."""
        here = self._now + timedelta(seconds=time.monotonic() - self._started)
        return int((here + self._offset).timestamp())

    def _is_old(self) -> bool:
        return time.monotonic() - self._since > RENEW_SECONDS

    def _permit(self) -> None:
        """Gate 0 in the middle of a round: the network may have been changed since the last request."""
        try:
            self._target.leaving.permit()
        except NotOnNetwork:
            self.close()
            raise

    # --- gate 1: whose key is it? ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        place = urlsplit(self._target.url)
        host, port = place.hostname or "", place.port or 443
        self._connection = self._target.leaving.connection(
            host, port, _context(system=self._target.chain), by_name=self._target.chain
        )
        self._connection.connect()
        self._since = time.monotonic()
        self._connection.timeout = READ_SECONDS
        sock = self._connection.sock
        der = sock.getpeercert(binary_form=True) if isinstance(sock, ssl.SSLSocket) else None
        found = certificate.read(der or b"")
        if found.pin not in self._target.pins:
            self._refuse(gate.pin_mismatch(system_trusts_it=self._system_trusts(host, port)))
        if not found.is_for(host):
            self._refuse(Reason.WRONG_CERTIFICATE)
        self._certificate = found

    def _refuse(self, reason: Reason) -> None:
        self.close()
        if reason in gate.SECURITY_EVENTS:
            log.info("security: %s", reason.value)
        raise NotOnNetwork(reason)

    def _system_trusts(self, host: str, port: int) -> bool:
        """Whether the operating system would have believed a certificate that is not ours. Sends no request."""
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        try:
            with contextlib.closing(
                self._target.leaving.connection(host, port, context, by_name=True)
            ) as other:
                other.connect()
                return True
        except (*_BROKEN, ValueError):
            return False

    def _unreachable(self, error: BaseException) -> NotOnNetwork:
        found = _reason(error)
        if found in gate.SECURITY_EVENTS:
            log.info("security: %s", found.value)
        return NotOnNetwork(found)


def _one_of(message: msgspec.Struct, kinds: Any) -> Any:
    if not isinstance(message, kinds):
        raise TypeError(type(message).__name__)
    return message


def _context(*, system: bool) -> ssl.SSLContext:
    if system:
        trusted: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        trusted.minimum_version = ssl.TLSVersion.TLSv1_3
        return trusted
    # The pin says whose key it is, more strictly than any authority could; dates and name are checked beside it.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


_NOT_TLS = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG")
_TOO_EARLY, _TOO_LATE = 9, 10


def _reason(error: BaseException) -> Reason:
    """Why no reply came at all, as far as the handshake tells."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            dates = {_TOO_EARLY: Reason.CLOCK, _TOO_LATE: Reason.EXPIRED_CERTIFICATE}
            return dates.get(cause.verify_code, Reason.WRONG_CERTIFICATE)
        if isinstance(cause, ssl.SSLError):
            talks_plainly = any(word in str(cause) for word in _NOT_TLS)
            return Reason.CAPTIVE_PORTAL if talks_plainly else Reason.WRONG_CERTIFICATE
        if leaving.is_proxys(cause):
            return Reason.PROXY
        cause = cause.args[0] if cause.args and isinstance(cause.args[0], BaseException) else cause.__cause__
    return Reason.NO_SERVER
