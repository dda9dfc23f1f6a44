"""One spelling of every JSON text that is hashed or signed."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def dumps(value: Any) -> str:
    """Sorted keys, no spaces, no escapes beyond what JSON demands, no NaN: one value has one text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, as 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def chained(chain: str, hash: str) -> str:
    """The feed's next chain value: SHA-256 over the former chain and the operation's hash (hex, 64 digits)."""
    return hashlib.sha256(bytes.fromhex(chain) + bytes.fromhex(hash)).hexdigest()


START = "0" * 64
