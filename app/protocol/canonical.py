"""One spelling of every JSON text that is hashed or signed."""

from __future__ import annotations

import contextlib
import hashlib
import json
from typing import Any, NoReturn

import msgspec


def dumps(value: Any) -> str:
    """Sorted keys, no spaces, no escapes beyond what JSON demands, no NaN: one value has one text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def read(text: str) -> Any:
    """The value whose one spelling `text` is. Raises ValueError for every other text: two readings of one must not be."""
    with contextlib.suppress(msgspec.MsgspecError, ValueError):
        value = _QUICK.decode(text)
        if msgspec.json.encode(value, order="deterministic") == text.encode():
            return value
    value = json.loads(text, parse_constant=_not_json)
    if dumps(value) != text:
        raise ValueError("not in its one spelling")
    return value


def _not_json(_: str) -> NoReturn:
    raise ValueError("not JSON")


# Spells texts and whole numbers exactly as `dumps` does, four times as fast; numbers with a fraction it does not.
_QUICK = msgspec.json.Decoder(float_hook=_not_json)


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, as 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def chained(chain: str, hash: str) -> str:
    """The feed's next chain value: SHA-256 over the former chain and the operation's hash (hex, 64 digits)."""
    return hashlib.sha256(bytes.fromhex(chain) + bytes.fromhex(hash)).hexdigest()


START = "0" * 64
