"""The anchor: the newest link of the audit chain, kept in the keychain, where putting back a file does not reach.

A file that is behind its anchor has lost something, whatever every checksum says. Ahead of it is what any crash
leaves behind. Written at lock and at most every minute, on a thread of its own, for a keychain may ask a person.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from dataclasses import dataclass

from app.errors import VaultError
from app.vault.audit import Head
from app.vault.keychain import Keychain

log = logging.getLogger(__name__)

_PAUSE = 60.0


@dataclass(frozen=True, slots=True)
class Anchor:
    """`n` and `mac` of a link; `at`: when it was made, UTC ISO, where it was known."""

    n: int
    mac: bytes
    at: str | None = None

    def to_bytes(self) -> bytes:
        return json.dumps({"n": self.n, "mac": self.mac.hex(), "at": self.at}).encode()


def read(data: bytes) -> Anchor | None:
    """None for what is not an anchor: somebody's scribble must not keep a consultant out."""
    try:
        said = json.loads(data)
        return Anchor(int(said["n"]), bytes.fromhex(said["mac"]), said["at"])
    except (ValueError, KeyError, TypeError):
        return None


class Anchors:
    """The anchors of one vault. `held`: nothing is written until a person has seen what was missing."""

    def __init__(self, keychain: Keychain, vault: str) -> None:
        self._keychain, self._vault = keychain, vault
        self._written: Head | None = None
        self._at = time.monotonic()
        self._thread: threading.Thread | None = None
        self.held = False

    def last(self) -> Anchor | None:
        try:
            data = self._keychain.anchor(self._vault)
        except VaultError as error:
            log.info("no anchor read: %s", type(error).__name__)
            return None
        return None if data is None else read(data)

    def follow(self, head: Head) -> None:
        """Called after each commit; writes once a minute, aside."""
        if self.held or time.monotonic() - self._at < _PAUSE or self._busy():
            return
        self._at = time.monotonic()
        self._thread = threading.Thread(target=self._write, args=(head,), name="anchor", daemon=True)
        self._thread.start()

    def drop(self, head: Head) -> None:
        """Written now, before the vault closes."""
        if self._thread is not None:
            self._thread.join()
        if not self.held and head != self._written:
            self._write(head)

    def _busy(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _write(self, head: Head) -> None:
        try:
            self._keychain.set_anchor(self._vault, Anchor(head.n, head.mac, head.at).to_bytes())
            self._written = head
        except VaultError as error:
            log.info("anchor not written: %s", type(error).__name__)
