"""Damage in the journal's file: which page it is on, told where it is met and again at the next unlock."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from app.errors import VaultDamaged
from app.services import integrity, journal
from app.vault.place import DAMAGE, JOURNAL
from app.vault.vault import Vault
from tests.journal_parts import NOW, decrypted, note, participant
from tests.vault_parts import open_vault

PAGE = 4096


def flip(path: Path, page: int) -> None:
    """`page`: counted from one."""
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + 100)
        file.write(b"\x5a" * 16)


def filled(vault: Vault, notes: int = 60) -> UUID:
    whose = participant(vault)
    for n in range(notes):
        note(vault, whose, facts=f"Mødtes og talte om job nummer {n}. " + "Det gik godt. " * 60)
    return whose


def page_of(vault: Vault, text: str) -> int:
    """The leaf of the tables on which a text lies, counted from one; the vault is closed afterwards."""
    vault.checkpoint()
    found = [n for n, page in enumerate(decrypted(vault), 1) if text.encode() in page and page[0] == 13]
    vault.close()
    return found[0]


@pytest.mark.parametrize("page", [1, 2])
def test_a_journal_that_cannot_be_opened_names_the_page(vault: Vault, vault_place: Path, page: int) -> None:
    filled(vault, 3)
    vault.close()
    flip(vault_place / JOURNAL, page)
    with pytest.raises(VaultDamaged) as caught:
        open_vault(vault_place)
    assert caught.value.pages == (page,)


def test_a_page_met_in_the_middle_of_the_work_is_named_and_told_again_at_the_next_unlock(
    vault: Vault, vault_place: Path
) -> None:
    """The page lies where no unlock reads."""
    whose = filled(vault)
    page = page_of(vault, "job nummer 5.")
    flip(vault_place / JOURNAL, page)
    again = open_vault(vault_place)
    assert integrity.account(again) is None
    with pytest.raises(VaultDamaged) as caught:
        journal.timeline(again, whose, now=NOW)
    assert caught.value.pages == (page,)
    again.close()
    again = open_vault(vault_place)
    account = integrity.account(again)
    assert account is not None
    assert (account.damaged, account.pages) == (True, (page,))
    again.close()


def test_a_journal_that_is_sound_again_is_opened_without_a_word(vault: Vault, vault_place: Path) -> None:
    whose = filled(vault)
    page = page_of(vault, "job nummer 5.")
    sound = (vault_place / JOURNAL).read_bytes()
    flip(vault_place / JOURNAL, page)
    again = open_vault(vault_place)
    with pytest.raises(VaultDamaged):
        journal.timeline(again, whose, now=NOW)
    again.abandon()
    assert (vault_place / DAMAGE).exists()
    (vault_place / JOURNAL).write_bytes(sound)
    for side in ("-wal", "-shm"):
        (vault_place / (JOURNAL + side)).unlink(missing_ok=True)
    again = open_vault(vault_place)
    assert integrity.account(again) is None
    assert not (vault_place / DAMAGE).exists()
    again.close()


def test_another_vaults_file_in_the_journals_place_is_damage_without_a_page(
    vault: Vault, vault_place: Path
) -> None:
    vault.close()
    with (vault_place / JOURNAL).open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(0)
        file.write(b"\x5a" * size)
    with pytest.raises(VaultDamaged) as caught:
        open_vault(vault_place)
    assert caught.value.pages == ()
