"""Bytes to messages: only what the server signed for this very request, and never more than agreed."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import msgspec
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.errors import NotOnNetwork, ServerRefused, ServerUnavailable
from app.protocol import messages
from app.services.sync import pause
from app.sync import asks, wire
from app.sync.wire import Incoming, Outgoing

DEVICE, SERVER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
KEY = SERVER.public_key().public_bytes_raw()
PUSH = asks.Push(messages.Push([messages.Envelope(p="Kim " * 600, s="")]))
SCOPE = messages.Scope(tag="t", entries=[], people=[])


def compose(asked: wire.Asked) -> Outgoing:
    return wire.compose(asked, device="d", sign=DEVICE.sign, iat=7)


def reply(out: Outgoing, body: bytes, *, status: int = 200, **headers: str) -> Incoming:
    signature = SERVER.sign(hashlib.sha256(out.stamp.encode() + body).digest())
    said = {
        "content-type": "application/json", "feltjournal-server": "s",
        "feltjournal-signature": base64.b64encode(signature).decode(),
    }  # fmt: skip
    return Incoming(status, said | {name.replace("_", "-"): value for name, value in headers.items()}, body)


def understand(out: Outgoing, came: Incoming) -> Any:
    return wire.understand(out, came, key=KEY, server="s")


def claims(out: Outgoing) -> dict[str, Any]:
    head, payload, signature = out.headers[messages.PROOF].split(".")
    DEVICE.public_key().verify(_unpack(signature), f"{head}.{payload}".encode())
    found: dict[str, Any] = json.loads(_unpack(payload))
    return found


def _unpack(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


@pytest.mark.parametrize(
    ("asked", "method", "target"),
    [
        (PUSH, "POST", "/v1/ops"),
        (asks.ScopeAsk(), "GET", "/v1/scope"),
        (asks.Changes(3, "e", "c"), "GET", "/v1/changes?after=3&epoch=e&chain=c&limit=200"),
        (asks.Backfill("a/b", 1, 9), "GET", "/v1/candidates/a%2Fb/changes?after=1&upto=9&limit=200"),
        (asks.ReadAsk("a/b", messages.ReadCase("audit")), "POST", "/v1/candidates/a%2Fb/reading"),
        (messages.Enrol("c", "d", "k", "m", "a"), "POST", "/v1/enrol"),
    ],
    ids=["push", "scope", "changes", "backfill", "reading", "enrol"],
)
def test_a_proof_is_about_this_request_and_body(asked: wire.Asked, method: str, target: str) -> None:
    out = compose(asked)
    told = claims(out)
    body = base64.urlsafe_b64encode(hashlib.sha256(out.body).digest()).rstrip(b"=").decode()
    assert (out.method, out.target) == (method, target)
    assert told == {"dev": "d", "htm": method, "htu": target, "iat": 7, "jti": out.stamp, "bh": body}
    assert compose(asked).stamp != out.stamp


def test_a_large_body_travels_packed_and_the_beacon_bare() -> None:
    out = compose(PUSH)
    assert out.headers["Content-Encoding"] == "zstd"
    assert len(out.body) < 200
    beacon = compose(asks.Beacon())
    assert beacon.headers.keys() == {"User-Agent", "Accept", "Accept-Encoding"}
    assert not beacon.body


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_signed_reply_is_understood(packed: bool) -> None:  # noqa: FBT001
    out, body = compose(asks.ScopeAsk()), msgspec.json.encode(SCOPE)
    came = reply(out, zstandard.compress(body), content_encoding="zstd") if packed else reply(out, body)
    assert understand(out, came) == SCOPE


def test_a_changed_a_replayed_and_an_unsigned_reply_are_nobodys() -> None:
    out, body = compose(asks.ScopeAsk()), msgspec.json.encode(SCOPE)
    good = reply(out, body)
    for came in (
        Incoming(200, good.headers, body.replace(b'"t"', b'"u"')),
        reply(compose(asks.ScopeAsk()), body),
        reply(out, body, feltjournal_signature=""),
        reply(out, body, feltjournal_signature="æ"),
    ):
        with pytest.raises(NotOnNetwork, match="wrong-signature"):
            understand(out, came)
    with pytest.raises(NotOnNetwork, match="foreign-server"):
        understand(out, reply(out, body, feltjournal_server="another"))


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"{", ""),
        (b"[]", ""),
        (b"\xff", ""),
        (b"{" * 100_000, ""),
        (b"not packed", "zstd"),
        (b"{}", "gzip"),
        (zstandard.compress(b" " * (messages.MAX_UNPACKED + 1)), "zstd"),
    ],
    ids=["cut", "another shape", "no text", "deep", "not zstd", "unknown packing", "bomb"],
)
def test_a_reply_that_cannot_be_read_is_refused(body: bytes, encoding: str) -> None:
    out = compose(asks.ScopeAsk())
    with pytest.raises(ServerRefused, match="unreadable-reply"):
        understand(out, reply(out, body, content_encoding=encoding))


def test_a_refusal_is_a_message_and_a_busy_server_asks_for_patience() -> None:
    out = compose(asks.ScopeAsk())
    problem = messages.Problem(type="urn:feltjournal:not-found")
    came = Incoming(404, {"content-type": "application/problem+json"}, msgspec.json.encode(problem))
    assert understand(out, came) == msgspec.structs.replace(problem, status=404)
    for after, seconds in (("30", 30.0), ("9" * 400, 3600.0), ("tomorrow", None), (None, None)):
        headers = {} if after is None else {"retry-after": after}
        with pytest.raises(ServerUnavailable) as busy:
            understand(out, Incoming(503, headers, b""))
        assert busy.value.retry_after == seconds


def test_the_pause_grows_to_five_minutes_and_keeps_computers_apart() -> None:
    assert [pause(n, 1.0) for n in (0, 1, 4, 9, 400)] == [1, 2, 16, 300, 300]
    assert pause(5, 0.5) == 16
    assert pause(0, 0.0, retry_after=40) == 40
