"""A JSON file the jobcenter's server has signed: lists and rates that take over without a new program."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from app.errors import ListRefused
from app.protocol.signed_file import signed

LARGEST = 1 << 20


def signer(pem: bytes) -> Callable[[bytes], bytes]:
    """Signs by an Ed25519 key as `openssl genpkey -algorithm ed25519` writes it. Raises ValueError for another."""
    key = load_pem_private_key(pem, None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError("not an Ed25519 key")
    return key.sign


def open(data: bytes, *, key: str, kind: str) -> dict[str, Any]:
    """The signed body. `key`: the server's public key, base64. Raises ListRefused."""
    if len(data) > LARGEST:
        raise ListRefused("size")
    try:
        told = json.loads(data)
        body, signature = told["body"], base64.b64decode(told["signature"], validate=True)
        if told["kind"] != kind or not isinstance(body, dict):
            raise ListRefused("kind")
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
        public.verify(signature, signed(kind, body))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ListRefused("shape") from None
    except InvalidSignature:
        raise ListRefused("signature") from None
    return body
