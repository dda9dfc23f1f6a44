"""The vault as a consultant's computer meets it: made, locked, opened again; one process, one writer."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path

import apsw
import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.errors import FileHeld, VaultError, VaultInUse, VaultLocked, VaultMissing
from app.services import unlock
from app.services.unlock import NoVault, Ready
from app.vault import cipher, entry, keyfile, keys, lifecycle
from app.vault.place import JOURNAL
from app.vault.vault import Vault
from tests.vault_children import child, hold, try_to_open
from tests.vault_parts import NOW, PASSPHRASE, keychain_of, open_vault

SENTINEL = "blåbærtræsentinel"


@pytest.fixture
def table(vault: Vault) -> Vault:
    with vault.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE written (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    return vault


def _add(vault: Vault, text: str) -> None:
    with vault.begin() as tx:
        tx.exec_driver_sql("INSERT INTO written (body) VALUES (?)", (text,))


def _insert_and_fail(tx: sa.Connection, text: str) -> None:
    tx.exec_driver_sql("INSERT INTO written (body) VALUES (?)", (text,))
    raise KeyError


def _count(vault: Vault) -> int:
    with vault.read() as tx:
        return int(tx.exec_driver_sql("SELECT count(*) FROM written").scalar_one())


def test_what_was_committed_is_there_after_reopening(table: Vault, vault_place: Path) -> None:
    _add(table, SENTINEL)
    public, id_ = table.public_key, table.id
    table.close()
    again = open_vault(vault_place)
    assert _count(again) == 1
    assert (again.public_key, again.id, again.repaired) == (public, id_, False)
    again.close()


def test_an_error_in_a_transaction_leaves_nothing(table: Vault) -> None:
    with pytest.raises(KeyError), table.begin() as tx:
        _insert_and_fail(tx, "x")
    assert _count(table) == 0


def test_nothing_done_in_a_read_is_kept(table: Vault) -> None:
    with table.read() as tx:
        tx.exec_driver_sql("INSERT INTO written (body) VALUES ('x')")
    assert _count(table) == 0


def test_a_transaction_that_ended_behind_its_use_case_is_never_called_saved(table: Vault) -> None:
    with pytest.raises(RuntimeError), table.begin() as tx:
        _swallow_a_rollback(tx)


def _swallow_a_rollback(tx: sa.Connection) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        tx.exec_driver_sql("INSERT OR ROLLBACK INTO written (body) VALUES (NULL)")
    tx.exec_driver_sql("INSERT INTO written (body) VALUES ('after')")


def test_an_inner_savepoint_rolls_back_alone(table: Vault) -> None:
    with table.begin() as tx:
        tx.exec_driver_sql("INSERT INTO written (body) VALUES ('outer')")
        with pytest.raises(KeyError), tx.begin_nested():
            _insert_and_fail(tx, "inner")
    assert _count(table) == 1


def test_four_threads_write_one_after_the_other(table: Vault) -> None:
    def write() -> None:
        for _ in range(25):
            _add(table, "x")

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _count(table) == 100


def test_the_engine_is_set_up_as_the_design_says(vault: Vault) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": int.from_bytes(b"FJ01", "big"),
    }
    assert {name: vault.pragma(name)[0][0] for name in wanted} == wanted
    assert vault.pragma("cipher_memory_security")[0][0] == "0"


@pytest.mark.parametrize("statement", ["ATTACH 'x.db' AS x KEY ''", "DETACH main", "VACUUM INTO 'x.db'"])
def test_the_journal_cannot_be_copied_out_by_sql(vault: Vault, statement: str, tmp_path: Path) -> None:
    raw = vault._engine.raw_connection()  # outside any transaction, where all of these are allowed
    with closing(raw), pytest.raises(dbapi2.DatabaseError, match=r"not authorized|authorization denied"):
        raw.cursor().execute(statement.replace("x.db", str(tmp_path / "x.db")))
    assert not (tmp_path / "x.db").exists()


def test_an_error_carries_no_text_that_was_to_be_stored(table: Vault) -> None:
    with pytest.raises(sa.exc.DatabaseError) as raised, table.begin() as tx:
        tx.exec_driver_sql("INSERT INTO nowhere (body) VALUES (?)", (SENTINEL,))
    error: BaseException | None = raised.value
    while error is not None:
        assert SENTINEL not in f"{error!s} {error!r}"
        error = error.__cause__ or error.__context__


def test_a_closed_vault_answers_nothing(vault: Vault) -> None:
    vault.close()
    vault.close()
    for question in (vault.begin, vault.read):
        with pytest.raises(VaultLocked), question():
            pass
    with pytest.raises(VaultLocked):
        vault.sign(b"")
    with pytest.raises(VaultLocked):
        _ = vault.public_key


def test_closing_folds_the_log_into_the_file(table: Vault, vault_place: Path) -> None:
    _add(table, SENTINEL)
    assert (vault_place / (JOURNAL + "-wal")).stat().st_size > 0
    table.close()
    assert not (vault_place / (JOURNAL + "-wal")).exists()


def test_no_file_holds_anything_that_can_be_read(table: Vault, vault_place: Path) -> None:
    for _ in range(50):
        _add(table, SENTINEL)
    for state in ("open", "closed"):
        for path in (path for path in vault_place.parent.rglob("*") if path.is_file()):
            content = path.read_bytes()
            for word in (SENTINEL, "CREATE TABLE", "SQLite format", PASSPHRASE):
                assert word.encode() not in content, (state, path.name)
        table.close()


def test_the_search_above_would_find_it(tmp_path: Path) -> None:
    plain = apsw.Connection(str(tmp_path / "plain.db"))
    plain.pragma("journal_mode", "wal")
    plain.execute("CREATE TABLE written (body)")
    plain.execute("INSERT INTO written VALUES (?)", (SENTINEL,))
    found = {path.name for path in tmp_path.iterdir() if SENTINEL.encode() in path.read_bytes()}
    assert found == {"plain.db-wal"}
    plain.close()


def _database_key(place: Path) -> str:
    file, _ = keyfile.read(place)
    secret = keychain_of(place).get(file.vault)
    assert secret is not None
    key = entry.key_of(file, PASSPHRASE, secret)
    return keys.database_key(file, key).hex() + file.salt_db.hex()


def test_another_implementation_reads_the_file_with_the_key_and_not_without(
    table: Vault, vault_place: Path
) -> None:
    _add(table, SENTINEL)
    table.close()
    for key, opens in ((_database_key(vault_place), True), ("00" * 48, False), (None, False)):
        other = apsw.Connection(str(vault_place / JOURNAL))
        other.pragma("cipher", "sqlcipher")
        other.pragma("legacy", 4)
        if key:
            other.execute(f"PRAGMA key = \"x'{key}'\"")
        try:
            assert other.execute("SELECT body FROM written").get == SENTINEL
            assert opens
        except apsw.NotADBError:
            assert not opens
        other.close()


def test_a_signature_is_checked_by_the_public_key_alone(vault: Vault) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    Ed25519PublicKey.from_public_bytes(vault.public_key).verify(vault.sign(b"hej"), b"hej")


def test_a_second_process_is_refused_and_let_in_when_the_first_is_killed(
    vault: Vault, vault_place: Path
) -> None:
    vault.close()
    with child(hold, vault_place) as (holder, said):
        assert said.recv() == "open"
        with child(try_to_open, vault_place) as (_, answer):
            assert answer.recv() == "VaultInUse"
        holder.kill()
        holder.join()
        with child(try_to_open, vault_place) as (_, answer):
            assert answer.recv() == "open"


def test_a_stranger_that_writes_past_the_lock_is_named(vault: Vault, vault_place: Path) -> None:
    vault.pragma("busy_timeout = 0")
    stranger = dbapi2.connect(str(vault_place / JOURNAL), isolation_level=None)
    with closing(stranger):
        stranger.execute(f"PRAGMA key = \"x'{_database_key(vault_place)}'\"")
        stranger.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileHeld), vault.begin():
            pass


def test_a_second_opening_in_the_same_process_is_refused_too(vault: Vault, vault_place: Path) -> None:
    with pytest.raises(VaultInUse):
        open_vault(vault_place)


def test_the_unlock_window_knows_what_it_will_meet(vault_place: Path) -> None:
    assert unlock.status(vault_place, now=NOW) == NoVault()
    from tests.vault_parts import new_vault

    new_vault(vault_place).close()
    assert unlock.status(vault_place, now=NOW) == Ready(0, 0, None)
    unlock.remember_language(vault_place, "da")
    open_vault(vault_place).close()
    assert unlock.status(vault_place, now=NOW) == Ready(0, 0, "da")


def test_asking_for_the_status_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    script = (
        "import sys, datetime, pathlib; from app.services import unlock;"
        "unlock.status(pathlib.Path('nowhere'), now=datetime.datetime.now(datetime.UTC));"
        "print(sorted({'sqlalchemy', 'cryptography', 'keyring', 'sqlcipher3'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_cipher_says_nothing_on_the_console(
    vault: Vault, vault_place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    vault.close()
    with (vault_place / JOURNAL).open("r+b") as file:
        file.seek(4096)
        file.write(b"x" * 4096)
    with pytest.raises(VaultError):
        open_vault(vault_place)
    assert capfd.readouterr() == ("", "")


def test_a_file_that_goes_away_in_the_last_moment_is_not_made_anew_either(
    vault: Vault, vault_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()
    monkeypatch.setattr(cipher, "check_size", lambda path, least: None)
    monkeypatch.setattr(lifecycle, "_require_journal", lambda place: None)
    (vault_place / JOURNAL).unlink()
    with pytest.raises(VaultMissing):
        open_vault(vault_place)
    assert not (vault_place / JOURNAL).exists()
