"""What the server says of a computer, signed so that it holds without a connection: the lease, and the order to wipe.

Each is an `Envelope`: `p` canonical JSON, `s` base64 Ed25519 by the server's key over `feltjournal-order:` and `p`.
`{"order": "lease", "device", "person", "at", "until"}`: the journal may be read on this computer until then.
`{"order": "wipe", "device", "person", "at"}`: this computer's journal must be destroyed.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.protocol import canonical
from app.protocol.messages import Envelope
from app.protocol.operation import moment

_DOMAIN = b"feltjournal-order:"  # so that no other thing the server signs can pass for an order
LEASE, WIPE = "lease", "wipe"


@dataclass(frozen=True, slots=True)
class Order:
    """`until`: of a lease; None in an order to wipe."""

    order: str
    device: UUID
    person: str
    at: datetime
    until: datetime | None = None


def sign(order: Order, signer: Callable[[bytes], bytes]) -> Envelope:
    told = {
        "order": order.order,
        "device": str(order.device),
        "person": order.person,
        "at": moment(order.at),
    }
    if order.until is not None:
        told["until"] = moment(order.until)
    p = canonical.dumps(told)
    return Envelope(p=p, s=base64.b64encode(signer(_DOMAIN + p.encode())).decode())


Verify = Callable[[bytes, bytes], bool]


def read(envelope: Envelope, *, verify: Verify, device: UUID) -> Order | None:
    """The order, when `verify(signature, data)` knows it for the server's and it is for this very device; else None."""
    try:
        if not verify(base64.b64decode(envelope.s, validate=True), _DOMAIN + envelope.p.encode()):
            return None
        told = json.loads(envelope.p)
        until = datetime.fromisoformat(told["until"]) if "until" in told else None
        order = Order(
            told["order"], UUID(told["device"]), told["person"], datetime.fromisoformat(told["at"]), until
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    known = order.order == WIPE or (order.order == LEASE and order.until is not None)
    return order if known and order.device == device else None
