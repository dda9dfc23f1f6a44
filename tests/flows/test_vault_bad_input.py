"""What stands in the way of opening: each told apart, and nothing of it ever made new or thrown away."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import (
    BadLocation,
    DeviceSecretForeign,
    DeviceSecretMissing,
    FeltjournalError,
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileTooNew,
    TooManyAttempts,
    VaultDamaged,
    VaultEmpty,
    VaultExists,
    VaultMissing,
    VaultTooNew,
    WrongPassphrase,
)
from app.services import integrity, unlock
from app.services.unlock import Broken, Ready
from app.vault import keyfile
from app.vault.place import JOURNAL, KEY_COPY, KEY_FILE, STATE
from app.vault.vault import Vault
from tests.vault_children import child, stretch_in_little_memory
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, keychain_of, new_vault, open_vault

Damage = Callable[[Path], object]


@pytest.fixture
def closed(vault: Vault, vault_place: Path) -> Path:
    vault.close()
    return vault_place


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault that tests copy instead of making one each."""
    place = tmp_path_factory.mktemp("pattern") / "v" / ("5e" * 16)
    new_vault(place).close()
    return place


def _files(place: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in place.iterdir() if path.name not in (STATE, "vault.lock")
    }


def _truncate(name: str, size: int) -> Damage:
    return lambda place: os.truncate(place / name, size)


def _remove(*names: str) -> Damage:
    def damage(place: Path) -> None:
        for name in names:
            (place / name).unlink()

    return damage


def _overwrite(name: str, start: int, length: int) -> Damage:
    def damage(place: Path) -> None:
        with (place / name).open("r+b") as file:
            file.seek(start)
            file.write(b"\x5a" * length)

    return damage


def _both_key_files(content: bytes) -> Damage:
    return lambda place: [(place / name).write_bytes(content) for name in (KEY_FILE, KEY_COPY)]


def _foreign_secret(place: Path) -> None:
    chain = keychain_of(place)
    chain.put("5e" * 16, b"x" * 32)


def _garbled_secret(place: Path) -> None:
    (place.parent / "keychain" / ("5e" * 16)).write_text("ikke base64 !!")


def _newer_format(place: Path) -> None:
    content = json.loads((place / KEY_FILE).read_bytes()) | {"format": 2}
    content.pop("sum")
    _both_key_files(keyfile.canon({**content, "sum": keyfile._sum(content)}))(place)


DAMAGES: list[tuple[str, Damage, type[FeltjournalError]]] = [
    ("journal missing", _remove(JOURNAL), VaultMissing),
    ("journal of 0 bytes", _truncate(JOURNAL, 0), VaultEmpty),
    ("journal of 100 bytes", _truncate(JOURNAL, 100), VaultEmpty),
    ("journal cut to one page", _truncate(JOURNAL, 4096), VaultDamaged),
    ("journal cut in half", _truncate(JOURNAL, 4096 * 20), VaultDamaged),
    ("first page overwritten", _overwrite(JOURNAL, 0, 4096), VaultDamaged),
    ("second page overwritten", _overwrite(JOURNAL, 4096, 4096), VaultDamaged),
    ("journal is something else", lambda p: (p / JOURNAL).write_bytes(b"hej" * 5000), VaultDamaged),
    ("key files missing", _remove(KEY_FILE, KEY_COPY), KeyFileMissing),
    ("key files of 0 bytes", _both_key_files(b""), KeyFileDamaged),
    ("key files of another program", _both_key_files(b'{"magic":"OTHER"}'), KeyFileDamaged),
    ("key files of a later format", _newer_format, KeyFileTooNew),
    ("keychain empty", lambda p: keychain_of(p).remove("5e" * 16), DeviceSecretMissing),
    ("keychain of another vault", _foreign_secret, DeviceSecretForeign),
    ("keychain garbled", _garbled_secret, DeviceSecretForeign),
]


@pytest.mark.parametrize(("damage", "error"), [d[1:] for d in DAMAGES], ids=[d[0] for d in DAMAGES])
def test_each_damage_has_its_own_name_and_nothing_is_made_new(
    closed: Path, damage: Damage, error: type[FeltjournalError]
) -> None:
    damage(closed)
    before = _files(closed)
    for _ in range(2):
        with pytest.raises(error):
            open_vault(closed)
    assert {
        name: data for name, data in _files(closed).items() if not name.endswith(("-wal", "-shm"))
    } == before


@pytest.mark.parametrize(
    "damage", [d[1] for d in DAMAGES if d[2] is not DeviceSecretForeign], ids=lambda _: ""
)
def test_beside_any_part_of_a_vault_no_new_one_is_made(closed: Path, damage: Damage) -> None:
    damage(closed)
    before = _files(closed)
    with pytest.raises(VaultExists):
        new_vault(closed)
    assert _files(closed) == before


def test_the_window_is_told_before_anything_is_typed(closed: Path) -> None:
    (closed / JOURNAL).rename(closed / "elsewhere")
    assert isinstance(_broken(closed), VaultMissing)
    (closed / JOURNAL).write_bytes(b"")
    assert isinstance(_broken(closed), VaultEmpty)
    (closed / KEY_FILE).unlink()
    (closed / KEY_COPY).unlink()
    assert isinstance(_broken(closed), KeyFileMissing)


def _broken(place: Path) -> FeltjournalError:
    status = unlock.status(place, now=NOW)
    assert isinstance(status, Broken)
    return status.error


def test_the_journal_of_another_vault_is_refused(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / ("6f" * 16)
    new_vault(other).close()
    shutil.copy(other / JOURNAL, closed / JOURNAL)
    with pytest.raises(VaultDamaged):
        open_vault(closed)


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA application_id = 5", "DROP TABLE device_key", "DELETE FROM device_key"],
)
def test_a_journal_without_the_vaults_own_marks_is_refused(closed: Path, statement: str) -> None:
    vault = open_vault(closed)
    with vault.begin() as tx:
        tx.exec_driver_sql(statement)
    vault.close()
    with pytest.raises(VaultDamaged):
        open_vault(closed)


def test_a_journal_a_newer_program_has_used_is_refused_and_left_alone(closed: Path) -> None:
    vault = open_vault(closed)
    with vault.begin() as tx:
        tx.exec_driver_sql("PRAGMA user_version = 999")
    vault.close()
    before = _files(closed)
    with pytest.raises(VaultTooNew):
        open_vault(closed)
    assert _files(closed) == before


@pytest.mark.parametrize("name", [KEY_FILE, KEY_COPY])
@pytest.mark.parametrize(
    "damage", [_truncate, lambda name, _: _remove(name), lambda name, _: _overwrite(name, 9, 5)]
)
def test_one_good_copy_opens_and_puts_the_other_right(
    closed: Path, name: str, damage: Callable[[str, int], Damage]
) -> None:
    damage(name, 300)(closed)
    vault = open_vault(closed)
    assert integrity.was_repaired(vault)
    with vault.read() as tx:
        told = tx.exec_driver_sql("SELECT what FROM audit ORDER BY n DESC LIMIT 1").scalar_one()
    assert told == "event:key file copy put right"
    vault.close()
    assert (closed / KEY_FILE).read_bytes() == (closed / KEY_COPY).read_bytes()
    again = open_vault(closed)
    assert not again.repaired
    again.close()


@given(data=st.data())
def test_no_flip_in_both_copies_is_ever_mistaken_for_a_wrong_passphrase(
    pattern: Path, data: st.DataObject
) -> None:
    good = (pattern / KEY_FILE).read_bytes()
    flipped = bytearray(good)
    flipped[data.draw(st.integers(0, len(good) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        _both_key_files(bytes(flipped))(pattern)
        with pytest.raises(KeyFileDamaged):
            open_vault(pattern)
    finally:
        _both_key_files(good)(pattern)


def _field(path: tuple[str, ...], value: object) -> Callable[[dict[str, object]], None]:
    def change(content: dict[str, object]) -> None:
        inner: dict[str, object] = content
        for step in path[:-1]:
            found = inner[step]
            inner = found[0] if isinstance(found, list) else found  # type: ignore[assignment]
        inner[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _field(("epoch",), 2),
        _field(("gen",), 2),
        _field(("pending",), 2),
        _field(("salt_db",), "AAAAAAAAAAAAAAAAAAAAAA=="),
        _field(("vault",), "6f" * 16),
        _field(("mac",), "A" * 43 + "="),
        _field(("slots",), []),
        _field(("slots", "gen"), 2),
        _field(("slots", "keyring"), "keyrings.alt.file.PlaintextKeyring"),
        _field(("slots", "ct"), "A" * 64),
        _field(("slots", "kdf", "t"), 2),
        _field(("slots", "kdf", "m_kib"), 1 << 30),
    ],
)
def test_a_forged_key_file_with_a_fitting_sum_opens_nothing(
    closed: Path, change: Callable[[dict[str, object]], None]
) -> None:
    content = json.loads((closed / KEY_FILE).read_bytes())
    content.pop("sum")
    change(content)
    _both_key_files(keyfile.canon({**content, "sum": keyfile._sum(content)}))(closed)
    with pytest.raises((WrongPassphrase, KeyFileDamaged, KeyFileTooNew, DeviceSecretMissing)):
        open_vault(closed)


def test_wrong_passphrases_are_counted_slowed_and_forgiven(closed: Path) -> None:
    waits: list[float] = []
    for _ in range(5):
        status = unlock.status(closed, now=NOW + timedelta(hours=len(waits)))
        assert status == Ready(len(waits), 0, None)
        with pytest.raises(WrongPassphrase) as wrong:
            open_vault(closed, "ikke den rigtige sætning", NOW + timedelta(hours=len(waits)))
        waits.append(wrong.value.wait)
    assert waits == [0, 0, 1, 2, 4]
    now = NOW + timedelta(hours=4, seconds=1)
    with pytest.raises(TooManyAttempts) as early:
        open_vault(closed, PASSPHRASE, now)
    assert early.value.wait == 3
    open_vault(closed, PASSPHRASE, now + timedelta(seconds=3)).close()
    assert unlock.status(closed, now=now) == Ready(0, 0, None)


def test_what_is_not_the_typists_mistake_is_not_counted(closed: Path) -> None:
    keychain_of(closed).remove("5e" * 16)
    with pytest.raises(DeviceSecretMissing):
        open_vault(closed)
    assert unlock.status(closed, now=NOW) == Ready(0, 0, None)


def test_the_missing_secret_is_named_by_the_keychain_that_had_it(closed: Path) -> None:
    keychain_of(closed).remove("5e" * 16)
    with pytest.raises(DeviceSecretMissing) as missing:
        open_vault(closed)
    assert missing.value.expected == "feltjournal.FolderKeychain"


def test_state_json_holds_nothing_personal(closed: Path) -> None:
    with pytest.raises(WrongPassphrase):
        open_vault(closed, "ikke den rigtige sætning")
    assert set(json.loads((closed / STATE).read_bytes())) == {
        "failures",
        "last_try",
        "last_unlock",
        "language",
    }


@pytest.mark.parametrize("folder", ["OneDrive - Kommune", "Dropbox"])
def test_a_synchronised_folder_is_refused_at_both_ends(closed: Path, tmp_path: Path, folder: str) -> None:
    place = tmp_path / folder / ("5e" * 16)
    with pytest.raises(BadLocation):
        new_vault(place)
    assert not place.parent.exists()
    shutil.copytree(closed, place)
    with pytest.raises(BadLocation):
        open_vault(place)


def test_a_folder_with_somebodys_files_is_not_taken_over(vault_place: Path) -> None:
    vault_place.mkdir(parents=True)
    (vault_place / "brev.txt").write_text("kære")
    with pytest.raises(VaultExists):
        new_vault(vault_place)
    assert [path.name for path in vault_place.iterdir()] == ["brev.txt"]


def test_a_computer_with_too_little_memory_says_so() -> None:
    with child(stretch_in_little_memory) as (_, said):
        assert said.recv() == "NotEnoughMemory"


def test_writes_that_were_killed_before_their_rename_are_cleared_away(closed: Path) -> None:
    for name in (KEY_FILE, KEY_COPY, STATE):
        (closed / (name + ".tmp")).write_bytes(b"half")
    open_vault(closed).close()
    assert not list(closed.glob("*.tmp"))


def test_a_new_vault_takes_over_the_language_chosen_before_it(vault_place: Path) -> None:
    vault_place.mkdir(parents=True)
    unlock.remember_language(vault_place, "en")
    new_vault(vault_place).close()
    assert unlock.status(vault_place, now=NOW) == Ready(0, 0, "en")


def test_a_weak_passphrase_makes_nothing(vault_place: Path) -> None:
    from app.errors import PassphraseTooWeak

    with pytest.raises(PassphraseTooWeak):
        unlock.create(vault_place, "for kort", keychain_of(vault_place), cost=CHEAP)
    assert not vault_place.parent.exists()
