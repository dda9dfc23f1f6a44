"""What the server remembers of this computer's own chain: an old file put back is told, also when the keychain was, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services import integrity
from app.store import keeping
from app.vault.place import JOURNAL, RESCUE
from app.vault.vault import Vault
from tests.journal_parts import note, participant
from tests.vault_parts import keychain_of, open_vault


def _told(vault: Vault) -> tuple[int, str]:
    """What a greeting says of the chain."""
    with vault.read() as tx:
        return keeping.newest_link(tx)


def _greeted(place: Path, n: int, mac: str) -> int:
    """What the person is told of at the unlock after a greeting that was answered so."""
    vault = open_vault(place)
    with vault.begin() as tx:
        keeping.compare(tx, n, mac)
    vault.close()
    vault = open_vault(place)
    found = integrity.account(vault)
    integrity.accept(vault)
    assert integrity.account(vault) is None
    vault.close()
    return 0 if found is None else found.fallen


def test_a_server_that_knows_more_than_the_file_is_believed(vault: Vault, vault_place: Path) -> None:
    vault.close()
    vault = open_vault(vault_place)
    whose = participant(vault)
    vault.close()
    old = (vault_place / JOURNAL).read_bytes()
    anchor = keychain_of(vault_place).anchor(vault_place.name)
    vault = open_vault(vault_place)
    note(vault, whose)
    note(vault, whose)
    known = _told(vault)
    vault.close()
    (vault_place / JOURNAL).write_bytes(old)  # the whole home put back: file, keychain and all
    keychain_of(vault_place).set_anchor(vault_place.name, anchor or b"")
    for record in (vault_place / RESCUE).iterdir():
        record.unlink()
    vault = open_vault(vault_place)
    assert integrity.account(vault) is None, "this computer alone cannot know"
    vault.close()
    assert _greeted(vault_place, *known) >= 1


def test_what_the_server_knew_and_the_file_has_is_no_news(vault: Vault, vault_place: Path) -> None:
    vault.close()
    vault = open_vault(vault_place)
    whose = participant(vault)
    known = _told(vault)
    note(vault, whose)
    vault.close()
    assert _greeted(vault_place, *known) == 0
    n, mac = known
    assert _greeted(vault_place, n, mac[::-1]) == 1, "another link of that number: another file"


@pytest.mark.logs_warning
def test_what_was_told_at_unlock_is_not_told_again_after_the_next_meeting(
    vault: Vault, vault_place: Path
) -> None:
    vault.close()
    vault = open_vault(vault_place)
    whose = participant(vault)
    vault.close()
    old = (vault_place / JOURNAL).read_bytes()
    vault = open_vault(vault_place)
    note(vault, whose)
    note(vault, whose)
    n, mac = _told(vault)
    vault.close()
    (vault_place / JOURNAL).write_bytes(old)
    for record in (vault_place / RESCUE).iterdir():
        record.unlink()
    vault = open_vault(vault_place)
    found = integrity.account(vault)
    assert found is not None
    assert found.behind
    integrity.accept(vault)
    vault.close()
    assert _greeted(vault_place, n + 9, mac) == 0
    assert _greeted(vault_place, n + 9, mac) > 0
