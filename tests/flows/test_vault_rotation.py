"""New keys: everything is there afterwards, and what somebody kept of the old ones opens nothing."""

from __future__ import annotations

import io
import json
import logging
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2

from app.ctl.__main__ import main
from app.errors import VaultDamaged
from app.services import integrity, renewing, search, unlock, upkeep
from app.vault import backup, entry, keyfile, keys, rotation
from app.vault.keys import RecoveryKey
from app.vault.place import JOURNAL, KEY_COPY, KEY_FILE, ROTATION
from app.vault.vault import Vault
from server import recover
from tests.journal_parts import note, participant
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, keychain_of, open_vault

YEAR = timedelta(days=365)
OTHER = "syv blå vogne holder stille"


def _filled(vault: Vault) -> None:
    note(vault, participant(vault), facts="Mødtes på biblioteket.")
    vault.close()


def _rows(place: Path) -> int:
    again = open_vault(place)
    with again.read() as tx:
        found = int(tx.exec_driver_sql("SELECT count(*) FROM note").scalar_one())
    assert search.find(again, "biblioteket").notes
    verdict = again.verify_chain()
    assert verdict is not None
    assert verdict.sound
    assert integrity.account(again) is None
    again.close()
    return found


def test_what_was_kept_of_the_old_keys_opens_nothing(vault: Vault, vault_place: Path) -> None:
    old_key = bytes(vault._key or b"")
    _filled(vault)
    kept = {name: (vault_place / name).read_bytes() for name in (KEY_FILE, KEY_COPY)}
    assert renewing.rotate_sound(vault_place, PASSPHRASE, keychain_of(vault_place), now=NOW) == 2
    assert _rows(vault_place) == 1
    file, lagging = keyfile.read(vault_place)
    assert (file.gen, file.pending, lagging, len(file.slots)) == (2, None, False, 1)
    raw = dbapi2.connect(str(vault_place / JOURNAL))
    raw.execute(f"PRAGMA key = \"x'{old_key.hex()}{file.salt_db.hex()}'\"")
    with pytest.raises(dbapi2.DatabaseError):
        raw.execute("SELECT count(*) FROM sqlite_schema")
    raw.close()
    for name, data in kept.items():
        (vault_place / name).write_bytes(data)
    with pytest.raises(VaultDamaged):
        open_vault(vault_place)


def test_a_year_brings_new_keys_and_a_day_less_does_not(vault: Vault, vault_place: Path) -> None:
    _filled(vault)
    for at, gen in ((NOW, 1), (NOW + YEAR - timedelta(days=1), 1), (NOW + YEAR, 2), (NOW + YEAR * 1.5, 2)):
        again = unlock.open(vault_place, PASSPHRASE, keychain_of(vault_place), now=at, key_days=365)
        assert again.gen == gen
        assert integrity.account(again) is None
        again.close()
    assert not (vault_place / ROTATION).exists()


def test_a_recovery_brings_new_keys_with_the_next_unlock(vault_place: Path, tmp_path: Path) -> None:
    officers = tmp_path / "officers"
    recovery = RecoveryKey("kommune-2026-1", recover.new_key(officers, "kommune-2026-1"))
    _filled(unlock.create(vault_place, PASSPHRASE, keychain_of(vault_place), recovery=recovery, cost=CHEAP))
    asked = unlock.ask_for_recovery(vault_place)
    halves = [path.read_text("ascii") for path in sorted(officers.iterdir())]
    answer = recover.answer(recover.read(asked.text), (halves[0], halves[1]))
    unlock.recover(vault_place, asked, answer, OTHER, keychain_of(vault_place), cost=CHEAP)
    for _ in range(2):
        again = open_vault(vault_place, OTHER)
        assert again.gen == 2
        assert len(again.unsent_beyond(0)) == 2
        again.close()
    assert keyfile.read(vault_place)[0].slots_of(keys.RECOVERY), "the municipality has its way in again"
    new = recover.answer(recover.read(unlock.ask_for_recovery(vault_place).text), (halves[0], halves[1]))
    assert new != answer


@pytest.mark.logs_warning
def test_a_file_that_is_not_as_it_was_left_keeps_its_keys_until_somebody_has_looked(
    vault: Vault, vault_place: Path
) -> None:
    _filled(vault)
    old = (vault_place / JOURNAL).read_bytes()
    again = open_vault(vault_place)
    note(again, participant(again, "Bo Lund"), facts="Skrevet senere.")
    again.close()
    (vault_place / JOURNAL).write_bytes(old)
    again = unlock.open(vault_place, PASSPHRASE, keychain_of(vault_place), now=NOW + YEAR, key_days=365)
    assert (again.gen, integrity.account(again) is None) == (1, False)
    again.close()
    (vault_place / JOURNAL).write_bytes(old)
    with pytest.raises(VaultDamaged):
        renewing.rotate_sound(vault_place, PASSPHRASE, keychain_of(vault_place), now=NOW)


@pytest.mark.logs_warning
def test_without_room_the_old_keys_go_on(
    vault: Vault, vault_place: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _filled(vault)
    open_vault(vault_place).close()
    monkeypatch.setattr(rotation, "_ROOM", 1e12)
    again = unlock.open(vault_place, PASSPHRASE, keychain_of(vault_place), now=NOW + YEAR, key_days=365)
    assert again.gen == 1
    again.close()
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING] == [
        "no new keys: DiskFull"
    ]


def test_a_copy_that_does_not_hold_every_row_never_takes_the_journals_place(
    vault: Vault, vault_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(vault)
    before = (vault_place / JOURNAL).read_bytes()
    counts = iter(({"note": 2}, {"note": 1}))  # a row more in the old one than in the copy
    monkeypatch.setattr(rotation, "_counts", lambda raw: next(counts))
    with pytest.raises(VaultDamaged):
        renewing.rotate(vault_place, PASSPHRASE, keychain_of(vault_place), now=NOW)
    assert (vault_place / JOURNAL).read_bytes() == before
    assert _rows(vault_place) == 1


def test_copies_under_the_old_keys_go_when_there_is_one_under_the_new(
    vault: Vault, vault_place: Path
) -> None:
    upkeep.tend(vault, now=NOW)
    _filled(vault)
    renewing.rotate(vault_place, PASSPHRASE, keychain_of(vault_place), now=NOW)
    again = open_vault(vault_place)
    assert upkeep.tend(again, now=NOW + timedelta(hours=1)), "a copy under old keys is no copy"
    (copy,) = upkeep.copies(vault_place)
    assert copy.gen == 2
    backup.check(again, copy.path)
    again.close()


def test_a_rotation_that_was_cut_short_before_somebody_forgot_the_passphrase_is_given_up(
    vault: Vault, vault_place: Path
) -> None:
    _filled(vault)
    file, _ = keyfile.read(vault_place)
    secret = keychain_of(vault_place).get(file.vault)
    assert secret is not None
    key = entry.key_of(file, PASSPHRASE, secret)
    both = rotation._with_both(file, key, keys.new_secret(), OTHER, secret, "here")
    keyfile.write(vault_place, both)
    assert keyfile.read(vault_place)[0].pending == 2
    assert _rows(vault_place) == 1
    assert (keyfile.read(vault_place)[0].pending, len(keyfile.read(vault_place)[0].slots)) == (None, 1)


def test_the_console_gives_new_keys(
    vault: Vault, vault_place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _filled(vault)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(f"{PASSPHRASE}\n".encode())))
    keychain = str(vault_place.parent / "keychain")
    assert main(["vault", "rotate", str(vault_place), "--json", "--keychain-folder", keychain]) == 0
    assert json.loads(capsys.readouterr().out) == {"generation": 2}
