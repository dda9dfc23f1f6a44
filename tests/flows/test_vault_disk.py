"""A disk that is full or will not be written on: said at once, and what was saved stays saved."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import DiskFull, ReadOnly, WrongPassphrase
from app.services import reading, unlock
from app.services.unlock import NoVault
from app.vault import check
from app.vault.place import JOURNAL
from app.vault.vault import Vault
from tests.journal_parts import note, participant
from tests.vault_children import child, save_past_a_size
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, keychain_of, new_vault, open_vault

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="makes a small disk with tmpfs")


class SmallDisk:
    """A file system of 4 MiB."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = folder / "v" / ("5e" * 16)
        self._filler = folder / "filler"

    def fill(self) -> None:
        with self._filler.open("ab", buffering=0) as file:
            for size in (1 << 16, 1 << 12, 1):
                try:
                    while True:
                        file.write(b"\0" * size)
                except OSError:
                    continue

    def free(self) -> None:
        self._filler.unlink()

    def remount(self, options: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{options}", str(self.folder)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"this test mounts a file system of 4 MiB and needs root: {done.stderr}"
    yield SmallDisk(folder)
    subprocess.run(["umount", "-l", str(folder)], check=True)


def _prepare(vault: Vault) -> None:
    with vault.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE written (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")


def _save(vault: Vault, number: int) -> None:
    with vault.begin() as tx:
        tx.exec_driver_sql("INSERT INTO written VALUES (?, ?)", (number, f"notat {number} " * 300))


def _save_until_full(vault: Vault) -> int:
    number = 0
    while True:
        try:
            _save(vault, number + 1)
        except DiskFull:
            return number
        number += 1


def _count(vault: Vault) -> int:
    with vault.read() as tx:
        return int(tx.exec_driver_sql("SELECT count(*) FROM written").scalar_one())


@pytest.mark.logs_warning
def test_a_full_disk_stops_the_save_and_keeps_what_was_saved(disk: SmallDisk) -> None:
    vault = new_vault(disk.place)
    _prepare(vault)
    saved = _save_until_full(vault)
    assert saved > 50
    assert _count(vault) == saved
    with pytest.raises(DiskFull):
        _save(vault, saved + 1)
    disk.fill()
    vault.close()
    again = open_vault(disk.place)
    assert _count(again) == saved
    disk.remount("size=16m")
    _save(again, saved + 1)
    assert _count(again) == saved + 1
    assert check.contents(again) == ()
    again.close()


@pytest.mark.logs_warning
def test_a_full_disk_leaves_the_old_passphrase(disk: SmallDisk) -> None:
    vault = new_vault(disk.place)
    disk.fill()
    with pytest.raises(DiskFull):
        unlock.change_passphrase(
            vault,
            old=PASSPHRASE,
            new="syv blå vogne holder stille",
            keychain=keychain_of(disk.place),
            now=NOW,
            cost=CHEAP,
        )
    disk.free()
    vault.close()
    opened = open_vault(disk.place)
    assert not opened.repaired
    opened.close()


def test_a_vault_made_on_a_full_disk_leaves_no_half(disk: SmallDisk) -> None:
    disk.place.parent.mkdir()
    chain = keychain_of(disk.folder.parent / "elsewhere" / "v")
    disk.fill()
    with pytest.raises(DiskFull):
        unlock.create(disk.place, PASSPHRASE, chain, cost=CHEAP)
    assert unlock.status(disk.place, now=NOW) == NoVault()
    assert not list(disk.place.parent.iterdir())
    disk.free()
    unlock.create(disk.place, PASSPHRASE, chain, cost=CHEAP).close()


def test_any_other_error_of_the_disk_is_told_and_keeps_what_was_saved(
    vault: Vault, vault_place: Path
) -> None:
    vault.close()
    with child(save_past_a_size, vault_place) as (_, said):
        assert said.recv() == ("DiskFailing", True)


def test_a_disk_that_can_only_be_read_is_named_as_such(disk: SmallDisk) -> None:
    new_vault(disk.place).close()
    disk.remount("ro")
    with pytest.raises(ReadOnly):
        open_vault(disk.place)
    with pytest.raises(ReadOnly):
        new_vault(disk.folder / "w" / ("6f" * 16))
    disk.remount("rw")
    open_vault(disk.place).close()


@pytest.mark.logs_warning
def test_a_journal_that_can_only_be_read_is_opened_to_be_read_and_stays_as_it_is(disk: SmallDisk) -> None:
    vault = new_vault(disk.place)
    whose = participant(vault)
    note(vault, whose, facts="Mødtes på biblioteket.")
    vault.close()
    open_vault(disk.place).close()
    before = {path.name: path.read_bytes() for path in disk.place.iterdir() if path.is_file()}
    disk.remount("ro")
    frozen = reading.open(disk.place, PASSPHRASE, keychain_of(disk.place), now=NOW)
    assert not reading.is_incomplete(frozen)
    assert [name for _, name in reading.names(frozen)] == ["Amira Holm"]
    found = reading.case(frozen, whose)
    assert found is not None
    assert [one.facts for one in found.notes] == ["Mødtes på biblioteket."]
    with pytest.raises(ReadOnly), frozen.begin():
        pass
    frozen.close()
    with pytest.raises(WrongPassphrase):
        reading.open(disk.place, "syv blå vogne holder stille", keychain_of(disk.place), now=NOW)
    assert {path.name: path.read_bytes() for path in disk.place.iterdir() if path.is_file()} == before
    disk.remount("rw")


@pytest.mark.logs_warning
def test_what_is_in_the_log_alone_is_said_to_be_missing_where_it_cannot_be_folded_in(disk: SmallDisk) -> None:
    vault = new_vault(disk.place)
    vault.close()
    vault = open_vault(disk.place)
    participant(vault)
    wal = (disk.place / (JOURNAL + "-wal")).read_bytes()
    vault.close()
    (disk.place / (JOURNAL + "-wal")).write_bytes(wal)
    disk.remount("ro")
    frozen = reading.open(disk.place, PASSPHRASE, keychain_of(disk.place), now=NOW)
    assert reading.is_incomplete(frozen)
    frozen.close()
    disk.remount("rw")
