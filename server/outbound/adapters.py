"""Where an entry may go: a folder the case system empties, or an https address that is told."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from server import away
from server.outbound.entry import Entry

_SECONDS = 10.0
CONFIRMED = "kvittering"


class NotTaken(Exception):
    """The reason in one code. `final`: it will not be taken however often it is tried."""

    def __init__(self, code: str, *, final: bool = False) -> None:
        super().__init__(code)
        self.code, self.final = code, final


class Adapter(Protocol):
    @property
    def name(self) -> str:
        """Stands in the queue's rows; never changed."""

    def send(self, entry: Entry) -> bool:
        """Hand it over; true when the receiver confirms at once. The same entry twice does no harm there."""

    def confirmed(self) -> list[str]:
        """The keys the receiver has confirmed since, to be forgotten by `seen`."""

    def seen(self, key: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Folder:
    """`<uuid>.json` and `<uuid>.pdf`, whole or not at all, the JSON last. The receiver confirms by laying an empty
    file `kvittering/<uuid>.ok`, which is taken away once it is noted."""

    place: Path
    name: str = "folder"

    def send(self, entry: Entry) -> bool:
        try:
            self.place.mkdir(parents=True, exist_ok=True)
            for suffix, data in ((".pdf", entry.pdf()), (".json", entry.json())):
                _lay(self.place / f"{entry.note}{suffix}", data)
        except OSError as error:
            raise NotTaken(f"disk-{error.errno}") from None
        return False

    def confirmed(self) -> list[str]:
        with contextlib.suppress(OSError):
            return [path.stem for path in (self.place / CONFIRMED).glob("*.ok")]
        return []

    def seen(self, key: str) -> None:
        with contextlib.suppress(OSError):
            (self.place / CONFIRMED / f"{key}.ok").unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Webhook:
    """POST of the JSON with `Feltjournal-Signature: sha256=<HMAC of the body>` and `Idempotency-Key`. 2xx is taken,
    200 is confirmed as well; 4xx (but 408, 425, 429) will not be tried again. 3xx is no answer: whoever stands where it
    points has not signed for the entry."""

    url: str
    secret: str
    name: str = "webhook"

    def send(self, entry: Entry) -> bool:
        body = entry.json()
        signature = hmac.new(self.secret.encode(), body, hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/json", "Feltjournal-Signature": f"sha256={signature}",
            "Idempotency-Key": entry.key,
        }  # fmt: skip
        asked = urllib.request.Request(self.url, data=body, headers=headers, method="POST")  # noqa: S310
        try:
            with away.OPENER.open(asked, timeout=_SECONDS) as answer:  # settings demand https
                return bool(answer.status == 200)
        except urllib.error.HTTPError as error:
            final = 400 <= error.code < 500 and error.code not in (408, 425, 429)
            raise NotTaken(f"http-{error.code}", final=final) from None
        except away.BROKEN:
            raise NotTaken("silent") from None

    def confirmed(self) -> list[str]:
        return []

    def seen(self, key: str) -> None:
        del key


def _lay(path: Path, data: bytes) -> None:
    part = path.with_name(path.name + ".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
