"""What a vault's files say about themselves: without a passphrase their structure, with it their pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.errors import VaultDamaged, VaultInUse
from app.vault import keyfile
from app.vault.keyfile import CopyState
from app.vault.place import JOURNAL, LOCK, PAGE, PlaceLock
from app.vault.vault import Vault

_PLAIN = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Structure:
    """`problems` stand in the way of the journal; `notices` are put right at the next unlock."""

    vault: str | None
    epoch: int | None
    gen: int | None
    pending: bool
    slots: tuple[str, ...]
    copies: dict[str, str]
    sizes: dict[str, int]
    in_use: bool
    problems: tuple[str, ...]
    notices: tuple[str, ...]


def structure(place: Path) -> Structure:
    file, states = keyfile.inspect(place)
    copies = {name: state.value for name, state in states.items()}
    found = set(states.values())
    problems = [] if file else [f"key_file_{_worst(found).value}"]
    notices = [f"copy_{state}" for state in sorted(set(copies.values()) - {"good"})] if file else []
    return Structure(
        vault=file.vault if file else None,
        epoch=file.epoch if file else None,
        gen=file.gen if file else None,
        pending=file is not None and file.pending is not None,
        slots=tuple(str(slot.get("type")) for slot in file.slots) if file else (),
        copies=copies,
        sizes={path.name: path.stat().st_size for path in sorted(place.iterdir()) if path.is_file()},
        in_use=_in_use(place),
        problems=(*problems, *_journal_problems(place / JOURNAL)),
        notices=tuple(notices),
    )


def contents(vault: Vault) -> tuple[str, ...]:
    """Problems inside the open file.

    The log is folded in first: the cipher's check reads the main file alone, and a page that lies
    newer in the log would look damaged.
    """
    vault.checkpoint()
    problems = [f"page: {row[0]}" for row in _rows(vault, "cipher_integrity_check")]
    problems += [f"file: {row[0]}" for row in _rows(vault, "integrity_check") if row[0] != "ok"]
    problems += [f"reference: {' '.join(map(str, row[:2]))}" for row in _rows(vault, "foreign_key_check")]
    return tuple(problems)


def schema_version(vault: Vault) -> int:
    return int(str(vault.pragma("user_version")[0][0]))


def _rows(vault: Vault, check: str) -> list[tuple[object, ...]]:
    """A page that cannot be read ends a check early; the other checks still run."""
    try:
        return vault.pragma(check)
    except VaultDamaged:
        return [(f"{check} met a page it cannot read",)]


def _worst(found: set[CopyState]) -> CopyState:
    order = (CopyState.NEWER, CopyState.DAMAGED, CopyState.UNREADABLE, CopyState.MISSING)
    return next(state for state in order if state in found)


def _journal_problems(journal: Path) -> list[str]:
    if not journal.exists():
        return ["journal_missing"]
    size = journal.stat().st_size
    if size < PAGE:
        return ["journal_empty"]
    with journal.open("rb") as file:
        plain = file.read(len(_PLAIN)) == _PLAIN
    problems = ["journal_not_encrypted"] if plain else []
    return [*problems, "journal_cut"] if size % PAGE else problems


def _in_use(place: Path) -> bool:
    if not (place / LOCK).exists():
        return False
    lock = PlaceLock(place)
    try:
        lock.acquire()
    except VaultInUse:
        return True
    lock.release()
    return False
