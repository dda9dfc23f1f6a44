"""Changing the passphrase: one of the two opens the vault afterwards, also when the power goes."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest

from app.errors import PassphraseTooWeak, WrongPassphrase
from app.services import unlock
from app.vault import keyfile, keys
from app.vault.place import KEY_COPY, KEY_FILE
from app.vault.vault import Vault
from tests.vault_children import change_passphrase_until_killed, child, heard
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, keychain_of, open_vault

OTHER = "syv blå vogne holder stille"
KILLS = 12


def _change(vault: Vault, old: str, new: str) -> None:
    unlock.change_passphrase(vault, old=old, new=new, keychain=keychain_of(vault.place), now=NOW, cost=CHEAP)


def _opens(place: Path, passphrase: str) -> bool:
    (place / "state.json").unlink(missing_ok=True)
    try:
        open_vault(place, passphrase).close()
    except WrongPassphrase:
        return False
    return True


def test_the_new_one_opens_it_and_the_old_one_does_not(vault: Vault, vault_place: Path) -> None:
    _change(vault, PASSPHRASE, OTHER)
    with vault.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE t (x)")
    vault.close()
    assert _opens(vault_place, OTHER)
    assert not _opens(vault_place, PASSPHRASE)


def test_no_copy_keeps_the_old_one(vault: Vault, vault_place: Path) -> None:
    before, _ = keyfile.read(vault_place)
    _change(vault, PASSPHRASE, OTHER)
    after, repair = keyfile.read(vault_place)
    assert not repair
    assert (vault_place / KEY_FILE).read_bytes() == (vault_place / KEY_COPY).read_bytes()
    assert (after.epoch, after.gen, len(after.slots)) == (before.epoch + 1, before.gen, 1)
    assert after.slots[0]["kdf"] != before.slots[0]["kdf"]


def test_other_ways_in_are_kept_word_for_word(vault: Vault, vault_place: Path) -> None:
    file, _ = keyfile.read(vault_place)
    secret = keychain_of(vault_place).get(file.vault)
    assert secret is not None
    key = keys.open_passphrase_slot(file.vault, file.slots[0], PASSPHRASE, secret)
    assert key is not None
    smartcard = {"gen": 1, "id": "c4", "type": "pkcs11", "ø": [1, {"a": None}]}
    keyfile.write(vault_place, keys.sealed(file.next((smartcard, *file.slots)), key))
    _change(vault, PASSPHRASE, OTHER)
    assert smartcard in keyfile.read(vault_place)[0].slots
    vault.close()
    assert _opens(vault_place, OTHER)


def test_a_wrong_old_one_or_a_weak_new_one_changes_nothing(vault: Vault, vault_place: Path) -> None:
    before = (vault_place / KEY_FILE).read_bytes()
    with pytest.raises(WrongPassphrase):
        _change(vault, OTHER, OTHER)
    with pytest.raises(PassphraseTooWeak):
        _change(vault, PASSPHRASE, "for kort")
    assert (vault_place / KEY_FILE).read_bytes() == before


def test_a_kill_in_the_middle_leaves_exactly_one_that_opens(vault: Vault, vault_place: Path) -> None:
    vault.close()
    rng = random.Random(4)  # noqa: S311 - when to kill
    known, other, changes = PASSPHRASE, OTHER, 0
    for turn in range(KILLS):
        with child(change_passphrase_until_killed, vault_place, known, other) as (process, said):
            assert said.recv() == known
            # On a busy computer a kill may always come first; every third waits for one change.
            first = [said.recv()] if turn % 3 == 0 else []
            timer = threading.Timer(rng.uniform(0.0, 0.15), process.kill)
            timer.start()
            acknowledged = first + heard(said)
            timer.join()
        changes += len(acknowledged)
        opening = [words for words in (known, other) if _opens(vault_place, words)]
        assert len(opening) == 1
        if opening[0] != known:
            known, other = other, known
    assert changes > 0, "the kills came before anything was changed"
    assert (vault_place / KEY_FILE).read_bytes() == (vault_place / KEY_COPY).read_bytes()


@pytest.mark.parametrize("which", [KEY_FILE, KEY_COPY])
def test_a_change_that_reached_one_copy_only_is_finished_at_unlock(
    vault: Vault, vault_place: Path, which: str
) -> None:
    """The second is what a crash leaves; the first is what somebody's restored backup would."""
    old = (vault_place / which).read_bytes()
    _change(vault, PASSPHRASE, OTHER)
    (vault_place / which).write_bytes(old)
    vault.close()
    opened = open_vault(vault_place, OTHER)
    assert opened.repaired
    opened.close()
    assert (vault_place / KEY_FILE).read_bytes() == (vault_place / KEY_COPY).read_bytes() != old
    assert not _opens(vault_place, PASSPHRASE)
