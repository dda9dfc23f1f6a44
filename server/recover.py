"""The municipality's half of the way back in: two officers, each with half of the private key, open a recovery slot,
or what a lost computer had not sent.

Nothing here touches the database: the private key belongs on a computer without a network. The format of the request
is `app.vault.recover`'s.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

REQUEST, ANSWER, SHARE = "fjr1.", "fja1.", "fjs1."
_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


class RecoveryRefused(Exception):
    """The request cannot be read, or it was sealed to another key than these two halves make."""


@dataclass(frozen=True, slots=True)
class Request:
    """`vault`: which journal asks; read it out and compare before answering."""

    vault: str
    slot: dict[str, Any]
    reply: bytes


def new_key(folder: Path, kid: str) -> bytes:
    """Two halves of a new private key, one file for each officer; returns the public key for the policy."""
    private = X25519PrivateKey.generate()
    whole = private.private_bytes_raw()
    one = secrets.token_bytes(len(whole))
    other = bytes(a ^ b for a, b in zip(whole, one, strict=True))
    folder.mkdir(parents=True, exist_ok=True)
    for number, half in ((1, one), (2, other)):
        path = folder / f"{kid}-{number}.share"
        with open(path, "x", encoding="ascii") as file:
            file.write(SHARE + base64.urlsafe_b64encode(half).decode() + "\n")
        path.chmod(0o600)
    return private.public_key().public_bytes_raw()


def read(text: str) -> Request:
    said = _unpacked(text, REQUEST)
    try:
        slot, vault = said["slot"], str(said["vault"])
        return Request(vault, dict(slot), base64.b64decode(said["reply"], validate=True))
    except (KeyError, TypeError, ValueError):
        raise RecoveryRefused from None


def answer(request: Request, shares: tuple[str, str]) -> str:
    """The vault key, sealed to whoever asked. Raises RecoveryRefused when the halves do not fit."""
    private = _joined(*shares)
    bound = {name: value for name, value in request.slot.items() if name != "ct"}
    info = b"fj/v1/slot/rec|" + _canon({"format": 1, "slot": bound, "vault": request.vault})
    try:
        sealed = base64.b64decode(str(request.slot.get("ct")), validate=True)
        key = _SUITE.decrypt(sealed, private, info=info)
        reply = X25519PublicKey.from_public_bytes(request.reply)
        back = _SUITE.encrypt(key, reply, info=b"fj/v1/recovered|" + request.vault.encode())
    except (InvalidTag, ValueError, binascii.Error):
        raise RecoveryRefused from None
    return ANSWER + base64.urlsafe_b64encode(back).decode().rstrip("=")


def opened_record(data: bytes, shares: tuple[str, str]) -> list[dict[str, Any]]:
    """What a computer had not sent yet, from one file of its rescue journal (`app.vault.rescue` writes them).

    Raises RecoveryRefused for a file that is no such record, or that was sealed to another key.
    """
    private = _joined(*shares)
    try:
        whole = json.loads(data)
        head = {name: whole[name] for name in ("first", "last", "magic", "vault")}
        sealed = base64.b64decode(str(whole["sealed"]), validate=True)
        found = json.loads(_SUITE.decrypt(sealed, private, info=b"fj/v1/rescue|" + _canon(head)))
    except (InvalidTag, ValueError, KeyError, TypeError, binascii.Error):
        raise RecoveryRefused from None
    if not isinstance(found, list):
        raise RecoveryRefused
    return found


def _joined(one: str, other: str) -> X25519PrivateKey:
    halves = [_half(text) for text in (one, other)]
    if halves[0] == halves[1]:
        raise RecoveryRefused
    return X25519PrivateKey.from_private_bytes(bytes(a ^ b for a, b in zip(*halves, strict=True)))


def _half(text: str) -> bytes:
    packed = text.strip().removeprefix(SHARE)
    try:
        half = base64.urlsafe_b64decode(packed)
    except (ValueError, binascii.Error):
        raise RecoveryRefused from None
    if not text.strip().startswith(SHARE) or len(half) != 32:
        raise RecoveryRefused
    return half


def _unpacked(text: str, prefix: str) -> dict[str, Any]:
    plain = "".join(text.split())
    packed = plain.removeprefix(prefix)
    try:
        said = json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    except (ValueError, binascii.Error):
        raise RecoveryRefused from None
    if not plain.startswith(prefix) or not isinstance(said, dict):
        raise RecoveryRefused
    return said


def _canon(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
