"""The JSON bodies of each endpoint, as msgspec structs (unknown fields are ignored, so both ends may grow).

| method, path | request → reply | signed |
|---|---|---|
| GET /v1/beacon?n=32 hex bytes | – → Beacon | reply by the server key; no identifier, no cookie in the request |
| GET /v1/signin?n=32 hex bytes | – → SignIn | as the beacon |
| POST /v1/enrol | Enrol → Enrolled | request by the new device key |
| POST /v1/sync/hello | Hello → Welcome | both |
| POST /v1/ops | Push → Pushed | both |
| GET /v1/own?after=q | – → Own | both |
| GET /v1/changes?after=rev&epoch=…&chain=…&limit=n | – → Page | both |
| GET /v1/scope | – → Scope | both |
| GET /v1/candidates/{id}/changes?after=rev&upto=rev | – → Page | both |
| GET /v1/candidates/{id}/files/{sha256} | – → FileState | both |
| POST /v1/candidates/{id}/files/{sha256} | FilePart → FileState | both |
| GET /v1/candidates/{id}/files/{sha256}/parts/{n} | – → FilePart | both |

A request is signed by the header `Feltjournal-Proof`: a compact JWS (header `{"alg":"EdDSA"}`) by the device key over
`{dev, htm, htu, iat, jti, bh}` in the manner of RFC 9449. `htu`: path and query exactly as sent, no scheme or host.
`iat`: whole seconds by the server's clock, which the beacon told (±300 s). `jti`: 16-64 characters, used once.
`bh`: base64url (no padding) SHA-256 of the body as sent, of the empty body for a GET.
A reply is signed by `Feltjournal-Signature`: base64 Ed25519 by the server key over
`sha256(jti of the request, UTF-8 || body as sent)`; the beacon signs over its nonce (hex text) instead of a jti.
Every 2xx carries `Feltjournal-Server: <server id>` and `application/json`. Bodies above 1 kB travel as zstd
(`Content-Encoding: zstd`; in replies only when the request said `Accept-Encoding: zstd`), at most 16 MiB unpacked.
Errors are `application/problem+json` (RFC 9457) with `type: urn:feltjournal:<code>`.
"""

from __future__ import annotations

from typing import Any

import msgspec

PROBLEM = "urn:feltjournal:"
MAX_OPS, MAX_BYTES, PAGE_ROWS = 500, 2 * 1024 * 1024, 500
MAX_UNPACKED, PACK_ABOVE = 16 * 1024 * 1024, 1024
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


class SignIn(msgspec.Struct, frozen=True):
    """Where a person signs in, for a computer that is not enrolled. `n`: the nonce the reply is signed over."""

    n: str
    authorize: str
    client: str
    scope: str


class SignedIn(msgspec.Struct, frozen=True):
    """What came back to the loopback address (RFC 8252), for the server to redeem with the PKCE `verifier`.

    The nonce asked for is the base64url SHA-256 of the device's public key: a sign-in made for another key is refused.
    """

    code: str
    verifier: str
    redirect: str


class Enrol(msgspec.Struct, frozen=True):
    """`key`: base64 raw Ed25519 public key. `code`: the one-time code; "" where `signin` stands for it."""

    code: str
    device: str
    key: str
    machine: str
    app: str
    signin: SignedIn | None = None


class Enrolled(msgspec.Struct, frozen=True):
    device: str
    person: str
    name: str
    feed: str
    feed_name: str
    role: str


class Hello(msgspec.Struct, frozen=True):
    """`anchor_n`, `anchor`: number and MAC (hex) of the newest link of this computer's own chain; 0 and "" for none.
    `pulse`: a word of chance (32 hex digits) for this greeting; `told`: that of the last one that was answered.
    `ops`: what waits, if it is little, to spare a request; a server that does not take it says so by its silence.
    `page`: how many changes may come with the answer; 0 for none, and for a program from before.
    `drafts`: how many notes have lain as drafts for more than 72 hours, `draft_on`: since which day the oldest; no more is
    told of them."""

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
    anchor_n: int = 0
    anchor: str = ""
    pulse: str = ""
    told: str = ""
    ops: list[Envelope] = []
    page: int = 0
    drafts: int = 0
    draft_on: str = ""


class Welcome(msgspec.Struct, frozen=True):
    """`device_q`: last operation of this device the server holds. `commands`: `reauth`; `two-copies`
    where two copies of this computer greet by turns. `lease`, `wipe`: signed
    statements that hold without a connection, see `app.protocol.orders`; null from a server that gives none.
    `anchor_n`, `anchor`: what this computer's last greeting said of its own chain.
    `release`: the publisher's word of a newer version, see `app.protocol.release`.
    All else is as it was before what came along was taken in. `pushed`, `refused`: what became of that; both null
    where it was not looked at. `whole`: the scope, where the asker's is another. `news`: the first page behind the
    asker's cursor, where the scope is the same; up to `head`."""

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
    lease: Envelope | None = None
    wipe: Envelope | None = None
    anchor_n: int = 0
    anchor: str = ""
    release: Envelope | None = None
    pushed: Pushed | None = None
    refused: Problem | None = None
    whole: Scope | None = None
    news: Page | None = None


class Push(msgspec.Struct, frozen=True):
    ops: list[Envelope]


class Result(msgspec.Struct, frozen=True):
    """`r`: `accepted`, `duplicate`, `parked`, `held` (the server's guard) or `conflict`. Every one is durable.

    Results stand in the order of the operations. `rev` is null for `held` and `parked`, which are not in the feed.
    An operation sent again is answered `duplicate` with its first revision, or again `held` or `parked`.
    `fields`: in conflict. `categories`: what the guard found, or, for `parked`, the reason code.
    """

    id: str
    r: str
    rev: int | None = None
    fields: list[str] = []
    categories: list[str] = []


class Pushed(msgspec.Struct, frozen=True):
    results: list[Result]
    device_q: int
    received_at: str


class OwnOp(msgspec.Struct, frozen=True):
    """What the server has of operation `q` of the asking device. `r`, `rev`, `categories`: as its first receipt said.

    `p`, `s`: empty where the server keeps no text of it, or may no longer show it to this person.
    """

    q: int
    id: str
    kind: str
    hash: str
    r: str
    cand: str | None = None
    rev: int | None = None
    p: str = ""
    s: str = ""
    categories: list[str] = []


class Own(msgspec.Struct, frozen=True):
    """The asking device's own operations, in their order. `q`, `hash`: the newest the server has; 0 and zeros for none."""

    q: int
    hash: str
    ops: list[OwnOp]
    more: bool


class Change(msgspec.Struct, frozen=True):
    """One accepted operation, written by person `by`. `eff` for case.patch: `{"set": fields that took effect,
    "conflicts": [names]}`; null for other kinds and for schemas newer than the server's. `guard`: the version of the
    guard that read its texts at the server's door; empty where none of the whole did."""

    rev: int
    chain: str
    by: str
    p: str
    s: str
    received_at: str
    eff: dict[str, Any] | None = None
    guard: str = ""


class DeviceKey(msgspec.Struct, frozen=True):
    dev: str
    alg: str
    key: str
    person: str


class Page(msgspec.Struct, frozen=True):
    """`rev`, `chain`: the cursor after this page, also past operations outside the reader's scope.

    In /v1/changes an operation of a participant comes when its rev is above the scope entry's `since_rev`; what is
    older comes by backfill (`upto=since_rev`), where `head` is `upto`. `devices`: the keys of this page's writers.
    """

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
    """`synced`: the day everything that waited on a computer of theirs was last here, "" before the first; null where the
    asker does not lead."""

    id: str
    name: str
    role: str
    synced: str | None = None


class TeamCase(msgspec.Struct, frozen=True):
    """A course, as a leader sees it who is no member of it: no name, no text. `since`: when it began. `last`: the
    day the newest note came in, an appointment was held or support was given. `overdue`: open steps whose day has passed."""

    cand: str
    case_no: str
    consultant: str
    phase: str
    since: str | None
    last: str | None
    overdue: int


class LateDrafts(msgspec.Struct, frozen=True):
    """What a colleague's computers last said of drafts that should have been notes by now: how many, and the day the oldest
    was last written in."""

    person: str
    drafts: int
    since: str


class ReadCase(msgspec.Struct, frozen=True):
    """POST /v1/candidates/{candidate}/reading, by a leader alone. `reason`: a code of `ReadReason`, which is written down."""

    reason: str


class MayRead(msgspec.Struct, frozen=True):
    """`until`: when the leader's computer lets go of the case again."""

    until: str


class FiguresLeft(msgspec.Struct, frozen=True):
    """Figures of these days, both included, that the server has handed out. `digest`: of what they say, see
    `app.reports.leaving`."""

    first_day: str
    last_day: str
    digest: str


class Scope(msgspec.Struct, frozen=True):
    """The whole set of participants this person may hold, and the colleagues' names. `team`: the others' cases, `drafts`:
    the others' late drafts, `figures`: what the server has handed out, where the person leads; empty for everybody else."""

    tag: str
    entries: list[ScopeEntry]
    people: list[Person]
    team: list[TeamCase] = []
    drafts: list[LateDrafts] = []
    figures: list[FiguresLeft] = []


class FileState(msgspec.Struct, frozen=True):
    """What the server has of a file of a case. `have`: numbers of the parts that are there, from 0. `whole`: all of it, and
    its digest and the server's guard agree. `held`: the guard will not have it; its parts are gone."""

    have: list[int]
    whole: bool
    held: bool = False


class FilePart(msgspec.Struct, frozen=True):
    """Part `n` of a file of `size` bytes; `data` is base64. Parts are 256 KiB, see `app.domain.case_file`."""

    size: int
    n: int
    data: bytes


class Problem(msgspec.Struct, frozen=True):
    """RFC 9457. `last`: for `device-chain`, the last good sequence; `time`: the server's clock, for `proof-expired`.

    | status | codes |
    |---|---|
    | 400 | bad-request, bad-cursor |
    | 401 | proof-missing, proof-invalid, proof-expired, proof-replayed, device-unknown |
    | 403 | wrong-zone, wrong-feed, device-revoked, device-waiting, code-unknown, code-expired, code-used,
    not-enrollable |
    | 404 | not-found |
    | 409 | device-exists, device-fork, device-chain, history-diverged, hash-mismatch |
    | 410 | device-wiped |
    | 413 | batch-too-large |
    | 422 | bad-signature, bad-operation |
    | 426 | app-too-old |
    | 429 | too-many (with Retry-After) |
    | 503 | busy (with Retry-After) |
    | 507 | quota |
    """

    type: str
    title: str = ""
    status: int = 0
    detail: str = ""
    last: int | None = None
    time: str | None = None
