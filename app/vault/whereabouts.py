"""Where this computer's journals lie: so that a drive or network folder that is not there is no reason to make a new one.

Remembered twice: by this process, and in the system's keychain, which is still there when the folder is not. A folder
is known by a digest of its path.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from app.vault.place import holds_vault

if TYPE_CHECKING:
    from app.vault.keychain import Keychain

_MOST = 16  # in 1,280 characters, which is all that Windows keeps in one entry
_seen: set[Path] = set()
_erased: set[Path] = set()


def saw(place: Path) -> None:
    """A vault is here now."""
    _seen.add(place.absolute())
    _erased.discard(place.absolute())


def was_here(place: Path) -> bool:
    """Whether this process has seen a vault at `place`, which was neither destroyed since nor given another name."""
    return place.absolute() in _seen and not _any_in(place.parent)


def remember(keychain: Keychain, place: Path, vault: str) -> None:
    """For the next start. Asked at lock; written only when it is news."""
    known = _known(keychain.places())
    if known.get(_name(place.parent)) != vault:
        known.pop(_name(place.parent), None)
        kept = dict(list(known.items())[-(_MOST - 1) :])
        keychain.set_places(_told(kept | {_name(place.parent): vault}))


def is_away(keychain: Keychain, folder: Path) -> bool:
    """Whether a journal belongs somewhere in `folder`, and no part of one is there. Raises what the keychain raises."""
    try:
        if _any_in(folder):
            return False
        known = _known(keychain.places())
        return bool(known) and _name(folder) in known
    except OSError:
        return True  # a network folder that has gone; whether it is remembered does not matter


def forget(keychain: Keychain, folder: Path) -> bool:
    """It is lost for good, and a new one may be made in `folder`. False when none was remembered there."""
    known = _known(keychain.places())
    found = known.pop(_name(folder), None) is not None
    if found:
        keychain.set_places(_told(known))
    return found


def unsee(place: Path) -> None:
    """It was destroyed on order."""
    _seen.discard(place.absolute())
    _erased.add(place.absolute())


def was_erased(place: Path) -> bool:
    """Whether it was destroyed on order while this process ran."""
    return place.absolute() in _erased


def without(data: bytes | None, vault: str) -> bytes | None:
    """What a keychain keeps when `vault` is no more; None when there was nothing of it."""
    known = _known(data)
    left = {name: one for name, one in known.items() if one != vault}
    return None if left == known else _told(left)


def _any_in(folder: Path) -> bool:
    return folder.is_dir() and any(holds_vault(place) for place in folder.iterdir())


def _known(data: bytes | None) -> dict[str, str]:
    try:
        said = json.loads(data or b"{}")
    except ValueError:
        return {}
    return {str(name): str(vault) for name, vault in said.items()} if isinstance(said, dict) else {}


def _told(known: dict[str, str]) -> bytes:
    return json.dumps(known, separators=(",", ":")).encode()


def _name(folder: Path) -> str:
    import hashlib  # not before the first paint where nothing is remembered

    return hashlib.sha256(str(folder.absolute()).encode(errors="surrogatepass")).hexdigest()[:16]
