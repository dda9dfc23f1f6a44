"""The rescue journal: what the jobcenter has not received yet, once more beside the file, sealed.

One small file for each transaction that queued something. Each is sealed twice: under a key of the vault's own, so
that the next unlock can put back what a damaged file has lost, and to the municipality's public key where the vault
knows one, so that the work of a computer nobody can open any more is not lost either. The newest file is kept even
when everything has been received: it says where this computer's chain of operations had come to.
"""

from __future__ import annotations

import json
import logging
import os
import re
import secrets
import time
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.errors import KeyFileDamaged
from app.vault import keys
from app.vault.keyfile import KeyFile, b64, canon, unb64
from app.vault.place import RESCUE, private, sync_folder, write_atomic

log = logging.getLogger(__name__)

MAGIC = "FJO1"
BROKEN = (ValueError, KeyError, TypeError, InvalidTag, KeyFileDamaged)
FEW, _AT_ONCE = 8, 8
ALONE = 0.01  # seconds after which removing is worth threads
_NAME = re.compile(r"(\d{10,})-(\d{10,})\.fjo")
_COLUMNS = ("q", "id", "kind", "cand", "p", "s", "hash", "made_at")
_ONLY_HERE = "('pending', 'sent', 'held')"
ROWS = (
    f"SELECT {', '.join(_COLUMNS)} FROM outbox WHERE q >= ? AND q <= ? AND state IN {_ONLY_HERE} ORDER BY q"  # noqa: S608
)
UNSAFE = f"SELECT min(q) FROM outbox WHERE state IN {_ONLY_HERE}"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Queued:
    """A row of the outbox as it was queued; ids and moments as they lie in the file."""

    q: int
    id: str
    kind: str
    cand: str | None
    p: str
    s: str
    hash: str
    made_at: str


class Rescue:
    """The files of one vault. `recovery`: the municipality's key, if it is known."""

    def __init__(self, place: Path, vault: str, key: bytes, recovery: keys.RecoveryKey | None) -> None:
        self._folder, self._vault, self._key, self._recovery = place / RESCUE, vault, key, recovery
        self._files: dict[tuple[int, int], Path] = {}
        for path in sorted(self._folder.glob("*.fjo")) if self._folder.is_dir() else ():
            if match := _NAME.fullmatch(path.name):
                self._files[int(match[1]), int(match[2])] = path

    def write(self, rows: list[Any]) -> None:
        """Not forced to the disk each time: against a power cut stands the journal itself, this is against damage."""
        if not rows:
            return
        first, last = rows[0][0], rows[-1][0]
        said = canon([dict(zip(_COLUMNS, row, strict=True)) for row in rows])
        path = self._folder / f"{first:010d}-{last:010d}.fjo"
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            with open(path, "wb", opener=private) as file:
                file.write(self._sealed(first, last, said))
        except OSError as error:
            log.warning("no rescue record: errno %s", error.errno)
            return
        self._files[first, last] = path

    def clear(self, safe: int) -> None:
        """Let go of what lies wholly before `safe`, the oldest operation that is still only here."""
        if not self._files:
            return
        newest = max(self._files)
        spans = [span for span in self._files if span[1] < safe and span != newest]
        paths = [str(self._files.pop(span)) for span in spans]
        begun = time.monotonic()
        while paths and time.monotonic() - begun < ALONE:
            _let_go(paths[-FEW:])
            del paths[-FEW:]
        if paths:  # each waits for the disk, or for a virus scanner: some milliseconds, of which a month offline makes seconds
            with ThreadPoolExecutor(_AT_ONCE) as threads:
                list(threads.map(_let_go, (paths[begin::_AT_ONCE] for begin in range(_AT_ONCE))))

    def beyond(self, q: int) -> tuple[Queued, ...]:
        """What was queued after operation `q`, as far as the files can be read."""
        found: dict[int, Queued] = {}
        for (_, last), path in sorted(self._files.items()):
            if last > q:
                found |= {one.q: one for one in self._opened(path) if one.q > q}
        return tuple(found[number] for number in sorted(found))

    def covered(self, numbers: Iterable[int]) -> set[int]:
        """Which of these operations stand in a file."""
        spans = sorted(self._files)
        begins = [first for first, _ in spans]
        reach = [0, *accumulate((last for _, last in spans), max)]  # of all that begin so early
        return {q for q in numbers if q <= reach[bisect_right(begins, q)]}

    def settle(self) -> None:
        """Have the folder on the disk, before the vault closes."""
        if self._folder.is_dir():
            sync_folder(self._folder)

    def renew(self, old: Rescue) -> None:
        """Records of the old key under this one; those that are already, or that neither can read, stay as they are."""
        for (first, last), path in self._files.items():
            if not self._opened(path, quiet=True) and (rows := old._opened(path, quiet=True)):
                write_atomic(path, self._sealed(first, last, canon([asdict(row) for row in rows])))
        self.settle()

    def _sealed(self, first: int, last: int, said: bytes) -> bytes:
        head: dict[str, object] = {"first": first, "last": last, "magic": MAGIC, "vault": self._vault}
        return sealed(head, said, self._key, self._recovery)

    def _opened(self, path: Path, *, quiet: bool = False) -> list[Queued]:
        try:
            return [Queued(**row) for row in unsealed(path.read_bytes(), self._key)]
        except (OSError, *BROKEN) as error:
            if not quiet:
                log.warning("a rescue record cannot be read: %s", type(error).__name__)
            return []


def _let_go(paths: Iterable[str]) -> None:
    for path in paths:
        try:
            os.unlink(path)
        except FileNotFoundError:
            continue
        except OSError as error:  # the transaction is committed: this is no reason to say that it is not
            log.warning("a rescue record stays: errno %s", error.errno)


def sealed(head: Mapping[str, object], said: bytes, key: bytes, recovery: keys.RecoveryKey | None) -> bytes:
    """One record: `said` under `key`, and to the municipality where its key is known; `head` in clear, bound to both."""
    nonce = secrets.token_bytes(12)
    whole = {**head, "nonce": b64(nonce), "own": b64(AESGCM(key).encrypt(nonce, said, canon(head)))}
    if recovery is not None:
        shut = keys.seal_to(recovery, said, b"fj/v1/rescue|" + canon(head))
        whole |= {"kid": recovery.kid, "sealed": b64(shut)}
    return canon(whole)


def unsealed(data: bytes, key: bytes) -> list[dict[str, Any]]:
    """Raises one of `BROKEN` for what is no record, or is under another key."""
    whole = json.loads(data)
    head = {name: whole[name] for name in ("first", "last", "magic", "vault")}
    said = json.loads(AESGCM(key).decrypt(unb64(whole["nonce"], 12), unb64(whole["own"]), canon(head)))
    if not isinstance(said, list):
        raise TypeError
    return said


def seal_anew(place: Path, vault: str, old: bytes, new: bytes, recovery: keys.RecoveryKey | None) -> None:
    """Every record that the `old` key can read, under the `new` one."""
    Rescue(place, vault, new, recovery).renew(Rescue(place, vault, old, recovery))


def open_own(place: Path, file: KeyFile, key: bytes) -> tuple[Queued, ...]:
    """Every operation of the rescue journal at `place`, for whoever has the vault's key and not the vault open."""
    return Rescue(place, file.vault, keys.rescue_key(file, key), None).beyond(0)


def open_sealed(data: bytes, private_key: bytes) -> list[dict[str, Any]] | None:
    """The municipality's side: the operations of one record, or None when it was sealed to another key."""
    try:
        whole = json.loads(data)
        head = {name: whole[name] for name in ("first", "last", "magic", "vault")}
        sealed = unb64(whole["sealed"])
    except (ValueError, KeyError, TypeError, KeyFileDamaged):
        return None
    said = keys.open_sealed(private_key, sealed, b"fj/v1/rescue|" + canon(head))
    found = None if said is None else json.loads(said)
    return found if isinstance(found, list) else None
