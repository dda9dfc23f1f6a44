"""A medium that fails under an open journal, for real: on a loop device, with the kernel's own errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.errors import DiskFailing, DiskFull, FeltjournalError, VaultGone
from app.services import reading
from app.vault import check
from app.vault.vault import Vault
from tests import block_device
from tests.block_device import Medium
from tests.journal_parts import note, participant
from tests.vault_parts import NOW, PASSPHRASE, keychain_of, new_vault, open_vault
from ui.text import explain

pytestmark = [
    pytest.mark.skipif(not block_device.is_possible(), reason="needs root and a loop device"),
    pytest.mark.logs_warning,
]
Harm = Callable[[Medium], None]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Medium]:
    with block_device.medium(tmp_path) as made:
        yield made


def _save(vault: Vault, whose: UUID, numbers: range) -> tuple[set[str], list[FeltjournalError]]:
    """The notes that were acknowledged, and what was said instead of the others."""
    saved, refused = set(), []
    for number in numbers:
        text = f"Mødtes på biblioteket for gang {number}. " * 40
        try:
            saved.add(note(vault, whose, facts=text).facts)
        except FeltjournalError as error:
            refused.append(error)
    return saved, refused


def _facts(vault: Vault) -> set[str]:
    with vault.read() as tx:
        return set(tx.exec_driver_sql("SELECT facts FROM note").scalars().all())


def _sound(place: Path) -> set[str]:
    """What a later start finds."""
    again = open_vault(place)
    assert check.contents(again) == ()
    verdict = again.verify_chain()
    assert verdict is not None
    assert verdict.sound
    found = _facts(again)
    again.close()
    return found


@pytest.mark.parametrize(
    ("harm", "error", "said"),
    [
        (Medium.abort, DiskFailing, "disken svarer med fejl"),
        (Medium.shut_down, DiskFailing, "disken svarer med fejl"),
        (Medium.lose_writes, DiskFailing, "disken svarer med fejl"),
        (Medium.fill, DiskFull, "disken er fuld"),
        (Medium.take_out, VaultGone, "ligger ikke længere, hvor den lå"),
    ],
    ids=["turned read-only", "shut down", "writes lost", "full", "taken out"],
)
def test_no_note_is_called_saved_that_a_later_start_does_not_find(
    disk: Medium, harm: Harm, error: type[FeltjournalError], said: str
) -> None:
    place = disk.folder / "v"
    vault = new_vault(place)
    whose = participant(vault)
    saved, refused = _save(vault, whose, range(3))
    assert not refused
    harm(disk)
    more, refused = _save(vault, whose, range(3, 40))
    assert refused
    assert {type(one) for one in refused} == {error}
    for one in refused[:1]:
        assert said in explain(one)
        assert "Teksten står stadig her" in explain(one)
    vault.close()
    if harm is not Medium.take_out:
        disk.take_out()
    disk.image.with_name("filler").unlink(missing_ok=True)
    disk.mount()
    (disk.folder / "filler").unlink(missing_ok=True)
    assert saved | more <= _sound(place)


def test_a_drive_that_is_put_back_takes_the_note_after_all(disk: Medium) -> None:
    vault = new_vault(disk.folder / "v")
    whose = participant(vault)
    vault.checkpoint()
    disk.take_out()
    _, (refused,) = _save(vault, whose, range(1))
    assert isinstance(refused, VaultGone)
    disk.mount()
    saved, again = _save(vault, whose, range(1))
    vault.close()
    assert saved <= _sound(disk.folder / "v")
    assert saved or isinstance(again[0], VaultGone)


def test_a_disk_the_system_has_turned_read_only_can_still_be_read_from(disk: Medium) -> None:
    vault = new_vault(disk.folder / "v")
    participant(vault)
    vault.checkpoint()
    vault.close()
    disk.abort()
    frozen = reading.open(disk.folder / "v", PASSPHRASE, keychain_of(disk.folder / "v"), now=NOW)
    assert [name for _, name in reading.names(frozen)] == ["Amira Holm"]
    frozen.close()
