"""Who asks: a proof signed by the device key for this one request and body, good once and for five minutes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.dialects import postgresql

from app.protocol.operation import moment
from server import db
from server.problems import Refused

WINDOW = timedelta(minutes=5)
_LONGEST = 2048
_JTI = re.compile(r"[!-~]{16,64}")
_ALGORITHMS = ("EdDSA", "Ed25519")


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof as it was read, not yet believed."""

    device: UUID
    jti: str
    claims: dict[str, Any]
    signed: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """What the proof must be about: method, path with query, body as it came."""

    method: str
    target: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Caller:
    """An enrolled device that proved itself. `seq`: its last operation here when it asked. `wiped`: somebody in charge has
    ordered it wiped; it may deliver, and is told nothing more."""

    device: UUID
    person: str
    feed: str
    app: str
    key: bytes
    seq: int
    wiped: bool = False


def read(header: str | None) -> Proof:
    if not header:
        raise Refused("proof-missing")
    try:
        head, payload, signature = header.split(".")
        claims = json.loads(_unpack(payload))
        if len(header) > _LONGEST or json.loads(_unpack(head))["alg"] not in _ALGORITHMS:
            raise ValueError
        jti = claims["jti"]
        if not isinstance(jti, str) or not _JTI.fullmatch(jti):
            raise ValueError
        return Proof(UUID(claims["dev"]), jti, claims, f"{head}.{payload}".encode(), _unpack(signature))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused("proof-invalid") from None


def check(proof: Proof, key: bytes, asked: Asked, *, now: datetime) -> None:
    """The key signed it, for this request and body, just now."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(proof.signature, proof.signed)
    except (ValueError, InvalidSignature):
        raise Refused("proof-invalid") from None
    told = (proof.claims.get("htm"), proof.claims.get("htu"), proof.claims.get("bh"))
    if told != (asked.method, asked.target, body_hash(asked.body)):
        raise Refused("proof-invalid")
    made = proof.claims.get("iat")
    if type(made) is not int or not 0 <= made < 2**53:
        raise Refused("proof-invalid")
    if abs(made - now.timestamp()) > WINDOW.total_seconds():
        raise Refused("proof-expired", time=moment(now))


def spend(tx: sa.Connection, proof: Proof, *, now: datetime) -> None:
    """Each proof is taken once, by whichever worker sees it first."""
    if tx.execute(_SPENT, {"jti": proof.jti, "seen_at": now}).first() is None:
        raise Refused("proof-replayed")


def forget_spent(tx: sa.Connection, *, now: datetime) -> None:
    """Proofs older than both sides of the window can no longer be replayed."""
    tx.execute(sa.delete(db.proof_seen).where(db.proof_seen.c.seen_at < now - 3 * WINDOW))


def caller(tx: sa.Connection, header: str | None, asked: Asked, *, now: datetime) -> tuple[Caller, str]:
    """The enrolled device behind a request, and the proof's jti for the reply's signature."""
    caller, proof = believed(tx, header, asked, now=now)
    spend(tx, proof, now=now)
    return caller, proof.jti


def believed(
    tx: sa.Connection, header: str | None, asked: Asked, *, now: datetime, lasting: bool = True
) -> tuple[Caller, Proof]:
    """As `caller`, and the proof is not spent yet. `lasting`: what the transaction writes must outlive a fall of the database."""
    proof = read(header)
    row = tx.execute(_ONE if lasting else _ONE_FLEETING, {"device": proof.device}).one_or_none()
    if row is None:
        raise Refused("device-unknown")
    key = base64.b64decode(row.key)
    check(proof, key, asked, now=now)
    if row.revoked_at is not None:
        raise Refused("device-revoked")
    if row.waiting_since is not None:
        raise Refused("device-waiting")
    wiped = row.wipe_requested_at is not None
    return Caller(row.id, row.person, row.feed, row.app, key, row.seq, wiped), proof


# Built once: a round is short of statements' making, not of their running.
_SPENT = postgresql.insert(db.proof_seen).on_conflict_do_nothing().returning(db.proof_seen.c.jti)
_ONE = sa.select(db.device).where(db.device.c.id == sa.bindparam("device"))
_ONE_FLEETING = _ONE.add_columns(sa.func.set_config("synchronous_commit", "off", True))


def body_hash(body: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(body).digest()).rstrip(b"=").decode()


def _unpack(part: str) -> bytes:
    return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
