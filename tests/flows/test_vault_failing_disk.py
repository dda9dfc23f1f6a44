"""A medium that fails under the journal: read errors, writes that do not arrive, a drive that is gone. Said, never lost."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import DiskFailing, VaultGone, VaultTooNew
from app.services import salvaging, unlock, upkeep
from app.vault import check, place, rescue
from app.vault.erase import erase
from app.vault.place import JOURNAL, KEY_COPY, KEY_FILE
from app.vault.vault import Vault
from tests.failing_disk import acted
from tests.journal_parts import note, participant
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, keychain_of, open_vault

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace injects the errors")
NEW = "syv blå vogne holder stille"


@pytest.fixture
def filled(vault: Vault, vault_place: Path) -> Path:
    whose = participant(vault)
    for number in range(40):
        note(vault, whose, facts=f"Mødtes på biblioteket for gang {number}. " * 20)
    vault.close()
    open_vault(vault_place).close()
    return vault_place


def _kept(at: Path) -> dict[str, bytes]:
    return {name: (at / name).read_bytes() for name in (JOURNAL, KEY_FILE, KEY_COPY)}


def _facts(vault: Vault) -> set[str]:
    with vault.read() as tx:
        return set(tx.exec_driver_sql("SELECT facts FROM note").scalars().all())


def test_a_disk_that_cannot_be_read_is_called_that_and_nothing_is_changed(filled: Path) -> None:
    before = _kept(filled)
    assert acted("open", filled, "pread64", "4+") == {"error": "DiskFailing"}
    assert _kept(filled) == before
    open_vault(filled).close()


def test_around_a_block_that_cannot_be_read_the_rest_is_saved_and_the_original_stays(filled: Path) -> None:
    before = (filled / JOURNAL).read_bytes()
    # Some reads are of what no table can be read without: then it is called a failing disk, and nothing has changed.
    tried = (acted("salvage", filled, "pread64", str(number)) for number in range(300, 305))
    found = next(done for done in tried if "damaged" in done)
    assert found["damaged"], "the disk never failed"
    assert (filled / found["original"]).read_bytes() == before
    again = open_vault(filled)
    assert len(_facts(again)) == 40
    assert check.contents(again) == ()
    again.close()


@pytest.mark.parametrize("when", ["1+", "200+"])
def test_when_not_even_the_list_of_tables_can_be_read_nothing_takes_the_journals_place(
    filled: Path, when: str
) -> None:
    """Nor when the disk gives up on the way."""
    before = _kept(filled)
    assert acted("salvage", filled, "pread64", when)["error"] in ("VaultDamaged", "DiskFailing")
    assert _kept(filled) == before
    assert not list(filled.glob("*.damaged-*"))
    assert not (filled / place.WORKSHOP).exists()
    open_vault(filled).close()


def test_a_note_that_does_not_reach_the_disk_is_never_called_saved(filled: Path) -> None:
    found = acted("save", filled, "fdatasync,fsync", "2..3", side="-wal")
    assert set(found["refused"]) == {"DiskFailing"}
    again = open_vault(filled)
    assert set(found["saved"]) <= _facts(again)
    assert check.contents(again) == ()
    verdict = again.verify_chain()
    assert verdict is not None
    assert verdict.sound
    again.close()


def _delete(folder: Path) -> None:
    shutil.rmtree(folder)


def _rename(folder: Path) -> None:
    folder.rename(folder.with_name("andetsteds"))


def _another(folder: Path) -> None:
    shutil.copy(folder / JOURNAL, folder / "kopi")
    os.replace(folder / "kopi", folder / JOURNAL)


@pytest.mark.logs_warning
@pytest.mark.parametrize("gone", [_delete, _rename, _another])
def test_a_journal_taken_away_while_it_is_open_takes_no_note_with_it(
    vault: Vault, vault_place: Path, gone: Callable[[Path], None]
) -> None:
    """The system would let one write on into a file that nobody finds again."""
    whose = participant(vault)
    vault.checkpoint()
    gone(vault_place)
    with pytest.raises(VaultGone):
        note(vault, whose)
    vault.close()


@pytest.mark.logs_warning
def test_a_journal_that_comes_back_takes_the_note_after_all(vault: Vault, vault_place: Path) -> None:
    whose = participant(vault)
    aside = vault_place.with_name("andetsteds")
    vault_place.rename(aside)
    with pytest.raises(VaultGone):
        note(vault, whose, facts="Mødtes på biblioteket.")
    aside.rename(vault_place)
    note(vault, whose, facts="Mødtes på biblioteket.")
    vault.close()
    again = open_vault(vault_place)
    assert _facts(again) == {"Mødtes på biblioteket."}
    again.close()


@pytest.mark.logs_warning
def test_a_passphrase_of_which_only_one_copy_could_be_written_is_the_new_one(
    vault: Vault, vault_place: Path
) -> None:
    """The first copy counts, so nobody may be told that the old passphrase goes on."""
    (vault_place / (KEY_COPY + ".tmp")).mkdir()  # the second copy cannot be written
    unlock.change_passphrase(
        vault, old=PASSPHRASE, new=NEW, keychain=keychain_of(vault_place), now=NOW, cost=CHEAP
    )
    vault.close()
    (vault_place / (KEY_COPY + ".tmp")).rmdir()
    again = open_vault(vault_place, NEW)
    assert again.repaired
    again.close()
    assert (vault_place / KEY_FILE).read_bytes() == (vault_place / KEY_COPY).read_bytes()


@pytest.mark.logs_warning
@pytest.mark.parametrize("alone", [rescue.ALONE, 0.0], ids=["at once", "side by side"])
def test_a_receipt_whose_rescue_record_cannot_be_removed_is_a_receipt(
    vault: Vault, vault_place: Path, alone: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rescue, "ALONE", alone)
    whose = participant(vault)
    for _ in range(rescue.FEW + 2):
        note(vault, whose)
    record = min((vault_place / place.RESCUE).iterdir())
    record.unlink()
    record.mkdir()  # as a virus scanner's hand on the file: it cannot be unlinked
    with vault.begin() as tx:
        tx.exec_driver_sql("UPDATE outbox SET state = 'acked'")
    with vault.read() as tx:
        assert set(tx.exec_driver_sql("SELECT state FROM outbox").scalars()) == {"acked"}
    assert len(list((vault_place / place.RESCUE).iterdir())) == 2  # that one, and the newest


def test_a_wipe_goes_on_past_what_the_disk_will_not_let_go(vault: Vault, vault_place: Path) -> None:
    upkeep.make_backup(vault, now=NOW)
    (vault_place / KEY_COPY).unlink()
    (vault_place / KEY_COPY).mkdir()
    with pytest.raises(DiskFailing):
        erase(vault)
    assert keychain_of(vault_place).get(vault.id) is None
    left = {path.name for path in vault_place.iterdir()}
    assert left <= {KEY_COPY, place.LOCK}


def test_two_salvages_in_one_second_keep_both_originals(filled: Path) -> None:
    before = (filled / JOURNAL).read_bytes()
    first = salvaging.salvage(filled, PASSPHRASE, keychain_of(filled), now=NOW)
    second = salvaging.salvage(filled, PASSPHRASE, keychain_of(filled), now=NOW)
    assert first.original != second.original
    assert first.original.read_bytes() == before


def test_a_journal_of_a_newer_program_is_not_salvaged_by_an_older_one(
    vault: Vault, vault_place: Path
) -> None:
    with vault.begin() as tx:
        tx.exec_driver_sql("PRAGMA user_version = 999")
    vault.close()
    before = _kept(vault_place)
    with pytest.raises(VaultTooNew):
        salvaging.salvage(vault_place, PASSPHRASE, keychain_of(vault_place), now=NOW)
    assert _kept(vault_place) == before


def test_a_lock_the_disk_refuses_is_no_other_window(vault: Vault, vault_place: Path) -> None:
    vault.close()
    lock = vault_place / place.LOCK
    lock.unlink()
    lock.symlink_to("/proc/self/no-such-file")
    with pytest.raises(DiskFailing):
        open_vault(vault_place)
