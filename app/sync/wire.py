"""How a request becomes bytes and a reply becomes a message: proof, packing, signature. No socket here."""

from __future__ import annotations

import base64
import hashlib
import io
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote, urlencode

import msgspec
import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.errors import NotOnNetwork, ServerRefused, ServerUnavailable
from app.protocol import canonical, messages
from app.sync import asks
from app.sync.gate import Reason

Sign = Callable[[bytes], bytes]
Asked = asks.Request | asks.SignInAsk | messages.Enrol
T = TypeVar("T", bound=msgspec.Struct)
_PATIENCE = 3600.0
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`stamp`: what the reply's signature is bound to, so that no other reply can take its place."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    stamp: str
    reply: type[msgspec.Struct]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A reply as it came; header names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def compose(asked: Asked, *, device: str, sign: Sign, iat: int) -> Outgoing:
    if isinstance(asked, asks.Beacon | asks.SignInAsk):
        nonce = secrets.token_hex(32)
        path, reply_kind = _UNPROVEN[type(asked)]
        return Outgoing("GET", f"{path}?n={nonce}", _HEADERS, b"", nonce, reply_kind)
    if isinstance(asked, asks.FileAsk | asks.FileSend | asks.FileFetch):
        method, target, plain, reply = _file_shape(asked)
    elif isinstance(asked, asks.Backfill | asks.ReadAsk):
        method, target, plain, reply = _case_shape(asked)
    else:
        method, target, plain, reply = _shape(asked)
    headers, body = dict(_HEADERS), plain
    if plain:
        headers["Content-Type"] = "application/json"
    if len(plain) > messages.PACK_ABOVE:
        body = zstandard.ZstdCompressor(level=3).compress(plain)
        headers["Content-Encoding"] = "zstd"
    jti = secrets.token_urlsafe(24)
    claims = {"dev": device, "htm": method, "htu": target, "iat": iat, "jti": jti, "bh": _b64url(_sha(body))}
    headers[messages.PROOF] = _jws(claims, sign)
    return Outgoing(method, target, headers, body, jti, reply)


_UNPROVEN: Mapping[type, tuple[str, type[msgspec.Struct]]] = {
    asks.Beacon: ("/v1/beacon", messages.Beacon),
    asks.SignInAsk: ("/v1/signin", messages.SignIn),
}
_HEADERS: Mapping[str, str] = {
    "User-Agent": "Feltjournal",
    "Accept": "application/json",
    "Accept-Encoding": "zstd",
}


def _shape(
    asked: messages.Enrol | asks.Hello | asks.Push | asks.OwnAsk | asks.Changes | asks.ScopeAsk,
) -> tuple[str, str, bytes, type[msgspec.Struct]]:
    match asked:
        case messages.Enrol():
            return "POST", "/v1/enrol", msgspec.json.encode(asked), messages.Enrolled
        case asks.Hello(body):
            return "POST", "/v1/sync/hello", msgspec.json.encode(body), messages.Welcome
        case asks.Push(body):
            return "POST", "/v1/ops", msgspec.json.encode(body), messages.Pushed
        case asks.OwnAsk(after):
            return "GET", f"/v1/own?{urlencode({'after': after})}", b"", messages.Own
        case asks.Changes(after, epoch, chain, limit):
            query = urlencode({"after": after, "epoch": epoch, "chain": chain, "limit": limit})
            return "GET", f"/v1/changes?{query}", b"", messages.Page
        case asks.ScopeAsk():
            return "GET", "/v1/scope", b"", messages.Scope


def _case_shape(asked: asks.Backfill | asks.ReadAsk) -> tuple[str, str, bytes, type[msgspec.Struct]]:
    place = f"/v1/candidates/{quote(asked.cand, safe='')}"
    match asked:
        case asks.Backfill(_, after, upto, limit):
            query = urlencode({"after": after, "upto": upto, "limit": limit})
            return "GET", f"{place}/changes?{query}", b"", messages.Page
        case asks.ReadAsk(_, why):
            return "POST", f"{place}/reading", msgspec.json.encode(why), messages.MayRead


def _file_shape(
    asked: asks.FileAsk | asks.FileSend | asks.FileFetch,
) -> tuple[str, str, bytes, type[msgspec.Struct]]:
    place = f"/v1/candidates/{quote(asked.cand, safe='')}/files/{quote(asked.digest, safe='')}"
    match asked:
        case asks.FileAsk():
            return "GET", place, b"", messages.FileState
        case asks.FileSend():
            return "POST", place, msgspec.json.encode(asked.body), messages.FileState
        case asks.FileFetch():
            return "GET", f"{place}/parts/{asked.n}", b"", messages.FilePart


def _jws(claims: Mapping[str, object], sign: Sign) -> str:
    head = _b64url(canonical.dumps({"alg": "EdDSA"}).encode())
    signed = f"{head}.{_b64url(canonical.dumps(dict(claims)).encode())}"
    return f"{signed}.{_b64url(sign(signed.encode()))}"


def understand(out: Outgoing, came: Incoming, *, key: bytes, server: str | None) -> msgspec.Struct:
    """The message in a reply. Only what the server signed for this very request is one.

    Raises NotOnNetwork for what no server of ours says, ServerUnavailable when it asks for patience.
    """
    if came.status >= 400:
        return _problem(came)
    if came.status != 200:
        raise NotOnNetwork(Reason.CAPTIVE_PORTAL)
    if came.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        raise NotOnNetwork(Reason.CAPTIVE_PORTAL)
    _check_signature(out, came, key)
    if server is not None and came.headers.get(messages.SERVER.lower()) != server:
        raise NotOnNetwork(Reason.FOREIGN_SERVER)
    return decoded(unpacked(came), out.reply)


def _problem(came: Incoming) -> messages.Problem:
    if came.status in _BUSY:
        raise ServerUnavailable(_seconds(came.headers.get("retry-after")))
    if came.headers.get("content-type", "").split(";")[0].strip() != "application/problem+json":
        raise NotOnNetwork(Reason.CAPTIVE_PORTAL)
    found = decoded(unpacked(came), messages.Problem)
    return msgspec.structs.replace(found, status=came.status)


def _seconds(text: str | None) -> float | None:
    """No longer than an hour: whoever stands between may say what no clock holds."""
    return min(float(text), _PATIENCE) if text is not None and text.isdecimal() else None


def _check_signature(out: Outgoing, came: Incoming, key: bytes) -> None:
    signature = came.headers.get(messages.SIGNATURE.lower(), "")
    try:
        public = Ed25519PublicKey.from_public_bytes(key)
        public.verify(base64.b64decode(signature, validate=True), _sha(out.stamp.encode() + came.body))
    except (InvalidSignature, ValueError):
        raise NotOnNetwork(Reason.WRONG_SIGNATURE) from None


def verifier(key: bytes) -> Callable[[bytes, bytes], bool]:
    """Whether a signature over some bytes is by the holder of an Ed25519 key."""

    def holds(signature: bytes, data: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True

    return holds


def unpacked(came: Incoming) -> bytes:
    encoding = came.headers.get("content-encoding", "")
    if encoding in ("", "identity"):
        return came.body
    if encoding != "zstd":
        raise ServerRefused("unreadable-reply")
    try:
        # A frame's own word on its size is not to be trusted, hence read piecewise and no further than agreed.
        with zstandard.ZstdDecompressor(max_window_size=2**23).stream_reader(io.BytesIO(came.body)) as stream:
            data = stream.read(messages.MAX_UNPACKED + 1)
    except zstandard.ZstdError:
        raise ServerRefused("unreadable-reply") from None
    if len(data) > messages.MAX_UNPACKED:
        raise ServerRefused("unreadable-reply")
    return data


def decoded(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise ServerRefused("unreadable-reply") from None


def _sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _b64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
