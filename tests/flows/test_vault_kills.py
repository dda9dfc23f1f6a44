"""Killed at every step of new keys, another passphrase, a migration, a restore, a salvage: it opens, and all is there.

The long run, 200 kills and more each: FELTJOURNAL_KILLS=200 pytest tests/flows/test_vault_kills.py
"""

from __future__ import annotations

import base64
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import WrongPassphrase
from app.services import integrity, upkeep
from app.vault import check
from app.vault.place import BACKUP, JOURNAL, RESCUE, ROTATION, WORKSHOP
from app.vault.vault import Vault
from tests.journal_parts import NOW, note, participant
from tests.vault_kills import LATER, OTHER, Kills
from tests.vault_parts import PASSPHRASE, keychain_of, open_vault

KILLS = int(os.environ.get("FELTJOURNAL_KILLS", "0"))
EVERY = 1 if KILLS else 6
OLD = Path(__file__).parents[1] / "data" / "vaults"
FACTS = {f"Mødtes på biblioteket for gang {n}." for n in range(3)}
Check = Callable[[bool], None]


def _filled(vault: Vault) -> None:
    whose = participant(vault)
    for text in sorted(FACTS):
        note(vault, whose, facts=text)


def _kills(vault_place: Path, act: str) -> Kills:
    """What is at the place now is what each kill begins with."""
    before = vault_place.parent.with_name("before")
    shutil.copytree(vault_place.parent, before)
    return Kills(before, vault_place, act)


def _facts(vault: Vault) -> set[str]:
    with vault.read() as tx:
        return set(tx.exec_driver_sql("SELECT facts FROM note").scalars().all())


def _whole(place: Path, *, passphrase: str = PASSPHRASE) -> Vault:
    """Opened, with every note, every page and the whole chain; and nothing half is left beside it."""
    again = open_vault(place, passphrase, now=LATER)
    assert _facts(again) == FACTS
    assert check.contents(again) == ()
    verdict = again.verify_chain()
    assert verdict is not None
    assert verdict.sound
    left = {path.name for path in place.iterdir()} & {WORKSHOP, ROTATION, "replace.todo", "restored.tmp"}
    assert not left
    return again


def _run(kills: Kills, look: Check) -> None:
    rng = random.Random(7)  # noqa: S311 - when to kill
    done = kills.each(look, every=EVERY, random=KILLS, rng=rng)
    print(f"{kills.act}: {done} kills")  # noqa: T201 - shown with -rP
    assert done >= max(KILLS // 2, 2), "it was over before it could be killed"


def test_new_keys(vault: Vault, vault_place: Path) -> None:
    _filled(vault)
    vault.close()
    records = len(list((vault_place / RESCUE).iterdir()))

    def look(done: bool) -> None:  # noqa: FBT001
        again = _whole(vault_place)
        assert again.loss is None
        assert again.gen == 2 if done else again.gen in (1, 2)
        assert len(again.unsent_beyond(0)) == records, "the rescue journal is under keys nobody has"
        again.close()

    _run(_kills(vault_place, "new keys"), look)


def test_another_passphrase(vault: Vault, vault_place: Path) -> None:
    _filled(vault)
    vault.close()

    def look(done: bool) -> None:  # noqa: FBT001
        opening = []
        for words in (PASSPHRASE, OTHER):
            (vault_place / "state.json").unlink(missing_ok=True)
            try:
                _whole(vault_place, passphrase=words).close()
            except WrongPassphrase:
                continue
            opening.append(words)
        assert len(opening) == 1
        assert opening == [OTHER] or not done

    _run(_kills(vault_place, "another passphrase"), look)


def test_migration(vault_place: Path) -> None:
    old = max(OLD.iterdir())
    vault_place.mkdir(parents=True)
    for name in ("vault.fjk", JOURNAL):
        shutil.copy(old / name, vault_place / name)
    keychain_of(vault_place).put(vault_place.name, base64.b64decode((old / "device-secret").read_bytes()))

    def look(done: bool) -> None:  # noqa: FBT001
        again = _whole(vault_place)
        assert integrity.account(again) is None
        assert not done or (vault_place / BACKUP).is_dir()
        again.close()

    _run(_kills(vault_place, "migration"), look)


@pytest.mark.parametrize("whole", [False, True])
def test_restore(vault: Vault, vault_place: Path, *, whole: bool) -> None:
    """Merged into a journal that lacks a note, or put in the place of one that cannot be opened."""
    _filled(vault)
    upkeep.make_backup(vault, now=NOW)
    with vault.begin() as tx:
        tx.exec_driver_sql("DELETE FROM note WHERE facts LIKE '%gang 1.'")
    vault.close()
    if whole:
        with (vault_place / JOURNAL).open("r+b") as file:
            file.write(b"\x5a" * 4096)

    def look(done: bool) -> None:  # noqa: FBT001
        if not done:
            upkeep.put_back(vault_place, PASSPHRASE, keychain_of(vault_place), now=LATER)
        _whole(vault_place).close()
        assert not whole or list(vault_place.glob("*.damaged-*"))

    _run(_kills(vault_place, "restore"), look)


def test_salvage(vault: Vault, vault_place: Path) -> None:
    """Also of a journal whose newest notes are in the log alone."""
    _filled(vault)
    aside = vault_place.parent.with_name("aside")
    shutil.copytree(vault_place, aside)
    vault.close()
    for side in ("", "-wal"):
        shutil.copy(aside / (JOURNAL + side), vault_place / (JOURNAL + side))

    def look(done: bool) -> None:  # noqa: FBT001
        _whole(vault_place).close()

    _run(_kills(vault_place, "salvage"), look)
