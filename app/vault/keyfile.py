"""vault.fjk: the small file that holds the vault key, wrapped once per way in.

Canonical JSON, one spelling only: sorted keys, no spaces, UTF-8. Two identical copies, written one
after the other, so that one whole file exists at every instant and no copy keeps an old passphrase.
A reader looks at `magic`, then `format`, then `sum` (is it damaged?), then tries a slot (is it the
right passphrase?), then `mac` (has it been tampered with?). These four keep their meaning in every
later format; anything else may change when `format` rises.
"""

from __future__ import annotations

import base64
import binascii
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from app.errors import DiskFailing, KeyFileDamaged, KeyFileMissing, KeyFileTooNew, VaultError
from app.vault.place import KEY_COPY, KEY_FILE, patiently, write_atomic

log = logging.getLogger(__name__)

MAGIC = "FJKEY"
FORMAT = 1
_LONGEST = 1 << 20
_REQUIRED = frozenset({"epoch", "format", "gen", "mac", "magic", "salt_db", "slots", "sum", "vault"})
_ALLOWED = _REQUIRED | {"pending"}

Slot = Mapping[str, object]


class CopyState(Enum):
    """What one of the two copies looks like without a passphrase."""

    GOOD = "good"
    LAGGING = "lagging"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"
    NEWER = "newer"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The key file's content. Slots of an unknown type are kept word for word."""

    vault: str
    epoch: int
    gen: int
    salt_db: bytes
    slots: tuple[Slot, ...]
    mac: bytes = b""
    pending: int | None = None

    def signed_part(self) -> bytes:
        """The bytes under `mac`."""
        return canon(self._fields())

    def to_bytes(self) -> bytes:
        fields = self._fields() | {"mac": b64(self.mac)}
        return canon(fields | {"sum": _sum(fields)})

    def slots_of(self, type_: str) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.get("type") == type_)

    def next(self, slots: tuple[Slot, ...]) -> KeyFile:
        """The file that follows this one; its `mac` is still to be made."""
        return replace(self, epoch=self.epoch + 1, slots=slots, mac=b"")

    def _fields(self) -> dict[str, object]:
        fields: dict[str, object] = {
            "epoch": self.epoch,
            "format": FORMAT,
            "gen": self.gen,
            "magic": MAGIC,
            "salt_db": b64(self.salt_db),
            "slots": [dict(slot) for slot in self.slots],
            "vault": self.vault,
        }
        return fields if self.pending is None else fields | {"pending": self.pending}


def canon(value: object) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def unb64(value: object, length: int | None = None) -> bytes:
    """The bytes of a base64 field; whatever is not one is damage."""
    if not isinstance(value, str):
        raise KeyFileDamaged
    try:
        data = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise KeyFileDamaged from error
    if (length is not None and len(data) != length) or b64(data) != value:
        raise KeyFileDamaged
    return data


def parse(raw: bytes) -> KeyFile:
    """Raises KeyFileTooNew or KeyFileDamaged; `mac` is not checked, for it needs the vault key."""
    fields = _object(raw)
    if fields.get("magic") != MAGIC:
        raise KeyFileDamaged
    format_ = _whole(fields.get("format"))
    whole = fields.get("sum") == _sum({k: v for k, v in fields.items() if k != "sum"})
    if format_ > FORMAT and whole:
        raise KeyFileTooNew
    if not whole or canon(fields) != raw or format_ != FORMAT:
        raise KeyFileDamaged
    if not _REQUIRED <= fields.keys() <= _ALLOWED:
        raise KeyFileDamaged  # another field means another format, and format did not rise
    return KeyFile(
        vault=_hex(fields["vault"], 16),
        epoch=_whole(fields["epoch"]),
        gen=_whole(fields["gen"]),
        salt_db=unb64(fields["salt_db"], 16),
        slots=_slots(fields["slots"]),
        mac=unb64(fields["mac"], 32),
        pending=_whole(fields["pending"]) if "pending" in fields else None,
    )


def inspect(place: Path) -> tuple[KeyFile | None, dict[str, CopyState]]:
    """The newest whole copy and what each copy looks like."""
    looked_at = {name: _look(place / name) for name in (KEY_FILE, KEY_COPY)}
    newest = max((file for file, _ in looked_at.values() if file), key=lambda file: file.epoch, default=None)
    states = {
        name: CopyState.LAGGING if file is not None and file != newest else state
        for name, (file, state) in looked_at.items()
    }
    return newest, states


def is_pending(place: Path) -> bool:
    """Whether new keys were cut off half-way. A file without the word need not be looked at whole."""
    if not any(_mentions(place / name, b'"pending"') for name in (KEY_FILE, KEY_COPY)):
        return False
    file, _ = inspect(place)
    return file is not None and file.pending is not None


def _mentions(path: Path, word: bytes) -> bool:
    try:
        return word in _bytes(path)
    except OSError:
        return False


def read(place: Path) -> tuple[KeyFile, bool]:
    """The key file, and whether a copy needs repair. A newer format is never repaired away."""
    file, states = inspect(place)
    found = set(states.values())
    if CopyState.NEWER in found:
        raise KeyFileTooNew
    if file is None:
        raise _unusable(found)
    return file, found != {CopyState.GOOD}


def _unusable(found: set[CopyState]) -> VaultError:
    """No copy can be used: gone, held back by the disk, or broken?"""
    if found == {CopyState.MISSING}:
        return KeyFileMissing()
    return DiskFailing() if CopyState.UNREADABLE in found else KeyFileDamaged()


def write(place: Path, file: KeyFile) -> None:
    """From the first copy on it counts, so whoever is told that it failed must find it as it was: a second copy that
    cannot be written is left to the next unlock, which puts it right."""
    data = file.to_bytes()
    write_atomic(place / KEY_FILE, data)
    try:
        write_atomic(place / KEY_COPY, data)
    except OSError as error:
        log.warning("the copy of the key file lags behind: errno %s", error.errno)


def repair(place: Path, file: KeyFile) -> None:
    """Write only the copy that differs, so that the good one is never touched."""
    data = file.to_bytes()
    for path in (place / KEY_FILE, place / KEY_COPY):
        if not path.exists() or path.read_bytes() != data:
            write_atomic(path, data)


def _look(path: Path) -> tuple[KeyFile | None, CopyState]:
    try:
        return parse(_bytes(path)), CopyState.GOOD
    except FileNotFoundError:
        return None, CopyState.MISSING
    except KeyFileTooNew:
        return None, CopyState.NEWER
    except KeyFileDamaged:
        return None, CopyState.DAMAGED
    except OSError:
        return None, CopyState.UNREADABLE


def _bytes(path: Path) -> bytes:
    with patiently(lambda: path.open("rb")) as file:
        return file.read(_LONGEST)


def _sum(fields: Mapping[str, object]) -> str:
    import hashlib  # not before the first paint, which asks only `is_pending`

    try:
        return hashlib.sha256(canon(fields)).hexdigest()
    except (ValueError, RecursionError) as error:
        raise KeyFileDamaged from error


def _object(raw: bytes) -> dict[str, object]:
    try:
        fields = json.loads(raw.decode())
    except (ValueError, RecursionError) as error:
        raise KeyFileDamaged from error
    if not isinstance(fields, dict):
        raise KeyFileDamaged
    return fields


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value < 1 << 53:
        raise KeyFileDamaged
    return value


def _hex(value: object, length: int) -> str:
    if not isinstance(value, str) or len(value) != 2 * length or set(value) - set("0123456789abcdef"):
        raise KeyFileDamaged
    return value


def _slots(value: object) -> tuple[Slot, ...]:
    if not isinstance(value, list) or not all(isinstance(slot, dict) for slot in value):
        raise KeyFileDamaged
    return tuple(value)
