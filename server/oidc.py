"""Sign-in with the municipality's own OpenID provider: Authorization Code with PKCE, tokens checked with joserfc."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from server import away
from server.problems import Refused

SCOPE = "openid profile"
_ALGORITHMS = ["RS256", "PS256", "ES256", "Ed25519", "EdDSA"]
_LEEWAY = 60
_REFRESH = timedelta(minutes=5)
_SECONDS = 5.0
_MOST = 1024 * 1024
_THEIR_FAULT = 500


class ProviderSilent(Exception):
    """The OpenID provider does not answer, or not as one."""


@dataclass(frozen=True, slots=True)
class Client:
    """A registration at the provider. `secret`: "" for a public one."""

    id: str
    secret: str = ""


@dataclass(slots=True)
class Provider:
    """`issuer` exactly as the provider says it. What it tells of itself is kept; its keys until one is unknown."""

    issuer: str
    _told: dict[str, Any] = field(default_factory=dict)
    _keys: KeySet | None = None
    _fetched: datetime | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def authorize(self) -> str:
        return self._place("authorization_endpoint")

    def _place(self, name: str) -> str:
        where = self._discover().get(name)
        if not isinstance(where, str):
            raise ProviderSilent
        return where

    def url(self, client: Client, *, redirect: str, state: str, nonce: str, verifier: str) -> str:
        """Where the browser goes."""
        asked = {
            "response_type": "code", "client_id": client.id, "redirect_uri": redirect, "scope": SCOPE, "state": state,
            "nonce": nonce, "code_challenge": challenge(verifier), "code_challenge_method": "S256",
        }  # fmt: skip
        return f"{self.authorize()}?{urllib.parse.urlencode(asked)}"

    def redeem(self, client: Client, *, code: str, verifier: str, redirect: str) -> str:
        """The id token for a code. Raises Refused `not-enrollable` when the provider does not take it."""
        form = {
            "grant_type": "authorization_code", "code": code, "redirect_uri": redirect, "client_id": client.id,
            "code_verifier": verifier,
        }  # fmt: skip
        if client.secret:
            form["client_secret"] = client.secret
        answer = _fetch(self._place("token_endpoint"), urllib.parse.urlencode(form).encode())
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise Refused("not-enrollable")
        return token

    def claims(
        self, token: str, *, client: Client, nonce: str, now: datetime, anew: timedelta | None = None
    ) -> dict[str, Any]:
        """What a token says, when it is the provider's, for us, for this sign-in, and of this time. `anew`: the person must
        have signed in no longer ago, where the provider says when that was."""
        try:
            claims = self._decoded(token, now)
        except (JoseError, ValueError):
            raise Refused("not-enrollable") from None
        audience = claims.get("aud")
        for_us = client.id in (audience if isinstance(audience, list) else [audience])
        at = now.timestamp()
        fresh = _number(claims, "exp") > at - _LEEWAY and _number(claims, "iat") < at + _LEEWAY
        if anew is not None and "auth_time" in claims:
            fresh = fresh and _number(claims, "auth_time") > at - anew.total_seconds()
        holds = claims.get("iss") == self.issuer and for_us and fresh and bool(claims.get("sub"))
        if not holds or not secrets.compare_digest(str(claims.get("nonce")), nonce):
            raise Refused("not-enrollable")
        return claims

    def _decoded(self, token: str, now: datetime) -> dict[str, Any]:
        try:
            return dict(jwt.decode(token, self._key_set(now, anew=False), algorithms=_ALGORITHMS).claims)
        except (JoseError, ValueError):
            keys = self._key_set(now, anew=True)  # a key we have not seen: they change now and then
            return dict(jwt.decode(token, keys, algorithms=_ALGORITHMS).claims)

    def _key_set(self, now: datetime, *, anew: bool) -> KeySet:
        with self._lock:
            old = self._fetched is None or now - self._fetched > _REFRESH
            if self._keys is None or (anew and old):
                self._keys = _keys(_fetch(self._place("jwks_uri")))
                self._fetched = now
            return self._keys

    def _discover(self) -> dict[str, Any]:
        if not self._told:
            told = _fetch(self.issuer.rstrip("/") + "/.well-known/openid-configuration")
            if told.get("issuer") != self.issuer:
                raise ProviderSilent
            self._told = told
        return self._told


def challenge(verifier: str) -> str:
    return b64url(hashlib.sha256(verifier.encode()).digest())


def b64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _keys(told: dict[str, Any]) -> KeySet:
    """Raises ProviderSilent for what is no set of keys, as an error told in JSON."""
    try:
        return KeySet.import_key_set(told)  # type: ignore[arg-type]
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        raise ProviderSilent from None


def _rest(error: urllib.error.HTTPError) -> bytes:
    try:
        return error.read(_MOST)
    except away.BROKEN:
        raise ProviderSilent from None


def _number(claims: dict[str, Any], name: str) -> float:
    value = claims.get(name)
    return float(value) if isinstance(value, int | float) else 0.0


def _fetch(url: str, form: bytes | None = None) -> dict[str, Any]:
    """Settings let through https, and http on this machine alone; a refusal with JSON is an answer."""
    asked = urllib.request.Request(url, data=form, headers={"Accept": "application/json"})  # noqa: S310
    try:
        with away.OPENER.open(asked, timeout=_SECONDS) as answer:
            data = answer.read(_MOST)
    except urllib.error.HTTPError as error:
        if error.code >= _THEIR_FAULT:
            raise ProviderSilent from None
        data = _rest(error)
    except away.BROKEN:
        raise ProviderSilent from None
    try:
        told = json.loads(data)
    except ValueError:
        raise ProviderSilent from None
    if not isinstance(told, dict):
        raise ProviderSilent
    return told
