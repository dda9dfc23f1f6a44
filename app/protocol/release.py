"""The publisher's signed word that a newer version exists. The program shows one line of it and fetches nothing.

An `Envelope`: `p` canonical JSON, `s` base64 Ed25519 by a publisher's key over `feltjournal-release:` and `p`.
`{"release": "1.4.0", "serial", "channel": "stable" | "beta", "at", "until"}`; a higher serial replaces a lower one.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from app.protocol import canonical
from app.protocol.messages import Envelope
from app.protocol.operation import moment

DOMAIN = b"feltjournal-release:"  # so that nothing else the publisher signs can pass for a notice
STABLE, BETA = "stable", "beta"
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}")
Verify = Callable[[bytes, bytes], bool]


@dataclass(frozen=True, slots=True)
class Notice:
    """`until`: from then on nothing is said. `at`: when it was signed."""

    version: str
    serial: int
    channel: str
    at: datetime
    until: datetime

    def is_newer_than(self, version: str) -> bool:
        return _numbers(self.version) > _numbers(version)


def sign(notice: Notice, signer: Callable[[bytes], bytes]) -> Envelope:
    p = canonical.dumps(
        {
            "release": notice.version, "serial": notice.serial, "channel": notice.channel,
            "at": moment(notice.at), "until": moment(notice.until),
        }
    )  # fmt: skip
    return Envelope(p=p, s=base64.b64encode(signer(DOMAIN + p.encode())).decode())


def read(envelope: Envelope, *, verify: Iterable[Verify], now: datetime) -> Notice | None:
    """The notice, when one of `verify(signature, data)` knows its signer and `now` lies between `at` and `until`."""
    try:
        signature, data = base64.b64decode(envelope.s, validate=True), DOMAIN + envelope.p.encode()
        if not any(holds(signature, data) for holds in verify):
            return None
        told = json.loads(envelope.p)
        version, serial, channel = told["release"], told["serial"], told["channel"]
        notice = Notice(
            version, serial, channel, *(datetime.fromisoformat(told[name]) for name in ("at", "until"))
        )
        known = bool(_VERSION.fullmatch(version)) and type(serial) is int and channel in (STABLE, BETA)
        return notice if known and notice.at <= now < notice.until else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def keys(text: str) -> tuple[bytes, ...]:
    """Public keys as the program's own file lists them. Raises ValueError."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(base64.b64decode(line, validate=True) for line in lines if line and not line.startswith("#"))


def _numbers(version: str) -> tuple[int, ...]:
    found = [int(part) for part in re.findall(r"\d+", version.split("+")[0])]
    while found and found[-1] == 0:
        found.pop()
    return tuple(found)
