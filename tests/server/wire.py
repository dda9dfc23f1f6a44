"""A computer that speaks to the server over TLS, and can be made to speak badly."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import ssl
import time
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import msgspec
import zstandard
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.protocol import canonical, messages, operation
from server.auth import body_hash
from server.enrol import read_invitation
from tests.server.desk import note_body


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        data = self.body
        if self.headers.get("content-encoding") == "zstd":
            data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
        return json.loads(data)

    @property
    def problem(self) -> str:
        assert self.headers["content-type"] == "application/problem+json"
        return str(self.json["type"]).removeprefix("urn:feltjournal:")


@dataclass
class Computer:
    invitation: str
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    feed: str | None = None
    q: int = 0
    prev: str = canonical.START

    def __post_init__(self) -> None:
        self.told = read_invitation(self.invitation)

    # --- one request ------------------------------------------------------------------------------------------------

    def send(
        self, method: str, target: str, body: bytes = b"", *, headers: dict[str, str] | None = None
    ) -> Reply:
        place = urlsplit(self.told["url"])
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # the pin decides, below
        connection = http.client.HTTPSConnection(
            place.hostname or "", place.port, context=context, timeout=60
        )
        try:
            connection.connect()
            assert isinstance(connection.sock, ssl.SSLSocket)
            assert pin(connection.sock.getpeercert(binary_form=True) or b"") == self.told["pins"][0]
            connection.request(
                method, target, body or None, headers={"Accept-Encoding": "zstd", **(headers or {})}
            )
            answer = connection.getresponse()
            return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def ask(self, method: str, target: str, value: object = None, **bent: Any) -> Reply:
        """Properly proven, and the reply's signature checked when it is a 2xx."""
        body = b"" if value is None else msgspec.json.encode(value)
        jti = uuid.uuid4().hex
        proof = self.proof(method, target, body, jti=jti, **bent)
        reply = self.send(method, target, body, headers={messages.PROOF: proof})
        if reply.status == 200:
            self.check(reply, jti)
        return reply

    def proof(
        self, method: str, target: str, body: bytes, *, key: Ed25519PrivateKey | None = None, **bent: Any
    ) -> str:
        claims = {
            "dev": self.id, "htm": method, "htu": target, "iat": int(time.time()), "jti": uuid.uuid4().hex,
            "bh": body_hash(body), **bent,
        }  # fmt: skip
        signed = pack(b'{"alg":"EdDSA"}') + "." + pack(json.dumps(claims).encode())
        return f"{signed}.{pack((key or self.key).sign(signed.encode()))}"

    def check(self, reply: Reply, stamp: str) -> None:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(self.told["key"]))
        signed = hashlib.sha256(stamp.encode() + reply.body).digest()
        public.verify(base64.b64decode(reply.headers["feltjournal-signature"]), signed)
        assert reply.headers["content-type"] == "application/json"
        assert reply.headers["feltjournal-server"]

    # --- what a program does -----------------------------------------------------------------------------------------

    def enrol(self, code: str | None = None) -> Reply:
        public = base64.b64encode(self.key.public_key().public_bytes_raw()).decode()
        said = messages.Enrol(code or self.told["code"], self.id, public, "pc-12", "0.1.0")
        reply = self.ask("POST", "/v1/enrol", said)
        if reply.status == 200:
            self.feed = reply.json["feed"]
        return reply

    def hello(
        self, *along: messages.Envelope, epoch: str = "", rev: int = 0, chain: str = canonical.START, page: int = 0,
        scope: str = "", waiting: int = 0, drafts: tuple[int, str] = (0, ""), **bent: Any,
    ) -> Reply:  # fmt: skip
        said = messages.Hello(
            device=self.id, app="0.1.0", schema=1, feed=self.feed or "", epoch=epoch, rev=rev, chain=chain, q=self.q, scope=scope,
            waiting=waiting, ops=list(along), page=page, drafts=drafts[0], draft_on=drafts[1],
        )  # fmt: skip
        return self.ask("POST", "/v1/sync/hello", said, **bent)

    def say(self, kind: str, body: dict[str, Any], cand: str | None) -> messages.Envelope:
        fields = {
            "v": 1, "id": str(uuid.uuid4()), "k": kind, "dev": self.id, "q": self.q + 1, "prev": self.prev, "feed": self.feed,
            "cand": cand, "own": False, "at": "2026-11-23T08:30:00.000Z", "occ": None, "off": 0, "app": "0.1.0",
            "sch": operation.SCHEMA, "kept": [], "body": body,
        }  # fmt: skip
        p = canonical.dumps(fields)
        self.q, self.prev = self.q + 1, canonical.digest(p)
        return messages.Envelope(p, base64.b64encode(self.key.sign(p.encode())).decode())

    def participant(self, name: str = "Anna Prøve") -> tuple[str, messages.Envelope]:
        cand = str(uuid.uuid4())
        body = {"type": "participant", "rec": cand, "set": {"name": name}, "base": {}, "base_rev": 0}
        return cand, self.say("case.patch", body, cand)

    def note(self, cand: str, text: str = "Vi talte om timer.") -> messages.Envelope:
        return self.say("journal.append", note_body(uuid.UUID(cand), text), cand)

    def push(self, *envelopes: messages.Envelope, **bent: Any) -> Reply:
        return self.ask("POST", "/v1/ops", messages.Push(list(envelopes)), **bent)


def pack(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def pin(certificate: bytes) -> str:
    spki = (
        x509.load_der_x509_certificate(certificate)
        .public_key()
        .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return base64.b64encode(hashlib.sha256(spki).digest()).decode()
