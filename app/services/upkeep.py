"""Use cases: copies of the journal, putting one back, and quiet upkeep."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import VaultDamaged, VaultEmpty, VaultMissing
from app.store import journal, outbox, restore, schema

if TYPE_CHECKING:
    from app.vault.backup import Copy
    from app.vault.keychain import Keychain
    from app.vault.vault import Vault

_LINKS_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class Restored:
    """`whole`: the copy took the place of a journal that could not be opened, kept as `original`; otherwise `rows`
    tells how many of each table were missing and are back."""

    whole: bool
    original: Path | None
    rows: dict[str, int]


def tend(vault: Vault, *, now: datetime) -> bool:
    """Once a day: a copy, and the chain's old links let go when all is well. False when today's was done."""
    from app.vault import backup

    mine = [one for one in backup.copies(vault.place) if (one.kind, one.gen) == (backup.DAILY, vault.gen)]
    newest = mine[0] if mine else None
    if newest is not None and newest.at.date() >= now.astimezone(newest.at.tzinfo).date():
        return False
    backup.make(vault, backup.DAILY, now=now)
    if vault.links() > _LINKS_KEPT:  # the copy has just been read through, and its chain with it
        vault.begin_chain_anew("compacted")
    return True


def make_backup(vault: Vault, *, now: datetime) -> Copy:
    from app.vault import backup

    return backup.make(vault, backup.DAILY, now=now)


def before_migration(vault: Vault, *, now: datetime) -> None:
    """A copy of a journal that an older version of the program has left, before its schema changes."""
    from app.vault import backup

    if is_older(vault):
        backup.make(vault, backup.BEFORE, now=now)


def is_older(vault: Vault) -> bool:
    return 0 < _schema(vault) < schema.VERSION


def was_begun(vault: Vault) -> bool:
    """Whether this very change of schema was tried before: its copy is there, and the journal is still as it was."""
    from app.vault import backup

    mine = (backup.BEFORE, _schema(vault), vault.gen)
    return any((one.kind, one.schema, one.gen) == mine for one in backup.copies(vault.place))


def _schema(vault: Vault) -> int:
    with vault.read() as tx:
        return schema.version(tx)


def copies(place: Path) -> tuple[Copy, ...]:
    from app.vault import backup

    return backup.copies(place)


def put_back(
    place: Path, passphrase: str, keychain: Keychain, *, copy: Path | None = None, now: datetime
) -> Restored:
    """Merge a copy into the journal, or put it in the journal's place when that cannot be opened.

    `copy`: the newest by default. Raises VaultMissing when there is none, BackupUnsound when it is no sound one.
    """
    from app.services import unlock

    newest = next((one.path for one in copies(place)), None)
    source = copy or newest
    if source is None or not source.is_file():
        raise VaultMissing
    try:
        vault = unlock.open(place, passphrase, keychain, now=now)
    except (VaultDamaged, VaultEmpty, VaultMissing):
        return _replaced(place, passphrase, keychain, source, now)
    try:
        return Restored(whole=False, original=None, rows=merge(vault, source, now=now))
    finally:
        vault.close()


def merge(vault: Vault, source: Path, *, now: datetime) -> dict[str, int]:
    """What a copy has and the journal has not, by id. What is here stays as it is, however old the copy."""
    from app.vault import backup, salvage

    backup.check(vault, source)
    connect = partial(vault.connect, source, "ro")
    with closing(connect()) as raw:
        there = set(salvage.tables(raw))
    found = [salvage.read(connect, table) for table in restore.MERGED if table in there]
    rows: dict[str, int] = {}
    with vault.begin() as tx:
        for read in found:
            new = restore.put_missing(tx, read.table, read.columns, read.rows)
            if new:
                rows[read.table] = len(new)
            if read.table == "note":
                restore.index_notes(tx, new)
                for note in journal.get_many(tx, restore.unsent_notes(tx, new)).values():
                    outbox.add(tx, journal.as_operation(note, kept=()), sign=vault.sign)
            elif read.table != "draft":
                restore.index_records(tx, read.table, new)
        vault.tell(f"merged {sum(rows.values())} {now:%Y-%m-%d}")
    return rows


def _replaced(place: Path, passphrase: str, keychain: Keychain, source: Path, now: datetime) -> Restored:
    from app.services.salvaging import workshop
    from app.vault import backup
    from app.vault import entry as entry_of
    from app.vault import salvage as reading

    entry = entry_of.enter(place, passphrase, keychain, now=now)
    try:
        with workshop(entry, place) as made:
            backup.check(made, source)
        kept = reading.replace_journal(place, reading.copy_of(source, place), now=now)
    finally:
        entry.lock.release()
    return Restored(whole=True, original=kept if kept.exists() else None, rows={})
