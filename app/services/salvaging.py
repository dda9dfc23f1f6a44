"""Use case: a sound journal of what can still be read of a damaged one, which is kept beside it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.errors import VaultTooNew
from app.store import Tx, caseload, outbox, restore, schema, sync_state
from app.vault.place import JOURNAL

if TYPE_CHECKING:
    from app.vault.audit import Head
    from app.vault.entry import Entry
    from app.vault.keychain import Keychain
    from app.vault.salvage import Read
    from app.vault.vault import Vault

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was got out of a damaged journal, kept as `original`, and what was not.

    `rows` of each table that could be read; `damaged`: tables of which some could not. `lost`: how many rows of each
    of those are in neither the file nor the rescue journal; None where that cannot be told. `about`: the participants
    whose notes are lost. `put_back`: changes that came out of the rescue journal. `fetched`: what the jobcenter has
    received comes back with the next synchronisation. `stranger`: the computer's own key was lost, and the jobcenter
    has to let it in anew. `behind`: saved changes that the damaged file lacked already, by its anchor.
    """

    original: Path
    rows: dict[str, int]
    damaged: tuple[str, ...]
    lost: dict[str, int | None]
    about: tuple[str, ...]
    put_back: int
    fetched: bool
    stranger: bool
    behind: int


@dataclass(frozen=True, slots=True)
class _Left:
    """What the finished journal says of itself: lost rows by table, whose notes, changes put back, fetched anew."""

    lost: dict[str, int | None]
    about: tuple[str, ...]
    put_back: int
    fetched: bool


def salvage(place: Path, passphrase: str, keychain: Keychain, *, now: datetime) -> Salvaged:
    """Raises VaultDamaged, with everything as it was, when not even the list of tables can be read."""
    from app.vault import entry as entry_of
    from app.vault import lifecycle
    from app.vault import salvage as reading

    entry = entry_of.enter(place, passphrase, keychain, now=now)
    try:
        with workshop(entry, place) as made:
            found = _read(made, place / JOURNAL)
            connect = partial(made.connect, place / JOURNAL, "rw")
            seed = reading.read(connect, "device_key").rows
            made.lay(seed[0][1] if seed else lifecycle.new_seed())
            left = _fill(made, found, entry, place)
            here, anchor = reading.head(connect), _anchored(keychain, entry)
            # The new chain goes on from the old one: neither the next unlock nor the server takes it for an old file.
            made.begin_chain_anew("salvaged", after=max(here, anchor, key=lambda head: head.n))
            made.checkpoint()
            new = made.place / JOURNAL
            made.abandon()
            kept = reading.replace_journal(place, new, now=now)
    finally:
        entry.lock.release()
    rows = {read.table: len(read.rows) for read in found if read.rows}
    damaged = tuple(read.table for read in found if not read.whole)
    return Salvaged(
        kept, rows, damaged, left.lost, left.about, left.put_back, left.fetched, stranger=not seed,
        behind=max(anchor.n - here.n, 0) if here.n else 0,
    )  # fmt: skip


def _anchored(keychain: Keychain, entry: Entry) -> Head:
    from app.vault.anchor import Anchors
    from app.vault.audit import Head

    last = Anchors(keychain, entry.file.vault).last()
    return Head() if last is None else Head(last.n, last.mac, last.at)


@contextmanager
def workshop(entry: Entry, place: Path) -> Iterator[Vault]:
    """A new journal under the same keys, beside the old one."""
    from app.vault import lifecycle

    made = lifecycle.beside(entry, place)
    try:
        yield made
    finally:
        made.abandon()
        lifecycle.clear_beside(place)


def _read(made: Vault, journal: Path) -> list[Read]:
    from app.vault import salvage as reading

    connect = partial(made.connect, journal, "rw")
    with closing(connect()) as raw:
        names = reading.tables(raw)
        if int(raw.execute("PRAGMA user_version").fetchone()[0]) > schema.VERSION:
            raise VaultTooNew  # what this version does not know would not be read
    return [reading.read(connect, table) for table in names if not _derived(table)]


def _derived(table: str) -> bool:
    """Made anew rather than read: the index, and the chain, which tells of a file that is no more."""
    return table in ("audit", "search_doc", "device_key") or table.startswith("search_")


def _fill(made: Vault, found: list[Read], entry: Entry, place: Path) -> _Left:
    with made.begin() as tx:
        schema.bring_up(tx)
    with made.begin() as tx:
        for read in found:
            restore.put_all(tx, read.table, read.columns, read.rows)
        back = _refill(tx, found, entry, place)
        left = _missing(tx, found, back)
        if left.fetched:
            sync_state.start_over(tx)
        restore.index_all(tx)
    return left


def _refill(tx: Tx, found: list[Read], entry: Entry, place: Path) -> int:
    """What the jobcenter has not received lies a second time in the queue, and a third time in the rescue journal."""
    from app.vault import rescue

    if all(read.whole for read in found):
        return 0  # the tail the rescue journal knows is put back at unlock, as ever
    from app.services import integrity

    queue = next((read for read in found if read.table == "outbox"), None)
    holes = None if queue is None or queue.lost is None else {gap.number for gap in queue.lost}
    last = outbox.last(tx)[0]
    saved = [
        asdict(one)
        for one in rescue.open_own(place, entry.file, entry.key)
        if one.q > last or holes is None or one.q in holes
    ]
    back = integrity.refill(tx, saved)
    log.warning("salvage: %d change(s) put back from queue and rescue journal", back)
    return back


def _missing(tx: Tx, found: list[Read], back: int) -> _Left:
    lost: dict[str, int | None] = {}
    whose: set[str] = set()
    names = caseload.names(tx)
    for read in found:
        if read.whole:
            continue
        if read.lost is None:
            lost[read.table] = None
            continue
        gone = [gap for gap in read.lost if not restore.is_here(tx, read.table, gap.number, gap.id)]
        if gone:
            lost[read.table] = len(gone)
        if read.table == "note":
            whose |= {names.get(UUID(gap.participant), "") for gap in gone if gap.participant}
    return _Left(lost, tuple(sorted(whose - {""})), back, bool(lost) and sync_state.get(tx).rev > 0)
