"""Bytes sealed before they reach the database, under a key of the state folder: a copy of the database alone opens nothing."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_INFO = b"feltjournal/server/files/1"
_NONCE = 12


class Unsealable(Exception):
    """The bytes are not what was sealed, or not at this place."""


@dataclass(frozen=True, slots=True, repr=False)
class Safe:
    """AES-256-GCM (NIST SP 800-38D); the key follows from the server's signing key by HKDF (RFC 5869)."""

    key: bytes

    @classmethod
    def of(cls, signing: Ed25519PrivateKey) -> Safe:
        derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=_INFO)
        return cls(derive.derive(signing.private_bytes_raw()))

    def seal(self, data: bytes, place: str) -> bytes:
        """`place`: where they will lie; sealed bytes that are moved do not open."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(self.key).encrypt(nonce, data, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Raises Unsealable."""
        try:
            return AESGCM(self.key).decrypt(sealed[:_NONCE], sealed[_NONCE:], place.encode())
        except (InvalidTag, ValueError):
            raise Unsealable from None
