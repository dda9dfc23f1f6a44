"""The JSON bodies of each endpoint, as msgspec structs (unknown fields are ignored, so both ends may grow).

| method, path | request → reply | signed |
|---|---|---|
| GET /v1/beacon?n=32 hex bytes | – → Beacon | reply by the server key; no identifier, no cookie in the request |
| POST /v1/enrol | Enrol → Enrolled | request by the new device key |
| POST /v1/sync/hello | Hello → Welcome | both |
| POST /v1/ops | Push → Pushed | both |
| GET /v1/changes?after=rev&epoch=…&chain=…&limit=n | – → Page | both |
| GET /v1/scope | – → Scope | both |
| GET /v1/candidates/{id}/changes?after=rev&upto=rev | – → Page | both |

A request is signed by the header `Feltjournal-Proof`: a compact JWS (EdDSA) by the device key over
`{dev, htm, htu, iat, jti, bh}` (`bh` = base64url SHA-256 of the body as sent), in the manner of RFC 9449.
A reply is signed by `Feltjournal-Signature`: base64 Ed25519 by the server key over
`sha256(jti of the request, UTF-8 || body as sent)`; the beacon signs over its nonce instead of a jti.
Every 2xx carries `Feltjournal-Server: <server id>` and `application/json`. Bodies above 1 kB travel as zstd.
Errors are `application/problem+json` (RFC 9457) with `type: urn:feltjournal:<code>`.
"""

from __future__ import annotations

from typing import Any

import msgspec

PROBLEM = "urn:feltjournal:"
MAX_OPS, MAX_BYTES, PAGE_ROWS = 500, 2 * 1024 * 1024, 500
PROOF, SIGNATURE, SERVER = "Feltjournal-Proof", "Feltjournal-Signature", "Feltjournal-Server"


class Envelope(msgspec.Struct, frozen=True):
    """`p`: the operation's exact text. `s`: base64 Ed25519 signature over its UTF-8 bytes."""

    p: str
    s: str


class Beacon(msgspec.Struct, frozen=True):
    """`zone`: `lan` or `vpn`, as the server's proxy sees the client. `time`: UTC."""

    n: str
    server: str
    zone: str
    time: str


class Enrol(msgspec.Struct, frozen=True):
    """`key`: base64 raw Ed25519 public key. `code`: the one-time code."""

    code: str
    device: str
    key: str
    machine: str
    app: str


class Enrolled(msgspec.Struct, frozen=True):
    device: str
    person: str
    name: str
    feed: str
    feed_name: str
    role: str


class Hello(msgspec.Struct, frozen=True):
    device: str
    app: str
    schema: int
    feed: str
    epoch: str
    rev: int
    chain: str
    q: int
    scope: str
    waiting: int


class Welcome(msgspec.Struct, frozen=True):
    """`device_q`: last operation of this device the server holds. `commands`: `wipe`, `reauth`, `reset-feed`."""

    epoch: str
    head: int
    backup_rev: int
    device_q: int
    device_hash: str
    time: str
    scope: str
    min_app: str
    commands: list[str]
    max_ops: int
    max_bytes: int


class Push(msgspec.Struct, frozen=True):
    ops: list[Envelope]


class Result(msgspec.Struct, frozen=True):
    """`r`: `accepted`, `duplicate`, `parked`, `held` (the server's guard) or `conflict`. Every one is durable."""

    id: str
    r: str
    rev: int | None = None
    fields: list[str] = []
    categories: list[str] = []


class Pushed(msgspec.Struct, frozen=True):
    results: list[Result]
    device_q: int
    received_at: str


class Change(msgspec.Struct, frozen=True):
    """One accepted operation. `eff` for case.patch: `{"set": fields that took effect, "conflicts": [names]}`."""

    rev: int
    chain: str
    by: str
    p: str
    s: str
    received_at: str
    eff: dict[str, Any] | None = None


class DeviceKey(msgspec.Struct, frozen=True):
    dev: str
    alg: str
    key: str
    person: str


class Page(msgspec.Struct, frozen=True):
    """`rev`, `chain`: the cursor after this page, also past operations outside the reader's scope."""

    changes: list[Change]
    devices: list[DeviceKey]
    rev: int
    chain: str
    epoch: str
    head: int
    more: bool


class ScopeEntry(msgspec.Struct, frozen=True):
    cand: str
    role: str
    since_rev: int


class Person(msgspec.Struct, frozen=True):
    id: str
    name: str
    role: str


class Scope(msgspec.Struct, frozen=True):
    """The whole set of participants this person may hold, and the colleagues' names."""

    tag: str
    entries: list[ScopeEntry]
    people: list[Person]


class Problem(msgspec.Struct, frozen=True):
    """RFC 9457. `last`: for `device-chain`, the last good sequence; `common`: for `history-diverged`."""

    type: str
    title: str = ""
    status: int = 0
    detail: str = ""
    last: int | None = None
    common: int | None = None
