"""Two secrets make one key; each of them alone, and any change around them, makes none."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from app.errors import KeyFileDamaged
from app.vault import keys
from app.vault.keyfile import KeyFile, Slot
from app.vault.keys import Cost, RecoveryKey
from tests.vault_parts import CHEAP, PASSPHRASE

VAULT = "5e" * 16
KEY, SECRET = b"k" * 32, b"d" * 32
SLOT = keys.passphrase_slot(VAULT, 1, KEY, PASSPHRASE, SECRET, cost=CHEAP, keychain="here")


def test_argon2id_is_the_one_of_rfc_9106() -> None:
    derived = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=b"\x04" * 12,
        secret=b"\x03" * 8,
    ).derive(b"\x01" * 32)
    assert derived.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_passphrase_and_device_secret_together_open_the_slot() -> None:
    assert keys.open_passphrase_slot(VAULT, SLOT, PASSPHRASE, SECRET) == KEY


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_keyboard_that_composes_letters_otherwise_opens_it_too(form: Any) -> None:
    chosen = "på en blå gård bor andrée"  # å and é can be one character or two; æ and ø cannot
    assert unicodedata.normalize("NFD", chosen) != chosen
    slot = keys.passphrase_slot(VAULT, 1, KEY, chosen, SECRET, cost=CHEAP, keychain="here")
    assert keys.open_passphrase_slot(VAULT, slot, unicodedata.normalize(form, chosen), SECRET) == KEY


def test_neither_secret_opens_it_alone() -> None:
    assert keys.open_passphrase_slot(VAULT, SLOT, PASSPHRASE + "r", SECRET) is None
    assert keys.open_passphrase_slot(VAULT, SLOT, PASSPHRASE, b"e" * 32) is None
    assert keys.open_passphrase_slot("5f" * 16, SLOT, PASSPHRASE, SECRET) is None
    assert keys.open_passphrase_slot(VAULT, SLOT, "\ud800 en løs surrogat", SECRET) is None


@pytest.mark.parametrize("field", ["ds_id", "gen", "id", "keyring", "type"])
def test_a_slot_whose_description_was_changed_does_not_open(field: str) -> None:
    other: Slot = {**SLOT, field: 2 if field == "gen" else "x"}
    assert keys.open_passphrase_slot(VAULT, other, PASSPHRASE, SECRET) is None


def test_two_slots_of_the_same_secrets_share_nothing() -> None:
    again = keys.passphrase_slot(VAULT, 1, KEY, PASSPHRASE, SECRET, cost=CHEAP, keychain="here")
    assert not {again["ct"], again["nonce"], again["id"]} & {SLOT["ct"], SLOT["nonce"], SLOT["id"]}
    assert again["kdf"] != SLOT["kdf"]


_KDF: dict[str, Any] = {"alg": "argon2id", "m_kib": 8192, "p": 1, "salt": "A" * 22 + "==", "t": 1, "v": 19}


@pytest.mark.parametrize(
    "change",
    [
        {"m_kib": 1 << 30},
        {"m_kib": (1 << 20) + 1},
        {"m_kib": 1024},
        {"m_kib": "8192"},
        {"m_kib": True},
        {"t": 0},
        {"t": 11},
        {"p": 9},
        {"p": 0},
        {"alg": "argon2d"},
        {"v": 16},
        {"salt": "AAAA"},
    ],
)
def test_costs_out_of_bounds_are_refused_before_they_are_run(change: dict[str, object]) -> None:
    with pytest.raises(KeyFileDamaged):
        keys.open_passphrase_slot(VAULT, {**SLOT, "kdf": {**_KDF, **change}}, PASSPHRASE, SECRET)


@pytest.mark.parametrize(
    "change", [{"kdf": None}, {"ct": "AAAA"}, {"nonce": "AAAA"}, {"ct": 7}, {"nonce": "ø"}]
)
def test_a_slot_that_is_no_slot_is_damage(change: dict[str, object]) -> None:
    with pytest.raises(KeyFileDamaged):
        keys.open_passphrase_slot(VAULT, {**SLOT, **change}, PASSPHRASE, SECRET)


def test_the_municipality_opens_its_own_slot_and_nobody_else_does() -> None:
    officer = X25519PrivateKey.generate()
    recovery = RecoveryKey("kommune-2026-1", officer.public_key().public_bytes_raw())
    slot = keys.recovery_slot(VAULT, 1, KEY, recovery)
    assert slot["suite"] == "X25519/HKDF-SHA256/AES-256-GCM"
    assert slot["kid"] == "kommune-2026-1"
    assert keys.open_recovery_slot(VAULT, slot, officer.private_bytes_raw()) == KEY
    assert keys.open_recovery_slot(VAULT, slot, X25519PrivateKey.generate().private_bytes_raw()) is None
    for other in ({**slot, "gen": 2}, {**slot, "kid": "x"}, {**slot, "suite": "ML-KEM"}):
        assert keys.open_recovery_slot(VAULT, other, officer.private_bytes_raw()) is None
    assert keys.open_recovery_slot("5f" * 16, slot, officer.private_bytes_raw()) is None


FILE = KeyFile(VAULT, 1, 1, b"s" * 16, (SLOT,))


@given(st.sampled_from(["epoch", "gen", "pending"]), st.integers(2, 1 << 40))
def test_the_mac_covers_every_number(field: str, value: int) -> None:
    sealed = keys.sealed(FILE, KEY)
    assert keys.is_genuine(sealed, KEY)
    change: dict[str, Any] = {field: value}
    assert not keys.is_genuine(replace(sealed, **change), KEY)


def test_the_mac_covers_salt_slots_and_id_and_needs_the_vault_key() -> None:
    sealed = keys.sealed(FILE, KEY)
    assert not keys.is_genuine(sealed, b"j" * 32)
    assert not keys.is_genuine(replace(sealed, salt_db=b"t" * 16), KEY)
    assert not keys.is_genuine(replace(sealed, slots=()), KEY)
    assert not keys.is_genuine(replace(sealed, vault="5f" * 16), KEY)


def test_each_vault_and_each_generation_has_its_own_database_key() -> None:
    files = [FILE, replace(FILE, gen=2), replace(FILE, vault="5f" * 16)]
    assert len({keys.database_key(file, KEY) for file in files} | {KEY}) == 4


def test_calibration_stays_between_64_and_256_mib() -> None:
    cost = keys.calibrate()
    assert 64 << 10 <= cost.m_kib <= 256 << 10
    assert (cost.t, cost.p) == (3, 1)
    assert Cost() == Cost(64 << 10, 3, 1)
