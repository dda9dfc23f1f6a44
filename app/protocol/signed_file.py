"""How a list or rate file is signed by the jobcenter's server: its kind and its body, in one spelling."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any, Final

from app.protocol import canonical

# The kinds there are: a dated list of codes, and the benefit rates of a year.
LIST: Final = "code-list"
RATES: Final = "rate-file"


def seal(body: dict[str, Any], *, kind: str, sign: Callable[[bytes], bytes]) -> bytes:
    """The file as it is handed out."""
    signature = base64.b64encode(sign(signed(kind, body))).decode()
    return canonical.dumps({"kind": kind, "body": body, "signature": signature}).encode()


def signed(kind: str, body: dict[str, Any]) -> bytes:
    """What the signature covers; the kind keeps a list from passing for anything else that is signed."""
    return f"feltjournal/{kind}\n{canonical.dumps(body)}".encode()
