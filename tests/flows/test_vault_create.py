"""Making a vault: whatever fails on the way, a second try works and nothing that was there is touched."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import KeychainDenied, KeychainLocked, VaultExists
from app.services import unlock
from app.services.unlock import NoVault
from app.vault import keyfile, keys
from app.vault.keychain import FolderKeychain
from app.vault.keys import RecoveryKey
from app.vault.place import JOURNAL, KEY_COPY, KEY_FILE, LOCK
from tests.vault_children import child, create_and_be_killed, heard
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, keychain_of, new_vault, open_vault


class Refusing(FolderKeychain):
    """A keychain that a person has not unlocked."""

    def put(self, vault: str, secret: bytes) -> None:
        raise KeychainLocked


class Forgetful(FolderKeychain):
    """A keychain that says yes and keeps something else."""

    def put(self, vault: str, secret: bytes) -> None:
        super().put(vault, b"\0" * 32)


@pytest.mark.parametrize(("kind", "error"), [(Refusing, KeychainLocked), (Forgetful, KeychainDenied)])
def test_a_keychain_that_does_not_keep_the_secret_makes_no_vault(
    vault_place: Path, kind: type[FolderKeychain], error: type[Exception]
) -> None:
    chain = kind(vault_place.parent / "keychain")
    with pytest.raises(error):
        unlock.create(vault_place, PASSPHRASE, chain, cost=CHEAP)
    assert unlock.status(vault_place, now=NOW) == NoVault()
    assert not [path for path in vault_place.parent.rglob("*") if path.is_file()]
    new_vault(vault_place).close()
    open_vault(vault_place).close()


def test_a_new_vault_is_whole_and_private(vault_place: Path) -> None:
    vault = new_vault(vault_place)
    assert vault.id == vault_place.name
    vault.close()
    assert {path.name for path in vault_place.iterdir()} == {KEY_FILE, KEY_COPY, JOURNAL, LOCK}
    assert all(path.stat().st_mode & 0o077 == 0 for path in (vault_place, *vault_place.iterdir()))
    assert not list(vault_place.parent.glob(".making-*"))


def test_a_second_vault_at_the_same_place_is_refused(vault_place: Path) -> None:
    new_vault(vault_place).close()
    before = (vault_place / KEY_FILE).read_bytes()
    with pytest.raises(VaultExists):
        new_vault(vault_place)
    assert (vault_place / KEY_FILE).read_bytes() == before
    open_vault(vault_place).close()


def test_the_secret_of_a_vault_that_was_moved_away_is_never_overwritten(vault_place: Path) -> None:
    new_vault(vault_place).close()
    aside = vault_place.with_name("aside")
    vault_place.rename(aside)
    new_vault(vault_place).close()
    open_vault(vault_place).close()
    open_vault(aside).close()


def test_two_vaults_share_no_key(vault_place: Path, tmp_path: Path) -> None:
    one, two = new_vault(vault_place), new_vault(tmp_path / "w" / ("6f" * 16))
    assert one.public_key != two.public_key
    assert one._key != two._key
    one.close()
    two.close()


def test_a_policy_with_a_recovery_key_adds_a_way_in_for_the_municipality(vault_place: Path) -> None:
    officer = X25519PrivateKey.generate()
    recovery = RecoveryKey("kommune-2026-1", officer.public_key().public_bytes_raw())
    vault = unlock.create(vault_place, PASSPHRASE, keychain_of(vault_place), recovery=recovery, cost=CHEAP)
    database_key = bytes(vault._key or b"")
    vault.close()
    file, _ = keyfile.read(vault_place)
    (slot,) = file.slots_of(keys.RECOVERY)
    key = keys.open_recovery_slot(file.vault, slot, officer.private_bytes_raw())
    assert key is not None
    assert keys.is_genuine(file, key)
    assert keys.database_key(file, key) == database_key


def test_a_kill_while_making_it_leaves_none_or_a_whole_one(vault_place: Path) -> None:
    rng = random.Random(9)  # noqa: S311 - when to kill
    made = 0
    for _ in range(8):
        with child(create_and_be_killed, vault_place) as (process, said):
            assert said.recv() == "begin"
            timer = threading.Timer(rng.uniform(0.0, 0.3), process.kill)
            timer.start()
            heard(said)
            timer.join()
        if unlock.status(vault_place, now=NOW) != NoVault():
            open_vault(vault_place).close()
            vault_place.rename(vault_place.with_name(f"made-{made}"))
            made += 1
    new_vault(vault_place).close()
    assert not list(vault_place.parent.glob(".making-*")), "the workshop of a killed run was not swept"
